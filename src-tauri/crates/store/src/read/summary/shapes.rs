//! What a summary is asked for and what it reads, as plain data.

use followthrough_model::filter::Filter;
use followthrough_model::vocabulary::{EvidenceKind, Stance, Standing};
use followthrough_model::{Day, Status};

/// Which commitments a summary covers, and on which day.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    pub as_of: Day,
    /// The machine's day.
    pub today: Day,
    pub lead: Option<i64>,
    pub source: Option<i64>,
    pub filter: Option<&'a Filter>,
}

/// Commitments that are alike in lead, source and status, counted.
#[derive(Debug, Clone)]
pub struct Tally {
    pub lead_name: Option<String>,
    pub lead_short: Option<String>,
    /// Short name of the source.
    pub source: Option<String>,
    pub status: Status,
    pub n: u64,
    pub overdue: u64,
    pub due_soon: u64,
    /// Open, without a day.
    pub no_date: u64,
    /// Open, without evidence.
    pub no_evidence: u64,
    pub drafted: u64,
    pub oldest_overdue: Option<Day>,
}

/// A source as it is cited.
#[derive(Debug, Clone)]
pub struct Cited {
    pub short: String,
    pub title: String,
    pub publisher: Option<String>,
    pub symbol: Option<String>,
    pub published: Option<String>,
    pub standing: Option<Standing>,
    pub recommendations: u64,
    pub parts: u64,
}

/// One commitment of the summary.
#[derive(Debug, Clone)]
pub struct SummaryRow {
    pub reference: String,
    pub deliverable: String,
    pub drafted: bool,
    pub recommendation: Option<String>,
    pub source: Option<String>,
    pub label: Option<String>,
    pub page: Option<String>,
    pub lead: Option<String>,
    pub lead_short: Option<String>,
    /// Joint and supporting actors.
    pub partners: Vec<String>,
    pub due_stated: Option<String>,
    pub due_by: Option<Day>,
    pub original: Option<(String, Option<Day>)>,
    pub slips: u32,
    pub slip_reason: Option<String>,
    pub days_overdue: Option<i32>,
    pub status: Status,
    pub status_since: Option<Day>,
    /// What the actor itself declared as a limit.
    pub caveat: Option<String>,
    pub word: Option<LastWord>,
    pub evidence: Vec<CitedUse>,
    /// What else is recorded: names and what they say.
    pub further: Vec<(String, String)>,
    /// Fields of the user's, by name.
    pub own_fields: Vec<(String, String)>,
}

#[derive(Debug, Clone)]
pub struct LastWord {
    pub day: Day,
    pub by: Option<String>,
    pub formal: bool,
    pub text: String,
}

#[derive(Debug, Clone)]
pub struct CitedUse {
    pub reference: String,
    pub kind: EvidenceKind,
    pub title: String,
    pub page: Option<String>,
    pub stance: Stance,
    pub date: Option<Day>,
    pub independent: bool,
    pub target: Option<String>,
}

/// A section of the summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    Overdue,
    Awaiting,
    Implemented,
    DueSoon,
    All,
}
