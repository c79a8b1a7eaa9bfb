//! D16: Kinds of commitment: response to a recommendation, declared commitment, pledge, compact, plan action,
//! directive; with date made and occasion.

use crate::desk::{Work, day};
use followthrough_commands::*;
use followthrough_model::Kind;
use followthrough_model::vocabulary::CommitmentKind;

#[test]
fn d16_kinds_of_commitment() {
    let work = Work::new();
    work.source("R");
    work.recommendation("R", "1");
    work.actor("DPO");

    // Each kind, with the day on which it was made and the occasion.
    let mut made = Vec::new();
    for kind in CommitmentKind::ALL {
        let created = work.edit(AddCommitment {
            recommendation: "R 1".into(),
            deliverable: format!("What a {kind} promises"),
            lead: Some("DPO".into()),
            kind: Some(*kind),
            made_on: Some("2019-03-29".into()),
            occasion: Some("Ministerial in the capital".into()),
            ..AddCommitment::default()
        });
        made.push((*kind, created.reference));
    }
    assert_eq!(made.len(), 6);
    for (kind, c) in &made {
        let page = work.commitment_page(c);
        assert_eq!((page.kind, page.made_on), (*kind, Some(day("2019-03-29"))));
        assert_eq!(page.occasion.as_deref(), Some("Ministerial in the capital"));
    }

    // What is not said is a response, without a day that nobody gave.
    let plain = work.commitment("R 1", "DPO", "2024").reference;
    let page = work.commitment_page(&plain);
    assert_eq!((page.kind, page.made_on, page.occasion), (CommitmentKind::Response, None, None));

    // It can be corrected; the history has both.
    work.edit(EditCommitment {
        commitment: plain.clone(),
        kind: Some("directive".into()),
        made_on: Some("2020-01-15".into()),
        occasion: Some("A directive of the Secretary-General".into()),
        ..EditCommitment::default()
    });
    let page = work.commitment_page(&plain);
    assert_eq!((page.kind, page.made_on), (CommitmentKind::Directive, Some(day("2020-01-15"))));
    let history = work.ask(History { item: plain.clone(), limit: None });
    assert!(history.iter().any(|line| line.field == "kind" && line.old.as_deref() == Some("response")));
    let unknown =
        work.refused(EditCommitment { commitment: plain.clone(), kind: Some("promise".into()), ..EditCommitment::default() });
    assert!(unknown.message.contains("pledge"), "{}", unknown.message);

    // The occasion is found by its words, and a terminal shows it.
    let hits = work.ask(Search { words: "ministerial".into(), kind: Some(Kind::Commitment), ..Search::default() }).hits;
    assert_eq!(hits.len(), 6);
    let shown = work.cli(&["show", &plain]);
    assert!(shown.out.contains("directive") && shown.out.contains("2020-01-15"), "{}", shown.out);
    assert!(shown.out.contains("A directive of the Secretary-General"), "{}", shown.out);
    work.is_sound();
}
