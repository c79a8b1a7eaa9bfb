//! Lists in an order that somebody chose: every column in both directions, what has nothing in it last, ties, pages, groups,
//! earlier days; and that further pages follow an edit.
//!
//! Does not look at plans; `plans` does.

use crate::desk::{Work, is_a_sentence, update};
use followthrough_commands::*;
use followthrough_model::Status;
use followthrough_model::text::sort_key;
use followthrough_model::vocabulary::{CommitmentKind, Force, Health, Level, ListKind, Priority, Queue};
use serde_json::{Value, json};

fn list(kind: ListKind, sort: &str) -> List {
    List { kind: Some(kind), sort: Some(sort.into()), limit: Some(10_000), ..List::default() }
}

/// The rows of a list, as the window gets them.
fn rows(work: &Work, as_of: &str, asked: List) -> Vec<Value> {
    let kind = asked.kind.expect("a list").to_string();
    let reply = serde_json::to_value(work.ask_on(as_of, asked)).expect("JSON");
    reply[kind].as_array().expect("rows").clone()
}

fn place<W: Copy>(all: &[W], word: &Value, spelt: impl Fn(W) -> &'static str) -> Value {
    word.as_str().map_or(Value::Null, |word| json!(all.iter().position(|w| spelt(*w) == word)))
}

/// What a column compares, read from the row; nothing where the row does not tell it.
fn compared(kind: ListKind, column: &str, row: &Value) -> Option<Value> {
    let text = |name: &str| row[name].as_str().map_or(Value::Null, |text| json!(sort_key(text)));
    Some(match (kind, column) {
        (_, "health") => place(Health::ALL, &row["health"], Health::as_str),
        (ListKind::Commitments | ListKind::Actors, "level") => place(Level::ALL, &row["level"], Level::as_str),
        (ListKind::Commitments, "kind") => place(CommitmentKind::ALL, &row["kind"], CommitmentKind::as_str),
        (_, "status") => place(Status::ALL, &row["status"], Status::as_str),
        (_, "priority") => place(Priority::ALL, &row["priority"], Priority::as_str),
        (_, "force") => place(Force::ALL, &row["force"], Force::as_str),
        (_, "due") => row["due_by"].clone(),
        (_, "updated") => row["last_update"].clone(),
        (_, "label" | "recommendation") => return None, // in the order of documents: see below
        (ListKind::Recommendations, "text") => {
            let heading = row["heading"].as_str().map_or(String::new(), |heading| format!("{heading} "));
            json!(sort_key(&format!("{heading}{}", row["text"].as_str().unwrap_or_default())))
        }
        (ListKind::Actors, "short") if row["actor"] == row["name"] => Value::Null,
        (ListKind::Actors, "short") => text("actor"),
        (ListKind::Sources, "short") => text("source"),
        (ListKind::Sources, "commitments" | "overdue" | "recommendations" | "parts" | "published")
        | (ListKind::Actors, "leads" | "overdue" | "kind")
        | (_, "slips" | "age" | "evidence" | "review_months") => row[column].clone(),
        _ => text(column),
    })
}

fn before(a: &Value, b: &Value) -> std::cmp::Ordering {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a.as_i64().cmp(&b.as_i64()),
        (Value::String(a), Value::String(b)) => a.cmp(b),
        _ => panic!("{a} beside {b}"),
    }
}

#[track_caller]
fn in_order(kind: ListKind, column: &str, down: bool, rows: &[Value], what: &str) {
    let keys: Option<Vec<Value>> = rows.iter().map(|row| compared(kind, column, row)).collect();
    for pair in keys.unwrap_or_default().windows(2) {
        let stands = match (pair[0].is_null(), pair[1].is_null()) {
            (_, true) => true,
            (true, false) => false,
            _ if down => before(&pair[0], &pair[1]).is_ge(),
            _ => before(&pair[0], &pair[1]).is_le(),
        };
        assert!(stands, "{what}: {} before {}", pair[0], pair[1]);
    }
}

/// The columns that a list can be sorted by, as the refusal of a wrong one lists them.
fn columns(work: &Work, kind: ListKind) -> Vec<String> {
    let problem = Problem::from(work.desk.ask_today(list(kind, "colour")).expect_err("no such column"));
    is_a_sentence(&problem.message);
    assert_eq!(problem.code, "sort");
    let (_, names) = problem.message.trim_end_matches('.').rsplit_once(": ").expect("a list of names");
    names.split(", ").map(str::to_owned).collect()
}

/// A register with some of everything, and holes in it.
fn full() -> Work {
    let work = Work::sample();
    let all = work.ask(Overdue { limit: Some(12), ..Overdue::default() }).items;
    for (n, row) in all.iter().enumerate() {
        let c = &row.commitment;
        let health = [Health::OffTrack, Health::OnTrack, Health::AtRisk][n % 3];
        if n % 4 != 3 {
            work.edit(LogUpdate { health: Some(health), ..update(c, None, Some(&format!("2025-0{}-11", 1 + n % 7))) });
        }
        if n % 2 == 0 {
            let handler = Some(["Émile", "emma", "Zoë", "Ana"][n / 2 % 4].into());
            let review_months = Some(["6", "12"][n / 2 % 2].into());
            work.edit(EditCommitment { commitment: c.clone(), handler, review_months, ..EditCommitment::default() });
        }
        if n % 3 == 0 {
            let (words, reason) = (format!("202{}", 4 + n % 5), "It moved.".into());
            work.edit(SetDue { commitment: c.clone(), words, reason, ..SetDue::default() });
        }
    }
    for (n, priority) in ["low", "high", "medium"].into_iter().enumerate() {
        let recommendation = format!("A4P+ P{}", n + 1);
        work.edit(EditRecommendation { recommendation, priority: Some(priority.into()), ..EditRecommendation::default() });
    }
    work
}

#[test]
fn every_column_of_every_list_in_both_directions() {
    let work = full();
    for kind in [ListKind::Commitments, ListKind::Recommendations, ListKind::Actors, ListKind::Sources] {
        for column in columns(&work, kind) {
            for sort in [column.clone(), format!("-{column}")] {
                for as_of in ["2026-11-20", "2025-03-01"] {
                    let what = format!("{kind} by {sort} on {as_of}");
                    let whole = rows(&work, as_of, list(kind, &sort));
                    in_order(kind, &column, sort.starts_with('-'), &whole, &what);
                    let ids = |rows: &[Value]| rows.iter().map(|row| row["id"].to_string()).collect::<Vec<_>>();
                    let (mut sorted, mut plain) = (ids(&whole), ids(&rows(&work, as_of, list(kind, ""))));
                    sorted.sort();
                    plain.sort();
                    assert_eq!(sorted, plain, "{what} has the same rows");
                    if as_of < "2026" && sort.starts_with('-') {
                        continue;
                    }
                    // Page by page it is the same, and so is its beginning once the rest is known.
                    let page = |offset: usize| List {
                        limit: Some(61),
                        offset: Some(u32::try_from(offset).expect("a number")),
                        ..list(kind, &sort)
                    };
                    let offsets = (0..whole.len()).step_by(61);
                    let pages: Vec<Value> = offsets.flat_map(|offset| rows(&work, as_of, page(offset))).collect();
                    assert_eq!(ids(&pages), ids(&whole), "{what}, page by page");
                    assert_eq!(rows(&work, as_of, page(0)), whole[..61.min(whole.len())], "{what}, the first page again");
                }
            }
        }
    }
}

/// References of the commitments of a small register in an order.
fn order(work: &Work, sort: &str) -> Vec<String> {
    work.ask(list(ListKind::Commitments, sort)).commitments.into_iter().map(|c| c.commitment).collect()
}

#[test]
fn labels_count_and_ties_stand_as_the_list_has_them() {
    let (work, first) = Work::small();
    for label in ["R10", "R2", "r 3"] {
        work.recommendation("R", label);
    }
    work.source("Q");
    work.recommendation("Q", "1");
    let [ten, two, q] = ["R R10", "R R2", "Q 1"].map(|r| work.commitment(r, "DOS", "2024-01-31").reference);
    let undated = work.commitment("R R2", "DPO", "as resources allow").reference;
    // The source that came first, then its labels as people count.
    assert_eq!(order(&work, "recommendation"), [&first, &two, &undated, &ten, &q].map(String::as_str));
    assert_eq!(order(&work, "-recommendation"), [&q, &ten, &two, &undated, &first].map(String::as_str));
    // Nothing stands last in both directions; ties stand in the order in which they came.
    assert_eq!(order(&work, "due"), [&first, &ten, &two, &q, &undated].map(String::as_str));
    assert_eq!(order(&work, "-due"), [&ten, &two, &q, &first, &undated].map(String::as_str));
    // The second column parts what the first does not.
    assert_eq!(order(&work, "lead,-due"), [&ten, &two, &q, &first, &undated].map(String::as_str));
    assert_eq!(order(&work, " -lead , -recommendation, lead"), [&undated, &first, &q, &ten, &two].map(String::as_str));
    assert_eq!(order(&work, ""), [&first, &ten, &two, &q, &undated].map(String::as_str));
    // Items keep the order of their document: as they were entered.
    let labels = |sort: &str| -> Vec<_> {
        work.ask(list(ListKind::Recommendations, sort)).recommendations.into_iter().map(|r| r.recommendation).collect()
    };
    assert_eq!(labels("label"), ["R 1", "R R10", "R R2", "R r 3", "Q 1"]);
    assert_eq!(labels("source,label"), ["Q 1", "R 1", "R R10", "R R2", "R r 3"]);
}

#[test]
fn it_works_with_queues_filters_and_groups() {
    let work = full();
    let overdue = |sort: &str, group: Option<&str>, filter: Option<&str>| Overdue {
        sort: Some(sort.into()),
        group: group.map(str::to_owned),
        filter: filter.map(str::to_owned),
        limit: Some(10_000),
        ..Overdue::default()
    };
    for as_of in ["2026-11-20", "2025-03-01"] {
        for (sort, column) in
            [("-due", "due"), ("lead,-due", "lead"), ("status", "status"), ("-updated", "updated"), ("due", "due")]
        {
            let whole = work.ask_on(as_of, overdue("", None, None));
            let sorted = work.ask_on(as_of, overdue(sort, None, None));
            let head = |r: &followthrough_store::read::overdue::OverdueReply| {
                (r.total, r.without_evidence, r.moved, r.oldest, format!("{:?}", r.bands))
            };
            assert_eq!(head(&whole), head(&sorted), "{sort}: the order changes no figure");
            assert_eq!(usize::try_from(sorted.total).expect("a number"), sorted.items.len());
            let items = serde_json::to_value(&sorted.items).expect("JSON");
            in_order(ListKind::Commitments, column, sort.starts_with('-'), items.as_array().expect("rows"), sort);
            // In groups, the groups stand as they do, and each is in order.
            for group in ["lead", "status", "month"] {
                let plain = work.ask_on(as_of, overdue("", Some(group), None));
                let sorted = work.ask_on(as_of, overdue(sort, Some(group), None));
                let keys = |groups: &[followthrough_store::read::group::Group]| {
                    groups.iter().map(|g| (g.key.clone(), g.count, g.start)).collect::<Vec<_>>()
                };
                assert_eq!(keys(&plain.groups), keys(&sorted.groups), "{sort} by {group}");
                let items = serde_json::to_value(&sorted.items).expect("JSON");
                let items = items.as_array().expect("rows");
                for of in &sorted.groups {
                    let (from, n) = (of.start as usize, of.count as usize);
                    let what = format!("{sort} in {group} {:?}", of.key);
                    in_order(ListKind::Commitments, column, sort.starts_with('-'), &items[from..from + n], &what);
                }
                let mut pages = Vec::new();
                for offset in (0..sorted.total).step_by(11) {
                    let page = Overdue { limit: Some(11), offset: Some(offset), ..overdue(sort, Some(group), None) };
                    pages.extend(work.ask_on(as_of, page).items.into_iter().map(|c| c.id));
                }
                assert_eq!(pages, sorted.items.iter().map(|c| c.id).collect::<Vec<_>>(), "{sort} by {group}, page by page");
            }
            let some = work.ask_on(as_of, overdue(sort, None, Some("status:not_started"))).items;
            let expect: Vec<_> = sorted.items.iter().filter(|c| c.status == Status::NotStarted).map(|c| c.id).collect();
            assert_eq!(some.iter().map(|c| c.id).collect::<Vec<_>>(), expect, "{sort} with a filter");
        }
    }
    let slipping = List { queue: Some(Queue::Slipping), ..list(ListKind::Commitments, "-slips,deliverable") };
    let reply = work.ask(slipping);
    assert!(reply.total > 0 && reply.commitments.iter().map(|c| c.slips).is_sorted_by(|a, b| a >= b));
}

#[test]
fn further_pages_follow_an_edit() {
    let (work, first) = Work::small();
    let second = work.commitment("R 1", "DOS", "2024-01-31").reference;
    let third = work.commitment("R 1", "DOS", "2024-06-30").reference;
    let page = || {
        let asked = List { limit: Some(2), offset: Some(1), ..list(ListKind::Commitments, "-due") };
        work.ask(asked).commitments.into_iter().map(|c| c.commitment).collect::<Vec<_>>()
    };
    assert_eq!(page(), [second.as_str(), first.as_str()]);
    work.edit(SetDue { commitment: first.clone(), words: "2024-03-31".into(), reason: "Late".into(), ..SetDue::default() });
    assert_eq!(page(), [first.as_str(), second.as_str()]);
    work.edit(Delete { item: third });
    assert_eq!(page(), [second.as_str()]);
    work.edit(Undo {});
    assert_eq!(page(), [first.as_str(), second.as_str()]);
    // Another program's edit counts as well.
    let other = work.second();
    crate::desk::edit(&other, Undo {});
    assert_eq!(page(), [second.as_str(), first.as_str()]);
}

#[test]
fn what_cannot_be_sorted_by_is_told() {
    let (work, _) = Work::small();
    for sort in ["colour", "due,colour", "-", "--due", "due;lead", "due,lead,status,slips,age", "DUE"] {
        let problem = Problem::from(work.desk.ask_today(list(ListKind::Commitments, sort)).expect_err(sort));
        assert_eq!(problem.code, "sort", "{sort}: {}", problem.message);
        is_a_sentence(&problem.message);
    }
    assert!(work.desk.ask_today(list(ListKind::Sources, "due")).is_err(), "a column of another list");
    let shown = work.cli(&["list", "commitments", "--sort", "-due,lead"]);
    assert_eq!(shown.code, Some(0), "{}", shown.err);
}
