//! Opens and makes workspaces, and hands out what may be done with one: an edit ([`Store::edit`]) or a question
//! ([`Store::read`]). How a connection is opened stands in `connection`.
//!
//! Does not know what is edited or asked.

use crate::connection::{WAIT, connect, settings, watch};
use crate::machine::{Machine, rfc3339};
use crate::place::log_identity;
use crate::read::listing::KeptLists;
use crate::{Error, Job, Result, Tx, migrate, place};
use followthrough_model::{Day, Kind, Uuid};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OptionalExtension};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, TryLockError};
use std::time::Duration;

/// One open workspace. One connection writes, a few read; both see only whole edits.
pub struct Store {
    path: PathBuf,
    machine: Machine,
    read_only: bool,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
    /// Lists that were asked for already, for their further pages.
    kept: KeptLists,
    replica: Mutex<Option<i64>>,
    /// Which file the write-ahead log was when the connections were opened. See [`Store::renew`].
    log: Mutex<Option<u64>>,
    /// Closed while the connections are renewed.
    gate: RwLock<()>,
    /// Something was edited here, so the machine must learn how far the file went.
    edited: AtomicBool,
    /// When the last edit was, in ms, while the log may hold it; 0 after that.
    restless_since: AtomicI64,
}

/// A consistent view of the workspace at one moment, for questions.
pub struct Reader<'a> {
    pub(crate) conn: &'a Connection,
    /// The replica that this file is, where that is known: whose edits undo takes back.
    pub(crate) replica: Option<i64>,
    /// Who asks: the name that stands in the log.
    pub(crate) me: &'a str,
    /// Answers what was known after this entry; nothing: what is known now.
    pub(crate) known: Option<i64>,
    /// Lists that were asked for already; nothing inside an edit, which sees what is not in the file yet.
    pub(crate) kept: Option<&'a KeptLists>,
    pub(crate) job: &'a Job,
}

/// Which file is open, and whether it may be written.
#[derive(Debug, Clone)]
pub struct About {
    pub path: PathBuf,
    pub read_only: bool,
}

impl<'a> Reader<'a> {
    /// How far the question is, for those who wait for it.
    pub const fn job(&self) -> &'a Job {
        self.job
    }

    /// Does the work, unless it would take longer than this: then nothing is answered.
    pub(crate) fn within<R>(&self, time: Duration, work: impl FnOnce() -> Result<R>) -> Result<Option<R>> {
        if time.is_zero() {
            return Ok(None);
        }
        let done = self.job.for_at_most(time, work);
        match done {
            Err(Error::Cancelled) if !self.job.is_stopped() => Ok(None),
            done => done.map(Some),
        }
    }

    /// Which file this is.
    pub fn file(&self) -> Result<About> {
        Ok(About { path: self.conn.path().map(PathBuf::from).unwrap_or_default(), read_only: self.conn.is_readonly("main")? })
    }
}

/// The replica, and the last sequence on it.
type Last = (i64, i64);

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
    /// Makes a new, empty workspace, and opens it.
    pub fn create(path: &Path, machine: &Machine) -> Result<Self> {
        Self::create_with(path, machine, |_| Ok(()))
    }

    /// Makes a new workspace with what `fill` enters, and opens it. Never over an existing file; made beside and put in
    /// its place when it is whole, so never half there. What it begins with is nobody's edit: undo does not empty it.
    pub fn create_with(path: &Path, machine: &Machine, fill: impl FnOnce(Self) -> Result<()>) -> Result<Self> {
        let path = place::absolute(path)?;
        if path.is_dir() {
            return Err(Error::FolderForFile(path));
        }
        if path.exists() {
            return Err(Error::Exists(path));
        }
        let folder = path.parent().unwrap_or(Path::new("/"));
        place::writable_folder(folder, &path)?;
        place::local(folder, &path)?;
        place::refuse_beside_log(&path)?;
        {
            // One at a time, so that what lies beside the name is of a run that was killed.
            let alone = machine.alone("making.lock");
            if alone.is_ok() {
                place::sweep_unfinished(&path);
            }
            let beside = place::beside(&path);
            let made = (|| {
                let mut conn = Connection::open(&beside).map_err(|e| place::cannot_make(e, &path))?;
                settings(&conn, false)?;
                migrate::create(&mut conn)?;
                conn.close().map_err(|(_, e)| e)?;
                fill(Self::open_quietly(&beside, machine)?)?;
                machine.begin_anew(&beside);
                place::put_new(&beside, &path)
            })();
            if made.is_err() {
                place::remove(&beside);
                machine.begin_anew(&beside);
            }
            made?;
        }
        Self::open(&path, machine)
    }

    /// Opens a workspace: for reading only if the file may not be written.
    pub fn open(path: &Path, machine: &Machine) -> Result<Self> {
        let store = Self::open_quietly(path, machine)?;
        machine.opened(&store.path);
        Ok(store)
    }

    /// Opens a workspace, and does not put it among the recent ones.
    fn open_quietly(path: &Path, machine: &Machine) -> Result<Self> {
        let path = place::absolute(path)?;
        let about = std::fs::metadata(&path).map_err(|e| match e.kind() {
            std::io::ErrorKind::NotFound => Error::NoSuchFile(path.clone()),
            _ => Error::reading(&path, &e),
        })?;
        if about.is_dir() {
            return Err(Error::Folder(path));
        }
        if !about.is_file() {
            return Err(Error::NotAWorkspace(path));
        }
        let folder = path.parent().unwrap_or(Path::new("/"));
        let read_only = place::is_read_only(&path) || place::is_read_only(folder);
        place::local(folder, &path)?;
        place::sqlite_header(&path)?;
        if place::is_read_only(folder) && place::has_log(&path) && !place::has_index(&path) {
            return Err(Error::LogWithoutIndex(path));
        }
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
        let replica = known_replica(&conn, machine, &path)?;
        let log = if read_only { None } else { log_identity(&path) };
        Ok(Self {
            log: Mutex::new(log),
            gate: RwLock::default(),
            path,
            machine: machine.clone(),
            read_only,
            writer: Mutex::new(conn),
            readers: Mutex::default(),
            kept: KeptLists::default(),
            replica: Mutex::new(replica),
            edited: AtomicBool::new(false),
            restless_since: AtomicI64::new(0),
        })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Forgets the lists that it kept for their further pages: for those who measure how long the first one takes.
    pub fn forget_lists(&self) {
        self.kept.forget();
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
            return Err(Error::NotWritable);
        }
        self.renew()?;
        Ok(self.writer.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// [`Store::writer`]; whoever waits for a long edit can give up.
    pub(crate) fn writer_for(&self, job: &Job) -> Result<MutexGuard<'_, Connection>> {
        const LOOK: Duration = Duration::from_millis(5);
        if self.read_only {
            return Err(Error::NotWritable);
        }
        loop {
            job.check()?;
            self.renew()?;
            match self.writer.try_lock() {
                Ok(conn) => return Ok(conn),
                Err(TryLockError::Poisoned(poisoned)) => return Ok(poisoned.into_inner()),
                Err(TryLockError::WouldBlock) => std::thread::sleep(LOOK),
            }
        }
    }

    /// Whether the write-ahead log beside the file is not the one that our connections have open.
    fn log_moved(&self) -> bool {
        let known = *self.log.lock().unwrap_or_else(PoisonError::into_inner);
        known.is_some() && log_identity(&self.path) != known
    }

    /// Opens the connections anew where the log was taken away from under them. On POSIX systems a program lets go of
    /// all its locks on a file when it closes that file anywhere, as a file dialog does that looks into the folder; the
    /// next program that closes the workspace then believes that it was the last, and removes the log. What was
    /// committed until then is in the file; what we would write after it would be in no file.
    fn renew(&self) -> Result<()> {
        if !self.log_moved() {
            return Ok(());
        }
        let _gate = self.gate.write().unwrap_or_else(PoisonError::into_inner);
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        if !self.log_moved() {
            return Ok(());
        }
        // All old connections go first, without a last word: while one is open, SQLite shares its index of the old log.
        let old = std::mem::replace(&mut *writer, Connection::open_in_memory()?);
        let readers = std::mem::take(&mut *self.readers.lock().unwrap_or_else(PoisonError::into_inner));
        for conn in readers.into_iter().chain([old]) {
            conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        }
        *writer = connect(&self.path, false)?;
        writer.query_row("SELECT count(*) FROM meta", [], |_| Ok(()))?; // takes the lock, opens the log
        *self.log.lock().unwrap_or_else(PoisonError::into_inner) = log_identity(&self.path);
        Ok(())
    }

    /// After a commit: whether it is in the file, should the log have been taken away in that very moment.
    fn assure(&self, replica: i64, last_seq: i64) -> Result<()> {
        if !self.log_moved() {
            return Ok(());
        }
        let seq: i64 = self.read(|r| r.one("SELECT last_seq FROM replica WHERE rid = ?1", [replica], |r| r.get(0)))?;
        if seq >= last_seq {
            return Ok(());
        }
        Err(Error::refuse(
            "not_saved",
            "Another program closed this workspace in the same moment, and this was not saved. Do it again.",
        ))
    }

    /// Housekeeping on the writing connection, which waits for nobody who writes, here or in another program.
    pub(crate) fn at_once<R>(&self, act: impl FnOnce(&Connection) -> Result<R>) -> Result<R> {
        if self.read_only {
            return Err(Error::NotWritable);
        }
        self.renew()?;
        let conn = match self.writer.try_lock() {
            Ok(conn) => conn,
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            Err(TryLockError::WouldBlock) => return Err(Error::Busy),
        };
        conn.busy_timeout(Duration::ZERO)?;
        let done = act(&conn);
        conn.busy_timeout(WAIT)?;
        done
    }

    /// A minute after the last edit, takes the log into the file, so that an idle file can be copied by any program.
    pub fn rest(&self) -> Result<()> {
        const MINUTE_MS: i64 = 60_000;
        let last = self.restless_since.load(Ordering::Relaxed);
        if last == 0 || self.machine.clock.now_ms() - last < MINUTE_MS {
            return Ok(());
        }
        if self.writer.try_lock().is_err() {
            return Ok(()); // an edit is under way: it will rest after that
        }
        self.restless_since.store(0, Ordering::Relaxed);
        // Where somebody reads or writes it does less, and says so in a row.
        self.at_once(|conn| Ok(conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?))
    }

    /// One edit: everything that `act` does through the [`Tx`] and its log entry in one transaction, or nothing.
    /// `command` is its name in the log.
    pub fn edit<R>(&self, command: &str, act: impl FnOnce(&mut Tx<'_>) -> Result<R>) -> Result<(R, Outcome)> {
        self.edit_until(&Arc::default(), command, act)
    }

    /// [`Store::edit`], until the job is to stop: then it ends with [`Error::Cancelled`] and nothing was changed.
    pub fn edit_until<R>(
        &self,
        job: &Arc<Job>,
        command: &str,
        act: impl FnOnce(&mut Tx<'_>) -> Result<R>,
    ) -> Result<(R, Outcome)> {
        let mut conn = self.writer_for(job)?;
        watch(&mut conn, job)?;
        let done = self.edit_on(&conn, job, command, act);
        conn.progress_handler(0, None::<fn() -> bool>)?; // the next edit on it is another's
        drop(conn);
        let (reply, outcome, last) = done?;
        if let Some((replica, last_seq)) = last {
            self.assure(replica, last_seq)?;
        }
        Ok((reply, outcome))
    }

    /// The edit itself; answers also the replica and its last sequence, where something changed.
    fn edit_on<R>(
        &self,
        conn: &Connection,
        job: &Job,
        command: &str,
        act: impl FnOnce(&mut Tx<'_>) -> Result<R>,
    ) -> Result<(R, Outcome, Option<Last>)> {
        // Dropped without commit, also by a panic, it rolls back.
        let sql = rusqlite::Transaction::new_unchecked(conn, rusqlite::TransactionBehavior::Immediate)?;
        let replica = self.replica(&sql)?;
        let mut tx = Tx::begin(&sql, &self.machine, job, replica, command)?;
        let reply = act(&mut tx)?;
        let (outcome, last_seq) = tx.finish()?;
        if outcome.entry.is_none() {
            return Ok((reply, outcome, None));
        }
        job.check()?; // the last moment: what is in the file is not taken back
        if last_seq == 1 {
            // While the file is still ours, or another program that waits for it would begin a replica too. If the
            // commit fails, the machine knows a replica that is not in the file, which is none.
            let id = sql.query_row("SELECT id FROM replica WHERE rid = ?1", [replica], |r| r.get(0))?;
            self.machine.remember(&self.path, Uuid::from_bytes(id), last_seq);
        }
        sql.commit()?;
        *self.replica.lock().unwrap_or_else(PoisonError::into_inner) = Some(replica);
        self.edited.store(true, Ordering::Relaxed);
        self.restless_since.store(self.machine.clock.now_ms(), Ordering::Relaxed);
        Ok((reply, outcome, Some((replica, last_seq))))
    }

    /// A question, on one moment of the file.
    pub fn read<R>(&self, ask: impl FnOnce(&Reader<'_>) -> Result<R>) -> Result<R> {
        self.read_known(None, ask)
    }

    /// [`Store::read`], on what was known after an entry of the log.
    pub fn read_known<R>(&self, known: Option<i64>, ask: impl FnOnce(&Reader<'_>) -> Result<R>) -> Result<R> {
        self.read_until(known, &Arc::default(), ask)
    }

    /// [`Store::read_known`], until the job is to stop: then it ends with [`Error::Cancelled`].
    pub fn read_until<R>(&self, known: Option<i64>, job: &Arc<Job>, ask: impl FnOnce(&Reader<'_>) -> Result<R>) -> Result<R> {
        self.renew()?;
        let _gate = self.gate.read().unwrap_or_else(PoisonError::into_inner);
        let mut conn = match self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop() {
            Some(conn) => conn,
            None => connect(&self.path, self.read_only)?,
        };
        watch(&mut conn, job)?;
        let reply = {
            let moment = rusqlite::Transaction::new_unchecked(&conn, rusqlite::TransactionBehavior::Deferred)?;
            let replica = *self.replica.lock().unwrap_or_else(PoisonError::into_inner);
            let reply = ask(&Reader { conn: &moment, replica, me: &self.machine.author, known, kept: Some(&self.kept), job });
            moment.finish()?;
            reply
        };
        conn.progress_handler(0, None::<fn() -> bool>)?; // the next question on it is another's
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

    /// A whole copy of the workspace at another place: one moment of it, compact. Answers its bytes.
    pub fn save_copy(&self, to: &Path, job: &Arc<Job>) -> Result<u64> {
        let to = place::absolute(to)?;
        if to == self.path {
            return Err(Error::refuse("same_file", "This is the open workspace itself. Choose another name for the copy."));
        }
        place::refuse_over_workspace(&to)?;
        place::refuse_beside_log(&to)?;
        // A connection of its own: VACUUM cannot run inside the transaction of a question.
        let mut conn = connect(&self.path, self.read_only)?;
        place::watch_copy(&mut conn, &to, job)?;
        place::copy(&conn, &to, job)?;
        std::fs::metadata(&to).map(|m| m.len()).map_err(|e| Error::reading(&to, &e))
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        if !*self.edited.get_mut() {
            return;
        }
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
