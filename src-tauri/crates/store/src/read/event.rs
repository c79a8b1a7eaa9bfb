//! Events: the dated happenings that dues hang on, their dates with the reasons of each move, and what would move with
//! them.
//!
//! Does not move anything; `settle` brings the dues along when a date is added.

use super::days_overdue;
use super::value::{day, day_opt, id, word_opt};
use crate::lookup::{self, coded};
use crate::{Reader, Result};
use followthrough_model::due::{Due, DueKind};
use followthrough_model::{Day, Kind, Status, Uuid, text};

/// What hangs on an event is shown up to so many.
const MOST: usize = 500;

/// One event in the list.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct EventRow {
    pub id: Uuid,
    #[serde(rename = "ref")]
    pub reference: String,
    pub name: String,
    /// Nothing while its date is not known.
    pub from: Option<Day>,
    /// Nothing where it is of one day.
    pub to: Option<Day>,
    /// How often its date was moved.
    pub moved: u32,
    /// Dues that hang on it now.
    pub hanging: u32,
    /// The next one that is still ahead.
    pub next: bool,
}

/// A date that an event had.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct EventDateEntry {
    pub id: Uuid,
    pub from: Day,
    pub to: Option<Day>,
    /// Nothing for the first.
    pub decided_on: Option<Day>,
    pub decider: Option<String>,
    pub reason: Option<String>,
}

/// Everything about one event.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct EventPage {
    pub id: Uuid,
    #[serde(rename = "ref")]
    pub reference: String,
    pub name: String,
    pub deleted: bool,
    pub from: Option<Day>,
    pub to: Option<Day>,
    /// First to last.
    pub dates: Vec<EventDateEntry>,
    /// The dues that hang on it now, earliest first; at most 500.
    pub hanging: Vec<Hanging>,
    pub total: u32,
}

/// A due that hangs on an event.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct Hanging {
    /// What is due: a commitment, a milestone, a recommendation.
    pub id: Uuid,
    #[serde(rename = "ref")]
    pub reference: String,
    pub kind: Kind,
    pub title: String,
    /// Reference of the commitment; of a milestone, of the one that it belongs to.
    pub commitment: Option<String>,
    /// Name of the lead.
    pub lead: Option<String>,
    /// The words of the due.
    pub stated: String,
    pub due_by: Option<Day>,
    pub days_overdue: Option<i32>,
}

/// A due that would move.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct MovedDue {
    #[serde(flatten)]
    #[ts(flatten)]
    pub due: Hanging,
    /// What is due now.
    pub from: Option<Day>,
    /// What would be due.
    pub to: Option<Day>,
    pub becomes_overdue: bool,
    pub no_longer_overdue: bool,
}

/// What would come of moving an event.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct EventMove {
    /// Its name.
    pub event: String,
    #[serde(rename = "ref")]
    pub reference: String,
    pub from: Day,
    pub to: Option<Day>,
    pub was_from: Option<Day>,
    pub was_to: Option<Day>,
    /// Dues that would move.
    pub total: u32,
    pub becomes_overdue: u32,
    pub no_longer_overdue: u32,
    /// Why it cannot be moved so, where it cannot.
    pub refused: Option<String>,
    /// At most 500 of them.
    pub moves: Vec<MovedDue>,
}

/// A due as it hangs, with what a move needs of it.
struct Hung {
    shown: Hanging,
    due: Due,
    made: Option<Day>,
    open: bool,
}

/// The dues that hang on event `?1` now: of live items, each its latest.
const HANGING: &str = "FROM due d JOIN item di ON di.rid = d.rid AND di.life = 0 JOIN item oi ON oi.rid = d.of AND oi.life = 0
    LEFT JOIN milestone m ON oi.kind = 24 AND m.rid = d.of
    LEFT JOIN commitment c ON c.rid = coalesce(m.commitment, d.of)
    WHERE d.event = ?1 AND d.rid = (SELECT n.rid FROM due n JOIN item ni ON ni.rid = n.rid AND ni.life = 0 WHERE n.of = d.of ORDER BY n.decided_on DESC, n.stamp DESC, n.rid DESC LIMIT 1)
      AND (m.rid IS NULL OR m.live = 1)";

impl Reader<'_> {
    /// All events, those with the earliest date first, those without one last.
    pub fn events(&self, as_of: Day, limit: u32, offset: u32) -> Result<(u32, Vec<EventRow>)> {
        let total = self.count("SELECT count(*) FROM event e CROSS JOIN item i ON i.rid = e.rid WHERE i.life = 0", [])?;
        let next: Option<i64> = self
            .all(
                "SELECT e.rid FROM event e CROSS JOIN item i ON i.rid = e.rid WHERE i.life = 0 AND coalesce(e.to_day, e.from_day) >= ?1 ORDER BY e.from_day, e.rid LIMIT 1",
                [as_of.to_string()],
                |r| r.get(0),
            )?
            .pop();
        let rows = self.all(
            &format!(
                "SELECT e.rid, i.id, i.code, i.shown, e.name, e.from_day, e.to_day,
                   (SELECT count(*) FROM event_date x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 WHERE x.event = e.rid),
                   (SELECT count(*) {})
                 FROM event e CROSS JOIN item i ON i.rid = e.rid WHERE i.life = 0 ORDER BY e.from_day IS NULL, e.from_day, e.rid LIMIT ?1 OFFSET ?2",
                HANGING.replace("?1", "e.rid")
            ),
            (limit, offset),
            |r| {
                Ok(EventRow {
                    id: id(r, 1)?,
                    reference: coded(Some(Kind::Event), r.get(2)?, r.get(3)?),
                    name: r.get(4)?,
                    from: day_opt(r, 5)?,
                    to: day_opt(r, 6)?,
                    moved: r.get::<_, u32>(7)?.saturating_sub(1),
                    hanging: r.get(8)?,
                    next: next == Some(r.get(0)?),
                })
            },
        )?;
        Ok((total, rows))
    }

    /// The page of an event.
    pub fn event(&self, rid: i64, as_of: Day) -> Result<EventPage> {
        let (total, hung) = (self.hanging_on(rid)?, self.hung(rid, as_of)?);
        let dates = self.all(
            "SELECT i.id, x.from_day, x.to_day, x.decided_on, x.decider, x.reason FROM event_date x JOIN item i ON i.rid = x.rid AND i.life = 0
             WHERE x.event = ?1 ORDER BY x.decided_on, x.stamp, x.rid",
            [rid],
            |r| {
                Ok(EventDateEntry {
                    id: id(r, 0)?,
                    from: day(r, 1)?,
                    to: day_opt(r, 2)?,
                    decided_on: day_opt(r, 3)?,
                    decider: r.get(4)?,
                    reason: r.get(5)?,
                })
            },
        )?;
        self.one(
            "SELECT i.id, i.code, i.shown, i.life, e.name, e.from_day, e.to_day FROM event e JOIN item i ON i.rid = e.rid WHERE e.rid = ?1",
            [rid],
            |r| {
                Ok(EventPage {
                    id: id(r, 0)?,
                    reference: coded(Some(Kind::Event), r.get(1)?, r.get(2)?),
                    deleted: r.get::<_, i64>(3)? != 0,
                    name: r.get(4)?,
                    from: day_opt(r, 5)?,
                    to: day_opt(r, 6)?,
                    dates,
                    hanging: hung.into_iter().map(|hung| hung.shown).take(MOST).collect(),
                    total,
                })
            },
        )
    }

    /// How many dues hang on an event now.
    pub fn hanging_on(&self, event: i64) -> Result<u32> {
        self.count(&format!("SELECT count(*) {HANGING}"), [event])
    }

    /// What would come of moving an event to these days.
    pub fn event_move(&self, event: i64, from: Day, to: Option<Day>, as_of: Day) -> Result<EventMove> {
        let hung = self.hung(event, as_of)?;
        let days = (from, to.unwrap_or(from));
        let late = |open: bool, by: Option<Day>| open && by.is_some_and(|by| by < as_of);
        let mut found = self.one(
            "SELECT i.code, i.shown, e.name, e.from_day, e.to_day FROM event e JOIN item i ON i.rid = e.rid WHERE e.rid = ?1",
            [event],
            |r| {
                Ok(EventMove {
                    reference: coded(Some(Kind::Event), r.get(0)?, r.get(1)?),
                    event: r.get(2)?,
                    from,
                    to,
                    was_from: day_opt(r, 3)?,
                    was_to: day_opt(r, 4)?,
                    total: 0,
                    becomes_overdue: 0,
                    no_longer_overdue: 0,
                    refused: None,
                    moves: Vec::new(),
                })
            },
        )?;
        for Hung { shown, due, made, open } in hung {
            let (was, will) = (shown.due_by, due.due_by(Some(days)));
            if let Some((made, will)) = made.zip(will).filter(|(made, will)| will < made && found.refused.is_none()) {
                found.refused = Some(format!(
                    "“{}” ({}) was made on {made} and would be due on {will}, before that. Choose a later day for the event, or give it another due first.",
                    text::brief(&shown.title, 60),
                    shown.commitment.as_deref().unwrap_or(&shown.reference),
                ));
            }
            if was == will {
                continue;
            }
            let (becomes, no_longer) = (late(open, will) && !late(open, was), late(open, was) && !late(open, will));
            found.total += 1;
            found.becomes_overdue += u32::from(becomes);
            found.no_longer_overdue += u32::from(no_longer);
            if found.moves.len() < MOST {
                found.moves.push(MovedDue {
                    due: shown,
                    from: was,
                    to: will,
                    becomes_overdue: becomes,
                    no_longer_overdue: no_longer,
                });
            }
        }
        Ok(found)
    }

    /// The day on which the latest date of an event was decided; nothing where it has none, or only its first.
    pub fn event_decided(&self, event: i64) -> Result<Option<Day>> {
        self.one(
            "SELECT max(x.decided_on) FROM event_date x JOIN item i ON i.rid = x.rid AND i.life = 0 WHERE x.event = ?1",
            [event],
            |r| day_opt(r, 0),
        )
    }

    /// The live events with their names, for reading which one is meant.
    pub fn event_names(&self) -> Result<Vec<(followthrough_model::Ref, String)>> {
        self.all(
            "SELECT e.rid, i.id, e.name FROM event e CROSS JOIN item i ON i.rid = e.rid WHERE i.life = 0 ORDER BY e.rid",
            [],
            |r| Ok((followthrough_model::Ref { rid: r.get(0)?, id: id(r, 1)? }, r.get(2)?)),
        )
    }

    /// The days of an event, where they are known.
    pub fn event_days(&self, event: i64) -> Result<Option<(Day, Day)>> {
        self.one("SELECT from_day, coalesce(to_day, from_day) FROM event WHERE rid = ?1", [event], |r| {
            Ok(day_opt(r, 0)?.zip(day_opt(r, 1)?))
        })
    }

    fn hung(&self, event: i64, as_of: Day) -> Result<Vec<Hung>> {
        let sql = format!(
            "SELECT d.of, oi.id, oi.kind, d.stated, d.due_by, d.before, d.offset_days, c.made_on, c.status, m.done_on, ci.code, ci.shown, l.name
             {} ORDER BY d.due_by, d.rid",
            HANGING.replace("\n    WHERE", "\n    LEFT JOIN item ci ON ci.rid = c.rid LEFT JOIN actor l ON l.rid = c.lead WHERE")
        );
        let found = self.all(&sql, [event], |r| {
            let status: Option<Status> = word_opt(r, 8)?;
            let open = status.is_some_and(Status::is_open) && day_opt(r, 9)?.is_none();
            let due_by = day_opt(r, 4)?;
            let commitment: Option<i64> = r.get(10)?;
            Ok((
                r.get::<_, i64>(0)?,
                Hung {
                    due: Due { before: r.get(5)?, offset_days: r.get(6)?, ..Due::words_only(DueKind::Event, "") },
                    made: day_opt(r, 7)?,
                    open,
                    shown: Hanging {
                        id: id(r, 1)?,
                        reference: String::new(),
                        kind: Kind::from_code(r.get(2)?).unwrap_or(Kind::Commitment),
                        title: String::new(),
                        commitment: match commitment {
                            Some(code) => Some(coded(Some(Kind::Commitment), Some(code), r.get(11)?)),
                            None => None,
                        },
                        lead: r.get(12)?,
                        stated: r.get(3)?,
                        due_by,
                        days_overdue: days_overdue(open, due_by, as_of),
                    },
                },
            ))
        })?;
        found
            .into_iter()
            .map(|(of, mut hung)| {
                hung.shown.reference = lookup::reference_of(self.conn, of)?;
                hung.shown.title = lookup::title_of(self.conn, of)?;
                Ok(hung)
            })
            .collect()
    }
}
