//! What changed since a day, a review or an entry; saved views.
//!
//! Does not test lists; `lists` does.

use crate::desk::{Work, is_a_sentence};
use followthrough_commands::*;
use followthrough_model::Status;
use followthrough_model::vocabulary::{ListKind, Verdict};
use followthrough_store::read::changes::ChangeKind;

#[test]
fn what_changed_since_a_review_says_who_and_why() {
    let (work, c) = Work::small();
    let other = work.commitment("R 1", "DOS", "2026-06-30").reference;
    work.edit(HoldReview { name: "Spring".into(), note: Some("All was read.".into()) });
    is_a_sentence(&work.refused(HoldReview { name: "spring".into(), note: None }).message);
    let since = |said: &str| work.ask(Changes { since: said.into(), ..Changes::default() });
    assert_eq!(since("Spring").total, 0);
    work.edit(SetDue { commitment: c.clone(), words: "2028".into(), reason: "No money.".into(), ..SetDue::default() });
    work.log(&other, Some(Status::ReportedImplemented), Some("2026-05-01"));
    let waived = VerifyResult {
        commitment: other.clone(),
        verdict: Some(Verdict::Waived),
        reason: Some("Seen.".into()),
        ..VerifyResult::default()
    };
    work.edit(waived);
    work.recommendation("R", "2");
    let reply = since("Spring");
    assert_eq!((reply.total, reply.totals.new, reply.totals.slipped, reply.totals.closed), (3, 1, 1, 1), "{reply:?}");
    // Newest first, and all that happened to one item together.
    let refs: Vec<&str> = reply.items.iter().map(|i| i.reference.as_str()).collect();
    assert_eq!(refs, ["R 2", other.as_str(), c.as_str()]);
    let slip = &reply.items[2].lines[0];
    assert_eq!((slip.what, slip.why.as_deref(), slip.by.as_str()), (ChangeKind::Slipped, Some("No money."), "desk"));
    assert_eq!((slip.old.as_deref(), slip.new.as_deref()), (Some("2023-12-31"), Some("2028")));
    let closed = &reply.items[1].lines[0];
    assert_eq!((closed.what, closed.why.as_deref()), (ChangeKind::Closed, Some("Seen.")));
    assert_eq!(closed.new.as_deref(), Some("implemented"));
    // Reopened is told apart; what was taken back is not told.
    let mark = work.last_entry();
    work.log(&other, Some(Status::UnderImplementation), None);
    assert_eq!(since(&mark.to_string()).totals.reopened, 1);
    work.edit(Undo {});
    assert_eq!(since(&mark.to_string()).total, 0);
    // A filter, a day, pages.
    let only = work.ask(Changes { since: "Spring".into(), filter: Some("lead:DPO".into()), ..Changes::default() });
    assert_eq!(only.items.iter().map(|i| i.reference.as_str()).collect::<Vec<_>>(), ["R 2", c.as_str()][1..]);
    assert_eq!(since("2000-01-01").after, 0);
    assert_eq!(since("2100-01-01").total, 0);
    let page = work.ask(Changes { since: "Spring".into(), limit: Some(1), offset: Some(1), ..Changes::default() });
    assert_eq!((page.total, page.items.len(), page.items[0].reference.as_str()), (3, 1, other.as_str()));
    let unknown = work.desk.ask_today(Changes { since: "Autumn".into(), ..Changes::default() });
    is_a_sentence(&unknown.expect_err("no such review").to_string());
    assert!(work.cli(&["changes", "Spring"]).out.contains("No money."));
}

#[test]
fn a_saved_view_lists_what_it_says() {
    let (work, c) = Work::small();
    work.commitment("R 1", "DOS", "2027-06-30");
    work.edit(SaveView { name: "Late at DPO".into(), filter: Some("owner:DPO  queue:overdue".into()), ..SaveView::default() });
    let listed = || work.ask(List { view: Some("late at dpo".into()), ..List::default() });
    assert_eq!((listed().total, listed().commitments[0].commitment.as_str()), (1, c.as_str()));
    assert_eq!(work.ask(Views {})[0].filter, "lead:DPO queue:overdue");
    work.edit(EditView {
        view: "Late at DPO".into(),
        filter: Some(String::new()),
        group: Some("lead".into()),
        ..EditView::default()
    });
    assert_eq!((listed().total, listed().groups.len()), (2, 2));
    is_a_sentence(&work.refused(SaveView { name: "late at DPO".into(), ..SaveView::default() }).message);
    is_a_sentence(
        &work.refused(SaveView { name: "Other".into(), filter: Some("colour:red".into()), ..SaveView::default() }).message,
    );
    work.edit(Delete { item: "Late at DPO".into() });
    assert!(work.ask(Views {}).is_empty());
    work.edit(Restore { item: "Late at DPO".into() });
    assert_eq!(listed().total, 2);
    let list = List { kind: Some(ListKind::Recommendations), view: Some("nothing".into()), ..List::default() };
    is_a_sentence(&work.desk.ask_today(list).expect_err("no such view").to_string());
}
