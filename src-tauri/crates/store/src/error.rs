//! What can go wrong with a workspace, each as one sentence that says what to do.
//!
//! Does not hold the rules of the register: those are `model::Refusal` and pass through as they are.

use followthrough_model::Refusal;
use followthrough_model::filter::FilterProblem;
use std::path::{Path, PathBuf};

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Any of the others, with the argument that it is about.
    #[error("{error}")]
    About { field: &'static str, error: Box<Error> },
    /// A filter that cannot be read, with the place.
    #[error(transparent)]
    Filter(FilterProblem),
    #[error("There is no workspace “{}”. Check the name, or make a new workspace.", .0.display())]
    NoSuchFile(PathBuf),
    #[error("“{}” is a folder. Choose the workspace file in it.", .0.display())]
    Folder(PathBuf),
    #[error("“{}” is a folder. Give the name of a file in it.", .0.display())]
    FolderForFile(PathBuf),
    #[error("“{}” is not a Followthrough workspace. Choose a file that Followthrough made (.followthrough).", .0.display())]
    NotAWorkspace(PathBuf),
    #[error("“{}” was written by a newer version of Followthrough. Install the current version to open it; nothing was changed.", .0.display())]
    Newer(PathBuf),
    #[error("“{}” exists already. Choose another name, or move that file away first.", .0.display())]
    Exists(PathBuf),
    #[error("“{}” is a workspace, which would be lost. Choose another name, or move that file away first.", .0.display())]
    OverWorkspace(PathBuf),
    #[error(
        "“{}” lies beside “{}” and may hold edits of a file that had this name before. Choose another name, or move it away first.",
        .log.display(), .path.display()
    )]
    LogBeside { path: PathBuf, log: PathBuf },
    #[error(
        "Edits to “{}” lie in the file of that name with -wal at its end, and they cannot be read in a folder that you may not write. Copy both files to a folder of your own and open the copy.",
        .0.display()
    )]
    LogWithoutIndex(PathBuf),
    #[error("“{}” cannot be written: the file or its folder is read-only. Choose a folder of your own.", .0.display())]
    ReadOnly(PathBuf),
    #[error(
        "The workspace cannot be written: its file or folder is read-only. Save a copy in a folder of your own and work there."
    )]
    NotWritable,
    #[error("“{}” is on a network share, where several writers can damage the file. Copy it to a folder on this computer and open it there.", .0.display())]
    Network(PathBuf),
    #[error("The disk is full: nothing was saved and nothing was lost. Free some space and do it again.")]
    DiskFull,
    #[error("Another program is writing this workspace right now. Wait a moment and do it again; nothing was changed.")]
    Busy,
    #[error("There is no {what} “{said}”. Use a reference as the lists show it, such as {example}, or find it with search.")]
    Unknown { what: &'static str, said: String, example: &'static str },
    #[error("“{said}” can mean {}. Say which one.", candidates.join(" or "))]
    Ambiguous { said: String, candidates: Vec<String> },
    #[error("“{}” cannot be read: {why}. Choose a file that you can open.", .path.display())]
    Unreadable { path: PathBuf, why: String },
    #[error("“{}” cannot be written: {why}. Choose another place.", .path.display())]
    Unwritable { path: PathBuf, why: String },
    #[error(
        "The content of {0} is damaged: its checksum does not match. Take it from a backup, and run check to see what else is affected."
    )]
    Damaged(String),
    /// An undo or a redo that something later rests on: which entry, which item, which field of it.
    #[error("{sentence}")]
    InTheWay { sentence: String, entry: Option<i64>, item: followthrough_model::Uuid, field: Option<String> },
    #[error("It was stopped. Nothing was changed.")]
    Cancelled,
    /// SQLite's own words are for those who look for the cause, not for the sentence.
    #[error("The workspace file gave an error and nothing was changed. Run check, or open a backup.")]
    Sql(#[source] rusqlite::Error),
    #[error("The workspace holds a value that this version cannot read ({0}). Install the current version, or run check.")]
    Value(String),
}

impl Error {
    /// A stable word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Refused(refusal) => refusal.code,
            Self::About { error, .. } => error.code(),
            Self::Filter(_) => "filter",
            Self::NoSuchFile(_) => "no_such_file",
            Self::Folder(_) | Self::FolderForFile(_) => "folder",
            Self::OverWorkspace(_) => "workspace",
            Self::LogBeside { .. } => "log_beside",
            Self::LogWithoutIndex(_) => "log_without_index",
            Self::NotAWorkspace(_) => "not_a_workspace",
            Self::Newer(_) => "newer",
            Self::Exists(_) => "exists",
            Self::ReadOnly(_) | Self::NotWritable => "read_only",
            Self::Network(_) => "network",
            Self::DiskFull => "disk_full",
            Self::Busy => "busy",
            Self::Unknown { .. } => "unknown",
            Self::Ambiguous { .. } => "ambiguous",
            Self::Unreadable { .. } => "unreadable",
            Self::Unwritable { .. } => "unwritable",
            Self::Damaged(_) => "damaged",
            Self::InTheWay { .. } => "undo_refused",
            Self::Cancelled => "cancelled",
            Self::Sql(_) => "sql",
            Self::Value(_) => "value",
        }
    }

    /// A refusal of a rule of the register.
    pub fn refuse(code: &'static str, sentence: impl Into<String>) -> Self {
        Self::Refused(Refusal::new(code, sentence))
    }

    /// The same, about one argument. What knew it nearer to the cause stays.
    #[must_use]
    pub fn about(self, field: &'static str) -> Self {
        match self {
            known if known.field().is_some() => known,
            // These are about the file or the machine, whatever was typed.
            file @ (Self::Sql(_) | Self::Busy | Self::DiskFull | Self::NotWritable | Self::Cancelled | Self::Value(_)) => file,
            error => Self::About { field, error: Box::new(error) },
        }
    }

    /// The argument that it is about, where one is to blame.
    pub fn field(&self) -> Option<&'static str> {
        match self {
            Self::About { field, .. } => Some(field),
            Self::Refused(refusal) => refusal.field,
            _ => None,
        }
    }

    /// What went wrong, without the argument that it is about.
    pub fn bare(&self) -> &Self {
        match self {
            Self::About { error, .. } => error.bare(),
            other => other,
        }
    }

    /// What the system said of a file, as the sentence that fits.
    pub fn reading(path: &Path, error: &std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::NotFound => Self::unreadable(path, "it is not there (any more)"),
            std::io::ErrorKind::IsADirectory => Self::unreadable(path, "it is a folder"),
            std::io::ErrorKind::PermissionDenied => Self::unreadable(path, "you may not read it"),
            _ => Self::unreadable(path, error.to_string()),
        }
    }

    fn unreadable(path: &Path, why: impl Into<String>) -> Self {
        Self::Unreadable { path: path.to_owned(), why: why.into() }
    }

    /// The same for writing.
    pub fn writing(path: &Path, error: &std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Self::DiskFull,
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly(path.to_owned()),
            std::io::ErrorKind::IsADirectory => Self::FolderForFile(path.to_owned()),
            std::io::ErrorKind::NotFound => Self::Unwritable { path: path.to_owned(), why: "its folder does not exist".into() },
            _ => Self::Unwritable { path: path.to_owned(), why: error.to_string() },
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        match error.sqlite_error_code() {
            Some(Code::DiskFull) => Self::DiskFull,
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Busy,
            Some(Code::ReadOnly) => Self::NotWritable,
            Some(Code::OperationInterrupted) => Self::Cancelled,
            _ => Self::Sql(error),
        }
    }
}

impl From<rusqlite::types::FromSqlError> for Error {
    fn from(error: rusqlite::types::FromSqlError) -> Self {
        Self::Value(error.to_string())
    }
}
