//! Every word that a summary says, as one typed table; a language is one value of [`Words`].
//! Labels are plain text; what has numbers or an order of words in it is a function, since languages differ there.
//! What users wrote is never here, and column names of CSV and keys of JSON are not words but names.

use crate::data::Head;
use serde::Serialize;

/// One language.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    pub labels: Labels,
    pub say: Say,
    /// `snake_case` status and its label, as read in running text.
    pub statuses: &'static [(&'static str, &'static str)],
    /// Other `snake_case` values (stance, standing, kind of evidence) and their labels; an empty label is not said.
    pub values: &'static [(&'static str, &'static str)],
    /// Labels of the classes that charts draw, in the order of `status::CLASSES`.
    pub classes: [&'static str; 8],
    pub columns: Columns,
}

/// A sentence of the first page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sentence {
    pub text: String,
    /// Says that something is late, and is set off.
    pub late: bool,
}

/// What depends on numbers, dates or names. Texts given to these functions are ready for a page.
#[derive(Debug, Clone, Copy)]
pub struct Say {
    /// Year, month's name, day.
    pub day: fn(i32, &str, u32) -> String,
    pub month: fn(i32, &str) -> String,
    pub number: fn(u64) -> String,
    /// Where do we stand: the first paragraph.
    pub standing: fn(&Head, &Words) -> Vec<Sentence>,
    /// What was looked at, and as of when.
    pub covers: fn(&Head, &Words) -> String,
    pub left_out: fn(u64) -> String,
    /// How many of how many commitments are drafted.
    pub drafted: fn(u64, u64) -> String,
    /// Times moved, original due, last reason.
    pub moved: fn(u32, Option<&str>, Option<&str>) -> String,
    pub quoted: fn(&str) -> String,
    pub page: fn(&str) -> String,
    /// What a bar shows, for those who cannot see it: label and number of each part.
    pub bar: fn(&[(&str, u64)]) -> String,
    pub days_counted_to: fn(&str) -> String,
    pub speaks_of: fn(&str) -> String,
    /// More leads than a chart can show: shown, all.
    pub chart_of_leads: fn(usize, usize) -> String,
}

/// Plain labels, for templates under their names.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Labels {
    /// BCP 47.
    pub lang: &'static str,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    pub months: [&'static str; 12],
    pub status_summary: &'static str,
    pub as_of: &'static str,
    pub workspace: &'static str,
    pub limited_to: &'static str,
    pub practice: &'static str,
    pub practice_short: &'static str,
    pub in_figures: &'static str,
    pub commitments: &'static str,
    pub recommendations: &'static str,
    pub overdue: &'static str,
    pub due_90: &'static str,
    pub no_date: &'static str,
    pub no_evidence: &'static str,
    pub to_verify: &'static str,
    pub implemented: &'static str,
    pub by_status: &'static str,
    pub by_lead: &'static str,
    pub by_source: &'static str,
    pub lead: &'static str,
    pub no_lead: &'static str,
    pub source: &'static str,
    pub all: &'static str,
    pub status: &'static str,
    pub bars: &'static str,
    pub overdue_title: &'static str,
    pub awaiting_title: &'static str,
    pub implemented_title: &'static str,
    pub due_soon_title: &'static str,
    pub nothing_overdue: &'static str,
    pub nothing_implemented: &'static str,
    pub overdue_note: &'static str,
    pub item: &'static str,
    pub commitment: &'static str,
    pub due: &'static str,
    pub days_late: &'static str,
    pub days_left: &'static str,
    pub days_waiting: &'static str,
    pub reported_on: &'static str,
    pub implemented_on: &'static str,
    pub latest_word: &'static str,
    pub no_word: &'static str,
    pub no_due: &'static str,
    pub formal: &'static str,
    pub informal: &'static str,
    pub drafted: &'static str,
    pub caveat: &'static str,
    pub with: &'static str,
    pub sources_and_evidence: &'static str,
    pub sources: &'static str,
    pub evidence: &'static str,
    pub no_sources: &'static str,
    pub no_evidence_cited: &'static str,
    pub independent: &'static str,
    pub self_reported: &'static str,
    /// Behind a text that was cut.
    pub continues: &'static str,
    pub made_with: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
}

/// Names of the workbook's sheets and of their columns.
#[derive(Debug, Clone, Copy)]
pub struct Columns {
    /// At most 31 characters each.
    pub sheets: [&'static str; 5],
    pub figure: &'static str,
    pub number: &'static str,
    pub reference: &'static str,
    pub deliverable: &'static str,
    pub wording: &'static str,
    pub recommendation: &'static str,
    pub page: &'static str,
    pub status_since: &'static str,
    pub due_stated: &'static str,
    pub original_due: &'static str,
    pub original_stated: &'static str,
    pub slips: &'static str,
    pub slip_reason: &'static str,
    pub word_on: &'static str,
    pub word_by: &'static str,
    pub word_formal: &'static str,
    pub pieces: &'static str,
    pub further: &'static str,
    pub own_fields: &'static str,
    pub kind: &'static str,
    pub title: &'static str,
    pub publisher: &'static str,
    pub symbol: &'static str,
    pub date: &'static str,
    pub standing: &'static str,
    pub stance: &'static str,
    /// Said in a table, where an empty cell would be taken for nothing known.
    pub supports: &'static str,
    pub target: &'static str,
    /// In the last row of a sheet that could not hold more.
    pub sheet_full: &'static str,
}

impl Words {
    pub const fn english() -> Words {
        crate::english::ENGLISH
    }

    /// A status in words; an unknown one without its underscores.
    pub fn status(&self, status: &str) -> String {
        look_up(self.statuses, status)
    }

    /// A stance, standing or kind in words; an unknown one without its underscores.
    pub fn value(&self, value: &str) -> String {
        look_up(self.values, value)
    }
}

fn look_up(table: &[(&str, &str)], name: &str) -> String {
    table.iter().find(|(known, _)| *known == name).map_or_else(|| name.replace('_', " "), |(_, label)| (*label).to_owned())
}
