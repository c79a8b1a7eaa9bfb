//! Files at places: nothing of somebody's is written over, nothing is half there, a file is one replica, and what waits
//! goes away.

use crate::desk::{Still, Work, edit, is_a_sentence, machine, refused, update};
use followthrough_commands::*;
use followthrough_store::{Job, Machine};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

fn said(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

#[track_caller]
fn not_done<A: Act>(work: &Work, act: A) -> Problem {
    let today = work.desk.today();
    let problem = Problem::from(act.run(&work.desk, &At::on(today, today)).err().expect("it was not refused"));
    is_a_sentence(&problem.message);
    problem
}

fn summary(path: &Path) -> Summary {
    Summary { format: "html".into(), output: said(path).as_str().into(), ..Summary::default() }
}

fn copy(path: &Path) -> SaveCopy {
    SaveCopy { file: said(path).as_str().into() }
}

fn with_file(item: &str, path: &Path) -> AddEvidence {
    AddEvidence { item: item.into(), file: Some(said(path).as_str().into()), ..AddEvidence::default() }
}

fn staged(work: &Work) -> i64 {
    work.raw().query_row("SELECT count(*) FROM blob WHERE staged_at IS NOT NULL", [], |r| r.get(0)).expect("SQL")
}

/// The names in the folder of the workspace that hold these letters.
fn names(work: &Work, letters: &str) -> Vec<String> {
    let all = std::fs::read_dir(work.folder.path()).expect("the folder").flatten();
    all.map(|f| f.file_name().to_string_lossy().into_owned()).filter(|name| name.contains(letters)).collect()
}

#[test]
fn an_output_is_never_written_over_a_workspace() {
    let (work, c) = Work::small();
    let file = PathBuf::from(work.write("e.txt", b"bytes"));
    let evidence = work.edit(with_file(&c, &file)).reference;
    let other = work.path("other.followthrough");
    work.act(copy(&other));
    let text = PathBuf::from(work.write("report.html", b"an older report"));
    let mut targets = vec![work.file(), other, work.path("work.followthrough-wal")];
    #[cfg(unix)]
    {
        let link = work.path("link.html");
        std::os::unix::fs::symlink(work.file(), &link).expect("a link");
        targets.push(link);
    }
    for target in targets {
        let before = std::fs::read(&target).expect("it is there");
        assert_eq!(not_done(&work, summary(&target)).code, "workspace", "{}", target.display());
        let export = ExportEvidence { evidence: evidence.clone(), output: said(&target).as_str().into() };
        assert_eq!(not_done(&work, export).code, "workspace", "{}", target.display());
        let code = not_done(&work, copy(&target)).code;
        assert!(["workspace", "same_file"].contains(&code.as_str()), "{code}: {}", target.display());
        assert_eq!(std::fs::read(&target).expect("it is there"), before, "{}", target.display());
    }
    assert!(work.act(summary(&text)).bytes > 100, "what is no workspace is written over");
    work.is_sound();
}

#[test]
fn a_log_of_an_earlier_file_gets_into_no_new_one() {
    let work = Work::new();
    for ending in ["wal", "shm", "journal"] {
        let name = format!("{ending}.followthrough");
        let log = work.write(&format!("{name}-{ending}"), b"somebody's edits");
        let path = work.path(&name);
        let new = New { file: said(&path).as_str().into(), catalogue: false };
        assert_eq!(not_done(&work, new).code, "log_beside");
        assert_eq!(not_done(&work, copy(&path)).code, "log_beside");
        assert!(!path.exists());
        assert_eq!(std::fs::read(log).expect("it is there"), b"somebody's edits");
    }
}

#[test]
fn a_workspace_stands_under_its_name_only_when_it_is_whole() {
    let work = Work::new();
    let path = work.path("made.followthrough");
    let machine = work.desk.machine();
    let make = |fill: &dyn Fn()| {
        Store::create_with(&path, machine, |store| {
            assert!(!path.exists(), "half a workspace under the name");
            let desk = Desk::of_terminal(machine.clone());
            let beside = store.path().to_owned();
            drop(store);
            desk.open(&beside).expect("it opens");
            edit(&desk, AddActor { name: "Department".into(), ..AddActor::default() });
            fill();
            Ok(())
        })
    };
    let stops = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| make(&|| panic!("killed, on purpose"))));
    assert!(stops.is_err());
    assert!(!path.exists());
    let taken = make(&|| std::fs::write(&path, b"somebody's").expect("it is written")).err().expect("it is not written over");
    assert_eq!(taken.code(), "exists");
    assert_eq!(std::fs::read(&path).expect("it is there"), b"somebody's");
    std::fs::remove_file(&path).expect("ours");
    work.write(".made.followthrough.4242.part", b"of a killed run");
    work.write(".made.followthrough.4242.part-wal", b"of a killed run");
    work.write(".made.followthrough.notes.part", b"the user's own");
    drop(make(&|| ()).expect("it is made"));
    let mut left = names(&work, "made");
    left.sort();
    assert_eq!(left, [".made.followthrough.notes.part", "made.followthrough"], "the user's own file stays");
    let desk = Desk::of_terminal(machine.clone());
    desk.open(&path).expect("it opens");
    assert!(desk.ask_today(Check {}).expect("it answers").ok);
    assert_eq!(refused(&desk, Undo {}).code, "nothing_to_undo", "what it begins with is nobody's edit");
    assert_eq!(machine.recent().iter().filter(|r| said(&r.path).contains(".part")).count(), 1, "only what this test opened");
}

#[test]
fn what_a_killed_copy_left_is_written_over() {
    let (work, _) = Work::small();
    work.write(&format!(".copy.followthrough.{}.part", std::process::id()), b"half");
    let target = work.path("copy.followthrough");
    work.act(copy(&target));
    assert!(names(&work, ".part").is_empty());
    Desk::of_terminal(work.desk.machine().clone()).open(&target).expect("it opens");
}

fn replicas(file: &Path) -> i64 {
    let conn = rusqlite::Connection::open(file).expect("SQLite opens it");
    conn.query_row("SELECT count(*) FROM replica", [], |r| r.get(0)).expect("SQL")
}

#[test]
fn the_first_edits_of_two_programs_are_of_one_replica() {
    for _ in 0..10 {
        let work = Work::new();
        std::thread::scope(|scope| {
            for name in ["DPO", "DOS", "DGC"] {
                let desk = work.second();
                scope.spawn(move || edit(&desk, AddActor { name: name.into(), ..AddActor::default() }));
            }
        });
        assert_eq!(replicas(&work.file()), 1);
        work.is_sound();
    }
}

#[test]
fn a_file_that_was_moved_stays_the_replica_that_it_is() {
    let (work, c) = Work::small();
    let Work { desk, folder, .. } = work;
    let machine = desk.machine().clone();
    drop(desk);
    let mut at = folder.path().join("work.followthrough");
    // There and back again: the places on the way have the same inode and an older sequence.
    for name in ["a.followthrough", "b.followthrough", "work.followthrough", "a.followthrough"] {
        let to = folder.path().join(name);
        std::fs::rename(&at, &to).expect("it is moved");
        let desk = Desk::of_terminal(machine.clone());
        desk.open(&to).expect("it opens");
        edit(&desk, update(&c, None, None));
        at = to;
    }
    assert_eq!(replicas(&at), 1);
    let list = std::fs::read_to_string(machine.folder.join("files.json")).expect("it is there");
    assert_eq!(list.matches("\"inode\"").count(), 1, "stale places: {list}");
}

#[test]
fn programs_that_note_files_at_once_lose_none() {
    let folder = tempfile::TempDir::new().expect("a folder");
    let machine: Machine = machine(folder.path(), "desk", Arc::new(Still::new(5)));
    std::thread::scope(|scope| {
        for n in 0..12 {
            let machine = machine.clone();
            scope.spawn(move || machine.opened(Path::new(&format!("/{n}.followthrough"))));
        }
    });
    assert_eq!(machine.recent().len(), 12);
}

#[test]
fn who_only_reads_notes_nothing_when_it_closes() {
    let (work, _) = Work::small();
    let desk = work.second();
    std::fs::remove_file(work.path("machine/files.json")).expect("it is there");
    drop(desk);
    assert!(!work.path("machine/files.json").exists());
}

#[test]
fn a_refused_edit_leaves_no_file_behind() {
    let (work, c) = Work::small();
    let large = PathBuf::from(work.write("large.bin", &vec![7; 700_000]));
    assert_eq!(work.refused(with_file("nothing at all", &large)).code, "unknown");
    assert_eq!(staged(&work), 0);
    work.edit(with_file(&c, &large));
    work.is_sound();
}

#[test]
fn staged_bytes_that_were_swept_are_not_adopted() {
    let (work, c) = Work::small();
    let large = PathBuf::from(work.write("large.bin", &vec![7; 700_000]));
    let bytes = work.store().stage_file(&large, &Job::default()).expect("it is taken in");
    work.raw().execute_batch("DELETE FROM chunk; DELETE FROM blob").expect("SQL");
    let adopted = work.store().edit("AddEvidence", |tx| {
        tx.set_staged(Some(bytes));
        Edit::run(with_file(&c, &large), tx)
    });
    let problem = Problem::from(adopted.expect_err("it was not refused"));
    assert_eq!(problem.code, "evidence");
    is_a_sentence(&problem.message);
    work.is_sound();
}

/// A source during whose every read another program writes.
struct Slow(rusqlite::Connection, usize);

impl Read for Slow {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        self.0.execute_batch("BEGIN IMMEDIATE; ROLLBACK").map_err(std::io::Error::other)?;
        let n = out.len().min(self.1);
        out[..n].fill(7);
        self.1 -= n;
        Ok(n)
    }
}

#[test]
fn others_write_while_a_slow_file_comes_in() {
    let work = Work::new();
    let other = work.raw();
    other.busy_timeout(Duration::ZERO).expect("SQLite");
    let taken = work.store().stage_bytes("slow.bin", Slow(other, 9_000_000), &Job::default()).expect("nobody had to wait");
    assert_eq!(taken.bytes, 9_000_000);
}

#[cfg(unix)]
#[test]
fn a_pipe_is_no_evidence_and_no_output() {
    let (work, c) = Work::small();
    let pipe = work.path("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    for what in [pipe.as_path(), Path::new("/dev/null")] {
        let problem = work.refused(with_file(&c, what));
        assert_eq!(problem.code, "not_a_file");
        is_a_sentence(&problem.message);
        assert_eq!(not_done(&work, summary(what)).code, "unwritable");
    }
}

#[cfg(unix)]
#[test]
fn edits_beside_a_file_in_a_folder_that_may_not_be_written_get_a_sentence() {
    use std::os::unix::fs::PermissionsExt;
    let (work, _) = Work::small();
    let folder = work.path("closed");
    std::fs::create_dir(&folder).expect("a folder");
    for name in ["work.followthrough", "work.followthrough-wal"] {
        std::fs::copy(work.path(name), folder.join(name)).expect("it is copied");
    }
    let mode = |mode| std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(mode)).expect("ours");
    mode(0o555);
    let opened = Desk::of_terminal(work.desk.machine().clone()).open(&folder.join("work.followthrough"));
    mode(0o755);
    let problem = Problem::from(opened.err().expect("it was opened"));
    assert_eq!(problem.code, "log_without_index");
    is_a_sentence(&problem.message);
}

#[test]
fn opening_and_reading_do_not_wait_for_a_writer() {
    let (work, _) = Work::small();
    let large = PathBuf::from(work.write("large.bin", &vec![7; 700_000]));
    work.store().stage_file(&large, &Job::default()).expect("it is taken in");
    work.clock.add_days(3);
    let other = work.raw();
    other.execute_batch("BEGIN IMMEDIATE").expect("the lock");
    let clock = Instant::now();
    let desk = work.second();
    assert_eq!(desk.ask_today(Overdue::default()).expect("it answers").total, 1);
    assert!(clock.elapsed() < Duration::from_secs(3), "opening waited for the writer");
    assert_eq!(staged(&work), 1);
    other.execute_batch("ROLLBACK").expect("SQL");
    work.second();
    assert_eq!(staged(&work), 0, "the next one sweeps");
}

#[test]
fn an_idle_file_can_be_copied_alone() {
    let (work, _) = Work::small();
    let log = || std::fs::metadata(work.path("work.followthrough-wal")).map_or(0, |m| m.len());
    work.ask(Overdue::default());
    assert!(log() > 0, "not a minute passed");
    work.clock.add_days(1);
    work.ask(Overdue::default());
    assert_eq!(log(), 0);
    work.is_sound();
}

#[test]
fn what_windows_sent_and_left_goes_after_a_day() {
    let work = Work::new();
    let send = |desk: &Desk| desk.call("Stage", r#"{"name":"a.txt","data":"YWJj"}"#, "{}").expect("it is taken");
    send(&work.desk);
    let sent = || std::fs::read_dir(work.path("machine/sent")).expect("the folder").count();
    let killed = work.write("machine/sent/0123", b"of a window that was killed");
    assert_eq!(sent(), 2);
    let long_ago = std::time::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
    std::fs::File::options().write(true).open(&killed).and_then(|f| f.set_modified(long_ago)).expect("ours");
    send(&work.desk);
    assert!(!Path::new(&killed).exists());
    assert_eq!(sent(), 2, "what is young stays");
}

#[test]
fn a_file_on_the_command_line_is_a_file_whatever_its_name() {
    let (work, c) = Work::small();
    work.write("g-report.txt", b"bytes");
    let ran = work.cli(&["add-evidence", &c, "--file", "g-report.txt"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
}

#[test]
fn sentences_fit_what_they_are_about() {
    let (work, c) = Work::small();
    let said = not_done(&work, summary(work.folder.path())).message;
    assert!(said.contains("is a folder") && said.contains("name of a file") && !said.contains("workspace file"), "{said}");
    let said = work.refused(with_file(&c, &work.path("gone.pdf"))).message;
    assert!(!said.contains("workspace"), "{said}");
    let unreadable = followthrough_store::Error::reading(Path::new("x"), &std::io::ErrorKind::PermissionDenied.into());
    assert!(!unreadable.to_string().contains("attach"), "{unreadable}");
    let inner = rusqlite::Connection::open_in_memory().expect("SQLite").execute_batch("SELECT no_such").expect_err("no SQL");
    let sql = followthrough_store::Error::from(inner);
    assert!(!sql.to_string().contains("no_such") && format!("{sql:?}").contains("no_such"), "{sql}");
}

#[test]
fn the_recent_files_are_granted_once() {
    let work = Work::new();
    let grants = || work.act(Recent {}).into_iter().map(|r| r.grant).collect::<Vec<_>>();
    assert_eq!(grants(), grants());
}
