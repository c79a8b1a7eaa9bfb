//! Says in one sentence what was understood of the words of a due, so that the officer sees it while typing.
//!
//! Does not read words.

use crate::Day;
use crate::due::{Due, DueKind};
use chrono::Datelike;

/// A day in English.
pub fn say(day: Day) -> String {
    day.format("%-d %B %Y").to_string()
}

/// One plain sentence for a form: what was understood.
pub fn understood(due: &Due) -> String {
    match due.kind {
        DueKind::Event => of_event(due),
        DueKind::Recurring => recurring(due),
        DueKind::Stage => "Due at a stage and not on a day; the words are kept as they are.".to_owned(),
        DueKind::Condition => "Due when a condition is met, so no day can be known; the words are kept as they are.".to_owned(),
        DueKind::None => due.from.map_or_else(
            || "No date can be known from these words; they are kept as they are.".to_owned(),
            |from| format!("From {} on, without a last day.", say(from)),
        ),
        DueKind::Day | DueKind::Month | DueKind::Quarter | DueKind::Year | DueKind::Window => stretch(due),
    }
}

fn stretch(due: &Due) -> String {
    match (due.kind, due.from, due.to) {
        (DueKind::Day, _, Some(to)) => format!("Due by {}.", say(to)),
        (_, Some(from), Some(to)) => {
            let july_to_june = (from.month(), from.day(), to.month(), to.day()) == (7, 1, 6, 30) && to.year() == from.year() + 1;
            let what = if july_to_june { "The UN peacekeeping budget year, from" } else { "From" };
            format!("{what} {} to {}, so due by {}.", say(from), say(to), say(to))
        }
        _ => "This counts from the day on which it was made: give that day to know when it is due.".to_owned(),
    }
}

fn counted(n: i64, unit: &str) -> String {
    if n == 1 { format!("1 {unit}") } else { format!("{n} {unit}s") }
}

fn of_event(due: &Due) -> String {
    let name = due.event.as_deref().unwrap_or("the event");
    let when = match (due.before, due.offset_days) {
        (true, 0) => format!("the day before “{name}” begins"),
        (true, n) => format!("the day before “{name}” begins, less {}", counted(n, "day")),
        (false, 0) => format!("the last day of “{name}”"),
        (false, n) => format!("{} after “{name}” ends", counted(n, "day")),
    };
    format!("Due by {when}; the day is known once the event has its dates.")
}

fn recurring(due: &Due) -> String {
    let often = match due.every_months {
        None => "Again and again, at no stated interval".to_owned(),
        Some(1) => "Every month".to_owned(),
        Some(12) => "Every year".to_owned(),
        Some(n) if n % 12 == 0 => format!("Every {} years", n / 12),
        Some(n) => format!("Every {n} months"),
    };
    let first = match due.from {
        Some(from) => format!(", first by {}", say(from)),
        None if due.every_months.is_some() => ", the first on a day that is not known from these words".to_owned(),
        None => String::new(),
    };
    let last = due.to.map_or_else(String::new, |to| format!(", until {}", say(to)));
    format!("{often}{first}{last}.")
}
