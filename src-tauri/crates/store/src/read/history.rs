//! The history of an item: who, when, which field, from what to what. And what a window needs to know of the log.

use super::Brief;
use crate::undo::{StepBack, next_redo, next_undo};
use crate::{Reader, Result};
use followthrough_model::{Kind, Uuid};
use rusqlite::types::ValueRef;

/// One changed cell.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct HistoryLine {
    pub entry: i64,
    /// RFC 3339, UTC.
    pub at: String,
    pub author: String,
    pub command: String,
    /// The entry was taken back since.
    pub undone: bool,
    /// The entry that it took back.
    pub undoes: Option<i64>,
    pub item: Brief,
    /// Empty: the item was made.
    pub field: String,
    /// As people read it: a reference for an item, words for the rest.
    pub old: Option<String>,
    pub new: Option<String>,
}

/// Where the log stands, for a window that follows it.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct Head {
    pub entry: i64,
    pub undo: Option<StepBack>,
    pub redo: Option<StepBack>,
}

/// What changed after an entry.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct ChangedReply {
    pub entry: i64,
    pub kinds: Vec<Kind>,
}

/// The rows whose changes belong to the history of an item: itself, and what hangs on it.
pub(crate) const FAMILY: &str = "
    SELECT ?1 AS rid UNION SELECT rid FROM update_ WHERE commitment = ?1 UNION SELECT rid FROM verification WHERE commitment = ?1
    UNION SELECT rid FROM commitment_actor WHERE commitment = ?1 UNION SELECT rid FROM answer WHERE commitment = ?1
    UNION SELECT rid FROM due WHERE of = ?1 UNION SELECT rid FROM evidence_use WHERE of = ?1
    UNION SELECT x.rid FROM update_ u JOIN evidence_use x ON x.of = u.rid WHERE u.commitment = ?1
    UNION SELECT rid FROM evidence_use WHERE evidence = ?1 UNION SELECT rid FROM addressee WHERE recommendation = ?1
    UNION SELECT rid FROM alias WHERE of = ?1 UNION SELECT rid FROM event_date WHERE event = ?1
    UNION SELECT rid FROM milestone WHERE commitment = ?1
    UNION SELECT rid FROM decision WHERE recommendation = ?1 UNION SELECT rid FROM caller WHERE recommendation = ?1
    UNION SELECT rid FROM link WHERE of = ?1 UNION SELECT rid FROM link WHERE other = ?1 UNION SELECT rid FROM theme_of WHERE of = ?1
    UNION SELECT rid FROM request_about WHERE request = ?1 UNION SELECT rid FROM request WHERE reminds = ?1
    UNION SELECT d.rid FROM milestone m JOIN due d ON d.of = m.rid WHERE m.commitment = ?1";

impl Reader<'_> {
    /// What happened to an item and to what hangs on it, newest first.
    pub fn history(&self, rid: i64, limit: u32) -> Result<Vec<HistoryLine>> {
        let sql = format!(
            "SELECT e.n, e.at, e.author, e.command, e.undone_by IS NOT NULL, e.undoes, c.item, c.field, c.old, c.new
             FROM change c JOIN entry e ON e.n = c.entry WHERE c.item IN ({FAMILY}) ORDER BY c.entry DESC, c.n DESC LIMIT ?2"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query((rid, limit))?;
        let mut lines = Vec::new();
        while let Some(r) = rows.next()? {
            let field: String = r.get(7)?;
            let item = self.brief(r.get(6)?)?;
            let new = if field.is_empty() { Some(item.title.clone()) } else { self.spoken(&field, r.get_ref(9)?)? };
            lines.push(HistoryLine {
                entry: r.get(0)?,
                at: r.get(1)?,
                author: r.get(2)?,
                command: r.get(3)?,
                undone: r.get(4)?,
                undoes: r.get(5)?,
                old: if field.is_empty() { None } else { self.spoken(&field, r.get_ref(8)?)? },
                new,
                item,
                field,
            });
        }
        Ok(lines)
    }

    pub(crate) fn spoken(&self, field: &str, value: ValueRef<'_>) -> Result<Option<String>> {
        const LIVES: [&str; 4] = ["live", "bin", "undone", "gone"];
        Ok(match value {
            ValueRef::Integer(n) if field == "life" => {
                Some(LIVES.get(usize::try_from(n).unwrap_or(0)).copied().unwrap_or_default().to_owned())
            }
            ValueRef::Integer(n) => Some(n.to_string()),
            ValueRef::Text(text) => Some(String::from_utf8_lossy(text).into_owned()),
            ValueRef::Blob(id) => match Uuid::from_slice(id).ok().map(|id| self.by_id(id)).transpose()?.flatten() {
                Some(found) => Some(self.spoken_of(found.at.rid)?),
                None => None,
            },
            ValueRef::Null | ValueRef::Real(_) => None,
        })
    }

    /// The number of the last entry.
    pub fn last_entry(&self) -> Result<i64> {
        self.one("SELECT coalesce(max(n), 0) FROM entry", [], |r| r.get(0))
    }

    /// Where the log stands, and what undo and redo would do for the writer of this file.
    pub fn head(&self) -> Result<Head> {
        let (undo, redo) = match self.replica {
            Some(replica) => (next_undo(self.conn, replica)?, next_redo(self.conn, replica)?.map(|(_, step)| step)),
            None => (None, None),
        };
        Ok(Head { entry: self.last_entry()?, undo, redo })
    }

    /// The kinds of rows that changed after an entry.
    pub fn changed_since(&self, entry: i64) -> Result<ChangedReply> {
        let last = self.last_entry()?;
        let kinds = if last <= entry {
            Vec::new()
        } else {
            self.all("SELECT DISTINCT i.kind FROM change c JOIN item i ON i.rid = c.item WHERE c.entry > ?1", [entry], |r| {
                r.get::<_, i64>(0)
            })?
            .into_iter()
            .filter_map(Kind::from_code)
            .collect()
        };
        Ok(ChangedReply { entry: last, kinds })
    }
}
