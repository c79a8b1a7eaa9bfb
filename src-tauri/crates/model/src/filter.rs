//! The filter language: one text form of what a list should show, shared by the window, the terminal and the exports.
//!
//! ```text
//! lead:DPO status:open,suspended due<2024-01-01 -theme:"women, peace and security" camp
//! ```
//!
//! - Terms stand beside each other; all of them must hold. `-` or `not ` before a term turns it round.
//! - `field:value`; values joined by commas: one of them must hold. A value with a space or a comma stands in quotes
//!   (`"…"` or `“…”`; inside, `\"` and `\\` are a quote and a backslash).
//! - `field:none` nothing is there, `field:any` something is there; beside other values too: `due<2024,none`. In quotes
//!   they are ordinary words.
//! - Days and numbers: `<`, `<=`, `>`, `>=`, `=`, and `a..b`, both ends included. A day is `2024-01-31`, `2024`,
//!   `2024-03`, `2024-Q2` (the whole stretch), `today`, `today+30`, `today-365`.
//! - A field of the user's own: `#name:value`, `#"Budget line">100`.
//! - A word without a field is looked for in the text; in quotes, as a phrase.
//! - No parentheses and no “or” between terms: refused, with what to write instead.
//!
//! Does not look anything up: names (actors, sources, themes, `handler:me`) are kept as typed, for the store to find.

mod fields;
mod group;
mod read;
mod value;

pub use fields::{FIELDS, FieldRow, FilterField, Takes, statuses};
pub use group::{Group, GroupBy};

use crate::vocabulary::{CustomKind, ListKind};
use crate::{Day, Refusal};
use std::fmt;

/// The most characters that a filter may have.
pub const LONGEST: usize = 4000;

/// What a filter asks; nothing: everything. Its `Display` is its canonical text, which reads back as the same filter.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    /// All of them must hold.
    pub terms: Vec<Term>,
}

/// One condition.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// It must not hold.
    pub negated: bool,
    pub field: FilterField,
    /// One of them must hold; never empty.
    pub any_of: Vec<Test>,
}

/// What is asked of a field. Both ends of a stretch are included; no end: open.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// Something is there; for a yes-or-no field: yes.
    Any,
    /// Nothing is there; for a yes-or-no field: no.
    None,
    /// One of these words of the field's closed list.
    Words(Vec<&'static str>),
    /// One of these names or texts, as typed; choices of the user's own field as they are defined.
    Texts(Vec<String>),
    /// `written`: how it was said, so that `today+30` in a saved view stays `today+30`.
    Days {
        from: Option<Day>,
        to: Option<Day>,
        written: String,
    },
    Numbers {
        from: Option<f64>,
        to: Option<f64>,
        written: String,
    },
}

/// What is known while a filter is read.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    pub today: Day,
    /// The list that is filtered, to refuse fields that it does not have; nothing: any field.
    pub list: Option<ListKind>,
    /// The fields that the user defined, of this list.
    pub own: &'a [OwnField],
}

impl Reading<'_> {
    /// Any list, no fields of the user's own.
    pub const fn on(today: Day) -> Reading<'static> {
        Reading { today, list: None, own: &[] }
    }
}

/// A field that the user defined, as far as a filter must know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnField {
    pub name: String,
    pub kind: CustomKind,
    /// For a field of one or several choices.
    pub choices: Vec<String>,
}

/// Why a filter cannot be read, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, serde::Serialize, ts_rs::TS)]
#[error("{sentence}")]
pub struct FilterProblem {
    /// The first character that it is about, counted from 1, as the sentence counts.
    pub place: usize,
    /// How many characters it is about; 0 where something is missing.
    pub len: usize,
    pub sentence: String,
}

impl From<FilterProblem> for Refusal {
    fn from(problem: FilterProblem) -> Self {
        Self::new("filter", problem.sentence)
    }
}

impl Filter {
    pub fn parse(text: &str, reading: &Reading<'_>) -> Result<Self, FilterProblem> {
        read::read(text, reading)
    }

    /// Everything is asked for.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }
}

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, term) in self.terms.iter().enumerate() {
            if n > 0 {
                f.write_str(" ")?;
            }
            term.fmt(f)?;
        }
        Ok(())
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let yes_no = self.field.row().is_some_and(|row| matches!(row.takes, Takes::YesNo));
        let values: Vec<String> = self.any_of.iter().flat_map(|test| test.values(yes_no)).collect();
        if self.negated {
            f.write_str("-")?;
        }
        match (&self.field, values.as_slice()) {
            (FilterField::Text, [word]) => f.write_str(word),
            (field, [first, ..]) => {
                let colon = if first.starts_with(['<', '>']) { "" } else { ":" };
                write!(f, "{field}{colon}{}", values.join(","))
            }
            (field, []) => write!(f, "{field}:any"),
        }
    }
}

impl Test {
    fn values(&self, yes_no: bool) -> Vec<String> {
        match self {
            Self::Any => vec![if yes_no { "yes" } else { "any" }.to_owned()],
            Self::None => vec![if yes_no { "no" } else { "none" }.to_owned()],
            Self::Words(words) => words.iter().map(|word| (*word).to_owned()).collect(),
            Self::Texts(texts) => texts.iter().map(|text| quoted(text)).collect(),
            Self::Days { written, .. } | Self::Numbers { written, .. } => vec![written.clone()],
        }
    }
}

/// Text as a value: in quotes where it would be read as something else without them.
fn quoted(text: &str) -> String {
    let plain = text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '/' | '+' | '&' | '\'' | '’'))
        && !text.starts_with('-')
        && !["", "any", "none", "and", "or", "not"].contains(&text.to_ascii_lowercase().as_str());
    if plain { text.to_owned() } else { format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")) }
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
