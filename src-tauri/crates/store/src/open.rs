//! Opens and makes workspaces, and hands out what may be done with one: an edit ([`Store::edit`]) or a question
//! ([`Store::read`]). The one place that opens connections.
//!
//! Does not know what is edited or asked.

use crate::machine::{Machine, rfc3339};
use crate::{Error, Result, Tx, migrate, words};
use followthrough_model::{Day, Kind, Uuid};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// One open workspace. One connection writes, a few read; both see only whole edits.
pub struct Store {
    path: PathBuf,
    machine: Machine,
    read_only: bool,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
    replica: Mutex<Option<i64>>,
}

/// A consistent view of the workspace at one moment, for questions.
pub struct Reader<'a> {
    pub(crate) conn: &'a Connection,
    /// The replica that this file is, where that is known: whose edits undo takes back.
    pub(crate) replica: Option<i64>,
}

/// Which file is open, and whether it may be written.
#[derive(Debug, Clone)]
pub struct About {
    pub path: PathBuf,
    pub read_only: bool,
}

impl Reader<'_> {
    /// Which file this is.
    pub fn file(&self) -> Result<About> {
        Ok(About { path: self.conn.path().map(PathBuf::from).unwrap_or_default(), read_only: self.conn.is_readonly("main")? })
    }
}

/// What an edit did, for those who show it.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The log entry; nothing if nothing changed.
    pub entry: Option<i64>,
    pub kinds: Vec<Kind>,
    /// Up to 500 of the items that changed.
    pub ids: Vec<Uuid>,
}

/// Readers kept open for the next question.
const READERS: usize = 3;

impl Store {
    /// Makes a new workspace. Never over an existing file; made beside and renamed, so never half there.
    pub fn create(path: &Path, machine: &Machine) -> Result<Self> {
        let path = absolute(path)?;
        if path.is_dir() {
            return Err(Error::Folder(path));
        }
        if path.exists() {
            return Err(Error::Exists(path));
        }
        let folder = path.parent().unwrap_or(Path::new("/"));
        writable_folder(folder, &path)?;
        local(folder, &path)?;
        let beside = beside(&path);
        let made = (|| {
            let mut conn = Connection::open(&beside).map_err(|e| cannot_create(e, &path))?;
            settings(&conn, false)?;
            migrate::create(&mut conn)?;
            conn.close().map_err(|(_, e)| e)?;
            // `hard_link` fails where the name is taken meanwhile; some file systems have no links.
            match std::fs::hard_link(&beside, &path) {
                Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => Err(Error::Exists(path.clone())),
                Err(_) => std::fs::rename(&beside, &path).map_err(|e| Error::writing(&path, &e)),
                Ok(()) => Ok(()),
            }
        })();
        let _ = std::fs::remove_file(&beside);
        made?;
        Self::open(&path, machine)
    }

    /// Opens a workspace: for reading only if the file may not be written.
    pub fn open(path: &Path, machine: &Machine) -> Result<Self> {
        let path = absolute(path)?;
        let about = std::fs::metadata(&path).map_err(|e| Error::reading(&path, &e))?;
        if about.is_dir() {
            return Err(Error::Folder(path));
        }
        let folder = path.parent().unwrap_or(Path::new("/"));
        let read_only = about.permissions().readonly() || is_read_only(folder);
        local(folder, &path)?;
        sqlite_header(&path)?;
        let mut conn = connect(&path, read_only).map_err(|e| match e {
            Error::Sql(e) if e.sqlite_error_code() == Some(rusqlite::ErrorCode::NotADatabase) => {
                Error::NotAWorkspace(path.clone())
            }
            e => e,
        })?;
        migrate::recognise(&conn, &path)?;
        if !read_only {
            settings(&conn, false)?;
            migrate::migrate(&mut conn, &path)?;
        }
        machine.opened(&path);
        let replica = known_replica(&conn, machine, &path)?;
        Ok(Self {
            path,
            machine: machine.clone(),
            read_only,
            writer: Mutex::new(conn),
            readers: Mutex::default(),
            replica: Mutex::new(replica),
        })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn machine(&self) -> &Machine {
        &self.machine
    }

    pub fn read_only(&self) -> bool {
        self.read_only
    }

    /// The machine's local date: the day on which questions are asked unless they say another.
    pub fn today(&self) -> Day {
        self.machine.clock.today()
    }

    pub(crate) fn writer(&self) -> Result<MutexGuard<'_, Connection>> {
        if self.read_only {
            return Err(Error::ReadOnly(self.path.clone()));
        }
        Ok(self.writer.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// One edit: everything that `act` does through the [`Tx`] and its log entry in one transaction, or nothing.
    /// `command` is its name in the log.
    pub fn edit<R>(&self, command: &str, act: impl FnOnce(&mut Tx<'_>) -> Result<R>) -> Result<(R, Outcome)> {
        let conn = self.writer()?;
        // Dropped without commit, also by a panic, it rolls back.
        let sql = rusqlite::Transaction::new_unchecked(&conn, rusqlite::TransactionBehavior::Immediate)?;
        let replica = self.replica(&sql)?;
        let mut tx = Tx::begin(&sql, &self.machine, replica, command)?;
        let reply = act(&mut tx)?;
        let (outcome, last_seq) = tx.finish()?;
        if outcome.entry.is_none() {
            return Ok((reply, outcome));
        }
        sql.commit()?;
        if last_seq == 1 {
            self.remember_replica(&conn)?;
        }
        Ok((reply, outcome))
    }

    /// A question, on one moment of the file.
    pub fn read<R>(&self, ask: impl FnOnce(&Reader<'_>) -> Result<R>) -> Result<R> {
        let conn = match self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop() {
            Some(conn) => conn,
            None => connect(&self.path, self.read_only)?,
        };
        let reply = {
            let moment = rusqlite::Transaction::new_unchecked(&conn, rusqlite::TransactionBehavior::Deferred)?;
            let replica = *self.replica.lock().unwrap_or_else(PoisonError::into_inner);
            let reply = ask(&Reader { conn: &moment, replica });
            moment.finish()?;
            reply
        };
        let mut readers = self.readers.lock().unwrap_or_else(PoisonError::into_inner);
        if readers.len() < READERS {
            readers.push(conn);
        }
        reply
    }

    /// This file's replica, found or made inside the edit that needs it.
    fn replica(&self, sql: &Connection) -> Result<i64> {
        let mut known = self.replica.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(rid) = *known {
            return Ok(rid);
        }
        let Some(rid) = known_replica(sql, &self.machine, &self.path)? else {
            let id = Uuid::from_u128(self.machine.clock.random());
            sql.execute(
                "INSERT INTO replica(id, last_seq, last_hash) VALUES(?1, 0, ?2)",
                (id.into_bytes(), followthrough_change::chain::START),
            )?;
            // Not kept yet: if this edit is rolled back, the row is gone.
            return Ok(sql.last_insert_rowid());
        };
        *known = Some(rid);
        Ok(rid)
    }

    fn remember_replica(&self, conn: &Connection) -> Result<()> {
        let (rid, id, seq) = conn.query_row("SELECT rid, id, last_seq FROM replica ORDER BY rid DESC LIMIT 1", [], |r| {
            Ok((r.get::<_, i64>(0)?, r.get::<_, [u8; 16]>(1)?, r.get::<_, i64>(2)?))
        })?;
        self.machine.remember(&self.path, Uuid::from_bytes(id), seq);
        *self.replica.lock().unwrap_or_else(PoisonError::into_inner) = Some(rid);
        Ok(())
    }

    /// A whole copy of the workspace at another place: one moment of it, compact, written beside and renamed.
    pub fn save_copy(&self, to: &Path) -> Result<u64> {
        let to = absolute(to)?;
        if to == self.path {
            return Err(Error::refuse("same_file", "This is the open workspace itself. Choose another name for the copy."));
        }
        if to.is_dir() {
            return Err(Error::Folder(to));
        }
        let beside = beside(&to);
        let made = self.read(|r| {
            // VACUUM cannot run inside a transaction; a connection of its own takes its own moment.
            let _ = r;
            let conn = connect(&self.path, self.read_only)?;
            conn.execute("VACUUM INTO ?1", [beside.to_string_lossy()]).map_err(|e| cannot_create(e, &to))?;
            Ok(())
        });
        let done = made.and_then(|()| std::fs::rename(&beside, &to).map_err(|e| Error::writing(&to, &e)));
        if done.is_err() {
            let _ = std::fs::remove_file(&beside);
        }
        done?;
        std::fs::metadata(&to).map(|m| m.len()).map_err(|e| Error::reading(&to, &e))
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        let rid = *self.replica.get_mut().unwrap_or_else(PoisonError::into_inner);
        let conn = self.writer.get_mut().unwrap_or_else(PoisonError::into_inner);
        if let Some(rid) = rid
            && let Ok((id, seq)) = conn.query_row("SELECT id, last_seq FROM replica WHERE rid = ?1", [rid], |r| {
                Ok((r.get::<_, [u8; 16]>(0)?, r.get(1)?))
            })
        {
            self.machine.remember(&self.path, Uuid::from_bytes(id), seq);
        }
    }
}

/// The replica that a file at a place is, if this machine has seen it there.
fn known_replica(conn: &Connection, machine: &Machine, path: &Path) -> Result<Option<i64>> {
    let bytes = |id: Uuid| id.into_bytes();
    let seq_of = |id: Uuid| -> Result<i64> {
        Ok(conn.query_row("SELECT coalesce(max(last_seq), -1) FROM replica WHERE id = ?1", [bytes(id)], |r| r.get(0))?)
    };
    let Some(id) = machine.replica_at(path, seq_of)? else { return Ok(None) };
    Ok(conn.query_row("SELECT rid FROM replica WHERE id = ?1", [bytes(id)], |r| r.get(0)).optional()?)
}

/// The moment now, for rows that say when.
pub(crate) fn now(machine: &Machine) -> String {
    rfc3339(machine.clock.now_ms())
}

fn connect(path: &Path, read_only: bool) -> Result<Connection> {
    let conn = if read_only {
        // A file that nobody may write needs no lock; without this SQLite wants to make its -shm file beside it. But what
        // a write-ahead log beside it holds must be read too.
        let mode = if has_log(path) { "mode=ro" } else { "immutable=1" };
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

/// Whether edits lie in a write-ahead log beside the file.
fn has_log(path: &Path) -> bool {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    std::fs::metadata(log).is_ok_and(|m| m.len() > 0)
}

/// A path as a file URI, with what SQLite reads as its own signs escaped.
fn percent(path: &Path) -> String {
    path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23")
}

/// Each pragma with its reason. `opened`: only what does not touch the file.
fn settings(conn: &Connection, opened: bool) -> Result<()> {
    conn.busy_timeout(Duration::from_secs(10))?; // two programs on one file take turns
    conn.set_prepared_statement_cache_capacity(256); // every statement of ours is prepared once
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?; // and is not planned again for each new value
    conn.pragma_update(None, "foreign_keys", true)?; // a row never points into nothing
    conn.pragma_update(None, "synchronous", "FULL")?; // what was acknowledged survives a power cut
    conn.pragma_update(None, "cache_size", -8192)?; // 8 MiB a connection: the core stays under 100 MB
    conn.pragma_update(None, "temp_store", "MEMORY")?; // no temporary files with the user's words in them
    conn.pragma_update(None, "trusted_schema", false)?; // a file from elsewhere runs nothing of its own
    words::functions(conn)?;
    if !opened {
        conn.pragma_update(None, "journal_mode", "WAL")?; // readers do not wait for the writer
    }
    Ok(())
}

fn absolute(path: &Path) -> Result<PathBuf> {
    let whole = std::path::absolute(path).map_err(|e| Error::reading(path, &e))?;
    // Links are followed, so that one file is one place.
    Ok(whole.canonicalize().unwrap_or(whole))
}

/// A name beside `path` for what is not finished yet.
pub(crate) fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.part", std::process::id()))
}

fn is_read_only(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|m| m.permissions().readonly())
}

fn writable_folder(folder: &Path, path: &Path) -> Result<()> {
    match std::fs::metadata(folder) {
        Err(_) => Err(Error::Unwritable { path: path.to_owned(), why: "its folder does not exist".into() }),
        Ok(m) if m.permissions().readonly() => Err(Error::ReadOnly(path.to_owned())),
        Ok(_) => Ok(()),
    }
}

fn cannot_create(error: rusqlite::Error, path: &Path) -> Error {
    match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::CannotOpen) => {
            Error::Unwritable { path: path.to_owned(), why: "the file cannot be made there".into() }
        }
        _ => error.into(),
    }
}

/// Refuses what is no SQLite file before SQLite looks at it, so that an empty file is not taken for a new database.
fn sqlite_header(path: &Path) -> Result<()> {
    use std::io::Read;
    let mut head = [0_u8; 16];
    let mut file = std::fs::File::open(path).map_err(|e| Error::reading(path, &e))?;
    match file.read_exact(&mut head) {
        Ok(()) if &head == b"SQLite format 3\0" => Ok(()),
        Ok(()) => Err(Error::NotAWorkspace(path.to_owned())),
        Err(e) if e.kind() == std::io::ErrorKind::UnexpectedEof => Err(Error::NotAWorkspace(path.to_owned())),
        Err(e) => Err(Error::reading(path, &e)),
    }
}

/// Refuses network shares, where the write-ahead log of several machines does not hold.
#[cfg(target_os = "linux")]
fn local(folder: &Path, path: &Path) -> Result<()> {
    match rustix::fs::statfs(folder) {
        Ok(about) if is_network(about.f_type.cast_unsigned()) => Err(Error::Network(path.to_owned())),
        _ => Ok(()),
    }
}

#[cfg(not(target_os = "linux"))]
fn local(_: &Path, path: &Path) -> Result<()> {
    if path.to_string_lossy().starts_with(r"\\") { Err(Error::Network(path.to_owned())) } else { Ok(()) }
}

/// File system types of Linux that live on another machine: NFS, SMB, CIFS, SMB2, AFS, NCP, 9P, Ceph, CODA.
#[cfg(target_os = "linux")]
fn is_network(f_type: u64) -> bool {
    matches!(
        f_type & 0xFFFF_FFFF,
        0x6969 | 0x517B | 0xFF53_4D42 | 0xFE53_4D42 | 0x5346_414F | 0x564C | 0x0102_1997 | 0x00C3_6400 | 0x7375_7245
    )
}

#[cfg(test)]
mod tests {
    #[cfg(target_os = "linux")]
    #[test]
    fn network_shares_are_known_by_their_type() {
        let check = |f_type, expect| assert_eq!(super::is_network(f_type), expect, "{f_type:x}");
        check(0x6969, true); // NFS
        check(0xFF53_4D42, true); // CIFS
        check(0xFFFF_FFFF_FF53_4D42, true); // the same, sign-extended
        check(0xEF53, false); // ext4
        check(0x0102_1994, false); // tmpfs
        check(0x9123_683E, false); // btrfs
    }

    #[test]
    fn paths_in_a_uri() {
        assert_eq!(super::percent(std::path::Path::new("/a?b#c%d")), "/a%3fb%23c%25d");
    }
}
