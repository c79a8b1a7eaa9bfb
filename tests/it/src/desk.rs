//! Support for the other modules: a workspace in a folder that goes away, a clock that stands still until it is set, and
//! short ways to enter what a test needs through the typed door. Asserts nothing of its own but that the door opens.

use followthrough_commands::{
    AddActor, AddCommitment, AddRecommendation, AddSource, At, Check, Created, Desk, Edit, ItemPage, LogUpdate, New, Problem,
    Query, Sample, Show,
};
use followthrough_model::{Day, Status};
use followthrough_store::read::commitment::CommitmentPage;
use followthrough_store::{Clock, Machine, Store};
use rusqlite::Connection;
use rusqlite::types::Value;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use tempfile::TempDir;

/// Commands that only a window gives: pieces of files, names of jobs. The help of the terminal does not have them.
pub(crate) const FOR_THE_WINDOW: [&str; 3] = ["Stage", "Cancel", "HowFar"];

/// A clock that tests set. Each look at it is a millisecond later; chance comes from a seed.
#[derive(Debug)]
pub(crate) struct Still {
    ms: AtomicI64,
    today: Mutex<Day>,
    seed: AtomicU64,
}

impl Still {
    pub(crate) fn new(seed: u64) -> Self {
        Self { ms: AtomicI64::new(1_795_000_000_000), today: Mutex::new(day("2026-11-20")), seed: AtomicU64::new(seed) }
    }

    pub(crate) fn set_today(&self, today: &str) {
        *self.today.lock().expect("no panic holds the clock") = day(today);
    }

    pub(crate) fn add_days(&self, days: i64) {
        self.ms.fetch_add(days * 86_400_000, Ordering::Relaxed);
    }

    fn next(&self) -> u64 {
        // The generator called SplitMix64.
        let mut z = self.seed.fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::Relaxed);
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
}

impl Clock for Still {
    fn now_ms(&self) -> i64 {
        self.ms.fetch_add(1, Ordering::Relaxed)
    }
    fn today(&self) -> Day {
        *self.today.lock().expect("no panic holds the clock")
    }
    fn random(&self) -> u128 {
        (u128::from(self.next()) << 64) | u128::from(self.next())
    }
}

/// A desk with a workspace in a folder of its own.
pub(crate) struct Work {
    pub desk: Desk,
    pub clock: Arc<Still>,
    pub folder: TempDir,
}

impl Work {
    fn bare() -> Self {
        let folder = TempDir::new().expect("a folder");
        let clock = Arc::new(Still::new(1));
        let desk = Desk::of_terminal(machine(&folder.path().join("machine"), "desk", Arc::clone(&clock)));
        Self { desk, clock, folder }
    }

    /// An empty workspace, `work.followthrough`.
    pub(crate) fn new() -> Self {
        let work = Self::bare();
        let file = work.file().to_string_lossy().into_owned();
        work.act(New { file: file.as_str().into(), catalogue: false });
        work
    }

    /// The sample workspace.
    pub(crate) fn sample() -> Self {
        let work = Self::bare();
        let file = work.file().to_string_lossy().into_owned();
        work.act(Sample { file: file.as_str().into() });
        work
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.path("work.followthrough")
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A file with that content, and its path as text.
    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.path(name);
        std::fs::write(&path, bytes).expect("the file can be written");
        path.to_string_lossy().into_owned()
    }

    /// A second program of the same user on the same file.
    pub(crate) fn second(&self) -> Desk {
        let desk = Desk::of_terminal(self.desk.machine().clone());
        desk.open(&self.file()).expect("it opens");
        desk
    }

    /// A colleague's program on the same file: another machine, so another replica.
    pub(crate) fn colleague(&self) -> Desk {
        let clock = Arc::new(Still::new(77));
        clock.add_days(1);
        let desk = Desk::of_terminal(machine(&self.path("colleague"), "colleague", clock));
        desk.open(&self.file()).expect("it opens");
        desk
    }

    /// Closes the workspace and opens it again, as after a restart.
    pub(crate) fn reopened(self) -> Self {
        let Self { desk, clock, folder } = self;
        let machine = desk.machine().clone();
        drop(desk);
        let desk = Desk::of_terminal(machine);
        desk.open(&folder.path().join("work.followthrough")).expect("it opens");
        Self { desk, clock, folder }
    }

    pub(crate) fn edit<C: Edit + Named>(&self, command: C) -> C::Reply {
        edit(&self.desk, command)
    }

    pub(crate) fn refused<C: Edit + Named>(&self, command: C) -> Problem {
        refused(&self.desk, command)
    }

    pub(crate) fn act<A: followthrough_commands::Act>(&self, act: A) -> A::Reply {
        let today = self.desk.today();
        act.run(&self.desk, &At::on(today, today)).unwrap_or_else(|e| panic!("refused: {e}"))
    }

    pub(crate) fn ask<Q: Query>(&self, question: Q) -> Q::Reply {
        self.desk.ask_today(question).unwrap_or_else(|e| panic!("refused: {e}"))
    }

    pub(crate) fn ask_on<Q: Query>(&self, as_of: &str, question: Q) -> Q::Reply {
        let at = At::on(day(as_of), self.desk.today());
        self.desk.ask(question, &at).unwrap_or_else(|e| panic!("refused: {e}"))
    }

    pub(crate) fn store(&self) -> Arc<Store> {
        self.desk.store().expect("a workspace is open")
    }

    pub(crate) fn last_entry(&self) -> i64 {
        let store = self.store();
        #[allow(clippy::redundant_closure_for_method_calls)] // the method itself is of one lifetime only
        let last = store.read(|r| r.last_entry());
        last.expect("the log can be read")
    }

    /// `check` finds nothing.
    #[track_caller]
    pub(crate) fn is_sound(&self) {
        let found = self.ask(Check {});
        assert!(found.ok, "{:?}", found.problems);
    }

    pub(crate) fn commitment_page(&self, said: &str) -> CommitmentPage {
        match self.ask(Show { item: said.to_owned() }) {
            ItemPage::Commitment(page) => page,
            other => panic!("not a commitment: {other:?}"),
        }
    }

    pub(crate) fn commitment_on(&self, as_of: &str, said: &str) -> CommitmentPage {
        match self.ask_on(as_of, Show { item: said.to_owned() }) {
            ItemPage::Commitment(page) => page,
            other => panic!("not a commitment: {other:?}"),
        }
    }

    pub(crate) fn source(&self, short: &str) -> Created {
        self.edit(AddSource { short: short.into(), title: format!("The report {short}"), ..AddSource::default() })
    }

    pub(crate) fn recommendation(&self, source: &str, label: &str) -> Created {
        self.edit(AddRecommendation {
            source: source.into(),
            label: Some(label.into()),
            text: format!("Do what {label} says."),
            ..AddRecommendation::default()
        })
    }

    pub(crate) fn actor(&self, short: &str) -> Created {
        self.edit(AddActor { name: format!("Department {short}"), short: Some(short.into()), ..AddActor::default() })
    }

    /// A commitment of `lead` that answers `recommendation`.
    pub(crate) fn commitment(&self, recommendation: &str, lead: &str, due: &str) -> Created {
        self.edit(AddCommitment {
            recommendation: recommendation.into(),
            deliverable: "A plan for the camps".into(),
            lead: Some(lead.into()),
            due: Some(due.into()),
            ..AddCommitment::default()
        })
    }

    /// A source R, its item 1, the actors DPO and DOS, and a commitment of DPO due at the end of 2023. Answers the
    /// commitment's reference.
    pub(crate) fn small() -> (Self, String) {
        let work = Self::new();
        work.source("R");
        work.recommendation("R", "1");
        work.actor("DPO");
        work.actor("DOS");
        let commitment = work.commitment("R 1", "DPO", "2023-12-31").reference;
        (work, commitment)
    }

    pub(crate) fn log(&self, commitment: &str, status: Option<Status>, on: Option<&str>) -> Created {
        self.edit(update(commitment, status, on))
    }

    /// The command line, with this work's machine and workspace.
    pub(crate) fn command(&self, program: &Path) -> std::process::Command {
        let mut command = std::process::Command::new(program);
        command.current_dir(self.folder.path());
        command.env("FOLLOWTHROUGH_HOME", self.path("machine")).env("FOLLOWTHROUGH_AUTHOR", "desk");
        command.env("FOLLOWTHROUGH_WORKSPACE", self.file()).env("NO_COLOR", "1");
        command
    }

    /// Runs the command line on the workspace.
    pub(crate) fn cli(&self, args: &[&str]) -> Ran {
        self.command(&binary()).args(args).output().expect("it runs").into()
    }

    /// Another connection to the file, past the core.
    pub(crate) fn raw(&self) -> Connection {
        Connection::open(self.file()).expect("SQLite opens it")
    }
}

pub(crate) use followthrough_commands::Named;

pub(crate) fn update(commitment: &str, status: Option<Status>, on: Option<&str>) -> LogUpdate {
    LogUpdate {
        commitment: commitment.into(),
        text: "The plan was drawn up.".into(),
        status,
        on: on.map(str::to_owned),
        ..LogUpdate::default()
    }
}

pub(crate) fn machine(folder: &Path, author: &str, clock: Arc<Still>) -> Machine {
    Machine { folder: folder.to_owned(), author: author.to_owned(), clock }
}

pub(crate) fn edit<C: Edit + Named>(desk: &Desk, command: C) -> C::Reply {
    match desk.edit(command) {
        Ok((reply, _)) => reply,
        Err(e) => panic!("{} was refused: {e}", C::NAME),
    }
}

#[track_caller]
pub(crate) fn refused<C: Edit + Named>(desk: &Desk, command: C) -> Problem {
    match desk.edit(command) {
        Ok(_) => panic!("{} was not refused", C::NAME),
        Err(e) => Problem::from(e),
    }
}

/// The command line, which must have been built: `cargo build -p followthrough-cli`.
pub(crate) fn binary() -> PathBuf {
    let test = std::env::current_exe().expect("the test's own path");
    let name = format!("followthrough{}", std::env::consts::EXE_SUFFIX);
    let binary = test.parent().and_then(Path::parent).expect("target/debug/deps").join(name);
    assert!(binary.is_file(), "{} is not there: run `cargo build -p followthrough-cli` first", binary.display());
    binary
}

/// What a run of the command line ended with.
#[derive(Debug)]
pub(crate) struct Ran {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl From<std::process::Output> for Ran {
    fn from(output: std::process::Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        Self { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}

/// One sentence for the officer: it ends as one, and shows nothing of the machinery.
#[track_caller]
pub(crate) fn is_a_sentence(said: &str) {
    let said = said.trim_end_matches('\n');
    assert!(said.ends_with('.'), "no full stop: {said}");
    assert!(!said.contains('\n'), "several lines: {said}");
    assert!(said.chars().count() < 600, "too long: {said}");
    // What is quoted is somebody's: a path may hold anything.
    let ours: String = said.split('“').map(|piece| piece.split_once('”').map_or(piece, |(_, ours)| ours)).collect();
    for word in
        ["Error", "error:", "panicked", "unwrap", "Some(", "None", "Err(", "rusqlite", "src/", "{ ", "SqliteFailure", "0x"]
    {
        assert!(!ours.contains(word), "“{word}” in: {said}");
    }
}

pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap_or_else(|_| panic!("{text} is not a day"))
}

/// Everything in the file but the log: rows that live, kept columns, the spans that are held true, and what the search
/// finds. Rows that are not live stand only with their life, so that an undone creation equals none.
pub(crate) fn dump(file: &Path) -> Vec<String> {
    let conn = Connection::open(file).expect("SQLite opens it");
    let mut lines = Vec::new();
    let mut take = |table: &str, sql: &str| {
        let mut statement = conn.prepare(sql).unwrap_or_else(|e| panic!("{sql}: {e}"));
        let columns = statement.column_count();
        let mut rows = statement.query([]).expect("it runs");
        while let Some(row) = rows.next().expect("a row") {
            let cells: Vec<Value> = (0..columns).map(|i| row.get(i).expect("a cell")).collect();
            lines.push(format!("{table} {cells:?}"));
        }
    };
    take("item", "SELECT * FROM item WHERE life <> 2 ORDER BY rid");
    for kind in followthrough_model::Kind::ALL {
        let table = kind.table();
        take(table, &format!("SELECT t.* FROM {table} t JOIN item i ON i.rid = t.rid WHERE i.life <> 2 ORDER BY t.rid"));
    }
    take(
        "span",
        "SELECT commitment, from_day, to_day, status, lead, due_now, due_by, due_first, slips, late_from FROM span WHERE unlearnt IS NULL
         AND commitment IN (SELECT rid FROM item WHERE life <> 2) ORDER BY commitment, from_day",
    );
    for word in ["plan", "report", "camps", "note", "department", "new", "old", "do", "colour"] {
        take(word, &format!("SELECT rowid FROM words WHERE words MATCH '{word}*' ORDER BY rowid"));
    }
    lines
}

/// The first line in which two dumps differ.
#[track_caller]
pub(crate) fn same(before: &[String], after: &[String], what: &str) {
    if let Some((a, b)) = before.iter().zip(after).find(|(a, b)| a != b) {
        panic!("{what}:\n  {a}\n  {b}");
    }
    assert_eq!(before.len(), after.len(), "{what}: {:?}", before.get(after.len()).or_else(|| after.get(before.len())));
}
