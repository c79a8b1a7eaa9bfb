//! Actors: one row of a list, and the page.

use super::row::{self as commitment_row, CommitmentRow, When};
use super::value::{day_opt, id, word, word_opt};
use super::{Brief, Named, named};
use crate::{Reader, Result};
use followthrough_model::vocabulary::{ActorKind, Level};
use followthrough_model::{Day, Uuid};
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
    pub leads: u32,
    pub overdue: u32,
    /// The first 200 that it leads, joins or supports.
    pub commitments: Vec<CommitmentRow>,
    /// The first 100 recommendations that ask it.
    pub asked: Vec<Brief>,
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
        let open = When::of(as_of, today).open("?1");
        let mut page = self.one(
            &format!(
                "SELECT i.id, a.name, a.short, a.kind, a.level, pi.id, p.short, p.name, ti.id, t.short, t.name, a.succeeded_on, i.private, i.private_why, i.life,
                   (SELECT count(*) FROM {open} o WHERE o.lead = a.rid), (SELECT count(*) FROM {open} o WHERE o.lead = a.rid AND o.due_by < ?1)
                 FROM actor a JOIN item i ON i.rid = a.rid LEFT JOIN actor p ON p.rid = a.parent LEFT JOIN item pi ON pi.rid = p.rid
                 LEFT JOIN actor t ON t.rid = a.successor LEFT JOIN item ti ON ti.rid = t.rid WHERE a.rid = ?2"
            ),
            (as_of.to_string(), rid),
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
                    leads: r.get(15)?,
                    overdue: r.get(16)?,
                    aliases: Vec::new(),
                    predecessors: Vec::new(),
                    children: Vec::new(),
                    commitments: Vec::new(),
                    asked: Vec::new(),
                })
            },
        )?;
        page.aliases = self.all(
            "SELECT a.name FROM alias a JOIN item i ON i.rid = a.rid AND i.life = 0 WHERE a.of = ?1 ORDER BY a.rid",
            [rid],
            |r| r.get(0),
        )?;
        page.children = self.related("a.parent = ?1", rid)?;
        page.predecessors = self.related("a.successor = ?1", rid)?;
        page.commitments = self.commitments_of(rid, as_of, today)?;
        let asked = self.all(
            "SELECT x.recommendation FROM addressee x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 JOIN item ri ON ri.rid = x.recommendation AND ri.life = 0
             WHERE x.actor = ?1 ORDER BY x.recommendation LIMIT 100",
            [rid],
            |r| r.get::<_, i64>(0),
        )?;
        page.asked = asked.into_iter().map(|rid| self.brief(rid)).collect::<Result<_>>()?;
        Ok(page)
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
        let when = When::of(as_of, today);
        let span = if when == When::Then {
            "JOIN span k ON k.commitment = c.rid AND k.unlearnt IS NULL AND k.from_day <= ?2 AND k.to_day > ?2"
        } else {
            ""
        };
        let from = format!(
            "(SELECT DISTINCT x.commitment AS rid FROM commitment_actor x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 WHERE x.actor = ?1 LIMIT 200) y
             JOIN commitment c ON c.rid = y.rid AND c.live = 1 {span}"
        );
        let sql = commitment_row::row_sql(
            when,
            "?2",
            &from,
            &format!("WHERE ?2 IS NOT NULL ORDER BY {0}.due_by IS NULL, {0}.due_by, c.rid", when.alias()),
        );
        self.all(&sql, (rid, as_of.to_string()), |r| commitment_row::row(r, as_of))
    }

    /// Whether `actor` is `above` or stands under it: for refusing circles.
    pub fn stands_under(&self, actor: i64, above: i64) -> Result<bool> {
        Ok(self
            .conn
            .prepare_cached("WITH RECURSIVE up(rid) AS (SELECT ?1 UNION SELECT a.parent FROM actor a JOIN up ON a.rid = up.rid WHERE a.parent IS NOT NULL) SELECT 1 FROM up WHERE rid = ?2")?
            .exists((actor, above))?)
    }
}
