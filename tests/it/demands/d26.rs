//! D26: Regular dated updates by each responsible side, formal or informal; overdue for an update is not the same
//! as overdue for delivery.

use crate::desk::{Work, day, update};
use followthrough_commands::*;
use followthrough_model::Status;
use followthrough_store::read::commitment::TimelineEntry;

#[test]
fn d26_updates_are_due_apart_from_delivery() {
    let (work, _) = Work::small();
    let add = |deliverable: &str, due: &str| {
        work.edit(AddCommitment {
            recommendation: "R 1".into(),
            deliverable: deliverable.into(),
            lead: Some("DPO".into()),
            joint: vec!["DOS".into()],
            made_on: Some("2026-01-10".into()),
            due: Some(due.into()),
            ..AddCommitment::default()
        })
        .reference
    };
    let c = add("A plan for the camps", "2027");
    let own = add("A plan of its own", "2027");
    let state = |c: &str| {
        let page = work.commitment_page(c);
        (page.word_by, page.update_overdue_days, page.days_overdue)
    };
    assert_eq!(state(&c), (None, None, None), "nobody asked for a word at an interval");

    // An interval for all of a source, for all that an actor leads, or for one commitment; the nearest counts.
    work.edit(SetReviewInterval { item: "DPO".into(), months: "12".into() });
    assert_eq!(state(&c), (Some(day("2027-01-10")), None, None));
    work.edit(SetReviewInterval { item: "R".into(), months: "6".into() });
    assert_eq!(state(&c), (Some(day("2026-07-10")), Some(133), None), "late with a word, and not late with the plan");
    work.edit(SetReviewInterval { item: own.clone(), months: "3".into() });
    assert_eq!(state(&own), (Some(day("2026-04-10")), Some(224), None));
    let ItemPage::Source(source) = work.ask(Show { item: "R".into() }) else { panic!("the page of a source") };
    assert_eq!(source.review_months, Some(6));

    // Each side reports, formally or not; each word starts the interval again.
    work.edit(LogUpdate {
        by: Some("DPO".into()),
        formal: true,
        ..update(&c, Some(Status::UnderImplementation), Some("2026-03-01"))
    });
    work.edit(LogUpdate { by: Some("DOS".into()), text: "Word by telephone.".into(), ..update(&c, None, Some("2026-06-15")) });
    assert_eq!(state(&c), (Some(day("2026-12-15")), None, None));
    let page = work.commitment_page(&c);
    let said: Vec<_> = page
        .timeline
        .iter()
        .filter_map(|e| {
            if let TimelineEntry::Update(u) = e {
                Some((u.day, u.formal, u.by.as_ref().map(|by| by.reference.clone())))
            } else {
                None
            }
        })
        .collect();
    assert_eq!(said, [(day("2026-06-15"), false, Some("DOS".into())), (day("2026-03-01"), true, Some("DPO".into()))]);
    assert_eq!((page.status, page.last_word), (Status::UnderImplementation, Some(day("2026-06-15"))));

    // As of a day on which it was late, it is late; and a day later than the interval, again.
    assert_eq!(work.commitment_on("2026-12-20", &c).update_overdue_days, Some(5));
    let then = work.commitment_on("2026-02-20", &c);
    assert_eq!((then.word_by, then.update_overdue_days), (Some(day("2026-07-10")), None));

    // Nobody waits for word on what is closed; and the interval can be taken away again.
    work.edit(LogUpdate { text: "The camps were closed.".into(), ..update(&own, Some(Status::OvertakenByEvents), None) });
    assert_eq!(work.commitment_page(&own).update_overdue_days, None);
    work.edit(SetReviewInterval { item: "R".into(), months: "none".into() });
    assert_eq!(state(&c).0, Some(day("2027-06-15")), "the lead's interval counts again");
    assert_eq!(work.refused(SetReviewInterval { item: c, months: "0".into() }).code, "interval");
    work.is_sound();
}
