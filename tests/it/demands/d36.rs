//! D36: Self-reported or independently verified. "Implemented" needs evidence.

use crate::desk::{Work, edit, is_a_sentence, refused, update};
use followthrough_commands::*;
use followthrough_model::Status;
use followthrough_model::vocabulary::{SettingName, Stance, Verdict};

fn verify(commitment: &str, verdict: Verdict, reason: Option<&str>) -> VerifyResult {
    VerifyResult {
        commitment: commitment.into(),
        verdict: Some(verdict),
        reason: reason.map(str::to_owned),
        ..VerifyResult::default()
    }
}

#[test]
fn d36_implemented_needs_evidence() {
    let (work, c) = Work::small();
    work.edit(EditCommitment { commitment: c.clone(), made_on: Some("2021-03-01".into()), ..EditCommitment::default() });
    let why = |refused: Problem, code: &str| {
        assert_eq!(refused.code, code, "{}", refused.message);
        is_a_sentence(&refused.message);
    };

    // Nobody sets it by hand, and nothing is verified that nobody reported.
    why(work.refused(update(&c, Some(Status::Implemented), None)), "status");
    why(work.refused(verify(&c, Verdict::Verified, None)), "nothing_reported");
    work.log(&c, Some(Status::ReportedImplemented), Some("2024-05-01"));

    // It waits for evidence that supports it and is not older than the commitment.
    why(work.refused(verify(&c, Verdict::Verified, None)), "no_evidence");
    let evidence = |title: &str, date: &str, stance| AddEvidence {
        item: c.clone(),
        note: Some(title.into()),
        date: Some(date.into()),
        stance: Some(stance),
        ..AddEvidence::default()
    };
    work.edit(evidence("A plan of before", "2020-01-01", Stance::Supports));
    why(work.refused(verify(&c, Verdict::Verified, None)), "old_evidence");
    work.edit(evidence("The plan in force", "2024-04-01", Stance::Supports));

    // Evidence that contradicts stands beside it, and closing over it needs a reason.
    work.edit(evidence("A visit that found no plan", "2024-04-15", Stance::Contradicts));
    let stances: Vec<_> = work.commitment_page(&c).evidence.iter().map(|u| u.stance).collect();
    assert!(stances.contains(&Stance::Contradicts) && stances.contains(&Stance::Supports));
    why(work.refused(verify(&c, Verdict::Verified, None)), "contradicted");

    // Where the workspace says so, somebody else than the reporter gives the verdict.
    work.edit(SetSetting { name: Some(SettingName::VerifyByAnother), value: "yes".into() });
    assert!(work.ask(Settings {}).verify_by_another);
    let over = || verify(&c, Verdict::Verified, Some("The visit was to another camp."));
    why(work.refused(over()), "own_report");
    let colleague = work.colleague();
    assert_eq!(edit(&colleague, over()).status, Status::Implemented);

    // A waiver is the other way, with its reason.
    work.recommendation("R", "2");
    let other = work.commitment("R 2", "DOS", "2023-12-31").reference;
    work.log(&other, Some(Status::ReportedImplemented), Some("2024-05-01"));
    why(refused(&colleague, verify(&other, Verdict::Waived, None)), "no_reason");
    edit(&colleague, verify(&other, Verdict::Waived, Some("The post was abolished.")));
    assert_eq!(work.commitment_page(&other).status, Status::Implemented);
    work.is_sound();
}
