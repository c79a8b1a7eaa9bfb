//! The nouns and rules of the register: what a recommendation, a commitment, a due, a status is, and what follows from
//! what. Plain data and pure functions, so that each rule is tested as a table beside it.
//!
//! Does not read a clock, a file or a database, and knows nothing of commands or screens.

mod blank;
pub mod decision;
pub mod due;
pub mod due_facts;
pub mod due_words;
pub mod event_name;
pub mod filter;
pub mod number;
pub mod own_field;
pub mod progress;
pub mod record;
pub mod reference;
pub mod search;
pub mod spans;
pub mod status;
pub mod text;
pub mod vocabulary;

pub use chrono::NaiveDate as Day;
pub use due::Due;
pub use record::{Field, Kind, Record, Ref, Value};
pub use status::Status;
pub use uuid::Uuid;

/// Reads a calendar day in ISO 8601 (`2023-12-31`).
pub fn parse_day(words: &str) -> Result<Day, Refusal> {
    let words = words.trim();
    let shaped = words.len() == 10
        && words.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
    let day = if shaped { words.parse::<Day>().ok() } else { None };
    // The first and the last day of the calendar stand for “ever” and “still”.
    day.filter(|day| *day > spans::EVER && day.succ_opt().is_some_and(|next| next < spans::STILL)).ok_or_else(|| {
        Refusal::new("day", format!("“{}” is not a day of the calendar. Write it as 2027-06-30.", text::brief(words, 40)))
    })
}

/// A rule said no: a code for programs and one sentence that says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{sentence}")]
pub struct Refusal {
    pub code: &'static str,
    pub sentence: String,
    /// The argument that it is about, where the rule knows it.
    pub field: Option<&'static str>,
}

impl Refusal {
    pub fn new(code: &'static str, sentence: impl Into<String>) -> Self {
        Self { code, sentence: sentence.into(), field: None }
    }

    /// The same, about one argument.
    #[must_use]
    pub const fn about(mut self, field: &'static str) -> Self {
        self.field = Some(field);
        self
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn days_of_the_calendar() {
        let check = |words: &str, expect: bool| assert_eq!(super::parse_day(words).is_ok(), expect, "{words}");
        check("2024-02-29", true);
        check(" 2024-02-29 ", true);
        check("2023-02-29", false);
        check("-0001-1-01", false);
        check("+12345-1-1", false);
        check("0001-01-01", false);
        check("9999-12-31", false);
        check("2024-2-29", false);
        check("", false);
    }
}
