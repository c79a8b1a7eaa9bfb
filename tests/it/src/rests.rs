//! What rests on what: neither undo nor a restore nor emptying the bin leaves something hanging on what is gone, and what
//! is gone for good takes along the words that belonged to it.
//!
//! Does not say what goes along into the bin; `main_job` does.

use crate::desk::{Work, edit, is_a_sentence};
use followthrough_commands::*;
use followthrough_model::vocabulary::{DecisionKind, LinkKind};

#[track_caller]
fn undo_is_refused(work: &Work, names: &str) {
    let entry = work.last_entry();
    let problem = work.refused(Undo {});
    assert_eq!(problem.code, "undo_refused", "{}", problem.message);
    assert!(problem.message.contains(names), "{}", problem.message);
    is_a_sentence(&problem.message);
    assert_eq!(work.last_entry(), entry);
    work.is_sound();
}

#[track_caller]
fn restore_is_refused(work: &Work, item: &str, code: &str) {
    let problem = work.refused(Restore { item: item.into() });
    assert_eq!(problem.code, code, "{}", problem.message);
    is_a_sentence(&problem.message);
}

#[test]
fn undo_of_a_creation_is_refused_where_a_colleague_pointed_at_it() {
    let (work, c) = Work::small();
    let update = work.log(&c, None, Some("2026-01-01")).reference;
    let ask = AskActor {
        actor: "DPO".into(),
        about: vec![c],
        text: "How far is it?".into(),
        on: Some("2026-01-01".into()),
        ..AskActor::default()
    };
    let request = work.edit(ask).reference;
    // The update was there before the request: only its cell is newer.
    edit(&work.colleague(), EditUpdate { update, request: Some(request), ..EditUpdate::default() });
    undo_is_refused(&work, "The plan was drawn up.");
}

#[test]
fn undo_of_a_new_actor_is_refused_where_a_colleague_merged_into_it() {
    let (work, _) = Work::small();
    work.actor("DPPA");
    edit(&work.colleague(), MergeActors { actor: "DOS".into(), into: "DPPA".into(), reason: None });
    undo_is_refused(&work, "Department DOS");
}

#[test]
fn undo_of_a_delete_is_refused_where_what_it_rests_on_is_gone_by_now() {
    let work = Work::new();
    work.source("R");
    work.recommendation("R", "1");
    work.edit(Delete { item: "R 1".into() });
    edit(&work.colleague(), Delete { item: "R".into() });
    undo_is_refused(&work, "The report R");
    edit(&work.colleague(), Restore { item: "R".into() });
    work.edit(Undo {});
    work.is_sound();
}

#[test]
fn undo_does_not_point_again_at_what_is_gone_by_now() {
    let (work, _) = Work::small();
    work.actor("DPPA");
    work.edit(EditActor { actor: "DOS".into(), parent: Some("DPPA".into()), ..EditActor::default() });
    work.edit(EditActor { actor: "DOS".into(), parent: Some("none".into()), ..EditActor::default() });
    edit(&work.colleague(), Delete { item: "DPPA".into() });
    undo_is_refused(&work, "Department DPPA");
}

#[test]
fn an_actor_is_not_deleted_while_something_was_taken_up_to_it() {
    let (work, c) = Work::small();
    work.edit(LogUpdate { escalated_to: Some("DOS".into()), ..crate::desk::update(&c, None, None) });
    let problem = work.refused(Delete { item: "DOS".into() });
    assert_eq!(problem.code, "rests_on_it", "{}", problem.message);
}

#[test]
fn what_comes_out_of_the_bin_names_nobody_who_is_in_it() {
    let (work, c) = Work::small();
    work.recommendation("R", "2");
    work.edit(AddAddressee { recommendation: "R 2".into(), actor: "DOS".into(), implied: false });
    work.edit(Delete { item: "R 2".into() });
    work.edit(Delete { item: "DOS".into() });
    restore_is_refused(&work, "R 2", "rests_on_bin");
    work.edit(Restore { item: "DOS".into() });
    work.edit(Restore { item: "R 2".into() });

    // Nor with its source, though that is in the bin as well.
    work.source("S");
    work.recommendation("S", "1");
    work.actor("DFS");
    work.edit(AddAddressee { recommendation: "S 1".into(), actor: "DFS".into(), implied: false });
    work.edit(Delete { item: "S".into() });
    work.edit(Delete { item: "DFS".into() });
    restore_is_refused(&work, "S", "rests_on_bin");

    work.edit(LogUpdate { by: Some("DOS".into()), ..crate::desk::update(&c, None, None) });
    let asked = work.ask(Show { item: "R 2".into() });
    let ItemPage::Recommendation(page) = asked else { panic!("a recommendation") };
    work.edit(Delete { item: page.addressees[0].id.to_string() });
    work.edit(Delete { item: c.clone() });
    work.edit(Delete { item: "DOS".into() });
    restore_is_refused(&work, &c, "rests_on_bin");
    work.is_sound();
}

#[test]
fn nothing_comes_out_of_the_bin_a_second_time() {
    let work = Work::new();
    work.source("R");
    work.actor("DPO");
    for label in ["1", "2"] {
        work.recommendation("R", label);
    }
    // An addressee that was added again since.
    let ask = || AddAddressee { recommendation: "R 1".into(), actor: "DPO".into(), implied: false };
    let first = work.edit(ask()).id.to_string();
    work.edit(Delete { item: first.clone() });
    work.edit(ask());
    restore_is_refused(&work, &first, "taken");
    // An answer.
    let c = work.commitment("R 1", "DPO", "2027").reference;
    let answer = || AddAnswer { commitment: c.clone(), recommendation: "R 2".into() };
    let first = work.edit(answer()).id.to_string();
    work.edit(Delete { item: first.clone() });
    work.edit(answer());
    restore_is_refused(&work, &first, "taken");
    // A framework and a theme.
    let areas = work.edit(AddFramework { name: "Areas".into() }).id.to_string();
    let peace = work.edit(AddTheme { framework: "Areas".into(), name: "Peace".into() }).id.to_string();
    work.edit(Delete { item: peace.clone() });
    work.edit(AddTheme { framework: "Areas".into(), name: "Peace".into() });
    restore_is_refused(&work, &peace, "taken");
    work.edit(Delete { item: areas.clone() });
    work.edit(AddFramework { name: "Areas".into() });
    restore_is_refused(&work, &areas, "taken");
    // An indicator, and a field of one's own.
    let indicator = || AddIndicator { name: "Posts filled".into(), unit: "posts".into(), ..AddIndicator::default() };
    let first = work.edit(indicator()).id.to_string();
    work.edit(Delete { item: first.clone() });
    work.edit(indicator());
    restore_is_refused(&work, &first, "taken");
    let field = || DefineField { name: "Region".into(), ..DefineField::default() };
    let first = work.edit(field()).id.to_string();
    work.edit(Delete { item: first.clone() });
    work.edit(field());
    restore_is_refused(&work, &first, "taken");
    // A link that would close a circle by now.
    let link = |of: &str, other: &str| LinkRecommendations {
        of: of.into(),
        other: other.into(),
        kind: Some(LinkKind::Supersedes),
        reason: "Newer.".into(),
    };
    let first = work.edit(link("R 1", "R 2")).id.to_string();
    work.edit(Delete { item: first.clone() });
    work.edit(link("R 2", "R 1"));
    restore_is_refused(&work, &first, "circle");
    work.is_sound();
}

/// Whether the file holds these bytes anywhere.
fn holds(work: &Work, bytes: &[u8]) -> bool {
    let conn = work.raw();
    conn.execute_batch("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);").expect("SQLite compacts it");
    let all = std::fs::read(work.file()).expect("the file");
    all.windows(bytes.len()).any(|w| w == bytes)
}

#[test]
fn what_is_gone_takes_along_the_words_that_belong_to_it() {
    let (work, c) = Work::small();
    work.recommendation("R", "2");
    work.edit(AddAddressee { recommendation: "R 2".into(), actor: "DOS".into(), implied: false });
    work.edit(RecordDecision {
        recommendation: "R 2".into(),
        actor: "DOS".into(),
        answer: Some(DecisionKind::NotAccepted),
        reason: Some("Whispered refusal".into()),
        ..RecordDecision::default()
    });
    let update = work.edit(LogUpdate { text: "A draught was whispered".into(), ..crate::desk::update(&c, None, None) }).reference;
    work.edit(EditUpdate { update, text: Some("Another whisper".into()), ..EditUpdate::default() });
    work.edit(SetDue { commitment: c.clone(), words: "2029".into(), reason: "Whispered delay".into(), ..SetDue::default() });
    let step = AddMilestone {
        commitment: c.clone(),
        text: "A whispered step".into(),
        due: Some("when whispered".into()),
        ..AddMilestone::default()
    };
    work.edit(step);
    work.log(&c, Some(followthrough_model::Status::ReportedImplemented), None);
    work.edit(VerifyResult {
        commitment: c.clone(),
        verdict: Some(followthrough_model::vocabulary::Verdict::Waived),
        reason: Some("Whispered waiver".into()),
        ..VerifyResult::default()
    });
    for item in [c.as_str(), "R 2"] {
        work.edit(Delete { item: item.into() });
    }
    assert!(holds(&work, b"whispered"));
    work.edit(EmptyBin { sure: true });
    for words in [
        "A draught was whispered",
        "Another whisper",
        "Whispered delay",
        "A whispered step",
        "when whispered",
        "Whispered waiver",
        "Whispered refusal",
    ] {
        assert!(!holds(&work, words.as_bytes()), "“{words}” is still in the file");
    }
    work.is_sound();
    assert_eq!(work.ask(Bin::default()).total, 0);
}

#[test]
fn what_is_kept_holds_where_a_source_goes_after_its_items() {
    let work = Work::new();
    work.edit(AddSource {
        short: "R".into(),
        title: "The report".into(),
        published: Some("2021-03".into()),
        ..AddSource::default()
    });
    work.recommendation("R", "1");
    work.recommendation("R", "2");
    work.edit(Undo {});
    work.edit(Delete { item: "R 1".into() });
    work.edit(EmptyBin { sure: true });
    work.edit(Delete { item: "R".into() });
    work.edit(EmptyBin { sure: true });
    work.is_sound();
}

#[test]
fn the_history_of_an_answer_names_it() {
    let (work, _) = Work::small();
    work.edit(AddAddressee { recommendation: "R 1".into(), actor: "DPO".into(), implied: false });
    work.edit(RecordDecision {
        recommendation: "R 1".into(),
        actor: "DPO".into(),
        answer: Some(DecisionKind::Accepted),
        ..RecordDecision::default()
    });
    let told = work.ask(History { item: "R 1".into(), ..History::default() });
    assert!(told.iter().any(|line| line.command == "RecordDecision"), "{told:?}");
}
