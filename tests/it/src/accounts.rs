//! The account of an actor, whose numbers are those of their lists on every day, and the matter of a letter, in which
//! nothing stands that is not for export.

use crate::desk::{Work, day, is_a_sentence, update};
use followthrough_commands::*;
use followthrough_model::Status;
use followthrough_model::vocabulary::{DecisionKind, ListKind, Role, Verdict};
use followthrough_store::read::account::{AccountReply, Counted};
use followthrough_store::read::owed::OwedReply;

fn account(actor: &str, tree: bool) -> Account {
    Account { actor: actor.into(), tree }
}

fn owed(work: &Work, actor: &str) -> OwedReply {
    work.ask(Owed { actor: actor.into(), tree: false })
}

fn private(item: &str) -> SetPrivate {
    SetPrivate { item: item.into(), private: true, reason: Some("Said in confidence.".into()) }
}

/// DPO with a part of its own, OMA, and a colleague, DOS: every sort of thing once or twice. Answers the references of
/// what DPO owes: overdue, moved and overdue, due soon.
fn busy() -> (Work, [String; 3]) {
    let (work, overdue) = Work::small();
    for label in ["2", "3", "4"] {
        work.recommendation("R", label);
    }
    work.edit(AddActor {
        name: "Office of Military Affairs".into(),
        short: Some("OMA".into()),
        parent: Some("DPO".into()),
        ..AddActor::default()
    });
    let moved = work.commitment("R 2", "DPO", "2024-06-30").reference;
    let words = SetDue {
        commitment: moved.clone(),
        words: "2025-06-30".into(),
        reason: "The mission closed.".into(),
        on: Some("2024-07-01".into()),
        ..SetDue::default()
    };
    work.edit(words);
    let soon = work.commitment("R 3", "DPO", "2026-12-31").reference;
    work.commitment("R 3", "OMA", "2024-01-31");
    let joined = work.commitment("R 4", "DOS", "2027-12-31").reference;
    work.edit(AddPartner { commitment: joined, actor: "DPO".into(), role: Some(Role::Joint) });
    let done = work.commitment("R 4", "DPO", "2024-01-10").reference;
    work.log(&done, Some(Status::ReportedImplemented), Some("2024-02-09"));
    work.edit(VerifyResult {
        commitment: done,
        verdict: Some(Verdict::Waived),
        reason: Some("Seen by us.".into()),
        on: Some("2024-05-01".into()),
        ..VerifyResult::default()
    });
    for (label, implied) in [("R 1", false), ("R 2", false), ("R 3", true)] {
        work.edit(AddAddressee { recommendation: label.into(), actor: "DPO".into(), implied });
    }
    work.edit(RecordDecision {
        recommendation: "R 1".into(),
        actor: "DPO".into(),
        answer: Some(DecisionKind::Accepted),
        on: Some("2024-03-01".into()),
        ..RecordDecision::default()
    });
    work.edit(AskActor {
        actor: "DPO".into(),
        about: vec![overdue.clone()],
        text: "Where does the plan for the camps stand?".into(),
        on: Some("2024-01-10".into()),
        ..AskActor::default()
    });
    (work, [overdue, moved, soon])
}

/// What the list of a number has.
fn listed(work: &Work, as_of: &str, counted: &Counted) -> u32 {
    let list =
        List { kind: Some(counted.list), queue: Some(counted.queue), filter: Some(counted.filter.clone()), ..List::default() };
    work.ask_on(as_of, list).total
}

fn numbers(a: &AccountReply) -> [&Counted; 13] {
    [
        &a.asked,
        &a.silent,
        &a.decided,
        &a.undertook,
        &a.leads,
        &a.owes,
        &a.overdue,
        &a.due_soon,
        &a.undated,
        &a.update_overdue,
        &a.delivered,
        &a.verified,
        &a.reported,
    ]
}

#[test]
fn an_account_says_what_was_asked_decided_undertaken_owed_and_delivered() {
    let (work, [overdue, moved, soon]) = busy();
    let a = work.ask(account("DPO", false));
    let n = numbers(&a).map(|counted| counted.n);
    assert_eq!(n, [3, 2, 1, 5, 4, 3, 2, 1, 0, 0, 1, 0, 0]);
    assert_eq!(a.overdue_rows.iter().map(|row| &row.commitment).collect::<Vec<_>>(), [&overdue, &moved]);
    assert_eq!(a.due_soon_rows.iter().map(|row| &row.commitment).collect::<Vec<_>>(), [&soon]);
    assert_eq!((a.requests, a.request_rows.len()), (1, 1));
    // Those without an answer stand first.
    assert_eq!(a.asked_rows.iter().map(|row| row.decision).collect::<Vec<_>>(), [None, None, Some(DecisionKind::Accepted)]);
    assert_eq!(a.answers.iter().map(|one| (one.answer, one.n)).collect::<Vec<_>>(), [(DecisionKind::Accepted, 1)]);
    // Delivered a month late: the day of the report counts, not that of our verdict.
    let late = a.delivered_late;
    assert_eq!((late.dated, late.late, late.median, late.longest), (1, 1, Some(30), Some(30)));
    // 1055 days and 508 days.
    let late = a.owed_late;
    assert_eq!((late.dated, late.late, late.median, late.longest), (3, 2, Some(508), Some(1055)));
    assert_eq!((a.moved, a.moves), (1, 1));

    // With what is under it.
    assert_eq!(a.below, 1);
    let tree = work.ask(account("DPO", true));
    assert_eq!((tree.owes.n, tree.overdue.n, tree.undertook.n), (4, 3, 6));
    assert_eq!(tree.overdue_rows[1].lead.as_deref(), Some("OMA"));
}

#[test]
fn a_number_of_an_account_is_the_total_of_its_list() {
    let (work, _) = busy();
    for as_of in ["2026-11-20", "2024-06-01", "2023-01-01"] {
        for tree in [false, true] {
            let a = work.ask_on(as_of, account("DPO", tree));
            for counted in numbers(&a) {
                assert_eq!(counted.n, listed(&work, as_of, counted), "{as_of} {tree} {counted:?}");
            }
        }
    }
    assert_eq!(work.ask_on("2024-02-15", account("DPO", false)).decided.n, 0);
    assert_eq!(work.ask_on("2024-02-15", account("DPO", false)).silent.n, 3);
    // What was delivered in May was not yet in March, and was owed in January.
    assert_eq!(work.ask_on("2024-03-01", account("DPO", false)).delivered.n, 0);
    assert_eq!(work.ask_on("2024-03-01", account("DPO", false)).reported.n, 1);
}

#[test]
fn an_account_follows_a_merge_and_a_succession() {
    let (work, _) = busy();
    let before = work.ask(account("DPO", false));
    work.edit(AddActor {
        name: "Department of Peacekeeping Operations".into(),
        short: Some("DPKO".into()),
        ..AddActor::default()
    });
    work.commitment("R 4", "DPKO", "2018-12-31");
    work.edit(EditActor {
        actor: "DPKO".into(),
        successor: Some("DPO".into()),
        succeeded_on: Some("2019-01-01".into()),
        ..EditActor::default()
    });
    work.edit(MergeActors { actor: "OMA".into(), into: "DOS".into(), reason: Some("One body.".into()) });
    let after = work.ask(account("DPO", false));
    assert_eq!(after.overdue.n, before.overdue.n + 1);
    for as_of in ["2026-11-20", "2018-12-31"] {
        for actor in ["DPO", "DOS", "DPKO"] {
            let a = work.ask_on(as_of, account(actor, false));
            for counted in numbers(&a) {
                assert_eq!(counted.n, listed(&work, as_of, counted), "{as_of} {actor} {counted:?}");
            }
        }
    }
}

#[test]
fn an_actor_alone_is_said_with_a_mark_after_its_name() {
    let (work, _) = busy();
    let total = |filter: &str, kind| work.ask(List { kind: Some(kind), filter: Some(filter.into()), ..List::default() }).total;
    let (c, r) = (ListKind::Commitments, ListKind::Recommendations);
    assert_eq!((total("lead:DPO", c), total("lead:DPO!", c)), (5, 4));
    assert_eq!((total("by:DPO", c), total("by:DPO!", c), total("by:none", c), total("-by:any", c)), (6, 5, 0, 0));
    assert_eq!((total("asked:DPO", r), total("decided:DPO", r), total("silent:DPO", r)), (3, 1, 2));
    assert_eq!((total("asked:none", r), total("decided:any", r), total("silent:any", r)), (1, 1, 2));
    assert_eq!((total("asked:DPO", c), total("lead:DPO!,DOS", c)), (4, 5));
    let refused = work.desk.ask_today(List { kind: Some(c), filter: Some("lead:nobody!".into()), ..List::default() });
    is_a_sentence(&refused.map(|_| ()).map_err(Problem::from).expect_err("nobody is called that").message);
}

#[test]
fn a_letter_has_all_that_is_owed_in_its_own_words() {
    let (work, [overdue, moved, soon]) = busy();
    work.edit(LogUpdate {
        text: "The tents have come.".into(),
        ..update(&overdue, Some(Status::UnderImplementation), Some("2024-08-01"))
    });
    let letter = owed(&work, "DPO");
    assert_eq!((letter.overdue_total, letter.due_soon_total, letter.answers_total, letter.responses_total), (2, 1, 1, 1));
    let [first, second] = letter.overdue.as_slice() else { panic!("two are overdue: {:?}", letter.overdue) };
    assert_eq!((first.commitment.as_str(), first.deliverable.as_str()), (overdue.as_str(), "A plan for the camps"));
    assert_eq!((first.recommendation.as_deref(), first.days_overdue, first.slips), (Some("R 1"), Some(1055), 0));
    let word = first.word.as_ref().expect("a word");
    assert_eq!((word.day, word.text.as_str()), (day("2024-08-01"), "The tents have come."));
    assert_eq!((second.commitment.as_str(), second.word.is_none()), (moved.as_str(), true));
    assert_eq!((second.first_stated.as_deref(), second.first_by), (Some("2024-06-30"), Some(day("2024-06-30"))));
    assert_eq!(second.due_by, Some(day("2025-06-30")));
    assert_eq!(letter.due_soon[0].commitment, soon);
    assert_eq!(letter.answers[0].about, [overdue]);
    // R 1 was answered; R 3 is only implied.
    assert_eq!(letter.responses.iter().map(|one| one.recommendation.as_str()).collect::<Vec<_>>(), ["R 2"]);
    assert_eq!((letter.unconfirmed, letter.left_out, letter.desk.as_str()), (1, 0, "desk"));

    // On an earlier day as it stood then.
    let then = work.ask_on("2024-07-15", Owed { actor: "DPO".into(), tree: false });
    assert_eq!(then.overdue.iter().map(|one| one.word.is_some()).collect::<Vec<_>>(), [false]);
    assert_eq!(work.ask(Owed { actor: "DPO".into(), tree: true }).overdue_total, 3);
}

/// Whatever is marked, and whatever hangs on it, is in no letter.
#[test]
fn nothing_private_is_in_a_letter() {
    let words = |letter: &OwedReply| serde_json::to_string(letter).expect("JSON");
    let check = |mark: &dyn Fn(&Work, &[String; 3]) -> String, secret: &str, left_out: u32| {
        let (work, refs) = busy();
        let marked = mark(&work, &refs);
        assert!(words(&owed(&work, "DPO")).contains(secret), "{secret} is there before");
        work.edit(private(&marked));
        for as_of in ["2026-11-20", "2026-11-19"] {
            let letter = work.ask_on(as_of, Owed { actor: "DPO".into(), tree: true });
            assert!(!words(&letter).contains(secret), "{secret}: {}", words(&letter));
            assert_eq!(letter.left_out, left_out, "{secret} as of {as_of}");
        }
    };
    check(
        &|work, [c, ..]| {
            work.edit(EditCommitment {
                commitment: c.clone(),
                deliverable: Some("A secret plan".into()),
                ..EditCommitment::default()
            });
            c.clone()
        },
        "A secret plan",
        2, // the question about it too
    );
    check(
        &|work, [c, ..]| {
            work.edit(LogUpdate { text: "Secretly nothing.".into(), ..update(c, None, Some("2026-11-01")) }).reference
        },
        "Secretly nothing.",
        0,
    );
    check(&|_, _| "R 2".into(), "R 2", 2);
    check(&|_, _| "R".into(), "A plan for the camps", 6);
    check(
        &|work, _| {
            let asked = AskActor {
                actor: "DPO".into(),
                about: vec!["R 2".into()],
                text: "Is the secret kept?".into(),
                on: Some("2024-02-10".into()),
                ..AskActor::default()
            };
            work.edit(asked).reference
        },
        "Is the secret kept?",
        1,
    );
    // The desk's own notes and flags never stand there, marked or not.
    let (work, [c, ..]) = busy();
    work.edit(SetNote { item: c.clone(), text: "Their man is tired.".into() });
    work.edit(SetFlag { item: c, on: "2026-12-01".into(), why: Some("Ring them.".into()) });
    let letter = words(&owed(&work, "DPO"));
    assert!(!letter.contains("tired") && !letter.contains("Ring them"));
}

#[test]
fn a_text_of_the_window_becomes_a_file() {
    let (work, _) = busy();
    let path = work.path("letter.txt");
    let text = "Excellency,\n\nرسالة 信\n";
    let written = work.act(SaveText { output: path.to_string_lossy().as_ref().into(), text: text.into() });
    assert_eq!(std::fs::read_to_string(&path).expect("it is there"), text);
    assert_eq!(written.bytes, text.len() as u64);
    let over = SaveText { output: work.file().to_string_lossy().as_ref().into(), text: text.into() };
    let today = work.desk.today();
    let refused = Act::run(over, &work.desk, &At::on(today, today)).map(|_| ()).map_err(Problem::from);
    is_a_sentence(&refused.expect_err("never over a workspace").message);
}

#[test]
fn the_terminal_prints_both() {
    let (work, [overdue, ..]) = busy();
    let ran = work.cli(&["owed", "DPO"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.out.contains(&overdue) && ran.out.contains("Overdue: 2"), "{}", ran.out);
    let ran = work.cli(&["account", "DPO"]);
    assert!(ran.out.contains("lead:\"DPO!\" status:open"), "{}", ran.out);
}
