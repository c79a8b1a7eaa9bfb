//! Names in a folder: what may be written under one, and how a finished file is put there.
//!
//! Does not look into workspaces further than their first bytes.

use crate::{Error, Job, Result, migrate};
use rusqlite::Connection;
use std::ffi::OsString;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What SQLite keeps beside a file, and takes into whatever file comes under that name.
const LOGS: [&str; 3] = ["-wal", "-shm", "-journal"];

/// A path from the root. Links are followed, so that one file is one place.
pub(crate) fn absolute(path: &Path) -> Result<PathBuf> {
    let whole = std::path::absolute(path).map_err(|e| Error::reading(path, &e))?;
    if let Ok(found) = whole.canonicalize() {
        return Ok(found);
    }
    // A file that is yet to be made is a place of its folder.
    let folder = whole.parent().and_then(|folder| folder.canonicalize().ok());
    Ok(folder.and_then(|folder| Some(folder.join(whole.file_name()?))).unwrap_or(whole))
}

/// A name beside `path` for what is not finished yet.
pub fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.part", std::process::id()))
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    name.into()
}

/// Whether edits lie in a write-ahead log beside the file.
pub(crate) fn has_log(path: &Path) -> bool {
    std::fs::metadata(with_ending(path, LOGS[0])).is_ok_and(|m| m.len() > 0)
}

/// Which file the log beside a workspace is, where the system can tell. Nothing: there is none.
#[cfg(unix)]
pub(crate) fn log_identity(path: &Path) -> Option<u64> {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(with_ending(path, LOGS[0])).ok().map(|m| m.ino())
}

#[cfg(not(unix))]
pub(crate) fn log_identity(_: &Path) -> Option<u64> {
    None // there a lock is not lost by closing a file
}

/// Whether the log beside the file has its index, without which SQLite must write to read it.
pub(crate) fn has_index(path: &Path) -> bool {
    with_ending(path, LOGS[1]).exists()
}

/// Refuses a name under which somebody's work lies: a workspace, its log, or what is no ordinary file.
pub fn refuse_over_workspace(path: &Path) -> Result<()> {
    let about = match std::fs::metadata(path) {
        Err(e) if e.kind() == ErrorKind::NotFound => return Ok(()),
        about => about.map_err(|e| Error::writing(path, &e))?,
    };
    if about.is_dir() {
        return Err(Error::FolderForFile(path.to_owned()));
    }
    if !about.is_file() {
        return Err(Error::Unwritable { path: path.to_owned(), why: "it is a pipe or a device and no file".into() });
    }
    let name = path.to_string_lossy();
    let owner = LOGS.iter().find_map(|ending| name.strip_suffix(ending)).map(Path::new);
    for file in [Some(path), owner].into_iter().flatten() {
        if is_workspace(file).map_err(|e| Error::writing(path, &e))? {
            return Err(Error::OverWorkspace(path.to_owned()));
        }
    }
    Ok(())
}

/// Refuses a name beside which the log of an earlier workspace lies. It may be all that is left of somebody's edits, and
/// SQLite would take it into the file that comes there.
pub(crate) fn refuse_beside_log(path: &Path) -> Result<()> {
    match LOGS.iter().map(|ending| with_ending(path, ending)).find(|log| log.exists()) {
        Some(log) => Err(Error::LogBeside { path: path.to_owned(), log }),
        None => Ok(()),
    }
}

/// By SQLite's mark at the head of the file, and ours at byte 68.
fn is_workspace(path: &Path) -> std::io::Result<bool> {
    let mut head = [0_u8; 72];
    let read = std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut head));
    match read {
        Ok(()) => Ok(head.starts_with(SQLITE) && head[68..] == migrate::APPLICATION.to_be_bytes()),
        Err(e) if matches!(e.kind(), ErrorKind::UnexpectedEof | ErrorKind::NotFound) => Ok(false),
        Err(e) => Err(e),
    }
}

const SQLITE: &[u8] = b"SQLite format 3\0";

/// Refuses what is no SQLite file before SQLite looks at it, so that an empty file is not taken for a new database.
pub(crate) fn sqlite_header(path: &Path) -> Result<()> {
    let mut head = [0_u8; SQLITE.len()];
    let mut file = std::fs::File::open(path).map_err(|e| Error::reading(path, &e))?;
    match file.read_exact(&mut head) {
        Ok(()) if head == SQLITE => Ok(()),
        Err(e) if e.kind() != ErrorKind::UnexpectedEof => Err(Error::reading(path, &e)),
        _ => Err(Error::NotAWorkspace(path.to_owned())),
    }
}

/// Puts a finished file under its name, never over another.
pub(crate) fn put_new(beside: &Path, path: &Path) -> Result<()> {
    if has_log(beside) {
        return Err(Error::Unwritable { path: path.to_owned(), why: "it could not be finished there".into() });
    }
    // A link fails where the name is taken meanwhile; some file systems have none.
    match std::fs::hard_link(beside, path) {
        Ok(()) => std::fs::remove_file(beside),
        Err(_) if path.exists() => return Err(Error::Exists(path.to_owned())),
        Err(_) => std::fs::rename(beside, path),
    }
    .map_err(|e| Error::writing(path, &e))?;
    sync_folder(path);
    Ok(())
}

/// Makes a name that was given to a file last. Not every file system can; the file itself is on the disk already.
pub fn sync_folder(path: &Path) {
    if let Some(folder) = path.parent() {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let _ = std::fs::File::open(folder).and_then(|folder| folder.sync_all());
    }
}

/// Tells by the size of the copy how far it is, and has it end once the job is to stop.
pub(crate) fn watch_copy(conn: &mut Connection, to: &Path, job: &Arc<Job>) -> Result<()> {
    /// Steps of SQLite between two looks: some milliseconds.
    const STEPS: i32 = 100_000;
    let pages = |what: &str| conn.query_row(&format!("PRAGMA {what}"), [], |r| r.get::<_, i64>(0));
    let bytes = (pages("page_count")? - pages("freelist_count")?) * pages("page_size")?;
    job.part(0..100, bytes);
    let (beside, job) = (beside(to), Arc::clone(job));
    let look = move || {
        job.reached(std::fs::metadata(&beside).map_or(0, |m| m.len()));
        job.is_stopped()
    };
    Ok(conn.progress_handler(STEPS, Some(look))?)
}

/// One moment of a workspace, compact, at another place: written beside, and renamed when it is on the disk.
pub(crate) fn copy(conn: &Connection, to: &Path, job: &Job) -> Result<()> {
    let beside = beside(to);
    let done = (|| {
        remove(&beside); // of a run that was killed
        conn.execute("VACUUM INTO ?1", [beside.to_string_lossy()]).map_err(|e| cannot_make(e, to))?;
        let writing = |e: std::io::Error| Error::writing(to, &e);
        std::fs::OpenOptions::new().write(true).open(&beside).and_then(|copy| copy.sync_all()).map_err(writing)?;
        job.check()?;
        std::fs::rename(&beside, to).map_err(writing)?;
        sync_folder(to);
        Ok(())
    })();
    if done.is_err() {
        remove(&beside);
    }
    done
}

pub(crate) fn cannot_make(error: rusqlite::Error, path: &Path) -> Error {
    match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::CannotOpen) => {
            Error::Unwritable { path: path.to_owned(), why: "the file cannot be made there".into() }
        }
        _ => error.into(),
    }
}

/// Removes an unfinished file with what SQLite keeps beside it.
pub(crate) fn remove(beside: &Path) {
    for ending in LOGS.into_iter().chain([""]) {
        let _ = std::fs::remove_file(with_ending(beside, ending));
    }
}

/// Removes what killed runs left unfinished beside a name.
pub(crate) fn sweep_unfinished(path: &Path) {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return };
    let head = format!(".{}.", name.to_string_lossy());
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let process = name.to_str().and_then(|name| name.strip_prefix(&head)?.split_once(".part"));
        if process.is_some_and(|(id, ending)| id.parse::<u32>().is_ok() && (ending.is_empty() || LOGS.contains(&ending))) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

/// Whether this user may not write there. The administrator always may: so what nobody may write is read-only too.
pub(crate) fn is_read_only(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|m| m.permissions().readonly()) || !may_write(path)
}

#[cfg(unix)]
fn may_write(path: &Path) -> bool {
    rustix::fs::access(path, rustix::fs::Access::WRITE_OK).is_ok()
}

#[cfg(not(unix))]
fn may_write(_: &Path) -> bool {
    true
}

pub(crate) fn writable_folder(folder: &Path, path: &Path) -> Result<()> {
    if !folder.exists() {
        return Err(Error::Unwritable { path: path.to_owned(), why: "its folder does not exist".into() });
    }
    if is_read_only(folder) { Err(Error::ReadOnly(path.to_owned())) } else { Ok(()) }
}

/// Refuses network shares, where the write-ahead log of several machines does not hold.
#[cfg(target_os = "linux")]
pub(crate) fn local(folder: &Path, path: &Path) -> Result<()> {
    match rustix::fs::statfs(folder) {
        Ok(about) if is_network(about.f_type.cast_unsigned()) => Err(Error::Network(path.to_owned())),
        _ => Ok(()),
    }
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn local(_: &Path, path: &Path) -> Result<()> {
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

#[cfg(all(test, target_os = "linux"))]
mod tests {
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
}
