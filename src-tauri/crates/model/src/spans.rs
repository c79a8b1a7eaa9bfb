//! The life of a commitment as stretches of days in which its dated facts (status, lead, due) were the same. One table
//! of them answers "what was overdue on that day" without folding raw facts row by row.
//!
//! Pure: the store reads the facts, calls [`spans`], and keeps the result.

use crate::status::{Act, Status};
use crate::{Day, Ref};

/// The day that stands for "still".
pub const STILL: Day = Day::from_ymd_opt(9999, 12, 31).expect("a day of the calendar");
/// The day that stands for "we do not know since when".
pub const EVER: Day = Day::from_ymd_opt(1, 1, 1).expect("a day of the calendar");

/// A lead from a day on; no actor: none from that day on. No day: from the start.
#[derive(Debug, Clone, Copy)]
pub struct LeadFact {
    pub from: Option<Day>,
    pub stamp: i64,
    pub actor: Option<Ref>,
}

/// A due, with the day on which it was decided; no day: from the start.
#[derive(Debug, Clone, Copy)]
pub struct DueFact {
    /// Its row.
    pub row: i64,
    pub decided: Option<Day>,
    pub stamp: i64,
    pub due_by: Option<Day>,
    /// It was set or moved; else a recurring due went on to its next occurrence.
    pub moved: bool,
}

/// Everything dated about one commitment.
#[derive(Debug, Default)]
pub struct Facts {
    /// The day it was made, where known.
    pub made: Option<Day>,
    pub acts: Vec<Act>,
    pub leads: Vec<LeadFact>,
    pub dues: Vec<DueFact>,
}

/// One stretch: from its first day to the day before `to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub from: Day,
    /// The first day after it, or [`STILL`].
    pub to: Day,
    pub status: Status,
    pub lead: Option<Ref>,
    /// The row of the due that holds.
    pub due_now: Option<i64>,
    pub due_by: Option<Day>,
    pub due_first: Option<Day>,
    /// How often its due had been moved.
    pub slips: u32,
}

impl Span {
    /// The first day of the stretch on which it was overdue.
    pub fn late_from(&self) -> Option<Day> {
        let late = self.due_by?.succ_opt()?.max(self.from);
        (self.status.is_open() && late < self.to).then_some(late)
    }
}

/// The stretches, oldest first, without gaps, never empty; neighbours differ.
pub fn spans(facts: &Facts) -> Vec<Span> {
    let start = facts.made.unwrap_or(EVER);
    let mut acts = facts.acts.clone();
    acts.sort_by_key(|a| (a.day, a.stamp));
    let mut leads = facts.leads.clone();
    leads.sort_by_key(|l| (l.from, l.stamp));
    let mut dues = facts.dues.clone();
    dues.sort_by_key(|d| (d.decided, d.stamp));
    let due_first = dues.first().and_then(|d| d.due_by);
    let lead_day = |l: &LeadFact| l.from.unwrap_or(start).max(start);
    let due_day = |d: &DueFact| d.decided.unwrap_or(start).max(start);

    let mut days: Vec<Day> = vec![start];
    days.extend(acts.iter().map(|a| a.day.max(start)));
    days.extend(leads.iter().map(lead_day));
    days.extend(dues.iter().map(due_day));
    days.sort_unstable();
    days.dedup();

    let mut out: Vec<Span> = Vec::with_capacity(days.len());
    for day in days {
        let status = acts.iter().take_while(|a| a.day.max(start) <= day).fold(Status::NotStarted, |s, a| a.what.after(s));
        let lead = leads.iter().rfind(|l| lead_day(l) <= day).and_then(|l| l.actor);
        let due = dues.iter().rfind(|d| due_day(d) <= day);
        let (due_now, due_by) = (due.map(|d| d.row), due.and_then(|d| d.due_by));
        let moved = dues.iter().filter(|d| d.moved && due_day(d) <= day).count();
        let slips = u32::try_from(moved.saturating_sub(1)).unwrap_or(u32::MAX);
        let span = Span { from: day, to: STILL, status, lead, due_now, due_by, due_first, slips };
        match out.last_mut() {
            Some(last) if Span { from: day, to: STILL, ..*last } == span => {}
            Some(last) => {
                last.to = day;
                out.push(span);
            }
            None => out.push(span),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::status::What;
    use crate::vocabulary::Verdict;
    use proptest::prelude::*;

    fn day(n: u32) -> Day {
        Day::from_ymd_opt(2024, 1, n).expect("a day")
    }
    fn up(d: u32, stamp: i64, status: Status) -> Act {
        Act { day: day(d), stamp, what: What::Update(Some(status)) }
    }
    fn due(decided: Option<u32>, by: u32) -> DueFact {
        DueFact { row: i64::from(by), decided: decided.map(day), stamp: 1, due_by: Some(day(by)), moved: true }
    }

    #[test]
    fn stretches() {
        /// First day, status, due and first overdue day, by their day of the month.
        type Stretch = (Option<u32>, &'static str, Option<u32>, Option<u32>);
        let check = |facts: Facts, expect: &[Stretch]| {
            let got: Vec<_> = spans(&facts)
                .iter()
                .map(|s| {
                    let n = |d: Day| d.format("%-d").to_string().parse::<u32>().ok();
                    (
                        (s.from != EVER).then(|| n(s.from)).flatten(),
                        s.status.as_str(),
                        s.due_by.and_then(n),
                        s.late_from().and_then(n),
                    )
                })
                .collect();
            assert_eq!(got, expect, "{facts:?}");
        };
        check(Facts::default(), &[(None, "not_started", None, None)]);
        check(
            Facts {
                made: Some(day(1)),
                acts: vec![up(5, 1, Status::UnderImplementation)],
                dues: vec![due(None, 10)],
                ..Facts::default()
            },
            &[(Some(1), "not_started", Some(10), None), (Some(5), "under_implementation", Some(10), Some(11))],
        );
        // Moved on the 12th to the 20th: late from the 11th to the 12th, and again from the 21st.
        check(
            Facts { made: Some(day(1)), dues: vec![due(None, 10), due(Some(12), 20)], ..Facts::default() },
            &[(Some(1), "not_started", Some(10), Some(11)), (Some(12), "not_started", Some(20), Some(21))],
        );
        // Reported: not overdue while it waits on us; returned: overdue by the same due.
        check(
            Facts {
                made: Some(day(1)),
                acts: vec![
                    up(15, 1, Status::ReportedImplemented),
                    Act { day: day(18), stamp: 2, what: What::Verification(Verdict::Returned) },
                ],
                dues: vec![due(None, 10)],
                ..Facts::default()
            },
            &[
                (Some(1), "not_started", Some(10), Some(11)),
                (Some(15), "reported_implemented", Some(10), None),
                (Some(18), "under_implementation", Some(10), Some(18)),
            ],
        );
        // An act dated before it was made counts from the start.
        check(
            Facts { made: Some(day(10)), acts: vec![up(5, 1, Status::UnderImplementation)], ..Facts::default() },
            &[(Some(10), "under_implementation", None, None)],
        );
    }

    proptest! {
        #[test]
        fn they_cover_every_day_once(made in proptest::option::of(1_u32..28), acts in proptest::collection::vec((1_u32..29, 0_i64..99, 0_usize..5), 0..8), dues in proptest::collection::vec((proptest::option::of(1_u32..29), 1_u32..29), 0..5)) {
            let facts = Facts {
                made: made.map(day),
                acts: acts.into_iter().map(|(d, stamp, s)| up(d, stamp, Status::ALL[s])).collect(),
                dues: dues.into_iter().map(|(d, by)| due(d, by)).collect(),
                leads: vec![],
            };
            let spans = spans(&facts);
            prop_assert_eq!(spans[0].from, facts.made.unwrap_or(EVER));
            prop_assert_eq!(spans[spans.len() - 1].to, STILL);
            for pair in spans.windows(2) {
                prop_assert_eq!(pair[0].to, pair[1].from);
                prop_assert!(pair[0].from < pair[0].to);
            }
            // The status of a stretch is the fold on its last day.
            for s in &spans {
                let last = s.to.pred_opt().expect("a day before");
                prop_assert_eq!(s.status, crate::status::status_on(&facts.acts, last));
            }
        }
    }
}
