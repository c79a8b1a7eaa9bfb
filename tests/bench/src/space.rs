//! How much room the file takes for what is in it: without the search index and the bytes of evidence, against the same
//! rows and the same log alone, in a file without indexes and without anything that is kept.

use crate::measure::Figure;
use crate::reading;
use followthrough_model::Kind;
use std::error::Error;
use std::path::Path;

pub(crate) fn figure(file: &Path, folder: &Path) -> Result<Figure, Box<dyn Error>> {
    let conn = reading::connect(file)?;
    let mb = |bytes: i64| -> Result<f64, std::num::TryFromIntError> { Ok(f64::from(i32::try_from(bytes / 1_000)?) / 1_000.0) };
    let ours: i64 = conn.query_row(
        "SELECT sum(pgsize) FROM dbstat WHERE aggregate = 1 AND name NOT LIKE 'words%' AND name NOT IN ('blob', 'chunk', 'blob_sha256', 'blob_staged')",
        [],
        |r| r.get(0),
    )?;
    let bare = folder.join("bare.sqlite");
    let _ = std::fs::remove_file(&bare); // left from a run that was stopped
    conn.execute("ATTACH ?1 AS bare", [bare.to_string_lossy()])?;
    conn.execute_batch("PRAGMA bare.journal_mode = OFF; PRAGMA bare.synchronous = OFF; BEGIN;")?;
    conn.execute_batch("CREATE TABLE bare.item AS SELECT rid, id, kind, code, shown, private, private_why, life FROM main.item")?;
    for kind in Kind::ALL {
        let fields: Vec<&str> = kind.fields().iter().map(|field| field.name).collect();
        let (table, fields) = (kind.table(), fields.join(", "));
        conn.execute_batch(&format!("CREATE TABLE bare.{table} AS SELECT rid, {fields} FROM main.{table}"))?;
    }
    conn.execute_batch(
        "CREATE TABLE bare.entry AS SELECT n, replica, seq, stamp, at, author, command, act, undoes, hash FROM main.entry;
         CREATE TABLE bare.change AS SELECT entry, n, item, field, old, new FROM main.change; COMMIT;",
    )?;
    let bytes: i64 = conn.query_row("SELECT sum(pgsize) FROM dbstat('bare') WHERE aggregate = 1", [], |r| r.get(0))?;
    conn.execute_batch("DETACH bare")?;
    std::fs::remove_file(&bare)?;
    Ok(Figure {
        name: "the file, without search index and evidence, to its bare rows and log".to_owned(),
        ours: mb(ours)?,
        limit: mb(bytes)?,
        allowed: Some(1.6),
        unit: "MB",
    })
}
