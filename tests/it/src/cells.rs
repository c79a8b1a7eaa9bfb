//! Cells of a grid: shown before, under the rules of the single commands, one entry, one undo; and read from what a
//! spreadsheet copies.
//!
//! Does not test how dues are read; `model` does.

use crate::desk::{Work, dump, is_a_sentence, same};
use followthrough_commands::*;
use followthrough_model::Status;
use followthrough_model::vocabulary::{CustomKind, ListKind};
use std::collections::BTreeMap;

fn cell(item: &str, field: &str, value: &str) -> Cell {
    Cell { item: item.into(), field: field.into(), value: value.into() }
}

fn set(cells: Vec<Cell>) -> SetCells {
    SetCells { cells, ..SetCells::default() }
}

fn preview(SetCells { cells, reason, skip }: SetCells) -> PreviewCells {
    PreviewCells { cells, reason, skip }
}

/// A commitment, and fields of one's own.
fn desk() -> (Work, String) {
    let (work, c) = Work::small();
    let field = |name: &str, kind, list, choices: &[&str]| DefineField {
        name: name.into(),
        kind: Some(kind),
        list: Some(list),
        choices: choices.iter().map(|c| (*c).to_owned()).collect(),
    };
    work.edit(field("Budget line", CustomKind::Number, ListKind::Commitments, &[]));
    work.edit(field("Regions", CustomKind::Several, ListKind::Recommendations, &["Africa", "Asia", "Europe"]));
    work.edit(AddFramework { name: "Topics".into() });
    for name in ["Safety", "Peace"] {
        work.edit(AddTheme { framework: "Topics".into(), name: name.into() });
    }
    (work, c)
}

/// Item, field, value, what stood there, what stands there.
type Line<'a> = (&'a str, &'a str, &'a str, Option<&'a str>, Option<&'a str>);

#[test]
fn each_field_is_shown_set_and_put_back() {
    let (work, c) = desk();
    let table: &[Line<'_>] = &[
        (&c, "due", "Q2 2027", Some("2023-12-31"), Some("Q2 2027 (2027-06-30)")),
        (&c, "lead", "Department DOS", Some("DPO"), Some("DOS")),
        (&c, "Status", "Under implementation", Some("not_started"), Some("under_implementation")),
        (&c, "deliverable", "Another plan", Some("A plan for the camps"), Some("Another plan")),
        (&c, "handler", "Ana", None, Some("Ana")),
        (&c, "Review months", "6", None, Some("6")),
        (&c, "kind", "pledge", Some("response"), Some("pledge")),
        (&c, "result_level", "outcome", None, Some("outcome")),
        (&c, "#budget line", "1200.50", None, Some("1200.5")),
        ("R 1", "priority", "High", None, Some("high")),
        ("R 1", "heading", "Camps", None, Some("Camps")),
        ("R 1", "force", "must", None, Some("must")),
        ("R 1", "theme", "Safety; Topics: Peace", None, Some("Topics: Safety; Topics: Peace")),
        ("R 1", "#Regions", "asia; Africa", None, Some("Africa; Asia")),
    ];
    let said = SetCells {
        reason: Some("The budget came late.".into()),
        ..set(table.iter().map(|(item, field, value, ..)| cell(item, field, value)).collect())
    };
    let (before, entry) = (dump(&work.file()), work.last_entry());
    let shown = work.ask(preview(said.clone()));
    assert_eq!((shown.changed, shown.unchanged, shown.refused, shown.needs_reason), (14, 0, 0, false), "{shown:?}");
    for ((item, field, _, from, to), cell) in table.iter().zip(&shown.cells) {
        assert_eq!((cell.before.as_deref(), cell.after.as_deref()), (*from, *to), "{field}");
        assert_eq!((cell.reference.as_str(), cell.field.as_str(), cell.changed), (*item, *field, true));
        assert!(cell.id.is_some() && !cell.title.is_empty());
    }
    assert_eq!(work.last_entry(), entry, "a preview writes nothing");

    let done = work.edit(said.clone());
    assert_eq!((done.changed, done.unchanged, done.left_out), (14, 0, 0));
    assert_eq!(work.last_entry(), entry + 1, "one entry");
    let again = work.ask(preview(said));
    assert_eq!((again.changed, again.unchanged), (0, 14), "all is so already: {again:?}");
    let page = work.commitment_page(&c);
    assert_eq!(page.status, Status::UnderImplementation);
    assert!(serde_json::to_string(&page).expect("JSON").contains("\"text\":\"The budget came late.\""), "an update says why");
    work.is_sound();

    // Empty clears, where it may be cleared.
    let cleared = work.edit(set(vec![
        cell(&c, "lead", ""),
        cell(&c, "handler", ""),
        cell(&c, "#Budget line", ""),
        cell("R 1", "priority", ""),
        cell("R 1", "theme", "Peace"),
        cell("R 1", "#Regions", "none"),
    ]));
    assert_eq!(cleared.changed, 6);
    let page = work.commitment_page(&c);
    assert!(page.lead.is_none() && page.handler.is_none());
    work.is_sound();
    work.edit(Undo {});
    work.edit(Undo {});
    same(&before, &dump(&work.file()), "two undos put all back");
}

#[test]
fn what_may_not_be_set_is_told_cell_by_cell_and_refuses_all() {
    let (work, c) = desk();
    let other = work.commitment("R 1", "DOS", "2026-12-31").reference;
    let bad: &[(&str, &str, &str)] = &[
        (&c, "due", "2027"),           // no reason
        (&c, "status", "suspended"),   // no text
        (&c, "status", "implemented"), // must be verified
        (&c, "status", "done"),        // no such word
        (&c, "lead", "Nobody"),
        (&c, "deliverable", " "),
        (&c, "kind", "none"),
        (&c, "review_months", "often"),
        (&c, "priority", "high"), // of the other list
        (&c, "colour", "red"),
        (&c, "#colour", "red"),
        (&c, "#Budget line", "much"),
        ("R 1", "theme", "Colour"),
        ("R 1", "#Regions", "Mars"),
        ("C-NONE9", "handler", "Ana"),
        ("", "handler", "Ana"),
        (&other, "handler", "Zoë"),
        (&other, "Handler ", "Ana"), // once more
    ];
    let said = set(bad.iter().map(|(item, field, value)| cell(item, field, value)).collect());
    let shown = work.ask(preview(said.clone()));
    assert_eq!((shown.changed, shown.refused, shown.needs_reason), (1, 17, true), "{shown:?}");
    for ((item, field, value), cell) in bad.iter().zip(&shown.cells) {
        match &cell.refusal {
            Some(refusal) => is_a_sentence(refusal),
            None => assert_eq!((*item, *field, *value), (other.as_str(), "handler", "Zoë")),
        }
    }
    let before = dump(&work.file());
    let problem = work.refused(said.clone());
    assert_eq!(problem.code, "some_refused");
    is_a_sentence(&problem.message);
    assert!(problem.message.starts_with("17 of 18 cells") && problem.message.contains(&c), "{}", problem.message);
    same(&before, &dump(&work.file()), "nothing was changed");
    let done = work.edit(SetCells { skip: true, ..said });
    assert_eq!((done.changed, done.left_out), (1, 17));
    assert_eq!(work.commitment_page(&other).handler.as_deref(), Some("Zoë"));
    assert_eq!(work.refused(set(vec![])).code, "nothing_chosen");
    assert_eq!(work.refused(set(vec![Cell::default(); 10_001])).code, "too_many");
}

#[test]
fn the_first_due_needs_no_reason() {
    let (work, _) = Work::small();
    let bare = work.edit(AddCommitment {
        recommendation: "R 1".into(),
        deliverable: "A map".into(),
        lead: Some("DPO".into()),
        ..AddCommitment::default()
    });
    let c = bare.reference;
    assert_eq!(work.edit(set(vec![cell(&c, "due", "")])).unchanged, 1, "there is none to clear");
    assert_eq!(work.edit(set(vec![cell(&c, "due", "2027-06-30")])).changed, 1);
    let page = work.commitment_page(&c);
    assert_eq!(page.due.expect("a due").stated, "2027-06-30");
    let problem = work.refused(set(vec![cell(&c, "due", "2028")]));
    assert_eq!((problem.code.as_str(), problem.field.as_deref()), ("needs_reason", Some("reason")));
    let moved = SetCells { reason: Some("Asked.".into()), ..set(vec![cell(&c, "due", "2028")]) };
    assert_eq!(work.edit(moved).changed, 1);
}

#[test]
fn a_copied_table_becomes_cells() {
    let (work, c) = desk();
    let other = work.commitment("R 1", "DOS", "2026-12-31").reference;
    let pasted = format!(
        "Ref\tDeliverable\tHandler\tÉchéance\tBudget line\tRemarks\tdue\r\n{c}\t\"A plan,\nin two lines, \"\"soon\"\"\"\tAna\tQ2 2027\t\tx\t\r\n{other}\t\t\t\t12\t\t\r\nC-NONE9\tx\r\n\tx\r\n{c}\tagain\r\n\t\r\n"
    );
    let columns = BTreeMap::from([("échéance".to_owned(), "due".to_owned())]);
    let read = work.ask(ReadCells { text: pasted, columns: Some(columns), ..ReadCells::default() });
    let id = |said: &str| work.commitment_page(said).id.to_string();
    assert_eq!(
        read.cells,
        [
            cell(&id(&c), "deliverable", "A plan,\nin two lines, \"soon\""),
            cell(&id(&c), "handler", "Ana"),
            cell(&id(&c), "due", "Q2 2027"),
            cell(&id(&other), "#Budget line", "12"),
        ]
    );
    let told: Vec<_> = read.columns.iter().map(|c| (c.column, c.field.as_str())).collect();
    assert_eq!(told, [(1, "reference"), (2, "deliverable"), (3, "handler"), (4, "due"), (5, "#Budget line")]);
    let places: Vec<_> = read.problems.iter().map(|p| (p.row, p.column)).collect();
    assert_eq!(places, [(1, Some(6)), (1, Some(7)), (4, Some(1)), (5, Some(1)), (6, Some(1))], "{:?}", read.problems);
    read.problems.iter().for_each(|p| is_a_sentence(&p.sentence));
    let said = SetCells { reason: Some("As the department wrote.".into()), ..set(read.cells) };
    assert_eq!(work.edit(said).changed, 4);

    // The column that names the items need not be the first, nor have a heading if it is.
    let read = |text: &str, list| work.desk.ask_today(ReadCells { text: text.into(), list, ..ReadCells::default() });
    let cells = read(&format!("Handler\tReference\nZoë\t{c}"), None).expect("cells").cells;
    assert_eq!(cells, [cell(&id(&c), "handler", "Zoë")]);
    let recommendations = Some(ListKind::Recommendations);
    assert_eq!(read("\tPriority\nR 1\tlow", recommendations).expect("cells").cells.len(), 1);
    for text in ["", "R 1\tlow", "Ref\tColour\nR 1\tlow", "Ref\nR 1"] {
        let problem = Problem::from(read(text, recommendations).expect_err(text));
        is_a_sentence(&problem.message);
    }
    assert!(read("Ref\tHandler\nR 1\tAna", Some(ListKind::Actors)).is_err());
}

#[test]
fn from_the_terminal() {
    let (work, c) = desk();
    let cells = [format!("{c} #Budget line=7"), "R 1 priority=low".to_owned(), format!("{c} lead=Nobody")];
    let mut asked = vec!["preview-cells"];
    asked.extend(cells.iter().map(String::as_str));
    let shown = work.cli(&asked);
    assert_eq!(shown.code, Some(0), "{}", shown.err);
    assert!(shown.out.contains("2 would change, 0 are so already, 1 may not be set so."), "{}", shown.out);
    let done = work.cli(&["set-cells", "--skip", &cells[0], &cells[2]]);
    assert_eq!(done.out, "Changed: 1. Were so already: 0. Left out: 1.\n", "{}", done.err);
    let read = work.cli(&["read-cells", &format!("Ref\tHandler\n{c}\tAna")]);
    assert!(read.out.contains("1 cells were read") || read.out.contains("Ana"), "{}{}", read.out, read.err);
}
