//! Recommendations: one row of a list, and the page.

use super::addressee::{AddresseeRow, CallerRow};
use super::assessment::Assessment;
use super::at_desk::AtDesk;
use super::commitment::DueNow;
use super::decision::DecisionRow;
use super::evidence::UseRow;
use super::links::LinkRow;
use super::progress::{self, Progress};
use super::request::RequestRow;
use super::row::{self as commitment_row, CommitmentRow, When};
use super::value::{id, names, word_opt};
use super::{Brief, Named};
use crate::lookup::{coded, spoken};
use crate::{Reader, Result};
use followthrough_model::progress::ProgressState;
use followthrough_model::vocabulary::{Force, Priority};
use followthrough_model::{Day, Kind, Uuid};
use rusqlite::Row;

/// One row of a list of recommendations.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct RecommendationRow {
    pub id: Uuid,
    /// Its reference.
    pub recommendation: String,
    /// Short name of its source.
    pub source: String,
    pub label: Option<String>,
    pub section: Option<String>,
    pub heading: Option<String>,
    pub text: String,
    /// Live parts of it.
    pub parts: u32,
    /// Live commitments that answer it or a part of it.
    pub commitments: u32,
    /// Of these, overdue.
    pub overdue: u32,
    /// How far it is.
    pub state: ProgressState,
    /// Short references of those it asks.
    pub addressees: Vec<String>,
    pub private: bool,
    /// Of a part: the reference of its whole.
    pub parent: Option<String>,
    /// How much it matters to the desk.
    pub priority: Option<Priority>,
    /// How strongly its source asks.
    pub force: Option<Force>,
    /// Days since it is known to stand.
    pub age: Option<i32>,
}

/// A theme on an item.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct ThemeRow {
    pub id: Uuid,
    pub name: String,
    pub framework: String,
}

#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct RecommendationPage {
    pub id: Uuid,
    #[serde(rename = "ref")]
    pub reference: String,
    pub source: Named,
    pub label: Option<String>,
    pub section: Option<String>,
    pub page: Option<String>,
    pub line: Option<u32>,
    pub heading: Option<String>,
    pub text: String,
    /// The code of the language of its source, in which it is written.
    pub language: Option<String>,
    pub force: Option<Force>,
    pub contested: Option<String>,
    pub private: bool,
    pub private_why: Option<String>,
    pub deleted: bool,
    /// It came with the catalogue: the text is a summary in the catalogue's own words.
    pub catalogue: bool,
    pub parent: Option<Brief>,
    pub parts: Vec<Brief>,
    pub themes: Vec<ThemeRow>,
    pub addressees: Vec<AddresseeRow>,
    /// All answers, newest first.
    pub decisions: Vec<DecisionRow>,
    /// Who is to call on the addressees.
    pub callers: Vec<CallerRow>,
    /// What was asked about it, newest first.
    pub requests: Vec<RequestRow>,
    pub due: Option<DueNow>,
    /// Of it and its parts.
    pub progress: Progress,
    pub commitments: Vec<CommitmentRow>,
    pub evidence: Vec<UseRow>,
    #[serde(flatten)]
    pub assessment: Assessment,
    /// To others, in both directions.
    pub links: Vec<LinkRow>,
    /// What was carried forward into what, the oldest first, itself included; empty where it was not.
    pub chain: Vec<Brief>,
    /// Series that were made for it.
    pub series: Vec<Brief>,
    pub desk: AtDesk,
}

/// Commitments that answer recommendation `r` or one of its parts: a correlated list of them.
pub(crate) const UNDER: &str = "SELECT DISTINCT a.commitment FROM answer a JOIN item ai ON ai.rid = a.rid AND ai.life = 0
    WHERE a.recommendation = r.rid OR a.recommendation IN (SELECT p.rid FROM recommendation p WHERE p.parent = r.rid)";

/// SQL for rows of recommendations `r` out of `from`, which has the day as `?1`.
pub(crate) fn row_sql(when: When, from: &str, end: &str) -> String {
    let open = when.open("?1");
    let progress = progress::columns(when, "?1");
    format!(
        "SELECT i.id, i.code, i.shown, s.short, r.label, r.section, r.heading, r.text, i.private,
           0, (SELECT count(*) FROM commitment c WHERE c.live = 1 AND c.rid IN ({UNDER})),
           (SELECT count(*) FROM {open} c WHERE c.due_by < ?1 AND c.rid IN ({UNDER})),
           (SELECT group_concat(coalesce(a.short, a.name), char(31)) FROM addressee x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 JOIN actor a ON a.rid = x.actor WHERE x.recommendation = r.rid),
           pr.label, pi.code, pi.shown, {progress},
           r.priority, r.force, CAST(julianday(?1) - julianday(r.age_from) AS INTEGER)
         FROM {from} JOIN item i ON i.rid = r.rid JOIN source s ON s.rid = r.source
           LEFT JOIN recommendation pr ON pr.rid = r.parent LEFT JOIN item pi ON pi.rid = pr.rid {end}"
    )
}

pub(crate) fn row(r: &Row<'_>) -> rusqlite::Result<RecommendationRow> {
    let (source, label): (String, Option<String>) = (r.get(3)?, r.get(4)?);
    let (parent_label, parent_code): (Option<String>, Option<i64>) = (r.get(13)?, r.get(14)?);
    Ok(RecommendationRow {
        id: id(r, 0)?,
        recommendation: spoken(&source, label.as_deref(), r.get(1)?, r.get(2)?),
        parent: parent_code
            .map(|code| Ok::<_, rusqlite::Error>(spoken(&source, parent_label.as_deref(), Some(code), r.get(15)?)))
            .transpose()?,
        source,
        label,
        section: r.get(5)?,
        heading: r.get(6)?,
        text: r.get(7)?,
        private: r.get(8)?,
        parts: r.get(17)?,
        commitments: r.get(10)?,
        overdue: r.get(11)?,
        state: progress::why(r.get_ref(16)?.as_str_or_null()?, r.get(17)?, r.get(18)?).map_err(unread)?.state(),
        addressees: names(r, 12)?,
        priority: word_opt(r, 19)?,
        force: word_opt(r, 20)?,
        age: r.get::<_, Option<i32>>(21)?.filter(|days| *days >= 0),
    })
}

/// What is read into a row must say why it cannot be.
fn unread(error: crate::Error) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(16, rusqlite::types::Type::Text, Box::new(error))
}

impl Reader<'_> {
    /// The page of a recommendation.
    pub fn recommendation(&self, rid: i64, as_of: Day, today: Day) -> Result<RecommendationPage> {
        let (mut page, parent) = self.one(
            "SELECT i.id, i.code, i.shown, i.private, i.private_why, i.life, si.id, s.short, s.title, r.label, r.section, r.page, r.line, r.heading, r.text, r.force,
               r.contested, r.parent, s.language
             FROM recommendation r JOIN item i ON i.rid = r.rid JOIN source s ON s.rid = r.source JOIN item si ON si.rid = s.rid WHERE r.rid = ?1",
            [rid],
            |r| {
                let source = Named { id: id(r, 6)?, reference: r.get(7)?, name: r.get(8)? };
                let label: Option<String> = r.get(9)?;
                let identity = id(r, 0)?;
                let page = RecommendationPage {
                    id: identity,
                    reference: match &label {
                        Some(label) => format!("{} {label}", source.reference),
                        None => coded(Some(Kind::Recommendation), r.get(1)?, r.get(2)?),
                    },
                    private: r.get(3)?,
                    private_why: r.get(4)?,
                    deleted: r.get::<_, i64>(5)? != 0,
                    source,
                    label,
                    section: r.get(10)?,
                    page: r.get(11)?,
                    line: r.get(12)?,
                    heading: r.get(13)?,
                    text: r.get(14)?,
                    force: word_opt(r, 15)?,
                    contested: r.get(16)?,
                    language: r.get(18)?,
                    catalogue: identity.get_version_num() == 5,
                    parent: None,
                    parts: Vec::new(),
                    themes: Vec::new(),
                    addressees: Vec::new(),
                    decisions: Vec::new(),
                    callers: Vec::new(),
                    requests: Vec::new(),
                    due: None,
                    progress: Progress::from(followthrough_model::progress::Why::default()),
                    commitments: Vec::new(),
                    evidence: Vec::new(),
                    assessment: Assessment::default(),
                    links: Vec::new(),
                    chain: Vec::new(),
                    series: Vec::new(),
                    desk: AtDesk::default(),
                };
                Ok((page, r.get::<_, Option<i64>>(17)?))
            },
        )?;
        page.parent = parent.map(|rid| self.brief(rid)).transpose()?;
        let parts = self.all(
            "SELECT p.rid FROM recommendation p JOIN item i ON i.rid = p.rid AND i.life = 0 WHERE p.parent = ?1 ORDER BY p.ord, p.rid",
            [rid],
            |r| r.get::<_, i64>(0),
        )?;
        page.parts = parts.into_iter().map(|rid| self.brief(rid)).collect::<Result<_>>()?;
        page.themes = self.themes(rid)?;
        page.addressees = self.addressees(rid, as_of)?;
        page.decisions = self.decisions(rid, as_of)?;
        page.callers = self.callers(rid)?;
        page.requests = self.requests_about(rid, as_of)?;
        page.due = self.due_on(rid, as_of)?;
        page.commitments = self.commitments_under(rid, as_of, today)?;
        page.evidence = self.uses(rid)?;
        page.progress = self.progress(rid, as_of, today)?;
        page.assessment = self.assessment(rid)?;
        page.links = self.links(rid)?;
        page.chain = self.chain(rid)?;
        page.series = self.series_of(rid)?;
        page.desk = self.at_desk(rid, as_of)?;
        Ok(page)
    }

    fn themes(&self, of: i64) -> Result<Vec<ThemeRow>> {
        self.all(
            "SELECT ti.id, t.name, f.name FROM theme_of x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 JOIN theme t ON t.rid = x.theme JOIN item ti ON ti.rid = t.rid
             JOIN framework f ON f.rid = t.framework WHERE x.of = ?1 ORDER BY f.rid, t.ord",
            [of],
            |r| Ok(ThemeRow { id: id(r, 0)?, name: r.get(1)?, framework: r.get(2)? }),
        )
    }

    /// The commitments that answer it or a part of it, at most 200.
    fn commitments_under(&self, rid: i64, as_of: Day, today: Day) -> Result<Vec<CommitmentRow>> {
        let when = self.when(as_of, today);
        let span = when.join("?2");
        let from = format!(
            "(SELECT DISTINCT a.commitment AS rid FROM answer a JOIN item ai ON ai.rid = a.rid AND ai.life = 0
               WHERE a.recommendation = ?1 OR a.recommendation IN (SELECT p.rid FROM recommendation p WHERE p.parent = ?1) LIMIT 200) y
             JOIN commitment c ON c.rid = y.rid AND {} {span}",
            when.live()
        );
        self.all(
            &commitment_row::row_sql(when, "?2", &from, "WHERE ?2 IS NOT NULL ORDER BY c.rid"),
            (rid, as_of.to_string()),
            |r| commitment_row::row(r, as_of),
        )
    }
}
