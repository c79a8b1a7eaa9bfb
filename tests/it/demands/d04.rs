//! D4: A decision apart from progress: taken forward or not, by whom, when, and when it is to be done.

use crate::desk::{Work, day};
use followthrough_commands::*;
use followthrough_model::Status;
use followthrough_model::vocabulary::DecisionKind;
use followthrough_store::read::recommendation::RecommendationPage;

fn page_on(work: &Work, as_of: &str) -> RecommendationPage {
    match work.ask_on(as_of, Show { item: "R 1".into() }) {
        ItemPage::Recommendation(page) => page,
        other => panic!("not a recommendation: {other:?}"),
    }
}

fn decide(actor: &str, answer: DecisionKind, on: &str, reason: Option<&str>) -> RecordDecision {
    RecordDecision {
        recommendation: "R 1".into(),
        actor: actor.into(),
        answer: Some(answer),
        on: Some(on.into()),
        reason: reason.map(str::to_owned),
        ..RecordDecision::default()
    }
}

#[test]
fn d04_decision_is_apart_from_progress() {
    let (work, c) = Work::small();
    for actor in ["DPO", "DOS"] {
        work.edit(AddAddressee { recommendation: "R 1".into(), actor: actor.into(), implied: false });
    }
    work.log(&c, Some(Status::UnderImplementation), Some("2023-05-01"));

    // It is sent to one of them, with a day for the reply.
    work.edit(SendTo {
        recommendation: "R 1".into(),
        actor: "DPO".into(),
        on: Some("2023-02-01".into()),
        reply_by: Some("2023-03-01".into()),
    });
    let before = page_on(&work, "2023-03-11");
    let dpo = &before.addressees[0];
    assert_eq!((dpo.sent_on, dpo.decision, dpo.days_waiting, dpo.days_late), (Some(day("2023-02-01")), None, Some(38), Some(10)));

    // Taken forward or not, by whom, when, and when it is to be done; who says no says why.
    work.edit(RecordDecision { planned: Some("2024-06-30".into()), ..decide("DPO", DecisionKind::Accepted, "2023-04-01", None) });
    let silent = work.refused(decide("DOS", DecisionKind::NotAccepted, "2023-04-02", None));
    assert!(silent.message.contains("needs a reason"), "{}", silent.message);
    work.edit(decide("DOS", DecisionKind::NotAccepted, "2023-04-02", Some("It is not for us to do.")));

    let page = page_on(&work, "2026-11-20");
    let (dpo, dos) = (&page.addressees[0], &page.addressees[1]);
    assert_eq!((dpo.decision, dpo.decided_on), (Some(DecisionKind::Accepted), Some(day("2023-04-01"))));
    assert_eq!((dpo.planned_on, dpo.days_waiting, dpo.days_late), (Some(day("2024-06-30")), None, None));
    assert_eq!((dos.decision, dos.reason.as_deref()), (Some(DecisionKind::NotAccepted), Some("It is not for us to do.")));

    // A decision changes nothing about progress, and progress nothing about a decision.
    let commitment = work.commitment_page(&c);
    assert_eq!((commitment.status, commitment.last_word), (Status::UnderImplementation, Some(day("2023-05-01"))));
    work.log(&c, Some(Status::ReportedImplemented), Some("2023-12-01"));
    assert_eq!(page_on(&work, "2026-11-20").addressees[0].decision, Some(DecisionKind::Accepted));
    work.edit(decide("DPO", DecisionKind::NotAccepted, "2024-01-10", Some("The mission closes.")));
    assert_eq!(work.commitment_page(&c).status, Status::ReportedImplemented);

    // Answers are only added: the latest by its day holds, a late entry of an older day does not override it.
    work.edit(decide("DPO", DecisionKind::UnderConsideration, "2023-03-15", None));
    let page = page_on(&work, "2026-11-20");
    assert_eq!(page.addressees[0].decision, Some(DecisionKind::NotAccepted));
    let history: Vec<_> = page.decisions.iter().map(|d| (d.day, d.actor.reference.as_str(), d.holds)).collect();
    let expect =
        [("2024-01-10", "DPO", true), ("2023-04-02", "DOS", true), ("2023-04-01", "DPO", false), ("2023-03-15", "DPO", false)];
    assert_eq!(history, expect.map(|(on, actor, holds)| (day(on), actor, holds)));

    // Each day has the answer that held on it.
    let on = |as_of: &str| page_on(&work, as_of).addressees[0].decision;
    assert_eq!(on("2023-03-14"), None);
    assert_eq!(on("2023-03-20"), Some(DecisionKind::UnderConsideration));
    assert_eq!(on("2023-12-31"), Some(DecisionKind::Accepted));

    // Who answered is not silent any more; who was never an addressee cannot answer, and the sentence says what to do.
    assert_eq!(work.ask(NoResponse::default()).total, 0);
    assert_eq!(work.ask_on("2023-03-10", NoResponse::default()).total, 2);
    work.actor("DPPA");
    let stranger = work.refused(decide("DPPA", DecisionKind::Noted, "2023-05-01", None));
    assert!(stranger.message.contains("add-addressee"), "{}", stranger.message);
    work.is_sound();
}
