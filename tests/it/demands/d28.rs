//! D28: Status can go back; finished items can be watched and reopened.

use crate::desk::{Work, update};
use followthrough_commands::*;
use followthrough_model::Status;
use followthrough_model::vocabulary::Verdict;
use followthrough_store::read::commitment::TimelineEntry;

#[test]
fn d28_status_can_go_back() {
    let (work, c) = Work::small();
    work.log(&c, Some(Status::UnderImplementation), Some("2023-05-01"));
    work.log(&c, Some(Status::ReportedImplemented), Some("2023-12-01"));
    work.edit(AddEvidence { item: c.clone(), note: Some("The plan is in force.".into()), ..AddEvidence::default() });
    work.edit(VerifyResult {
        commitment: c.clone(),
        verdict: Some(Verdict::Verified),
        on: Some("2024-01-15".into()),
        ..VerifyResult::default()
    });
    assert_eq!(work.commitment_page(&c).status, Status::Implemented);

    // A finished item is still there to be watched: a word that changes nothing can be logged.
    work.log(&c, None, Some("2024-06-01"));
    assert_eq!(work.commitment_page(&c).status, Status::Implemented);

    // Closed in another way only after it was reopened; the sentence says how.
    let refused = work.refused(update(&c, Some(Status::OvertakenByEvents), Some("2024-07-01")));
    assert_eq!(refused.code, "status");
    assert!(refused.message.contains("reopen"), "{}", refused.message);

    // Reopening is an update, and says why.
    let silent = work.refused(LogUpdate { text: "  ".into(), ..update(&c, Some(Status::UnderImplementation), None) });
    assert!(silent.message.contains("text"), "{}", silent.message);
    work.edit(LogUpdate {
        text: "The plan was withdrawn after the floods.".into(),
        ..update(&c, Some(Status::UnderImplementation), Some("2024-08-01"))
    });
    let page = work.commitment_page(&c);
    assert_eq!(page.status, Status::UnderImplementation);
    assert!(page.days_overdue.is_some(), "overdue again by the same due");
    assert!(page.timeline.iter().any(|e| matches!(e, TimelineEntry::Update(u) if u.text.contains("floods"))));

    // Each day has the status that it had.
    let on = |day: &str| work.commitment_on(day, &c).status;
    assert_eq!(on("2023-06-01"), Status::UnderImplementation);
    assert_eq!(on("2024-01-10"), Status::ReportedImplemented);
    assert_eq!(on("2024-07-31"), Status::Implemented);
    assert_eq!(on("2024-08-01"), Status::UnderImplementation);
    work.is_sound();
}
