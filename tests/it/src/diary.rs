//! The diary and undo at each line: one older entry goes if nothing later rests on it, else the entry in the way is named;
//! what was undone can be done again; pages, filters, and an import as one line.
//!
//! Does not test undo and redo as a stack; `undo` does.

use crate::desk::{Work, edit, is_a_sentence};
use followthrough_commands::*;
use followthrough_model::Status;
use followthrough_model::vocabulary::DiaryKind;
use followthrough_store::read::diary::{DiaryAct, DiaryLine};

fn lines(work: &Work) -> Vec<DiaryLine> {
    work.ask(Diary::default()).lines
}

fn line(work: &Work, entry: i64) -> DiaryLine {
    lines(work).into_iter().find(|line| line.entry == entry).expect("a line")
}

fn post(c: &str, text: &str) -> EditCommitment {
    EditCommitment { commitment: c.into(), post: Some(text.into()), ..EditCommitment::default() }
}

#[track_caller]
fn refused(work: &Work, entry: i64, names: &[&str], in_the_way: Option<i64>) {
    let before = work.last_entry();
    let problem = work.refused(UndoEntry { entry });
    assert_eq!(problem.code, "undo_refused", "{}", problem.message);
    for name in names {
        assert!(problem.message.contains(name), "{}: {name}", problem.message);
    }
    is_a_sentence(&problem.message);
    assert_eq!(problem.detail["entry"].as_i64(), in_the_way, "{}", problem.message);
    assert_eq!(work.last_entry(), before);
    work.is_sound();
}

#[test]
fn an_older_entry_goes_while_newer_ones_stand() {
    let (work, c) = Work::small();
    work.edit(post(&c, "Deputy"));
    let older = work.last_entry();
    work.log(&c, Some(Status::UnderImplementation), None);
    let newer = work.last_entry();
    assert!(line(&work, older).can_undo);
    assert_eq!(work.edit(UndoEntry { entry: older }).command, "EditCommitment");
    assert_eq!(work.commitment_page(&c).post, None);
    let (was, undo) = (line(&work, older), line(&work, work.last_entry()));
    assert_eq!((was.undone_by, was.can_undo, was.can_redo), (Some(undo.entry), false, true));
    assert_eq!((undo.act, undo.of, undo.command.as_str(), undo.can_undo), (DiaryAct::Undo, Some(older), "EditCommitment", false));
    assert_eq!(work.refused(UndoEntry { entry: older }).code, "undone");
    // The newest is undone as ever, and redo takes back the newest undo.
    assert_eq!(work.edit(Undo {}).entry, newer);
    assert_eq!(work.edit(Redo {}).entry, newer);
    assert_eq!(work.edit(RedoEntry { entry: older }).entry, older);
    assert_eq!(work.commitment_page(&c).post.as_deref(), Some("Deputy"));
    assert_eq!(work.refused(RedoEntry { entry: older }).code, "not_undone");
    work.is_sound();
}

#[test]
fn what_stands_in_the_way_is_named() {
    let (work, c) = Work::small();
    let made = work.last_entry();
    work.edit(post(&c, "Deputy"));
    let first = work.last_entry();
    work.edit(post(&c, "Head"));
    let second = work.last_entry();
    // Back to what the first said: the cell looks as the first left it, and yet a later edit touched it.
    work.edit(post(&c, "Deputy"));
    let third = work.last_entry();
    refused(&work, first, &[&c, "its post", "2026-11-1", &format!("entry {third}"), "Undo that first."], Some(third));
    refused(&work, second, &[&format!("entry {third}")], Some(third));
    assert_eq!(line(&work, first).in_the_way, Some(third));
    assert!(!line(&work, first).can_undo);
    work.log(&c, None, None);
    let logged = work.last_entry();
    for entry in [third, second, first] {
        work.edit(UndoEntry { entry });
    }
    refused(&work, made, &["The plan was drawn up.", &format!("entry {logged}")], Some(logged));
    assert_eq!(line(&work, made).in_the_way, Some(logged));
    work.edit(UndoEntry { entry: logged });
    work.edit(UndoEntry { entry: made });
    work.is_sound();
    // Each rests on the one before.
    refused_redo(&work, first);
    for entry in [made, logged, first, second, third] {
        work.edit(RedoEntry { entry });
    }
    assert_eq!(work.commitment_page(&c).post.as_deref(), Some("Deputy"));
    work.is_sound();
}

#[track_caller]
fn refused_redo(work: &Work, entry: i64) {
    let before = work.last_entry();
    let problem = work.refused(RedoEntry { entry });
    is_a_sentence(&problem.message);
    assert_eq!(work.last_entry(), before);
}

#[test]
fn what_was_undone_is_not_done_again_over_what_was_said_since() {
    let (work, c) = Work::small();
    work.edit(post(&c, "Deputy"));
    let first = work.last_entry();
    work.edit(UndoEntry { entry: first });
    work.edit(post(&c, "Head"));
    let problem = work.refused(RedoEntry { entry: first });
    assert_eq!((problem.code.as_str(), problem.detail["entry"].as_i64()), ("undo_refused", Some(work.last_entry())));
    assert!(!line(&work, first).can_redo);
}

#[test]
fn a_colleagues_entry_can_be_undone_by_its_line() {
    let (work, c) = Work::small();
    edit(&work.colleague(), post(&c, "Theirs"));
    let theirs = work.last_entry();
    assert!(line(&work, theirs).can_undo);
    work.edit(UndoEntry { entry: theirs });
    assert_eq!(work.commitment_page(&c).post, None);
    assert!(work.colleague().ask_today(Workspace {}).expect("it answers").undo.is_none_or(|step| step.entry != theirs));
    work.is_sound();
}

#[test]
fn an_undo_brings_back_no_twin() {
    let work = Work::new();
    work.source("R");
    work.edit(Delete { item: "R".into() });
    let deleted = work.last_entry();
    work.source("R");
    assert_eq!(work.refused(UndoEntry { entry: deleted }).code, "taken");
    work.edit(EditSource { source: "R".into(), short: Some("S".into()), ..EditSource::default() });
    let renamed = work.last_entry();
    work.source("R");
    assert_eq!(work.refused(UndoEntry { entry: renamed }).code, "taken");
    work.is_sound();
}

#[test]
fn what_is_no_edit_is_refused_in_a_sentence() {
    let (work, c) = Work::small();
    work.edit(post(&c, "Deputy"));
    let edited = work.last_entry();
    work.edit(Undo {});
    for (entry, code) in [(work.last_entry(), "not_an_edit"), (9_999, "no_entry"), (0, "no_entry")] {
        let problem = work.refused(UndoEntry { entry });
        assert_eq!(problem.code, code, "{}", problem.message);
        is_a_sentence(&problem.message);
    }
    work.recommendation("R", "9");
    work.edit(Delete { item: "R 9".into() });
    work.edit(EmptyBin { sure: true });
    let problem = work.refused(RedoEntry { entry: edited });
    assert_eq!(problem.code, "emptied", "{}", problem.message);
    is_a_sentence(&problem.message);
    assert!(lines(&work).iter().all(|line| !line.can_undo && !line.can_redo));
}

#[test]
fn a_line_says_what_changed() {
    let (work, c) = Work::small();
    work.edit(SetDue { commitment: c.clone(), words: "Q2 2027".into(), reason: "Budget.".into(), ..SetDue::default() });
    let due = line(&work, work.last_entry());
    assert_eq!((due.command.as_str(), due.author.as_str(), due.items[0].reference.as_str()), ("SetDue", "desk", c.as_str()));
    let change = &due.changes[0];
    assert_eq!(
        (change.before.as_deref(), change.after.as_deref(), change.why.as_deref()),
        (Some("2023-12-31"), Some("Q2 2027"), Some("Budget."))
    );
    work.edit(SetLead { commitment: c.clone(), actor: "DOS".into(), ..SetLead::default() });
    let lead = line(&work, work.last_entry()).changes.remove(0);
    assert_eq!((lead.field.as_str(), lead.before.as_deref(), lead.after.as_deref()), ("lead", Some("DPO"), Some("DOS")));
    work.log(&c, Some(Status::Suspended), None);
    let update = line(&work, work.last_entry()).changes.remove(0);
    assert_eq!((update.made, update.status, update.item.reference.as_str()), (true, Some(Status::Suspended), c.as_str()));
    work.edit(post(&c, "Deputy"));
    let cell = line(&work, work.last_entry()).changes.remove(0);
    assert_eq!((cell.made, cell.field.as_str(), cell.before, cell.after.as_deref()), (false, "post", None, Some("Deputy")));
}

#[test]
fn pages_and_filters_hold_together() {
    let (work, c) = Work::small();
    for n in 0..7 {
        work.edit(post(&c, &format!("Post {n}")));
    }
    edit(&work.colleague(), post(&c, "Theirs"));
    work.log(&c, None, None);
    work.edit(Undo {});
    let all: Vec<i64> = lines(&work).iter().map(|line| line.entry).collect();
    assert_eq!(all.first(), Some(&work.last_entry()));
    assert!(all.is_sorted_by(|a, b| a > b));
    let (mut paged, mut before) = (Vec::new(), None);
    loop {
        let page = work.ask(Diary { before, limit: Some(3), ..Diary::default() });
        paged.extend(page.lines.iter().map(|line| line.entry));
        assert_eq!(page.authors, ["colleague", "desk"]);
        before = page.next;
        if before.is_none() {
            break;
        }
    }
    assert_eq!(paged, all);
    let count = |diary: Diary| work.ask(diary).lines.len();
    assert_eq!(count(Diary { author: Some("colleague".into()), ..Diary::default() }), 1);
    assert_eq!(count(Diary { kinds: vec![DiaryKind::Progress], ..Diary::default() }), 1);
    assert_eq!(count(Diary { kinds: vec![DiaryKind::Undo], ..Diary::default() }), 1);
    assert_eq!(count(Diary { kinds: vec![DiaryKind::Edited, DiaryKind::Progress], ..Diary::default() }), 9);
    assert_eq!(count(Diary { kinds: vec![DiaryKind::Edited], author: Some("desk".into()), ..Diary::default() }), 7);
    assert_eq!(count(Diary { until: Some("2020-01-01".into()), ..Diary::default() }), 0);
    assert_eq!(
        count(Diary { since: Some("2020-01-01".into()), until: Some("2030-01-01".into()), ..Diary::default() }),
        all.len()
    );
    // Of one item: only what touched it.
    let of = |item: &str| work.ask(Diary { item: Some(item.into()), ..Diary::default() }).lines;
    assert_eq!(of("DOS").len(), 1);
    assert!(of(&c).iter().all(|line| line.items.iter().any(|item| item.reference == c)), "{:?}", of(&c));
    assert_eq!(of(&c).len(), 11);
    assert_eq!(work.ask(Diary { item: Some(c.clone()), kinds: vec![DiaryKind::Edited], ..Diary::default() }).lines.len(), 8);
}

#[test]
fn an_import_is_one_line_with_its_count_and_goes_as_a_whole() {
    let work = Work::new();
    let text: String = (0..1_000).fold("Ref\tAction\tStatus\n".into(), |text, n| format!("{text}X{n}\tPlan {n}\topen\n"));
    work.edit(TakeOverRegister { text, source: "T".into(), file: "old.xlsx".into(), ..TakeOverRegister::default() });
    let entry = work.last_entry();
    let import = line(&work, entry);
    assert!(import.changes_total > 1_000, "{}", import.changes_total);
    assert_eq!((import.items.len(), import.items_more, import.can_undo), (3, None, true));
    assert!(import.changes.len() <= 4);
    let c =
        work.ask(List { kind: Some(followthrough_model::vocabulary::ListKind::Commitments), limit: Some(1), ..List::default() });
    let first = c.commitments[0].commitment.clone();
    // In the diary of one of its items the same line tells only of that.
    let own = work.ask(Diary { item: Some(first.clone()), ..Diary::default() }).lines.remove(0);
    assert_eq!(own.entry, entry);
    assert_eq!(own.items.iter().map(|item| item.reference.clone()).collect::<Vec<_>>(), [first]);
    work.edit(UndoEntry { entry });
    assert_eq!(work.ask(List { kind: Some(followthrough_model::vocabulary::ListKind::Commitments), ..List::default() }).total, 0);
    work.edit(RedoEntry { entry });
    work.is_sound();
}

#[test]
fn every_edit_has_its_sort() {
    let mut known: Vec<&str> = DIARY_KINDS.iter().flat_map(|(_, commands)| commands.iter().copied()).collect();
    let typescript = typescript();
    let is_edit = |line: &&str| line.starts_with("  ") && line.ends_with("sort: \"edit\" };");
    let mut edits: Vec<&str> = typescript
        .lines()
        .filter(is_edit)
        .filter_map(|line| line.trim().split(':').next())
        .filter(|name| NAMES.contains(name))
        .collect();
    known.sort_unstable();
    edits.sort_unstable();
    assert_eq!(known, edits, "an edit of no sort, or of two: see commands/src/diary.rs");
}

#[test]
fn an_actor_without_a_short_name_is_called_by_its_name_and_not_by_letters() {
    let (work, c) = Work::small();
    work.edit(AddActor { name: "Field missions".into(), ..AddActor::default() });
    work.edit(SetLead { commitment: c.clone(), actor: "Field missions".into(), on: None });
    let change = line(&work, work.last_entry()).changes.remove(0);
    assert_eq!((change.before.as_deref(), change.after.as_deref()), (Some("DPO"), Some("Field missions")));
    let row = work.ask(StatusBy::default()).rows.remove(0);
    assert_eq!(row.lead.map(|lead| lead.reference).as_deref(), Some("Field missions"));
}
