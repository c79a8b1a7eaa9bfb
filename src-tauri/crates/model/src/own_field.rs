//! What may stand in a field that the user defined: text, a number, a day, one of several choices.
//!
//! Does not know items; how many values one holds is the command's to hold.

use crate::vocabulary::CustomKind;
use crate::{Refusal, number, parse_day, text};

/// The most that one value may hold, in characters; longer texts belong in a note or in evidence.
const LONGEST: usize = 2_000;

impl CustomKind {
    /// Whether it takes its values from choices.
    pub const fn has_choices(self) -> bool {
        matches!(self, Self::One | Self::Several)
    }
}

/// What a field of that kind holds, in a sentence.
pub const fn called(kind: CustomKind) -> &'static str {
    match kind {
        CustomKind::Text => "text",
        CustomKind::Number => "a number",
        CustomKind::Date => "a date",
        CustomKind::One => "one of its choices",
        CustomKind::Several => "several of its choices",
    }
}

/// The choices of a field of that kind, cleaned, each once in any case.
pub fn choices(kind: CustomKind, said: &[String]) -> Result<Vec<String>, Refusal> {
    let mut found: Vec<String> = Vec::new();
    for choice in said.iter().filter_map(|c| text::line(c)) {
        if !found.iter().any(|known| known.to_lowercase() == choice.to_lowercase()) {
            found.push(choice);
        }
    }
    match (kind.has_choices(), found.len()) {
        (true, 0) => Err(Refusal::new("no_choices", "Give the choices of the field: at least one.").about("choices")),
        (false, 1..) => Err(Refusal::new(
            "choices",
            format!("A field that holds {} has no choices. Leave them out, or make it one or several.", called(kind)),
        )
        .about("choices")),
        _ => Ok(found),
    }
}

/// A value as it is kept: numbers as plain decimal text, days in ISO 8601, choices as they were defined.
pub fn value(kind: CustomKind, choices: &[String], said: &str) -> Result<String, Refusal> {
    let line = text::line(said).ok_or_else(|| Refusal::new("empty", "Give a value, or none to clear the field."))?;
    match kind {
        CustomKind::Text if line.chars().count() > LONGEST => {
            Err(Refusal::new("too_long", format!("A field holds at most {LONGEST} characters. Put longer text into a note.")))
        }
        CustomKind::Text => Ok(line),
        CustomKind::Number => number::read(&line),
        CustomKind::Date => Ok(parse_day(&line)?.to_string()),
        CustomKind::One | CustomKind::Several => {
            let lower = line.to_lowercase();
            choices.iter().find(|choice| choice.to_lowercase() == lower).cloned().ok_or_else(|| {
                Refusal::new(
                    "choice",
                    format!("“{}” is not one of the choices. Use one of: {}.", text::brief(&line, 40), choices.join(", ")),
                )
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_by_kind() {
        let choices = ["Yes".to_owned(), "Not yet".to_owned()];
        let check = |kind, said: &str, expect: Option<&str>| {
            assert_eq!(value(kind, &choices, said).ok().as_deref(), expect, "{kind:?} {said:?}");
        };
        check(CustomKind::Text, "  any\n words ", Some("any words"));
        check(CustomKind::Text, " ", None);
        check(CustomKind::Text, &"x".repeat(2_001), None);
        check(CustomKind::Number, "1 234,50", Some("1234.5"));
        check(CustomKind::Number, "many", None);
        check(CustomKind::Date, "2027-06-30", Some("2027-06-30"));
        check(CustomKind::Date, "2027-06-31", None);
        check(CustomKind::One, "not YET", Some("Not yet"));
        check(CustomKind::Several, "no", None);
    }

    #[test]
    fn choices_by_kind() {
        let check = |kind, said: &[&str], expect: Option<&[&str]>| {
            let said: Vec<String> = said.iter().map(|s| (*s).to_owned()).collect();
            let found = choices(kind, &said).ok();
            assert_eq!(
                found.as_ref().map(|f| f.iter().map(String::as_str).collect::<Vec<_>>()).as_deref(),
                expect,
                "{kind:?} {said:?}"
            );
        };
        check(CustomKind::One, &["A", " a ", "B", ""], Some(&["A", "B"]));
        check(CustomKind::Several, &[], None);
        check(CustomKind::Text, &[], Some(&[]));
        check(CustomKind::Number, &["A"], None);
    }
}
