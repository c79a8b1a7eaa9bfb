//! D44: Sensitivity: an entry can be kept out of an export; the file is local and the program makes no network
//! call that the user did not ask for.

use crate::desk::{Work, day, is_a_sentence, update};
use followthrough_commands::*;
use followthrough_model::Status;
use followthrough_model::vocabulary::{DecisionKind, ObstacleKind, Practice};
use std::path::Path;

/// What each item that is kept back says, so that it is looked for everywhere.
const KEPT: &str = "WITHHELD";
const WHY: &str = "WITHHELD for a reason";

fn kept(what: &str) -> String {
    format!("{KEPT} {what}")
}

fn keep_back(work: &Work, item: &str) {
    work.edit(SetPrivate { item: item.into(), private: true, reason: Some(WHY.into()) });
}

/// One of each kind that can be kept back, beside what may go out; answers their references.
fn enter(work: &Work, open: &str) -> Vec<String> {
    // A source with all that hangs on it, and a recommendation with all that hangs on it.
    work.edit(AddSource { short: "S9".into(), title: kept("source"), ..AddSource::default() });
    for (source, label) in [("S9", "1"), ("R", "2")] {
        let asks = AddRecommendation {
            source: source.into(),
            label: Some(label.into()),
            text: kept("text"),
            ..AddRecommendation::default()
        };
        work.edit(asks);
        let answers = AddCommitment {
            recommendation: format!("{source} {label}"),
            deliverable: kept("answer"),
            lead: Some("DPO".into()),
            ..AddCommitment::default()
        };
        work.edit(answers);
    }
    let commitment = work.commitment("R 1", "DOS", "2022-12-31").reference;
    work.edit(EditCommitment {
        commitment: commitment.clone(),
        deliverable: Some(kept("deliverable")),
        ..EditCommitment::default()
    });
    let said = LogUpdate {
        text: kept("update"),
        obstacle: Some(kept("obstacle")),
        obstacle_kind: Some(ObstacleKind::Political),
        escalated_to: Some("DOS".into()),
        practice: Some(Practice::Lesson),
        symbol: Some(kept("symbol of the update")),
        ..update(open, Some(Status::UnderImplementation), Some("2024-05-05"))
    };
    let said = work.edit(said).reference;
    let cited = AddEvidence { item: open.into(), note: Some(kept("note")), page: Some(kept("page")), ..AddEvidence::default() };
    let indicator = AddIndicator { name: kept("indicator"), unit: "%".into(), of: vec![open.into()], ..AddIndicator::default() };
    work.edit(AddIndicator {
        name: "Camps with a plan".into(),
        unit: "camps".into(),
        of: vec![open.into()],
        ..AddIndicator::default()
    });
    let seen = Observe {
        indicator: "Camps with a plan".into(),
        value: "987654".into(),
        on: Some("2024-06-30".into()),
        source: Some(kept("source")),
        ..Observe::default()
    };
    work.edit(AddAddressee { recommendation: "R 1".into(), actor: "DOS".into(), implied: false });
    let decided = RecordDecision {
        recommendation: "R 1".into(),
        actor: "DOS".into(),
        answer: Some(DecisionKind::NotAccepted),
        on: Some("2023-02-01".into()),
        reason: Some(kept("decision")),
        ..RecordDecision::default()
    };
    let step = AddMilestone { commitment: open.into(), text: kept("step"), due: Some("2027".into()), ..AddMilestone::default() };
    let asked = AskActor { actor: "DPO".into(), about: vec![open.into()], text: kept("question"), ..AskActor::default() };
    vec![
        "S9".into(),
        "R 2".into(),
        commitment,
        said,
        work.edit(cited).reference,
        work.edit(indicator).reference,
        work.edit(seen).id.to_string(),
        work.edit(decided).id.to_string(),
        work.edit(step).reference,
        work.edit(asked).reference,
    ]
}

#[test]
fn d44_sensitive_items_stay_out() {
    let (work, open) = Work::small();
    work.log(&open, None, Some("2024-01-10"));
    let items = enter(&work, &open);
    for (item, text) in [(&open, "note of the desk"), (&items[0], "another note")] {
        work.edit(SetNote { item: item.clone(), text: kept(text) });
    }
    work.edit(SetFlag { item: open.clone(), on: "2026-12-01".into(), why: Some(kept("flag")) });
    // Before anything is marked most of it goes out; the desk's own notes and flags never do.
    let before = super::summary(&work, "json", None);
    for said in ["update", "obstacle", "note", "decision", "step", "deliverable", "answer"] {
        assert!(before.contains(&kept(said)), "{said}: {before}");
    }
    assert!(!before.contains(&kept("note of the desk")) && !before.contains(&kept("flag")));

    // Marking asks for a reason; each kind can be marked.
    let refused = work.refused(SetPrivate { item: open.clone(), private: true, reason: None });
    is_a_sentence(&refused.message);
    for item in &items {
        keep_back(&work, item);
    }

    // Nothing of it stands in any format, on any day, under any filter; that something was left out does.
    for format in super::FORMATS {
        for filter in [None, Some("source:R"), Some("status:open")] {
            let said = super::summary(&work, format, filter);
            assert!(said.contains(&open), "{format}: what may go out does: {said}");
            for never in [KEPT, "987654", "2024-05-05", "5 May 2024"] {
                assert!(!said.contains(never), "{format}, {filter:?}, {never}: {said}");
            }
        }
    }
    let path = work.path("then.json").to_string_lossy().into_owned();
    let then = Summary { format: "json".into(), output: path.as_str().into(), ..Summary::default() };
    then.run(&work.desk, &At::on(day("2025-01-01"), work.desk.today())).expect("it is written");
    let then = std::fs::read_to_string(&path).expect("written");
    assert!(then.contains(&open) && !then.contains(KEPT), "{then}");
    let path = work.path("now.html").to_string_lossy().into_owned();
    let written = work.act(Summary { format: "html".into(), output: path.as_str().into(), ..Summary::default() });
    assert!(
        written.left_out >= 7,
        "the source, the recommendation, three commitments and what hangs on one: {}",
        written.left_out
    );

    // What remains: the status itself, which the figures count, without its day; and the latest word that may go out.
    let json = super::summary(&work, "json", None);
    assert!(json.contains("\"status\":\"under_implementation\"") && json.contains("\"status_since\":null"), "{json}");
    assert!(json.contains("2024-01-10"), "{json}");

    // At the desk all of it is still there, marked, and it can be let out again.
    let page = work.commitment_page(&items[2]);
    assert_eq!((page.private, page.private_why.as_deref()), (true, Some(WHY)));
    assert!(work.cli(&["show", &items[2]]).out.contains("Not for export"));
    work.edit(SetPrivate { item: items[3].clone(), private: false, reason: None });
    let json = super::summary(&work, "json", None);
    assert!(json.contains(&kept("update")) && json.contains("\"status_since\":\"2024-05-05\""), "{json}");
    work.is_sound();
    nothing_reaches_out();
}

/// The workspace is one file of this machine. No source of the program opens a connection, and its window may not.
fn nothing_reaches_out() {
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src-tauri");
    let mut folders = vec![program.join("src"), program.join("crates")];
    let mut read = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").map(|e| e.expect("an entry").path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.extension().is_some_and(|e| e == "rs") {
                let text = std::fs::read_to_string(&entry).expect("source");
                for reaches in ["std::net", "TcpStream", "UdpSocket", "reqwest", "hyper::"] {
                    assert!(!text.contains(reaches), "{} has {reaches}", entry.display());
                }
                read += 1;
            }
        }
    }
    assert!(read > 100, "{read} files");
    let shell = std::fs::read_to_string(program.join("tauri.conf.json")).expect("the shell's settings");
    assert!(shell.contains("default-src 'self'") && shell.contains("connect-src ipc: http://ipc.localhost;"));
}
