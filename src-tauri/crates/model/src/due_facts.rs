//! From the rows of a commitment's dues to what was due when: an event that moves moves the dues that hang on it, and a
//! recurring due stands at its first occurrence that nobody reported or waived.
//!
//! Pure: the store reads the rows, calls [`due_facts`], and gives the result to `spans`.

use crate::Day;
use crate::due::{Due, DueKind};
use crate::spans::DueFact;
use chrono::Months;

/// One row of a commitment's dues.
#[derive(Debug, Clone)]
pub struct DueRow {
    pub row: i64,
    /// Nothing: from the start.
    pub decided: Option<Day>,
    pub stamp: i64,
    pub due: Due,
    /// The dates of the event that it hangs on, in the order of [`in_order`]. Empty where it hangs on none.
    pub event: Vec<EventDay>,
}

/// The days of an event, since they were decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EventDay {
    pub decided: Option<Day>,
    pub stamp: i64,
    pub from: Day,
    pub to: Option<Day>,
}

impl EventDay {
    fn days(self) -> (Day, Day) {
        (self.from, self.to.unwrap_or(self.from))
    }
}

/// An occurrence of a recurring due that was reported or waived, on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reported {
    pub on: Day,
    pub stamp: i64,
    pub occurrence: Day,
}

/// What was due from when on, oldest first. `dues` stand in the order of (decided, stamp). `made`: the day on which the
/// commitment was made, where known; of the dates of an event, those of that day are what an original due means.
pub fn due_facts(dues: &[DueRow], reported: &[Reported], made: Option<Day>) -> Vec<DueFact> {
    let mut facts = Vec::with_capacity(dues.len());
    for (n, row) in dues.iter().enumerate() {
        let from = (row.decided, row.stamp);
        let until = dues.get(n + 1).map(|next| (next.decided, next.stamp));
        let within = |at: (Option<Day>, i64)| at > from && until.is_none_or(|until| at < until);
        match row.due.kind {
            DueKind::Event => of_event(row, made, within, &mut facts),
            DueKind::Recurring => recurring(row, reported, within, &mut facts),
            _ => facts.push(fact(row, from, row.due.due_by(None), true)),
        }
    }
    facts
}

fn fact(row: &DueRow, (decided, stamp): (Option<Day>, i64), due_by: Option<Day>, moved: bool) -> DueFact {
    DueFact { row: row.row, decided, stamp, due_by, moved }
}

fn of_event(row: &DueRow, made: Option<Day>, within: impl Fn((Option<Day>, i64)) -> bool, facts: &mut Vec<DueFact>) {
    let from = (row.decided, row.stamp);
    // The first date of an event holds from the start, whenever it was entered. An original due means the dates that held
    // when it was made, or else those that were known when it was entered.
    let known = |day: &EventDay| match (row.decided, made) {
        (Some(_), _) => (day.decided, day.stamp) <= from,
        (None, Some(made)) => day.decided.is_none_or(|decided| decided <= made),
        (None, None) => day.stamp < row.stamp,
    };
    let held = row.event.iter().enumerate().rposition(|(n, day)| n == 0 || known(day));
    let mut last = held.and_then(|n| row.due.due_by(Some(row.event[n].days())));
    facts.push(fact(row, from, last, true));
    let later = row.event.iter().skip(held.map_or(0, |n| n + 1));
    for day in later.filter(|day| within((day.decided, day.stamp))) {
        let due_by = row.due.due_by(Some(day.days()));
        if due_by != last {
            facts.push(fact(row, (day.decided, day.stamp), due_by, true));
            last = due_by;
        }
    }
}

fn recurring(row: &DueRow, reported: &[Reported], within: impl Fn((Option<Day>, i64)) -> bool, facts: &mut Vec<DueFact>) {
    let from = (row.decided, row.stamp);
    let mut done: Vec<Day> = Vec::new();
    let mut acts: Vec<&Reported> = reported.iter().collect();
    acts.sort_by_key(|act| (act.on, act.stamp));
    let (before, after): (Vec<&Reported>, Vec<&Reported>) = acts.into_iter().partition(|act| (Some(act.on), act.stamp) < from);
    done.extend(before.iter().map(|act| act.occurrence));
    let mut last = next_occurrence(&row.due, &done);
    facts.push(fact(row, from, last, true));
    for act in after.into_iter().filter(|act| within((Some(act.on), act.stamp))) {
        done.push(act.occurrence);
        let due_by = next_occurrence(&row.due, &done);
        if due_by != last {
            facts.push(fact(row, (Some(act.on), act.stamp), due_by, false));
            last = due_by;
        }
    }
}

/// The first occurrence that is not among those done; nothing where the first or the interval is not known.
pub fn next_occurrence(due: &Due, done: &[Day]) -> Option<Day> {
    // One more than were done is always enough.
    occurrences(due).take(done.len() + 1).find(|day| !done.contains(day))
}

/// The occurrences of a recurring due, first to last, without end but that of the calendar.
pub fn occurrences(due: &Due) -> impl Iterator<Item = Day> {
    let first = due.from.filter(|_| due.kind == DueKind::Recurring);
    let months = due.every_months.and_then(|months| u32::try_from(months).ok()).filter(|months| *months > 0);
    let last = due.to;
    let all = (0_u32..).map_while(move |n| match (n, months) {
        (0, _) => first,
        (n, Some(months)) => first?.checked_add_months(Months::new(months.checked_mul(n)?)),
        (_, None) => None,
    });
    all.take_while(move |day| last.is_none_or(|last| *day <= last))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }
    fn row(n: i64, decided: Option<&str>, due: Due, event: Vec<EventDay>) -> DueRow {
        DueRow { row: n, decided: decided.map(day), stamp: n, due, event }
    }
    fn until(to: &str) -> Due {
        Due::stretch(DueKind::Day, to, day(to), day(to)).expect("a due")
    }
    fn held(decided: Option<&str>, from: &str) -> EventDay {
        EventDay { decided: decided.map(day), stamp: 50, from: day(from), to: None }
    }
    fn before() -> Due {
        Due { before: true, ..Due::words_only(DueKind::Event, "before the ministerial") }
    }
    fn every(months: i64, from: &str) -> Due {
        Due { from: Some(day(from)), every_months: Some(months), ..Due::words_only(DueKind::Recurring, "again and again") }
    }

    #[test]
    fn what_was_due_when() {
        let check = |dues: &[DueRow], reported: &[Reported], expect: &[(Option<&str>, Option<&str>, bool)]| {
            let facts = due_facts(dues, reported, None);
            let got: Vec<_> = facts.iter().map(|f| (f.decided, f.due_by, f.moved)).collect();
            let expect: Vec<_> = expect.iter().map(|(on, by, moved)| (on.map(day), by.map(day), *moved)).collect();
            assert_eq!(got, expect);
        };
        check(&[row(1, None, until("2024-01-31"), vec![])], &[], &[(None, Some("2024-01-31"), true)]);
        // The event moves: so does the due. A due that came after no longer hangs on it.
        let event = vec![held(None, "2021-05-01"), held(Some("2020-11-01"), "2021-12-07")];
        let hangs = row(1, None, before(), event.clone());
        check(
            std::slice::from_ref(&hangs),
            &[],
            &[(None, Some("2021-04-30"), true), (Some("2020-11-01"), Some("2021-12-06"), true)],
        );
        check(
            &[hangs, row(2, Some("2020-06-01"), until("2022-01-01"), vec![])],
            &[],
            &[(None, Some("2021-04-30"), true), (Some("2020-06-01"), Some("2022-01-01"), true)],
        );
        // Decided after the event had moved.
        check(&[row(60, Some("2020-11-01"), before(), event)], &[], &[(Some("2020-11-01"), Some("2021-12-06"), true)]);
        check(&[row(1, None, before(), vec![])], &[], &[(None, None, true)]);
        // Entered after the event had moved, and nobody knows when it was made: it never meant the older date.
        let moved = vec![held(None, "2021-05-01"), held(Some("2020-11-01"), "2021-12-07")];
        check(&[row(60, None, before(), moved.clone())], &[], &[(None, Some("2021-12-06"), true)]);
        // Made before the event moved, though entered later: it meant the older date.
        let facts = due_facts(&[row(60, None, before(), moved.clone())], &[], Some(day("2020-01-01")));
        assert_eq!(facts.iter().map(|f| f.due_by).collect::<Vec<_>>(), [Some(day("2021-04-30")), Some(day("2021-12-06"))]);
        let facts = due_facts(&[row(1, None, before(), moved)], &[], Some(day("2020-12-01")));
        assert_eq!(facts.iter().map(|f| f.due_by).collect::<Vec<_>>(), [Some(day("2021-12-06"))]);
        // A missed occurrence stays what is due, though a later one was reported.
        let report = |on: &str, occurrence: &str| Reported { on: day(on), stamp: 9, occurrence: day(occurrence) };
        check(
            &[row(1, None, every(6, "2024-06-30"), vec![])],
            &[report("2024-07-01", "2024-06-30"), report("2025-06-30", "2025-06-30"), report("2025-08-01", "2024-12-30")],
            &[
                (None, Some("2024-06-30"), true),
                (Some("2024-07-01"), Some("2024-12-30"), false),
                (Some("2025-08-01"), Some("2025-12-30"), false),
            ],
        );
    }

    #[test]
    fn occurrences_keep_the_day_of_the_month() {
        let days: Vec<String> = occurrences(&every(1, "2024-01-31")).take(4).map(|d| d.to_string()).collect();
        assert_eq!(days, ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30"]);
        assert_eq!(occurrences(&Due::words_only(DueKind::Recurring, "regularly")).next(), None);
        assert_eq!(occurrences(&Due { every_months: None, ..every(1, "2024-01-31") }).count(), 1);
        assert_eq!(occurrences(&Due { to: Some(day("2025-02-01")), ..every(6, "2024-01-31") }).count(), 3);
    }
}
