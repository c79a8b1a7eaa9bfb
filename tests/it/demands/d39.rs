//! D39: Unfinished items carry forward under a new framework.

use crate::desk::Work;
use followthrough_commands::*;
use followthrough_model::Status;
use followthrough_model::progress::ProgressState;
use followthrough_model::vocabulary::{CrosswalkKind, Verdict};
use followthrough_store::read::recommendation::RecommendationPage;

fn page(work: &Work, said: &str) -> RecommendationPage {
    match work.ask(Show { item: said.into() }) {
        ItemPage::Recommendation(page) => page,
        other => panic!("not a recommendation: {other:?}"),
    }
}

#[test]
fn d39_unfinished_items_carry_forward() {
    // A plan that ends: one item is done in part and one is not; one commitment also answers an item that stays.
    let work = Work::new();
    work.edit(AddFramework { name: "Plan 2021-2023".into() });
    work.edit(AddTheme { framework: "Plan 2021-2023".into(), name: "Training".into() });
    work.edit(AddFramework { name: "Plan 2024-2026".into() });
    work.edit(AddTheme { framework: "Plan 2024-2026".into(), name: "Skills".into() });
    work.source("OLD");
    work.source("NEW");
    work.actor("DPO");
    for label in ["1", "2", "3"] {
        work.recommendation("OLD", label);
        work.edit(TagItem { item: format!("OLD {label}"), theme: "Training".into() });
    }
    work.edit(AddAddressee { recommendation: "OLD 1".into(), actor: "DPO".into(), implied: true });
    let done = work.commitment("OLD 1", "DPO", "2023-06-30").reference;
    work.log(&done, Some(Status::ReportedImplemented), Some("2023-05-01"));
    work.edit(VerifyResult {
        commitment: done.clone(),
        verdict: Some(Verdict::Waived),
        reason: Some("Seen.".into()),
        ..VerifyResult::default()
    });
    let open = work.commitment("OLD 1", "DPO", "2023-12-31").reference;
    let shared = work.commitment("OLD 2", "DPO", "2023-12-31").reference;
    work.edit(AddAnswer { commitment: shared.clone(), recommendation: "OLD 3".into() });

    // Without a crosswalk the new framework cannot be reached, and nothing changes.
    let carry = CarryForward {
        recommendation: vec!["OLD 1".into(), "OLD 2".into()],
        source: Some("NEW".into()),
        framework: Some("Plan 2024-2026".into()),
        reason: "The plan ended; the work goes on.".into(),
        ..CarryForward::default()
    };
    let entry = work.last_entry();
    assert_eq!(work.refused(carry.clone()).code, "no_crosswalk");
    assert_eq!(work.last_entry(), entry);
    work.edit(AddCrosswalk {
        theme: "Training".into(),
        other: "Skills".into(),
        kind: Some(CrosswalkKind::Subset),
        reason: "Skills are more than training.".into(),
    });

    // Both go forward in one act: successors under the new source and theme, asking the same of the same actors.
    let carried = work.edit(carry.clone());
    assert_eq!(work.last_entry() - entry, 2, "the crosswalk and one entry for all of it");
    assert_eq!((carried.opened.len(), carried.closed), (2, 1));
    let left: Vec<&str> = carried.left_open.iter().map(|c| c.reference.as_str()).collect();
    assert_eq!(left, [shared.as_str()], "it answers OLD 3 too, which stays");
    let new = page(&work, &carried.opened[0].reference);
    assert_eq!((new.source.reference.as_str(), new.text.as_str()), ("NEW", "Do what 1 says."));
    assert_eq!(new.themes.iter().map(|t| t.name.as_str()).collect::<Vec<_>>(), ["Skills"]);
    assert_eq!((new.addressees.len(), new.addressees[0].confirmed), (1, false));
    assert_eq!(new.progress.state, ProgressState::NotTakenUp);

    // The old item keeps its wording, themes and history; what was open of it is closed, and says why.
    let old = page(&work, "OLD 1");
    assert_eq!(old.themes.iter().map(|t| t.name.as_str()).collect::<Vec<_>>(), ["Training"]);
    assert_eq!(old.progress.sentence, "1 of 2 implemented, 1 closed without being implemented.");
    assert_eq!(old.progress.state, ProgressState::Partly);
    let closed = work.commitment_page(&open);
    assert_eq!(closed.status, Status::Superseded);
    assert!(format!("{:?}", closed.timeline[0]).contains("The plan ended; the work goes on."));
    assert_eq!(work.commitment_page(&done).status, Status::Implemented);
    assert_eq!(work.ask(Overdue::default()).total, 1, "only the shared one is still owed");

    // The chain is shown from both ends, and goes on when the successor is carried forward again.
    let refs = |said: &str| page(&work, said).chain.into_iter().map(|b| b.reference).collect::<Vec<_>>();
    let first = carried.opened[0].reference.clone();
    assert_eq!(refs("OLD 1"), ["OLD 1", first.as_str()]);
    assert_eq!(refs(&first), refs("OLD 1"));
    let again = CarryForward {
        recommendation: vec![first.clone()],
        theme: Some("Skills".into()),
        label: Some("9".into()),
        source: None,
        framework: None,
        reason: "Worded anew.".into(),
    };
    work.edit(again);
    assert_eq!(refs("OLD 1"), ["OLD 1", first.as_str(), "NEW 9"]);
    assert_eq!(refs("NEW 9"), refs("OLD 1"));
    assert_eq!(work.refused(CarryForward { recommendation: vec!["OLD 1".into()], ..carry }).code, "taken");

    // As of a day before, the old one was owed still; one undo takes the whole act back.
    let before = work.commitment_on("2024-06-30", &open);
    assert_eq!(before.status, Status::NotStarted);
    work.edit(Undo {});
    work.edit(Undo {});
    assert_eq!((work.commitment_page(&open).status, page(&work, "OLD 1").chain.len()), (Status::NotStarted, 0));
    work.edit(Redo {});
    let printed = work.cli(&["show", "OLD 1"]).out;
    assert!(printed.contains(&format!("OLD 1 → {first}")), "{printed}");
    let out = work.path("summary.csv");
    work.act(Summary { format: "csv".into(), output: out.to_string_lossy().as_ref().into(), ..Summary::default() });
    assert!(std::fs::read_to_string(out).expect("it is written").to_lowercase().contains("superseded"));
    work.is_sound();
}
