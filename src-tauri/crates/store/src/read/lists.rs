//! Lists by page: recommendations, commitments (by queue), actors, sources, the bin.
//!
//! A queue is one line of [`condition`]; adding one is adding it there and to `model::vocabulary::Queue`.

use super::recommendation::{self, RecommendationRow};
use super::row::{self as commitment_row, CommitmentRow, When};
use super::{actor, actor::ActorRow, source, source::SourceRow};
use crate::{Reader, Result, lookup};
use followthrough_model::vocabulary::Queue;
use followthrough_model::{Day, Kind, Uuid};
use rusqlite::params;

/// Days that "due soon" looks ahead.
pub const SOON: u64 = 90;

/// What holds of a commitment `c` with dated columns `k` that is in the queue. `?1` the day, `?2` the day that is soon.
fn condition(queue: Queue, when: When) -> String {
    // `open` is kept for today only; on an earlier day it is read from the status.
    let open = match when {
        When::Now => "c.open = 1",
        When::Then => "k.status IN ('not_started', 'under_implementation', 'partially_implemented', 'not_implemented')",
    };
    let condition = match queue {
            Queue::All => "1".to_owned(),
            Queue::Overdue => format!("{open} AND k.due_by IS NOT NULL AND k.due_by < ?1"),
            Queue::DueSoon => format!("{open} AND k.due_by IS NOT NULL AND k.due_by >= ?1 AND k.due_by <= ?2"),
            Queue::AwaitingVerification => "k.status = 'reported_implemented'".to_owned(),
            Queue::NoLead => format!("{open} AND k.lead IS NULL"),
            Queue::NoDate => format!("{open} AND k.due_by IS NULL"),
            Queue::NoEvidence => format!("c.evidence_n = 0 AND {open}"),
            Queue::Suspended => "k.status = 'suspended'".to_owned(),
            Queue::Closed => "k.status IN ('implemented', 'partially_implemented_no_further_action', 'overtaken_by_events', 'closed_without_implementation', 'superseded')".to_owned(),
        };
    condition.replace("k.", &format!("{}.", when.alias()))
}

/// The order of the queue: what presses first, first.
fn order(queue: Queue, when: When) -> &'static str {
    match (queue, when) {
        (Queue::Overdue | Queue::DueSoon, When::Now) => "c.due_by, c.rid",
        (Queue::Overdue | Queue::DueSoon, When::Then) => "k.due_by, c.rid",
        _ => "c.rid",
    }
}

/// Which commitments of a queue, and which page of them.
#[derive(Debug, Clone, Copy)]
pub struct CommitmentsArgs {
    pub as_of: Day,
    /// The machine's day.
    pub today: Day,
    pub queue: Queue,
    pub lead: Option<i64>,
    pub source: Option<i64>,
    pub limit: u32,
    pub offset: u32,
}

/// Commitments that count on the day: all live ones today, those with a stretch on an earlier day.
const fn from(when: When) -> &'static str {
    match when {
        When::Now => "commitment c",
        When::Then => "span k JOIN commitment c ON c.rid = k.commitment",
    }
}

fn conditions(args: &CommitmentsArgs, when: When) -> String {
    let mut all = format!("c.live = 1 AND {}", condition(args.queue, when));
    if when == When::Then {
        all.push_str(" AND k.unlearnt IS NULL AND k.from_day <= ?1 AND k.to_day > ?1");
    }
    if args.lead.is_some() {
        all.extend([" AND ", when.alias(), ".lead = ?3"]);
    }
    if args.source.is_some() {
        all.push_str(" AND EXISTS (SELECT 1 FROM answer sa JOIN recommendation sr ON sr.rid = sa.recommendation WHERE sa.commitment = c.rid AND sa.main = 1 AND sr.source = ?4)");
    }
    all
}

impl CommitmentsArgs {
    fn soon(&self) -> Day {
        self.as_of.checked_add_days(chrono::Days::new(SOON)).unwrap_or(self.as_of)
    }
}

impl Reader<'_> {
    /// How many commitments are in a queue.
    pub fn count_commitments(&self, args: &CommitmentsArgs) -> Result<u32> {
        let when = When::of(args.as_of, args.today);
        let sql = format!(
            "SELECT count(*) FROM {} WHERE {} AND ?1 IS NOT NULL AND ?2 IS NOT NULL AND ifnull(?3, 1) AND ifnull(?4, 1)",
            from(when),
            conditions(args, when)
        );
        self.count(&sql, params![args.as_of.to_string(), args.soon().to_string(), args.lead, args.source])
    }

    /// One page of the commitments in a queue.
    pub fn commitments(&self, args: &CommitmentsArgs) -> Result<Vec<CommitmentRow>> {
        let when = When::of(args.as_of, args.today);
        let (k, join) = match when {
            When::Now => ("", ""),
            When::Then => (
                ", k.from_day, k.learnt, k.due_by",
                "JOIN span k ON k.commitment = x.rid AND k.from_day = x.from_day AND k.learnt = x.learnt",
            ),
        };
        let order = order(args.queue, when);
        let inner = format!(
            "SELECT c.rid{k} FROM {} WHERE {} AND ?1 IS NOT NULL AND ?2 IS NOT NULL AND ifnull(?3, 1) AND ifnull(?4, 1) ORDER BY {order} LIMIT ?5 OFFSET ?6",
            from(when),
            conditions(args, when)
        );
        let sql = commitment_row::row_sql(
            when,
            "?1",
            &format!("({inner}) x JOIN commitment c ON c.rid = x.rid {join}"),
            &format!("ORDER BY {order}"),
        );
        let with = params![args.as_of.to_string(), args.soon().to_string(), args.lead, args.source, args.limit, args.offset];
        self.all(&sql, with, |r| commitment_row::row(r, args.as_of))
    }

    /// One page of recommendations in their sources' order, and how many there are.
    pub fn recommendations(
        &self,
        as_of: Day,
        today: Day,
        of: Option<i64>,
        limit: u32,
        offset: u32,
    ) -> Result<(u32, Vec<RecommendationRow>)> {
        let only = if of.is_some() { "r.source = ?2" } else { "ifnull(?2, 1)" };
        let total = self.count(
            &format!("SELECT count(*) FROM recommendation r JOIN item i ON i.rid = r.rid WHERE i.life = 0 AND ?1 IS NOT NULL AND {only}"),
            (as_of.to_string(), of),
        )?;
        let from = format!(
            "(SELECT r.rid FROM recommendation r JOIN item i ON i.rid = r.rid WHERE i.life = 0 AND {only} ORDER BY r.source, r.ord, r.rid LIMIT ?3 OFFSET ?4) x
             JOIN recommendation r ON r.rid = x.rid"
        );
        let sql = recommendation::row_sql(When::of(as_of, today), &from, "ORDER BY r.source, r.ord, r.rid");
        Ok((total, self.all(&sql, params![as_of.to_string(), of, limit, offset], recommendation::row)?))
    }

    /// One page of actors by name, and how many there are. What was merged into another is not one.
    pub fn actors(&self, as_of: Day, today: Day, limit: u32, offset: u32) -> Result<(u32, Vec<ActorRow>)> {
        let total = self
            .count("SELECT count(*) FROM actor a JOIN item i ON i.rid = a.rid WHERE i.life = 0 AND a.merged_into IS NULL", [])?;
        let sql = actor::row_sql(
            When::of(as_of, today),
            "actor a",
            "WHERE i.life = 0 AND a.merged_into IS NULL ORDER BY a.name COLLATE NOCASE, a.rid LIMIT ?2 OFFSET ?3",
        );
        Ok((total, self.all(&sql, params![as_of.to_string(), limit, offset], actor::row)?))
    }

    /// One page of sources in the order in which they came, and how many there are.
    pub fn sources(&self, as_of: Day, today: Day, limit: u32, offset: u32) -> Result<(u32, Vec<SourceRow>)> {
        let total = self.count("SELECT count(*) FROM source s JOIN item i ON i.rid = s.rid WHERE i.life = 0", [])?;
        let sql = source::row_sql(When::of(as_of, today), "source s", "WHERE i.life = 0 ORDER BY s.rid LIMIT ?2 OFFSET ?3");
        Ok((total, self.all(&sql, params![as_of.to_string(), limit, offset], source::row)?))
    }

    /// One page of the bin, newest first, and how many there are. What went along with something else is not listed.
    pub fn bin(&self, limit: u32, offset: u32) -> Result<(u32, Vec<BinRow>)> {
        let total = self.count(&format!("SELECT count(*) FROM ({BIN})"), [])?;
        let rows = self.all(&format!("{BIN} ORDER BY entry DESC, rid LIMIT ?1 OFFSET ?2"), params![limit, offset], |r| {
            Ok((r.get::<_, i64>(0)?, r.get::<_, String>(2)?, r.get::<_, String>(3)?))
        })?;
        let rows = rows.into_iter().map(|(rid, deleted_at, by)| {
            let brief = self.brief(rid)?;
            Ok(BinRow { id: brief.id, reference: brief.reference, kind: brief.kind, title: brief.title, deleted_at, by })
        });
        Ok((total, rows.collect::<Result<_>>()?))
    }

    /// The rows that went into the bin in the same act as this one, itself included.
    pub fn binned_with(&self, rid: i64) -> Result<Vec<lookup::Found>> {
        let rows = self.all(
            "SELECT i.rid, i.id, i.kind FROM change c JOIN item i ON i.rid = c.item AND i.life = 1
             WHERE c.field = 'life' AND c.entry = (SELECT max(d.entry) FROM change d WHERE d.item = ?1 AND d.field = 'life') ORDER BY c.n",
            [rid],
            |r| Ok((r.get::<_, i64>(0)?, super::value::id(r, 1)?, r.get::<_, i64>(2)?)),
        )?;
        Ok(rows
            .into_iter()
            .filter_map(|(rid, id, kind)| {
                Some(lookup::Found { at: followthrough_model::Ref { rid, id }, kind: Kind::from_code(kind)? })
            })
            .collect())
    }
}

/// What was put into the bin itself: the first change of its act. CROSS: from the few rows of the bin to their log, never
/// the other way round.
const BIN: &str = "SELECT i.rid AS rid, c.entry AS entry, e.at, e.author FROM item i
    CROSS JOIN change c ON c.item = i.rid AND c.field = 'life' AND c.new = 1 AND c.n = 1
      AND c.entry = (SELECT max(d.entry) FROM change d WHERE d.item = i.rid AND d.field = 'life')
    JOIN entry e ON e.n = c.entry WHERE i.life = 1";

/// One thing in the bin.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct BinRow {
    pub id: Uuid,
    #[serde(rename = "ref")]
    pub reference: String,
    pub kind: Kind,
    pub title: String,
    /// RFC 3339, UTC.
    pub deleted_at: String,
    pub by: String,
}
