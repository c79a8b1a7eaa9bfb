//! D20: Dates; windows "2021-2023", "over the next two years"; months, quarters, years.

use crate::desk::{Work, day};
use followthrough_commands::*;
use followthrough_model::due::DueKind;

#[test]
fn d20_dates_windows_quarters() {
    let work = Work::new();
    work.source("R");
    work.recommendation("R", "1");
    work.actor("DPO");
    let due_of = |words: &str| {
        let made = work.edit(AddCommitment {
            recommendation: "R 1".into(),
            deliverable: format!("What is due {words}"),
            lead: Some("DPO".into()),
            made_on: Some("2021-03-25".into()),
            due: Some(words.into()),
            ..AddCommitment::default()
        });
        work.commitment_page(&made.reference).due.expect("a due")
    };
    // Each as the sources say it: the words are kept, the last day that they allow is known, the kind is told apart.
    let said: &[(&str, DueKind, &str)] = &[
        ("31 December 2023", DueKind::Day, "2023-12-31"),
        ("March 2024", DueKind::Month, "2024-03-31"),
        ("by the end of Q2 2024", DueKind::Quarter, "2024-06-30"),
        ("2025", DueKind::Year, "2025-12-31"),
        ("2021-2023", DueKind::Window, "2023-12-31"),
        ("2023/24", DueKind::Window, "2024-06-30"),
        ("over the next two years", DueKind::Window, "2023-03-25"),
        ("d'ici fin mars 2022", DueKind::Month, "2022-03-31"),
    ];
    for (words, kind, last) in said {
        let due = due_of(words);
        assert_eq!((due.stated.as_str(), due.kind, due.due_by), (*words, *kind, Some(day(last))), "{words}");
    }

    // A window is overdue the day after it ends, not before; the list is in the order of the last days.
    let overdue = |on: &str| {
        work.ask_on(on, Overdue::default()).items.into_iter().map(|c| c.due_stated.unwrap_or_default()).collect::<Vec<_>>()
    };
    assert_eq!(overdue("2023-03-25"), ["d'ici fin mars 2022"]);
    assert_eq!(overdue("2023-03-26"), ["d'ici fin mars 2022", "over the next two years"]);
    assert_eq!(overdue("2026-11-20").len(), said.len());

    // What a form shows while one types; it stores nothing.
    let entry = work.last_entry();
    let read = work.ask(ReadDue { words: "within 12 months".into(), made: Some("2021-03-25".into()) });
    assert_eq!(read.due_by, Some(day("2022-03-25")));
    assert!(read.understood.contains("25 March 2022"), "{}", read.understood);
    assert_eq!(work.last_entry(), entry);

    // What cannot be read is refused with examples and never guessed.
    let refused = work.refused(AddCommitment {
        recommendation: "R 1".into(),
        deliverable: "A plan".into(),
        due: Some("30 February 2024".into()),
        ..AddCommitment::default()
    });
    assert_eq!(refused.code, "due");

    // The summary shows the words and the day.
    let path = work.path("summary.json");
    work.act(Summary { format: "json".into(), output: path.to_string_lossy().as_ref().into(), ..Summary::default() });
    let summary: serde_json::Value = serde_json::from_slice(&std::fs::read(path).expect("the summary")).expect("JSON");
    let lines = summary["commitments"].as_array().expect("the commitments");
    let window = lines.iter().find(|line| line["due_stated"] == "2021-2023").expect("the window");
    assert_eq!(window["due_by"], "2023-12-31");
    work.is_sound();
}
