//! Sources: one row of a list, and the page with the document's items in its own order.

use super::at_desk::AtDesk;
use super::recommendation::{self, RecommendationRow};
use super::row::When;
use super::value::{id, word_opt};
use crate::{Reader, Result};
use followthrough_model::vocabulary::Standing;
use followthrough_model::{Day, Uuid};
use rusqlite::Row;

#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct SourceRow {
    pub id: Uuid,
    /// Its short name.
    pub source: String,
    pub title: String,
    pub publisher: Option<String>,
    pub symbol: Option<String>,
    /// ISO, as precise as known.
    pub published: Option<String>,
    pub standing: Option<Standing>,
    /// Live recommendations without their parts.
    pub recommendations: u32,
    pub parts: u32,
    /// Live commitments whose main recommendation is of this source.
    pub commitments: u32,
    pub overdue: u32,
}

#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct SourcePage {
    pub id: Uuid,
    #[serde(rename = "ref")]
    pub reference: String,
    pub short: String,
    pub title: String,
    pub publisher: Option<String>,
    pub symbol: Option<String>,
    pub published: Option<String>,
    pub language: Option<String>,
    pub standing: Option<Standing>,
    /// Months after which a word is due on its commitments.
    pub review_months: Option<u32>,
    pub private: bool,
    pub private_why: Option<String>,
    pub deleted: bool,
    /// The first 500, parts after their whole.
    pub recommendations: Vec<RecommendationRow>,
    pub desk: AtDesk,
}

/// SQL for rows of sources `s` out of `from`, which has the day as `?1`.
pub(crate) fn row_sql(when: When, from: &str, end: &str) -> String {
    const COMMITMENTS: &str = "recommendation r JOIN answer a ON a.recommendation = r.rid AND a.main = 1 JOIN commitment c ON c.rid = a.commitment AND c.live = 1";
    let open = when.open("?1");
    format!(
        "SELECT i.id, s.short, s.title, s.publisher, s.symbol, s.published, s.standing,
           (SELECT count(*) FROM recommendation r JOIN item ri ON ri.rid = r.rid AND ri.life = 0 WHERE r.source = s.rid AND r.parent IS NULL) AS recommendations,
           (SELECT count(*) FROM recommendation r JOIN item ri ON ri.rid = r.rid AND ri.life = 0 WHERE r.source = s.rid AND r.parent IS NOT NULL) AS parts,
           (SELECT count(*) FROM {COMMITMENTS} WHERE r.source = s.rid) AS commitments,
           (SELECT count(*) FROM {COMMITMENTS} JOIN {open} o ON o.rid = c.rid WHERE r.source = s.rid AND o.due_by < ?1) AS overdue
         FROM {from} JOIN item i ON i.rid = s.rid {end}"
    )
}

pub(crate) fn row(r: &Row<'_>) -> rusqlite::Result<SourceRow> {
    Ok(SourceRow {
        id: id(r, 0)?,
        source: r.get(1)?,
        title: r.get(2)?,
        publisher: r.get(3)?,
        symbol: r.get(4)?,
        published: r.get(5)?,
        standing: word_opt(r, 6)?,
        recommendations: r.get(7)?,
        parts: r.get(8)?,
        commitments: r.get(9)?,
        overdue: r.get(10)?,
    })
}

impl Reader<'_> {
    /// The page of a source.
    pub fn source(&self, rid: i64, as_of: Day, today: Day) -> Result<SourcePage> {
        let mut page = self.one(
            "SELECT i.id, s.short, s.title, s.publisher, s.symbol, s.published, s.language, s.standing, i.private, i.private_why, i.life, s.review_months
             FROM source s JOIN item i ON i.rid = s.rid WHERE s.rid = ?1",
            [rid],
            |r| {
                let short: String = r.get(1)?;
                Ok(SourcePage {
                    id: id(r, 0)?,
                    reference: short.clone(),
                    short,
                    title: r.get(2)?,
                    publisher: r.get(3)?,
                    symbol: r.get(4)?,
                    published: r.get(5)?,
                    language: r.get(6)?,
                    standing: word_opt(r, 7)?,
                    review_months: r.get(11)?,
                    private: r.get(8)?,
                    private_why: r.get(9)?,
                    deleted: r.get::<_, i64>(10)? != 0,
                    recommendations: Vec::new(),
                    desk: AtDesk::default(),
                })
            },
        )?;
        let sql = recommendation::row_sql(
            self.when(as_of, today),
            "recommendation r",
            "WHERE r.source = ?2 AND i.life = 0 ORDER BY r.ord, r.rid LIMIT 500",
        );
        page.recommendations = self.all(&sql, (as_of.to_string(), rid), recommendation::row)?;
        page.desk = self.at_desk(rid, as_of)?;
        Ok(page)
    }

    /// The place in a source after its last item, and after the last part of one.
    pub fn next_place(&self, source: i64, parent: Option<i64>) -> Result<i64> {
        match parent {
            None => self.one(
                "SELECT coalesce(max(ord), 0) / 1000 * 1000 + 1000 FROM recommendation WHERE source = ?1",
                [source],
                |r| r.get(0),
            ),
            Some(parent) => {
                self.one("SELECT max(ord) + 1 FROM recommendation WHERE rid = ?1 OR parent = ?1", [parent], |r| r.get(0))
            }
        }
    }
}
