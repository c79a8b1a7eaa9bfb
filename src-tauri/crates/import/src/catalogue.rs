//! The catalogue: what the register knows before its user has typed anything. Reads the files of `seeds/` into actors,
//! classifications and sources whose ids are seed ids (`actor/dpo`, `a4p-plus/p1.1`); [`seed_uuid`] makes of one the
//! identity that its row has in every file.
//!
//! Does not write rows and does not know which of them a file already has. Of the seeds' keys it leaves out, until the
//! register has a place for them, `section_carried` and the short names of themes; it checks them all the same.

mod between;
mod build;
mod drafts;
mod embedded;
mod identity;
mod shape;

pub use between::{Between, Indicator, Instrument, Observation, Tie};
pub use drafts::{Draft, drafts};
pub use embedded::{BETWEEN, EMBEDDED};
pub use identity::{pair_uuid, seed_uuid};

use followthrough_model::vocabulary::{ActorKind, Aim, Force, Level, Standing};
use followthrough_model::{Day, Due};

/// One file of a catalogue. The name is what its problems are told by; a source's is the second half of its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct File<'a> {
    pub name: &'a str,
    /// JSON.
    pub text: &'a str,
}

/// The files of a catalogue, in the shapes that `seeds/*.schema.json` and `seeds/schema.json` describe.
#[derive(Debug, Clone, Copy)]
pub struct Files<'a> {
    pub actors: File<'a>,
    pub frameworks: File<'a>,
    /// In the order in which they are shown.
    pub sources: &'a [File<'a>],
}

/// What is wrong with a catalogue, as one sentence that says where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The file is not JSON of its shape. `near` is the last id before the fault, as words.
    #[error("{file} cannot be read{near}: {why}.")]
    Shape { file: String, near: String, why: String },
    /// The file has its shape, but what it says cannot be.
    #[error("In {file}, {id} {what}.")]
    Content { file: String, id: String, what: String },
}

/// A whole catalogue, every reference in it resolved.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Catalogue {
    /// A parent always stands before its children, and a successor before those whom it follows unless it is below them.
    pub actors: Vec<Actor>,
    pub frameworks: Vec<Framework>,
    pub sources: Vec<Source>,
    /// How they stand to each other; only in [`read`].
    pub between: Between,
}

/// A body, a post or a class of them. Never a private person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    pub seed: String,
    pub name: String,
    pub short: Option<String>,
    pub kind: ActorKind,
    pub level: Option<Level>,
    /// Seed id of the actor that it belongs to.
    pub parent: Option<String>,
    /// Other names under which it is found, misprints of the sources included.
    pub aliases: Vec<String>,
    /// Seed id of the actor that took over its work, and the first day on which it did.
    pub successor: Option<(String, Day)>,
}

/// A named classification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Framework {
    pub seed: String,
    pub name: String,
    /// In the order in which they are shown.
    pub themes: Vec<Theme>,
}

/// One term of a framework.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    pub seed: String,
    pub name: String,
}

/// A document that recommends or declares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub seed: String,
    pub short: String,
    pub title: String,
    pub publisher: String,
    pub symbol: Option<String>,
    /// ISO, as precise as it is known: `2021`, `2021-03`, `2021-03-25`.
    pub published: String,
    /// BCP 47.
    pub language: String,
    pub standing: Standing,
    /// In the order in which they are shown: by label, which need not be the order of the text.
    pub items: Vec<Item>,
}

/// One recommendation or declared commitment of a source, or one part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub seed: String,
    /// The number or letter by which it is cited, unique in its source.
    pub label: Option<String>,
    /// A part has its item's.
    pub section: Option<String>,
    /// As printed.
    pub page: Option<String>,
    /// First line in the plain text of the source, counted from 1.
    pub line: i64,
    /// Last line.
    pub line_end: i64,
    /// The document's heading of the item. A part has none: it would bear the words of another.
    pub heading: Option<String>,
    /// The summary, in the catalogue's own words.
    pub text: String,
    pub force: Force,
    /// Why the source shows it to be disputed.
    pub contested: Option<String>,
    /// Whom the line is meant for, where a heading of its source would mislead.
    pub aim: Option<Aim>,
    /// A remark of the catalogue about the text.
    pub note: Option<String>,
    /// Who is to call on the addressees.
    pub callers: Vec<Addressee>,
    /// The most accountable first.
    pub addressees: Vec<Addressee>,
    /// Seed ids of themes, the source's own section first.
    pub themes: Vec<String>,
    pub due: Due,
    /// Name of the event that the due hangs on; only where it is of that kind.
    pub event: Option<String>,
    /// The separable acts within it, with all that they have of it filled in. A part has no parts.
    pub parts: Vec<Item>,
}

/// An actor asked by an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addressee {
    /// Seed id.
    pub actor: String,
    /// The text itself names it; else it is only implied, and to be confirmed by an officer.
    pub named: bool,
}

/// The catalogue that comes with the program.
pub fn read() -> Result<Catalogue, Problem> {
    let catalogue = parse(&EMBEDDED)?;
    Ok(Catalogue { between: between::between(&BETWEEN, &catalogue)?, ..catalogue })
}

/// A catalogue, or the first thing that is wrong with its files.
pub fn parse(files: &Files<'_>) -> Result<Catalogue, Problem> {
    let (catalogue, problems) = build::build(files);
    problems.into_iter().next().map_or(Ok(catalogue), Err)
}

/// Everything that is wrong with the files, in their order. Where a file does not have its shape, only that is told,
/// since whatever refers to it would seem wrong.
pub fn problems(files: &Files<'_>) -> Vec<Problem> {
    build::build(files).1
}

#[cfg(test)]
mod tests;
