//! D24: Milestones, short-, medium- and long-term.

use crate::desk::{Work, day};
use followthrough_commands::*;
use followthrough_model::vocabulary::Term;

#[test]
fn d24_milestones() {
    let (work, c) = Work::small();
    let add = |text: &str, due: Option<&str>, term: Term| {
        let milestone =
            AddMilestone { commitment: c.clone(), text: text.into(), due: due.map(str::to_owned), term: Some(term), event: None };
        work.edit(milestone).reference
    };
    let draft = add("A first draft", Some("March 2026"), Term::Short);
    let pilot = add("A pilot in two missions", Some("by the end of 2026"), Term::Medium);
    let rolled = add("Applied in every mission", None, Term::Long);
    assert!(draft.starts_with("M-"));

    // On the page in their order, each with its own due and state; the commitment's due is apart from theirs.
    let page = work.commitment_page(&c);
    let of = |page: &read::commitment::CommitmentPage| page.milestones.iter().map(|m| m.reference.clone()).collect::<Vec<_>>();
    assert_eq!(of(&page), [draft.clone(), pilot.clone(), rolled.clone()]);
    assert_eq!((page.milestones[0].days_overdue, page.milestones[1].days_overdue), (Some(234), None));
    assert_eq!(
        page.milestones.iter().map(|m| m.term).collect::<Vec<_>>(),
        [Some(Term::Short), Some(Term::Medium), Some(Term::Long)]
    );
    assert_eq!(page.due.expect("a due").due_by, Some(day("2023-12-31")));

    // The list of all that are due, over all commitments.
    let listed = |overdue: bool, due_within: Option<u32>| {
        work.ask(Milestones { overdue, due_within, ..Milestones::default() })
            .items
            .into_iter()
            .map(|m| m.reference)
            .collect::<Vec<_>>()
    };
    assert_eq!(listed(true, None), std::slice::from_ref(&draft));
    assert_eq!(listed(false, Some(90)), std::slice::from_ref(&pilot));
    assert_eq!(listed(false, None), [draft.clone(), pilot.clone()]);

    // A step is moved as a commitment is: with a reason, and the first due stays.
    let moved =
        SetDue { commitment: pilot.clone(), words: "Q2 2027".into(), reason: "One mission closed.".into(), ..SetDue::default() };
    assert_eq!(work.edit(moved).due_by, Some(day("2027-06-30")));
    let page = work.commitment_page(&c);
    assert_eq!((page.milestones[1].slips, page.milestones[1].original), (1, Some(day("2026-12-31"))));
    assert_eq!(page.slips, 0, "the commitment itself did not move");

    // Reached, opened again, reached.
    let complete = |on: &str| CompleteMilestone { milestone: draft.clone(), on: Some(on.into()) };
    work.edit(complete("2026-04-15"));
    assert_eq!(work.commitment_page(&c).milestones[0].done_on, Some(day("2026-04-15")));
    assert_eq!(listed(true, None), Vec::<String>::new());
    assert_eq!(work.commitment_on("2026-04-10", &c).milestones[0].days_overdue, Some(10), "it was late on that day");
    work.edit(complete("none"));
    assert_eq!(listed(true, None), std::slice::from_ref(&draft));
    assert_eq!(work.refused(complete("2027-01-01")).code, "future");

    // Another order; found by its words; its reference opens the commitment.
    work.edit(EditMilestone { milestone: rolled.clone(), place: Some(1), ..EditMilestone::default() });
    assert_eq!(of(&work.commitment_page(&c)), [rolled, draft.clone(), pilot.clone()]);
    let hits = work.ask(Search { words: "pilot".into(), ..Search::default() }).hits;
    assert_eq!((hits[0].reference.as_str(), hits[0].open), (pilot.as_str(), work.commitment_page(&c).id));
    assert_eq!(work.commitment_page(&pilot).reference, c);

    // Into the bin and back; and with its commitment it goes out of the list.
    work.edit(Delete { item: draft.clone() });
    assert_eq!(listed(true, None), Vec::<String>::new());
    work.edit(Restore { item: draft.clone() });
    assert_eq!(listed(true, None), std::slice::from_ref(&draft));
    work.edit(Delete { item: c.clone() });
    assert_eq!(listed(false, None), Vec::<String>::new());
    assert_eq!(work.refused(complete("2026-04-15")).code, "in_the_bin");
    assert!(work.ask(Search { words: "pilot".into(), ..Search::default() }).hits.is_empty());
    work.is_sound();
}
