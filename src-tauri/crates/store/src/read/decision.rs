//! Answers of addressees, as history: on the page of a recommendation and on that of an actor.
//!
//! Does not say which answer holds for an addressee among others; `addressee` does.

use super::value::{day, day_opt, id, word};
use super::{Brief, Named, actor_tree, named};
use crate::{Reader, Result};
use followthrough_model::vocabulary::DecisionKind;
use followthrough_model::{Day, Uuid};

/// One answer of an addressee.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct DecisionRow {
    pub id: Uuid,
    pub actor: Named,
    pub answer: DecisionKind,
    pub day: Day,
    pub reason: Option<String>,
    /// The day by which it means to act.
    pub planned_on: Option<Day>,
    /// The request that it answered.
    pub request: Option<Brief>,
    /// It is the latest of its actor; else a later one took its place.
    pub holds: bool,
}

/// One answer of an actor, with what it answered.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct DecidedRow {
    pub id: Uuid,
    pub recommendation: Brief,
    /// The name that it had, where that is not its own.
    pub under: Option<Named>,
    pub answer: DecisionKind,
    pub day: Day,
    pub reason: Option<String>,
    pub planned_on: Option<Day>,
    /// It is the latest on this recommendation.
    pub holds: bool,
}

/// Whether no later answer of the same actor to the same recommendation took the place of `d` by the day `?2`.
const HOLDS: &str = "NOT EXISTS (SELECT 1 FROM decision n JOIN item ni ON ni.rid = n.rid AND ni.life = 0
    WHERE n.recommendation = d.recommendation AND n.actor = d.actor AND n.on_day <= ?2 AND (n.on_day, n.stamp, n.rid) > (d.on_day, d.stamp, d.rid))";

impl Reader<'_> {
    /// The answers to a recommendation by a day, newest first.
    pub fn decisions(&self, of: i64, as_of: Day) -> Result<Vec<DecisionRow>> {
        let found = self.all(
            &format!(
                "SELECT i.id, ai.id, a.short, a.name, d.answer, d.on_day, d.reason, d.planned_on, d.request, {HOLDS}
                 FROM decision d JOIN item i ON i.rid = d.rid AND i.life = 0 JOIN actor a ON a.rid = d.actor JOIN item ai ON ai.rid = a.rid
                 WHERE d.recommendation = ?1 AND d.on_day <= ?2 ORDER BY d.on_day DESC, d.stamp DESC, d.rid DESC"
            ),
            (of, as_of.to_string()),
            |r| {
                let Some(actor) = named(r, 1)? else { return Ok(None) };
                let row = DecisionRow {
                    id: id(r, 0)?,
                    actor,
                    answer: word(r, 4)?,
                    day: day(r, 5)?,
                    reason: r.get(6)?,
                    planned_on: day_opt(r, 7)?,
                    request: None,
                    holds: r.get(9)?,
                };
                Ok(Some((row, r.get::<_, Option<i64>>(8)?)))
            },
        )?;
        let rows = found
            .into_iter()
            .flatten()
            .map(|(row, request)| Ok(DecisionRow { request: request.map(|rid| self.brief(rid)).transpose()?, ..row }));
        rows.collect()
    }

    /// What an actor answered by a day, under every name that it had, newest first; at most 100.
    pub fn decided_by(&self, actor: i64, as_of: Day) -> Result<Vec<DecidedRow>> {
        let found = self.all(
            &format!(
                "SELECT i.id, d.recommendation, ai.id, a.short, a.name, d.actor = ?1, d.answer, d.on_day, d.reason, d.planned_on, {HOLDS}
                 FROM decision d JOIN item i ON i.rid = d.rid AND i.life = 0 JOIN item ri ON ri.rid = d.recommendation AND ri.life = 0
                   JOIN actor a ON a.rid = d.actor JOIN item ai ON ai.rid = a.rid
                 WHERE d.actor IN ({}) AND d.on_day <= ?2 ORDER BY d.on_day DESC, d.stamp DESC, d.rid DESC LIMIT 100",
                actor_tree::names("?1", "?2")
            ),
            (actor, as_of.to_string()),
            |r| {
                let under = if r.get(5)? { None } else { named(r, 2)? };
                Ok((id(r, 0)?, r.get::<_, i64>(1)?, under, word(r, 6)?, day(r, 7)?, r.get(8)?, day_opt(r, 9)?, r.get(10)?))
            },
        )?;
        let rows = found.into_iter().map(|(id, recommendation, under, answer, day, reason, planned_on, holds)| {
            Ok(DecidedRow { id, recommendation: self.brief(recommendation)?, under, answer, day, reason, planned_on, holds })
        });
        rows.collect()
    }
}
