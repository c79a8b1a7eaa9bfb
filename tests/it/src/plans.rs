//! The plans of SQLite for what is asked while one types and pages: an index for every large table, so that a register of
//! a million commitments answers as quickly as a small one.
//!
//! Does not measure; `make bench` does. Not here, because they go over the register: the queue without a date, and pages of
//! actors and sources as of an earlier day. Filters of the user's own may scan and are not here.

use crate::desk::{Work, update};
use followthrough_commands::*;
use followthrough_model::vocabulary::{DiaryKind, LinkKind, ListKind, Queue};
use followthrough_store::plans::statements_of;
use std::collections::BTreeSet;

/// Tables that grow with the register; the others (sources, actors, themes) stay small.
const LARGE: [&str; 16] = [
    "item",
    "recommendation",
    "commitment",
    "commitment_actor",
    "answer",
    "due",
    "update_",
    "verification",
    "evidence",
    "evidence_use",
    "addressee",
    "span",
    "milestone",
    "request",
    "change",
    "entry",
];

/// The large tables that a statement goes over from end to end without an index, each with its line of the plan.
fn scans(conn: &rusqlite::Connection, sql: &str) -> Vec<String> {
    let whole = gone_over(conn, sql);
    whole.into_iter().filter(|line| !line.contains("USING") && !line.contains("VIRTUAL TABLE")).collect()
}

/// The large tables, or whole indexes of them, that a statement goes over from end to end.
fn gone_over(conn: &rusqlite::Connection, sql: &str) -> Vec<String> {
    let words: Vec<&str> = sql.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|w| !w.is_empty()).collect();
    // `FROM commitment c`: the alias of a table is the word after it. What stands for a query in brackets is another matter:
    // that query has lines of its own.
    let named =
        |alias: &str| words.windows(3).any(|w| ["FROM", "JOIN"].contains(&w[0]) && LARGE.contains(&w[1]) && w[2] == alias);
    let flat = sql.split_whitespace().collect::<Vec<_>>().join(" ");
    let large = |alias: &str| LARGE.contains(&alias) || (named(alias) && !flat.contains(&format!(") {alias} ")));
    let mut statement = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap_or_else(|e| panic!("{sql}: {e}"));
    let mut rows = statement.raw_query();
    let mut found = Vec::new();
    while let Some(row) = rows.next().expect("a row") {
        let line: String = row.get(3).expect("the plan");
        let Some(alias) = line.strip_prefix("SCAN ").and_then(|rest| rest.split(' ').next()) else { continue };
        if large(alias) {
            found.push(line);
        }
    }
    found
}

/// The statements of the work have no scan but the allowed ones.
#[track_caller]
fn all_indexed(work: &Work, what: &str, ask: impl FnOnce()) {
    let ((), statements) = statements_of(ask);
    // The end of the log is one step down its own tree.
    let end_of_log = "SELECT n, stamp FROM entry ORDER BY n DESC LIMIT 1";
    let asked = statements.into_iter().filter(|s| s.trim_start().starts_with(['S', 'W', 'U', 'D']) && s != end_of_log);
    let statements: BTreeSet<String> = asked.collect();
    assert!(!statements.is_empty(), "{what} asks nothing: are the statements listed?");
    let conn = work.raw();
    let seen = "CREATE VIRTUAL TABLE temp.word_seen USING fts5vocab('main', 'words', 'instance')"; // as each connection of ours has it
    conn.execute_batch(seen).expect("made");
    let found: Vec<_> = statements.iter().map(|sql| (scans(&conn, sql), sql)).filter(|(lines, _)| !lines.is_empty()).collect();
    assert!(found.is_empty(), "{what}: {found:#?}");
}

#[test]
fn a_page_of_the_diary_goes_over_nothing() {
    let (work, c) = Work::small();
    work.log(&c, None, None);
    work.edit(Undo {});
    let asked = [
        ("the diary", Diary::default()),
        ("a page of it", Diary { before: Some(3), ..Diary::default() }),
        ("of one author", Diary { author: Some("desk".into()), ..Diary::default() }),
        ("of one sort", Diary { kinds: vec![DiaryKind::Progress, DiaryKind::Dates], ..Diary::default() }),
        ("of some days", Diary { since: Some("2020-01-01".into()), until: Some("2030-01-01".into()), ..Diary::default() }),
        ("of one item", Diary { item: Some(c.clone()), kinds: vec![DiaryKind::Progress], ..Diary::default() }),
    ];
    for (what, diary) in asked {
        all_indexed(&work, what, || drop(work.ask(diary)));
    }
    work.edit(EditCommitment { commitment: c, post: Some("Deputy".into()), ..EditCommitment::default() });
    let entry = work.last_entry();
    all_indexed(&work, "undo of an entry", || drop(work.edit(UndoEntry { entry })));
}

#[test]
fn a_scan_is_seen() {
    let work = Work::sample();
    let conn = work.raw();
    assert_eq!(scans(&conn, "SELECT * FROM commitment c WHERE c.deliverable = ?1"), ["SCAN c"]);
    assert_eq!(scans(&conn, "SELECT * FROM item WHERE private_why = ?1"), ["SCAN item"]);
    assert!(scans(&conn, "SELECT * FROM commitment c WHERE c.rid = ?1").is_empty());
    assert!(scans(&conn, "SELECT x.rid FROM (SELECT rid FROM commitment WHERE rid < ?1 LIMIT 2) x").is_empty());
}

#[test]
fn requests_are_counted_in_their_indexes() {
    let work = Work::sample();
    for answered in [Some(false), Some(true), None] {
        for by_actor in [false, true] {
            let asked = Requests { answered, by_actor, limit: Some(50), ..Requests::default() };
            all_indexed(&work, &format!("requests, answered {answered:?}, by actor {by_actor}"), || drop(work.ask(asked)));
        }
    }
}

#[test]
fn what_is_overdue_is_read_from_indexes() {
    let work = Work::sample();
    let whole = Overdue { limit: Some(50), ..Overdue::default() };
    let lead = work.ask(whole.clone()).items[0].lead.clone();
    for as_of in ["2026-11-20", "2024-06-01"] {
        for by_lead in [false, true] {
            all_indexed(&work, &format!("overdue as of {as_of}, by lead: {by_lead}"), || {
                work.ask_on(as_of, Overdue { by_lead, ..whole.clone() });
                work.ask_on(as_of, Overdue { by_lead, offset: Some(20), ..whole.clone() });
                work.ask_on(as_of, Overdue { by_lead, lead: lead.clone(), ..whole.clone() });
            });
        }
        all_indexed(&work, "overdue of a source", || {
            drop(work.ask_on(as_of, Overdue { source: Some("A4P+".into()), ..whole.clone() }));
        });
    }
}

#[test]
fn pictures_of_what_is_owed_are_read_from_indexes() {
    let work = Work::sample();
    for as_of in ["2026-11-20", "2024-06-01"] {
        all_indexed(&work, "how late", || drop(work.ask_on(as_of, Ageing::default())));
        all_indexed(&work, "leads by themes", || drop(work.ask_on(as_of, Heat { exported: true, ..Heat::default() })));
    }
    all_indexed(&work, "dues and slips", || drop(work.ask(DueLine { exported: true, ..DueLine::default() })));
}

#[test]
fn search_as_one_types_is_read_from_indexes() {
    let work = Work::sample();
    for words in ["p", "prot", "protection of civ", "维持", "S/2023/646", "protecton of civillians", "DPO"] {
        all_indexed(&work, words, || drop(work.ask(Search { words: words.into(), ..Search::default() })));
    }
    let kind = Some(followthrough_model::Kind::Commitment);
    all_indexed(&work, "of one kind", || drop(work.ask(Search { words: "prot".into(), kind, ..Search::default() })));
}

#[test]
fn every_page_is_read_from_indexes() {
    let work = Work::sample();
    let c = work.ask(Overdue::default()).items.remove(0).commitment;
    let file = work.write("e.txt", b"bytes");
    work.edit(LogUpdate { file: Some(file.as_str().into()), ..update(&c, None, None) });
    let e = work.edit(AddEvidence { item: c.clone(), note: Some("A note".into()), ..AddEvidence::default() }).reference;
    for item in [c.as_str(), "A4P+ P1", "DPPA", "A4P+", &e] {
        all_indexed(&work, item, || drop(work.ask(Show { item: item.into() })));
        all_indexed(&work, &format!("history of {item}"), || drop(work.ask(History { item: item.into(), limit: None })));
    }
}

#[test]
fn events_and_milestones_are_read_from_indexes() {
    let work = Work::sample();
    let c = work.ask(Overdue::default()).items.remove(0).commitment;
    let v = work.edit(AddEvent { name: "The summit".into(), from: Some("2027-03-01".into()), to: None }).reference;
    let due = Some("before the summit".into());
    let m = work.edit(AddMilestone { commitment: c.clone(), text: "A step".into(), due, ..AddMilestone::default() }).reference;
    work.edit(SetDue { commitment: c, words: "before the summit".into(), reason: "x".into(), ..SetDue::default() });
    for item in [&v, &m] {
        all_indexed(&work, item, || drop(work.ask(Show { item: item.clone() })));
    }
    all_indexed(&work, "the list of events", || drop(work.ask(Events::default())));
    let preview = EventMovePreview { event: v, from: "2028-03-01".into(), to: None };
    all_indexed(&work, "the preview of a move", || drop(work.ask(preview)));
    for overdue in [false, true] {
        all_indexed(&work, "milestones", || drop(work.ask(Milestones { overdue, ..Milestones::default() })));
    }
    all_indexed(&work, "milestones that are due soon", || {
        drop(work.ask(Milestones { due_within: Some(90), ..Milestones::default() }));
    });
}

#[test]
fn what_a_window_asks_all_the_time_is_read_from_indexes() {
    let work = Work::sample();
    all_indexed(&work, "changed since", || drop(work.ask(ChangedSince { entry: 1 })));
    all_indexed(&work, "the bin", || drop(work.ask(Bin::default())));
    // Asked after every edit and before all else at the start: nothing of it grows with the register.
    all_indexed(&work, "the workspace", || drop(work.ask(Workspace {})));
    let ((), statements) = statements_of(|| drop(work.ask(Workspace {})));
    assert!(!statements.iter().any(|sql| sql.contains("count(")), "the workspace counts: {statements:#?}");
}

#[test]
fn every_queue_is_read_from_indexes_and_not_sorted() {
    let work = Work::sample();
    let mut sorting = Vec::new();
    for (kind, queues) in [
        (ListKind::Recommendations, vec![Queue::NotTakenUp, Queue::NoOwner, Queue::Flagged]),
        (
            ListKind::Commitments,
            Queue::ALL.iter().copied().filter(|q| !matches!(q, Queue::NotTakenUp | Queue::NoOwner)).collect(),
        ),
    ] {
        for queue in queues {
            let list = List { kind: Some(kind), queue: Some(queue), limit: Some(50), ..List::default() };
            all_indexed(&work, &format!("{queue:?}"), || drop(work.ask(list.clone())));
            // The page is found in the order of an index: only its own rows are sorted, after it was cut out.
            let ((), statements) = statements_of(|| drop(work.ask(list)));
            let page = statements.iter().find(|s| s.contains("LIMIT :limit")).unwrap_or_else(|| panic!("{queue:?} has no page"));
            let from = page.find("(SELECT c.rid").or_else(|| page.find("(SELECT r.rid")).expect("a page of row numbers");
            let to = page[from..].find("OFFSET :offset").expect("an offset") + from + "OFFSET :offset".len();
            let sorted = plan(&work.raw(), &page[from + 1..to]).into_iter().any(|line| line.contains("TEMP B-TREE"));
            if sorted && queue != Queue::Flagged {
                sorting.push(page[from + 1..to].to_owned());
            }
        }
    }
    assert!(sorting.is_empty(), "{sorting:#?}");
}

/// A term about the other side of an answer (a commitment's priority, a recommendation's health) goes over that side at
/// most: never over all items, which are many times as many.
#[test]
fn a_term_of_the_other_side_does_not_go_over_all_items() {
    let work = Work::sample();
    let (c, r) = (ListKind::Commitments, ListKind::Recommendations);
    for (list, filter) in [
        (c, "priority:high due<today"),
        (c, "force:should status:open"),
        (c, "silent:any"),
        (c, "decision:none"),
        (c, "theme:Protection"),
        (r, "status:implemented"),
        (r, "due<today"),
        (r, "health:any slips>1"),
        (r, "lead:DPPA"),
    ] {
        let asked = List { kind: Some(list), filter: Some(filter.into()), limit: Some(50), ..List::default() };
        let ((), statements) = statements_of(|| drop(work.ask(asked)));
        assert!(statements.iter().any(|sql| sql.contains("item xai")), "{filter} is about the other side: {statements:#?}");
        let conn = work.raw();
        let found: Vec<_> = statements
            .iter()
            .filter(|sql| sql.starts_with(['S', 'W']))
            .flat_map(|sql| plan(&conn, sql))
            .filter(|line| line.starts_with("SCAN xai"))
            .collect();
        assert!(found.is_empty(), "{filter}: {found:#?}");
    }
}

/// A list that was filtered begins at the narrowest of its terms that an index knows.
#[test]
fn a_filter_begins_at_its_narrowest_term() {
    let work = Work::sample();
    let all = work.ask(List { kind: Some(ListKind::Commitments), limit: Some(1000), ..List::default() }).commitments;
    let field = |list: Option<ListKind>| DefineField {
        name: "Region".into(),
        kind: Some(followthrough_model::vocabulary::CustomKind::One),
        list,
        choices: vec!["North".into(), "South".into()],
    };
    let set = |item: &str| SetField { item: item.into(), field: "Region".into(), values: vec!["north".into()] };
    work.edit(field(None));
    work.edit(set(&all[0].commitment));
    work.edit(field(Some(ListKind::Recommendations)));
    work.edit(set("A4P+ P1"));
    work.edit(LogUpdate { status: Some(followthrough_model::Status::Suspended), ..update(&all[1].commitment, None, None) });
    work.edit(SetFlag { item: all[2].commitment.clone(), on: "2026-11-20".into(), ..SetFlag::default() });
    let (c, r) = (ListKind::Commitments, ListKind::Recommendations);
    for (list, filter, index) in [
        (c, "lead:DPPA status:open due<2099-01-01", "commitment_lead"),
        (c, "status:open due<2019-01-01 priority:none", "commitment_due"),
        (c, "status:suspended kind:response", "commitment_status"),
        (c, "kind:response #Region:North", "custom_value_field"),
        (c, "lead:DPPA kind:response", "commitment_actor_actor"),
        (c, "flagged:any status:open", "flag_"),
        (c, "source:A4P+ kind:response", "recommendation_source"),
        (c, "theme:Protection kind:response", "theme_of_theme"),
        (r, "#Region:North force:should", "custom_value_field"),
        (r, "source:A4P+ force:should", "recommendation_source"),
        (r, "status:open #Region:North", "custom_value_field"),
    ] {
        for group in [None, Some("status".to_owned())] {
            let asked = List { kind: Some(list), filter: Some(filter.into()), group, limit: Some(50), ..List::default() };
            let ((), statements) = statements_of(|| drop(work.ask(asked)));
            let conn = work.raw();
            let flags = rusqlite::functions::FunctionFlags::SQLITE_UTF8;
            conn.create_scalar_function("fold", 1, flags, |ctx| ctx.get::<Option<String>>(0)).expect("a function");
            let counts = |sql: &&String| sql.contains(" GROUP BY 1") || sql.contains("FROM ") && sql.starts_with("SELECT NULL");
            let head = statements.iter().find(counts).unwrap_or_else(|| panic!("{filter}: {statements:#?}"));
            let first = plan(&conn, head);
            let begins = first.iter().find(|line| line.starts_with("SEARCH") || line.starts_with("SCAN"));
            assert!(begins.is_some_and(|line| line.contains(index)), "{filter}: {first:#?} {head}");
        }
    }
}

/// The first rows that a filter admits are found in the order of the list, as far as needed: nothing is put in order, and
/// what stands on the other side is looked up row by row.
#[test]
fn the_first_rows_of_a_filter_are_read_in_their_order() {
    let work = Work::sample();
    let (c, r) = (ListKind::Commitments, ListKind::Recommendations);
    for (list, queue, filter) in [
        (c, Queue::All, "evidence:none due<2099"),
        (c, Queue::All, "status:open updated<2099-01-01"),
        (c, Queue::All, "priority:any due<2099-01-01"),
        (c, Queue::All, "text:protection"),
        (c, Queue::Closed, "kind:response"),
        (r, Queue::All, "status:open"),
        (r, Queue::All, "text:protection"),
    ] {
        let asked = List { kind: Some(list), queue: Some(queue), filter: Some(filter.into()), limit: Some(2), ..List::default() };
        let ((), statements) = statements_of(|| drop(work.ask(asked)));
        let page = statements.iter().find(|s| s.contains("LIMIT :limit")).unwrap_or_else(|| panic!("{filter} has no page"));
        let from = page.find("(SELECT c.rid").or_else(|| page.find("(SELECT r.rid")).expect("a page of row numbers");
        let to = page.find("OFFSET :offset").expect("an offset") + "OFFSET :offset".len();
        let conn = work.raw();
        let flags = rusqlite::functions::FunctionFlags::SQLITE_UTF8;
        conn.create_scalar_function("fold", 1, flags, |ctx| ctx.get::<Option<String>>(0)).expect("a function");
        let wrong: Vec<_> = plan(&conn, &page[from + 1..to])
            .into_iter()
            .filter(|line| line.contains("TEMP B-TREE") || line.contains("LIST SUBQUERY"))
            .collect();
        assert!(wrong.is_empty(), "{filter}: {wrong:#?}");
    }
}

fn plan(conn: &rusqlite::Connection, sql: &str) -> Vec<String> {
    let mut statement = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap_or_else(|e| panic!("{sql}: {e}"));
    let lines = statement.raw_query().mapped(|r| r.get(3)).collect::<Result<_, _>>();
    lines.expect("the plan")
}

#[test]
fn edits_are_settled_through_indexes() {
    let work = Work::sample();
    let c = work.ask(Overdue::default()).items.remove(0).commitment;
    all_indexed(&work, "log-update", || drop(work.log(&c, None, None)));
    all_indexed(&work, "set-due", || {
        work.edit(SetDue { commitment: c.clone(), words: "2099".into(), reason: "x".into(), ..SetDue::default() });
    });
    all_indexed(&work, "undo", || drop(work.edit(Undo {})));
}

#[test]
fn how_items_hang_together_is_read_and_changed_through_indexes() {
    let work = Work::sample();
    let link = |of: &str, kind| LinkRecommendations {
        of: of.into(),
        other: "A4P+ P2".into(),
        kind: Some(kind),
        reason: "They speak of one thing.".into(),
    };
    all_indexed(&work, "link", || {
        work.edit(link("A4P+ P1", LinkKind::Supersedes));
        work.edit(link("A4P+ P1", LinkKind::Duplicates));
    });
    all_indexed(&work, "a page with links and a chain", || drop(work.ask(Show { item: "A4P+ P2".into() })));
    all_indexed(&work, "themes", || drop(work.ask(Themes::default())));
    all_indexed(&work, "a roll-up of a theme", || {
        drop(
            work.ask(Rollup { theme: Some("Action for Peacekeeping: the eight themes: Protection".into()), ..Rollup::default() }),
        );
    });
    work.recommendation("A4P+", "X");
    all_indexed(&work, "split", || {
        let parts = vec!["This.".into(), "That.".into()];
        work.edit(SplitRecommendation { recommendation: "A4P+ X".into(), parts, moves: vec![] });
    });
    all_indexed(&work, "join", || drop(work.edit(JoinParts { recommendation: "A4P+ X".into() })));
    let repeat = RepeatCommitment {
        recommendation: "A4P+ X".into(),
        deliverable: "A plan".into(),
        actor: vec!["DPPA".into(), "DPO".into()],
        ..RepeatCommitment::default()
    };
    let mut series = String::new();
    all_indexed(&work, "repeat", || series = work.edit(repeat).reference);
    for as_of in ["2026-11-20", "2024-06-01"] {
        all_indexed(&work, "a series", || drop(work.ask_on(as_of, Show { item: series.clone() })));
        let list =
            List { kind: Some(ListKind::Recommendations), limit: Some(50), source: Some("A4P+".into()), ..List::default() };
        all_indexed(&work, "recommendations with their state", || drop(work.ask_on(as_of, list)));
    }
    let reason = "A new plan.".to_owned();
    let (recommendation, source) = (vec!["A4P+ X".to_owned()], Some("A4P+".to_owned()));
    all_indexed(&work, "carry forward", || {
        drop(work.edit(CarryForward { recommendation, source, reason, ..CarryForward::default() }));
    });
    all_indexed(&work, "undo", || drop(work.edit(Undo {})));
}

/// A list may be read along an index from end to end; what an edit touched must be found by its few rows.
#[test]
fn an_edit_goes_over_nothing() {
    let work = Work::sample();
    let c = work.ask(Overdue::default()).items.remove(0).commitment;
    let ((), statements) = statements_of(|| drop(work.log(&c, None, None)));
    let conn = work.raw();
    let found: BTreeSet<_> = statements
        .iter()
        .filter(|sql| sql.contains("c.entry = ?1"))
        .flat_map(|sql| gone_over(&conn, sql).into_iter().map(move |line| (line, sql.as_str())))
        .collect();
    assert!(statements.iter().any(|sql| sql.contains("c.entry = ?1")), "an edit settles what it touched");
    assert!(found.is_empty(), "{found:#?}");
}

/// Few rows of their own, each with its line among the millions of items: from the few, never over the many.
#[test]
fn what_is_few_is_read_from_the_few() {
    let work = Work::sample();
    let check = |what: &str, ask: &dyn Fn()| {
        let ((), statements) = statements_of(ask);
        let conn = work.raw();
        let statements: BTreeSet<_> = statements.into_iter().filter(|s| s.trim_start().starts_with(['S', 'W'])).collect();
        assert!(!statements.is_empty(), "{what} asks nothing: are the statements listed?");
        let found: Vec<_> = statements.iter().flat_map(|sql| gone_over(&conn, sql).into_iter().map(move |l| (l, sql))).collect();
        assert!(found.is_empty(), "{what}: {found:#?}");
    };
    check("fields", &|| drop(work.ask(Fields::default())));
    check("indicators", &|| drop(work.ask(Indicators::default())));
    check("views", &|| drop(work.ask(Views::default())));
    check("reviews", &|| drop(work.ask(Reviews {})));
    check("events", &|| drop(work.ask(Events::default())));
    check("settings", &|| {
        work.ask(Settings {});
    });
    for kind in [ListKind::Actors, ListKind::Sources] {
        check(kind.as_str(), &|| drop(work.ask(List { kind: Some(kind), ..List::default() })));
    }
}

/// An actor may have a hundred thousand commitments among a million: its page goes from the actor to what is its own.
#[test]
fn the_account_of_an_actor_goes_over_nothing() {
    let work = Work::sample();
    let (actor, conn) = ("DPO".to_owned(), work.raw());
    for as_of in ["2026-11-20", "2024-06-01"] {
        for tree in [false, true] {
            let ((), statements) = statements_of(|| {
                work.ask_on(as_of, Account { actor: actor.clone(), tree });
                work.ask_on(as_of, Owed { actor: actor.clone(), tree });
                work.ask_on(as_of, Show { item: actor.clone() });
            });
            let statements: BTreeSet<_> = statements.into_iter().filter(|s| s.trim_start().starts_with(['S', 'W'])).collect();
            let found: Vec<_> =
                statements.iter().flat_map(|sql| gone_over(&conn, sql).into_iter().map(move |line| (line, sql))).collect();
            // Whether anything at all is marked: the first of few.
            let found: Vec<_> = found.into_iter().filter(|(line, _)| !line.contains("INDEX item_private")).collect();
            assert!(statements.len() > 30 && found.is_empty(), "as of {as_of}, tree: {tree}: {found:#?}");
        }
    }
}

#[test]
fn a_source_as_it_is_read_is_read_from_indexes() {
    let work = Work::sample();
    for as_of in ["2026-11-20", "2024-06-01"] {
        all_indexed(&work, as_of, || {
            drop(work.ask_on(as_of, Outline { source: "A4P+".into(), ..Outline::default() }));
        });
    }
}

/// Moved dues have an index of their own: the numbers at the side are asked after every edit.
#[test]
fn the_numbers_at_the_side_are_counted_from_narrow_indexes() {
    let work = Work::sample();
    let ((), statements) = statements_of(|| drop(work.ask(Counts {})));
    let conn = work.raw();
    let wide: BTreeSet<_> = statements
        .iter()
        .filter(|sql| sql.trim_start().starts_with(['S', 'W']))
        .flat_map(|sql| gone_over(&conn, sql).into_iter().map(move |line| (line, sql.as_str())))
        .filter(|(line, _)| line.starts_with("SCAN commitment") && !line.contains("COVERING INDEX"))
        .collect();
    assert!(wide.is_empty(), "{wide:#?}");
}
