//! The status summary: data in, bytes out, in five formats.
//!
//! It asks nobody and decides nothing: what is overdue, who leads and what is left out was settled by the caller, who
//! hands over a [`Head`] and streams the [`Line`]s. It knows no clock, no database and no file; "today" is the head's
//! as-of day. The same input gives the same bytes in every format, and no format holds all lines in memory. (The
//! spreadsheet library keeps a large sheet's rows in an unnamed temporary file of its own; see `as_xlsx`.)

mod as_csv;
mod as_json;
mod as_pages;
mod as_xlsx;
mod data;
mod dates;
mod english;
mod row;
mod status;
mod text;
mod view;
mod words;
mod xlsx_summary;
mod xlsx_table;

pub use data::{Cite, Count, Covers, Fact, Figures, Group, Head, Held, Line, Lines, SourceLine, Which, Word};
pub use words::{Columns, Labels, Say, Sentence, Words};

use std::io::{BufWriter, Write};

/// A kind of file. A new one is added here: a variant, its row in [`Format::ALL`]'s order, and an arm in [`write()`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    Html,
    Md,
    Csv,
    Xlsx,
    Json,
}

impl Format {
    pub const ALL: [Format; 5] = [Format::Html, Format::Md, Format::Csv, Format::Xlsx, Format::Json];

    /// Its name on the command line, which is also the file's extension.
    pub const fn name(self) -> &'static str {
        match self {
            Format::Html => "html",
            Format::Md => "md",
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
            Format::Json => "json",
        }
    }

    pub const fn media_type(self) -> &'static str {
        match self {
            Format::Html => "text/html; charset=utf-8",
            Format::Md => "text/markdown; charset=utf-8",
            Format::Csv => "text/csv; charset=utf-8",
            Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Format::Json => "application/json",
        }
    }

    /// The format of that name, upper or lower case.
    pub fn from_name(name: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.name().eq_ignore_ascii_case(name))
    }
}

/// Why a summary could not be written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("The summary could not be written: {0}")]
    Write(#[from] std::io::Error),
    /// Reading the commitments failed; the caller's own error stands inside.
    #[error("The commitments could not be read: {0}")]
    Lines(#[source] Box<dyn std::error::Error + Send + Sync>),
    #[error("The table for the summary could not be written: {0}")]
    Csv(#[from] csv::Error),
    #[error("The workbook for the summary could not be written: {0}")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    #[error("The data for the summary could not be written: {0}")]
    Json(#[from] serde_json::Error),
    /// A fault of this program, not of the data.
    #[error("The summary's template has a fault: {0}")]
    Template(#[from] minijinja::Error),
}

impl Error {
    /// Wraps what went wrong while lines were read, for implementations of [`Lines`].
    pub fn lines(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
        Error::Lines(error.into())
    }
}

/// Writes the summary and flushes `out`, which need not be buffered.
///
/// On an error `out` holds half a summary; the caller writes beside the file and renames.
pub fn write(format: Format, head: &Head, lines: &dyn Lines, words: &Words, out: &mut dyn Write) -> Result<(), Error> {
    let mut out = BufWriter::with_capacity(1 << 16, out);
    match format {
        Format::Html => as_pages::write(&as_pages::HTML, head, lines, words, &mut out)?,
        Format::Md => as_pages::write(&as_pages::MARKDOWN, head, lines, words, &mut out)?,
        Format::Csv => as_csv::write(lines, &mut out)?,
        Format::Xlsx => as_xlsx::write(head, lines, words, &mut out)?,
        Format::Json => as_json::write(head, lines, &mut out)?,
    }
    out.flush()?;
    Ok(())
}
