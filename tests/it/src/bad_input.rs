//! Bad input, and worse: each gets one sentence that says what to do, under a code that stays, and nothing is lost.
//!
//! A network share is not here: what is one is decided in `store::open`, which tests it by the type of the file system.

use crate::desk::{Work, binary, is_a_sentence, machine, refused, update};
use followthrough_commands::*;
use followthrough_model::Status;
use followthrough_store::Error;
use std::path::Path;

/// The refusal has that code and one sentence, and the workspace is as it was.
struct Unchanged<'w> {
    work: &'w Work,
    entry: i64,
    items: Vec<String>,
}

impl<'w> Unchanged<'w> {
    fn of(work: &'w Work) -> Self {
        Self { work, entry: work.last_entry(), items: crate::desk::dump(&work.file()) }
    }

    #[track_caller]
    fn by(&self, what: &str, problem: &Problem, code: &str) {
        assert_eq!(problem.code, code, "{what}: {}", problem.message);
        is_a_sentence(&problem.message);
        assert_eq!(self.work.last_entry(), self.entry, "{what} wrote an entry");
        crate::desk::same(&self.items, &crate::desk::dump(&self.work.file()), what);
    }

    #[track_caller]
    fn end(&self) {
        self.work.is_sound();
    }
}

/// Opening that path is refused with that code, and the bytes stay.
#[track_caller]
fn opening(work: &Work, path: &Path, code: &str) {
    let before = std::fs::read(path).ok();
    let desk = Desk::of_terminal(work.desk.machine().clone());
    let problem = Problem::from(desk.open(path).err().unwrap_or_else(|| panic!("{} was opened", path.display())));
    assert_eq!(problem.code, code, "{}: {}", path.display(), problem.message);
    is_a_sentence(&problem.message);
    assert_eq!(std::fs::read(path).ok(), before, "{} was changed", path.display());
}

fn act<A: Act>(work: &Work, act: A) -> Problem {
    let today = work.desk.today();
    match act.run(&work.desk, &At::on(today, today)) {
        Ok(_) => panic!("it was not refused"),
        Err(e) => Problem::from(e),
    }
}

#[test]
fn what_is_no_workspace_is_not_opened_and_not_touched() {
    let work = Work::new();
    opening(&work, &work.path("nowhere.followthrough"), "no_such_file");
    opening(&work, work.folder.path(), "folder");
    let file = |name: &str, bytes: &[u8]| std::path::PathBuf::from(work.write(name, bytes));
    opening(&work, &file("text.followthrough", b"Dear colleague, here is the register that you asked for.\n"), "not_a_workspace");
    opening(&work, &file("empty.followthrough", b""), "not_a_workspace");
    opening(&work, &file("short.followthrough", b"SQLite"), "not_a_workspace");
    opening(
        &work,
        &file(
            "head.followthrough",
            b"SQLite format 3\0and then letters that are no header of a database at all, for long enough",
        ),
        "not_a_workspace",
    );
    let other = work.path("other.followthrough");
    let conn = rusqlite::Connection::open(&other).expect("SQLite makes it");
    conn.execute_batch("CREATE TABLE t(x); PRAGMA user_version = 1").expect("SQL");
    drop(conn);
    opening(&work, &other, "not_a_workspace");
}

#[test]
fn a_file_of_a_newer_version_is_not_opened_and_not_touched() {
    let (work, _) = Work::small();
    work.raw().pragma_update(None, "user_version", 99).expect("SQL");
    let file = work.file();
    let machine = work.desk.machine().clone();
    let Work { desk, folder, clock } = work;
    drop(desk);
    let work = Work { desk: Desk::of_terminal(machine), folder, clock };
    opening(&work, &file, "newer");
}

#[test]
fn a_truncated_workspace_gets_a_sentence() {
    let work = Work::sample();
    let copy = work.path("copy.followthrough");
    work.act(SaveCopy { file: copy.to_string_lossy().as_ref().into() });
    let whole = std::fs::read(&copy).expect("the copy");
    for keep in [100, 4096, 5000, whole.len() / 2, whole.len() - 4096] {
        let cut = work.path("cut.followthrough");
        std::fs::write(&cut, &whole[..keep]).expect("it is written");
        let desk = Desk::of_terminal(work.desk.machine().clone());
        let said = desk.open(&cut).map(|_| ()).and_then(|()| desk.ask_today(Check {}).map(|reply| reply.problems));
        match said {
            Err(e) => is_a_sentence(&e.to_string()),
            Ok(problems) => assert!(!problems.is_empty(), "{keep} bytes of {} pass check", whole.len()),
        }
        assert_eq!(std::fs::read(&cut).expect("it is there").len(), keep, "it was changed");
    }
}

fn read_only(path: &Path, yes: bool) {
    let mut permissions = std::fs::metadata(path).expect("it is there").permissions();
    #[allow(clippy::permissions_set_readonly_false)] // in a folder of the test's own
    permissions.set_readonly(yes);
    std::fs::set_permissions(path, permissions).expect("they can be set");
}

#[test]
fn a_read_only_file_can_be_read_and_not_edited() {
    let (work, c) = Work::small();
    let Work { desk, folder, clock } = work;
    let machine = desk.machine().clone();
    drop(desk);
    let file = folder.path().join("work.followthrough");
    for what in [file.as_path(), folder.path()] {
        read_only(what, true);
        let desk = Desk::of_terminal(machine.clone());
        desk.open(&file).expect("it can be read");
        assert_eq!(desk.ask_today(Overdue::default()).expect("it answers").total, 1);
        assert!(desk.ask_today(Workspace {}).expect("it answers").read_only);
        let problem = refused(&desk, update(&c, None, None));
        assert_eq!(problem.code, "read_only");
        is_a_sentence(&problem.message);
        assert!(desk.ask_today(Check {}).expect("it answers").ok);
        drop(desk);
        read_only(what, false);
    }
    let work = Work { desk: Desk::of_terminal(machine), folder, clock }.reopened();
    work.log(&c, None, None);
    work.is_sound();
}

#[test]
fn nothing_is_made_in_a_read_only_folder() {
    let work = Work::new();
    let folder = work.path("closed");
    std::fs::create_dir(&folder).expect("a folder");
    read_only(&folder, true);
    let file = folder.join("new.followthrough");
    let problem = act(&work, New { file: file.to_string_lossy().as_ref().into(), catalogue: false });
    assert_eq!(problem.code, "read_only");
    is_a_sentence(&problem.message);
    assert_eq!(std::fs::read_dir(&folder).expect("it is there").count(), 0);
    read_only(&folder, false);
}

#[test]
fn a_workspace_is_never_made_over_a_file() {
    let (work, _) = Work::small();
    let unchanged = Unchanged::of(&work);
    let same = || work.file().to_string_lossy().as_ref().into();
    unchanged.by("sample", &act(&work, Sample { file: same() }), "exists");
    unchanged.by("new", &act(&work, New { file: same(), catalogue: true }), "exists");
    unchanged.by("copy onto itself", &act(&work, SaveCopy { file: same() }), "same_file");
    let text = work.write("notes.followthrough", b"notes");
    unchanged.by("over a text", &act(&work, Sample { file: text.as_str().into() }), "exists");
    assert_eq!(std::fs::read(text).expect("it is there"), b"notes");
    let folder = work.folder.path().to_string_lossy();
    unchanged.by("a folder", &act(&work, New { file: folder.as_ref().into(), catalogue: false }), "folder");
    unchanged.end();
}

#[test]
fn places_that_cannot_be_written_get_a_sentence() {
    let (work, c) = Work::small();
    let file = work.write("e.txt", b"bytes");
    let e = work.edit(AddEvidence { item: c, file: Some(file.as_str().into()), ..AddEvidence::default() }).reference;
    let unchanged = Unchanged::of(&work);
    let nowhere = work.path("no/such/folder/out").to_string_lossy().into_owned();
    let folder = work.folder.path().to_string_lossy().into_owned();
    for (path, code) in [(&nowhere, "unwritable"), (&folder, "folder")] {
        let summary = Summary { format: "html".into(), output: path.as_str().into(), ..Summary::default() };
        unchanged.by("summary", &act(&work, summary), code);
        let export = ExportEvidence { evidence: e.clone(), output: path.as_str().into() };
        unchanged.by("export", &act(&work, export), code);
        unchanged.by("copy", &act(&work, SaveCopy { file: path.as_str().into() }), code);
    }
    unchanged.by("new", &act(&work, New { file: nowhere.as_str().into(), catalogue: false }), "unwritable");
    let format = Summary { format: "docx".into(), output: "out.docx".into(), ..Summary::default() };
    unchanged.by("format", &act(&work, format), "format");
    unchanged.end();
}

#[test]
fn an_unknown_reference_is_said() {
    let (work, c) = Work::small();
    let unchanged = Unchanged::of(&work);
    let long = "x".repeat(1_000_000);
    for said in
        ["C-ZZZZZ", "A4P+ P99", "", " ", "C-", "-", "C-é", "\u{0}\n", "';--", &long, "R", "00000000-0000-0000-0000-000000000000"]
    {
        unchanged.by(said, &work.refused(update(said, None, None)), "unknown");
    }
    unchanged.by("by", &work.refused(LogUpdate { by: Some("Nobody".into()), ..update(&c, None, None) }), "unknown");
    unchanged.by(
        "source",
        &work.refused(AddRecommendation { source: "Q".into(), text: "x".into(), ..AddRecommendation::default() }),
        "unknown",
    );
    unchanged.end();
}

#[test]
fn an_ambiguous_reference_is_said_with_its_candidates() {
    let (work, first) = Work::small();
    let second = work.commitment("R 1", "DOS", "2027").reference;
    let problem = work.refused(update("R 1", None, None));
    Unchanged::of(&work).by("label", &problem, "ambiguous");
    assert!(problem.message.contains(&first) && problem.message.contains(&second), "{}", problem.message);
}

#[test]
fn days_and_dues_that_cannot_be_are_said() {
    let (work, c) = Work::small();
    let unchanged = Unchanged::of(&work);
    let due = |words: &str| SetDue { commitment: c.clone(), words: words.into(), reason: "x".into(), ..SetDue::default() };
    for (words, code) in [
        ("2023-02-30", None),
        ("31 February 2027", None),
        ("2023-2021", Some("window")),
        ("Q5 2027", None),
        ("soonish", None),
        ("", None),
    ] {
        let problem = work.refused(due(words));
        let code = code.map_or(problem.code.clone(), str::to_owned);
        unchanged.by(words, &problem, &code);
    }
    for on in ["2023-02-30", "yesterday", "", "2023-2-3"] {
        unchanged.by(on, &work.refused(update(&c, None, Some(on))), "day");
    }
    unchanged.by("tomorrow", &work.refused(update(&c, None, Some("2026-11-21"))), "future");
    unchanged.by(
        "published",
        &work.refused(EditSource { source: "R".into(), published: Some("2021-13".into()), ..EditSource::default() }),
        "day",
    );
    unchanged.end();
}

#[test]
fn what_was_done_is_not_of_tomorrow() {
    let (work, c) = Work::small();
    let unchanged = Unchanged::of(&work);
    let tomorrow = || Some("2026-11-21".to_owned());
    let add = AddCommitment {
        recommendation: "R 1".into(),
        deliverable: "A plan".into(),
        made_on: tomorrow(),
        ..AddCommitment::default()
    };
    unchanged.by("undertaken tomorrow", &work.refused(add), "future");
    let repeat = RepeatCommitment {
        recommendation: "R 1".into(),
        deliverable: "A plan".into(),
        actor: vec!["DPO".into()],
        made_on: tomorrow(),
        ..RepeatCommitment::default()
    };
    unchanged.by("undertaken tomorrow by each", &work.refused(repeat), "future");
    let made = EditCommitment { commitment: c.clone(), made_on: tomorrow(), ..EditCommitment::default() };
    unchanged.by("undertaken tomorrow after all", &work.refused(made), "future");
    let log = LogUpdate { resources: Some("Two posts".into()), resources_asked: tomorrow(), ..update(&c, None, None) };
    unchanged.by("asked for tomorrow", &work.refused(log), "future");
    unchanged.end();
    work.edit(EditCommitment { commitment: c.clone(), made_on: Some("2026-11-20".into()), ..EditCommitment::default() });
    work.edit(EditCommitment { commitment: c, made_on: Some("none".into()), ..EditCommitment::default() });
}

#[test]
fn a_kind_of_obstacle_is_of_an_obstacle() {
    let (work, c) = Work::small();
    let update = work.log(&c, None, None).reference;
    let edit = |obstacle: Option<&str>, kind: Option<&str>| EditUpdate {
        update: update.clone(),
        obstacle: obstacle.map(str::to_owned),
        obstacle_kind: kind.map(str::to_owned),
        ..EditUpdate::default()
    };
    let unchanged = Unchanged::of(&work);
    unchanged.by("a kind of nothing", &work.refused(edit(None, Some("capacity"))), "obstacle");
    work.edit(edit(Some("No budget line"), Some("capacity")));
    work.edit(edit(Some("none"), None));
    let kind: Option<String> = work.raw().query_row("SELECT obstacle_kind FROM update_", [], |r| r.get(0)).expect("the update");
    assert_eq!(kind, None);
    work.is_sound();
}

#[test]
fn who_is_named_twice_is_asked_once() {
    let (work, _) = Work::small();
    let twice = AddRecommendation {
        source: "R".into(),
        text: "Do it.".into(),
        label: Some("9".into()),
        addressee: vec!["DPO".into(), "Department DPO".into()],
        ..AddRecommendation::default()
    };
    work.edit(twice);
    let ItemPage::Recommendation(page) = work.ask(Show { item: "R 9".into() }) else { panic!("a recommendation") };
    assert_eq!(page.addressees.len(), 1);
    let c = AddCommitment {
        recommendation: "R 9".into(),
        deliverable: "A plan".into(),
        lead: Some("DPO".into()),
        joint: vec!["DPO".into(), "DOS".into()],
        supporting: vec!["DOS".into()],
        ..AddCommitment::default()
    };
    let c = work.edit(c).reference;
    let page = work.commitment_page(&c);
    assert_eq!((page.joint.len(), page.supporting.len()), (1, 0));
}

#[test]
fn evidence_that_holds_nothing_or_cannot_be_read_is_said() {
    let (work, c) = Work::small();
    let unchanged = Unchanged::of(&work);
    let with = |file: &str| LogUpdate { file: Some(file.into()), ..update(&c, None, None) };
    let gone = work.write("gone.txt", b"x");
    std::fs::remove_file(&gone).expect("it was there");
    let empty = work.write("empty.txt", b"");
    unchanged.by("0 bytes", &work.refused(with(&empty)), "empty_file");
    unchanged.by("vanished", &work.refused(with(&gone)), "no_such_file");
    unchanged.by("a folder", &work.refused(with(&work.folder.path().to_string_lossy())), "folder");
    #[cfg(target_os = "linux")]
    unchanged.by("unreadable", &work.refused(with("/proc/self/mem")), "unreadable");
    let nothing = AddEvidence { item: c.clone(), ..AddEvidence::default() };
    unchanged.by("nothing", &work.refused(nothing.clone()), "evidence");
    let two = AddEvidence { link: Some("https://x.example".into()), note: Some("x".into()), ..nothing.clone() };
    unchanged.by("two kinds", &work.refused(two), "evidence");
    unchanged.by("no address", &work.refused(AddEvidence { link: Some("un.org".into()), ..nothing }), "link");
    unchanged.end();
}

#[test]
fn a_window_reads_no_path() {
    let (work, c) = Work::small();
    let window = Desk::new(work.desk.machine().clone());
    window.open(&work.file()).expect("it opens");
    let file = work.write("e.txt", b"bytes");
    let problem = refused(&window, LogUpdate { file: Some(file.as_str().into()), ..update(&c, None, None) });
    Unchanged::of(&work).by("path", &problem, "no_grant");
}

#[test]
fn a_megabyte_of_text_goes_in_and_comes_back() {
    let (work, c) = Work::small();
    let text = "Überprüfung der Pläne 维持和平 ".repeat(30_000);
    let text = text.trim();
    assert!(text.len() > 1_000_000);
    let reference = work.edit(LogUpdate { text: text.into(), ..update(&c, None, None) }).reference;
    let page = work.commitment_page(&c);
    let found = page.timeline.iter().find_map(|e| match e {
        followthrough_store::read::commitment::TimelineEntry::Update(u) => Some(u.text.as_str()),
        _ => None,
    });
    assert!(found == Some(text), "the text changed");
    let hits = work.ask(Search { words: "uberprufung".into(), ..Search::default() }).hits;
    assert_eq!((hits.len(), hits[0].reference.as_str()), (1, reference.as_str()));
    assert!(hits[0].title.chars().count() <= 160);
    let unchanged = Unchanged::of(&work);
    let more = work.refused(LogUpdate { text: "x".repeat(5_000_000), ..update(&c, None, None) });
    unchanged.by("5 MB", &more, "too_long");
    unchanged.end();
}

#[test]
fn control_characters_are_cleaned_away() {
    let (work, c) = Work::small();
    work.edit(EditCommitment {
        commitment: c.clone(),
        deliverable: Some("\u{0}A\u{7} plan\r\nin two lines\u{1b}[31m ".into()),
        ..EditCommitment::default()
    });
    work.edit(EditSource { source: "R".into(), title: Some("A\ttitle\non\u{0} a line".into()), ..EditSource::default() });
    assert_eq!(work.commitment_page(&c).deliverable, "A plan\nin two lines[31m");
    let ItemPage::Source(source) = work.ask(Show { item: "R".into() }) else { panic!("a source") };
    assert_eq!(source.title, "A title on a line");
    let unchanged = Unchanged::of(&work);
    unchanged.by(
        "nothing left",
        &work.refused(EditSource { source: "R".into(), title: Some("\u{0}\u{7}".into()), ..EditSource::default() }),
        "empty",
    );
    unchanged.end();
}

#[test]
fn a_status_that_may_not_follow_is_said_with_the_command_that_would_do() {
    let (work, c) = Work::small();
    let unchanged = Unchanged::of(&work);
    let problem = work.refused(update(&c, Some(Status::Implemented), None));
    unchanged.by("implemented", &problem, "status");
    assert!(problem.message.contains("verify-result"), "{}", problem.message);
    work.log(&c, Some(Status::Superseded), None);
    let unchanged = Unchanged::of(&work);
    unchanged.by("closed", &work.refused(update(&c, Some(Status::ReportedImplemented), None)), "status");
    unchanged.end();
}

#[test]
fn json_that_does_not_fit_is_said() {
    let (work, c) = Work::small();
    let unchanged = Unchanged::of(&work);
    let deep = "[".repeat(100_000);
    let cases: &[(&str, &str, &str, &str)] = &[
        ("LogUpdate", "{", "{}", "arguments"),
        ("LogUpdate", "", "{}", "arguments"),
        ("LogUpdate", "[]", "{}", "arguments"),
        ("LogUpdate", "null", "{}", "arguments"),
        ("LogUpdate", &deep, "{}", "arguments"),
        ("LogUpdate", r#"{"text": "no commitment"}"#, "{}", "arguments"),
        ("LogUpdate", r#"{"commitment": "R 1", "text": "x", "colour": "red"}"#, "{}", "arguments"),
        ("LogUpdate", r#"{"commitment": "R 1", "text": 7}"#, "{}", "arguments"),
        ("LogUpdate", r#"{"commitment": "R 1", "text": "x", "status": "done"}"#, "{}", "arguments"),
        ("LogUpdate", r#"{"commitment": "R 1", "text": "\ud800"}"#, "{}", "arguments"),
        ("Overdue", r#"{"limit": -1}"#, "{}", "arguments"),
        ("Overdue", r#"{"limit": 99999999999}"#, "{}", "arguments"),
        ("Overdue", "{}", r#"{"as_of": "2023-02-30"}"#, "day"),
        ("Overdue", "{}", r#"{"asof": "2023-02-28"}"#, "arguments"),
        ("Overdue", "{}", "", "arguments"),
        ("DropEverything", "{}", "{}", "unknown_command"),
        ("logupdate", "{}", "{}", "unknown_command"),
        ("", "{}", "{}", "unknown_command"),
    ];
    for (name, args, envelope, code) in cases {
        let said = work.desk.call(name, args, envelope).expect_err("refused");
        let said: serde_json::Value = serde_json::from_str(&said).expect("a problem is JSON");
        let text = |key: &str| said[key].as_str().expect("text").to_owned();
        let problem = Problem { code: text("code"), message: text("message"), detail: serde_json::Value::Null, field: None };
        unchanged.by(&format!("{name} {args:.60} {envelope}"), &problem, code);
    }
    unchanged.end();
    work.log(&c, None, None);
}

#[test]
fn nothing_is_asked_of_no_workspace() {
    let folder = tempfile::TempDir::new().expect("a folder");
    let desk = Desk::of_terminal(machine(folder.path(), "desk", std::sync::Arc::new(crate::desk::Still::new(1))));
    let problem = Problem::from(desk.ask_today(Overdue::default()).expect_err("refused"));
    assert_eq!(problem.code, "no_workspace");
    is_a_sentence(&problem.message);
}

/// Runs the command line where files may not grow past `kib`, as on a disk that is full there.
#[cfg(unix)]
fn with_little_room(work: &Work, kib: u64, args: &[&str]) -> crate::desk::Ran {
    // An ignored signal stays ignored in the program: it gets the error from the write, as with a full disk.
    let script = format!("trap '' XFSZ; ulimit -f {}; exec \"$0\" \"$@\"", kib * 2);
    let mut command = work.command(Path::new("sh"));
    command.arg("-c").arg(script).arg(binary()).args(args);
    command.output().expect("it runs").into()
}

#[cfg(unix)]
#[test]
fn where_no_more_can_be_written_nothing_is_lost() {
    let (work, c) = Work::small();
    let room = std::fs::metadata(work.file()).expect("it is there").len() / 1024;
    let wal = std::fs::metadata(work.path("work.followthrough-wal")).map_or(0, |m| m.len()) / 1024;
    let text = "x".repeat(100_000);
    let big = work.write("big.bin", &vec![7_u8; 20_000_000]);
    let unchanged = Unchanged::of(&work);
    let runs: [(u64, &[&str]); 4] = [
        (room.max(wal), &["log-update", &c, "--text", &text]),
        (room.max(wal) + 300, &["log-update", &c, "--text", "x", "--file", &big]),
        (5000, &["add-evidence", &c, "--file", &big]),
        (room.max(wal), &["load-catalogue"]),
    ];
    for (kib, args) in runs {
        let ran = with_little_room(&work, kib, args);
        assert_eq!(ran.code, Some(1), "{:?}: {ran:?}", args[0]);
        is_a_sentence(&ran.err);
        assert_eq!(work.last_entry(), unchanged.entry);
        crate::desk::same(&unchanged.items, &crate::desk::dump(&work.file()), args[0]);
        work.is_sound();
    }
    let before = work.write("summary.html", b"the old one");
    let ran = with_little_room(&work, 2, &["summary", "--format", "html", "--output", &before]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    is_a_sentence(&ran.err);
    assert_eq!(std::fs::read(before).expect("it is there"), b"the old one");
    let parts = std::fs::read_dir(work.folder.path())
        .expect("the folder")
        .filter(|e| e.as_ref().is_ok_and(|e| e.file_name().to_string_lossy().ends_with(".part")));
    assert_eq!(parts.count(), 0);
    work.log(&c, None, None);
    work.is_sound();
}

/// On a small disk of its own, where the system lets a test make one (`unshare` as root or in a user namespace); what
/// every system can do is the test above.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_and_nothing_is_lost() {
    let work = Work::new();
    let big = work.write("big.bin", &vec![7_u8; 20_000_000]);
    let disk = work.path("disk");
    std::fs::create_dir(&disk).expect("a folder");
    let script = r#"mount -t tmpfs -o size=3m none "$1" || exit 42
        "$0" -w "$1/w.followthrough" new "$1/w" && "$0" -w "$1/w.followthrough" add-actor --name "Our desk" || exit 43
        "$0" -w "$1/w.followthrough" load-catalogue && "$0" -w "$1/w.followthrough" add-evidence "A4P+ P1" --file "$2"; code=$?
        "$0" -w "$1/w.followthrough" check && "$0" -w "$1/w.followthrough" show "Our desk" >"$3" || exit 44
        exit $code"#;
    let seen = work.path("seen.txt");
    let run = |flags: &str| -> crate::desk::Ran {
        let mut command = work.command(Path::new("unshare"));
        command.args([flags, "sh", "-c", script]).arg(binary()).arg(&disk).arg(&big).arg(&seen);
        command.output().map_or(crate::desk::Ran { code: Some(42), out: String::new(), err: "no unshare".into() }, Into::into)
    };
    let mut ran = run("-m");
    if ran.code != Some(1) && !seen.exists() && ran.code != Some(43) {
        ran = run("-rm");
    }
    if ran.code == Some(42) || (!seen.exists() && ran.err.contains("unshare")) {
        println!("no disk of its own here ({}): see where_no_more_can_be_written_nothing_is_lost", ran.err.trim());
        return;
    }
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert_eq!(ran.err.trim(), Error::DiskFull.to_string());
    assert!(std::fs::read_to_string(seen).expect("it was shown").contains("Our desk"));
}
