//! Reads the words of a due in the common English forms: "2023-12-31", "31 December 2023", "March 2024", "Q2 2027",
//! "by the end of Q2 2027", "2021-2023", "2024", "none". The words themselves are always kept by the caller.
//!
//! Does not guess: what it cannot read is refused with examples, never turned into a date that nobody said.

use crate::due::{Due, DueKind, month_end, quarter};
use crate::{Day, Refusal, text};

const MONTHS: [&str; 12] =
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/// The due that the words say.
pub fn read(words: &str) -> Result<Due, Refusal> {
    let stated = text::line(words).ok_or_else(|| unreadable(words))?;
    let lower = stated.to_lowercase();
    if matches!(lower.as_str(), "none" | "no date" | "open-ended" | "ongoing") {
        return Ok(Due::words_only(DueKind::None, &stated));
    }
    let bare = without_lead_in(&lower);
    if let Some((from, to)) = ends(bare) {
        let (from, _, _) = stretch(from).ok_or_else(|| unreadable(words))??;
        let (_, to, _) = stretch(to).ok_or_else(|| unreadable(words))??;
        return Due::stretch(DueKind::Window, &stated, from, to);
    }
    let (from, to, kind) = stretch(bare).ok_or_else(|| unreadable(words))??;
    Due::stretch(kind, &stated, from, to)
}

/// One plain sentence for a form: what was understood.
pub fn understood(due: &Due) -> String {
    match (due.kind, due.from, due.to) {
        (DueKind::Day, _, Some(to)) => format!("Due by {}.", say(to)),
        (_, Some(from), Some(to)) => format!("From {} to {}, so due by {}.", say(from), say(to), say(to)),
        _ => "No date can be known from these words; they are kept as they are.".to_owned(),
    }
}

/// A day in English.
pub fn say(day: Day) -> String {
    day.format("%-d %B %Y").to_string()
}

/// Cuts what only introduces the time: all of these are due on the last day of what follows.
fn without_lead_in(words: &str) -> &str {
    let mut bare = words.trim_end_matches('.').trim();
    loop {
        let shorter = [
            "by ",
            "until ",
            "not later than ",
            "no later than ",
            "the end of ",
            "end of ",
            "end ",
            "the ",
            "in ",
            "during ",
            "on ",
            "due ",
        ]
        .iter()
        .find_map(|lead| bare.strip_prefix(lead));
        match shorter {
            Some(rest) => bare = rest.trim_start(),
            None => return bare,
        }
    }
}

/// The two ends of "A to B", "from A to B", "between A and B", "2021-2023".
fn ends(words: &str) -> Option<(&str, &str)> {
    let words = words.strip_prefix("from ").unwrap_or(words);
    if let Some((a, b)) = words.strip_prefix("between ").and_then(|w| w.split_once(" and ")) {
        return Some((a.trim(), b.trim()));
    }
    for dash in [" to ", " - ", " – ", " — ", " until "] {
        if let Some((a, b)) = words.split_once(dash) {
            return Some((a.trim(), b.trim()));
        }
    }
    let (a, b) = words.split_once(['-', '–', '—'])?;
    (year(a).is_some() && year(b).is_some()).then_some((a, b))
}

type Stretch = (Day, Day, DueKind);

/// First day, last day and kind of one named time; `Some(Err)` where it is a date that does not exist.
fn stretch(words: &str) -> Option<Result<Stretch, Refusal>> {
    let words = without_lead_in(words);
    if let Some(y) = year(words) {
        return whole_year(y).map(Ok);
    }
    let parts: Vec<&str> = words.split([' ', ',']).filter(|p| !p.is_empty() && *p != "of").collect();
    match parts.as_slice() {
        [one] => iso(one),
        ["first" | "1st", "quarter", y] => quarter_of(1, y),
        ["second" | "2nd", "quarter", y] => quarter_of(2, y),
        ["third" | "3rd", "quarter", y] => quarter_of(3, y),
        ["fourth" | "4th" | "last", "quarter", y] => quarter_of(4, y),
        [a, b] => quarter_name(a, b).or_else(|| quarter_name(b, a)).or_else(|| month_of(a, b)),
        [a, b, c] => named_day(a, b, c).or_else(|| named_day(b, a, c)),
        _ => None,
    }
}

fn year(word: &str) -> Option<i32> {
    let word = word.trim();
    let four = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    four.then(|| word.parse().ok()).flatten().filter(|y| (1900..=2200).contains(y))
}

fn whole_year(y: i32) -> Option<Stretch> {
    Some((Day::from_ymd_opt(y, 1, 1)?, Day::from_ymd_opt(y, 12, 31)?, DueKind::Year))
}

fn month(word: &str) -> Option<u32> {
    let word = word.trim_end_matches('.');
    let at = MONTHS
        .iter()
        .position(|m| *m == word || (word.len() >= 3 && m.starts_with(word) && (word.len() == 3 || word == "sept")))?;
    u32::try_from(at + 1).ok()
}

fn month_of(name: &str, y: &str) -> Option<Result<Stretch, Refusal>> {
    let (m, y) = (month(name)?, year(y)?);
    Some(Ok((Day::from_ymd_opt(y, m, 1)?, month_end(y, m)?, DueKind::Month)))
}

fn quarter_of(n: u32, y: &str) -> Option<Result<Stretch, Refusal>> {
    let (from, to) = quarter(year(y)?, n)?;
    Some(Ok((from, to, DueKind::Quarter)))
}

fn quarter_name(q: &str, y: &str) -> Option<Result<Stretch, Refusal>> {
    let n: u32 = q.strip_prefix('q')?.parse().ok().filter(|n| (1..=4).contains(n))?;
    quarter_of(n, y)
}

fn named_day(d: &str, m: &str, y: &str) -> Option<Result<Stretch, Refusal>> {
    let digits = d.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    if digits.len() > 2 {
        return None;
    }
    Some(one_day(year(y)?, month(m)?, digits.parse().ok()?, &format!("{d} {m} {y}")))
}

fn iso(word: &str) -> Option<Result<Stretch, Refusal>> {
    let parts: Vec<&str> = word.split('-').collect();
    match parts.as_slice() {
        [y, q] if q.starts_with('q') => quarter_name(q, y),
        [y, m] if m.len() == 2 => {
            let (y, m) = (year(y)?, m.parse().ok()?);
            Some(match (Day::from_ymd_opt(y, m, 1), month_end(y, m)) {
                (Some(from), Some(to)) => Ok((from, to, DueKind::Month)),
                _ => Err(no_such_day(word)),
            })
        }
        [y, m, d] if m.len() <= 2 && d.len() <= 2 => Some(one_day(year(y)?, m.parse().ok()?, d.parse().ok()?, word)),
        _ => None,
    }
}

fn one_day(y: i32, m: u32, d: u32, said: &str) -> Result<Stretch, Refusal> {
    Day::from_ymd_opt(y, m, d).map(|day| (day, day, DueKind::Day)).ok_or_else(|| no_such_day(said))
}

fn no_such_day(said: &str) -> Refusal {
    Refusal::new("due", format!("“{}” is not a day of the calendar. Check the day and the month.", text::brief(said, 60)))
}

fn unreadable(words: &str) -> Refusal {
    Refusal::new(
        "due",
        format!(
            "“{}” cannot be read as a due date. Write for example 2027-06-30, 30 June 2027, June 2027, Q2 2027, 2025-2027, 2027 or none.",
            text::brief(words, 60)
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_words() {
        let check = |words: &str, kind: &str, from: &str, to: &str| {
            let due = read(words).unwrap_or_else(|e| panic!("{words}: {e}"));
            let shown = (due.kind.as_str(), due.from.map(|d| d.to_string()), due.to.map(|d| d.to_string()));
            let some = |s: &str| (!s.is_empty()).then(|| s.to_owned());
            assert_eq!(shown, (kind, some(from), some(to)), "{words}");
            assert_eq!(due.stated, words.trim(), "the words are kept");
        };
        check("2023-12-31", "day", "2023-12-31", "2023-12-31");
        check(" 2023-12-31 ", "day", "2023-12-31", "2023-12-31");
        check("31 December 2023", "day", "2023-12-31", "2023-12-31");
        check("31st of December 2023", "day", "2023-12-31", "2023-12-31");
        check("December 31, 2023", "day", "2023-12-31", "2023-12-31");
        check("by 1 Sept. 2024", "day", "2024-09-01", "2024-09-01");
        check("29 February 2024", "day", "2024-02-29", "2024-02-29");
        check("March 2024", "month", "2024-03-01", "2024-03-31");
        check("by the end of March 2024", "month", "2024-03-01", "2024-03-31");
        check("mar 2024", "month", "2024-03-01", "2024-03-31");
        check("2024-02", "month", "2024-02-01", "2024-02-29");
        check("Q2 2027", "quarter", "2027-04-01", "2027-06-30");
        check("end of Q2 2027", "quarter", "2027-04-01", "2027-06-30");
        check("by the end of Q2 2027", "quarter", "2027-04-01", "2027-06-30");
        check("2027 Q2", "quarter", "2027-04-01", "2027-06-30");
        check("2027-Q4", "quarter", "2027-10-01", "2027-12-31");
        check("Fourth quarter of 2021", "quarter", "2021-10-01", "2021-12-31");
        check("2021-2023", "window", "2021-01-01", "2023-12-31");
        check("2021–2023", "window", "2021-01-01", "2023-12-31");
        check("from March 2024 to Q2 2025", "window", "2024-03-01", "2025-06-30");
        check("2024-01-15 to 2024-02-20", "window", "2024-01-15", "2024-02-20");
        check("between 2024 and 2026", "window", "2024-01-01", "2026-12-31");
        check("2024", "year", "2024-01-01", "2024-12-31");
        check("by the end of 2024", "year", "2024-01-01", "2024-12-31");
        check("none", "none", "", "");
        check("ongoing", "none", "", "");
    }

    #[test]
    fn refusing_words() {
        let check = |words: &str, says: &str| {
            let refused = read(words).expect_err(words);
            assert!(refused.sentence.contains(says), "{words}: {}", refused.sentence);
        };
        check("2023-02-30", "not a day of the calendar");
        check("30 February 2023", "not a day of the calendar");
        check("2023-13", "not a day of the calendar");
        check("29 February 2023", "not a day of the calendar");
        check("2023-2021", "ends before it begins");
        check("2024-03-01 to 2024-02-01", "ends before it begins");
        check("soon", "cannot be read");
        check("", "cannot be read");
        check("Q5 2024", "cannot be read");
        check("99999", "cannot be read");
        check("\u{0}\u{0}", "cannot be read");
        check("01/02/2024", "cannot be read");
    }

    #[test]
    fn saying_what_was_understood() {
        let check = |words: &str, expect: &str| assert_eq!(understood(&read(words).expect(words)), expect);
        check("2023-12-31", "Due by 31 December 2023.");
        check("Q2 2027", "From 1 April 2027 to 30 June 2027, so due by 30 June 2027.");
        check("ongoing", "No date can be known from these words; they are kept as they are.");
    }
}
