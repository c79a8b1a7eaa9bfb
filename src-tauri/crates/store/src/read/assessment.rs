//! What the desk thinks of a recommendation: how much it matters, what it needs first, what may go wrong, how it scores.
//!
//! Does not say how far it is; `progress` does.

use super::value::word_opt;
use crate::{Reader, Result};
use followthrough_model::vocabulary::{Aim, Priority};

/// The judgement of a recommendation. A score is 0 to 3.
#[derive(Debug, Clone, Default, serde::Serialize, ts_rs::TS)]
pub struct Assessment {
    pub priority: Option<Priority>,
    /// Whom the line is meant for, where a heading of its source would mislead.
    pub aim: Option<Aim>,
    /// What must be there first.
    pub precondition: Option<String>,
    pub risk: Option<String>,
    pub contingency: Option<String>,
    /// Why doing it should bring about what is wanted.
    pub theory: Option<String>,
    /// What was in place already when it was made.
    pub already: Option<String>,
    /// It helps several areas.
    pub enables: Option<u32>,
    /// It can be done with what is there.
    pub feasible: Option<u32>,
    /// It shows on the ground.
    pub impact: Option<u32>,
    /// It keeps agreement.
    pub consensus: Option<u32>,
    /// A remark of the register about the text.
    pub remark: Option<String>,
    /// The last line of its place in the source.
    pub line_end: Option<u32>,
}

impl Reader<'_> {
    pub(crate) fn assessment(&self, rid: i64) -> Result<Assessment> {
        self.one(
            "SELECT priority, aim, precondition, risk, contingency, theory, already, enables, feasible, impact, consensus, remark, line_end
             FROM recommendation WHERE rid = ?1",
            [rid],
            |r| {
                Ok(Assessment {
                    priority: word_opt(r, 0)?,
                    aim: word_opt(r, 1)?,
                    precondition: r.get(2)?,
                    risk: r.get(3)?,
                    contingency: r.get(4)?,
                    theory: r.get(5)?,
                    already: r.get(6)?,
                    enables: r.get(7)?,
                    feasible: r.get(8)?,
                    impact: r.get(9)?,
                    consensus: r.get(10)?,
                    remark: r.get(11)?,
                    line_end: r.get(12)?,
                })
            },
        )
    }
}
