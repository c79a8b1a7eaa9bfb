//! What the status summary reads: the counts in one pass, and the commitments one by one, so that a whole register goes
//! out without standing in memory. Nothing that is marked as not for export is in either.
//!
//! Does not write documents; `report` does.

mod further;
mod rows;
mod shapes;

pub use further::Having;
pub use shapes::{Cited, CitedUse, LastWord, Scope, Section, SummaryRow, Tally};

use self::rows::{ROW, Rows};
use super::filter::Look;
use super::listing::bind as bind_named;
use super::lists::SOON;
use super::row::{OPEN, When};
use super::value::{day_opt, word, word_opt};
use crate::{Reader, Result};
use followthrough_model::vocabulary::ListKind;
use rusqlite::Row;
use rusqlite::types::Value;

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
        .replace("{open}", &format!("{{k}}.status IN ({OPEN})"))
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
        having: &Having,
        each: &mut dyn FnMut(SummaryRow) -> Result<(), E>,
    ) -> Result<(), E> {
        let when = self.when(scope.as_of, scope.today);
        let mut rows = Rows::prepare(self)?;
        let mut further = further::Further::prepare(self, having)?;
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
        let conditions = self.conditions(filter, ListKind::Commitments, when, Look::Whole, &mut values)?;
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
    bind_named(statement, &only.values)
}

fn unsigned(r: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    Ok(r.get::<_, Option<i64>>(column)?.and_then(|n| u64::try_from(n).ok()).unwrap_or(0))
}
