//! What changed since a day, a review or an entry: read from the log by its entries, grouped by item, newest first.
//!
//! Does not tell every cell (the history of an item does): only what a review asks for. What was taken back does not count.

use super::value::{day, day_opt, id};
use crate::{Error, Reader, Result};
use followthrough_model::status::Phase;
use followthrough_model::{Day, Kind, Status, Uuid};
use rusqlite::OptionalExtension;
use std::collections::{HashMap, HashSet};

/// What happened to an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// It came into the register.
    New,
    /// Its due was moved, but not to a later day.
    Moved,
    /// Its due was moved to a later day.
    Slipped,
    Closed,
    Reopened,
    /// An addressee answered.
    Decided,
    /// It was reported on, and neither closed nor reopened by that.
    Updated,
}

const KINDS: [ChangeKind; 7] = [
    ChangeKind::New,
    ChangeKind::Moved,
    ChangeKind::Slipped,
    ChangeKind::Closed,
    ChangeKind::Reopened,
    ChangeKind::Decided,
    ChangeKind::Updated,
];

/// How many items changed in which way; one item may count under several.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct ChangeTotals {
    pub new: u32,
    pub moved: u32,
    pub slipped: u32,
    pub closed: u32,
    pub reopened: u32,
    pub decided: u32,
    pub updated: u32,
}

/// One thing that happened.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct ChangeLine {
    pub what: ChangeKind,
    pub entry: i64,
    /// RFC 3339, UTC: when it was entered.
    pub at: String,
    /// Who entered it.
    pub by: String,
    /// The day that it speaks of.
    pub day: Option<Day>,
    /// The due or status before, as it was said.
    pub old: Option<String>,
    /// The due, status or answer after.
    pub new: Option<String>,
    /// Who reported, decided or answered.
    pub who: Option<String>,
    pub why: Option<String>,
}

/// An item with what happened to it, newest first.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct ChangedItem {
    pub id: Uuid,
    #[serde(rename = "ref")]
    pub reference: String,
    pub kind: Kind,
    pub title: String,
    pub lines: Vec<ChangeLine>,
}

#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct ChangesReply {
    /// Entries after this one are told.
    pub after: i64,
    /// When that entry was made; nothing: from the start.
    pub since: Option<String>,
    /// Items that changed.
    pub total: u32,
    pub totals: ChangeTotals,
    pub items: Vec<ChangedItem>,
}

/// One row of the log that says something, and the item that it says it of.
#[derive(Debug, Clone, Copy)]
struct Said {
    entry: i64,
    /// The row that was added.
    row: i64,
    of: i64,
    kind: Kind,
    what: ChangeKind,
}

/// Rows that were added in the entries, newest first. The last column: 1 where a due went to a later day.
const SAID: &str = "
    SELECT c.entry, c.n, c.item, i.kind, CASE i.kind WHEN 13 THEN d.of WHEN 14 THEN u.commitment WHEN 15 THEN v.commitment WHEN 21 THEN x.recommendation ELSE c.item END,
      CASE WHEN i.kind = 13 THEN ifnull(d.due_by > (SELECT p.due_by FROM due p JOIN item pi ON pi.rid = p.rid AND pi.life = 0
        WHERE p.of = d.of AND p.rid <> d.rid AND (ifnull(p.decided_on, ''), p.stamp) < (d.decided_on, d.stamp) ORDER BY p.decided_on DESC, p.stamp DESC LIMIT 1), 0) ELSE 0 END
    FROM change c JOIN item i ON i.rid = c.item AND i.life = 0
      LEFT JOIN due d ON i.kind = 13 AND d.rid = c.item LEFT JOIN update_ u ON i.kind = 14 AND u.rid = c.item
      LEFT JOIN verification v ON i.kind = 15 AND v.rid = c.item LEFT JOIN decision x ON i.kind = 21 AND x.rid = c.item
    WHERE c.entry > ?1 AND c.entry <= ?2 AND c.field = '' AND i.kind IN (2, 10, 13, 14, 15, 21) AND (i.kind <> 13 OR d.decided_on IS NOT NULL)
    UNION ALL
    SELECT c.entry, c.n, c.item, 37, d.of, ifnull(e.from_day > (SELECT p.from_day FROM event_date p JOIN item pi ON pi.rid = p.rid AND pi.life = 0
        WHERE p.event = e.event AND p.rid <> e.rid AND (ifnull(p.decided_on, ''), p.stamp) < (e.decided_on, e.stamp) ORDER BY p.decided_on DESC, p.stamp DESC LIMIT 1), 0)
    FROM change c JOIN item i ON i.rid = c.item AND i.life = 0 JOIN event_date e ON e.rid = c.item JOIN due d ON d.event = e.event
      JOIN commitment y ON y.rid = d.of AND y.due_now = d.rid
    WHERE c.entry > ?1 AND c.entry <= ?2 AND c.field = '' AND i.kind = 37 AND e.decided_on IS NOT NULL
    ORDER BY 1 DESC, 2 DESC";

impl Reader<'_> {
    /// The entry after which something is new: `said` is a day, the name of a review, or an entry.
    pub fn since(&self, said: &str) -> Result<i64> {
        let said = said.trim();
        if let Ok(day) = followthrough_model::parse_day(said) {
            return self.entry_before_at(&day.to_string());
        }
        let held: Option<i64> = self
            .conn
            .prepare_cached(
                "SELECT max(c.entry) FROM review v CROSS JOIN item i ON i.rid = v.rid AND i.life = 0 CROSS JOIN change c ON c.item = v.rid AND c.field = ''
                 WHERE fold(v.name) = fold(?1)",
            )?
            .query_row([said], |r| r.get(0))
            .optional()?
            .flatten();
        // A review may be named “2026”: its name goes before the number of an entry.
        let entry = said.parse::<i64>().ok().map(|entry| Ok::<_, Error>(entry.clamp(0, self.last_entry()?))).transpose()?;
        held.or(entry).ok_or_else(|| {
            Error::refuse(
                "since",
                format!(
                    "“{}” is neither a day (2026-10-01), nor the name of a review that was held, nor an entry of the log.",
                    followthrough_model::text::brief(said, 60)
                ),
            )
        })
    }

    /// What changed after an entry. `only`: of these items alone.
    pub fn changes(&self, after: i64, only: Option<&HashSet<i64>>, limit: u32, offset: u32) -> Result<ChangesReply> {
        let until = self.known.unwrap_or(i64::MAX);
        let mut said = self.all(SAID, (after, until), |r| {
            let later: bool = r.get(5)?;
            let kind = Kind::from_code(r.get(3)?).unwrap_or(Kind::Update);
            let what = match kind {
                Kind::Due | Kind::EventDate if later => ChangeKind::Slipped,
                Kind::Due | Kind::EventDate => ChangeKind::Moved,
                Kind::Decision => ChangeKind::Decided,
                Kind::Update | Kind::Verification => ChangeKind::Updated,
                _ => ChangeKind::New,
            };
            Ok(Said { entry: r.get(0)?, row: r.get(2)?, kind, of: r.get(4)?, what })
        })?;
        if let Some(only) = only {
            said.retain(|s| only.contains(&s.of));
        }
        for s in said.iter_mut().filter(|s| s.what == ChangeKind::Updated) {
            s.what = self.turn(s.of, s.entry)?.map_or(ChangeKind::Updated, |(_, _, what)| what);
        }
        let mut order: Vec<i64> = Vec::new();
        let mut by_item: HashMap<i64, Vec<Said>> = HashMap::new();
        for s in said {
            by_item
                .entry(s.of)
                .or_insert_with(|| {
                    order.push(s.of);
                    Vec::new()
                })
                .push(s);
        }
        let mut totals = [0_u32; KINDS.len()];
        for all in by_item.values() {
            for (total, kind) in totals.iter_mut().zip(KINDS) {
                *total += u32::from(all.iter().any(|s| s.what == kind));
            }
        }
        let [new, moved, slipped, closed, reopened, decided, updated] = totals;
        let size = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
        let page = order.iter().skip(size(offset)).take(size(limit));
        Ok(ChangesReply {
            after,
            since: self.conn.prepare_cached("SELECT at FROM entry WHERE n = ?1")?.query_row([after], |r| r.get(0)).optional()?,
            total: u32::try_from(order.len()).unwrap_or(u32::MAX),
            totals: ChangeTotals { new, moved, slipped, closed, reopened, decided, updated },
            items: page.map(|rid| self.changed_item(*rid, by_item.get(rid).map_or(&[], Vec::as_slice))).collect::<Result<_>>()?,
        })
    }

    /// How an entry changed where a commitment stands in the end: before, after, and whether that closed or reopened it.
    fn turn(&self, commitment: i64, entry: i64) -> Result<Option<(Status, Status, ChangeKind)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT (SELECT b.status FROM span b WHERE b.commitment = ?1 AND b.unlearnt = ?2 AND b.to_day = '9999-12-31'), a.status
             FROM span a WHERE a.commitment = ?1 AND a.learnt = ?2 AND a.to_day = '9999-12-31'",
        )?;
        let found = statement
            .query_row((commitment, entry), |r| {
                Ok((super::value::word_opt::<Status>(r, 0)?, super::value::word::<Status>(r, 1)?))
            })
            .optional()?;
        let Some((Some(before), after)) = found else { return Ok(None) };
        Ok(match (before.phase(), after.phase()) {
            (Phase::Closed, Phase::Closed) => None,
            (_, Phase::Closed) => Some((before, after, ChangeKind::Closed)),
            (Phase::Closed, _) => Some((before, after, ChangeKind::Reopened)),
            _ if before != after => Some((before, after, ChangeKind::Updated)),
            _ => None,
        })
    }

    fn changed_item(&self, rid: i64, said: &[Said]) -> Result<ChangedItem> {
        let brief = self.brief(rid)?;
        let lines = said.iter().map(|s| self.change_line(s)).collect::<Result<_>>()?;
        Ok(ChangedItem { id: brief.id, reference: brief.reference, kind: brief.kind, title: brief.title, lines })
    }

    fn change_line(&self, s: &Said) -> Result<ChangeLine> {
        let (at, by) = self.one("SELECT at, author FROM entry WHERE n = ?1", [s.entry], |r| Ok((r.get(0)?, r.get(1)?)))?;
        let mut line = ChangeLine { what: s.what, entry: s.entry, at, by, day: None, old: None, new: None, who: None, why: None };
        let turned = if matches!(s.kind, Kind::Update | Kind::Verification) { self.turn(s.of, s.entry)? } else { None };
        if let Some((before, after, _)) = turned {
            (line.old, line.new) = (Some(before.to_string()), Some(after.to_string()));
        }
        match s.kind {
            Kind::Due => {
                (line.day, line.new, line.who, line.why, line.old) = self.one(
                    "SELECT d.decided_on, d.stated, d.decider, d.reason, (SELECT p.stated FROM due p JOIN item pi ON pi.rid = p.rid AND pi.life = 0
                       WHERE p.of = d.of AND p.rid <> d.rid AND (ifnull(p.decided_on, ''), p.stamp) < (d.decided_on, d.stamp) ORDER BY p.decided_on DESC, p.stamp DESC LIMIT 1)
                     FROM due d WHERE d.rid = ?1",
                    [s.row],
                    |r| Ok((day_opt(r, 0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?)),
                )?;
            }
            Kind::EventDate => {
                (line.day, line.new, line.who, line.why, line.old) = self.one(
                    "SELECT d.decided_on, v.name || ' ' || d.from_day, d.decider, d.reason, (SELECT p.from_day FROM event_date p JOIN item pi ON pi.rid = p.rid AND pi.life = 0
                       WHERE p.event = d.event AND p.rid <> d.rid AND (ifnull(p.decided_on, ''), p.stamp) < (d.decided_on, d.stamp) ORDER BY p.decided_on DESC, p.stamp DESC LIMIT 1)
                     FROM event_date d JOIN event v ON v.rid = d.event WHERE d.rid = ?1",
                    [s.row],
                    |r| Ok((day_opt(r, 0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?)),
                )?;
            }
            Kind::Update => {
                let reporter: Option<i64>;
                (line.day, line.why, reporter) =
                    self.one("SELECT on_day, text, by_actor FROM update_ WHERE rid = ?1", [s.row], |r| {
                        Ok((Some(day(r, 0)?), r.get(1)?, r.get(2)?))
                    })?;
                line.who = reporter.map(|rid| self.spoken_of(rid)).transpose()?;
            }
            Kind::Verification => {
                let verdict: String;
                (line.day, verdict, line.why, line.who) =
                    self.one("SELECT on_day, verdict, reason, by FROM verification WHERE rid = ?1", [s.row], |r| {
                        Ok((Some(day(r, 0)?), r.get(1)?, r.get(2)?, r.get(3)?))
                    })?;
                line.why = line.why.or(Some(verdict));
            }
            Kind::Decision => {
                let actor: i64;
                (line.day, line.new, line.why, actor) =
                    self.one("SELECT on_day, answer, reason, actor FROM decision WHERE rid = ?1", [s.row], |r| {
                        Ok((Some(day(r, 0)?), r.get(1)?, r.get(2)?, r.get(3)?))
                    })?;
                line.who = Some(self.spoken_of(actor)?);
            }
            _ => {}
        }
        Ok(line)
    }

    /// The reviews that were held, newest first.
    pub fn reviews(&self) -> Result<Vec<ReviewRow>> {
        self.all(
            "SELECT i.id, v.name, v.on_day, v.note, c.entry, e.author FROM review v CROSS JOIN item i ON i.rid = v.rid AND i.life = 0
             CROSS JOIN change c ON c.item = v.rid AND c.field = '' LEFT JOIN entry e ON e.n = c.entry ORDER BY c.entry DESC",
            [],
            |r| {
                let by: Option<String> = r.get(5)?;
                Ok(ReviewRow {
                    id: id(r, 0)?,
                    name: r.get(1)?,
                    day: day(r, 2)?,
                    note: r.get(3)?,
                    entry: r.get(4)?,
                    by: by.unwrap_or_default(),
                })
            },
        )
    }
}

/// A review that was held.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct ReviewRow {
    pub id: Uuid,
    pub name: String,
    pub day: Day,
    pub note: Option<String>,
    /// What changed since is what came after this entry.
    pub entry: i64,
    pub by: String,
}
