//! What the desk keeps beside an item: numbers of others, the private note, the flag; and that it goes and comes back.
//!
//! Indicators have a demand of their own, D34.

use crate::desk::{Work, day, dump, is_a_sentence, same};
use followthrough_commands::*;
use followthrough_model::Kind;
use followthrough_model::vocabulary::ListKind;

fn refs(work: &Work, item: &str) -> Vec<String> {
    work.commitment_page(item).desk.refs.into_iter().map(|r| r.number).collect()
}

#[test]
fn an_item_is_found_by_the_numbers_of_others() {
    let (work, commitment) = Work::small();
    work.edit(AddTheirRef { item: commitment.clone(), number: "A/76/123-14".into(), whose: Some("Secretariat".into()) });
    let second = work.edit(AddTheirRef { item: commitment.clone(), number: "MFA 2024/0071".into(), whose: None });
    assert_eq!(refs(&work, &commitment), ["A/76/123-14", "MFA 2024/0071"]);
    // By the whole number in any case, and by its words.
    assert_eq!(work.commitment_page("a/76/123-14").reference, commitment);
    let hits = work.ask(Search { words: "MFA 0071".into(), ..Search::default() }).hits;
    assert_eq!(hits.iter().map(|h| h.reference.as_str()).collect::<Vec<_>>(), [commitment.as_str()]);
    let again = work.refused(AddTheirRef { item: commitment.clone(), number: "mfa 2024/0071".into(), whose: None });
    is_a_sentence(&again.message);
    // A name of ours means ours; a number of two items asks which.
    work.edit(AddTheirRef { item: commitment.clone(), number: "DPO".into(), whose: None });
    assert!(matches!(work.ask(Show { item: "DPO".into() }), ItemPage::Actor(_)));
    work.edit(AddTheirRef { item: "R 1".into(), number: "MFA 2024/0071".into(), whose: None });
    let both = work.refused(SetNote { item: "MFA 2024/0071".into(), text: "x".into() });
    assert_eq!(both.code, "ambiguous");
    // What is deleted is not found any more.
    work.edit(Delete { item: second.id.to_string() });
    assert_eq!(refs(&work, &commitment), ["A/76/123-14", "DPO"]);
    assert!(matches!(work.ask(Show { item: "MFA 2024/0071".into() }), ItemPage::Recommendation(_)));
    let hits = work.ask(Search { words: "MFA 0071".into(), ..Search::default() }).hits;
    assert_eq!(hits.iter().map(|h| h.kind).collect::<Vec<_>>(), [Kind::Recommendation]);
    work.is_sound();
}

#[test]
fn a_number_given_with_a_recommendation_is_a_row_of_its_own() {
    let work = Work::new();
    work.source("R");
    work.edit(AddRecommendation {
        source: "R".into(),
        text: "Do it.".into(),
        their_ref: Some("OIOS-7".into()),
        ..AddRecommendation::default()
    });
    let ItemPage::Recommendation(page) = work.ask(Show { item: "OIOS-7".into() }) else { panic!("not a recommendation") };
    assert_eq!(page.desk.refs[0].number, "OIOS-7");
}

#[test]
fn a_flag_takes_a_day_or_words_that_count_from_today() {
    let (work, commitment) = Work::small();
    let listed =
        |filter: &str| work.ask(List { kind: Some(ListKind::Commitments), filter: Some(filter.into()), ..List::default() }).total;
    let all = listed("");
    for (said, on) in [("in 2 weeks", "2026-12-04"), ("within one month", "2026-12-20"), ("2026-12-05", "2026-12-05")] {
        work.edit(SetFlag { item: commitment.clone(), on: said.into(), why: None });
        assert_eq!(work.commitment_page(&commitment).desk.flag.map(|f| f.on), Some(day(on)), "{said}");
        assert_eq!((listed("-flagged>today"), listed("flagged>today")), (all - 1, 1), "a review passes over it");
    }
    let refused = work.refused(SetFlag { item: commitment, on: "when it suits".into(), why: None });
    is_a_sentence(&refused.message);
}

#[test]
fn a_note_and_a_flag_are_one_each() {
    let (work, commitment) = Work::small();
    let before = dump(&work.file());
    work.edit(SetNote { item: commitment.clone(), text: "Ask again after the mandate is renewed.".into() });
    work.edit(SetNote { item: commitment.clone(), text: "They prefer the telephone.".into() });
    let why = Some("before the meeting".into());
    work.edit(SetFlag { item: commitment.clone(), on: "2026-12-01".into(), why: why.clone() });
    work.edit(SetFlag { item: commitment.clone(), on: "2026-11-20".into(), why: why.clone() });
    work.edit(SetFlag { item: "DPO".into(), on: "2027-01-05".into(), why: None });
    let desk = work.commitment_page(&commitment).desk;
    assert_eq!(desk.note.map(|n| n.text).as_deref(), Some("They prefer the telephone."));
    assert_eq!(desk.flag.map(|f| (f.on, f.why)), Some((day("2026-11-20"), why)));
    let flagged = work.ask(Flagged::default());
    assert_eq!((flagged.total, flagged.later), (1, 1));
    assert_eq!(flagged.items[0].item.reference, commitment);
    assert_eq!(work.ask_on("2027-02-01", Flagged::default()).total, 2);
    // Both are taken away, and come back.
    work.edit(SetFlag { item: commitment.clone(), on: "none".into(), why: None });
    work.edit(SetNote { item: commitment.clone(), text: "none".into() });
    let desk = work.commitment_page(&commitment).desk;
    assert!(desk.note.is_none() && desk.flag.is_none());
    assert_eq!(work.ask(Flagged::default()).total, 0);
    work.edit(SetNote { item: commitment.clone(), text: "They write again.".into() });
    assert_eq!(work.commitment_page(&commitment).desk.note.map(|n| n.text).as_deref(), Some("They write again."));
    for _ in 0..8 {
        work.edit(Undo {});
    }
    same(&before, &dump(&work.file()), "all undone");
    work.is_sound();
}

#[test]
fn what_is_kept_prints_at_a_terminal() {
    let (work, commitment) = Work::small();
    work.edit(SetNote { item: commitment.clone(), text: "Ours alone".into() });
    work.edit(SetFlag { item: commitment.clone(), on: "2000-01-01".into(), why: Some("late".into()) });
    work.edit(AddIndicator { name: "Share".into(), unit: "%".into(), of: vec![commitment.clone()], ..AddIndicator::default() });
    let shown = work.cli(&["show", &commitment]).out;
    for words in ["Our note, never exported: Ours alone", "Flagged for 2000-01-01: late", "Share: no value yet"] {
        assert!(shown.contains(words), "{words} in {shown}");
    }
    assert!(work.cli(&["flagged"]).out.contains("late"));
    assert!(work.cli(&["indicators"]).out.contains("no value yet"));
    assert!(work.cli(&["show", "Share"]).out.contains("increase"));
}
