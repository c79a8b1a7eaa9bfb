//! D12: Several actors on one recommendation, each with its own part, status, date and evidence.

use crate::desk::{Work, day, update};
use followthrough_commands::*;
use followthrough_model::Status;

#[test]
fn d12_several_actors_each_with_its_part() {
    let work = Work::new();
    work.source("R");
    work.recommendation("R", "1");
    let actors = ["DPO", "DOS", "MISSION"];
    for actor in actors {
        work.actor(actor);
        work.edit(AddAddressee { recommendation: "R 1".into(), actor: actor.into(), implied: false });
    }

    // Each undertakes its own part, with its own date.
    let commit = |lead: &str, deliverable: &str, due: &str| {
        work.edit(AddCommitment {
            recommendation: "R 1".into(),
            deliverable: deliverable.into(),
            lead: Some(lead.into()),
            due: Some(due.into()),
            post: Some(format!("Chief of planning, {lead}")),
            contact: Some("planning desk, ext. 1234".into()),
            ..AddCommitment::default()
        })
    };
    let policy = commit("DPO", "A policy on camps", "2023-12-31").reference;
    let supplies = commit("DOS", "Supplies for the camps", "Q2 2027").reference;
    let training = commit("MISSION", "Training in the camps", "2024-06-30").reference;

    // Each has its own status and evidence.
    work.log(&policy, Some(Status::UnderImplementation), Some("2023-05-01"));
    work.edit(LogUpdate {
        symbol: Some("A/75/1".into()),
        by: Some("MISSION".into()),
        ..update(&training, Some(Status::ReportedImplemented), Some("2024-03-01"))
    });

    let ItemPage::Recommendation(page) = work.ask(Show { item: "R 1".into() }) else { panic!("not a recommendation") };
    let row = |said: &str| page.commitments.iter().find(|c| c.commitment == said).expect("it is listed");
    let stands =
        |said: &str| (row(said).lead.clone().unwrap_or_default(), row(said).status, row(said).due_by, row(said).evidence);
    assert_eq!(stands(&policy), ("DPO".into(), Status::UnderImplementation, Some(day("2023-12-31")), 0));
    assert_eq!(stands(&supplies), ("DOS".into(), Status::NotStarted, Some(day("2027-06-30")), 0));
    assert_eq!(stands(&training), ("MISSION".into(), Status::ReportedImplemented, Some(day("2024-06-30")), 1));
    assert_eq!(page.addressees.iter().map(|a| a.actor.reference.as_str()).collect::<Vec<_>>(), actors);

    // Only the one that is late is overdue, and each actor's page has its own part alone.
    assert_eq!(work.ask(Overdue::default()).items.iter().map(|c| c.commitment.clone()).collect::<Vec<_>>(), [policy]);
    let ItemPage::Actor(dos) = work.ask(Show { item: "DOS".into() }) else { panic!("not an actor") };
    assert_eq!(dos.commitments.iter().map(|c| c.commitment.clone()).collect::<Vec<_>>(), std::slice::from_ref(&supplies));
    let shown = work.commitment_page(&supplies);
    assert_eq!(shown.post.as_deref(), Some("Chief of planning, DOS"));
    assert_eq!(shown.contact.as_deref(), Some("planning desk, ext. 1234"));

    // The summary has each with its lead.
    let file = work.path("summary.csv");
    work.act(Summary { format: "csv".into(), output: file.to_string_lossy().as_ref().into(), ..Summary::default() });
    let text = std::fs::read_to_string(&file).expect("it was written");
    for said in ["A policy on camps", "Supplies for the camps", "Training in the camps", "Department MISSION"] {
        assert!(text.contains(said), "{said} is not in the summary");
    }
    work.is_sound();
}
