//! A source as it is read: its items in the document's order, with the states that their pages have, on any day, and the
//! numbers at its head.

use crate::desk::{Work, day};
use followthrough_commands::*;
use followthrough_model::Status;
use followthrough_model::progress::ProgressState as S;
use followthrough_store::read::outline::OutlineReply;

fn outline(source: &str) -> Outline {
    Outline { source: source.into(), ..Outline::default() }
}

fn states(reply: &OutlineReply) -> Vec<(String, S)> {
    reply.rows.iter().map(|row| (row.label.clone().unwrap_or_default(), row.state)).collect()
}

#[test]
fn items_stand_in_the_order_of_the_document_with_their_states() {
    let (work, c) = Work::small();
    for label in ["2", "3"] {
        work.recommendation("R", label);
    }
    let parts = vec!["Build the camps.".into(), "Keep them safe.".into()];
    work.edit(SplitRecommendation { recommendation: "R 2".into(), parts, moves: vec![] });
    work.commitment("R 2b", "DOS", "2027-12-31");
    let done = work.commitment("R 3", "DOS", "2024-01-31").reference;
    work.log(&done, Some(Status::ReportedImplemented), Some("2024-02-01"));
    work.edit(AddEvidence { item: done.clone(), note: Some("The minutes".into()), ..AddEvidence::default() });

    let reply = work.ask(outline("R"));
    let expected = [("1", S::Overdue), ("2", S::Open), ("2a", S::NotTakenUp), ("2b", S::Open), ("3", S::Waiting)];
    assert_eq!(states(&reply), expected.map(|(label, state)| (label.to_owned(), state)));
    assert_eq!((reply.total, reply.items, reply.taken_up, reply.implemented, reply.overdue), (5, 3, 3, 0, 1));
    let [first, second, part, ..] = reply.rows.as_slice() else { panic!("five rows") };
    assert_eq!(
        (first.leads.as_slice(), first.due_by, first.days_overdue),
        (["DPO".to_owned()].as_slice(), Some(day("2023-12-31")), Some(1055))
    );
    assert_eq!(
        (second.leads.as_slice(), second.part, part.part, part.leads.len()),
        (["DOS".to_owned()].as_slice(), false, true, 0)
    );
    assert_eq!(reply.rows[4].evidence, 1);

    // Page by page it is the same.
    let paged: Vec<String> = (0..5)
        .flat_map(|n| work.ask(Outline { limit: Some(1), offset: Some(n), ..outline("R") }).rows)
        .map(|row| row.recommendation)
        .collect();
    assert_eq!(paged, reply.rows.iter().map(|row| row.recommendation.clone()).collect::<Vec<_>>());

    // On an earlier day as it stood then; what went into the bin is not there.
    assert_eq!(work.ask_on("2023-06-30", outline("R")).overdue, 0);
    assert_eq!(work.ask_on("2024-01-31", outline("R")).rows[4].state, S::Open);
    work.edit(Delete { item: c });
    assert_eq!(work.ask(outline("R")).rows[0].state, S::NotTakenUp);
}

/// The catalogue's own documents: every row says what its page says, and the head counts what the rows show.
#[test]
fn a_row_says_what_its_page_says() {
    let work = Work::sample();
    for source in ["A4P+", "CF20", "CF17"] {
        for as_of in ["2026-11-20", "2023-06-01"] {
            let reply = work.ask_on(as_of, outline(source));
            assert_eq!(reply.rows.len(), reply.total as usize);
            let whole: Vec<_> = reply.rows.iter().filter(|row| !row.part).collect();
            let count = |is: &dyn Fn(S) -> bool| u32::try_from(whole.iter().filter(|row| is(row.state)).count()).expect("few");
            assert_eq!(reply.items, count(&|_| true));
            assert_eq!(reply.taken_up, count(&|state| state != S::NotTakenUp), "{source} as of {as_of}");
            assert_eq!((reply.implemented, reply.overdue), (count(&|s| s == S::Implemented), count(&|s| s == S::Overdue)));
            for row in reply.rows.iter().take(12) {
                let ItemPage::Recommendation(page) = work.ask_on(as_of, Show { item: row.id.to_string() }) else {
                    panic!("{} is a recommendation", row.recommendation)
                };
                assert_eq!(
                    (page.progress.state, page.commitments.len()),
                    (row.state, row.commitments as usize),
                    "{}",
                    row.recommendation
                );
            }
        }
    }
}
