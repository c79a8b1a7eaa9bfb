//! D42: Answers for decisions: what is overdue, unowned, without evidence, stalled, slipping.

use crate::desk::{Work, update};
use followthrough_commands::*;
use followthrough_model::Status;
use followthrough_model::vocabulary::{ListKind, Queue};

fn queue(work: &Work, queue: Queue) -> ListReply {
    work.ask(List { kind: Some(ListKind::Commitments), queue: Some(queue), ..List::default() })
}

fn only(reply: &ListReply) -> &str {
    assert_eq!((reply.total, reply.commitments.len()), (1, 1), "{reply:?}");
    &reply.commitments[0].commitment
}

#[test]
fn d42_answers_for_decisions() {
    let (work, late) = Work::small();
    let quiet = work.commitment("R 1", "DPO", "2028-12-31").reference;
    let adrift = work.commitment("R 1", "DOS", "2028-06-30").reference;
    work.edit(SetLead { commitment: adrift.clone(), actor: "none".into(), on: None });
    work.edit(SetReviewInterval { item: quiet.clone(), months: "6".into() });
    work.edit(update(&quiet, Some(Status::UnderImplementation), Some("2026-01-10")));

    // Overdue: how many, how old, at whom.
    let overdue = work.ask(Overdue { group: Some("lead".into()), ..Overdue::default() });
    assert_eq!((overdue.total, overdue.items[0].commitment.as_str()), (1, late.as_str()));
    assert_eq!(overdue.bands[2].count, 1, "between two and three years: {:?}", overdue.bands);
    assert_eq!(overdue.groups[0].key.as_deref(), Some("DPO"));

    // The same stands in the summary that goes to those who decide.
    let summary = work.path("summary.md").to_string_lossy().into_owned();
    let written = work.cli(&["summary", "--format", "md", "--output", &summary]);
    assert_eq!(written.code, Some(0), "{}", written.err);
    let summary = std::fs::read_to_string(work.path("summary.md")).expect("written");
    assert!(summary.contains(&late), "{summary}");

    // Unowned, without evidence, stalled (no word for longer than its interval).
    assert_eq!(only(&queue(&work, Queue::NoLead)), adrift);
    assert_eq!(queue(&work, Queue::NoEvidence).total, 3);
    work.edit(AddEvidence { item: adrift.clone(), note: Some("A letter".into()), ..AddEvidence::default() });
    assert_eq!(queue(&work, Queue::NoEvidence).total, 2);
    assert_eq!(only(&queue(&work, Queue::UpdateOverdue)), quiet);

    // Slipping: put off once, it is no longer overdue, and stands here instead, with the first date beside it.
    let put_off =
        SetDue { commitment: late.clone(), words: "2027-12-31".into(), reason: "No money.".into(), ..SetDue::default() };
    work.edit(put_off);
    assert_eq!(queue(&work, Queue::Overdue).total, 0);
    let slipping = queue(&work, Queue::Slipping);
    assert_eq!(only(&slipping), late);
    assert_eq!((slipping.commitments[0].slips, slipping.commitments[0].days_moved), (1, Some(1461)));

    // The same answers for one actor, one source, and on the day of the last meeting.
    let of_dpo = work.ask(List {
        kind: Some(ListKind::Commitments),
        filter: Some("lead:DPO queue:slipping,update_overdue".into()),
        ..List::default()
    });
    assert_eq!(of_dpo.total, 2);
    let then = work.ask_on("2024-06-01", Overdue { filter: Some("source:R".into()), ..Overdue::default() });
    assert_eq!((then.total, then.items[0].commitment.as_str()), (1, late.as_str()));
    let counts = work.ask(Counts {});
    assert_eq!((counts.no_lead, counts.slipping, counts.update_overdue, counts.overdue), (1, 1, 1, 0));

    // In the terminal.
    let said = work.cli(&["list", "commitments", "--queue", "slipping"]).out;
    assert!(said.contains(&late) && said.contains("By age:"), "{said}");
}
