//! An old register taken over: the preview, what it becomes, what is closed in bulk, and one undo for all of it.
//!
//! Ugly tables are read in `import`; here one stands for all.

use crate::desk::{Work, dump, is_a_sentence, same};
use followthrough_commands::*;
use followthrough_model::Status;
use followthrough_model::vocabulary::{ListKind, Queue};

const OLD: &str = "No.\tRecommendation\tResponsible\tDeadline\tStatus\tComments\n\
    1\tTrain all staff before they deploy\tDPO\t31/12/2023\tIn progress\tFunds are late\n\
    2\tReview the mandate\tDepartment DOS, DPO\tQ2 2022\tImplemented\t\n\
    3\t\"Publish the figures,\nevery year\"\tField Support Unit\twhen it is calm\tWithdrawn\t\n\
    4\tAppoint an adviser\tDPO\t\tamber\t\n";

fn take() -> TakeOverRegister {
    TakeOverRegister { text: OLD.into(), source: "OLD".into(), file: "tracker-2019.xlsx".into(), ..TakeOverRegister::default() }
}

#[test]
fn an_old_register_is_taken_over_after_a_preview() {
    let work = Work::new();
    work.actor("DPO");
    work.actor("DOS");
    let before = dump(&work.file());
    let entry = work.last_entry();
    let preview = work.ask(ReadRegister { text: OLD.into(), source: Some("OLD".into()), ..ReadRegister::default() });
    assert_eq!(work.last_entry(), entry, "a preview writes nothing");
    let columns: Vec<_> = preview.columns.iter().map(|c| c.is.as_deref().unwrap_or("-")).collect();
    assert_eq!(columns, ["reference", "text", "responsible", "deadline", "status", "-"]);
    assert_eq!((preview.total, preview.closed, preview.duplicates, preview.doubtful), (4, 2, 0, 1));
    assert_eq!(preview.new_actors, ["Field Support Unit"]);
    let who: Vec<_> = preview.rows[1].responsible.iter().map(|a| a.known.as_deref()).collect();
    assert_eq!(who, [Some("DOS"), Some("DPO")]);
    for problem in preview.rows.iter().flat_map(|r| &r.problems) {
        is_a_sentence(problem);
    }

    let taken = work.edit(take());
    assert_eq!((taken.recommendations, taken.commitments, taken.closed, taken.actors), (4, 4, 2, 1));
    let commitments = work.ask(List { kind: Some(ListKind::Commitments), ..List::default() }).commitments;
    let of = |label: &str| {
        let row = commitments.iter().find(|c| c.recommendation.as_deref() == Some(label)).expect("a commitment");
        work.commitment_page(&row.commitment)
    };
    let (first, second, third, fourth) = (of("OLD 1"), of("OLD 2"), of("OLD 3"), of("OLD 4"));
    assert_eq!(first.status, Status::UnderImplementation);
    assert_eq!(first.due.as_ref().and_then(|d| d.due_by).map(|d| d.to_string()).as_deref(), Some("2023-12-31"));
    assert_eq!(second.status, Status::Implemented);
    assert_eq!(second.joint.iter().map(|a| a.reference.as_str()).collect::<Vec<_>>(), ["DPO"]);
    assert_eq!(third.status, Status::ClosedWithoutImplementation);
    assert_eq!(third.lead.as_ref().map(|l| l.name.as_str()), Some("Field Support Unit"));
    assert_eq!(third.due.as_ref().map(|d| (d.stated.as_str(), d.due_by)), Some(("when it is calm", None)));
    assert_eq!(fourth.status, Status::NotStarted);
    // The reason says where it stood; nothing closed waits for a verification.
    let said = serde_json::to_string(&second.timeline).expect("JSON");
    assert!(said.contains("Closed before this register, row 3 of tracker-2019.xlsx."), "{said}");
    let said = serde_json::to_string(&third.timeline).expect("JSON");
    assert!(said.contains("Closed before this register, row 4 of tracker-2019.xlsx. It said “Withdrawn”."), "{said}");
    let waiting = List { kind: Some(ListKind::Commitments), queue: Some(Queue::AwaitingVerification), ..List::default() };
    assert_eq!(work.ask(waiting).total, 0);
    // No words are lost.
    let remark = work.raw().query_row("SELECT remark FROM recommendation WHERE label = '1'", [], |r| r.get::<_, String>(0));
    assert_eq!(remark.as_deref(), Ok("Comments: Funds are late"));

    // Once more: every row is there already.
    let again = work.edit(take());
    assert_eq!((again.recommendations, again.duplicates, again.actors), (0, 4, 0));
    // One undo takes it all back.
    work.edit(Undo {});
    same(&before, &dump(&work.file()), "taken back");
    work.is_sound();
}

#[test]
fn what_was_closed_can_be_dated_before_this_register() {
    let work = Work::new();
    work.edit(TakeOverRegister { closed_before: Some("2025-01-01".into()), ..take() });
    let closed = List { kind: Some(ListKind::Commitments), queue: Some(Queue::Closed), ..List::default() };
    assert_eq!(work.ask_on("2024-12-31", closed.clone()).total, 2);
    assert_eq!(work.ask_on("2024-12-30", closed).total, 0);
    let ahead = work.refused(TakeOverRegister { closed_before: Some("2099-01-01".into()), ..take() });
    is_a_sentence(&ahead.message);
}

#[test]
fn columns_that_cannot_be_told_are_asked_for() {
    let work = Work::new();
    let before = work.last_entry();
    let text = "a\tb\tc\nx\ty\tz\n".to_owned();
    let refused = work.refused(TakeOverRegister { text: text.clone(), ..take() });
    assert_eq!(refused.code, "columns");
    is_a_sentence(&refused.message);
    assert!(refused.message.contains("cannot be told"));
    assert_eq!(work.last_entry(), before, "nothing changed");
    let columns = ["reference", "text", "-"].map(str::to_owned).to_vec();
    let read = work.ask(ReadRegister { text, columns, ..ReadRegister::default() });
    assert_eq!(read.rows.iter().map(|r| r.text.as_str()).collect::<Vec<_>>(), ["b", "y"]);
}
