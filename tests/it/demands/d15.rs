//! D15: "Nobody owns this" is listed, not hidden; an owner that is only implied stays "unconfirmed" until the
//! officer confirms it. In PC16 only about half of the bullets name anybody.

use crate::desk::Work;
use followthrough_commands::*;
use followthrough_model::vocabulary::{ListKind, Queue};
use followthrough_store::read::recommendation::RecommendationPage;

fn page(work: &Work, said: &str) -> RecommendationPage {
    match work.ask(Show { item: said.into() }) {
        ItemPage::Recommendation(page) => page,
        other => panic!("not a recommendation: {other:?}"),
    }
}

#[test]
fn d15_nobody_owns_this_is_listed() {
    let work = Work::new();
    work.source("R");
    for label in ["1", "2", "3"] {
        work.recommendation("R", label);
    }
    work.actor("DPO");
    work.actor("DOS");

    // The first names its owner; of the second the desk only infers it; the third names nobody.
    work.edit(AddAddressee { recommendation: "R 1".into(), actor: "DPO".into(), implied: false });
    let implied = work.edit(AddAddressee { recommendation: "R 2".into(), actor: "DOS".into(), implied: true });
    assert!(page(&work, "R 1").addressees[0].confirmed);
    let shown = page(&work, "R 2");
    assert_eq!((shown.addressees[0].named, shown.addressees[0].confirmed), (false, false));
    assert!(page(&work, "R 3").addressees.is_empty());

    // What is only implied waits in its own list until the officer confirms it.
    let waiting = work.ask(Unconfirmed::default());
    assert_eq!((waiting.total, waiting.items[0].recommendation.as_str()), (1, "R 2"));
    assert_eq!(waiting.items[0].actor.reference, "DOS");
    assert_eq!(work.ask(Unconfirmed { actor: Some("DPO".into()), ..Unconfirmed::default() }).total, 0);
    let shown = work.cli(&["unconfirmed"]);
    assert!(shown.out.contains("R 2") && shown.out.contains("DOS"), "{}", shown.out);

    work.edit(ConfirmAddressee { addressee: implied.id.to_string() });
    assert_eq!(work.ask(Unconfirmed::default()).total, 0);
    let shown = page(&work, "R 2");
    assert_eq!((shown.addressees[0].named, shown.addressees[0].confirmed), (false, true), "the text still does not name it");
    work.edit(Undo {});
    assert_eq!(work.ask(Unconfirmed::default()).total, 1, "undone, it waits again");

    // A commitment that nobody leads is listed, counted and in the summary; not hidden.
    let nobody = work.edit(AddCommitment {
        recommendation: "R 3".into(),
        deliverable: "What nobody took up".into(),
        due: Some("2024".into()),
        ..AddCommitment::default()
    });
    let unled = work.ask(List { kind: Some(ListKind::Commitments), queue: Some(Queue::NoLead), ..List::default() });
    assert_eq!(
        unled.commitments.iter().map(|c| c.commitment.clone()).collect::<Vec<_>>(),
        std::slice::from_ref(&nobody.reference)
    );
    assert_eq!(work.ask(Counts {}).no_lead, 1);
    let groups = work.ask(Overdue { by_lead: true, ..Overdue::default() }).groups;
    assert_eq!(groups.iter().map(|g| (g.actor.is_none(), g.count)).collect::<Vec<_>>(), [(true, 1)]);
    let file = work.path("summary.md");
    work.act(Summary { format: "md".into(), output: file.to_string_lossy().as_ref().into(), ..Summary::default() });
    assert!(std::fs::read_to_string(&file).expect("it was written").contains("What nobody took up"));

    // With a lead it leaves the list.
    work.edit(SetLead { commitment: nobody.reference, actor: "DPO".into(), on: None });
    assert_eq!(work.ask(Counts {}).no_lead, 0);
    work.is_sound();
}
