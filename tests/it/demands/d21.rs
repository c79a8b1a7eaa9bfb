//! D21: Dates tied to an event that can move: "before the ministerial". If the event moves, they move.

use crate::desk::{Work, day};
use followthrough_commands::*;
use followthrough_store::read::commitment::TimelineEntry;

fn move_to(from: &str) -> MoveEvent {
    MoveEvent {
        event: "Peacekeeping ministerial".into(),
        from: from.into(),
        reason: Some("The host asked for more time.".into()),
        decider: Some("The host state".into()),
        ..MoveEvent::default()
    }
}

#[test]
fn d21_dates_that_hang_on_an_event() {
    let (work, _) = Work::small();
    let pledge = |deliverable: &str, due: &str| AddCommitment {
        recommendation: "R 1".into(),
        deliverable: deliverable.into(),
        lead: Some("DPO".into()),
        made_on: Some("2025-01-15".into()),
        due: Some(due.into()),
        ..AddCommitment::default()
    };

    // Words that hang on an event which nobody entered are not guessed at: the refusal says what to do.
    let refused = work.refused(pledge("A pledge of helicopters", "before the next ministerial"));
    assert_eq!(refused.code, "no_event");
    assert!(refused.message.contains("add-event"), "{}", refused.message);
    let condition = work.edit(AddCommitment { event: Some("none".into()), ..pledge("A list", "before the next ministerial") });
    assert_eq!(work.commitment_page(&condition.reference).due.expect("a due").due_by, None);

    // Once it is there the words find it, and the day follows: the day before it begins.
    let event = work.edit(AddEvent {
        name: "Peacekeeping ministerial".into(),
        from: Some("2026-10-07".into()),
        to: Some("2026-10-08".into()),
    });
    assert!(event.reference.starts_with("V-"));
    let pledged = work.edit(pledge("A pledge of helicopters", "before the next ministerial")).reference;
    let later = work.edit(pledge("A report on the pledges", "two weeks after the ministerial")).reference;
    let due = work.commitment_page(&pledged).due.expect("a due");
    assert_eq!((due.due_by, due.event.as_deref()), (Some(day("2026-10-06")), Some("Peacekeeping ministerial")));
    assert_eq!(work.commitment_page(&later).due.expect("a due").due_by, Some(day("2026-10-22")));
    let overdue = |work: &Work| work.ask(Overdue::default()).items.iter().filter(|c| c.due_by > Some(day("2026-01-01"))).count();
    assert_eq!(overdue(&work), 2);

    // A preview says what would move, and stores nothing.
    let entry = work.last_entry();
    let preview = EventMovePreview { event: event.reference.clone(), from: "2027-05-12".into(), to: None };
    let moves = work.ask(preview);
    assert_eq!((moves.total, moves.no_longer_overdue, moves.becomes_overdue), (2, 2, 0));
    let first = &moves.moves[0];
    assert_eq!((first.due.commitment.as_deref(), first.due.lead.as_deref()), (Some(pledged.as_str()), Some("Department DPO")));
    assert_eq!((first.from, first.to), (Some(day("2026-10-06")), Some(day("2027-05-11"))));
    assert_eq!((work.last_entry(), overdue(&work)), (entry, 2));

    // It moves: one entry, and every due that hangs on it with it.
    work.edit(move_to("2027-05-12"));
    assert_eq!(work.last_entry(), entry + 1);
    assert_eq!(overdue(&work), 0);
    let page = work.commitment_page(&pledged);
    assert_eq!(page.due.as_ref().and_then(|due| due.due_by), Some(day("2027-05-11")));
    assert_eq!(page.original.as_ref().and_then(|due| due.due_by), Some(day("2026-10-06")));
    assert_eq!((page.slips, page.days_moved), (1, Some(217)));
    let slip = page
        .timeline
        .iter()
        .find_map(|e| if let TimelineEntry::Due(due) = e { due.before.is_some().then_some(due) } else { None });
    let slip = slip.expect("the move is on the time line");
    assert_eq!((slip.reason.as_deref(), slip.event.as_deref()), (Some("event moved"), Some("Peacekeeping ministerial")));
    assert_eq!((slip.decider.as_deref(), slip.day), (Some("The host state"), Some(day("2026-11-20"))));
    assert_eq!(slip.event_reason.as_deref(), Some("The host asked for more time."));

    // As of a day before it was decided, it was overdue; the event's page keeps both dates.
    assert_eq!(work.commitment_on("2026-11-01", &pledged).days_overdue, Some(26));
    let ItemPage::Event(page) = work.ask(Show { item: "peacekeeping MINISTERIAL".into() }) else {
        panic!("the page of an event")
    };
    assert_eq!(page.dates.iter().map(|d| d.from).collect::<Vec<_>>(), [day("2026-10-07"), day("2027-05-12")]);
    assert_eq!((page.total, page.hanging.len()), (2, 2));
    let events = work.ask(Events::default());
    assert_eq!((events.total, events.items[0].hanging, events.items[0].moved, events.items[0].next), (1, 2, 1, true));

    // Undone in one step; and never before what hangs on it was undertaken.
    work.edit(Undo {});
    assert_eq!(overdue(&work), 2);
    let refused = work.refused(move_to("2024-06-01"));
    assert_eq!(refused.code, "event_before_commitment");
    assert!(refused.message.contains(&pledged), "{}", refused.message);
    assert_eq!(work.refused(Delete { item: event.reference }).code, "rests_on_it");
    work.is_sound();
}
