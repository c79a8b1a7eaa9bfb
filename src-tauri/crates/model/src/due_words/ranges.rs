//! From one time to another: “2021-2023”, “1-15 March 2027”, “entre mars et juin 2027”. What one end does not say, year or
//! month, is that of the other.
//!
//! Does not read the times at its ends (`times`).

use super::reader::{Found, Reader};
use super::sense::Sense as S;
use super::times::{Point, Stretch, Time};
use crate::Refusal;
use crate::due::DueKind;

impl Reader<'_> {
    /// One end of a range: a point, or a day whose month stands at the other end.
    fn end_of_range(&mut self) -> Found<Point> {
        if let Some(point) = self.point()? {
            return Ok(Some(point));
        }
        self.attempt(|r| {
            r.skip(&[S::The]);
            let from = r.at;
            let Some(d) = r.day_number() else { return Ok(None) };
            let time = Time::Day { y: r.year_after(), m: None, d };
            Ok(Some(Point { time, part: None, from, to: r.at }))
        })
    }

    /// From one time to another.
    pub(super) fn range(&mut self) -> Found<Stretch> {
        self.attempt(|r| {
            let between = r.take(S::Between);
            if !between {
                let _ = r.take(S::From);
            }
            let Some(first) = r.end_of_range()? else { return Ok(None) };
            let years = |p: &Point| matches!(p.time, Time::Year(_));
            let and = (between || years(&first)) && r.take(S::And);
            if !(and || (!between && (r.take_text("-") || r.take_text("/") || r.take(S::To)))) {
                return Ok(None);
            }
            let _ = r.take_text("-");
            let Some(last) = r.end_of_range()? else { return Ok(None) };
            if and && !between && !years(&last) {
                return Ok(None);
            }
            // “15 March” to “15 2027” takes the month from before; “1” to “15 March” from after.
            let last = last.in_year(None, first.month());
            if matches!(last.time, Time::Day { m: None, .. }) {
                return Ok(None);
            }
            let first = first.in_year(last.year(), last.month());
            let (from, _, _) = r.days(first)?;
            let (_, to, _) = r.days(last)?;
            if to < from {
                return Err(Refusal::new(
                    "window",
                    r.refuse(first.from, "ends before it begins. Give the earlier day first.").sentence,
                ));
            }
            Ok(Some((from, to, DueKind::Window)))
        })
    }
}
