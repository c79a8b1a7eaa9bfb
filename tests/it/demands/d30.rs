//! D30: Good practice and lessons marked and exportable.

use crate::desk::{Work, day, is_a_sentence, update};
use followthrough_commands::*;
use followthrough_model::vocabulary::{ListKind, Practice};

#[test]
fn d30_good_practice_and_lessons() {
    let (work, first) = Work::small();
    let second = work.commitment("R 1", "DOS", "2024").reference;
    let third = work.commitment("R 1", "DPO", "2025").reference;
    let mark = |of: &str, practice, on: &str, text: &str| {
        let said = LogUpdate { text: text.into(), practice: Some(practice), ..update(of, None, Some(on)) };
        work.edit(said).reference
    };

    // What an update tells is marked as it is logged: something for others to do as well, or to learn from.
    mark(&first, Practice::GoodPractice, "2024-03-01", "One planner went round with the patrols.");
    let learnt = mark(&second, Practice::Lesson, "2024-05-01", "The plan came after the budget, and had none.");
    work.log(&third, None, Some("2024-06-01"));

    // They are one list over all commitments, newest first, or one of the two.
    let all = work.ask(Practices::default());
    let told: Vec<_> = all.items.iter().map(|t| (t.commitment.as_str(), t.practice, t.day)).collect();
    assert_eq!(
        told,
        [
            (second.as_str(), Some(Practice::Lesson), day("2024-05-01")),
            (first.as_str(), Some(Practice::GoodPractice), day("2024-03-01")),
        ]
    );
    let lessons = work.ask(Practices { kind: Some(Practice::Lesson), ..Practices::default() });
    assert_eq!((lessons.total, lessons.items[0].text.as_str()), (1, "The plan came after the budget, and had none."));
    assert_eq!(work.ask_on("2024-04-01", Practices::default()).total, 1, "as it was known then");
    let shown = work.cli(&["practices"]).out;
    assert!(shown.contains("One planner went round") && shown.contains("good practice"), "{shown}");

    // An update that is on file already is marked later, and a mark is taken off again.
    let mut edit = EditUpdate { update: learnt, practice: Some("good_practice".into()), ..EditUpdate::default() };
    work.edit(edit.clone());
    assert_eq!(work.ask(Practices { kind: Some(Practice::GoodPractice), ..Practices::default() }).total, 2);
    edit.practice = Some("none".into());
    work.edit(edit.clone());
    assert_eq!(work.ask(Practices::default()).total, 1);
    edit.practice = Some("lesson".into());
    work.edit(edit.clone());
    edit.practice = Some("best_practice".into());
    let refused = work.refused(edit);
    is_a_sentence(&refused.message);
    assert!(refused.message.contains("lesson"), "it names those that there are: {}", refused.message);

    // Found by the filter of every list, and exported by it: in each format, in the words of the update.
    let list = |filter: &str| {
        let list = List { kind: Some(ListKind::Commitments), filter: Some(filter.into()), ..List::default() };
        work.ask(list).commitments.into_iter().map(|c| c.commitment).collect::<Vec<_>>()
    };
    assert_eq!(list("practice:good_practice"), [first.as_str()]);
    assert_eq!(list("practice:lesson"), [second.as_str()]);
    for format in super::FORMATS {
        let good = super::summary(&work, format, Some("practice:good_practice"));
        assert!(good.contains("One planner went round with the patrols."), "{format}: {good}");
        assert!(!good.contains("had none") && !good.contains(&third), "{format}: {good}");
        let both = super::summary(&work, format, Some("practice:good_practice,lesson"));
        assert!(both.contains("One planner went round") && both.contains("had none"), "{format}: {both}");
    }

    // One that is told in confidence stays at the desk, and says so in the list.
    let quiet = mark(&third, Practice::Lesson, "2024-07-01", "The two sections did not speak.");
    work.edit(SetPrivate { item: quiet, private: true, reason: Some("In confidence.".into()) });
    assert!(work.ask(Practices::default()).items[0].private);
    for format in super::FORMATS {
        let said = super::summary(&work, format, None);
        assert!(said.contains("had none") && !said.contains("did not speak"), "{format}: {said}");
    }
    work.is_sound();
}
