//! The numbers beside the views: how many are in each queue, each source, with each actor.

use super::listing::ListArgs;
use super::row::{OPEN, When};
use super::value::id;
use crate::{Reader, Result};
use followthrough_model::text::sort_key;
use followthrough_model::vocabulary::{ListKind, Queue};
use followthrough_model::{Day, Uuid};
use std::collections::{HashMap, HashSet};

#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct CountsReply {
    pub as_of: Day,
    pub overdue: u32,
    /// Open commitments whose original due is past, moved or not.
    pub overdue_original: u32,
    pub due_soon: u32,
    pub due_30: u32,
    pub awaiting_verification: u32,
    pub no_lead: u32,
    pub no_date: u32,
    pub no_evidence: u32,
    pub update_overdue: u32,
    pub slipping: u32,
    pub long_outstanding: u32,
    pub contradicting: u32,
    /// Open and followed by the user.
    pub mine: u32,
    /// Commitments and recommendations flagged for today or before.
    pub flagged: u32,
    /// Recommendations that no commitment answers and nobody declined.
    pub not_taken_up: u32,
    /// Recommendations without a confirmed addressee.
    pub no_owner: u32,
    pub suspended: u32,
    pub closed: u32,
    pub all: u32,
    pub bin: u32,
    pub sources: Vec<SourceCount>,
    /// Those who lead something open, with those above them, as a tree in reading order.
    pub actors: Vec<ActorCount>,
    /// The earliest due that is still ahead, of what is open.
    pub next_due: Option<Day>,
}

#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct SourceCount {
    pub id: Uuid,
    #[serde(rename = "ref")]
    pub reference: String,
    pub title: String,
    /// Without parts.
    pub recommendations: u32,
    pub overdue: u32,
}

#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct ActorCount {
    pub id: Uuid,
    #[serde(rename = "ref")]
    pub reference: String,
    pub name: String,
    /// How deep it stands in the tree.
    pub depth: u32,
    /// Open commitments that it leads itself.
    pub leads: u32,
    pub overdue: u32,
}

impl Reader<'_> {
    /// All numbers of the side pane.
    pub fn counts(&self, as_of: Day, today: Day) -> Result<CountsReply> {
        let of = |list, queue| self.list_total(&ListArgs::of(list, queue, as_of, today));
        let n = |queue| of(ListKind::Commitments, queue);
        let asked = |queue| of(ListKind::Recommendations, queue);
        let day = as_of.to_string();
        let when = self.when(as_of, today);
        let open = when.open("?1");
        let overdue = n(Queue::Overdue)?;
        Ok(CountsReply {
            as_of,
            overdue,
            overdue_original: self.overdue_original(overdue, as_of, when)?,
            due_soon: n(Queue::DueSoon)?,
            due_30: n(Queue::Due30)?,
            update_overdue: n(Queue::UpdateOverdue)?,
            slipping: n(Queue::Slipping)?,
            long_outstanding: n(Queue::LongOutstanding)?,
            contradicting: n(Queue::Contradicting)?,
            mine: n(Queue::Mine)?,
            flagged: n(Queue::Flagged)? + asked(Queue::Flagged)?,
            not_taken_up: asked(Queue::NotTakenUp)?,
            no_owner: asked(Queue::NoOwner)?,
            awaiting_verification: n(Queue::AwaitingVerification)?,
            no_lead: n(Queue::NoLead)?,
            no_date: n(Queue::NoDate)?,
            no_evidence: n(Queue::NoEvidence)?,
            suspended: n(Queue::Suspended)?,
            closed: n(Queue::Closed)?,
            all: n(Queue::All)?,
            bin: self.bin(0, 0)?.0,
            sources: self.source_counts(&day, when)?,
            actors: self.actor_tree(&day, when)?,
            next_due: self.one(
                &format!("SELECT min(due_by) FROM {open} WHERE due_by IS NOT NULL AND due_by >= ?1"),
                [&day],
                |r| super::value::day_opt(r, 0),
            )?,
        })
    }

    /// Those overdue, without those whose due was brought forward, and with those whose due was put off.
    fn overdue_original(&self, overdue: u32, as_of: Day, when: When) -> Result<u32> {
        let moved = match when {
            When::Now => "(SELECT due_by, due_first FROM commitment INDEXED BY commitment_slipping WHERE open = 1 AND live = 1 AND slips > 0)".to_owned(),
            _ => format!(
                "(SELECT s.due_by, s.due_first FROM span s WHERE {} AND s.slips > 0 AND s.status IN ({OPEN}))",
                when.held("s", "?1")
            ),
        };
        let (put_off, brought): (u32, u32) = self.one(
            &format!(
                "SELECT coalesce(sum(due_first < ?1 AND ifnull(due_by >= ?1, 1)), 0), coalesce(sum(due_by < ?1 AND ifnull(due_first >= ?1, 1)), 0) FROM {moved}"
            ),
            [as_of.to_string()],
            |r| Ok((r.get(0)?, r.get(1)?)),
        )?;
        Ok((overdue + put_off).saturating_sub(brought))
    }

    /// Each source with its recommendations and what of its commitments is overdue. What is overdue is looked up in one go
    /// over the answers as their index has them: from each of many commitments to its source would be a leap in three tables.
    fn source_counts(&self, day: &str, when: When) -> Result<Vec<SourceCount>> {
        const MOST: u32 = 200;
        let late: HashSet<i64> = self
            .all(&format!("SELECT o.rid FROM {} o WHERE o.due_by < ?1", when.open("?1")), [day], |r| r.get(0))?
            .into_iter()
            .collect();
        let mut numbers: HashMap<i64, (u32, u32)> = HashMap::new();
        let mut source_of: HashMap<i64, i64> = HashMap::new();
        let mut statement = self.conn.prepare_cached("SELECT rid, source, parent IS NULL AND live = 1 FROM recommendation")?;
        let mut rows = statement.query([])?;
        while let Some(r) = rows.next()? {
            let source = r.get(1)?;
            numbers.entry(source).or_default().0 += r.get::<_, u32>(2)?;
            source_of.insert(r.get(0)?, source);
        }
        let mut statement = self.conn.prepare_cached("SELECT commitment, recommendation FROM answer WHERE main = 1")?;
        let mut rows = statement.query([])?;
        while let Some(r) = rows.next()? {
            if late.contains(&r.get(0)?)
                && let Some(source) = source_of.get(&r.get(1)?)
            {
                numbers.entry(*source).or_default().1 += 1;
            }
        }
        self.all(
            "SELECT i.id, s.short, s.title, s.rid FROM source s JOIN item i ON i.rid = s.rid WHERE i.life = 0 ORDER BY s.rid LIMIT ?1",
            [MOST],
            |r| {
                let (recommendations, overdue) = numbers.get(&r.get(3)?).copied().unwrap_or_default();
                Ok(SourceCount { id: id(r, 0)?, reference: r.get(1)?, title: r.get(2)?, recommendations, overdue })
            },
        )
    }

    fn actor_tree(&self, day: &str, when: When) -> Result<Vec<ActorCount>> {
        struct Node {
            rid: i64,
            parent: Option<i64>,
            count: ActorCount,
        }
        let mut nodes = self.all(
            &format!(
                "WITH RECURSIVE lead(rid, leads, late) AS MATERIALIZED (
                   SELECT lead, count(*), sum(ifnull(due_by < ?1, 0)) FROM {} WHERE lead IS NOT NULL GROUP BY lead),
                 up(rid) AS (SELECT rid FROM lead UNION SELECT a.parent FROM up JOIN actor a ON a.rid = up.rid WHERE a.parent IS NOT NULL)
                 SELECT a.rid, a.parent, i.id, coalesce(a.short, a.name), a.name, coalesce(l.leads, 0), coalesce(l.late, 0)
                 FROM up JOIN actor a ON a.rid = up.rid JOIN item i ON i.rid = a.rid LEFT JOIN lead l ON l.rid = a.rid ORDER BY a.name COLLATE NOCASE LIMIT 2000",
                when.open("?1")
            ),
            [day],
            |r| {
                Ok(Node {
                    rid: r.get(0)?,
                    parent: r.get(1)?,
                    count: ActorCount { id: id(r, 2)?, reference: r.get(3)?, name: r.get(4)?, depth: 0, leads: r.get(5)?, overdue: r.get(6)? },
                })
            },
        )?;
        nodes.sort_by_cached_key(|node| sort_key(&node.count.name));
        let known: HashMap<i64, usize> = nodes.iter().enumerate().map(|(at, n)| (n.rid, at)).collect();
        let mut below: HashMap<Option<i64>, Vec<usize>> = HashMap::new();
        for (at, node) in nodes.iter().enumerate() {
            below.entry(node.parent.filter(|p| known.contains_key(p))).or_default().push(at);
        }
        let mut out = Vec::new();
        let mut stack: Vec<(usize, u32)> = below.get(&None).into_iter().flatten().rev().map(|at| (*at, 0)).collect();
        while let Some((at, depth)) = stack.pop() {
            let node = &nodes[at];
            out.push(ActorCount { depth, ..node.count.clone() });
            stack.extend(below.get(&Some(node.rid)).into_iter().flatten().rev().map(|at| (*at, depth + 1)));
        }
        Ok(out)
    }
}
