//! A source as it is read: its items in the document's own order, each with its state as notes in the margin, and how many
//! of them were taken up.
//!
//! Does not hold the source's title and standing; `source` does. The rule of the states is `model::progress`.

use super::days_overdue;
use super::progress::{self, standing};
use super::recommendation::UNDER;
use super::value::{day_opt, id, names, word};
use crate::lookup::spoken;
use crate::{Reader, Result};
use followthrough_model::progress::{ProgressState, Why};
use followthrough_model::{Day, Status, Uuid};
use rusqlite::params;
use std::collections::{HashMap, HashSet};

/// How much of a text stands in a row.
const FIRST_WORDS: u32 = 400;

/// One item of a source, or a part of one.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct OutlineRow {
    pub id: Uuid,
    /// Its reference.
    pub recommendation: String,
    pub label: Option<String>,
    pub section: Option<String>,
    pub page: Option<String>,
    pub line: Option<u32>,
    pub heading: Option<String>,
    /// Its first 400 characters.
    pub text: String,
    /// It is a part of the item before.
    pub part: bool,
    pub private: bool,
    pub state: ProgressState,
    /// Live commitments that answer it or a part of it.
    pub commitments: u32,
    /// Short references of their leads, each once.
    pub leads: Vec<String>,
    /// Short references of those whom it asks.
    pub asked: Vec<String>,
    /// The earliest due of those that are open.
    pub due_by: Option<Day>,
    /// Days since then.
    pub days_overdue: Option<i32>,
    /// Uses of evidence on it and on its commitments.
    pub evidence: u32,
}

/// The items of a source, and how far they are.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct OutlineReply {
    pub as_of: Day,
    /// Rows in all: items and parts.
    pub total: u32,
    /// Items without their parts; the numbers below are of these.
    pub items: u32,
    pub taken_up: u32,
    pub implemented: u32,
    pub overdue: u32,
    /// One page, parts after their whole.
    pub rows: Vec<OutlineRow>,
}

impl Reader<'_> {
    /// The items of a source in its own order.
    pub fn outline(&self, source: i64, as_of: Day, today: Day, (limit, offset): (u32, u32)) -> Result<OutlineReply> {
        let states = self.states_of(source, as_of, today)?;
        let count = |is: &dyn Fn(ProgressState) -> bool| {
            u32::try_from(states.iter().filter(|state| is(**state)).count()).unwrap_or(u32::MAX)
        };
        Ok(OutlineReply {
            as_of,
            total: self.count("SELECT count(*) FROM recommendation WHERE source = ?1 AND live = 1", [source])?,
            items: count(&|_| true),
            taken_up: count(&|state| state != ProgressState::NotTakenUp),
            implemented: count(&|state| state == ProgressState::Implemented),
            overdue: count(&|state| state == ProgressState::Overdue),
            rows: self.outline_rows(source, as_of, today, (limit, offset))?,
        })
    }

    /// Where the whole items of a source stand: two statements, however many there are.
    fn states_of(&self, source: i64, as_of: Day, today: Day) -> Result<Vec<ProgressState>> {
        let mut lines: HashMap<i64, (Why, HashSet<i64>, HashSet<i64>, bool)> = HashMap::new();
        let rows = self.all(
            "SELECT r.rid, r.parent FROM recommendation r WHERE r.source = ?1 AND r.live = 1 ORDER BY r.parent IS NOT NULL",
            [source],
            |r| Ok((r.get::<_, i64>(0)?, r.get::<_, Option<i64>>(1)?)),
        )?;
        for (rid, parent) in rows {
            match parent {
                None => drop(lines.entry(rid).or_default()),
                Some(whole) => drop(lines.get_mut(&whole).map(|line| line.1.insert(rid))),
            }
        }
        let answers = format!(
            "SELECT coalesce(r.parent, r.rid), r.rid, c.rid, c.status, ifnull(c.due_by < ?2, 0) FROM recommendation r JOIN answer a ON a.recommendation = r.rid
             JOIN item ai ON ai.rid = a.rid AND ai.life = 0 JOIN {} c ON c.rid = a.commitment WHERE r.source = ?1 AND r.live = 1",
            standing(self.when(as_of, today), "?2")
        );
        let found = self.all(&answers, (source, as_of.to_string()), |r| {
            Ok((r.get::<_, i64>(0)?, r.get::<_, i64>(1)?, r.get::<_, i64>(2)?, word::<Status>(r, 3)?, r.get::<_, bool>(4)?))
        })?;
        for (whole, asked, commitment, status, late) in found {
            let Some((why, parts, commitments, answered)) = lines.get_mut(&whole) else { continue };
            parts.remove(&asked);
            *answered |= asked == whole;
            if commitments.insert(commitment) {
                why.add(status, late);
            }
        }
        let state = |(why, parts, _, answered): (Why, HashSet<i64>, HashSet<i64>, bool)| {
            let untaken = if answered { 0 } else { u32::try_from(parts.len()).unwrap_or(u32::MAX) };
            Why { parts_untaken: untaken, ..why }.state()
        };
        Ok(lines.into_values().map(state).collect())
    }

    fn outline_rows(&self, source: i64, as_of: Day, today: Day, (limit, offset): (u32, u32)) -> Result<Vec<OutlineRow>> {
        let when = self.when(as_of, today);
        let sql = format!(
            "SELECT i.id, i.code, i.shown, s.short, r.label, r.section, r.page, r.line, r.heading, substr(r.text, 1, {FIRST_WORDS}), r.parent IS NOT NULL, i.private, {},
               (SELECT count(*) FROM {standing} c WHERE c.rid IN ({UNDER})),
               (SELECT group_concat(n, char(31)) FROM (SELECT DISTINCT coalesce(l.short, l.name) AS n FROM {standing} c CROSS JOIN actor l ON l.rid = c.lead WHERE c.rid IN ({UNDER}))),
               (SELECT group_concat(coalesce(a.short, a.name), char(31)) FROM addressee x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 JOIN actor a ON a.rid = x.actor WHERE x.recommendation = r.rid),
               (SELECT min(c.due_by) FROM {} c WHERE c.rid IN ({UNDER})),
               (SELECT count(*) FROM evidence_use x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 WHERE x.of = r.rid)
                 + (SELECT coalesce(sum(c.evidence_n), 0) FROM commitment c WHERE c.live = 1 AND c.rid IN ({UNDER}))
             FROM (SELECT rid FROM recommendation WHERE source = ?2 AND live = 1 ORDER BY ord, rid LIMIT ?3 OFFSET ?4) y
               CROSS JOIN recommendation r ON r.rid = y.rid JOIN item i ON i.rid = r.rid JOIN source s ON s.rid = r.source ORDER BY r.ord, r.rid",
            progress::columns(when, "?1"),
            when.open("?1"),
            standing = standing(when, "?1"),
        );
        let found = self.all(&sql, params![as_of.to_string(), source, limit, offset], |r| {
            let (short, label): (String, Option<String>) = (r.get(3)?, r.get(4)?);
            let due_by = day_opt(r, 18)?;
            let facts = (r.get::<_, Option<String>>(12)?, r.get::<_, u32>(13)?, r.get::<_, u32>(14)?);
            let row = OutlineRow {
                id: id(r, 0)?,
                recommendation: spoken(&short, label.as_deref(), r.get(1)?, r.get(2)?),
                label,
                section: r.get(5)?,
                page: r.get(6)?,
                line: r.get(7)?,
                heading: r.get(8)?,
                text: r.get(9)?,
                part: r.get(10)?,
                private: r.get(11)?,
                state: ProgressState::NotTakenUp,
                commitments: r.get(15)?,
                leads: names(r, 16)?,
                asked: names(r, 17)?,
                due_by,
                days_overdue: days_overdue(true, due_by, as_of),
                evidence: r.get(19)?,
            };
            Ok((row, facts))
        })?;
        let rows = found.into_iter().map(|(row, (commitments, parts, untaken))| {
            Ok(OutlineRow { state: progress::why(commitments.as_deref(), parts, untaken)?.state(), ..row })
        });
        rows.collect()
    }
}
