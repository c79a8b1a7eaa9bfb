//! What the status summary reads: the counts in one pass, and the commitments one by one, so that a whole register goes
//! out without standing in memory. Nothing that is marked as not for export is in either.
//!
//! Does not write documents; `report` does.

mod further;
mod shapes;

pub use shapes::{Cited, CitedUse, LastWord, Scope, Section, SummaryRow, Tally};

use super::lists::SOON;
use super::row::When;
use super::value::{day, day_opt, word, word_opt};
use super::{days_overdue, value};
use crate::lookup::coded;
use crate::{Reader, Result};
use followthrough_model::vocabulary::ListKind;
use followthrough_model::{Kind, Status};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row, params};

const OPEN: &str = "{k}.status IN ('not_started', 'under_implementation', 'partially_implemented', 'not_implemented')";

/// Commitments `c` with their dated columns `{k}`, and what stands in `{named}` of the source `s`, lead `l` and due `d`.
/// `?1` the day, `?2` the day that is soon, `?3` only this lead, `?4` only this source.
const BASE: &str = "{from} JOIN item i ON i.rid = c.rid
    LEFT JOIN answer a ON a.commitment = c.rid AND a.main = 1 LEFT JOIN recommendation r ON r.rid = a.recommendation LEFT JOIN item ri ON ri.rid = r.rid
    LEFT JOIN item pi ON pi.rid = r.parent LEFT JOIN item si ON si.rid = r.source {named}
  WHERE {live} {then} AND ?1 IS NOT NULL AND ?2 IS NOT NULL AND (?3 IS NULL OR {k}.lead = ?3) AND (?4 IS NULL OR r.source = ?4) {filter}";
const NAMED: &str =
    "LEFT JOIN source s ON s.rid = r.source LEFT JOIN actor l ON l.rid = {k}.lead LEFT JOIN due d ON d.rid = {k}.due_now";
const EXPORTED: &str = "i.private = 0 AND ifnull(ri.private, 0) = 0 AND ifnull(pi.private, 0) = 0 AND ifnull(si.private, 0) = 0";

/// What a filter adds to a statement, and what is to be bound for it.
struct Only {
    sql: String,
    values: Vec<(String, Value)>,
}

fn filled(when: When, only: &Only, sql: &str) -> String {
    // Counting goes through the table in its order: an index would jump about in it.
    let (from, counted, then) = match when {
        When::Now => ("commitment c", "commitment c NOT INDEXED", String::new()),
        When::Then | When::Known(_) => {
            let spans = "span k JOIN commitment c ON c.rid = k.commitment";
            (spans, spans, format!("AND {}", when.held("k", "?1")))
        }
    };
    sql.replace("{base}", BASE)
        .replace("{counted}", &BASE.replace("{named}", "").replace("{from}", counted))
        .replace("{named}", NAMED)
        .replace("{exported}", EXPORTED)
        .replace("{open}", OPEN)
        .replace("{rid}", if when.is_now() { "c.rid" } else { "k.commitment" })
        .replace("{from}", from)
        // Of an earlier day it is looked up in the spans.
        .replace("{since}", if when.is_now() { "c.status_since" } else { "NULL" })
        .replace("{live}", when.live())
        .replace("{then}", &then)
        .replace("{filter}", &only.sql)
        .replace("{k}", when.alias())
}

impl Reader<'_> {
    /// The counts, by lead, source and status, and how many items were left out: those marked, and the commitments that
    /// hang on a marked source or recommendation.
    pub fn summary_tallies(&self, scope: &Scope<'_>) -> Result<(Vec<Tally>, u64)> {
        // Counted by row numbers first, so that no names go through the sorter.
        let only = self.summary_filter(scope)?;
        let sql = filled(
            self.when(scope.as_of, scope.today),
            &only,
            "SELECT l.name, l.short, s.short, g.status, g.n, g.overdue, g.due_soon, g.no_date, g.no_evidence, g.drafted, g.oldest, g.exported FROM (
               SELECT {k}.lead AS lead, r.source AS source, {k}.status AS status, {exported} AS exported, count(*) AS n, sum({open} AND ifnull({k}.due_by < ?1, 0)) AS overdue,
                 sum({open} AND ifnull({k}.due_by BETWEEN ?1 AND ?2, 0)) AS due_soon, sum({open} AND {k}.due_by IS NULL) AS no_date,
                 sum({open} AND c.evidence_n = 0) AS no_evidence, sum(c.drafted) AS drafted, min(iif({open} AND {k}.due_by < ?1, {k}.due_by, NULL)) AS oldest
               FROM {counted} GROUP BY 1, 2, 3, 4) g
             LEFT JOIN actor l ON l.rid = g.lead LEFT JOIN source s ON s.rid = g.source ORDER BY g.lead IS NULL, l.name, g.source",
        );
        let mut left_out = self.marked_apart(scope, &only)?;
        let mut tallies = self.found(&sql, scope, &only, |r| {
            let tally = Tally {
                lead_name: r.get(0)?,
                lead_short: r.get(1)?,
                source: r.get(2)?,
                status: word(r, 3)?,
                n: unsigned(r, 4)?,
                overdue: unsigned(r, 5)?,
                due_soon: unsigned(r, 6)?,
                no_date: unsigned(r, 7)?,
                no_evidence: unsigned(r, 8)?,
                drafted: unsigned(r, 9)?,
                oldest_overdue: day_opt(r, 10)?,
            };
            let exported: bool = r.get(11)?;
            left_out += if exported { 0 } else { tally.n };
            Ok(exported.then_some(tally))
        })?;
        Ok((tallies.drain(..).flatten().collect(), left_out))
    }

    /// How many items are left out beside commitments: marked updates, evidence, milestones and decisions of those that go
    /// out, and marked sources and recommendations.
    fn marked_apart(&self, scope: &Scope<'_>, only: &Only) -> Result<u64> {
        if self.count("SELECT EXISTS (SELECT 1 FROM item WHERE private = 1 AND life = 0)", [])? == 0 {
            return Ok(0);
        }
        // What no filter of commitments can say is left out with them.
        let apart = if scope.filter.is_some() { "0" } else { "1" };
        let sql = filled(
            self.when(scope.as_of, scope.today),
            only,
            &"SELECT (SELECT count(*) FROM item p JOIN update_ u ON u.rid = p.rid WHERE p.private = 1 AND p.life = 0 AND p.kind = 14
                  AND EXISTS (SELECT 1 FROM {base} AND {exported} AND c.rid = u.commitment))
               + (SELECT count(*) FROM item p WHERE p.private = 1 AND p.life = 0 AND p.kind = 16 AND EXISTS (
                  SELECT 1 FROM evidence_use x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 LEFT JOIN update_ u ON u.rid = x.of
                  WHERE x.evidence = p.rid AND EXISTS (SELECT 1 FROM {base} AND {exported} AND c.rid = coalesce(u.commitment, x.of))))
               + (SELECT count(*) FROM item p JOIN milestone m ON m.rid = p.rid WHERE p.private = 1 AND p.life = 0 AND p.kind = 24
                  AND EXISTS (SELECT 1 FROM {base} AND {exported} AND c.rid = m.commitment))
               + (SELECT count(*) FROM item p JOIN decision n ON n.rid = p.rid WHERE p.private = 1 AND p.life = 0 AND p.kind = 21
                  AND EXISTS (SELECT 1 FROM {base} AND {exported} AND a.recommendation = n.recommendation))
               + (SELECT count(*) FROM item p LEFT JOIN recommendation pr ON pr.rid = p.rid WHERE ?3 IS NULL AND {apart} AND p.private = 1 AND p.life = 0 AND p.kind IN (1, 2)
                  AND (?4 IS NULL OR coalesce(pr.source, p.rid) = ?4))"
                .replace("{apart}", apart),
        );
        Ok(self.found(&sql, scope, only, |r| unsigned(r, 0))?.into_iter().next().unwrap_or(0))
    }

    /// The sources that may be exported.
    pub fn summary_sources(&self, source: Option<i64>) -> Result<Vec<Cited>> {
        const COUNT: &str = "SELECT count(*) FROM recommendation r JOIN item ri ON ri.rid = r.rid AND ri.life = 0 AND ri.private = 0 LEFT JOIN item pi ON pi.rid = r.parent
            WHERE r.source = s.rid AND ifnull(pi.private, 0) = 0 AND r.parent IS";
        self.all(
            &format!(
                "SELECT s.short, s.title, s.publisher, s.symbol, s.published, s.standing, ({COUNT} NULL), ({COUNT} NOT NULL) FROM source s JOIN item i ON i.rid = s.rid
                 WHERE i.life = 0 AND i.private = 0 AND (?1 IS NULL OR s.rid = ?1) ORDER BY s.rid"
            ),
            [source],
            |r| {
                Ok(Cited {
                    short: r.get(0)?,
                    title: r.get(1)?,
                    publisher: r.get(2)?,
                    symbol: r.get(3)?,
                    published: r.get(4)?,
                    standing: word_opt(r, 5)?,
                    recommendations: unsigned(r, 6)?,
                    parts: unsigned(r, 7)?,
                })
            },
        )
    }

    /// The commitments of a section, one by one: of `All` in the order in which they came, else by lead, due and row.
    pub fn summary_rows<E: From<crate::Error>>(
        &self,
        scope: &Scope<'_>,
        section: Section,
        each: &mut dyn FnMut(SummaryRow) -> Result<(), E>,
    ) -> Result<(), E> {
        let when = self.when(scope.as_of, scope.today);
        let mut rows = Rows::prepare(self)?;
        let mut further = further::Further::prepare(self)?;
        let only = self.summary_filter(scope)?;
        if section == Section::All {
            let sql = filled(when, &only, &format!("SELECT {ROW} FROM {{base}} AND {{exported}} ORDER BY {{rid}}"));
            let mut statement = self.conn.prepare_cached(&sql).map_err(crate::Error::from)?;
            bind(&mut statement, scope, &only)?;
            let mut found = statement.raw_query();
            while let Some(r) = found.next().map_err(crate::Error::from)? {
                let mut row = rows.row(r, scope)?;
                (row.further, row.own_fields) = further.of(r.get(0).map_err(crate::Error::from)?, scope.as_of)?;
                each(row)?;
            }
            return Ok(());
        }
        // Sorted by row numbers alone, so that a large section does not stand in memory.
        let mut one = self
            .conn
            .prepare_cached(&filled(when, &Only::nothing(), &format!("SELECT {ROW} FROM {{base}} AND c.rid = ?5")))
            .map_err(crate::Error::from)?;
        for rid in self.summary_rids(scope, section, &only)? {
            let mut found = one.query(self.bound_to(scope, rid)).map_err(crate::Error::from)?;
            if let Some(r) = found.next().map_err(crate::Error::from)? {
                let mut row = rows.row(r, scope)?;
                (row.further, row.own_fields) = further.of(r.get(0).map_err(crate::Error::from)?, scope.as_of)?;
                each(row)?;
            }
        }
        Ok(())
    }

    fn summary_rids(&self, scope: &Scope<'_>, section: Section, only: &Only) -> Result<Vec<i64>> {
        let of_section = match section {
            Section::Overdue => "AND {open} AND {k}.due_by < ?1",
            Section::Awaiting => "AND {k}.status = 'reported_implemented'",
            Section::Implemented => "AND {k}.status = 'implemented'",
            Section::DueSoon => "AND {open} AND {k}.due_by BETWEEN ?1 AND ?2",
            Section::All => "",
        };
        let order = "{k}.lead IS NULL, l.name, l.rid, {k}.due_by IS NULL, {k}.due_by, c.rid";
        let sql = filled(
            self.when(scope.as_of, scope.today),
            only,
            &format!("SELECT c.rid FROM {{base}} AND {{exported}} {of_section} ORDER BY {order}"),
        );
        self.found(&sql, scope, only, |r| r.get(0))
    }

    /// What the filter of a summary means in its statements.
    fn summary_filter(&self, scope: &Scope<'_>) -> Result<Only> {
        let Some(filter) = scope.filter else { return Ok(Only::nothing()) };
        let text = |text: String| Value::Text(text);
        let mut values = vec![(":day".to_owned(), text(scope.as_of.to_string())), (":me".to_owned(), text(self.me.to_owned()))];
        let when = self.when(scope.as_of, scope.today);
        let conditions = self.conditions_on(filter, ListKind::Commitments, when, &mut values)?;
        if conditions.is_empty() {
            return Ok(Only::nothing());
        }
        Ok(Only { sql: format!(" AND {}", conditions.join(" AND ")), values })
    }

    /// Every row that a statement about a scope finds.
    fn found<T>(
        &self,
        sql: &str,
        scope: &Scope<'_>,
        only: &Only,
        mut take: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        bind(&mut statement, scope, only)?;
        let mut rows = statement.raw_query();
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(take(row)?);
        }
        Ok(found)
    }

    #[allow(clippy::unused_self)] // beside those that bind it
    fn bound_to(&self, scope: &Scope<'_>, rid: i64) -> impl rusqlite::Params + use<> {
        (scope.as_of.to_string(), scope.as_of.to_string(), scope.lead, scope.source, rid)
    }
}

impl Only {
    const fn nothing() -> Self {
        Self { sql: String::new(), values: Vec::new() }
    }
}

/// Binds the numbered parameters of `BASE`, and those that a filter named.
fn bind(statement: &mut rusqlite::Statement<'_>, scope: &Scope<'_>, only: &Only) -> Result<()> {
    let soon = scope.as_of.checked_add_days(chrono::Days::new(SOON)).unwrap_or(scope.as_of);
    statement.raw_bind_parameter(1, scope.as_of.to_string())?;
    statement.raw_bind_parameter(2, soon.to_string())?;
    statement.raw_bind_parameter(3, scope.lead)?;
    statement.raw_bind_parameter(4, scope.source)?;
    for (name, value) in &only.values {
        if let Some(at) = statement.parameter_index(name)? {
            statement.raw_bind_parameter(at, value)?;
        }
    }
    Ok(())
}

fn unsigned(r: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    Ok(r.get::<_, Option<i64>>(column)?.and_then(|n| u64::try_from(n).ok()).unwrap_or(0))
}

/// The cells of one commitment, out of `BASE`.
const ROW: &str = "c.rid, i.code, i.shown, c.deliverable, c.drafted, r.label, s.short, r.page, l.name, l.short, d.stated, {k}.due_by, coalesce(d.reason, iif(d.event IS NULL, NULL, 'event moved')), {k}.slips, {k}.status,
    c.evidence_n, c.last_update_on, ri.code, ri.shown, c.caveat, {since}";

/// The statements that read what hangs on a commitment, prepared once for all of them.
struct Rows<'r> {
    reader: &'r Reader<'r>,
    partners: rusqlite::CachedStatement<'r>,
    original: rusqlite::CachedStatement<'r>,
    word: rusqlite::CachedStatement<'r>,
    uses: rusqlite::CachedStatement<'r>,
    /// Whether a status comes from marked updates alone; nothing where no update is marked.
    hidden: Option<rusqlite::CachedStatement<'r>>,
}

impl<'r> Rows<'r> {
    fn prepare(reader: &'r Reader<'r>) -> Result<Self> {
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

    fn row(&mut self, r: &Row<'_>, scope: &Scope<'_>) -> Result<SummaryRow> {
        let as_of = scope.as_of.to_string();
        let rid: i64 = r.get(0)?;
        let (label, source): (Option<String>, Option<String>) = (r.get(5)?, r.get(6)?);
        let recommendation = match (&label, &source) {
            (Some(label), Some(source)) => Some(format!("{source} {label}")),
            (None, Some(_)) => Some(coded(Some(Kind::Recommendation), r.get(17)?, r.get(18)?)),
            _ => None,
        };
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
        if self.reader.when(scope.as_of, scope.today).is_now() {
            row.status_since = day_opt(r, 20)?.filter(|_| row.status != Status::NotStarted);
        } else if row.status != Status::NotStarted {
            row.status_since = self.reader.status_since(rid, scope.as_of)?;
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
