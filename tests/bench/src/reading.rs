//! Limits for reading: what one would write by hand for this one question, decoded into plain structs.

use followthrough_model::{reference, text};
pub(crate) use rusqlite::Row;
use rusqlite::{Connection, Params, Result, params};
use std::path::Path;

/// A connection with the settings that the store gives its own.
pub(crate) fn connect(path: &Path) -> Result<Connection> {
    let conn = Connection::open(path)?;
    conn.set_prepared_statement_cache_capacity(256);
    conn.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    conn.pragma_update(None, "journal_mode", "WAL")?;
    conn.pragma_update(None, "foreign_keys", true)?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.pragma_update(None, "cache_size", -8192)?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    Ok(conn)
}

/// A row as its cells, in their order: strings, numbers and identities.
macro_rules! cells {
    ($name:ident { $($field:ident: $ty:ty),+ $(,)? }) => {
        #[allow(dead_code)] // read to be compared, not to be used
        pub(crate) struct $name { $($field: $ty),+ }
        impl $name {
            pub(crate) fn read(r: &$crate::reading::Row<'_>) -> rusqlite::Result<Self> {
                let mut at = 0;
                $(let $field = r.get::<_, $ty>(at)?; at += 1;)+
                let _ = at;
                Ok(Self { $($field),+ })
            }
        }
    };
}
pub(crate) use cells;

pub(crate) type Text = Option<String>;
type Id = [u8; 16];

#[allow(dead_code)] // read to be compared, not to be used
#[derive(Debug)]
pub(crate) struct LateRow {
    id: Id,
    code: (i64, u32),
    deliverable: String,
    drafted: bool,
    label: Text,
    source: Text,
    recommendation: (Option<i64>, Option<u32>),
    lead: (Text, Text),
    stated: Text,
    due_by: Text,
    status: String,
    last_update: Text,
    slips: u32,
    evidence: u32,
    private: bool,
}

const LATE: &str = "SELECT i.id, i.code, i.shown, c.deliverable, c.drafted, r.label, s.short, ri.code, ri.shown, l.short, l.name, d.stated, c.due_by, c.status,
      c.last_update_on, c.slips, c.evidence_n, i.private
    FROM commitment c JOIN item i ON i.rid = c.rid LEFT JOIN answer a ON a.commitment = c.rid AND a.main = 1 LEFT JOIN recommendation r ON r.rid = a.recommendation
      LEFT JOIN item ri ON ri.rid = r.rid LEFT JOIN source s ON s.rid = r.source LEFT JOIN actor l ON l.rid = c.lead LEFT JOIN due d ON d.rid = c.due_now
    WHERE c.open = 1 AND c.live = 1 AND c.due_by IS NOT NULL AND c.due_by < ?1";

fn late(r: &Row<'_>) -> Result<LateRow> {
    Ok(LateRow {
        id: r.get(0)?,
        code: (r.get(1)?, r.get(2)?),
        deliverable: r.get(3)?,
        drafted: r.get(4)?,
        label: r.get(5)?,
        source: r.get(6)?,
        recommendation: (r.get(7)?, r.get(8)?),
        lead: (r.get(9)?, r.get(10)?),
        stated: r.get(11)?,
        due_by: r.get(12)?,
        status: r.get(13)?,
        last_update: r.get(14)?,
        slips: r.get(15)?,
        evidence: r.get(16)?,
        private: r.get(17)?,
    })
}

/// The fifty oldest, and how many there are.
pub(crate) fn overdue(conn: &Connection, as_of: &str) -> Result<(u32, Vec<LateRow>)> {
    let moment = conn.unchecked_transaction()?;
    let total = conn
        .prepare_cached("SELECT count(*) FROM commitment WHERE open = 1 AND live = 1 AND due_by IS NOT NULL AND due_by < ?1")?
        .query_row([as_of], |r| r.get(0))?;
    let rows = conn
        .prepare_cached(&format!("{LATE} ORDER BY c.due_by, c.rid LIMIT 50"))?
        .query_map([as_of], late)?
        .collect::<Result<_>>()?;
    moment.finish()?;
    Ok((total, rows))
}

/// The same total with the figures that stand beside it on the window's home: without evidence, moved, oldest, ages.
pub(crate) fn overdue_with_figures(conn: &Connection, as_of: &str, ages: [&str; 3]) -> Result<([u32; 6], Text, Vec<LateRow>)> {
    let moment = conn.unchecked_transaction()?;
    let (figures, oldest) = conn
        .prepare_cached(
            "SELECT count(*), sum(evidence_n = 0), sum(slips > 0), sum(due_by >= ?2), sum(due_by >= ?3), sum(due_by >= ?4), min(due_by)
             FROM commitment WHERE open = 1 AND live = 1 AND due_by IS NOT NULL AND due_by < ?1",
        )?
        .query_row(params![as_of, ages[0], ages[1], ages[2]], |r| {
            Ok(([r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?, r.get(5)?], r.get(6)?))
        })?;
    let rows = conn
        .prepare_cached(&format!("{LATE} ORDER BY c.due_by, c.rid LIMIT 50"))?
        .query_map([as_of], late)?
        .collect::<Result<_>>()?;
    moment.finish()?;
    Ok((figures, oldest, rows))
}

#[allow(dead_code)] // read to be compared, not to be used
pub(crate) struct LateGroup {
    lead: Option<i64>,
    id: Option<Id>,
    name: (Text, Text),
    count: u32,
    oldest: String,
}

/// The groups, oldest first, and the first fifty rows in their order; the total is that of the groups.
pub(crate) fn overdue_by_lead(conn: &Connection, as_of: &str) -> Result<(u32, Vec<LateGroup>, Vec<LateRow>)> {
    let moment = conn.unchecked_transaction()?;
    let groups: Vec<LateGroup> = conn
        .prepare_cached(
            "SELECT g.lead, i.id, a.short, a.name, g.n, g.oldest FROM (SELECT lead, count(*) AS n, min(due_by) AS oldest FROM commitment
               WHERE open = 1 AND live = 1 AND due_by < ?1 GROUP BY lead) g
             LEFT JOIN actor a ON a.rid = g.lead LEFT JOIN item i ON i.rid = g.lead ORDER BY g.lead IS NULL, g.oldest, g.n DESC, a.name",
        )?
        .query_map([as_of], |r| {
            Ok(LateGroup { lead: r.get(0)?, id: r.get(1)?, name: (r.get(2)?, r.get(3)?), count: r.get(4)?, oldest: r.get(5)? })
        })?
        .collect::<Result<_>>()?;
    let mut rows = Vec::new();
    for group in &groups {
        if rows.len() >= 50 {
            break;
        }
        let of_lead = conn
            .prepare_cached(&format!("{LATE} AND c.lead IS ?2 ORDER BY c.due_by, c.rid LIMIT ?3"))?
            .query_map(params![as_of, group.lead, 50 - u32::try_from(rows.len()).unwrap_or(50)], late)?
            .collect::<Result<Vec<_>>>()?;
        rows.extend(of_lead);
    }
    let total = groups.iter().map(|g| g.count).sum();
    moment.finish()?;
    Ok((total, groups, rows))
}

/// Everything on the page of a commitment.
#[allow(dead_code)] // read to be compared, not to be used
pub(crate) struct Page {
    head: Head,
    dues: Vec<DueRow>,
    answers: Vec<AnswerRow>,
    actors: Vec<PartRow>,
    pub updates: Vec<UpdateRow>,
    pub uses: Vec<UseRow>,
    verifications: Vec<VerdictRow>,
}

cells! { Head {
    id: Id, code: i64, shown: u32, private: bool, private_why: Text, life: i64, deliverable: String, kind: String, drafted: bool, made_on: Text, done_when: Text,
    post: Text, handler: Text, caveat: Text, status: String, lead_id: Option<Id>, lead_short: Text, lead_name: Text,
} }
cells! { DueRow { id: Id, kind: String, stated: String, due_by: Text, from: Text, to: Text, event: Text, decided_on: Text, decider: Text, reason: Text } }
cells! { AnswerRow { id: Id, source: String, label: Text, code: i64, shown: u32, page: Text, line: Option<u32>, heading: Text, text: String, main: bool } }
cells! { PartRow { row: Id, from: Text, stamp: i64, role: String, id: Option<Id>, short: Text, name: Text } }
cells! { UpdateRow {
    rid: i64, id: Id, code: i64, shown: u32, on: String, stamp: i64, status: Text, formal: bool, reach: Text, health: Text, text: String, obstacle: Text,
    by_id: Option<Id>, by_short: Text, by_name: Text, edited: bool,
} }
cells! { UseRow {
    of: i64, id: Id, evidence: Id, code: i64, shown: u32, kind: String, title: String, target: Text, bytes: Option<i64>, speaks_of: Text, page: Text, stance: String,
    level: Text, independent: bool,
} }
cells! { VerdictRow { id: Id, on: String, stamp: i64, verdict: String, reason: Text, by: Text } }

/// Everything on the page of a commitment that is named by its letters.
pub(crate) fn page(conn: &Connection, letters: &str, as_of: &str) -> Result<Page> {
    let moment = conn.unchecked_transaction()?;
    let (from, to) = reference::range(letters).unwrap_or_default();
    let rid: i64 = conn
        .prepare_cached("SELECT rid FROM item WHERE kind = 10 AND code BETWEEN ?1 AND ?2 LIMIT 1")?
        .query_row([from, to], |r| r.get(0))?;
    let head = conn
        .prepare_cached(
            "SELECT i.id, i.code, i.shown, i.private, i.private_why, i.life, c.deliverable, c.kind, c.drafted, c.made_on, c.done_when, c.post, c.handler, c.caveat,
               k.status, li.id, l.short, l.name
             FROM commitment c JOIN item i ON i.rid = c.rid JOIN span k ON k.commitment = c.rid AND k.unlearnt IS NULL AND k.from_day <= ?2 AND k.to_day > ?2
             LEFT JOIN actor l ON l.rid = k.lead LEFT JOIN item li ON li.rid = l.rid WHERE c.rid = ?1",
        )?
        .query_row(params![rid, as_of], Head::read)?;
    let dues = all(
        conn,
        "SELECT i.id, d.kind, d.stated, d.due_by, d.from_day, d.to_day, e.name, d.decided_on, d.decider, d.reason
         FROM due d JOIN item i ON i.rid = d.rid AND i.life = 0 LEFT JOIN event e ON e.rid = d.event WHERE d.of = ?1 ORDER BY d.decided_on, d.stamp, d.rid",
        rid,
        DueRow::read,
    )?;
    let answers = all(
        conn,
        "SELECT ri.id, s.short, r.label, ri.code, ri.shown, r.page, r.line, r.heading, r.text, a.main
         FROM answer a JOIN item ai ON ai.rid = a.rid AND ai.life = 0 JOIN recommendation r ON r.rid = a.recommendation
         JOIN item ri ON ri.rid = r.rid JOIN source s ON s.rid = r.source WHERE a.commitment = ?1 ORDER BY a.main DESC, a.rid",
        rid,
        AnswerRow::read,
    )?;
    let actors = all(
        conn,
        "SELECT i.id, x.from_day, x.stamp, x.role, ai.id, a.short, a.name FROM commitment_actor x JOIN item i ON i.rid = x.rid AND i.life = 0
         LEFT JOIN actor a ON a.rid = x.actor LEFT JOIN item ai ON ai.rid = a.rid WHERE x.commitment = ?1",
        rid,
        PartRow::read,
    )?;
    let updates = all(
        conn,
        "SELECT u.rid, i.id, i.code, i.shown, u.on_day, u.stamp, u.status, u.formal, u.reach, u.health, u.text, u.obstacle, bi.id, b.short, b.name,
           EXISTS (SELECT 1 FROM change h WHERE h.item = u.rid AND h.field NOT IN ('', 'life', 'private', 'private_why'))
         FROM update_ u JOIN item i ON i.rid = u.rid AND i.life = 0 LEFT JOIN actor b ON b.rid = u.by_actor LEFT JOIN item bi ON bi.rid = b.rid
         WHERE u.commitment = ?1 ORDER BY u.on_day DESC, u.stamp DESC",
        rid,
        UpdateRow::read,
    )?;
    let uses = all(
        conn,
        "SELECT x.of, xi.id, ei.id, ei.code, ei.shown, e.kind, e.title, e.target, b.bytes, e.speaks_of, x.page, x.stance, x.level, e.independent
         FROM (SELECT ?1 AS rid UNION ALL SELECT rid FROM update_ WHERE commitment = ?1) o JOIN evidence_use x ON x.of = o.rid
         JOIN item xi ON xi.rid = x.rid AND xi.life = 0 JOIN evidence e ON e.rid = x.evidence JOIN item ei ON ei.rid = e.rid AND ei.life = 0
         LEFT JOIN blob b ON b.sha256 = e.sha256 AND b.staged_at IS NULL",
        rid,
        UseRow::read,
    )?;
    let verifications = all(
        conn,
        "SELECT i.id, v.on_day, v.stamp, v.verdict, v.reason, v.by FROM verification v JOIN item i ON i.rid = v.rid AND i.life = 0 WHERE v.commitment = ?1",
        rid,
        VerdictRow::read,
    )?;
    moment.finish()?;
    Ok(Page { head, dues, answers, actors, updates, uses, verifications })
}

fn all<T>(conn: &Connection, sql: &str, of: i64, read: fn(&Row<'_>) -> Result<T>) -> Result<Vec<T>> {
    rows(conn, sql, [of], read)
}

/// All rows of a statement.
pub(crate) fn rows<T>(conn: &Connection, sql: &str, of: impl Params, read: fn(&Row<'_>) -> Result<T>) -> Result<Vec<T>> {
    conn.prepare_cached(sql)?.query_map(of, read)?.collect()
}

/// FTS5 alone: the rows of the newest fifty hits.
pub(crate) fn hits(conn: &Connection, typed: &str) -> Result<Vec<i64>> {
    let Some(expression) = text::search_expression(typed) else { return Ok(Vec::new()) };
    conn.prepare_cached("SELECT rowid FROM words WHERE words MATCH ?1 ORDER BY rowid DESC LIMIT 50")?
        .query_map([expression], |r| r.get(0))?
        .collect()
}

cells! { HitRow { id: Id, kind: i64, open: Option<Id>, code: Option<i64>, shown: Option<u32>, name: Text, title: Text } }

/// The newest fifty hits with what is shown of them.
pub(crate) fn shown_hits(conn: &Connection, typed: &str) -> Result<Vec<HitRow>> {
    let Some(expression) = text::search_expression(typed) else { return Ok(Vec::new()) };
    conn.prepare_cached(
        "SELECT i.id, i.kind, ci.id, i.code, i.shown, CASE i.kind WHEN 1 THEN s.short WHEN 2 THEN rs.short || ' ' || r.label WHEN 3 THEN coalesce(a.short, a.name) END,
           CASE i.kind WHEN 1 THEN s.title WHEN 2 THEN coalesce(r.heading, r.text) WHEN 3 THEN a.name WHEN 10 THEN c.deliverable WHEN 14 THEN u.text WHEN 16 THEN e.title END
         FROM words w JOIN item i ON i.rid = w.rowid
         LEFT JOIN source s ON i.kind = 1 AND s.rid = i.rid LEFT JOIN recommendation r ON i.kind = 2 AND r.rid = i.rid LEFT JOIN source rs ON rs.rid = r.source
         LEFT JOIN actor a ON i.kind = 3 AND a.rid = i.rid LEFT JOIN commitment c ON i.kind = 10 AND c.rid = i.rid
         LEFT JOIN update_ u ON i.kind = 14 AND u.rid = i.rid LEFT JOIN item ci ON ci.rid = u.commitment LEFT JOIN evidence e ON i.kind = 16 AND e.rid = i.rid
         WHERE w.words MATCH ?1 ORDER BY w.rowid DESC LIMIT 50",
    )?
    .query_map([expression], HitRow::read)?
    .collect()
}

cells! { SummaryHead {
    rid: i64, code: i64, shown: u32, deliverable: String, drafted: bool, label: Text, source: Text, page: Text, lead: Text, lead_short: Text, stated: Text, due_by: Text,
    reason: Text, slips: u32, status: String, evidence_n: i64, r_code: Option<i64>, r_shown: Option<u32>, on: Text, by: Text, formal: Option<bool>, text: Text,
} }
cells! { Cited { code: i64, shown: u32, kind: String, title: String, page: Text, stance: String, speaks_of: Text, independent: bool, target: Text } }
cells! { Original { stated: String, due_by: Text } }

#[allow(dead_code)] // read to be compared, not to be used
pub(crate) struct SummaryRow {
    head: SummaryHead,
    partners: Vec<String>,
    original: Option<Original>,
    since: Text,
    evidence: Vec<Cited>,
}

/// Reads the cells of the whole status summary, row by row, and lets each go.
pub(crate) fn summary(conn: &Connection, as_of: &str, mut each: impl FnMut(SummaryRow)) -> Result<()> {
    let moment = conn.unchecked_transaction()?;
    let mut heads = conn.prepare_cached(
        "SELECT c.rid, i.code, i.shown, c.deliverable, c.drafted, r.label, s.short, r.page, l.name, l.short, d.stated, c.due_by, d.reason, c.slips, c.status,
           c.evidence_n, ri.code, ri.shown, u.on_day, b.name, u.formal, u.text
         FROM commitment c JOIN item i ON i.rid = c.rid LEFT JOIN answer a ON a.commitment = c.rid AND a.main = 1 LEFT JOIN recommendation r ON r.rid = a.recommendation
           LEFT JOIN item ri ON ri.rid = r.rid LEFT JOIN item pi ON pi.rid = r.parent LEFT JOIN source s ON s.rid = r.source LEFT JOIN item si ON si.rid = s.rid
           LEFT JOIN actor l ON l.rid = c.lead LEFT JOIN due d ON d.rid = c.due_now
           LEFT JOIN update_ u ON u.rid = (SELECT v.rid FROM update_ v JOIN item vi ON vi.rid = v.rid AND vi.life = 0 AND vi.private = 0
             WHERE v.commitment = c.rid AND v.on_day <= ?1 ORDER BY v.on_day DESC, v.stamp DESC LIMIT 1)
           LEFT JOIN actor b ON b.rid = u.by_actor
         WHERE c.live = 1 AND i.private = 0 AND ifnull(ri.private, 0) = 0 AND ifnull(pi.private, 0) = 0 AND ifnull(si.private, 0) = 0 ORDER BY c.rid",
    )?;
    let mut partners = conn.prepare_cached(
        "SELECT a.name FROM commitment_actor x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 JOIN actor a ON a.rid = x.actor
         WHERE x.commitment = ?1 AND x.role IN ('joint', 'supporting')",
    )?;
    let mut original = conn.prepare_cached(
        "SELECT d.stated, d.due_by FROM due d JOIN item i ON i.rid = d.rid AND i.life = 0 WHERE d.of = ?1 ORDER BY d.decided_on, d.stamp LIMIT 1",
    )?;
    let mut since = conn.prepare_cached(
        "SELECT from_day, status FROM span WHERE commitment = ?1 AND unlearnt IS NULL AND from_day <= ?2 ORDER BY from_day DESC",
    )?;
    let mut uses = conn.prepare_cached(
        "SELECT ei.code, ei.shown, e.kind, e.title, x.page, x.stance, e.speaks_of, e.independent, e.target
         FROM (SELECT ?1 AS rid UNION ALL SELECT u.rid FROM update_ u WHERE u.commitment = ?1) o JOIN evidence_use x ON x.of = o.rid
         JOIN item xi ON xi.rid = x.rid AND xi.life = 0 JOIN evidence e ON e.rid = x.evidence JOIN item ei ON ei.rid = e.rid AND ei.life = 0 AND ei.private = 0",
    )?;
    let mut rows = heads.query([as_of])?;
    while let Some(row) = rows.next()? {
        let head = SummaryHead::read(row)?;
        each(SummaryRow {
            partners: partners.query_map([head.rid], |r| r.get(0))?.collect::<Result<_>>()?,
            original: if head.slips > 0 { original.query_map([head.rid], Original::read)?.next().transpose()? } else { None },
            since: if head.status == "not_started" {
                None
            } else {
                let mut stretches = since.query(params![head.rid, as_of])?;
                let mut first = None;
                while let Some(r) = stretches.next()?
                    && r.get_ref(1)?.as_str()? == head.status
                {
                    first = Some(r.get(0)?);
                }
                first
            },
            evidence: if head.evidence_n > 0 {
                uses.query_map([head.rid], Cited::read)?.collect::<Result<_>>()?
            } else {
                Vec::new()
            },
            head,
        });
    }
    drop(rows);
    moment.finish()
}
