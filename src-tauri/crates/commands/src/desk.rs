//! A desk: one window or one run of the command line, with the workspace that it has open and the files that it was
//! given.
//!
//! The web view never names a path. It holds grants, which the shell made from a dialog or a drop; on the command line
//! a path is the user's own word.

use crate::cancel::Jobs;
use crate::door::{At, Edit, Query};
use crate::list::Named;
use followthrough_model::{Day, Uuid};
use followthrough_store::{Error, Job, Machine, Outcome, Result, Staged, Store, SystemClock};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use ts_rs::TS;

/// A file to read: a grant, or a path on the command line.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(as = "String")]
pub struct Input(String);

/// A file to write: a grant, or a path on the command line.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(as = "String")]
pub struct Output(String);

impl From<&str> for Input {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}
impl From<&str> for Output {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

/// A file that the user chose, by a name that cannot be guessed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Grant {
    pub grant: String,
    /// The file's name, without its folder.
    pub name: String,
    /// Its size; 0 for a file that is yet to be written.
    pub bytes: u64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Granted {
    Read(PathBuf),
    Write(PathBuf),
    /// Pieces that the window sent, in a file of ours that goes away with the desk.
    Sent {
        path: PathBuf,
        name: String,
    },
}

/// One window, or one run of the command line.
pub struct Desk {
    machine: Machine,
    store: RwLock<Option<Arc<Store>>>,
    grants: Mutex<HashMap<String, Granted>>,
    pub(crate) jobs: Jobs,
    paths: bool,
}

impl Desk {
    /// A window's desk: files come by grants only.
    pub fn new(machine: Machine) -> Self {
        Self { machine, store: RwLock::default(), grants: Mutex::default(), jobs: Jobs::default(), paths: false }
    }

    /// The terminal's desk: files come by path.
    pub fn of_terminal(machine: Machine) -> Self {
        Self { machine, store: RwLock::default(), grants: Mutex::default(), jobs: Jobs::default(), paths: true }
    }

    pub fn machine(&self) -> &Machine {
        &self.machine
    }

    pub fn today(&self) -> Day {
        self.machine.clock.today()
    }

    /// The open workspace.
    pub fn store(&self) -> Result<Arc<Store>> {
        let open = self.store.read().unwrap_or_else(PoisonError::into_inner).clone();
        open.ok_or_else(|| {
            Error::refuse(
                "no_workspace",
                "No workspace is open. Open one, or make a new one; on the command line name it with -w FILE.",
            )
        })
    }

    /// The file of the open workspace, if one is open.
    pub fn file(&self) -> Option<PathBuf> {
        let open = self.store.read().unwrap_or_else(PoisonError::into_inner);
        open.as_ref().map(|store| store.path().to_owned())
    }

    /// Opens a workspace at this desk, in place of the one that was.
    pub fn open(&self, path: &Path) -> Result<Arc<Store>> {
        let store = Arc::new(Store::open(path, &self.machine)?);
        let _ = store.sweep(); // housekeeping: a file can be opened without it
        self.put(Arc::clone(&store));
        Ok(store)
    }

    pub(crate) fn put(&self, store: Arc<Store>) {
        *self.store.write().unwrap_or_else(PoisonError::into_inner) = Some(store);
    }

    /// Runs an edit: the typed door.
    pub fn edit<C: Edit + Named>(&self, command: C) -> Result<(C::Reply, Outcome)> {
        self.edit_until(&Arc::default(), command)
    }

    /// [`Desk::edit`], until the job is to stop: then nothing was changed.
    pub fn edit_until<C: Edit + Named>(&self, job: &Arc<Job>, command: C) -> Result<(C::Reply, Outcome)> {
        let store = self.store()?;
        let staged = command.file().map(|input| self.stage(&store, input, job)).transpose()?;
        let row = staged.as_ref().and_then(Staged::row);
        let done = store.edit_until(job, C::NAME, |tx| {
            tx.set_staged(staged);
            command.run(tx)
        });
        let taken = done.as_ref().is_ok_and(|(_, outcome)| outcome.entry.is_some());
        if let Some(row) = row.filter(|_| !taken) {
            let _ = store.drop_staged(row); // else the next sweep takes it
        }
        done
    }

    /// Asks a question: the typed door.
    pub fn ask<C: Query>(&self, question: C, at: &At) -> Result<C::Reply> {
        let store = self.store()?;
        let _ = store.rest(); // housekeeping
        store.read_known(at.known, |r| question.run(r, at))
    }

    /// Asks as of today.
    pub fn ask_today<C: Query>(&self, question: C) -> Result<C::Reply> {
        let today = self.today();
        self.ask(question, &At::on(today, today))
    }

    fn grants(&self) -> MutexGuard<'_, HashMap<String, Granted>> {
        self.grants.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn give(&self, what: Granted, name: String, bytes: u64) -> Grant {
        let mut grants = self.grants();
        let known = grants.iter().find(|(_, held)| **held == what).map(|(grant, _)| grant.clone());
        let grant = known.unwrap_or_else(|| format!("g-{}", Uuid::from_u128(self.machine.clock.random()).simple()));
        grants.insert(grant.clone(), what);
        Grant { grant, name, bytes }
    }

    /// A file that the user chose to read, by dialog or drop.
    pub fn grant_input(&self, path: PathBuf) -> Grant {
        let bytes = std::fs::metadata(&path).map_or(0, |m| m.len());
        let name = name_of(&path);
        self.give(Granted::Read(path), name, bytes)
    }

    /// A file that the user chose to write.
    pub fn grant_output(&self, path: PathBuf) -> Grant {
        let name = name_of(&path);
        self.give(Granted::Write(path), name, 0)
    }

    /// Appends a piece to a file that the window sends; the first piece makes it.
    pub(crate) fn send(&self, name: &str, piece: &[u8], grant: Option<&str>) -> Result<Grant> {
        use std::io::Write as _;
        let held = grant.map(|g| self.grants().get(g).cloned());
        let (path, name) = match held {
            Some(Some(Granted::Sent { path, name })) => (path, name),
            Some(_) => return Err(no_such_grant()),
            None => {
                let folder = self.machine.folder.join("sent");
                std::fs::create_dir_all(&folder).map_err(|e| Error::writing(&folder, &e))?;
                self.sweep_sent(&folder);
                (folder.join(Uuid::from_u128(self.machine.clock.random()).simple().to_string()), name_of(Path::new(name)))
            }
        };
        let mut file =
            std::fs::OpenOptions::new().create(true).append(true).open(&path).map_err(|e| Error::writing(&path, &e))?;
        file.write_all(piece).map_err(|e| Error::writing(&path, &e))?;
        let bytes = file.metadata().map_or(0, |m| m.len());
        match grant {
            Some(grant) => Ok(Grant { grant: grant.to_owned(), name, bytes }),
            None => Ok(self.give(Granted::Sent { path, name: name.clone() }, name, bytes)),
        }
    }

    /// Removes what windows that ended badly left more than a day ago.
    fn sweep_sent(&self, folder: &Path) {
        const DAY_MS: i64 = 86_400_000;
        let before = self.machine.clock.now_ms() - DAY_MS;
        for file in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let changed = file.metadata().and_then(|m| m.modified()).unwrap_or(std::time::UNIX_EPOCH);
            let changed = changed.duration_since(std::time::UNIX_EPOCH).unwrap_or_default().as_millis();
            if i64::try_from(changed).is_ok_and(|changed| changed < before) {
                let _ = std::fs::remove_file(file.path());
            }
        }
    }

    fn stage(&self, store: &Store, input: &Input, job: &Job) -> Result<Staged> {
        let granted = self.grants().get(&input.0).cloned();
        match granted {
            None if self.paths => store.stage_file(Path::new(&input.0), job),
            Some(Granted::Read(path)) => store.stage_file(&path, job),
            Some(Granted::Sent { path, name }) => {
                let file = std::fs::File::open(&path).map_err(|e| Error::reading(&path, &e))?;
                store.stage_bytes(&name, file, job)
            }
            _ => Err(no_such_grant()),
        }
    }

    /// The path that an input stands for.
    pub(crate) fn input(&self, input: &Input) -> Result<PathBuf> {
        if self.paths {
            return Ok(PathBuf::from(&input.0));
        }
        match self.grants().get(&input.0) {
            Some(Granted::Read(path) | Granted::Write(path)) => Ok(path.clone()),
            _ => Err(no_such_grant()),
        }
    }

    /// The path of a file to read: [`Desk::input`], or what the window itself sent.
    pub(crate) fn sent(&self, input: &Input) -> Result<PathBuf> {
        let granted = self.grants().get(&input.0).cloned();
        if let Some(Granted::Sent { path, .. }) = granted { Ok(path) } else { self.input(input) }
    }

    /// The path that an output stands for.
    pub(crate) fn output(&self, output: &Output) -> Result<PathBuf> {
        if self.paths {
            return Ok(PathBuf::from(&output.0));
        }
        match self.grants().get(&output.0) {
            Some(Granted::Write(path)) => Ok(path.clone()),
            _ => Err(no_such_grant()),
        }
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        for granted in self.grants().values() {
            if let Granted::Sent { path, .. } = granted {
                let _ = std::fs::remove_file(path);
            }
        }
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn no_such_grant() -> Error {
    Error::refuse("no_grant", "That file was not chosen in this window, or the window was closed since. Choose it again.")
}

/// This user's machine: the local application data (or `FOLLOWTHROUGH_HOME`), and the name that stands in the log
/// (`FOLLOWTHROUGH_AUTHOR`, else the user's login).
pub fn machine_of_user() -> Machine {
    let set = |name: &str| std::env::var(name).ok().filter(|v| !v.trim().is_empty());
    let folder = set("FOLLOWTHROUGH_HOME")
        .map(PathBuf::from)
        .or_else(|| dirs::data_local_dir().map(|d| d.join("followthrough")))
        .unwrap_or_else(|| std::env::temp_dir().join("followthrough"));
    let author =
        ["FOLLOWTHROUGH_AUTHOR", "USER", "USERNAME", "LOGNAME"].into_iter().find_map(set).unwrap_or_else(|| "desk".to_owned());
    Machine { folder, author, clock: Arc::new(SystemClock) }
}
