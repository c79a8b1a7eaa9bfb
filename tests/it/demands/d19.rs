//! D19: Callers and addressees: "A should call on B to do C".

use crate::desk::Work;
use followthrough_commands::*;
use followthrough_store::read::recommendation::RecommendationPage;

fn page(work: &Work, said: &str) -> RecommendationPage {
    match work.ask(Show { item: said.into() }) {
        ItemPage::Recommendation(page) => page,
        other => panic!("not a recommendation: {other:?}"),
    }
}

#[test]
fn d19_callers_and_addressees() {
    let work = Work::new();
    work.source("R");
    work.recommendation("R", "1");
    for actor in ["COUNCIL", "MS", "DPO"] {
        work.actor(actor);
    }

    // "The Council should call on Member States to ...": who calls and who acts stand apart.
    let caller = work.edit(AddCaller { recommendation: "R 1".into(), actor: "COUNCIL".into() });
    work.edit(AddAddressee { recommendation: "R 1".into(), actor: "MS".into(), implied: false });
    let shown = page(&work, "R 1");
    assert_eq!(shown.callers.iter().map(|c| c.actor.reference.as_str()).collect::<Vec<_>>(), ["COUNCIL"]);
    assert_eq!(shown.addressees.iter().map(|a| a.actor.reference.as_str()).collect::<Vec<_>>(), ["MS"]);

    // The caller owes no answer: only the addressee can be silent or decide.
    let silent = work.ask(NoResponse::default());
    assert_eq!(silent.items.iter().map(|s| s.actor.reference.as_str()).collect::<Vec<_>>(), ["MS"]);
    let refused = work.refused(RecordDecision {
        recommendation: "R 1".into(),
        actor: "COUNCIL".into(),
        answer: Some(followthrough_model::vocabulary::DecisionKind::Accepted),
        ..RecordDecision::default()
    });
    assert!(refused.message.contains("does not ask COUNCIL"), "{}", refused.message);

    // Nobody calls twice; a caller can be taken off, put back, and its actor does not go while it calls.
    assert_eq!(work.refused(AddCaller { recommendation: "R 1".into(), actor: "COUNCIL".into() }).code, "taken");
    assert_eq!(work.refused(Delete { item: "COUNCIL".into() }).code, "rests_on_it");
    work.edit(Delete { item: caller.id.to_string() });
    assert!(page(&work, "R 1").callers.is_empty());
    work.edit(Restore { item: caller.id.to_string() });
    assert_eq!(page(&work, "R 1").callers.len(), 1);

    // The actor's page says on what it is to call.
    let ItemPage::Actor(council) = work.ask(Show { item: "COUNCIL".into() }) else { panic!("not an actor") };
    assert_eq!(council.calls.iter().map(|c| c.reference.as_str()).collect::<Vec<_>>(), ["R 1"]);
    assert!(council.asked.is_empty());

    // A terminal says it in words.
    let shown = work.cli(&["show", "R 1"]);
    assert!(shown.out.contains("called on by  Department COUNCIL"), "{}", shown.out);

    // The catalogue brings those that its sources name.
    work.edit(LoadCatalogue::default());
    let conn = work.raw();
    let called: i64 = conn.query_row("SELECT count(*) FROM caller", [], |r| r.get(0)).expect("SQL");
    assert!(called > 1, "{called} callers");
    work.is_sound();
}
