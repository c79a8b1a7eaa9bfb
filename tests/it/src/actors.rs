//! Actors that turn out to be one, follow each other or belong to each other: merged without moving a row, found under
//! the new name, never in a circle.
//!
//! Does not test what actors answer; `requests` and the demands do.

use crate::desk::{Work, dump, is_a_sentence, same};
use followthrough_commands::*;
use followthrough_model::vocabulary::{DecisionKind, ListKind};
use followthrough_store::read::actor::ActorPage;

fn page_on(work: &Work, as_of: &str, said: &str) -> ActorPage {
    match work.ask_on(as_of, Show { item: said.into() }) {
        ItemPage::Actor(page) => page,
        other => panic!("not an actor: {other:?}"),
    }
}

fn merge(actor: &str, into: &str) -> MergeActors {
    MergeActors { actor: actor.into(), into: into.into(), reason: Some("One body under two names.".into()) }
}

fn under(actor: &str, parent: &str) -> EditActor {
    EditActor { actor: actor.into(), parent: Some(parent.into()), ..EditActor::default() }
}

fn followed_by(actor: &str, successor: &str) -> EditActor {
    EditActor { actor: actor.into(), successor: Some(successor.into()), ..EditActor::default() }
}

#[test]
fn what_names_a_merged_actor_is_shown_with_the_other() {
    let (work, c) = Work::small();
    let dos = page_on(&work, "2026-11-20", "DOS").id.to_string();
    let led = work.commitment("R 1", "DOS", "2024-06-30").reference;
    work.edit(AddAddressee { recommendation: "R 1".into(), actor: "DOS".into(), implied: false });
    let before = dump(&work.file());
    work.edit(merge("DOS", "DPO"));

    // Its name means the other; lists, pages and counts show both as one, and no row was moved.
    let page = page_on(&work, "2026-11-20", "dos");
    assert_eq!((page.reference.as_str(), page.leads, page.overdue), ("DPO", 2, 2));
    assert_eq!(page.merged[0].actor.reference, "DOS");
    assert_eq!(page.merged[0].why.as_deref(), Some("One body under two names."));
    assert_eq!(page.asked[0].under.as_ref().map(|a| a.reference.as_str()), Some("DOS"));
    assert_eq!(work.commitment_page(&led).lead.map(|l| l.reference), Some("DPO".into()));
    assert_eq!(work.commitment_on("2025-01-01", &led).lead.map(|l| l.reference), Some("DPO".into()));
    assert_eq!(work.ask(Overdue { lead: Some("DPO".into()), ..Overdue::default() }).total, 2);
    assert_eq!(work.ask(Counts {}).actors.iter().map(|a| (a.reference.as_str(), a.leads)).collect::<Vec<_>>(), [("DPO", 2)]);
    let actors = work.ask(List { kind: Some(ListKind::Actors), ..List::default() });
    assert_eq!((actors.total, actors.actors[0].leads), (1, 2));
    assert_eq!(work.ask(NoResponse { actor: Some("DPO".into()), ..NoResponse::default() }).total, 1);
    work.edit(RecordDecision {
        recommendation: "R 1".into(),
        actor: "DPO".into(),
        answer: Some(DecisionKind::Accepted),
        ..RecordDecision::default()
    });
    assert_eq!(work.ask(NoResponse::default()).total, 0);
    assert_eq!(page_on(&work, "2026-11-20", "DPO").decided.len(), 1);
    work.is_sound();

    // The other cannot go, a merged one is not merged again, and the merge can be undone or taken back later.
    assert_eq!(work.refused(Delete { item: "DPO".into() }).code, "rests_on_it");
    for refused in [merge("DOS", "DPO"), merge("DPO", "DOS"), merge(&dos, "DPO")] {
        let refused = work.refused(refused);
        assert_eq!(refused.code, "merged");
        is_a_sentence(&refused.message);
    }
    work.edit(Undo {});
    work.edit(Undo {});
    same(&before, &dump(&work.file()), "undone");
    work.edit(merge("DOS", "DPO"));
    work.edit(MergeActors { actor: "DOS".into(), into: "none".into(), reason: None });
    same(&before, &dump(&work.file()), "taken back");
    assert_eq!(work.commitment_page(&c).lead.map(|l| l.reference), Some("DPO".into()));
    work.is_sound();
}

#[test]
fn merges_follow_each_other_to_the_end() {
    let (work, _) = Work::small();
    work.actor("OLD");
    let led = work.commitment("R 1", "OLD", "2024-06-30").reference;
    work.edit(merge("OLD", "DOS"));
    work.edit(merge("DOS", "DPO"));
    assert_eq!(work.commitment_page(&led).lead.map(|l| l.reference), Some("DPO".into()));
    assert_eq!(page_on(&work, "2026-11-20", "OLD").reference, "DPO");
    work.edit(MergeActors { actor: "DOS".into(), into: "none".into(), reason: None });
    assert_eq!(work.commitment_page(&led).lead.map(|l| l.reference), Some("DOS".into()));
    work.is_sound();
}

#[test]
fn circles_are_refused_and_nothing_changes() {
    let work = Work::new();
    for actor in ["A", "B", "C"] {
        work.actor(actor);
    }
    work.edit(under("B", "A"));
    work.edit(under("C", "B"));
    work.edit(followed_by("A", "B"));
    work.edit(followed_by("B", "C"));
    let before = (dump(&work.file()), work.last_entry());
    let check = |refused: Problem, code: &str, word: &str| {
        assert_eq!(refused.code, code, "{}", refused.message);
        assert!(refused.message.contains(word), "{}", refused.message);
        is_a_sentence(&refused.message);
        same(&before.0, &dump(&work.file()), &refused.message);
        assert_eq!(before.1, work.last_entry());
    };
    check(work.refused(under("A", "C")), "circle", "another parent");
    check(work.refused(under("A", "A")), "circle", "another parent");
    check(work.refused(followed_by("C", "A")), "circle", "another successor");
    check(work.refused(followed_by("C", "C")), "circle", "another successor");
    check(work.refused(merge("A", "C")), "circle", "belongs to A");
    check(work.refused(merge("B", "B")), "same_actor", "itself");
    check(work.refused(merge("C", "A")), "circle", "followed each other");
    let alone = EditActor { actor: "C".into(), succeeded_on: Some("2019-01-01".into()), ..EditActor::default() };
    check(work.refused(alone), "no_successor", "who took over");
}

#[test]
fn a_decision_or_a_request_dated_tomorrow_is_refused() {
    let (work, c) = Work::small();
    work.edit(AddAddressee { recommendation: "R 1".into(), actor: "DPO".into(), implied: false });
    let before = dump(&work.file());
    let tomorrow = Some("2026-11-21".to_owned());
    let decision = RecordDecision {
        recommendation: "R 1".into(),
        actor: "DPO".into(),
        answer: Some(DecisionKind::Accepted),
        on: tomorrow.clone(),
        ..RecordDecision::default()
    };
    let ask = AskActor {
        actor: "DPO".into(),
        about: vec![c],
        text: "Where does it stand?".into(),
        on: tomorrow,
        ..AskActor::default()
    };
    let early = AskActor { on: Some("2026-11-20".into()), reply_by: Some("2026-11-01".into()), ..ask.clone() };
    let nothing = AskActor { about: Vec::new(), on: None, ..ask.clone() };
    let refused = [work.refused(decision), work.refused(ask), work.refused(early), work.refused(nothing)];
    assert_eq!(refused.each_ref().map(|p| p.code.as_str()), ["future", "future", "early_reply", "about"]);
    for p in &refused {
        is_a_sentence(&p.message);
    }
    same(&before, &dump(&work.file()), "refused");
}

#[test]
fn what_a_body_was_asked_is_found_under_its_successor() {
    let (work, c) = Work::small();
    work.edit(AddActor { name: "Department of Operations".into(), short: Some("DPKO".into()), ..AddActor::default() });
    let old = work.commitment("R 1", "DPKO", "2018-06-30").reference;
    work.edit(AddAddressee { recommendation: "R 1".into(), actor: "DPKO".into(), implied: false });
    work.edit(EditActor { succeeded_on: Some("2019-01-01".into()), ..followed_by("DPKO", "DPO") });

    // Old items keep the name that they had, and are found under the new one from the day on.
    assert_eq!(work.commitment_page(&old).lead.map(|l| l.reference), Some("DPKO".into()));
    let now = page_on(&work, "2026-11-20", "DPO");
    let mut found: Vec<_> = now.commitments.iter().map(|c| (c.commitment.clone(), c.lead.clone().unwrap_or_default())).collect();
    found.sort();
    let mut expect = vec![(old.clone(), "DPKO".to_owned()), (c, "DPO".to_owned())];
    expect.sort();
    assert_eq!(found, expect);
    assert_eq!((now.leads, now.leads_before, now.predecessors[0].reference.as_str()), (1, 1, "DPKO"));
    assert_eq!(now.asked[0].under.as_ref().map(|a| a.reference.as_str()), Some("DPKO"));
    assert!(page_on(&work, "2018-12-31", "DPO").asked.is_empty());
    // Its name still means itself.
    assert_eq!(page_on(&work, "2026-11-20", "DPKO").reference, "DPKO");
    let store = work.store();
    let family = store.read(|r| {
        let dpo = r.find("DPO", &[followthrough_model::Kind::Actor])?;
        r.family(dpo.at.rid)
    });
    assert_eq!(family.expect("it is read").len(), 2);
    // The successor answers for it.
    work.edit(RecordDecision {
        recommendation: "R 1".into(),
        actor: "DPO".into(),
        answer: Some(DecisionKind::Noted),
        ..RecordDecision::default()
    });
    assert_eq!(page_on(&work, "2026-11-20", "DPO").decided[0].under.as_ref().map(|a| a.reference.as_str()), Some("DPKO"));
    work.is_sound();
}
