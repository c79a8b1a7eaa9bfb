//! The shape of a command, and what goes through the door with it: the day that is asked about, and how a refusal looks
//! outside.
//!
//! Does not list commands; `list` does.

use followthrough_model::{Day, Kind, parse_day};
use followthrough_store::{Error, Job, Reader, Result, Tx};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use ts_rs::TS;

use crate::desk::{Desk, Input};

/// Declares a command's arguments with what every command needs.
macro_rules! command {
    ($(#[$meta:meta])* pub struct $name:ident { $($body:tt)* }) => {
        #[derive(Debug, Clone, Default, serde::Deserialize, ts_rs::TS)]
        #[cfg_attr(feature = "clap", derive(clap::Args))]
        $(#[$meta])*
        #[serde(deny_unknown_fields)]
        #[ts(optional_fields = nullable)]
        pub struct $name { $($body)* }
    };
}
pub(crate) use command;

/// The day that a question is about.
#[derive(Debug, Clone, Copy)]
pub struct At {
    pub as_of: Day,
    /// The machine's local date.
    pub today: Day,
    /// What was known after this entry of the log; nothing: what is known now.
    pub known: Option<i64>,
}

impl At {
    /// That day, as it is known now.
    pub const fn on(as_of: Day, today: Day) -> Self {
        Self { as_of, today, known: None }
    }
}

/// What goes with every call.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Envelope {
    /// The day asked about; the machine's local date if none is given.
    #[serde(default)]
    pub as_of: Option<String>,
    /// Answer what was known after this entry of the log; what is known now if none is given.
    #[serde(default)]
    pub known: Option<i64>,
    /// A name for what may take long: `Cancel` ends it by that name, `HowFar` says how far it is. The next question of a name ends the one before.
    #[serde(default)]
    pub job: Option<String>,
}

impl Envelope {
    pub fn at(&self, today: Day) -> Result<At> {
        let as_of = self.as_of.as_deref().map(parse_day).transpose()?.unwrap_or(today);
        Ok(At { as_of, today, known: self.known })
    }
}

/// A command that changes the workspace. It gets a [`Tx`], so it cannot write past the log.
pub trait Edit: DeserializeOwned + TS {
    type Reply: Serialize + TS;
    /// The file that comes with it, which is taken in before the edit begins.
    fn file(&self) -> Option<&Input> {
        None
    }
    fn run(self, tx: &mut Tx<'_>) -> Result<Self::Reply>;
}

/// A question to the workspace.
pub trait Query: DeserializeOwned + TS {
    type Reply: Serialize + TS;
    /// The kinds of rows that the answer depends on: after an edit of one of them it is asked again.
    const READS: &'static [Kind];
    fn run(self, reader: &Reader<'_>, at: &At) -> Result<Self::Reply>;
}

/// What touches files beside the workspace, or the workspace as a file.
pub trait Act: DeserializeOwned + TS {
    type Reply: Serialize + TS;
    /// Runs it, until the job is to stop: then nothing was made or changed.
    fn run_until(self, desk: &Desk, at: &At, job: &Arc<Job>) -> Result<Self::Reply>;
    /// Runs it to its end.
    fn run(self, desk: &Desk, at: &At) -> Result<Self::Reply> {
        self.run_until(desk, at, &Arc::default())
    }
}

/// A refusal as it goes out: a stable word, a sentence for the officer, and more for a program.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Problem {
    pub code: String,
    pub message: String,
    #[ts(type = "unknown")]
    pub detail: serde_json::Value,
    /// The argument that it is about, if it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub field: Option<String>,
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        let detail = match error.bare() {
            Error::Ambiguous { candidates, said } => serde_json::json!({ "said": said, "candidates": candidates }),
            Error::Unknown { said, .. } => serde_json::json!({ "said": said }),
            Error::Filter(problem) => serde_json::json!({ "place": problem.place, "len": problem.len }),
            Error::InTheWay { entry, item, field, .. } => {
                serde_json::json!({ "entry": entry, "item": item.to_string(), "field": field })
            }
            _ => serde_json::Value::Null,
        };
        Self { code: error.code().to_owned(), message: error.to_string(), detail, field: error.field().map(str::to_owned) }
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

/// Reads the arguments of a command from JSON.
pub(crate) fn arguments<T: DeserializeOwned>(name: &str, json: &str) -> Result<T> {
    serde_json::from_str(json).map_err(|e| {
        Error::refuse(
            "arguments",
            format!("The arguments of {name} cannot be read: {e}. Give a JSON object with its fields, as followthrough --help and its verbs list them."),
        )
    })
}
