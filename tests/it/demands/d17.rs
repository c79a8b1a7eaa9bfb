//! D17: Actors of every kind: organs, departments, missions, roles such as Force Commander (roles, never private
//! persons), host countries, regional bodies, think tanks.

use crate::desk::Work;
use followthrough_commands::*;
use followthrough_model::Kind;
use followthrough_model::vocabulary::{ActorKind, Level, ListKind};

#[test]
fn d17_actors_of_every_kind() {
    let work = Work::new();
    work.source("R");
    work.recommendation("R", "1");

    // One of each kind, and each can be asked and can lead.
    for kind in ActorKind::ALL {
        let short = kind.as_str().to_uppercase();
        work.edit(AddActor {
            name: format!("An actor of the kind {kind}"),
            short: Some(short.clone()),
            kind: Some(*kind),
            ..AddActor::default()
        });
        work.edit(AddAddressee { recommendation: "R 1".into(), actor: short.clone(), implied: false });
        work.commitment("R 1", &short, "2024");
    }
    let listed = work.ask(List { kind: Some(ListKind::Actors), ..List::default() });
    assert_eq!(listed.total as usize, ActorKind::ALL.len());
    for kind in ActorKind::ALL {
        assert!(listed.actors.iter().any(|a| a.kind == *kind && a.leads == 1), "{kind}");
    }

    // A role belongs to its mission and has a contact at work; the register has no field for a person.
    work.edit(AddActor {
        name: "Force Commander of the mission".into(),
        short: Some("FC".into()),
        kind: Some(ActorKind::Role),
        level: Some(Level::Field),
        parent: Some("MISSION".into()),
        contact: Some("office of the Force Commander, duty line".into()),
        alias: vec!["Commander of the force".into()],
    });
    let ItemPage::Actor(role) = work.ask(Show { item: "commander of the force".into() }) else { panic!("not an actor") };
    assert_eq!((role.reference.as_str(), role.kind, role.level), ("FC", ActorKind::Role, Some(Level::Field)));
    assert_eq!(role.parent.map(|p| p.reference).as_deref(), Some("MISSION"));
    assert_eq!(role.contact.as_deref(), Some("office of the Force Commander, duty line"));
    let personal = Kind::Actor.fields().iter().any(|f| ["person", "email", "phone", "birth"].iter().any(|w| f.name.contains(w)));
    assert!(!personal);

    // Kind, contact and parent can be corrected; a word that is no kind is refused with those that are.
    work.edit(EditActor {
        actor: "FC".into(),
        contact: Some("none".into()),
        kind: Some("office".into()),
        ..EditActor::default()
    });
    let ItemPage::Actor(role) = work.ask(Show { item: "FC".into() }) else { panic!("not an actor") };
    assert_eq!((role.kind, role.contact), (ActorKind::Office, None));
    let unknown = work.refused(EditActor { actor: "FC".into(), kind: Some("person".into()), ..EditActor::default() });
    assert!(unknown.message.contains("regional_body"), "{}", unknown.message);

    // A second entry of the same body is one, once it is known to be: found under either name.
    work.actor("HQ");
    work.edit(MergeActors { actor: "HQ".into(), into: "DEPARTMENT".into(), reason: Some("The same.".into()) });
    let ItemPage::Actor(one) = work.ask(Show { item: "HQ".into() }) else { panic!("not an actor") };
    assert_eq!(one.reference, "DEPARTMENT");
    let shown = work.cli(&["show", "DEPARTMENT"]);
    assert!(shown.out.contains("the same as"), "{}", shown.out);
    work.is_sound();
}
