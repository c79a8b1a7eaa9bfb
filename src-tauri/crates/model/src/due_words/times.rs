//! Times of the calendar: a day, a month, a quarter, a half, a year, a part of one, a budget year; this year and the next.
//!
//! Does not know times with two ends (`ranges`) nor what is due then (`forms`). What is not of the calendar, or could be two days, is refused.

use super::numeric;
use super::reader::{Found, Reader};
use super::sense::{Part, Sense as S, Unit};
use crate::due::{DueKind, month_end, quarter};
use crate::{Day, Refusal};
use chrono::{Datelike, Months};

/// First day, last day, kind.
pub(super) type Stretch = (Day, Day, DueKind);

/// A time as it was said: the year may be missing, and in “1-15 March” the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Time {
    Day { y: Option<i32>, m: Option<u32>, d: u32 },
    Month { y: Option<i32>, m: u32 },
    Quarter { y: Option<i32>, n: u32 },
    Half { y: Option<i32>, n: u32 },
    Year(i32),
    Fixed(Stretch),
}

/// A time, and which part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    pub time: Time,
    pub part: Option<Part>,
    /// The tokens that say it.
    pub from: usize,
    pub to: usize,
}

impl Point {
    /// It says its year.
    pub(super) fn year(&self) -> Option<i32> {
        match self.time {
            Time::Day { y, .. } | Time::Month { y, .. } | Time::Quarter { y, .. } | Time::Half { y, .. } => y,
            Time::Year(y) => Some(y),
            Time::Fixed((_, to, _)) => Some(to.year()),
        }
    }

    pub(super) fn month(&self) -> Option<u32> {
        match self.time {
            Time::Day { m, .. } => m,
            Time::Month { m, .. } => Some(m),
            _ => None,
        }
    }

    /// The same in another year and month, where it says none.
    pub(super) fn in_year(self, year: Option<i32>, month: Option<u32>) -> Self {
        let time = match self.time {
            Time::Day { y, m, d } => Time::Day { y: y.or(year), m: m.or(month), d },
            Time::Month { y, m } => Time::Month { y: y.or(year), m },
            Time::Quarter { y, n } => Time::Quarter { y: y.or(year), n },
            Time::Half { y, n } => Time::Half { y: y.or(year), n },
            whole => whole,
        };
        Self { time, ..self }
    }
}

fn window(from: (i32, u32), to: (i32, u32)) -> Option<Stretch> {
    Some((Day::from_ymd_opt(from.0, from.1, 1)?, month_end(to.0, to.1)?, DueKind::Window))
}

/// The peacekeeping budget year that begins in July.
pub(super) fn budget_year(y: i32) -> Option<Stretch> {
    window((y, 7), (y + 1, 6))
}

/// The week, month, quarter, half or year of a day, `ahead` further on.
fn around(day: Day, unit: Unit, ahead: u32) -> Option<Stretch> {
    let months = unit.months()?;
    let begins = Day::from_ymd_opt(day.year(), (day.month0() / months) * months + 1, 1)?
        .checked_add_months(Months::new(months * ahead))?;
    let ends = begins.checked_add_months(Months::new(months))?.pred_opt()?;
    let kind = match unit {
        Unit::Month => DueKind::Month,
        Unit::Quarter => DueKind::Quarter,
        Unit::Year => DueKind::Year,
        _ => DueKind::Window,
    };
    Some((begins, ends, kind))
}

impl Reader<'_> {
    /// A year of four digits; or this or the next one, seen from the day on which it was said.
    pub(super) fn year(&mut self) -> Option<i32> {
        let start = self.at;
        self.skip(&[S::The]);
        let next = self.pick(|s| match s {
            S::This => Some(false),
            S::Next => Some(true),
            _ => None,
        });
        let named = self.take(S::Unit(Unit::Year));
        if named && next.is_none() && self.token().is_some_and(|t| t.text.len() == 4) {
            // “the year 2027”
        } else if named {
            let next = next.or_else(|| {
                (!self.language.noun_last)
                    .then(|| {
                        self.pick(|s| match s {
                            S::This => Some(false),
                            S::Next | S::Ahead => Some(true),
                            _ => None,
                        })
                    })
                    .flatten()
            });
            if let Some(next) = next {
                return Some(self.made_day().year() + i32::from(next));
            }
            self.at = start;
            return None;
        } else if next.is_some() {
            self.at = start;
            return None;
        }
        let four = self.token().filter(|t| t.text.len() == 4).and_then(super::lex::Token::number);
        let year = four.and_then(|y| i32::try_from(y).ok()).filter(|y| (1900..=2200).contains(y));
        // “the 2020s” are no year.
        let many = self.tokens.get(self.at + 1).is_some_and(|t| t.text == "s");
        if year.is_none() || many {
            self.at = start;
            return None;
        }
        self.at += 1;
        year
    }

    /// The day on which it was said; any day, and a note of it, where that is not known.
    pub(super) fn made_day(&mut self) -> Day {
        self.unmade |= self.made.is_none();
        self.made.unwrap_or_default()
    }

    /// The year after a month, a day, a quarter.
    pub(super) fn year_after(&mut self) -> Option<i32> {
        let start = self.at;
        if !(self.take_text("-") || self.take_text("/")) {
            self.skip(&[S::Of, S::The]);
        }
        let year = self.year();
        if year.is_none() {
            self.at = start;
        }
        year
    }

    /// A time and its part: “the end of Q2 2027”, “mid-March 2027”.
    pub(super) fn point(&mut self) -> Found<Point> {
        self.attempt(|r| {
            r.skip(&[S::The]);
            let from = r.at;
            if r.take(S::YearEnd) {
                let ahead = r.pick(|s| if s == S::Next { Some(1) } else { (s == S::This).then_some(0) });
                let y = if ahead.is_none() { r.year_after() } else { None };
                let y = y.unwrap_or_else(|| r.made_day().year() + ahead.unwrap_or(0));
                return Ok(Some(Point { time: Time::Year(y), part: Some(Part::End), from, to: r.at }));
            }
            let part = r.pick(|s| if let S::Part(part) = s { Some(part) } else { None });
            if part.is_some() {
                let _ = r.take_text("-");
                r.skip(&[S::Of, S::The]);
            }
            let time = match r.time()? {
                Some(time) => Some(time),
                None if part == Some(Part::End) => r.whole_unit(true),
                None => r.whole_unit(false),
            };
            Ok(time.map(|time| Point { time, part, from, to: r.at }))
        })
    }

    /// “this month”, “next quarter”; after “the end of” also “the month”.
    fn whole_unit(&mut self, plain: bool) -> Option<Time> {
        let start = self.at;
        let ahead = |s| match s {
            S::This => Some(0),
            S::Next => Some(1),
            _ => None,
        };
        // “in the next year” counts twelve months.
        let article = start > 0 && self.sense_at(start - 1, |s| (s == S::The).then_some(())).is_some();
        let before = self.pick(ahead).filter(|n| plain || *n == 0 || !article);
        let unit = self.pick(|s| if let S::Unit(unit) = s { Some(unit) } else { None });
        let after = if before.is_none() && !self.language.noun_last { self.pick(ahead) } else { None };
        let found = unit.zip(before.or(after).or(plain.then_some(0)));
        let stretch = found.and_then(|(unit, n)| around(self.made_day(), unit, n));
        if stretch.is_none() {
            self.at = start;
        }
        stretch.map(Time::Fixed)
    }

    fn time(&mut self) -> Found<Time> {
        self.attempt(|r| {
            r.skip(&[S::The, S::Weekday]);
            if let Some(refusal) = r.vague() {
                return Err(refusal);
            }
            if let Some(stretch) = r.attempt(numeric::budget)? {
                return Ok(Some(Time::Fixed(stretch)));
            }
            if let Some(stretch) = r.attempt(numeric::date)? {
                return Ok(Some(Time::Fixed(stretch)));
            }
            for form in [Self::quarter_or_half, Self::year_first, Self::day_first, Self::month_first] {
                let start = r.at;
                if let Some(time) = form(r) {
                    return Ok(Some(time));
                }
                r.at = start;
            }
            let article = r.at > 0 && r.sense_at(r.at - 1, |s| (s == S::The).then_some(())).is_some();
            let next = article && r.language.noun_last && r.sense_at(r.at, |s| (s == S::Next).then_some(())).is_some();
            // “in the next year” counts twelve months; “by the end of the next year” is asked again as a whole unit.
            Ok(if next { None } else { r.year().map(Time::Year) })
        })
    }

    /// A season or a decade: no days of the calendar.
    fn vague(&mut self) -> Option<Refusal> {
        let start = self.at;
        if self.take(S::Season) {
            self.year_after();
            if self.done() {
                return Some(
                    self.refuse(start, "is not the same months everywhere. Write the months, for example June-August 2027."),
                );
            }
        }
        self.at = start;
        let number = self.token().is_some_and(|t| t.text.len() == 4 && t.number().is_some_and(|n| n % 10 == 0));
        let decade = if number {
            self.at += 1;
            self.take_text("s")
        } else {
            self.take(S::Decade) && (self.number(4).is_some_and(|n| n % 10 == 0) || self.done())
        };
        if decade && self.done() {
            return Some(self.refuse(start, "is a decade, not a date. Write its years, for example 2021-2030."));
        }
        self.at = start;
        None
    }

    /// 1 to `most`, in digits, Roman digits or as a word.
    fn place(&mut self, most: u32) -> Option<u32> {
        let start = self.at;
        let ordinal = self.pick(|s| match s {
            S::Ordinal(0) => Some(most),
            S::Ordinal(n) => Some(n),
            _ => None,
        });
        let n = ordinal.or_else(|| self.number(1)).or_else(|| numeric::roman(self));
        let n = n.filter(|n| (1..=most).contains(n));
        if n.is_none() {
            self.at = start;
        }
        n
    }

    fn quarter_or_half(&mut self) -> Option<Time> {
        for (mark, unit, most) in [(S::QuarterMark, Unit::Quarter, 4), (S::HalfMark, Unit::Half, 2)] {
            let start = self.at;
            let n = if self.take(mark) || self.take(S::Unit(unit)) {
                self.place(most)
            } else if let Some(n) = self.place(most) {
                self.take(S::OrdinalMark);
                let _ = self.take_text("-");
                (self.take(S::Unit(unit)) || self.take(mark)).then_some(n)
            } else {
                None
            };
            if let Some(n) = n {
                let y = self.year_after();
                return Some(if most == 4 { Time::Quarter { y, n } } else { Time::Half { y, n } });
            }
            self.at = start;
        }
        None
    }

    /// “2027 Q2”, “2027 March 31”.
    fn year_first(&mut self) -> Option<Time> {
        let year = self.year()?;
        let _ = self.take_text("-") || self.take_text("/");
        match self.quarter_or_half().or_else(|| self.month_first())? {
            Time::Quarter { y: None, n } => Some(Time::Quarter { y: Some(year), n }),
            Time::Half { y: None, n } => Some(Time::Half { y: Some(year), n }),
            Time::Month { y: None, m } => Some(Time::Month { y: Some(year), m }),
            Time::Day { y: None, m, d } => Some(Time::Day { y: Some(year), m, d }),
            _ => None,
        }
    }

    fn month_name(&mut self) -> Option<u32> {
        self.pick(|s| if let S::Month(m) = s { Some(m) } else { None })
    }

    pub(super) fn day_number(&mut self) -> Option<u32> {
        let start = self.at;
        let day = self.number(2).or_else(|| self.pick(|s| if s == S::Ordinal(1) { Some(1) } else { None }));
        if day.is_some() {
            let _ = self.take(S::OrdinalMark);
        } else {
            self.at = start;
        }
        day
    }

    /// “31 December 2026”, “31.XII.2026”, “the 31st of December”.
    fn day_first(&mut self) -> Option<Time> {
        let d = self.day_number()?;
        if !(self.take_text("-") || self.take_text("/")) {
            self.skip(&[S::Of, S::The]);
        }
        if let Some(m) = self.month_name() {
            return Some(Time::Day { y: self.year_after(), m: Some(m), d });
        }
        let m = numeric::roman(self)?;
        Some(Time::Day { y: Some(self.year_after()?), m: Some(m), d })
    }

    /// “December 2026”, “December 31, 2026”.
    fn month_first(&mut self) -> Option<Time> {
        let m = self.month_name()?;
        let start = self.at;
        self.skip(&[S::The]);
        if let Some(d) = self.day_number() {
            return Some(Time::Day { y: self.year_after(), m: Some(m), d });
        }
        self.at = start;
        Some(Time::Month { y: self.year_after(), m })
    }

    /// The days of a point.
    pub(super) fn days(&self, point: Point) -> Result<Stretch, Refusal> {
        let said = |what| Refusal::new("due", format!("“{}” {what}", self.said(point.from, point.to)));
        let Some(y) = point.year() else {
            return Err(said("says no year. Add the year, for example 30 June 2027 or Q2 2027."));
        };
        let whole = match point.time {
            Time::Day { m, d, .. } => m.and_then(|m| Day::from_ymd_opt(y, m, d)).map(|day| (day, day, DueKind::Day)),
            Time::Month { m, .. } => window((y, m), (y, m)).map(|(from, to, _)| (from, to, DueKind::Month)),
            Time::Quarter { n, .. } => quarter(y, n).map(|(from, to)| (from, to, DueKind::Quarter)),
            Time::Half { n, .. } => window((y, n * 6 - 5), (y, n * 6)),
            Time::Year(y) => window((y, 1), (y, 12)).map(|(from, to, _)| (from, to, DueKind::Year)),
            Time::Fixed(stretch) => Some(stretch),
        };
        let whole = whole.ok_or_else(|| said("is not a day of the calendar. Check the day and the month."))?;
        match point.part {
            None | Some(Part::End) => Ok(whole),
            Some(part) => part_of(whole, part).ok_or_else(|| said("cannot be cut into parts. Write the days or the months.")),
        }
    }
}

/// Thirds of a month, quarters of a year; “mid” ends in the middle.
fn part_of((from, to, kind): Stretch, part: Part) -> Option<Stretch> {
    let y = from.year();
    match (kind, part) {
        (DueKind::Month, Part::Early) => Some((from, from.with_day(10)?, DueKind::Window)),
        (DueKind::Month, Part::Mid) => Some((from.with_day(11)?, from.with_day(15)?, DueKind::Window)),
        (DueKind::Month, Part::Late) => Some((from.with_day(21)?, to, DueKind::Window)),
        (DueKind::Quarter, Part::Early) => window((y, from.month()), (y, from.month())),
        (DueKind::Quarter, Part::Mid) => Some((
            from.checked_add_months(Months::new(1))?,
            from.checked_add_months(Months::new(1))?.with_day(15)?,
            DueKind::Window,
        )),
        (DueKind::Quarter, Part::Late) => window((y, to.month()), (y, to.month())),
        (DueKind::Year, Part::Early) => window((y, 1), (y, 3)),
        (DueKind::Year, Part::Mid) => window((y, 4), (y, 6)),
        (DueKind::Year, Part::Late) => window((y, 10), (y, 12)),
        _ => None,
    }
}
