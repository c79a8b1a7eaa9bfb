//! Progress of a recommendation, from the commitments that answer it and its parts, as of a day.
//!
//! Reads what counts; the rule is `model::progress`.

use super::recommendation::UNDER;
use super::row::When;
use crate::Result;
use crate::error::Error;
use followthrough_model::Status;
use followthrough_model::progress::{ProgressState, Why};

/// How far a recommendation is, and why.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct Progress {
    pub state: ProgressState,
    pub why: Why,
    /// One English sentence, for the terminal.
    pub sentence: String,
}

impl From<Why> for Progress {
    fn from(why: Why) -> Self {
        Self { state: why.state(), sentence: why.sentence(), why }
    }
}

/// The commitments that stand on the day, with `status`, `due_by` and `lead`, as a table; `{day}` is the day.
pub(crate) fn standing(when: When, day: &str) -> String {
    match when {
        When::Now => "(SELECT rid, status, due_by, lead FROM commitment WHERE live = 1)".to_owned(),
        _ => format!("(SELECT s.commitment AS rid, s.status, s.due_by, s.lead FROM span s WHERE {})", when.held("s", day)),
    }
}

/// SQL of three columns about a recommendation `r`: its commitments as `status` or `status!` (late) with commas between;
/// its live parts; of these, those that no commitment answers.
pub(crate) fn columns(when: When, day: &str) -> String {
    let standing = standing(when, day);
    let answers = |of: &str| {
        format!(
            "SELECT 1 FROM answer xa JOIN item xi ON xi.rid = xa.rid AND xi.life = 0 JOIN {standing} xc ON xc.rid = xa.commitment WHERE xa.recommendation = {of}"
        )
    };
    let parts = "SELECT count(*) FROM recommendation p JOIN item pi ON pi.rid = p.rid AND pi.life = 0 WHERE p.parent = r.rid";
    format!(
        "(SELECT group_concat(c.status || iif(c.due_by < {day}, '!', '')) FROM {standing} c WHERE c.rid IN ({UNDER})), ({parts}),
         iif(EXISTS ({}), 0, ({parts} AND NOT EXISTS ({})))",
        answers("r.rid"),
        answers("p.rid")
    )
}

/// Counts what [`columns`] found.
pub(crate) fn why(commitments: Option<&str>, parts: u32, parts_untaken: u32) -> Result<Why> {
    let mut why = Why { parts, parts_untaken, ..Why::default() };
    for one in commitments.unwrap_or_default().split(',').filter(|one| !one.is_empty()) {
        let (status, late) = one.strip_suffix('!').map_or((one, false), |status| (status, true));
        let status: Status = status.parse().map_err(|_| Error::Value(format!("the status {status}")))?;
        why.add(status, late);
    }
    Ok(why)
}

impl crate::Reader<'_> {
    /// How far a recommendation with its parts is on a day.
    pub fn progress(&self, rid: i64, as_of: followthrough_model::Day, today: followthrough_model::Day) -> Result<Progress> {
        let columns = columns(self.when(as_of, today), "?2");
        let found = self.one(
            &format!("SELECT {columns} FROM recommendation r WHERE r.rid = ?1 AND ?2 IS NOT NULL"),
            (rid, as_of.to_string()),
            |r| Ok((r.get::<_, Option<String>>(0)?, r.get(1)?, r.get(2)?)),
        )?;
        Ok(why(found.0.as_deref(), found.1, found.2)?.into())
    }
}
