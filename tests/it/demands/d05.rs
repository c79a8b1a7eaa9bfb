//! D5: Not everything starts at zero: "may already be partly implemented".

use crate::desk::{Work, update};
use followthrough_commands::*;
use followthrough_model::Status;
use followthrough_model::progress::ProgressState;

#[test]
fn d05_not_everything_starts_at_zero() {
    // A report of 2025 asks for what a department began years before.
    let work = Work::new();
    work.edit(AddSource {
        short: "R".into(),
        title: "A report".into(),
        published: Some("2025-01-15".into()),
        ..AddSource::default()
    });
    work.actor("DOS");
    work.edit(AddRecommendation {
        source: "R".into(),
        label: Some("1".into()),
        text: "Give every camp a water plan.".into(),
        already: Some("Four of nine camps had a plan when the report came out.".into()),
        ..AddRecommendation::default()
    });
    let page = |as_of: &str| match work.ask_on(as_of, Show { item: "R 1".into() }) {
        ItemPage::Recommendation(page) => page,
        other => panic!("not a recommendation: {other:?}"),
    };
    let already = page("2026-11-20").assessment.already;
    assert_eq!(already.as_deref(), Some("Four of nine camps had a plan when the report came out."));

    // The commitment is older than the report, and so is what was done: the status has its own days.
    let plan = work
        .edit(AddCommitment {
            recommendation: "R 1".into(),
            deliverable: "A water plan for each camp".into(),
            lead: Some("DOS".into()),
            made_on: Some("2022-06-01".into()),
            due: Some("2027".into()),
            ..AddCommitment::default()
        })
        .reference;
    work.edit(LogUpdate {
        text: "Four camps have a plan.".into(),
        ..update(&plan, Some(Status::PartiallyImplemented), Some("2023-10-01"))
    });
    assert_eq!(work.commitment_on("2023-09-30", &plan).status, Status::NotStarted);
    assert_eq!(work.commitment_on("2025-01-15", &plan).status, Status::PartiallyImplemented);
    assert_eq!(work.commitment_page(&plan).status_since, Some(crate::desk::day("2023-10-01")));

    // On the day of the report it stood there already: open, and not at zero; before it was made there was nothing.
    assert_eq!(page("2025-01-15").progress.state, ProgressState::Open);
    assert_eq!(page("2022-05-31").progress.state, ProgressState::NotTakenUp);

    // Something that was all done before: reported and verified on days before the report.
    work.edit(AddRecommendation {
        source: "R".into(),
        label: Some("2".into()),
        text: "Name a focal point.".into(),
        ..AddRecommendation::default()
    });
    let point = work
        .edit(AddCommitment {
            recommendation: "R 2".into(),
            deliverable: "A focal point".into(),
            made_on: Some("2020-01-01".into()),
            ..AddCommitment::default()
        })
        .reference;
    work.log(&point, Some(Status::ReportedImplemented), Some("2021-03-01"));
    work.edit(VerifyResult {
        commitment: point.clone(),
        verdict: Some(followthrough_model::vocabulary::Verdict::Waived),
        reason: Some("In place before the report.".into()),
        on: Some("2021-03-02".into()),
        ..VerifyResult::default()
    });
    let ItemPage::Recommendation(done) = work.ask_on("2025-01-15", Show { item: "R 2".into() }) else {
        panic!("a recommendation")
    };
    assert_eq!((done.progress.state, done.progress.sentence.as_str()), (ProgressState::Implemented, "1 of 1 implemented."));

    // The words can be corrected and cleared; the terminal prints them, the summary shows the status that was reached.
    assert!(work.cli(&["show", "R 1"]).out.contains("Four of nine camps"));
    work.edit(EditRecommendation { recommendation: "R 1".into(), already: Some("none".into()), ..EditRecommendation::default() });
    assert_eq!(page("2026-11-20").assessment.already, None);
    let out = work.path("summary.md");
    work.act(Summary { format: "md".into(), output: out.to_string_lossy().as_ref().into(), ..Summary::default() });
    let text = std::fs::read_to_string(out).expect("it is written").to_lowercase();
    assert!(text.contains("partially implemented"), "{text}");
    work.is_sound();
}
