//! The officer's work through the typed door: what is overdue, progress with its evidence, the verdict, a due that
//! moves, earlier days, the bin, what is not for export, references. One behaviour a test.
//!
//! Does not test undo, bad input or the terminal: those have files of their own.

use crate::desk::{Work, day, refused, update};
use followthrough_commands::*;
use followthrough_model::vocabulary::{ListKind, Queue, Role, Stance, Verdict};
use followthrough_model::{Kind, Status};
use followthrough_store::read::commitment::{CommitmentPage, TimelineEntry};
use followthrough_store::read::evidence::UseRow;

fn overdue(work: &Work, as_of: &str) -> Vec<String> {
    work.ask_on(as_of, Overdue::default()).items.into_iter().map(|row| row.commitment).collect()
}

fn set_due(commitment: &str, words: &str) -> SetDue {
    SetDue { commitment: commitment.into(), words: words.into(), reason: "The host state asked.".into(), ..SetDue::default() }
}

fn verdict(commitment: &str, verdict: Verdict, reason: Option<&str>) -> VerifyResult {
    VerifyResult {
        commitment: commitment.into(),
        verdict: Some(verdict),
        reason: reason.map(str::to_owned),
        ..VerifyResult::default()
    }
}

fn updates(page: &CommitmentPage) -> usize {
    page.timeline.iter().filter(|e| matches!(e, TimelineEntry::Update(_))).count()
}

fn evidence_of_updates(page: &CommitmentPage) -> Vec<UseRow> {
    page.timeline.iter().flat_map(|e| if let TimelineEntry::Update(u) = e { u.evidence.clone() } else { Vec::new() }).collect()
}

#[test]
fn the_sample_opens_with_49_overdue_drafts_grouped_by_lead() {
    let work = Work::sample();
    let reply = work.ask(Overdue { by_lead: true, ..Overdue::default() });
    assert_eq!((reply.total, reply.items.len(), reply.without_evidence), (49, 49, 49));
    assert!(
        reply.items.iter().all(|row| row.drafted && row.due_by == Some(day("2023-12-31")) && row.status == Status::NotStarted)
    );
    assert_eq!(reply.items[0].days_overdue, Some(1055));
    assert_eq!(reply.groups.iter().map(|g| g.count).sum::<u32>(), 49);
    assert!(reply.groups.iter().take(reply.groups.len() - 1).all(|g| g.actor.is_some()), "no lead stands last");
    for group in &reply.groups {
        let first = usize::try_from(group.start).expect("small");
        assert_eq!(reply.items[first].lead_name, group.actor.as_ref().map(|a| a.name.clone()));
    }
    assert_eq!(reply.bands.iter().map(|b| b.count).sum::<u32>(), 49);
    work.is_sound();
}

#[test]
fn pages_of_the_grouped_list_join_without_gap_or_repeat() {
    let work = Work::sample();
    let whole = work.ask(Overdue { by_lead: true, ..Overdue::default() }).items;
    let mut joined = Vec::new();
    for offset in (0..49).step_by(10) {
        joined.extend(work.ask(Overdue { by_lead: true, limit: Some(10), offset: Some(offset), ..Overdue::default() }).items);
    }
    let refs = |rows: &[read::row::CommitmentRow]| rows.iter().map(|r| r.commitment.clone()).collect::<Vec<_>>();
    assert_eq!(refs(&whole), refs(&joined));
}

#[test]
fn loading_the_catalogue_twice_adds_nothing() {
    let work = Work::sample();
    let before = work.last_entry();
    let loaded = work.edit(LoadCatalogue::default());
    assert_eq!((loaded.sources, loaded.recommendations, loaded.actors), (0, 0, 0));
    assert_eq!(work.edit(DraftCommitments {}).commitments, 0);
    assert_eq!(work.last_entry(), before);
}

#[test]
fn a_catalogue_whose_loading_was_undone_can_be_loaded_again() {
    let work = Work::new();
    let first = work.edit(LoadCatalogue::default());
    work.edit(Undo {});
    work.source("R"); // ends redo
    let again = work.edit(LoadCatalogue::default());
    assert_eq!((again.sources, again.recommendations, again.actors), (first.sources, first.recommendations, first.actors));
    assert_eq!(work.edit(DraftCommitments {}).commitments, 49);
    assert_eq!(work.ask(Overdue::default()).total, 49);
    work.is_sound();
}

#[test]
fn an_update_with_a_file_shows_in_the_timeline_and_the_file_comes_back() {
    let (work, c) = Work::small();
    let file = work.write("report.txt", b"what was done");
    let made = work.edit(LogUpdate {
        file: Some(file.as_str().into()),
        by: Some("DOS".into()),
        page: Some("4".into()),
        ..update(&c, Some(Status::UnderImplementation), Some("2026-11-01"))
    });
    assert!(made.reference.starts_with("U-"));
    let page = work.commitment_page(&c);
    assert_eq!((page.status, page.status_since), (Status::UnderImplementation, Some(day("2026-11-01"))));
    let uses = evidence_of_updates(&page);
    assert_eq!(
        (uses.len(), uses[0].title.as_str(), uses[0].page.as_deref(), uses[0].bytes),
        (1, "report.txt", Some("4"), Some(13))
    );
    let out = work.path("back.txt");
    work.act(ExportEvidence { evidence: uses[0].reference.clone(), output: out.to_string_lossy().as_ref().into() });
    assert_eq!(std::fs::read(out).expect("it was written"), b"what was done");
    assert_eq!(work.ask(Overdue::default()).items[0].evidence, 1);
    work.is_sound();
}

#[test]
fn a_result_is_verified_only_after_a_report_and_with_evidence() {
    let (work, c) = Work::small();
    assert_eq!(work.refused(verdict(&c, Verdict::Verified, None)).code, "nothing_reported");
    assert_eq!(work.refused(update(&c, Some(Status::Implemented), None)).code, "status");
    work.log(&c, Some(Status::ReportedImplemented), None);
    assert_eq!(overdue(&work, "2026-11-20"), Vec::<String>::new(), "what waits for us is not overdue");
    assert_eq!(
        work.ask(List { kind: Some(ListKind::Commitments), queue: Some(Queue::AwaitingVerification), ..List::default() }).total,
        1
    );
    assert_eq!(work.refused(verdict(&c, Verdict::Verified, None)).code, "no_evidence");
    let note = |stance| AddEvidence {
        item: c.clone(),
        note: Some("The desk saw the plan.".into()),
        stance: Some(stance),
        ..AddEvidence::default()
    };
    work.edit(note(Stance::Contradicts));
    assert_eq!(work.refused(verdict(&c, Verdict::Verified, None)).code, "no_evidence", "what contradicts does not support");
    work.edit(note(Stance::Supports));
    assert_eq!(work.refused(verdict(&c, Verdict::Verified, None)).code, "contradicted");
    assert_eq!(work.edit(verdict(&c, Verdict::Verified, Some("The other plan."))).status, Status::Implemented);
    assert_eq!(work.commitment_page(&c).status, Status::Implemented);
    work.is_sound();
}

#[test]
fn a_waiver_needs_only_its_reason() {
    let (work, c) = Work::small();
    work.log(&c, Some(Status::ReportedImplemented), None);
    assert_eq!(work.refused(verdict(&c, Verdict::Waived, None)).code, "no_reason");
    assert_eq!(work.refused(verdict(&c, Verdict::Waived, Some(" \n"))).code, "no_reason");
    assert_eq!(work.edit(verdict(&c, Verdict::Waived, Some("The mission closed."))).status, Status::Implemented);
}

#[test]
fn a_returned_result_is_overdue_by_the_same_due() {
    let (work, c) = Work::small();
    work.log(&c, Some(Status::ReportedImplemented), None);
    work.edit(verdict(&c, Verdict::Returned, Some("The plan has no date.")));
    let row = work.ask(Overdue::default()).items.remove(0);
    assert_eq!((row.status, row.due_by, row.days_overdue), (Status::UnderImplementation, Some(day("2023-12-31")), Some(1055)));
}

#[test]
fn a_closed_commitment_is_reopened_by_an_update() {
    let (work, c) = Work::small();
    work.log(&c, Some(Status::OvertakenByEvents), None);
    assert_eq!(work.refused(update(&c, Some(Status::Suspended), None)).code, "status");
    work.log(&c, Some(Status::UnderImplementation), None);
    assert_eq!(overdue(&work, "2026-11-20"), [c]);
}

#[test]
fn a_moved_due_keeps_the_original_and_its_reason() {
    let (work, c) = Work::small();
    let now = work.edit(set_due(&c, "Q2 2027"));
    assert_eq!((now.due_by, now.stated.as_str()), (Some(day("2027-06-30")), "Q2 2027"));
    let page = work.commitment_page(&c);
    assert_eq!((page.slips, page.days_moved), (1, Some(1277)));
    assert_eq!(page.original.and_then(|d| d.due_by), Some(day("2023-12-31")));
    assert_eq!(page.due.and_then(|d| d.reason).as_deref(), Some("The host state asked."));
    assert_eq!(overdue(&work, "2026-11-20"), Vec::<String>::new());
    assert_eq!(work.refused(set_due(&c, "Q2 2027")).code, "same_due");
    assert_eq!(work.refused(SetDue { reason: " ".into(), ..set_due(&c, "2028") }).code, "empty");
    work.is_sound();
}

#[test]
fn a_due_in_words_counts_from_the_day_on_which_the_commitment_was_made() {
    let (work, _) = Work::small();
    let c = work.edit(AddCommitment {
        recommendation: "R 1".into(),
        deliverable: "A plan for the camps".into(),
        made_on: Some("2021-04-01".into()),
        due: Some("within 12 months".into()),
        ..AddCommitment::default()
    });
    let due = |words: &str| work.edit(set_due(&c.reference, words));
    let first = work.commitment_page(&c.reference).due.expect("a due");
    assert_eq!((first.stated.as_str(), first.due_by), ("within 12 months", Some(day("2022-04-01"))));
    assert_eq!(due("over the next two years").due_by, Some(day("2023-04-01")));
    assert_eq!(due("tous les six mois").due_by, Some(day("2021-10-01")));
    work.edit(AddEvent { name: "Ministerial".into(), from: Some("2027-03-15".into()), to: None });
    let event = due("two weeks before the next ministerial");
    assert_eq!((event.kind.as_str(), event.due_by), ("event", Some(day("2027-02-28"))));
    // The same words mean another day once the day on which it was made is known better.
    assert_eq!(due("within 12 months").due_by, Some(day("2022-04-01")));
    assert_eq!(work.refused(set_due(&c.reference, "within 12 months")).code, "same_due");
    work.edit(EditCommitment {
        commitment: c.reference.clone(),
        made_on: Some("2022-04-01".into()),
        ..EditCommitment::default()
    });
    assert_eq!(due("within 12 months").due_by, Some(day("2023-04-01")));
    assert_eq!(work.refused(set_due(&c.reference, "01/02/2024")).code, "due");
    work.is_sound();
}

#[test]
fn the_lead_changes_on_a_day() {
    let (work, c) = Work::small();
    work.edit(SetLead { commitment: c.clone(), actor: "DOS".into(), on: Some("2025-03-01".into()) });
    let lead = |as_of: &str| work.commitment_on(as_of, &c).lead.map(|l| l.reference);
    assert_eq!((lead("2025-02-28").as_deref(), lead("2025-03-01").as_deref()), (Some("DPO"), Some("DOS")));
    let of = |as_of: &str, lead: &str| work.ask_on(as_of, Overdue { lead: Some(lead.into()), ..Overdue::default() }).total;
    assert_eq!(
        (of("2025-02-01", "DPO"), of("2025-02-01", "DOS"), of("2026-11-20", "DPO"), of("2026-11-20", "DOS")),
        (1, 0, 0, 1)
    );
    work.edit(SetLead { commitment: c.clone(), actor: "none".into(), on: None });
    assert!(work.commitment_page(&c).lead.is_none());
    assert_eq!(work.ask(List { kind: Some(ListKind::Commitments), queue: Some(Queue::NoLead), ..List::default() }).total, 1);
    work.is_sound();
}

#[test]
fn an_earlier_day_is_answered_as_it_was() {
    let (work, c) = Work::small();
    work.log(&c, Some(Status::UnderImplementation), Some("2024-02-01"));
    work.log(&c, Some(Status::ReportedImplemented), Some("2024-06-01"));
    work.edit(SetDue { on: Some("2024-03-01".into()), ..set_due(&c, "2024-04-30") });
    assert_eq!(overdue(&work, "2023-12-31"), Vec::<String>::new());
    for (as_of, days) in [("2024-01-01", 1), ("2024-02-29", 60), ("2024-05-01", 1), ("2024-05-31", 31)] {
        let row = work.ask_on(as_of, Overdue::default()).items.remove(0);
        assert_eq!(row.days_overdue, Some(days), "{as_of}");
    }
    for as_of in ["2024-03-01", "2024-04-30", "2024-06-01", "2026-11-20"] {
        assert_eq!(overdue(&work, as_of), Vec::<String>::new(), "{as_of}");
    }
    let page = |as_of: &str| {
        let page = work.commitment_on(as_of, &c);
        (page.status, page.due.and_then(|d| d.due_by), page.slips)
    };
    assert_eq!(page("2024-01-15"), (Status::NotStarted, Some(day("2023-12-31")), 0));
    assert_eq!(page("2024-02-15"), (Status::UnderImplementation, Some(day("2023-12-31")), 0));
    assert_eq!(page("2024-06-15"), (Status::ReportedImplemented, Some(day("2024-04-30")), 1));
    work.is_sound();
}

#[test]
fn the_whole_sample_was_overdue_on_new_years_day_2024_and_not_the_day_before() {
    let work = Work::sample();
    assert_eq!(work.ask_on("2024-01-01", Overdue { by_lead: true, ..Overdue::default() }).total, 49);
    assert_eq!(work.ask_on("2023-12-31", Overdue { by_lead: true, ..Overdue::default() }).total, 0);
}

#[test]
fn what_changed_later_does_not_change_an_earlier_day() {
    let work = Work::sample();
    let row = work.ask(Overdue { limit: Some(1), ..Overdue::default() }).items.remove(0);
    work.log(&row.commitment, Some(Status::ReportedImplemented), None);
    assert_eq!(work.ask(Overdue::default()).total, 48);
    assert_eq!(work.ask_on("2026-11-19", Overdue::default()).total, 49);
    assert_eq!(work.ask_on("2024-01-01", Overdue::default()).total, 49);
}

#[test]
fn a_late_entry_with_an_older_day_does_not_override_a_newer_one() {
    let (work, c) = Work::small();
    work.log(&c, Some(Status::PartiallyImplemented), Some("2026-05-01"));
    work.log(&c, Some(Status::UnderImplementation), Some("2026-03-01"));
    assert_eq!(work.commitment_page(&c).status, Status::PartiallyImplemented);
    assert_eq!(work.commitment_on("2026-04-01", &c).status, Status::UnderImplementation);
    work.is_sound();
}

#[test]
fn whether_a_status_may_follow_is_judged_by_the_days_not_by_the_order_of_entry() {
    let (work, c) = Work::small();
    work.log(&c, Some(Status::UnderImplementation), Some("2026-05-01"));
    work.log(&c, Some(Status::Superseded), Some("2026-01-01"));
    assert_eq!(work.refused(update(&c, Some(Status::Suspended), Some("2026-02-01"))).code, "status");
    work.log(&c, Some(Status::Suspended), Some("2026-06-01"));
    assert_eq!(work.commitment_page(&c).status, Status::Suspended);
    work.is_sound();
}

#[test]
fn the_last_word_is_of_the_newest_day_not_the_newest_entry() {
    let (work, c) = Work::small();
    work.log(&c, None, Some("2026-05-01"));
    work.log(&c, None, Some("2026-03-01"));
    assert_eq!(work.commitment_page(&c).last_word, Some(day("2026-05-01")));
    assert_eq!(work.ask(Overdue::default()).items[0].last_update, Some(day("2026-05-01")));
}

fn summary(work: &Work) -> serde_json::Value {
    let path = work.path("summary.json");
    work.act(Summary { format: "json".into(), output: path.to_string_lossy().as_ref().into(), ..Summary::default() });
    serde_json::from_slice(&std::fs::read(path).expect("it was written")).expect("JSON")
}

#[test]
fn private_items_are_left_out_of_summaries_and_counted() {
    let (work, c) = Work::small();
    let other = work.commitment("R 1", "DOS", "2027").reference;
    assert_eq!(summary(&work)["left_out"], 0);
    assert_eq!(work.refused(SetPrivate { item: c.clone(), private: true, reason: None }).code, "no_reason");
    work.edit(SetPrivate { item: c.clone(), private: true, reason: Some("Told in confidence.".into()) });
    let found = summary(&work);
    assert_eq!((&found["left_out"], &found["figures"]["total"], &found["figures"]["overdue"]), (&1.into(), &1.into(), &0.into()));
    assert_eq!(found["commitments"][0]["commitment"], other.as_str());
    assert!(!found.to_string().contains(&c));
    assert_eq!(work.ask(Overdue::default()).total, 1, "on the screen it stays");
    work.edit(SetPrivate { item: c, private: false, reason: None });
    assert_eq!(summary(&work)["left_out"], 0);
}

#[test]
fn a_private_update_is_not_the_last_word_of_a_summary() {
    let (work, c) = Work::small();
    work.log(&c, None, Some("2026-01-01"));
    let secret =
        work.edit(LogUpdate { text: "In confidence: the state objects.".into(), ..update(&c, None, Some("2026-02-01")) });
    work.edit(SetPrivate { item: secret.reference, private: true, reason: Some("In confidence.".into()) });
    let found = summary(&work);
    assert_eq!(found["commitments"][0]["last_update"]["day"], "2026-01-01");
    assert!(!found.to_string().contains("objects"));
    assert_eq!(found["left_out"], 1);
}

#[test]
fn a_private_source_takes_its_commitments_out_of_the_summary() {
    let (work, c) = Work::small();
    work.edit(SetPrivate { item: "R".into(), private: true, reason: Some("Not published yet.".into()) });
    let found = summary(&work);
    assert_eq!(found["figures"]["total"], 0);
    assert!(!found.to_string().contains(&c) && !found.to_string().contains("The report R"));
}

#[test]
fn deleting_takes_along_what_belongs_and_restoring_brings_it_back() {
    let work = Work::new();
    work.source("R");
    work.recommendation("R", "1");
    work.edit(AddRecommendation {
        source: "R".into(),
        parent: Some("R 1".into()),
        label: Some("1a".into()),
        text: "A part.".into(),
        ..AddRecommendation::default()
    });
    work.recommendation("R", "2");
    work.edit(Delete { item: "R 2".into() });
    work.edit(Delete { item: "R".into() });
    let bin = work.ask(Bin::default());
    assert_eq!((bin.total, bin.items[0].reference.as_str(), bin.items[1].reference.as_str()), (2, "R", "R 2"));
    assert!(work.ask(Search { words: "part".into(), ..Search::default() }).hits.is_empty());
    work.edit(Restore { item: "R".into() });
    assert_eq!(work.ask(List { kind: Some(ListKind::Recommendations), ..List::default() }).total, 2, "R 2 went before");
    assert_eq!(work.ask(Search { words: "part".into(), ..Search::default() }).hits.len(), 1);
    assert_eq!(work.refused(Restore { item: "R".into() }).code, "not_in_the_bin");
    work.is_sound();
}

#[test]
fn a_deleted_commitment_is_in_no_list_and_comes_back_as_it_was() {
    let (work, c) = Work::small();
    work.log(&c, Some(Status::UnderImplementation), None);
    let before = work.commitment_page(&c);
    work.edit(Delete { item: c.clone() });
    assert_eq!((work.ask(Overdue::default()).total, overdue(&work, "2024-01-01").len()), (0, 0));
    assert_eq!(work.ask(Search { words: "drawn".into(), ..Search::default() }).hits.len(), 0);
    assert!(work.commitment_page(&c).deleted, "its page can still be read");
    assert_eq!(work.refused(update(&c, None, None)).code, "in_the_bin");
    work.edit(Restore { item: c.clone() });
    let after = work.commitment_page(&c);
    assert_eq!(format!("{before:?}"), format!("{after:?}"));
    assert_eq!(work.ask(Overdue::default()).total, 1);
    work.is_sound();
}

#[test]
fn nothing_goes_while_something_rests_on_it() {
    let (work, c) = Work::small();
    for item in ["R", "R 1", "DPO"] {
        let problem = work.refused(Delete { item: item.into() });
        assert_eq!(problem.code, "rests_on_it", "{item}");
        assert!(problem.message.contains(&c), "it says what: {}", problem.message);
    }
    work.edit(Delete { item: c });
    work.edit(Delete { item: "DPO".into() });
    work.edit(Delete { item: "R".into() });
    work.is_sound();
}

#[test]
fn every_noun_is_edited_field_by_field_and_cleared_by_none() {
    let (work, c) = Work::small();
    let some = |text: &str| Some(text.to_owned());
    work.edit(EditSource {
        source: "R".into(),
        publisher: some("The desk"),
        standing: some("official"),
        published: some("2021-03"),
        ..EditSource::default()
    });
    work.edit(EditSource { source: "R".into(), publisher: some("none"), short: some("RR"), ..EditSource::default() });
    let ItemPage::Source(source) = work.ask(Show { item: "RR".into() }) else { panic!("a source") };
    assert_eq!((source.publisher, source.published.as_deref()), (None, Some("2021-03")));
    work.edit(EditRecommendation {
        recommendation: "RR 1".into(),
        heading: some("Camps"),
        force: some("must"),
        ..EditRecommendation::default()
    });
    work.edit(EditRecommendation {
        recommendation: "RR 1".into(),
        heading: some("none"),
        force: some("none"),
        ..EditRecommendation::default()
    });
    let ItemPage::Recommendation(item) = work.ask(Show { item: "RR 1".into() }) else { panic!("a recommendation") };
    assert_eq!((item.heading, item.force), (None, None));
    work.edit(EditActor { actor: "DOS".into(), level: some("field"), parent: some("DPO"), ..EditActor::default() });
    assert_eq!(work.refused(EditActor { actor: "DPO".into(), parent: some("DOS"), ..EditActor::default() }).code, "circle");
    work.edit(EditActor { actor: "DOS".into(), level: some("none"), parent: some("none"), ..EditActor::default() });
    let ItemPage::Actor(actor) = work.ask(Show { item: "DOS".into() }) else { panic!("an actor") };
    assert!(actor.level.is_none() && actor.parent.is_none());
    work.edit(EditCommitment {
        commitment: c.clone(),
        post: some("Chief of staff"),
        made_on: some("2021-04-01"),
        drafted: some("true"),
        ..EditCommitment::default()
    });
    work.edit(EditCommitment { commitment: c.clone(), post: some("none"), ..EditCommitment::default() });
    let page = work.commitment_page(&c);
    assert_eq!((page.post, page.made_on, page.drafted), (None, Some(day("2021-04-01")), true));
    let u = work.log(&c, Some(Status::UnderImplementation), Some("2026-01-01")).reference;
    work.edit(EditUpdate {
        update: u.clone(),
        status: some("none"),
        text: some("The plan exists."),
        by: some("DOS"),
        ..EditUpdate::default()
    });
    let page = work.commitment_page(&c);
    assert_eq!(page.status, Status::NotStarted);
    let TimelineEntry::Update(entry) = &page.timeline[0] else { panic!("an update") };
    assert!(entry.edited && entry.text == "The plan exists." && entry.by.as_ref().is_some_and(|b| b.reference == "DOS"));
    let e =
        work.edit(AddEvidence { item: c.clone(), symbol: some("S/2024/1"), date: some("2024-01-05"), ..AddEvidence::default() });
    work.edit(EditEvidence {
        evidence: e.reference.clone(),
        title: some("Report"),
        date: some("none"),
        independent: some("true"),
    });
    let used = work.commitment_page(&c).evidence.remove(0);
    assert_eq!((used.title.as_str(), used.date, used.independent), ("Report", None, true));
    work.edit(EditUse { used: used.id.to_string(), stance: some("mixed"), page: some("9"), ..EditUse::default() });
    let used = work.commitment_page(&c).evidence.remove(0);
    assert_eq!((used.stance, used.page.as_deref()), (Stance::Mixed, Some("9")));
    work.is_sound();
}

#[test]
fn required_fields_cannot_be_cleared() {
    let (work, c) = Work::small();
    let nothing = || Some(" ".to_owned());
    assert_eq!(work.refused(EditSource { source: "R".into(), title: nothing(), ..EditSource::default() }).code, "empty");
    assert_eq!(
        work.refused(EditRecommendation { recommendation: "R 1".into(), text: nothing(), ..EditRecommendation::default() }).code,
        "empty"
    );
    assert_eq!(work.refused(EditActor { actor: "DOS".into(), name: nothing(), ..EditActor::default() }).code, "empty");
    assert_eq!(work.refused(EditCommitment { commitment: c, deliverable: nothing(), ..EditCommitment::default() }).code, "empty");
}

#[test]
fn an_edit_that_changes_nothing_writes_no_entry() {
    let (work, c) = Work::small();
    let before = work.last_entry();
    work.edit(EditSource { source: "R".into(), title: Some("The report R".into()), ..EditSource::default() });
    work.edit(SetLead { commitment: c.clone(), actor: "DPO".into(), on: None });
    work.edit(EditCommitment { commitment: c, ..EditCommitment::default() });
    assert_eq!(work.last_entry(), before);
}

#[test]
fn a_name_that_is_taken_is_refused() {
    let (work, c) = Work::small();
    let check = |problem: Problem| assert_eq!(problem.code, "taken", "{}", problem.message);
    check(work.refused(AddSource { short: "r".into(), title: "Another".into(), ..AddSource::default() }));
    check(work.refused(AddActor { name: "department dpo".into(), ..AddActor::default() }));
    check(work.refused(AddActor { name: "Another".into(), short: Some("DPO".into()), ..AddActor::default() }));
    check(work.refused(AddRecommendation {
        source: "R".into(),
        label: Some("1".into()),
        text: "x".into(),
        ..AddRecommendation::default()
    }));
    let partner = AddPartner { commitment: c.clone(), actor: "DOS".into(), role: Some(Role::Joint) };
    work.edit(partner.clone());
    check(work.refused(AddPartner { role: None, ..partner }));
    check(work.refused(AddAnswer { commitment: c.clone(), recommendation: "R 1".into() }));
    work.edit(AddAddressee { recommendation: "R 1".into(), actor: "DPO".into(), implied: false });
    check(work.refused(AddAddressee { recommendation: "R 1".into(), actor: "DPO".into(), implied: true }));
    work.edit(AddAlias { item: "DPO".into(), alias: "Peace Operations".into() });
    check(work.refused(AddAlias { item: "DOS".into(), alias: "peace operations".into() }));
    work.recommendation("R", "2");
    check(work.refused(EditRecommendation {
        recommendation: "R 2".into(),
        label: Some("1".into()),
        ..EditRecommendation::default()
    }));
}

#[test]
fn identical_bytes_are_one_piece_of_evidence_with_two_uses() {
    let (work, c) = Work::small();
    let (first, second) = (work.write("a.txt", b"the same"), work.write("b.txt", b"the same"));
    let add = |file: &str, item: &str| {
        work.edit(AddEvidence { item: item.into(), file: Some(file.into()), ..AddEvidence::default() }).reference
    };
    let (one, two) = (add(&first, &c), add(&second, "R 1"));
    assert_eq!(one, two);
    let ItemPage::Evidence(page) = work.ask(Show { item: one }) else { panic!("evidence") };
    assert_eq!((page.uses.len(), page.bytes), (2, Some(8)));
    let link = |item: &str| {
        work.edit(AddEvidence { item: item.into(), link: Some("https://un.example/1".into()), ..AddEvidence::default() })
            .reference
    };
    assert_eq!(link(&c), link("R 1"));
    let chunks: i64 = work.raw().query_row("SELECT count(*) FROM chunk", [], |r| r.get(0)).expect("a count");
    assert_eq!(chunks, 1);
    work.is_sound();
}

#[test]
fn an_actor_is_found_by_its_other_names() {
    let (work, c) = Work::small();
    work.edit(AddAlias { item: "DPO".into(), alias: "DPKO".into() });
    assert_eq!(work.ask(Overdue { lead: Some("dpko".into()), ..Overdue::default() }).total, 1);
    assert_eq!(work.ask(Overdue { lead: Some("Department DPO".into()), ..Overdue::default() }).total, 1);
    let hits = work.ask(Search { words: "dpko".into(), ..Search::default() }).hits;
    assert_eq!((hits.len(), hits[0].reference.as_str()), (1, "DPO"));
    assert_eq!(work.commitment_page(&c).lead.map(|l| l.reference).as_deref(), Some("DPO"));
}

#[test]
fn an_earlier_label_still_finds_its_recommendation() {
    let (work, _) = Work::small();
    work.edit(EditRecommendation { recommendation: "R 1".into(), label: Some("1.1".into()), ..EditRecommendation::default() });
    for said in ["R 1.1", "R 1"] {
        let ItemPage::Recommendation(page) = work.ask(Show { item: said.into() }) else { panic!("{said}") };
        assert_eq!(page.reference, "R 1.1", "{said}");
    }
}

#[test]
fn any_unique_prefix_of_a_reference_will_do() {
    let (work, c) = Work::small();
    for said in [c.clone(), c.to_lowercase(), c[..3].to_owned()] {
        assert_eq!(work.commitment_page(&said).reference, c, "{said}");
    }
    assert_eq!(work.commitment_page(&work.commitment_page(&c).id.to_string()).reference, c);
}

#[test]
fn an_ambiguous_prefix_lists_its_candidates() {
    let work = Work::sample();
    let rows = work.ask(List { kind: Some(ListKind::Commitments), ..List::default() }).commitments;
    // 49 commitments in 32 letters: two of them begin alike.
    let (mut firsts, mut twice) = (std::collections::HashSet::new(), None);
    for row in &rows {
        let first = row.commitment[..3].to_owned();
        if !firsts.insert(first.clone()) {
            twice = Some(first);
        }
    }
    let said = twice.expect("two begin alike");
    let problem = refused(&work.desk, update(&said, None, None));
    assert_eq!(problem.code, "ambiguous");
    let candidates = problem.detail["candidates"].as_array().expect("a list");
    assert!(candidates.len() > 1 && candidates.iter().all(|c| c.as_str().expect("text").starts_with(&said)));
}

#[test]
fn a_label_stands_for_its_only_commitment() {
    let (work, c) = Work::small();
    work.log("R 1", None, None);
    assert_eq!(updates(&work.commitment_page(&c)), 1);
    work.commitment("R 1", "DOS", "2027");
    assert_eq!(work.refused(update("R 1", None, None)).code, "ambiguous");
}

#[test]
fn an_item_in_the_bin_is_not_taken_for_another() {
    let (work, c) = Work::small();
    work.edit(Delete { item: c.clone() });
    assert_eq!(work.refused(update(&c, None, None)).code, "in_the_bin");
    let again = work.commitment("R 1", "DPO", "2027").reference;
    work.log("R 1", None, None);
    assert_eq!(updates(&work.commitment_page(&again)), 1);
}

#[test]
fn the_history_says_who_when_which_field_from_what_to_what() {
    let (work, c) = Work::small();
    work.edit(EditCommitment { commitment: c.clone(), deliverable: Some("A better plan".into()), ..EditCommitment::default() });
    let lines = work.ask(History { item: c.clone(), limit: None });
    let newest = &lines[0];
    assert_eq!(
        (newest.author.as_str(), newest.command.as_str(), newest.field.as_str()),
        ("desk", "EditCommitment", "deliverable")
    );
    assert_eq!((newest.old.as_deref(), newest.new.as_deref()), (Some("A plan for the camps"), Some("A better plan")));
    assert!(newest.at.starts_with("2026-11-") && newest.at.ends_with('Z'));
    assert!(lines.iter().any(|l| l.command == "AddCommitment" && l.field.is_empty() && l.item.kind == Kind::Commitment));
}

#[test]
fn both_texts_of_a_corrected_update_stay_in_the_history() {
    let (work, c) = Work::small();
    let u = work.log(&c, None, None).reference;
    work.edit(EditUpdate { update: u, text: Some("It was not.".into()), ..EditUpdate::default() });
    let line = work.ask(History { item: c, limit: None }).remove(0);
    assert_eq!((line.old.as_deref(), line.new.as_deref()), (Some("The plan was drawn up."), Some("It was not.")));
}

#[test]
fn the_numbers_beside_the_views_are_those_of_the_lists() {
    let work = Work::sample();
    let row = work.ask(Overdue { limit: Some(1), ..Overdue::default() }).items.remove(0);
    work.log(&row.commitment, Some(Status::Suspended), None);
    let counts = work.ask(Counts {});
    let total = |queue| work.ask(List { kind: Some(ListKind::Commitments), queue: Some(queue), ..List::default() }).total;
    assert_eq!(counts.overdue, total(Queue::Overdue));
    assert_eq!(counts.overdue, work.ask(Overdue::default()).total);
    assert_eq!((counts.suspended, counts.all), (total(Queue::Suspended), total(Queue::All)));
    assert_eq!(counts.no_evidence, total(Queue::NoEvidence));
    assert_eq!((counts.suspended, counts.all, counts.overdue), (1, 49, 48));
}

#[test]
fn tomorrow_comes_without_an_edit() {
    let (work, _) = Work::small();
    let soon = work.commitment("R 1", "DOS", "2026-11-20").reference;
    assert_eq!(work.ask(Overdue::default()).total, 1, "due today is not overdue");
    work.clock.set_today("2026-11-21");
    assert_eq!(work.ask(Overdue::default()).items.last().map(|r| r.commitment.clone()), Some(soon));
}
