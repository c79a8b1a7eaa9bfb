//! The page of a commitment, with everything on it.
//!
//! Its row in a list stands in `row`.

use super::at_desk::AtDesk;
pub use super::due::{DueEntry, DueNow};
use super::due::{DueStory, Occurrence};
use super::milestone::MilestoneRow;
use super::request::RequestRow;
use super::value::{day, day_opt, id, word, word_opt};
use super::{Brief, Named, days_overdue, evidence::UseRow, named};
use crate::lookup::{coded, spoken};
use crate::{Reader, Result, settle};
use followthrough_model::due_facts::occurrences;
use followthrough_model::spans::EVER;
use followthrough_model::status::next_statuses;
use followthrough_model::vocabulary::{CommitmentKind, Health, ObstacleKind, Practice, Reach, ResultLevel, Role, Verdict};
use followthrough_model::{Day, Kind, Status, Uuid};

/// One thing that happened, on the time line of a commitment.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum TimelineEntry {
    Update(UpdateEntry),
    Verification(VerificationEntry),
    Due(DueEntry),
    Lead(LeadEntry),
}

#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct UpdateEntry {
    pub id: Uuid,
    #[serde(rename = "ref")]
    pub reference: String,
    pub day: Day,
    /// Nothing: unchanged.
    pub status: Option<Status>,
    pub by: Option<Named>,
    pub formal: bool,
    pub reach: Option<Reach>,
    pub health: Option<Health>,
    pub text: String,
    pub obstacle: Option<String>,
    pub obstacle_kind: Option<ObstacleKind>,
    /// What is needed.
    pub resources: Option<String>,
    pub resources_asked: Option<Day>,
    pub remedy: Option<String>,
    /// To whom it was taken up.
    pub escalated_to: Option<Named>,
    pub practice: Option<Practice>,
    /// The occurrence of a recurring due that it reports.
    pub occurrence: Option<Day>,
    /// Reference of the request that it answers.
    pub request: Option<String>,
    /// It was corrected; the history has both texts.
    pub edited: bool,
    pub evidence: Vec<UseRow>,
}

#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct VerificationEntry {
    pub id: Uuid,
    pub day: Day,
    pub verdict: Verdict,
    pub reason: Option<String>,
    pub by: Option<String>,
    /// The one occurrence of a recurring due that it waives; nothing: it is about the result.
    pub occurrence: Option<Day>,
}

#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct LeadEntry {
    pub id: Uuid,
    pub day: Option<Day>,
    pub lead: Option<Named>,
}

/// A recommendation that a commitment answers.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct Answered {
    pub id: Uuid,
    #[serde(rename = "ref")]
    pub reference: String,
    /// Short name of its source.
    pub source: String,
    pub label: Option<String>,
    pub page: Option<String>,
    pub line: Option<u32>,
    /// Its own, or that of the whole that it is a part of.
    pub heading: Option<String>,
    pub text: String,
    /// The code of the language of its source, in which it is written.
    pub language: Option<String>,
    /// The one that it is counted under.
    pub main: bool,
}

/// Everything about one commitment.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct CommitmentPage {
    pub id: Uuid,
    #[serde(rename = "ref")]
    pub reference: String,
    pub deliverable: String,
    pub kind: CommitmentKind,
    pub drafted: bool,
    pub made_on: Option<Day>,
    pub done_when: Option<String>,
    pub post: Option<String>,
    pub handler: Option<String>,
    pub caveat: Option<String>,
    pub private: bool,
    pub private_why: Option<String>,
    pub deleted: bool,
    pub status: Status,
    /// The day since which it stands there; nothing: from the start.
    pub status_since: Option<Day>,
    pub days_overdue: Option<i32>,
    /// What an update may set now.
    pub next_statuses: Vec<Status>,
    pub lead: Option<Named>,
    pub joint: Vec<Named>,
    pub supporting: Vec<Named>,
    pub answers: Vec<Answered>,
    pub due: Option<DueNow>,
    pub original: Option<DueNow>,
    pub slips: u32,
    /// Days between the original due and the current one.
    pub days_moved: Option<i32>,
    /// The moves of its due, oldest first.
    pub moves: Vec<DueEntry>,
    /// Days by which the original due has passed, while it is open.
    pub days_overdue_original: Option<i32>,
    /// Of a recurring due: those up to the day asked about, and the next ones.
    pub occurrences: Vec<Occurrence>,
    /// In their order.
    pub milestones: Vec<MilestoneRow>,
    /// Months after which a word on it is due, where it has an interval of its own.
    pub review_months: Option<u32>,
    /// The last day before its update is overdue; its source or its lead may say so too.
    pub word_by: Option<Day>,
    /// Days by which that has passed, while it is open.
    pub update_overdue_days: Option<i32>,
    /// How far its result reaches, by the latest update that says so.
    pub reach: Option<Reach>,
    /// How it fares, by the latest update that says so.
    pub health: Option<Health>,
    /// Newest first.
    pub timeline: Vec<TimelineEntry>,
    /// On the commitment itself; that of updates stands in the time line.
    pub evidence: Vec<UseRow>,
    /// Day of the latest update.
    pub last_word: Option<Day>,
    /// The level of result that it is about.
    pub result_level: Option<ResultLevel>,
    /// The series that it was made with.
    pub series: Option<Brief>,
    /// A contact at work, as the officer typed it.
    pub contact: Option<String>,
    /// On what occasion it was undertaken.
    pub occasion: Option<String>,
    /// What was asked about it, newest first. None of it counts as an update.
    pub requests: Vec<RequestRow>,
    pub desk: AtDesk,
}

impl Reader<'_> {
    /// The page of a commitment, with its status, lead and due as of a day.
    pub fn commitment(&self, rid: i64, as_of: Day) -> Result<CommitmentPage> {
        self.must_be_known(rid)?;
        let story = self.due_story(rid, as_of)?;
        let mut page = self.one(
            &format!("SELECT i.id, i.code, i.shown, i.private, i.private_why, i.life, c.deliverable, c.kind, c.drafted, c.made_on, c.done_when, c.post, c.handler, c.caveat,
               coalesce(k.status, c.status), li.id, l.short, l.name, c.review_months,
               -- As `settle` keeps word_by, of the words and the lead of that day.
               date(coalesce((SELECT max(u.on_day) FROM update_ u JOIN item ui ON ui.rid = u.rid AND ui.life = 0 WHERE u.commitment = c.rid AND u.on_day <= ?2), c.made_on, c.age_from),
                 '+' || coalesce(c.review_months, (SELECT s.review_months FROM answer a JOIN item ai ON ai.rid = a.rid AND ai.life = 0 JOIN recommendation r ON r.rid = a.recommendation
                   JOIN source s ON s.rid = r.source WHERE a.commitment = c.rid AND a.main = 1 LIMIT 1), l.review_months) || ' months', 'floor'), c.result_level, c.contact, c.occasion
             FROM commitment c JOIN item i ON i.rid = c.rid
             LEFT JOIN span k ON k.commitment = c.rid AND {}
             LEFT JOIN actor l ON l.rid = iif(k.commitment IS NULL, c.lead, k.lead) LEFT JOIN item li ON li.rid = l.rid WHERE c.rid = ?1",
                self.then().held("k", "?2")
            ),
            (rid, as_of.to_string()),
            |r| {
                let status: Status = word(r, 14)?;
                Ok(CommitmentPage {
                    id: id(r, 0)?,
                    reference: coded(Some(Kind::Commitment), r.get(1)?, r.get(2)?),
                    private: r.get(3)?,
                    private_why: r.get(4)?,
                    deleted: r.get::<_, i64>(5)? != 0,
                    deliverable: r.get(6)?,
                    kind: word(r, 7)?,
                    drafted: r.get(8)?,
                    made_on: day_opt(r, 9)?,
                    done_when: r.get(10)?,
                    post: r.get(11)?,
                    handler: r.get(12)?,
                    caveat: r.get(13)?,
                    status,
                    status_since: None,
                    days_overdue: None,
                    next_statuses: next_statuses(status),
                    last_word: None,
                    slips: story.slips(),
                    lead: named(r, 15)?,
                    contact: r.get(21)?,
                    occasion: r.get(22)?,
                    requests: Vec::new(),
                    joint: Vec::new(),
                    supporting: Vec::new(),
                    answers: Vec::new(),
                    due: story.current.clone(),
                    original: story.original.clone(),
                    days_moved: story.days_moved,
                    moves: story.entries.iter().skip(1).map(|(_, entry)| entry.clone()).collect(),
                    days_overdue_original: days_overdue(status.is_open(), story.against(), as_of),
                    occurrences: Vec::new(),
                    milestones: Vec::new(),
                    review_months: r.get(18)?,
                    word_by: day_opt(r, 19)?,
                    update_overdue_days: days_overdue(status.is_open(), day_opt(r, 19)?, as_of),
                    reach: None,
                    health: None,
                    timeline: Vec::new(),
                    evidence: Vec::new(),
                    result_level: word_opt(r, 20)?,
                    series: None,
                    desk: AtDesk::default(),
                })
            },
        )?;
        page.days_overdue = days_overdue(page.status.is_open(), page.due.as_ref().and_then(|d| d.due_by), as_of);
        page.occurrences = self.occurrences(rid, as_of)?;
        page.milestones = self.milestones_of(rid, as_of)?;
        page.answers = self.answers(rid)?;
        page.evidence = self.uses(rid)?;
        page.desk = self.at_desk(rid, as_of)?;
        self.partners(rid, &mut page)?;
        page.timeline = self.timeline(rid, story, as_of)?;
        let updates =
            || page.timeline.iter().filter_map(|entry| if let TimelineEntry::Update(u) = entry { Some(u) } else { None });
        (page.reach, page.health) = (updates().find_map(|u| u.reach), updates().find_map(|u| u.health));
        page.last_word =
            page.timeline.iter().find_map(|entry| if let TimelineEntry::Update(u) = entry { Some(u.day) } else { None });
        page.status_since = self.status_since(rid, as_of)?;
        page.series = self.series_with(rid)?;
        page.requests = self.requests_about(rid, as_of)?;
        Ok(page)
    }

    /// The day since which a commitment stands, without a break, where it stands on a day; nothing: from the start.
    pub(crate) fn status_since(&self, commitment: i64, as_of: Day) -> Result<Option<Day>> {
        let mut stretches = self.conn.prepare_cached(&format!(
            "SELECT s.from_day, s.status FROM span s WHERE s.commitment = ?1 AND {} AND s.from_day <= ?2 ORDER BY s.from_day DESC",
            self.then().learnt("s")
        ))?;
        let mut rows = stretches.query((commitment, as_of.to_string()))?;
        let mut since: Option<(Day, Status)> = None;
        while let Some(r) = rows.next()? {
            let (from, status) = (day(r, 0)?, word(r, 1)?);
            if since.is_some_and(|(_, now)| now != status) {
                break;
            }
            since = Some((from, status));
        }
        Ok(since.map(|(from, _)| from).filter(|from| *from > EVER))
    }

    /// The occurrences of a commitment's current recurring due, up to and with a day.
    pub fn occurrences_until(&self, commitment: i64, day: Day) -> Result<Vec<Day>> {
        let due = settle::due_rows(self.conn, commitment)?.pop();
        Ok(due.iter().flat_map(|row| occurrences(&row.due)).take_while(|next| *next <= day).collect())
    }

    /// The accountable lead on a day, of everything recorded before this edit.
    pub fn lead_on(&self, commitment: i64, on: Day) -> Result<Option<Named>> {
        let held = self.then().held("k", "?2");
        self.one(
            &format!(
                "SELECT li.id, l.short, l.name FROM commitment c LEFT JOIN span k ON k.commitment = c.rid AND {held}
                 LEFT JOIN actor l ON l.rid = iif(k.commitment IS NULL, c.lead, k.lead) LEFT JOIN item li ON li.rid = l.rid WHERE c.rid = ?1"
            ),
            (commitment, on.to_string()),
            |r| named(r, 0),
        )
    }

    /// The status on a day, of everything recorded so far.
    pub fn status_on(&self, commitment: i64, on: Day) -> Result<Status> {
        Ok(followthrough_model::status::status_on(&settle::facts(self.conn, commitment)?.acts, on))
    }

    /// [`Reader::status_on`], without what one update says: for correcting it.
    pub fn status_without(&self, commitment: i64, on: Day, update: i64) -> Result<Status> {
        let (day, stamp) =
            self.one("SELECT on_day, stamp FROM update_ WHERE rid = ?1", [update], |r| Ok((day(r, 0)?, r.get::<_, i64>(1)?)))?;
        let mut acts = settle::facts(self.conn, commitment)?.acts;
        acts.retain(|a| (a.day, a.stamp) != (day, stamp));
        Ok(followthrough_model::status::status_on(&acts, on))
    }

    /// The commitment of an update, its day, and the status that it set.
    pub fn update_place(&self, update: i64) -> Result<(i64, Day, Option<Status>)> {
        self.one("SELECT commitment, on_day, status FROM update_ WHERE rid = ?1", [update], |r| {
            Ok((r.get(0)?, day(r, 1)?, word_opt(r, 2)?))
        })
    }

    fn answers(&self, commitment: i64) -> Result<Vec<Answered>> {
        self.all(
            "SELECT ri.id, s.short, r.label, ri.code, ri.shown, r.page, r.line, coalesce(r.heading, w.heading), r.text, a.main, s.language
             FROM answer a JOIN item ai ON ai.rid = a.rid AND ai.life = 0 JOIN recommendation r ON r.rid = a.recommendation
             JOIN item ri ON ri.rid = r.rid JOIN source s ON s.rid = r.source LEFT JOIN recommendation w ON w.rid = r.parent WHERE a.commitment = ?1 ORDER BY a.main DESC, a.rid",
            [commitment],
            |r| {
                let (source, label): (String, Option<String>) = (r.get(1)?, r.get(2)?);
                let reference = spoken(&source, label.as_deref(), r.get(3)?, r.get(4)?);
                Ok(Answered {
                    id: id(r, 0)?,
                    reference,
                    source,
                    label,
                    page: r.get(5)?,
                    line: r.get(6)?,
                    heading: r.get(7)?,
                    text: r.get(8)?,
                    main: r.get(9)?,
                    language: r.get(10)?,
                })
            },
        )
    }

    fn partners(&self, commitment: i64, page: &mut CommitmentPage) -> Result<()> {
        let found = self.all(
            "SELECT ai.id, a.short, a.name, x.role FROM commitment_actor x JOIN item i ON i.rid = x.rid AND i.life = 0
             JOIN actor a ON a.rid = x.actor JOIN item ai ON ai.rid = a.rid WHERE x.commitment = ?1 AND x.role <> 'lead' ORDER BY x.rid",
            [commitment],
            |r| Ok((named(r, 0)?, word::<Role>(r, 3)?)),
        )?;
        for (actor, role) in found {
            let into = if role == Role::Joint { &mut page.joint } else { &mut page.supporting };
            into.extend(actor);
        }
        Ok(())
    }

    fn timeline(&self, commitment: i64, story: DueStory, as_of: Day) -> Result<Vec<TimelineEntry>> {
        // (day, stamp) is the order of the fold; dues and leads of the start come last in a list that is newest first.
        let mut found: Vec<(Option<Day>, i64, TimelineEntry)> = Vec::new();
        let updates = self.all(
            &format!(
                "SELECT u.rid, i.id, i.code, i.shown, u.on_day, u.stamp, u.status, u.formal, u.reach, u.health, u.text, u.obstacle, bi.id, b.short, b.name,
               EXISTS (SELECT 1 FROM change h WHERE h.item = u.rid AND h.field NOT IN ('', 'life', 'private', 'private_why')),
               u.obstacle_kind, u.resources, u.resources_asked, u.remedy, xi.id, x.short, x.name, u.practice, u.occurrence, qi.code, qi.shown
             FROM update_ u JOIN item i ON i.rid = u.rid AND {} LEFT JOIN actor b ON b.rid = u.by_actor LEFT JOIN item bi ON bi.rid = b.rid
             LEFT JOIN actor x ON x.rid = u.escalated_to LEFT JOIN item xi ON xi.rid = x.rid LEFT JOIN item qi ON qi.rid = u.request WHERE u.commitment = ?1",
                self.then().counts("u.rid", "i.life")
            ),
            [commitment],
            |r| {
                let on = day(r, 4)?;
                let entry = UpdateEntry {
                    id: id(r, 1)?,
                    reference: coded(Some(Kind::Update), r.get(2)?, r.get(3)?),
                    day: on,
                    status: word_opt(r, 6)?,
                    formal: r.get(7)?,
                    reach: word_opt(r, 8)?,
                    health: word_opt(r, 9)?,
                    text: r.get(10)?,
                    obstacle: r.get(11)?,
                    by: named(r, 12)?,
                    edited: r.get(15)?,
                    obstacle_kind: word_opt(r, 16)?,
                    resources: r.get(17)?,
                    resources_asked: day_opt(r, 18)?,
                    remedy: r.get(19)?,
                    escalated_to: named(r, 20)?,
                    practice: word_opt(r, 23)?,
                    occurrence: day_opt(r, 24)?,
                    request: Some(coded(Some(Kind::Request), r.get(25)?, r.get(26)?)).filter(|said| !said.is_empty()),
                    evidence: Vec::new(),
                };
                Ok((r.get::<_, i64>(0)?, on, r.get(5)?, entry))
            },
        )?;
        for (rid, on, stamp, mut entry) in updates {
            entry.evidence = self.uses(rid)?;
            found.push((Some(on), stamp, TimelineEntry::Update(entry)));
        }
        found.extend(self.all(
            &format!(
                "SELECT i.id, v.on_day, v.stamp, v.verdict, v.reason, v.by, v.occurrence FROM verification v JOIN item i ON i.rid = v.rid AND {} WHERE v.commitment = ?1",
                self.then().counts("v.rid", "i.life")
            ),
            [commitment],
            |r| {
                let on = day(r, 1)?;
                Ok((
                    Some(on),
                    r.get(2)?,
                    TimelineEntry::Verification(VerificationEntry { id: id(r, 0)?, day: on, verdict: word(r, 3)?, reason: r.get(4)?, by: r.get(5)?, occurrence: day_opt(r, 6)? }),
                ))
            },
        )?);
        found.extend(story.entries.into_iter().map(|(stamp, entry)| (entry.day, stamp, TimelineEntry::Due(entry))));
        found.extend(self.all(
            &format!(
                "SELECT i.id, x.from_day, x.stamp, ai.id, a.short, a.name FROM commitment_actor x JOIN item i ON i.rid = x.rid AND {}
             LEFT JOIN actor a ON a.rid = x.actor LEFT JOIN item ai ON ai.rid = a.rid WHERE x.commitment = ?1 AND x.role = 'lead'",
                self.then().counts("x.rid", "i.life")
            ),
            [commitment],
            |r| {
                let from = day_opt(r, 1)?;
                Ok((from, r.get(2)?, TimelineEntry::Lead(LeadEntry { id: id(r, 0)?, day: from, lead: named(r, 3)? })))
            },
        )?);
        found.retain(|(day, _, _)| day.is_none_or(|day| day <= as_of));
        found.sort_by_key(|(day, stamp, _)| std::cmp::Reverse((*day, *stamp)));
        Ok(found.into_iter().map(|(_, _, entry)| entry).collect())
    }
}
