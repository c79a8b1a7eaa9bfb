//! The fields of a filter, in one table: name, other names, what they take, the lists that have them, what they mean.
//!
//! Does not know columns; the store translates each field. A field of commitments asked of recommendations means: one of
//! its commitments has it; a field of recommendations asked of commitments: one that it answers has it. An actor is meant
//! with those under it; `lead:DPO!` means it alone, under every name that it had.

use super::quoted;
use crate::Status;
use crate::status::Phase;
use crate::vocabulary::{
    Aim, CommitmentKind, DecisionKind, Force, Health, Level, ListKind, ObstacleKind, Practice, Priority, Queue, Reach, Standing,
    Verdict,
};
use std::fmt;

/// What a field takes as its value.
#[derive(Debug, Clone, Copy)]
pub enum Takes<'a> {
    /// Words to look for in the text.
    Search,
    /// A name or a text.
    Name,
    /// Words of a closed list.
    Words(fn() -> Vec<&'static str>),
    /// A day, or a stretch of days.
    Day,
    /// A number without fraction, from 0.
    Whole,
    /// Any number.
    Number,
    YesNo,
    /// One of the choices of the user's own field.
    Choice(&'a [String]),
}

/// A line of the table.
#[derive(Debug)]
pub struct FieldRow {
    pub field: FilterField,
    pub name: &'static str,
    pub aliases: &'static [&'static str],
    pub takes: Takes<'static>,
    /// The lists that have it.
    pub lists: &'static [ListKind],
    /// One sentence for the help.
    pub help: &'static str,
}

macro_rules! fields {
    ($($variant:ident $name:literal [$($alias:literal),*] $takes:expr, $lists:ident, $help:literal;)+) => {
        /// What a term asks about.
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        pub enum FilterField {
            $(#[doc = $help] $variant,)+
            /// A field that the user defined, by its name.
            Own(String),
        }

        /// Every field that is not the user's own, in the order of the help.
        pub static FIELDS: &[FieldRow] = &[$(FieldRow {
            field: FilterField::$variant, name: $name, aliases: &[$($alias),*], takes: $takes, lists: $lists, help: $help,
        }),+];
    };
}

const RC: &[ListKind] = &[ListKind::Recommendations, ListKind::Commitments];
const RCS: &[ListKind] = &[ListKind::Recommendations, ListKind::Commitments, ListKind::Sources];
const RCA: &[ListKind] = &[ListKind::Recommendations, ListKind::Commitments, ListKind::Actors];
const ALL: &[ListKind] = ListKind::ALL;

macro_rules! spelled {
    ($list:ty) => {
        Takes::Words(|| <$list>::ALL.iter().map(|word| word.as_str()).collect())
    };
}

fields! {
    Text "text" [] Takes::Search, ALL, "Words in the text, the same as words without a field.";
    Source "source" ["document"] Takes::Name, RCS, "The source that recommends.";
    Publisher "publisher" [] Takes::Name, RCS, "Who published the source.";
    Standing "standing" [] spelled!(Standing), RCS, "The standing of the source.";
    Theme "theme" ["topic"] Takes::Name, RC, "A theme, found through crosswalks too.";
    Framework "framework" [] Takes::Name, RC, "The framework of a theme.";
    Actor "actor" ["who"] Takes::Name, RCA, "An actor in any part, with those under it: lead, joint, supporting or asked.";
    Lead "lead" ["owner"] Takes::Name, RC, "The accountable lead, with the actors under it; NAME! without them, as wherever an actor is named.";
    By "by" [] Takes::Name, RC, "Who undertook it: the accountable or a joint lead, with the actors under it.";
    Asked "asked" [] Takes::Name, RC, "An actor that the recommendation asks, with those under it.";
    Decided "decided" [] Takes::Name, RC, "An actor that gave an answer to it, with those under it.";
    Silent "silent" [] Takes::Name, RC, "An actor that was asked and gave no answer, with those under it.";
    Level "level" [] spelled!(Level), RCA, "Where the actor works.";
    Kind "kind" ["type"] spelled!(CommitmentKind), RC, "What the commitment came from.";
    Status "status" [] Takes::Words(status_words), RC, "Where a commitment stands: a status, or open, waiting or closed.";
    Health "health" [] spelled!(Health), RC, "How a commitment fares against its due.";
    Reach "reach" [] spelled!(Reach), RC, "How far the result reaches.";
    Priority "priority" [] spelled!(Priority), RC, "The priority that the desk gave.";
    Aim "aim" [] spelled!(Aim), RC, "Whom the line of the source is meant for.";
    Force "force" [] spelled!(Force), RC, "How strongly the source asks.";
    Contested "contested" [] Takes::YesNo, RC, "Whether the recommendation was contested.";
    Decision "decision" ["answer"] spelled!(DecisionKind), RC, "What the addressee decided; none: no response.";
    Verdict "verdict" ["verification"] spelled!(Verdict), RC, "The latest verdict on a reported result.";
    Due "due" ["deadline"] Takes::Day, RC, "The last day that the current due allows.";
    Original "original" [] Takes::Day, RC, "The last day that the first due allowed.";
    Made "made" [] Takes::Day, RC, "The day on which the commitment was made.";
    Updated "updated" ["update"] Takes::Day, RC, "The day of the latest update.";
    Slips "slips" ["revised"] Takes::Whole, RC, "How many times the due was put off.";
    Evidence "evidence" ["proof"] Takes::Whole, RC, "How many pieces of evidence there are.";
    Obstacle "obstacle" [] spelled!(ObstacleKind), RC, "The kind of obstacle that the latest update names.";
    Escalated "escalated" [] Takes::Name, RC, "The actor to whom it was taken up.";
    Practice "practice" [] spelled!(Practice), RC, "A good practice or a lesson marked in an update.";
    Series "series" [] Takes::Name, RC, "The series of commitments, one for each of many, that it was made with.";
    Handler "handler" [] Takes::Name, RC, "The colleague at the desk who follows it; me: yourself.";
    Queue "queue" [] spelled!(Queue), RC, "A queue that it stands in.";
    Ref "ref" ["reference", "label"] Takes::Name, ALL, "A reference or a label, ours or theirs.";
    Drafted "drafted" ["draft"] Takes::YesNo, RC, "Worded by the desk and not anyone's word yet.";
    Private "private" [] Takes::YesNo, ALL, "Not for export.";
    Flagged "flagged" ["flag"] Takes::Day, ALL, "The day for which it is flagged.";
}

impl FilterField {
    /// Its line in the table; nothing for a field of the user's own.
    pub fn row(&self) -> Option<&'static FieldRow> {
        FIELDS.iter().find(|row| row.field == *self)
    }

    /// The line of that name or other name, in any case.
    pub fn named(name: &str) -> Option<&'static FieldRow> {
        FIELDS.iter().find(|row| std::iter::once(&row.name).chain(row.aliases).any(|n| n.eq_ignore_ascii_case(name)))
    }
}

/// As it stands before the colon.
impl fmt::Display for FilterField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self, self.row()) {
            (Self::Own(name), _) => own(f, name),
            (_, Some(row)) => f.write_str(row.name),
            (_, None) => Ok(()),
        }
    }
}

/// A field of the user's own: `#name`, `#"Budget line"`.
pub(super) fn own(f: &mut impl fmt::Write, name: &str) -> fmt::Result {
    write!(f, "#{}", quoted(name))
}

fn status_words() -> Vec<&'static str> {
    ["open", "waiting", "closed"].into_iter().chain(Status::ALL.iter().map(|s| s.as_str())).collect()
}

/// The statuses that words of `status:` mean: `open`, `waiting` and `closed` are several.
pub fn statuses(words: &[&str]) -> Vec<Status> {
    let phase = |word| match word {
        "open" => Some(Phase::Open),
        "waiting" => Some(Phase::WaitingOnUs),
        "closed" => Some(Phase::Closed),
        _ => None,
    };
    let meant = |s: &Status| words.iter().any(|word| *word == s.as_str() || phase(word) == Some(s.phase()));
    Status::ALL.iter().copied().filter(meant).collect()
}
