//! The queues of addressees: those who have not answered, and those who are only implied and not confirmed. Each oldest
//! first, from its own index; as of an earlier day from the dated answers.
//!
//! Does not hold requests; those have a queue of their own.

use super::bands::{AgeBand, YEARS, bands, days_before, days_since};
use super::row::When;
use super::value::{day_opt, id};
use super::{Named, actor_tree, named};
use crate::lookup::spoken;
use crate::{Reader, Result};
use followthrough_model::{Day, Uuid};
use rusqlite::params;

/// Which queue of addressees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Silence {
    /// It has not answered.
    NoResponse,
    /// The text only implies it, and nobody confirmed it.
    Unconfirmed,
}

/// Which addressees, and which page of them.
#[derive(Debug, Clone, Copy)]
pub struct SilentArgs {
    pub which: Silence,
    pub as_of: Day,
    /// The machine's day.
    pub today: Day,
    /// Only this actor, under every name that it had.
    pub actor: Option<i64>,
    /// With those that belong to it.
    pub tree: bool,
    pub source: Option<i64>,
    /// Only those to whom it was sent.
    pub sent: bool,
    pub limit: u32,
    pub offset: u32,
}

#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct SilentReply {
    pub as_of: Day,
    pub total: u32,
    /// By age, youngest first; what has no date is counted as oldest.
    pub bands: Vec<AgeBand>,
    pub items: Vec<SilentRow>,
}

/// One actor asked by one recommendation.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct SilentRow {
    /// Of the addressee.
    pub id: Uuid,
    pub actor: Named,
    pub recommendation_id: Uuid,
    /// Reference of the recommendation.
    pub recommendation: String,
    pub source: String,
    pub heading: Option<String>,
    pub text: String,
    pub named: bool,
    pub confirmed: bool,
    pub sent_on: Option<Day>,
    pub reply_by: Option<Day>,
    /// Since it was sent, or since its source is of.
    pub days_waiting: Option<u32>,
    /// Since the reply was due.
    pub days_late: Option<u32>,
}

/// The addressees `x` of a queue with their age, as a table. `?1` is the day.
fn from(args: &SilentArgs) -> String {
    // On an earlier day it counts from where it stood then: sent later is not sent yet.
    const THEN: &str = "x.rid, iif(x.sent_on <= ?1, x.sent_on, r.age_from) AS age_from FROM addressee x JOIN recommendation r ON r.rid = x.recommendation WHERE x.live = 1";
    const WAS: &str = "ifnull(r.age_from <= ?1, 1)";
    match (args.which, When::of(args.as_of, args.today)) {
        (Silence::NoResponse, When::Now) => {
            "SELECT x.rid, x.age_from FROM addressee x WHERE x.live = 1 AND x.decision IS NULL".to_owned()
        }
        (Silence::Unconfirmed, When::Now) => {
            "SELECT x.rid, x.age_from FROM addressee x WHERE x.live = 1 AND x.confirmed = 0".to_owned()
        }
        (Silence::NoResponse, _) => format!(
            "SELECT {THEN} AND x.decision IS NULL AND {WAS}
             UNION ALL SELECT {THEN} AND x.decision IS NOT NULL AND x.decided_on > ?1 AND {WAS} AND NOT EXISTS (SELECT 1 FROM decision d JOIN item di ON di.rid = d.rid AND di.life = 0
               WHERE d.recommendation = x.recommendation AND d.actor = x.actor AND d.on_day <= ?1)"
        ),
        // Confirming is not dated: who is unconfirmed now is shown.
        (Silence::Unconfirmed, _) => format!("SELECT {THEN} AND x.confirmed = 0 AND {WAS}"),
    }
}

fn filter(args: &SilentArgs) -> String {
    let actor = match (args.actor.is_some(), args.tree) {
        (false, _) => "?2 IS NULL".to_owned(),
        (true, true) => format!("f.actor IN ({})", actor_tree::family("?2")),
        (true, false) => format!("f.actor IN ({})", actor_tree::names("?2", "?1")),
    };
    let source = match args.source {
        None => "?3 IS NULL",
        Some(_) => "fr.source = ?3",
    };
    let sent = if args.sent { " AND f.sent_on <= ?1" } else { "" };
    let joined = args.actor.is_some() || args.source.is_some() || args.sent;
    let join = if joined { "JOIN addressee f ON f.rid = x.rid JOIN recommendation fr ON fr.rid = f.recommendation" } else { "" };
    format!("{join} WHERE ?1 IS NOT NULL AND {actor} AND {source}{sent}")
}

impl Reader<'_> {
    /// How many are in a queue of addressees.
    pub fn count_silent(&self, args: &SilentArgs) -> Result<u32> {
        let sql = format!("SELECT count(*) FROM ({}) x {}", from(args), filter(args));
        self.count(&sql, params![args.as_of.to_string(), args.actor, args.source])
    }

    /// A queue of addressees: the total with its ages, and one page, oldest first.
    pub fn silent(&self, args: &SilentArgs) -> Result<SilentReply> {
        let (from, filter, day) = (from(args), filter(args), args.as_of.to_string());
        let within = YEARS.map(|days| days_before(args.as_of, days).to_string());
        let (total, within) = self.one(
            &format!(
                "SELECT count(*), coalesce(sum(x.age_from >= ?4), 0), coalesce(sum(x.age_from >= ?5), 0), coalesce(sum(x.age_from >= ?6), 0) FROM ({from}) x {filter}"
            ),
            params![day, args.actor, args.source, within[0], within[1], within[2]],
            |r| Ok((r.get(0)?, [r.get(1)?, r.get(2)?, r.get(3)?])),
        )?;
        let sql = format!(
            "SELECT xi.id, ai.id, a.short, a.name, ri.id, ri.code, ri.shown, s.short, r.label, r.heading, r.text, x.named, x.confirmed,
               iif(x.sent_on <= ?1, x.sent_on, NULL), iif(ifnull(x.sent_on <= ?1, 1), x.reply_by, NULL), y.age_from, x.decision IS NULL OR x.decided_on > ?1
             FROM (SELECT x.rid, x.age_from FROM ({from}) x {filter} ORDER BY x.age_from, x.rid LIMIT ?4 OFFSET ?5) y
             JOIN addressee x ON x.rid = y.rid JOIN item xi ON xi.rid = x.rid JOIN actor a ON a.rid = x.actor JOIN item ai ON ai.rid = a.rid
             JOIN recommendation r ON r.rid = x.recommendation JOIN item ri ON ri.rid = r.rid JOIN source s ON s.rid = r.source ORDER BY y.age_from, x.rid"
        );
        let items = self.all(&sql, params![day, args.actor, args.source, args.limit, args.offset], |r| {
            let Some(actor) = named(r, 1)? else { return Ok(None) };
            let (source, label): (String, Option<String>) = (r.get(7)?, r.get(8)?);
            let reply_by = day_opt(r, 14)?;
            let silent: bool = r.get(16)?;
            let waits = |from| if silent { days_since(from, args.as_of) } else { None };
            Ok(Some(SilentRow {
                id: id(r, 0)?,
                actor,
                recommendation_id: id(r, 4)?,
                recommendation: spoken(&source, label.as_deref(), r.get(5)?, r.get(6)?),
                source,
                heading: r.get(9)?,
                text: r.get(10)?,
                named: r.get(11)?,
                confirmed: r.get(12)?,
                sent_on: day_opt(r, 13)?,
                reply_by,
                days_waiting: waits(day_opt(r, 15)?),
                days_late: waits(reply_by).filter(|days| *days > 0),
            }))
        })?;
        Ok(SilentReply {
            as_of: args.as_of,
            total,
            bands: bands(0, YEARS, total, within),
            items: items.into_iter().flatten().collect(),
        })
    }
}
