//! Dates in digits: 2027-06-30, 30/06/2027, 2019/03, 2023/24. What could be two dates is refused.
//!
//! Does not read the names of months (`times`).

use super::reader::{Found, Reader};
use super::sense::{Sense as S, Unit};
use super::times::{Stretch, budget_year};
use crate::due::{DueKind, month_end};
use crate::{Day, Refusal};
use chrono::NaiveDate;

/// A number, and of how many digits.
type Digits = (u32, usize);

/// A Roman number up to twelve.
pub(super) fn roman(r: &mut Reader<'_>) -> Option<u32> {
    const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    let token = r.token()?;
    // “IIe trimestre” is one run of letters.
    let bare = token.text.trim_end_matches("eme").trim_end_matches('e');
    let at = ROMAN.iter().position(|n| *n == bare)?;
    r.at += 1;
    u32::try_from(at + 1).ok()
}

/// Numbers with one sign between them, up to three.
fn numbers(r: &mut Reader<'_>) -> Option<(Vec<Digits>, &'static str)> {
    let sign = ["-", "/", "."].into_iter().find(|s| r.tokens.get(r.at + 1).is_some_and(|t| t.text == *s))?;
    let mut found = Vec::new();
    loop {
        let token = r.token()?;
        found.push((token.number()?, token.text.len()));
        r.at += 1;
        let more = found.len() < 3 && r.sees(sign) && r.tokens.get(r.at + 1).is_some_and(|t| t.number().is_some());
        if !more {
            break;
        }
        r.at += 1;
    }
    (2..=3).contains(&found.len()).then_some((found, sign))
}

fn is_year((n, digits): Digits) -> Option<i32> {
    i32::try_from(n).ok().filter(|n| digits == 4 && (1900..=2200).contains(n))
}

/// The budget year from one year to the next, where that is what the two numbers say.
fn two_years(from: Digits, to: Digits) -> Option<i32> {
    let y = is_year(from)?;
    let next = match to.1 {
        4 => is_year(to)? == y + 1,
        2 => i32::try_from(to.0).ok()? == (y + 1) % 100,
        _ => false,
    };
    next.then_some(y)
}

/// “FY 2023/24”, “the 2023-2024 budget year”.
pub(super) fn budget(r: &mut Reader<'_>) -> Found<Stretch> {
    let start = r.at;
    let named = r.take(S::Budget);
    if named {
        r.skip(&[S::Of, S::The]);
    }
    let before = r.at;
    let years =
        numbers(r).filter(|(found, sign)| found.len() == 2 && *sign != ".").and_then(|(found, _)| two_years(found[0], found[1]));
    let Some(y) = years else {
        r.at = before;
        if named && r.token().is_some_and(|t| t.number().is_some()) {
            r.at += 1;
            return Err(r.refuse(start, "does not say which two years. Write the budget year as FY 2023/24."));
        }
        return Ok(None);
    };
    if !named && !r.take(S::Budget) {
        return Ok(None);
    }
    Ok(budget_year(y))
}

/// A date, a month, a budget year or years in digits.
pub(super) fn date(r: &mut Reader<'_>) -> Found<Stretch> {
    let start = r.at;
    if let Some(day) = compact(r) {
        return Ok(Some(day));
    }
    let Some((found, sign)) = numbers(r) else { return Ok(None) };
    match found.as_slice() {
        [first, last] => two(r, start, *first, *last, sign),
        [first, second, third] => three(r, start, [*first, *second, *third]).map(Some),
        _ => Ok(None),
    }
}

/// 20270630.
fn compact(r: &mut Reader<'_>) -> Option<Stretch> {
    let token = r.token().filter(|t| t.text.len() == 8)?;
    let day = NaiveDate::parse_from_str(&token.text, "%Y%m%d").ok()?;
    is_year((token.number()? / 10_000, 4))?;
    r.at += 1;
    Some((day, day, DueKind::Day))
}

fn two(r: &Reader<'_>, start: usize, first: Digits, last: Digits, sign: &str) -> Found<Stretch> {
    let month = |year: i32, month: u32| {
        let days = Day::from_ymd_opt(year, month, 1).zip(month_end(year, month));
        days.map(|(from, to)| Some((from, to, DueKind::Month))).ok_or_else(|| not_a_day(r, start))
    };
    match (is_year(first), is_year(last)) {
        (Some(year), Some(_)) if sign == "/" && two_years(first, last).is_some() => Ok(budget_year(year)),
        (None, Some(year)) if first.1 <= 2 => month(year, first.0),
        (Some(year), None) if last.1 <= 2 => {
            let ends = i32::try_from(last.0).map_or(0, |n| year - year % 100 + n);
            match (two_years(first, last), last.0 <= 12) {
                (Some(_), true) => {
                    let what =
                        format!("could be a month or a budget year. Write the month with its name, or FY {year}/{:02}.", last.0);
                    Err(r.refuse(start, &what))
                }
                (Some(year), false) => Ok(budget_year(year)),
                (None, false) if ends > year => {
                    let days = Day::from_ymd_opt(year, 1, 1).zip(Day::from_ymd_opt(ends, 12, 31));
                    Ok(days.map(|(from, to)| (from, to, DueKind::Window)))
                }
                (None, _) => month(year, last.0),
            }
        }
        // From year to year is a range; two small numbers are no date.
        _ => Ok(None),
    }
}

fn three(r: &Reader<'_>, start: usize, found: [Digits; 3]) -> Result<Stretch, Refusal> {
    let one = |year: i32, month: u32, day: u32| {
        let day = Day::from_ymd_opt(year, month, day).map(|day| (day, day, DueKind::Day));
        day.ok_or_else(|| not_a_day(r, start))
    };
    let [first, second, third] = found;
    if let Some(year) = is_year(first) {
        return one(year, second.0, third.0);
    }
    let Some(year) = is_year(third) else {
        return Err(r.refuse(start, "does not say its year in four digits. Write it as 2027-06-30."));
    };
    let (first, second) = (first.0, second.0);
    if first > 12 || first == second {
        return one(year, second, first);
    }
    if second > 12 {
        return one(year, first, second);
    }
    let (european, american) = (one(year, second, first)?.0, one(year, first, second)?.0);
    let (day, or) = (super::say(european), super::say(american));
    Err(r.refuse(start, &format!("could be {day} or {or}. Write it as {european} or {american}.")))
}

fn not_a_day(r: &Reader<'_>, start: usize) -> Refusal {
    r.refuse(start, "is not a day of the calendar. Check the day and the month.")
}

/// How many of which unit: “12 months”, “six (6) months”, “12-18 months” (the most counts).
pub(super) fn interval(r: &mut Reader<'_>) -> Found<(u32, Unit)> {
    let count = |r: &mut Reader<'_>| r.number(4).or_else(|| r.pick(|s| if let S::Count(n) = s { Some(n) } else { None }));
    r.attempt(|r| {
        let article = r.at > 0 && r.sense_at(r.at - 1, |s| (s == S::The).then_some(())).is_some();
        let next = r.take(S::Next);
        // “the next year” is one.
        let Some(mut n) = count(r).or((article && next).then_some(1)) else { return Ok(None) };
        let start = r.at;
        let range = r.take_text("-") || r.take(S::To);
        match count(r) {
            Some(most) if range || most == n => n = n.max(most),
            Some(_) => return Ok(None),
            None => r.at = start,
        }
        let _ = r.take_text("-");
        let _ = r.take(S::Next);
        let unit = r.pick(|s| if let S::Unit(unit) = s { Some(unit) } else { None });
        if unit == Some(Unit::WorkingDay) {
            return Err(r.refuse(
                start.saturating_sub(1),
                "cannot be counted without a list of holidays. Give the number in days or weeks.",
            ));
        }
        let _ = r.take(S::Ahead) || r.take_text("s");
        let _ = r.take(S::Ahead);
        Ok(unit.filter(|_| n > 0 && n <= 2_400).map(|unit| (n, unit)))
    })
}
