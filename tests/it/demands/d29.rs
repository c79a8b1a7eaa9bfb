//! D29: Obstacles with a reason; resources needed and whether requested; remedial action; escalation with date.

use crate::desk::{Work, day, update};
use followthrough_commands::*;
use followthrough_model::Status;
use followthrough_model::vocabulary::ObstacleKind;

#[test]
fn d29_obstacles_resources_escalations() {
    let (work, first) = Work::small();
    let second = work.commitment("R 1", "DOS", "2024").reference;
    // An obstacle is told with its kind, what is needed, when that was asked for, and what is done meanwhile.
    work.edit(LogUpdate {
        obstacle: Some("No post was approved in the budget.".into()),
        obstacle_kind: Some(ObstacleKind::Resources),
        resources: Some("Two posts of planning officers".into()),
        resources_asked: Some("2024-03-01".into()),
        remedy: Some("A volunteer fills in until then.".into()),
        ..update(&first, Some(Status::UnderImplementation), Some("2024-04-01"))
    });
    work.edit(LogUpdate {
        obstacle: Some("The host state has not agreed.".into()),
        obstacle_kind: Some(ObstacleKind::HostState),
        escalated_to: Some("DPO".into()),
        ..update(&second, Some(Status::UnderImplementation), Some("2024-06-01"))
    });
    let all = work.ask(Obstacles::default());
    assert_eq!(all.total, 2);
    let names: Vec<_> = all.items.iter().map(|o| (o.commitment.as_str(), o.obstacle_kind)).collect();
    assert_eq!(
        names,
        [(second.as_str(), Some(ObstacleKind::HostState)), (first.as_str(), Some(ObstacleKind::Resources))],
        "newest first"
    );
    let needed = &all.items[1];
    assert_eq!(needed.resources.as_deref(), Some("Two posts of planning officers"));
    assert_eq!(needed.resources_asked, Some(day("2024-03-01")), "it was asked for");
    assert_eq!(needed.remedy.as_deref(), Some("A volunteer fills in until then."));
    assert_eq!(needed.lead.as_ref().map(|l| l.reference.as_str()), Some("DPO"));

    // What was taken up has its own list: to whom, and when.
    let taken_up = work.ask(Escalations::default());
    assert_eq!(taken_up.total, 1);
    let escalated = &taken_up.items[0];
    assert_eq!(escalated.escalated_to.as_ref().map(|a| a.reference.as_str()), Some("DPO"));
    assert_eq!((escalated.day, escalated.commitment.as_str()), (day("2024-06-01"), second.as_str()));

    // A later obstacle of the same commitment takes the place of the earlier one among the open ones.
    work.edit(LogUpdate {
        obstacle: Some("The posts are there, nobody has applied.".into()),
        obstacle_kind: Some(ObstacleKind::Capacity),
        ..update(&first, None, Some("2025-01-15"))
    });
    let open = work.ask(Obstacles { open: true, ..Obstacles::default() });
    let kinds: Vec<_> = open.items.iter().map(|o| o.obstacle_kind).collect();
    assert_eq!(kinds, [Some(ObstacleKind::Capacity), Some(ObstacleKind::HostState)]);
    assert_eq!(work.ask(Obstacles::default()).total, 3, "none is forgotten");

    // What is closed is in nobody's way; as of an earlier day it was.
    work.log(&second, Some(Status::OvertakenByEvents), Some("2025-06-01"));
    let open = work.ask(Obstacles { open: true, ..Obstacles::default() });
    assert_eq!(open.items.iter().map(|o| o.commitment.as_str()).collect::<Vec<_>>(), [first.as_str()]);
    let then = work.ask_on("2024-12-31", Obstacles { open: true, ..Obstacles::default() });
    assert_eq!(then.total, 2);
    assert_eq!(then.items[0].status, Status::UnderImplementation);
    assert_eq!(work.ask_on("2024-05-01", Escalations::default()).total, 0);
    // A page at a time, with the total.
    let second_page = work.ask(Obstacles { limit: Some(1), offset: Some(1), ..Obstacles::default() });
    assert_eq!((second_page.total, second_page.items.len()), (3, 1));
    work.is_sound();
}
