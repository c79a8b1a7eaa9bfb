//! D31: Handover: a successor must be able to work from the file alone; search before add.

use crate::desk::{Work, edit, is_a_sentence, update};
use followthrough_commands::*;
use followthrough_model::Status;

#[test]
fn d31_a_successor_works_from_the_file_alone() {
    let (work, c) = Work::small();
    work.edit(EditCommitment { commitment: c.clone(), handler: Some("desk".into()), ..EditCommitment::default() });
    work.edit(update(&c, Some(Status::UnderImplementation), Some("2025-02-01")));
    work.edit(SetDue {
        commitment: c.clone(),
        words: "2025-12-31".into(),
        reason: "The money came late.".into(),
        ..SetDue::default()
    });
    work.edit(AddEvidence { item: c.clone(), note: Some("A letter of the department".into()), ..AddEvidence::default() });
    work.edit(SaveView { name: "Mine".into(), filter: Some("handler:desk".into()), ..SaveView::default() });
    work.edit(HoldReview { name: "Handover".into(), note: Some("Ask DPO about the camps.".into()) });

    // A colleague opens the file on another machine, and finds what to do by the views and queues.
    let successor = work.colleague();
    let views = successor.ask_today(Views {}).expect("answered");
    let mine = successor.ask_today(List { view: Some(views[0].name.clone()), ..List::default() }).expect("answered");
    assert_eq!(mine.commitments[0].commitment, c);
    assert_eq!(successor.ask_today(Overdue::default()).expect("answered").total, 1);
    let reviews = successor.ask_today(Reviews {}).expect("answered");
    assert_eq!((reviews[0].by.as_str(), reviews[0].note.as_deref()), ("desk", Some("Ask DPO about the camps.")));

    // The page and the history say what happened, who entered it, and why.
    let ItemPage::Commitment(page) = successor.ask_today(Show { item: c.clone() }).expect("answered") else { panic!("no page") };
    assert_eq!((page.slips, page.evidence.len(), page.timeline.len() >= 3), (1, 1, true));
    let history = successor.ask_today(History { item: c.clone(), limit: None }).expect("answered");
    assert!(history.iter().all(|line| line.author == "desk"));
    assert!(history.iter().any(|line| line.command == "SetDue"));
    let changes = successor.ask_today(Changes { since: "2000-01-01".into(), ..Changes::default() }).expect("answered");
    let lines: Vec<_> = changes.items.iter().flat_map(|item| &item.lines).collect();
    assert!(lines.iter().any(|line| line.why.as_deref() == Some("The money came late.") && line.by == "desk"));

    // Before adding, one searches; what is there already is not entered twice.
    let hits = successor.ask_today(Search { words: "camps".into(), ..Search::default() }).expect("answered").hits;
    assert!(hits.iter().any(|hit| hit.reference == c));
    let again = AddActor { name: "Department DPO".into(), ..AddActor::default() };
    let refused = Problem::from(successor.edit(again).expect_err("it is there already"));
    is_a_sentence(&refused.message);
    assert_eq!(refused.code, "taken");

    // The successor goes on; the file knows which of the two did what.
    edit(&successor, EditCommitment { commitment: c.clone(), handler: Some("colleague".into()), ..EditCommitment::default() });
    edit(&successor, update(&c, None, None));
    let history = work.ask(History { item: c.clone(), limit: None });
    assert_eq!(history[0].author, "colleague");
    let since = work.ask(Changes { since: "Handover".into(), ..Changes::default() });
    assert_eq!((since.total, since.items[0].lines[0].by.as_str()), (1, "colleague"));
    assert!(work.cli(&["changes", "Handover"]).out.contains("entered by colleague"));
    work.is_sound();
}
