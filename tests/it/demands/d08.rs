//! D8: Typed links between recommendations, across documents; progress rolled up without counting twice.

use crate::desk::Work;
use followthrough_commands::*;
use followthrough_model::progress::ProgressState;
use followthrough_model::vocabulary::LinkKind;
use followthrough_store::read::recommendation::RecommendationPage;

fn page(work: &Work, said: &str) -> RecommendationPage {
    match work.ask(Show { item: said.into() }) {
        ItemPage::Recommendation(page) => page,
        other => panic!("not a recommendation: {other:?}"),
    }
}

fn link(of: &str, other: &str, kind: LinkKind) -> LinkRecommendations {
    LinkRecommendations {
        of: of.into(),
        other: other.into(),
        kind: Some(kind),
        reason: format!("{of} and {other} speak of the same training."),
    }
}

#[test]
fn d08_links_across_documents_count_once() {
    // Three documents ask for the same training; a fourth item goes into more detail.
    let work = Work::new();
    for source in ["NEW", "OLD", "THINK"] {
        work.source(source);
    }
    for (source, label) in [("NEW", "1"), ("OLD", "7"), ("THINK", "3"), ("NEW", "2")] {
        work.recommendation(source, label);
    }
    work.actor("DPO");
    let same = work.edit(link("NEW 1", "OLD 7", LinkKind::Duplicates));
    work.edit(link("OLD 7", "THINK 3", LinkKind::Duplicates));
    work.edit(link("NEW 2", "NEW 1", LinkKind::Elaborates));
    work.edit(link("NEW 2", "THINK 3", LinkKind::Related));

    // Both directions are shown, with the document of the other side and the reason.
    let links = page(&work, "OLD 7").links;
    let said: Vec<_> = links.iter().map(|l| (l.other.reference.as_str(), l.source.reference.as_str(), l.forward)).collect();
    assert_eq!(said, [("THINK 3", "THINK", true), ("NEW 1", "NEW", false)]);
    assert_eq!(links[1].reason, "NEW 1 and OLD 7 speak of the same training.");
    assert!(page(&work, "NEW 1").links.iter().any(|l| l.kind == LinkKind::Elaborates && !l.forward));
    work.edit(EditLink { link: same.id.to_string(), reason: "The wording is the same.".into() });
    assert!(page(&work, "NEW 1").links.iter().any(|l| l.reason == "The wording is the same."));

    // One commitment for the training. Rolled up, the three count once and so does the commitment.
    let training = work.commitment("NEW 1", "DPO", "2025-12-31").reference;
    work.edit(AddAnswer { commitment: training.clone(), recommendation: "OLD 7".into() });
    work.commitment("NEW 2", "DPO", "2027-12-31");
    let all = work.ask(Rollup::default()).total;
    assert_eq!((all.recommendations, all.once, all.commitments), (4, 2, 2));
    assert_eq!((all.states.overdue, all.states.open, all.states.not_taken_up), (1, 1, 0));
    let old = work.ask(Rollup { source: Some("OLD".into()), ..Rollup::default() }).total;
    assert_eq!((old.recommendations, old.once, old.commitments, old.states.overdue), (1, 1, 1, 1));
    // By itself THINK 3 has no commitment: it is the group that has been taken up.
    assert_eq!(page(&work, "THINK 3").progress.state, ProgressState::NotTakenUp);
    let think = work.ask(Rollup { source: Some("THINK".into()), ..Rollup::default() }).total;
    assert_eq!((think.states.not_taken_up, think.states.overdue, think.commitments), (0, 1, 1));

    // A circle, a second time and a link to itself are refused, and nothing changes.
    let entry = work.last_entry();
    assert_eq!(work.refused(link("THINK 3", "NEW 1", LinkKind::Duplicates)).code, "circle");
    assert_eq!(work.refused(link("NEW 1", "NEW 2", LinkKind::Elaborates)).code, "circle");
    assert_eq!(work.refused(link("NEW 1", "NEW 1", LinkKind::Related)).code, "circle");
    assert_eq!(work.refused(link("OLD 7", "NEW 1", LinkKind::Duplicates)).code, "taken");
    assert_eq!(work.last_entry(), entry);

    // Taken away, a link no longer counts; it comes back from the bin.
    work.edit(Delete { item: same.id.to_string() });
    assert_eq!(work.ask(Rollup::default()).total.once, 3);
    work.edit(Restore { item: same.id.to_string() });
    assert_eq!(work.ask(Rollup::default()).total.once, 2);
    work.edit(Delete { item: same.id.to_string() });
    let again = work.edit(link("NEW 1", "OLD 7", LinkKind::Duplicates));
    assert_eq!(again.id, same.id, "the same two, tied in the same way, are the same row");
    work.is_sound();

    // The terminal prints the figures; the summary reports the commitment once.
    let printed = work.cli(&["rollup"]).out;
    assert!(printed.contains("counted once") && printed.contains("not taken up"), "{printed}");
    let out = work.path("summary.md");
    work.act(Summary { format: "md".into(), output: out.to_string_lossy().as_ref().into(), ..Summary::default() });
    let text = std::fs::read_to_string(out).expect("it is written");
    assert_eq!(text.matches(training.as_str()).count(), 1, "{text}");
}
