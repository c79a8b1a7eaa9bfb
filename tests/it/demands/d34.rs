//! D34: Indicators: definition, unit, direction, baseline with date, target with date, observations with source;
//! conflicting figures side by side; values by sex or category.

use crate::desk::{Work, day};
use followthrough_commands::*;
use followthrough_model::vocabulary::Direction;
use followthrough_store::read::indicator::IndicatorPage;

fn page(work: &Work, said: &str) -> IndicatorPage {
    match work.ask(Show { item: said.into() }) {
        ItemPage::Indicator(page) => page,
        other => panic!("not an indicator: {other:?}"),
    }
}

fn observe(value: &str, on: &str, source: &str) -> Observe {
    Observe {
        indicator: "Women in military contingents".into(),
        value: value.into(),
        on: Some(on.into()),
        source: Some(source.into()),
        ..Observe::default()
    }
}

#[test]
fn d34_indicators_and_observations() {
    let (work, commitment) = Work::small();
    let made = work.edit(AddIndicator {
        name: "Women in military contingents".into(),
        definition: Some("Share of all contingent troops, at the end of the month.".into()),
        unit: "%".into(),
        direction: Some(Direction::Increase),
        baseline: Some("4 %".into()),
        baseline_on: Some("2018-12-31".into()),
        target: Some("15".into()),
        target_on: Some("2028-12-31".into()),
        of: vec![commitment.clone()],
    });
    work.edit(LinkIndicator { indicator: made.reference.clone(), item: "R 1".into() });

    // Values come by day, from somebody, in evidence that is on file.
    let report = work.edit(AddEvidence {
        item: commitment.clone(),
        symbol: Some("S/2022/500".into()),
        date: Some("2022-06-30".into()),
        ..AddEvidence::default()
    });
    work.edit(Observe { evidence: Some(report.reference.clone()), ..observe("6,5", "2022-06-30", "Annual report") });
    work.edit(observe("8.4 %", "2024-06-30", "Monthly figures"));
    let whole = page(&work, "Women in military contingents");
    assert_eq!((whole.baseline.as_deref(), whole.baseline_on), (Some("4"), Some(day("2018-12-31"))));
    assert_eq!((whole.target.as_deref(), whole.target_on), (Some("15"), Some(day("2028-12-31"))));
    assert_eq!(whole.of.len(), 2, "the commitment and the recommendation");
    let points: Vec<(&str, Option<&str>)> =
        whole.series[0].points.iter().map(|o| (o.value.as_str(), o.evidence.as_ref().map(|e| e.reference.as_str()))).collect();
    assert_eq!(points, [("6.5", Some(report.reference.as_str())), ("8.4", None)]);
    // From 4 to 15 is 11; 8.4 is 4.4 of these.
    assert_eq!(whole.series[0].progress.map(|p| (p.percent, p.met)), Some((Some(40), false)));

    // Another figure of the same day stands beside it; nothing chooses.
    let wrong = work.edit(observe("9,9", "2024-06-30", "The ministry"));
    let disputed = page(&work, &made.reference);
    assert_eq!(disputed.conflicts.len(), 1);
    let both: Vec<_> = disputed.conflicts[0].values.iter().map(|o| (o.source.as_deref(), o.value.as_str())).collect();
    assert_eq!(both, [(Some("Monthly figures"), "8.4"), (Some("The ministry"), "9.9")]);
    assert!(disputed.series[0].disputed && disputed.series[0].progress.is_none());

    // A correction takes the place of a value, and both stay on record.
    work.edit(CorrectObservation {
        observation: wrong.id.to_string(),
        value: Some("8.4".into()),
        reason: "They had counted police as well.".into(),
        ..CorrectObservation::default()
    });
    let corrected = page(&work, &made.reference);
    assert!(corrected.conflicts.is_empty());
    assert_eq!(corrected.superseded.iter().map(|o| o.value.as_str()).collect::<Vec<_>>(), ["9.9"]);
    let new = corrected.series[0].points.iter().find(|o| o.corrects == Some(wrong.id)).expect("the correction");
    assert_eq!(new.reason.as_deref(), Some("They had counted police as well."));
    assert_eq!(corrected.superseded[0].corrected_by, Some(new.id));

    // By sex or category: each is a line of its own.
    for (category, value) in [("staff officers", "19,4"), ("observers", "22")] {
        work.edit(Observe { category: Some(category.into()), ..observe(value, "2024-06-30", "Monthly figures") });
    }
    let by_category = page(&work, &made.reference);
    let categories: Vec<_> = by_category.series.iter().map(|s| s.category.as_deref()).collect();
    assert_eq!(categories, [None, Some("observers"), Some("staff officers")]);
    assert_eq!(by_category.series[1].progress.map(|p| p.met), Some(true));

    // On the item it stands in short, with the points for a line; as of an earlier day with what was observed by then.
    let on_item = work.commitment_page(&commitment).desk.indicators;
    assert_eq!(on_item.len(), 1);
    assert_eq!(on_item[0].latest.as_ref().map(|p| p.value.as_str()), Some("8.4"));
    assert_eq!(on_item[0].points.len(), 5);
    let then = work.commitment_on("2023-01-01", &commitment).desk.indicators;
    assert_eq!(then[0].points.iter().map(|p| p.value.as_str()).collect::<Vec<_>>(), ["6.5"]);
    let list = work.ask(Indicators::default());
    assert_eq!((list.total, list.items[0].items), (1, 2));
    work.is_sound();
}

#[test]
fn what_cannot_be_observed() {
    let (work, commitment) = Work::small();
    work.edit(AddIndicator {
        name: "Women in military contingents".into(),
        unit: "%".into(),
        of: vec![commitment],
        ..AddIndicator::default()
    });
    let before = work.last_entry();
    let check = |command: Observe, says: &str| {
        let refused = work.refused(command);
        crate::desk::is_a_sentence(&refused.message);
        assert!(refused.message.contains(says), "{}", refused.message);
    };
    check(Observe { unit: Some("troops".into()), ..observe("120", "2024-06-30", "A") }, "is measured in “%”");
    check(observe("120 troops", "2024-06-30", "A"), "is measured in “%”");
    check(observe("1,234", "2024-06-30", "A"), "1234 and as 1.234");
    check(observe("some", "2024-06-30", "A"), "does not begin with a number");
    check(observe("5", "2026-12-24", "A"), "has not come yet");
    assert_eq!(work.last_entry(), before, "nothing changed");
    work.edit(Observe { unit: Some("per cent".into()), ..observe("5", "2024-06-30", "A") });
    check(observe("5", "2024-06-30", "A"), "on file already");
    let unit = work.refused(EditIndicator {
        indicator: "Women in military contingents".into(),
        unit: Some("troops".into()),
        ..EditIndicator::default()
    });
    assert!(unit.message.contains("were observed in “%” (1)"), "{}", unit.message);
}
