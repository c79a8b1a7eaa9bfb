//! Fields that the user defines: their values by kind, what is refused, and that they go and come back.

use crate::desk::{Work, is_a_sentence};
use followthrough_commands::*;
use followthrough_model::vocabulary::{CustomKind, ListKind};

fn define(name: &str, kind: CustomKind, choices: &[&str]) -> DefineField {
    let choices = choices.iter().map(|c| (*c).to_owned()).collect();
    DefineField { name: name.into(), kind: Some(kind), list: Some(ListKind::Commitments), choices }
}

fn set(item: &str, field: &str, values: &[&str]) -> SetField {
    SetField { item: item.into(), field: field.into(), values: values.iter().map(|v| (*v).to_owned()).collect() }
}

fn held(work: &Work, item: &str) -> Vec<(String, Vec<String>)> {
    work.commitment_page(item).desk.fields.into_iter().map(|f| (f.field, f.values)).collect()
}

#[test]
fn values_by_kind() {
    let (work, c) = Work::small();
    work.edit(define("Budget line", CustomKind::Number, &[]));
    work.edit(define("Briefed", CustomKind::Date, &[]));
    work.edit(define("Cluster", CustomKind::One, &["Training", "Supply"]));
    work.edit(define("Regions", CustomKind::Several, &["Sahel", "Great Lakes", "Balkans"]));
    work.edit(define("Remark", CustomKind::Text, &[]));
    work.edit(set(&c, "budget line", &["1 234,50"]));
    work.edit(set(&c, "Briefed", &["2026-02-01"]));
    work.edit(set(&c, "#Cluster", &["supply"]));
    work.edit(set(&c, "Regions", &["Sahel", "Balkans", "Sahel"]));
    let value = |values: &[&str]| values.iter().map(|v| (*v).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        held(&work, &c),
        [
            ("Budget line".to_owned(), value(&["1234.5"])),
            ("Briefed".to_owned(), value(&["2026-02-01"])),
            ("Cluster".to_owned(), value(&["Supply"])),
            ("Regions".to_owned(), value(&["Balkans", "Sahel"])),
        ]
    );
    // Another value takes the place of one; of several, what is not given goes.
    work.edit(set(&c, "Cluster", &["Training"]));
    work.edit(set(&c, "Regions", &["Great Lakes", "Sahel"]));
    work.edit(set(&c, "Briefed", &["none"]));
    assert_eq!(
        held(&work, &c)[1..],
        [("Cluster".to_owned(), value(&["Training"])), ("Regions".to_owned(), value(&["Great Lakes", "Sahel"]))]
    );
    // What went comes back under the same identity.
    work.edit(set(&c, "Regions", &["Balkans"]));
    assert_eq!(held(&work, &c)[2].1, ["Balkans"]);
    for (field, values, says) in [
        ("Budget line", &["many"][..], "not a number"),
        ("Briefed", &["tomorrow"], "not a day"),
        ("Cluster", &["Finance"], "Training, Supply"),
        ("Cluster", &["Training", "Supply"], "takes one value"),
        ("Colour", &["red"], "There is no field"),
    ] {
        let refused = work.refused(set(&c, field, values));
        is_a_sentence(&refused.message);
        assert!(refused.message.contains(says), "{}", refused.message);
    }
    assert_eq!(work.ask(Fields::default()).items.iter().map(|f| f.items).collect::<Vec<_>>(), [1, 0, 1, 1, 0]);
    let shown = work.cli(&["show", &c]).out;
    assert!(shown.contains("Budget line: 1234.5"), "{shown}");
    work.is_sound();
}

#[test]
fn a_kind_changes_only_where_all_values_fit() {
    let (work, c) = Work::small();
    let other = work.commitment("R 1", "DOS", "2024").reference;
    work.edit(define("Cost", CustomKind::Text, &[]));
    work.edit(set(&c, "Cost", &["1 500"]));
    work.edit(set(&other, "Cost", &["unknown"]));
    let change = |kind| EditField { field: "Cost".into(), kind: Some(kind), ..EditField::default() };
    let before = work.last_entry();
    let refused = work.refused(change(CustomKind::Number));
    is_a_sentence(&refused.message);
    assert!(
        refused.message.contains("Of the 2 values of “Cost”, 1 would not fit as a number, for example “unknown”"),
        "{}",
        refused.message
    );
    assert_eq!(work.last_entry(), before, "nothing changed");
    work.edit(set(&other, "Cost", &["0"]));
    work.edit(change(CustomKind::Number));
    assert_eq!(held(&work, &c)[0].1, ["1500"]);
    work.edit(Undo {});
    assert_eq!(held(&work, &c)[0].1, ["1 500"]);
    // A choice that is used does not go.
    work.edit(define("Regions", CustomKind::Several, &["Sahel", "Balkans"]));
    work.edit(set(&c, "Regions", &["Sahel", "Balkans"]));
    let fewer = EditField { field: "Regions".into(), choices: vec!["Sahel".into()], ..EditField::default() };
    assert!(work.refused(fewer).message.contains("for example “Balkans”"));
    assert_eq!(
        work.refused(EditField { field: "Regions".into(), kind: Some(CustomKind::One), ..EditField::default() }).code,
        "values_do_not_fit"
    );
    assert_eq!(work.refused(define("cost", CustomKind::Text, &[])).code, "taken");
    assert_eq!(work.refused(define("Empty", CustomKind::One, &[])).code, "no_choices");
    // A field goes into the bin with its values out of sight, and comes back with them.
    let id = work.ask(Fields::default()).items[0].id.to_string();
    work.edit(Delete { item: id.clone() });
    assert_eq!(held(&work, &c).len(), 1);
    work.edit(Restore { item: id });
    assert_eq!(held(&work, &c).len(), 2);
    work.is_sound();
}
