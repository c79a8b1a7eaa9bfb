//! D32: Suspended or withdrawn; caveats that an actor declares on its own commitment.

use crate::desk::{Work, day, update};
use followthrough_commands::*;
use followthrough_model::Status;
use followthrough_model::vocabulary::{ListKind, Queue};
use followthrough_store::read::commitment::TimelineEntry;

#[test]
fn d32_suspended_withdrawn_and_caveats() {
    let (work, c) = Work::small();
    let caveat = "Only if the host state agrees to night flights.";
    let pledge = work.edit(AddCommitment {
        recommendation: "R 1".into(),
        deliverable: "Two helicopters".into(),
        lead: Some("DOS".into()),
        due: Some("2025-06-30".into()),
        caveat: Some(caveat.into()),
        ..AddCommitment::default()
    });
    let pledge = pledge.reference;

    // The caveat stands beside the pledge, is not its status, and its history is kept.
    assert_eq!(work.commitment_page(&pledge).caveat.as_deref(), Some(caveat));
    assert_eq!(work.commitment_page(&pledge).status, Status::NotStarted);
    work.edit(EditCommitment {
        commitment: pledge.clone(),
        caveat: Some("One of them without night flights.".into()),
        ..EditCommitment::default()
    });
    let history = work.ask(History { item: pledge.clone(), limit: None });
    let changed = history.iter().find(|line| line.field == "caveat").expect("the change");
    assert_eq!(changed.old.as_deref(), Some(caveat));

    // Suspended: says why, is not overdue while it lasts, and waits in a queue of its own.
    let suspend = LogUpdate {
        text: "The host state closed the airspace.".into(),
        ..update(&pledge, Some(Status::Suspended), Some("2025-03-01"))
    };
    assert_eq!(work.refused(LogUpdate { text: " ".into(), ..suspend.clone() }).code, "empty");
    work.edit(suspend);
    let page = work.commitment_page(&pledge);
    assert_eq!((page.status, page.status_since, page.days_overdue), (Status::Suspended, Some(day("2025-03-01")), None));
    let queue = |queue: Queue| {
        let list = List { kind: Some(ListKind::Commitments), queue: Some(queue), ..List::default() };
        work.ask(list).commitments.into_iter().map(|row| row.commitment).collect::<Vec<_>>()
    };
    assert_eq!(queue(Queue::Suspended), std::slice::from_ref(&pledge));
    assert_eq!(queue(Queue::Overdue), std::slice::from_ref(&c));

    // Taken up again: overdue by the same due, which nobody moved.
    work.log(&pledge, Some(Status::UnderImplementation), Some("2026-01-15"));
    let page = work.commitment_page(&pledge);
    assert_eq!((page.days_overdue, page.slips), (Some(508), 0));

    // Withdrawn: closed without implementation, with the reason; no longer owed, and still on record as it was.
    work.edit(LogUpdate {
        by: Some("DOS".into()),
        text: "The pledge was withdrawn.".into(),
        ..update(&pledge, Some(Status::ClosedWithoutImplementation), Some("2026-05-01"))
    });
    assert_eq!(queue(Queue::Suspended), Vec::<String>::new());
    assert_eq!(queue(Queue::Closed), std::slice::from_ref(&pledge));
    let page = work.commitment_page(&pledge);
    assert!(page.timeline.iter().any(|e| matches!(e, TimelineEntry::Update(u) if u.text.contains("withdrawn"))));
    assert_eq!(work.commitment_on("2026-02-01", &pledge).days_overdue, Some(216), "on that day it was owed");
    assert_eq!(work.commitment_on("2025-07-15", &pledge).status, Status::Suspended);

    // The summary shows where it stands, and since when.
    let path = work.path("summary.json");
    work.act(Summary { format: "json".into(), output: path.to_string_lossy().as_ref().into(), ..Summary::default() });
    let summary: serde_json::Value = serde_json::from_slice(&std::fs::read(path).expect("the summary")).expect("JSON");
    let lines = summary["commitments"].as_array().expect("the commitments");
    let line = lines.iter().find(|line| line["commitment"] == pledge.as_str()).expect("the pledge");
    assert_eq!((&line["status"], &line["status_since"]), (&"closed_without_implementation".into(), &"2026-05-01".into()));
    assert_eq!(line["caveat"], "One of them without night flights.");
    work.is_sound();
}
