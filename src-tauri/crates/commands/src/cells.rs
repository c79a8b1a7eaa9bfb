//! Cells of a grid: each a field of an item, with what it becomes; shown before they are set, one entry of the log, one
//! undo. They serve editing in place, filling down, and what is pasted from a spreadsheet.
//!
//! Does not hold rules of its own: what each change must keep to is what the command for one item asks of it.

mod field;
mod paste;

use self::field::Fields;
pub use self::paste::*;
use crate::bulk::steps::{Step, is_about_the_item};
use crate::door::{At, Edit, Query, command};
use followthrough_model::{Day, Kind, Ref, Refusal, Uuid, text};
use followthrough_store::{Error, Reader, Result, Tx};
use serde::{Deserialize, Serialize};
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use ts_rs::TS;

/// The most cells that are set at once.
const MOST: usize = 10_000;

/// What a cell becomes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Cell {
    /// Reference or id of a commitment or recommendation.
    pub item: String,
    /// The field, by its English name; # and its name for a field of your own.
    pub field: String,
    /// As it was typed; nothing, or none, clears it where it may be cleared.
    #[serde(default)]
    pub value: String,
}

impl std::str::FromStr for Cell {
    type Err = Refusal;
    /// `C-7KQ3F due=Q2 2027`, `A4P+ P4.3 #my field=yes`.
    fn from_str(said: &str) -> Result<Self, Refusal> {
        let bad = || Refusal::new("arguments", "Write a cell as: C-7KQ3F due=Q2 2027.");
        let (cell, value) = said.split_once('=').ok_or_else(bad)?;
        let cell = cell.trim();
        let at = cell.find(" #").or_else(|| cell.rfind(' ')).ok_or_else(bad)?;
        let (item, field) = cell.split_at(at);
        Ok(Self { item: item.trim().into(), field: field.trim().into(), value: value.trim().into() })
    }
}

/// The two commands have the same arguments, so that what was previewed can be done as it stands.
macro_rules! alike {
    ({ $($body:tt)* } $($field:ident)*) => {
        command! {
            /// Sets cells: fields of commitments and recommendations, each to a value of its own, as one entry with one undo. Preview-cells shows it first.
            pub struct SetCells { $($body)* }
        }
        command! {
            /// Shows, cell by cell, what set-cells would do with the same arguments. Stores nothing.
            pub struct PreviewCells { $($body)* }
        }
        impl From<PreviewCells> for SetCells {
            fn from(said: PreviewCells) -> Self {
                Self { $($field: said.$field),* }
            }
        }
    };
}

alike! {
    {
        /// What each cell becomes, as in: 'C-7KQ3F due=Q2 2027' 'A4P+ P4.3 priority=high'; at most 10,000.
        #[cfg_attr(feature = "clap", arg(required = true))]
        pub cells: Vec<Cell>,
        /// Why dues move, and the text of the update that reports a status.
        #[cfg_attr(feature = "clap", arg(long))]
        pub reason: Option<String>,
        /// Leave out the cells that may not be set so; else one of them refuses all.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<bool>")]
        #[serde(default)]
        pub skip: bool,
    }
    cells reason skip
}

/// What was done to the cells.
#[derive(Debug, Serialize, TS)]
pub struct CellsSet {
    pub changed: u32,
    /// Which were so already.
    pub unchanged: u32,
    /// Which may not be set so, and stay as they were.
    pub left_out: u32,
}

/// What would be done to the cells.
#[derive(Debug, Serialize, TS)]
pub struct CellsPreview {
    pub changed: u32,
    /// Which are so already.
    pub unchanged: u32,
    /// Which may not be set so.
    pub refused: u32,
    /// Some of these are refused only because no reason is given.
    pub needs_reason: bool,
    /// One for each cell, in their order.
    pub cells: Vec<CellPreview>,
}

/// A cell, before and after.
#[derive(Debug, Serialize, TS)]
pub struct CellPreview {
    /// Nothing where no item is meant.
    pub id: Option<Uuid>,
    #[serde(rename = "ref")]
    pub reference: String,
    pub title: String,
    pub field: String,
    pub before: Option<String>,
    pub after: Option<String>,
    pub changed: bool,
    /// Why it may not be set so, in one sentence.
    pub refusal: Option<String>,
}

/// What a cell would become: its item, and the change; nothing where it is so already.
type Outcome = (Option<Ref>, Result<Option<Step>>);

/// Goes over the cells in their order.
fn each(r: &Reader<'_>, today: Day, said: &SetCells, mut take: impl FnMut(&Cell, Outcome) -> Result<()>) -> Result<()> {
    match said.cells.len() {
        0 => return Err(Error::refuse("nothing_chosen", "No cell is given: name an item, a field and what it becomes.")),
        1..=MOST => {}
        n => {
            return Err(Error::refuse(
                "too_many",
                format!("These are {n} cells. Set at most {MOST} at once: do it in several pieces."),
            ));
        }
    }
    let mut fields = Fields::new(today, said.reason.as_deref());
    let (mut found, mut seen) = (HashMap::new(), HashSet::new());
    r.job().part(0..50, said.cells.len());
    for cell in &said.cells {
        r.job().step()?;
        let item = match found.get(&cell.item) {
            Some(known) => Ok(*known),
            None => r.find(&cell.item, &[Kind::Commitment, Kind::Recommendation]),
        };
        let outcome = match item {
            Ok(item) => {
                found.insert(cell.item.clone(), item);
                let field = cell.field.trim().to_lowercase();
                let step = if seen.insert((item.at.rid, field)) {
                    fields.step(r, item, &cell.field, &cell.value)
                } else {
                    Err(Error::refuse("twice", "This cell is given twice. Give it once."))
                };
                (Some(item.at), step)
            }
            Err(why) => (None, Err(why)),
        };
        match outcome {
            (_, Err(why)) if !is_about_the_item(&why) => return Err(why),
            outcome => take(cell, outcome)?,
        }
    }
    Ok(())
}

impl Edit for SetCells {
    type Reply = CellsSet;
    fn run(self, tx: &mut Tx<'_>) -> Result<CellsSet> {
        let (r, today) = (tx.reader(), tx.today());
        let mut done = CellsSet { changed: 0, unchanged: 0, left_out: 0 };
        let mut first = None;
        // One cell alone: what is refused is about it, in its own words.
        let alone = self.cells.len() == 1 && !self.skip;
        each(&r, today, &self, |cell, (at, step)| {
            match (at, step) {
                (Some(at), Ok(Some(step))) => {
                    done.changed += 1;
                    // One that may not be set refuses all: what follows it is only asked, not written.
                    if self.skip || first.is_none() {
                        step.act.put(tx, at, today)?;
                    }
                }
                (_, Ok(_)) => done.unchanged += 1,
                (_, Err(why)) if alone => {
                    let about = if why.code() == field::NEEDS_REASON { "reason" } else { "cells" };
                    return Err(why.about(about));
                }
                (at, Err(why)) => {
                    done.left_out += 1;
                    if first.is_none() {
                        let item = at.map_or_else(|| Ok(text::brief(&cell.item, 60)), |at| r.reference(at.rid))?;
                        first = Some(format!("{item}, {}: {why}", text::brief(&cell.field, 40)));
                    }
                }
            }
            Ok(())
        })?;
        match first {
            Some(first) if !self.skip => Err(Error::refuse(
                "some_refused",
                format!(
                    "{} of {} cells may not be set so, so nothing was changed. The first is {first} Correct them, or leave out (skip) those that may not.",
                    done.left_out,
                    self.cells.len()
                ),
            )),
            _ => Ok(done),
        }
    }
}

impl Query for PreviewCells {
    type Reply = CellsPreview;
    const READS: &'static [Kind] = Kind::ALL;
    fn run(self, r: &Reader<'_>, at: &At) -> Result<CellsPreview> {
        let said = SetCells::from(self);
        let mut shown = CellsPreview {
            changed: 0,
            unchanged: 0,
            refused: 0,
            needs_reason: false,
            cells: Vec::with_capacity(said.cells.len()),
        };
        let mut titles = HashMap::new();
        each(r, at.today, &said, |cell, (at, step)| {
            let (id, reference, title) = match at {
                None => (None, text::brief(&cell.item, 60), String::new()),
                Some(at) => {
                    if let Entry::Vacant(free) = titles.entry(at.rid) {
                        let brief = r.brief(at.rid)?;
                        free.insert((brief.reference, text::brief(&brief.title, 120)));
                    }
                    let (reference, title) = titles.get(&at.rid).cloned().unwrap_or_default();
                    (Some(at.id), reference, title)
                }
            };
            let (before, after, changed, refusal) = match step {
                Ok(Some(step)) => {
                    shown.changed += 1;
                    (step.from, step.to, true, None)
                }
                Ok(None) => {
                    shown.unchanged += 1;
                    let same = Some(text::brief(&cell.value, 200)).filter(|value| !value.is_empty());
                    (same.clone(), same, false, None)
                }
                Err(why) => {
                    shown.refused += 1;
                    shown.needs_reason |= why.code() == field::NEEDS_REASON;
                    (None, Some(text::brief(&cell.value, 200)), false, Some(why.to_string()))
                }
            };
            let field = text::brief(&cell.field, 60);
            shown.cells.push(CellPreview { id, reference, title, field, before, after, changed, refusal });
            Ok(())
        })?;
        Ok(shown)
    }
}
