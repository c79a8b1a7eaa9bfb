//! One change of one item: what it was, what it becomes, and what writes it. The same for one change of many items and for
//! many cells.
//!
//! Does not read arguments.

use crate::dues::{Hung, put_due};
use crate::fields::write_own;
use crate::themes::tag;
use crate::values::NONE;
use followthrough_model::record::{Life, Update, item};
use followthrough_model::vocabulary::{CustomKind, Role};
use followthrough_model::{Day, Field, Kind, Ref, Status, Value};
use followthrough_store::read::commitment::DueNow;
use followthrough_store::{Error, Reader, Result, Tx};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// One change of one item.
pub(crate) struct Step {
    pub field: Cow<'static, str>,
    pub from: Option<String>,
    pub to: Option<String>,
    pub act: Act,
}

/// What writes it.
pub(crate) enum Act {
    Cell(Field, Value),
    Lead(Option<Ref>),
    Due(Hung, Option<String>),
    Update(String, Option<Status>),
    Tag(Ref),
    /// Exactly these themes: those to put on, those to take off.
    Themes(Vec<Ref>, Vec<Ref>),
    /// What it holds in a field of the user's own.
    Own(Ref, CustomKind, BTreeSet<String>),
}

/// The lead that is wanted, with its reference; or none.
#[derive(Clone)]
pub(crate) struct Lead(Option<(Ref, String)>);

impl Lead {
    pub(crate) fn read(r: &Reader<'_>, said: &str) -> Result<Self> {
        let said = said.trim();
        if said.is_empty() || said == NONE {
            return Ok(Self(None));
        }
        let at = r.find(said, &[Kind::Actor])?.at;
        Ok(Self(Some((at, r.reference(at.rid)?))))
    }
}

/// A due that was read, and its last day.
pub(crate) type DueRead = (Hung, Option<Day>);

impl Step {
    pub(crate) fn cell(
        r: &Reader<'_>,
        at: Ref,
        name: impl Into<Cow<'static, str>>,
        field: Field,
        value: &Value,
    ) -> Result<Option<Self>> {
        let now = r.cell(at, field)?;
        Ok((now != *value).then(|| {
            let (from, to) = (spoken(field, &now), spoken(field, value));
            Self { field: name.into(), from, to, act: Act::Cell(field, value.clone()) }
        }))
    }

    pub(crate) fn lead(r: &Reader<'_>, at: Ref, on: Day, Lead(lead): &Lead) -> Result<Option<Self>> {
        let now = r.lead_on(at.rid, on)?;
        let (lead, to) = lead.clone().unzip();
        Ok((now.as_ref().map(|now| now.id) != lead.map(|lead| lead.id)).then(|| {
            let from = now.map(|now| now.reference);
            Self { field: "lead".into(), from, to, act: Act::Lead(lead) }
        }))
    }

    pub(crate) fn due(
        r: &Reader<'_>,
        now: Option<&DueNow>,
        (hung, due_by): DueRead,
        reason: Option<String>,
    ) -> Result<Option<Self>> {
        if hung.is_said_by(r, now)? {
            return Ok(None);
        }
        let from = now.map(|now| dated(&now.stated, now.due_by));
        let to = Some(dated(&hung.due.stated, due_by));
        Ok(Some(Self { field: "due".into(), from, to, act: Act::Due(hung, reason) }))
    }
}

impl Act {
    /// Writes it; `on`: the day of the act.
    pub(crate) fn put(self, tx: &mut Tx<'_>, at: Ref, on: Day) -> Result<()> {
        match self {
            Self::Cell(field, value) => drop(tx.set(at, field, &value)?),
            Self::Lead(lead) => drop(crate::commitments::part(tx, at, lead, Role::Lead, Some(on))?),
            Self::Due(hung, reason) => drop(put_due(tx, at, &hung, Some(on), None, reason)?),
            Self::Update(words, status) => {
                let stamp = tx.stamp();
                tx.insert(&Update { status, ..Update::of(at, on, words, stamp) })?;
            }
            Self::Tag(theme) => drop(tag(tx, at, theme)?),
            Self::Themes(put_on, take_off) => {
                for theme in put_on {
                    tag(tx, at, theme)?;
                }
                for theme in take_off {
                    if let Some(row) = tx.reader().tag_on(at.rid, theme.rid)? {
                        tx.set_life(row, Life::Bin)?;
                    }
                }
            }
            Self::Own(field, kind, wanted) => write_own(tx, field, kind, at, wanted)?,
        }
        Ok(())
    }
}

/// A refusal that holds of one item, and not of the program or the file.
pub(crate) fn is_about_the_item(why: &Error) -> bool {
    matches!(why.bare(), Error::Refused(_) | Error::Unknown { .. } | Error::Ambiguous { .. })
}

/// A cell as people read it.
pub(crate) fn spoken(field: Field, value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::Int(n) if field == item::PRIVATE => Some(if *n == 0 { "no" } else { "yes" }.to_owned()),
        Value::Int(n) => Some(n.to_string()),
        Value::Text(text) => Some(text.clone()),
        Value::Ref(at) => Some(at.id.to_string()),
    }
}

/// A due as it was said, with its last day where the words are not that day.
pub(crate) fn dated(stated: &str, due_by: Option<Day>) -> String {
    match due_by.map(|day| day.to_string()) {
        Some(day) if day != stated => format!("{stated} ({day})"),
        _ => stated.to_owned(),
    }
}
