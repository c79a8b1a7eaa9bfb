//! Goes over the whole file: SQLite's own structures, the chain of the log, the evidence, and everything kept, computed
//! again from the facts.
//!
//! Repairs nothing. What is wrong is said, one sentence each.

use crate::{Reader, Result, blobs, settle, tx, words};
use followthrough_change::{Chain, Hash, Head, chain};
use followthrough_model::Uuid;
use followthrough_model::spans::Span;

/// The most problems that are listed.
const MOST: usize = 50;

#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct CheckReply {
    pub ok: bool,
    /// Entries of the log that were gone over.
    pub entries: u32,
    pub items: u32,
    pub evidence_files: u32,
    /// What is wrong, one sentence each; at most 50.
    pub problems: Vec<String>,
}

impl Reader<'_> {
    /// Checks everything. Takes seconds on a large file.
    pub fn check(&self) -> Result<CheckReply> {
        let mut problems = Problems(Vec::new());
        self.check_sqlite(&mut problems)?;
        let steps = "SELECT (SELECT count(*) FROM change) + (SELECT count(*) FROM commitment) + (SELECT count(*) FROM due)";
        self.job.part(0..100, self.conn.query_row(steps, [], |r| r.get::<_, i64>(0))?);
        let entries = self.check_chain(&mut problems)?;
        let evidence_files = self.check_evidence(&mut problems)?;
        self.check_kept(&mut problems)?;
        let items = self.conn.query_row("SELECT count(*) FROM item", [], |r| r.get(0))?;
        Ok(CheckReply { ok: problems.0.is_empty(), entries, items, evidence_files, problems: problems.0 })
    }

    fn check_sqlite(&self, problems: &mut Problems) -> Result<()> {
        // FTS5 looks for others' edits when a search begins but not when it is checked (SQLite 3.54): without this a
        // connection that searched before takes pages that were merged away since for missing.
        self.conn.query_row("SELECT count(*) FROM (SELECT rowid FROM words LIMIT 1)", [], |r| r.get::<_, i64>(0))?;
        let mut statement = self.conn.prepare("PRAGMA quick_check")?;
        for line in statement.query_map([], |r| r.get::<_, String>(0))? {
            let line = line?;
            if line != "ok" {
                problems.say(format!("The file is damaged: {line}. Open a backup."));
            }
        }
        let mut statement = self.conn.prepare("PRAGMA foreign_key_check")?;
        for table in statement.query_map([], |r| r.get::<_, String>(0))? {
            problems.say(format!("A row of {} points to a row that is not there.", table?));
        }
        Ok(())
    }

    fn check_chain(&self, problems: &mut Problems) -> Result<u32> {
        let mut checked = 0;
        let mut replicas = self.conn.prepare("SELECT rid, id, last_seq, last_hash FROM replica ORDER BY rid")?;
        let mut rows = replicas.query([])?;
        while let Some(row) = rows.next()? {
            let (rid, id, last_seq, last_hash): (i64, [u8; 16], i64, Hash) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
            let (seq, hash) = self.walk(rid, Uuid::from_bytes(id), problems, &mut checked)?;
            if (seq, hash) != (last_seq, last_hash) {
                problems.say(format!("The log ends at entry {seq} of its replica, but {last_seq} were written."));
            }
        }
        let stray: i64 = self.conn.query_row(
            "SELECT count(*) FROM change c WHERE NOT EXISTS (SELECT 1 FROM entry e WHERE e.n = c.entry)",
            [],
            |r| r.get(0),
        )?;
        if stray > 0 {
            problems.say(format!("{stray} changes of the log belong to no entry."));
        }
        Ok(checked)
    }

    fn walk(&self, replica: i64, id: Uuid, problems: &mut Problems, checked: &mut u32) -> Result<(i64, Hash)> {
        let mut statement = self.conn.prepare(
            "SELECT e.n, e.seq, e.stamp, e.at, e.author, e.command, e.act, u.seq, e.hash FROM entry e LEFT JOIN entry u ON u.n = e.undoes
             WHERE e.replica = ?1 ORDER BY e.seq",
        )?;
        let mut rows = statement.query([replica])?;
        let (mut seq, mut before) = (0, chain::START);
        while let Some(row) = rows.next()? {
            let (n, this): (i64, i64) = (row.get(0)?, row.get(1)?);
            let (at, author, command, act): (String, String, String, String) =
                (row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?);
            let head = Head {
                replica: id,
                seq: this,
                stamp: row.get(2)?,
                at: &at,
                author: &author,
                command: &command,
                act: &act,
                undoes: row.get(7)?,
            };
            let mut sum = Chain::start(&before, &head);
            tx::for_each_digest(self.conn, n, |digest| {
                sum.add(digest);
                self.job.step()
            })?;
            let hash: Hash = row.get(8)?;
            if this != seq + 1 {
                problems.say(format!("An entry is missing from the log before entry {n}."));
            }
            if sum.finish() != hash {
                problems.say(format!("Entry {n} of the log ({command}, {at}) was changed after it was written."));
            }
            (seq, before) = (this, hash);
            *checked += 1;
        }
        Ok((seq, before))
    }

    fn check_evidence(&self, problems: &mut Problems) -> Result<u32> {
        let mut statement = self.conn.prepare("SELECT DISTINCT sha256 FROM evidence WHERE sha256 IS NOT NULL")?;
        let mut rows = statement.query([])?;
        let mut files = 0;
        while let Some(row) = rows.next()? {
            let sha256: String = row.get(0)?;
            files += 1;
            if blobs::pieces(self.conn, &sha256, |_| self.job.check())?.as_deref() != Some(sha256.as_str()) {
                let title: String =
                    self.conn.query_row("SELECT title FROM evidence WHERE sha256 = ?1 LIMIT 1", [&sha256], |r| r.get(0))?;
                problems
                    .say(format!("The file of the evidence “{title}” is missing or damaged. Attach it again from its origin."));
            }
        }
        Ok(files)
    }

    fn check_kept(&self, problems: &mut Problems) -> Result<()> {
        let mut statement = self.conn.prepare(
            "SELECT rid, live, lead, status, open, due_now, due_by, due_first, slips, last_update_on, evidence_n, status_since FROM commitment",
        )?;
        let mut rows = statement.query([])?;
        while let Some(r) = rows.next()? {
            use crate::read::value::{day_opt, word};
            self.job.step()?;
            let rid: i64 = r.get(0)?;
            let expect = settle::expected(self.conn, rid)?;
            let kept = settle::Kept {
                live: r.get(1)?,
                lead: r.get(2)?,
                status: word(r, 3)?,
                open: r.get(4)?,
                due_now: r.get(5)?,
                due_by: day_opt(r, 6)?,
                due_first: day_opt(r, 7)?,
                slips: r.get(8)?,
                last_update_on: day_opt(r, 9)?,
                evidence_n: r.get(10)?,
                status_since: day_opt(r, 11)?,
                spans: settle::current_spans(self.conn, rid)?,
            };
            let late = self.all(
                "SELECT late_from, bare FROM span WHERE commitment = ?1 AND unlearnt IS NULL ORDER BY from_day",
                [rid],
                |r| Ok((day_opt(r, 0)?, r.get::<_, bool>(1)?)),
            )?;
            let bare = expect.evidence_n == 0;
            if kept != expect || late != expect.spans.iter().map(|s| (Span::late_from(s), bare)).collect::<Vec<_>>() {
                problems.say(format!(
                    "What is kept about “{}” does not follow from its facts.",
                    crate::lookup::title_of(self.conn, rid)?
                ));
            }
        }
        for group in settle::columns::BEFORE.iter().chain(settle::columns::AFTER) {
            let wrong = group.wrong(self.conn)?;
            if wrong > 0 {
                problems.say(format!("What is kept in {} does not follow from the facts, for {wrong} rows.", group.table));
            }
        }
        let differ = |counted: &str, kept: &str| -> Result<bool> {
            let sql = format!(
                "WITH counted AS ({counted}), kept AS ({kept})
                 SELECT EXISTS (SELECT * FROM counted EXCEPT SELECT * FROM kept) OR EXISTS (SELECT * FROM kept EXCEPT SELECT * FROM counted)"
            );
            Ok(self.conn.query_row(&sql, [], |r| r.get(0))?)
        };
        let miscounted = differ(
            "SELECT substr(due_by, 1, 7) AS month, count(*) AS n, sum(evidence_n = 0) AS bare, sum(slips > 0) AS moved
               FROM commitment WHERE open = 1 AND live = 1 AND due_by IS NOT NULL GROUP BY 1",
            "SELECT month, n, bare, moved FROM due_month WHERE n <> 0",
        )?;
        let miscounted_by_lead = differ(
            "SELECT ifnull(lead, 0) AS lead, substr(due_by, 1, 7) AS month, count(*) AS n
               FROM commitment WHERE open = 1 AND live = 1 AND due_by IS NOT NULL GROUP BY 1, 2",
            "SELECT lead, month, n FROM due_lead WHERE n <> 0",
        )?;
        if miscounted || miscounted_by_lead {
            problems.say("The kept numbers of what is due in a month differ from the commitments.".to_owned());
        }
        let mut statement = self.conn.prepare("SELECT rid, due_by FROM due")?;
        let mut rows = statement.query([])?;
        while let Some(r) = rows.next()? {
            self.job.step()?;
            if settle::expected_due_by(self.conn, r.get(0)?)? != crate::read::value::day_opt(r, 1)? {
                problems.say("The day of a due does not follow from its words.".to_owned());
            }
        }
        let unindexed: i64 = self.conn.query_row(
            &format!(
                "SELECT (SELECT count(*) FROM item i WHERE {0} AND i.rid NOT IN (SELECT id FROM words_docsize))
                   + (SELECT count(*) FROM words_docsize d WHERE NOT EXISTS (SELECT 1 FROM item i WHERE i.rid = d.id AND {0}))",
                words::INDEXED
            ),
            [],
            |r| r.get(0),
        )?;
        if unindexed != 0 {
            problems.say(format!("The search index differs from the register by {unindexed} items."));
        }
        let taken_back: i64 = self.conn.query_row(
            "SELECT count(*) FROM entry e WHERE e.undone_by IS NOT (
               SELECT u.n FROM entry u WHERE u.undoes = e.n AND u.act = iif(e.act = 'edit', 'undo', 'redo') AND (e.act <> 'edit' OR u.undone_by IS NULL) ORDER BY u.n DESC LIMIT 1)",
            [],
            |r| r.get(0),
        )?;
        if taken_back != 0 {
            problems.say(format!("What is kept about undone entries does not follow from the log, for {taken_back} of them."));
        }
        Ok(())
    }
}

struct Problems(Vec<String>);

impl Problems {
    fn say(&mut self, sentence: String) {
        if self.0.len() < MOST {
            self.0.push(sentence);
        }
    }
}
