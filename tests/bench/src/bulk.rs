//! The limit for a bulk edit: one transaction that writes the cells, their log and the words under which they are found,
//! knowing beforehand what stands there, and the one that takes it back. No diff, no settling, no hash.

use followthrough_model::text::index_words;
use rusqlite::{Connection, Result, params};

/// A commitment with its handler and its other words.
struct Target {
    rid: i64,
    handler: Option<String>,
    words: String,
}

/// The commitments that are edited, with what stood in the cell.
pub(crate) struct Bare {
    conn: Connection,
    targets: Vec<Target>,
}

impl Bare {
    pub(crate) fn new(conn: Connection, n: u32) -> Result<Self> {
        let words = |rid: i64| {
            conn.query_row("SELECT deliverable || ' ' || coalesce(post, '') || ' ' FROM commitment WHERE rid = ?1", [rid], |r| {
                r.get(0)
            })
        };
        let targets = targets(&conn, n)?;
        let targets = targets
            .into_iter()
            .map(|(rid, _, handler)| Ok(Target { rid, handler, words: words(rid)? }))
            .collect::<Result<_>>()?;
        Ok(Self { conn, targets })
    }

    /// Sets the handler of all.
    pub(crate) fn set(&self, handler: &str) -> Result<()> {
        self.write("EditMany", |_| Some(handler), |old| old)
    }

    /// Sets back what [`Bare::set`] set.
    pub(crate) fn take_back(&self, handler: &str) -> Result<()> {
        self.write("Undo", |old| old, |_| Some(handler))
    }

    fn write<'a>(
        &'a self,
        command: &str,
        new: impl Fn(Option<&'a str>) -> Option<&'a str>,
        old: impl Fn(Option<&'a str>) -> Option<&'a str>,
    ) -> Result<()> {
        let conn = &self.conn;
        conn.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
        let (n, stamp): (i64, i64) = conn
            .prepare_cached("SELECT n + 1, stamp + 1 FROM entry ORDER BY n DESC LIMIT 1")?
            .query_row([], |r| Ok((r.get(0)?, r.get(1)?)))?;
        let mut update = conn.prepare_cached("UPDATE commitment SET handler = ?2 WHERE rid = ?1")?;
        let mut log =
            conn.prepare_cached("INSERT INTO change(entry, n, item, field, old, new) VALUES(?1, ?2, ?3, 'handler', ?4, ?5)")?;
        let mut forget = conn.prepare_cached("DELETE FROM words WHERE rowid = ?1")?;
        let mut find = conn.prepare_cached("INSERT INTO words(rowid, text) VALUES(?1, ?2)")?;
        for (at, Target { rid, handler, words }) in (1_i64..).zip(&self.targets) {
            let (old, new) = (old(handler.as_deref()), new(handler.as_deref()));
            forget.execute([rid])?;
            find.execute(params![rid, index_words(&format!("{words}{}", new.unwrap_or_default()))])?;
            update.execute(params![rid, new])?;
            log.execute(params![n, at, rid, old, new])?;
        }
        conn.prepare_cached(
            "INSERT INTO entry(n, replica, seq, stamp, at, author, command, act, hash)
             SELECT ?1, 1, last_seq + 1, ?2, '2026-07-01T09:00:00.000Z', 'generator', ?3, 'edit', randomblob(32) FROM replica WHERE rid = 1",
        )?
        .execute(params![n, stamp, command])?;
        conn.prepare_cached(
            "UPDATE replica SET last_seq = last_seq + 1, last_hash = (SELECT hash FROM entry WHERE n = ?1) WHERE rid = 1",
        )?
        .execute([n])?;
        conn.prepare_cached("COMMIT")?.execute([])?;
        Ok(())
    }
}

/// Commitments spread over the table: row, reference and handler.
pub(crate) fn targets(conn: &Connection, n: u32) -> Result<Vec<(i64, String, Option<String>)>> {
    conn.prepare("SELECT c.rid, i.code, i.shown, c.handler FROM commitment c JOIN item i ON i.rid = c.rid WHERE c.live = 1 ORDER BY i.code LIMIT ?1")?
        .query_map([n], |r| {
            let letters = followthrough_model::reference::letters(r.get(1)?, r.get(2)?);
            Ok((r.get(0)?, format!("C-{letters}"), r.get(3)?))
        })?
        .collect()
}
