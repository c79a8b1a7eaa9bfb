//! D1: One register fed by many documents; each recommendation keeps its own source, number, section.

use crate::desk::Work;
use followthrough_commands::*;
use followthrough_model::vocabulary::ListKind;

#[test]
fn d01_one_register_fed_by_many_documents() {
    // Two documents that number their items alike, entered side by side with the catalogue.
    let work = Work::new();
    work.edit(LoadCatalogue::default());
    let loaded = work.ask(List { kind: Some(ListKind::Sources), ..List::default() });
    assert!(loaded.total >= 3, "the catalogue brings several documents");
    for (short, title) in [("SG25", "Report on the review of missions"), ("NGO25", "What the field says")] {
        work.edit(AddSource {
            short: short.into(),
            title: title.into(),
            published: Some("2025-03".into()),
            ..AddSource::default()
        });
        work.edit(AddRecommendation {
            source: short.into(),
            label: Some("12".into()),
            section: Some("IV. Staff".into()),
            text: format!("{short} asks for a roster."),
            their_ref: Some(format!("{short}/2025/12")),
            ..AddRecommendation::default()
        });
    }

    // Each keeps its own source, number and section, and is found by them.
    for short in ["SG25", "NGO25"] {
        let ItemPage::Recommendation(page) = work.ask(Show { item: format!("{short} 12") }) else { panic!("a recommendation") };
        assert_eq!(
            (page.source.reference.as_str(), page.label.as_deref(), page.section.as_deref()),
            (short, Some("12"), Some("IV. Staff"))
        );
        assert_eq!(page.desk.refs[0].number, format!("{short}/2025/12"));
        assert_eq!(page.text, format!("{short} asks for a roster."));
        assert!(!page.catalogue);
    }
    let hits = work.ask(Search { words: "roster".into(), ..Search::default() }).hits;
    let refs: Vec<&str> = hits.iter().map(|h| h.reference.as_str()).collect();
    assert_eq!(refs, ["NGO25 12", "SG25 12"]);

    // A number is unique in its document only; the same one a second time is refused with what stands there.
    let twice = AddRecommendation {
        source: "SG25".into(),
        label: Some("12".into()),
        text: "Again.".into(),
        ..AddRecommendation::default()
    };
    assert_eq!(work.refused(twice).code, "taken");

    // The list of one document holds its items alone; the register holds all.
    let of = |source: Option<&str>| {
        let kind = Some(ListKind::Recommendations);
        work.ask(List { kind, source: source.map(str::to_owned), ..List::default() }).total
    };
    assert_eq!((of(Some("SG25")), of(Some("NGO25"))), (1, 1));
    let by_source: u32 = work
        .ask(List { kind: Some(ListKind::Sources), ..List::default() })
        .sources
        .iter()
        .map(|s| s.recommendations + s.parts)
        .sum();
    assert_eq!(of(None), by_source);

    // An item whose number changes is still found by the old one.
    work.edit(EditRecommendation {
        recommendation: "SG25 12".into(),
        label: Some("12.1".into()),
        ..EditRecommendation::default()
    });
    let ItemPage::Recommendation(page) = work.ask(Show { item: "SG25 12".into() }) else { panic!("a recommendation") };
    assert_eq!(page.reference, "SG25 12.1");

    // The summary names each document with its own figures.
    work.actor("UNMIX");
    work.commitment("SG25 12.1", "UNMIX", "2026-01-31");
    work.commitment("NGO25 12", "UNMIX", "2026-01-31");
    let out = work.path("summary.md");
    work.act(Summary { format: "md".into(), output: out.to_string_lossy().as_ref().into(), ..Summary::default() });
    let text = std::fs::read_to_string(out).expect("it is written");
    for said in ["SG25: Report on the review of missions", "NGO25: What the field says", "SG25 12.1", "NGO25 12"] {
        assert!(text.contains(said), "{said} is not in {text}");
    }
    work.is_sound();
}
