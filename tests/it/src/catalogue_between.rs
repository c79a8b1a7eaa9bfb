//! The files of the catalogue that stand between its sources and beside them (crosswalks, links, indicators,
//! instruments): whatever they refer to is there, a pair stands once, and a place is the place of what is named with it.
//!
//! Does not judge the reasons, and not the shape: `seeds/README.md` has the script for that.

use followthrough_import::catalogue::{BETWEEN, Catalogue, EMBEDDED, Item, read};
use serde_json::Value;
use std::collections::{HashMap, HashSet};

/// The entries of one file.
fn entries(key: &str) -> Vec<Value> {
    let name = format!("{key}.json");
    let file = BETWEEN.iter().find(|file| file.name == name).expect("the file");
    let json: Value = serde_json::from_str(file.text).expect("JSON");
    assert_eq!(json["format"], 1, "{name}");
    json[key].as_array().expect("a list").clone()
}

#[track_caller]
fn word<'a>(of: &'a Value, key: &str) -> &'a str {
    of[key].as_str().unwrap_or_else(|| panic!("{key} of {of}"))
}

/// Items and parts by seed id, with their source.
fn items(catalogue: &Catalogue) -> HashMap<&str, (&str, &Item)> {
    catalogue
        .sources
        .iter()
        .flat_map(|source| {
            let all = source.items.iter().flat_map(|item| std::iter::once(item).chain(&item.parts));
            all.map(|item| (item.seed.as_str(), (source.seed.as_str(), item)))
        })
        .collect()
}

/// Each pair stands once, whichever way round, and leads from one thing to another.
fn pairs_once(of: &[Value]) {
    let mut met = HashSet::new();
    for entry in of {
        let (from, to) = (word(entry, "from"), word(entry, "to"));
        assert_ne!(from, to, "{from} stands to itself");
        assert!(met.insert((from, to)) && !met.contains(&(to, from)), "{from} and {to} stand twice");
        assert!(!word(entry, "reason").trim().is_empty(), "{from} and {to} have no reason");
    }
}

#[test]
fn a_crosswalk_leads_from_one_framework_to_another() {
    let catalogue = read().expect("no problems");
    let frameworks: HashMap<&str, &str> =
        catalogue.frameworks.iter().flat_map(|f| f.themes.iter().map(|t| (t.seed.as_str(), f.seed.as_str()))).collect();
    let crosswalks = entries("crosswalks");
    pairs_once(&crosswalks);
    for crosswalk in &crosswalks {
        let [from, to] = ["from", "to"].map(|end| {
            let theme = word(crosswalk, end);
            frameworks.get(theme).unwrap_or_else(|| panic!("{theme} is no theme"))
        });
        assert_ne!(from, to, "{crosswalk} stays within its framework");
    }
    for old in catalogue.frameworks.iter().filter(|f| f.seed == "framework/a4p").flat_map(|f| &f.themes) {
        let on = crosswalks.iter().any(|c| c["from"] == *old.seed && word(c, "to").starts_with("theme/a4p-plus/"));
        assert!(on, "{} leads nowhere in A4P+", old.seed);
    }
}

#[test]
fn a_link_leads_from_one_item_to_another() {
    let catalogue = read().expect("no problems");
    let items = items(&catalogue);
    let links = entries("links");
    pairs_once(&links);
    for link in &links {
        for end in ["from", "to"] {
            assert!(items.contains_key(word(link, end)), "{} is no item", word(link, end));
        }
    }
    for source in &catalogue.sources {
        let head = source.seed.replacen("source/", "", 1) + "/";
        let reached = links.iter().any(|l| word(l, "from").starts_with(&head) != word(l, "to").starts_with(&head));
        assert!(reached, "no link joins {} with another source", source.short);
    }
}

/// A source, a line of it, and items that stand on that line.
fn place(catalogue: &Catalogue, items: &HashMap<&str, (&str, &Item)>, place: &Value, of: &str) {
    let (source, line) = (word(place, "source"), place["line"].as_i64().expect("a line"));
    let at = catalogue.sources.iter().position(|s| s.seed == source).unwrap_or_else(|| panic!("{of}: no {source}"));
    let json: Value = serde_json::from_str(EMBEDDED.sources[at].text).expect("JSON");
    let last = json["source"]["text"]["lines"].as_i64().expect("a count of lines") + 1;
    assert!((1..=last).contains(&line), "{of}: line {line} of {source}");
    for id in place["items"].as_array().expect("items") {
        let id = id.as_str().expect("an id");
        let (in_source, item) = items.get(id).unwrap_or_else(|| panic!("{of}: {id} is no item"));
        assert_eq!(*in_source, source, "{of}: {id}");
        assert!((item.line..=item.line_end).contains(&line), "{of}: {id} is not on line {line}");
    }
}

#[test]
fn an_indicator_has_items_and_its_figures_have_places() {
    let catalogue = read().expect("no problems");
    let items = items(&catalogue);
    let mut met = HashSet::new();
    for indicator in entries("indicators") {
        let id = word(&indicator, "id");
        assert!(id.starts_with("indicator/") && met.insert(id.to_owned()), "{id}");
        for of in indicator["of"].as_array().expect("items") {
            assert!(items.contains_key(of.as_str().expect("an id")), "{id}: {of} is no item");
        }
        let observations = indicator["observations"].as_array().expect("observations");
        for observation in observations {
            place(&catalogue, &items, observation, id);
        }
        let mut days: Vec<&str> = observations.iter().map(|o| word(o, "on")).collect();
        let said = days.clone();
        days.sort_unstable();
        assert_eq!(said, days, "{id}: the oldest comes first");
        let figure = |key: &str| indicator[key]["value"].is_number();
        assert!(!days.is_empty() || figure("baseline") || figure("target"), "{id} has no figure at all");
    }
}

#[test]
fn an_instrument_is_named_where_it_says() {
    let catalogue = read().expect("no problems");
    let items = items(&catalogue);
    let mut met = HashSet::new();
    for instrument in entries("instruments") {
        let id = word(&instrument, "id");
        assert!(id.starts_with("instrument/") && met.insert(id.to_owned()), "{id}");
        let named_in = instrument["named_in"].as_array().expect("places");
        assert!(!named_in.is_empty(), "{id} is named nowhere");
        for at in named_in {
            place(&catalogue, &items, at, id);
        }
    }
}
