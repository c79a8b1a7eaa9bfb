//! Actors: one row of a list, and the page.

use super::account::led as led_by;
use super::actor_tree::{Merged, names, same};
use super::at_desk::AtDesk;
use super::decision::DecidedRow;
use super::request::RequestRow;
use super::row::{self as commitment_row, CommitmentRow, When};
use super::value::{day_opt, id, word, word_opt};
use super::{Brief, Named, named};
use crate::{Reader, Result};
use followthrough_model::vocabulary::{ActorKind, DecisionKind, Level};
use followthrough_model::{Day, Kind, Uuid};
use rusqlite::Row;

#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct ActorRow {
    pub id: Uuid,
    /// Its short reference.
    pub actor: String,
    pub name: String,
    pub kind: ActorKind,
    pub level: Option<Level>,
    pub parent: Option<String>,
    /// Open commitments that it leads.
    pub leads: u32,
    pub overdue: u32,
}

/// The actor that took over.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct Successor {
    pub actor: Named,
    pub from: Option<Day>,
}

#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct ActorPage {
    pub id: Uuid,
    #[serde(rename = "ref")]
    pub reference: String,
    pub name: String,
    pub short: Option<String>,
    pub kind: ActorKind,
    pub level: Option<Level>,
    pub parent: Option<Named>,
    pub aliases: Vec<String>,
    pub successor: Option<Successor>,
    /// Those that it took over from.
    pub predecessors: Vec<Named>,
    pub private: bool,
    pub private_why: Option<String>,
    pub deleted: bool,
    pub children: Vec<Named>,
    /// A contact at work, as the officer typed it.
    pub contact: Option<String>,
    /// Months after which what it leads is due for a word again.
    pub review_months: Option<u32>,
    /// The actor that it turned out to be: what names this one is shown there.
    pub merged_into: Option<Named>,
    /// Those merged into it.
    pub merged: Vec<Merged>,
    /// Open commitments that it leads under its own name, those merged into it included.
    pub leads: u32,
    pub overdue: u32,
    /// Open commitments still under the name of one from whom it took over.
    pub leads_before: u32,
    /// The first 200 that it leads, joins or supports, under every name that it had.
    pub commitments: Vec<CommitmentRow>,
    /// The first 100 recommendations that ask it, under every name that it had.
    pub asked: Vec<AskedRow>,
    /// The first 100 recommendations by which it is to call on others.
    pub calls: Vec<Brief>,
    /// Its answers, newest first; at most 100.
    pub decided: Vec<DecidedRow>,
    /// What it was asked by us, those that wait first; at most 100.
    pub requests: Vec<RequestRow>,
    pub desk: AtDesk,
}

/// A recommendation that asks an actor, with what it answered.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct AskedRow {
    pub id: Uuid,
    #[serde(rename = "ref")]
    pub reference: String,
    pub kind: Kind,
    pub title: String,
    /// The name under which it is asked, where that is not its own.
    pub under: Option<Named>,
    pub confirmed: bool,
    /// Nothing: no response.
    pub decision: Option<DecisionKind>,
    pub decided_on: Option<Day>,
}

/// What each lead has open and overdue on the day, as a table `led`; `?1` is the day.
fn led(when: When) -> String {
    format!(
        "WITH led(lead, n, late) AS MATERIALIZED (SELECT lead, count(*), sum(ifnull(due_by < ?1, 0)) FROM {} WHERE lead IS NOT NULL GROUP BY lead)",
        when.open("?1")
    )
}

/// SQL for rows of actors `a` out of `from`, which has the day as `?1`.
pub(crate) fn row_sql(when: When, from: &str, end: &str) -> String {
    format!(
        "{} SELECT i.id, coalesce(a.short, a.name), a.name, a.kind, a.level, coalesce(p.short, p.name), ifnull(led.n, 0), ifnull(led.late, 0)
         FROM {from} JOIN item i ON i.rid = a.rid LEFT JOIN actor p ON p.rid = a.parent LEFT JOIN led ON led.lead = a.rid {end}",
        led(when)
    )
}

pub(crate) fn row(r: &Row<'_>) -> rusqlite::Result<ActorRow> {
    Ok(ActorRow {
        id: id(r, 0)?,
        actor: r.get(1)?,
        name: r.get(2)?,
        kind: word(r, 3)?,
        level: word_opt(r, 4)?,
        parent: r.get(5)?,
        leads: r.get(6)?,
        overdue: r.get(7)?,
    })
}

impl Reader<'_> {
    /// The page of an actor.
    pub fn actor(&self, rid: i64, as_of: Day, today: Day) -> Result<ActorPage> {
        let mut page = self.one(
            "SELECT i.id, a.name, a.short, a.kind, a.level, pi.id, p.short, p.name, ti.id, t.short, t.name, a.succeeded_on, i.private, i.private_why, i.life,
                   a.contact, a.review_months, mi.id, m.short, m.name
                 FROM actor a JOIN item i ON i.rid = a.rid LEFT JOIN actor p ON p.rid = a.parent LEFT JOIN item pi ON pi.rid = p.rid
                 LEFT JOIN actor t ON t.rid = a.successor LEFT JOIN item ti ON ti.rid = t.rid
                 LEFT JOIN actor m ON m.rid = a.merged_into LEFT JOIN item mi ON mi.rid = m.rid WHERE a.rid = ?1",
            [rid],
            |r| {
                let (name, short): (String, Option<String>) = (r.get(1)?, r.get(2)?);
                let from = day_opt(r, 11)?;
                Ok(ActorPage {
                    id: id(r, 0)?,
                    reference: short.clone().unwrap_or_else(|| name.clone()),
                    name,
                    short,
                    kind: word(r, 3)?,
                    level: word_opt(r, 4)?,
                    parent: named(r, 5)?,
                    successor: named(r, 8)?.map(|actor| Successor { actor, from }),
                    private: r.get(12)?,
                    private_why: r.get(13)?,
                    deleted: r.get::<_, i64>(14)? != 0,
                    leads: 0,
                    overdue: 0,
                    aliases: Vec::new(),
                    predecessors: Vec::new(),
                    children: Vec::new(),
                    contact: r.get(15)?,
                    review_months: r.get(16)?,
                    merged_into: named(r, 17)?,
                    leads_before: 0,
                    merged: Vec::new(),
                    commitments: Vec::new(),
                    asked: Vec::new(),
                    calls: Vec::new(),
                    decided: Vec::new(),
                    requests: Vec::new(),
                    desk: AtDesk::default(),
                })
            },
        )?;
        (page.leads, page.overdue, page.leads_before) = self.open_led(rid, as_of, today)?;
        page.aliases = self.all(
            "SELECT a.name FROM alias a JOIN item i ON i.rid = a.rid AND i.life = 0 WHERE a.of = ?1 ORDER BY a.rid",
            [rid],
            |r| r.get(0),
        )?;
        let own = same("?1");
        page.children = self.related(&format!("a.merged_into IS NULL AND a.parent IN ({own})"), rid)?;
        page.predecessors = self.related(&format!("a.merged_into IS NULL AND a.successor IN ({own})"), rid)?;
        page.merged = self.merged(rid)?;
        page.commitments = self.commitments_of(rid, as_of, today)?;
        page.asked = self.asked_of(rid, &names("?1", "?2"), "x.recommendation, x.rid", 100, as_of)?;
        let calls = self.all(
            &format!(
                "SELECT DISTINCT x.recommendation FROM caller x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 JOIN item ri ON ri.rid = x.recommendation AND ri.life = 0
                 WHERE x.actor IN ({}) ORDER BY x.recommendation LIMIT 100",
                names("?1", "?2")
            ),
            (rid, as_of.to_string()),
            |r| r.get::<_, i64>(0),
        )?;
        page.calls = calls.into_iter().map(|rid| self.brief(rid)).collect::<Result<_>>()?;
        page.decided = self.decided_by(rid, as_of)?;
        page.requests = self.requests_to(rid, as_of)?;
        page.desk = self.at_desk(rid, as_of)?;
        Ok(page)
    }

    /// The first recommendations that ask one of `actors`, with what each answered by a day.
    pub(crate) fn asked_of(&self, rid: i64, actors: &str, order: &str, most: u32, as_of: Day) -> Result<Vec<AskedRow>> {
        let found = self.all(
            &format!(
                "SELECT x.recommendation, x.actor = ?1, ai.id, a.short, a.name, x.confirmed, d.answer, d.on_day
                 FROM addressee x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 JOIN item ri ON ri.rid = x.recommendation AND ri.life = 0
                   JOIN recommendation r ON r.rid = x.recommendation JOIN actor a ON a.rid = x.actor JOIN item ai ON ai.rid = a.rid
                   LEFT JOIN decision d ON d.rid = (SELECT n.rid FROM decision n JOIN item ni ON ni.rid = n.rid AND ni.life = 0
                     WHERE n.recommendation = x.recommendation AND n.actor = x.actor AND n.on_day <= ?2 ORDER BY n.on_day DESC, n.stamp DESC, n.rid DESC LIMIT 1)
                 WHERE x.actor IN ({actors}) ORDER BY {order} LIMIT {most}"
            ),
            (rid, as_of.to_string()),
            |r| {
                let under = if r.get(1)? { None } else { named(r, 2)? };
                Ok((r.get::<_, i64>(0)?, under, r.get(5)?, word_opt(r, 6)?, day_opt(r, 7)?))
            },
        )?;
        let rows = found.into_iter().map(|(recommendation, under, confirmed, decision, decided_on)| {
            let Brief { id, reference, kind, title } = self.brief(recommendation)?;
            Ok(AskedRow { id, reference, kind, title, under, confirmed, decision, decided_on })
        });
        rows.collect()
    }

    /// Open commitments that it leads, of them overdue, and those still under the name of one from whom it took over.
    fn open_led(&self, rid: i64, as_of: Day, today: Day) -> Result<(u32, u32, u32)> {
        let when = self.when(as_of, today);
        let (from, holds) = led_by(when, &names("?2", "?1"), "?1");
        let k = when.alias();
        let open = if when.is_now() { "c.open = 1".to_owned() } else { format!("k.status IN ({})", commitment_row::OPEN) };
        self.one(
            &format!(
                "SELECT coalesce(sum({k}.lead = ?2), 0), coalesce(sum({k}.lead = ?2 AND {k}.due_by < ?1), 0), coalesce(sum({k}.lead <> ?2), 0)
                 FROM {from} WHERE {holds} AND {open}"
            ),
            (as_of.to_string(), rid),
            |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
        )
    }

    fn related(&self, how: &str, rid: i64) -> Result<Vec<Named>> {
        let found = self.all(
            &format!("SELECT i.id, a.short, a.name FROM actor a JOIN item i ON i.rid = a.rid AND i.life = 0 WHERE {how} ORDER BY a.name"),
            [rid],
            |r| named(r, 0),
        )?;
        Ok(found.into_iter().flatten().collect())
    }

    fn commitments_of(&self, rid: i64, as_of: Day, today: Day) -> Result<Vec<CommitmentRow>> {
        let when = self.when(as_of, today);
        let span = when.join("?2");
        let from = format!(
            "(SELECT DISTINCT x.commitment AS rid FROM commitment_actor x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 WHERE x.actor IN ({}) LIMIT 200) y
             JOIN commitment c ON c.rid = y.rid AND {} {span}",
            names("?1", "?2"),
            when.live()
        );
        let sql = commitment_row::row_sql(
            when,
            "?2",
            &from,
            &format!("WHERE ?2 IS NOT NULL ORDER BY {0}.due_by IS NULL, {0}.due_by, c.rid", when.alias()),
        );
        self.all(&sql, (rid, as_of.to_string()), |r| commitment_row::row(r, as_of))
    }
}
