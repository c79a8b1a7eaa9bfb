//! D25: Slippage: the original date is never overwritten; each revision has a reason.

use crate::desk::{Work, day};
use followthrough_commands::*;
use followthrough_model::vocabulary::{ListKind, Queue};

#[test]
fn d25_slippage_keeps_the_original() {
    let (work, c) = Work::small();
    let to = |words: &str, reason: &str, decider: &str, on: &str| SetDue {
        commitment: c.clone(),
        words: words.into(),
        reason: reason.into(),
        decider: Some(decider.into()),
        on: Some(on.into()),
        event: None,
    };
    work.edit(to("June 2025", "The budget was cut.", "The Controller", "2023-12-01"));
    work.edit(to("Q1 2027", "The mission closes first.", "The lead", "2025-05-20"));

    // Original, current, how often and by how much; each with reason and decider, none overwritten.
    let page = work.commitment_page(&c);
    let (original, current) = (page.original.expect("the original"), page.due.expect("the current due"));
    assert_eq!((original.due_by, current.due_by), (Some(day("2023-12-31")), Some(day("2027-03-31"))));
    assert_eq!((page.slips, page.days_moved), (2, Some(1186)));
    let moves: Vec<_> = page.moves.iter().map(|m| (m.due_by, m.days, m.reason.as_deref(), m.decider.as_deref(), m.day)).collect();
    assert_eq!(
        moves,
        [
            (Some(day("2025-06-30")), Some(547), Some("The budget was cut."), Some("The Controller"), Some(day("2023-12-01"))),
            (Some(day("2027-03-31")), Some(639), Some("The mission closes first."), Some("The lead"), Some(day("2025-05-20"))),
        ]
    );
    assert_eq!(page.moves[0].due_by_before, Some(day("2023-12-31")));

    // Not overdue by the current due, long overdue by the original: both are said.
    assert_eq!((page.days_overdue, page.days_overdue_original), (None, Some(1055)));
    let counts = work.ask(Counts {});
    assert_eq!((counts.overdue, counts.overdue_original), (0, 1));
    let row = |on: &str| {
        let list = List { kind: Some(ListKind::Commitments), queue: Some(Queue::All), ..List::default() };
        work.ask_on(on, list).commitments.remove(0)
    };
    let now = row("2026-11-20");
    assert_eq!((now.slips, now.original, now.days_moved), (2, Some(day("2023-12-31")), Some(1186)));
    assert_eq!((now.days_overdue, now.days_overdue_original), (None, Some(1055)));

    // As of an earlier day the due stands as it stood then.
    let then = row("2024-06-01");
    assert_eq!(
        (then.slips, then.due_by, then.days_overdue, then.days_overdue_original),
        (1, Some(day("2025-06-30")), None, Some(153))
    );
    assert_eq!(work.ask_on("2024-06-01", Counts {}).overdue_original, 1);
    let page = work.commitment_on("2023-11-01", &c);
    assert_eq!((page.slips, page.moves.len(), page.due.expect("a due").due_by), (0, 0, Some(day("2023-12-31"))));

    // No move without a reason, none to where it stands; and a decision is not of tomorrow.
    assert_eq!(work.refused(to("2028", " ", "x", "2026-01-01")).code, "empty");
    assert_eq!(work.refused(to("Q1 2027", "x", "x", "2026-01-01")).code, "same_due");
    assert_eq!(work.refused(to("2028", "x", "x", "2026-12-24")).code, "future");

    // The summary says where it came from and why.
    let path = work.path("summary.json");
    work.act(Summary { format: "json".into(), output: path.to_string_lossy().as_ref().into(), ..Summary::default() });
    let summary: serde_json::Value = serde_json::from_slice(&std::fs::read(path).expect("the summary")).expect("JSON");
    let line = &summary["commitments"][0];
    assert_eq!((&line["original_due_by"], &line["slips"]), (&"2023-12-31".into(), &2.into()));
    assert_eq!(line["slip_reason"], "The mission closes first.");
    work.is_sound();
}
