//! D2: Wording, place and standing of the source kept: page or line, official or Chatham House rule.

use crate::desk::Work;
use followthrough_commands::*;
use followthrough_model::vocabulary::Standing;

#[test]
fn d02_wording_place_and_standing_are_kept() {
    // An official report, and a meeting whose speakers may not be named.
    let work = Work::new();
    work.edit(AddSource {
        short: "SG25".into(),
        title: "Report on the review of missions".into(),
        symbol: Some("A/79/1".into()),
        standing: Some(Standing::Official),
        ..AddSource::default()
    });
    work.edit(AddSource {
        short: "FORUM".into(),
        title: "Notes of a forum".into(),
        standing: Some(Standing::NonAttributed),
        ..AddSource::default()
    });
    let wording = "Every mission shall name a focal point,\nand publish who it is.";
    work.edit(AddRecommendation {
        source: "SG25".into(),
        label: Some("3".into()),
        page: Some("xiv".into()),
        section: Some("Annex II".into()),
        text: wording.into(),
        ..AddRecommendation::default()
    });
    work.recommendation("FORUM", "1");
    let recommendation = |said: &str| match work.ask(Show { item: said.into() }) {
        ItemPage::Recommendation(page) => page,
        other => panic!("not a recommendation: {other:?}"),
    };
    let source = |said: &str| match work.ask(Show { item: said.into() }) {
        ItemPage::Source(page) => page,
        other => panic!("not a source: {other:?}"),
    };

    // Words and place stand as they were entered, the standing with the document.
    let page = recommendation("SG25 3");
    assert_eq!((page.text.as_str(), page.page.as_deref(), page.section.as_deref()), (wording, Some("xiv"), Some("Annex II")));
    assert_eq!(source("SG25").standing, Some(Standing::Official));
    assert_eq!(source("FORUM").standing, Some(Standing::NonAttributed));

    // An edit of the wording is on record with both texts: nothing is lost.
    let better = "Every mission names a focal point.";
    work.edit(EditRecommendation { recommendation: "SG25 3".into(), text: Some(better.into()), ..EditRecommendation::default() });
    assert_eq!(recommendation("SG25 3").text, better);
    let history = work.ask(History { item: "SG25 3".into(), limit: None });
    let edit = history.iter().find(|line| line.field == "text").expect("the edit is in the history");
    assert!(edit.old.as_deref().is_some_and(|old| old.starts_with("Every mission shall")), "{edit:?}");

    // The catalogue gives each item its place as lines of its document.
    work.edit(LoadCatalogue::default());
    let item = recommendation("A4P+ P1");
    let (first, last) = (item.line.expect("a line"), item.assessment.line_end.expect("a last line"));
    assert!(first > 0 && first <= last);
    assert!(item.catalogue, "and says that the words are the catalogue's own");
    // A part that is split off keeps the place of its whole.
    work.edit(SplitRecommendation {
        recommendation: "SG25 3".into(),
        parts: vec!["Name it.".into(), "Publish it.".into()],
        moves: vec![],
    });
    assert_eq!(recommendation("SG25 3b").page.as_deref(), Some("xiv"));

    // The commitment's page and the exported summary cite document and page.
    let c = work.commitment("SG25 3", "DPO", "2025-12-31").reference;
    let answered = &work.commitment_page(&c).answers[0];
    assert_eq!((answered.source.as_str(), answered.page.as_deref(), answered.text.as_str()), ("SG25", Some("xiv"), better));
    let out = work.path("summary.html");
    work.act(Summary { format: "html".into(), output: out.to_string_lossy().as_ref().into(), ..Summary::default() });
    let text = std::fs::read_to_string(out).expect("it is written");
    assert!(text.contains("A/79/1") && text.contains("xiv"), "document symbol and page are cited");
    work.is_sound();
}
