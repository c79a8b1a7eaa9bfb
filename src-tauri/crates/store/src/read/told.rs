//! What updates told beside the progress: obstacles, escalations, good practices and lessons, each as a list over all
//! commitments, newest first.
//!
//! An obstacle is open while its commitment is, and no later update of that commitment names another.

use super::row::When;
use super::value::{day, day_opt, id, word, word_opt};
use super::{Named, named};
use crate::lookup::coded;
use crate::{Reader, Result};
use followthrough_model::vocabulary::{ObstacleKind, Practice};
use followthrough_model::{Day, Kind, Status, Uuid};

/// What one update told.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct ToldRow {
    /// The update.
    pub id: Uuid,
    #[serde(rename = "ref")]
    pub reference: String,
    pub day: Day,
    pub text: String,
    pub by: Option<Named>,
    pub obstacle: Option<String>,
    pub obstacle_kind: Option<ObstacleKind>,
    /// What is needed.
    pub resources: Option<String>,
    /// The day on which it was asked for.
    pub resources_asked: Option<Day>,
    pub remedy: Option<String>,
    pub escalated_to: Option<Named>,
    pub practice: Option<Practice>,
    /// Reference of its commitment.
    pub commitment: String,
    pub commitment_id: Uuid,
    pub deliverable: String,
    pub lead: Option<Named>,
    pub status: Status,
    /// It or its commitment is not for export.
    pub private: bool,
}

/// Which of them are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Obstacles; only those that are open, or all.
    Obstacles {
        open: bool,
    },
    Escalations,
    Practices(Option<Practice>),
}

impl Told {
    fn only(self, when: When) -> String {
        match self {
            Self::Obstacles { open: false } => "u.obstacle IS NOT NULL".to_owned(),
            Self::Obstacles { open: true } => format!(
                "u.obstacle IS NOT NULL AND EXISTS (SELECT 1 FROM {} o WHERE o.rid = u.commitment)
                 AND NOT EXISTS (SELECT 1 FROM update_ n JOIN item ni ON ni.rid = n.rid AND ni.life = 0
                   WHERE n.commitment = u.commitment AND n.obstacle IS NOT NULL AND n.on_day <= ?1 AND (n.on_day, n.stamp) > (u.on_day, u.stamp))",
                when.open("?1")
            ),
            Self::Escalations => "u.escalated_to IS NOT NULL".to_owned(),
            Self::Practices(None) => "u.practice IS NOT NULL".to_owned(),
            Self::Practices(Some(one)) => format!("u.practice IS NOT NULL AND u.practice = '{}'", one.as_str()),
        }
    }
}

impl Reader<'_> {
    /// One page of what updates told until a day, newest first, and how many there are.
    pub fn told_by_updates(&self, what: Told, as_of: Day, today: Day, limit: u32, offset: u32) -> Result<(u32, Vec<ToldRow>)> {
        let when = self.when(as_of, today);
        let from = format!(
            "update_ u JOIN item i ON i.rid = u.rid AND {} JOIN commitment c ON c.rid = u.commitment AND c.live = 1
             WHERE {} AND u.on_day <= ?1",
            when.counts("u.rid", "i.life"),
            what.only(when)
        );
        let total = self.count(&format!("SELECT count(*) FROM {from}"), [as_of.to_string()])?;
        let span = when.join("?1");
        let k = when.alias();
        let rows = self.all(
            &format!(
                "SELECT i.id, i.code, i.shown, u.on_day, u.text, bi.id, b.short, b.name, u.obstacle, u.obstacle_kind, u.resources, u.resources_asked, u.remedy,
                   ei.id, e.short, e.name, u.practice, ci.code, ci.shown, ci.id, c.deliverable, li.id, l.short, l.name, {k}.status, max(i.private, ci.private)
                 FROM (SELECT u.rid FROM {from} ORDER BY u.on_day DESC, u.rid DESC LIMIT ?2 OFFSET ?3) x
                 JOIN update_ u ON u.rid = x.rid JOIN item i ON i.rid = u.rid JOIN commitment c ON c.rid = u.commitment JOIN item ci ON ci.rid = c.rid {span}
                 LEFT JOIN actor b ON b.rid = u.by_actor LEFT JOIN item bi ON bi.rid = b.rid LEFT JOIN actor e ON e.rid = u.escalated_to LEFT JOIN item ei ON ei.rid = e.rid
                 LEFT JOIN actor l ON l.rid = {k}.lead LEFT JOIN item li ON li.rid = l.rid ORDER BY u.on_day DESC, u.rid DESC"
            ),
            (as_of.to_string(), limit, offset),
            |r| {
                Ok(ToldRow {
                    id: id(r, 0)?,
                    reference: coded(Some(Kind::Update), r.get(1)?, r.get(2)?),
                    day: day(r, 3)?,
                    text: r.get(4)?,
                    by: named(r, 5)?,
                    obstacle: r.get(8)?,
                    obstacle_kind: word_opt(r, 9)?,
                    resources: r.get(10)?,
                    resources_asked: day_opt(r, 11)?,
                    remedy: r.get(12)?,
                    escalated_to: named(r, 13)?,
                    practice: word_opt(r, 16)?,
                    commitment: coded(Some(Kind::Commitment), r.get(17)?, r.get(18)?),
                    commitment_id: id(r, 19)?,
                    deliverable: r.get(20)?,
                    lead: named(r, 21)?,
                    status: word(r, 24)?,
                    private: r.get(25)?,
                })
            },
        )?;
        Ok((total, rows))
    }
}
