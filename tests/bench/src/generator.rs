//! Fills a workspace as eleven years at a desk would: sources first, then month by month commitments, dues that move,
//! rounds of updates with their evidence, verdicts; at the end a stream of single edits.
//!
//! The same size and seed give the same rows. Nothing here is about a real body or person.

use crate::prose::Prose;
use crate::{Chance, StillClock};
use chrono::{Datelike, Days, Months};
use followthrough_model::due::{Due as Said, DueKind, month_end, quarter};
use followthrough_model::record::{
    Actor, Addressee, Alias, Answer, Commitment, CommitmentActor, Due, Event, EventDate, Evidence, EvidenceUse, Recommendation,
    Source, Update, Verification, item,
};
use followthrough_model::vocabulary::{
    ActorKind, CommitmentKind, EvidenceKind, Force, Health, Level, Reach, ResultLevel, Role, Stance, Standing, Verdict,
};
use followthrough_model::{Day, Ref, Status, Value};
use followthrough_store::{Machine, Result, Store, Tx};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

/// How much to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub recommendations: usize,
    pub commitments: usize,
    pub updates: usize,
    /// Entries of one small edit each, at the end.
    pub single_edits: usize,
}

impl Size {
    pub const TENTH: Self = Self { recommendations: 2_000, commitments: 10_000, updates: 50_000, single_edits: 300 };
    pub const FULL: Self = Self::TENTH.times(10);

    #[must_use]
    pub const fn times(self, n: usize) -> Self {
        Self {
            recommendations: self.recommendations * n,
            commitments: self.commitments * n,
            updates: self.updates * n,
            single_edits: self.single_edits * n,
        }
    }
}

/// Raised when other rows are made for the same seed.
const FORMAT: u32 = 2;
/// What decides how the same rows stand in the file: when one of these changes, a file made before is made again.
const MADE_BY: [&str; 7] = [
    include_str!("../../../src-tauri/crates/store/src/schema/0001.sql"),
    include_str!("../../../src-tauri/crates/store/src/settle/mod.rs"),
    include_str!("../../../src-tauri/crates/store/src/settle/columns.rs"),
    include_str!("../../../src-tauri/crates/store/src/words.rs"),
    include_str!("../../../src-tauri/crates/model/src/due_facts.rs"),
    include_str!("../../../src-tauri/crates/model/src/spans.rs"),
    include_str!("../../../src-tauri/crates/model/src/text.rs"),
];

const SOURCES: usize = 40;
const ACTORS: usize = 300;
const EVENTS: usize = 24;
/// Rows of one entry, so that entries look like the batches in which people import.
const BATCH: usize = 2_000;
const FIRST_YEAR: i32 = 2015;
const MONTHS: usize = 138;

/// The day on which a generated workspace ends: today, for who opens it.
pub const TODAY: Day = Day::from_ymd_opt(2026, 7, 1).expect("a day of the calendar");

/// The machine on which generated workspaces are made and opened.
pub fn machine(folder: &Path, clock: Arc<StillClock>) -> Machine {
    Machine { folder: folder.join("machine"), author: "generator".to_owned(), clock }
}

/// A workspace of that size in `folder`: the one that was made before, or a new one. Written beside and renamed.
pub fn workspace(folder: &Path, size: Size, seed: u64) -> Result<PathBuf> {
    let made_by = Sha256::digest(MADE_BY.concat().as_bytes());
    let mark = u32::from_be_bytes([made_by[0], made_by[1], made_by[2], made_by[3]]);
    let Size { recommendations, commitments, updates, .. } = size;
    let name = format!("{recommendations}-{commitments}-{updates}-{seed}-v{FORMAT}-{mark:08x}");
    let path = folder.join(format!("{name}.followthrough"));
    if path.exists() {
        return Ok(path);
    }
    let part = folder.join(format!("{name}.part.followthrough"));
    for end in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{end}", part.display())); // left from a run that was stopped
    }
    generate(&part, folder, size, seed)?;
    std::fs::rename(&part, &path).map_err(|e| followthrough_store::Error::writing(&path, &e))?;
    Ok(path)
}

/// Makes a workspace at `path`, and says how fast that went.
pub fn generate(path: &Path, folder: &Path, size: Size, seed: u64) -> Result<()> {
    let begun = Instant::now();
    let clock = Arc::new(StillClock::on(day_of(0, 0), seed));
    let store = Store::create(path, &machine(folder, Arc::clone(&clock)))?;
    let mut desk = Desk::new(&store, &clock, size, seed);
    desk.actors_and_events()?;
    desk.recommendations()?;
    for month in 0..MONTHS {
        desk.month(month)?;
    }
    let batches = desk.rows;
    println!("{batches} rows in {:.0} s: {:.0} rows/s", begun.elapsed().as_secs_f64(), rate(batches, begun));
    let single = Instant::now();
    desk.single_edits()?;
    println!("{} single edits: {:.0} a second, each on disk", size.single_edits, rate(size.single_edits, single));
    Ok(())
}

#[allow(clippy::cast_precision_loss)] // for people
fn rate(n: usize, since: Instant) -> f64 {
    n as f64 / since.elapsed().as_secs_f64()
}

/// A day in one of the months.
fn day_of(month: usize, day: u64) -> Day {
    let first = Day::from_ymd_opt(FIRST_YEAR, 1, 1).unwrap_or_default();
    first + Months::new(u32::try_from(month).unwrap_or(0)) + Days::new(day)
}

/// What the generator remembers of a commitment that it made.
struct Known {
    at: Ref,
    status: Status,
    /// Evidence supports it.
    supported: bool,
    dated: bool,
}

struct Desk<'a> {
    store: &'a Store,
    clock: &'a StillClock,
    size: Size,
    chance: Chance,
    prose: Prose,
    actors: Vec<Ref>,
    events: Vec<Ref>,
    recommendations: Vec<Ref>,
    commitments: Vec<Known>,
    /// Evidence that is used again.
    evidence: Vec<Ref>,
    /// Some updates, to be corrected.
    updates: Vec<Ref>,
    logged: usize,
    rows: usize,
}

impl<'a> Desk<'a> {
    fn new(store: &'a Store, clock: &'a StillClock, size: Size, seed: u64) -> Self {
        let mut chance = Chance::of(seed);
        let prose = Prose::new(&mut chance);
        Self {
            store,
            clock,
            size,
            chance,
            prose,
            actors: Vec::new(),
            events: Vec::new(),
            recommendations: Vec::new(),
            commitments: Vec::new(),
            evidence: Vec::new(),
            updates: Vec::new(),
            logged: 0,
            rows: 0,
        }
    }

    fn insert<R: followthrough_model::Record>(&mut self, tx: &mut Tx<'_>, row: &R) -> Result<Ref> {
        self.rows += 1;
        tx.insert(row)
    }

    fn edit(&mut self, command: &str, act: impl FnOnce(&mut Self, &mut Tx<'_>) -> Result<()>) -> Result<()> {
        let store = self.store;
        store.edit(command, |tx| act(self, tx))?;
        Ok(())
    }

    fn sentence(&mut self, from: usize, to: usize) -> String {
        let words = self.chance.between(from, to);
        self.prose.sentence(&mut self.chance, words)
    }

    fn phrase(&mut self, words: usize) -> String {
        self.prose.phrase(&mut self.chance, words)
    }

    fn sometimes(&mut self, percent: u64, from: usize, to: usize) -> Option<String> {
        self.chance.percent(percent).then(|| self.sentence(from, to))
    }

    fn actors_and_events(&mut self) -> Result<()> {
        self.edit("GenerateActors", |desk, tx| {
            for n in 0..ACTORS {
                // Each under one of the first thirty, those under one of the first five.
                let parent = match n {
                    0..5 => None,
                    5..30 => Some(desk.actors[n % 5]),
                    _ => Some(desk.actors[5 + n % 25]),
                };
                let kinds = [
                    (ActorKind::Department, 3),
                    (ActorKind::Mission, 3),
                    (ActorKind::State, 5),
                    (ActorKind::Office, 3),
                    (ActorKind::Agency, 2),
                ];
                let kind = if n < 5 { ActorKind::Organ } else { desk.chance.weighted(&kinds) };
                let level = desk.chance.weighted(&[(Level::Headquarters, 3), (Level::Field, 4), (Level::Capital, 3)]);
                let name = format!("{} {}", desk.sentence(2, 4).trim_end_matches('.'), n + 1);
                let short = desk.chance.percent(80).then(|| format!("AC{}", n + 1));
                let actor = Actor { short, level: Some(level), parent, ..Actor::of(name, kind) };
                let at = desk.insert(tx, &actor)?;
                desk.actors.push(at);
                if desk.chance.percent(20) {
                    let name = format!("{} {}", desk.phrase(2), n + 1);
                    desk.insert(tx, &Alias { of: at, name })?;
                }
            }
            for n in 0..EVENTS {
                let from = day_of(6 + n * MONTHS / EVENTS, 5);
                let at = desk.insert(tx, &Event { name: format!("Ministerial meeting {}", n + 1) })?;
                let (to_day, stamp) = (Some(from + Days::new(2)), tx.stamp());
                let days = EventDate { event: at, from_day: from, to_day, decided_on: None, decider: None, reason: None, stamp };
                desk.insert(tx, &days)?;
                desk.events.push(at);
            }
            Ok(())
        })
    }

    fn recommendations(&mut self) -> Result<()> {
        for n in 0..SOURCES {
            self.edit("GenerateSource", |desk, tx| desk.source(tx, n))?;
        }
        Ok(())
    }

    fn source(&mut self, tx: &mut Tx<'_>, n: usize) -> Result<()> {
        let source = Source {
            short: format!("SRC{:02}", n + 1),
            title: self.sentence(5, 11),
            publisher: Some(self.phrase(2)),
            symbol: Some(format!("A/{}/{}", 70 + n / 4, 300 + n)),
            published: Some(day_of(n * MONTHS / SOURCES, 9).to_string()),
            language: Some("en".to_owned()),
            standing: Some(self.chance.weighted(&[
                (Standing::Official, 7),
                (Standing::Partnership, 2),
                (Standing::NonAttributed, 1),
            ])),
            review_months: None,
        };
        let source = self.insert(tx, &source)?;
        let (first, end) = (n * self.size.recommendations / SOURCES, (n + 1) * self.size.recommendations / SOURCES);
        let mut whole = None;
        for place in 0..end - first {
            let part = if self.chance.percent(15) { whole } else { None };
            let row = Recommendation {
                source,
                parent: part,
                ord: i64::try_from(place).unwrap_or(0),
                label: self.chance.percent(92).then(|| format!("P{}.{}", 1 + place / 12, 1 + place % 12)),
                section: Some(format!("{}", 1 + place / 12)),
                page: Some((3 + place / 5).to_string()),
                line: Some(i64::try_from(place % 40).unwrap_or(0)),
                line_end: None,
                heading: self.chance.percent(60).then(|| self.prose.sentence(&mut self.chance, 5)),
                text: self.sentence(18, 60),
                force: Some(self.chance.weighted(&[(Force::Should, 6), (Force::Must, 1), (Force::Will, 2), (Force::Could, 1)])),
                contested: self.sometimes(3, 6, 12),
                ..Recommendation::of(source, 0, String::new())
            };
            let recommendation = self.insert(tx, &row)?;
            if part.is_none() {
                whole = Some(recommendation);
            }
            self.recommendations.push(recommendation);
            for _ in 0..self.chance.between(1, 3) {
                let actor = self.actor();
                let (named, confirmed) = (self.chance.percent(80), self.chance.percent(60));
                self.insert(tx, &Addressee { confirmed, ..Addressee::of(recommendation, actor, named) })?;
            }
        }
        Ok(())
    }

    /// An actor; a few are busy, most are not.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)] // 300 of them
    fn actor(&mut self) -> Ref {
        let rank = (ACTORS as f64).powf(self.chance.share()) as usize;
        // Spread over the tree.
        self.actors[rank * 7 % ACTORS]
    }

    fn month(&mut self, month: usize) -> Result<()> {
        let made = self.size.commitments * (month + 1) / MONTHS;
        while self.commitments.len() < made {
            let until = made.min(self.commitments.len() + BATCH / 4);
            let day = self.turn(month);
            self.edit("GenerateCommitments", |desk, tx| {
                while desk.commitments.len() < until {
                    desk.commitment(tx, day, month)?;
                }
                Ok(())
            })?;
        }
        // The more there is, the more is reported.
        let share = |of: usize| of * (month + 1) * (month + 1) / (MONTHS * MONTHS);
        let moves = share(self.size.commitments * 38 / 100)
            - if month == 0 { 0 } else { self.size.commitments * 38 / 100 * month * month / (MONTHS * MONTHS) };
        let day = self.turn(month);
        self.edit("GenerateDues", |desk, tx| {
            for _ in 0..moves {
                let of = desk.chance.below(desk.commitments.len());
                if desk.commitments[of].dated {
                    desk.move_due(tx, of, day)?;
                }
            }
            Ok(())
        })?;
        let logged = share(self.size.updates);
        while self.logged < logged {
            let until = logged.min(self.logged + BATCH);
            let day = self.turn(month);
            self.edit("GenerateUpdates", |desk, tx| {
                while desk.logged < until {
                    desk.report(tx, day)?;
                }
                Ok(())
            })?;
        }
        Ok(())
    }

    /// Sets the clock to a day of the month.
    fn turn(&mut self, month: usize) -> Day {
        let day = day_of(month, self.chance.below(28) as u64);
        self.clock.set(day);
        day
    }

    fn commitment(&mut self, tx: &mut Tx<'_>, day: Day, month: usize) -> Result<()> {
        let kinds = [
            (CommitmentKind::Response, 5),
            (CommitmentKind::DeclaredCommitment, 3),
            (CommitmentKind::Pledge, 2),
            (CommitmentKind::PlanAction, 3),
            (CommitmentKind::Directive, 1),
        ];
        let row = Commitment {
            deliverable: self.sentence(8, 22),
            kind: self.chance.weighted(&kinds),
            made_on: self.chance.percent(90).then_some(day),
            done_when: self.sometimes(40, 6, 15),
            post: self.chance.percent(50).then(|| self.prose.phrase(&mut self.chance, 3)),
            handler: self.chance.percent(60).then(|| format!("desk {}", 1 + self.chance.below(12))),
            caveat: self.sometimes(10, 5, 12),
            drafted: self.chance.percent(8),
            ..Commitment::of(String::new(), CommitmentKind::Response)
        };
        let commitment = self.insert(tx, &row)?;
        let known = self.recommendations.len() * (month + 20) / (MONTHS + 20);
        for main in [true, false] {
            if main || self.chance.percent(12) {
                let recommendation = self.recommendations[self.chance.below(known)];
                self.insert(tx, &Answer { commitment, recommendation, main })?;
            }
        }
        let stamp = tx.stamp();
        if self.chance.percent(94) {
            let actor = Some(self.actor());
            self.insert(tx, &CommitmentActor { commitment, actor, role: Role::Lead, from_day: None, stamp })?;
        }
        for _ in 0..self.chance.weighted(&[(0, 5), (1, 3), (2, 2), (4, 1)]) {
            let actor = Some(self.actor());
            let role = if self.chance.percent(30) { Role::Joint } else { Role::Supporting };
            self.insert(tx, &CommitmentActor { commitment, actor, role, from_day: None, stamp })?;
        }
        let said = self.due(day);
        let dated = said.as_ref().is_some_and(|s| s.to.is_some());
        if let Some(said) = said {
            let event = (said.kind == DueKind::Event).then(|| *self.chance.one_of(&self.events));
            self.insert(tx, &due_row(commitment, said, event, None, None, stamp))?;
        }
        if self.chance.percent(1) {
            tx.set(commitment, item::PRIVATE, &Value::Int(1))?;
        }
        self.commitments.push(Known { at: commitment, status: Status::NotStarted, supported: false, dated });
        Ok(())
    }

    /// A due said on a day: half a year to five years later, or without a day.
    fn due(&mut self, on: Day) -> Option<Said> {
        let last = Day::from_ymd_opt(2027, 12, 31).unwrap_or(on);
        let by = (on + Days::new(180 + self.chance.below(1_600) as u64)).min(last);
        let kinds = [
            (None, 4),
            (Some(DueKind::Stage), 3),
            (Some(DueKind::Condition), 3),
            (Some(DueKind::Day), 26),
            (Some(DueKind::Month), 18),
            (Some(DueKind::Quarter), 12),
            (Some(DueKind::Year), 12),
            (Some(DueKind::Window), 14),
            (Some(DueKind::Event), 5),
            (Some(DueKind::Recurring), 3),
        ];
        let kind = self.chance.weighted(&kinds)?;
        let (year, month) = (by.year(), by.month());
        let stretch = |words: String, from: Option<Day>, to: Option<Day>| Said::stretch(kind, &words, from?, to?).ok();
        match kind {
            DueKind::Month => stretch(by.format("%B %Y").to_string(), by.with_day(1), month_end(year, month)),
            DueKind::Quarter => {
                let n = month.div_ceil(3);
                let (from, to) = quarter(year, n)?;
                stretch(format!("Q{n} {year}"), Some(from), Some(to))
            }
            DueKind::Year => stretch(year.to_string(), Day::from_ymd_opt(year, 1, 1), Day::from_ymd_opt(year, 12, 31)),
            DueKind::Window => {
                stretch(format!("{}-{year}", year - 2), Day::from_ymd_opt(year - 2, 1, 1), Day::from_ymd_opt(year, 12, 31))
            }
            DueKind::Event => {
                let offset_days = *self.chance.one_of(&[0, 10, 30]);
                Some(Said {
                    before: self.chance.percent(50),
                    offset_days,
                    ..Said::words_only(kind, "by the ministerial meeting")
                })
            }
            DueKind::Recurring => {
                Some(Said { from: Some(by), every_months: Some(6), ..Said::words_only(kind, "every six months") })
            }
            DueKind::Stage | DueKind::Condition | DueKind::None => {
                let words = self.phrase(4);
                Some(Said::words_only(kind, &format!("when {words}")))
            }
            DueKind::Day => stretch(by.to_string(), Some(by), Some(by)),
        }
    }

    fn move_due(&mut self, tx: &mut Tx<'_>, of: usize, day: Day) -> Result<()> {
        let by = day + Days::new(90 + self.chance.below(700) as u64);
        let Ok(said) = Said::stretch(DueKind::Day, &by.to_string(), by, by) else { return Ok(()) };
        let (at, reason, stamp) = (self.commitments[of].at, self.sentence(5, 12), tx.stamp());
        self.insert(tx, &due_row(at, said, None, Some(day), Some(reason), stamp))?;
        Ok(())
    }

    /// One update of some commitment, or the verdict that it waits for.
    fn report(&mut self, tx: &mut Tx<'_>, day: Day) -> Result<()> {
        // One in two hundred is reported on all the time.
        let mut of = self.chance.below(self.commitments.len());
        if self.chance.percent(5) {
            of -= of % 200;
        }
        self.logged += 1;
        let Known { at, status, supported, .. } = self.commitments[of];
        if status == Status::ReportedImplemented && self.chance.percent(70) {
            let usual = if supported { (Verdict::Verified, 14) } else { (Verdict::Waived, 3) };
            let verdict = self.chance.weighted(&[usual, (Verdict::Returned, 6)]);
            let reason = if verdict == Verdict::Verified { None } else { Some(self.sentence(5, 12)) };
            let by = Some("desk officer".to_owned());
            let row = Verification { reason, by, ..Verification::of(at, day, verdict, tx.stamp()) };
            self.insert(tx, &row)?;
            self.commitments[of].status =
                if verdict == Verdict::Returned { Status::UnderImplementation } else { Status::Implemented };
        }
        let next = self.next(self.commitments[of].status);
        self.update(tx, of, day, next)
    }

    fn update(&mut self, tx: &mut Tx<'_>, of: usize, day: Day, status: Option<Status>) -> Result<()> {
        let on_day = day - Days::new(self.chance.below(25) as u64);
        let row = Update {
            by_actor: self.chance.percent(85).then(|| self.actor()),
            formal: self.chance.percent(60),
            status,
            reach: self.chance.percent(15).then(|| *self.chance.one_of(Reach::ALL)),
            health: self.chance.percent(40).then(|| *self.chance.one_of(Health::ALL)),
            text: self.sentence(10, 40),
            obstacle: self.sometimes(15, 5, 14),
            ..Update::of(self.commitments[of].at, on_day, String::new(), tx.stamp())
        };
        let update = self.insert(tx, &row)?;
        if let Some(status) = status {
            self.commitments[of].status = status;
        }
        if self.updates.len() < 20_000 && self.chance.percent(5) {
            self.updates.push(update);
        }
        if self.chance.percent(20) {
            self.evidence(tx, of, update, row.on_day)?;
        }
        Ok(())
    }

    /// The status that an update sets, if it sets one.
    fn next(&mut self, now: Status) -> Option<Status> {
        use Status as S;
        let steps: &[(Option<S>, usize)] = match now {
            S::NotStarted => &[
                (None, 30),
                (Some(S::UnderImplementation), 65),
                (Some(S::OvertakenByEvents), 2),
                (Some(S::ReportedImplemented), 3),
            ],
            S::UnderImplementation | S::PartiallyImplemented => &[
                (None, 62),
                (Some(S::PartiallyImplemented), 14),
                (Some(S::ReportedImplemented), 9),
                (Some(S::NotImplemented), 5),
                (Some(S::Suspended), 4),
                (Some(S::ClosedWithoutImplementation), 2),
                (Some(S::PartiallyImplementedNoFurtherAction), 2),
                (Some(S::Superseded), 2),
            ],
            S::NotImplemented | S::Suspended => &[(None, 65), (Some(S::UnderImplementation), 35)],
            S::ReportedImplemented => &[(None, 1)],
            _ => &[(None, 93), (Some(S::UnderImplementation), 7)],
        };
        self.chance.weighted(steps)
    }

    fn evidence(&mut self, tx: &mut Tx<'_>, of: usize, update: Ref, day: Day) -> Result<()> {
        let again = !self.evidence.is_empty() && self.chance.percent(30);
        let evidence = if again {
            let back = self.chance.below(self.evidence.len().min(400));
            self.evidence[self.evidence.len() - 1 - back]
        } else {
            let kind = self.chance.weighted(&[
                (EvidenceKind::Link, 40),
                (EvidenceKind::Symbol, 30),
                (EvidenceKind::Note, 28),
                (EvidenceKind::File, 2),
            ]);
            let n = self.evidence.len();
            let mut sha256 = None;
            let target = match kind {
                EvidenceKind::Link => Some(format!("https://example.org/reports/{}/{n}", day.year())),
                EvidenceKind::Symbol => Some(format!("S/{}/{n}", day.year())),
                EvidenceKind::Note | EvidenceKind::Mechanism => Some(self.sentence(6, 20)),
                EvidenceKind::File => {
                    let words = self.chance.between(100, 1_000);
                    let bytes = self.phrase(words);
                    sha256 = Some(tx.adopt(self.store.stage_bytes(&format!("report-{n}.txt"), bytes.as_bytes())?)?);
                    None
                }
            };
            let row = Evidence {
                kind,
                title: self.sentence(4, 10),
                target,
                sha256,
                speaks_of: Some(day),
                independent: self.chance.percent(25),
            };
            let at = self.insert(tx, &row)?;
            self.evidence.push(at);
            at
        };
        let stance =
            self.chance.weighted(&[(Stance::Supports, 75), (Stance::Context, 12), (Stance::Mixed, 8), (Stance::Contradicts, 5)]);
        let page = self.chance.percent(40).then(|| (1 + self.chance.below(90)).to_string());
        let level = self.chance.percent(40).then(|| *self.chance.one_of(ResultLevel::ALL));
        // Some of it is about the whole commitment and not about one update.
        let on = if self.chance.percent(15) { self.commitments[of].at } else { update };
        self.insert(tx, &EvidenceUse { evidence, of: on, page, stance, level })?;
        self.commitments[of].supported |= stance == Stance::Supports;
        Ok(())
    }

    /// What an officer does one at a time, each an entry of its own.
    fn single_edits(&mut self) -> Result<()> {
        self.clock.set(TODAY - Days::new(1));
        let day = TODAY - Days::new(1);
        for _ in 0..self.size.single_edits {
            let of = self.chance.below(self.commitments.len());
            match self.chance.below(100) {
                0..60 => {
                    let status = self.next(self.commitments[of].status);
                    self.edit("LogUpdate", |desk, tx| desk.update(tx, of, day, status))?;
                }
                60..75 => self.edit("SetDue", |desk, tx| desk.move_due(tx, of, day))?,
                75..85 => self.edit("SetLead", |desk, tx| {
                    let (commitment, actor, stamp) = (desk.commitments[of].at, Some(desk.actor()), tx.stamp());
                    desk.insert(tx, &CommitmentActor { commitment, actor, role: Role::Lead, from_day: Some(day), stamp })?;
                    Ok(())
                })?,
                _ => self.edit("EditUpdate", |desk, tx| {
                    let update = *desk.chance.one_of(&desk.updates);
                    let text = desk.sentence(10, 40);
                    tx.set(update, Update::text, &Value::Text(text))?;
                    Ok(())
                })?,
            }
        }
        Ok(())
    }
}

fn due_row(of: Ref, said: Said, event: Option<Ref>, decided_on: Option<Day>, reason: Option<String>, stamp: i64) -> Due {
    Due {
        of,
        kind: said.kind,
        stated: said.stated,
        from_day: said.from,
        to_day: said.to,
        event,
        before: said.before,
        offset_days: said.offset_days,
        every_months: said.every_months,
        decided_on,
        decider: None,
        reason,
        stamp,
    }
}
