//! The versions of the file: numbered, embedded, never edited after release. A migration writes no log, and a copy of
//! the file is made before one runs.
//!
//! Does not change meaning silently: what changes meaning needs an upcaster for the log beside its migration.

use crate::{Error, Job, Result, place};
use followthrough_model::Kind;
use rusqlite::Connection;
use std::path::Path;

/// `application_id` of a workspace: "FTHR".
pub(crate) const APPLICATION: i32 = 0x4654_4852;

const MIGRATIONS: &[&str] = &[include_str!("schema/0001.sql")];

/// The version of the file after the migration at `place`, from 1.
fn version_after(place: usize) -> i64 {
    i64::try_from(place + 1).unwrap_or(i64::MAX)
}

fn newest() -> i64 {
    version_after(MIGRATIONS.len() - 1)
}

/// Makes an empty file a workspace.
pub(crate) fn create(conn: &mut Connection) -> Result<()> {
    conn.pragma_update(None, "application_id", APPLICATION)?;
    run(conn, 0)?;
    let tx = conn.transaction()?;
    for kind in Kind::ALL {
        tx.execute("INSERT INTO kind(code, name) VALUES(?1, ?2)", (kind.code(), kind.table()))?;
    }
    tx.commit()?;
    Ok(())
}

/// Whether the file is one of ours, and of a version that we can read.
pub(crate) fn recognise(conn: &Connection, path: &Path) -> Result<()> {
    let application = conn.pragma_query_value(None, "application_id", |r| r.get::<_, i32>(0));
    match application {
        Ok(APPLICATION) => {}
        Ok(_) => return Err(Error::NotAWorkspace(path.to_owned())),
        Err(e) if e.sqlite_error_code() == Some(rusqlite::ErrorCode::NotADatabase) => {
            return Err(Error::NotAWorkspace(path.to_owned()));
        }
        Err(e) => return Err(e.into()),
    }
    let version = conn.pragma_query_value(None, "user_version", |r| r.get::<_, i64>(0))?;
    match version {
        0 => Err(Error::NotAWorkspace(path.to_owned())),
        v if v > newest() => Err(Error::Newer(path.to_owned())),
        _ => Ok(()),
    }
}

/// Brings an older file up to date, after a copy.
pub(crate) fn migrate(conn: &mut Connection, path: &Path) -> Result<()> {
    let version = conn.pragma_query_value(None, "user_version", |r| r.get::<_, i64>(0))?;
    if version < newest() {
        let copy = path.with_extension(format!("before-v{}.followthrough", newest()));
        place::copy(conn, &copy, &Job::default())?;
        run(conn, version)?;
    }
    Ok(())
}

fn run(conn: &mut Connection, from: i64) -> Result<()> {
    for (at, sql) in MIGRATIONS.iter().enumerate().skip(usize::try_from(from).unwrap_or(0)) {
        let tx = conn.transaction()?;
        tx.execute_batch(sql)?;
        tx.pragma_update(None, "user_version", version_after(at))?;
        tx.commit()?;
    }
    Ok(())
}
