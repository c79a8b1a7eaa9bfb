//! What one change of the log says, ready to be put into words: of an added due the one before it, of an update its status,
//! of a part who had it before.
//!
//! Does not choose which changes are told; the module above does.

use super::DiaryChange;
use crate::read::value::word_opt;
use crate::{Reader, Result};
use followthrough_model::Kind;
use rusqlite::OptionalExtension;
use rusqlite::types::Value;

/// A change as it stands in the log.
pub(super) struct Cell {
    pub rid: i64,
    pub kind: Kind,
    pub field: String,
    old: Value,
    new: Value,
}

/// Rows that only tie others together, and whose making says nothing beside what they tie.
const QUIET: &[Kind] = &[Kind::Answer, Kind::RequestAbout];
/// Fields of the program's own order.
const QUIET_FIELDS: &[&str] = &["stamp", "ord"];

impl Cell {
    pub(super) fn says_something(&self) -> bool {
        if self.field.is_empty() { !QUIET.contains(&self.kind) } else { !QUIET_FIELDS.contains(&self.field.as_str()) }
    }
}

/// SQL for the item that a row of a kind hangs on; nothing for what stands for itself.
pub(super) const fn owner_sql(kind: Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::Alias => "SELECT of FROM alias WHERE rid = ?1",
        Kind::Addressee => "SELECT recommendation FROM addressee WHERE rid = ?1",
        Kind::ThemeOf => "SELECT of FROM theme_of WHERE rid = ?1",
        Kind::CommitmentActor => "SELECT commitment FROM commitment_actor WHERE rid = ?1",
        Kind::Answer => "SELECT commitment FROM answer WHERE rid = ?1",
        Kind::Due => "SELECT of FROM due WHERE rid = ?1",
        Kind::Update => "SELECT commitment FROM update_ WHERE rid = ?1",
        Kind::Verification => "SELECT commitment FROM verification WHERE rid = ?1",
        Kind::EvidenceUse => "SELECT of FROM evidence_use WHERE rid = ?1",
        Kind::Caller => "SELECT recommendation FROM caller WHERE rid = ?1",
        Kind::Link => "SELECT of FROM link WHERE rid = ?1",
        Kind::Decision => "SELECT recommendation FROM decision WHERE rid = ?1",
        Kind::RequestAbout => "SELECT request FROM request_about WHERE rid = ?1",
        Kind::Milestone => "SELECT commitment FROM milestone WHERE rid = ?1",
        Kind::IndicatorOf => "SELECT indicator FROM indicator_of WHERE rid = ?1",
        Kind::Observation => "SELECT indicator FROM observation WHERE rid = ?1",
        Kind::TheirRef => "SELECT of FROM their_ref WHERE rid = ?1",
        Kind::Note => "SELECT of FROM note WHERE rid = ?1",
        Kind::Flag => "SELECT of FROM flag WHERE rid = ?1",
        Kind::CustomValue => "SELECT of FROM custom_value WHERE rid = ?1",
        Kind::EventDate => "SELECT event FROM event_date WHERE rid = ?1",
        _ => return None,
    })
}

impl Reader<'_> {
    /// The first changes of an entry; `item`: only of what belongs to it.
    pub(super) fn cells_of(&self, entry: i64, item: Option<i64>, most: u32) -> Result<Vec<Cell>> {
        let take = |r: &rusqlite::Row<'_>| {
            Ok((r.get::<_, i64>(0)?, r.get::<_, i64>(1)?, r.get::<_, String>(2)?, r.get::<_, Value>(3)?, r.get::<_, Value>(4)?))
        };
        let found = match item {
            Some(item) => self.all(
                &format!(
                    "SELECT c.item, i.kind, c.field, iif(c.field = '', NULL, c.old), iif(c.field = '', NULL, c.new) FROM ({}) f CROSS JOIN change c ON c.item = f.rid AND c.entry = ?1
                     CROSS JOIN item i ON i.rid = c.item ORDER BY c.n LIMIT ?2",
                    super::FAMILY.replace("?1", "?3")
                ),
                (entry, most, item),
                take,
            )?,
            None => self.all(
                "SELECT c.item, i.kind, c.field, iif(c.field = '', NULL, c.old), iif(c.field = '', NULL, c.new) FROM change c CROSS JOIN item i ON i.rid = c.item
                 WHERE c.entry = ?1 ORDER BY c.n LIMIT ?2",
                (entry, most),
                take,
            )?,
        };
        Ok(found
            .into_iter()
            .filter_map(|(rid, kind, field, old, new)| Some(Cell { rid, kind: Kind::from_code(kind)?, field, old, new }))
            .collect())
    }

    pub(super) fn said(&self, cell: &Cell) -> Result<DiaryChange> {
        let item = self.brief(self.owner(cell.rid)?)?;
        let mut change = DiaryChange {
            item,
            kind: cell.kind,
            made: cell.field.is_empty(),
            field: cell.field.clone(),
            before: None,
            after: None,
            status: None,
            who: None,
            why: None,
        };
        if !change.made {
            change.before = self.spoken(&cell.field, (&cell.old).into())?;
            change.after = self.spoken(&cell.field, (&cell.new).into())?;
            return Ok(change);
        }
        change.after = Some(self.brief(cell.rid)?.title);
        match cell.kind {
            Kind::Due => {
                (change.why, change.before) = self.one(
                    "SELECT d.reason, (SELECT p.stated FROM due p WHERE p.of = d.of AND p.rid <> d.rid AND (ifnull(p.decided_on, ''), p.stamp) < (ifnull(d.decided_on, ''), d.stamp)
                       ORDER BY p.decided_on DESC, p.stamp DESC LIMIT 1) FROM due d WHERE d.rid = ?1",
                    [cell.rid],
                    |r| Ok((r.get(0)?, r.get(1)?)),
                )?;
            }
            Kind::EventDate => {
                (change.why, change.before, change.after) = self.one(
                    "SELECT d.reason, (SELECT p.from_day FROM event_date p WHERE p.event = d.event AND p.rid <> d.rid AND (ifnull(p.decided_on, ''), p.stamp) < (ifnull(d.decided_on, ''), d.stamp)
                       ORDER BY p.decided_on DESC, p.stamp DESC LIMIT 1), d.from_day FROM event_date d WHERE d.rid = ?1",
                    [cell.rid],
                    |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
                )?;
            }
            Kind::CommitmentActor => {
                let (role, actor, before): (String, Option<i64>, Option<i64>) = self.one(
                    "SELECT a.role, a.actor, (SELECT p.actor FROM commitment_actor p WHERE p.commitment = a.commitment AND p.role = 'lead' AND a.role = 'lead' AND p.rid <> a.rid
                       AND (ifnull(p.from_day, ''), p.stamp) < (ifnull(a.from_day, ''), a.stamp) ORDER BY p.from_day DESC, p.stamp DESC LIMIT 1) FROM commitment_actor a WHERE a.rid = ?1",
                    [cell.rid],
                    |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
                )?;
                change.field = role;
                change.after = actor.map(|rid| self.spoken_of(rid)).transpose()?;
                change.before = before.map(|rid| self.spoken_of(rid)).transpose()?;
            }
            Kind::Update => {
                change.status = self.one("SELECT status FROM update_ WHERE rid = ?1", [cell.rid], |r| word_opt(r, 0))?;
            }
            Kind::Verification => {
                change.why = self.one("SELECT reason FROM verification WHERE rid = ?1", [cell.rid], |r| r.get(0))?;
            }
            Kind::Decision => {
                let actor: i64;
                (change.why, change.after, actor) =
                    self.one("SELECT reason, answer, actor FROM decision WHERE rid = ?1", [cell.rid], |r| {
                        Ok((r.get(0)?, r.get(1)?, r.get(2)?))
                    })?;
                change.who = Some(self.spoken_of(actor)?);
            }
            Kind::Setting => {
                change.after = self
                    .conn
                    .prepare_cached("SELECT name || ': ' || value FROM setting WHERE rid = ?1")?
                    .query_row([cell.rid], |r| r.get(0))
                    .optional()?;
            }
            _ => {}
        }
        Ok(change)
    }
}
