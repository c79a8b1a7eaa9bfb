//! A due: what the source or the actor said, and the last day that it allows, if that can be known. One immutable
//! value; a commitment's dues are rows that are only added, the first is the original and the latest is current.
//!
//! Does not read words (`due_words` does) and does not know today: whether something is overdue is asked of a day.

use crate::vocabulary::words;
use crate::{Day, Refusal};
use chrono::{Datelike, Days, Months};

words! {
    /// How a due is said.
    DueKind ("kind of due") {
        Day = "day", Month = "month", Quarter = "quarter", Year = "year",
        /// From a day to a day; due on the last.
        Window = "window",
        /// Before or after a dated happening.
        Event = "event",
        /// A stage of a mission's life.
        Stage = "stage",
        Condition = "condition",
        /// Again and again.
        Recurring = "recurring",
        /// No time was said, or it is open-ended.
        None = "none",
    }
}

/// What was said about when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    pub kind: DueKind,
    /// The words as they were said.
    pub stated: String,
    /// First day of the stretch that the words name; for `recurring` the first occurrence.
    pub from: Option<Day>,
    /// Its last day; for `recurring` the day after which it comes no more.
    pub to: Option<Day>,
    /// For an event: its name as it was said (“the next ministerial”).
    pub event: Option<String>,
    /// For an event: the due is before it (else after it).
    pub before: bool,
    /// For an event: days between it and the due.
    pub offset_days: i64,
    /// For `recurring`: months between two occurrences.
    pub every_months: Option<i64>,
}

impl Due {
    /// A due that names a stretch of days (`day`, `month`, `quarter`, `year`, `window`).
    pub fn stretch(kind: DueKind, stated: &str, from: Day, to: Day) -> Result<Self, Refusal> {
        if to < from {
            return Err(Refusal::new(
                "window",
                format!("“{}” ends before it begins. Give the earlier day first.", crate::text::brief(stated, 60)),
            ));
        }
        Ok(Self { from: Some(from), to: Some(to), ..Self::words_only(kind, stated) })
    }

    /// A due without a day of its own.
    pub fn words_only(kind: DueKind, stated: &str) -> Self {
        Self {
            kind,
            stated: stated.to_owned(),
            from: None,
            to: None,
            event: None,
            before: false,
            offset_days: 0,
            every_months: None,
        }
    }

    /// The last day that it allows, or nothing if that cannot be known. `event`: the days of the event it hangs on.
    /// "Before" an event ends the day before it starts.
    pub fn due_by(&self, event: Option<(Day, Day)>) -> Option<Day> {
        match self.kind {
            DueKind::Day | DueKind::Month | DueKind::Quarter | DueKind::Year | DueKind::Window => self.to,
            DueKind::Event => {
                let (starts, ends) = event?;
                let offset = Days::new(self.offset_days.unsigned_abs());
                if self.before {
                    starts.checked_sub_days(Days::new(1))?.checked_sub_days(offset)
                } else {
                    ends.checked_add_days(offset)
                }
            }
            DueKind::Recurring => self.from,
            DueKind::Stage | DueKind::Condition | DueKind::None => None,
        }
    }
}

/// The last day of a month.
pub fn month_end(year: i32, month: u32) -> Option<Day> {
    Day::from_ymd_opt(year, month, 1)?.checked_add_months(Months::new(1))?.pred_opt()
}

/// First and last day of a quarter, 1 to 4.
pub fn quarter(year: i32, n: u32) -> Option<(Day, Day)> {
    let first = n.checked_sub(1)?.checked_mul(3)?.checked_add(1)?;
    Some((Day::from_ymd_opt(year, first, 1)?, month_end(year, first + 2)?))
}

/// Days by which `due_by` has passed on `as_of`; nothing where it has not.
pub fn days_overdue(due_by: Day, as_of: Day) -> Option<i64> {
    let days = i64::from(as_of.num_days_from_ce()) - i64::from(due_by.num_days_from_ce());
    (days > 0).then_some(days)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn the_last_day_that_is_allowed() {
        let event = |before, offset_days| Due { before, offset_days, ..Due::words_only(DueKind::Event, "the ministerial") };
        let held = Some((day("2021-12-07"), day("2021-12-08")));
        let check = |due: Due, at, expect: Option<&str>| assert_eq!(due.due_by(at), expect.map(day), "{due:?}");
        check(event(true, 0), held, Some("2021-12-06"));
        check(event(true, 30), held, Some("2021-11-06"));
        check(event(false, 0), held, Some("2021-12-08"));
        check(event(false, 10), held, Some("2021-12-18"));
        check(event(true, 0), None, None);
        check(Due::words_only(DueKind::Stage, "at start-up"), held, None);
        check(Due::words_only(DueKind::Condition, "when resources allow"), None, None);
        check(Due::words_only(DueKind::None, ""), None, None);
        let window = Due::stretch(DueKind::Window, "2021-2023", day("2021-01-01"), day("2023-12-31")).expect("a window");
        check(window, None, Some("2023-12-31"));
        let every = Due {
            from: Some(day("2027-03-31")),
            every_months: Some(6),
            ..Due::words_only(DueKind::Recurring, "every six months")
        };
        check(every, None, Some("2027-03-31"));
    }

    #[test]
    fn a_window_that_ends_before_it_begins() {
        let refused = Due::stretch(DueKind::Window, "2023-2021", day("2023-01-01"), day("2021-12-31")).expect_err("refused");
        assert!(refused.sentence.contains("ends before it begins"));
    }

    #[test]
    fn counting_days() {
        let check = |due, as_of, expect| assert_eq!(days_overdue(day(due), day(as_of)), expect, "{due} on {as_of}");
        check("2023-12-31", "2026-11-20", Some(1055));
        check("2023-12-31", "2023-12-31", None);
        check("2023-12-31", "2024-01-01", Some(1));
    }
}
