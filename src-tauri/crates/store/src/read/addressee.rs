//! Whom a recommendation asks, what each of them answered so far, and who is to call on them.
//!
//! Does not hold the queue of those without an answer (`silent`) nor the history of answers (`decision`).

use super::bands::days_since;
use super::value::{day_opt, id, word_opt};
use super::{Named, named};
use crate::{Reader, Result};
use followthrough_model::vocabulary::DecisionKind;
use followthrough_model::{Day, Uuid};

/// An actor asked by a recommendation, with the answer that holds on the day.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct AddresseeRow {
    pub id: Uuid,
    pub actor: Named,
    /// The text names it; else it is implied.
    pub named: bool,
    /// The officer confirmed it.
    pub confirmed: bool,
    /// The day on which it was sent to the actor.
    pub sent_on: Option<Day>,
    /// The day by which an answer is asked.
    pub reply_by: Option<Day>,
    /// Nothing: no response.
    pub decision: Option<DecisionKind>,
    pub decided_on: Option<Day>,
    /// The day by which it means to act.
    pub planned_on: Option<Day>,
    pub reason: Option<String>,
    /// Days without an answer since it was sent, or since its source is of; nothing where it answered.
    pub days_waiting: Option<u32>,
    /// Days without an answer since the reply was due.
    pub days_late: Option<u32>,
}

/// Who is to call on the addressees.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct CallerRow {
    pub id: Uuid,
    pub actor: Named,
}

impl Reader<'_> {
    /// Whom a recommendation asks, as it stood on a day.
    pub fn addressees(&self, of: i64, as_of: Day) -> Result<Vec<AddresseeRow>> {
        let found = self.all(
            "SELECT xi.id, ai.id, a.short, a.name, x.named, x.confirmed, iif(x.sent_on <= ?2, x.sent_on, NULL), iif(ifnull(x.sent_on <= ?2, 1), x.reply_by, NULL),
               r.age_from, d.answer, d.on_day, d.planned_on, d.reason
             FROM addressee x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 JOIN actor a ON a.rid = x.actor JOIN item ai ON ai.rid = a.rid
               JOIN recommendation r ON r.rid = x.recommendation
               LEFT JOIN decision d ON d.rid = (SELECT n.rid FROM decision n JOIN item ni ON ni.rid = n.rid AND ni.life = 0
                 WHERE n.recommendation = x.recommendation AND n.actor = x.actor AND n.on_day <= ?2 ORDER BY n.on_day DESC, n.stamp DESC, n.rid DESC LIMIT 1)
             WHERE x.recommendation = ?1 ORDER BY x.rid",
            (of, as_of.to_string()),
            |r| {
                let Some(actor) = named(r, 1)? else { return Ok(None) };
                let (sent_on, reply_by, age_from) = (day_opt(r, 6)?, day_opt(r, 7)?, day_opt(r, 8)?);
                let decision: Option<DecisionKind> = word_opt(r, 9)?;
                let waits = |from| if decision.is_none() { days_since(from, as_of) } else { None };
                Ok(Some(AddresseeRow {
                    id: id(r, 0)?,
                    actor,
                    named: r.get(4)?,
                    confirmed: r.get(5)?,
                    sent_on,
                    reply_by,
                    decision,
                    decided_on: day_opt(r, 10)?,
                    planned_on: day_opt(r, 11)?,
                    reason: r.get(12)?,
                    days_waiting: waits(sent_on.or(age_from)),
                    days_late: waits(reply_by).filter(|days| *days > 0),
                }))
            },
        )?;
        Ok(found.into_iter().flatten().collect())
    }

    /// The addressee of a recommendation that is the actor under any name that it had: its row, and the actor as it is
    /// named there.
    pub fn addressee_of(&self, recommendation: i64, actor: i64, as_of: Day) -> Result<Option<(i64, i64)>> {
        let sql = format!(
            "SELECT x.rid, x.actor FROM addressee x JOIN item i ON i.rid = x.rid AND i.life = 0
             WHERE x.recommendation = ?1 AND x.actor IN ({}) ORDER BY x.actor = ?2 DESC, x.rid LIMIT 1",
            super::actor_tree::names("?2", "?3")
        );
        Ok(self.all(&sql, (recommendation, actor, as_of.to_string()), |r| Ok((r.get(0)?, r.get(1)?)))?.into_iter().next())
    }

    /// Whether a recommendation asks exactly this actor.
    pub fn asks(&self, recommendation: i64, actor: i64) -> Result<bool> {
        const ASKS: &str = "SELECT count(*) FROM addressee x JOIN item i ON i.rid = x.rid AND i.life = 0 WHERE x.recommendation = ?1 AND x.actor = ?2";
        Ok(self.count(ASKS, (recommendation, actor))? > 0)
    }

    /// Whether exactly this actor is to call on others by a recommendation.
    pub fn calls(&self, recommendation: i64, actor: i64) -> Result<bool> {
        const CALLS: &str = "SELECT count(*) FROM caller x JOIN item i ON i.rid = x.rid AND i.life = 0 WHERE x.recommendation = ?1 AND x.actor = ?2";
        Ok(self.count(CALLS, (recommendation, actor))? > 0)
    }

    /// When an addressee was sent its recommendation, and by when an answer is asked.
    pub fn asked_days(&self, rid: i64) -> Result<(Option<Day>, Option<Day>)> {
        self.one("SELECT sent_on, reply_by FROM addressee WHERE rid = ?1", [rid], |r| Ok((day_opt(r, 0)?, day_opt(r, 1)?)))
    }

    /// Who is to call on the addressees of a recommendation.
    pub fn callers(&self, of: i64) -> Result<Vec<CallerRow>> {
        let found = self.all(
            "SELECT xi.id, ai.id, a.short, a.name FROM caller x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 JOIN actor a ON a.rid = x.actor
             JOIN item ai ON ai.rid = a.rid WHERE x.recommendation = ?1 ORDER BY x.rid",
            [of],
            |r| Ok((id(r, 0)?, named(r, 1)?)),
        )?;
        Ok(found.into_iter().filter_map(|(id, actor)| Some(CallerRow { id, actor: actor? })).collect())
    }
}
