//! Fills a workspace as eleven years at a desk would: sources first, then month by month commitments, dues that move,
//! what is asked and decided, rounds of updates with their
//! evidence, verdicts; at the end a stream of single edits.
//!
//! The same size and seed give the same rows. Nothing here is about a real body or person.

mod actors;
mod asking;
mod commitments;
mod dues;
mod month;
mod reports;
mod single;
mod sources;
mod tenfold;
mod themes;

use crate::prose::Prose;
use crate::{Chance, StillClock};
use chrono::{Days, Months};
use followthrough_model::vocabulary::{CustomKind, ListKind};
use followthrough_model::{Day, Ref, Status};
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
    /// What the design plans for: its tenth is made by edits, and then repeated (see `tenfold`).
    pub const HUGE: Self = Self::HUGE_TENTH.times(10);
    pub const HUGE_TENTH: Self = Self::HUGE_HUNDREDTH.times(10);
    pub const HUGE_HUNDREDTH: Self = Self { recommendations: 3_000, commitments: 10_000, updates: 50_000, single_edits: 30 };

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
const FORMAT: u32 = 4;
/// What decides how the same rows stand in the file: when one of these changes, a file made before is made again.
const MADE_BY: [&str; 7] = [
    include_str!("../../../../src-tauri/crates/store/src/schema/0001.sql"),
    include_str!("../../../../src-tauri/crates/store/src/settle/mod.rs"),
    include_str!("../../../../src-tauri/crates/store/src/settle/columns.rs"),
    include_str!("../../../../src-tauri/crates/store/src/words.rs"),
    include_str!("../../../../src-tauri/crates/model/src/due_facts.rs"),
    include_str!("../../../../src-tauri/crates/model/src/spans.rs"),
    include_str!("../../../../src-tauri/crates/model/src/text.rs"),
];

const SOURCES: usize = 40;
const ACTORS: usize = 300;
const EVENTS: usize = 24;
const FRAMEWORKS: usize = 6;
/// Of one framework.
const THEMES: usize = 9;
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
    if size == Size::HUGE {
        std::fs::copy(workspace(folder, Size::HUGE_TENTH, seed)?, &part)
            .map_err(|e| followthrough_store::Error::writing(&part, &e))?;
        tenfold::tenfold(&part)?;
    } else {
        generate(&part, folder, size, seed)?;
    }
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
    desk.frameworks()?;
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
    /// The next occurrence of its recurring due.
    occurrence: Option<Day>,
}

/// A request that waits.
struct Asked {
    request: Ref,
    actor: Ref,
}

/// A field of the user's own.
#[derive(Clone, Copy)]
struct Own {
    at: Ref,
    kind: CustomKind,
    list: ListKind,
}

struct Desk<'a> {
    store: &'a Store,
    clock: &'a StillClock,
    size: Size,
    chance: Chance,
    prose: Prose,
    actors: Vec<Ref>,
    /// With the day on which each is to begin.
    events: Vec<(Ref, Day)>,
    themes: Vec<Ref>,
    own: Vec<Own>,
    /// Recommendation and actor.
    addressees: Vec<(Ref, Ref)>,
    asked: Vec<Asked>,
    /// That of the month.
    series: Option<Ref>,
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
            themes: Vec::new(),
            own: Vec::new(),
            addressees: Vec::new(),
            asked: Vec::new(),
            series: None,
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

    /// An actor; a few are busy, most are not.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)] // 300 of them
    fn actor(&mut self) -> Ref {
        let rank = (ACTORS as f64).powf(self.chance.share()) as usize;
        // Spread over the tree.
        self.actors[rank * 7 % ACTORS]
    }

    /// Sets the clock to a day of the month.
    fn turn(&mut self, month: usize) -> Day {
        let day = day_of(month, self.chance.below(28) as u64);
        self.clock.set(day);
        day
    }
}
