//! Two days side by side: every count is what the lists answer as of that day, and every item that differs is named under
//! how it differs; with late entries, a filter, pages, and what was known before.
//!
//! Does not test what happened in between; `reviews` does.

use crate::desk::{Work, is_a_sentence};
use followthrough_commands::*;
use followthrough_model::Status;
use followthrough_model::vocabulary::{CompareKind, ListKind, Queue, Verdict};
use followthrough_store::read::compare::{CompareReply, Moved};
use std::collections::BTreeSet;

fn total(work: &Work, day: &str, queue: Option<Queue>, filter: Option<&str>) -> u32 {
    let list = List { kind: Some(ListKind::Commitments), queue, filter: filter.map(str::to_owned), ..List::default() };
    work.ask_on(day, list).total
}

/// Every number is that of the list as of its day.
#[track_caller]
fn same_as_lists(work: &Work, from: &str, to: &str, filter: Option<&str>) -> CompareReply {
    let told = work.ask(Compare {
        from: from.into(),
        to: Some(to.into()),
        filter: filter.map(str::to_owned),
        limit: Some(1_000),
        ..Compare::default()
    });
    for (day, side) in [(from, 0), (to, 1)] {
        let of = |pair: &followthrough_store::read::compare::Pair| if side == 0 { pair.from } else { pair.to };
        let with = |more: &str| Some(format!("{more} {}", filter.unwrap_or("")).trim().to_owned());
        let count = |queue, more: &str| total(work, day, queue, with(more).as_deref().filter(|said| !said.is_empty()));
        assert_eq!(of(&told.total), count(None, ""), "all on {day}");
        assert_eq!(of(&told.overdue), count(Some(Queue::Overdue), ""), "overdue on {day}");
        assert_eq!(of(&told.closed), count(Some(Queue::Closed), ""), "closed on {day}");
        assert_eq!(of(&told.open), count(None, "status:open"), "open on {day}");
        assert_eq!(of(&told.implemented), count(None, "status:implemented"), "implemented on {day}");
        for status in Status::ALL {
            let counted = told.statuses.iter().find(|s| s.status == *status).map_or(0, |s| of(&s.count));
            assert_eq!(counted, count(None, &format!("status:{status}")), "{status} on {day}");
        }
        for lead in &told.leads {
            let Some(named) = &lead.lead else {
                assert_eq!(of(&lead.count), count(None, "lead:none"), "without a lead on {day}");
                continue;
            };
            if filter.is_none() {
                let list = |queue| List {
                    kind: Some(ListKind::Commitments),
                    queue,
                    lead: Some(named.id.to_string()),
                    ..List::default()
                };
                assert_eq!(of(&lead.count), work.ask_on(day, list(None)).total, "{} on {day}", named.reference);
                assert_eq!(
                    of(&lead.overdue),
                    work.ask_on(day, list(Some(Queue::Overdue))).total,
                    "late of {} on {day}",
                    named.reference
                );
            }
        }
        assert!(of(&told.verified) <= of(&told.implemented));
    }
    let sum = |what| i64::from(kind(&told, what).total);
    let difference = |pair: followthrough_store::read::compare::Pair| i64::from(pair.to) - i64::from(pair.from);
    assert_eq!(difference(told.overdue), sum(CompareKind::BecameOverdue) - sum(CompareKind::NoLongerOverdue));
    assert_eq!(difference(told.total), sum(CompareKind::New) - sum(CompareKind::Gone));
    for moved in &told.moved {
        assert_eq!(usize::try_from(moved.total).expect("a number"), moved.items.len(), "{}", moved.what);
    }
    told
}

fn kind(told: &CompareReply, what: CompareKind) -> &Moved {
    told.moved.iter().find(|moved| moved.what == what).expect("every sort is there")
}

fn named(told: &CompareReply, what: CompareKind) -> Vec<String> {
    kind(told, what).items.iter().map(|item| item.reference.clone()).collect()
}

/// A register in which everything happens once: the commitments in their order.
fn lived() -> (Work, Vec<String>) {
    let (work, first) = Work::small();
    let made = |due: &str| work.commitment("R 1", "DPO", due).reference;
    let cs = vec![first, made("2026-06-30"), made("2027-06-30"), made("2026-03-31"), made("2028-12-31"), made("2026-01-31")];
    let log = |n: usize, status: Status, on: &str| drop(work.log(&cs[n], Some(status), Some(on)));
    log(1, Status::ReportedImplemented, "2026-03-01");
    work.edit(AddEvidence { item: cs[1].clone(), note: Some("A note".into()), ..AddEvidence::default() });
    work.edit(VerifyResult {
        commitment: cs[1].clone(),
        verdict: Some(Verdict::Verified),
        on: Some("2026-04-01".into()),
        ..VerifyResult::default()
    });
    work.edit(SetDue {
        commitment: cs[2].clone(),
        words: "2028".into(),
        reason: "Asked.".into(),
        on: Some("2026-05-01".into()),
        ..SetDue::default()
    });
    work.edit(SetLead { commitment: cs[2].clone(), actor: "DOS".into(), on: Some("2026-05-02".into()) });
    log(0, Status::ReportedImplemented, "2026-07-15");
    log(4, Status::OvertakenByEvents, "2025-06-01");
    log(4, Status::UnderImplementation, "2026-07-01");
    // Overdue from February to May, then moved on; entered late.
    work.edit(SetDue {
        commitment: cs[5].clone(),
        words: "2027".into(),
        reason: "Asked.".into(),
        on: Some("2026-05-15".into()),
        ..SetDue::default()
    });
    work.edit(VerifyResult {
        commitment: cs[0].clone(),
        verdict: Some(Verdict::Waived),
        reason: Some("Seen on the ground.".into()),
        on: Some("2026-08-01".into()),
        ..VerifyResult::default()
    });
    (work, cs)
}

#[test]
fn every_count_is_that_of_the_lists_of_its_day() {
    let (work, _) = lived();
    let days = ["2020-01-01", "2024-01-01", "2026-02-15", "2026-04-01", "2026-05-10", "2026-08-01", "2026-11-19", "2026-11-20"];
    for (n, from) in days.iter().enumerate() {
        for to in &days[n..] {
            same_as_lists(&work, from, to, None);
        }
    }
    for filter in ["lead:DOS", "status:open", "source:R", "due<2027"] {
        same_as_lists(&work, "2026-02-15", "2026-11-20", Some(filter));
    }
    work.is_sound();
}

#[test]
fn the_practice_workspace_agrees_with_its_lists() {
    let work = Work::sample();
    for (from, to) in [("2023-06-01", "2024-01-01"), ("2025-01-01", "2026-11-20"), ("2024-06-30", "2024-06-30")] {
        let told = same_as_lists(&work, from, to, None);
        assert!(told.total.to > 0);
    }
}

#[test]
fn what_differs_is_named_under_how_it_differs() {
    let (work, cs) = lived();
    let told = same_as_lists(&work, "2026-02-15", "2026-11-20", None);
    let c = |n: usize| vec![cs[n].clone()];
    assert_eq!(named(&told, CompareKind::Closed), [cs[0].clone(), cs[1].clone()]);
    assert_eq!(named(&told, CompareKind::Reopened), c(4));
    assert_eq!(named(&told, CompareKind::BecameOverdue), c(3));
    assert_eq!(named(&told, CompareKind::NoLongerOverdue), [cs[0].clone(), cs[5].clone()]);
    assert_eq!(named(&told, CompareKind::DueMoved), [cs[2].clone(), cs[5].clone()]);
    assert_eq!(named(&told, CompareKind::LeadChanged), c(2));
    assert_eq!(named(&told, CompareKind::StatusChanged), [cs[0].clone(), cs[1].clone(), cs[4].clone()]);
    assert_eq!((told.verified.to, told.implemented.to), (1, 2), "one was waived");
    assert_eq!(told.differ, 6);
    let moved = &kind(&told, CompareKind::LeadChanged).items[0];
    let lead = |side: &Option<followthrough_store::read::compare::CompareSide>| side.as_ref().and_then(|side| side.lead.clone());
    assert_eq!((lead(&moved.before).as_deref(), lead(&moved.after).as_deref()), (Some("DPO"), Some("DOS")));
    // A day against itself.
    assert_eq!(same_as_lists(&work, "2026-05-10", "2026-05-10", None).differ, 0);
}

#[test]
fn a_filter_is_asked_of_each_day_by_itself() {
    let (work, cs) = lived();
    let told = same_as_lists(&work, "2026-02-15", "2026-11-20", Some("lead:DOS"));
    assert_eq!((told.total.from, told.total.to), (0, 1));
    assert_eq!(named(&told, CompareKind::New), [cs[2].clone()]);
    let told = same_as_lists(&work, "2026-02-15", "2026-11-20", Some("lead:DPO"));
    assert_eq!(named(&told, CompareKind::Gone), [cs[2].clone()]);
}

#[test]
fn one_sort_is_paged_and_the_totals_stay() {
    let (work, _) = lived();
    for n in 0..25 {
        work.commitment("R 1", "DPO", &format!("2026-03-{:02}", n + 1));
    }
    let page = |what, limit, offset| work.ask(Compare { from: "2026-02-15".into(), what, limit, offset, ..Compare::default() });
    let all = page(None, None, None);
    assert_eq!((kind(&all, CompareKind::BecameOverdue).total, kind(&all, CompareKind::BecameOverdue).items.len()), (26, 10));
    let mut seen = BTreeSet::new();
    for offset in [0, 10, 20] {
        let one = page(Some(CompareKind::BecameOverdue), Some(10), Some(offset));
        assert_eq!(one.differ, all.differ);
        assert!(kind(&one, CompareKind::DueMoved).items.is_empty());
        seen.extend(named(&one, CompareKind::BecameOverdue));
    }
    assert_eq!(seen.len(), 26);
}

#[test]
fn days_the_wrong_way_round_are_refused() {
    let (work, _) = Work::small();
    let args = r#"{"from":"2026-05-01","to":"2026-01-01"}"#;
    let problem = work.desk.call("Compare", args, "{}").expect_err("refused");
    let said: serde_json::Value = serde_json::from_str(&problem).expect("JSON");
    assert_eq!(said["code"], "order");
    is_a_sentence(said["message"].as_str().expect("a sentence"));
}
