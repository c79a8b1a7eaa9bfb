//! The catalogue in `seeds/` against what its README promises, and against the list that is built into the program.
//!
//! Does not check what the reader itself refuses (ids, references, shapes): that is tested beside it.

use followthrough_import::catalogue::{EMBEDDED, File, Item, read};
use serde_json::Value;
use std::path::{Path, PathBuf};

fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds")
}

fn embedded() -> Vec<File<'static>> {
    [EMBEDDED.actors, EMBEDDED.frameworks].into_iter().chain(EMBEDDED.sources.iter().copied()).collect()
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
