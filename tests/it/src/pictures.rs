//! What pictures are drawn from: every number is the total of the list that its mark opens, on any day; a day over time
//! says what the lists of that day say; nothing that is kept back goes out; a picture is written as what it is.
//!
//! Does not look at drawings; the journeys in a browser do.

use crate::desk::{Work, day, is_a_sentence, update};
use followthrough_commands::read::picture::Crossed;
use followthrough_commands::*;
use followthrough_model::Status;
use followthrough_model::vocabulary::{Across, ListKind, Owed, Step, Verdict};

fn total(work: &Work, at: &At, lead: Option<String>, filter: String) -> u32 {
    let list = List { kind: Some(ListKind::Commitments), lead, filter: Some(filter.clone()), limit: Some(0), ..List::default() };
    work.desk.ask(list, at).unwrap_or_else(|e| panic!("{filter}: {e}")).total
}

/// Every cell, and every column, is the total of its list. Answers how many cells are not empty.
#[track_caller]
fn opens_its_lists(work: &Work, at: &At, base: &str, reply: &Crossed) -> usize {
    let mut full = 0;
    for row in &reply.rows {
        for (column, n) in reply.columns.iter().zip(&row.cells) {
            let filter = [base, &row.filter, &column.filter].join(" ");
            let lead = row.lead.as_ref().map(|lead| lead.id.to_string());
            assert_eq!(total(work, at, lead, filter.clone()), *n, "{:?} {filter} as of {}", row.lead, at.as_of);
            full += usize::from(*n > 0);
        }
    }
    if reply.framework.is_none() || reply.rows.iter().all(|row| row.theme.is_some()) {
        for column in &reply.columns {
            assert_eq!(total(work, at, None, format!("{base} {}", column.filter)), column.n, "{}", column.filter);
        }
        assert_eq!(reply.columns.iter().map(|column| column.n).sum::<u32>(), reply.total);
    }
    full
}

/// Two leads, one under the other, and dues moved, results reported, verified and given up.
fn busy() -> Work {
    let (work, first) = Work::small();
    work.edit(EditActor { actor: "DOS".into(), parent: Some("DPO".into()), ..EditActor::default() });
    work.recommendation("R", "2");
    work.edit(AddFramework { name: "Own".into() });
    for (theme, recommendation) in [("Safety: camps", "R 1"), ("Pace", "R 1"), ("Pace", "R 2"), ("Empty", "")] {
        if !work.ask(Themes::default()).frameworks.iter().any(|f| f.themes.iter().any(|t| t.name == theme)) {
            work.edit(AddTheme { framework: "Own".into(), name: theme.into() });
        }
        if !recommendation.is_empty() {
            work.edit(TagItem { item: recommendation.into(), theme: format!("Own: {theme}") });
        }
    }
    let made = |recommendation: &str, lead: &str, due: &str| work.commitment(recommendation, lead, due).reference;
    let late = made("R 1", "DOS", "2026-11-01");
    let done = made("R 2", "DOS", "2025-06-30");
    let gone = made("R 2", "DPO", "2027-01-31");
    made("R 2", "DPO", "2027-06-30");
    work.edit(SetDue { commitment: late, words: "2026-11-10".into(), reason: "Late staff.".into(), ..SetDue::default() });
    work.log(&done, Some(Status::ReportedImplemented), Some("2025-05-01"));
    work.edit(VerifyResult {
        commitment: done,
        verdict: Some(Verdict::Waived),
        reason: Some("Seen on a visit.".into()),
        on: Some("2025-05-20".into()),
        ..VerifyResult::default()
    });
    work.edit(update(&gone, Some(Status::OvertakenByEvents), Some("2026-02-01")));
    work.edit(update(&first, Some(Status::UnderImplementation), Some("2024-02-01")));
    work.edit(AddCommitment { recommendation: "R 1".into(), deliverable: "Without a lead".into(), ..AddCommitment::default() });
    work
}

#[test]
fn every_mark_opens_the_list_that_it_counts() {
    let own = busy();
    let sample = Work::sample();
    for (work, least) in [(&own, 4), (&sample, 6)] {
        let today = work.desk.today();
        let middle = work.last_entry() / 2;
        for at in [At::on(today, today), At::on(day("2025-05-10"), today), At { as_of: today, today, known: Some(middle) }] {
            for base in ["", "due:any -status:suspended"] {
                let filter = Some(base.to_owned());
                let ask = |by| StatusBy { by: Some(by), filter: filter.clone(), ..StatusBy::default() };
                let by_lead = work.desk.ask(ask(Across::Lead), &at).expect("by lead");
                let full = opens_its_lists(work, &at, base, &by_lead);
                assert!(at.known.is_some() || full >= least.min(4), "{full} cells at {at:?}");
                let by_theme = work.desk.ask(ask(Across::Theme), &at).expect("by theme");
                opens_its_lists(work, &at, base, &by_theme);
                let ages = work.desk.ask(Ageing { filter: filter.clone(), ..Ageing::default() }, &at).expect("ages");
                opens_its_lists(work, &at, base, &ages);
                for owed in [Owed::Overdue, Owed::Open] {
                    let heat = Heat { owed: Some(owed), filter: filter.clone(), ..Heat::default() };
                    let heat = work.desk.ask(heat, &at).expect("heat");
                    let full = opens_its_lists(work, &at, base, &heat);
                    assert!(at.known.is_some() || full > 1, "{full} cells at {at:?}");
                }
            }
        }
    }
}

#[test]
fn leads_are_counted_themselves_and_the_worst_stands_first() {
    let work = busy();
    let reply = work.ask(StatusBy::default());
    let names: Vec<_> = reply.rows.iter().map(|row| row.lead.as_ref().map(|lead| lead.reference.clone())).collect();
    assert_eq!(names, [Some("DPO".into()), Some("DOS".into()), None]);
    let cells: Vec<_> = reply.rows.iter().map(|row| row.cells.clone()).collect();
    // overdue, open, waiting, implemented, closed otherwise, suspended
    assert_eq!(cells, [[1, 1, 0, 0, 1, 0], [1, 0, 0, 1, 0, 0], [0, 1, 0, 0, 0, 0]]);
    assert_eq!((reply.total, reply.rows_more), (6, 0));
    let ages = work.ask(Ageing::default());
    assert_eq!(ages.columns.iter().map(|column| column.n).collect::<Vec<_>>(), [1, 0, 1, 0]);
    // The bands are those of the list of what is overdue.
    let bands: Vec<_> = work.ask(Overdue::default()).bands.iter().map(|band| (band.from_days, band.count)).collect();
    assert_eq!(ages.columns.iter().map(|c| (c.from_days.unwrap_or(0), c.n)).collect::<Vec<_>>(), bands);
    let printed = work.cli(&["status-by", "--by", "theme"]);
    assert!(printed.out.contains("Safety: camps"), "{printed:?}");
}

#[test]
fn more_leads_than_a_picture_holds_are_said() {
    let (work, _) = Work::small();
    for n in 0..33 {
        work.actor(&format!("X{n}"));
        work.commitment("R 1", &format!("X{n}"), "2024-01-31");
    }
    let reply = work.ask(StatusBy::default());
    assert_eq!((reply.rows.len(), reply.rows_more, reply.more[0]), (30, 4, 4));
    assert_eq!((reply.columns[0].n, reply.total), (34, 34));
}

#[test]
fn a_day_over_time_says_what_the_lists_of_that_day_say() {
    let own = busy();
    let sample = Work::sample();
    for work in [&own, &sample] {
        let today = work.desk.today();
        let known = work.last_entry() / 2;
        for (as_of, known) in [(today, None), (day("2026-03-05"), None), (today, Some(known))] {
            let at = At { as_of, today, known };
            // The last asks about the day itself, and is counted day by day.
            for filter in ["", "lead:DPO", "due:any -theme:none", "updated:none", "queue:slipping"] {
                let over = OverTime {
                    from: "2023-11-20".into(),
                    step: Some(Step::Quarter),
                    filter: Some(filter.into()),
                    exported: false,
                };
                let reply = work.desk.ask(over, &at).unwrap_or_else(|e| panic!("{filter}: {e}"));
                assert_eq!(reply.points.last().map(|point| point.day), Some(as_of));
                for point in &reply.points {
                    let on = At { as_of: point.day, ..at };
                    let count = |line: &str| total(work, &on, None, format!("{filter} {line}"));
                    let said = (count("status:open"), count("queue:overdue"), count("status:implemented"));
                    assert_eq!((point.open, point.overdue, point.implemented), said, "{filter} on {} at {at:?}", point.day);
                }
            }
        }
    }
    let reply = own.ask(OverTime { from: "2023-11-20".into(), step: Some(Step::Year), ..OverTime::default() });
    let overdue: Vec<u32> = reply.points.iter().map(|point| point.overdue).collect();
    assert_eq!(overdue, [0, 1, 1, 2], "something changes over the years");
    let refused = own.desk.ask_today(OverTime { from: "1026-01-01".into(), step: Some(Step::Month), ..OverTime::default() });
    is_a_sentence(&refused.expect_err("too many days").to_string());
}

#[test]
fn the_line_of_dues_has_each_slip_and_adds_up_to_a_list() {
    let work = busy();
    let reply = work.ask(DueLine::default());
    let list = List { kind: Some(ListKind::Commitments), filter: Some(reply.filter.clone()), ..List::default() };
    let list = work.ask(list);
    assert_eq!(reply.total, list.total);
    let dues: Vec<_> = reply.items.iter().map(|item| item.due_by.to_string()).collect();
    assert_eq!(dues, ["2023-12-31", "2026-11-10", "2027-06-30"]);
    let moved = &reply.items[1];
    assert_eq!((moved.dues.len(), moved.days_overdue, reply.moved), (2, Some(10), 1));
    assert_eq!(moved.dues[0].due_by, Some(day("2026-11-01")));
    assert_eq!(moved.dues[1].reason.as_deref(), Some("Late staff."));
    let one = work.ask(DueLine { limit: Some(1), filter: Some("lead:DOS".into()), ..DueLine::default() });
    assert_eq!((one.total, one.items.len()), (1, 1));
    let then = work.ask_on("2024-06-01", DueLine::default());
    assert_eq!(then.items[0].days_overdue, Some(153));
}

#[test]
fn nothing_that_is_kept_back_goes_out() {
    let work = busy();
    let keep_back = |item: &str| work.edit(SetPrivate { item: item.into(), private: true, reason: Some("Not yet.".into()) });
    let before = (work.ask(StatusBy::default()), work.ask(DueLine::default()));
    let out = |exported| StatusBy { exported, ..StatusBy::default() };
    assert_eq!(work.ask(out(true)).total, before.0.total);
    keep_back(&before.1.items[0].reference);
    let reply = work.ask(out(true));
    assert_eq!((reply.total, reply.left_out), (before.0.total - 1, 1));
    assert_eq!(work.ask(out(false)).total, before.0.total, "on the screen it stays");
    keep_back("R 2");
    let reply = work.ask(out(true));
    assert_eq!((reply.total, reply.left_out), (before.0.total - 4, 4), "with all that answers it");
    let line = work.ask(DueLine { exported: true, ..DueLine::default() });
    assert_eq!((line.total, line.left_out, line.items.len()), (1, 2, 1));
    let over = work.ask(OverTime { from: "2024-01-01".into(), exported: true, ..OverTime::default() });
    assert_eq!(over.left_out, 4);
    assert_eq!(over.points.last().map(|p| (p.open, p.overdue, p.implemented)), Some((2, 1, 0)));
    keep_back("R");
    for reply in [work.ask(out(true)), work.ask(Ageing { exported: true, ..Ageing::default() })] {
        assert_eq!(reply.total, 0);
        assert!(reply.rows.is_empty());
    }
    assert_eq!(work.ask(Heat { exported: true, ..Heat::default() }).left_out, 2);
}

#[test]
fn a_picture_is_written_as_what_it_is() {
    let (work, _) = Work::small();
    let svg = work.write("drawn.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    let png = work.write("drawn.png", b"\x89PNG\r\n\x1a\n and so on");
    let save = |file: &str, name: &str| {
        let output = work.path(name).to_string_lossy().into_owned();
        let at = At::on(work.desk.today(), work.desk.today());
        Act::run(SavePicture { file: file.into(), output: output.as_str().into() }, &work.desk, &at)
    };
    for (from, name) in [(&svg, "Out.svg"), (&png, "Out.PNG")] {
        let reply = save(from, name).expect("written");
        assert_eq!(std::fs::read(from).expect("there"), std::fs::read(&reply.path).expect("there"));
    }
    let large = work.write("large.svg", &[b"<svg ".as_slice(), &vec![b' '; 17 * 1024 * 1024]].concat());
    for (from, name, code) in [
        (&svg, "Out2.png", "not_a_picture"),
        (&png, "Out2.svg", "not_a_picture"),
        (&svg, "Out2.html", "ending"),
        (&large, "Out2.svg", "too_large"),
    ] {
        let refused = save(from, name).expect_err("refused");
        assert_eq!(refused.code(), code);
        is_a_sentence(&refused.to_string());
        assert!(!work.path(name).exists());
    }
}

#[test]
fn a_window_sends_its_picture_and_names_no_path() {
    let work = Work::sample();
    let desk = Desk::new(work.desk.machine().clone());
    let at = At::on(work.desk.today(), work.desk.today());
    let data = "PHN2ZyAvPg==".to_owned(); // <svg />
    let sent = Act::run(Stage { name: "picture.svg".into(), data, grant: None }, &desk, &at).expect("sent");
    let to = desk.grant_output(work.path("Out.svg"));
    let save = |file: &str, output: &str| Act::run(SavePicture { file: file.into(), output: output.into() }, &desk, &at);
    save(&sent.grant, &to.grant).expect("written");
    assert_eq!(std::fs::read(work.path("Out.svg")).expect("there"), b"<svg />");
    let path = work.path("Other.svg").to_string_lossy().into_owned();
    for (file, output) in [(sent.grant.as_str(), path.as_str()), (path.as_str(), to.grant.as_str())] {
        assert_eq!(save(file, output).expect_err("a path").code(), "no_grant");
    }
}
