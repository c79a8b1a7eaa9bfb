//! Arguments as they are typed, into values that may be written: what several commands need.
//!
//! Does not decide what a command does.

use followthrough_model::record::Record;
use followthrough_model::{Day, Field, Kind, Ref, Refusal, Uuid, Value, parse_day, text};
use followthrough_store::{Error, Result, Tx};
use serde::Serialize;
use std::str::FromStr;
use ts_rs::TS;

/// Says of a result which argument is to blame, should it be a refusal.
pub(crate) trait About<T> {
    /// The same, about that argument.
    fn about(self, field: &'static str) -> Result<T, Error>;
}

impl<T, E: Into<Error>> About<T> for Result<T, E> {
    fn about(self, field: &'static str) -> Result<T, Error> {
        self.map_err(|error| error.into().about(field))
    }
}

/// What was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Created {
    pub id: Uuid,
    /// Its short reference.
    #[serde(rename = "ref")]
    pub reference: String,
}

impl Created {
    pub(crate) fn of(tx: &Tx<'_>, at: Ref) -> Result<Self> {
        Ok(Self { id: at.id, reference: tx.reader().reference(at.rid)? })
    }
}

/// The word that clears a field; an absent argument leaves it.
pub(crate) const NONE: &str = "none";

/// The live item of a kind that an argument names.
pub(crate) fn find(tx: &Tx<'_>, said: &str, kind: Kind) -> Result<Ref> {
    Ok(tx.reader().find(said, &[kind])?.at)
}

/// [`find`], where the argument may be absent.
pub(crate) fn find_opt(tx: &Tx<'_>, said: Option<&str>, kind: Kind) -> Result<Option<Ref>> {
    said.map(|said| find(tx, said, kind)).transpose()
}

/// A field of one line that may be empty.
pub(crate) fn line(said: Option<&str>) -> Result<Option<String>> {
    match said.and_then(text::line) {
        Some(line) if line.len() > text::LONGEST => {
            Err(text::required("field", &line).err().unwrap_or_else(|| Refusal::new("too_long", "It is too long.")).into())
        }
        line => Ok(line),
    }
}

/// A field of several lines that may be empty.
pub(crate) fn paragraph(said: Option<&str>) -> Result<Option<String>> {
    match said.and_then(text::clean) {
        Some(text) => Ok(Some(text::required("text", &text)?)),
        None => Ok(None),
    }
}

/// A field of one line that must say something.
pub(crate) fn required_line(what: &str, said: &str) -> Result<String> {
    let text = text::required(what, said)?;
    Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A day that may be absent.
pub(crate) fn day(said: Option<&str>) -> Result<Option<Day>> {
    Ok(said.map(parse_day).transpose()?)
}

/// The day of an act: today if none is given, never after it.
pub(crate) fn act_day(tx: &Tx<'_>, what: &str, said: Option<&str>) -> Result<Day> {
    act_day_at(tx.today(), what, said)
}

/// [`act_day`], on a known day.
pub(crate) fn act_day_at(today: Day, what: &str, said: Option<&str>) -> Result<Day> {
    let day = day(said)?.unwrap_or(today);
    if day > today {
        return Err(Error::refuse(
            "future",
            format!("The {what} is dated {day}, which has not come yet. Give today's date or an earlier one."),
        ));
    }
    Ok(day)
}

/// [`act_day`] of what need not have a day; `none` clears it in an edit.
pub(crate) fn past_day(tx: &Tx<'_>, what: &str, said: Option<&str>) -> Result<Option<Day>> {
    match said.map(str::trim) {
        None | Some("" | NONE) => Ok(None),
        said => act_day(tx, what, said).map(Some),
    }
}

/// How one field of an edit is taken.
pub(crate) enum Take<'a> {
    /// One line that may be cleared.
    Line,
    /// Several lines that may be cleared.
    Paragraph,
    /// One line that must say something; its name in a sentence.
    Required(&'a str),
    /// Several lines that must say something.
    Text(&'a str),
    /// A day that may be cleared.
    Day,
    /// Yes or no.
    Flag,
    /// A whole number that may be cleared; its name in a sentence, the least and the most.
    Whole(&'a str, u32, u32),
}

/// A whole number between two others, that may be absent.
pub(crate) fn whole(what: &str, said: Option<u32>, least: u32, most: u32) -> Result<Option<i64>> {
    match said {
        Some(n) if !(least..=most).contains(&n) => Err(Error::refuse(
            "number",
            format!("“{n}” is not a {what} that can be kept. Give a whole number from {least} to {most}."),
        )),
        said => Ok(said.map(i64::from)),
    }
}

/// Sets a field if its argument is given: the same for every noun.
pub(crate) fn patch(tx: &mut Tx<'_>, at: Ref, field: Field, said: Option<&str>, take: Take<'_>) -> Result<bool> {
    let Some(said) = said else { return Ok(false) };
    tx.set(at, field, &taken(said, take).about(field.name)?)
}

/// What a field becomes that is taken so.
pub(crate) fn taken(said: &str, take: Take<'_>) -> Result<Value> {
    let cleared = said.trim() == NONE || said.trim().is_empty();
    let optional = |said: Option<String>| said.map_or(Value::Null, Value::Text);
    Ok(match take {
        Take::Line | Take::Paragraph | Take::Day | Take::Whole(..) if cleared => Value::Null,
        Take::Line => optional(line(Some(said))?),
        Take::Paragraph => optional(paragraph(Some(said))?),
        Take::Day => Value::Text(parse_day(said)?.to_string()),
        Take::Required(what) => Value::Text(required_line(what, said)?),
        Take::Text(what) => Value::Text(text::required(what, said)?),
        Take::Whole(what, least, most) => {
            let said = said.trim();
            let Ok(n) = said.parse() else {
                let said = text::brief(said, 20);
                return Err(Error::refuse(
                    "number",
                    format!("“{said}” is not a {what}. Give a whole number from {least} to {most}."),
                ));
            };
            whole(what, Some(n), least, most)?.map_or(Value::Null, Value::Int)
        }
        Take::Flag => match said.trim() {
            "true" | "yes" => Value::Int(1),
            "false" | "no" => Value::Int(0),
            other => return Err(Error::refuse("flag", format!("“{}” is neither true nor false.", text::brief(other, 20)))),
        },
    })
}

/// [`patch`] for a word of a closed list; `clear` says whether it may be cleared.
pub(crate) fn patch_word<T: FromStr<Err = Refusal> + followthrough_model::record::Cell>(
    tx: &mut Tx<'_>,
    at: Ref,
    field: Field,
    said: Option<&str>,
    clear: bool,
) -> Result<bool> {
    let Some(said) = said else { return Ok(false) };
    tx.set(at, field, &taken_word::<T>(said, clear).about(field.name)?)
}

/// What a field becomes that holds a word of a closed list.
pub(crate) fn taken_word<T: FromStr<Err = Refusal> + followthrough_model::record::Cell>(
    said: &str,
    clear: bool,
) -> Result<Value> {
    Ok(if clear && said.trim() == NONE { Value::Null } else { said.parse::<T>()?.value() })
}

/// [`patch`] for an item of a kind; none clears it.
pub(crate) fn patch_ref(tx: &mut Tx<'_>, at: Ref, field: Field, said: Option<&str>, kind: Kind) -> Result<bool> {
    let value = match said.map(str::trim) {
        None => return Ok(false),
        Some(NONE) => Value::Null,
        Some(said) => Value::Ref(find(tx, said, kind).about(field.name)?),
    };
    tx.set(at, field, &value)
}

/// Refuses a second item under a name that is taken, so that the register is searched before it grows.
pub(crate) fn refuse_taken(tx: &Tx<'_>, name: &str, kinds: &[Kind], but: Option<Ref>) -> Result<()> {
    match tx.reader().find(name, kinds) {
        Ok(found) if Some(found.at) != but => {
            let known = tx.reader().brief(found.at.rid)?;
            Err(Error::refuse(
                "taken",
                format!(
                    "“{}” is taken already by “{}”. Use that one, or choose another name.",
                    text::brief(name, 60),
                    known.title
                ),
            ))
        }
        Err(Error::Ambiguous { .. }) => {
            Err(Error::refuse("taken", format!("“{}” is taken already. Choose another name.", text::brief(name, 60))))
        }
        _ => Ok(()),
    }
}

/// A new row, and what to answer for it.
pub(crate) fn create<R: Record>(tx: &mut Tx<'_>, row: &R) -> Result<Created> {
    let at = tx.insert(row)?;
    Created::of(tx, at)
}
