//! The forms of a due: which words make which kind. Tried in their order; the first that reads all the words is it.
//!
//! Does not know recurring dues (`recurring`), the words of a language (`english`, `french`) or the calendar (`times`).

use super::numeric::interval;
use super::reader::{Found, Reader};
use super::recurring::recurring;
use super::sense::{Part, Sense as S, Unit};
use super::times::{Point, Stretch};
use crate::due::{Due, DueKind};
use crate::{Day, Refusal};
use chrono::{Days, Months};

/// The due that the words say in one language.
pub(super) fn due(r: &mut Reader<'_>) -> Found<Due> {
    // “by June 2027, subject to funding”: the time is what can be known.
    for cut in 1..r.tokens.len() {
        if r.sense_at(cut, |s| (s == S::Proviso).then_some(())).is_some() {
            let mut head = Reader::new(r.stated, &r.tokens[..cut], r.language, r.made);
            head.end = r.tokens[cut - 1].to;
            head.bare = r.bare;
            if let Some(due) = whole(&mut head)? {
                return Ok(Some(due));
            }
        }
    }
    whole(r)
}

fn whole(r: &mut Reader<'_>) -> Found<Due> {
    if let Some(due) = never(r) {
        return Ok(Some(due));
    }
    for form in [recurring, calendar, counted, placed, open] {
        (r.at, r.unmade) = (0, false);
        if let Some(due) = form(r)? {
            return Ok(Some(due));
        }
    }
    r.at = 0;
    let happening = happening(r);
    r.at = 0;
    Ok(happening.or_else(|| condition(r)))
}

/// How a time is introduced.
#[derive(Default)]
pub(super) struct Lead {
    /// As the last that is allowed.
    pub by: bool,
    /// As that within which it is due.
    pub inside: bool,
    /// The token of the article before what follows, or what follows.
    pub name: usize,
}

pub(super) fn lead(r: &mut Reader<'_>) -> Lead {
    let mut lead = Lead { name: r.at, ..Lead::default() };
    while let Some((sense, end)) = r.sense_at(r.at, |s| matches!(s, S::By | S::In | S::The | S::Until).then_some(s)) {
        match sense {
            S::The => {}
            S::In => lead.inside = true,
            _ => lead.by = true,
        }
        r.at = end;
        if sense != S::The {
            lead.name = end;
        }
    }
    lead
}

fn never(r: &mut Reader<'_>) -> Option<Due> {
    (r.take(S::Never) && r.done()).then(|| Due::words_only(DueKind::None, r.stated))
}

/// A due that is a stretch of days; without them if they hang on a day that is not known.
pub(super) fn stretch(r: &Reader<'_>, (from, to, kind): Stretch) -> Result<Due, Refusal> {
    if r.unmade {
        return Ok(Due::words_only(DueKind::Window, r.stated));
    }
    Due::stretch(kind, r.stated, from, to)
}

/// A time of the calendar that is the rest of the words.
fn rest_is_time(r: &mut Reader<'_>) -> Found<(Stretch, Option<Point>)> {
    r.attempt(|r| {
        if let Some(range) = r.range()? {
            return Ok(r.done().then_some((range, None)));
        }
        let Some(point) = r.point()? else { return Ok(None) };
        if !r.done() {
            return Ok(None);
        }
        Ok(Some((r.days(point)?, Some(point))))
    })
}

fn calendar(r: &mut Reader<'_>) -> Found<Due> {
    if let Some((days, _)) = rest_is_time(r)? {
        return stretch(r, days).map(Some);
    }
    r.at = 0;
    lead(r);
    let found = rest_is_time(r)?;
    found.map(|(days, _)| stretch(r, days)).transpose()
}

/// A day some time further on or back.
pub(super) fn shift(day: Day, n: u32, unit: Unit, back: bool) -> Option<Day> {
    let shifted = if let Some(months) = unit.months() {
        let months = Months::new(n.checked_mul(months)?);
        if back { day.checked_sub_months(months) } else { day.checked_add_months(months) }
    } else {
        let days = Days::new(u64::from(if unit == Unit::Week { n.checked_mul(7)? } else { n }));
        if back { day.checked_sub_days(days) } else { day.checked_add_days(days) }
    };
    shifted.filter(|day| *day > crate::spans::EVER && *day < crate::spans::STILL)
}

/// Days that stand for an interval before or after an event: 365 for a year, 30 for a month.
fn in_days(n: u32, unit: Unit) -> i64 {
    let n = i64::from(n);
    match unit.months().map(i64::from) {
        Some(months) => (n * months / 12) * 365 + (n * months % 12) * 30,
        None if unit == Unit::Week => n * 7,
        None => n,
    }
}

/// An interval from the day on which it was said, or before or after something.
fn counted(r: &mut Reader<'_>) -> Found<Due> {
    r.skip(&[S::By, S::In, S::The, S::Until, S::Basis]);
    let of = r.at;
    let Some((n, unit)) = interval(r)?.map_or_else(
        || {
            r.at = of;
            r.skip(&[S::Of, S::The]);
            interval(r)
        },
        |found| Ok(Some(found)),
    )?
    else {
        return Ok(None);
    };
    if r.done() {
        let made = r.made_day();
        let Some(to) = shift(made, n, unit, false) else { return Ok(None) };
        return stretch(r, (made, to, DueKind::Window)).map(Some);
    }
    let before = r.pick(|s| match s {
        S::Before => Some(true),
        S::After | S::CountedFrom => Some(false),
        _ => None,
    });
    before.map_or(Ok(None), |before| beside(r, before, Some((n, unit))))
}

/// Before or after something, with no interval.
fn placed(r: &mut Reader<'_>) -> Found<Due> {
    r.skip(&[S::By, S::Basis]);
    let before = r.pick(|s| match s {
        S::Before => Some(true),
        S::After => Some(false),
        _ => None,
    });
    before.map_or(Ok(None), |before| beside(r, before, None))
}

/// What stands after “before” or “after”: a time of the calendar, or the name of an event.
fn beside(r: &mut Reader<'_>, before: bool, offset: Option<(u32, Unit)>) -> Found<Due> {
    let name = r.at;
    if let Some(((from, to, kind), point)) = rest_is_time(r)? {
        let ends = point.is_some_and(|p| p.part == Some(Part::End));
        let day = |day: Option<Day>| day.map(|day| stretch(r, (day, day, DueKind::Day))).transpose();
        return match offset {
            Some((n, unit)) => day(shift(if before && !ends { from } else { to }, n, unit, before)),
            None if before && ends => stretch(r, (from, to, kind)).map(Some),
            None if before => day(from.pred_opt()),
            None => Ok(Some(open_from(r, to.succ_opt()))),
        };
    }
    if !names(r, name) {
        return Ok(None);
    }
    let offset_days = offset.map_or(0, |(n, unit)| in_days(n, unit));
    Ok(Some(event(r, name, before, offset_days)))
}

fn event(r: &Reader<'_>, name: usize, before: bool, offset_days: i64) -> Due {
    let name = r.said(name, r.tokens.len());
    Due { before, offset_days, event: Some(name.to_owned()), ..Due::words_only(DueKind::Event, r.stated) }
}

/// There is a word that is none of the calendar: a name, and not a date that could not be read.
fn names(r: &Reader<'_>, from: usize) -> bool {
    let calendar = |s| {
        let of_time = matches!(
            s,
            S::Month(_) | S::Weekday | S::Count(_) | S::Ordinal(_) | S::OrdinalMark | S::Unit(_) | S::QuarterMark | S::HalfMark
        );
        let joins = matches!(s, S::The | S::Of | S::By | S::In | S::Tail | S::To | S::From | S::Until | S::Part(_) | S::Season);
        (of_time || joins || matches!(s, S::Before | S::After | S::This | S::Next | S::Decade | S::Never)).then_some(())
    };
    let mut at = from;
    while at < r.tokens.len() {
        match r.sense_at(at, calendar) {
            Some(((), end)) => at = end,
            None if r.tokens[at].text.chars().filter(|c| c.is_alphabetic()).count() > 1 => return true,
            None => at += 1,
        }
    }
    false
}

/// A beginning without an end: no day is the last.
fn open_from(r: &Reader<'_>, from: Option<Day>) -> Due {
    Due { from: from.filter(|_| !r.unmade), ..Due::words_only(DueKind::None, r.stated) }
}

fn open(r: &mut Reader<'_>) -> Found<Due> {
    if !r.take(S::From) {
        return Ok(None);
    }
    lead(r);
    let found = rest_is_time(r)?;
    Ok(found.map(|((from, _, _), _)| open_from(r, Some(from))))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Noun {
    Stage,
    Event,
    Edge,
    Place,
}

const fn noun(sense: S) -> Option<Noun> {
    match sense {
        S::StageNoun => Some(Noun::Stage),
        S::EventNoun => Some(Noun::Event),
        S::EdgeNoun => Some(Noun::Edge),
        S::PlaceNoun => Some(Noun::Place),
        _ => None,
    }
}

/// What the words from here are about, by the noun that says what it is: “planning conference” is an event, “review
/// phase” a stage; “start of the ministerial” is what the ministerial is.
fn about(r: &Reader<'_>, from: usize) -> Option<Noun> {
    let link = |at: usize| r.sense_at(at, |s| (s == S::Link).then_some(())).is_some();
    let last = r.tokens.len();
    let mut weak = None;
    let mut at = from;
    while at < last {
        let mut end = at + 1;
        let found = if r.language.noun_last {
            while end < last && !link(end) {
                end += 1;
            }
            (at..end).find_map(|n| r.sense_at(n, noun).filter(|(_, to)| *to == end)).map(|(noun, _)| noun)
        } else {
            r.sense_at(at, noun).map(|(noun, to)| {
                end = to;
                noun
            })
        };
        match found {
            Some(Noun::Stage | Noun::Event) => return found,
            Some(Noun::Edge) => weak = found,
            Some(Noun::Place) => weak = weak.or(found),
            None => {}
        }
        at = end;
    }
    weak
}

/// A stage of a mission's life, or an event at which or by which it is due.
fn happening(r: &mut Reader<'_>) -> Option<Due> {
    const LONGEST_BARE: usize = 8;
    let mut lead = lead(r);
    if r.at == 0 && r.take(S::From) {
        lead = Lead { inside: true, ..self::lead(r) };
    }
    let bare = !lead.by && !lead.inside;
    if (bare && (!r.bare || r.tokens.len() > LONGEST_BARE)) || !names(r, r.at) {
        return None;
    }
    match about(r, r.at) {
        Some(Noun::Event) => Some(event(r, lead.name, lead.by, 0)),
        Some(Noun::Stage) => Some(Due::words_only(DueKind::Stage, r.stated)),
        Some(Noun::Edge | Noun::Place) if !bare => Some(Due::words_only(DueKind::Stage, r.stated)),
        _ => None,
    }
}

fn condition(r: &mut Reader<'_>) -> Option<Due> {
    let last = r.tokens.len();
    let alone = r.sense_at(0, |s| (s == S::IfAlone).then_some(())).is_some_and(|((), end)| end == last);
    let opens = r.take(S::If) && r.tokens[r.at..].iter().any(|t| t.text.chars().all(char::is_alphabetic) && t.text.len() > 1);
    let ends = (1..last).any(|at| r.sense_at(at, |s| (s == S::IfTail).then_some(())).is_some_and(|((), end)| end == last));
    (alone || opens || ends).then(|| Due::words_only(DueKind::Condition, r.stated))
}
