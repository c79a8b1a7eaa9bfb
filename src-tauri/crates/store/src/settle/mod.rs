//! Everything that is kept: `settle` alone writes it, from the facts, for the commitments and dues that an entry
//! touched; `check` calls [`expected`] to compute it again and compare.
//!
//! Does not depend on today: nothing kept does.

pub(crate) mod columns;

use crate::read::value::{day, day_opt, word, word_opt};
use crate::{Job, Result};
use followthrough_model::due::{Due, DueKind};
use followthrough_model::due_facts::{DueRow, EventDay, Reported, due_facts};
use followthrough_model::spans::{DueFact, EVER, Facts, LeadFact, STILL, Span, spans};
use followthrough_model::status::{Act, What};
use followthrough_model::{Day, Kind, Ref, Status, Uuid};
use rusqlite::{Connection, OptionalExtension, Row};

/// Where the log of an entry leads to commitments: for each kind of row, the commitments whose kept columns it decides.
/// CROSS: from the few actors that were merged to their parts, never over all parts.
const TOUCHED: &str = "
    SELECT c.item FROM change c JOIN commitment x ON x.rid = c.item WHERE c.entry = ?1
    UNION SELECT x.commitment FROM change c JOIN commitment_actor x ON x.rid = c.item WHERE c.entry = ?1
    UNION SELECT x.commitment FROM (
      WITH RECURSIVE one(rid) AS (SELECT c.item FROM change c JOIN actor a ON a.rid = c.item WHERE c.entry = ?1 AND c.field = 'merged_into'
        UNION SELECT a.rid FROM one JOIN actor a ON a.merged_into = one.rid) SELECT rid FROM one) m CROSS JOIN commitment_actor x ON x.actor = m.rid AND x.role = 'lead'
    UNION SELECT x.commitment FROM change c JOIN update_ x ON x.rid = c.item WHERE c.entry = ?1
    UNION SELECT x.commitment FROM change c JOIN verification x ON x.rid = c.item WHERE c.entry = ?1
    UNION SELECT x.of FROM change c JOIN due x ON x.rid = c.item JOIN commitment y ON y.rid = x.of WHERE c.entry = ?1
    UNION SELECT x.of FROM change c JOIN evidence_use x ON x.rid = c.item JOIN commitment y ON y.rid = x.of WHERE c.entry = ?1
    UNION SELECT y.commitment FROM change c JOIN evidence_use x ON x.rid = c.item JOIN update_ y ON y.rid = x.of WHERE c.entry = ?1
    UNION SELECT x.of FROM change c JOIN evidence_use x ON x.evidence = c.item JOIN commitment y ON y.rid = x.of WHERE c.entry = ?1 AND c.field = 'life'
    UNION SELECT y.commitment FROM change c JOIN evidence_use x ON x.evidence = c.item JOIN update_ y ON y.rid = x.of WHERE c.entry = ?1 AND c.field = 'life'
    UNION SELECT x.of FROM change c JOIN due x ON x.event = c.item JOIN commitment y ON y.rid = x.of WHERE c.entry = ?1
    UNION SELECT x.of FROM change c JOIN event_date e ON e.rid = c.item JOIN due x ON x.event = e.event JOIN commitment y ON y.rid = x.of WHERE c.entry = ?1";

/// Whether an entry `?1` changed more than cells of commitments and recommendations that nothing kept is made of.
const MATTERS: &str = "SELECT EXISTS (SELECT 1 FROM change c JOIN item i ON i.rid = c.item WHERE c.entry = ?1 AND NOT (
    (i.kind = 10 AND c.field IN ('deliverable', 'kind', 'done_when', 'post', 'handler', 'caveat', 'drafted', 'series', 'contact', 'result_level'))
    OR (i.kind = 2 AND c.field IN ('label', 'section', 'page', 'line', 'line_end', 'heading', 'text', 'force', 'contested', 'their_ref', 'priority', 'aim'))
    OR c.field IN ('private', 'private_why')))";

/// Brings the kept columns up to date after the changes of one entry.
/// `kinds`: those of the rows that it changed.
pub(crate) fn settle(conn: &Connection, entry: i64, kinds: &[Kind], job: &Job) -> Result<()> {
    if !conn.prepare_cached(MATTERS)?.query_row([entry], |r| r.get::<_, bool>(0))? {
        return Ok(());
    }
    for group in columns::BEFORE.iter().filter(|group| group.concerns(kinds)) {
        group.settle(conn, entry)?;
    }
    settle_dues(conn, entry)?;
    let mut touched = conn.prepare_cached(TOUCHED)?;
    let commitments = touched.query_map([entry], |r| r.get::<_, i64>(0))?.collect::<Result<Vec<_>, _>>()?;
    job.part(50..75, commitments.len());
    for commitment in commitments {
        job.step()?;
        settle_commitment(conn, entry, commitment)?;
    }
    for group in columns::AFTER.iter().filter(|group| group.concerns(kinds)) {
        group.settle(conn, entry)?;
    }
    Ok(())
}

fn settle_dues(conn: &Connection, entry: i64) -> Result<()> {
    let mut touched = conn.prepare_cached(
        "SELECT x.rid FROM change c JOIN due x ON x.rid = c.item WHERE c.entry = ?1 AND c.field = ''
         UNION SELECT x.rid FROM change c JOIN due x ON x.event = c.item WHERE c.entry = ?1
         UNION SELECT x.rid FROM change c JOIN event_date e ON e.rid = c.item JOIN due x ON x.event = e.event WHERE c.entry = ?1",
    )?;
    let dues = touched.query_map([entry], |r| r.get::<_, i64>(0))?.collect::<Result<Vec<_>, _>>()?;
    for rid in dues {
        let due_by = expected_due_by(conn, rid)?.map(|d| d.to_string());
        conn.prepare_cached("UPDATE due SET due_by = ?2 WHERE rid = ?1")?.execute((rid, due_by))?;
    }
    Ok(())
}

/// The last day that a stored due allows.
pub(crate) fn expected_due_by(conn: &Connection, rid: i64) -> Result<Option<Day>> {
    let mut statement = conn.prepare_cached(
        "SELECT d.kind, d.from_day, d.to_day, d.before, d.offset_days, d.every_months, e.from_day, coalesce(e.to_day, e.from_day)
         FROM due d LEFT JOIN event e ON e.rid = d.event WHERE d.rid = ?1",
    )?;
    let (due, event) = statement.query_row([rid], |r| Ok((due_of(r, 0)?, day_opt(r, 6)?.zip(day_opt(r, 7)?))))?;
    Ok(due.due_by(event))
}

/// A due out of six columns (kind, first and last day, before, offset, interval in months). Without its words.
fn due_of(r: &Row<'_>, at: usize) -> rusqlite::Result<Due> {
    Ok(Due {
        from: day_opt(r, at + 1)?,
        to: day_opt(r, at + 2)?,
        before: r.get(at + 3)?,
        offset_days: r.get(at + 4)?,
        every_months: r.get(at + 5)?,
        ..Due::words_only(r.get_ref(at)?.as_str()?.parse().unwrap_or(DueKind::None), "")
    })
}

/// The kept columns of one commitment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Kept {
    pub live: bool,
    pub lead: Option<i64>,
    pub status: Status,
    pub open: bool,
    pub due_now: Option<i64>,
    pub due_by: Option<Day>,
    pub due_first: Option<Day>,
    pub slips: i64,
    pub last_update_on: Option<Day>,
    pub evidence_n: i64,
    pub status_since: Option<Day>,
    pub spans: Vec<Span>,
}

/// The dated facts of a commitment, and what else the kept columns need of its rows.
pub(crate) struct Gathered {
    live: bool,
    pub acts: Vec<Act>,
    pub made: Option<Day>,
    leads: Vec<LeadFact>,
    /// In their order: original first, current last.
    dues: Vec<DueFact>,
    last_update_on: Option<Day>,
    pub reported: Vec<Reported>,
}

/// Reads the facts of a commitment.
pub(crate) fn facts(conn: &Connection, commitment: i64) -> Result<Gathered> {
    let (life, made) = conn
        .prepare_cached("SELECT i.life, c.made_on FROM commitment c JOIN item i ON i.rid = c.rid WHERE c.rid = ?1")?
        .query_row([commitment], |r| Ok((r.get::<_, i64>(0)?, day_opt(r, 1)?)))?;
    let mut facts =
        Gathered { live: life == 0, acts: vec![], made, leads: vec![], dues: vec![], last_update_on: None, reported: vec![] };
    each(
        conn,
        "SELECT u.on_day, u.stamp, u.status, u.occurrence FROM update_ u JOIN item i ON i.rid = u.rid WHERE u.commitment = ?1 AND i.life = 0",
        commitment,
        |r| {
            let on = day(r, 0)?;
            facts.last_update_on = facts.last_update_on.max(Some(on));
            facts.acts.push(Act { day: on, stamp: r.get(1)?, what: What::Update(word_opt(r, 2)?) });
            if let Some(occurrence) = day_opt(r, 3)? {
                facts.reported.push(Reported { on, stamp: r.get(1)?, occurrence });
            }
            Ok(())
        },
    )?;
    each(
        conn,
        "SELECT v.on_day, v.stamp, v.verdict, v.occurrence FROM verification v JOIN item i ON i.rid = v.rid WHERE v.commitment = ?1 AND i.life = 0",
        commitment,
        |r| {
            match day_opt(r, 3)? {
                Some(occurrence) => facts.reported.push(Reported { on: day(r, 0)?, stamp: r.get(1)?, occurrence }),
                None => facts.acts.push(Act { day: day(r, 0)?, stamp: r.get(1)?, what: What::Verification(word(r, 2)?) }),
            }
            Ok(())
        },
    )?;
    each(
        conn,
        // Under the actor that it was merged into in the end: they are one.
        "SELECT a.from_day, a.stamp, iif(t.merged_into IS NULL, a.actor, (WITH RECURSIVE up(rid, n) AS (SELECT t.merged_into, 1
             UNION SELECT u.merged_into, n + 1 FROM up JOIN actor u ON u.rid = up.rid WHERE u.merged_into IS NOT NULL AND n < 64) SELECT rid FROM up ORDER BY n DESC LIMIT 1))
         FROM commitment_actor a JOIN item i ON i.rid = a.rid LEFT JOIN actor t ON t.rid = a.actor
         WHERE a.commitment = ?1 AND a.role = 'lead' AND i.life = 0 ORDER BY a.rid",
        commitment,
        |r| {
            let actor = r.get::<_, Option<i64>>(2)?.map(|rid| Ref { rid, id: Uuid::nil() });
            facts.leads.push(LeadFact { from: day_opt(r, 0)?, stamp: r.get(1)?, actor });
            Ok(())
        },
    )?;
    facts.dues = due_facts(&due_rows(conn, commitment)?, &facts.reported, made);
    Ok(facts)
}

/// The dues of an item with the dates of their events, in their order.
pub(crate) fn due_rows(conn: &Connection, of: i64) -> Result<Vec<DueRow>> {
    let mut rows: Vec<(DueRow, Option<i64>)> = Vec::new();
    each(
        conn,
        "SELECT d.kind, d.from_day, d.to_day, d.before, d.offset_days, d.every_months, d.decided_on, d.stamp, d.rid, d.event
         FROM due d JOIN item i ON i.rid = d.rid WHERE d.of = ?1 AND i.life = 0 ORDER BY d.decided_on, d.stamp, d.rid",
        of,
        |r| {
            let row = DueRow { row: r.get(8)?, decided: day_opt(r, 6)?, stamp: r.get(7)?, due: due_of(r, 0)?, event: vec![] };
            rows.push((row, r.get(9)?));
            Ok(())
        },
    )?;
    for (row, event) in &mut rows {
        if let Some(event) = event {
            each(
                conn,
                "SELECT d.decided_on, d.stamp, d.from_day, d.to_day FROM event_date d JOIN item i ON i.rid = d.rid
                 WHERE d.event = ?1 AND i.life = 0 ORDER BY d.decided_on, d.stamp, d.rid",
                *event,
                |r| {
                    row.event.push(EventDay { decided: day_opt(r, 0)?, stamp: r.get(1)?, from: day(r, 2)?, to: day_opt(r, 3)? });
                    Ok(())
                },
            )?;
        }
    }
    Ok(rows.into_iter().map(|(row, _)| row).collect())
}

/// What the kept columns of a commitment must be.
pub(crate) fn expected(conn: &Connection, commitment: i64) -> Result<Kept> {
    let Gathered { live, acts, made, leads, dues, last_update_on, .. } = facts(conn, commitment)?;
    let (due_now, due_first) = (dues.last().copied(), dues.first().copied());
    let slips = i64::try_from(dues.iter().filter(|due| due.moved).count().saturating_sub(1)).unwrap_or(0);
    let evidence_n = conn
        .prepare_cached(
            "SELECT count(*) FROM (
               SELECT x.rid, x.evidence FROM evidence_use x WHERE x.of = ?1
               UNION ALL SELECT x.rid, x.evidence FROM update_ u JOIN item ui ON ui.rid = u.rid AND ui.life = 0 JOIN evidence_use x ON x.of = u.rid WHERE u.commitment = ?1
             ) x JOIN item i ON i.rid = x.rid AND i.life = 0 JOIN item e ON e.rid = x.evidence AND e.life = 0",
        )?
        .query_row([commitment], |r| r.get::<_, i64>(0))?;
    let all = spans(&Facts { made, acts, leads, dues });
    let last = all.last().copied();
    let status = last.map_or(Status::NotStarted, |s| s.status);
    Ok(Kept {
        live,
        lead: last.and_then(|s| s.lead).map(|r| r.rid),
        status,
        open: status.is_open(),
        due_now: due_now.map(|d| d.row),
        due_by: due_now.and_then(|d| d.due_by),
        due_first: due_first.and_then(|d| d.due_by),
        slips,
        last_update_on,
        evidence_n,
        status_since: all.iter().rev().take_while(|s| s.status == status).last().map(|s| s.from).filter(|day| *day > EVER),
        // What is in the bin was never overdue.
        spans: if live { all } else { Vec::new() },
    })
}

fn settle_commitment(conn: &Connection, entry: i64, commitment: i64) -> Result<()> {
    let kept = expected(conn, commitment)?;
    let text = |d: Option<Day>| d.map(|d| d.to_string());
    count_by_month(conn, commitment, &kept)?;
    conn.prepare_cached(
        "UPDATE commitment SET live = ?2, lead = ?3, status = ?4, open = ?5, due_now = ?6, due_by = ?7, due_first = ?8, slips = ?9,
           last_update_on = ?10, evidence_n = ?11, status_since = ?12 WHERE rid = ?1",
    )?
    .execute((
        commitment,
        kept.live,
        kept.lead,
        kept.status.as_str(),
        kept.open,
        kept.due_now,
        text(kept.due_by),
        text(kept.due_first),
        kept.slips,
        text(kept.last_update_on),
        kept.evidence_n,
        text(kept.status_since),
    ))?;
    // What this entry learnt before is learnt again; what older entries knew is unlearnt where it no longer holds.
    conn.prepare_cached("DELETE FROM span WHERE commitment = ?1 AND learnt = ?2")?.execute((commitment, entry))?;
    conn.prepare_cached("UPDATE span SET unlearnt = NULL WHERE commitment = ?1 AND unlearnt = ?2")?
        .execute((commitment, entry))?;
    let known = current_spans(conn, commitment)?;
    for old in known.iter().filter(|old| !kept.spans.contains(old)) {
        conn.prepare_cached("UPDATE span SET unlearnt = ?3 WHERE commitment = ?1 AND from_day = ?2 AND unlearnt IS NULL")?
            .execute((commitment, old.from.to_string(), entry))?;
    }
    for new in kept.spans.iter().filter(|new| !known.contains(new)) {
        conn.prepare_cached(
            "INSERT INTO span(commitment, from_day, to_day, learnt, status, lead, due_now, due_by, due_first, late_from, slips, bare)
             VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        )?
        .execute((
            commitment,
            new.from.to_string(),
            new.to.to_string(),
            entry,
            new.status.as_str(),
            new.lead.map(|r| r.rid),
            new.due_now,
            text(new.due_by),
            text(new.due_first),
            text(new.late_from()),
            new.slips,
            kept.evidence_n == 0,
        ))?;
    }
    // So that an earlier day's list can be counted from its index alone.
    conn.prepare_cached("UPDATE span SET bare = ?2 WHERE commitment = ?1 AND bare <> ?2")?
        .execute((commitment, kept.evidence_n == 0))?;
    Ok(())
}

/// Moves a commitment to where it now counts in `due_month` and `due_lead`. Called while its own columns still say where it
/// counted.
fn count_by_month(conn: &Connection, commitment: i64, kept: &Kept) -> Result<()> {
    let now = kept
        .due_by
        .filter(|_| kept.open && kept.live)
        .map(|due| (due.format("%Y-%m").to_string(), kept.evidence_n == 0, kept.slips > 0, kept.lead.unwrap_or(0)));
    let before = conn
        .prepare_cached(
            "SELECT substr(due_by, 1, 7), evidence_n = 0, slips > 0, ifnull(lead, 0) FROM commitment WHERE rid = ?1 AND open = 1 AND live = 1 AND due_by IS NOT NULL",
        )?
        .query_row([commitment], |r| {
            Ok((r.get::<_, String>(0)?, r.get::<_, bool>(1)?, r.get::<_, bool>(2)?, r.get::<_, i64>(3)?))
        })
        .optional()?;
    if now == before {
        return Ok(());
    }
    for (counted, by) in [(before, -1), (now, 1)] {
        if let Some((month, bare, moved, lead)) = counted {
            conn.prepare_cached(
                "INSERT INTO due_month(month, n, bare, moved) VALUES(?1, ?2, ?2 * ?3, ?2 * ?4)
                 ON CONFLICT(month) DO UPDATE SET n = n + excluded.n, bare = bare + excluded.bare, moved = moved + excluded.moved",
            )?
            .execute((&month, by, bare, moved))?;
            conn.prepare_cached(
                "INSERT INTO due_lead(lead, month, n) VALUES(?1, ?2, ?3) ON CONFLICT(lead, month) DO UPDATE SET n = n + excluded.n",
            )?
            .execute((lead, &month, by))?;
        }
    }
    Ok(())
}

/// The stretches that are held to be true now.
pub(crate) fn current_spans(conn: &Connection, commitment: i64) -> Result<Vec<Span>> {
    let mut found = Vec::new();
    each(
        conn,
        "SELECT from_day, to_day, status, lead, due_now, due_by, due_first, slips FROM span WHERE commitment = ?1 AND unlearnt IS NULL ORDER BY from_day",
        commitment,
        |r| {
            let to = day(r, 1)?;
            found.push(Span {
                from: day(r, 0)?,
                to: if to > STILL { STILL } else { to },
                status: word(r, 2)?,
                lead: r.get::<_, Option<i64>>(3)?.map(|rid| Ref { rid, id: Uuid::nil() }),
                due_now: r.get(4)?,
                due_by: day_opt(r, 5)?,
                due_first: day_opt(r, 6)?,
                slips: r.get(7)?,
            });
            Ok(())
        },
    )?;
    Ok(found)
}

fn each(conn: &Connection, sql: &str, of: i64, mut take: impl FnMut(&Row<'_>) -> Result<()>) -> Result<()> {
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([of])?;
    while let Some(row) = rows.next()? {
        take(row)?;
    }
    Ok(())
}
