//! Undo and redo of every edit: what stands in the file afterwards is what stood there before, derived columns and search
//! index included; also after a restart; and a refusal where somebody else has built on it since.
//!
//! Does not test what an edit does; `main_job` does.

use crate::desk::{Work, dump, edit, refused, same, update};
use followthrough_commands::*;
use followthrough_model::Status;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Runs a command by its name, and answers its reply.
fn call(work: &Work, name: &str, args: &Value) -> Value {
    let answer = work.desk.call(name, &args.to_string(), "{}").unwrap_or_else(|e| panic!("{name} {args}: {e}"));
    serde_json::from_str::<Value>(&answer).expect("JSON")["reply"].take()
}

/// What the commands of the table are about.
struct Items {
    commitment: String,
    update: String,
    evidence: String,
    used: String,
    addressee: String,
    observation: String,
    milestone: String,
    recurring: String,
    link: String,
    request: String,
    file: String,
}

impl Items {
    fn make(work: &Work) -> Self {
        work.source("R");
        work.recommendation("R", "1");
        work.recommendation("R", "2");
        work.actor("DPO");
        work.actor("DOS");
        let commitment = work.commitment("R 1", "DPO", "2023-12-31").reference;
        let update = work.log(&commitment, Some(Status::ReportedImplemented), Some("2026-01-01")).reference;
        let evidence =
            work.edit(AddEvidence { item: commitment.clone(), note: Some("A note".into()), ..AddEvidence::default() }).reference;
        let used = work.commitment_page(&commitment).evidence[0].id.to_string();
        let addressee =
            work.edit(AddAddressee { recommendation: "R 1".into(), actor: "DPO".into(), implied: true }).id.to_string();
        work.edit(AddIndicator { name: "Old share".into(), unit: "%".into(), ..AddIndicator::default() });
        let observed =
            Observe { indicator: "Old share".into(), value: "1".into(), on: Some("2020-01-01".into()), ..Observe::default() };
        let observation = work.edit(observed).id.to_string();
        work.edit(AddEvent { name: "Old summit".into(), from: Some("2027-03-01".into()), to: None });
        let milestone = work.edit(AddMilestone {
            commitment: commitment.clone(),
            text: "An old step".into(),
            due: Some("before the old summit".into()),
            ..AddMilestone::default()
        });
        let milestone = milestone.reference;
        let recurring = work.commitment("R 1", "DOS", "every six months from 1 January 2026").reference;
        let file = work.write("old.txt", b"old bytes");
        let about = vec![commitment.clone()];
        let ask =
            AskActor { actor: "DPO".into(), about, text: "A note".into(), on: Some("2026-01-01".into()), ..AskActor::default() };
        let request = work.edit(ask).reference;
        let link = work.edit(LinkRecommendations {
            of: "R 1".into(),
            other: "R 2".into(),
            reason: "Both speak of it.".into(),
            ..LinkRecommendations::default()
        });
        work.edit(AddFramework { name: "Areas".into() });
        work.edit(AddTheme { framework: "Areas".into(), name: "Peace".into() });
        let link = link.id.to_string();
        Self { commitment, update, evidence, used, addressee, observation, milestone, recurring, link, request, file }
    }

    /// Each edit with arguments that change something, in an order in which each may follow the one before.
    #[allow(clippy::too_many_lines)] // a table
    fn table(&self) -> Vec<(&'static str, Value)> {
        let (c, u, e) = (&self.commitment, &self.update, &self.evidence);
        vec![
            ("AddSource", json!({ "short": "S", "title": "A new report" })),
            ("AddIndicator", json!({ "name": "New share", "unit": "%", "target": "15", "of": [c, "R 1"] })),
            ("EditIndicator", json!({ "indicator": "Old share", "name": "Old colour", "target": "12,5", "definition": "New" })),
            ("LinkIndicator", json!({ "indicator": "Old colour", "item": c })),
            ("Observe", json!({ "indicator": "Old colour", "value": "2,5 %", "on": "2021-01-01", "category": "new" })),
            ("CorrectObservation", json!({ "observation": self.observation, "value": "3", "reason": "New count." })),
            ("AddTheirRef", json!({ "item": c, "number": "New 17", "whose": "DOS" })),
            ("SetNote", json!({ "item": c, "text": "A note" })),
            ("SetFlag", json!({ "item": c, "on": "2027-01-01", "why": "Old" })),
            ("DefineField", json!({ "name": "Old colour", "kind": "several", "choices": ["New", "Old"] })),
            ("EditField", json!({ "field": "Old colour", "name": "Colour", "choices": ["New", "Old", "Plan"] })),
            ("SetField", json!({ "item": c, "field": "Colour", "values": ["Old", "Plan"] })),
            (
                "TakeOverRegister",
                json!({ "text": "Ref\tAction\tLead\tStatus\nX1\tPlan anew\tNew unit\tdone\nX2\tReport again\tDPO\topen\n", "source": "T", "file": "old.xlsx" }),
            ),
            ("EditSource", json!({ "source": "R", "title": "Old report", "publisher": "The desk" })),
            (
                "AddRecommendation",
                json!({ "source": "R", "text": "New", "label": "3", "addressee": ["DPO"], "due": "Q2 2027", "parent": "R 1" }),
            ),
            ("EditRecommendation", json!({ "recommendation": "R 2", "text": "Old colour", "label": "2.1", "force": "must" })),
            ("AddActor", json!({ "name": "A new department", "short": "NEW", "parent": "DPO", "alias": ["Old department"] })),
            ("EditActor", json!({ "actor": "DOS", "name": "Colour department", "parent": "DPO", "level": "field" })),
            ("AddAlias", json!({ "item": "DPO", "alias": "Colour" })),
            ("AddAddressee", json!({ "recommendation": "R 1", "actor": "DOS" })),
            ("ConfirmAddressee", json!({ "addressee": self.addressee })),
            ("SendTo", json!({ "recommendation": "R 1", "actor": "DOS", "on": "2026-01-01", "reply_by": "2026-02-01" })),
            ("EditAddressee", json!({ "recommendation": "R 1", "actor": "DOS", "named": "false", "reply_by": "none" })),
            ("AddCaller", json!({ "recommendation": "R 1", "actor": "DOS" })),
            ("AskActor", json!({ "actor": "DOS", "about": [c, "R 1"], "text": "A new note", "how": "letter" })),
            ("Remind", json!({ "request": self.request, "text": "An old note", "reply_by": "2027-01-01" })),
            (
                "RecordDecision",
                json!({ "recommendation": "R 1", "actor": "DOS", "answer": "not_accepted", "reason": "New", "request": self.request }),
            ),
            (
                "AddCommitment",
                json!({ "recommendation": "R 1", "deliverable": "A new plan", "lead": "DOS", "joint": ["DPO"], "due": "2024" }),
            ),
            (
                "EditCommitment",
                json!({ "commitment": c, "deliverable": "An old plan", "made_on": "2020-01-01", "post": "Colour" }),
            ),
            ("SetLead", json!({ "commitment": c, "actor": "DOS", "on": "2025-01-01" })),
            ("AddPartner", json!({ "commitment": c, "actor": "DOS", "role": "joint" })),
            ("AddAnswer", json!({ "commitment": c, "recommendation": "R 2.1" })),
            (
                "SplitRecommendation",
                json!({ "recommendation": "R 1", "parts": ["Old colour", "New"], "moves": [format!("{c}=b")] }),
            ),
            ("JoinParts", json!({ "recommendation": "R 1" })),
            ("LinkRecommendations", json!({ "of": "R 1", "other": "R 2.1", "kind": "elaborates", "reason": "It says more." })),
            ("EditLink", json!({ "link": self.link, "reason": "Another reason." })),
            ("AddFramework", json!({ "name": "Topics" })),
            ("EditFramework", json!({ "framework": "Topics", "name": "Old topics" })),
            ("AddTheme", json!({ "framework": "Old topics", "name": "New" })),
            ("EditTheme", json!({ "theme": "New", "name": "Colour" })),
            ("TagItem", json!({ "item": "R 2.1", "theme": "Colour" })),
            (
                "AddCrosswalk",
                json!({ "theme": "Colour", "other": "Areas: Peace", "kind": "subset", "reason": "It is narrower." }),
            ),
            ("CarryForward", json!({ "recommendation": ["R 2.1"], "framework": "Areas", "reason": "A new report." })),
            ("UntagItem", json!({ "item": "R 2.1", "theme": "Colour" })),
            (
                "RepeatCommitment",
                json!({ "recommendation": "R 1", "deliverable": "A new plan", "actor": ["DPO", "DOS"], "due": "2027" }),
            ),
            ("VerifyResult", json!({ "commitment": c, "verdict": "returned", "reason": "Not yet." })),
            (
                "LogUpdate",
                json!({ "commitment": c, "text": "New colour", "status": "suspended", "on": "2026-06-01", "file": self.file }),
            ),
            ("EditUpdate", json!({ "update": u, "text": "Old colour", "status": "none", "by": "DOS", "on": "2025-12-01" })),
            ("AddEvidence", json!({ "item": c, "link": "https://un.example/new", "page": "2" })),
            ("EditEvidence", json!({ "evidence": e, "title": "Colour", "date": "2024-01-01", "independent": "true" })),
            ("EditUse", json!({ "use": self.used, "stance": "contradicts", "page": "3", "level": "outcome" })),
            ("SetDue", json!({ "commitment": c, "words": "Q2 2027", "reason": "Asked." })),
            ("AddEvent", json!({ "name": "A new conference", "from": "2027-05-01", "to": "2027-05-03" })),
            ("RenameEvent", json!({ "event": "A new conference", "name": "The colour conference" })),
            ("MoveEvent", json!({ "event": "Old summit", "from": "June 2027", "reason": "Asked." })),
            ("AddMilestone", json!({ "commitment": c, "text": "A new step", "due": "Q1 2027", "term": "short" })),
            ("EditMilestone", json!({ "milestone": self.milestone, "text": "A colour step", "term": "long", "place": 2 })),
            ("CompleteMilestone", json!({ "milestone": self.milestone, "on": "2026-02-01" })),
            ("WaiveOccurrence", json!({ "commitment": self.recurring, "occurrence": "2026-01-01", "reason": "Asked." })),
            ("SetReviewInterval", json!({ "item": c, "months": "6" })),
            (
                "SetMany",
                json!({ "items": [c, self.recurring], "lead": "DPO", "handler": "Old desk", "due": "Q1 2028", "reason": "New plan.", "text": "New", "status": "suspended", "theme": "Colour", "private": true }),
            ),
            (
                "SetCells",
                json!({ "cells": [
                    { "item": c, "field": "due", "value": "Q3 2028" }, { "item": c, "field": "lead", "value": "DOS" },
                    { "item": c, "field": "status", "value": "not_started" }, { "item": "R 2.1", "field": "theme", "value": "Colour; Areas: Peace" },
                    { "item": self.recurring, "field": "deliverable", "value": "A new colour" }
                ], "reason": "Asked." }),
            ),
            ("MergeActors", json!({ "actor": "DOS", "into": "DPO", "reason": "One department." })),
            ("HoldReview", json!({ "name": "Spring", "note": "All was read." })),
            ("SaveView", json!({ "name": "Late at DPO", "filter": "lead:DPO queue:overdue", "group": "source" })),
            ("EditView", json!({ "view": "Late at DPO", "name": "Late", "group": "none" })),
            ("SetPrivate", json!({ "item": c, "private": true, "reason": "In confidence." })),
            ("SetSetting", json!({ "name": "verify_by_another", "value": "yes" })),
            ("Delete", json!({ "item": c })),
            ("Restore", json!({ "item": c })),
            ("LoadCatalogue", json!({})),
            ("DraftCommitments", json!({})),
        ]
    }
}

/// The edits of the list of commands, but for undo and redo themselves and for what cannot be undone (`emptying`).
fn edits() -> Vec<&'static str> {
    let typescript = typescript();
    let is_edit = |line: &&str| line.starts_with("  ") && line.ends_with("sort: \"edit\" };");
    let edits: Vec<&str> = typescript.lines().filter(is_edit).filter_map(|line| line.trim().split(':').next()).collect();
    let edits = NAMES.iter().copied().filter(|name| edits.contains(name));
    edits.filter(|name| !matches!(*name, "Undo" | "Redo" | "UndoEntry" | "RedoEntry" | "EmptyBin")).collect()
}

#[test]
fn the_table_has_every_edit() {
    let work = Work::new();
    let mut table: Vec<_> = Items::make(&work).table().iter().map(|(name, _)| *name).collect();
    let mut edits = edits();
    assert!(edits.len() > 20, "the list of edits is read from the TypeScript, whose shape has changed");
    table.sort_unstable();
    edits.sort_unstable();
    assert_eq!(table, edits, "an edit without a test of its undo: add it to the table");
}

#[test]
fn every_edit_is_undone_and_done_again_whole() {
    let mut work = Work::new();
    let items = Items::make(&work);
    for (name, args) in items.table() {
        let before = dump(&work.file());
        call(&work, name, &args);
        let after = dump(&work.file());
        assert_ne!(before, after, "{name} changes nothing here");
        for round in ["undo", "undo after a restart"] {
            assert_eq!(call(&work, "Undo", &json!({}))["command"], name);
            same(&before, &dump(&work.file()), &format!("{round} of {name}"));
            assert_eq!(call(&work, "Redo", &json!({}))["command"], name);
            same(&after, &dump(&work.file()), &format!("redo after {round} of {name}"));
            work = work.reopened();
        }
    }
    work.is_sound();
    let whole = dump(&work.file());
    for step in ["Undo", "Redo"] {
        for _ in items.table() {
            call(&work, step, &json!({}));
            work.is_sound();
        }
    }
    same(&whole, &dump(&work.file()), "all of it back and forth");
}

#[test]
fn redo_ends_with_the_next_edit() {
    let (work, c) = Work::small();
    work.log(&c, None, None);
    work.edit(Undo {});
    assert!(work.ask(Workspace {}).redo.is_some());
    work.edit(SetPrivate { item: c, private: true, reason: Some("x".into()) });
    assert!(work.ask(Workspace {}).redo.is_none());
    assert_eq!(work.refused(Redo {}).code, "nothing_to_redo");
}

#[test]
fn an_empty_log_has_nothing_to_undo_or_redo() {
    let work = Work::new();
    assert_eq!(work.refused(Undo {}).code, "nothing_to_undo");
    assert_eq!(work.refused(Redo {}).code, "nothing_to_redo");
    assert_eq!(work.last_entry(), 0);
}

#[test]
fn what_would_be_undone_is_named() {
    let (work, c) = Work::small();
    let undo = work.ask(Workspace {}).undo.expect("something");
    assert_eq!((undo.command.as_str(), undo.title.as_deref()), ("AddCommitment", Some("A plan for the camps")));
    work.log(&c, None, None);
    assert_eq!(work.ask(Workspace {}).undo.map(|u| u.command).as_deref(), Some("LogUpdate"));
}

#[test]
fn undo_takes_back_ones_own_edit_and_not_a_colleagues() {
    let (work, c) = Work::small();
    work.log(&c, None, None);
    let colleague = work.colleague();
    edit(&colleague, SetPrivate { item: c, private: true, reason: Some("x".into()) });
    assert_eq!(work.edit(Undo {}).command, "LogUpdate");
    assert_eq!(edit(&colleague, Undo {}).command, "SetPrivate");
    assert_eq!(refused(&colleague, Undo {}).code, "nothing_to_undo");
    work.is_sound();
}

#[test]
fn what_undo_would_do_is_told_to_each_desk_for_itself() {
    let (work, c) = Work::small();
    let colleague = work.colleague();
    assert!(colleague.ask_today(Workspace {}).expect("it answers").undo.is_none(), "nothing was written here yet");
    edit(&colleague, SetPrivate { item: c, private: true, reason: Some("x".into()) });
    let undo = |desk: &Desk| desk.ask_today(Workspace {}).expect("it answers").undo.map(|u| u.command);
    assert_eq!(undo(&colleague).as_deref(), Some("SetPrivate"));
    assert_eq!(undo(&work.desk).as_deref(), Some("AddCommitment"));
}

/// Undo is refused, in a sentence, and the file is as it was.
#[track_caller]
fn undo_is_refused(work: &Work, names: &str) {
    let (before, entry) = (dump(&work.file()), work.last_entry());
    let problem = work.refused(Undo {});
    assert_eq!(problem.code, "undo_refused", "{}", problem.message);
    assert!(problem.message.contains(names), "{}", problem.message);
    crate::desk::is_a_sentence(&problem.message);
    same(&before, &dump(&work.file()), "a refused undo");
    assert_eq!(work.last_entry(), entry);
}

#[test]
fn undo_is_refused_where_a_colleague_changed_the_same_field() {
    let (work, c) = Work::small();
    let deliverable =
        |text: &str| EditCommitment { commitment: c.clone(), deliverable: Some(text.into()), ..EditCommitment::default() };
    work.edit(deliverable("Ours"));
    edit(&work.colleague(), deliverable("Theirs"));
    undo_is_refused(&work, "deliverable");
}

#[test]
fn undo_goes_where_a_colleague_changed_another_field() {
    let (work, c) = Work::small();
    work.edit(EditCommitment { commitment: c.clone(), deliverable: Some("Ours".into()), ..EditCommitment::default() });
    edit(&work.colleague(), EditCommitment { commitment: c.clone(), post: Some("Theirs".into()), ..EditCommitment::default() });
    work.edit(Undo {});
    let page = work.commitment_page(&c);
    assert_eq!((page.deliverable.as_str(), page.post.as_deref()), ("A plan for the camps", Some("Theirs")));
}

#[test]
fn undo_of_a_creation_is_refused_where_a_colleague_added_to_it() {
    let (work, c) = Work::small();
    edit(&work.colleague(), update(&c, None, None));
    undo_is_refused(&work, "The plan was drawn up.");
}

#[test]
fn undo_of_a_creation_is_refused_where_a_colleague_edited_it() {
    let (work, c) = Work::small();
    edit(&work.colleague(), EditCommitment { commitment: c, post: Some("Theirs".into()), ..EditCommitment::default() });
    undo_is_refused(&work, "post");
}

#[test]
fn undo_of_a_creation_goes_where_the_colleague_took_the_edit_back() {
    let (work, c) = Work::small();
    let colleague = work.colleague();
    edit(&colleague, EditCommitment { commitment: c, post: Some("Theirs".into()), ..EditCommitment::default() });
    edit(&colleague, Undo {});
    work.edit(Undo {});
    work.is_sound();
}

#[test]
fn undo_of_a_restore_is_refused_where_a_colleague_built_on_it() {
    let (work, _) = Work::small();
    work.recommendation("R", "2");
    work.edit(Delete { item: "R 2".into() });
    work.edit(Restore { item: "R 2".into() });
    let answer = AddCommitment { recommendation: "R 2".into(), deliverable: "Theirs".into(), ..AddCommitment::default() };
    edit(&work.colleague(), answer);
    undo_is_refused(&work, "Theirs");
}

#[test]
fn undo_of_evidence_is_refused_where_a_colleague_uses_it_too() {
    let (work, c) = Work::small();
    let link =
        |item: &str| AddEvidence { item: item.into(), link: Some("https://un.example/1".into()), ..AddEvidence::default() };
    work.edit(link(&c));
    edit(&work.colleague(), link("R 1"));
    undo_is_refused(&work, "https://un.example/1");
}

/// One step of a random stream of edits.
#[derive(Debug, Clone)]
enum Step {
    Edit(u8, u8),
    Undo,
    Redo,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0_u8..9, 0_u8..4).prop_map(|(what, how)| Step::Edit(what, how)),
        3 => Just(Step::Undo),
        2 => Just(Step::Redo),
    ]
}

/// An edit of the small workspace; some are refused in some states, which is no edit.
fn any_edit(c: &str, what: u8, how: u8) -> (&'static str, Value) {
    let lead = ["DPO", "DOS", "none", "DPO"][usize::from(how)];
    let status = ["under_implementation", "reported_implemented", "suspended", "superseded"][usize::from(how)];
    let on = ["2024-05-01", "2025-01-01", "2026-01-01", "2026-11-20"][usize::from(how)];
    let words = ["2022", "2024", "Q2 2027", "none"][usize::from(how)];
    match what {
        0 => ("LogUpdate", json!({ "commitment": c, "text": "A note", "status": status, "on": on })),
        1 => ("SetDue", json!({ "commitment": c, "words": words, "reason": "x", "on": on })),
        2 => ("SetLead", json!({ "commitment": c, "actor": lead, "on": on })),
        3 => ("EditCommitment", json!({ "commitment": c, "deliverable": format!("plan {how}"), "made_on": on })),
        4 => ("AddEvidence", json!({ "item": c, "symbol": format!("S/{how}") })),
        5 => ("VerifyResult", json!({ "commitment": c, "verdict": "waived", "reason": "x", "on": on })),
        6 => ("Delete", json!({ "item": c })),
        7 => ("Restore", json!({ "item": c })),
        _ => ("SetPrivate", json!({ "item": c, "private": how.is_multiple_of(2), "reason": "x" })),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_stream_of_edits_undos_and_redos_is_a_stack(steps in proptest::collection::vec(step(), 1..24)) {
        let (work, c) = Work::small();
        let floor = dump(&work.file());
        // The states that undo leads back to, the present one last; and those that redo leads to.
        let (mut done, mut undone) = (vec![floor], Vec::new());
        let floor_entry = work.last_entry();
        for step in steps {
            let before = work.last_entry();
            match step {
                Step::Edit(what, how) => {
                    let (name, args) = any_edit(&c, what, how);
                    let ran = work.desk.call(name, &args.to_string(), "{}").is_ok();
                    if ran && work.last_entry() > before {
                        done.push(dump(&work.file()));
                        undone.clear();
                    }
                }
                Step::Undo if done.len() > 1 => {
                    let taken_back = work.edit(Undo {}).entry;
                    prop_assert!(taken_back > floor_entry);
                    undone.extend(done.pop());
                }
                Step::Redo if !undone.is_empty() => {
                    work.edit(Redo {});
                    done.extend(undone.pop());
                }
                Step::Redo => prop_assert_eq!(work.refused(Redo {}).code, "nothing_to_redo"),
                Step::Undo => {}
            }
            same(done.last().expect("the floor"), &dump(&work.file()), "the stack of states");
        }
        work.is_sound();
    }
}
