//! What a status summary is made of: the head with its figures, and one line a commitment.
//! It holds no rule about which commitments are meant or how they are counted; the caller has counted already.
//! All days are ISO text (`2023-12-31`), all statuses `snake_case`; words for readers come from `words`.

use crate::Error;
use serde::Serialize;

/// Everything a summary says except the commitments themselves.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Head {
    /// Shown as the heading and kept as the document's title.
    pub title: String,
    /// The day asked about, ISO.
    pub as_of: String,
    /// Name of the workspace as the user knows it; never a path.
    pub workspace: String,
    /// A practice workspace: its demonstration updates are nobody's word, and every page says so.
    pub practice: bool,
    pub covers: Covers,
    /// What the summary is limited to, in words ("the source A4P+"); nothing for the whole workspace.
    pub scope: Option<String>,
    pub figures: Figures,
    /// In the order in which they are to be listed.
    pub sources: Vec<SourceLine>,
    /// Items marked as not for export; they stand in no list and no figure.
    pub left_out: u64,
    /// Commitments whose wording was drafted and is not anyone's word.
    pub drafted: u64,
}

/// How much was looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Covers {
    pub sources: u64,
    /// Without their parts.
    pub recommendations: u64,
    pub parts: u64,
    pub commitments: u64,
}

/// The counts. Each is of commitments.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Figures {
    pub total: u64,
    pub overdue: u64,
    /// Open and due from the as-of day to 90 days after it, both included.
    pub due_90: u64,
    pub no_date: u64,
    pub no_evidence: u64,
    /// Reported implemented, not yet verified.
    pub awaiting_verification: u64,
    /// Verified or waived.
    pub implemented: u64,
    /// The earliest `due_by` among the overdue.
    pub oldest_due: Option<String>,
    pub by_status: Vec<Count>,
    /// In the order in which they are to be listed.
    pub by_lead: Vec<Group>,
    /// `short` is the source's short name, as in [`SourceLine::short`].
    pub by_source: Vec<Group>,
}

/// How many commitments have one status.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Count {
    pub status: String,
    pub n: u64,
}

/// The commitments of one lead or one source, counted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Group {
    /// Nothing: the commitments that have no lead.
    pub name: Option<String>,
    pub short: Option<String>,
    pub all: u64,
    pub overdue: u64,
    pub no_evidence: u64,
    pub by_status: Vec<Count>,
}

/// One source, as it is cited.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SourceLine {
    pub short: String,
    pub title: String,
    pub publisher: Option<String>,
    pub symbol: Option<String>,
    /// ISO, also `2021` or `2021-03`.
    pub published: Option<String>,
    /// `official`, `partnership` or `non_attributed`.
    pub standing: String,
    pub recommendations: u64,
    pub commitments: u64,
    pub overdue: u64,
}

/// One commitment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Short reference, "C-7KQ3F".
    pub commitment: String,
    pub deliverable: String,
    pub drafted: bool,
    /// The main recommendation it answers, "A4P+ P1.2".
    pub recommendation: Option<String>,
    /// Short name of the recommendation's source.
    pub source: Option<String>,
    pub label: Option<String>,
    /// As printed in the source.
    pub page: Option<String>,
    pub lead: Option<String>,
    pub lead_short: Option<String>,
    /// Joint and supporting actors, by name.
    pub joint: Vec<String>,
    pub due_stated: Option<String>,
    pub due_by: Option<String>,
    pub original_stated: Option<String>,
    pub original_due_by: Option<String>,
    /// How often the due date was moved.
    pub slips: u32,
    /// Why it was moved last.
    pub slip_reason: Option<String>,
    /// From `due_by` to the as-of day; nothing if it is not overdue.
    pub days_overdue: Option<i64>,
    pub status: String,
    pub status_since: Option<String>,
    /// What the actor itself declared as a limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caveat: Option<String>,
    pub last_update: Option<Word>,
    pub evidence: Vec<Cite>,
    /// What else is recorded and may go out: decisions, obstacles, the next milestone, numbers of others.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub further: Vec<Fact>,
    /// Fields that the user defined.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub own_fields: Vec<Fact>,
}

/// A thing said of a commitment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// One of `decision`, `obstacle`, `resources`, `remedy`, `escalated_to`, `practice`, `milestone`, `health`, `reach`,
    /// `their_ref`; of a field of the user's its name.
    pub name: String,
    pub value: String,
}

/// The latest word on a commitment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Word {
    pub day: String,
    pub by: Option<String>,
    pub formal: bool,
    pub text: String,
}

/// One use of a piece of evidence for a commitment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Cite {
    /// The evidence's reference, "E-4M0QX"; the same evidence has the same number wherever it is cited.
    pub reference: String,
    /// `file`, `link`, `symbol` or `note`.
    pub kind: String,
    pub title: String,
    pub page: Option<String>,
    /// `supports`, `contradicts`, `mixed` or `context`.
    pub stance: String,
    /// The day it speaks of.
    pub date: Option<String>,
    /// Yes: independent; no: self-reported; nothing: not said.
    pub independent: Option<bool>,
    /// Link, document symbol or file name. Only a link is made clickable; of a path only the last part is shown.
    pub target: Option<String>,
}

/// Which commitments are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Open, and `days_overdue` is more than nothing.
    Overdue,
    /// Reported implemented, not yet verified.
    Awaiting,
    Implemented,
    /// Open, and due from the as-of day to 90 days after it.
    DueSoon,
    /// Each commitment once.
    All,
}

/// Where the lines come from.
///
/// The summary asks several times, once a section or sheet, and expects the same answer each time: stream from one
/// read transaction. Order: for [`Which::All`] any fixed one; for the others all lines of a lead together (those
/// without lead last), in it the earliest `due_by` first, then by reference.
pub trait Lines {
    /// Calls `f` with each line, and stops at its first error, which it returns.
    fn each(&self, which: Which, f: &mut dyn FnMut(&Line) -> Result<(), Error>) -> Result<(), Error>;
}

const OPEN: [&str; 4] = ["not_started", "under_implementation", "partially_implemented", "not_implemented"];

impl Which {
    /// Whether a line belongs here. The rule in one place, for [`Held`] and for tests of other sources of lines.
    pub fn admits(self, line: &Line, as_of: &str) -> bool {
        let days_to_due = || crate::dates::days_between(as_of, line.due_by.as_deref()?);
        match self {
            Which::Overdue => line.days_overdue.is_some_and(|days| days > 0),
            Which::Awaiting => line.status == "reported_implemented",
            Which::Implemented => line.status == "implemented",
            Which::DueSoon => OPEN.contains(&line.status.as_str()) && days_to_due().is_some_and(|days| (0..=90).contains(&days)),
            Which::All => true,
        }
    }
}

/// Lines held in memory, for tests and small sets.
#[derive(Debug, Clone, Default)]
pub struct Held {
    pub as_of: String,
    pub lines: Vec<Line>,
}

impl Lines for Held {
    fn each(&self, which: Which, f: &mut dyn FnMut(&Line) -> Result<(), Error>) -> Result<(), Error> {
        let mut found: Vec<&Line> = self.lines.iter().filter(|line| which.admits(line, &self.as_of)).collect();
        if which != Which::All {
            found.sort_by_key(|line| (line.lead.is_none(), &line.lead, line.due_by.is_none(), &line.due_by, &line.commitment));
        }
        found.into_iter().try_for_each(f)
    }
}
