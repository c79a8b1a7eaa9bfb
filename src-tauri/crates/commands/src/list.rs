//! The one list of commands. A command that is not in it does not compile into any door; there is no second list.
//!
//! Does not say what a command does: that is the doc comment of its struct.

use crate::desk::Desk;
use crate::door::{Act, At, Edit, Envelope, Problem, Query, arguments};
#[allow(clippy::wildcard_imports)] // the list names every command of this crate
use crate::*;
use followthrough_model::{Kind, Uuid};
use followthrough_store::{Error, Result};
use serde::Serialize;
use serde_json::value::RawValue;

/// What a call answers.
#[derive(Serialize)]
struct Answer {
    reply: Box<RawValue>,
    /// The log entry of an edit; nothing if nothing changed.
    entry: Option<i64>,
    /// The kinds of rows that changed, for asking again what reads them.
    kinds: Vec<Kind>,
    /// Up to 500 items that changed.
    ids: Vec<Uuid>,
}

impl Answer {
    fn of<R: Serialize>(reply: &R, outcome: followthrough_store::Outcome) -> Result<String> {
        let broken = |e: serde_json::Error| Error::Value(e.to_string());
        let reply = serde_json::value::to_raw_value(reply).map_err(broken)?;
        serde_json::to_string(&Self { reply, entry: outcome.entry, kinds: outcome.kinds, ids: outcome.ids }).map_err(broken)
    }
}

macro_rules! commands {
    (edits: $($edit:ident),+ $(,)?; queries: $($query:ident),+ $(,)?; acts: $($act:ident),+ $(,)?;) => {
        /// Any command with its arguments.
        #[derive(Debug, Clone)]
        #[cfg_attr(feature = "clap", derive(clap::Subcommand))]
        #[allow(clippy::large_enum_variant)] // one at a time
        pub enum Command { $($edit($edit),)+ $($query($query),)+ $($act($act)),+ }

        /// Every command's name.
        pub const NAMES: &[&str] = &[$(stringify!($edit),)+ $(stringify!($query),)+ $(stringify!($act)),+];

        impl Command {
            /// The command of that name with these arguments, as JSON.
            pub fn parse(name: &str, json: &str) -> Result<Self> {
                Ok(match name {
                    $(stringify!($edit) => Self::$edit(arguments(name, json)?),)+
                    $(stringify!($query) => Self::$query(arguments(name, json)?),)+
                    $(stringify!($act) => Self::$act(arguments(name, json)?),)+
                    _ => return Err(Error::refuse("unknown_command", format!("There is no command “{name}”. Run followthrough --help to see them all."))),
                })
            }

            /// Whether it changes the workspace.
            pub fn is_edit(&self) -> bool {
                matches!(self, $(Self::$edit(_))|+)
            }

            /// Runs it; answers `{ reply, entry, kinds, ids }` as JSON.
            pub fn run(self, desk: &Desk, at: &At) -> Result<String> {
                self.run_as(None, desk, at)
            }

            /// [`Command::run`]; under the name of a job it can be cancelled.
            pub fn run_as(self, job: Option<&str>, desk: &Desk, at: &At) -> Result<String> {
                match self {
                    $(Self::$edit(c) => { let (reply, outcome) = desk.under(job, |job| desk.edit_until(job, c))?; Answer::of(&reply, outcome) })+
                    $(Self::$query(c) => Answer::of(&desk.ask_as(job, c, at)?, followthrough_store::Outcome::default()),)+
                    $(Self::$act(c) => Answer::of(&desk.under(job, |job| Act::run_until(c, desk, at, job))?, followthrough_store::Outcome::default()),)+
                }
            }
        }

        $(impl Named for $edit { const NAME: &'static str = stringify!($edit); })+

        /// Goes over all commands for the TypeScript of the window.
        pub(crate) fn describe(v: &mut crate::typescript::Describe) {
            $(v.command::<$edit, <$edit as Edit>::Reply>(stringify!($edit), "edit", &[]);)+
            $(v.command::<$query, <$query as Query>::Reply>(stringify!($query), "query", <$query as Query>::READS);)+
            $(v.command::<$act, <$act as Act>::Reply>(stringify!($act), "act", &[]);)+
        }
    };
}

/// An edit's name in the log.
pub trait Named {
    const NAME: &'static str;
}

commands! {
    edits:
        UndoEntry, RedoEntry,
        AddIndicator, EditIndicator, LinkIndicator, Observe, CorrectObservation, AddTheirRef, SetNote, SetFlag,
        DefineField, EditField, SetField, TakeOverRegister,
        AddSource, EditSource, AddRecommendation, EditRecommendation, AddActor, EditActor, AddAlias, AddAddressee, ConfirmAddressee,
        RecordDecision, SendTo, EditAddressee, AddCaller, AskActor, Remind, MergeActors,
        AddCommitment, EditCommitment, SetLead, AddPartner, AddAnswer, LogUpdate, EditUpdate, AddEvidence, EditEvidence, EditUse,
        SplitRecommendation, JoinParts, LinkRecommendations, EditLink, CarryForward, AddFramework, EditFramework, AddTheme,
        EditTheme, TagItem, UntagItem, AddCrosswalk, RepeatCommitment,
        SetDue, AddEvent, RenameEvent, MoveEvent, AddMilestone, EditMilestone, CompleteMilestone, WaiveOccurrence, SetReviewInterval,
        SetMany, SetCells, VerifyResult, HoldReview, SaveView, EditView, SetPrivate, Delete, Restore, EmptyBin, SetSetting, LoadCatalogue, DraftCommitments, Undo, Redo;
    queries:
        Diary, Compare,
        Account, Owed, Outline, Requests, NoResponse, Unconfirmed,
        StatusBy, Ageing, Heat, OverTime, DueLine,
        Indicators, Flagged, Fields, ReadRegister, Obstacles, Escalations, Practices,
        Overdue, List, Rates, Views, Changes, Reviews, Show, History, Search, Counts, Bin, Settings, Workspace, ChangedSince, ReadDue, Events, EventMovePreview, Milestones, Check, Themes, RepeatPreview, PreviewMany, PreviewCells, ReadCells, Rollup;
    acts:
        Sample, New, Open, Recent, SaveCopy, Summary, ExportEvidence, SavePicture, SaveText, Stage, Cancel, HowFar;
}

impl Desk {
    /// The JSON door: a command by name. `Ok`: `{ reply, entry, kinds, ids }`; `Err`: a [`Problem`], both as JSON text.
    pub fn call(&self, name: &str, args: &str, envelope: &str) -> std::result::Result<String, String> {
        let run = || -> Result<String> {
            let envelope: Envelope = arguments("the envelope", envelope)?;
            Command::parse(name, args)?.run_as(envelope.job.as_deref(), self, &envelope.at(self.today())?)
        };
        run().map_err(|e| {
            serde_json::to_string(&Problem::from(e))
                .unwrap_or_else(|_| r#"{"code":"value","message":"The answer could not be written.","detail":null}"#.to_owned())
        })
    }
}
