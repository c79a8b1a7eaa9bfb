//! What belongs to this machine and not to a workspace: who writes, the clock, the files opened lately, and which
//! replica a file at a place is.
//!
//! A replica is a file at a place. Its id is kept here, with the path, the file's inode and the last sequence seen; a
//! copy or a restored backup does not match and becomes a new replica, so that two files never write under one name.
//! Does not hold settings of a workspace.

use crate::{Error, Result};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use uuid::Uuid;

/// Where time and chance come from, so that tests can hold them still.
pub trait Clock: Send + Sync {
    /// Milliseconds since 1970, UTC.
    fn now_ms(&self) -> i64;
    /// The machine's local date.
    fn today(&self) -> followthrough_model::Day;
    /// 128 random bits.
    fn random(&self) -> u128;
}

/// The machine's own clock.
#[derive(Debug)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now_ms(&self) -> i64 {
        chrono::Utc::now().timestamp_millis()
    }
    fn today(&self) -> followthrough_model::Day {
        chrono::Local::now().date_naive()
    }
    fn random(&self) -> u128 {
        Uuid::new_v4().as_u128()
    }
}

/// This machine, for one user.
#[derive(Clone)]
pub struct Machine {
    /// A folder of the user's local application data.
    pub folder: PathBuf,
    /// Who stands in the log.
    pub author: String,
    pub clock: Arc<dyn Clock>,
}

/// A file opened lately.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Recent {
    pub path: PathBuf,
    /// RFC 3339, UTC.
    pub opened: String,
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct Known {
    #[serde(default)]
    recent: Vec<Recent>,
    #[serde(default)]
    replicas: Vec<Place>,
    #[serde(default)]
    windows: Vec<PathBuf>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Place {
    path: PathBuf,
    inode: u64,
    replica: Uuid,
    last_seq: i64,
}

const MOST_RECENT: usize = 12;

impl Machine {
    fn list(&self) -> PathBuf {
        self.folder.join("files.json")
    }

    fn known(&self) -> Known {
        std::fs::read(self.list()).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// Changes what is known: one program at a time, written beside and renamed. A machine whose folder cannot be
    /// written still works: it forgets.
    fn change(&self, act: impl FnOnce(&mut Known)) {
        let write = || -> std::io::Result<()> {
            let _alone = self.alone("files.lock")?;
            let mut known = self.known();
            act(&mut known);
            let beside = self.folder.join(format!("files.{}.tmp", std::process::id()));
            std::fs::write(&beside, serde_json::to_vec_pretty(&known)?)?;
            std::fs::rename(&beside, self.list())
        };
        let _ = write(); // nothing of the user's is lost by it
    }

    /// Keeps the user's other programs out of what this name stands for, until the answer is dropped.
    pub(crate) fn alone(&self, name: &str) -> std::io::Result<File> {
        std::fs::create_dir_all(&self.folder)?;
        let lock = File::create(self.folder.join(name))?;
        match lock.lock() {
            // Some file systems have no locks.
            Err(e) if e.kind() != std::io::ErrorKind::Unsupported => Err(e),
            _ => Ok(lock),
        }
    }

    /// The files opened lately, newest first.
    pub fn recent(&self) -> Vec<Recent> {
        self.known().recent
    }

    /// Puts a file at the head of the recent ones.
    pub fn opened(&self, path: &Path) {
        let opened = Recent { path: path.to_owned(), opened: rfc3339(self.clock.now_ms()) };
        self.change(|known| {
            known.recent.retain(|r| r.path != path);
            known.recent.insert(0, opened);
            known.recent.truncate(MOST_RECENT);
        });
    }

    /// The files that the program's windows showed when it was left last.
    pub fn windows(&self) -> Vec<PathBuf> {
        self.known().windows
    }

    /// Remembers which files the program's windows show.
    pub fn set_windows(&self, shown: &[PathBuf]) {
        self.change(|known| shown.clone_into(&mut known.windows));
    }

    /// The replica that this file is, if it is the same file that was seen at this place (or at one from which it was
    /// moved away): same inode, and at least as many entries of that replica in it (`seq_of`) as were seen before.
    pub(crate) fn replica_at(&self, path: &Path, seq_of: impl Fn(Uuid) -> Result<i64>) -> Result<Option<Uuid>> {
        let inode = inode(path)?;
        let mut same = self.known().replicas;
        same.retain(|p| p.inode == inode && (p.path == path || !p.path.exists()));
        same.sort_by_key(|p| p.path != path);
        for place in same {
            if seq_of(place.replica)? >= place.last_seq {
                return Ok(Some(place.replica));
            }
        }
        Ok(None)
    }

    /// Takes what stands in a file for given: who opens it next begins a replica of its own, and undo ends before it.
    pub fn begin_anew(&self, path: &Path) {
        self.change(|known| known.replicas.retain(|p| p.path != path));
    }

    /// Remembers which replica a file is, and how far it was seen.
    pub(crate) fn remember(&self, path: &Path, replica: Uuid, last_seq: i64) {
        let Ok(inode) = inode(path) else { return };
        self.change(|known| {
            // Also the places from which it was moved away: an inode that is used again must not find them.
            known.replicas.retain(|p| p.path != path && (p.inode != inode || p.path.exists()));
            known.replicas.push(Place { path: path.to_owned(), inode, replica, last_seq });
        });
    }
}

#[cfg(unix)]
fn inode(path: &Path) -> Result<u64> {
    use std::os::unix::fs::MetadataExt;
    Ok(std::fs::metadata(path).map_err(|e| Error::reading(path, &e))?.ino())
}

#[cfg(not(unix))]
fn inode(path: &Path) -> Result<u64> {
    // Without inodes: when the file was made. A copy has its own.
    let made = std::fs::metadata(path).and_then(|m| m.created()).map_err(|e| Error::reading(path, &e))?;
    Ok(made.duration_since(std::time::UNIX_EPOCH).map_or(0, |d| d.as_secs()))
}

/// A moment as RFC 3339, UTC, to the millisecond.
pub(crate) fn rfc3339(ms: i64) -> String {
    chrono::DateTime::from_timestamp_millis(ms).unwrap_or_default().to_rfc3339_opts(chrono::SecondsFormat::Millis, true)
}
