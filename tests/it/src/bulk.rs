//! Many items changed at once: shown before, under the rules of the single commands, one entry, one undo.
//!
//! Does not test the filter language; `lists` does.

use crate::desk::{Work, dump, is_a_sentence, same};
use followthrough_commands::*;
use followthrough_model::Status;
use followthrough_model::vocabulary::ListKind;

/// As many commitments of DPO, and their references.
fn many(n: usize) -> (Work, Vec<String>) {
    let (work, first) = Work::small();
    let mut all = vec![first];
    all.extend((1..n).map(|_| work.commitment("R 1", "DPO", "2023-12-31").reference));
    (work, all)
}

fn of(items: &[String]) -> SetMany {
    SetMany { items: items.to_vec(), ..SetMany::default() }
}

fn preview(said: &SetMany) -> PreviewMany {
    let SetMany { items, list, filter, lead, handler, priority, due, event, reason, .. } = said.clone();
    let SetMany { status, text, on, review_months, theme, private, skip, .. } = said.clone();
    PreviewMany {
        items,
        list,
        filter,
        lead,
        handler,
        priority,
        due,
        event,
        reason,
        status,
        text,
        on,
        review_months,
        theme,
        private,
        skip,
    }
}

#[test]
fn two_hundred_are_shown_changed_and_put_back_at_once() {
    let (work, all) = many(200);
    let before = dump(&work.file());
    let entry = work.last_entry();
    let said = SetMany {
        filter: Some("lead:DPO".into()),
        lead: Some("DOS".into()),
        handler: Some("Ana".into()),
        due: Some("Q2 2027".into()),
        reason: Some("The budget came late.".into()),
        status: Some(Status::UnderImplementation),
        text: Some("The work began.".into()),
        review_months: Some("6".into()),
        ..SetMany::default()
    };
    let shown = work.ask(preview(&said));
    assert_eq!((shown.total, shown.changed, shown.unchanged, shown.left_out), (200, 200, 0, 0));
    assert_eq!((shown.changes.len(), shown.refused.len()), (20, 0), "the first twenty of a thousand");
    let lead = shown.changes.iter().find(|c| c.field == "lead").expect("a lead changes");
    assert_eq!((lead.from.as_deref(), lead.to.as_deref()), (Some("DPO"), Some("DOS")));
    let due = shown.changes.iter().find(|c| c.field == "due").expect("a due changes");
    assert_eq!((due.from.as_deref(), due.to.as_deref()), (Some("2023-12-31"), Some("Q2 2027 (2027-06-30)")));
    assert_eq!(work.last_entry(), entry, "a preview writes nothing");

    let done = work.edit(said.clone());
    assert_eq!((done.changed, done.unchanged, done.left_out), (200, 0, 0));
    assert_eq!(work.last_entry(), entry + 1, "one entry");
    let after = dump(&work.file());
    for c in [&all[0], &all[199]] {
        let page = work.commitment_page(c);
        assert_eq!(page.lead.map(|l| l.reference).as_deref(), Some("DOS"));
        assert_eq!((page.status, page.handler.as_deref()), (Status::UnderImplementation, Some("Ana")));
        assert_eq!((page.moves.len(), page.review_months), (1, Some(6)), "the first due stays on record");
        assert_eq!(page.due.and_then(|d| d.reason).as_deref(), Some("The budget came late."));
    }
    work.is_sound();
    // They are DOS's now, so the same filter admits none.
    assert_eq!(work.refused(said).code, "nothing_chosen");

    work.edit(Undo {});
    same(&before, &dump(&work.file()), "undo");
    work.is_sound();
    work.edit(Redo {});
    same(&after, &dump(&work.file()), "redo");
    work.is_sound();
}

#[test]
fn one_that_may_not_refuses_all_unless_it_is_left_out() {
    let (work, all) = many(30);
    let reason = Some("Another body did it.".to_owned());
    work.log(&all[7], Some(Status::ReportedImplemented), None);
    let waived = VerifyResult { commitment: all[7].clone(), reason, ..VerifyResult::default() };
    work.edit(VerifyResult { verdict: Some(followthrough_model::vocabulary::Verdict::Waived), ..waived });
    let before = dump(&work.file());
    let entry = work.last_entry();
    let said = SetMany { status: Some(Status::Superseded), text: Some("It was overtaken.".into()), ..of(&all) };
    let shown = work.ask(preview(&said));
    assert_eq!((shown.total, shown.changed, shown.left_out), (30, 29, 1));
    assert_eq!(shown.refused[0].reference, all[7]);
    assert!(shown.refused[0].why.contains("reopen"), "{}", shown.refused[0].why);

    let problem = work.refused(said.clone());
    is_a_sentence(&problem.message);
    assert_eq!(problem.code, "some_refused");
    assert!(
        problem
            .message
            .starts_with(&format!("1 of 30 items may not be changed so, so nothing was changed. The first is {}", all[7]))
    );
    same(&before, &dump(&work.file()), "a refusal");
    assert_eq!(work.last_entry(), entry);

    let done = work.edit(SetMany { skip: true, ..said });
    assert_eq!((done.changed, done.unchanged, done.left_out), (29, 0, 1));
    assert_eq!(work.commitment_page(&all[7]).status, Status::Implemented, "left as it was");
    assert_eq!(work.commitment_page(&all[8]).status, Status::Superseded);
    work.is_sound();
    work.edit(Undo {});
    same(&before, &dump(&work.file()), "undo");
}

#[test]
fn what_is_so_already_is_counted_and_not_written() {
    let (work, all) = many(3);
    work.edit(SetMany { handler: Some("Ana".into()), ..of(&all[..1]) });
    // Named twice is chosen once; an item and a filter add up.
    let items = vec![all[0].clone(), all[0].clone(), all[1].clone()];
    let said = SetMany { handler: Some("Ana".into()), filter: Some("lead:DPO".into()), ..of(&items) };
    let done = work.edit(said.clone());
    assert_eq!((done.changed, done.unchanged), (2, 1));
    let entry = work.last_entry();
    assert_eq!(work.edit(said).unchanged, 3);
    let due = SetMany { due: Some("2023-12-31".into()), reason: Some("As it was.".into()), lead: Some("DPO".into()), ..of(&all) };
    assert_eq!(work.edit(due).unchanged, 3);
    assert_eq!(work.last_entry(), entry, "nothing changed, so there is no entry");
    assert_eq!(work.edit(SetMany { handler: Some("none".into()), lead: Some("none".into()), ..of(&all) }).changed, 3);
    let page = work.commitment_page(&all[2]);
    assert!(page.handler.is_none() && page.lead.is_none());
    work.is_sound();
}

#[test]
fn a_span_of_time_counts_from_when_each_was_made() {
    let (work, all) = many(2);
    let made = |c: &str, on: &str| EditCommitment { commitment: c.into(), made_on: Some(on.into()), ..EditCommitment::default() };
    work.edit(made(&all[0], "2025-01-15"));
    work.edit(made(&all[1], "2026-03-15"));
    work.edit(SetMany { due: Some("within 12 months".into()), reason: Some("It was said so.".into()), ..of(&all) });
    let due = |c: &str| work.commitment_page(c).due.and_then(|d| d.due_by).map(|d| d.to_string());
    assert_eq!((due(&all[0]).as_deref(), due(&all[1]).as_deref()), (Some("2026-01-15"), Some("2027-03-15")));
}

#[test]
fn recommendations_get_a_priority_a_theme_and_are_kept_out_of_exports() {
    let (work, _) = Work::small();
    work.recommendation("R", "2");
    work.edit(AddFramework { name: "Areas".into() });
    work.edit(AddTheme { framework: "Areas".into(), name: "Peace".into() });
    let said = SetMany {
        list: Some(ListKind::Recommendations),
        priority: Some("high".into()),
        theme: Some("Peace".into()),
        private: Some(true),
        reason: Some("Not public yet.".into()),
        ..of(&["R 1".to_owned(), "R 2".to_owned()])
    };
    let before = dump(&work.file());
    let shown = work.ask(preview(&said));
    let fields: Vec<_> = shown.changes.iter().take(4).map(|c| (c.field.as_str(), c.to.as_deref().unwrap_or("-"))).collect();
    assert_eq!(fields, [("priority", "high"), ("private", "yes"), ("reason", "Not public yet."), ("theme", "Areas: Peace")]);
    assert_eq!(work.edit(said.clone()).changed, 2);
    let ItemPage::Recommendation(page) = work.ask(Show { item: "R 2".into() }) else { panic!("a recommendation") };
    assert!(page.private && page.themes.len() == 1);
    assert_eq!(work.edit(said.clone()).unchanged, 2);
    let again = SetMany { private: Some(false), reason: None, priority: Some("none".into()), ..said };
    assert_eq!(work.edit(again).changed, 2);
    work.is_sound();
    work.edit(Undo {});
    work.edit(Undo {});
    same(&before, &dump(&work.file()), "undo");
}

#[test]
fn what_cannot_be_meant_is_said() {
    let (work, all) = many(2);
    work.edit(Delete { item: all[1].clone() });
    let text = |s: &str| Some(s.to_owned());
    let one = || of(&all[..1]);
    for (said, code) in [
        (one(), "nothing_to_set"),
        (SetMany { reason: text("So."), ..one() }, "nothing_to_set"),
        (SetMany { handler: text("Ana"), ..of(&[]) }, "nothing_chosen"),
        (SetMany { handler: text("Ana"), filter: text("  "), ..of(&[]) }, "nothing_chosen"),
        (SetMany { handler: text("Ana"), filter: text("lead:DOS"), ..of(&[]) }, "nothing_chosen"),
        (SetMany { handler: text("Ana"), filter: text("colour:red"), ..of(&[]) }, "filter"),
        (SetMany { handler: text("Ana"), ..of(&all) }, "some_refused"),
        (SetMany { handler: text("Ana"), ..of(&["C-ZZZZZ".to_owned()]) }, "some_refused"),
        (SetMany { lead: text("Nobody"), ..one() }, "unknown"),
        (SetMany { due: text("Q2 2027"), ..one() }, "empty"),
        (SetMany { status: Some(Status::Suspended), ..one() }, "empty"),
        (SetMany { status: Some(Status::Implemented), text: text("Done."), ..one() }, "some_refused"),
        (SetMany { private: Some(true), ..one() }, "no_reason"),
        (SetMany { review_months: text("200"), ..one() }, "number"),
        (SetMany { lead: text("DOS"), on: text("2030-01-01"), ..one() }, "future"),
        (SetMany { priority: text("high"), ..one() }, "arguments"),
        (SetMany { list: Some(ListKind::Recommendations), lead: text("DOS"), ..of(&["R 1".to_owned()]) }, "arguments"),
        (SetMany { list: Some(ListKind::Actors), handler: text("Ana"), ..one() }, "arguments"),
    ] {
        let shown = format!("{said:?}");
        let problem = work.refused(said);
        assert_eq!(problem.code, code, "{shown}: {}", problem.message);
        is_a_sentence(&problem.message);
    }
    // What is in the bin or nowhere is left out if that is asked for.
    let done = work.edit(SetMany { handler: Some("Ana".into()), skip: true, ..of(&all) });
    assert_eq!((done.changed, done.left_out), (1, 1));
}

#[test]
fn from_the_terminal() {
    let (work, all) = many(3);
    let shown = work.cli(&["preview-many", "--filter", "lead:DPO", "--handler", "Ana"]);
    assert_eq!(shown.code, Some(0), "{}", shown.err);
    assert!(shown.out.contains("3 of 3 would change") && shown.out.contains(&all[2]), "{}", shown.out);
    let done = work.cli(&["set-many", &all[0], &all[1], "--handler", "Ana", "--private", "true", "--reason", "Not yet."]);
    assert_eq!(done.out, "Changed: 2. Were so already: 0. Left out: 0.\n", "{}", done.err);
    let page = work.commitment_page(&all[1]);
    assert!(page.private && page.handler.as_deref() == Some("Ana"));
}
