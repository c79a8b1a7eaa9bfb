//! D14: Exactly one accountable lead for each commitment; others support; joint pledges have several leads' names
//! on one commitment.

use crate::desk::Work;
use followthrough_commands::*;
use followthrough_model::vocabulary::{CommitmentKind, ListKind, Queue, Role};

#[test]
fn d14_one_accountable_lead() {
    let work = Work::new();
    work.source("R");
    work.recommendation("R", "1");
    for actor in ["NORTHLAND", "SOUTHLAND", "EASTLAND", "DPO"] {
        work.actor(actor);
    }

    // A pledge of several states: one of them answers for it, the others' names stand on it.
    let pledge = work.edit(AddCommitment {
        recommendation: "R 1".into(),
        deliverable: "A joint course for planners".into(),
        lead: Some("NORTHLAND".into()),
        joint: vec!["SOUTHLAND".into()],
        supporting: vec!["DPO".into()],
        kind: Some(CommitmentKind::Pledge),
        due: Some("2024".into()),
        ..AddCommitment::default()
    });
    let c = pledge.reference;
    work.edit(AddPartner { commitment: c.clone(), actor: "EASTLAND".into(), role: Some(Role::Joint) });
    let page = work.commitment_page(&c);
    assert_eq!(page.lead.as_ref().map(|l| l.reference.as_str()), Some("NORTHLAND"));
    assert_eq!(page.joint.iter().map(|a| a.reference.as_str()).collect::<Vec<_>>(), ["SOUTHLAND", "EASTLAND"]);
    assert_eq!(page.supporting.iter().map(|a| a.reference.as_str()).collect::<Vec<_>>(), ["DPO"]);

    // A second lead is refused with the command that would do; a partner is named once.
    let second = work.refused(AddPartner { commitment: c.clone(), actor: "DPO".into(), role: Some(Role::Lead) });
    assert!(second.message.contains("set-lead"), "{}", second.message);
    let again = work.refused(AddPartner { commitment: c.clone(), actor: "DPO".into(), role: None });
    assert_eq!(again.code, "taken");

    // The lead changes from a day on: before it the earlier one answered, and never two at once.
    work.edit(SetLead { commitment: c.clone(), actor: "SOUTHLAND".into(), on: Some("2025-03-01".into()) });
    let on = |day: &str| work.commitment_on(day, &c).lead.map(|l| l.reference);
    assert_eq!((on("2025-02-28"), on("2025-03-01")), (Some("NORTHLAND".into()), Some("SOUTHLAND".into())));
    let by = |as_of: &str, lead: &str| work.ask_on(as_of, Overdue { lead: Some(lead.into()), ..Overdue::default() }).total;
    assert_eq!((by("2025-02-01", "NORTHLAND"), by("2025-02-01", "SOUTHLAND")), (1, 0));
    assert_eq!((by("2026-11-20", "NORTHLAND"), by("2026-11-20", "SOUTHLAND")), (0, 1));

    // It is one commitment, however many names stand on it.
    assert_eq!(work.ask(Overdue::default()).total, 1);
    let ItemPage::Actor(east) = work.ask(Show { item: "EASTLAND".into() }) else { panic!("not an actor") };
    assert_eq!((east.commitments.len(), east.leads), (1, 0));

    // Without a lead it is in the queue of those, not lost.
    work.edit(SetLead { commitment: c.clone(), actor: "none".into(), on: Some("2026-01-01".into()) });
    let unled = List { kind: Some(ListKind::Commitments), queue: Some(Queue::NoLead), ..List::default() };
    assert_eq!(work.ask(unled.clone()).total, 1);
    assert_eq!(work.ask_on("2025-06-01", unled).total, 0);
    work.edit(SetLead { commitment: c, actor: "NORTHLAND".into(), on: Some("2026-02-01".into()) });

    // The summary names the lead, and the others beside it.
    let file = work.path("summary.csv");
    work.act(Summary { format: "csv".into(), output: file.to_string_lossy().as_ref().into(), ..Summary::default() });
    let text = std::fs::read_to_string(&file).expect("it was written");
    assert!(text.contains("Department NORTHLAND") && text.contains("Department EASTLAND"), "{text}");
    work.is_sound();
}
