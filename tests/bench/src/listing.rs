//! Limits for lists: each queue, and the overdue of an earlier day, as one would write them by hand. They
//! read the same kept columns and indexes, and decode the same rows into plain structs.

use crate::reading::{Text, cells, rows};
use followthrough_model::Day;
use followthrough_model::vocabulary::{ListKind, Queue};
use rusqlite::{Connection, Result, params_from_iter};
use std::fmt::Write as _;

cells! { LineRow {
    id: [u8; 16], code: i64, shown: u32, deliverable: String, drafted: bool, label: Text, source: Text, r_code: Option<i64>, r_shown: Option<u32>, lead_short: Text,
    lead: Text, stated: Text, due_by: Text, status: String, last_update: Text, slips: u32, evidence: u32, private: bool, due_first: Text, recurs: Option<bool>,
} }
cells! { RecommendationRow {
    id: [u8; 16], code: i64, shown: u32, source: String, label: Text, section: Text, heading: Text, text: String, private: bool, commitments: u32, overdue: u32,
    addressees: Text, of: Text, of_code: Option<i64>, of_shown: Option<u32>, standing: Text, parts: u32, untaken: u32,
} }

/// Cells of commitments `c`, whose dated ones stand in `{k}`.
const LINE: &str = "SELECT i.id, i.code, i.shown, c.deliverable, c.drafted, r.label, s.short, ri.code, ri.shown, l.short, l.name, d.stated, {k}.due_by, {k}.status,
      {last}, {k}.slips, c.evidence_n, i.private, {k}.due_first, d.kind = 'recurring'
    FROM {from} JOIN item i ON i.rid = c.rid LEFT JOIN answer a ON a.commitment = c.rid AND a.main = 1 LEFT JOIN recommendation r ON r.rid = a.recommendation
      LEFT JOIN item ri ON ri.rid = r.rid LEFT JOIN source s ON s.rid = r.source LEFT JOIN actor l ON l.rid = {k}.lead LEFT JOIN due d ON d.rid = {k}.due_now";
/// Those that answer a recommendation `r` or a part of it.
const UNDER: &str = "SELECT a.commitment FROM answer a JOIN item ai ON ai.rid = a.rid AND ai.life = 0 WHERE a.recommendation = r.rid
      UNION SELECT a.commitment FROM recommendation p JOIN answer a ON a.recommendation = p.rid JOIN item ai ON ai.rid = a.rid AND ai.life = 0 WHERE p.parent = r.rid";
const ASKED: &str = "SELECT i.id, i.code, i.shown, s.short, r.label, r.section, r.heading, r.text, i.private,
      (SELECT count(*) FROM commitment c WHERE c.live = 1 AND c.rid IN ({under})),
      (SELECT count(*) FROM commitment c WHERE c.live = 1 AND c.open = 1 AND c.due_by < ?1 AND c.rid IN ({under})),
      (SELECT group_concat(coalesce(x.short, x.name), char(31)) FROM addressee q JOIN item qi ON qi.rid = q.rid AND qi.life = 0 JOIN actor x ON x.rid = q.actor WHERE q.recommendation = r.rid),
      w.label, wi.code, wi.shown, (SELECT group_concat(c.status || iif(c.due_by < ?1, '!', '')) FROM commitment c WHERE c.live = 1 AND c.rid IN ({under})),
      (SELECT count(*) FROM recommendation p JOIN item pi ON pi.rid = p.rid AND pi.life = 0 WHERE p.parent = r.rid),
      iif(r.answers_n > 0, 0, (SELECT count(*) FROM recommendation p JOIN item pi ON pi.rid = p.rid AND pi.life = 0 WHERE p.parent = r.rid AND p.answers_n = 0))
    FROM {from} JOIN item i ON i.rid = r.rid JOIN source s ON s.rid = r.source LEFT JOIN recommendation w ON w.rid = r.parent LEFT JOIN item wi ON wi.rid = w.rid";

pub(crate) fn line(from: &str) -> String {
    LINE.replace("{from}", from).replace("{last}", "c.last_update_on").replace("{k}", "c")
}

pub(crate) fn asked(from: &str) -> String {
    ASKED.replace("{from}", from).replace("{under}", UNDER)
}

/// A queue by hand. `?1` is the day.
pub(crate) struct ByHand {
    pub queue: Queue,
    pub list: ListKind,
    holds: &'static str,
    age: &'static str,
    order: &'static str,
    /// Days between the day and the ends of the bands, youngest first.
    edges: &'static [i64],
}

pub(crate) const YEARS: &[i64] = &[-365, -730, -1095];
const NONE: &[i64] = &[];
const MONTHS: &[i64] = &[-30, -90, -180, -365];
const C: ListKind = ListKind::Commitments;
const R: ListKind = ListKind::Recommendations;
const FLAGGED: &str =
    "(SELECT min(f.on_day) FROM flag f JOIN item fi ON fi.rid = f.rid AND fi.life = 0 WHERE f.of = {rid} AND f.on_day <= ?1)";

const fn by_hand(
    queue: Queue,
    list: ListKind,
    holds: &'static str,
    age: &'static str,
    order: &'static str,
    edges: &'static [i64],
) -> ByHand {
    ByHand { queue, list, holds, age, order, edges }
}

/// All queues of commitments and recommendations.
pub(crate) const QUEUES: &[ByHand] = &[
    by_hand(Queue::All, C, "c.live = 1", "c.age_from", "c.rid", NONE),
    by_hand(
        Queue::Overdue,
        C,
        "c.open = 1 AND c.live = 1 AND c.due_by IS NOT NULL AND c.due_by < ?1",
        "c.due_by",
        "c.due_by, c.rid",
        YEARS,
    ),
    by_hand(
        Queue::Due30,
        C,
        "c.open = 1 AND c.live = 1 AND c.due_by IS NOT NULL AND c.due_by >= ?1 AND c.due_by <= date(?1, '+30 days')",
        "c.due_by",
        "c.due_by, c.rid",
        &[7, 14, 30],
    ),
    by_hand(
        Queue::DueSoon,
        C,
        "c.open = 1 AND c.live = 1 AND c.due_by IS NOT NULL AND c.due_by >= ?1 AND c.due_by <= date(?1, '+90 days')",
        "c.due_by",
        "c.due_by, c.rid",
        &[7, 30, 60, 90],
    ),
    by_hand(
        Queue::AwaitingVerification,
        C,
        "c.live = 1 AND c.status = 'reported_implemented'",
        "c.status_since",
        "c.status_since NULLS LAST, c.rid",
        MONTHS,
    ),
    by_hand(
        Queue::NoLead,
        C,
        "c.open = 1 AND c.live = 1 AND c.lead IS NULL",
        "c.age_from",
        "c.age_from NULLS LAST, c.rid",
        YEARS,
    ),
    by_hand(
        Queue::NoDate,
        C,
        "c.open = 1 AND c.live = 1 AND c.due_by IS NULL",
        "c.age_from",
        "c.age_from NULLS LAST, c.rid",
        YEARS,
    ),
    by_hand(
        Queue::NoEvidence,
        C,
        "c.evidence_n = 0 AND c.open = 1 AND c.live = 1",
        "c.age_from",
        "c.age_from NULLS LAST, c.rid",
        YEARS,
    ),
    by_hand(
        Queue::UpdateOverdue,
        C,
        "c.open = 1 AND c.live = 1 AND c.word_by IS NOT NULL AND c.word_by < ?1",
        "c.word_by",
        "c.word_by, c.rid",
        MONTHS,
    ),
    by_hand(
        Queue::Slipping,
        C,
        "c.open = 1 AND c.live = 1 AND c.slips > 0",
        "c.due_first",
        "c.due_first NULLS LAST, c.rid",
        YEARS,
    ),
    by_hand(
        Queue::LongOutstanding,
        C,
        "c.open = 1 AND c.live = 1 AND c.age_from <= date(?1, '-5 years')",
        "c.age_from",
        "c.age_from, c.rid",
        &[-2191, -2922, -3652],
    ),
    by_hand(Queue::Contradicting, C, "c.live = 1 AND c.against > 0", "c.age_from", "c.age_from NULLS LAST, c.rid", YEARS),
    by_hand(
        Queue::Mine,
        C,
        "c.handler = 'generator' AND c.handler IS NOT NULL AND c.open = 1 AND c.live = 1",
        "c.age_from",
        "c.due_by NULLS LAST, c.rid",
        YEARS,
    ),
    by_hand(
        Queue::Flagged,
        C,
        "c.live = 1 AND c.rid IN (SELECT f.of FROM flag f JOIN item fi ON fi.rid = f.rid AND fi.life = 0 WHERE f.on_day <= ?1)",
        FLAGGED,
        "{age} NULLS LAST, c.rid",
        MONTHS,
    ),
    by_hand(
        Queue::Suspended,
        C,
        "c.live = 1 AND c.status = 'suspended'",
        "c.status_since",
        "c.status_since NULLS LAST, c.rid",
        MONTHS,
    ),
    by_hand(
        Queue::Closed,
        C,
        "c.live = 1 AND c.status IN ('implemented', 'partially_implemented_no_further_action', 'overtaken_by_events', 'closed_without_implementation', 'superseded')",
        "c.status_since",
        "c.status_since DESC, c.rid DESC",
        NONE,
    ),
    by_hand(Queue::All, R, "r.live = 1", "r.age_from", "r.source, r.ord, r.rid", NONE),
    by_hand(
        Queue::NotTakenUp,
        R,
        "r.live = 1 AND r.answers_n = 0 AND r.declined_n = 0",
        "r.age_from",
        "r.age_from NULLS LAST, r.rid",
        YEARS,
    ),
    by_hand(Queue::NoOwner, R, "r.live = 1 AND r.confirmed_n = 0", "r.age_from", "r.age_from NULLS LAST, r.rid", YEARS),
    by_hand(
        Queue::Flagged,
        R,
        "r.live = 1 AND r.rid IN (SELECT f.of FROM flag f JOIN item fi ON fi.rid = f.rid AND fi.life = 0 WHERE f.on_day <= ?1)",
        FLAGGED,
        "{age} NULLS LAST, r.rid",
        MONTHS,
    ),
];

/// What a list says: the total, those within each band's end, and how many rows its page has.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Said {
    pub total: u32,
    pub within: Vec<u32>,
    pub rows: usize,
}

impl ByHand {
    /// Total, ages and the first fifty rows.
    pub(crate) fn page(&self, conn: &Connection, as_of: Day) -> Result<Said> {
        let (table, rid) = match (self.list, self.queue) {
            (R, _) => ("recommendation r", "r.rid"),
            // Else it sorts.
            (_, Queue::Closed) => ("commitment c INDEXED BY commitment_closed", "c.rid"),
            _ => ("commitment c", "c.rid"),
        };
        let age = self.age.replace("{rid}", rid);
        let order = self.order.replace("{age}", &age);
        let mut days = vec![as_of.to_string()];
        let mut columns = String::new();
        for (n, edge) in self.edges.iter().enumerate() {
            let sign = if *edge > 0 { "<=" } else { ">=" };
            let _ = write!(columns, ", coalesce(sum({age} {sign} ?{}), 0)", n + 2);
            days.push((as_of + chrono::Duration::days(*edge)).to_string());
        }
        let moment = conn.unchecked_transaction()?;
        let (total, within) = conn
            .prepare_cached(&format!("SELECT count(*){columns} FROM {table} WHERE {} AND ?1 IS NOT NULL", self.holds))?
            .query_row(params_from_iter(&days), |r| {
                let within = (1..days.len()).map(|at| r.get(at)).collect::<Result<_>>()?;
                Ok((r.get(0)?, within))
            })?;
        let end = format!("WHERE {} AND ?1 IS NOT NULL ORDER BY {order} LIMIT 50", self.holds);
        let page = if self.list == R {
            rows(conn, &format!("{} {end}", asked(table)), [as_of.to_string()], RecommendationRow::read)?.len()
        } else {
            rows(conn, &format!("{} {end}", line(table)), [as_of.to_string()], LineRow::read)?.len()
        };
        moment.finish()?;
        Ok(Said { total, within, rows: page })
    }
}

/// What was overdue on an earlier day, as it is known now: total, the three ages, the first fifty.
pub(crate) fn overdue_then(conn: &Connection, as_of: Day) -> Result<Said> {
    const HOLDS: &str = "k.late_from IS NOT NULL AND k.unlearnt IS NULL AND k.to_day > ?1 AND k.late_from <= ?1";
    let moment = conn.unchecked_transaction()?;
    let mut days = vec![as_of.to_string()];
    days.extend(YEARS.iter().map(|edge| (as_of + chrono::Duration::days(*edge)).to_string()));
    let (total, within) = conn
        .prepare_cached(&format!(
            "SELECT count(*), sum(k.due_by >= ?2), sum(k.due_by >= ?3), sum(k.due_by >= ?4) FROM span k WHERE {HOLDS}"
        ))?
        .query_row(params_from_iter(&days), |r| Ok((r.get(0)?, vec![r.get(1)?, r.get(2)?, r.get(3)?])))?;
    let last = "(SELECT max(u.on_day) FROM update_ u JOIN item ui ON ui.rid = u.rid AND ui.life = 0 WHERE u.commitment = c.rid AND u.on_day <= ?1)";
    let from = format!(
        "(SELECT k.commitment, k.from_day, k.learnt, k.due_by FROM span k WHERE {HOLDS} ORDER BY k.due_by, k.commitment LIMIT 50) y
           CROSS JOIN span k ON k.commitment = y.commitment AND k.from_day = y.from_day AND k.learnt = y.learnt CROSS JOIN commitment c ON c.rid = y.commitment"
    );
    let sql = LINE.replace("{from}", &from).replace("{last}", last).replace("{k}", "k") + " ORDER BY y.due_by, y.commitment";
    let page = rows(conn, &sql, [as_of.to_string()], LineRow::read)?.len();
    moment.finish()?;
    Ok(Said { total, within, rows: page })
}

/// What is overdue today, counted one by one.
pub(crate) fn overdue_now(conn: &Connection, as_of: Day) -> Result<Said> {
    QUEUES.iter().find(|q| q.queue == Queue::Overdue).map_or(Err(rusqlite::Error::QueryReturnedNoRows), |q| q.page(conn, as_of))
}
