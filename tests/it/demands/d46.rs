//! D46: Lasting: an open file, migrations, backups.

use crate::desk::{Work, refused};
use followthrough_commands::*;
use followthrough_model::Kind;

#[test]
fn d46_the_file_lasts() {
    let (work, c) = Work::small();
    work.log(&c, None, Some("2024-05-01"));

    // Any SQLite opens the file, and finds plain tables with plain words: nouns, days, statuses.
    let file = work.raw();
    let words = |sql: &str| -> Vec<String> {
        let mut statement = file.prepare(sql).expect("SQL");
        statement.query_map([], |r| r.get(0)).expect("rows").map(|word| word.expect("a word")).collect()
    };
    assert_eq!(words("SELECT deliverable FROM commitment"), ["A plan for the camps"]);
    assert_eq!(words("SELECT due_by || ' ' || status FROM commitment"), ["2023-12-31 not_started"]);
    assert_eq!(words("SELECT a.short FROM commitment_actor x JOIN actor a ON a.rid = x.actor"), ["DPO"]);
    let kinds = words("SELECT name FROM kind ORDER BY code");
    assert_eq!(kinds, Kind::ALL.iter().map(|kind| kind.table()).collect::<Vec<_>>());
    // The log too: who, when, what.
    assert!(words("SELECT command FROM entry").contains(&"LogUpdate".to_owned()));
    assert!(
        words("SELECT new FROM change WHERE field = '' AND typeof(new) = 'text'").iter().any(|row| row.contains("\"on_day\""))
    );
    drop(file);

    // A backup is a whole workspace of its own, and opens as one.
    let copy = work.path("backup.followthrough").to_string_lossy().into_owned();
    work.act(SaveCopy { file: copy.as_str().into() });
    work.log(&c, None, Some("2024-06-01"));
    let backup = Desk::of_terminal(work.desk.machine().clone());
    backup.open(&work.path("backup.followthrough")).expect("the backup opens");
    assert!(backup.ask_today(Check {}).expect("it can be checked").ok);
    let page = |desk: &Desk| match desk.ask_today(Show { item: c.clone() }).expect("the page") {
        ItemPage::Commitment(page) => page.last_word.map(|day| day.to_string()),
        other => panic!("not a commitment: {other:?}"),
    };
    assert_eq!(page(&backup).as_deref(), Some("2024-05-01"));
    assert_eq!(page(&work.desk).as_deref(), Some("2024-06-01"));
    // Nothing is written over a workspace, and the copy goes its own way.
    assert!(refused_copy(&work, &copy).contains("backup"), "it names the file");
    assert_eq!(refused(&backup, Undo {}).code, "nothing_to_undo");

    // The file says which version it is; a later program brings it up to date, and makes a copy first.
    let version = work.raw().pragma_query_value(None, "user_version", |r| r.get::<_, i64>(0)).expect("a version");
    assert_eq!(version, 1);
    work.is_sound();
}

fn refused_copy(work: &Work, to: &str) -> String {
    let ran = work.cli(&["save-copy", to]);
    assert_ne!(ran.code, Some(0), "a workspace was written over");
    ran.err
}
