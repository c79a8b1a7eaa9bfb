//! Limits for the queues of the silent: requests that wait, addressees that did not answer or were never confirmed.

use crate::listing::Said;
use crate::reading::{Text, cells, rows};
use followthrough_model::Day;
use rusqlite::{Connection, Result, params};

cells! { Waiting {
    rid: i64, id: [u8; 16], code: i64, shown: u32, actor: [u8; 16], short: Text, name: String, on: String, how: Text, text: String, reply_by: Text, reminders: u32,
    reminded: Text,
} }
cells! { About { id: [u8; 16], kind: i64, code: Option<i64>, shown: Option<u32>, deliverable: Text } }
cells! { Silent {
    id: [u8; 16], actor: [u8; 16], short: Text, name: String, recommendation: [u8; 16], code: i64, shown: u32, source: String, label: Text, heading: Text, text: String,
    named: bool, confirmed: bool, sent_on: Text, reply_by: Text, age: Text,
} }

fn total(conn: &Connection, sql: &str, as_of: Day, edges: [u64; 3]) -> Result<(u32, Vec<u32>)> {
    let days = edges.map(|days| (as_of - chrono::Days::new(days)).to_string());
    conn.prepare_cached(sql)?
        .query_row(params![days[0], days[1], days[2]], |r| Ok((r.get(0)?, vec![r.get(1)?, r.get(2)?, r.get(3)?])))
}

/// Requests without an answer, oldest first, with what they are about.
pub(crate) fn requests(conn: &Connection, as_of: Day) -> Result<Said> {
    const HOLDS: &str = "q.live = 1 AND q.answered_on IS NULL AND q.reminds IS NULL";
    let moment = conn.unchecked_transaction()?;
    let counted =
        format!("SELECT count(*), sum(q.on_day >= ?1), sum(q.on_day >= ?2), sum(q.on_day >= ?3) FROM request q WHERE {HOLDS}");
    let (total, within) = total(conn, &counted, as_of, [30, 90, 365])?;
    let page = rows(
        conn,
        &format!(
            "SELECT q.rid, i.id, i.code, i.shown, ai.id, a.short, a.name, q.on_day, q.how, q.text,
               coalesce((SELECT m.reply_by FROM request m JOIN item mi ON mi.rid = m.rid AND mi.life = 0 WHERE m.reminds = q.rid AND m.reply_by IS NOT NULL
                 ORDER BY m.on_day DESC, m.rid DESC LIMIT 1), q.reply_by),
               (SELECT count(*) FROM request m JOIN item mi ON mi.rid = m.rid AND mi.life = 0 WHERE m.reminds = q.rid),
               (SELECT max(m.on_day) FROM request m JOIN item mi ON mi.rid = m.rid AND mi.life = 0 WHERE m.reminds = q.rid)
             FROM request q JOIN item i ON i.rid = q.rid JOIN actor a ON a.rid = q.actor JOIN item ai ON ai.rid = a.rid WHERE {HOLDS} ORDER BY q.on_day, q.rid LIMIT 50"
        ),
        [],
        Waiting::read,
    )?;
    for request in &page {
        rows(
            conn,
            "SELECT oi.id, oi.kind, oi.code, oi.shown, c.deliverable FROM request_about b JOIN item i ON i.rid = b.rid AND i.life = 0 JOIN item oi ON oi.rid = b.of AND oi.life = 0
             LEFT JOIN commitment c ON c.rid = b.of WHERE b.request = ?1 ORDER BY b.rid",
            [request.rid],
            About::read,
        )?;
    }
    moment.finish()?;
    Ok(Said { total, within, rows: page.len() })
}

/// Addressees of whom something holds, oldest first.
pub(crate) fn addressees(conn: &Connection, as_of: Day, holds: &str) -> Result<Said> {
    let moment = conn.unchecked_transaction()?;
    let counted = format!(
        "SELECT count(*), sum(x.age_from >= ?1), sum(x.age_from >= ?2), sum(x.age_from >= ?3) FROM addressee x WHERE x.live = 1 AND {holds}"
    );
    let (total, within) = total(conn, &counted, as_of, [365, 730, 1095])?;
    let page = rows(
        conn,
        &format!(
            "SELECT xi.id, ai.id, a.short, a.name, ri.id, ri.code, ri.shown, s.short, r.label, r.heading, r.text, x.named, x.confirmed, x.sent_on, x.reply_by, x.age_from
             FROM addressee x JOIN item xi ON xi.rid = x.rid JOIN actor a ON a.rid = x.actor JOIN item ai ON ai.rid = a.rid JOIN recommendation r ON r.rid = x.recommendation
               JOIN item ri ON ri.rid = r.rid JOIN source s ON s.rid = r.source WHERE x.live = 1 AND {holds} ORDER BY x.age_from, x.rid LIMIT 50"
        ),
        [],
        Silent::read,
    )?;
    moment.finish()?;
    Ok(Said { total, within, rows: page.len() })
}
