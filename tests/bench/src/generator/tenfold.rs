//! Makes of a generated workspace one of ten times its recommendations, commitments and updates, with all that hangs on them.
//! To make so many by edits takes hours, so their rows are repeated by SQL, each time under identities of its own.
//!
//! Sources, actors, themes and events stay as many as they were, and the log is not repeated: the diary is that of the tenth,
//! and a check of such a file finds that rows stand in it past the log.

use followthrough_model::{Uuid, reference};
use followthrough_store::{Result, index_rows};
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, params};
use std::path::Path;

const TIMES: i64 = 10;
/// What is repeated; a reference to an item of another table stays as it is.
const TABLES: [&str; 21] = [
    "recommendation",
    "addressee",
    "theme_of",
    "series",
    "commitment",
    "commitment_actor",
    "answer",
    "due",
    "update_",
    "verification",
    "milestone",
    "caller",
    "link",
    "decision",
    "request",
    "request_about",
    "their_ref",
    "note",
    "custom_value",
    "evidence",
    "evidence_use",
];
/// Letters of a reference: of so many items two hardly begin alike for so long.
const SHOWN: u32 = 10;

/// Bytes that FTS5 holds back before it writes them out, unless it is told otherwise.
const FTS5_BUFFER: i64 = 1 << 20;

/// In place. Nobody else may have the file open; if this fails, the file is good for nothing.
pub(super) fn tenfold(path: &Path) -> Result<()> {
    let conn = Connection::open(path)?;
    let first = rows(&conn)?;
    // A buffer of a usual edit's size would be written out, and merged with what was before, thousands of times.
    words_buffer(&conn, 256 << 20)?;
    index_rows(&conn, first)?;
    words_buffer(&conn, FTS5_BUFFER)?;
    merge_words(&conn)?;
    conn.execute_batch("COMMIT; PRAGMA journal_mode = WAL;")?;
    drop(conn);
    // Else the first edit would wait until the system has written all of it.
    let file = std::fs::File::open(path).and_then(|file| file.sync_all());
    file.map_err(|e| followthrough_store::Error::writing(path, &e))
}

fn words_buffer(conn: &Connection, bytes: i64) -> rusqlite::Result<()> {
    conn.execute("INSERT INTO words(words, rank) VALUES('hashsize', ?1)", [bytes])?;
    Ok(())
}

/// Its pieces as edits would have left them: those edits merge every four of a size. Here there are fifteen of that buffer's
/// size, and with the sixteenth, which is the first edit's, FTS5 merges them all: twenty seconds.
fn merge_words(conn: &Connection) -> rusqlite::Result<()> {
    const PAGES: i64 = 1_000_000; // more than there are
    conn.execute("INSERT INTO words(words, rank) VALUES('merge', ?1)", [PAGES])?;
    Ok(())
}

/// Answers the first new row; the transaction is open then.
fn rows(conn: &Connection) -> rusqlite::Result<i64> {
    conn.execute_batch(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -2000000; BEGIN;",
    )?;
    functions(conn)?;
    let last: i64 = conn.query_row("SELECT max(rid) FROM item", [], |r| r.get(0))?;
    let indexes = without_indexes(conn)?;
    conn.execute_batch(&format!(
        "CREATE TEMP TABLE repeated(rid INTEGER PRIMARY KEY); INSERT INTO repeated SELECT rid FROM ({}) ORDER BY rid",
        TABLES.map(|table| format!("SELECT rid FROM {table}")).join(" UNION ALL ")
    ))?;
    for time in 1..TIMES {
        let by = time * last;
        conn.execute(
            "INSERT INTO item(rid, id, kind, code, shown, private, private_why, life)
             SELECT rid + ?1, id_of(rid + ?1), kind, iif(code IS NULL, NULL, code_of(rid + ?1)), iif(code IS NULL, NULL, ?2), private, private_why, life
             FROM repeated JOIN item USING (rid) ORDER BY rid",
            params![by, SHOWN],
        )?;
        for table in TABLES.iter().chain(&["span"]) {
            let moved = cells(conn, table)?;
            let columns: Vec<&str> = moved.iter().map(|(column, _)| column.as_str()).collect();
            let cells: Vec<&str> = moved.iter().map(|(_, cell)| cell.as_str()).collect();
            let of = if *table == "span" { "commitment" } else { "rid" };
            conn.execute(
                &format!(
                    "INSERT INTO {table}({}) SELECT {} FROM {table} WHERE {of} <= ?2 AND ?3 > 0",
                    columns.join(", "),
                    cells.join(", ")
                ),
                params![by, last, time],
            )?;
        }
    }
    conn.execute(&format!("UPDATE due_month SET n = n * {TIMES}, bare = bare * {TIMES}, moved = moved * {TIMES}"), [])?;
    conn.execute(&format!("UPDATE due_lead SET n = n * {TIMES}"), [])?;
    for sql in indexes {
        conn.execute_batch(&sql)?;
    }
    Ok(last + 1)
}

/// The columns of a table, and what stands in each when its row is repeated `?1` rows on, for the `?3`rd time.
fn cells(conn: &Connection, table: &str) -> rusqlite::Result<Vec<(String, String)>> {
    let pairs = |sql: &str| -> rusqlite::Result<Vec<(String, Option<String>)>> {
        conn.prepare(sql)?.query_map([table], |r| Ok((r.get(0)?, r.get(1)?)))?.collect()
    };
    let refers = pairs("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?1)")?;
    let columns = pairs("SELECT name, NULL FROM pragma_table_info(?1)")?;
    Ok(columns
        .into_iter()
        .map(|(column, _)| {
            let to = refers.iter().find(|(from, _)| *from == column).and_then(|(_, to)| to.as_deref());
            let cell = match (table, column.as_str(), to) {
                (_, "rid", _) => "rid + ?1".to_owned(),
                ("span", "due_now", _) => "due_now + ?1".to_owned(),
                ("recommendation", "label", _) => "label || '/' || ?3".to_owned(),
                (_, c, Some("item")) => format!("iif({c} IN (SELECT rid FROM repeated), {c} + ?1, {c})"),
                (_, c, Some(to)) if TABLES.contains(&to) => format!("{c} + ?1"),
                (_, c, _) => c.to_owned(),
            };
            (column, cell)
        })
        .collect())
}

/// Drops the indexes of what is repeated: they are made in one go at the end, by these statements.
fn without_indexes(conn: &Connection) -> rusqlite::Result<Vec<String>> {
    let found: Vec<(String, String)> = conn
        .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name NOT LIKE 'words%'")?
        .query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (name, _) in &found {
        conn.execute_batch(&format!("DROP INDEX {name}"))?;
    }
    Ok(found.into_iter().map(|(_, sql)| sql).collect())
}

/// `id_of(rid)`, an identity that no other row has; `code_of(rid)`, the code of that.
fn functions(conn: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    conn.create_scalar_function("id_of", 1, flags, |ctx| Ok(id_of(ctx.get(0)?).as_bytes().to_vec()))?;
    conn.create_scalar_function("code_of", 1, flags, |ctx| Ok(reference::code(id_of(ctx.get(0)?))))
}

/// The row in front, so that rows stand in the order of their identities; 60 bits that look like chance at the end.
fn id_of(rid: i64) -> Uuid {
    let row = u128::from(rid.unsigned_abs());
    let tail = row.wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835) >> 64;
    Uuid::from_u128((0xFFFF_u128 << 112) | (row << 64) | (tail & ((1 << 60) - 1)))
}
