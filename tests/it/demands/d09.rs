//! D9: Priority and sequence; the four published selection criteria as an optional score.

use crate::desk::Work;
use followthrough_commands::*;
use followthrough_model::vocabulary::{LinkKind, ListKind, Priority};
use followthrough_store::read::recommendation::RecommendationPage;

fn page(work: &Work, said: &str) -> RecommendationPage {
    match work.ask(Show { item: said.into() }) {
        ItemPage::Recommendation(page) => page,
        other => panic!("not a recommendation: {other:?}"),
    }
}

#[test]
fn d09_priority_sequence_and_score() {
    // Three items: one presses, one can wait, one has to come first.
    let work = Work::new();
    work.source("R");
    work.edit(AddRecommendation {
        source: "R".into(),
        label: Some("1".into()),
        text: "Train the crews.".into(),
        priority: Some(Priority::High),
        enables: Some(3),
        feasible: Some(2),
        impact: Some(3),
        consensus: Some(0),
        ..AddRecommendation::default()
    });
    work.recommendation("R", "2");
    work.recommendation("R", "3");

    // Priority and the four scores stand on the item; a score is optional, and nought is a score.
    let about = page(&work, "R 1").assessment;
    assert_eq!(about.priority, Some(Priority::High));
    assert_eq!((about.enables, about.feasible, about.impact, about.consensus), (Some(3), Some(2), Some(3), Some(0)));
    assert_eq!((page(&work, "R 2").assessment.priority, page(&work, "R 2").assessment.impact), (None, None));
    let edit = |priority: &str, consensus: &str| EditRecommendation {
        recommendation: "R 1".into(),
        priority: Some(priority.into()),
        consensus: Some(consensus.into()),
        ..EditRecommendation::default()
    };
    work.edit(edit("low", "none"));
    let about = page(&work, "R 1").assessment;
    assert_eq!((about.priority, about.consensus, about.enables), (Some(Priority::Low), None, Some(3)));

    // What is no score or no priority is refused, and nothing changes.
    let entry = work.last_entry();
    let problem = work.refused(edit("low", "4"));
    assert!(problem.message.contains("from 0 to 3"), "{}", problem.message);
    assert_eq!(work.refused(edit("low", "much")).code, "number");
    assert_eq!(work.refused(edit("urgent", "1")).code, "word");
    let wrong = AddRecommendation { source: "R".into(), text: "x".into(), impact: Some(7), ..AddRecommendation::default() };
    assert_eq!(work.refused(wrong).code, "number");
    assert_eq!(work.last_entry(), entry);

    // Sequence: items stand in the order of their source, parts after their whole; what must come first is said in words,
    // and tied to the item that it is.
    work.edit(SplitRecommendation {
        recommendation: "R 2".into(),
        parts: vec!["First this.".into(), "Then that.".into()],
        moves: vec![],
    });
    let list = work.ask(List { kind: Some(ListKind::Recommendations), ..List::default() }).recommendations;
    let order: Vec<&str> = list.iter().map(|r| r.recommendation.as_str()).collect();
    assert_eq!(order, ["R 1", "R 2", "R 2a", "R 2b", "R 3"]);
    work.edit(EditRecommendation {
        recommendation: "R 1".into(),
        precondition: Some("The crews are recruited (R 3).".into()),
        ..EditRecommendation::default()
    });
    work.edit(LinkRecommendations {
        of: "R 1".into(),
        other: "R 3".into(),
        kind: Some(LinkKind::Related),
        reason: "R 3 comes first.".into(),
    });
    assert_eq!(page(&work, "R 3").links[0].reason, "R 3 comes first.");
    assert_eq!(page(&work, "R 1").assessment.precondition.as_deref(), Some("The crews are recruited (R 3)."));

    // The terminal prints all of it; undo takes the last edit of it back.
    let printed = work.cli(&["show", "R 1"]).out;
    for said in ["low", "enables (0-3)", "The crews are recruited (R 3).", "R 3 comes first."] {
        assert!(printed.contains(said), "{said} is not in {printed}");
    }
    work.edit(Undo {});
    assert!(page(&work, "R 3").links.is_empty());
    work.is_sound();
}
