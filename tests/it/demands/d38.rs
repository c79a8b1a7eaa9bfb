//! D38: One commitment answers many recommendations and is reported once.

use crate::desk::Work;
use followthrough_commands::*;
use followthrough_model::Status;
use followthrough_model::progress::ProgressState;
use followthrough_model::vocabulary::{ListKind, Queue, Verdict};

#[test]
fn d38_one_commitment_answers_many_and_is_reported_once() {
    // One plan of one department answers items of three documents.
    let work = Work::new();
    work.actor("DPO");
    for source in ["R", "S", "T"] {
        work.source(source);
        work.recommendation(source, "1");
    }
    let plan = work.commitment("R 1", "DPO", "2025-12-31").reference;
    work.edit(AddAnswer { commitment: plan.clone(), recommendation: "S 1".into() });
    work.edit(AddAnswer { commitment: plan.clone(), recommendation: "T 1".into() });
    let answers = work.commitment_page(&plan).answers;
    let said: Vec<(&str, bool)> = answers.iter().map(|a| (a.reference.as_str(), a.main)).collect();
    assert_eq!(said, [("R 1", true), ("S 1", false), ("T 1", false)]);
    assert_eq!(work.refused(AddAnswer { commitment: plan.clone(), recommendation: "S 1".into() }).code, "taken");

    // It is one row and one figure everywhere, while each recommendation shows it as its own.
    let overdue = work.ask(Overdue::default());
    assert_eq!((overdue.total, overdue.items.len()), (1, 1));
    let counts = work.ask(Counts {});
    assert_eq!((counts.all, counts.overdue), (1, 1));
    assert_eq!(counts.sources.iter().map(|s| s.overdue).sum::<u32>(), 1, "counted under its main recommendation");
    let all = List { kind: Some(ListKind::Commitments), queue: Some(Queue::All), ..List::default() };
    assert_eq!(work.ask(all).total, 1);
    let recommendations = work.ask(List { kind: Some(ListKind::Recommendations), ..List::default() }).recommendations;
    assert!(recommendations.iter().all(|r| r.commitments == 1 && r.state == ProgressState::Overdue), "{recommendations:?}");
    let rolled = work.ask(Rollup::default()).total;
    assert_eq!((rolled.recommendations, rolled.once, rolled.commitments, rolled.states.overdue), (3, 3, 1, 3));

    // One report of progress is enough for all three.
    work.edit(LogUpdate {
        commitment: plan.clone(),
        text: "The plan is in force.".into(),
        status: Some(Status::ReportedImplemented),
        on: Some("2026-05-01".into()),
        link: Some("https://un.example/plan".into()),
        date: Some("2026-04-30".into()),
        ..LogUpdate::default()
    });
    work.edit(VerifyResult {
        commitment: plan.clone(),
        verdict: Some(Verdict::Verified),
        on: Some("2026-06-01".into()),
        ..VerifyResult::default()
    });
    let recommendations = work.ask(List { kind: Some(ListKind::Recommendations), ..List::default() }).recommendations;
    assert!(recommendations.iter().all(|r| r.state == ProgressState::Implemented));
    // As of the day before, all three still waited for the verification.
    let before = work.ask_on("2026-05-31", List { kind: Some(ListKind::Recommendations), ..List::default() }).recommendations;
    assert!(before.iter().all(|r| r.state == ProgressState::Waiting));

    // The summary names it once, in every format that is text.
    for (format, name) in [("md", "summary.md"), ("csv", "summary.csv")] {
        let out = work.path(name);
        work.act(Summary { format: format.into(), output: out.to_string_lossy().as_ref().into(), ..Summary::default() });
        let text = std::fs::read_to_string(out).expect("it is written");
        assert_eq!(text.matches(plan.as_str()).count(), 1, "{format}: {text}");
    }
    work.is_sound();
}
