//! Queues with their totals and ages, filters, groups: what a list answers, and that its figures agree with its rows.
//!
//! Does not look at plans; `plans` does.

use crate::desk::{Work, day, update};
use followthrough_commands::*;
use followthrough_model::Status;
use followthrough_model::vocabulary::{DecisionKind, ListKind, Queue};

fn list(kind: ListKind, queue: Queue) -> List {
    List { kind: Some(kind), queue: Some(queue), ..List::default() }
}

fn commitments(filter: &str) -> List {
    List { kind: Some(ListKind::Commitments), filter: Some(filter.into()), limit: Some(1000), ..List::default() }
}

/// References of the commitments that a filter admits.
fn admitted(work: &Work, filter: &str) -> Vec<String> {
    work.ask(commitments(filter)).commitments.into_iter().map(|c| c.commitment).collect()
}

#[test]
fn every_queue_says_its_total_and_its_ages() {
    let work = Work::sample();
    for as_of in ["2026-11-20", "2024-06-01"] {
        for queue in Queue::ALL {
            for kind in [ListKind::Commitments, ListKind::Recommendations] {
                let at = At::on(day(as_of), work.desk.today());
                let Ok(reply) = work.desk.ask(List { limit: Some(10_000), ..list(kind, *queue) }, &at) else { continue };
                let rows = reply.commitments.len() + reply.recommendations.len();
                assert_eq!(usize::try_from(reply.total).expect("a number"), rows, "{queue} of {kind} on {as_of}");
                let in_bands: u32 = reply.bands.iter().map(|b| b.count).sum();
                // Of all there is, and of what is done with, nothing presses by its age.
                let aged = if matches!(queue, Queue::All | Queue::Closed) { 0 } else { reply.total };
                assert_eq!(in_bands + reply.undated, aged, "{queue} of {kind} on {as_of}: {:?}", reply.bands);
            }
        }
    }
}

#[test]
fn rows_are_told_before_all_are_counted() {
    let work = Work::sample();
    let commitments = |filter: Option<&str>, limit, within| List {
        filter: filter.map(str::to_owned),
        limit: Some(limit),
        within,
        ..list(ListKind::Commitments, Queue::All)
    };
    for filter in [None, Some("status:open"), Some("text:p")] {
        let ids = |reply: &ListReply| reply.commitments.iter().map(|c| c.id).collect::<Vec<_>>();
        let soon = work.ask(commitments(filter, 5, Some(0)));
        assert_eq!((soon.counted, soon.total), (false, 5), "{filter:?}: there are at least those that are shown");
        let whole = work.ask(commitments(filter, 5, None));
        assert!(whole.counted && whole.total > 5, "{filter:?}: {}", whole.total);
        assert_eq!(ids(&soon), ids(&whole), "{filter:?}");
        // What was counted once is known until the next edit.
        assert_eq!(work.ask(commitments(filter, 5, Some(0))).counted, filter.is_some(), "{filter:?}");
        // Who sees all of it sees how many there are.
        assert_eq!(work.ask(commitments(filter, 10_000, Some(0))).total, whole.total, "{filter:?}");
        let enough = work.ask(commitments(filter, 5, Some(60_000)));
        assert_eq!((enough.counted, enough.total), (true, whole.total), "{filter:?}");
    }
    let late = |within| Overdue { filter: Some("evidence:none".into()), limit: Some(3), within, ..Overdue::default() };
    let (soon, whole) = (work.ask(late(Some(0))), work.ask(late(None)));
    assert_eq!((soon.counted, soon.total, soon.items.len()), (false, 3, 3));
    assert!(whole.counted && whole.total > 3);
    // No term is no filter.
    let of_source =
        |filter: &str| work.ask(List { source: Some("A4P+".into()), ..commitments(Some(filter), 5, None) }).commitments.len();
    assert_eq!((of_source(""), of_source("  ")), (5, 5));
    // Groups are counted before they are shown.
    let grouped = work.ask(List { group: Some("status".into()), ..commitments(None, 5, Some(0)) });
    assert!(grouped.counted && !grouped.groups.is_empty());
}

#[test]
fn queues_hold_what_they_say() {
    let (work, c) = Work::small();
    let other = work.commitment("R 1", "DOS", "2026-12-10").reference;
    let later = work.commitment("R 1", "DOS", "2027-01-25").reference;
    let queue = |queue| -> Vec<String> {
        work.ask(list(ListKind::Commitments, queue)).commitments.into_iter().map(|c| c.commitment).collect()
    };
    assert_eq!(queue(Queue::Overdue), [c.as_str()]);
    assert_eq!(queue(Queue::Due30), [other.as_str()]);
    assert_eq!(queue(Queue::DueSoon), [other.as_str(), later.as_str()]);
    work.edit(SetDue { commitment: c.clone(), words: "2024".into(), reason: "Late".into(), ..SetDue::default() });
    assert_eq!(queue(Queue::Slipping), [c.as_str()]);
    work.edit(SetLead { commitment: later.clone(), actor: "none".into(), on: None });
    assert_eq!(queue(Queue::NoLead), [later.as_str()]);
    work.edit(EditCommitment { commitment: other.clone(), handler: Some("desk".into()), ..EditCommitment::default() });
    assert_eq!(queue(Queue::Mine), [other.as_str()]);
    work.edit(EditCommitment { commitment: c.clone(), made_on: Some("2020-01-05".into()), ..EditCommitment::default() });
    let reply = work.ask(list(ListKind::Commitments, Queue::LongOutstanding));
    assert_eq!((reply.total, reply.commitments[0].commitment.as_str()), (1, c.as_str()));
    assert_eq!(reply.bands.iter().map(|b| b.count).collect::<Vec<_>>(), [0, 1, 0, 0], "{:?}", reply.bands);
    work.log(&other, Some(Status::ReportedImplemented), Some("2026-09-01"));
    let reply = work.ask(list(ListKind::Commitments, Queue::AwaitingVerification));
    assert_eq!(reply.bands[1].count, 1, "80 days: {:?}", reply.bands);
    // On an earlier day it had not been reported yet.
    assert_eq!(work.ask_on("2026-08-31", list(ListKind::Commitments, Queue::AwaitingVerification)).total, 0);
    work.recommendation("R", "2");
    let untaken = work.ask(list(ListKind::Recommendations, Queue::NotTakenUp));
    assert_eq!(untaken.recommendations.iter().map(|r| r.recommendation.as_str()).collect::<Vec<_>>(), ["R 2"]);
    assert_eq!(work.ask(list(ListKind::Recommendations, Queue::NoOwner)).total, 2);
    let problem = work.desk.ask_today(list(ListKind::Commitments, Queue::NoOwner)).expect_err("a queue of recommendations");
    crate::desk::is_a_sentence(&problem.to_string());
}

#[test]
fn a_filter_admits_what_it_says() {
    let (work, c) = Work::small();
    work.recommendation("R", "2");
    let other = work.commitment("R 2", "DOS", "2027-06-30").reference;
    work.edit(EditActor { actor: "DOS".into(), parent: Some("DPO".into()), ..EditActor::default() });
    let check = |filter: &str, expect: &[&str]| assert_eq!(admitted(&work, filter), expect, "{filter}");
    let both = [c.as_str(), other.as_str()];
    check("", &both);
    check("lead:DPO", &both); // with those under it
    check("lead:DOS", &both[1..]);
    check("-lead:DOS", &both[..1]);
    check("due<2024-06-01", &both[..1]);
    check("due:2027", &both[1..]);
    check("due:none", &[]);
    check("source:R status:open", &both);
    check("ref:\"R 2\"", &both[1..]);
    check("ref:2", &both[1..]);
    check(&format!("ref:{other}"), &both[1..]);
    check("queue:overdue", &both[..1]);
    check("evidence:none", &both);
    check("evidence>0", &[]);
    check("plan", &both);
    check("\"plan for the camps\"", &both);
    check("\"camps plan\"", &[]);
    check("colour", &[]);
    work.edit(update(&c, Some(Status::UnderImplementation), Some("2025-03-01")));
    check("drawn", &both[..1]); // in its update
    check("status:under_implementation,closed", &both[..1]);
    check("updated:2025-03", &both[..1]);
    check("handler:none", &both);
    check("level:none", &both);
    // Recommendations are asked for what their commitments have.
    let recommendations =
        work.ask(List { kind: Some(ListKind::Recommendations), filter: Some("due:2027".into()), ..List::default() });
    assert_eq!(recommendations.total, 1);
    assert_eq!(recommendations.recommendations[0].recommendation, "R 2");
    let actors = work.ask(List { kind: Some(ListKind::Actors), filter: Some("actor:DPO".into()), ..List::default() });
    assert_eq!(actors.total, 2);
    // Dated facts are those of the day.
    assert_eq!(work.ask_on("2025-02-28", commitments("status:under_implementation")).total, 0);
    assert_eq!(work.ask_on("2025-03-01", commitments("status:under_implementation")).total, 1);
}

#[test]
fn an_error_in_a_filter_points_at_its_place() {
    let (work, _) = Work::small();
    let check = |filter: &str, place: usize, len: usize| {
        let problem = Problem::from(work.desk.ask_today(commitments(filter)).expect_err(filter));
        crate::desk::is_a_sentence(&problem.message);
        assert_eq!(problem.detail, serde_json::json!({ "place": place, "len": len }), "{filter}: {}", problem.message);
        assert_eq!(problem.code, "filter");
    };
    check("status:open lead:NOBODY", 18, 6);
    check("colour:red", 1, 6);
    check("theme:\"no such theme\"", 8, 13);
}

#[test]
fn groups_add_up_and_begin_where_they_say() {
    let work = Work::sample();
    for by in
        ["lead", "source", "theme", "status", "health", "level", "priority", "force", "handler", "kind", "month", "decision"]
    {
        for kind in [ListKind::Commitments, ListKind::Recommendations] {
            for as_of in ["2026-11-20", "2024-06-01"] {
                let whole = List { kind: Some(kind), group: Some(by.into()), limit: Some(2000), ..List::default() };
                let reply = work.ask_on(as_of, whole.clone());
                assert_eq!(reply.groups.iter().map(|g| g.count).sum::<u32>(), reply.total, "{kind} by {by}");
                assert!(reply.groups.len() > usize::from(by == "lead"), "{by}");
                let Some(second) = reply.groups.get(1) else { continue };
                let paged = work.ask_on(as_of, List { offset: Some(second.start), limit: Some(1), ..whole });
                let at = usize::try_from(second.start).expect("an index");
                match kind {
                    ListKind::Commitments => assert_eq!(paged.commitments[0].id, reply.commitments[at].id, "by {by}"),
                    _ => assert_eq!(paged.recommendations[0].id, reply.recommendations[at].id, "by {by}"),
                }
            }
        }
    }
    // The overdue list by another group agrees with itself ungrouped.
    let (plain, grouped) =
        (work.ask(Overdue::default()), work.ask(Overdue { group: Some("source".into()), ..Overdue::default() }));
    assert_eq!((plain.total, plain.without_evidence, plain.moved), (grouped.total, grouped.without_evidence, grouped.moved));
    assert_eq!((plain.oldest, plain.bands), (grouped.oldest, grouped.bands));
    assert!(grouped.groups.iter().all(|g| g.overdue == g.count));
}

#[test]
fn a_declined_recommendation_is_not_waiting_to_be_taken_up() {
    let (work, _) = Work::small();
    work.recommendation("R", "2");
    let untaken = || work.ask(list(ListKind::Recommendations, Queue::NotTakenUp)).total;
    assert_eq!(untaken(), 1);
    let r = work.store().read(|r| Ok(r.find("R 2", &[followthrough_model::Kind::Recommendation])?.at)).expect("found");
    let dpo = work.store().read(|r| Ok(r.find("DPO", &[followthrough_model::Kind::Actor])?.at)).expect("found");
    work.store()
        .edit("RecordDecision", |tx| {
            let stamp = tx.stamp();
            tx.insert(&followthrough_model::record::Decision {
                recommendation: r,
                actor: dpo,
                answer: DecisionKind::NotAccepted,
                on_day: day("2026-01-01"),
                reason: None,
                planned_on: None,
                request: None,
                stamp,
            })
        })
        .expect("entered");
    assert_eq!(untaken(), 0);
}

#[test]
fn a_late_report_changes_the_day_but_not_what_was_known() {
    let (work, c) = Work::small();
    let queue = |as_of: &str, known: Option<i64>, queue| {
        let at = At { as_of: day(as_of), today: work.desk.today(), known };
        work.desk.ask(list(ListKind::Commitments, queue), &at).expect("answered")
    };
    let overdue = |as_of: &str, known| {
        let at = At { as_of: day(as_of), today: work.desk.today(), known };
        let whole = work.desk.ask(Overdue::default(), &at).expect("answered");
        let grouped = work.desk.ask(Overdue { group: Some("source".into()), ..Overdue::default() }, &at).expect("answered");
        assert_eq!((whole.total, whole.items.len()), (grouped.total, grouped.items.len()));
        whole.total
    };
    let before = work.last_entry();
    // In November 2026 we learn that it had been reported done in March 2025.
    work.log(&c, Some(Status::ReportedImplemented), Some("2025-03-01"));
    assert_eq!(overdue("2025-06-01", None), 0);
    assert_eq!(overdue("2025-06-01", Some(before)), 1);
    assert_eq!(queue("2025-06-01", None, Queue::AwaitingVerification).total, 1);
    assert_eq!(queue("2025-06-01", Some(before), Queue::AwaitingVerification).total, 0);
    // Today too, if one asks what was known before.
    assert_eq!(overdue("2026-11-20", Some(before)), 1);
    let page = |known| {
        let at = At { as_of: day("2026-11-20"), today: work.desk.today(), known };
        match work.desk.ask(Show { item: c.clone() }, &at).expect("answered") {
            ItemPage::Commitment(page) => page,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!((page(None).status, page(None).last_word), (Status::ReportedImplemented, Some(day("2025-03-01"))));
    assert_eq!((page(Some(before)).status, page(Some(before)).last_word), (Status::NotStarted, None));
    assert!(page(Some(before)).days_overdue.is_some());
    let counts =
        |known| work.desk.ask(Counts {}, &At { as_of: day("2026-11-20"), today: work.desk.today(), known }).expect("answered");
    assert_eq!((counts(None).overdue, counts(None).awaiting_verification), (0, 1));
    assert_eq!((counts(Some(before)).overdue, counts(Some(before)).awaiting_verification), (1, 0));
    // A due that is moved later is not known earlier; nor is a commitment that is entered later.
    let entered = work.last_entry();
    let other = work.commitment("R 1", "DOS", "2026-01-31").reference;
    assert_eq!(overdue("2026-11-20", Some(entered)), 0);
    let first_due = work.last_entry();
    work.edit(SetDue { commitment: other.clone(), words: "2027".into(), reason: "Late".into(), ..SetDue::default() });
    assert_eq!(overdue("2026-11-20", None), 0);
    assert_eq!(overdue("2026-11-20", Some(first_due)), 1);
    // What is in the bin by now counted before.
    let last = work.last_entry();
    work.edit(Delete { item: c.clone() });
    assert_eq!(queue("2026-11-20", None, Queue::All).total, 1);
    assert_eq!(queue("2026-11-20", Some(last), Queue::All).total, 2);
    let at = At { as_of: day("2026-11-20"), today: work.desk.today(), known: Some(before) };
    crate::desk::is_a_sentence(&work.desk.ask(Show { item: other }, &at).expect_err("not known then").to_string());
}

#[test]
fn what_was_moved_later_was_not_moved_yet() {
    let (work, c) = Work::small();
    work.edit(SetDue {
        commitment: c,
        words: "2024-09-30".into(),
        reason: "Asked.".into(),
        on: Some("2024-06-01".into()),
        ..SetDue::default()
    });
    let moved = |on: &str, lead: Option<&str>| {
        let reply = work.ask_on(on, Overdue { lead: lead.map(str::to_owned), ..Overdue::default() });
        (reply.total, reply.moved)
    };
    for lead in [None, Some("DPO")] {
        assert_eq!(moved("2024-03-01", lead), (1, 0), "as of a day before it was moved");
        assert_eq!(moved("2024-12-01", lead), (1, 1));
        assert_eq!(moved("2026-11-20", lead), (1, 1));
    }
}
