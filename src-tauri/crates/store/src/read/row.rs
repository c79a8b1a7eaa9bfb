//! One row of a list of commitments, as it stands today or stood on an earlier day.
//!
//! Does not choose which rows: each list has its own `from`.

use super::days_overdue;
use super::value::{day_opt, id, word};
use crate::lookup::coded;
use followthrough_model::{Day, Kind, Status, Uuid};
use rusqlite::Row;

/// One row of a list of commitments.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct CommitmentRow {
    pub id: Uuid,
    /// Its reference.
    pub commitment: String,
    pub deliverable: String,
    /// Worded by the desk, not anyone's word yet.
    pub drafted: bool,
    /// Reference of the main recommendation that it answers.
    pub recommendation: Option<String>,
    /// Short name of that recommendation's source.
    pub source: Option<String>,
    pub label: Option<String>,
    /// Short reference of the lead.
    pub lead: Option<String>,
    pub lead_name: Option<String>,
    pub due_stated: Option<String>,
    pub due_by: Option<Day>,
    /// Nothing where it is not overdue.
    pub days_overdue: Option<i32>,
    pub status: Status,
    /// Day of the latest update.
    pub last_update: Option<Day>,
    /// How often its due was moved.
    pub slips: u32,
    /// Its first due, where it was moved.
    pub original: Option<Day>,
    /// Days between that and the current one.
    pub days_moved: Option<i32>,
    /// Days by which the original due has passed, while it is open.
    pub days_overdue_original: Option<i32>,
    /// Uses of evidence on it and on its updates.
    pub evidence: u32,
    pub private: bool,
}

/// Where the dated columns (status, lead, due) of a row come from: the commitment as it stands, or the stretch of days
/// (`span k`) that held on an earlier day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    Now,
    Then,
}

impl When {
    /// A day before today is answered from the spans.
    pub(crate) fn of(as_of: Day, today: Day) -> Self {
        if as_of < today { Self::Then } else { Self::Now }
    }

    /// The open commitments that count on the day, with their `lead` and `due_by`, as a table; `{day}` is the day.
    pub(crate) fn open(self, day: &str) -> String {
        match self {
            Self::Now => "(SELECT rid, lead, due_by FROM commitment WHERE open = 1 AND live = 1)".to_owned(),
            Self::Then => format!(
                "(SELECT commitment AS rid, lead, due_by FROM span WHERE unlearnt IS NULL AND from_day <= {day} AND to_day > {day}
                  AND status IN ('not_started', 'under_implementation', 'partially_implemented', 'not_implemented'))"
            ),
        }
    }

    pub(crate) const fn alias(self) -> &'static str {
        match self {
            Self::Now => "c",
            Self::Then => "k",
        }
    }
}

/// SQL for rows of commitments `c` (and, for an earlier day, their stretches `k`) out of `from`; `day` is the parameter
/// with the day. Evidence is shown as it is on file now: its uses are not dated.
pub(crate) fn row_sql(when: When, day: &str, from: &str, end: &str) -> String {
    let k = when.alias();
    let last_update = match when {
        When::Now => "c.last_update_on".to_owned(),
        When::Then => format!(
            "(SELECT max(u.on_day) FROM update_ u JOIN item ui ON ui.rid = u.rid AND ui.life = 0 WHERE u.commitment = c.rid AND u.on_day <= {day})"
        ),
    };
    format!(
        "SELECT i.id, i.code, i.shown, c.deliverable, c.drafted, r.label, s.short, ri.code, ri.shown, l.short, l.name, d.stated, {k}.due_by, {k}.status,
           {last_update}, {k}.slips, c.evidence_n, i.private, {k}.due_first, d.kind = 'recurring'
         FROM {from} JOIN item i ON i.rid = c.rid
           LEFT JOIN answer a ON a.commitment = c.rid AND a.main = 1 LEFT JOIN recommendation r ON r.rid = a.recommendation LEFT JOIN item ri ON ri.rid = r.rid
           LEFT JOIN source s ON s.rid = r.source LEFT JOIN actor l ON l.rid = {k}.lead LEFT JOIN due d ON d.rid = {k}.due_now {end}"
    )
}

pub(crate) fn row(r: &Row<'_>, as_of: Day) -> rusqlite::Result<CommitmentRow> {
    let (label, source): (Option<String>, Option<String>) = (r.get(5)?, r.get(6)?);
    let recommendation = match (&label, &source) {
        (Some(label), Some(source)) => Some(format!("{source} {label}")),
        (None, Some(_)) => Some(coded(Some(Kind::Recommendation), r.get(7)?, r.get(8)?)),
        _ => None,
    };
    let (lead, lead_name): (Option<String>, Option<String>) = (r.get(9)?, r.get(10)?);
    let (due_by, status): (_, Status) = (day_opt(r, 12)?, word(r, 13)?);
    let (slips, due_first, recurs): (u32, _, Option<bool>) = (r.get(15)?, day_opt(r, 18)?, r.get(19)?);
    let original = due_first.filter(|_| slips > 0);
    // A recurring due is counted against the occurrence that is owed, not against its first.
    let against = if recurs == Some(true) { due_by } else { due_first };
    Ok(CommitmentRow {
        id: id(r, 0)?,
        commitment: coded(Some(Kind::Commitment), r.get(1)?, r.get(2)?),
        deliverable: r.get(3)?,
        drafted: r.get(4)?,
        recommendation,
        source,
        label,
        lead: lead.or_else(|| lead_name.clone()),
        lead_name,
        due_stated: r.get(11)?,
        due_by,
        days_overdue: days_overdue(status.is_open(), due_by, as_of),
        status,
        last_update: day_opt(r, 14)?,
        slips,
        original,
        days_moved: original.zip(due_by).and_then(|(from, to)| super::due::days_between(from, to)),
        days_overdue_original: days_overdue(status.is_open(), against, as_of),
        evidence: r.get(16)?,
        private: r.get(17)?,
    })
}
