//! One commitment made for many: its group line, its members, and who belongs to a group of actors.
//!
//! Does not make the commitments; the command does.

use super::progress::{self, Progress};
use super::row::{self as commitment_row, CommitmentRow};
use super::value::{day_opt, id};
use super::{Brief, Named};
use crate::lookup::coded;
use crate::{Reader, Result};
use followthrough_model::progress::Why;
use followthrough_model::vocabulary::{ActorKind, Level};
use followthrough_model::{Day, Kind, Ref, Uuid};

/// A series with its commitments, rolled up into one line.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct SeriesPage {
    pub id: Uuid,
    #[serde(rename = "ref")]
    pub reference: String,
    pub title: String,
    pub deleted: bool,
    /// What it was made for.
    pub recommendation: Option<Brief>,
    /// Over all its commitments.
    pub progress: Progress,
    /// The earliest due that is still ahead, of what is open.
    pub next_due: Option<Day>,
    /// By lead; at most 500.
    pub commitments: Vec<CommitmentRow>,
}

/// Which actors are meant.
#[derive(Debug, Clone, Copy, Default)]
pub struct GroupArgs {
    /// Those below this actor, however far.
    pub under: Option<i64>,
    pub kind: Option<ActorKind>,
    pub level: Option<Level>,
}

/// An actor of a group.
#[derive(Debug, Clone)]
pub struct Member {
    pub at: Ref,
    pub name: Named,
}

impl Reader<'_> {
    /// The page of a series.
    pub fn series(&self, rid: i64, as_of: Day, today: Day) -> Result<SeriesPage> {
        let when = self.when(as_of, today);
        let (mut page, recommendation) = self.one(
            "SELECT i.id, i.code, i.shown, s.title, i.life, s.recommendation FROM series s JOIN item i ON i.rid = s.rid WHERE s.rid = ?1",
            [rid],
            |r| {
                let page = SeriesPage {
                    id: id(r, 0)?,
                    reference: coded(Some(Kind::Series), r.get(1)?, r.get(2)?),
                    title: r.get(3)?,
                    deleted: r.get::<_, i64>(4)? != 0,
                    recommendation: None,
                    progress: Why::default().into(),
                    next_due: None,
                    commitments: Vec::new(),
                };
                Ok((page, r.get::<_, Option<i64>>(5)?))
            },
        )?;
        page.recommendation = recommendation.map(|rid| self.brief(rid)).transpose()?;
        let standing = progress::standing(when, "?2");
        let statuses = self.one(
            &format!(
                "SELECT group_concat(k.status || iif(k.due_by < ?2, '!', '')) FROM commitment c JOIN {standing} k ON k.rid = c.rid WHERE c.series = ?1 AND c.live = 1 AND ?2 IS NOT NULL"
            ),
            (rid, as_of.to_string()),
            |r| r.get::<_, Option<String>>(0),
        )?;
        page.progress = progress::why(statuses.as_deref(), 0, 0)?.into();
        let open = when.open("?2");
        page.next_due = self.one(
            &format!("SELECT min(k.due_by) FROM commitment c JOIN {open} k ON k.rid = c.rid WHERE c.series = ?1 AND c.live = 1 AND k.due_by >= ?2"),
            (rid, as_of.to_string()),
            |r| day_opt(r, 0),
        )?;
        let span = when.join("?2");
        page.commitments = self.all(
            &commitment_row::row_sql(
                when,
                "?2",
                &format!("commitment c {span}"),
                "WHERE c.series = ?1 AND c.live = 1 AND ?2 IS NOT NULL ORDER BY l.name COLLATE NOCASE, c.rid LIMIT 500",
            ),
            (rid, as_of.to_string()),
            |r| commitment_row::row(r, as_of),
        )?;
        Ok(page)
    }

    /// The series that were made for a recommendation.
    pub(crate) fn series_of(&self, recommendation: i64) -> Result<Vec<Brief>> {
        let found = self.all(
            "SELECT s.rid FROM series s JOIN item i ON i.rid = s.rid AND i.life = 0 WHERE s.recommendation = ?1 ORDER BY s.rid",
            [recommendation],
            |r| r.get::<_, i64>(0),
        )?;
        found.into_iter().map(|rid| self.brief(rid)).collect()
    }

    /// The live series that a commitment was made with.
    pub(crate) fn series_with(&self, commitment: i64) -> Result<Option<Brief>> {
        let found = self.all(
            "SELECT c.series FROM commitment c JOIN item i ON i.rid = c.series AND i.life = 0 WHERE c.rid = ?1",
            [commitment],
            |r| r.get::<_, i64>(0),
        )?;
        found.into_iter().next().map(|rid| self.brief(rid)).transpose()
    }

    /// The actors of a group that exist on the day: neither merged into another nor followed by a successor.
    pub fn group(&self, args: &GroupArgs, today: Day) -> Result<Vec<Member>> {
        let found = self.all(
            "WITH RECURSIVE below(rid) AS (SELECT rid FROM actor WHERE parent = ?1 UNION SELECT a.rid FROM below b JOIN actor a ON a.parent = b.rid)
             SELECT a.rid, i.id, coalesce(a.short, a.name), a.name FROM actor a JOIN item i ON i.rid = a.rid AND i.life = 0
             WHERE (?1 IS NULL OR a.rid IN (SELECT rid FROM below)) AND (?2 IS NULL OR a.kind = ?2) AND (?3 IS NULL OR a.level = ?3)
               AND a.merged_into IS NULL AND (a.successor IS NULL OR a.succeeded_on > ?4) ORDER BY a.name COLLATE NOCASE, a.rid",
            (args.under, args.kind.map(ActorKind::as_str), args.level.map(Level::as_str), today.to_string()),
            |r| Ok((r.get::<_, i64>(0)?, id(r, 1)?, r.get(2)?, r.get(3)?)),
        )?;
        Ok(found
            .into_iter()
            .map(|(rid, id, reference, name)| Member { at: Ref { rid, id }, name: Named { id, reference, name } })
            .collect())
    }

    /// One actor as a member.
    pub fn member(&self, at: Ref) -> Result<Member> {
        self.one("SELECT coalesce(short, name), name FROM actor WHERE rid = ?1", [at.rid], |r| {
            Ok(Member { at, name: Named { id: at.id, reference: r.get(0)?, name: r.get(1)? } })
        })
    }

    /// Those who lead a commitment of a series now.
    pub fn leads_of_series(&self, series: i64) -> Result<Vec<i64>> {
        self.all("SELECT lead FROM commitment WHERE series = ?1 AND live = 1 AND lead IS NOT NULL", [series], |r| r.get(0))
    }
}
