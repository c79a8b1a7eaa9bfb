//! The limit for writing: prepared statements that write what logging an update with a file writes (rows, log, spans,
//! indexes, the same durability), knowing beforehand what to write: no diff, no settling, no hash.

use followthrough_bench::Chance;
use rusqlite::{Connection, Result, params};
use std::path::Path;

/// A commitment to write to, and what stands there.
#[derive(Debug, Clone)]
pub(crate) struct Target {
    pub rid: i64,
    pub id: [u8; 16],
    pub reference: String,
    pub status: String,
    due_by: Option<String>,
    evidence_n: i64,
    /// First day and row of its last stretch, and what it holds.
    stretch: (String, i64),
}

/// Commitments under implementation that nothing was said about lately.
pub(crate) fn targets(conn: &Connection, n: u32) -> Result<Vec<Target>> {
    conn.prepare(
        "SELECT c.rid, i.id, i.code, i.shown, c.status, c.due_by, c.evidence_n, k.from_day, k.learnt FROM commitment c JOIN item i ON i.rid = c.rid
         JOIN span k ON k.commitment = c.rid AND k.unlearnt IS NULL AND k.to_day = '9999-12-31'
         WHERE c.live = 1 AND c.status = 'under_implementation' AND k.from_day < '2026-06-01' ORDER BY i.code LIMIT ?1",
    )?
    .query_map([n], |r| {
        let letters = followthrough_model::reference::letters(r.get(2)?, r.get(3)?);
        Ok(Target {
            rid: r.get(0)?,
            id: r.get(1)?,
            reference: format!("C-{letters}"),
            status: r.get(4)?,
            due_by: r.get(5)?,
            evidence_n: r.get(6)?,
            stretch: (r.get(7)?, r.get(8)?),
        })
    })?
    .collect()
}

/// Where the next row and entry stand.
pub(crate) struct Hand {
    conn: Connection,
    chance: Chance,
    rid: i64,
    entry: i64,
    seq: i64,
    stamp: i64,
    actor: (i64, [u8; 16]),
}

impl Hand {
    /// `actor`: the short name of the actor who reports.
    pub(crate) fn new(conn: Connection, actor: &str) -> Result<Self> {
        let one = |sql: &str| conn.query_row(sql, [], |r| r.get::<_, i64>(0));
        Ok(Self {
            rid: one("SELECT max(rid) FROM item")?,
            entry: one("SELECT max(n) FROM entry")?,
            seq: one("SELECT max(last_seq) FROM replica")?,
            stamp: one("SELECT max(stamp) FROM entry")?,
            actor: conn.query_row(
                "SELECT a.rid, i.id FROM actor a JOIN item i ON i.rid = a.rid WHERE a.short = ?1",
                [actor],
                |r| Ok((r.get(0)?, r.get(1)?)),
            )?,
            chance: Chance::of(7),
            conn,
        })
    }

    fn item(&mut self, kind: i64, lettered: bool) -> Result<(i64, [u8; 16])> {
        self.rid += 1;
        let bits = (u128::from(self.chance.bits()) << 64) | u128::from(self.chance.bits());
        let ms = u128::try_from(self.stamp >> 16).unwrap_or(0);
        let id = ((ms << 80) | (bits & ((1 << 80) - 1))).to_be_bytes();
        let code = lettered.then_some(i64::try_from(bits & ((1 << 60) - 1)).unwrap_or(0));
        self.conn.prepare_cached("INSERT INTO item(rid, id, kind, code, shown) VALUES(?1, ?2, ?3, ?4, ?5)")?.execute(params![
            self.rid,
            id,
            kind,
            code,
            code.map(|_| 5)
        ])?;
        Ok((self.rid, id))
    }

    fn log(&self, n: i64, item: i64, new: &str) -> Result<()> {
        self.conn
            .prepare_cached("INSERT INTO change(entry, n, item, field, old, new) VALUES(?1, ?2, ?3, '', NULL, ?4)")?
            .execute(params![self.entry, n, item, new])?;
        Ok(())
    }

    /// One update of today with its file, the status set to `status` if one is given.
    #[allow(clippy::too_many_lines)] // statement after statement
    pub(crate) fn log_update(&mut self, to: &Target, text: &str, status: Option<&str>, today: &str, file: &Path) -> Result<()> {
        let bytes = std::fs::read(file).map_err(|_| rusqlite::Error::InvalidQuery)?;
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let hex = |id: &[u8]| uuid::Uuid::from_slice(id).unwrap_or_default().to_string();
        self.conn.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
        self.entry += 1;
        self.seq += 1;
        self.stamp += 1;
        let sha = format!(
            "{:016x}{:016x}{:016x}{:016x}",
            self.chance.bits(),
            self.chance.bits(),
            self.chance.bits(),
            self.chance.bits()
        );
        self.conn
            .prepare_cached("INSERT INTO blob(sha256, bytes) VALUES(?1, ?2)")?
            .execute(params![sha, i64::try_from(bytes.len()).unwrap_or(0)])?;
        let blob = self.conn.last_insert_rowid();
        self.conn.prepare_cached("INSERT INTO chunk(blob, n, data) VALUES(?1, 0, ?2)")?.execute(params![blob, bytes])?;

        let (update, update_id) = self.item(14, true)?;
        self.conn
            .prepare_cached("INSERT INTO update_(rid, commitment, on_day, by_actor, formal, status, text, stamp) VALUES(?1, ?2, ?3, ?4, 0, ?5, ?6, ?7)")?
            .execute(params![update, to.rid, today, self.actor.0, status, text, self.stamp])?;
        let said = status.map_or_else(String::new, |s| format!(r#""status":"{s}","#));
        self.log(
            1,
            update,
            &format!(
                r#"{{"commitment":"{}","on_day":"{today}","by_actor":"{}","formal":0,{said}"text":"{text}","stamp":{}}}"#,
                hex(&to.id),
                hex(&self.actor.1),
                self.stamp
            ),
        )?;
        let (evidence, evidence_id) = self.item(16, true)?;
        self.conn
            .prepare_cached("INSERT INTO evidence(rid, kind, title, sha256, independent) VALUES(?1, 'file', ?2, ?3, 0)")?
            .execute(params![evidence, name, sha])?;
        self.log(2, evidence, &format!(r#"{{"kind":"file","title":"{name}","sha256":"{sha}","independent":0}}"#))?;
        let (used, _) = self.item(17, false)?;
        self.conn
            .prepare_cached("INSERT INTO evidence_use(rid, evidence, of, stance) VALUES(?1, ?2, ?3, 'supports')")?
            .execute(params![used, evidence, update])?;
        self.log(3, used, &format!(r#"{{"evidence":"{}","of":"{}","stance":"supports"}}"#, hex(&evidence_id), hex(&update_id)))?;

        for (rid, words) in [(update, text), (evidence, name.as_str())] {
            self.conn.prepare_cached("INSERT INTO words(rowid, text) VALUES(?1, ?2)")?.execute(params![rid, words])?;
        }
        let now = status.unwrap_or(&to.status);
        let open = now != "reported_implemented";
        self.conn
            .prepare_cached(
                "UPDATE commitment SET status = ?2, open = ?3, last_update_on = ?4, evidence_n = evidence_n + 1 WHERE rid = ?1",
            )?
            .execute(params![to.rid, now, open, today])?;
        if let Some(month) = to.due_by.as_deref().and_then(|due| due.get(..7)).filter(|_| to.evidence_n == 0 && open) {
            self.conn.prepare_cached("UPDATE due_month SET bare = bare - 1 WHERE month = ?1")?.execute([month])?;
        }
        if now != to.status {
            self.stretches(to, now, today, open)?;
        }
        let hash = [
            self.chance.bits().to_be_bytes(),
            self.chance.bits().to_be_bytes(),
            self.chance.bits().to_be_bytes(),
            self.chance.bits().to_be_bytes(),
        ]
        .concat();
        self.conn
            .prepare_cached("INSERT INTO entry(n, replica, seq, stamp, at, author, command, act, hash) VALUES(?1, 1, ?2, ?3, '2026-07-01T09:00:00.000Z', 'generator', 'LogUpdate', 'edit', ?4)")?
            .execute(params![self.entry, self.seq, self.stamp, hash])?;
        self.conn
            .prepare_cached("UPDATE replica SET last_seq = ?1, last_hash = ?2 WHERE rid = 1")?
            .execute(params![self.seq, hash])?;
        self.conn.prepare_cached("COMMIT")?.execute([])?;
        Ok(())
    }

    /// The last stretch ends today, and another begins.
    fn stretches(&self, to: &Target, now: &str, today: &str, open: bool) -> Result<()> {
        let (from, learnt) = &to.stretch;
        self.conn
            .prepare_cached("UPDATE span SET unlearnt = ?4 WHERE commitment = ?1 AND from_day = ?2 AND learnt = ?3")?
            .execute(params![to.rid, from, learnt, self.entry])?;
        let late = to.due_by.as_deref().filter(|due| *due < today);
        let add = "INSERT INTO span(commitment, from_day, to_day, learnt, status, lead, due_now, due_by, due_first, late_from, slips)
            SELECT commitment, ?4, ?5, ?6, ?7, lead, due_now, due_by, due_first, ?8, slips FROM span WHERE commitment = ?1 AND from_day = ?2 AND learnt = ?3";
        let mut add = self.conn.prepare_cached(add)?;
        add.execute(params![to.rid, from, learnt, from, today, self.entry, to.status, late])?;
        add.execute(params![to.rid, from, learnt, today, "9999-12-31", self.entry, now, late.filter(|_| open)])?;
        Ok(())
    }
}

/// Rows of the tables that both ways write to.
pub(crate) fn rows(conn: &Connection) -> Result<Vec<i64>> {
    ["item", "update_", "evidence", "evidence_use", "blob", "chunk", "span", "entry", "change", "words"]
        .iter()
        .map(|table| conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |r| r.get(0)))
        .collect()
}
