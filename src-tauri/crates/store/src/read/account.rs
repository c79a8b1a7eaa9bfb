//! The account of one actor: what it was asked, decided, undertook, owes, delivered, and how late. Every number has the
//! list that it counts; the first rows of each stand beside it.
//!
//! The numbers are those lists' own totals, read from indexes by the actor. Does not word a letter; `owed` has its matter.

use super::Named;
use super::actor::AskedRow;
use super::actor_tree::{family, names};
use super::listing::ListArgs;
use super::queues::fill;
use super::request::{RequestRow, RequestsArgs};
use super::row::{CommitmentRow, When};
use super::value::word;
use crate::{Reader, Result};
use followthrough_model::filter::{FilterField, Term, Test};
use followthrough_model::vocabulary::{DecisionKind, ListKind, Queue};
use followthrough_model::{Day, Kind};
use rusqlite::named_params;

/// Rows of each sort that stand beside their number.
const FIRST: u32 = 10;

/// A number with the list that it counts.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct Counted {
    pub n: u32,
    pub list: ListKind,
    pub queue: Queue,
    pub filter: String,
}

/// How many times an answer was given.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct AnswerCount {
    pub answer: DecisionKind,
    pub n: u32,
}

/// By how many days what has a date is late.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct Lateness {
    /// That have a date.
    pub dated: u32,
    /// Of these, late.
    pub late: u32,
    /// Days, of those that are late.
    pub median: Option<u32>,
    pub longest: Option<u32>,
}

/// The account of one actor on a day.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct AccountReply {
    pub as_of: Day,
    pub actor: Named,
    /// What is under it was counted too.
    pub tree: bool,
    /// Actors under it, at any depth.
    pub below: u32,
    /// Recommendations that ask it.
    pub asked: Counted,
    /// Of these, those without an answer of its own.
    pub silent: Counted,
    /// The first 10 that ask it: those without an answer first, the oldest first.
    pub asked_rows: Vec<AskedRow>,
    /// Recommendations that it answered.
    pub decided: Counted,
    /// The answers that hold, the most frequent first.
    pub answers: Vec<AnswerCount>,
    /// Commitments that it leads or joins.
    pub undertook: Counted,
    /// Of these, led by it.
    pub leads: Counted,
    pub undertook_rows: Vec<CommitmentRow>,
    /// Open, and led by it.
    pub owes: Counted,
    pub overdue: Counted,
    pub overdue_rows: Vec<CommitmentRow>,
    /// Due in the next 90 days.
    pub due_soon: Counted,
    pub due_soon_rows: Vec<CommitmentRow>,
    pub undated: Counted,
    /// Nobody said anything for longer than its interval.
    pub update_overdue: Counted,
    pub update_overdue_rows: Vec<CommitmentRow>,
    /// What we asked it and it did not answer.
    pub requests: u32,
    pub request_rows: Vec<RequestRow>,
    /// Implemented, and led by it.
    pub delivered: Counted,
    /// Of these, verified; the others were waived.
    pub verified: Counted,
    pub delivered_rows: Vec<CommitmentRow>,
    /// Reported as implemented, waiting for us.
    pub reported: Counted,
    /// What was delivered: from its due to the day on which that was reported.
    pub delivered_late: Lateness,
    /// What is owed: from its due to the day asked about.
    pub owed_late: Lateness,
    /// Of what it leads, those whose due was moved, and how often in all.
    pub moved: u32,
    pub moves: u32,
}

/// Whose account, and when.
#[derive(Debug, Clone, Copy)]
pub struct AccountArgs {
    pub actor: i64,
    /// With all that is under it.
    pub tree: bool,
    pub as_of: Day,
    /// The machine's day.
    pub today: Day,
}

/// SQL of the commitments `c` that one of `actors` leads on a day, with their dated columns: where they come from, and what
/// holds of them. From the actors to their commitments, never the other way round.
pub(crate) fn led(when: When, actors: &str, day: &str) -> (String, String) {
    if when.is_now() {
        return ("commitment c".to_owned(), format!("c.live = 1 AND c.lead IN ({actors})"));
    }
    (
        format!(
            "(SELECT DISTINCT x.commitment AS rid FROM commitment_actor x WHERE x.role = 'lead' AND x.actor IN ({actors})) y
             CROSS JOIN commitment c ON c.rid = y.rid {}",
            when.join(day)
        ),
        format!("{} AND k.lead IN ({actors})", when.live()),
    )
}

/// Days from the due of a delivered commitment to its last report as implemented, else to its verification.
const DELIVERED: &str = "SELECT julianday(coalesce((SELECT max(u.on_day) FROM update_ u JOIN item ui ON ui.rid = u.rid AND ui.life = 0
        WHERE u.commitment = c.rid AND u.status = 'reported_implemented' AND u.on_day <= :day), {since})) - julianday({k}.due_by) AS late";

impl Reader<'_> {
    /// The account of an actor.
    pub fn account(&self, args: &AccountArgs) -> Result<AccountReply> {
        let AccountArgs { actor, tree, as_of, today } = *args;
        let who = self.in_filter(actor, tree, as_of)?;
        let ours = self.actors_of(actor, tree, as_of)?;
        let list = |list, queue, filter: &str| self.counted_list(list, queue, filter, args);
        let (commitments, recommendations) = (ListKind::Commitments, ListKind::Recommendations);
        let led = |queue, more: &str| list(commitments, queue, &format!("{} {more}", who("lead")));
        let requests = self.requests(&RequestsArgs {
            as_of,
            actor: Some(actor),
            tree,
            answered: Some(false),
            by_actor: false,
            limit: FIRST,
            offset: 0,
        })?;
        let overdue = led(Queue::Overdue, "")?;
        let due_soon = led(Queue::DueSoon, "")?;
        let update_overdue = led(Queue::UpdateOverdue, "")?;
        let delivered = led(Queue::Closed, "status:implemented")?;
        let leads = led(Queue::All, "")?;
        let undertook = Counted { n: leads.n + self.joined(&ours, as_of, today)?, filter: who("by"), ..leads.clone() };
        let (moved, moves) = self.moves(&ours, as_of, today)?;
        Ok(AccountReply {
            as_of,
            actor: self.actor_by_name(actor)?,
            tree,
            below: self.below(actor, as_of)?,
            asked: list(recommendations, Queue::All, &who("asked"))?,
            silent: list(recommendations, Queue::All, &who("silent"))?,
            asked_rows: self.asked_of(actor, &ours, "d.rid IS NOT NULL, r.age_from IS NULL, r.age_from, x.rid", FIRST, as_of)?,
            decided: list(recommendations, Queue::All, &who("decided"))?,
            answers: self.answers_of(&ours, as_of)?,
            undertook_rows: self.first_of(&undertook, args)?,
            undertook,
            leads,
            owes: led(Queue::All, "status:open")?,
            overdue_rows: self.first_of(&overdue, args)?,
            overdue,
            due_soon_rows: self.first_of(&due_soon, args)?,
            due_soon,
            undated: led(Queue::NoDate, "")?,
            update_overdue_rows: self.first_of(&update_overdue, args)?,
            update_overdue,
            requests: requests.total,
            request_rows: requests.items,
            verified: led(Queue::Closed, "status:implemented verdict:verified")?,
            delivered_rows: self.first_of(&delivered, args)?,
            delivered,
            reported: led(Queue::AwaitingVerification, "")?,
            delivered_late: self.lateness(&ours, DELIVERED, "{k}.status = 'implemented'", as_of, today)?,
            owed_late: self.lateness(&ours, "SELECT julianday(:day) - julianday({k}.due_by) AS late", "{open}", as_of, today)?,
            moved,
            moves,
        })
    }

    /// How an actor is said in a filter: its reference where that means it, alone unless the tree is meant.
    fn in_filter(&self, actor: i64, tree: bool, as_of: Day) -> Result<impl Fn(&str) -> String> {
        let brief = self.brief(actor)?;
        let known = self.find(&brief.reference, &[Kind::Actor]).is_ok_and(|found| found.at.rid == actor);
        let name = if known { brief.reference } else { brief.id.to_string() };
        let alone = !tree && self.below(actor, as_of)? > 0;
        let name = if alone { format!("{name}!") } else { name };
        Ok(move |field: &str| {
            let field = FilterField::named(field).map_or(FilterField::Text, |row| row.field.clone());
            Term { negated: false, field, any_of: vec![Test::Texts(vec![name.clone()])] }.to_string()
        })
    }

    /// The row numbers of an actor under every name that it had, or with all that is under it, with commas between.
    pub(crate) fn actors_of(&self, actor: i64, tree: bool, as_of: Day) -> Result<String> {
        let rids = if tree { self.family(actor)? } else { self.actor_names(actor, as_of)? };
        Ok(rids.iter().map(i64::to_string).collect::<Vec<_>>().join(", "))
    }

    /// How many actors are under one that are not itself under another name.
    fn below(&self, actor: i64, as_of: Day) -> Result<u32> {
        self.count(
            &format!("SELECT count(*) FROM ({}) f WHERE f.rid NOT IN ({})", family("?1"), names("?1", "?2")),
            (actor, as_of.to_string()),
        )
    }

    pub(crate) fn actor_by_name(&self, actor: i64) -> Result<Named> {
        self.named_actor(actor)?.ok_or_else(|| crate::Error::Value("an actor without its item".to_owned()))
    }

    fn counted_list(&self, list: ListKind, queue: Queue, filter: &str, args: &AccountArgs) -> Result<Counted> {
        let filter = self.filter(filter, list, args.today)?;
        let asked = ListArgs { filter: Some(&filter), ..ListArgs::of(list, queue, args.as_of, args.today) };
        Ok(Counted { n: self.list_total(&asked)?, list, queue, filter: filter.to_string() })
    }

    fn first_of(&self, counted: &Counted, args: &AccountArgs) -> Result<Vec<CommitmentRow>> {
        if counted.n == 0 {
            return Ok(Vec::new());
        }
        let filter = self.filter(&counted.filter, counted.list, args.today)?;
        self.commitment_rows(&ListArgs {
            filter: Some(&filter),
            limit: FIRST,
            ..ListArgs::of(counted.list, counted.queue, args.as_of, args.today)
        })
    }

    /// How many they join without leading them.
    fn joined(&self, actors: &str, as_of: Day, today: Day) -> Result<u32> {
        let when = self.when(as_of, today);
        self.count(
            &format!(
                "SELECT count(*) FROM (SELECT DISTINCT x.commitment AS rid FROM commitment_actor x JOIN item xi ON xi.rid = x.rid AND xi.life = 0
                   WHERE x.role = 'joint' AND x.actor IN ({actors})) y CROSS JOIN commitment c ON c.rid = y.rid {}
                 WHERE ?1 IS NOT NULL AND {} AND ifnull({}.lead NOT IN ({actors}), 1)",
                when.join("?1"),
                when.live(),
                when.alias()
            ),
            [as_of.to_string()],
        )
    }

    fn answers_of(&self, actors: &str, as_of: Day) -> Result<Vec<AnswerCount>> {
        // One answer of each actor to each recommendation holds: its latest.
        let sql = format!(
            "SELECT d.answer, count(*) AS n FROM decision d JOIN item di ON di.rid = d.rid AND di.life = 0 JOIN recommendation r ON r.rid = d.recommendation AND r.live = 1
             WHERE d.actor IN ({actors}) AND d.on_day <= ?1 AND NOT EXISTS (SELECT 1 FROM decision n JOIN item ni ON ni.rid = n.rid AND ni.life = 0
               WHERE n.recommendation = d.recommendation AND n.actor = d.actor AND n.on_day <= ?1 AND (n.on_day, n.stamp, n.rid) > (d.on_day, d.stamp, d.rid))
             GROUP BY 1 ORDER BY 2 DESC, 1"
        );
        self.all(&sql, [as_of.to_string()], |r| Ok(AnswerCount { answer: word(r, 0)?, n: r.get(1)? }))
    }

    fn moves(&self, actors: &str, as_of: Day, today: Day) -> Result<(u32, u32)> {
        let when = self.when(as_of, today);
        let (from, holds) = led(when, actors, "?1");
        let k = when.alias();
        let sql = format!(
            "SELECT coalesce(sum({k}.slips > 0), 0), coalesce(sum({k}.slips), 0) FROM {from} WHERE {holds} AND ?1 IS NOT NULL"
        );
        self.one(&sql, [as_of.to_string()], |r| Ok((r.get(0)?, r.get(1)?)))
    }

    fn lateness(&self, actors: &str, select: &str, only: &str, as_of: Day, today: Day) -> Result<Lateness> {
        let when = self.when(as_of, today);
        let (from, holds) = led(when, actors, ":day");
        let held = fill(
            &format!("{select} FROM {from} WHERE {holds} AND {only} AND {{k}}.due_by IS NOT NULL"),
            ListKind::Commitments,
            when,
        );
        // The median of an even number is the smaller of the middle two: a number of days that occurred.
        let sql = format!(
            "WITH d AS MATERIALIZED ({held}) SELECT count(late), coalesce(sum(late > 0), 0), CAST(max(iif(late > 0, late, NULL)) AS INTEGER),
               (SELECT CAST(late AS INTEGER) FROM d WHERE late > 0 ORDER BY late LIMIT 1 OFFSET (SELECT max(0, (ifnull(sum(late > 0), 0) - 1) / 2) FROM d))
             FROM d WHERE :day IS NOT NULL"
        );
        self.one(&sql, named_params! { ":day": as_of.to_string() }, |r| {
            Ok(Lateness { dated: r.get(0)?, late: r.get(1)?, longest: r.get(2)?, median: r.get(3)? })
        })
    }
}
