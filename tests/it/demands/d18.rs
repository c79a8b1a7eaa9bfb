//! D18: One commitment repeated to every mission and followed mission by mission.

use crate::desk::{Work, day};
use followthrough_commands::*;
use followthrough_model::Status;
use followthrough_model::progress::ProgressState;
use followthrough_model::vocabulary::{ActorKind, Verdict};
use followthrough_store::read::series::SeriesPage;

fn series(work: &Work, said: &str) -> SeriesPage {
    match work.ask(Show { item: said.into() }) {
        ItemPage::Series(page) => page,
        other => panic!("not a series: {other:?}"),
    }
}

#[test]
fn d18_one_commitment_for_every_mission() {
    // A department with three missions below it, one of them through an office, and one mission elsewhere.
    let work = Work::new();
    work.source("R");
    work.recommendation("R", "1");
    work.actor("DPO");
    let actor = |short: &str, kind, parent: &str| {
        work.edit(AddActor {
            name: format!("Mission {short}"),
            short: Some(short.into()),
            kind: Some(kind),
            parent: Some(parent.into()),
            ..AddActor::default()
        });
    };
    actor("OFF", ActorKind::Office, "DPO");
    actor("UNAX", ActorKind::Mission, "DPO");
    actor("UNBX", ActorKind::Mission, "OFF");
    actor("UNCX", ActorKind::Mission, "DPO");
    work.actor("DPPA");
    actor("UNDX", ActorKind::Mission, "DPPA");

    // First a look at who would get one; then it is made for each in one act.
    let group = RepeatPreview { under: Some("DPO".into()), of_kind: Some(ActorKind::Mission), ..RepeatPreview::default() };
    let preview = work.ask(group.clone());
    let names: Vec<&str> = preview.members.iter().map(|m| m.reference.as_str()).collect();
    assert_eq!((names, preview.total), (vec!["UNAX", "UNBX", "UNCX"], 3));
    let entry = work.last_entry();
    let repeat = RepeatCommitment {
        recommendation: "R 1".into(),
        deliverable: "An alert plan for each base".into(),
        under: Some("DPO".into()),
        of_kind: Some(ActorKind::Mission),
        due: Some("2026-06-30".into()),
        done_when: Some("The plan was tried out once.".into()),
        ..RepeatCommitment::default()
    };
    let made = work.edit(repeat.clone());
    assert_eq!((made.commitments, work.last_entry() - entry), (3, 1));
    assert!(made.reference.starts_with("G-"));

    // Each is a commitment of its own, with its lead, due and way of recognising completion, and names its series.
    let page = series(&work, &made.reference);
    let rows: Vec<(&str, &str)> = page
        .commitments
        .iter()
        .map(|c| (c.lead.as_deref().unwrap_or_default(), c.due_stated.as_deref().unwrap_or_default()))
        .collect();
    assert_eq!(rows, [("UNAX", "2026-06-30"), ("UNBX", "2026-06-30"), ("UNCX", "2026-06-30")]);
    let refs: Vec<String> = page.commitments.iter().map(|c| c.commitment.clone()).collect();
    let one = work.commitment_page(&refs[0]);
    assert_eq!(one.series.expect("a series").reference, made.reference);
    assert_eq!(one.done_when.as_deref(), Some("The plan was tried out once."));
    assert_eq!(page.recommendation.expect("what it answers").reference, "R 1");

    // Followed mission by mission; the group line rolls up.
    work.log(&refs[0], Some(Status::ReportedImplemented), Some("2026-05-01"));
    work.edit(VerifyResult {
        commitment: refs[0].clone(),
        verdict: Some(Verdict::Waived),
        reason: Some("Seen on a visit.".into()),
        on: Some("2026-05-20".into()),
        ..VerifyResult::default()
    });
    work.edit(SetDue {
        commitment: refs[1].clone(),
        words: "2027-03-31".into(),
        reason: "The rains.".into(),
        ..SetDue::default()
    });
    let page = series(&work, &made.reference);
    assert_eq!(
        (page.progress.state, page.progress.sentence.as_str()),
        (ProgressState::Overdue, "1 of 3 implemented, 1 overdue, 1 open.")
    );
    assert_eq!(page.next_due, Some(day("2027-03-31")));
    let ItemPage::Series(then) = work.ask_on("2026-05-10", Show { item: made.reference.clone() }) else { panic!("a series") };
    assert_eq!(then.progress.sentence, "0 of 3 implemented, 2 open, 1 waiting for verification.");
    let ItemPage::Recommendation(whole) = work.ask(Show { item: "R 1".into() }) else { panic!("a recommendation") };
    assert_eq!((whole.series.len(), whole.progress.why.of), (1, 3));

    // A new mission joins the series; those who are in it get no second one.
    actor("UNEX", ActorKind::Mission, "DPO");
    let joined = work.edit(RepeatCommitment { series: Some(made.reference.clone()), ..repeat.clone() });
    assert_eq!((joined.commitments, joined.reference == made.reference), (1, true));
    assert_eq!(series(&work, &made.reference).commitments.len(), 4);

    // An empty group is refused with a sentence, in the preview and in the act.
    let entry = work.last_entry();
    let nobody = RepeatCommitment { under: Some("UNDX".into()), ..repeat.clone() };
    assert_eq!(work.refused(nobody).code, "empty_group");
    let again = RepeatCommitment { series: Some(made.reference.clone()), ..repeat.clone() };
    assert_eq!(work.refused(again).code, "empty_group");
    let unsaid = RepeatCommitment { under: None, of_kind: None, ..repeat };
    assert_eq!(work.refused(unsaid).code, "arguments");
    assert!(work.desk.ask_today(RepeatPreview { under: Some("UNDX".into()), ..RepeatPreview::default() }).is_err());
    assert_eq!(work.last_entry(), entry);

    // Without the series its commitments stay; the summary and the terminal name each mission.
    let out = work.path("summary.csv");
    work.act(Summary { format: "csv".into(), output: out.to_string_lossy().as_ref().into(), ..Summary::default() });
    let text = std::fs::read_to_string(out).expect("it is written");
    assert!(["UNAX", "UNBX", "UNCX", "UNEX"].iter().all(|m| text.contains(m)), "{text}");
    assert!(work.cli(&["show", &made.reference]).out.contains("1 of 4 implemented"));
    work.edit(Delete { item: made.reference.clone() });
    assert!(work.commitment_page(&refs[1]).series.is_none());
    work.edit(Restore { item: made.reference.clone() });
    assert!(work.commitment_page(&refs[1]).series.is_some());
    work.is_sound();
}
