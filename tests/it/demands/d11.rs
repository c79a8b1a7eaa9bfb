//! D11: Preconditions, risks, contingencies.

use crate::desk::Work;
use followthrough_commands::*;

#[test]
fn d11_preconditions_risks_and_contingencies() {
    // The officer enters what the source says must be there first, what may go wrong, and what to do then.
    let work = Work::new();
    work.source("R");
    work.edit(AddRecommendation {
        source: "R".into(),
        label: Some("1".into()),
        text: "Open the new base.".into(),
        precondition: Some("The host country has given the land.\nThe budget is approved.".into()),
        risk: Some("The road is cut in the rains.".into()),
        contingency: Some("Supply by air from the capital.".into()),
        theory: Some("Patrols that start nearer reach people sooner.".into()),
        ..AddRecommendation::default()
    });
    work.recommendation("R", "2");
    let about = |said: &str| match work.ask(Show { item: said.into() }) {
        ItemPage::Recommendation(page) => page.assessment,
        other => panic!("not a recommendation: {other:?}"),
    };
    let first = about("R 1");
    assert_eq!(first.precondition.as_deref(), Some("The host country has given the land.\nThe budget is approved."));
    assert_eq!(first.risk.as_deref(), Some("The road is cut in the rains."));
    assert_eq!(first.contingency.as_deref(), Some("Supply by air from the capital."));
    assert_eq!(first.theory.as_deref(), Some("Patrols that start nearer reach people sooner."));
    assert!(about("R 2").risk.is_none());

    // Each is edited by itself; both texts stay on record; none clears it.
    work.edit(EditRecommendation {
        recommendation: "R 1".into(),
        risk: Some("The road is cut from June to October.".into()),
        ..EditRecommendation::default()
    });
    let second = about("R 1");
    assert_eq!((second.risk.as_deref(), second.contingency), (Some("The road is cut from June to October."), first.contingency));
    let history = work.ask(History { item: "R 1".into(), limit: None });
    let edit = history.iter().find(|line| line.field == "risk").expect("the edit is in the history");
    assert_eq!(edit.old.as_deref(), Some("The road is cut in the rains."));
    work.edit(EditRecommendation {
        recommendation: "R 1".into(),
        contingency: Some("none".into()),
        ..EditRecommendation::default()
    });
    assert_eq!(about("R 1").contingency, None);
    work.edit(Undo {});
    assert_eq!(about("R 1").contingency.as_deref(), Some("Supply by air from the capital."));

    // They go forward with an item that is not finished, and the terminal prints them.
    work.source("S");
    let forward = CarryForward {
        recommendation: vec!["R 1".into()],
        source: Some("S".into()),
        reason: "The new plan takes it up.".into(),
        ..CarryForward::default()
    };
    let new = work.edit(forward).opened.remove(0).reference;
    assert_eq!(about(&new).precondition, first.precondition);
    let printed = work.cli(&["show", "R 1"]).out;
    for said in ["The budget is approved.", "The road is cut from June to October.", "Supply by air", "Patrols that start nearer"]
    {
        assert!(printed.contains(said), "{said} is not in {printed}");
    }
    work.is_sound();
}
