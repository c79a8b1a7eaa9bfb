//! An old register, read from a pasted table: what its rows would become. Nothing is written here; `take_over` does.
//!
//! Reading the table is `import`'s; nothing here tells columns or statuses.

use crate::door::{At, Query, command};
use followthrough_import::register::{self, Column, Entry, Register};
use followthrough_model::due::DueKind;
use followthrough_model::{Day, Kind, Ref, Status, text};
use followthrough_store::read::Brief;
use followthrough_store::{Error, Reader, Result};
use serde::Serialize;
use std::collections::{HashMap, HashSet};
use ts_rs::TS;

command! {
    /// Reads a pasted table of an old register and shows what it would become. Writes nothing.
    pub struct ReadRegister {
        /// The table, as it was copied in Excel or Word, or as CSV.
        #[cfg_attr(feature = "clap", arg(long))]
        pub text: String,
        /// What each column is, from the first: reference, text, responsible, deadline, status, or - for none of these. Told by the headings if not given.
        #[cfg_attr(feature = "clap", arg(long = "column", allow_hyphen_values = true))]
        #[ts(as = "Option<Vec<String>>")]
        #[serde(default)]
        pub columns: Vec<String>,
        /// Short name or title of the source that the rows would belong to; rows whose reference it has already are shown as such.
        #[cfg_attr(feature = "clap", arg(long))]
        pub source: Option<String>,
        /// At most so many rows; 200 if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub limit: Option<u32>,
        /// After so many rows.
        #[cfg_attr(feature = "clap", arg(long))]
        pub offset: Option<u32>,
    }
}

/// A column of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RegisterColumn {
    pub heading: Option<String>,
    /// reference, text, responsible, deadline or status; nothing: its words are kept as a remark.
    pub is: Option<String>,
}

/// A row as it would become items.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RegisterRow {
    /// Its number in the table, the heading counted.
    pub row: usize,
    pub section: Option<String>,
    pub reference: Option<String>,
    pub text: String,
    pub responsible: Vec<RegisterActor>,
    /// The words of the deadline.
    pub due_stated: Option<String>,
    pub due_kind: Option<DueKind>,
    pub due_by: Option<Day>,
    pub status: Status,
    /// The words of the status.
    pub said: Option<String>,
    /// It would be closed in bulk, and wait for no verification.
    pub closed: bool,
    /// It is in the workspace already, and would be left out.
    pub duplicate_of: Option<Brief>,
    /// One sentence each.
    pub problems: Vec<String>,
}

/// Who is responsible for a row, the lead first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RegisterActor {
    pub name: String,
    /// The actor that it is; nothing: it would be added as a group.
    pub known: Option<String>,
}

#[derive(Debug, Serialize, TS)]
pub struct RegisterReply {
    /// tab, semicolon or comma.
    pub separator: String,
    pub columns: Vec<RegisterColumn>,
    /// Rows that would become items.
    pub total: u32,
    /// Of these, closed in bulk.
    pub closed: u32,
    /// Rows that are in the workspace already.
    pub duplicates: u32,
    /// Names that would be added as groups.
    pub new_actors: Vec<String>,
    /// Rows that are left out, one sentence each.
    pub left_out: Vec<String>,
    /// Rows with a doubt.
    pub doubtful: u32,
    pub rows: Vec<RegisterRow>,
}

impl Query for ReadRegister {
    type Reply = RegisterReply;
    const READS: &'static [Kind] = &[Kind::Source, Kind::Recommendation, Kind::Actor, Kind::Alias, Kind::TheirRef];
    fn run(self, r: &Reader<'_>, _: &At) -> Result<RegisterReply> {
        let read = read(&self.text, &self.columns)?;
        let source = self.source.as_deref().map(|said| source(r, said)).transpose()?.flatten();
        let planned = plan(r, &read, source.as_ref().map(|s| s.1.as_str()))?;
        let new = planned.iter().filter(|p| p.duplicate_of.is_none());
        let mut new_actors: Vec<String> = Vec::new();
        for (name, _) in new.clone().flat_map(|p| &p.actors).filter(|(_, known)| known.is_none()) {
            if !new_actors.iter().any(|known| known.to_lowercase() == name.to_lowercase()) {
                new_actors.push(name.clone());
            }
        }
        let counted = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let from = usize::try_from(self.offset.unwrap_or(0)).unwrap_or(usize::MAX);
        let limit = usize::try_from(self.limit.unwrap_or(200)).unwrap_or(usize::MAX);
        let shown = planned.iter().skip(from).take(limit).map(|p| p.shown(r)).collect::<Result<_>>()?;
        Ok(RegisterReply {
            separator: read.separator.name().to_owned(),
            columns: columns(&read),
            total: counted(new.clone().count()),
            closed: counted(new.filter(|p| p.entry.closed()).count()),
            duplicates: counted(planned.iter().filter(|p| p.duplicate_of.is_some()).count()),
            new_actors,
            left_out: read.left_out.iter().map(|(_, sentence)| sentence.clone()).collect(),
            doubtful: counted(planned.iter().filter(|p| !p.problems.is_empty()).count()),
            rows: shown,
        })
    }
}

pub(crate) fn read(pasted: &str, said: &[String]) -> Result<Register> {
    let columns = said
        .iter()
        .map(|said| if matches!(said.trim(), "-" | "") { Ok(None) } else { said.parse::<Column>().map(Some) })
        .collect::<Result<Vec<_>, _>>()?;
    Ok(register::read(pasted, (!columns.is_empty()).then_some(columns.as_slice()))?)
}

fn columns(read: &Register) -> Vec<RegisterColumn> {
    let one =
        |told: &register::Told| RegisterColumn { heading: told.heading.clone(), is: told.is.map(|is| is.name().to_owned()) };
    read.columns.iter().map(one).collect()
}

/// The source of that name, if there is one, with its short name.
pub(crate) fn source(r: &Reader<'_>, said: &str) -> Result<Option<(Ref, String)>> {
    match r.find(said, &[Kind::Source]) {
        Ok(found) => Ok(Some((found.at, r.reference(found.at.rid)?))),
        Err(Error::Unknown { .. }) => Ok(None),
        Err(other) => Err(other),
    }
}

/// A row with what it stands for in the workspace.
pub(crate) struct Planned<'e> {
    pub entry: &'e Entry,
    /// Its label in the source; nothing where it has none or shares it with a row above.
    pub label: Option<String>,
    pub duplicate_of: Option<Ref>,
    pub actors: Vec<(String, Option<Ref>)>,
    problems: Vec<String>,
}

impl Planned<'_> {
    fn shown(&self, r: &Reader<'_>) -> Result<RegisterRow> {
        let (entry, due) = (self.entry, self.entry.due.as_ref());
        let responsible = self.actors.iter().map(|(name, known)| {
            let known = known.map(|at| r.reference(at.rid)).transpose()?;
            Ok(RegisterActor { name: name.clone(), known })
        });
        Ok(RegisterRow {
            row: entry.row,
            section: entry.section.clone(),
            reference: entry.reference.clone(),
            text: entry.text.clone(),
            responsible: responsible.collect::<Result<_>>()?,
            due_stated: due.map(|d| d.stated.clone()),
            due_kind: due.map(|d| d.kind),
            due_by: due.and_then(|d| d.due_by(None)),
            status: entry.status,
            said: entry.said.clone(),
            closed: entry.closed(),
            duplicate_of: self.duplicate_of.map(|at| r.brief(at.rid)).transpose()?,
            problems: self.problems.clone(),
        })
    }
}

/// Looks up what the rows name: nothing is added that is there already.
pub(crate) fn plan<'e>(r: &Reader<'_>, read: &'e Register, source: Option<&str>) -> Result<Vec<Planned<'e>>> {
    let mut names: HashMap<String, Named> = HashMap::new();
    let mut labels: HashSet<String> = HashSet::new();
    let mut planned = Vec::with_capacity(read.rows.len());
    r.job().part(0..10, read.rows.len());
    for entry in &read.rows {
        r.job().step()?;
        let mut problems = entry.doubts.clone();
        let duplicate_of = match &entry.reference {
            Some(reference) => same(r, reference, source)?,
            None => None,
        };
        if duplicate_of.is_some() {
            problems.push("Its reference is in the workspace already: the row is left out.".to_owned());
        }
        let mut label = entry.reference.clone();
        if let Some(reference) = &entry.reference
            && !labels.insert(reference.to_lowercase())
        {
            problems.push(format!(
                "The reference {} stands in a row above too: this one is taken without a label.",
                text::brief(reference, 40)
            ));
            label = None;
        }
        let mut actors: Vec<(String, Option<Ref>)> = Vec::new();
        if let Some(cell) = &entry.responsible {
            let mut failed = None;
            let mut known = |name: &str| match actor(r, &mut names, name) {
                Ok(found) => !matches!(found, Named::New),
                Err(e) => {
                    failed = Some(e);
                    false
                }
            };
            let parted = register::people(cell, &mut known);
            if let Some(e) = failed {
                return Err(e);
            }
            for name in parted {
                match actor(r, &mut names, &name)? {
                    Named::Known(at) if actors.iter().any(|(_, known)| *known == Some(at)) => {}
                    Named::Known(at) => actors.push((name, Some(at))),
                    Named::New => actors.push((name, None)),
                    Named::Doubtful(sentence) => problems.push(sentence),
                }
            }
        }
        planned.push(Planned { entry, label, duplicate_of, actors, problems });
    }
    Ok(planned)
}

/// The recommendation that has this reference: as its label in the source, or as a number of others that is no mere count.
fn same(r: &Reader<'_>, reference: &str, source: Option<&str>) -> Result<Option<Ref>> {
    let known = |said: &str| match r.find(said, &[Kind::Recommendation]) {
        Ok(found) => Ok(Some(found.at)),
        Err(Error::Unknown { .. } | Error::Refused(_) | Error::Ambiguous { .. }) => Ok(None),
        Err(other) => Err(other),
    };
    if let Some(source) = source
        && let Some(found) = known(&format!("{source} {reference}"))?
    {
        return Ok(Some(found));
    }
    let telling = reference.chars().count() >= 4 && reference.chars().any(|c| !c.is_ascii_digit() && c != '.');
    if telling { known(reference) } else { Ok(None) }
}

/// What a name stands for.
#[derive(Clone)]
enum Named {
    Known(Ref),
    New,
    Doubtful(String),
}

fn actor(r: &Reader<'_>, names: &mut HashMap<String, Named>, name: &str) -> Result<Named> {
    let key = name.to_lowercase();
    if let Some(known) = names.get(&key) {
        return Ok(known.clone());
    }
    let shown = || text::brief(name, 60);
    let found = match r.find(name, &[Kind::Actor]) {
        Ok(found) => Named::Known(found.at),
        Err(Error::Unknown { .. }) => Named::New,
        Err(Error::Ambiguous { .. }) => {
            Named::Doubtful(format!("“{}” can mean several actors: none is set. Set the lead by hand.", shown()))
        }
        Err(Error::Refused(_)) => Named::Doubtful(format!("“{}” is in the bin: it is not set. Restore it first.", shown())),
        Err(other) => return Err(other),
    };
    names.insert(key, found.clone());
    Ok(found)
}
