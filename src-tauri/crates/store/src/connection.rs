//! A connection to a workspace: how it is opened, what is set on it and why, and how a job ends what runs on it.
//!
//! Does not know which connection writes and which reads; `open` does.

use crate::{Job, Result, place, words};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// How long two programs on one file wait for each other.
pub(crate) const WAIT: Duration = Duration::from_secs(10);

/// Has what runs on a connection end once the job is to stop, or a part of it gives up.
pub(crate) fn watch(conn: &mut Connection, job: &Arc<Job>) -> Result<()> {
    /// Steps of SQLite between two looks at it: well under a millisecond.
    const STEPS: i32 = 10_000;
    let job = Arc::clone(job);
    Ok(conn.progress_handler(STEPS, Some(move || job.is_over()))?)
}

/// A connection to a workspace that is there, set as all of ours are.
pub(crate) fn connect(path: &Path, read_only: bool) -> Result<Connection> {
    let conn = if read_only {
        // A file that nobody may write needs no lock; without this SQLite wants to make its -shm file beside it. But what
        // a write-ahead log beside it holds must be read too.
        let mode = if place::has_log(path) { "mode=ro" } else { "immutable=1" };
        let uri = format!("file:{}?{mode}", percent(path));
        Connection::open_with_flags(
            uri,
            OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX,
        )?
    } else {
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?
    };
    #[cfg(feature = "plans")]
    let conn = {
        let mut conn = conn;
        crate::plans::watch(&mut conn)?;
        conn
    };
    settings(&conn, true)?;
    Ok(conn)
}

/// A path as a file URI, with what SQLite reads as its own signs escaped.
fn percent(path: &Path) -> String {
    path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23")
}

/// Each pragma with its reason. `opened`: only what does not touch the file.
pub(crate) fn settings(conn: &Connection, opened: bool) -> Result<()> {
    conn.busy_timeout(WAIT)?; // two programs on one file take turns
    conn.set_prepared_statement_cache_capacity(256); // every statement of ours is prepared once
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?; // and is not planned again for each new value
    conn.pragma_update(None, "foreign_keys", true)?; // a row never points into nothing
    conn.pragma_update(None, "synchronous", "FULL")?; // what was acknowledged survives a power cut
    conn.pragma_update(None, "cache_size", -8192)?; // 8 MiB a connection: the core stays under 100 MB
    conn.pragma_update(None, "temp_store", "MEMORY")?; // no temporary files with the user's words in them
    conn.pragma_update(None, "trusted_schema", false)?; // a file from elsewhere runs nothing of its own
    words::functions(conn)?;
    conn.execute_batch(words::SEEN)?; // of this connection, not of the file
    if !opened {
        conn.pragma_update(None, "journal_mode", "WAL")?; // readers do not wait for the writer
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn paths_in_a_uri() {
        assert_eq!(super::percent(std::path::Path::new("/a?b#c%d")), "/a%3fb%23c%25d");
    }
}
