//! A user's own filter over 300,000 recommendations and a million commitments. To make such a workspace by edits takes
//! hours, so the rows that a filter reads are repeated by SQL in a copy of the full one: the same shape, ten and fifteen
//! times over. What is not read (log, spans, updates) is not repeated, and the copy is good for nothing else.

use crate::figures::{filter, three_terms};
use crate::measure::Figure;
use crate::reading;
use followthrough_bench::StillClock;
use followthrough_bench::generator::{TODAY, machine};
use followthrough_commands::Desk;
use rusqlite::Connection;
use std::error::Error;
use std::path::Path;
use std::sync::Arc;

/// What is repeated how often, and the columns that point at repeated rows.
const TABLES: [(&str, i64, &[&str]); 6] = [
    ("recommendation", 15, &["rid", "parent"]),
    ("addressee", 15, &["rid", "recommendation"]),
    ("theme_of", 15, &["rid", "of"]),
    ("commitment", 10, &["rid"]),
    ("answer", 10, &["rid", "commitment", "recommendation"]),
    ("commitment_actor", 10, &["rid", "commitment"]),
];

pub(crate) fn figures(file: &Path, folder: &Path) -> Result<Vec<Figure>, Box<dyn Error>> {
    let copy = folder.join("huge.followthrough");
    for end in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{end}", copy.display())); // there or not
    }
    std::fs::copy(file, &copy)?;
    let conn = reading::connect(&copy)?;
    repeat(&conn)?;
    let desk = Desk::of_terminal(machine(folder, Arc::new(StillClock::on(TODAY, 5))));
    desk.open(&copy)?;
    let mut all = Vec::new();
    for asked in three_terms(&conn)? {
        let (ours, hand) = filter(&desk, &conn, &asked, 5)?;
        for figure in [
            Figure::told(format!("  at 300,000: {} by {}", asked.filter, asked.group), (ours, hand)),
            Figure::bound(format!("a filter of one's own at 300,000: {}", asked.filter), ours, 300.0, "ms"),
        ] {
            figure.print();
            all.push(figure);
        }
    }
    drop((desk, conn));
    std::fs::remove_file(&copy)?;
    Ok(all)
}

fn repeat(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; BEGIN;")?;
    let last: i64 = conn.query_row("SELECT max(rid) FROM item", [], |r| r.get(0))?;
    for (table, times, moved) in TABLES {
        let columns: Vec<String> = conn
            .prepare(&format!("SELECT name FROM pragma_table_info('{table}')"))?
            .query_map([], |r| r.get(0))?
            .collect::<Result<_, _>>()?;
        let cells: Vec<String> =
            columns.iter().map(|c| if moved.contains(&c.as_str()) { format!("{c} + ?1") } else { c.clone() }).collect();
        let (columns, cells) = (columns.join(", "), cells.join(", "));
        for time in 1..times {
            let by = time * last;
            conn.prepare_cached(&format!(
                "INSERT INTO item(rid, id, kind, code, shown, private, private_why, life)
                 SELECT i.rid + ?1, randomblob(16), i.kind, i.code, i.shown, i.private, i.private_why, i.life FROM {table} t JOIN item i ON i.rid = t.rid WHERE t.rid <= ?2"
            ))?
            .execute((by, last))?;
            conn.prepare_cached(&format!("INSERT INTO {table}({columns}) SELECT {cells} FROM {table} WHERE rid <= ?2"))?
                .execute((by, last))?;
        }
    }
    conn.execute_batch("COMMIT; PRAGMA foreign_keys = ON; PRAGMA wal_checkpoint(TRUNCATE);")
}
