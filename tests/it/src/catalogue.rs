//! The catalogue in `seeds/` against what its README promises, and against the list that is built into the program.
//!
//! Does not check what the reader itself refuses (ids, references, shapes): that is tested beside it.

use followthrough_import::catalogue::{BETWEEN, EMBEDDED, File, Item, read};
use serde_json::Value;
use std::path::{Path, PathBuf};

fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds")
}

fn embedded() -> Vec<File<'static>> {
    [EMBEDDED.actors, EMBEDDED.frameworks].into_iter().chain(EMBEDDED.sources.iter().copied()).chain(BETWEEN).collect()
}

/// Items and parts of each source, in its order.
fn in_order(items: &[Item]) -> impl Iterator<Item = &Item> {
    items.iter().flat_map(|item| std::iter::once(item).chain(&item.parts))
}

#[test]
fn the_built_in_list_is_the_folder() {
    let mut listed: Vec<String> = embedded().iter().map(|file| file.name.to_owned()).collect();
    let mut there: Vec<String> = std::fs::read_dir(seeds())
        .expect("the folder of seeds")
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("a name in UTF-8"))
        .filter(|name| name != "README.md" && name != "schema.json" && !name.ends_with(".schema.json"))
        .collect();
    listed.sort();
    there.sort();
    assert_eq!(listed, there, "a file of seeds/ that is not built in, or the other way round");
    for file in embedded() {
        let text = std::fs::read_to_string(seeds().join(file.name)).expect("the file");
        assert_eq!(file.text, text, "{}", file.name);
    }
}

#[test]
fn the_readme_names_every_file() {
    let readme = std::fs::read_to_string(seeds().join("README.md")).expect("the README");
    for file in embedded() {
        assert!(readme.contains(&format!("| `{}` |", file.name)), "{} is not in the table", file.name);
    }
}

#[test]
fn summaries_can_be_read_alone() {
    for source in read().expect("no problems").sources {
        let mut before = "";
        for item in in_order(&source.items) {
            assert!(!item.text.trim().is_empty(), "{} has no summary", item.seed);
            assert!(item.text.chars().count() < 400, "{} has a summary of 400 characters or more", item.seed);
            assert_ne!(item.text, before, "{} repeats the summary before it", item.seed);
            assert_eq!(item.text.trim(), item.text, "{} has space around its summary", item.seed);
            before = &item.text;
        }
    }
}

/// A text without a line end at its end has one line more than `text.lines`, which counts newlines.
#[test]
fn places_are_in_the_text() {
    let catalogue = read().expect("no problems");
    for (source, file) in catalogue.sources.iter().zip(EMBEDDED.sources) {
        let json: Value = serde_json::from_str(file.text).expect("JSON");
        let newlines = json["source"]["text"]["lines"].as_i64().expect("a count of lines");
        for item in in_order(&source.items) {
            let inside = 1 <= item.line && item.line <= item.line_end && item.line_end <= newlines + 1;
            assert!(inside, "{}: lines {} to {} of {newlines}", item.seed, item.line, item.line_end);
        }
    }
}

/// The blank topic cells of the table are filled from above, and the rows that edit the Forum's own study are not asked
/// of missions.
#[test]
fn the_table_of_cf17() {
    let file = EMBEDDED.sources.iter().find(|file| file.name == "cf17.json").expect("the file");
    let json: Value = serde_json::from_str(file.text).expect("JSON");
    let all = json["items"].as_array().expect("items");
    let rows: Vec<&Value> = all.iter().filter(|item| item["label"].as_str().is_some_and(|l| l.parse::<u32>().is_ok())).collect();
    let labels = |of: &dyn Fn(&Value) -> bool| {
        rows.iter().filter(|row| of(row)).filter_map(|row| row["label"].as_str()?.parse().ok()).collect::<Vec<u32>>()
    };
    assert_eq!(labels(&|_| true), (1..=35).collect::<Vec<_>>());
    assert_eq!(labels(&|row| row["aim"] == "own_study"), [1, 8, 10, 12, 17, 18, 23, 31, 32]);
    assert_eq!(labels(&|row| row["aim"] == "training" || row["aim"] == "headquarters"), [27, 28, 29, 30]);
    assert_eq!(labels(&|row| row["section_carried"] != true), [1, 6, 9, 12, 16, 17, 18, 22, 24, 27, 31, 32]);
    for pair in rows.windows(2) {
        let (same, carried) = (pair[0]["section"] == pair[1]["section"], pair[1]["section_carried"] == true);
        assert_eq!(same, carried, "row {} has the wrong topic", pair[1]["label"]);
    }
    for row in &rows {
        let first = &row["addressees"][0]["actor"];
        let own_study = row["aim"] == "own_study";
        assert_eq!(first == "actor/challenges-forum", own_study, "row {} is asked of {first}", row["label"]);
    }
}

/// An older catalogue had other words; nobody here touched them, so loading again brings them up to date. What somebody
/// changed stays, and is shown as a choice.
#[test]
fn a_newer_catalogue_updates_what_nobody_touched() {
    use crate::desk::Work;
    use followthrough_commands::{Bin, Delete, EditRecommendation, LoadCatalogue};
    use followthrough_model::record::Recommendation;
    use followthrough_model::{Kind, Value as Cell};
    let work = Work::sample();
    let text = |said: &str| match work.ask(followthrough_commands::Show { item: said.into() }) {
        followthrough_commands::ItemPage::Recommendation(page) => page.text,
        other => panic!("not a recommendation: {other:?}"),
    };
    let newer = text("CF20 1");
    let store = work.store();
    let older = store.edit("LoadCatalogue", |tx| {
        for label in ["CF20 1", "CF20 2"] {
            let at = tx.reader().find(label, &[Kind::Recommendation])?.at;
            tx.set(at, Recommendation::text, &Cell::Text("What an older catalogue said.".into()))?;
        }
        Ok(())
    });
    older.expect("an older catalogue");
    let edit = |text: &str| EditRecommendation {
        recommendation: "CF20 2".into(),
        text: Some(text.into()),
        ..EditRecommendation::default()
    };
    work.edit(edit("What the desk says."));
    work.edit(Delete { item: "PC16 23".into() });
    let binned = work.ask(Bin::default()).total;

    let loaded = work.edit(LoadCatalogue::default());
    assert_eq!((loaded.updated, loaded.recommendations, loaded.links), (1, 0, 0));
    assert_eq!(text("CF20 1"), newer);
    assert_eq!(text("CF20 2"), "What the desk says.");
    let [choice] = loaded.choices.as_slice() else { panic!("one choice: {:?}", loaded.choices) };
    assert_eq!((choice.reference.as_str(), choice.field.as_str()), ("CF20 2", "text"));
    assert_eq!(choice.yours.as_deref(), Some("What the desk says."));
    assert_eq!(work.ask(Bin::default()).total, binned, "what is in the bin stays there");

    // The choice is taken, or left: either way nothing else changes.
    let taken = work.edit(LoadCatalogue { take: vec![choice.take.clone()] });
    assert_eq!((taken.updated, taken.choices.len()), (1, 0));
    assert_eq!(Some(text("CF20 2")), choice.catalogue);
    let last = work.last_entry();
    work.edit(LoadCatalogue::default());
    assert_eq!(work.last_entry(), last);
    work.is_sound();
}

#[test]
fn what_stands_between_the_sources_is_loaded() {
    use crate::desk::Work;
    let work = Work::sample();
    let conn = work.raw();
    let count = |sql: &str| conn.query_row(sql, [], |r| r.get::<_, i64>(0)).expect("a count");
    let between = read().expect("no problems").between;
    assert_eq!(count("SELECT count(*) FROM link"), i64::try_from(between.links.len()).expect("few"));
    assert_eq!(count("SELECT count(*) FROM crosswalk"), i64::try_from(between.crosswalks.len()).expect("few"));
    assert_eq!(count("SELECT count(*) FROM indicator"), i64::try_from(between.indicators.len()).expect("few"));
    assert_eq!(
        count("SELECT count(*) FROM evidence WHERE kind = 'mechanism'"),
        i64::try_from(between.instruments.len()).expect("few")
    );
    // Figures that differ stand side by side.
    let side_by_side = "SELECT count(*) FROM observation o JOIN indicator n ON n.rid = o.indicator WHERE n.name LIKE 'Peacekeepers killed%' AND o.on_day = '2017-12-31'";
    assert_eq!(count(side_by_side), 3);
    assert!(
        count(
            "SELECT count(*) FROM link l JOIN recommendation a ON a.rid = l.of JOIN recommendation b ON b.rid = l.other WHERE a.source <> b.source"
        ) > 30
    );
}
