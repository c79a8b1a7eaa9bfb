//! Evidence files: in pieces of 256 KiB, so that neither a file of 500 MB nor its export needs memory; identical bytes
//! once; the SHA-256 checked whenever they are read back.
//!
//! A file of one piece comes in with its edit, in the same transaction. A larger one is staged before in small
//! transactions, which nothing refers to until the edit adopts it; what was never adopted is swept.

use crate::open::now;
use crate::{Error, Job, Reader, Result, Store, Tx};
use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};
use std::io::{Read, Write};
use std::path::Path;

/// Bytes in a piece.
pub const PIECE: usize = 256 * 1024;

/// Pieces in one transaction while a large file comes in.
const AT_ONCE: usize = 16;

/// The bytes of a file, ready for an edit.
#[derive(Debug)]
pub struct Staged {
    /// The file's name, for a title.
    pub name: String,
    /// SHA-256, in hex.
    pub sha256: String,
    pub bytes: i64,
    held: Held,
}

impl Staged {
    /// The row that it waits in, if it is too large for memory: for [`Store::drop_staged`].
    pub fn row(&self) -> Option<i64> {
        match self.held {
            Held::Here(_) => None,
            Held::Row(row) => Some(row),
        }
    }
}

#[derive(Debug)]
enum Held {
    /// In memory, one piece.
    Here(Vec<u8>),
    /// In the file already, as this row of `blob`.
    Row(i64),
}

impl Store {
    /// Takes in a file, which must hold something.
    pub fn stage_file(&self, path: &Path, job: &Job) -> Result<Staged> {
        let gone = |e: std::io::Error| match e.kind() {
            std::io::ErrorKind::NotFound => Error::refuse(
                "no_such_file",
                format!("There is no file “{}” (any more). Choose it where it is now, and attach it again.", path.display()),
            ),
            _ => Error::reading(path, &e),
        };
        let about = std::fs::metadata(path).map_err(gone)?;
        if about.is_dir() {
            return Err(Error::refuse(
                "folder",
                format!("“{}” is a folder. Attach the files in it one by one, or put them into one archive.", path.display()),
            ));
        }
        if !about.is_file() {
            return Err(Error::refuse(
                "not_a_file",
                format!("“{}” is a pipe or a device and no file. Save what it gives in a file, and attach that.", path.display()),
            ));
        }
        let file = std::fs::File::open(path).map_err(gone)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        job.part(0..50, about.len() / PIECE as u64);
        self.stage(&name, file, path, job)
    }

    /// Takes in bytes that the window holds.
    pub fn stage_bytes(&self, name: &str, bytes: impl Read, job: &Job) -> Result<Staged> {
        self.stage(name, bytes, Path::new(name), job)
    }

    fn stage(&self, name: &str, mut from: impl Read, path: &Path, job: &Job) -> Result<Staged> {
        let unreadable = |e: std::io::Error| Error::reading(path, &e);
        let mut first = Vec::new();
        (&mut from).take(PIECE as u64 + 1).read_to_end(&mut first).map_err(unreadable)?;
        if first.is_empty() {
            return Err(Error::refuse(
                "empty_file",
                format!("“{name}” holds nothing (0 bytes). Save it again where it came from, then attach it."),
            ));
        }
        if first.len() <= PIECE {
            let sha256 = hex(&Sha256::digest(&first));
            return Ok(Staged { name: name.to_owned(), sha256, bytes: size(first.len()), held: Held::Here(first) });
        }
        let row = self.stage_row(job)?;
        let taken = self.stage_pieces(row, std::io::Cursor::new(first).chain(from), path, job);
        match taken {
            Ok((sha256, bytes)) => Ok(Staged { name: name.to_owned(), sha256, bytes, held: Held::Row(row) }),
            Err(e) => {
                let _ = self.drop_staged(row); // else the next sweep takes it
                Err(e)
            }
        }
    }

    fn stage_row(&self, job: &Job) -> Result<i64> {
        let conn = self.writer_for(job)?;
        conn.execute("INSERT INTO blob(bytes, staged_at) VALUES(0, ?1)", [now(self.machine())])?;
        Ok(conn.last_insert_rowid())
    }

    fn stage_pieces(&self, row: i64, mut from: impl Read, path: &Path, job: &Job) -> Result<(String, i64)> {
        let mut sha = Sha256::new();
        let (mut n, mut bytes) = (0_i64, 0_i64);
        loop {
            // Read before the lock is taken: where the file comes from may be slow, and others write meanwhile.
            let group = read_pieces(&mut from).map_err(|e| Error::reading(path, &e))?;
            if group.is_empty() {
                return Ok((hex(&sha.finalize()), bytes));
            }
            let conn = self.writer_for(job)?;
            let sql = rusqlite::Transaction::new_unchecked(&conn, rusqlite::TransactionBehavior::Immediate)?;
            for piece in group {
                sha.update(&piece);
                sql.prepare_cached("INSERT INTO chunk(blob, n, data) VALUES(?1, ?2, ?3)")?.execute((row, n, &piece))?;
                n += 1;
                bytes += size(piece.len());
                job.step()?;
            }
            sql.commit()?;
        }
    }

    /// Drops what was staged for an edit that did not take it in.
    pub fn drop_staged(&self, row: i64) -> Result<()> {
        drop_rows(&*self.writer()?, "rid = ?1 AND staged_at IS NOT NULL", row)
    }

    /// Drops what was staged more than a day ago and never adopted. Does not wait for another program that writes: the
    /// next sweep comes.
    pub fn sweep(&self) -> Result<()> {
        const DAY_MS: i64 = 86_400_000;
        let before = crate::machine::rfc3339(self.machine().clock.now_ms() - DAY_MS);
        let some = self.read(|r| Ok(r.conn.prepare("SELECT 1 FROM blob WHERE staged_at < ?1")?.exists([&before])?))?;
        if some { self.at_once(|conn| drop_rows(conn, "staged_at < ?1", before)) } else { Ok(()) }
    }
}

fn drop_rows(conn: &Connection, which: &str, value: impl rusqlite::ToSql) -> Result<()> {
    let sql = rusqlite::Transaction::new_unchecked(conn, rusqlite::TransactionBehavior::Immediate)?;
    sql.execute(&format!("DELETE FROM chunk WHERE blob IN (SELECT rid FROM blob WHERE {which})"), [&value])?;
    sql.execute(&format!("DELETE FROM blob WHERE {which}"), [&value])?;
    Ok(sql.commit()?)
}

impl Tx<'_> {
    /// Makes staged bytes part of the workspace. Identical bytes are kept once. Answers their SHA-256.
    pub fn adopt(&mut self, staged: Staged) -> Result<String> {
        let conn = self.conn();
        let known =
            conn.prepare_cached("SELECT 1 FROM blob WHERE sha256 = ?1 AND staged_at IS NULL")?.exists([&staged.sha256])?;
        match staged.held {
            Held::Here(_) if known => {}
            Held::Here(bytes) => {
                conn.prepare_cached("INSERT INTO blob(sha256, bytes) VALUES(?1, ?2)")?.execute((&staged.sha256, staged.bytes))?;
                let row = conn.last_insert_rowid();
                conn.prepare_cached("INSERT INTO chunk(blob, n, data) VALUES(?1, 0, ?2)")?.execute((row, bytes))?;
            }
            Held::Row(row) if known => {
                conn.execute("DELETE FROM chunk WHERE blob = ?1", [row])?;
                conn.execute("DELETE FROM blob WHERE rid = ?1", [row])?;
            }
            Held::Row(row) => {
                let found = conn.execute(
                    "UPDATE blob SET sha256 = ?2, bytes = ?3, staged_at = NULL WHERE rid = ?1 AND staged_at IS NOT NULL",
                    (row, &staged.sha256, staged.bytes),
                )?;
                if found != 1 {
                    let gone = format!("“{}” waited too long and was cleared away. Attach it again.", staged.name);
                    return Err(Error::refuse("evidence", gone));
                }
            }
        }
        Ok(staged.sha256)
    }
}

impl Reader<'_> {
    /// Writes the bytes of a file out. Damaged bytes are said, after the last of them.
    pub fn write_blob(&self, sha256: &str, title: &str, out: &mut dyn Write, path: &Path) -> Result<u64> {
        let mut written = 0_u64;
        let bytes = "SELECT coalesce(max(bytes), 0) FROM blob WHERE sha256 = ?1";
        self.job.part(0..100, self.conn.query_row(bytes, [sha256], |r| r.get::<_, i64>(0))? / size(PIECE));
        let found = pieces(self.conn, sha256, |piece| {
            written += piece.len() as u64;
            self.job.step()?;
            out.write_all(piece).map_err(|e| Error::writing(path, &e))
        })?;
        if found.as_deref() == Some(sha256) { Ok(written) } else { Err(Error::Damaged(format!("“{title}”"))) }
    }
}

/// Goes over the pieces of adopted bytes, and answers the SHA-256 that they have; nothing if they are not there.
pub(crate) fn pieces(conn: &Connection, sha256: &str, mut each: impl FnMut(&[u8]) -> Result<()>) -> Result<Option<String>> {
    let row: Option<i64> = conn
        .prepare_cached("SELECT rid FROM blob WHERE sha256 = ?1 AND staged_at IS NULL")?
        .query_row([sha256], |r| r.get(0))
        .optional()?;
    let Some(row) = row else { return Ok(None) };
    let mut sha = Sha256::new();
    let mut statement = conn.prepare_cached("SELECT data FROM chunk WHERE blob = ?1 ORDER BY n")?;
    let mut rows = statement.query([row])?;
    while let Some(row) = rows.next()? {
        let piece = row.get_ref(0)?.as_blob()?;
        sha.update(piece);
        each(piece)?;
    }
    Ok(Some(hex(&sha.finalize())))
}

/// The next pieces for one transaction; none at the end.
fn read_pieces(from: &mut impl Read) -> std::io::Result<Vec<Vec<u8>>> {
    let mut group = Vec::with_capacity(AT_ONCE);
    while group.len() < AT_ONCE {
        let mut piece = Vec::with_capacity(PIECE);
        from.take(PIECE as u64).read_to_end(&mut piece)?;
        if piece.is_empty() {
            break;
        }
        group.push(piece);
    }
    Ok(group)
}

fn size(bytes: usize) -> i64 {
    i64::try_from(bytes).unwrap_or(i64::MAX)
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, b| {
        let _ = write!(out, "{b:02x}");
        out
    })
}
