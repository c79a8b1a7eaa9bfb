//! What a letter to an actor is made of: what it owes by now and soon, the questions that it did not answer, the
//! recommendations that it did not respond to. What is marked as not for export is left out and counted.
//!
//! Does not word the letter; the window does, in its language. Notes and flags of the desk are never read here. An
//! addressee that the text only implies and that nobody confirmed is not reminded: it is counted apart.

use super::account::led;
use super::bands::days_since;
use super::lists::SOON;
use super::row::{self as commitment_row, CommitmentRow, When};
use super::value::{day, day_opt, id};
use super::{Brief, Named, named};
use crate::lookup::{coded, spoken};
use crate::{Reader, Result};
use followthrough_model::{Day, Kind, Status, Uuid};
use rusqlite::{OptionalExtension, params};
use std::collections::HashSet;

/// Rows of each sort that a letter can hold; more are counted.
const MOST: u32 = 200;

/// What was last heard of a commitment, as far as it may be told.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct OwedWord {
    pub day: Day,
    /// Who reported it, by name.
    pub by: Option<String>,
    pub text: String,
}

/// A commitment that is owed.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct OwedItem {
    pub id: Uuid,
    /// Its reference.
    pub commitment: String,
    /// Reference of the main recommendation that it answers.
    pub recommendation: Option<String>,
    /// What was undertaken.
    pub deliverable: String,
    /// The desk worded it; it is nobody's word yet.
    pub drafted: bool,
    /// Short reference of the lead.
    pub lead: Option<String>,
    pub status: Status,
    pub due_stated: Option<String>,
    pub due_by: Option<Day>,
    /// As it was due first, where it was moved.
    pub first_stated: Option<String>,
    pub first_by: Option<Day>,
    /// How often it was moved.
    pub slips: u32,
    /// Nothing where it is not overdue.
    pub days_overdue: Option<i32>,
    pub word: Option<OwedWord>,
}

/// A request without an answer.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct OwedAnswer {
    pub id: Uuid,
    /// Its reference.
    pub request: String,
    pub day: Day,
    pub text: String,
    /// References of what it is about.
    pub about: Vec<String>,
    pub reply_by: Option<Day>,
    pub reminders: u32,
    pub last_reminded: Option<Day>,
    pub days_waiting: Option<u32>,
}

/// A recommendation without a response.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct OwedResponse {
    pub id: Uuid,
    /// Its reference.
    pub recommendation: String,
    /// Title of its source.
    pub source: String,
    pub heading: Option<String>,
    pub text: String,
    /// Short reference of who is asked.
    pub actor: Named,
    pub sent_on: Option<Day>,
    pub reply_by: Option<Day>,
}

/// The matter of a letter.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct OwedReply {
    pub as_of: Day,
    /// The last day that "soon" takes in.
    pub soon: Day,
    pub actor: Named,
    pub tree: bool,
    /// A contact at work, as the officer typed it.
    pub contact: Option<String>,
    /// Who writes: the desk's name.
    pub desk: String,
    pub overdue_total: u32,
    /// The oldest due first; at most 200, as of each sort.
    pub overdue: Vec<OwedItem>,
    pub due_soon_total: u32,
    pub due_soon: Vec<OwedItem>,
    pub answers_total: u32,
    /// The oldest first.
    pub answers: Vec<OwedAnswer>,
    pub responses_total: u32,
    /// In the order of their sources.
    pub responses: Vec<OwedResponse>,
    /// Left out because it, or what it hangs on, is not for export.
    pub left_out: u32,
    /// Recommendations that may mean it and that nobody confirmed: not in the letter.
    pub unconfirmed: u32,
}

/// Joins what decides whether a row of commitments may be told.
const HANGS: &str = "LEFT JOIN item wi ON wi.rid = r.parent LEFT JOIN item si ON si.rid = r.source";
const TOLD: &str = "i.private = 0 AND ifnull(ri.private, 0) = 0 AND ifnull(wi.private, 0) = 0 AND ifnull(si.private, 0) = 0";

impl Reader<'_> {
    /// What an actor owes on a day, as far as it may be told.
    pub fn owed(&self, actor: i64, tree: bool, as_of: Day, today: Day) -> Result<OwedReply> {
        let ours = self.actors_of(actor, tree, as_of)?;
        let soon = as_of.checked_add_days(chrono::Days::new(SOON)).unwrap_or(as_of);
        let when = self.when(as_of, today);
        let (overdue_total, overdue, mut left_out) = self.owed_items(&ours, when, as_of, "< ?1", soon)?;
        let (due_soon_total, due_soon, more) = self.owed_items(&ours, when, as_of, ">= ?1", soon)?;
        left_out += more;
        let (answers, more) = self.owed_answers(&ours, as_of)?;
        left_out += more;
        let (responses_total, responses, more, unconfirmed) = self.owed_responses(&ours, as_of)?;
        left_out += more;
        let contact = self.one("SELECT contact FROM actor WHERE rid = ?1", [actor], |r| r.get(0))?;
        let most = usize::try_from(MOST).unwrap_or(usize::MAX);
        Ok(OwedReply {
            as_of,
            soon,
            actor: self.actor_by_name(actor)?,
            tree,
            contact,
            desk: self.me.to_owned(),
            overdue_total,
            overdue,
            due_soon_total,
            due_soon,
            answers_total: u32::try_from(answers.len()).unwrap_or(u32::MAX),
            answers: answers.into_iter().take(most).collect(),
            responses_total,
            responses,
            left_out,
            unconfirmed,
        })
    }

    /// Open commitments on one side of the day: how many may be told, the first of them, how many may not.
    fn owed_items(&self, actors: &str, when: When, as_of: Day, side: &str, soon: Day) -> Result<(u32, Vec<OwedItem>, u32)> {
        let (from, holds) = led(when, actors, "?1");
        let k = when.alias();
        let open = if when.is_now() { "c.open = 1".to_owned() } else { format!("k.status IN ({})", commitment_row::OPEN) };
        let holds = format!("{holds} AND {open} AND {k}.due_by {side} AND {k}.due_by <= ?2");
        let values = params![as_of.to_string(), soon.to_string()];
        let total = self.count(&format!("SELECT count(*) FROM {from} WHERE {holds}"), values)?;
        let marked = self.count("SELECT EXISTS (SELECT 1 FROM item WHERE private = 1 AND life = 0)", [])? > 0;
        let told = if marked {
            self.count(
                &format!(
                    "SELECT count(*) FROM {from} JOIN item i ON i.rid = c.rid LEFT JOIN answer a ON a.commitment = c.rid AND a.main = 1
                       LEFT JOIN recommendation r ON r.rid = a.recommendation LEFT JOIN item ri ON ri.rid = r.rid {HANGS} WHERE {holds} AND {TOLD}"
                ),
                values,
            )?
        } else {
            total
        };
        let end = format!("{HANGS} WHERE {holds} AND {TOLD} ORDER BY {k}.due_by, c.rid LIMIT {MOST}");
        let rows = self.all(&commitment_row::row_sql(when, "?1", &from, &end), values, |r| commitment_row::row(r, as_of))?;
        let items = rows.into_iter().map(|row| self.owed_item(row, as_of)).collect::<Result<_>>()?;
        Ok((told, items, total - told))
    }

    fn owed_item(&self, row: CommitmentRow, as_of: Day) -> Result<OwedItem> {
        let rid = self.find(&row.id.to_string(), &[Kind::Commitment])?.at.rid;
        let first_stated = if row.slips > 0 {
            self.conn
                .prepare_cached(
                    "SELECT d.stated FROM due d JOIN item i ON i.rid = d.rid AND i.life = 0 WHERE d.of = ?1 ORDER BY d.decided_on, d.stamp, d.rid LIMIT 1",
                )?
                .query_row([rid], |r| r.get(0))
                .optional()?
        } else {
            None
        };
        let word = self
            .conn
            .prepare_cached(
                "SELECT u.on_day, b.name, u.text FROM update_ u JOIN item i ON i.rid = u.rid AND i.life = 0 AND i.private = 0 LEFT JOIN actor b ON b.rid = u.by_actor
                 WHERE u.commitment = ?1 AND u.on_day <= ?2 ORDER BY u.on_day DESC, u.stamp DESC LIMIT 1",
            )?
            .query_row((rid, as_of.to_string()), |r| Ok(OwedWord { day: day(r, 0)?, by: r.get(1)?, text: r.get(2)? }))
            .optional()?;
        Ok(OwedItem {
            id: row.id,
            commitment: row.commitment,
            recommendation: row.recommendation,
            deliverable: row.deliverable,
            drafted: row.drafted,
            lead: row.lead,
            status: row.status,
            due_stated: row.due_stated,
            due_by: row.due_by,
            first_stated,
            first_by: row.original,
            slips: row.slips,
            days_overdue: row.days_overdue,
            word,
        })
    }

    /// Requests that wait, the oldest first. One that is about something marked may speak of it: it is left out.
    fn owed_answers(&self, actors: &str, as_of: Day) -> Result<(Vec<OwedAnswer>, u32)> {
        const REMINDERS: &str =
            "FROM request m JOIN item mi ON mi.rid = m.rid AND mi.life = 0 WHERE m.reminds = q.rid AND m.on_day <= ?1";
        let found = self.all(
            &format!(
                "SELECT q.rid, i.id, i.code, i.shown, q.on_day, q.text,
                   coalesce((SELECT m.reply_by {REMINDERS} AND m.reply_by IS NOT NULL ORDER BY m.on_day DESC, m.rid DESC LIMIT 1), q.reply_by),
                   (SELECT count(*) {REMINDERS}), (SELECT max(m.on_day) {REMINDERS}),
                   i.private OR EXISTS (SELECT 1 FROM request_about b JOIN item bi ON bi.rid = b.rid AND bi.life = 0 JOIN item oi ON oi.rid = b.of
                     LEFT JOIN milestone m ON m.rid = b.of LEFT JOIN item ci ON ci.rid = m.commitment
                     LEFT JOIN answer n ON n.commitment = coalesce(m.commitment, b.of) AND n.main = 1
                     LEFT JOIN recommendation r ON r.rid = coalesce(n.recommendation, b.of) LEFT JOIN item ri ON ri.rid = r.rid LEFT JOIN item wi ON wi.rid = r.parent LEFT JOIN item si ON si.rid = r.source
                     WHERE b.request = q.rid AND (oi.private OR ifnull(ci.private, 0) OR ifnull(ri.private, 0) OR ifnull(wi.private, 0) OR ifnull(si.private, 0)))
                 FROM request q JOIN item i ON i.rid = q.rid WHERE q.actor IN ({actors}) AND q.live = 1 AND q.reminds IS NULL AND q.on_day <= ?1
                   AND ifnull(q.answered_on > ?1, 1) ORDER BY q.on_day, q.rid"
            ),
            [as_of.to_string()],
            |r| {
                let on = day(r, 4)?;
                let row = OwedAnswer {
                    id: id(r, 1)?,
                    request: coded(Some(Kind::Request), r.get(2)?, r.get(3)?),
                    day: on,
                    text: r.get(5)?,
                    about: Vec::new(),
                    reply_by: day_opt(r, 6)?,
                    reminders: r.get(7)?,
                    last_reminded: day_opt(r, 8)?,
                    days_waiting: days_since(Some(on), as_of),
                };
                Ok((r.get::<_, i64>(0)?, row, r.get::<_, bool>(9)?))
            },
        )?;
        let all = found.len();
        let told: Vec<OwedAnswer> = found
            .into_iter()
            .filter(|(_, _, marked)| !marked)
            .map(|(rid, row, _)| {
                let about = self.about(rid)?.into_iter().map(|Brief { reference, .. }| reference).collect();
                Ok(OwedAnswer { about, ..row })
            })
            .collect::<Result<_>>()?;
        let left_out = u32::try_from(all - told.len()).unwrap_or(u32::MAX);
        Ok((told, left_out))
    }

    /// Recommendations without a response, in the order of their sources: how many may be told, the first, how many may
    /// not, and how many have only an unconfirmed addressee.
    fn owed_responses(&self, actors: &str, as_of: Day) -> Result<(u32, Vec<OwedResponse>, u32, u32)> {
        let found = self.all(
            &format!(
                "SELECT r.rid, x.confirmed, ri.private OR si.private OR ifnull(wi.private, 0), ri.id, ri.code, ri.shown, s.short, s.title, r.label, x.rid
                 FROM addressee x JOIN recommendation r ON r.rid = x.recommendation JOIN item ri ON ri.rid = r.rid JOIN source s ON s.rid = r.source JOIN item si ON si.rid = s.rid
                   LEFT JOIN item wi ON wi.rid = r.parent
                 WHERE x.live = 1 AND x.actor IN ({actors}) AND NOT EXISTS (SELECT 1 FROM decision d JOIN item di ON di.rid = d.rid AND di.life = 0
                   WHERE d.recommendation = x.recommendation AND d.actor = x.actor AND d.on_day <= ?1)
                 ORDER BY r.source, r.ord, r.rid, x.rid"
            ),
            [as_of.to_string()],
            |r| {
                let (source, label): (String, Option<String>) = (r.get(6)?, r.get(8)?);
                let reference = spoken(&source, label.as_deref(), r.get(4)?, r.get(5)?);
                Ok((r.get::<_, i64>(9)?, r.get::<_, i64>(0)?, r.get::<_, bool>(1)?, r.get::<_, bool>(2)?, reference))
            },
        )?;
        // Several names of one actor may be asked by one recommendation.
        let mut seen = HashSet::new();
        let (mut told, mut left_out, mut unconfirmed) = (Vec::new(), 0, 0);
        for (addressee, recommendation, confirmed, marked, reference) in found {
            match (confirmed, marked) {
                (false, _) => unconfirmed += 1,
                (true, _) if !seen.insert(recommendation) => {}
                (true, true) => left_out += 1,
                (true, false) => told.push((addressee, reference)),
            }
        }
        let total = u32::try_from(told.len()).unwrap_or(u32::MAX);
        let first = told.into_iter().take(usize::try_from(MOST).unwrap_or(usize::MAX));
        let rows = first.map(|(addressee, reference)| self.owed_response(addressee, reference, as_of)).collect::<Result<_>>()?;
        Ok((total, rows, left_out, unconfirmed))
    }

    fn owed_response(&self, addressee: i64, recommendation: String, as_of: Day) -> Result<OwedResponse> {
        self.one(
            "SELECT ri.id, s.title, coalesce(r.heading, w.heading), r.text, ai.id, a.short, a.name, iif(x.sent_on <= ?2, x.sent_on, NULL), iif(ifnull(x.sent_on <= ?2, 1), x.reply_by, NULL)
             FROM addressee x JOIN recommendation r ON r.rid = x.recommendation JOIN item ri ON ri.rid = r.rid JOIN source s ON s.rid = r.source
               JOIN actor a ON a.rid = x.actor JOIN item ai ON ai.rid = a.rid LEFT JOIN recommendation w ON w.rid = r.parent WHERE x.rid = ?1",
            (addressee, as_of.to_string()),
            |r| {
                let actor = named(r, 4)?.ok_or(rusqlite::Error::QueryReturnedNoRows)?;
                Ok(OwedResponse {
                    id: id(r, 0)?,
                    recommendation,
                    source: r.get(1)?,
                    heading: r.get(2)?,
                    text: r.get(3)?,
                    actor,
                    sent_on: day_opt(r, 7)?,
                    reply_by: day_opt(r, 8)?,
                })
            },
        )
    }
}
