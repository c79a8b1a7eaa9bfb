//! Workspaces as files: make, open, copy; evidence out; pieces of files in from the window.
//!
//! Everything is written beside and renamed, so that no file is ever half there.

use crate::catalogue::{DraftCommitments, LoadCatalogue};
use crate::desk::{Desk, Grant, Input, Output};
use crate::door::{Act, At, command};
use base64::Engine as _;
use followthrough_model::Kind;
use followthrough_store::{Error, Job, Result, Store, beside, refuse_over_workspace, sync_folder};
use serde::Serialize;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use ts_rs::TS;

/// The ending of a workspace file.
const ENDING: &str = "followthrough";

/// A workspace that was made or opened.
#[derive(Debug, Serialize, TS)]
pub struct Opened {
    pub file: String,
}

/// A file that was written.
#[derive(Debug, Serialize, TS)]
pub struct Written {
    pub path: String,
    pub bytes: u64,
    /// Items that were left out because they are not for export.
    pub left_out: u64,
}

command! {
    /// Makes the sample workspace: the catalogue, and a drafted commitment for each undertaking of A4P+.
    pub struct Sample {
        /// The file to make.
        pub file: Output,
    }
}

impl Act for Sample {
    type Reply = Opened;
    fn run_until(self, desk: &Desk, _: &At, job: &Arc<Job>) -> Result<Opened> {
        make(desk, &self.file, job, |desk| {
            desk.edit_until(job, LoadCatalogue::default())?;
            desk.edit_until(job, DraftCommitments {})?;
            Ok(())
        })
    }
}

command! {
    /// Makes a new workspace.
    pub struct New {
        /// The file to make.
        pub file: Output,
        /// Load the catalogue of sources into it.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<bool>")]
        #[serde(default)]
        pub catalogue: bool,
    }
}

impl Act for New {
    type Reply = Opened;
    fn run_until(self, desk: &Desk, _: &At, job: &Arc<Job>) -> Result<Opened> {
        make(desk, &self.file, job, |desk| {
            if self.catalogue {
                desk.edit_until(job, LoadCatalogue::default())?;
            }
            Ok(())
        })
    }
}

/// Makes a workspace, filled through a desk of its own, and opens it at this one.
fn make(desk: &Desk, file: &Output, job: &Job, fill: impl FnOnce(&Desk) -> Result<()>) -> Result<Opened> {
    let mut path = desk.output(file)?;
    if path.extension().is_none() && !path.is_dir() {
        path.set_extension(ENDING);
    }
    let made = Store::create_with(&path, desk.machine(), |store| {
        let beside = Desk::of_terminal(desk.machine().clone());
        beside.put(Arc::new(store));
        fill(&beside)?;
        job.check()
    })?;
    let opened = opened(&made);
    desk.put(Arc::new(made));
    Ok(opened)
}

fn opened(store: &Store) -> Opened {
    Opened { file: store.path().to_string_lossy().into_owned() }
}

command! {
    /// Opens a workspace in this window.
    #[cfg_attr(feature = "clap", command(hide = true))]
    pub struct Open {
        /// The file.
        pub file: Input,
    }
}

impl Act for Open {
    type Reply = Opened;
    fn run_until(self, desk: &Desk, _: &At, _: &Arc<Job>) -> Result<Opened> {
        Ok(opened(&*desk.open(&desk.input(&self.file)?)?))
    }
}

command! {
    /// The workspaces that were opened lately on this machine.
    pub struct Recent {}
}

/// A workspace that was opened lately.
#[derive(Debug, Serialize, TS)]
pub struct RecentFile {
    pub file: String,
    /// Its name without the ending.
    pub name: String,
    /// RFC 3339, UTC.
    pub opened: String,
    /// It is not there any more.
    pub missing: bool,
    /// To open it.
    pub grant: String,
}

impl Act for Recent {
    type Reply = Vec<RecentFile>;
    fn run_until(self, desk: &Desk, _: &At, _: &Arc<Job>) -> Result<Vec<RecentFile>> {
        let recent = desk.machine().recent().into_iter().map(|r| RecentFile {
            file: r.path.to_string_lossy().into_owned(),
            name: r.path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
            opened: r.opened,
            missing: !r.path.exists(),
            grant: desk.grant_input(r.path).grant,
        });
        Ok(recent.collect())
    }
}

command! {
    /// Saves a copy of the whole workspace, evidence included. The open workspace stays the one that is open.
    pub struct SaveCopy {
        /// The file to write.
        pub file: Output,
    }
}

impl Act for SaveCopy {
    type Reply = Written;
    fn run_until(self, desk: &Desk, _: &At, job: &Arc<Job>) -> Result<Written> {
        let path = desk.output(&self.file)?;
        let bytes = desk.store()?.save_copy(&path, job)?;
        Ok(Written { path: path.to_string_lossy().into_owned(), bytes, left_out: 0 })
    }
}

command! {
    /// Writes the file of a piece of evidence out again. Its checksum is checked on the way.
    pub struct ExportEvidence {
        /// Reference or id of the evidence.
        pub evidence: String,
        /// The file to write.
        #[cfg_attr(feature = "clap", arg(long))]
        pub output: Output,
    }
}

impl Act for ExportEvidence {
    type Reply = Written;
    fn run_until(self, desk: &Desk, _: &At, job: &Arc<Job>) -> Result<Written> {
        let path = desk.output(&self.output)?;
        let store = desk.store()?;
        write_whole(&path, job, |out| {
            store.read_until(None, job, |r| {
                let found = r.find(&self.evidence, &[Kind::Evidence])?;
                let (title, sha256) = r.evidence_file(found.at.rid)?;
                let sha256 = sha256.ok_or_else(|| {
                    Error::refuse("no_file", format!("“{title}” is not a file: there is nothing to write out."))
                })?;
                r.write_blob(&sha256, &title, out, &path)
            })
        })?;
        written(path, 0)
    }
}

pub(crate) fn written(path: PathBuf, left_out: u64) -> Result<Written> {
    let bytes = std::fs::metadata(&path).map_err(|e| Error::reading(&path, &e))?.len();
    Ok(Written { path: std::path::absolute(&path).unwrap_or(path).to_string_lossy().into_owned(), bytes, left_out })
}

/// A file that takes no further byte once the job is to stop.
struct Stopping<'a>(std::fs::File, &'a Job);

impl Write for Stopping<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if self.1.is_stopped() {
            return Err(std::io::Error::other("stopped")); // told apart below
        }
        self.0.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.0.flush()
    }
}

/// Writes a file beside its name and renames it when it is whole and on the disk. Never over a workspace.
pub(crate) fn write_whole<R>(path: &Path, job: &Job, fill: impl FnOnce(&mut dyn Write) -> Result<R>) -> Result<R> {
    refuse_over_workspace(path)?;
    if path.file_name().is_none() {
        return Err(Error::Unwritable { path: path.to_owned(), why: "it has no file name".into() });
    }
    let beside = beside(path);
    let writing = |e: std::io::Error| Error::writing(path, &e);
    let done = (|| {
        let mut out = BufWriter::new(Stopping(std::fs::File::create(&beside).map_err(writing)?, job));
        let reply = fill(&mut out)?;
        let Stopping(file, _) = out.into_inner().map_err(|e| writing(e.into_error()))?;
        file.sync_all().map_err(writing)?;
        job.check()?;
        std::fs::rename(&beside, path).map_err(writing)?;
        sync_folder(path);
        Ok(reply)
    })();
    done.map_err(|e| {
        let _ = std::fs::remove_file(&beside);
        if job.is_stopped() { Error::Cancelled } else { e }
    })
}

command! {
    /// Takes in a piece of a file that the window holds; the grant then stands for the file.
    #[cfg_attr(feature = "clap", command(hide = true))]
    pub struct Stage {
        /// The file's name.
        pub name: String,
        /// The piece in base64, at most 256 KiB of bytes.
        pub data: String,
        /// The grant that the piece before it answered.
        pub grant: Option<String>,
    }
}

impl Act for Stage {
    type Reply = Grant;
    fn run_until(self, desk: &Desk, _: &At, _: &Arc<Job>) -> Result<Grant> {
        let piece = base64::engine::general_purpose::STANDARD
            .decode(self.data.as_bytes())
            .map_err(|_| Error::refuse("arguments", "The piece of the file is not base64. Attach the file again."))?;
        if piece.len() > followthrough_store::PIECE {
            return Err(Error::refuse("arguments", "A piece of a file may hold at most 256 KiB."));
        }
        desk.send(&self.name, &piece, self.grant.as_deref())
    }
}
