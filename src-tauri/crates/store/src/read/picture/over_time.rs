//! Open, implemented and overdue at the end of each month, quarter or year: the same numbers as the lists of that day.
//!
//! A day before today is counted from the stretches of days in one go over them: each adds one from its first day and
//! takes it away on the day after its last. Only a filter that asks about the day itself (a queue, “flagged”) is counted
//! day by day. Does not look ahead of the day asked about.

use super::super::row::{OPEN, When};
use super::{PictureArgs, depends_on_day};
use crate::read::filter::Look;
use crate::read::listing::{ListArgs, bind};
use crate::{Error, Reader, Result};
use chrono::{Datelike, Months};
use followthrough_model::Day;
use followthrough_model::vocabulary::{ListKind, Queue, Step};
use rusqlite::types::ValueRef;

/// The most days at which is counted.
const MOST: usize = 240;

/// The numbers of one day, each the total of the list of that day with this filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct TimePoint {
    pub day: Day,
    /// status:open, those overdue included.
    pub open: u32,
    /// queue:overdue
    pub overdue: u32,
    /// status:implemented
    pub implemented: u32,
}

#[derive(Debug, Clone, Default, serde::Serialize, ts_rs::TS)]
pub struct OverTimeReply {
    pub as_of: Day,
    pub points: Vec<TimePoint>,
    /// Commitments that were left out because they are not for export.
    pub left_out: u32,
}

/// The filters of the three numbers.
pub const LINES: [&str; 3] = ["status:open", "queue:overdue", "status:implemented"];

/// The last day of the month, quarter or year that a day lies in.
fn end_of(day: Day, step: Step) -> Option<Day> {
    let months = match step {
        Step::Month => 1,
        Step::Quarter => 3 - day.month0() % 3,
        Step::Year => 12 - day.month0(),
    };
    day.with_day(1)?.checked_add_months(Months::new(months))?.pred_opt()
}

/// The ends of the steps from one day to another, which is itself the last.
pub fn steps(from: Day, to: Day, step: Step) -> Vec<Day> {
    let mut days = Vec::new();
    let mut next = end_of(from, step);
    while let Some(day) = next.filter(|day| *day < to && days.len() <= MOST) {
        days.push(day);
        next = day.succ_opt().and_then(|day| end_of(day, step));
    }
    days.push(to);
    days
}

impl Reader<'_> {
    /// The numbers at the end of each step.
    pub fn over_time(&self, args: &PictureArgs<'_>, from: Day, step: Step) -> Result<OverTimeReply> {
        let days = steps(from, args.as_of, step);
        if from > args.as_of {
            return Err(Error::refuse("arguments", "The first day is later than the last. Give an earlier first day."));
        }
        if days.len() > MOST {
            return Err(Error::refuse(
                "arguments",
                format!("That is more than {MOST} days to count at. Choose a longer step or a later first day."),
            ));
        }
        let (asked, only) = self.admitted(&PictureArgs { as_of: from.min(args.today), ..*args })?;
        let dated = match args.filter {
            None => false,
            Some(filter) => {
                let mut values = Vec::new();
                depends_on_day(&self.conditions(filter, ListKind::Commitments, asked.when, Look::Whole, &mut values)?)
            }
        };
        let mut points: Vec<TimePoint> =
            days.iter().map(|day| TimePoint { day: *day, open: 0, overdue: 0, implemented: 0 }).collect();
        // Today is read where the lists read it.
        let (then, now) = points.split_at_mut(days.partition_point(|day| self.when(*day, args.today) != When::Now));
        if dated {
            for point in then.iter_mut() {
                *point = self.point(args, point.day)?;
            }
        } else if !then.is_empty() {
            self.sweep(then, &asked.values, &only, asked.when)?;
        }
        for point in now {
            *point = self.point(args, point.day)?;
        }
        let mut reply = OverTimeReply { as_of: args.as_of, points, left_out: 0 };
        if args.exported {
            let count = |exported| self.line_on(&PictureArgs { exported, ..*args }, args.as_of, "");
            reply.left_out = count(false)? - count(true)?;
        }
        Ok(reply)
    }

    /// One day by the lists themselves.
    fn point(&self, args: &PictureArgs<'_>, day: Day) -> Result<TimePoint> {
        let [open, overdue, implemented] = LINES;
        Ok(TimePoint {
            day,
            open: self.line_on(args, day, open)?,
            overdue: self.line_on(args, day, overdue)?,
            implemented: self.line_on(args, day, implemented)?,
        })
    }

    fn line_on(&self, args: &PictureArgs<'_>, day: Day, line: &str) -> Result<u32> {
        let mut filter = self.filter(line, ListKind::Commitments, args.today)?;
        if let Some(asked) = args.filter {
            filter.terms.extend(asked.terms.iter().cloned());
        }
        let one = PictureArgs { as_of: day, filter: Some(&filter), ..*args };
        if !args.exported {
            let list = ListArgs { filter: Some(&filter), ..ListArgs::of(ListKind::Commitments, Queue::All, day, args.today) };
            return self.list_total(&list);
        }
        let (asked, only) = self.admitted(&one)?;
        let mut statement = self.conn.prepare_cached(&format!("SELECT count(*) FROM {} WHERE {only}", asked.from))?;
        bind(&mut statement, &asked.values)?;
        let mut rows = statement.raw_query();
        Ok(rows.next()?.map_or(Ok(0), |r| r.get(0))?)
    }

    /// All days in one go over the stretches.
    fn sweep(&self, points: &mut [TimePoint], values: &[(String, rusqlite::types::Value)], only: &str, when: When) -> Result<()> {
        let days: Vec<String> = points.iter().map(|point| point.day.to_string()).collect();
        // What holds on one day is turned into what is held true at all.
        let only = only.replace(&when.held("k", ":day"), &when.learnt("k"));
        let sql = format!(
            "SELECT CASE WHEN k.status IN ({OPEN}) THEN 0 ELSE 1 END, k.from_day, k.to_day, k.late_from FROM span k JOIN commitment c ON c.rid = k.commitment
             WHERE {only} AND k.from_day <= :last AND k.to_day > :first AND (k.status = 'implemented' OR k.status IN ({OPEN}))"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        bind(&mut statement, values)?;
        let text = |day: Option<&String>| rusqlite::types::Value::Text(day.cloned().unwrap_or_default());
        bind(&mut statement, &[(":first".to_owned(), text(days.first())), (":last".to_owned(), text(days.last()))])?;
        let mut rows = statement.raw_query();
        // What begins at a point, and what has ended by it.
        let mut change = vec![[0_i64; 3]; points.len() + 1];
        let at = |day: &[u8]| days.partition_point(|known| known.as_bytes() < day);
        while let Some(r) = rows.next()? {
            let (from, to) = (r.get_ref(1)?.as_bytes()?, r.get_ref(2)?.as_bytes()?);
            let line = if r.get::<_, i64>(0)? == 0 { 0 } else { 2 };
            change[at(from)][line] += 1;
            change[at(to)][line] -= 1;
            if let ValueRef::Text(late) = r.get_ref(3)? {
                change[at(late)][1] += 1;
                change[at(to)][1] -= 1;
            }
        }
        let mut held = [0_i64; 3];
        for (point, change) in points.iter_mut().zip(change) {
            for (held, change) in held.iter_mut().zip(change) {
                *held += change;
            }
            let [open, overdue, implemented] = held.map(|n| u32::try_from(n).unwrap_or(0));
            *point = TimePoint { day: point.day, open, overdue, implemented };
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_end_with_their_months_and_with_the_day_asked_about() {
        let day = |text: &str| text.parse::<Day>().unwrap_or_default();
        let check = |from: &str, to: &str, step: Step, expect: &[&str]| {
            let got: Vec<String> = steps(day(from), day(to), step).iter().map(Day::to_string).collect();
            assert_eq!(got, expect);
        };
        check("2024-01-15", "2024-03-10", Step::Month, &["2024-01-31", "2024-02-29", "2024-03-10"]);
        check("2023-12-31", "2024-06-30", Step::Quarter, &["2023-12-31", "2024-03-31", "2024-06-30"]);
        check("2022-05-01", "2024-01-01", Step::Year, &["2022-12-31", "2023-12-31", "2024-01-01"]);
        check("2024-01-15", "2024-01-15", Step::Year, &["2024-01-15"]);
    }
}
