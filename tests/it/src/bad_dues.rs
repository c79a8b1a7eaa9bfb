//! Bad input about dues: each gets its sentence, and nothing changes.
//!
//! What a due, an event or a milestone does is tested in `demands`.

use crate::desk::{Work, dump, is_a_sentence, same};
use followthrough_commands::*;

struct Refusing<'w> {
    work: &'w Work,
    entry: i64,
    rows: Vec<String>,
}

impl Refusing<'_> {
    #[track_caller]
    fn by(&self, problem: &Problem, code: &str) {
        assert_eq!(problem.code, code, "{}", problem.message);
        is_a_sentence(&problem.message);
        assert_eq!(self.work.last_entry(), self.entry);
        same(&self.rows, &dump(&self.work.file()), code);
    }
}

#[test]
fn dues_and_events_that_cannot_be() {
    let (work, c) = Work::small();
    work.edit(EditCommitment { commitment: c.clone(), made_on: Some("2023-01-15".into()), ..EditCommitment::default() });
    let event = |name: &str, from: &str| {
        work.edit(AddEvent { name: name.into(), from: Some(from.into()), to: None });
    };
    event("The summit", "2024-09-22");
    event("Renewal in spring", "2027-04-30");
    event("Renewal in autumn", "2027-10-31");
    event("The old forum", "2024-01-01");
    work.edit(Delete { item: "The old forum".into() });
    let due = |words: &str, event: Option<&str>| SetDue {
        commitment: c.clone(),
        words: words.into(),
        reason: "Asked.".into(),
        event: event.map(str::to_owned),
        ..SetDue::default()
    };
    work.edit(due("before the summit", None));
    let moved = |event: &str, from: &str, to: Option<&str>, reason: Option<&str>, on: Option<&str>| MoveEvent {
        event: event.into(),
        from: from.into(),
        to: to.map(str::to_owned),
        reason: reason.map(str::to_owned),
        decider: None,
        on: on.map(str::to_owned),
    };
    let asked = Some("Asked.");
    let refusing = Refusing { work: &work, entry: work.last_entry(), rows: dump(&work.file()) };

    // A due that hangs on an event which is deleted, unknown, or one of several.
    refusing.by(&work.refused(due("before the forum", Some("The old forum"))), "in_the_bin");
    refusing.by(&work.refused(due("before the old forum", None)), "in_the_bin");
    refusing.by(&work.refused(due("before the next assembly", None)), "no_event");
    refusing.by(&work.refused(due("before the renewal", None)), "ambiguous");
    refusing.by(&work.refused(due("June 2027", Some("The summit"))), "not_of_an_event");
    refusing.by(&work.refused(due("before the summit", Some("The summit"))), "same_due");
    // An event that moves to before the commitment, nowhere, tomorrow, or without a reason.
    refusing.by(&work.refused(moved("The summit", "2023-01-01", None, asked, None)), "event_before_commitment");
    refusing.by(&work.refused(moved("The summit", "2024-09-22", None, asked, None)), "same_days");
    refusing.by(&work.refused(moved("The summit", "2025-09-22", None, None, None)), "empty");
    refusing.by(&work.refused(moved("The summit", "2025-09-22", None, asked, Some("2027-01-01"))), "future");
    refusing.by(&work.refused(moved("The summit", "2025-09-22", Some("2025-09-20"), asked, None)), "window");
    refusing.by(&work.refused(moved("The summit", "in autumn perhaps", None, asked, None)), "day");
    refusing.by(&work.refused(AddEvent { name: "the SUMMIT".into(), from: None, to: None }), "taken");
    refusing.by(&work.refused(AddEvent { name: " ".into(), from: None, to: None }), "empty");
    refusing.by(&work.refused(Delete { item: "The summit".into() }), "rests_on_it");
    // An interval that makes no sense.
    for words in ["every 0 months", "every -3 months", "every 99999999999 years", "every day", "every seven hours"] {
        refusing.by(&work.refused(due(words, None)), "due");
    }
    for months in ["0", "-6", "often", "121", "1.5"] {
        refusing.by(&work.refused(SetReviewInterval { item: c.clone(), months: months.into() }), "interval");
    }
    let waive = WaiveOccurrence { commitment: c.clone(), occurrence: "2024-06-30".into(), reason: "Asked.".into(), on: None };
    refusing.by(&work.refused(waive), "occurrence");
    let milestone = AddMilestone { commitment: c.clone(), text: "  ".into(), ..AddMilestone::default() };
    refusing.by(&work.refused(milestone), "empty");

    // What was deleted cannot come back under what is due by it: the event must be there first.
    work.edit(AddEvent { name: "The forum".into(), from: Some("2027-06-01".into()), to: None });
    let second = work.edit(AddCommitment {
        recommendation: "R 1".into(),
        deliverable: "A speech".into(),
        due: Some("before the forum".into()),
        ..AddCommitment::default()
    });
    work.edit(Delete { item: second.reference.clone() });
    work.edit(Delete { item: "The forum".into() });
    assert_eq!(work.refused(Restore { item: second.reference.clone() }).code, "rests_on_bin");
    work.edit(Restore { item: "The forum".into() });
    work.edit(Restore { item: second.reference });
    work.is_sound();
}
