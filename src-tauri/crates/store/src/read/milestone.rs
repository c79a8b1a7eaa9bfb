//! Milestones: the dated steps of commitments, on the page of one and in the list of all that are due.
//!
//! Does not show their commitment; its page does.

use super::days_overdue;
use super::value::{day_opt, id, word_opt};
use crate::lookup::coded;
use crate::{Reader, Result};
use followthrough_model::vocabulary::Term;
use followthrough_model::{Day, Kind, Ref, Uuid};

/// One step of a commitment.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct MilestoneRow {
    pub id: Uuid,
    #[serde(rename = "ref")]
    pub reference: String,
    pub text: String,
    pub term: Option<Term>,
    /// The day on which it was done.
    pub done_on: Option<Day>,
    pub due_stated: Option<String>,
    pub due_by: Option<Day>,
    /// The event that its due hangs on.
    pub event: Option<String>,
    /// How often its due was moved.
    pub slips: u32,
    /// Its first due.
    pub original: Option<Day>,
    /// Nothing where it is done or not overdue.
    pub days_overdue: Option<i32>,
    /// Reference of its commitment, and what that will deliver.
    pub commitment: String,
    pub deliverable: String,
    /// Short reference of the lead.
    pub lead: Option<String>,
}

/// Which milestones.
#[derive(Debug, Clone, Copy)]
pub struct MilestonesArgs {
    pub as_of: Day,
    /// Only those whose due is past.
    pub overdue: bool,
    /// Only those that are due up to this day, and not before the day asked about.
    pub until: Option<Day>,
    pub limit: u32,
    pub offset: u32,
}

const COLUMNS: &str = "m.rid, i.id, i.code, i.shown, m.text, m.term, m.done_on, m.due_by, ci.code, ci.shown, c.deliverable, coalesce(l.short, l.name)";
const JOINS: &str = "JOIN item i ON i.rid = m.rid JOIN commitment c ON c.rid = m.commitment JOIN item ci ON ci.rid = c.rid LEFT JOIN actor l ON l.rid = c.lead";

impl Reader<'_> {
    /// The milestones of a commitment, in their order.
    pub(crate) fn milestones_of(&self, commitment: i64, as_of: Day) -> Result<Vec<MilestoneRow>> {
        let sql =
            format!("SELECT {COLUMNS} FROM milestone m {JOINS} WHERE m.commitment = ?1 AND i.life = 0 ORDER BY m.ord, m.rid");
        let rows = self.all(&sql, [commitment], |r| read(r, as_of))?;
        rows.into_iter().map(|(rid, row)| self.with_dues(rid, row, as_of)).collect()
    }

    /// Milestones of open commitments that are not done and have a day, earliest first.
    pub fn milestones(&self, args: &MilestonesArgs) -> Result<(u32, Vec<MilestoneRow>)> {
        const WHICH: &str = "m.live = 1 AND m.done_on IS NULL AND m.due_by IS NOT NULL AND m.due_by >= ?1 AND m.due_by <= ?2
            AND EXISTS (SELECT 1 FROM commitment o WHERE o.rid = m.commitment AND o.open = 1)";
        let yesterday = args.as_of.pred_opt().unwrap_or(args.as_of);
        let (from, to) = match (args.overdue, args.until) {
            (true, _) => (followthrough_model::spans::EVER, yesterday),
            (false, Some(until)) => (args.as_of, until),
            (false, None) => (followthrough_model::spans::EVER, followthrough_model::spans::STILL),
        };
        let (from, to) = (from.to_string(), to.to_string());
        let total = self.count(&format!("SELECT count(*) FROM milestone m WHERE {WHICH}"), (&from, &to))?;
        let sql = format!(
            "SELECT {COLUMNS} FROM (SELECT m.rid FROM milestone m WHERE {WHICH} ORDER BY m.due_by, m.rid LIMIT ?3 OFFSET ?4) x JOIN milestone m ON m.rid = x.rid {JOINS}
             ORDER BY m.due_by, m.rid"
        );
        let rows = self.all(&sql, (&from, &to, args.limit, args.offset), |r| read(r, args.as_of))?;
        let rows = rows.into_iter().map(|(rid, row)| self.with_dues(rid, row, args.as_of)).collect::<Result<Vec<_>>>()?;
        Ok((total, rows))
    }

    /// The commitment of a milestone.
    pub fn milestone_place(&self, milestone: i64) -> Result<i64> {
        self.one("SELECT commitment FROM milestone WHERE rid = ?1", [milestone], |r| r.get(0))
    }

    /// The day on which a milestone was done, if it was.
    pub fn milestone_done(&self, milestone: i64) -> Result<Option<Day>> {
        self.one("SELECT done_on FROM milestone WHERE rid = ?1", [milestone], |r| day_opt(r, 0))
    }

    /// The place after the last milestone of a commitment.
    pub fn milestone_ord(&self, commitment: i64) -> Result<i64> {
        self.one("SELECT coalesce(max(ord), 0) + 1 FROM milestone WHERE commitment = ?1", [commitment], |r| r.get(0))
    }

    /// The live milestones of a commitment in their order.
    pub fn milestone_order(&self, commitment: i64) -> Result<Vec<Ref>> {
        let sql = "SELECT m.rid, i.id FROM milestone m JOIN item i ON i.rid = m.rid AND i.life = 0 WHERE m.commitment = ?1 ORDER BY m.ord, m.rid";
        self.all(sql, [commitment], |r| Ok(Ref { rid: r.get(0)?, id: id(r, 1)? }))
    }

    fn with_dues(&self, rid: i64, row: MilestoneRow, as_of: Day) -> Result<MilestoneRow> {
        let story = self.due_story(rid, as_of)?;
        let (slips, original) = (story.slips(), story.original.as_ref().and_then(|due| due.due_by));
        let Some(due) = story.current else { return Ok(MilestoneRow { due_by: None, days_overdue: None, ..row }) };
        Ok(MilestoneRow {
            due_stated: Some(due.stated),
            days_overdue: days_overdue(row.done_on.is_none_or(|done| done > as_of), due.due_by, as_of),
            due_by: due.due_by,
            event: due.event,
            slips,
            original,
            ..row
        })
    }
}

fn read(r: &rusqlite::Row<'_>, as_of: Day) -> rusqlite::Result<(i64, MilestoneRow)> {
    let (done_on, due_by) = (day_opt(r, 6)?, day_opt(r, 7)?);
    let row = MilestoneRow {
        id: id(r, 1)?,
        reference: coded(Some(Kind::Milestone), r.get(2)?, r.get(3)?),
        text: r.get(4)?,
        term: word_opt(r, 5)?,
        done_on: done_on.filter(|done| *done <= as_of),
        due_stated: None,
        due_by,
        event: None,
        slips: 0,
        original: None,
        days_overdue: None,
        commitment: coded(Some(Kind::Commitment), r.get(8)?, r.get(9)?),
        deliverable: r.get(10)?,
        lead: r.get(11)?,
    };
    Ok((r.get(0)?, row))
}
