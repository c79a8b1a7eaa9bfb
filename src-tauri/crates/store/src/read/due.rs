//! The dues of an item as they held: what was said first, each move with its reason and decider (an event that moved
//! among them), and the occurrences of a recurring one.
//!
//! Does not decide what is overdue in a list; the kept columns do.

use super::value::{day_opt, id, word};
use crate::lookup::coded;
use crate::{Reader, Result, settle};
use followthrough_model::due::DueKind;
use followthrough_model::due_facts::{DueRow, due_facts, occurrences};
use followthrough_model::{Day, Kind, Uuid};
use std::collections::HashMap;

/// The reason of a move that came with an event.
pub const EVENT_MOVED: &str = "event moved";

/// Occurrences that are shown ahead of the day asked about.
const AHEAD: usize = 3;
/// No page shows more occurrences than these; the oldest are left out.
const MOST: usize = 240;

/// A due as it stands.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct DueNow {
    pub id: Uuid,
    pub kind: DueKind,
    /// The words as they were said.
    pub stated: String,
    /// The last day that they allow, where it can be known; of a recurring due its first occurrence that is still owed.
    pub due_by: Option<Day>,
    pub from: Option<Day>,
    pub to: Option<Day>,
    /// Name of the event that it hangs on.
    pub event: Option<String>,
    /// Reference of that event.
    pub event_ref: Option<String>,
    /// Months between two occurrences.
    pub every_months: Option<u32>,
    pub decided_on: Option<Day>,
    pub decider: Option<String>,
    pub reason: Option<String>,
}

/// A due on the time line: the original, or a move.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct DueEntry {
    pub id: Uuid,
    /// Nothing for the original.
    pub day: Option<Day>,
    pub stated: String,
    pub due_by: Option<Day>,
    /// The words before; nothing for the original.
    pub before: Option<String>,
    /// What was due before.
    pub due_by_before: Option<Day>,
    /// Days between the two.
    pub days: Option<i32>,
    /// “event moved” where the event that it hangs on did.
    pub reason: Option<String>,
    pub decider: Option<String>,
    /// Name of the event that it hangs on.
    pub event: Option<String>,
    /// Why that event moved.
    pub event_reason: Option<String>,
}

/// What became of one occurrence of a recurring due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Occurred {
    Reported,
    Waived,
    Missed,
    Ahead,
}

/// One occurrence of a recurring due.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct Occurrence {
    pub day: Day,
    pub state: Occurred,
    /// The day on which it was reported or waived.
    pub on: Option<Day>,
    /// Days by which it was reported late, or by which it is late.
    pub days_late: Option<i32>,
    /// The update that reports it.
    pub update: Option<String>,
    /// Why it was waived.
    pub reason: Option<String>,
}

/// What the dues of an item say of a day.
#[derive(Debug, Clone, Default)]
pub(crate) struct DueStory {
    pub current: Option<DueNow>,
    pub original: Option<DueNow>,
    /// Oldest first, the original among them, each with its stamp.
    pub entries: Vec<(i64, DueEntry)>,
    /// Days between the original due and the current one.
    pub days_moved: Option<i32>,
}

impl DueStory {
    /// How often it was moved.
    pub(crate) fn slips(&self) -> u32 {
        u32::try_from(self.entries.len().saturating_sub(1)).unwrap_or(u32::MAX)
    }

    /// The original day; a recurring due is counted against the occurrence that is owed, not against its first.
    pub(crate) fn against(&self) -> Option<Day> {
        let current = self.current.as_ref()?;
        if current.kind == DueKind::Recurring { current.due_by } else { self.original.as_ref()?.due_by }
    }
}

/// The move of an event.
struct Moved {
    id: Uuid,
    reason: Option<String>,
    decider: Option<String>,
}

impl Reader<'_> {
    /// The dues of an item as they were known to hold on a day.
    pub(crate) fn due_story(&self, of: i64, as_of: Day) -> Result<DueStory> {
        let known = self.dues(of)?;
        if known.is_empty() {
            return Ok(DueStory::default());
        }
        let by_row: HashMap<i64, DueNow> = known.into_iter().collect();
        let (reported, made) = match self.one("SELECT kind FROM item WHERE rid = ?1", [of], |r| r.get::<_, i64>(0))? {
            code if code == Kind::Commitment.code() => {
                let facts = settle::facts(self.conn, of)?;
                (facts.reported, facts.made)
            }
            code if code == Kind::Milestone.code() => {
                let sql = "SELECT c.made_on FROM milestone m JOIN commitment c ON c.rid = m.commitment WHERE m.rid = ?1";
                (Vec::new(), self.one(sql, [of], |r| day_opt(r, 0))?)
            }
            _ => (Vec::new(), None),
        };
        let facts = due_facts(&settle::due_rows(self.conn, of)?, &reported, made);
        let mut story = DueStory::default();
        let mut last_row = None;
        for fact in facts.into_iter().filter(|fact| fact.decided.is_none_or(|on| on <= as_of)) {
            let Some(row) = by_row.get(&fact.row) else { continue };
            let now = DueNow { due_by: fact.due_by, ..row.clone() };
            if fact.moved {
                let before = story.entries.last().map(|(_, entry)| (entry.stated.clone(), entry.due_by));
                let (before, due_by_before) = before.map_or((None, None), |(stated, by)| (Some(stated), by));
                let mut entry = DueEntry {
                    id: row.id,
                    day: fact.decided,
                    stated: row.stated.clone(),
                    due_by: fact.due_by,
                    before,
                    due_by_before,
                    days: due_by_before.zip(fact.due_by).and_then(|(from, to)| days_between(from, to)),
                    reason: row.reason.clone(),
                    decider: row.decider.clone(),
                    event: row.event.clone(),
                    event_reason: None,
                };
                if last_row == Some(fact.row) {
                    let moved = self.move_behind(fact.row, fact.decided, fact.stamp)?;
                    entry.id = moved.id;
                    entry.reason = Some(EVENT_MOVED.to_owned());
                    entry.event_reason = moved.reason;
                    entry.decider = moved.decider;
                }
                story.entries.push((fact.stamp, entry));
            }
            last_row = Some(fact.row);
            story.original.get_or_insert_with(|| now.clone());
            story.current = Some(now);
        }
        if let [(_, first), .., (_, last)] = story.entries.as_slice() {
            story.days_moved = first.due_by.zip(last.due_by).and_then(|(from, to)| days_between(from, to));
        }
        Ok(story)
    }

    /// The due of an item as it stands on a day.
    pub fn due_on(&self, of: i64, as_of: Day) -> Result<Option<DueNow>> {
        Ok(self.due_story(of, as_of)?.current)
    }

    fn move_behind(&self, due: i64, decided: Option<Day>, stamp: i64) -> Result<Moved> {
        self.one(
            "SELECT i.id, x.reason, x.decider FROM due d JOIN event_date x ON x.event = d.event JOIN item i ON i.rid = x.rid AND i.life = 0
             WHERE d.rid = ?1 AND x.decided_on IS ?2 AND x.stamp = ?3 ORDER BY x.rid DESC LIMIT 1",
            (due, decided.map(|day| day.to_string()), stamp),
            |r| Ok(Moved { id: id(r, 0)?, reason: r.get(1)?, decider: r.get(2)? }),
        )
    }

    /// The rows of the dues of an item, original first, current last; their days are those of today.
    pub(crate) fn dues(&self, of: i64) -> Result<Vec<(i64, DueNow)>> {
        self.all(
            &format!("SELECT d.rid, i.id, d.kind, d.stated, d.due_by, d.from_day, d.to_day, e.name, ei.code, ei.shown, d.every_months, d.decided_on, d.decider, d.reason
             FROM due d JOIN item i ON i.rid = d.rid AND {} LEFT JOIN event e ON e.rid = d.event LEFT JOIN item ei ON ei.rid = e.rid
             WHERE d.of = ?1 ORDER BY d.decided_on, d.stamp, d.rid", self.then().counts("d.rid", "i.life")),
            [of],
            |r| {
                let event: Option<String> = r.get(7)?;
                let event_ref = event.is_some().then(|| coded(Some(Kind::Event), r.get(8).ok().flatten(), r.get(9).ok().flatten()));
                Ok((
                    r.get(0)?,
                    DueNow {
                        id: id(r, 1)?,
                        kind: word(r, 2)?,
                        stated: r.get(3)?,
                        due_by: day_opt(r, 4)?,
                        from: day_opt(r, 5)?,
                        to: day_opt(r, 6)?,
                        event,
                        event_ref,
                        every_months: r.get(10)?,
                        decided_on: day_opt(r, 11)?,
                        decider: r.get(12)?,
                        reason: r.get(13)?,
                    },
                ))
            },
        )
    }

    /// The day on which a commitment was made, where it is known.
    pub fn made_on(&self, commitment: i64) -> Result<Option<Day>> {
        self.one("SELECT made_on FROM commitment WHERE rid = ?1", [commitment], |r| day_opt(r, 0))
    }

    /// The due of an item that has this identity.
    pub fn due(&self, of: i64, id: Uuid) -> Result<Option<DueNow>> {
        Ok(self.dues(of)?.into_iter().map(|(_, due)| due).find(|due| due.id == id))
    }

    /// The occurrences of a commitment's recurring due: those up to a day, and the next ones. Nothing where it does not recur.
    pub(crate) fn occurrences(&self, commitment: i64, as_of: Day) -> Result<Vec<Occurrence>> {
        let Some(due) = self.recurring(commitment, as_of)? else { return Ok(Vec::new()) };
        let told = self.told(commitment, as_of)?;
        let mut ahead = 0;
        let mut found: Vec<Occurrence> = Vec::new();
        for day in occurrences(&due.due).take_while(|day| {
            ahead += usize::from(*day > as_of);
            ahead <= AHEAD
        }) {
            found.push(occurrence(day, told.get(&day), as_of));
        }
        Ok(found.split_off(found.len().saturating_sub(MOST)))
    }

    /// The recurring due that holds on a day.
    pub fn recurring(&self, commitment: i64, as_of: Day) -> Result<Option<DueRow>> {
        let mut rows = settle::due_rows(self.conn, commitment)?;
        rows.retain(|row| row.decided.is_none_or(|on| on <= as_of));
        Ok(rows.pop().filter(|row| row.due.kind == DueKind::Recurring))
    }

    /// Whether an occurrence was reported or waived.
    pub fn is_told(&self, commitment: i64, occurrence: Day) -> Result<bool> {
        Ok(settle::facts(self.conn, commitment)?.reported.iter().any(|told| told.occurrence == occurrence))
    }

    /// The first word on each occurrence, up to a day.
    fn told(&self, commitment: i64, as_of: Day) -> Result<HashMap<Day, Told>> {
        let mut told = HashMap::new();
        let rows = self.all(
            "SELECT u.occurrence, u.on_day, i.code, i.shown, NULL, u.stamp AS stamp FROM update_ u JOIN item i ON i.rid = u.rid AND i.life = 0
             WHERE u.commitment = ?1 AND u.occurrence IS NOT NULL AND u.on_day <= ?2
             UNION ALL SELECT v.occurrence, v.on_day, NULL, NULL, coalesce(v.reason, ''), v.stamp FROM verification v JOIN item i ON i.rid = v.rid AND i.life = 0
             WHERE v.commitment = ?1 AND v.occurrence IS NOT NULL AND v.on_day <= ?2 ORDER BY 2, 6",
            (commitment, as_of.to_string()),
            |r| {
                let reason: Option<String> = r.get(4)?;
                let update = if reason.is_none() { Some(coded(Some(Kind::Update), r.get(2)?, r.get(3)?)) } else { None };
                Ok((day_opt(r, 0)?, Told { on: super::value::day(r, 1)?, update, reason }))
            },
        )?;
        for (occurrence, word) in rows {
            if let Some(occurrence) = occurrence {
                told.entry(occurrence).or_insert(word);
            }
        }
        Ok(told)
    }
}

/// What was said about an occurrence: an update, or a waiver with its reason.
struct Told {
    on: Day,
    update: Option<String>,
    reason: Option<String>,
}

fn occurrence(day: Day, told: Option<&Told>, as_of: Day) -> Occurrence {
    let late = |on: Day| days_between(day, on).filter(|days| *days > 0);
    match told {
        Some(Told { on, reason: Some(reason), .. }) => Occurrence {
            day,
            state: Occurred::Waived,
            on: Some(*on),
            days_late: None,
            update: None,
            reason: Some(reason.clone()),
        },
        Some(Told { on, update, reason: None }) => Occurrence {
            day,
            state: Occurred::Reported,
            on: Some(*on),
            days_late: late(*on),
            update: update.clone(),
            reason: None,
        },
        None => {
            let state = if day < as_of { Occurred::Missed } else { Occurred::Ahead };
            Occurrence { day, state, on: None, days_late: late(as_of), update: None, reason: None }
        }
    }
}

/// Days from one day to another.
pub(crate) fn days_between(from: Day, to: Day) -> Option<i32> {
    i32::try_from((to - from).num_days()).ok()
}
