//! Asking actors and reminding them: what waits, what answered it, what the queues of the silent show, and that all of it
//! can be deleted, restored and undone.

use crate::desk::{Work, day, dump, is_a_sentence, same, update};
use followthrough_commands::*;
use followthrough_model::vocabulary::DecisionKind;
use followthrough_store::read::request::RequestPage;

fn page_on(work: &Work, as_of: &str, said: &str) -> RequestPage {
    match work.ask_on(as_of, Show { item: said.into() }) {
        ItemPage::Request(page) => page,
        other => panic!("not a request: {other:?}"),
    }
}

fn ask(actor: &str, about: &[&str], on: &str, reply_by: Option<&str>) -> AskActor {
    AskActor {
        actor: actor.into(),
        about: about.iter().map(|said| (*said).to_owned()).collect(),
        text: "Where does the plan for the camps stand?".into(),
        how: Some("note verbale".into()),
        on: Some(on.into()),
        reply_by: reply_by.map(str::to_owned),
    }
}

fn remind(request: &str, on: &str, reply_by: Option<&str>) -> Remind {
    Remind { request: request.into(), on: Some(on.into()), reply_by: reply_by.map(str::to_owned), ..Remind::default() }
}

#[test]
fn a_request_waits_until_something_answers_it() {
    let (work, c) = Work::small();
    let q = work.edit(ask("DPO", &[&c, "R 1"], "2024-01-10", Some("2024-02-10"))).reference;
    assert!(q.starts_with("Q-"), "{q}");
    let first = work.edit(remind(&q, "2024-03-01", Some("2024-03-15"))).reference;
    let second = work.edit(remind(&first, "2024-04-01", None)).reference;

    // A reminder of a reminder reminds of the request; the latest day for the reply holds.
    let page = page_on(&work, "2024-04-10", &second);
    assert_eq!(page.reference, q);
    assert_eq!(
        page.reminders.iter().map(|m| (m.nth, m.reference.clone())).collect::<Vec<_>>(),
        [(1, first), (2, second.clone())]
    );
    assert_eq!((page.reply_by_now, page.days_waiting, page.days_late), (Some(day("2024-03-15")), Some(91), Some(26)));
    assert_eq!(page.about.iter().map(|b| b.reference.clone()).collect::<Vec<_>>(), [c.clone(), "R 1".to_owned()]);
    let waiting = |as_of: &str| work.ask_on(as_of, Requests { answered: Some(false), ..Requests::default() });
    assert_eq!(waiting("2024-04-10").items[0].reminders, 2);
    assert_eq!(waiting("2024-02-10").items[0].reminders, 0);

    // A request counts as no update.
    assert_eq!(work.commitment_page(&c).last_word, None);

    // What answers a reminder answers the request, once for both items.
    work.edit(LogUpdate { request: Some(second), ..update(&c, None, Some("2024-04-20")) });
    let page = page_on(&work, "2026-11-20", &q);
    assert_eq!((page.answered_on, page.days_waiting), (Some(day("2024-04-20")), None));
    assert_eq!(page.answers.iter().map(|a| a.of.reference.clone()).collect::<Vec<_>>(), std::slice::from_ref(&c));
    assert_eq!(waiting("2026-11-20").total, 0);
    assert_eq!((waiting("2024-04-19").total, waiting("2024-04-20").total, waiting("2024-01-09").total), (1, 0, 0));
    assert_eq!(work.ask(Requests { answered: Some(true), ..Requests::default() }).total, 1);
    assert_eq!(work.ask(Requests::default()).total, 1);
    is_a_sentence(&work.refused(remind(&q, "2024-05-01", None)).message);

    // It stands on the pages of what it is about and of whom was asked.
    let shown = work.commitment_page(&c);
    assert_eq!(shown.requests.iter().map(|r| r.request.clone()).collect::<Vec<_>>(), std::slice::from_ref(&q));
    let ItemPage::Actor(dpo) = work.ask(Show { item: "DPO".into() }) else { panic!("not an actor") };
    assert_eq!(dpo.requests[0].request, q);
    work.is_sound();
}

/// Counted in halves: what has no answer, and what has one, before the day or after it.
#[test]
fn requests_of_an_earlier_day_are_counted_as_they_were() {
    let (work, c) = Work::small();
    let q = work.edit(ask("DPO", &[&c], "2024-01-10", None)).reference;
    work.edit(ask("DPO", &["R 1"], "2024-04-01", None));
    work.edit(LogUpdate { request: Some(q), ..update(&c, None, Some("2024-04-20")) });
    let counted = |on: &str, answered: Option<bool>, actor: Option<&str>| {
        let asked = Requests { answered, actor: actor.map(str::to_owned), ..Requests::default() };
        let reply = work.ask_on(on, asked);
        (reply.total, reply.waiting, reply.bands.iter().map(|band| band.count).collect::<Vec<_>>(), reply.items.len())
    };
    for actor in [None, Some("DPO")] {
        // The one of January is 100 days old, that of April 18.
        assert_eq!(counted("2024-04-19", None, actor), (2, 2, vec![1, 0, 1, 0], 2), "{actor:?}");
        assert_eq!(counted("2024-04-19", Some(false), actor), (2, 2, vec![1, 0, 1, 0], 2), "{actor:?}");
        assert_eq!(counted("2024-04-19", Some(true), actor), (0, 0, vec![0, 0, 0, 0], 0), "{actor:?}");
        assert_eq!(counted("2024-04-20", None, actor), (2, 1, vec![1, 0, 0, 0], 2), "{actor:?}");
        assert_eq!(counted("2024-04-20", Some(true), actor), (1, 0, vec![0, 0, 0, 0], 1), "{actor:?}");
        assert_eq!(counted("2024-01-09", None, actor), (0, 0, vec![0, 0, 0, 0], 0), "{actor:?}");
    }
}

#[test]
fn what_speaks_of_an_earlier_day_answers_from_the_day_of_asking() {
    let (work, c) = Work::small();
    let q = work.edit(ask("DPO", &[&c], "2024-07-15", None)).reference;
    let u = work.edit(LogUpdate { request: Some(q.clone()), ..update(&c, None, Some("2024-06-30")) }).reference;
    assert_eq!(page_on(&work, "2026-11-20", &q).answered_on, Some(day("2024-07-15")));
    // The link is corrected: the request waits again.
    work.edit(EditUpdate { update: u, request: Some("none".into()), ..EditUpdate::default() });
    assert_eq!(page_on(&work, "2026-11-20", &q).answered_on, None);
    work.is_sound();
}

#[test]
fn a_decision_answers_a_request() {
    let (work, _) = Work::small();
    work.edit(AddAddressee { recommendation: "R 1".into(), actor: "DPO".into(), implied: true });
    let q = work.edit(ask("DPO", &["R 1"], "2024-01-10", None)).reference;
    let d = work.edit(RecordDecision {
        recommendation: "R 1".into(),
        actor: "DPO".into(),
        answer: Some(DecisionKind::Noted),
        on: Some("2024-02-01".into()),
        request: Some(q.clone()),
        ..RecordDecision::default()
    });
    assert_eq!(page_on(&work, "2026-11-20", &q).answers[0].text, "noted");
    // What answered it holds it; without the answer it waits again, and can go.
    let held = work.refused(Delete { item: q.clone() });
    is_a_sentence(&held.message);
    work.edit(Delete { item: d.id.to_string() });
    assert_eq!(page_on(&work, "2026-11-20", &q).answered_on, None);
    let reminder = work.edit(remind(&q, "2024-03-01", None)).reference;
    work.edit(Delete { item: q.clone() });
    assert_eq!(work.ask(Requests::default()).total, 0);
    assert_eq!(work.refused(remind(&reminder, "2024-04-01", None)).code, "in_the_bin");
    // The answer rests on its request.
    let gone = work.refused(Restore { item: d.id.to_string() });
    assert_eq!(gone.code, "rests_on_bin", "{}", gone.message);
    work.edit(Restore { item: q.clone() });
    work.edit(Restore { item: d.id.to_string() });
    assert_eq!(page_on(&work, "2026-11-20", &q).reminders.len(), 1);
    assert_eq!(page_on(&work, "2026-11-20", &q).answered_on, Some(day("2024-02-01")));
    // Only implied is not confirmed, whatever it answered.
    assert_eq!(work.ask(Unconfirmed::default()).total, 1);
    work.edit(EditAddressee {
        recommendation: "R 1".into(),
        actor: "DPO".into(),
        confirmed: Some("true".into()),
        ..EditAddressee::default()
    });
    assert_eq!(work.ask(Unconfirmed::default()).total, 0);
    work.is_sound();
}

#[test]
fn the_queue_of_requests_is_by_actor_and_age() {
    let (work, c) = Work::small();
    for (actor, on) in [("DPO", "2026-11-10"), ("DOS", "2023-01-01"), ("DPO", "2026-08-01"), ("DOS", "2026-10-01")] {
        work.edit(ask(actor, &[&c], on, None));
    }
    let all = work.ask(Requests { answered: Some(false), by_actor: true, ..Requests::default() });
    assert_eq!(all.bands.iter().map(|b| b.count).collect::<Vec<_>>(), [1, 1, 1, 1]);
    let groups: Vec<_> = all.groups.iter().map(|g| (g.actor.as_ref().map(|a| a.reference.clone()), g.count, g.start)).collect();
    assert_eq!(groups, [(Some("DOS".to_owned()), 2, 0), (Some("DPO".to_owned()), 2, 2)]);
    let order: Vec<_> = all.items.iter().map(|q| q.day.to_string()).collect();
    assert_eq!(order, ["2023-01-01", "2026-10-01", "2026-08-01", "2026-11-10"]);
    let oldest_first = work.ask(Requests { limit: Some(2), offset: Some(1), ..Requests::default() });
    assert_eq!((oldest_first.total, oldest_first.items[0].day, oldest_first.items.len()), (4, day("2026-08-01"), 2));
    assert_eq!(work.ask(Requests { actor: Some("DPO".into()), ..Requests::default() }).total, 2);
}

#[test]
fn requests_are_found_and_undone() {
    let (work, c) = Work::small();
    let before = dump(&work.file());
    let q = work.edit(ask("DPO", &[&c], "2024-01-10", None));
    let reminder =
        work.edit(Remind { text: Some("We wait for the quartermaster.".into()), ..remind(&q.reference, "2024-02-01", None) });
    let hits = work.ask(Search { words: "quartermaster".into(), ..Search::default() }).hits;
    assert_eq!((hits[0].id, hits[0].open, hits[0].title.as_str()), (reminder.id, q.id, "We wait for the quartermaster."));
    assert_eq!(work.ask(Search { words: q.reference, ..Search::default() }).hits[0].id, q.id);
    work.edit(Undo {});
    work.edit(Undo {});
    same(&before, &dump(&work.file()), "undone");
    work.is_sound();
}

#[test]
fn the_silent_are_counted_by_age_and_by_whom() {
    let work = Work::new();
    for (short, published) in [("OLD", "2020-01-01"), ("NEW", "2026-06-01")] {
        work.edit(AddSource {
            short: short.into(),
            title: format!("The report {short}"),
            published: Some(published.into()),
            ..AddSource::default()
        });
        work.recommendation(short, "1");
    }
    work.actor("DPO");
    let office =
        AddActor { name: "An office of it".into(), short: Some("OFF".into()), parent: Some("DPO".into()), ..AddActor::default() };
    work.edit(office);
    for (recommendation, actor) in [("OLD 1", "DPO"), ("NEW 1", "DPO"), ("NEW 1", "OFF")] {
        work.edit(AddAddressee { recommendation: recommendation.into(), actor: actor.into(), implied: true });
    }
    let whole = work.ask(NoResponse::default());
    assert_eq!((whole.total, whole.items[0].recommendation.as_str()), (3, "OLD 1"));
    assert_eq!(whole.bands.iter().map(|b| b.count).collect::<Vec<_>>(), [2, 0, 0, 1]);
    // On an earlier day the newer report was not there yet.
    assert_eq!(work.ask_on("2021-01-01", NoResponse::default()).total, 1);
    assert_eq!(work.ask_on("2021-01-01", Unconfirmed::default()).total, 1);
    let of = |actor: &str, tree| work.ask(NoResponse { actor: Some(actor.into()), tree, ..NoResponse::default() }).total;
    assert_eq!((of("DPO", false), of("DPO", true), of("OFF", true)), (2, 3, 1));
    assert_eq!(work.ask(NoResponse { source: Some("NEW".into()), ..NoResponse::default() }).total, 2);
    assert_eq!(work.ask(NoResponse { sent: true, ..NoResponse::default() }).total, 0);
    work.edit(SendTo { recommendation: "OLD 1".into(), actor: "DPO".into(), on: Some("2026-11-01".into()), reply_by: None });
    let sent = work.ask(NoResponse { sent: true, ..NoResponse::default() });
    assert_eq!((sent.total, sent.items[0].days_waiting), (1, Some(19)));
    work.is_sound();
}
