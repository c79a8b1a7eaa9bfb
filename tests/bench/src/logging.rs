//! The limit for what changed: reading the rows of the log since a day, with what they are about.

use crate::reading::{Text, cells};
use rusqlite::{Connection, Result};

cells! { Logged {
    entry: i64, n: i64, at: String, author: String, command: String, item: i64, id: [u8; 16], kind: i64, code: Option<i64>, shown: Option<u32>, field: String,
} }

/// Reads the log since a day, newest first: how many rows there are.
pub(crate) fn since(conn: &Connection, day: &str) -> Result<usize> {
    let moment = conn.unchecked_transaction()?;
    let first: i64 =
        conn.prepare_cached("SELECT coalesce(max(n), 0) + 1 FROM entry WHERE at < ?1")?.query_row([day], |r| r.get(0))?;
    let mut statement = conn.prepare_cached(
        "SELECT c.entry, c.n, e.at, e.author, e.command, c.item, i.id, i.kind, i.code, i.shown, c.field, c.old, c.new
         FROM entry e CROSS JOIN change c ON c.entry = e.n CROSS JOIN item i ON i.rid = c.item WHERE e.n >= ?1 ORDER BY e.n DESC, c.n DESC",
    )?;
    let mut rows = statement.query([first])?;
    let mut n = 0;
    while let Some(r) = rows.next()? {
        drop(Logged::read(r)?);
        let cell = |at| -> Result<Text> {
            Ok(match r.get_ref(at)? {
                rusqlite::types::ValueRef::Text(text) => Some(String::from_utf8_lossy(text).into_owned()),
                _ => None,
            })
        };
        drop((cell(11)?, cell(12)?));
        n += 1;
    }
    drop(rows);
    drop(statement);
    moment.finish()?;
    Ok(n)
}
