//! Requests: whom we asked, about what, and what answered it; those that still wait, by actor and age.
//!
//! A reminder has no row of its own in a list: it stands with the request of which it reminds. Nothing here counts as an
//! update.

use super::bands::{AgeBand, WEEKS, bands, days_before, days_since};
use super::group::Group;
use super::value::{day, day_opt, id};
use super::{Brief, Named, actor_tree, named};
use crate::lookup::coded;
use crate::{Reader, Result};
use followthrough_model::{Day, Kind, Uuid};
use rusqlite::{Row, params};

/// Which requests, and which page of them.
#[derive(Debug, Clone, Copy)]
pub struct RequestsArgs {
    pub as_of: Day,
    /// Only those to this actor, under every name that it had.
    pub actor: Option<i64>,
    /// With those that belong to it.
    pub tree: bool,
    /// Only those that were answered, or only those that wait.
    pub answered: Option<bool>,
    /// Ordered by actor, with groups; else oldest first throughout.
    pub by_actor: bool,
    pub limit: u32,
    pub offset: u32,
}

#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct RequestsReply {
    pub as_of: Day,
    pub total: u32,
    /// Of them, without an answer.
    pub waiting: u32,
    /// Those without an answer by age, youngest first.
    pub bands: Vec<AgeBand>,
    /// Empty unless grouped by actor.
    pub groups: Vec<Group>,
    pub items: Vec<RequestRow>,
}

/// One request with what became of it.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct RequestRow {
    pub id: Uuid,
    /// Its reference.
    pub request: String,
    pub actor: Named,
    pub day: Day,
    pub how: Option<String>,
    pub text: String,
    pub about: Vec<Brief>,
    /// The day by which an answer is asked; that of the latest reminder which gives one.
    pub reply_by: Option<Day>,
    /// How often the actor was reminded.
    pub reminders: u32,
    pub last_reminded: Option<Day>,
    pub answered_on: Option<Day>,
    /// Days without an answer; nothing where it was answered.
    pub days_waiting: Option<u32>,
    /// Days without an answer since the reply was due.
    pub days_late: Option<u32>,
}

/// A reminder of a request.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct Reminder {
    pub id: Uuid,
    #[serde(rename = "ref")]
    pub reference: String,
    /// The second letter is the first reminder: 1.
    pub nth: u32,
    pub day: Day,
    pub how: Option<String>,
    pub text: String,
    pub reply_by: Option<Day>,
}

/// An update or a decision that answered a request.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct RequestAnswer {
    pub id: Uuid,
    /// Update or decision.
    pub kind: Kind,
    /// Of an update; a decision has none.
    #[serde(rename = "ref")]
    pub reference: String,
    pub day: Day,
    pub by: Option<Named>,
    /// The commitment or the recommendation.
    pub of: Brief,
    /// What was reported, or the answer.
    pub text: String,
}

/// Everything about one request.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct RequestPage {
    pub id: Uuid,
    #[serde(rename = "ref")]
    pub reference: String,
    pub actor: Named,
    pub day: Day,
    pub how: Option<String>,
    pub text: String,
    /// Of the request itself.
    pub reply_by: Option<Day>,
    /// Of the latest reminder that gives one, else of the request.
    pub reply_by_now: Option<Day>,
    pub private: bool,
    pub private_why: Option<String>,
    pub deleted: bool,
    pub about: Vec<Brief>,
    /// Oldest first.
    pub reminders: Vec<Reminder>,
    /// Oldest first; those of reminders included.
    pub answers: Vec<RequestAnswer>,
    pub answered_on: Option<Day>,
    pub days_waiting: Option<u32>,
    pub days_late: Option<u32>,
}

/// The requests `q` that are asked for and are no reminders, in halves that have an index each: what has no answer, and what
/// has one, before the day or after it. Of each: whether it waits, and what holds. `?1` is the day, `?2` the actor.
fn halves(args: &RequestsArgs) -> Vec<(&'static str, String)> {
    const OPEN: &str = "q.live = 1 AND q.answered_on IS NULL AND q.reminds IS NULL AND q.on_day <= ?1";
    const DONE: &str = "q.live = 1 AND q.reminds IS NULL AND q.on_day <= ?1 AND q.answered_on";
    let to = match (args.actor.is_some(), args.tree) {
        (false, _) => "?2 IS NULL".to_owned(),
        (true, true) => format!("q.actor IN ({})", actor_tree::family("?2")),
        (true, false) => format!("q.actor IN ({})", actor_tree::names("?2", "?1")),
    };
    let open = ("1", format!("{OPEN} AND {to}"));
    let done = |when: &str| ("q.answered_on > ?1", format!("{DONE} {when} AND {to}"));
    match args.answered {
        Some(false) => vec![open, done("> ?1")],
        Some(true) => vec![done("<= ?1")],
        None => vec![open, done("IS NOT NULL")],
    }
}

fn together(halves: &[(&str, String)], select: impl Fn(&str) -> String) -> String {
    let each = halves.iter().map(|(waits, holds)| format!("SELECT {} FROM request q WHERE {holds}", select(waits)));
    each.collect::<Vec<_>>().join(" UNION ALL ")
}

/// SQL for rows of requests out of `from`, which has them as `y.rid`; `?1` is the day.
fn row_sql(from: &str, end: &str) -> String {
    const REMINDERS: &str =
        "FROM request m JOIN item mi ON mi.rid = m.rid AND mi.life = 0 WHERE m.reminds = q.rid AND m.on_day <= ?1";
    format!(
        "SELECT q.rid, i.id, i.code, i.shown, ai.id, a.short, a.name, q.on_day, q.how, q.text,
           coalesce((SELECT m.reply_by {REMINDERS} AND m.reply_by IS NOT NULL ORDER BY m.on_day DESC, m.rid DESC LIMIT 1), q.reply_by),
           (SELECT count(*) {REMINDERS}), (SELECT max(m.on_day) {REMINDERS}), iif(q.answered_on <= ?1, q.answered_on, NULL)
         FROM {from} JOIN request q ON q.rid = y.rid JOIN item i ON i.rid = q.rid JOIN actor a ON a.rid = q.actor JOIN item ai ON ai.rid = a.rid {end}"
    )
}

fn row(r: &Row<'_>, as_of: Day) -> rusqlite::Result<Option<(i64, RequestRow)>> {
    let Some(actor) = named(r, 4)? else { return Ok(None) };
    let (on, reply_by, answered_on) = (day(r, 7)?, day_opt(r, 10)?, day_opt(r, 13)?);
    let waits = |from| if answered_on.is_none() { days_since(from, as_of) } else { None };
    let row = RequestRow {
        id: id(r, 1)?,
        request: coded(Some(Kind::Request), r.get(2)?, r.get(3)?),
        actor,
        day: on,
        how: r.get(8)?,
        text: r.get(9)?,
        about: Vec::new(),
        reply_by,
        reminders: r.get(11)?,
        last_reminded: day_opt(r, 12)?,
        answered_on,
        days_waiting: waits(Some(on)),
        days_late: waits(reply_by).filter(|days| *days > 0),
    };
    Ok(Some((r.get(0)?, row)))
}

impl Reader<'_> {
    /// Requests: how many, by age, and one page.
    pub fn requests(&self, args: &RequestsArgs) -> Result<RequestsReply> {
        let (halves, day) = (halves(args), args.as_of.to_string());
        let from = together(&halves, |_| "q.rid, q.on_day, q.actor".to_owned());
        let within = WEEKS.map(|days| days_before(args.as_of, days).to_string());
        // Each half is counted in its index: brought together row by row they take twice as long.
        let counted = together(&halves, |waits| {
            let since = |n: u8| format!("sum({waits} AND q.on_day >= ?{n})");
            format!("count(*) AS n, sum({waits}) AS w, {} AS a, {} AS b, {} AS c", since(3), since(4), since(5))
        });
        let (total, waiting, within) = self.one(
            &format!("SELECT sum(n), coalesce(sum(w), 0), coalesce(sum(a), 0), coalesce(sum(b), 0), coalesce(sum(c), 0) FROM ({counted})"),
            params![day, args.actor, within[0], within[1], within[2]],
            |r| Ok((r.get(0)?, r.get(1)?, [r.get(2)?, r.get(3)?, r.get(4)?])),
        )?;
        let groups = if args.by_actor { self.request_groups(args, &from)? } else { Vec::new() };
        // In the order of the groups: the actor who has waited longest first.
        let (oldest, order) = if args.by_actor {
            (", min(x.on_day) OVER (PARTITION BY x.actor) AS oldest", "x.oldest, x.actor, x.on_day, x.rid")
        } else {
            ("", "x.on_day, x.rid")
        };
        let page = format!(
            "(SELECT x.*, row_number() OVER () AS n FROM (SELECT x.* FROM (SELECT x.rid, x.on_day, x.actor{oldest} FROM ({from}) x) x ORDER BY {order} LIMIT ?3 OFFSET ?4) x) y"
        );
        let rows =
            self.all(&row_sql(&page, "ORDER BY y.n"), params![day, args.actor, args.limit, args.offset], |r| row(r, args.as_of))?;
        let items = self.with_about(rows.into_iter().flatten().collect())?;
        Ok(RequestsReply { as_of: args.as_of, total, waiting, bands: bands(0, WEEKS, waiting, within), groups, items })
    }

    fn request_groups(&self, args: &RequestsArgs, from: &str) -> Result<Vec<Group>> {
        let mut groups = self.all(
            &format!(
                "SELECT i.id, a.short, a.name, g.n, g.oldest FROM (SELECT x.actor, count(*) AS n, min(x.on_day) AS oldest FROM ({from}) x GROUP BY x.actor) g
                 JOIN actor a ON a.rid = g.actor JOIN item i ON i.rid = a.rid ORDER BY g.oldest, a.rid"
            ),
            params![args.as_of.to_string(), args.actor],
            |r| Ok(Group::of(named(r, 0)?, r.get(3)?, day_opt(r, 4)?)),
        )?;
        let mut start = 0;
        for group in &mut groups {
            group.start = start;
            start += group.count;
        }
        Ok(groups)
    }

    /// The requests about an item by a day, newest first; at most 100.
    pub fn requests_about(&self, of: i64, as_of: Day) -> Result<Vec<RequestRow>> {
        let from =
            "(SELECT b.request AS rid FROM request_about b JOIN item bi ON bi.rid = b.rid AND bi.life = 0 WHERE b.of = ?2) y";
        let end = "WHERE i.life = 0 AND q.on_day <= ?1 ORDER BY q.on_day DESC, q.rid DESC LIMIT 100";
        let rows = self.all(&row_sql(from, end), (as_of.to_string(), of), |r| row(r, as_of))?;
        self.with_about(rows.into_iter().flatten().collect())
    }

    /// The requests to an actor, under every name that it had, by a day: those that wait first, newest first; at most 100.
    pub fn requests_to(&self, actor: i64, as_of: Day) -> Result<Vec<RequestRow>> {
        let from = format!("(SELECT x.rid FROM request x WHERE x.actor IN ({})) y", actor_tree::names("?2", "?1"));
        let end = "WHERE i.life = 0 AND q.reminds IS NULL AND q.on_day <= ?1
            ORDER BY iif(q.answered_on <= ?1, 1, 0), q.on_day DESC, q.rid DESC LIMIT 100";
        let rows = self.all(&row_sql(&from, end), (as_of.to_string(), actor), |r| row(r, as_of))?;
        self.with_about(rows.into_iter().flatten().collect())
    }

    fn with_about(&self, rows: Vec<(i64, RequestRow)>) -> Result<Vec<RequestRow>> {
        rows.into_iter().map(|(rid, row)| Ok(RequestRow { about: self.about(rid)?, ..row })).collect()
    }

    pub(crate) fn about(&self, request: i64) -> Result<Vec<Brief>> {
        let found = self.all(
            "SELECT b.of FROM request_about b JOIN item i ON i.rid = b.rid AND i.life = 0 JOIN item oi ON oi.rid = b.of AND oi.life = 0 WHERE b.request = ?1 ORDER BY b.rid",
            [request],
            |r| r.get::<_, i64>(0),
        )?;
        found.into_iter().map(|rid| self.brief(rid)).collect()
    }

    /// The request that a reminder reminds of; itself where it is none.
    pub fn request_root(&self, rid: i64) -> Result<i64> {
        self.one("SELECT coalesce(reminds, rid) FROM request WHERE rid = ?1", [rid], |r| r.get(0))
    }

    /// The page of a request as of a day. Of a reminder: the request of which it reminds.
    pub fn request(&self, rid: i64, as_of: Day) -> Result<RequestPage> {
        let root = self.request_root(rid)?;
        let rows = self.all(&row_sql("(SELECT ?2 AS rid) y", ""), (as_of.to_string(), root), |r| row(r, as_of))?;
        let row = rows.into_iter().flatten().next().ok_or_else(|| crate::Error::Value("a request without its actor".into()))?.1;
        let (reply_by, private, private_why, deleted) = self.one(
            "SELECT q.reply_by, i.private, i.private_why, i.life <> 0 FROM request q JOIN item i ON i.rid = q.rid WHERE q.rid = ?1",
            [root],
            |r| Ok((day_opt(r, 0)?, r.get(1)?, r.get(2)?, r.get(3)?)),
        )?;
        Ok(RequestPage {
            id: row.id,
            reference: row.request,
            actor: row.actor,
            day: row.day,
            how: row.how,
            text: row.text,
            reply_by,
            reply_by_now: row.reply_by,
            private,
            private_why,
            deleted,
            about: self.about(root)?,
            reminders: self.reminders(root, as_of)?,
            answers: self.request_answers(root, as_of)?,
            answered_on: row.answered_on,
            days_waiting: row.days_waiting,
            days_late: row.days_late,
        })
    }

    fn reminders(&self, root: i64, as_of: Day) -> Result<Vec<Reminder>> {
        self.all(
            "SELECT i.id, i.code, i.shown, row_number() OVER (ORDER BY m.on_day, m.rid), m.on_day, m.how, m.text, m.reply_by
             FROM request m JOIN item i ON i.rid = m.rid AND i.life = 0 WHERE m.reminds = ?1 AND m.on_day <= ?2 ORDER BY m.on_day, m.rid",
            (root, as_of.to_string()),
            |r| {
                Ok(Reminder {
                    id: id(r, 0)?,
                    reference: coded(Some(Kind::Request), r.get(1)?, r.get(2)?),
                    nth: r.get(3)?,
                    day: day(r, 4)?,
                    how: r.get(5)?,
                    text: r.get(6)?,
                    reply_by: day_opt(r, 7)?,
                })
            },
        )
    }

    fn request_answers(&self, root: i64, as_of: Day) -> Result<Vec<RequestAnswer>> {
        const ASKED: &str =
            "SELECT q.rid FROM request q JOIN item qi ON qi.rid = q.rid AND qi.life = 0 WHERE q.rid = ?1 OR q.reminds = ?1";
        let found = self.all(
            &format!(
                "SELECT x.rid, x.of, x.text, x.day, i.id, i.kind, i.code, i.shown, ai.id, a.short, a.name FROM (
                   SELECT u.rid, u.commitment AS of, u.text, u.on_day AS day, u.by_actor AS actor, u.stamp FROM update_ u WHERE u.request IN ({ASKED})
                   UNION ALL SELECT d.rid, d.recommendation, d.answer, d.on_day, d.actor, d.stamp FROM decision d WHERE d.request IN ({ASKED})
                 ) x JOIN item i ON i.rid = x.rid AND i.life = 0 LEFT JOIN actor a ON a.rid = x.actor LEFT JOIN item ai ON ai.rid = a.rid
                 WHERE x.day <= ?2 ORDER BY x.day, x.stamp, x.rid"
            ),
            (root, as_of.to_string()),
            |r| {
                let kind = Kind::from_code(r.get(5)?).unwrap_or(Kind::Update);
                let reference = coded(Some(kind), r.get(6)?, r.get(7)?);
                Ok((r.get::<_, i64>(1)?, id(r, 4)?, kind, reference, day(r, 3)?, named(r, 8)?, r.get(2)?))
            },
        )?;
        let answers = found.into_iter().map(|(of, id, kind, reference, day, by, text)| {
            Ok(RequestAnswer { id, kind, reference, day, by, of: self.brief(of)?, text })
        });
        answers.collect()
    }
}
