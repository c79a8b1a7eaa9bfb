//! D13: Headquarters and field levels; two-track plans; a plan per mission.

use crate::desk::Work;
use followthrough_commands::*;
use followthrough_model::vocabulary::{ActorKind, CommitmentKind, Level, ListKind};

#[test]
fn d13_headquarters_and_field() {
    let work = Work::new();
    work.source("R");
    work.recommendation("R", "1");
    let add = |short: &str, kind, level, parent: Option<&str>| {
        work.edit(AddActor {
            name: format!("The {short}"),
            short: Some(short.into()),
            kind: Some(kind),
            level: Some(level),
            parent: parent.map(str::to_owned),
            ..AddActor::default()
        })
    };
    add("DPO", ActorKind::Department, Level::Headquarters, None);
    add("NORTH", ActorKind::Mission, Level::Field, Some("DPO"));
    add("SOUTH", ActorKind::Mission, Level::Field, Some("DPO"));
    add("NORTH-FC", ActorKind::Role, Level::Field, Some("NORTH"));

    // Two tracks: what headquarters does, and a plan of each mission.
    let plan = |lead: &str, deliverable: &str, due: &str| {
        work.edit(AddCommitment {
            recommendation: "R 1".into(),
            deliverable: deliverable.into(),
            lead: Some(lead.into()),
            kind: Some(CommitmentKind::PlanAction),
            due: Some(due.into()),
            ..AddCommitment::default()
        })
    };
    plan("DPO", "Guidance for all missions", "2024");
    plan("NORTH", "The plan of the north", "2025-06-30");
    plan("SOUTH", "The plan of the south", "2027-06-30");
    plan("NORTH-FC", "Orders under the plan of the north", "2025-12-31");

    // The list of actors has the level of each with what it leads, and the tree shows whose mission it is.
    let actors = work.ask(List { kind: Some(ListKind::Actors), ..List::default() }).actors;
    let of = |short: &str| actors.iter().find(|a| a.actor == short).expect("it is listed");
    assert_eq!(of("DPO").level, Some(Level::Headquarters));
    assert_eq!((of("NORTH").level, of("NORTH").leads, of("NORTH").overdue), (Some(Level::Field), 1, 1));
    assert_eq!((of("SOUTH").parent.as_deref(), of("SOUTH").overdue), (Some("DPO"), 0));
    let tree: Vec<_> = work.ask(Counts {}).actors.into_iter().map(|a| (a.reference, a.depth)).collect();
    let expect = [("DPO", 0), ("NORTH", 1), ("NORTH-FC", 2), ("SOUTH", 1)];
    assert_eq!(tree, expect.map(|(name, depth)| (name.to_owned(), depth)));

    // A mission is followed by itself; headquarters with its tree has everything.
    let ItemPage::Actor(north) = work.ask(Show { item: "NORTH".into() }) else { panic!("not an actor") };
    assert_eq!(north.commitments.iter().map(|c| c.deliverable.as_str()).collect::<Vec<_>>(), ["The plan of the north"]);
    assert_eq!(north.children.iter().map(|a| a.reference.as_str()).collect::<Vec<_>>(), ["NORTH-FC"]);
    work.edit(AskActor {
        actor: "NORTH-FC".into(),
        about: vec!["R 1".into()],
        text: "Your orders?".into(),
        ..AskActor::default()
    });
    let asked = |actor: &str, tree| work.ask(Requests { actor: Some(actor.into()), tree, ..Requests::default() }).total;
    assert_eq!((asked("DPO", false), asked("DPO", true), asked("SOUTH", true)), (0, 1, 0));

    // The level can be corrected, and cleared.
    work.edit(EditActor { actor: "SOUTH".into(), level: Some("headquarters".into()), ..EditActor::default() });
    let ItemPage::Actor(south) = work.ask(Show { item: "SOUTH".into() }) else { panic!("not an actor") };
    assert_eq!(south.level, Some(Level::Headquarters));
    work.is_sound();
}
