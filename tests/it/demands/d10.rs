//! D10: A recommendation splits into separable acts; each commitment names its deliverable and how completion will be recognised.

use crate::desk::{Work, update};
use followthrough_commands::*;
use followthrough_model::progress::ProgressState;
use followthrough_model::{Kind, Status};
use followthrough_store::read::recommendation::RecommendationPage;

fn page(work: &Work, said: &str) -> RecommendationPage {
    match work.ask(Show { item: said.into() }) {
        ItemPage::Recommendation(page) => page,
        other => panic!("not a recommendation: {other:?}"),
    }
}

#[test]
fn d10_a_recommendation_splits_into_separable_acts() {
    // One recommendation that asks three things, with an answer, a due and a decision of its own already.
    let work = Work::new();
    work.source("R");
    work.actor("DPO");
    work.actor("DOS");
    work.edit(AddRecommendation {
        source: "R".into(),
        label: Some("4".into()),
        text: "Write the guide, train the staff on it, and review both after a year.".into(),
        page: Some("12".into()),
        addressee: vec!["DPO".into()],
        due: Some("2027".into()),
        ..AddRecommendation::default()
    });
    let guide = work.edit(AddCommitment {
        recommendation: "R 4".into(),
        deliverable: "A guide for camp managers".into(),
        done_when: Some("The guide is published in English and French.".into()),
        lead: Some("DPO".into()),
        due: Some("2025-06-30".into()),
        ..AddCommitment::default()
    });
    let guide = guide.reference;
    assert_eq!(work.commitment_page(&guide).done_when.as_deref(), Some("The guide is published in English and French."));

    // It splits; the commitment goes to the part that it answers, what is said of the whole stays there.
    let split = work.edit(SplitRecommendation {
        recommendation: "R 4".into(),
        parts: vec!["Write the guide.".into(), "Train the staff on it.".into(), "Review both after a year.".into()],
        moves: vec![format!("{guide}=a")],
    });
    let parts: Vec<&str> = split.parts.iter().map(|p| p.reference.as_str()).collect();
    assert_eq!(parts, ["R 4a", "R 4b", "R 4c"]);
    assert_eq!(work.commitment_page(&guide).answers[0].reference, "R 4a");
    let whole = page(&work, "R 4");
    assert_eq!((whole.parts.len(), whole.addressees.len(), whole.due.expect("a due").stated.as_str()), (3, 1, "2027"));
    assert_eq!(page(&work, "R 4b").page.as_deref(), Some("12"), "a part stands at the place of its whole");
    // Each part is followed by itself, and the whole is the sum.
    assert_eq!(page(&work, "R 4a").progress.state, ProgressState::Overdue);
    assert_eq!(page(&work, "R 4b").progress.state, ProgressState::NotTakenUp);
    let both = work.commitment("R 4b", "DOS", "2027-12-31").reference;
    work.log(&guide, Some(Status::ReportedImplemented), Some("2026-01-10"));
    work.edit(VerifyResult {
        commitment: guide.clone(),
        verdict: Some(followthrough_model::vocabulary::Verdict::Waived),
        reason: Some("Seen in print.".into()),
        ..VerifyResult::default()
    });
    let why = page(&work, "R 4").progress;
    assert_eq!(why.sentence, "1 of 2 implemented, 1 open; 1 of 3 parts not taken up.");
    assert_eq!((why.state, why.why.parts, why.why.parts_untaken), (ProgressState::Open, 3, 1));
    work.is_sound();

    // Joined again, nothing that hung on the parts is lost, and nothing doubled.
    work.edit(AddAnswer { commitment: both.clone(), recommendation: "R 4c".into() });
    work.edit(AddAddressee { recommendation: "R 4b".into(), actor: "DPO".into(), implied: false });
    work.edit(AddAddressee { recommendation: "R 4b".into(), actor: "DOS".into(), implied: true });
    work.edit(AddEvidence { item: "R 4a".into(), note: Some("The draft".into()), ..AddEvidence::default() });
    let last = work.last_entry();
    let joined = work.edit(JoinParts { recommendation: "R 4".into() });
    assert_eq!((joined.reference.as_str(), joined.parts, work.last_entry() - last), ("R 4", 3, 1));
    let whole = page(&work, "R 4");
    assert_eq!((whole.parts.len(), whole.commitments.len(), whole.evidence.len()), (0, 2, 1));
    let asked: Vec<&str> = whole.addressees.iter().map(|a| a.actor.reference.as_str()).collect();
    assert_eq!(asked, ["DPO", "DOS"]);
    let answers = work.commitment_page(&both).answers;
    assert_eq!((answers.len(), answers[0].reference.as_str(), answers[0].main), (1, "R 4", true));
    assert_eq!(whole.due.expect("a due").stated, "2027");
    work.is_sound();
    // The parts are in the bin, and one undo brings them back with all that was theirs.
    assert_eq!(work.ask(Bin::default()).items.iter().filter(|i| i.kind == Kind::Recommendation).count(), 1);
    work.edit(Undo {});
    assert_eq!(page(&work, "R 4").parts.len(), 3);
    assert_eq!(work.commitment_page(&both).answers.len(), 2);
    work.is_sound();
    // One part alone joins too.
    work.edit(JoinParts { recommendation: "R 4c".into() });
    assert_eq!(page(&work, "R 4").parts.len(), 2);
    assert!(page(&work, "R 4").commitments.iter().any(|c| c.commitment == both));
    work.log(&both, Some(Status::UnderImplementation), None);
    assert!(work.desk.edit(update(&both, Some(Status::Implemented), None)).is_err());

    // What cannot be split says so.
    assert_eq!(
        work.refused(SplitRecommendation { recommendation: "R 4a".into(), parts: vec!["x".into(), "y".into()], moves: vec![] })
            .code,
        "part_of_part"
    );
    work.recommendation("R", "5");
    assert_eq!(
        work.refused(SplitRecommendation { recommendation: "R 5".into(), parts: vec!["x".into()], moves: vec![] }).code,
        "too_few_parts"
    );
    assert_eq!(work.refused(JoinParts { recommendation: "R 5".into() }).code, "no_parts");

    // From the terminal it is one line each.
    let split = work.cli(&["split-recommendation", "R 5", "--part", "First.", "--part", "Second."]);
    assert!(split.out.contains("Split R 5: R 5a, R 5b."), "{split:?}");
    let joined = work.cli(&["join-parts", "R 5"]);
    assert!(joined.out.starts_with("Joined into R 5: 2 parts"), "{joined:?}");

    // It stands in the exported summary, with how completion is recognised named on the commitment.
    let out = work.path("summary.md");
    work.act(Summary { format: "md".into(), output: out.to_string_lossy().as_ref().into(), ..Summary::default() });
    let text = std::fs::read_to_string(out).expect("it is written");
    assert!(text.contains("A guide for camp managers"), "{text}");
}
