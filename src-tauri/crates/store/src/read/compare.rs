//! Two days side by side. Each side is the list of commitments as of its day, word for word the question that `listing`
//! asks, gone over once in the order of its rows; the two are laid over each other like two sorted decks of cards.
//!
//! What is kept of it are counts and one page of what differs, whatever the size of the register. Does not read the log.

use super::Named;
use super::listing::{Asked, ListArgs, bind};
use super::queues::fill;
use super::row::When;
use super::value::{day_opt, word};
use crate::{Reader, Result};
use followthrough_model::filter::Filter;
use followthrough_model::status::Phase;
use followthrough_model::vocabulary::{CompareKind, ListKind, Queue};
use followthrough_model::{Day, Status, Uuid};
use rusqlite::Rows;
use std::cmp::Ordering;
use std::collections::HashMap;

/// Which two days, of what, and which page of what differs.
#[derive(Debug, Clone, Copy)]
pub struct CompareArgs<'a> {
    pub from: Day,
    pub to: Day,
    /// The machine's day.
    pub today: Day,
    pub filter: Option<&'a Filter>,
    /// Name items of this sort alone; nothing: of each sort.
    pub what: Option<CompareKind>,
    pub limit: u32,
    pub offset: u32,
}

/// A number on each of the two days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct Pair {
    pub from: u32,
    pub to: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct StatusPair {
    pub status: Status,
    pub count: Pair,
}

#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct LeadPair {
    /// Nothing: no lead.
    pub lead: Option<Named>,
    /// All that it leads itself.
    pub count: Pair,
    pub overdue: Pair,
}

/// How a commitment stood on a day.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct CompareSide {
    pub status: Status,
    /// Short reference of the lead.
    pub lead: Option<String>,
    pub due_stated: Option<String>,
    pub due_by: Option<Day>,
    pub overdue: bool,
}

/// A commitment that stood otherwise.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct CompareRow {
    pub id: Uuid,
    #[serde(rename = "ref")]
    pub reference: String,
    pub title: String,
    /// Nothing: it was not there.
    pub before: Option<CompareSide>,
    pub after: Option<CompareSide>,
}

/// The commitments that differ in one way; one may stand under several.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct Moved {
    pub what: CompareKind,
    pub total: u32,
    pub items: Vec<CompareRow>,
}

#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct CompareReply {
    pub from: Day,
    pub to: Day,
    pub total: Pair,
    pub open: Pair,
    pub overdue: Pair,
    pub closed: Pair,
    pub implemented: Pair,
    /// Implemented, and the latest verdict on it was not a waiver.
    pub verified: Pair,
    /// Every status that occurs.
    pub statuses: Vec<StatusPair>,
    /// The leads with most, up to 30.
    pub leads: Vec<LeadPair>,
    /// How many leads there are besides.
    pub leads_more: u32,
    /// Commitments that differ in any way.
    pub differ: u32,
    /// Every sort of difference.
    pub moved: Vec<Moved>,
}

const LEADS: usize = 30;

/// One commitment on one of the days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Card {
    rid: i64,
    status: Status,
    lead: Option<i64>,
    due: Option<i64>,
    due_by: Option<Day>,
    overdue: bool,
    verified: bool,
}

/// The cards of one commitment on both days.
type Both = (Option<Card>, Option<Card>);

/// Counts of one day beside those of the other.
#[derive(Default)]
struct Sum {
    total: Pair,
    open: Pair,
    overdue: Pair,
    closed: Pair,
    implemented: Pair,
    verified: Pair,
    statuses: HashMap<Status, Pair>,
    leads: HashMap<Option<i64>, (Pair, Pair)>,
}

impl Sum {
    fn add(&mut self, card: &Card, side: fn(&mut Pair) -> &mut u32) {
        let phase = card.status.phase();
        *side(&mut self.total) += 1;
        *side(&mut self.open) += u32::from(phase == Phase::Open);
        *side(&mut self.closed) += u32::from(phase == Phase::Closed);
        *side(&mut self.overdue) += u32::from(card.overdue);
        *side(&mut self.implemented) += u32::from(card.status == Status::Implemented);
        *side(&mut self.verified) += u32::from(card.verified);
        *side(self.statuses.entry(card.status).or_default()) += 1;
        let (count, overdue) = self.leads.entry(card.lead).or_default();
        *side(count) += 1;
        *side(overdue) += u32::from(card.overdue);
    }
}

/// In which ways two cards of one commitment differ.
fn differences(before: Option<&Card>, after: Option<&Card>) -> Vec<CompareKind> {
    let mut found = Vec::new();
    let mut add = |is: bool, what| {
        if is {
            found.push(what);
        }
    };
    let late = |card: Option<&Card>| card.is_some_and(|card| card.overdue);
    add(before.is_none(), CompareKind::New);
    add(after.is_none(), CompareKind::Gone);
    add(late(after) && !late(before), CompareKind::BecameOverdue);
    add(late(before) && !late(after), CompareKind::NoLongerOverdue);
    if let (Some(before), Some(after)) = (before, after) {
        let closed = |card: &Card| card.status.phase() == Phase::Closed;
        add(closed(after) && !closed(before), CompareKind::Closed);
        add(closed(before) && !closed(after), CompareKind::Reopened);
        // Other words for what has no day are another due too.
        let moved = before.due_by != after.due_by || (after.due_by.is_none() && before.due != after.due);
        add(moved, CompareKind::DueMoved);
        add(before.lead != after.lead, CompareKind::LeadChanged);
        add(before.status != after.status, CompareKind::StatusChanged);
    }
    found
}

impl Asked<'_> {
    /// Every row of a list of commitments as a card, in the order of their numbers.
    fn cards(&self) -> String {
        let k = self.when.alias();
        let verified = format!(
            "iif({k}.status = 'implemented', ifnull((SELECT v.verdict FROM verification v JOIN item vi ON vi.rid = v.rid WHERE v.commitment = c.rid AND v.occurrence IS NULL
               AND v.on_day <= :day AND {} ORDER BY v.on_day DESC, v.stamp DESC LIMIT 1) = 'verified', 0), 0)",
            self.when.counts("v.rid", "vi.life")
        );
        let from = if self.when == When::Now { "commitment c" } else { &self.from };
        fill(
            &format!(
                "SELECT c.rid, {k}.status, {k}.lead, {k}.due_now, {k}.due_by, {{overdue}}, {verified} FROM {from} WHERE {} ORDER BY c.rid",
                self.only
            ),
            ListKind::Commitments,
            self.when,
        )
    }
}

fn next(rows: &mut Rows<'_>) -> Result<Option<Card>> {
    let Some(r) = rows.next()? else { return Ok(None) };
    Ok(Some(Card {
        rid: r.get(0)?,
        status: word(r, 1)?,
        lead: r.get(2)?,
        due: r.get(3)?,
        due_by: day_opt(r, 4)?,
        overdue: r.get::<_, Option<bool>>(5)?.unwrap_or(false),
        verified: r.get(6)?,
    }))
}

impl Reader<'_> {
    /// How the commitments stood at the end of two days.
    pub fn compare(&self, args: &CompareArgs<'_>) -> Result<CompareReply> {
        let on = |day| ListArgs { filter: args.filter, ..ListArgs::of(ListKind::Commitments, Queue::All, day, args.today) };
        let (first, second) = (self.translated(&on(args.from))?, self.translated(&on(args.to))?);
        let mut one = self.conn.prepare(&first.cards())?;
        let mut other = self.conn.prepare(&second.cards())?;
        bind(&mut one, &first.values)?;
        bind(&mut other, &second.values)?;
        let (mut left, mut right) = (one.raw_query(), other.raw_query());
        let mut sum = Sum::default();
        let mut differ = 0;
        let mut totals: HashMap<CompareKind, u32> = HashMap::new();
        let mut pages: HashMap<CompareKind, Vec<Both>> = HashMap::new();
        let (mut a, mut b) = (next(&mut left)?, next(&mut right)?);
        while a.is_some() || b.is_some() {
            let order = match (&a, &b) {
                (Some(a), Some(b)) => a.rid.cmp(&b.rid),
                (Some(_), None) => Ordering::Less,
                _ => Ordering::Greater,
            };
            let before = if order.is_le() { std::mem::replace(&mut a, next(&mut left)?) } else { None };
            let after = if order.is_ge() { std::mem::replace(&mut b, next(&mut right)?) } else { None };
            if let Some(card) = &before {
                sum.add(card, |pair| &mut pair.from);
            }
            if let Some(card) = &after {
                sum.add(card, |pair| &mut pair.to);
            }
            let kinds = differences(before.as_ref(), after.as_ref());
            differ += u32::from(!kinds.is_empty());
            for what in kinds {
                let total = totals.entry(what).or_default();
                *total += 1;
                let named = args.what.is_none_or(|only| only == what);
                if named && *total > args.offset && *total - args.offset <= args.limit {
                    pages.entry(what).or_default().push((before, after));
                }
            }
        }
        let moved = CompareKind::ALL
            .iter()
            .map(|what| {
                let page = pages.remove(what).unwrap_or_default();
                let items = page.iter().map(|(before, after)| self.compare_row(before.as_ref(), after.as_ref()));
                Ok(Moved { what: *what, total: totals.get(what).copied().unwrap_or(0), items: items.collect::<Result<_>>()? })
            })
            .collect::<Result<Vec<_>>>()?;
        let statuses = Status::ALL
            .iter()
            .filter_map(|status| sum.statuses.get(status).map(|count| StatusPair { status: *status, count: *count }))
            .collect();
        let mut leads: Vec<_> = sum.leads.into_iter().collect();
        leads.sort_by_key(|(lead, (count, _))| (std::cmp::Reverse(count.from.max(count.to)), *lead));
        let leads_more = u32::try_from(leads.len().saturating_sub(LEADS)).unwrap_or(u32::MAX);
        let leads = leads
            .into_iter()
            .take(LEADS)
            .map(|(lead, (count, overdue))| {
                Ok(LeadPair { lead: lead.map(|rid| self.named_actor(rid)).transpose()?.flatten(), count, overdue })
            })
            .collect::<Result<_>>()?;
        let Sum { total, open, overdue, closed, implemented, verified, .. } = sum;
        Ok(CompareReply {
            from: args.from,
            to: args.to,
            total,
            open,
            overdue,
            closed,
            implemented,
            verified,
            statuses,
            leads,
            leads_more,
            differ,
            moved,
        })
    }

    fn compare_row(&self, before: Option<&Card>, after: Option<&Card>) -> Result<CompareRow> {
        let rid = before.or(after).map_or(0, |card| card.rid);
        let brief = self.brief(rid)?;
        Ok(CompareRow {
            id: brief.id,
            reference: brief.reference,
            title: brief.title,
            before: before.map(|card| self.compare_side(card)).transpose()?,
            after: after.map(|card| self.compare_side(card)).transpose()?,
        })
    }

    fn compare_side(&self, card: &Card) -> Result<CompareSide> {
        let stated = card.due.map(|rid| self.one("SELECT stated FROM due WHERE rid = ?1", [rid], |r| r.get::<_, String>(0)));
        let lead = card.lead.map(|rid| self.spoken_of(rid)).transpose()?;
        Ok(CompareSide { status: card.status, lead, due_stated: stated.transpose()?, due_by: card.due_by, overdue: card.overdue })
    }
}
