//! Rates: what they are out of, and that every figure is the total of the list that its filter opens.
//!
//! Does not look at what a term of a filter means; `lists` does.

use crate::desk::{Work, day, update};
use followthrough_commands::read::rates::{Figure, RatesReply};
use followthrough_commands::*;
use followthrough_model::Status;
use followthrough_model::vocabulary::{CustomKind, DecisionKind, ListKind, Priority, Verdict};

/// Every figure, of all and of each group, is the total of its list on that day. Answers how many there were.
#[track_caller]
fn opens_its_lists(work: &Work, at: At, asked: &Rates) -> usize {
    let reply = work.desk.ask(asked.clone(), &at).expect("answered");
    let all = reply.figures.iter().chain(reply.groups.iter().flat_map(|group| &group.figures));
    let mut n = 0;
    for figure in all {
        let list = List { kind: Some(figure.list), filter: Some(figure.filter.clone()), limit: Some(0), ..List::default() };
        let opened = work.desk.ask(list, &at).unwrap_or_else(|e| panic!("{}: {e}", figure.filter));
        assert_eq!(opened.total, figure.n, "{} by {:?} as of {}: {}", figure.name, asked.group, at.as_of, figure.filter);
        assert_eq!(opened.filter.unwrap_or_default(), figure.filter, "in its canonical form");
        assert_eq!(figure.permille.is_some(), figure.of.is_some_and(|of| of > 0), "{figure:?}");
        n += 1;
    }
    n
}

fn figure<'a>(figures: &'a [Figure], list: ListKind, name: &str) -> &'a Figure {
    figures.iter().find(|f| f.list == list && f.name == name).unwrap_or_else(|| panic!("{name}"))
}

/// Number, what it is out of, and the rate, of recommendations.
fn of(reply: &RatesReply, name: &str) -> (u32, Option<u32>, Option<u32>) {
    let figure = figure(&reply.figures, ListKind::Recommendations, name);
    (figure.n, figure.of, figure.permille)
}

/// Eight recommendations with one decision each (one without), and what became of those that were accepted.
fn decided() -> Work {
    let (work, first) = Work::small();
    for label in ["2", "3", "4", "5", "6", "7", "8"] {
        work.recommendation("R", label);
    }
    let decide = |label: &str, answer: Option<DecisionKind>| {
        let recommendation = format!("R {label}");
        let addressee = AddAddressee { recommendation: recommendation.clone(), actor: "DPO".into(), implied: false };
        work.edit(addressee);
        let Some(answer) = answer else { return };
        let (actor, reason) = ("DPO".into(), Some("As they wrote.".into()));
        let answer = Some(answer);
        work.edit(RecordDecision { recommendation, actor, answer, reason, ..RecordDecision::default() });
    };
    for (label, answer) in [
        ("1", Some(DecisionKind::Accepted)),
        ("2", Some(DecisionKind::AcceptedInPart)),
        ("3", Some(DecisionKind::AcceptedInPrinciple)),
        ("4", Some(DecisionKind::Accepted)),
        ("5", Some(DecisionKind::NotAccepted)),
        ("6", None),
        ("7", Some(DecisionKind::Accepted)),
        ("8", Some(DecisionKind::Noted)),
    ] {
        decide(label, answer);
    }
    let done = |c: &str, on: &str| {
        work.log(c, Some(Status::ReportedImplemented), Some(on));
        work.edit(VerifyResult {
            commitment: c.into(),
            verdict: Some(Verdict::Waived),
            reason: Some("Seen on a visit.".into()),
            on: Some(on.into()),
            ..VerifyResult::default()
        });
    };
    // 1: done, beside one that fell away. 2: half done. 3: fell away. 4: nothing yet. 7: under way.
    done(&first, "2025-03-01");
    let beside = work.commitment("R 1", "DOS", "2026-12-10").reference;
    work.log(&beside, Some(Status::OvertakenByEvents), Some("2025-04-01"));
    done(&work.commitment("R 2", "DOS", "2026-12-10").reference, "2025-05-01");
    work.commitment("R 2", "DPO", "2026-12-10");
    let gone = work.commitment("R 3", "DOS", "2026-12-10").reference;
    work.log(&gone, Some(Status::OvertakenByEvents), Some("2025-04-01"));
    let under_way = work.commitment("R 7", "DPO", "2027-01-25").reference;
    work.edit(update(&under_way, Some(Status::UnderImplementation), Some("2025-06-01")));
    work
}

#[test]
fn implemented_is_out_of_accepted_and_what_was_overtaken_stands_apart() {
    let work = decided();
    let reply = work.ask(Rates::default());
    assert_eq!(of(&reply, "recommendations"), (8, None, None));
    assert_eq!(of(&reply, "accepted"), (5, Some(8), Some(625)));
    assert_eq!(of(&reply, "overtaken_by_events"), (1, None, None));
    assert_eq!(of(&reply, "to_implement"), (4, None, None));
    // One half done is not done; one fell away beside one that was done, which is.
    assert_eq!(of(&reply, "implemented"), (1, Some(4), Some(250)));
    assert_eq!(of(&reply, "not_taken_up"), (1, Some(4), Some(250)));
    assert_eq!(of(&reply, "no_response"), (1, Some(8), Some(125)));
    assert_eq!(of(&reply, "declined"), (1, Some(8), Some(125)));
    assert_eq!(of(&reply, "noted"), (1, Some(8), Some(125)));
    let status = |name| figure(&reply.figures, ListKind::Commitments, name);
    assert_eq!((status("implemented").n, status("implemented").of, status("implemented").permille), (2, Some(6), Some(333)));
    assert_eq!((status("overtaken_by_events").n, status("not_started").n), (2, 1));
    // The denominator can be opened too: it is a figure of its own.
    for figure in &reply.figures {
        let Some(name) = &figure.of_name else { continue };
        assert_eq!(figure.of, Some(self::figure(&reply.figures, figure.list, name).n), "{figure:?}");
    }
    // Before it was reported it was not done, and nothing had been overtaken.
    let then = work.ask_on("2024-12-31", Rates::default());
    assert_eq!((of(&then, "implemented").0, of(&then, "overtaken_by_events").0, of(&then, "to_implement").0), (0, 0, 5));
}

#[test]
fn nothing_to_be_out_of_is_no_rate() {
    let (work, _) = Work::small();
    let reply = work.ask(Rates::default());
    assert_eq!(of(&reply, "implemented"), (0, Some(0), None));
    assert_eq!(of(&reply, "accepted"), (0, Some(1), Some(0)));
    let none = work.ask(Rates { filter: Some("priority:high".into()), ..Rates::default() });
    assert_eq!(of(&none, "accepted"), (0, Some(0), None));
    let problem = work.desk.ask_today(Rates { filter: Some("colour:red".into()), ..Rates::default() }).expect_err("refused");
    assert_eq!(Problem::from(problem).code, "filter");
}

#[test]
fn every_figure_is_the_total_of_the_list_that_it_opens() {
    let own = decided();
    own.edit(EditActor { actor: "DOS".into(), parent: Some("DPO".into()), ..EditActor::default() });
    own.edit(EditRecommendation {
        recommendation: "R 1".into(),
        priority: Some(Priority::High.to_string()),
        ..EditRecommendation::default()
    });
    own.edit(DefineField {
        name: "Budget line".into(),
        kind: Some(CustomKind::Text),
        list: Some(ListKind::Recommendations),
        choices: vec![],
    });
    own.edit(SetField { item: "R 2".into(), field: "Budget line".into(), values: vec!["Part 3, \"core\"".into()] });
    let sample = Work::sample();
    let groups =
        ["lead", "source", "theme", "status", "health", "level", "priority", "force", "handler", "kind", "month", "decision"];
    for work in [&own, &sample] {
        let today = work.desk.today();
        for as_of in [today, day("2025-04-15")] {
            let at = At::on(as_of, today);
            for filter in ["", "status:open,closed due:any -priority:low"] {
                let rates = |group: Option<&str>| Rates {
                    filter: Some(filter.into()),
                    group: group.map(str::to_owned),
                    limit: Some(8),
                    ..Rates::default()
                };
                assert_eq!(opens_its_lists(work, at, &rates(None)), 23);
                for group in groups {
                    assert!(opens_its_lists(work, at, &rates(Some(group))) > 23, "{group}");
                }
            }
        }
    }
    // What was known then.
    let at = At { as_of: day("2025-12-31"), today: own.desk.today(), known: Some(own.last_entry() / 2) };
    opens_its_lists(&own, at, &Rates { group: Some("lead".into()), ..Rates::default() });
    // By a field of one's own, which commitments do not have.
    let at = At::on(own.desk.today(), own.desk.today());
    let by_field = Rates { group: Some("#\"Budget line\"".into()), ..Rates::default() };
    assert_eq!(opens_its_lists(&own, at, &by_field), 33);
    let reply = own.ask(by_field);
    assert_eq!(reply.groups.iter().map(|g| g.key.as_deref()).collect::<Vec<_>>(), [Some("Part 3, \"core\""), None]);
    assert_eq!(reply.groups.iter().map(|g| g.figures[0].n).collect::<Vec<_>>(), [1, 7]);
}

#[test]
fn groups_come_page_by_page_with_those_under_a_lead() {
    let work = decided();
    work.edit(EditActor { actor: "DOS".into(), parent: Some("DPO".into()), ..EditActor::default() });
    let by_lead = Rates { group: Some("lead".into()), ..Rates::default() };
    let reply = work.ask(by_lead.clone());
    let taken = |name: &str| {
        let group = reply.groups.iter().find(|g| g.key.as_deref() == Some(name)).expect(name);
        figure(&group.figures, ListKind::Recommendations, "recommendations").n
    };
    assert_eq!((taken("DPO"), taken("DOS")), (4, 3));
    assert_eq!(reply.groups.last().and_then(|g| g.key.as_deref()), None, "what has no lead");
    assert_eq!(reply.groups_total, 3);
    let second = work.ask(Rates { limit: Some(1), offset: Some(1), ..by_lead });
    assert_eq!((second.groups_total, &second.groups), (3, &reply.groups[1..2].to_vec()));
    let printed = work.cli(&["rates", "--group", "lead"]);
    assert!(printed.out.contains("25.0 %") && printed.out.contains("to implement"), "{}", printed.out);
}
