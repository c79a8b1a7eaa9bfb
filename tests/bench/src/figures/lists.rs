//! Lists: what is overdue today and was three years ago, every queue, filters, what changed.

use super::Said;
use crate::filtering::{self, Asked};
use crate::listing::{self, QUEUES};
use crate::measure::{Figure, in_turns};
use crate::{AT, logging, reading, silent};
use followthrough_bench::generator::TODAY;
use followthrough_commands::{At, Desk, List, ListReply, NoResponse, Overdue, Requests, Unconfirmed};
use followthrough_model::Day;
use followthrough_model::vocabulary::{ListKind, Queue};
use followthrough_store::read::bands::AgeBand;
use followthrough_store::read::silent::SilentReply;
use rusqlite::Connection;

pub(super) fn figures(desk: &Desk, conn: &Connection, say: &mut impl FnMut(Figure)) -> Said {
    overdue(desk, conn, 61, say)?;
    overdue_then(desk, conn, say)?;
    queues(desk, conn, 31, say)?;
    for asked in three_terms(conn)? {
        let name = format!("{} by {}", asked.filter, asked.group);
        say(Figure::new(name, filter(desk, conn, &asked, 31)?, 1.5));
    }
    sorted(desk, say)?;
    changes(desk, conn, say)
}

/// A list in an order of somebody's own: the first page, the next one, which puts all in order, and one after that.
fn sorted(desk: &Desk, say: &mut impl FnMut(Figure)) -> Said {
    let store = desk.store()?;
    let page = |queue, sort: &str, offset| {
        let sort = Some(sort.to_owned());
        let asked =
            List { kind: Some(ListKind::Commitments), queue: Some(queue), sort, limit: Some(50), offset, ..List::default() };
        desk.ask(asked, &AT).expect("a sorted list")
    };
    for (queue, sort) in [
        (Queue::Overdue, "-due"),
        (Queue::Overdue, "lead,-due"),
        (Queue::Overdue, "-updated"),
        (Queue::All, "due"),
        (Queue::All, "recommendation"),
        (Queue::All, "deliverable"),
    ] {
        let first =
            in_turns(5, |_| (store.forget_lists(), drop(page(queue, sort, None))).1, |_| drop(page(Queue::Overdue, "", None)));
        say(Figure::told(format!("  {queue} sorted by {sort}, first page, to the queue as it stands"), first));
        let next = in_turns(
            5,
            |_| (store.forget_lists(), drop(page(queue, sort, Some(500)))).1,
            |_| drop(page(queue, sort, Some(2500))),
        );
        say(Figure::told(format!("  {queue} sorted by {sort}, a far page, to another one after it"), next));
    }
    Ok(())
}

pub(super) fn overdue(desk: &Desk, conn: &Connection, rounds: usize, say: &mut impl FnMut(Figure)) -> Said {
    let as_of = TODAY.to_string();
    let overdue = |by_lead| desk.ask(Overdue { limit: Some(50), by_lead, ..Overdue::default() }, &AT).expect("what is overdue");
    let (ours, hand) = (overdue(false), reading::overdue(conn, &as_of)?);
    assert_eq!((ours.total, ours.items.len()), (hand.0, hand.1.len()), "both read the same");
    say(Figure::new(
        "first page of overdue, with its total",
        in_turns(rounds, |_| drop(overdue(false)), |_| drop(reading::overdue(conn, &as_of).expect("by hand"))),
        1.5,
    ));
    let ages = [365, 730, 1095].map(|days| (TODAY - chrono::Days::new(days)).to_string());
    let ages = [ages[0].as_str(), ages[1].as_str(), ages[2].as_str()];
    say(Figure::told(
        "  the same, its other figures also by hand",
        in_turns(rounds, |_| drop(overdue(false)), |_| drop(reading::overdue_with_figures(conn, &as_of, ages).expect("by hand"))),
    ));
    let hand = reading::overdue_by_lead(conn, &as_of)?;
    assert_eq!((overdue(true).groups.len(), overdue(true).total), (hand.1.len(), hand.0), "both read the same");
    say(Figure::new(
        "first page of overdue by lead, with its total",
        in_turns(rounds, |_| drop(overdue(true)), |_| drop(reading::overdue_by_lead(conn, &as_of).expect("by hand"))),
        1.5,
    ));
    Ok(())
}

fn overdue_then(desk: &Desk, conn: &Connection, say: &mut impl FnMut(Figure)) -> Said {
    let then = Day::from_ymd_opt(2023, 7, 1).ok_or("no day")?;
    let page = |at: &At| desk.ask(Overdue { limit: Some(50), ..Overdue::default() }, at).expect("what was overdue");
    let (ours, hand) = (page(&At::on(then, TODAY)), listing::overdue_then(conn, then)?);
    assert_eq!((ours.total, within(&ours.bands), ours.items.len()), (hand.total, hand.within, hand.rows), "both read the same");
    let times = in_turns(31, |_| drop(page(&At::on(then, TODAY))), |_| drop(listing::overdue_then(conn, then).expect("by hand")));
    say(Figure::new("first page of what was overdue three years ago", times, 1.5));
    // The day in the past on which as much was overdue as today.
    let total = i64::from(page(&AT).total);
    let mut like = (i64::MAX, then);
    for months in 1..60 {
        let day = TODAY - chrono::Months::new(months);
        let there = i64::from(listing::overdue_then(conn, day)?.total);
        like = like.min(((there - total).abs(), day));
    }
    if like.0 * 5 <= total {
        let at = At::on(like.1, TODAY);
        let times = in_turns(31, |_| drop(page(&at)), |_| drop(listing::overdue_now(conn, TODAY).expect("by hand")));
        say(Figure::new(format!("the same as of {}, with a total like today's, to today's by hand", like.1), times, 3.0));
    }
    Ok(())
}

/// How many stand within the end of each band, as the bands say it.
fn within(bands: &[AgeBand]) -> Vec<u32> {
    let mut sum = 0;
    bands.iter().filter(|band| band.to_days.is_some()).map(|band| (sum += band.count, sum).1).collect()
}

/// Every built-in queue.
pub(super) fn queues(desk: &Desk, conn: &Connection, rounds: usize, say: &mut impl FnMut(Figure)) -> Said {
    for hand in QUEUES {
        let list = || -> ListReply {
            desk.ask(List { kind: Some(hand.list), queue: Some(hand.queue), limit: Some(50), ..List::default() }, &AT)
                .expect("a queue")
        };
        let (ours, by_hand) = (list(), hand.page(conn, TODAY)?);
        let rows = ours.commitments.len() + ours.recommendations.len();
        assert_eq!(
            (ours.total, within(&ours.bands), rows),
            (by_hand.total, by_hand.within, by_hand.rows),
            "{} of {}",
            hand.queue,
            hand.list
        );
        let times = in_turns(rounds, |_| drop(list()), |_| drop(hand.page(conn, TODAY).expect("by hand")));
        say(Figure::new(format!("queue {} of {}: {} rows", hand.queue, hand.list, ours.total), times, 1.5));
    }
    silent(desk, conn, rounds, say)
}

fn silent(desk: &Desk, conn: &Connection, rounds: usize, say: &mut impl FnMut(Figure)) -> Said {
    let requests =
        || desk.ask(Requests { answered: Some(false), limit: Some(50), ..Requests::default() }, &AT).expect("requests");
    let (ours, hand) = (requests(), silent::requests(conn, TODAY)?);
    assert_eq!((ours.total, within(&ours.bands), ours.items.len()), (hand.total, hand.within, hand.rows), "requests");
    let times = in_turns(rounds, |_| drop(requests()), |_| drop(silent::requests(conn, TODAY).expect("by hand")));
    say(Figure::new(format!("queue of requests without an answer: {} rows", ours.total), times, 1.5));
    for (name, holds) in [("without a response", "x.decision IS NULL"), ("unconfirmed", "x.confirmed = 0")] {
        let page = || -> SilentReply {
            if name == "unconfirmed" {
                desk.ask(Unconfirmed { limit: Some(50), ..Unconfirmed::default() }, &AT).expect("a queue")
            } else {
                desk.ask(NoResponse { limit: Some(50), ..NoResponse::default() }, &AT).expect("a queue")
            }
        };
        let (ours, hand) = (page(), silent::addressees(conn, TODAY, holds)?);
        assert_eq!((ours.total, within(&ours.bands), ours.items.len()), (hand.total, hand.within, hand.rows), "{name}");
        let times = in_turns(rounds, |_| drop(page()), |_| drop(silent::addressees(conn, TODAY, holds).expect("by hand")));
        say(Figure::new(format!("queue of addressees {name}: {} rows", ours.total), times, 1.5));
    }
    Ok(())
}

/// Filters of three terms, of what stands in this workspace.
pub(crate) fn three_terms(conn: &Connection) -> rusqlite::Result<Vec<Asked>> {
    let named = |sql: &str| conn.query_row(sql, [], |r| Ok((r.get::<_, i64>(0)?, r.get::<_, String>(1)?)));
    let (lead, short) = named(
        "SELECT a.rid, a.short FROM actor a WHERE a.short IS NOT NULL AND NOT EXISTS (SELECT 1 FROM actor b WHERE b.parent = a.rid)
         ORDER BY (SELECT count(*) FROM commitment c WHERE c.lead = a.rid AND c.open = 1) DESC LIMIT 1",
    )?;
    let (region, _) = named("SELECT rid, name FROM custom_field WHERE name = 'Region'")?;
    Ok(filtering::filters(&short, lead, region))
}

/// The first page of a filter with its groups, and the same by hand.
pub(crate) fn filter(
    desk: &Desk,
    conn: &Connection,
    asked: &Asked,
    rounds: usize,
) -> Result<(f64, f64), Box<dyn std::error::Error>> {
    let store = desk.store()?;
    let ours = || -> ListReply {
        store.forget_lists(); // each time is the first
        let (filter, group) = (Some(asked.filter.clone()), Some(asked.group.to_owned()));
        desk.ask(List { kind: Some(asked.list), filter, group, limit: Some(50), ..List::default() }, &AT).expect("a filter")
    };
    let (reply, hand) = (ours(), asked.by_hand(conn, TODAY)?);
    let rows = reply.commitments.len() + reply.recommendations.len();
    assert_eq!((reply.total, reply.groups.len(), rows), hand, "{}", asked.filter);
    assert!(reply.total > 0, "{} finds something", asked.filter);
    let by_hand = |_| {
        let _ = asked.by_hand(conn, TODAY).expect("by hand");
    };
    Ok(in_turns(rounds, |_| drop(ours()), by_hand))
}

fn changes(desk: &Desk, conn: &Connection, say: &mut impl FnMut(Figure)) -> Said {
    let since = (TODAY - chrono::Days::new(30)).to_string();
    let store = desk.store()?;
    let ours = || store.read(|r| r.changes(r.since(&since)?, None, 50, 0)).expect("what changed");
    let (rows, items) = (logging::since(conn, &since)?, ours());
    assert!(rows > 100 && items.total > 50, "something changed");
    let times = in_turns(15, |_| drop(ours()), |_| assert!(logging::since(conn, &since).expect("by hand") > 0));
    say(Figure::new(format!("what changed in 30 days, first page ({rows} rows of the log)"), times, 1.5));
    Ok(())
}
