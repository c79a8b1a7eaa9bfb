//! One file and several programs: each sees what the others wrote, the log has no gaps, and a copy or a restored backup
//! never writes under the name of the file that it came from.

use crate::desk::{Work, edit, refused, same, update};
use followthrough_commands::*;
use std::path::Path;
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// How many replicas wrote into a file, and whether the entries of each have no gap.
fn replicas(file: &Path) -> usize {
    let conn = rusqlite::Connection::open(file).expect("SQLite opens it");
    let mut statement = conn
        .prepare("SELECT r.last_seq, (SELECT count(*) FROM entry e WHERE e.replica = r.rid), (SELECT max(n) - count(*) FROM entry) FROM replica r")
        .expect("SQL");
    let rows = statement.query_map([], |r| Ok((r.get::<_, i64>(0)?, r.get::<_, i64>(1)?, r.get::<_, i64>(2)?))).expect("rows");
    rows.map(|row| {
        let (last, count, gaps) = row.expect("a row");
        assert_eq!((last, gaps), (count, 0), "a gap in the log");
    })
    .count()
}

#[test]
fn two_windows_see_each_others_edits() {
    let (work, c) = Work::small();
    let second = work.second();
    for turn in 0..5 {
        let before = work.last_entry();
        edit(&second, update(&c, None, None));
        let changed = work.ask(ChangedSince { entry: before });
        assert_eq!(changed.entry, before + 1, "turn {turn}");
        assert!(changed.kinds.contains(&followthrough_model::Kind::Update));
        work.edit(update(&c, None, None));
        let changed = second.ask_today(ChangedSince { entry: before + 1 }).expect("it answers");
        assert_eq!((changed.entry, changed.kinds.len()), (before + 2, 1));
    }
    assert!(work.ask(ChangedSince { entry: work.last_entry() }).kinds.is_empty());
    assert_eq!(replicas(&work.file()), 1, "two windows of one user are one replica");
    work.is_sound();
}

/// What the next program does that closes the file, where our lock on it was lost: it brings everything from the log into
/// the file and removes the log. (A file dialog that looks into the folder loses the lock; a journey does that.)
#[test]
fn an_edit_is_kept_though_the_log_was_taken_away() {
    let (work, c) = Work::small();
    for _ in 0..3 {
        work.edit(update(&c, None, None));
        work.raw().query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).expect("all is brought into the file");
        for ending in ["followthrough-wal", "followthrough-shm"] {
            std::fs::remove_file(work.file().with_extension(ending)).expect("it is taken away");
        }
        let before = work.last_entry();
        work.edit(update(&c, None, None));
        let seen = work.cli(&["workspace", "--json"]);
        assert!(seen.out.contains(&format!("\"entry\":{}", before + 1)), "the edit is in no file: {}", seen.out);
    }
    work.is_sound();
}

#[test]
fn what_one_window_did_the_other_undoes() {
    let (work, c) = Work::small();
    edit(&work.second(), update(&c, None, None));
    assert_eq!(work.edit(Undo {}).command, "LogUpdate");
    assert_eq!(edit(&work.second(), Redo {}).command, "LogUpdate");
    work.is_sound();
}

#[test]
fn windows_that_write_at_once_take_turns() {
    let (work, c) = Work::small();
    let before = work.last_entry();
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                let desk = work.second();
                for _ in 0..15 {
                    edit(&desk, update(&c, None, None));
                }
            });
        }
        scope.spawn(|| {
            let colleague = work.colleague();
            for _ in 0..15 {
                edit(&colleague, update(&c, None, None));
            }
        });
    });
    assert_eq!(work.last_entry(), before + 60);
    assert_eq!(replicas(&work.file()), 2);
    work.is_sound();
}

#[test]
fn a_window_and_the_terminal_share_a_file() {
    let (work, c) = Work::small();
    let before = work.last_entry();
    let ran = work.cli(&["log-update", &c, "--text", "From the terminal."]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(work.ask(ChangedSince { entry: before }).entry, before + 1);
    work.edit(update(&c, None, None));
    let ran = work.cli(&["undo"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let ran = work.cli(&["undo"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(work.commitment_page(&c).last_word, None);
    assert_eq!(replicas(&work.file()), 1);
    work.is_sound();
}

#[test]
fn a_copy_of_the_file_writes_under_a_name_of_its_own() {
    let (work, c) = Work::small();
    let work = work.reopened();
    let copy = work.path("copy.followthrough");
    work.act(SaveCopy { file: copy.to_string_lossy().as_ref().into() });
    let desk = Desk::of_terminal(work.desk.machine().clone());
    desk.open(&copy).expect("it opens");
    assert_eq!(refused(&desk, Undo {}).code, "nothing_to_undo", "the edits of the original are not the copy's to undo");
    edit(&desk, update(&c, None, None));
    assert_eq!((replicas(&copy), replicas(&work.file())), (2, 1));
    assert!(desk.ask_today(Check {}).expect("it answers").ok);
    assert_eq!(edit(&desk, Undo {}).command, "LogUpdate");
}

/// Puts an older copy of the file in its place, and edits it. Answers how many replicas wrote into it.
fn restored(put: impl FnOnce(&Path, &Path)) -> usize {
    let (work, c) = Work::small();
    let backup = work.path("backup.followthrough");
    work.act(SaveCopy { file: backup.to_string_lossy().as_ref().into() });
    work.log(&c, None, None);
    let Work { desk, folder, clock } = work;
    let machine = desk.machine().clone();
    drop(desk);
    let file = folder.path().join("work.followthrough");
    assert!(!file.with_extension("followthrough-wal").exists(), "a closed file stands alone");
    put(&backup, &file);
    let work = Work { desk: Desk::of_terminal(machine), folder, clock }.reopened();
    work.log(&c, None, None);
    work.is_sound();
    replicas(&work.file())
}

#[test]
fn a_backup_that_was_copied_back_writes_under_a_name_of_its_own() {
    let copied = restored(|backup, file| {
        std::fs::copy(backup, file).expect("it is copied");
    });
    assert_eq!(copied, 2);
}

#[test]
fn a_backup_that_was_moved_back_writes_under_a_name_of_its_own() {
    let moved = restored(|backup, file| std::fs::rename(backup, file).expect("it is moved"));
    assert_eq!(moved, 2);
}

#[test]
fn reading_goes_on_while_a_long_edit_is_held() {
    let (work, c) = Work::small();
    let before = crate::desk::dump(&work.file());
    let (started, has_started) = mpsc::channel();
    let (go, may_go) = mpsc::channel::<()>();
    std::thread::scope(|scope| {
        let writer = work.second();
        let c = c.clone();
        scope.spawn(move || {
            let store = writer.store().expect("open");
            store
                .edit("LogUpdate", |tx| {
                    Edit::run(update(&c, None, None), tx)?;
                    started.send(()).expect("the test waits");
                    may_go.recv().expect("the test goes on");
                    Ok(())
                })
                .expect("it is written");
        });
        has_started.recv().expect("the edit began");
        let clock = Instant::now();
        assert_eq!(work.ask(Overdue::default()).items[0].last_update, None);
        same(&before, &crate::desk::dump(&work.file()), "a half edit was seen");
        assert!(clock.elapsed() < Duration::from_secs(3), "reading waited for the writer");
        go.send(()).expect("the edit waits");
    });
    assert!(work.commitment_page(&c).last_word.is_some());
}

#[test]
fn an_edit_waits_for_another_program_that_writes() {
    let (work, c) = Work::small();
    let other = work.raw();
    other.execute_batch("BEGIN IMMEDIATE").expect("the lock");
    std::thread::scope(|scope| {
        let waits = scope.spawn(|| work.log(&c, None, None));
        std::thread::sleep(Duration::from_millis(300));
        assert!(!waits.is_finished());
        other.execute_batch("ROLLBACK").expect("SQL");
    });
    work.is_sound();
}

#[test]
fn an_edit_that_panics_leaves_nothing_and_the_next_one_works() {
    let (work, c) = Work::small();
    let before = crate::desk::dump(&work.file());
    let store = work.store();
    let stops = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        store.edit("LogUpdate", |tx| -> followthrough_store::Result<()> {
            Edit::run(update(&c, None, None), tx)?;
            panic!("a fault, on purpose");
        })
    }));
    assert!(stops.is_err());
    same(&before, &crate::desk::dump(&work.file()), "half an edit");
    work.log(&c, None, None);
    work.is_sound();
}
