//! Emptying the bin: the words of what is in it leave the file, in its rows and in the log. What happened stays on
//! record (who, when, which field), each change with its digest, so that the chain of the log still holds.
//!
//! Does not ask whether the user is sure; the command does.

use crate::tx::cell_in;
use crate::{Result, Tx};
use followthrough_change::{Hash, chain};
use followthrough_model::record::{Life, item};
use followthrough_model::{Kind, Ref, Uuid};
use std::collections::HashSet;

/// What the bin holds of one kind.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct Binned {
    pub kind: Kind,
    pub count: u32,
}

impl crate::Reader<'_> {
    /// What is in the bin, by kind, and how many files would lose their bytes.
    pub fn binned(&self) -> Result<(Vec<Binned>, u32)> {
        let kinds = self.all("SELECT kind, count(*) FROM item WHERE life = 1 GROUP BY kind ORDER BY kind", [], |r| {
            Ok((r.get::<_, i64>(0)?, r.get::<_, u32>(1)?))
        })?;
        let kinds = kinds.into_iter().filter_map(|(code, count)| Some(Binned { kind: Kind::from_code(code)?, count }));
        let files = self.count(&format!("SELECT count(*) FROM blob WHERE {UNUSED}"), [Life::Bin as i64])?;
        Ok((kinds.collect(), files))
    }
}

/// Bytes to which only evidence of that life, or none, refers.
const UNUSED: &str = "staged_at IS NULL AND NOT EXISTS (SELECT 1 FROM evidence e JOIN item i ON i.rid = e.rid WHERE e.sha256 = blob.sha256 AND i.life NOT IN (?1, 3))";

/// The rows that belong to `?1` alone, counted or not: they stay with it in the bin, and their words go with it.
const BELONGS: &str = "SELECT i.rid, i.id, i.kind FROM item i WHERE i.life <> 3 AND i.rid IN (
      SELECT rid FROM alias WHERE of = ?1 UNION SELECT rid FROM addressee WHERE recommendation = ?1
      UNION SELECT rid FROM decision WHERE recommendation = ?1 UNION SELECT rid FROM caller WHERE recommendation = ?1
      UNION SELECT rid FROM commitment_actor WHERE commitment = ?1 UNION SELECT rid FROM answer WHERE commitment = ?1
      UNION SELECT rid FROM update_ WHERE commitment = ?1 UNION SELECT rid FROM verification WHERE commitment = ?1
      UNION SELECT rid FROM milestone WHERE commitment = ?1 UNION SELECT rid FROM due WHERE of = ?1
      UNION SELECT rid FROM evidence_use WHERE of = ?1 UNION SELECT rid FROM evidence_use WHERE evidence = ?1
      UNION SELECT rid FROM link WHERE of = ?1 UNION SELECT rid FROM link WHERE other = ?1
      UNION SELECT rid FROM crosswalk WHERE theme = ?1 UNION SELECT rid FROM crosswalk WHERE other = ?1
      UNION SELECT rid FROM theme_of WHERE of = ?1 UNION SELECT rid FROM theme_of WHERE theme = ?1
      UNION SELECT rid FROM request_about WHERE request = ?1 UNION SELECT rid FROM request_about WHERE of = ?1
      UNION SELECT rid FROM event_date WHERE event = ?1 UNION SELECT rid FROM observation WHERE indicator = ?1
      UNION SELECT rid FROM indicator_of WHERE indicator = ?1 UNION SELECT rid FROM indicator_of WHERE of = ?1
      UNION SELECT rid FROM their_ref WHERE of = ?1 UNION SELECT rid FROM note WHERE of = ?1 UNION SELECT rid FROM flag WHERE of = ?1
      UNION SELECT rid FROM custom_value WHERE of = ?1 UNION SELECT rid FROM custom_value WHERE field = ?1)";

/// A row by its number, its identity, and the number of its kind.
type Known = (i64, [u8; 16], i64);

impl Tx<'_> {
    fn with_what_belongs(&self, mut all: Vec<Known>) -> Result<Vec<Known>> {
        let mut met: HashSet<i64> = all.iter().map(|row| row.0).collect();
        let mut belongs = self.conn().prepare_cached(BELONGS)?;
        let mut next = 0;
        while let Some((rid, ..)) = all.get(next).copied() {
            for row in belongs.query_map([rid], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))? {
                let row: Known = row?;
                if met.insert(row.0) {
                    all.push(row);
                }
            }
            next += 1;
        }
        Ok(all)
    }

    /// Empties the bin. What was done before cannot be undone afterwards.
    pub fn empty_bin(&mut self) -> Result<()> {
        let conn = self.conn();
        let binned = conn
            .prepare("SELECT rid, id, kind FROM item WHERE life = 1")?
            .query_map([], |r| Ok((r.get::<_, i64>(0)?, r.get::<_, [u8; 16]>(1)?, r.get::<_, i64>(2)?)))?
            .collect::<std::result::Result<Vec<_>, _>>()?;
        let gone = self.with_what_belongs(binned)?;
        self.job().part(0..50, gone.len());
        for (rid, id, kind) in gone {
            self.job().step()?;
            let at = Ref { rid, id: Uuid::from_bytes(id) };
            self.forget_in_log(at)?;
            self.set_life(at, Life::Gone)?;
            if let Some(kind) = Kind::from_code(kind) {
                self.forget_in_row(at, kind)?;
            }
        }
        conn.execute(&format!("DELETE FROM chunk WHERE blob IN (SELECT rid FROM blob WHERE {UNUSED})"), [Life::Gone as i64])?;
        conn.execute(&format!("DELETE FROM blob WHERE {UNUSED}"), [Life::Gone as i64])?;
        conn.execute("INSERT OR REPLACE INTO meta(key, value) VALUES('emptied', ?1)", [self.entry().to_string()])?;
        self.is_final();
        Ok(())
    }

    fn forget_in_log(&self, at: Ref) -> Result<()> {
        let conn = self.conn();
        let mut changes = conn.prepare_cached(
            "SELECT entry, n, field, old, new FROM change WHERE item = ?1 AND digest IS NULL AND (typeof(old) = 'text' OR typeof(new) = 'text')",
        )?;
        let digests = changes
            .query_and_then([at.rid], |r| {
                let field = r.get::<_, String>(2)?;
                let digest = chain::digest(at.id.as_bytes(), &field, cell_in(r.get_ref(3)?)?, cell_in(r.get_ref(4)?)?);
                Ok((r.get::<_, i64>(0)?, r.get::<_, i64>(1)?, digest))
            })?
            .collect::<Result<Vec<(i64, i64, Hash)>>>()?;
        let mut forget =
            conn.prepare_cached("UPDATE change SET old = NULL, new = NULL, digest = ?3 WHERE entry = ?1 AND n = ?2")?;
        for (entry, n, digest) in digests {
            forget.execute((entry, n, digest.as_slice()))?;
        }
        Ok(())
    }

    /// Not through the log: what is taken away must not come to stand in it.
    fn forget_in_row(&self, at: Ref, kind: Kind) -> Result<()> {
        for field in kind.fields().iter().chain(item::FIELDS).filter(|field| field.words) {
            let table = field.kind.map_or(item::TABLE, Kind::table);
            // Nothing where the column may hold nothing.
            for sql in [
                format!("UPDATE OR IGNORE {table} SET {0} = NULL WHERE rid = ?1 AND {0} IS NOT NULL", field.name),
                format!("UPDATE {table} SET {0} = '' WHERE rid = ?1 AND {0} IS NOT NULL", field.name),
            ] {
                self.conn().prepare_cached(&sql)?.execute([at.rid])?;
            }
        }
        Ok(())
    }
}
