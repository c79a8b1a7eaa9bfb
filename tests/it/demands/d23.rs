//! D23: Recurring or open-ended: a review interval instead of a due date; mandate and budget cycles.

use crate::desk::{Work, day, update};
use followthrough_commands::*;
use followthrough_model::Status;
use followthrough_store::read::due::Occurred;

#[test]
fn d23_recurring_and_open_ended() {
    use Occurred::{Ahead, Missed, Reported, Waived};
    let work = Work::new();
    work.source("R");
    work.recommendation("R", "1");
    work.actor("DPO");
    let add = |due: &str| {
        work.edit(AddCommitment {
            recommendation: "R 1".into(),
            deliverable: "A report on performance".into(),
            lead: Some("DPO".into()),
            made_on: Some("2025-01-01".into()),
            due: Some(due.into()),
            ..AddCommitment::default()
        })
        .reference
    };
    let c = add("every six months from 30 June 2025");
    let page = work.commitment_page(&c);
    let due = page.due.expect("a due");
    assert_eq!((due.every_months, due.due_by, page.days_overdue), (Some(6), Some(day("2025-06-30")), Some(508)));
    let states =
        |work: &Work| work.commitment_page(&c).occurrences.into_iter().map(|o| (o.day.to_string(), o.state)).collect::<Vec<_>>();
    let expect = |days: &[(&str, Occurred)]| days.iter().map(|(day, state)| ((*day).to_owned(), *state)).collect::<Vec<_>>();
    let ahead = [("2026-12-30", Ahead), ("2027-06-30", Ahead), ("2027-12-30", Ahead)];
    assert_eq!(
        states(&work),
        expect(&[&[("2025-06-30", Missed), ("2025-12-30", Missed), ("2026-06-30", Missed)], &ahead[..]].concat())
    );

    // An update names the occurrence that it reports; the one missed before it stays missed, and is what is due.
    work.edit(LogUpdate {
        occurrence: Some("2025-12-30".into()),
        ..update(&c, Some(Status::UnderImplementation), Some("2026-01-10"))
    });
    assert_eq!(
        states(&work),
        expect(&[&[("2025-06-30", Missed), ("2025-12-30", Reported), ("2026-06-30", Missed)], &ahead[..]].concat())
    );
    let page = work.commitment_page(&c);
    assert_eq!((page.due.expect("a due").due_by, page.slips), (Some(day("2025-06-30")), 0));
    assert_eq!(page.occurrences[1].days_late, Some(11));

    // A waiver takes one out, for a reason; what is due goes on to the next that is owed. That is no slip.
    work.edit(WaiveOccurrence {
        commitment: c.clone(),
        occurrence: "2025-06-30".into(),
        reason: "The mission was closed.".into(),
        on: None,
    });
    assert_eq!(states(&work)[0].1, Waived);
    let page = work.commitment_page(&c);
    assert_eq!((page.due.expect("a due").due_by, page.slips, page.days_overdue), (Some(day("2026-06-30")), 0, Some(143)));
    assert_eq!(page.status, Status::UnderImplementation, "a waiver of an occurrence says nothing of the whole");
    assert_eq!(work.commitment_on("2026-01-05", &c).due.expect("a due").due_by, Some(day("2025-06-30")), "as it stood then");

    // What is no occurrence, or was told already, is refused.
    let waive =
        |occurrence: &str| WaiveOccurrence { commitment: c.clone(), occurrence: occurrence.into(), reason: "x".into(), on: None };
    assert_eq!(work.refused(waive("2026-07-01")).code, "occurrence");
    assert_eq!(work.refused(waive("2025-12-30")).code, "occurrence_told");

    // Open-ended: never overdue for delivery, but a word is due at an interval.
    let open = add("ongoing");
    work.edit(SetReviewInterval { item: open.clone(), months: "6".into() });
    let page = work.commitment_page(&open);
    assert_eq!((page.days_overdue, page.word_by, page.update_overdue_days), (None, Some(day("2025-07-01")), Some(507)));

    // A budget cycle: the UN peacekeeping year ends in June.
    assert_eq!(work.commitment_page(&add("2026/27")).due.expect("a due").due_by, Some(day("2027-06-30")));
    work.is_sound();
}
