//! The status summary as a whole: the same bytes for the same question, figures that add up, a file that is never half
//! there, cells that no spreadsheet takes for a formula.
//!
//! How the documents look is tested in `report`.

use crate::desk::{Work, update};
use followthrough_commands::*;
use followthrough_model::Status;
use followthrough_model::vocabulary::ListKind;
use followthrough_model::vocabulary::Role;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;

const FORMATS: [&str; 5] = ["html", "md", "csv", "xlsx", "json"];

fn write(work: &Work, format: &str, name: &str, as_of: &str) -> Vec<u8> {
    let path = work.path(name);
    let summary = Summary { format: format.into(), output: path.to_string_lossy().as_ref().into(), ..Summary::default() };
    let at = At::on(crate::desk::day(as_of), work.desk.today());
    let written = summary.run(&work.desk, &at).expect("it is written");
    let bytes = std::fs::read(path).expect("it is there");
    assert_eq!(written.bytes, bytes.len() as u64);
    bytes
}

/// The sample with some life in it.
fn lively() -> Work {
    let work = Work::sample();
    let rows = work.ask(Overdue::default()).items;
    let refs: Vec<&str> = rows.iter().map(|r| r.commitment.as_str()).collect();
    let file = work.write("e.txt", b"bytes");
    work.edit(LogUpdate {
        file: Some(file.as_str().into()),
        by: Some("DPPA".into()),
        ..update(refs[0], Some(Status::ReportedImplemented), Some("2026-01-01"))
    });
    work.edit(VerifyResult {
        commitment: refs[0].into(),
        verdict: Some(followthrough_model::vocabulary::Verdict::Verified),
        on: Some("2026-02-01".into()),
        ..VerifyResult::default()
    });
    work.log(refs[1], Some(Status::Suspended), Some("2026-03-01"));
    work.log(refs[2], Some(Status::ReportedImplemented), Some("2026-03-01"));
    work.edit(SetDue { commitment: refs[3].into(), words: "2026-12-31".into(), reason: "Asked.".into(), ..SetDue::default() });
    work.edit(SetDue { commitment: refs[4].into(), words: "none".into(), reason: "Asked.".into(), ..SetDue::default() });
    work.edit(SetLead { commitment: refs[5].into(), actor: "none".into(), on: None });
    work.edit(SetPrivate { item: refs[6].into(), private: true, reason: Some("In confidence.".into()) });
    work
}

#[test]
fn the_same_question_gives_the_same_bytes() {
    let work = lively();
    for as_of in ["2026-11-20", "2024-06-30"] {
        let first: Vec<Vec<u8>> = FORMATS.iter().map(|f| write(&work, f, "one", as_of)).collect();
        work.clock.add_days(1);
        for (format, first) in FORMATS.iter().zip(&first) {
            assert!(*first == write(&work, format, "another name", as_of), "{format} as of {as_of}");
        }
    }
}

#[test]
fn a_copy_of_the_workspace_says_the_same_of_its_commitments() {
    let work = lively();
    let copy = work.path("work2.followthrough");
    work.act(SaveCopy { file: copy.to_string_lossy().as_ref().into() });
    let before = write(&work, "csv", "one.csv", "2026-11-20");
    work.desk.open(&copy).expect("it opens");
    assert!(before == write(&work, "csv", "two.csv", "2026-11-20"));
}

fn figures(work: &Work, as_of: &str) -> Value {
    serde_json::from_slice(&write(work, "json", "s.json", as_of)).expect("JSON")
}

#[test]
fn the_figures_add_up() {
    let work = lively();
    for as_of in ["2026-11-20", "2026-02-15", "2024-01-01"] {
        let found = figures(&work, as_of);
        let figures = &found["figures"];
        let n = |value: &Value| value.as_u64().expect("a number");
        let sum = |list: &Value, key: &str| list.as_array().expect("a list").iter().map(|g| n(&g[key])).sum::<u64>();
        let total = n(&figures["total"]);
        let lines = found["commitments"].as_array().expect("a list");
        assert_eq!((total, lines.len()), (48, 48), "one is left out");
        assert_eq!(found["left_out"], 1);
        assert_eq!(sum(&figures["by_status"], "n"), total);
        assert_eq!(sum(&figures["by_lead"], "all"), total);
        assert_eq!(sum(&figures["by_source"], "all"), total);
        let overdue = n(&figures["overdue"]);
        assert_eq!(sum(&figures["by_lead"], "overdue"), overdue);
        assert_eq!(sum(&figures["by_source"], "overdue"), overdue);
        assert_eq!(found["overdue"].as_array().expect("a list").len() as u64, overdue);
        assert_eq!(lines.iter().filter(|l| l["days_overdue"].is_number()).count() as u64, overdue);
        let mut by_status: BTreeMap<&str, u64> = BTreeMap::new();
        for line in lines {
            *by_status.entry(line["status"].as_str().expect("text")).or_default() += 1;
        }
        for count in figures["by_status"].as_array().expect("a list") {
            assert_eq!(by_status[count["status"].as_str().expect("text")], n(&count["n"]), "{as_of}");
        }
        for group in figures["by_lead"].as_array().expect("a list") {
            assert_eq!(sum(&group["by_status"], "n"), n(&group["all"]));
        }
        // The register says the same on the screen, but for what is not for export.
        let screen = work.ask_on(as_of, Overdue::default()).total;
        assert_eq!(overdue + 1, u64::from(screen), "{as_of}");
    }
}

#[test]
fn each_figure_is_the_one_that_was_made() {
    let found = figures(&lively(), "2026-11-20");
    let expect = [("overdue", 43), ("due_90", 1), ("no_date", 1), ("awaiting_verification", 1), ("implemented", 1)];
    for (name, n) in expect {
        assert_eq!(found["figures"][name], n, "{name}");
    }
    assert_eq!(found["figures"]["oldest_due"], "2023-12-31");
    assert!(found["figures"]["by_lead"].as_array().expect("a list").iter().any(|g| g["name"].is_null() && g["all"] == 1));
}

#[test]
fn a_summary_of_one_lead_or_source_counts_only_these() {
    let work = lively();
    let path = work.path("lead.json");
    let of = |lead: Option<&str>, source: Option<&str>| {
        let output = path.to_string_lossy().as_ref().into();
        work.act(Summary {
            format: "json".into(),
            output,
            lead: lead.map(str::to_owned),
            source: source.map(str::to_owned),
            filter: None,
        });
        serde_json::from_slice::<Value>(&std::fs::read(&path).expect("it is there")).expect("JSON")
    };
    let whole = figures(&work, "2026-11-20");
    let group = whole["figures"]["by_lead"].as_array().expect("a list").iter().find(|g| g["short"].is_string()).expect("a lead");
    let one = of(group["short"].as_str(), None);
    assert_eq!((&one["figures"]["total"], &one["figures"]["overdue"]), (&group["all"], &group["overdue"]));
    assert_eq!(of(None, Some("A4P+"))["figures"]["total"], 48);
}

#[test]
fn no_half_file_is_ever_there() {
    let work = lively();
    let folder = work.path("reports");
    std::fs::create_dir(&folder).expect("a folder");
    for format in FORMATS {
        write(&work, format, &format!("reports/s.{format}"), "2026-11-20");
    }
    let names = || {
        let entries = std::fs::read_dir(&folder).expect("the folder").map(|e| e.expect("an entry").path());
        let mut names: Vec<PathBuf> = entries.collect();
        names.sort();
        names
    };
    assert_eq!(names().len(), 5, "{:?}", names());
    // A summary that cannot be finished: the commitments cannot be read.
    work.raw()
        .execute("UPDATE commitment SET status = 'nonsense' WHERE rid = (SELECT max(rid) FROM commitment)", [])
        .expect("SQL");
    for format in FORMATS {
        let path = folder.join(format!("s.{format}"));
        let before = std::fs::read(&path).expect("it is there");
        let at = At::on(work.desk.today(), work.desk.today());
        let summary = Summary { format: format.into(), output: path.to_string_lossy().as_ref().into(), ..Summary::default() };
        let problem = Problem::from(summary.run(&work.desk, &at).expect_err("it cannot be read"));
        assert!(problem.message.ends_with('.'), "{}", problem.message);
        assert!(before == std::fs::read(&path).expect("it is there"), "{format}: the old one is gone");
    }
    assert_eq!(names().len(), 5, "{:?}", names());
}

#[test]
fn cells_that_begin_like_a_formula_are_harmless() {
    let (work, c) = Work::small();
    let evil = ["=HYPERLINK(\"http://x\")", "+1+1", "-2+3", "@SUM(A1)"];
    for text in evil {
        work.edit(EditCommitment { commitment: c.clone(), deliverable: Some(text.into()), ..EditCommitment::default() });
        work.edit(LogUpdate { text: text.into(), ..update(&c, None, None) });
        let csv = String::from_utf8(write(&work, "csv", "s.csv", "2026-11-20")).expect("UTF-8");
        let row = csv.lines().nth(1).expect("a row");
        for cell in row.split(',') {
            let cell = cell.trim_start_matches('"');
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell} in {row}");
        }
        let json = figures(&work, "2026-11-20");
        assert_eq!(json["commitments"][0]["deliverable"], text, "JSON has the raw text");
    }
}

#[test]
fn what_is_drafted_is_marked_in_every_format_for_people() {
    let work = Work::sample();
    for format in ["html", "md"] {
        let text = String::from_utf8(write(&work, format, "s", "2026-11-20")).expect("UTF-8").to_lowercase();
        assert!(text.contains("draft"), "{format}");
    }
    assert_eq!(figures(&work, "2026-11-20")["drafted"], 49);
}

#[test]
fn a_summary_is_limited_by_the_filter_of_the_lists() {
    let work = Work::sample();
    let list = List { kind: Some(ListKind::Commitments), filter: Some("lead:DOS due<2024".into()), ..List::default() };
    let total = work.ask(list).total;
    assert!(total > 0 && total < 49, "{total}");
    let out = work.path("dos.json");
    let summary = |filter: &str| Summary {
        format: "json".into(),
        output: out.to_string_lossy().as_ref().into(),
        filter: Some(filter.into()),
        ..Summary::default()
    };
    work.act(summary("lead:DOS due<2024"));
    let json: serde_json::Value = serde_json::from_slice(&std::fs::read(&out).expect("written")).expect("JSON");
    let text = json.to_string();
    assert!(text.contains("the filter “lead:DOS due<2024”"), "it says what it is limited to");
    assert_eq!(text.matches("\"commitment\":\"C-").count(), usize::try_from(total).expect("few"), "{text}");
    // The figures are of the same commitments, in the printed forms too.
    let md = work.path("dos.md");
    work.act(Summary { format: "md".into(), output: md.to_string_lossy().as_ref().into(), ..summary("lead:DOS due<2024") });
    let text = std::fs::read_to_string(md).expect("written");
    assert!(text.contains(&format!("{total} ")), "{text}");
    // A filter that cannot be read is refused with its place, and nothing is written.
    let ran = work.cli(&["summary", "--format", "md", "--output", "bad.md", "--filter", "led:DOS"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("led") && ran.err.contains("lead"), "{}", ran.err);
    assert!(!work.path("bad.md").exists());
}

#[test]
fn a_summary_says_what_else_is_recorded_and_no_note_of_the_desk() {
    use followthrough_model::vocabulary::{CustomKind, DecisionKind, ObstacleKind};
    let (work, c) = Work::small();
    work.edit(AddAddressee { recommendation: "R 1".into(), actor: "DPO".into(), implied: false });
    work.edit(RecordDecision {
        recommendation: "R 1".into(),
        actor: "DPO".into(),
        answer: Some(DecisionKind::Accepted),
        on: Some("2023-02-01".into()),
        ..RecordDecision::default()
    });
    let hindered = |text: &str, obstacle: &str| LogUpdate {
        text: text.into(),
        obstacle: Some(obstacle.into()),
        obstacle_kind: Some(ObstacleKind::Resources),
        remedy: Some("A second appeal".into()),
        escalated_to: Some("DOS".into()),
        ..update(&c, None, Some("2024-01-10"))
    };
    work.edit(hindered("The appeal found no donor.", "No funds"));
    let private = work.edit(LogUpdate { on: Some("2024-02-10".into()), ..hindered("In confidence.", "A secret quarrel") });
    work.edit(SetPrivate { item: private.reference, private: true, reason: Some("In confidence.".into()) });
    work.edit(AddMilestone {
        commitment: c.clone(),
        text: "Tenders are out".into(),
        due: Some("2024-06-30".into()),
        ..AddMilestone::default()
    });
    work.edit(AddTheirRef { item: "R 1".into(), number: "OIOS-77".into(), whose: Some("OIOS".into()) });
    work.edit(DefineField {
        name: "Budget line".into(),
        kind: Some(CustomKind::Number),
        list: Some(ListKind::Commitments),
        ..DefineField::default()
    });
    work.edit(SetField { item: c.clone(), field: "Budget line".into(), values: vec!["1250".into()] });
    work.edit(SetNote { item: c.clone(), text: "A private thought.".into() });
    for format in FORMATS {
        let bytes = write(&work, format, &format!("further.{format}"), "2026-11-20");
        let text = if format == "xlsx" { shared_strings(&bytes) } else { String::from_utf8(bytes).expect("UTF-8") };
        for said in [
            "accepted, 2023-02-01",
            "No funds (resources)",
            "A second appeal",
            "DOS, 2024-01-10",
            "Tenders are out",
            "OIOS-77",
            "1250",
        ] {
            assert!(text.contains(said), "{format}: {said}\n{text}");
        }
        for kept in ["A private thought", "A secret quarrel", "In confidence"] {
            assert!(!text.contains(kept), "{format}: {kept}");
        }
    }
    // On a day before them, none of it had been said.
    let before = String::from_utf8(write(&work, "md", "before.md", "2023-01-01")).expect("UTF-8");
    assert!(!before.contains("No funds") && !before.contains("accepted, 2023"), "{before}");
}

/// The words of a workbook.
fn shared_strings(bytes: &[u8]) -> String {
    use calamine::{Reader as _, Xlsx};
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes.to_vec())).expect("a workbook");
    let sheets = book.sheet_names();
    let mut all = String::new();
    for sheet in sheets {
        for row in book.worksheet_range(&sheet).expect("a sheet").rows() {
            for cell in row {
                all.push_str(&cell.to_string());
                all.push('\n');
            }
        }
    }
    all
}

#[test]
fn a_day_says_the_same_from_what_is_kept_and_later_from_the_spans() {
    let work = lively();
    let first: Vec<Vec<u8>> = FORMATS.iter().map(|f| write(&work, f, "one", "2026-11-20")).collect();
    work.clock.set_today("2026-11-21");
    for (format, first) in FORMATS.iter().zip(&first) {
        assert!(*first == write(&work, format, "one", "2026-11-20"), "{format}");
    }
}

#[test]
fn what_hangs_on_a_commitment_stands_in_the_order_in_which_it_came() {
    let (work, c) = Work::small();
    for (short, role) in [("ONE", Role::Supporting), ("TWO", Role::Joint), ("THREE", Role::Supporting)] {
        work.edit(AddActor { name: format!("Actor {short}"), short: Some(short.into()), ..AddActor::default() });
        work.edit(AddPartner { commitment: c.clone(), actor: short.into(), role: Some(role) });
    }
    let u = work.log(&c, Some(Status::UnderImplementation), Some("2026-01-01")).reference;
    let hidden = work.log(&c, None, Some("2026-02-01")).reference;
    for (item, title) in [(&u, "first"), (&c, "second"), (&hidden, "not told"), (&u, "third"), (&c, "fourth")] {
        work.edit(AddEvidence {
            item: item.clone(),
            note: Some(title.into()),
            title: Some(title.into()),
            ..AddEvidence::default()
        });
    }
    work.edit(SetPrivate { item: hidden, private: true, reason: Some("In confidence.".into()) });
    let line = &figures(&work, "2026-11-20")["commitments"][0];
    assert_eq!(line["joint"], serde_json::json!(["Actor ONE", "Actor TWO", "Actor THREE"]));
    let titles: Vec<&str> = line["evidence"].as_array().expect("a list").iter().filter_map(|e| e["title"].as_str()).collect();
    assert_eq!(titles, ["first", "second", "third", "fourth"]);
    assert_eq!((&line["status_since"], &line["last_update"]["day"]), (&"2026-01-01".into(), &"2026-01-01".into()));
}
