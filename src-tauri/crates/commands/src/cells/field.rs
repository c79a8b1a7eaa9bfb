//! The fields that a cell can set, one table; and what a value that was typed would do to one item.
//!
//! Does not write.

use crate::bulk::steps::{Act, DueRead, Lead, Step};
use crate::dues::read_due;
use crate::fields::{own_field, wanted};
use crate::values::{NONE, Take, taken, taken_word};
use followthrough_model::record::{Commitment, Recommendation};
use followthrough_model::status::may_update;
use followthrough_model::vocabulary::{Aim, CommitmentKind, CustomKind, Force, ListKind, Priority, ResultLevel};
use followthrough_model::{Day, Field, Kind, Ref, Status, Value, text};
use followthrough_store::read::at_desk::FieldRow;
use followthrough_store::{Error, Found, Reader, Result};
use std::collections::{BTreeSet, HashMap};

/// The code of a refusal that a reason would mend.
pub(super) const NEEDS_REASON: &str = "needs_reason";

/// What parts several values in one cell.
const PARTS: char = ';';

type Taken = fn(&str) -> Result<Value>;

/// Fields that are a cell of their item's own row.
const PLAIN: &[(&str, Kind, Field, Taken)] = &[
    ("deliverable", Kind::Commitment, Commitment::deliverable, |said| taken(said, Take::Text("deliverable"))),
    ("handler", Kind::Commitment, Commitment::handler, |said| taken(said, Take::Line)),
    ("kind", Kind::Commitment, Commitment::kind, |said| taken_word::<CommitmentKind>(&word(said), false)),
    ("review_months", Kind::Commitment, Commitment::review_months, |said| taken(said, Take::Whole("number of months", 1, 120))),
    ("result_level", Kind::Commitment, Commitment::result_level, |said| taken_word::<ResultLevel>(&word(said), true)),
    ("occasion", Kind::Commitment, Commitment::occasion, |said| taken(said, Take::Line)),
    ("post", Kind::Commitment, Commitment::post, |said| taken(said, Take::Line)),
    ("contact", Kind::Commitment, Commitment::contact, |said| taken(said, Take::Line)),
    ("priority", Kind::Recommendation, Recommendation::priority, |said| taken_word::<Priority>(&word(said), true)),
    ("heading", Kind::Recommendation, Recommendation::heading, |said| taken(said, Take::Line)),
    ("text", Kind::Recommendation, Recommendation::text, |said| taken(said, Take::Text("text of the recommendation"))),
    ("force", Kind::Recommendation, Recommendation::force, |said| taken_word::<Force>(&word(said), true)),
    ("aim", Kind::Recommendation, Recommendation::aim, |said| taken_word::<Aim>(&word(said), true)),
    ("section", Kind::Recommendation, Recommendation::section, |said| taken(said, Take::Line)),
    ("page", Kind::Recommendation, Recommendation::page, |said| taken(said, Take::Line)),
    ("contested", Kind::Recommendation, Recommendation::contested, |said| taken(said, Take::Paragraph)),
    ("remark", Kind::Recommendation, Recommendation::remark, |said| taken(said, Take::Paragraph)),
];

/// Fields with rules of their own.
const RULED: &[(&str, Kind)] = &[("due", Kind::Commitment), ("lead", Kind::Commitment), ("status", Kind::Commitment)];

/// A word of a closed list as people write it: “Under implementation”.
fn word(said: &str) -> String {
    match said.trim() {
        "" => NONE.to_owned(),
        said => said.to_lowercase().replace([' ', '-'], "_"),
    }
}

/// The name of a field as people write it: “Review months”.
pub(super) fn name(said: &str) -> String {
    said.trim().to_lowercase().replace([' ', '-'], "_")
}

/// The fields of a list that a cell can set, without those of the user's own.
pub(super) fn names(kind: Kind) -> Vec<&'static str> {
    let ruled = RULED.iter().filter(|(_, of)| *of == kind).map(|(name, _)| *name);
    let plain = PLAIN.iter().filter(|(_, of, ..)| *of == kind).map(|(name, ..)| *name);
    ruled.chain(plain).chain(["theme"]).collect()
}

/// The cells of one call: what is read once for many of them is kept.
pub(super) struct Fields {
    today: Day,
    reason: Option<String>,
    leads: HashMap<String, Lead>,
    dues: HashMap<(String, Day), DueRead>,
    own: HashMap<(String, Kind), (Ref, FieldRow)>,
}

impl Fields {
    pub(super) fn new(today: Day, reason: Option<&str>) -> Self {
        let reason = reason.and_then(text::clean);
        Self { today, reason, leads: HashMap::new(), dues: HashMap::new(), own: HashMap::new() }
    }

    /// What a value would do to a field of an item; nothing where it is so already.
    pub(super) fn step(&mut self, r: &Reader<'_>, item: Found, field: &str, value: &str) -> Result<Option<Step>> {
        let (at, kind) = (item.at, item.kind);
        if field.trim().starts_with('#') {
            return self.own(r, at, kind, field.trim(), value);
        }
        let said = name(field);
        match (said.as_str(), kind) {
            ("due", Kind::Commitment) => self.due(r, at, value),
            ("lead", Kind::Commitment) => {
                if !self.leads.contains_key(value) {
                    self.leads.insert(value.to_owned(), Lead::read(r, value)?);
                }
                self.leads.get(value).map_or(Ok(None), |lead| Step::lead(r, at, self.today, lead))
            }
            ("status", Kind::Commitment) => self.status(r, at, value),
            ("theme", _) => themes(r, at, value),
            _ => match PLAIN.iter().find(|(name, of, ..)| *name == said && *of == kind) {
                Some((name, _, field, taken)) => Step::cell(r, at, *name, *field, &taken(value)?),
                None => Err(self.unknown(field, kind)),
            },
        }
    }

    #[allow(clippy::unused_self)] // beside the others
    fn unknown(&self, field: &str, kind: Kind) -> Error {
        let list = if kind == Kind::Commitment { "commitments" } else { "recommendations" };
        Error::refuse(
            "unknown_field",
            format!(
                "“{}” is no field of {list} that a cell can set. Use one of: {}; or # and the name of a field of your own.",
                text::brief(field, 40),
                names(kind).join(", ")
            ),
        )
    }

    fn due(&mut self, r: &Reader<'_>, at: Ref, value: &str) -> Result<Option<Step>> {
        let now = r.due_on(at.rid, self.today)?;
        let words = match (value.trim(), &now) {
            ("" | NONE, None) => return Ok(None),
            ("", Some(_)) => NONE,
            (words, _) => words,
        };
        // “Within 12 months” counts from when it was made; where nobody knows, from today.
        let key = (words.to_owned(), r.made_on(at.rid)?.unwrap_or(self.today));
        let read = if let Some(read) = self.dues.get(&key) {
            read.clone()
        } else {
            let hung = read_due(r, words, Some(key.1), None)?;
            let due_by = hung.due_by(r)?;
            self.dues.entry(key).or_insert((hung, due_by)).clone()
        };
        let step = Step::due(r, now.as_ref(), read, self.reason.clone())?;
        match (&step, &now, &self.reason) {
            // The first due needs none.
            (Some(_), Some(_), None) => Err(Error::refuse(NEEDS_REASON, "Give the reason for which this due moves.")),
            _ => Ok(step),
        }
    }

    fn status(&self, r: &Reader<'_>, at: Ref, value: &str) -> Result<Option<Step>> {
        let next: Status = word(value).parse()?;
        let now = r.status_on(at.rid, self.today)?;
        if now == next {
            return Ok(None);
        }
        may_update(now, next)?;
        let Some(words) = self.reason.clone() else {
            return Err(Error::refuse(NEEDS_REASON, "Say what happened as the reason: it becomes the text of the update."));
        };
        let (from, to) = (Some(now.to_string()), Some(next.to_string()));
        Ok(Some(Step { field: "status".into(), from, to, act: Act::Update(words, Some(next)) }))
    }

    fn own(&mut self, r: &Reader<'_>, at: Ref, kind: Kind, field: &str, value: &str) -> Result<Option<Step>> {
        let key = (field.to_lowercase(), kind);
        let (row, known) = if let Some(known) = self.own.get(&key) {
            known.clone()
        } else {
            let list = if kind == Kind::Commitment { ListKind::Commitments } else { ListKind::Recommendations };
            let found = own_field(r, field, Some(list))?;
            self.own.entry(key).or_insert(found).clone()
        };
        let parts: Vec<String> = match known.kind {
            CustomKind::Several => value.split(PARTS).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect(),
            _ => vec![value.trim().to_owned()],
        };
        let clears = parts.iter().all(|part| part.is_empty() || part == NONE);
        let wanted = if clears { BTreeSet::new() } else { wanted(&known, &parts)? };
        let now: BTreeSet<String> = r.values_of_field(row.rid, Some(at.rid))?.into_iter().map(|(_, _, value)| value).collect();
        let shown = |values: &BTreeSet<String>| (!values.is_empty()).then(|| joined(values.iter().map(String::as_str)));
        let (from, to) = (shown(&now), shown(&wanted));
        let field = format!("#{}", known.name).into();
        Ok((now != wanted).then_some(Step { field, from, to, act: Act::Own(row, known.kind, wanted) }))
    }
}

/// The themes of an item become exactly those that are named.
fn themes(r: &Reader<'_>, at: Ref, value: &str) -> Result<Option<Step>> {
    let now = r.tags_of(at.rid)?;
    let mut wanted: Vec<Ref> = Vec::new();
    for said in value.split(PARTS).map(str::trim).filter(|said| !said.is_empty() && *said != NONE) {
        let theme = r.find(said, &[Kind::Theme])?.at;
        if !wanted.contains(&theme) {
            wanted.push(theme);
        }
    }
    let put_on: Vec<Ref> = wanted.iter().filter(|theme| !now.contains(theme)).copied().collect();
    let take_off: Vec<Ref> = now.iter().filter(|theme| !wanted.contains(theme)).copied().collect();
    if put_on.is_empty() && take_off.is_empty() {
        return Ok(None);
    }
    let shown = |themes: &[Ref]| -> Result<Option<String>> {
        let names = themes.iter().map(|theme| r.reference(theme.rid)).collect::<Result<Vec<_>>>()?;
        Ok((!names.is_empty()).then(|| joined(names.iter().map(String::as_str))))
    };
    let (from, to) = (shown(&now)?, shown(&wanted)?);
    Ok(Some(Step { field: "theme".into(), from, to, act: Act::Themes(put_on, take_off) }))
}

fn joined<'a>(values: impl Iterator<Item = &'a str>) -> String {
    values.collect::<Vec<_>>().join("; ")
}
