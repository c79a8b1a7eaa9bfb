//! D37: Existing mechanisms (CPAS, PCRS, action plans, letters to the Council) cited as evidence sources, not
//! typed in again.

use crate::desk::{Work, is_a_sentence, update};
use followthrough_commands::*;
use followthrough_model::vocabulary::{EvidenceKind, Stance};
use followthrough_store::read::evidence::EvidencePage;

fn cite(item: &str, mechanism: &str, page: &str) -> AddEvidence {
    AddEvidence { item: item.into(), mechanism: Some(mechanism.into()), page: Some(page.into()), ..AddEvidence::default() }
}

/// By its name; if it stood there twice, this would be refused as ambiguous.
fn mechanism(work: &Work, said: &str) -> EvidencePage {
    match work.ask(Show { item: said.into() }) {
        ItemPage::Evidence(page) => page,
        other => panic!("not a mechanism: {other:?}"),
    }
}

#[test]
fn d37_mechanisms_are_cited() {
    let work = Work::new();
    work.edit(LoadCatalogue::default());
    work.source("R");
    work.recommendation("R", "1");
    let first = work.commitment("R 1", "DPO", "2023-12-31").reference;
    let second = work.commitment("R 1", "DOS", "2024").reference;

    // The catalogue knows what exists, with the recommendations that name it.
    let known = mechanism(&work, "CPAS");
    assert_eq!((known.kind, known.title.starts_with("CPAS: ")), (EvidenceKind::Mechanism, true));
    let named_in = known.uses.len();
    assert!(named_in > 0);

    // It is cited by its short name, in any case, by its long name or by its letters; each time for another period.
    let cited = work.edit(cite(&first, "CPAS", "2nd quarter of 2024, p. 3"));
    assert_eq!(cited.reference, known.reference, "the same, not one more");
    work.edit(AddEvidence { stance: Some(Stance::Mixed), ..cite(&first, "cpas", "4th quarter of 2024") });
    work.edit(cite(&second, "Comprehensive Performance Assessment System", "4th quarter of 2024"));
    work.edit(cite("R 1", &known.reference, "2025"));
    assert_eq!(mechanism(&work, "CPAS").uses.len(), named_in + 4);
    let on_first: Vec<_> =
        work.commitment_page(&first).evidence.into_iter().map(|used| (used.reference, used.page, used.stance)).collect();
    let period = |page: &str, stance| (known.reference.clone(), Some(page.to_owned()), stance);
    assert_eq!(on_first, [period("2nd quarter of 2024, p. 3", Stance::Supports), period("4th quarter of 2024", Stance::Mixed)]);

    // An update cites one as it is logged.
    let said = work.edit(LogUpdate { mechanism: Some("PCRS".into()), ..update(&second, None, Some("2024-05-01")) });
    assert!(mechanism(&work, "PCRS").uses.iter().any(|used| used.of.reference == said.reference));

    // One of the mission's own is entered once, with its name.
    let plan = work.edit(cite(&first, "Action plan of the mission", "section 2")).reference;
    assert_eq!(work.edit(cite(&second, "action plan of the MISSION", "section 5")).reference, plan);
    assert_eq!(mechanism(&work, "Action plan of the mission").uses.len(), 2);

    // It goes by its name and speaks of many periods, so it takes neither title nor day in passing.
    let refused = |command: AddEvidence, says: &str| {
        let problem = work.refused(command);
        is_a_sentence(&problem.message);
        assert!(problem.message.contains(says), "{}", problem.message);
    };
    let entries = work.last_entry();
    refused(AddEvidence { date: Some("2024-06-30".into()), ..cite(&first, "CPAS", "p. 1") }, "period in page");
    refused(AddEvidence { note: Some("A call".into()), ..cite(&first, "CPAS", "p. 1") }, "Give one of these");
    refused(cite(&first, "E-ZZZZZ", "p. 1"), "E-ZZZZZ");
    assert_eq!(work.last_entry(), entries, "nothing changed");
    let note = AddEvidence { item: first.clone(), note: Some("A call".into()), ..AddEvidence::default() };
    let note = work.edit(note).reference;
    refused(cite(&second, &note, "p. 1"), "is no mechanism");

    // In the bin it is not made a second time.
    work.edit(Delete { item: plan.clone() });
    refused(cite(&first, "Action plan of the mission", "section 3"), "Restore it first");
    work.edit(Restore { item: plan });
    work.is_sound();

    // In the terminal, and in what is exported, it stands by its name with the period.
    let shown = work.cli(&["show", &first]);
    assert!(shown.out.contains("CPAS: ") && shown.out.contains("4th quarter of 2024"), "{}", shown.out);
    let markdown = super::summary(&work, "md", None);
    assert!(markdown.contains("CPAS: ") && markdown.contains("2nd quarter of 2024"), "{markdown}");
}
