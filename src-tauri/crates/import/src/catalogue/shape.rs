//! The files as they are written: the keys of `seeds/*.schema.json` and `seeds/schema.json`, no more and no fewer.
//!
//! Does not judge what they say, nor whether what they refer to is there; `build` does.

use super::{File, Problem};
use followthrough_model::Day;
use followthrough_model::due::{self, DueKind};
use followthrough_model::vocabulary::{ActorKind, Aim, Force, Level, Standing};
use serde::de::{Deserialize, DeserializeOwned, Deserializer};
use std::num::NonZeroU32;

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Actors {
    #[serde(rename = "format")]
    _format: FormatOne,
    pub(super) actors: Vec<Actor>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Actor {
    pub(super) id: String,
    pub(super) name: String,
    #[serde(deserialize_with = "present")]
    pub(super) short: Option<String>,
    pub(super) kind: ActorKind,
    #[serde(deserialize_with = "present")]
    pub(super) level: Option<Level>,
    #[serde(deserialize_with = "present")]
    pub(super) parent: Option<String>,
    pub(super) aliases: Vec<String>,
    #[serde(deserialize_with = "present")]
    pub(super) successor: Option<Successor>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Successor {
    pub(super) actor: String,
    pub(super) from: String,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Frameworks {
    #[serde(rename = "format")]
    _format: FormatOne,
    pub(super) frameworks: Vec<Framework>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Framework {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) themes: Vec<Theme>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Theme {
    pub(super) id: String,
    pub(super) name: String,
    #[serde(deserialize_with = "present")]
    pub(super) short: Option<String>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Document {
    #[serde(rename = "format")]
    _format: FormatOne,
    pub(super) source: Source,
    pub(super) items: Vec<Item>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Source {
    pub(super) id: String,
    pub(super) short: String,
    pub(super) title: String,
    pub(super) publisher: String,
    #[serde(deserialize_with = "present")]
    pub(super) symbol: Option<String>,
    pub(super) date: String,
    pub(super) language: String,
    pub(super) standing: Standing,
    pub(super) text: Text,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Text {
    pub(super) sha256: String,
    pub(super) lines: NonZeroU32,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Item {
    pub(super) id: String,
    #[serde(deserialize_with = "present")]
    pub(super) label: Option<String>,
    #[serde(deserialize_with = "present")]
    pub(super) section: Option<String>,
    #[serde(default, rename = "section_carried")]
    _section_carried: bool,
    pub(super) place: Place,
    #[serde(deserialize_with = "present")]
    pub(super) heading: Option<String>,
    pub(super) summary: String,
    pub(super) force: Force,
    #[serde(deserialize_with = "present")]
    pub(super) contested: Option<String>,
    pub(super) aim: Option<Aim>,
    #[serde(default)]
    pub(super) callers: Vec<Addressee>,
    pub(super) addressees: Vec<Addressee>,
    pub(super) themes: Vec<String>,
    pub(super) due: Due,
    #[serde(default, deserialize_with = "given")]
    pub(super) note: Option<String>,
    pub(super) parts: Vec<Part>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Part {
    pub(super) id: String,
    #[serde(deserialize_with = "present")]
    pub(super) label: Option<String>,
    pub(super) summary: String,
    pub(super) place: Place,
    #[serde(default, deserialize_with = "given")]
    pub(super) force: Option<Force>,
    #[expect(clippy::option_option, reason = "an absent key is the item's, null is its own")]
    #[serde(default, deserialize_with = "given")]
    pub(super) contested: Option<Option<String>>,
    pub(super) aim: Option<Aim>,
    #[serde(default, deserialize_with = "given")]
    pub(super) callers: Option<Vec<Addressee>>,
    #[serde(default, deserialize_with = "given")]
    pub(super) addressees: Option<Vec<Addressee>>,
    #[serde(default, deserialize_with = "given")]
    pub(super) themes: Option<Vec<String>>,
    #[serde(default, deserialize_with = "given")]
    pub(super) due: Option<Due>,
    #[serde(default, deserialize_with = "given")]
    pub(super) note: Option<String>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Place {
    #[serde(deserialize_with = "present")]
    pub(super) page: Option<String>,
    pub(super) line: NonZeroU32,
    pub(super) line_end: NonZeroU32,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Addressee {
    pub(super) actor: String,
    pub(super) named: bool,
}

#[derive(serde::Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Due {
    None {
        stated: String,
    },
    Day {
        stated: String,
        on: String,
    },
    Month {
        stated: String,
        month: String,
    },
    Quarter {
        stated: String,
        quarter: String,
    },
    Year {
        stated: String,
        year: i32,
    },
    Window {
        stated: String,
        from: String,
        to: String,
    },
    Event {
        stated: String,
        event: String,
        before: bool,
        offset_days: u32,
    },
    Stage {
        stated: String,
    },
    Condition {
        stated: String,
    },
    Recurring {
        stated: String,
        #[serde(deserialize_with = "present")]
        every_months: Option<NonZeroU32>,
        #[serde(deserialize_with = "present")]
        first: Option<String>,
    },
}

impl Due {
    /// The due that it says and the name of the event that this hangs on, or what is wrong with it.
    pub(super) fn said(self) -> Result<(followthrough_model::Due, Option<String>), String> {
        use followthrough_model::Due as Said;
        let stretch = |kind, stated: &str, days: Option<(Day, Day)>| {
            let (from, to) = days.ok_or_else(|| format!("has a due of kind {kind} that is not in the calendar"))?;
            Said::stretch(kind, stated, from, to).map_err(|_| format!("has a due that ends on {to}, before it begins on {from}"))
        };
        let mut of_event = None;
        let due = match self {
            Self::None { stated } => Said::words_only(DueKind::None, &stated),
            Self::Day { stated, on } => {
                let day = day(&on)?;
                stretch(DueKind::Day, &stated, Some((day, day)))?
            }
            Self::Month { stated, month } => stretch(DueKind::Month, &stated, month_days(&month))?,
            Self::Quarter { stated, quarter } => stretch(DueKind::Quarter, &stated, quarter_days(&quarter))?,
            Self::Year { stated, year } => stretch(DueKind::Year, &stated, year_days(year))?,
            Self::Window { stated, from, to } => stretch(DueKind::Window, &stated, Some((day(&from)?, day(&to)?)))?,
            Self::Event { stated, event, before, offset_days } => {
                if event.trim().is_empty() {
                    return Err("has a due that hangs on an event without a name".to_owned());
                }
                of_event = Some(event.clone());
                Said {
                    event: Some(event),
                    before,
                    offset_days: i64::from(offset_days),
                    ..Said::words_only(DueKind::Event, &stated)
                }
            }
            Self::Stage { stated } => Said::words_only(DueKind::Stage, &stated),
            Self::Condition { stated } => Said::words_only(DueKind::Condition, &stated),
            Self::Recurring { stated, every_months, first } => Said {
                from: first.as_deref().map(day).transpose()?,
                every_months: every_months.map(|n| i64::from(n.get())),
                ..Said::words_only(DueKind::Recurring, &stated)
            },
        };
        match (due.kind, due.stated.trim().is_empty()) {
            (DueKind::None, false) => Err(format!("has a due of kind none, but words for it: “{}”", due.stated)),
            (DueKind::None, true) | (_, false) => Ok((due, of_event)),
            (kind, true) => Err(format!("has a due of kind {kind} without the words that state it")),
        }
    }
}

/// A day, or what is wrong with it.
pub(super) fn day(iso: &str) -> Result<Day, String> {
    followthrough_model::parse_day(iso).map_err(|_| format!("says “{iso}” where a day of the calendar must stand"))
}

fn year_days(year: i32) -> Option<(Day, Day)> {
    let year = Some(year).filter(|year| (1945..=2200).contains(year))?;
    Some((Day::from_ymd_opt(year, 1, 1)?, Day::from_ymd_opt(year, 12, 31)?))
}

/// `2024-03`.
fn month_days(month: &str) -> Option<(Day, Day)> {
    let (y, m) = month.split_once('-').filter(|(y, m)| y.len() == 4 && m.len() == 2)?;
    let (y, m) = (y.parse().ok()?, m.parse().ok()?);
    Some((Day::from_ymd_opt(y, m, 1)?, due::month_end(y, m)?))
}

/// `2027-Q2`.
fn quarter_days(quarter: &str) -> Option<(Day, Day)> {
    let (y, n) = quarter.split_once("-Q").filter(|(y, n)| y.len() == 4 && n.len() == 1)?;
    due::quarter(y.parse().ok()?, n.parse().ok()?)
}

/// The only format there has been.
#[derive(serde::Deserialize)]
#[serde(try_from = "u64")]
pub(super) struct FormatOne;

impl TryFrom<u64> for FormatOne {
    type Error = String;

    fn try_from(format: u64) -> Result<Self, String> {
        if format == 1 { Ok(Self) } else { Err(format!("this version reads format 1 and not {format}")) }
    }
}

/// A key that may be null and must be there.
fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(from: D) -> Result<Option<T>, D::Error> {
    Option::deserialize(from)
}

/// A key that need not be there; null is then a value like others.
fn given<'de, T: Deserialize<'de>, D: Deserializer<'de>>(from: D) -> Result<Option<T>, D::Error> {
    T::deserialize(from).map(Some)
}

/// The file in its shape.
pub(super) fn shape<T: DeserializeOwned>(file: File<'_>) -> Result<T, Problem> {
    serde_json::from_str(file.text).map_err(|fault| Problem::Shape {
        file: file.name.to_owned(),
        near: last_id(file.text, fault.line()).map_or_else(String::new, |id| format!(" after {id}")),
        why: fault.to_string(),
    })
}

/// The last id up to the end of a line, counted from 1.
fn last_id(text: &str, line: usize) -> Option<&str> {
    let end = text.split_inclusive('\n').take(line).map(str::len).sum();
    let (_, after) = text.get(..end)?.rsplit_once("\"id\"")?;
    after.split('"').nth(1)
}
