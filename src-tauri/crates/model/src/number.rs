//! Numbers as they are typed and pasted (`1 234,5`, `1,234.5`, `45 %`), into plain decimal text, and how far a value is
//! on the way to a target.
//!
//! Does not know units: what stands behind a number is handed back as it was said. A number that may be two things is
//! refused, never guessed.

use crate::vocabulary::Direction;
use crate::{Refusal, text};

/// The most digits that a number may have.
const MOST_DIGITS: usize = 30;

/// Reads a number; answers it with a point, without groups and idle zeros: `1234.5`, `-3`, `0.05`.
pub fn read(words: &str) -> Result<String, Refusal> {
    let no = || {
        Refusal::new("number", format!("“{}” is not a number. Write it in digits, as 1234.5 or 1 234,5.", text::brief(words, 40)))
    };
    let plain: String = words.trim().chars().map(western).collect();
    let (negative, rest) = match plain.strip_prefix(['-', '\u{2212}', '\u{2013}']) {
        Some(rest) => (true, rest),
        None => (false, plain.strip_prefix('+').unwrap_or(&plain)),
    };
    let rest = rest.trim_start();
    if !rest.chars().all(|c| c.is_ascii_digit() || is_mark(c)) || !rest.ends_with(|c: char| c.is_ascii_digit()) {
        return Err(no());
    }
    let (whole, fraction) = parted(rest, words)?.ok_or_else(no)?;
    if whole.len() + fraction.len() > MOST_DIGITS {
        return Err(Refusal::new("number", format!("“{}” has more than {MOST_DIGITS} digits.", text::brief(words, 40))));
    }
    let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
    let mut out = String::with_capacity(whole.len() + fraction.len() + 3);
    if negative && !(whole.is_empty() && fraction.is_empty()) {
        out.push('-');
    }
    out.push_str(if whole.is_empty() { "0" } else { whole });
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
    Ok(out)
}

/// A number and what stands behind it: `45 %` is `45` and `%`; nothing where nothing stands there.
pub fn with_unit(words: &str) -> Result<(String, Option<String>), Refusal> {
    let words = words.trim();
    let digit = |c: char| western(c).is_ascii_digit();
    let end = words.char_indices().rev().find(|(_, c)| digit(*c)).map_or(0, |(at, c)| at + c.len_utf8());
    // A digit that stands behind words belongs to the unit (m2, CO2).
    let unit_from =
        words.char_indices().find(|(_, c)| !digit(*c) && !is_mark(western(*c)) && !is_sign(*c)).map_or(end, |(at, _)| at);
    let (number, unit) = words.split_at(unit_from.min(end));
    Ok((read(number.trim_end()).map_err(|refused| if number.is_empty() { nothing(words) } else { refused })?, text::line(unit)))
}

fn nothing(words: &str) -> Refusal {
    Refusal::new("number", format!("“{}” does not begin with a number. Write it in digits, as 1234.5.", text::brief(words, 40)))
}

/// Digits and marks of Arabic as those of Latin script.
fn western(c: char) -> char {
    match c {
        '\u{0660}'..='\u{0669}' => digit_from(c, 0x0660),
        '\u{06F0}'..='\u{06F9}' => digit_from(c, 0x06F0),
        '\u{066B}' => '.',
        '\u{066C}' => '\'',
        c => c,
    }
}

fn digit_from(c: char, zero: u32) -> char {
    char::from_digit(c as u32 - zero, 10).unwrap_or(c)
}

const fn is_sign(c: char) -> bool {
    matches!(c, '-' | '+' | '\u{2212}' | '\u{2013}')
}

/// What may stand between digits.
fn is_mark(c: char) -> bool {
    matches!(c, '.' | ',') || is_group_only(c)
}

/// What parts groups and is never a decimal mark: spaces of any width, apostrophes.
fn is_group_only(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '_') || c.is_whitespace()
}

/// Whole part and fraction, as digits; nothing where the marks make no number.
fn parted(rest: &str, words: &str) -> Result<Option<(String, String)>, Refusal> {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let (points, commas) = (rest.matches('.').count(), rest.matches(',').count());
    let decimal = match (points, commas) {
        // Both: the last one is the decimal mark, and stands once.
        (1.., 1..) => {
            let last = if rest.rfind('.') > rest.rfind(',') { '.' } else { ',' };
            if rest.matches(last).count() > 1 {
                return Ok(None);
            }
            Some(last)
        }
        (1, 0) => Some('.'),
        (0, 1) => {
            let (whole, after) = rest.split_once(',').unwrap_or((rest, ""));
            let could_be_group = after.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
            if could_be_group && whole.chars().all(|c| c.is_ascii_digit()) {
                return Err(Refusal::new(
                    "number",
                    format!(
                        "“{}” can be read as {whole}{after} and as {whole}.{after}. Write it without the comma, or with a point.",
                        text::brief(words, 40)
                    ),
                ));
            }
            Some(',')
        }
        // None, or several of one, which are groups.
        _ => None,
    };
    let (whole, fraction) = decimal.and_then(|mark| rest.split_once(mark)).unwrap_or((rest, ""));
    if decimal.is_some() && !fraction.chars().all(|c| c.is_ascii_digit()) {
        return Ok(None);
    }
    let groups: Vec<&str> = whole.split(|c: char| !c.is_ascii_digit()).collect();
    let marks: Vec<char> =
        whole.chars().filter(|c| !c.is_ascii_digit()).map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    let regular = match groups.split_first() {
        Some((first, rest)) if !rest.is_empty() => {
            (1..=3).contains(&first.len()) && rest.iter().all(|g| g.len() == 3) && marks.iter().all(|m| *m == marks[0])
        }
        Some((only, _)) => !only.is_empty() || decimal.is_some(),
        None => false,
    };
    Ok(regular.then(|| (digits(whole), fraction.to_owned())))
}

/// A number for comparing and drawing.
pub fn value(decimal: &str) -> Option<f64> {
    decimal.parse().ok().filter(|v: &f64| v.is_finite())
}

/// How far a value is on the way to its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct IndicatorProgress {
    /// Part of the way from the baseline to the target, in per cent: below 0 it goes the wrong way, above 100 beyond.
    /// Nothing where there is no way to measure: no baseline, or one to be kept.
    pub percent: Option<i32>,
    /// The target is met.
    pub met: bool,
}

/// The progress of a value. To increase or decrease is measured from the baseline to the target. To maintain means not to
/// fall below the target, or below the baseline where there is no target.
pub fn progress(direction: Direction, baseline: Option<&str>, target: Option<&str>, now: &str) -> Option<IndicatorProgress> {
    let (baseline, now) = (baseline.and_then(value), value(now)?);
    let target = target.and_then(value).or_else(|| baseline.filter(|_| direction == Direction::Maintain))?;
    let met = match direction {
        Direction::Increase | Direction::Maintain => now >= target,
        Direction::Decrease => now <= target,
    };
    let way = baseline.map(|from| (from, target - from)).filter(|(_, way)| *way != 0.0 && direction != Direction::Maintain);
    let percent = way.and_then(|(from, way)| format!("{:.0}", (now - from) / way * 100.0).parse().ok());
    Some(IndicatorProgress { percent, met })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_people_write_them() {
        let check = |input: &str, expect: &str| assert_eq!(read(input).as_deref(), Ok(expect), "{input:?}");
        check("0", "0");
        check("7", "7");
        check(" 42 ", "42");
        check("007", "7");
        check("-3", "-3");
        check("\u{2212}3,5", "-3.5");
        check("+3", "3");
        check("-0", "0");
        check("12.50", "12.5");
        check("12,5", "12.5");
        check("0,125", "0.125");
        check(".5", "0.5");
        check("1234", "1234");
        check("1234,567", "1234.567");
        check("1.234", "1.234");
        check("1 234,5", "1234.5");
        check("1\u{a0}234,5", "1234.5");
        check("1\u{202f}234\u{202f}567", "1234567");
        check("1,234.5", "1234.5");
        check("1.234,5", "1234.5");
        check("1,234,567", "1234567");
        check("1.234.567", "1234567");
        check("1'234'567.8", "1234567.8");
        check("12,3456", "12.3456");
        check("٤٥٫٥", "45.5");
        check("۱۲", "12");
        check("100.000", "100");
    }

    #[test]
    fn what_is_no_number_is_refused() {
        let check = |input: &str, part: &str| {
            let refused = read(input).expect_err(input);
            assert!(refused.sentence.contains(part), "{input:?}: {refused}");
        };
        check("", "is not a number");
        check("about 7", "is not a number");
        check("1e5", "is not a number");
        check("1,23,4", "is not a number");
        check("1 23", "is not a number");
        check("1.234,567.8", "is not a number");
        check("1,234 567", "is not a number");
        check("12.", "is not a number");
        check("--5", "is not a number");
        check("1,234", "1234 and as 1.234");
        check(&"9".repeat(31), "more than 30 digits");
        check("NaN", "is not a number");
    }

    #[test]
    fn a_unit_may_stand_behind() {
        let check = |input: &str, number: &str, unit: Option<&str>| {
            assert_eq!(with_unit(input), Ok((number.to_owned(), unit.map(str::to_owned))), "{input:?}");
        };
        check("45", "45", None);
        check("45%", "45", Some("%"));
        check("45,5 %", "45.5", Some("%"));
        check("1 234 missions", "1234", Some("missions"));
        check("-2 points", "-2", Some("points"));
        check("12 m2", "12", Some("m2"));
        assert!(with_unit("per cent 45").is_err());
        assert!(with_unit("").is_err());
    }

    #[test]
    fn progress_by_direction() {
        let check = |direction, baseline, target, now, expect: Option<(Option<i32>, bool)>| {
            let found = progress(direction, baseline, target, now).map(|p| (p.percent, p.met));
            assert_eq!(found, expect, "{direction:?} {baseline:?} {target:?} {now}");
        };
        check(Direction::Increase, Some("10"), Some("30"), "20", Some((Some(50), false)));
        check(Direction::Increase, Some("10"), Some("30"), "5", Some((Some(-25), false)));
        check(Direction::Increase, Some("10"), Some("30"), "40", Some((Some(150), true)));
        check(Direction::Decrease, Some("30"), Some("10"), "25", Some((Some(25), false)));
        check(Direction::Decrease, Some("30"), Some("10"), "10", Some((Some(100), true)));
        check(Direction::Decrease, None, Some("10"), "9", Some((None, true)));
        check(Direction::Increase, Some("30"), Some("30"), "30", Some((None, true)));
        check(Direction::Increase, Some("30"), None, "40", None);
        check(Direction::Maintain, Some("30"), None, "30", Some((None, true)));
        check(Direction::Maintain, Some("30"), Some("25"), "24", Some((None, false)));
    }
}
