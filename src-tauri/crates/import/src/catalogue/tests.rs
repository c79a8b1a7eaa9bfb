//! Tables of cases for the catalogue: the one that is built in, and small ones with a fault each.

use super::{Catalogue, Draft, EMBEDDED, File, Files, Item, Source, drafts, pair_uuid, parse, problems, read, seed_uuid};
use followthrough_model::Uuid;
use std::collections::HashSet;
use std::fmt::Write;

const ACTORS: &str = r#"{"format": 1, "actors": [
  {"id": "actor/old", "name": "Old Office", "short": "OO", "kind": "office", "level": "headquarters",
   "parent": "actor/top", "aliases": ["The Office"], "successor": {"actor": "actor/new", "from": "2019-01-01"}},
  {"id": "actor/new", "name": "New Office", "short": null, "kind": "office", "level": null,
   "parent": "actor/top", "aliases": [], "successor": null},
  {"id": "actor/top", "name": "Top", "short": null, "kind": "organ", "level": null,
   "parent": null, "aliases": [], "successor": null}
]}"#;

const FRAMEWORKS: &str = r#"{"format": 1, "frameworks": [
  {"id": "framework/f", "name": "Frame", "themes": [
    {"id": "theme/f/one", "name": "One", "short": null}, {"id": "theme/f/two", "name": "Two", "short": "2"}]}
]}"#;

const SOURCE: &str = r#"{"format": 1,
 "source": {"id": "source/s", "short": "S", "title": "Title", "publisher": "Publisher", "symbol": null, "date": "2021-03",
  "language": "en", "standing": "official",
  "text": {"sha256": "d5dec6175111a8406213e9dd14ed16ab648fd6241a064024da6227d4f31edcb7", "lines": 9}},
 "items": [
  {"id": "s/1", "label": "1", "section": "Section", "place": {"page": "iv", "line": 3, "line_end": 6}, "heading": "Heading",
   "summary": "Do it.", "force": "must", "contested": "by some",
   "addressees": [{"actor": "actor/old", "named": true}, {"actor": "actor/top", "named": false}],
   "themes": ["theme/f/one"], "due": {"kind": "year", "stated": "in 2024", "year": 2024},
   "parts": [
    {"id": "s/1a", "label": "1a", "summary": "As it.", "place": {"page": null, "line": 3, "line_end": 3}},
    {"id": "s/1b", "label": null, "summary": "Otherwise.", "place": {"page": null, "line": 4, "line_end": 5},
     "force": "will", "contested": null, "addressees": [], "themes": ["theme/f/two", "theme/f/one"],
     "due": {"kind": "none", "stated": ""}, "note": "A remark."}]},
  {"id": "s/2", "label": "2", "section": null, "section_carried": true, "place": {"page": null, "line": 10, "line_end": 10},
   "heading": null, "summary": "Do that.", "force": "should", "contested": null, "aim": "training",
   "callers": [{"actor": "actor/top", "named": true}], "addressees": [{"actor": "actor/new", "named": true}],
   "themes": [], "due": {"kind": "stage", "stated": "early"}, "parts": []}
 ]}"#;

/// The small catalogue with one text in one of its files put for another.
fn with<T>(from: &str, to: &str, then: impl FnOnce(&Files<'_>) -> T) -> T {
    let texts = [ACTORS, FRAMEWORKS, SOURCE].map(|text| text.replacen(from, to, 1));
    let [actors, frameworks, source] = &texts;
    assert!(from == to || texts != [ACTORS, FRAMEWORKS, SOURCE], "nothing replaced: {from}");
    then(&Files {
        actors: File { name: "actors.json", text: actors },
        frameworks: File { name: "frameworks.json", text: frameworks },
        sources: &[File { name: "s.json", text: source }],
    })
}

fn embedded() -> Catalogue {
    read().unwrap_or_else(|problem| panic!("{problem}"))
}

fn source<'a>(catalogue: &'a Catalogue, short: &str) -> &'a Source {
    catalogue.sources.iter().find(|s| s.short == short).expect("the source")
}

#[test]
fn the_catalogue_is_whole() {
    assert_eq!(problems(&EMBEDDED), []);
    let catalogue = embedded();
    let check = |short: &str, items, parts| {
        let source = source(&catalogue, short);
        let counted = (source.items.len(), source.items.iter().map(|item| item.parts.len()).sum::<usize>());
        assert_eq!(counted, (items, parts), "{short}");
    };
    check("CF20", 19, 39);
    check("A4P+", 19, 37);
    check("PC16", 23, 5);
    check("CF17", 212, 38);
    check("IPI", 78, 18);
    let themes: usize = catalogue.frameworks.iter().map(|f| f.themes.len()).sum();
    assert_eq!((catalogue.actors.len(), catalogue.frameworks.len(), themes), (116, 6, 56));
}

#[test]
fn parents_and_successors_come_first() {
    let check = |catalogue: &Catalogue| {
        let mut before = HashSet::new();
        for actor in &catalogue.actors {
            let above = actor.parent.as_ref().into_iter().chain(actor.successor.as_ref().map(|(seed, _)| seed));
            for seed in above {
                assert!(before.contains(seed), "{} before {seed}", actor.seed);
            }
            before.insert(&actor.seed);
        }
    };
    check(&embedded());
    check(&with("", "", parse).expect("no problems"));
    // A successor below the actor itself cannot come first; its parent still does.
    let below = with(r#""parent": "actor/top", "aliases": [], "#, r#""parent": "actor/old", "aliases": [], "#, parse);
    let order: Vec<_> = below.expect("no problems").actors.into_iter().map(|actor| actor.seed).collect();
    assert_eq!(order, ["actor/top", "actor/old", "actor/new"]);
}

#[test]
fn parts_take_from_their_item_what_they_lack() {
    let catalogue = with("", "", parse).expect("no problems");
    let item = &catalogue.sources[0].items[0];
    let [like, unlike] = item.parts.as_slice() else { panic!("two parts") };
    let expected = Item {
        seed: "s/1a".to_owned(),
        label: Some("1a".to_owned()),
        page: None,
        line: 3,
        line_end: 3,
        heading: None,
        text: "As it.".to_owned(),
        parts: Vec::new(),
        ..item.clone()
    };
    assert_eq!(*like, expected);
    assert_eq!((like.section.as_deref(), like.contested.as_deref()), (Some("Section"), Some("by some")));

    assert_eq!((unlike.force.as_str(), &unlike.contested, unlike.due.kind.as_str()), ("will", &None, "none"));
    assert_eq!((unlike.addressees.len(), unlike.themes.join(" ").as_str()), (0, "theme/f/two theme/f/one"));
}

#[test]
fn each_kind_of_due() {
    let check = |due: &str, expect: &str| {
        let read = with(r#"{"kind": "stage", "stated": "early"}"#, due, parse).unwrap_or_else(|problem| panic!("{problem}"));
        let item = &read.sources[0].items[1];
        let (due, event) = (&item.due, &item.event);
        let days = [due.from, due.to].map(|day| day.map_or("-".to_owned(), |day| day.to_string())).join(" ");
        let mut shown = format!("{} “{}” {days}", due.kind, due.stated);
        if let Some(event) = event {
            let _ = write!(shown, ", {} days {} {event}", due.offset_days, if due.before { "before" } else { "after" });
        }
        if let Some(months) = due.every_months {
            let _ = write!(shown, ", every {months}");
        }
        assert_eq!(shown, expect);
    };
    check(r#"{"kind": "none", "stated": ""}"#, "none “” - -");
    check(r#"{"kind": "day", "stated": "by then", "on": "2024-03-01"}"#, "day “by then” 2024-03-01 2024-03-01");
    check(r#"{"kind": "month", "stated": "in it", "month": "2024-02"}"#, "month “in it” 2024-02-01 2024-02-29");
    check(r#"{"kind": "quarter", "stated": "in it", "quarter": "2027-Q2"}"#, "quarter “in it” 2027-04-01 2027-06-30");
    check(r#"{"kind": "year", "stated": "in it", "year": 2027}"#, "year “in it” 2027-01-01 2027-12-31");
    check(
        r#"{"kind": "window", "stated": "over two years", "from": "2021-01-01", "to": "2022-12-31"}"#,
        "window “over two years” 2021-01-01 2022-12-31",
    );
    check(
        r#"{"kind": "event", "stated": "by the ministerial", "event": "Ministerial", "before": true, "offset_days": 30}"#,
        "event “by the ministerial” - -, 30 days before Ministerial",
    );
    check(r#"{"kind": "stage", "stated": "at the start"}"#, "stage “at the start” - -");
    check(r#"{"kind": "condition", "stated": "if there is money"}"#, "condition “if there is money” - -");
    check(
        r#"{"kind": "recurring", "stated": "twice a year", "every_months": 6, "first": "2024-06-30"}"#,
        "recurring “twice a year” 2024-06-30 -, every 6",
    );
    check(r#"{"kind": "recurring", "stated": "regular", "every_months": null, "first": null}"#, "recurring “regular” - -");
}

/// The sentence is among those told, and the first told is what refuses the catalogue.
fn check_fault(from: &str, to: &str, expect: &str) {
    let told: Vec<_> = with(from, to, problems).iter().map(ToString::to_string).collect();
    assert!(told.iter().any(|sentence| sentence == expect), "{from} -> {to}: {told:#?}");
    assert_eq!(with(from, to, parse).expect_err("refused").to_string(), told[0]);
}

#[test]
fn faults_of_ids_and_references() {
    let check = check_fault;
    check("actor/new\", \"name", "actor/old\", \"name", "In actors.json, actor/old stands twice.");
    check("s/2", "s/1a", "In s.json, s/1a stands twice.");
    check("theme/f/two", "theme/f/one", "In frameworks.json, theme/f/one stands twice.");
    check(
        "theme/f/two",
        "theme/g/two",
        "In frameworks.json, theme/g/two has an id that is not theme/f/ and then small letters, digits, “-” or “.”.",
    );
    check("s/2", "pc16/2", "In s.json, pc16/2 has an id that is not s/ and then small letters, digits, “-” or “.”.");
    check("s/2", "s/Two 2", "In s.json, s/Two 2 has an id that is not s/ and then small letters, digits, “-” or “.”.");
    check("source/s", "source/t", "In s.json, source/t is not what its file is named after.");
    check("\"New Office\"", "\"the office\"", "In actors.json, actor/new has the name “the office”, which is that of actor/old.");
    check(
        "\"parent\": \"actor/top\"",
        "\"parent\": \"actor/no\"",
        "In actors.json, actor/old belongs to actor/no, which is not in actors.json.",
    );
    check(
        "\"parent\": null",
        "\"parent\": \"actor/old\"",
        "In actors.json, actor/top has no top: its line of parents runs in a circle.",
    );
    check(
        "{\"actor\": \"actor/new\"",
        "{\"actor\": \"actor/no\"",
        "In actors.json, actor/old is succeeded by actor/no, which is not in actors.json.",
    );
    check("{\"actor\": \"actor/new\"", "{\"actor\": \"actor/old\"", "In actors.json, actor/old comes to be its own successor.");
    check("2019-01-01", "2019-02-30", "In actors.json, actor/old says “2019-02-30” where a day of the calendar must stand.");
    check(
        "{\"actor\": \"actor/old\"",
        "{\"actor\": \"actor/no\"",
        "In s.json, s/1 addresses actor/no, which is not in actors.json.",
    );
    check("{\"actor\": \"actor/old\"", "{\"actor\": \"actor/top\"", "In s.json, s/1 addresses actor/top twice.");
    check(
        "{\"actor\": \"actor/top\", \"named\": true}",
        "{\"actor\": \"actor/no\", \"named\": true}",
        "In s.json, s/2 is called for by actor/no, which is not in actors.json.",
    );
    check("[\"theme/f/one\"]", "[\"theme/f/no\"]", "In s.json, s/1 has the theme theme/f/no, which is not in frameworks.json.");
    check("[\"theme/f/two\", ", "[\"theme/f/one\", ", "In s.json, s/1b has the theme theme/f/one twice.");
}

#[test]
fn faults_of_labels_places_and_parts() {
    let check = check_fault;
    check("\"label\": \"2\"", "\"label\": \"1a\"", "In s.json, s/2 has the label of another item of its source, 1a.");
    check("\"line\": 10", "\"line\": 11", "In s.json, s/2 ends on line 10, before it begins on line 11.");
    check("\"line_end\": 10", "\"line_end\": 11", "In s.json, s/2 ends on line 11, but its text has no more than 10.");
    check("\"Do that.\"", "\" \"", "In s.json, s/2 has an empty summary.");
    check("\"short\": \"2\"", "\"short\": \"\"", "In frameworks.json, theme/f/two has an empty short name.");
    check("\"A remark.\"", "\"\"", "In s.json, s/1b has an empty note.");
    check("2021-03", "2021-13", "In s.json, source/s says “2021-13” where a date must stand.");
    check("d5dec", "D5DEC", "In s.json, source/s has a text whose SHA-256 is not 64 hexadecimal digits.");
    check("s/1b", "s/2b", "In s.json, s/2b is a part of s/1, but its id does not continue that id.");
    check("s/1b", "s/11", "In s.json, s/11 is a part of s/1, but its id does not continue that id.");
    check("\"line\": 4", "\"line\": 2", "In s.json, s/1b stands outside the lines of its item, 3 to 6.");
}

#[test]
fn faults_of_dues() {
    let check = check_fault;
    let due = r#"{"kind": "stage", "stated": "early"}"#;
    check("\"early\"", "\"\"", "In s.json, s/2 has a due of kind stage without the words that state it.");
    check(
        "\"none\", \"stated\": \"\"",
        "\"none\", \"stated\": \"soon\"",
        "In s.json, s/1b has a due of kind none, but words for it: “soon”.",
    );
    check(
        due,
        r#"{"kind": "day", "stated": "x", "on": "2023-02-30"}"#,
        "In s.json, s/2 says “2023-02-30” where a day of the calendar must stand.",
    );
    check(
        due,
        r#"{"kind": "month", "stated": "x", "month": "2024-13"}"#,
        "In s.json, s/2 has a due of kind month that is not in the calendar.",
    );
    check(
        due,
        r#"{"kind": "month", "stated": "x", "month": "2024-3"}"#,
        "In s.json, s/2 has a due of kind month that is not in the calendar.",
    );
    check(
        due,
        r#"{"kind": "quarter", "stated": "x", "quarter": "2024-Q5"}"#,
        "In s.json, s/2 has a due of kind quarter that is not in the calendar.",
    );
    check(
        due,
        r#"{"kind": "quarter", "stated": "x", "quarter": "2024-Q0"}"#,
        "In s.json, s/2 has a due of kind quarter that is not in the calendar.",
    );
    check(
        due,
        r#"{"kind": "year", "stated": "x", "year": 24}"#,
        "In s.json, s/2 has a due of kind year that is not in the calendar.",
    );
    check(
        due,
        r#"{"kind": "window", "stated": "x", "from": "2023-01-01", "to": "2021-12-31"}"#,
        "In s.json, s/2 has a due that ends on 2021-12-31, before it begins on 2023-01-01.",
    );
    check(
        due,
        r#"{"kind": "event", "stated": "x", "event": "", "before": true, "offset_days": 0}"#,
        "In s.json, s/2 has a due that hangs on an event without a name.",
    );
}

#[test]
fn faults_of_shape() {
    let check = |from: &str, to: &str, expect: &str| {
        let told = with(from, to, problems);
        assert_eq!(told.len(), 1, "{told:#?}");
        assert!(told[0].to_string().starts_with(expect), "{} is not {expect}", told[0]);
    };
    check("\"label\": \"2\"", "\"lable\": \"2\"", "s.json cannot be read after s/2: unknown field `lable`");
    check("\"symbol\": null,", "", "s.json cannot be read after source/s: missing field `symbol`");
    check("\"label\": null, ", "", "s.json cannot be read after s/1b: missing field `label`");
    check("\"note\": \"A remark.\"", "\"parts\": []", "s.json cannot be read after s/1b: unknown field `parts`");
    check("\"addressees\": []", "\"addressees\": null", "s.json cannot be read after s/1b: invalid type: null");
    check("\"must\"", "\"might\"", "s.json cannot be read after s/1: unknown variant `might`");
    check("\"training\"", "\"nobody\"", "s.json cannot be read after s/2: unknown variant `nobody`");
    check("\"stage\"", "\"stages\"", "s.json cannot be read after s/2: unknown variant `stages`");
    check(
        "\"stated\": \"early\"",
        "\"stated\": \"early\", \"on\": \"2024-01-01\"",
        "s.json cannot be read after s/2: unknown field `on`",
    );
    check("\"line\": 10", "\"line\": 0", "s.json cannot be read after s/2: invalid value: integer `0`");
    check("\"organ\"", "\"person\"", "actors.json cannot be read after actor/top: unknown variant `person`");
    check(
        "{\"format\": 1, \"frameworks\"",
        "{\"format\": 2, \"frameworks\"",
        "frameworks.json cannot be read: this version reads format 1 and not 2",
    );
}

#[test]
fn every_problem_is_told() {
    let files =
        |text| Files { actors: File { name: "a.json", text: "{" }, frameworks: File { name: "f.json", text }, sources: &[] };
    assert_eq!(problems(&files("[]")).len(), 2);
    let told = with("\"Do that.\"", "\"\", \"note\": \"\"", problems);
    assert_eq!(told.len(), 2, "{told:#?}");
}

#[test]
fn drafts_of_what_was_declared() {
    let catalogue = embedded();
    let drafts = drafts(&catalogue);
    assert_eq!(drafts.len(), 49);
    let parts = drafts.iter().filter(|draft| draft.item.starts_with("a4p-plus/p") && draft.item.contains('.')).count();
    let single = drafts.iter().filter(|draft| draft.item.starts_with("a4p-plus/c")).count();
    assert_eq!((parts, single), (37, 12));
    for draft in &drafts {
        assert!(draft.lead.is_some(), "{} has no lead", draft.item);
        assert_eq!(draft.due.due_by(None).map(|day| day.to_string()).as_deref(), Some("2023-12-31"), "{}", draft.item);
    }

    let check = |item: &str, lead: &str, joint: &str, supporting: &str, stated: &str| {
        let draft: &Draft = drafts.iter().find(|draft| draft.item == item).expect("a draft");
        let actors = |seeds: &[String]| seeds.iter().map(|seed| seed.replace("actor/", "")).collect::<Vec<_>>().join(" ");
        let shown = (draft.lead.as_deref(), actors(&draft.joint), actors(&draft.supporting), draft.due.stated.as_str());
        assert_eq!(shown, (Some(lead), joint.to_owned(), supporting.to_owned(), stated), "{item}");
        assert_eq!(draft.seed, format!("commitment/{item}"));
    };
    check("a4p-plus/p1.1", "actor/field-missions", "", "dpo", "2021-2023");
    check("a4p-plus/p3.5", "actor/dpo", "", "t-pccs field-missions", "over the next two years");
    check("a4p-plus/c2", "actor/dpo", "", "un-secretariat", "2021-2023");
    check("a4p-plus/c10", "actor/dpo", "dos dmspc mission-leadership", "", "over the next two years");
    assert_eq!(super::drafts(&with("", "", parse).expect("no problems")), [], "a source that does not declare");
}

/// These are in users' files: a change here parts them from the catalogue.
#[test]
fn identities_never_change() {
    let check = |id: Uuid, expect: &str| assert_eq!(id.to_string(), expect);
    let (dpo, p1) = (seed_uuid("actor/dpo"), seed_uuid("a4p-plus/p1.1"));
    check(dpo, "f121a4b3-aa72-5f47-9430-8a8ef3ef81d7");
    check(p1, "1760a21c-9a78-59a8-b74f-fa912bf2a212");
    check(pair_uuid("addressee", p1, dpo), "584277c2-50c3-5517-a98c-76277a3ffe69");
    assert_ne!(pair_uuid("addressee", dpo, p1), pair_uuid("addressee", p1, dpo));
    assert_ne!(pair_uuid("theme_of", p1, dpo), pair_uuid("addressee", p1, dpo));
}
