//! D27: Done, in progress, planned; adopted on paper, applied, applied everywhere.

use crate::desk::{Work, update};
use followthrough_commands::*;
use followthrough_model::Status;
use followthrough_model::vocabulary::{Health, ListKind, Queue, Reach, Verdict};
use followthrough_store::read::commitment::TimelineEntry;

#[test]
fn d27_how_far_a_result_reaches() {
    let (work, c) = Work::small();
    let stands = |on: &str| {
        let page = work.commitment_on(on, &c);
        (page.status, page.reach)
    };
    // Planned: it was undertaken and nothing was reported.
    assert_eq!(stands("2026-11-20"), (Status::NotStarted, None));

    // In progress, and how it fares.
    work.edit(LogUpdate { health: Some(Health::AtRisk), ..update(&c, Some(Status::UnderImplementation), Some("2022-03-01")) });
    // Adopted on paper: a word about reach changes nothing about the status.
    work.edit(LogUpdate {
        text: "The policy was signed.".into(),
        reach: Some(Reach::Adopted),
        ..update(&c, None, Some("2022-09-01"))
    });
    assert_eq!(stands("2022-10-01"), (Status::UnderImplementation, Some(Reach::Adopted)));
    // Applied in some missions: in part, and still owed.
    work.edit(LogUpdate {
        reach: Some(Reach::Applied),
        health: Some(Health::OnTrack),
        ..update(&c, Some(Status::PartiallyImplemented), Some("2023-04-01"))
    });
    // A later word that says nothing of reach leaves it.
    work.log(&c, None, Some("2023-06-01"));
    let page = work.commitment_page(&c);
    assert_eq!(
        (page.status, page.reach, page.health),
        (Status::PartiallyImplemented, Some(Reach::Applied), Some(Health::OnTrack))
    );
    assert!(page.days_overdue.is_some(), "applied in part is not done");

    // Applied everywhere, reported as done: it waits on us until it is verified.
    work.edit(LogUpdate {
        reach: Some(Reach::AppliedEverywhere),
        ..update(&c, Some(Status::ReportedImplemented), Some("2024-02-01"))
    });
    assert_eq!(stands("2024-03-01"), (Status::ReportedImplemented, Some(Reach::AppliedEverywhere)));
    work.edit(AddEvidence { item: c.clone(), note: Some("The circular to all missions.".into()), ..AddEvidence::default() });
    let verdict = VerifyResult { commitment: c.clone(), verdict: Some(Verdict::Verified), ..VerifyResult::default() };
    work.edit(verdict);
    assert_eq!(stands("2026-11-20"), (Status::Implemented, Some(Reach::AppliedEverywhere)));

    // Each day keeps what was known to hold on it, and each word its own reach.
    assert_eq!(stands("2023-05-01"), (Status::PartiallyImplemented, Some(Reach::Applied)));
    let page = work.commitment_page(&c);
    let reach: Vec<_> =
        page.timeline.iter().filter_map(|e| if let TimelineEntry::Update(u) = e { u.reach } else { None }).collect();
    assert_eq!(reach, [Reach::AppliedEverywhere, Reach::Applied, Reach::Adopted]);

    // A correction of a word corrects what follows from it.
    let last = page.timeline.iter().find_map(|e| if let TimelineEntry::Update(u) = e { Some(u.reference.clone()) } else { None });
    work.edit(EditUpdate { update: last.expect("the last update"), reach: Some("applied".into()), ..EditUpdate::default() });
    assert_eq!(stands("2026-11-20").1, Some(Reach::Applied));

    // The closed ones stand in their own queue.
    let closed = List { kind: Some(ListKind::Commitments), queue: Some(Queue::Closed), ..List::default() };
    assert_eq!(work.ask(closed).commitments[0].status, Status::Implemented);
    work.is_sound();
}
