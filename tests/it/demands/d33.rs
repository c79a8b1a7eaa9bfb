//! D33: Level of result: input, output, outcome, impact; theory of change as text.

use crate::desk::{Work, is_a_sentence};
use followthrough_commands::*;
use followthrough_model::vocabulary::ResultLevel;
use followthrough_store::read::recommendation::RecommendationPage;

fn recommendation(work: &Work, as_of: &str, said: &str) -> RecommendationPage {
    match work.ask_on(as_of, Show { item: said.into() }) {
        ItemPage::Recommendation(page) => page,
        other => panic!("not a recommendation: {other:?}"),
    }
}

#[test]
fn d33_levels_of_result_and_theory_of_change() {
    let (work, plain) = Work::small();
    assert_eq!(work.commitment_page(&plain).result_level, None, "nobody has to say it");

    // Why the recommendation should bring about what is wanted stands with it, in as many words as it takes.
    let theory = "Planners who know the camps write plans that are used.\n\nPlans that are used keep people safe.";
    work.edit(AddRecommendation {
        source: "R".into(),
        label: Some("2".into()),
        text: "Train the planners.".into(),
        theory: Some(theory.into()),
        ..AddRecommendation::default()
    });
    let page = recommendation(&work, "2026-11-20", "R 2");
    assert_eq!(page.assessment.theory.as_deref(), Some(theory));
    let shown = work.cli(&["show", "R 2"]).out;
    assert!(shown.contains("theory of change") && shown.contains("keep people safe"), "{shown}");

    // What is done for it is told apart by how far along that way it lies.
    let commit = |deliverable: &str, level: ResultLevel| {
        work.edit(AddCommitment {
            recommendation: "R 2".into(),
            deliverable: deliverable.into(),
            lead: Some("DPO".into()),
            result_level: Some(level),
            ..AddCommitment::default()
        })
        .reference
    };
    let made = [
        (commit("Two trainers", ResultLevel::Input), ResultLevel::Input),
        (commit("Forty planners trained", ResultLevel::Output), ResultLevel::Output),
        (commit("Plans follow what was taught", ResultLevel::Outcome), ResultLevel::Outcome),
        (commit("Fewer people harmed", ResultLevel::Impact), ResultLevel::Impact),
    ];
    for (reference, level) in &made {
        assert_eq!(work.commitment_page(reference).result_level, Some(*level));
    }
    let shown = work.cli(&["show", &made[3].0]).out;
    assert!(shown.contains("impact"), "{shown}");

    // So is evidence: what was held up as an outcome may speak of no more than an output.
    let (outcome, _) = &made[2];
    let spoken = |note: &str, level| {
        work.edit(AddEvidence { item: outcome.clone(), note: Some(note.into()), level: Some(level), ..AddEvidence::default() });
    };
    spoken("A list of those who took part", ResultLevel::Output);
    spoken("Six plans were read", ResultLevel::Impact);
    let levels = |of: &str| work.commitment_page(of).evidence.into_iter().map(|e| (e.id, e.level)).collect::<Vec<_>>();
    let read = levels(outcome);
    assert_eq!(read.iter().map(|(_, level)| *level).collect::<Vec<_>>(), [Some(ResultLevel::Output), Some(ResultLevel::Impact)]);
    work.edit(EditUse { used: read[1].0.to_string(), level: Some("outcome".into()), ..EditUse::default() });
    assert_eq!(levels(outcome)[1].1, Some(ResultLevel::Outcome));

    // It can be put right, taken back and undone; a level that does not exist is refused in a sentence.
    let edit =
        |level: &str| EditCommitment { commitment: plain.clone(), result_level: Some(level.into()), ..EditCommitment::default() };
    work.edit(edit("output"));
    assert_eq!(work.commitment_page(&plain).result_level, Some(ResultLevel::Output));
    work.edit(edit("none"));
    assert_eq!(work.commitment_page(&plain).result_level, None);
    work.edit(Undo {});
    assert_eq!(work.commitment_page(&plain).result_level, Some(ResultLevel::Output));
    let refused = work.refused(edit("result"));
    is_a_sentence(&refused.message);
    assert!(refused.message.contains("outcome"), "it names those that there are: {}", refused.message);

    // The theory changes as one learns; what it was stays in the history.
    work.edit(EditRecommendation {
        recommendation: "R 2".into(),
        theory: Some("Training helps where there is time to plan.".into()),
        ..EditRecommendation::default()
    });
    let page = recommendation(&work, "2026-11-20", "R 2");
    assert_eq!(page.assessment.theory.as_deref(), Some("Training helps where there is time to plan."));
    let history = work.cli(&["history", "R 2"]).out;
    assert!(history.contains("Planners who know the camps"), "{history}");
    work.is_sound();
}
