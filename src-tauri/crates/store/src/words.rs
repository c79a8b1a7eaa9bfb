//! The search index: which words find which item, kept in the transaction of each edit.
//!
//! Does not answer searches; `read::search` does.

use crate::{Job, Result};
use followthrough_model::text::index_words;
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, OptionalExtension};

/// The words of every kind of item that can be found. One place: a kind that is not here is not found.
/// `?1`: the row. Names of a deleted alias do not count. The numbers under which others know an item are found with it.
pub(crate) const WORDS: &str = "SELECT text || coalesce((SELECT ' ' || group_concat(t.number, ' ') FROM their_ref t JOIN item i ON i.rid = t.rid AND i.life = 0 WHERE t.of = ?1), '') FROM (
    SELECT short || ' ' || title || ' ' || coalesce(symbol, '') || ' ' || coalesce(publisher, '') AS text FROM source WHERE rid = ?1
    UNION ALL SELECT coalesce(label, '') || ' ' || coalesce(heading, '') || ' ' || text FROM recommendation WHERE rid = ?1
    UNION ALL SELECT name || ' ' || coalesce(short, '') || ' ' || coalesce((SELECT group_concat(a.name, ' ') FROM alias a JOIN item i ON i.rid = a.rid AND i.life = 0 WHERE a.of = ?1), '') FROM actor WHERE rid = ?1
    UNION ALL SELECT deliverable || ' ' || coalesce(post, '') || ' ' || coalesce(handler, '') || ' ' || coalesce(occasion, '') FROM commitment WHERE rid = ?1
    UNION ALL SELECT text || ' ' || coalesce(obstacle, '') || ' ' || coalesce(resources, '') || ' ' || coalesce(remedy, '') FROM update_ WHERE rid = ?1
    UNION ALL SELECT title || ' ' || coalesce(target, '') FROM evidence WHERE rid = ?1
    UNION ALL SELECT text FROM request WHERE rid = ?1
    UNION ALL SELECT text FROM milestone WHERE rid = ?1
    UNION ALL SELECT name || ' ' || coalesce(definition, '') FROM indicator WHERE rid = ?1
    UNION ALL SELECT title FROM series WHERE rid = ?1
    UNION ALL SELECT name FROM event WHERE rid = ?1)";

/// The items `i` that are in the index: those that count, and of updates and milestones those whose commitment counts.
pub(crate) const INDEXED: &str = "i.life = 0 AND i.kind IN (1, 2, 3, 10, 14, 16, 9, 22, 24, 25, 35)
    AND (i.kind <> 14 OR EXISTS (SELECT 1 FROM update_ u JOIN item ci ON ci.rid = u.commitment AND ci.life = 0 WHERE u.rid = i.rid))
    AND (i.kind <> 24 OR EXISTS (SELECT 1 FROM milestone m JOIN item ci ON ci.rid = m.commitment AND ci.life = 0 WHERE m.rid = i.rid))";

/// The items whose words an entry may have changed.
const TOUCHED: &str = "
    SELECT DISTINCT c.item FROM change c JOIN item i ON i.rid = c.item WHERE c.entry = ?1 AND i.kind IN (1, 2, 3, 10, 14, 16, 9, 22, 24, 25, 35)
      AND (i.kind <> 10 OR c.field IN ('', 'life', 'deliverable', 'post', 'handler', 'occasion')) AND (i.kind <> 2 OR c.field IN ('', 'life', 'label', 'heading', 'text'))
    UNION SELECT a.of FROM change c JOIN alias a ON a.rid = c.item WHERE c.entry = ?1
    UNION SELECT t.of FROM change c JOIN their_ref t ON t.rid = c.item WHERE c.entry = ?1
    UNION SELECT u.rid FROM change c JOIN update_ u ON u.commitment = c.item WHERE c.entry = ?1 AND c.field = 'life'
    UNION SELECT m.rid FROM change c JOIN milestone m ON m.commitment = c.item WHERE c.entry = ?1 AND c.field = 'life'";

/// Brings the index up to date after the changes of one entry. Rows from `first_new` on are not in it yet.
pub(crate) fn index(conn: &Connection, entry: i64, first_new: i64, job: &Job) -> Result<()> {
    let mut touched = conn.prepare_cached(TOUCHED)?;
    let items = touched.query_map([entry], |r| r.get::<_, i64>(0))?.collect::<Result<Vec<_>, _>>()?;
    job.part(75..95, items.len());
    for rid in items {
        job.step()?;
        if rid < first_new {
            conn.prepare_cached("DELETE FROM words WHERE rowid = ?1")?.execute([rid])?;
        }
        let counts = conn.prepare_cached(&format!("SELECT 1 FROM item i WHERE i.rid = ?1 AND {INDEXED}"))?.exists([rid])?;
        if counts {
            put(conn, rid)?;
        }
    }
    Ok(())
}

fn put(conn: &Connection, rid: i64) -> Result<()> {
    let text = conn.prepare_cached(WORDS)?.query_row([rid], |r| r.get::<_, Option<String>>(0)).optional()?.flatten();
    if let Some(text) = text {
        conn.prepare_cached("INSERT INTO words(rowid, text) VALUES(?1, ?2)")?.execute((rid, index_words(&text)))?;
    }
    Ok(())
}

/// Puts the words of all rows from `first` on into the index, for who put those rows there past the log. In the caller's
/// transaction.
pub fn index_rows(conn: &Connection, first: i64) -> Result<()> {
    let mut found = conn.prepare(&format!("SELECT i.rid FROM item i WHERE i.rid >= ?1 AND {INDEXED} ORDER BY i.rid"))?;
    let mut rows = found.query([first])?;
    while let Some(row) = rows.next()? {
        put(conn, row.get(0)?)?;
    }
    Ok(())
}

/// Every word of the index in its order, once for each place, read from the index itself: nothing is kept for it. A look
/// that takes the first row only does not go through a word's places.
pub(crate) const SEEN: &str = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.word_seen USING fts5vocab('main', 'words', 'instance')";
/// The first of these words from one on, `?1`.
pub(crate) const NEXT: &str = "SELECT term FROM temp.word_seen WHERE term >= ?1 LIMIT 1";

/// SQL functions of ours: `fold(text)`, lower case in every script (SQLite's own folds ASCII only); `in_order(text)`, by
/// what text is put in order.
pub(crate) fn functions(conn: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    conn.create_scalar_function("fold", 1, flags, |ctx| {
        let text = ctx.get_raw(0).as_str_or_null()?;
        Ok(text.map(str::to_lowercase))
    })?;
    conn.create_scalar_function("in_order", 1, flags, |ctx| {
        let text = ctx.get_raw(0).as_str_or_null()?;
        Ok(text.map(followthrough_model::text::sort_key))
    })?;
    Ok(())
}
