//! D43: Sources shown in what is exported.

use crate::desk::Work;
use followthrough_commands::*;
use followthrough_model::vocabulary::{ListKind, Standing};

#[test]
fn d43_sources_stand_in_what_is_exported() {
    let (work, first) = Work::small();
    work.edit(AddSource {
        short: "HLP".into(),
        title: "Report of the high-level panel".into(),
        publisher: Some("The panel".into()),
        symbol: Some("A/70/95".into()),
        published: Some("2015-06".into()),
        standing: Some(Standing::Official),
        ..AddSource::default()
    });
    work.edit(AddRecommendation {
        source: "HLP".into(),
        label: Some("12".into()),
        text: "Say who answers for it.".into(),
        page: Some("48".into()),
        ..AddRecommendation::default()
    });
    let second = work.commitment("HLP 12", "DOS", "2024-06-30").reference;
    let evidence = work.edit(AddEvidence {
        item: second.clone(),
        symbol: Some("S/2024/300".into()),
        title: Some("Letter to the Council".into()),
        page: Some("6".into()),
        date: Some("2024-04-15".into()),
        ..AddEvidence::default()
    });

    // In each format every commitment says which recommendation of which source it answers, and cites its evidence.
    for format in super::FORMATS {
        let said = super::summary(&work, format, None);
        for cited in [&first, &second, &evidence.reference, "R 1", "HLP 12", "48", "Letter to the Council"] {
            assert!(said.contains(cited), "{format} does not say {cited}:\n{said}");
        }
        // The sources themselves are listed, by whom they are and where they are found. A table of one row a
        // commitment (CSV) has no place for them; it has their short names and pages.
        if format != "csv" {
            for cited in ["Report of the high-level panel", "The panel", "A/70/95", "2015", "The report R"] {
                assert!(said.contains(cited), "{format} does not say {cited}:\n{said}");
            }
        }
    }
    let table = super::summary(&work, "csv", None);
    let head: Vec<&str> = table.lines().next().unwrap_or_default().trim_start_matches('\u{feff}').split(',').collect();
    for column in ["recommendation", "source", "evidence_references", "evidence"] {
        assert!(head.contains(&column), "{head:?}");
    }

    // What is limited still cites: to one lead, one source, or a filter, and says to what.
    let dos = super::summary(&work, "md", Some("lead:DOS"));
    assert!(dos.contains("HLP 12") && dos.contains("A/70/95") && !dos.contains(&first), "{dos}");
    assert!(dos.contains("lead:DOS"), "{dos}");
    let shown = List { kind: Some(ListKind::Commitments), source: Some("HLP".into()), ..List::default() };
    assert_eq!(work.ask(shown).commitments[0].commitment, second);
    let path = work.path("hlp.md").to_string_lossy().into_owned();
    work.act(Summary { format: "md".into(), output: path.as_str().into(), source: Some("HLP".into()), ..Summary::default() });
    let hlp = std::fs::read_to_string(&path).expect("written");
    assert!(hlp.contains("Report of the high-level panel") && !hlp.contains("The report R"), "{hlp}");

    // Evidence that goes out by itself carries its own bytes; what was withdrawn from a commitment is cited no more.
    let used = work.commitment_page(&second).evidence[0].id.to_string();
    work.edit(Delete { item: used });
    for format in super::FORMATS {
        let said = super::summary(&work, format, None);
        assert!(!said.contains(&evidence.reference), "{format}: {said}");
    }
    work.is_sound();
}
