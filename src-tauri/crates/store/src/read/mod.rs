//! Answers: lists, pages of items, history, search, counts. Each file holds the SQL of its noun and the shapes that the
//! window, the terminal and the exports read.
//!
//! Nothing here writes. "Today" comes in as `as_of`.

pub mod account;
pub mod actor;
pub mod actor_tree;
pub mod addressee;
pub mod assessment;
pub mod at_desk;
pub mod bands;
pub mod changes;
pub mod commitment;
pub mod compare;
pub mod counts;
pub mod decision;
pub(crate) mod dependents;
pub mod diary;
pub mod due;
pub mod event;
pub mod evidence;
pub mod fields_found;
mod filter;
mod filter_actors;
mod filter_names;
mod filter_words;
pub mod group;
pub mod history;
pub mod indicator;
mod leading;
pub mod links;
pub mod listing;
pub mod lists;
pub mod milestone;
pub mod outline;
pub mod overdue;
pub mod owed;
pub mod parts;
pub mod picture;
pub mod progress;
mod queues;
pub mod rates;
pub mod recommendation;
pub mod request;
pub mod rollup;
pub mod row;
pub mod search;
pub mod series;
pub mod silent;
pub mod sort;
pub mod source;
mod spelling;
pub mod summary;
pub mod themes;
pub mod told;
pub(crate) mod value;
pub mod views;

pub use crate::undo::StepBack;
use crate::{Error, Reader, Result, lookup};
use followthrough_model::{Day, Kind, Uuid};
use rusqlite::{OptionalExtension, Row};

/// An actor (or theme) by name.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct Named {
    pub id: Uuid,
    /// Its short reference.
    #[serde(rename = "ref")]
    pub reference: String,
    pub name: String,
}

/// Any item in one line.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct Brief {
    pub id: Uuid,
    #[serde(rename = "ref")]
    pub reference: String,
    pub kind: Kind,
    pub title: String,
}

impl Reader<'_> {
    /// An item in one line.
    pub fn brief(&self, rid: i64) -> Result<Brief> {
        let (id, kind) = self
            .conn
            .prepare_cached("SELECT id, kind FROM item WHERE rid = ?1")?
            .query_row([rid], |r| Ok((value::id(r, 0)?, r.get::<_, i64>(1)?)))?;
        Ok(Brief {
            id,
            reference: lookup::reference_of(self.conn, rid)?,
            kind: Kind::from_code(kind).ok_or_else(|| Error::Value(format!("an item of kind {kind}")))?,
            title: lookup::title_of(self.conn, rid)?,
        })
    }

    /// An actor by its names; nothing where it is no actor.
    pub(crate) fn named_actor(&self, rid: i64) -> Result<Option<Named>> {
        let found = self
            .conn
            .prepare_cached("SELECT i.id, a.short, a.name FROM actor a JOIN item i ON i.rid = a.rid WHERE a.rid = ?1")?
            .query_row([rid], |r| named(r, 0))
            .optional()?;
        Ok(found.flatten())
    }

    /// What an item is called among words: an actor by its short name or else its name, since nobody knows one by letters;
    /// others by their reference, or their title where they have none.
    pub(crate) fn spoken_of(&self, rid: i64) -> Result<String> {
        if let Some(actor) = self.named_actor(rid)? {
            return Ok(actor.reference);
        }
        let reference = lookup::reference_of(self.conn, rid)?;
        if reference.is_empty() { lookup::title_of(self.conn, rid) } else { Ok(reference) }
    }

    /// Every row that a statement finds, as `take` reads it.
    pub(crate) fn all<T>(
        &self,
        sql: &str,
        with: impl rusqlite::Params,
        take: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        Ok(statement.query_map(with, take)?.collect::<rusqlite::Result<Vec<_>>>()?)
    }

    /// The one row that a statement finds.
    pub(crate) fn one<T>(
        &self,
        sql: &str,
        with: impl rusqlite::Params,
        take: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<T> {
        Ok(self.conn.prepare_cached(sql)?.query_row(with, take)?)
    }

    pub(crate) fn count(&self, sql: &str, with: impl rusqlite::Params) -> Result<u32> {
        self.one(sql, with, |r| r.get(0))
    }
}

/// Three columns as an actor: id, short, name; nothing where the id is null.
pub(crate) fn named(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<Named>> {
    let Some(id) = row.get::<_, Option<[u8; 16]>>(at)? else { return Ok(None) };
    let name: String = row.get(at + 2)?;
    Ok(Some(Named {
        id: Uuid::from_bytes(id),
        reference: row.get::<_, Option<String>>(at + 1)?.unwrap_or_else(|| name.clone()),
        name,
    }))
}

/// The days between a due and the day asked about, where it has passed.
pub(crate) fn days_overdue(open: bool, due_by: Option<Day>, as_of: Day) -> Option<i32> {
    let days = followthrough_model::due::days_overdue(due_by?, as_of)?;
    if open { i32::try_from(days).ok() } else { None }
}
