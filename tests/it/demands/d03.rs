//! D3: Force and consensus: must, should, could, "some participants"; a contested flag with its reason.

use crate::desk::Work;
use followthrough_commands::*;
use followthrough_model::vocabulary::Force;

#[test]
fn d03_force_and_contest_are_kept_apart() {
    // A forum where the room did not agree on everything.
    let work = Work::new();
    work.source("FORUM");
    let said = [("1", Force::Must), ("2", Force::Should), ("3", Force::Could), ("4", Force::SomeParticipants)];
    for (label, force) in said {
        work.edit(AddRecommendation {
            source: "FORUM".into(),
            label: Some(label.into()),
            text: format!("Item {label} of the forum."),
            force: Some(force),
            contested: (label == "4").then(|| "Two delegations held that this needs a new mandate.".to_owned()),
            ..AddRecommendation::default()
        });
    }
    let page = |label: &str| match work.ask(Show { item: format!("FORUM {label}") }) {
        ItemPage::Recommendation(page) => page,
        other => panic!("not a recommendation: {other:?}"),
    };

    // Each item shows how strongly it asks, and whether and why it is contested.
    for (label, force) in said {
        assert_eq!(page(label).force, Some(force));
        assert_eq!(page(label).contested.is_some(), label == "4");
    }
    assert_eq!(page("4").contested.as_deref(), Some("Two delegations held that this needs a new mandate."));

    // Force and contest are two things: one changes without the other, and each can be taken back.
    work.edit(EditRecommendation {
        recommendation: "FORUM 1".into(),
        contested: Some("One delegation abstained.".into()),
        ..EditRecommendation::default()
    });
    assert_eq!((page("1").force, page("1").contested.is_some()), (Some(Force::Must), true));
    work.edit(EditRecommendation {
        recommendation: "FORUM 4".into(),
        force: Some("should".into()),
        ..EditRecommendation::default()
    });
    assert_eq!((page("4").force, page("4").contested.is_some()), (Some(Force::Should), true));
    work.edit(EditRecommendation {
        recommendation: "FORUM 4".into(),
        contested: Some("none".into()),
        ..EditRecommendation::default()
    });
    assert_eq!(page("4").contested, None);
    let history = work.ask(History { item: "FORUM 4".into(), limit: None });
    assert!(history.iter().any(|l| l.field == "contested" && l.new.is_none()), "who took it back stays on record");

    // A word that is no force is refused with those that are, and nothing changes.
    let problem = work.refused(EditRecommendation {
        recommendation: "FORUM 2".into(),
        force: Some("strongly".into()),
        ..EditRecommendation::default()
    });
    assert!(problem.message.contains("some_participants"), "{}", problem.message);
    assert_eq!(page("2").force, Some(Force::Should));

    // The parts of an item ask as strongly as it does until they are edited.
    work.edit(SplitRecommendation {
        recommendation: "FORUM 1".into(),
        parts: vec!["Do it.".into(), "Say so.".into()],
        moves: vec![],
    });
    assert_eq!(page("1a").force, Some(Force::Must));

    // The catalogue carries both for the documents of the field, and the terminal prints them.
    work.edit(LoadCatalogue::default());
    let ItemPage::Recommendation(item) = work.ask(Show { item: "A4P+ P1".into() }) else { panic!("a recommendation") };
    assert!(item.force.is_some());
    let printed = work.cli(&["show", "FORUM 1"]);
    assert!(printed.out.contains("must") && printed.out.contains("One delegation abstained."), "{printed:?}");
    work.is_sound();
}
