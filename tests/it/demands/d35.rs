//! D35: Evidence with source, date it speaks of (not only date added), kind, page; several per commitment; from
//! different sides; for, against or mixed.

use crate::desk::{Work, day, update};
use followthrough_commands::*;
use followthrough_model::Status;
use followthrough_model::vocabulary::{EvidenceKind, ListKind, Stance};
use followthrough_store::read::commitment::TimelineEntry;
use followthrough_store::read::evidence::EvidencePage;

fn piece(work: &Work, said: &str) -> EvidencePage {
    match work.ask(Show { item: said.into() }) {
        ItemPage::Evidence(page) => page,
        other => panic!("not evidence: {other:?}"),
    }
}

fn of(item: &str, stance: Stance, date: &str, page: Option<&str>) -> AddEvidence {
    AddEvidence {
        item: item.into(),
        stance: Some(stance),
        date: Some(date.into()),
        page: page.map(str::to_owned),
        ..AddEvidence::default()
    }
}

#[test]
fn d35_evidence_for_and_against() {
    let (work, first) = Work::small();
    let second = work.commitment("R 1", "DOS", "2024").reference;

    // The lead's own report, a document of the Council, a page of an outside institute, what was said in a call.
    let report = work.write("report.txt", b"All camps have a plan.");
    let report =
        work.edit(AddEvidence { file: Some(report.as_str().into()), ..of(&first, Stance::Supports, "2024-03-31", Some("2")) });
    let letter =
        work.edit(AddEvidence { symbol: Some("S/2024/300".into()), ..of(&first, Stance::Mixed, "2024-04-15", Some("5-6")) });
    let visit = work.edit(AddEvidence {
        link: Some("https://institute.example/visit".into()),
        title: Some("A visit to two camps".into()),
        independent: true,
        ..of(&first, Stance::Contradicts, "2024-05-02", Some("11"))
    });
    let call =
        AddEvidence { note: Some("The desk in the field said so.".into()), ..of(&first, Stance::Context, "2024-05-20", None) };
    let call = work.edit(call);

    // Each stands with its kind, the day that it speaks of, the page, what it says and whose side it is from.
    let page = work.commitment_page(&first);
    let told: Vec<_> = page.evidence.iter().map(|e| (e.kind, e.date, e.page.as_deref(), e.stance, e.independent)).collect();
    let on = |text: &str| Some(day(text));
    assert_eq!(
        told,
        [
            (EvidenceKind::File, on("2024-03-31"), Some("2"), Stance::Supports, false),
            (EvidenceKind::Symbol, on("2024-04-15"), Some("5-6"), Stance::Mixed, false),
            (EvidenceKind::Link, on("2024-05-02"), Some("11"), Stance::Contradicts, true),
            (EvidenceKind::Note, on("2024-05-20"), None, Stance::Context, false),
        ]
    );
    let titles: Vec<_> = page.evidence.iter().map(|e| e.title.as_str()).collect();
    assert_eq!(titles, ["report.txt", "S/2024/300", "A visit to two camps", "The desk in the field said so."]);
    assert_eq!(page.evidence[2].target.as_deref(), Some("https://institute.example/visit"));

    // The same piece may speak for one commitment and against another, on another page: it is entered once.
    let again =
        AddEvidence { item: second.clone(), symbol: Some("S/2024/300".into()), page: Some("9".into()), ..AddEvidence::default() };
    assert_eq!(work.edit(again).reference, letter.reference);
    let uses: Vec<_> =
        piece(&work, &letter.reference).uses.into_iter().map(|u| (u.of.reference, u.used.stance, u.used.page)).collect();
    let used = |item: &str, stance, page: &str| (item.to_owned(), stance, Some(page.to_owned()));
    assert_eq!(uses, [used(&first, Stance::Mixed, "5-6"), used(&second, Stance::Supports, "9")]);

    // An update brings evidence of its own, which stands with it on the time line.
    work.edit(LogUpdate {
        symbol: Some("A/79/55".into()),
        stance: Some(Stance::Contradicts),
        date: Some("2024-09-01".into()),
        page: Some("para. 12".into()),
        ..update(&second, Some(Status::UnderImplementation), Some("2024-09-10"))
    });
    let page = work.commitment_page(&second);
    let brought = page.timeline.iter().find_map(|e| match e {
        TimelineEntry::Update(u) => u.evidence.first(),
        _ => None,
    });
    assert_eq!(brought.map(|e| (e.stance, e.date)), Some((Stance::Contradicts, on("2024-09-01"))));

    // What was typed wrongly is put right: on the piece, and on how it is used here.
    work.edit(EditEvidence { evidence: call.reference.clone(), date: Some("2024-05-21".into()), ..EditEvidence::default() });
    let wrong = work.commitment_page(&first).evidence[1].id.to_string();
    work.edit(EditUse { used: wrong, stance: Some("contradicts".into()), page: Some("7".into()), ..EditUse::default() });
    assert_eq!(piece(&work, &call.reference).date, on("2024-05-21"));
    let uses: Vec<_> =
        piece(&work, &letter.reference).uses.into_iter().map(|u| (u.of.reference, u.used.stance, u.used.page)).collect();
    assert_eq!(uses, [used(&first, Stance::Contradicts, "7"), used(&second, Stance::Supports, "9")], "the other stays");

    // It is found by how many there are, read by the stance in the terminal, and exported with all of it.
    let many = List { kind: Some(ListKind::Commitments), filter: Some("evidence>3".into()), ..List::default() };
    let many = work.ask(many).commitments;
    assert_eq!(many.iter().map(|c| c.commitment.as_str()).collect::<Vec<_>>(), [first.as_str()]);
    let shown = work.cli(&["show", &first]).out;
    for said in ["contradicts", "A visit to two camps", "2024-05-02"] {
        assert!(shown.contains(said), "{said}\n{shown}");
    }
    let json = super::summary(&work, "json", None);
    for said in
        [&report.reference, &visit.reference, "\"stance\":\"contradicts\"", "\"date\":\"2024-05-02\"", "\"independent\":true"]
    {
        assert!(json.contains(said), "{said}\n{json}");
    }
    work.is_sound();
}
