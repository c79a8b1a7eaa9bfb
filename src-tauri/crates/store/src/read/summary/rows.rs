//! One commitment of a summary: its row, and what hangs on it, read by statements that are prepared once for all.

use super::shapes::{CitedUse, LastWord, Scope, SummaryRow};
use crate::lookup::{coded, spoken};
use crate::read::days_overdue;
use crate::read::value::{self, day, day_opt, word};
use crate::{Reader, Result};
use followthrough_model::{Kind, Status};
use rusqlite::{OptionalExtension, Row, params};

/// The cells of one commitment, out of `BASE`.
pub(super) const ROW: &str = "c.rid, i.code, i.shown, c.deliverable, c.drafted, r.label, s.short, r.page, l.name, l.short, d.stated, {k}.due_by, coalesce(d.reason, iif(d.event IS NULL, NULL, 'event moved')), {k}.slips, {k}.status,
    c.evidence_n, c.last_update_on, ri.code, ri.shown, c.caveat, {since}";

/// The statements that read what hangs on a commitment, prepared once for all of them.
pub(super) struct Rows<'r> {
    reader: &'r Reader<'r>,
    partners: rusqlite::CachedStatement<'r>,
    original: rusqlite::CachedStatement<'r>,
    word: rusqlite::CachedStatement<'r>,
    uses: rusqlite::CachedStatement<'r>,
    /// Whether a status comes from marked updates alone; nothing where no update is marked.
    hidden: Option<rusqlite::CachedStatement<'r>>,
}

impl<'r> Rows<'r> {
    pub(super) fn prepare(reader: &'r Reader<'r>) -> Result<Self> {
        let conn = reader.conn;
        let marked = reader.count("SELECT EXISTS (SELECT 1 FROM item WHERE private = 1 AND life = 0 AND kind = 14)", [])? > 0;
        let hidden = "SELECT ifnull(min(i.private), 0) FROM update_ u JOIN item i ON i.rid = u.rid AND i.life = 0
            WHERE u.commitment = ?1 AND u.on_day = ?2 AND u.status = ?3";
        Ok(Self {
            reader,
            hidden: marked.then(|| conn.prepare_cached(hidden)).transpose()?,
            partners: conn.prepare_cached(
                // Few rows each: sorting them here costs less than a sorter of SQLite's.
                "SELECT x.rid, a.name FROM commitment_actor x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 JOIN actor a ON a.rid = x.actor
                 WHERE x.commitment = ?1 AND x.role IN ('joint', 'supporting')",
            )?,
            original: conn.prepare_cached(
                "SELECT d.stated, c.due_first FROM due d JOIN item i ON i.rid = d.rid AND i.life = 0 JOIN commitment c ON c.rid = d.of WHERE d.of = ?1 ORDER BY d.decided_on, d.stamp, d.rid LIMIT 1",
            )?,
            word: conn.prepare_cached(
                "SELECT u.on_day, b.name, u.formal, u.text FROM update_ u JOIN item i ON i.rid = u.rid AND i.life = 0 AND i.private = 0 LEFT JOIN actor b ON b.rid = u.by_actor
                 WHERE u.commitment = ?1 AND u.on_day <= ?2 ORDER BY u.on_day DESC, u.stamp DESC LIMIT 1",
            )?,
            uses: conn.prepare_cached(
                // CROSS: most updates have no evidence, so their own rows are looked at last.
                "SELECT ei.code, ei.shown, e.kind, e.title, x.page, x.stance, e.speaks_of, e.independent, e.target, x.rid
                 FROM (SELECT ?1 AS rid UNION ALL SELECT rid FROM update_ WHERE commitment = ?1) o CROSS JOIN evidence_use x ON x.of = o.rid
                 CROSS JOIN item oi ON oi.rid = x.of AND oi.life = 0 AND oi.private = 0 CROSS JOIN item xi ON xi.rid = x.rid AND xi.life = 0
                 CROSS JOIN evidence e ON e.rid = x.evidence CROSS JOIN item ei ON ei.rid = e.rid AND ei.life = 0 AND ei.private = 0",
            )?,
        })
    }

    pub(super) fn row(&mut self, r: &Row<'_>, scope: &Scope<'_>) -> Result<SummaryRow> {
        let as_of = scope.as_of.to_string();
        let rid: i64 = r.get(0)?;
        let (label, source): (Option<String>, Option<String>) = (r.get(5)?, r.get(6)?);
        let recommendation = source
            .as_ref()
            .map(|source| Ok::<_, rusqlite::Error>(spoken(source, label.as_deref(), r.get(17)?, r.get(18)?)))
            .transpose()?;
        let (due_by, status): (_, Status) = (day_opt(r, 11)?, word(r, 14)?);
        let (evidence, words) = (r.get::<_, i64>(15)? > 0, day_opt(r, 16)?.is_some());
        let mut row = SummaryRow {
            reference: coded(Some(Kind::Commitment), r.get(1)?, r.get(2)?),
            deliverable: r.get(3)?,
            drafted: r.get(4)?,
            recommendation,
            source,
            label,
            page: r.get(7)?,
            lead: r.get(8)?,
            lead_short: r.get(9)?,
            partners: Vec::new(),
            due_stated: r.get(10)?,
            due_by,
            original: None,
            slips: r.get(13)?,
            slip_reason: r.get(12)?,
            days_overdue: days_overdue(status.is_open(), due_by, scope.as_of),
            status,
            status_since: None,
            caveat: r.get(19)?,
            word: None,
            evidence: Vec::new(),
            further: Vec::new(),
            own_fields: Vec::new(),
        };
        row.partners = in_order(self.partners.query_map([rid], |r| Ok((r.get(0)?, r.get(1)?)))?)?;
        if row.slips > 0 {
            row.original = self.original.query_row([rid], |r| Ok((r.get(0)?, day_opt(r, 1)?))).optional()?;
        }
        if row.status != Status::NotStarted {
            row.status_since = if self.reader.when(scope.as_of, scope.today).is_now() {
                day_opt(r, 20)?
            } else {
                self.reader.status_since(rid, scope.as_of)?
            };
            // The day of a marked update is a thing that it says.
            if let (Some(hidden), Some(since)) = (&mut self.hidden, row.status_since) {
                let hide: bool = hidden.query_row((rid, since.to_string(), row.status.as_str()), |r| r.get(0))?;
                row.status_since = row.status_since.filter(|_| !hide);
            }
        }
        if words {
            row.word = self
                .word
                .query_row(params![rid, &as_of], |r| {
                    Ok(LastWord { day: day(r, 0)?, by: r.get(1)?, formal: r.get(2)?, text: r.get(3)? })
                })
                .optional()?;
        }
        if evidence {
            row.evidence = in_order(self.uses.query_map([rid], |r| Ok((r.get(9)?, cited_use(r)?)))?)?;
        }
        Ok(row)
    }
}

/// What was read with its row numbers, in their order.
fn in_order<T>(rows: impl Iterator<Item = rusqlite::Result<(i64, T)>>) -> rusqlite::Result<Vec<T>> {
    let mut all = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    all.sort_unstable_by_key(|(rid, _)| *rid);
    Ok(all.into_iter().map(|(_, row)| row).collect())
}

fn cited_use(r: &Row<'_>) -> rusqlite::Result<CitedUse> {
    Ok(CitedUse {
        reference: coded(Some(Kind::Evidence), r.get(0)?, r.get(1)?),
        kind: value::word(r, 2)?,
        title: r.get(3)?,
        page: r.get(4)?,
        stance: value::word(r, 5)?,
        date: day_opt(r, 6)?,
        independent: r.get(7)?,
        target: r.get(8)?,
    })
}
