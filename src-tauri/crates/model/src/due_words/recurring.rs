//! Dues that come again: how often, from when, until when, on which day of the year.
//!
//! Does not make occurrences. Counts in months: what comes more often is refused.

use super::forms::{lead, shift};
use super::numeric::interval;
use super::reader::{Found, Reader};
use super::sense::{Part, Sense as S, Unit};
use super::times::{Point, Stretch};
use crate::due::{Due, DueKind};
use crate::{Day, Refusal};
use chrono::{Datelike, Months};

/// How often.
#[derive(Clone, Copy)]
struct Beat {
    /// Between two occurrences; nothing where it is not said.
    months: Option<u32>,
    /// At the end of each month, quarter, year.
    at_end: bool,
}

/// What else is said of it.
#[derive(Default)]
struct Told {
    beat: Option<Beat>,
    /// The last day of the first occurrence.
    first: Option<Point>,
    /// A time of the year, and whether it is due before it.
    yearly: Option<(Point, bool)>,
    span: Option<(Day, Day)>,
    until: Option<Day>,
}

pub(super) fn recurring(r: &mut Reader<'_>) -> Found<Due> {
    let mut told = Told::default();
    while !r.done() {
        if r.take(S::And) || r.take(S::Report) {
            continue;
        }
        if told.beat.is_none()
            && let Some(beat) = beat(r, &mut told)?
        {
            told.beat = Some(beat);
            r.skip(&[S::Basis]);
        } else if !modifier(r, &mut told)? {
            return Ok(None);
        }
    }
    let Some(beat) = told.beat else { return Ok(None) };
    let from = first(r, beat, &told)?;
    let to = told.until.or(told.span.map(|(_, to)| to));
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        let what = "ends before its first occurrence. Give a later end or an earlier beginning.";
        return Err(Refusal::new("window", r.refuse(0, what).sentence));
    }
    Ok(Some(Due { from, to, every_months: beat.months.map(i64::from), ..Due::words_only(DueKind::Recurring, r.stated) }))
}

fn too_often(r: &Reader<'_>, start: usize) -> Refusal {
    r.refuse(
        start,
        "comes more often than a register follows. Write the interval in months, for example monthly or every three months.",
    )
}

/// “every six months”, “twice a year”, “quarterly”, “at the end of each quarter”, “at every ministerial”.
fn beat(r: &mut Reader<'_>, told: &mut Told) -> Found<Beat> {
    r.attempt(|r| {
        let start = r.at;
        let every = |months| Ok(Some(Beat { months: Some(months), at_end: false }));
        r.skip(&[S::Basis]);
        if r.take(S::TooOften) {
            return Err(too_often(r, start));
        }
        if r.take(S::TwoMeanings) {
            return Err(r.refuse(start, "has two meanings. Write every two months, twice a year or every two years."));
        }
        let regular = r.take(S::Regular);
        if regular {
            return Ok(Some(Beat { months: None, at_end: false }));
        }
        if let Some(months) = r.pick(|s| if let S::Recurs(n) = s { Some(n) } else { None }) {
            return every(months);
        }
        r.at = start;
        if let Some(beat) = r.attempt(|r| each(r, told))? {
            return Ok(Some(beat));
        }
        r.skip(&[S::Basis]);
        times(r, start)?.map_or(Ok(None), every)
    })
}

fn each(r: &mut Reader<'_>, told: &mut Told) -> Found<Beat> {
    let start = r.at;
    lead(r);
    let at_end = r.take(S::Part(Part::End));
    if !r.take(S::Every) {
        return Ok(None);
    }
    let begins = r.at;
    let other = r.take(S::Other);
    let unit = |r: &mut Reader<'_>| r.pick(|s| if let S::Unit(unit) = s { Some(unit) } else { None });
    let found = if let Some(unit) = unit(r) {
        Some((if other { 2 } else { 1 }, unit))
    } else {
        r.at = begins;
        interval(r)?
    };
    if let Some((n, unit)) = found {
        let months = unit.months().ok_or_else(|| too_often(r, start))?;
        return Ok(Some(Beat { months: Some(n * months), at_end }));
    }
    r.at = begins;
    // “every 31 March”
    if let Some(point) = r.point()? {
        if point.year().is_some() {
            return Ok(None);
        }
        told.yearly = Some((point, false));
        return Ok(Some(Beat { months: Some(12), at_end: false }));
    }
    // “at every ministerial”
    let noun =
        (begins..r.tokens.len()).any(|at| r.sense_at(at, |s| (s == S::EventNoun || s == S::StageNoun).then_some(())).is_some());
    r.at = if noun { r.tokens.len() } else { begins };
    Ok(noun.then_some(Beat { months: None, at_end: false }))
}

/// “twice a year”, “three times in every two years”: months between.
fn times(r: &mut Reader<'_>, start: usize) -> Found<u32> {
    let times = r.pick(|s| if let S::TimesCount(n) = s { Some(n) } else { None });
    let times = times.or_else(|| {
        let count = r.number(2).or_else(|| r.pick(|s| if let S::Count(n) = s { Some(n) } else { None }))?;
        r.take(S::Times).then_some(count)
    });
    let Some(times) = times.filter(|n| *n > 0) else { return Ok(None) };
    let months = if let Some(months) = r.pick(|s| if let S::Recurs(n) = s { Some(n) } else { None }) {
        months
    } else {
        if !r.take(S::Per) {
            return Ok(None);
        }
        let one = r.pick(|s| if let S::Unit(unit) = s { Some((1, unit)) } else { None });
        let counted = if one.is_some() { one } else { interval(r)? };
        let Some((n, unit)) = counted else { return Ok(None) };
        n * unit.months().ok_or_else(|| too_often(r, start))?
    };
    if months % times != 0 {
        return Err(r.refuse(start, "is no whole number of months apart. Write for example every three months."));
    }
    Ok(Some(months / times))
}

/// “from January 2027”, “until 2030”, “by 31 March”, “in 2027”.
fn modifier(r: &mut Reader<'_>, told: &mut Told) -> Result<bool, Refusal> {
    let found = r.attempt(|r| {
        let start = r.at;
        if let Some((from, to, _)) = in_range(r)? {
            told.span = Some((from, to));
            return Ok(Some(()));
        }
        if r.take(S::From) {
            lead(r);
            if let Some(point) = r.point()? {
                if point.year().is_some() {
                    told.first = Some(point);
                } else {
                    told.yearly = Some((point, false));
                }
                return Ok(Some(()));
            }
            r.at = start;
        }
        if r.take(S::Until) {
            lead(r);
            if let Some(point) = r.point()?.filter(|p| p.year().is_some()) {
                told.until = Some(r.days(point)?.1);
                return Ok(Some(()));
            }
            r.at = start;
        }
        let before = r.take(S::Before);
        // “with the first by 31 March 2027”
        let _ = r
            .attempt(|r| Ok((r.take(S::Ordinal(1)) && r.sense_at(r.at, |s| (s == S::By).then_some(())).is_some()).then_some(())));
        let lead = lead(r);
        let Some(point) = r.point()? else { return Ok(None) };
        if point.year().is_none() {
            told.yearly = Some((point, before));
            return Ok(Some(()));
        }
        let (from, to, kind) = r.days(point)?;
        match kind {
            DueKind::Day | DueKind::Month if !before => told.first = Some(point),
            _ if lead.inside && !before => told.span = Some((from, to)),
            _ if before => told.until = from.pred_opt(),
            _ if lead.by => told.until = Some(to),
            _ => told.span = Some((from, to)),
        }
        Ok(Some(()))
    })?;
    Ok(found.is_some())
}

fn in_range(r: &mut Reader<'_>) -> Found<Stretch> {
    if let Some(range) = r.range()? {
        return Ok(Some(range));
    }
    r.attempt(|r| {
        lead(r);
        r.range()
    })
}

/// The last day of the first occurrence, where it can be known.
fn first(r: &mut Reader<'_>, beat: Beat, told: &Told) -> Result<Option<Day>, Refusal> {
    let from = match told.first {
        Some(point) => Some(r.days(point)?.1),
        None => None,
    };
    let begins = told.span.map(|(from, _)| from);
    // Days that hang on `made` are none without it.
    let begins = begins.filter(|_| !r.unmade);
    if let Some((point, before)) = told.yearly {
        let after = from.or(begins.and_then(|day| day.pred_opt())).or(r.made);
        return after.map_or(Ok(None), |after| next(r, point, before, after));
    }
    if from.is_some() {
        return Ok(from.filter(|_| !r.unmade));
    }
    let Some(months) = beat.months else { return Ok(None) };
    if let Some(begins) = begins {
        return Ok(begins.checked_add_months(Months::new(months)).and_then(|day| day.pred_opt()));
    }
    let Some(made) = r.made else { return Ok(None) };
    if beat.at_end && 12 % months == 0 {
        let month = (made.month0() / months + 1) * months;
        return Ok(crate::due::month_end(made.year(), month));
    }
    Ok(shift(made, months, Unit::Month, false))
}

/// The next such time of the year after a day.
fn next(r: &Reader<'_>, point: Point, before: bool, after: Day) -> Result<Option<Day>, Refusal> {
    // 29 February comes after eight years at the latest.
    for year in after.year()..=after.year() + 8 {
        let Ok((from, to, _)) = r.days(point.in_year(Some(year), None)) else { continue };
        let day = if before { from.pred_opt() } else { Some(to) };
        if let Some(day) = day.filter(|day| *day > after) {
            return Ok(Some(day));
        }
    }
    r.days(point.in_year(Some(after.year()), None)).map(|_| None)
}
