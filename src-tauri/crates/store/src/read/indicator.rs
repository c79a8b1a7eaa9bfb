//! Indicators: one row of a list, the page with its values by category, and the short form on the pages of the items that
//! they speak of.
//!
//! A corrected value stays on record beside the one that took its place. Values of one day that do not agree stand side
//! by side: nothing here chooses between them, and no progress is told from them.

use super::Brief;
use super::value::{day, day_opt, id, word};
use crate::lookup::coded;
use crate::{Reader, Result};
use followthrough_model::number::{self, IndicatorProgress};
use followthrough_model::vocabulary::Direction;
use followthrough_model::{Day, Kind, Uuid};
use rusqlite::Row;
use std::collections::BTreeSet;

/// A value of a day.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct ObservationRow {
    pub id: Uuid,
    pub on: Day,
    /// Decimal text.
    pub value: String,
    /// Sex, component or another division.
    pub category: Option<String>,
    /// Who says so.
    pub source: Option<String>,
    /// The evidence that it stands in.
    pub evidence: Option<Brief>,
    pub note: Option<String>,
    pub private: bool,
    /// The value whose place it took, and why.
    pub corrects: Option<Uuid>,
    pub reason: Option<String>,
    /// The value that took its place.
    pub corrected_by: Option<Uuid>,
}

/// Values of one day and category that do not agree.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct ObservationConflict {
    pub on: Day,
    pub category: Option<String>,
    pub values: Vec<ObservationRow>,
}

/// The values of one category, by day.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct IndicatorSeries {
    /// Nothing: of the whole.
    pub category: Option<String>,
    /// Those that stand, the earliest first.
    pub points: Vec<ObservationRow>,
    /// Nothing where the latest values do not agree, or there is no target.
    pub progress: Option<IndicatorProgress>,
    /// The latest values do not agree.
    pub disputed: bool,
}

#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct IndicatorPage {
    pub id: Uuid,
    #[serde(rename = "ref")]
    pub reference: String,
    pub name: String,
    pub definition: Option<String>,
    pub unit: String,
    pub direction: Direction,
    pub baseline: Option<String>,
    pub baseline_on: Option<Day>,
    pub target: Option<String>,
    pub target_on: Option<Day>,
    pub private: bool,
    pub private_why: Option<String>,
    pub deleted: bool,
    /// The items that it speaks of.
    pub of: Vec<Brief>,
    /// By category, the whole first.
    pub series: Vec<IndicatorSeries>,
    pub conflicts: Vec<ObservationConflict>,
    /// Values that others took the place of.
    pub superseded: Vec<ObservationRow>,
    pub desk: super::at_desk::AtDesk,
}

/// A point of a line.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct IndicatorPoint {
    pub on: Day,
    pub value: String,
    pub category: Option<String>,
}

/// An indicator in short, with the points of its lines.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct IndicatorBrief {
    pub id: Uuid,
    #[serde(rename = "ref")]
    pub reference: String,
    pub name: String,
    pub unit: String,
    pub direction: Direction,
    pub baseline: Option<String>,
    pub baseline_on: Option<Day>,
    pub target: Option<String>,
    pub target_on: Option<Day>,
    /// The earliest first.
    pub points: Vec<IndicatorPoint>,
    /// The latest value of the whole; where there is none, of the first category.
    pub latest: Option<IndicatorPoint>,
    pub progress: Option<IndicatorProgress>,
    pub disputed: bool,
    pub private: bool,
    /// How many items it speaks of.
    pub items: u32,
}

/// The cells of an indicator `n` with its item `i`.
const CELLS: &str = "n.rid, i.id, i.code, i.shown, n.name, n.unit, n.direction, n.baseline, n.baseline_on, n.target, n.target_on, i.private,
    (SELECT count(*) FROM indicator_of x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 JOIN item o ON o.rid = x.of AND o.life = 0 WHERE x.indicator = n.rid)";

fn brief(r: &Row<'_>) -> rusqlite::Result<(i64, IndicatorBrief)> {
    let brief = IndicatorBrief {
        id: id(r, 1)?,
        reference: coded(Some(Kind::Indicator), r.get(2)?, r.get(3)?),
        name: r.get(4)?,
        unit: r.get(5)?,
        direction: word(r, 6)?,
        baseline: r.get(7)?,
        baseline_on: day_opt(r, 8)?,
        target: r.get(9)?,
        target_on: day_opt(r, 10)?,
        private: r.get(11)?,
        items: r.get(12)?,
        points: Vec::new(),
        latest: None,
        progress: None,
        disputed: false,
    };
    Ok((r.get(0)?, brief))
}

impl Reader<'_> {
    /// The page of an indicator, with what was observed until a day.
    pub fn indicator(&self, rid: i64, as_of: Day) -> Result<IndicatorPage> {
        let (definition, private_why, deleted, (_, head)) = self.one(
            &format!("SELECT {CELLS}, n.definition, i.private_why, i.life FROM indicator n JOIN item i ON i.rid = n.rid WHERE n.rid = ?1"),
            [rid],
            |r| Ok((r.get(13)?, r.get(14)?, r.get::<_, i64>(15)? != 0, brief(r)?)),
        )?;
        let of = self.all(
            "SELECT x.of FROM indicator_of x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 JOIN item o ON o.rid = x.of AND o.life = 0 WHERE x.indicator = ?1 ORDER BY x.of LIMIT 200",
            [rid],
            |r| r.get::<_, i64>(0),
        )?;
        let (superseded, standing): (Vec<_>, Vec<_>) =
            self.observations(rid, as_of)?.into_iter().partition(|o| o.corrected_by.is_some());
        let series = series(&head, &standing);
        Ok(IndicatorPage {
            id: head.id,
            reference: head.reference,
            name: head.name,
            definition,
            unit: head.unit,
            direction: head.direction,
            baseline: head.baseline,
            baseline_on: head.baseline_on,
            target: head.target,
            target_on: head.target_on,
            private: head.private,
            private_why,
            deleted,
            of: of.into_iter().map(|rid| self.brief(rid)).collect::<Result<_>>()?,
            conflicts: conflicts(&series),
            series,
            superseded,
            desk: self.at_desk(rid, as_of)?,
        })
    }

    /// The values of an indicator until a day, the earliest first.
    fn observations(&self, indicator: i64, as_of: Day) -> Result<Vec<ObservationRow>> {
        let rows = self.all(
            "SELECT i.id, o.on_day, o.value, o.category, o.source, o.evidence, o.note, i.private, ci.id, o.reason,
               (SELECT bi.id FROM observation b JOIN item bi ON bi.rid = b.rid AND bi.life = 0 WHERE b.corrects = o.rid ORDER BY b.stamp DESC LIMIT 1)
             FROM observation o JOIN item i ON i.rid = o.rid AND i.life = 0 LEFT JOIN item ci ON ci.rid = o.corrects
             WHERE o.indicator = ?1 AND o.on_day <= ?2 ORDER BY o.on_day, o.stamp, o.rid",
            (indicator, as_of.to_string()),
            |r| {
                let evidence: Option<i64> = r.get(5)?;
                let identity = |at: usize| Ok::<_, rusqlite::Error>(r.get::<_, Option<[u8; 16]>>(at)?.map(Uuid::from_bytes));
                let row = ObservationRow {
                    id: id(r, 0)?,
                    on: day(r, 1)?,
                    value: r.get(2)?,
                    category: r.get(3)?,
                    source: r.get(4)?,
                    evidence: None,
                    note: r.get(6)?,
                    private: r.get(7)?,
                    corrects: identity(8)?,
                    reason: r.get(9)?,
                    corrected_by: identity(10)?,
                };
                Ok((row, evidence))
            },
        )?;
        let with = |(mut row, evidence): (ObservationRow, Option<i64>)| {
            row.evidence = evidence.map(|rid| self.brief(rid)).transpose()?;
            Ok(row)
        };
        rows.into_iter().map(with).collect()
    }

    /// The indicators that speak of an item, in short.
    pub(crate) fn indicators_of(&self, of: i64, as_of: Day) -> Result<Vec<IndicatorBrief>> {
        let found = self.all(
            &format!(
                "SELECT {CELLS} FROM indicator_of y JOIN item yi ON yi.rid = y.rid AND yi.life = 0 JOIN indicator n ON n.rid = y.indicator
                 JOIN item i ON i.rid = n.rid AND i.life = 0 WHERE y.of = ?1 ORDER BY n.name COLLATE NOCASE LIMIT 50"
            ),
            [of],
            brief,
        )?;
        found.into_iter().map(|(rid, brief)| self.with_points(rid, brief, as_of)).collect()
    }

    /// One page of indicators by name, and how many there are.
    pub fn indicators(&self, as_of: Day, limit: u32, offset: u32) -> Result<(u32, Vec<IndicatorBrief>)> {
        let total = self.count("SELECT count(*) FROM indicator n CROSS JOIN item i ON i.rid = n.rid WHERE i.life = 0", [])?;
        let found = self.all(
            &format!("SELECT {CELLS} FROM indicator n CROSS JOIN item i ON i.rid = n.rid WHERE i.life = 0 ORDER BY n.name COLLATE NOCASE, n.rid LIMIT ?1 OFFSET ?2"),
            (limit, offset),
            brief,
        )?;
        let rows = found.into_iter().map(|(rid, brief)| self.with_points(rid, brief, as_of));
        Ok((total, rows.collect::<Result<_>>()?))
    }

    fn with_points(&self, rid: i64, mut brief: IndicatorBrief, as_of: Day) -> Result<IndicatorBrief> {
        let mut standing = self.observations(rid, as_of)?;
        standing.retain(|o| o.corrected_by.is_none());
        let point = |o: &ObservationRow| IndicatorPoint { on: o.on, value: o.value.clone(), category: o.category.clone() };
        if let Some(first) = series(&brief, &standing).first() {
            brief.latest = first.points.last().map(point);
            (brief.progress, brief.disputed) = (first.progress, first.disputed);
        }
        brief.points = standing.iter().map(point).collect();
        Ok(brief)
    }

    /// What an edit of an observation must know: its indicator, and whether another has taken its place.
    pub fn observation(&self, rid: i64) -> Result<(i64, ObservationRow)> {
        let indicator = self.one("SELECT indicator FROM observation WHERE rid = ?1", [rid], |r| r.get(0))?;
        let identity = self.brief(rid)?.id;
        let all = self.observations(indicator, followthrough_model::spans::STILL)?;
        let found = all.into_iter().find(|o| o.id == identity);
        Ok((indicator, found.ok_or_else(|| crate::Error::Value("an observation that is not there".into()))?))
    }

    /// How many values an indicator has, corrected ones included.
    pub fn observed(&self, indicator: i64) -> Result<u32> {
        self.count(
            "SELECT count(*) FROM observation o JOIN item i ON i.rid = o.rid AND i.life = 0 WHERE o.indicator = ?1",
            [indicator],
        )
    }
}

/// The values that stand, by category, the whole first.
fn series(of: &IndicatorBrief, standing: &[ObservationRow]) -> Vec<IndicatorSeries> {
    let categories: BTreeSet<&Option<String>> = standing.iter().map(|o| &o.category).collect();
    let one = |category: &Option<String>| {
        let points: Vec<ObservationRow> = standing.iter().filter(|o| o.category == *category).cloned().collect();
        let last_day = points.last().map(|o| o.on);
        let latest: BTreeSet<&str> = points.iter().filter(|o| Some(o.on) == last_day).map(|o| o.value.as_str()).collect();
        let progress = match latest.iter().next() {
            Some(now) if latest.len() == 1 => number::progress(of.direction, of.baseline.as_deref(), of.target.as_deref(), now),
            _ => None,
        };
        IndicatorSeries { category: category.clone(), progress, disputed: latest.len() > 1, points }
    };
    categories.into_iter().map(one).collect()
}

/// The days on which the values of a category do not agree.
fn conflicts(series: &[IndicatorSeries]) -> Vec<ObservationConflict> {
    let mut found = Vec::new();
    for one in series {
        for values in one.points.chunk_by(|a, b| a.on == b.on) {
            if values.iter().any(|o| o.value != values[0].value) {
                found.push(ObservationConflict { on: values[0].on, category: one.category.clone(), values: values.to_vec() });
            }
        }
    }
    found.sort_by_key(|conflict| conflict.on);
    found
}
