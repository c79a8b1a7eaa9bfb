//! D22: Mission life-cycle stage or condition instead of a date, without inventing one.

use crate::desk::{Work, day};
use followthrough_commands::*;
use followthrough_model::due::DueKind;
use followthrough_model::vocabulary::{ListKind, Queue};

#[test]
fn d22_a_stage_or_condition_without_a_date() {
    let work = Work::new();
    work.source("R");
    work.recommendation("R", "1");
    work.actor("DPO");
    let add = |words: &str, event: Option<&str>| {
        let commitment = AddCommitment {
            recommendation: "R 1".into(),
            deliverable: format!("What is due {words}"),
            lead: Some("DPO".into()),
            due: Some(words.into()),
            event: event.map(str::to_owned),
            ..AddCommitment::default()
        };
        work.edit(commitment).reference
    };
    let stage = add("at mission start-up", None);
    let condition = add("when resources allow", None);
    let ongoing = add("ongoing", None);
    for (commitment, kind, words) in [
        (&stage, DueKind::Stage, "at mission start-up"),
        (&condition, DueKind::Condition, "when resources allow"),
        (&ongoing, DueKind::None, "ongoing"),
    ] {
        let page = work.commitment_page(commitment);
        let due = page.due.expect("a due");
        assert_eq!((due.kind, due.stated.as_str(), due.due_by), (kind, words, None), "{words}");
        assert_eq!((page.days_overdue, page.slips), (None, 0), "{words}");
    }

    // None of them is ever overdue, and all stand in the queue of what has no date.
    assert_eq!(work.ask_on("2040-01-01", Overdue::default()).total, 0);
    let undated = |work: &Work| {
        let list = List { kind: Some(ListKind::Commitments), queue: Some(Queue::NoDate), ..List::default() };
        work.ask(list).commitments.into_iter().map(|c| c.commitment).collect::<Vec<_>>()
    };
    assert_eq!(undated(&work).len(), 3);
    assert_eq!(work.ask(Counts {}).no_date, 3);

    // When the start-up of a mission becomes a dated happening, the stage can be hung on it: no date is typed twice.
    work.edit(AddEvent {
        name: "Start-up of the mission in Haiti".into(),
        from: Some("2027-02-01".into()),
        to: Some("2027-04-30".into()),
    });
    let hung = work.edit(SetDue {
        commitment: stage.clone(),
        words: "at mission start-up".into(),
        reason: "The mission was decided.".into(),
        event: Some("Start-up of the mission in Haiti".into()),
        ..SetDue::default()
    });
    assert_eq!((hung.kind, hung.due_by), (DueKind::Event, Some(day("2027-04-30"))));
    let page = work.commitment_page(&stage);
    assert_eq!(page.original.expect("the original").kind, DueKind::Stage);
    assert_eq!((page.slips, page.days_moved), (1, None), "without a first day there are no days to count");
    assert_eq!(undated(&work).len(), 2);

    // A condition that is met gets its day, with the reason; the words of the source stay.
    work.edit(SetDue {
        commitment: condition.clone(),
        words: "Q1 2027".into(),
        reason: "The budget was voted.".into(),
        ..SetDue::default()
    });
    let page = work.commitment_page(&condition);
    assert_eq!(page.due.expect("a due").due_by, Some(day("2027-03-31")));
    assert_eq!(page.original.expect("the original").stated, "when resources allow");
    work.is_sound();
}
