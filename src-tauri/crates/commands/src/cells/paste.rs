//! What a spreadsheet puts on the clipboard, as cells to preview and to set.
//!
//! Writes nothing and asks no rule: the preview of the cells does.

use super::Cell;
use super::field::{name, names};
use crate::door::{At, Query, command};
use followthrough_import::register::{Line, grid};
use followthrough_model::vocabulary::ListKind;
use followthrough_model::{Kind, text};
use followthrough_store::{Error, Reader, Result};
use serde::Serialize;
use std::collections::{BTreeMap, HashSet};
use ts_rs::TS;

/// Headings of the column that names the items; so does the name of what they are.
const REFERENCE: &[&str] = &["reference", "ref", "id"];

command! {
    /// Reads rows that were copied in a spreadsheet into cells for preview-cells and set-cells. Stores nothing. The first row has the headings; a column headed reference, else the first, names the items. Empty cells are left as they are; none clears.
    pub struct ReadCells {
        /// The list whose items are meant: commitments or recommendations; commitments if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub list: Option<ListKind>,
        /// The rows, their cells parted by tabs, as a spreadsheet copies them.
        pub text: String,
        /// Which field a heading means, beside the English names of the fields; reference for the one that names the items.
        #[cfg_attr(feature = "clap", arg(skip))]
        pub columns: Option<BTreeMap<String, String>>,
    }
}

/// What was pasted, read.
#[derive(Debug, Serialize, TS)]
pub struct CellsRead {
    /// For preview-cells and set-cells.
    pub cells: Vec<Cell>,
    /// The columns that were understood.
    pub columns: Vec<PastedColumn>,
    /// What could not be read, and is left out.
    pub problems: Vec<PasteProblem>,
}

/// A column of what was pasted.
#[derive(Debug, Serialize, TS)]
pub struct PastedColumn {
    /// Counted from 1.
    pub column: u32,
    pub heading: String,
    /// The field that it sets; reference: it names the items.
    pub field: String,
}

/// What could not be read, with its place.
#[derive(Debug, Serialize, TS)]
pub struct PasteProblem {
    /// Counted from 1, the headings included.
    pub row: u32,
    /// Counted from 1; nothing: the whole row.
    pub column: Option<u32>,
    pub sentence: String,
}

fn counted(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl Query for ReadCells {
    type Reply = CellsRead;
    const READS: &'static [Kind] = Kind::ALL;
    fn run(self, r: &Reader<'_>, _: &At) -> Result<CellsRead> {
        let list = self.list.unwrap_or(ListKind::Commitments);
        let kind = match list {
            ListKind::Commitments => Kind::Commitment,
            ListKind::Recommendations => Kind::Recommendation,
            ListKind::Actors | ListKind::Sources => {
                return Err(Error::refuse("arguments", "Cells of two lists can be set: give commitments or recommendations."));
            }
        };
        let mut rows = grid(&self.text)?.into_iter();
        let Some(head) = rows.next() else {
            return Err(Error::refuse("empty", "Nothing was pasted. Copy the rows in the spreadsheet with their headings."));
        };
        let said = self.columns.unwrap_or_default();
        let own: Vec<String> = r.own_fields(list)?.into_iter().map(|field| field.name).collect();
        let fields: Vec<Option<String>> = head.cells.iter().map(|heading| field_of(heading, kind, &said, &own)).collect();
        let mut read = CellsRead { cells: Vec::new(), columns: Vec::new(), problems: Vec::new() };
        let named = fields.iter().position(|field| field.as_deref() == Some("reference")).unwrap_or(0);
        let set = columns(&head, &fields, named, &mut read);
        if set.is_empty() {
            return Err(Error::refuse(
                "no_heading",
                format!(
                    "No heading of the first row is a field of {list}. Copy the rows together with their headings: reference, then one or more of {}.",
                    names(kind).join(", ")
                ),
            ));
        }
        let mut seen = HashSet::new();
        for line in rows {
            read_row(r, kind, &line, named, &set, &mut seen, &mut read)?;
        }
        Ok(read)
    }
}

/// The field that a heading means.
fn field_of(heading: &str, kind: Kind, said: &BTreeMap<String, String>, own: &[String]) -> Option<String> {
    let lower = heading.trim().to_lowercase();
    if let Some((_, field)) = said.iter().find(|(known, _)| known.trim().to_lowercase() == lower) {
        return Some(field.trim().to_owned());
    }
    if let Some(own) = own.iter().find(|own| own.to_lowercase() == lower.trim_start_matches('#')) {
        return Some(format!("#{own}"));
    }
    let name = name(heading);
    if let Some(field) = names(kind).into_iter().find(|field| *field == name) {
        return Some(field.to_owned());
    }
    (REFERENCE.contains(&name.as_str()) || name == kind.table()).then(|| "reference".to_owned())
}

/// The columns that set a field, and a word on those that do not.
fn columns(head: &Line, fields: &[Option<String>], named: usize, read: &mut CellsRead) -> Vec<(usize, String)> {
    let mut set: Vec<(usize, String)> = Vec::new();
    for (at, (heading, field)) in head.cells.iter().zip(fields).enumerate() {
        let column = counted(at + 1);
        let problem = |why: &str| {
            let sentence = format!("Column {column}, “{}”, {why} and is left out.", text::brief(heading, 40));
            PasteProblem { row: counted(head.row), column: Some(column), sentence }
        };
        match field {
            _ if at == named => {
                read.columns.push(PastedColumn { column, heading: heading.clone(), field: "reference".into() });
            }
            Some(field) if field == "reference" => read.problems.push(problem("names the items a second time")),
            Some(field) if set.iter().any(|(_, known)| known == field) => {
                read.problems.push(problem("sets the same field as another one"));
            }
            Some(field) => {
                read.columns.push(PastedColumn { column, heading: heading.clone(), field: field.clone() });
                set.push((at, field.clone()));
            }
            None if heading.is_empty() => {}
            None => read.problems.push(problem("is no field that a cell can set")),
        }
    }
    set
}

fn read_row(
    r: &Reader<'_>,
    kind: Kind,
    line: &Line,
    named: usize,
    set: &[(usize, String)],
    seen: &mut HashSet<i64>,
    read: &mut CellsRead,
) -> Result<()> {
    let row = counted(line.row);
    let mut problem = |why: String| {
        let sentence = format!("Row {row}, column {}: {why} The row is left out.", named + 1);
        read.problems.push(PasteProblem { row, column: Some(counted(named + 1)), sentence });
    };
    let said = line.cells.get(named).map_or("", String::as_str);
    if said.is_empty() {
        problem("it names no item. Write its reference.".into());
        return Ok(());
    }
    let item = match r.find(said, &[kind]) {
        Ok(found) if seen.insert(found.at.rid) => found.at,
        Ok(_) => {
            problem(format!("“{}” stands in another row already.", text::brief(said, 60)));
            return Ok(());
        }
        Err(why @ (Error::Refused(_) | Error::Unknown { .. } | Error::Ambiguous { .. })) => {
            problem(why.to_string());
            return Ok(());
        }
        Err(e) => return Err(e),
    };
    for (at, field) in set {
        // An empty cell of a spreadsheet says nothing: what stands there stays.
        if let Some(value) = line.cells.get(*at).filter(|value| !value.is_empty()) {
            read.cells.push(Cell { item: item.id.to_string(), field: field.clone(), value: value.clone() });
        }
    }
    Ok(())
}
