//! Search as one types, through the typed door: what is found, in which order, marked where, and what is suggested where
//! nothing is.
//!
//! Does not try how texts fold and how marks are made (`model::search`), nor which words are near (`store::read::spelling`).

use crate::desk::{Work, update};
use followthrough_commands::*;
use followthrough_model::Kind;
use followthrough_store::read::search::{SearchHit, SearchOrder, SearchReply};
use std::time::Instant;

fn search(work: &Work, words: &str) -> SearchReply {
    work.ask(Search { words: words.into(), ..Search::default() })
}

/// A part of a text with its marks in brackets.
fn bracketed(text: &str, marks: &[(u32, u32)]) -> String {
    let mut out = String::new();
    for (n, c) in (0..).zip(text.chars()) {
        out.extend(marks.iter().any(|m| m.0 == n).then_some('['));
        out.push(c);
        out.extend(marks.iter().any(|m| m.1 == n + 1).then_some(']'));
    }
    out
}

/// As a person sees it: reference, title, and the field with its excerpt.
fn shown(hit: &SearchHit) -> String {
    let excerpt = hit.excerpt.as_ref().map(|e| format!(" | {:?}: {}", e.field, bracketed(&e.text, &e.marks)));
    format!("{} | {}{}", hit.reference, bracketed(&hit.title, &hit.marks), excerpt.unwrap_or_default())
}

/// A source S/2023/646, its item 1, DPO (DPKO, إدارة عمليات السلام), a commitment, an update and three pieces of evidence.
fn register() -> (Work, String) {
    let (work, commitment) = Work::small();
    work.edit(AddSource {
        short: "Letter".into(),
        title: "Letter of the Secretary-General".into(),
        symbol: Some("S/2023/646".into()),
        ..AddSource::default()
    });
    work.edit(AddSource { short: "S646".into(), title: "S of 2023, item 646".into(), ..AddSource::default() });
    work.edit(AddAlias { item: "DPO".into(), alias: "DPKO".into() });
    work.edit(AddAlias { item: "DOS".into(), alias: "إدارة الدعم العملياتي".into() });
    work.edit(AddRecommendation {
        source: "R".into(),
        label: Some("P4.3".into()),
        heading: Some("Sécurité des camps".into()),
        text: format!("{}Renforcer la préparation médicale ещё раз.", "Mots sans intérêt. ".repeat(40)),
        ..AddRecommendation::default()
    });
    work.edit(LogUpdate {
        text: "The quartermaster drew up a plan.".into(),
        obstacle: Some("No helicopters were offered".into()),
        ..update(&commitment, None, None)
    });
    let file = work.write("Rapport_d’étape-2024.pdf", b"bytes");
    work.edit(AddEvidence { item: commitment.clone(), file: Some(file.as_str().into()), ..AddEvidence::default() });
    let link = Some("https://undocs.org/A/RES/75/1".into());
    work.edit(AddEvidence { item: commitment.clone(), link, ..AddEvidence::default() });
    work.edit(AddEvidence { item: commitment.clone(), symbol: Some("A/RES/76/300".into()), ..AddEvidence::default() });
    (work, commitment)
}

#[test]
fn everything_is_found_and_marked_where_it_stands() {
    let (work, commitment) = register();
    let check = |words: &str, expect: &str| {
        let first = search(&work, words).hits.first().map(shown);
        assert!(first.as_deref().is_some_and(|first| first.contains(expect)), "{words:?}: {first:?}, not {expect:?}");
    };
    check("secu", "R P4.3 | [Sécu]rité des camps");
    check("préparation medicale", "| Text: …");
    check("préparation medicale", "Renforcer la [préparation] [médicale] ещё");
    check("еще", "médicale [ещё] раз.");
    check("dpko", "DPO | Department DPO | Alias: [DPKO]");
    check("ادارة", "DOS | Department DOS | Alias: [إدارة] الدعم العملياتي");
    check("اداره", "[إدارة]");
    check("quarterm", "The [quarterm]aster drew up a plan.");
    check("quartermaster helicopters", "The [quartermaster] drew up a plan. | Obstacle: No [helicopters] were offered");
    check("rapport etape", "[Rapport]_d’[étape]-2024.pdf");
    check("S/2023/646", "Letter | Letter of the Secretary-General | Symbol: [S/2023/646]");
    check("s/2023/6", "Symbol: [S/2023/6]46");
    check("A/RES/75/1", "[A/RES/75/1]");
    check("A/RES/76", "[A/RES/76]/300");
    check("P4.3", "R P4.3 |");
    check(&commitment, &format!("{commitment} | A plan for the camps"));
    check("R 1", "R 1 | ");
}

#[test]
fn symbols_are_found_as_typed_and_by_their_parts_only_where_nothing_else_is() {
    let (work, _) = register();
    let found = |words: &str| search(&work, words).hits.into_iter().map(|h| h.reference).collect::<Vec<_>>();
    assert_eq!(found("S/2023/646"), ["Letter"], "what has the parts alone is another");
    assert_eq!(found("S 2023 646").len(), 2);
    assert_eq!(found("2023/S646"), ["S646"]);
    assert_eq!(found("646/S/2023").len(), 2, "nothing is called so");
}

#[test]
fn few_hits_stand_as_they_fit_and_many_by_age() {
    let work = Work::new();
    work.source("R");
    let add = |label: &str, heading: Option<&str>, text: &str| {
        let heading = heading.map(str::to_owned);
        let label = Some(label.into());
        work.edit(AddRecommendation { source: "R".into(), label, heading, text: text.into(), ..AddRecommendation::default() });
    };
    let long = "other words ".repeat(60);
    add("1", Some("Training"), "Do it.");
    add("2", None, "Train all, for training is good.");
    add("3", Some("Other"), &format!("{long} training"));
    add("4", Some("Other"), "On training.");
    let reply = search(&work, "training");
    let order: Vec<&str> = reply.hits.iter().map(|h| h.reference.as_str()).collect();
    assert_eq!(order, ["R 1", "R 4", "R 2", "R 3"]);
    assert_eq!((reply.order, reply.total, reply.kinds.len()), (SearchOrder::Fit, Some(4), 1));
    // A word as it was typed goes before one that only begins so; words that stand together before others.
    add("5", None, "A train of camps; safe, too, are they.");
    add("6", None, "The safe camps that we train.");
    let order = |words: &str| search(&work, words).hits.into_iter().map(|h| h.reference).collect::<Vec<_>>();
    assert_eq!(order("safe camps"), ["R 6", "R 5"]);
    assert_eq!(order("train")[..3], ["R 1", "R 2", "R 6"].map(str::to_owned)[..], "a title goes before all");
    // Who types a reference means it.
    add("train", None, "Nothing about it.");
    assert_eq!(order("R train")[0], "R train");
    // Many: the newest first, counted when it is asked.
    for n in 0..320 {
        add(&format!("t{n}"), None, &format!("Number {n} of much."));
    }
    let reply = search(&work, "much");
    assert_eq!((reply.order, reply.total, reply.hits.len()), (SearchOrder::Newest, None, 50));
    assert_eq!(reply.hits[0].reference, "R t319");
    assert_eq!(bracketed(&reply.hits[0].title, &reply.hits[0].marks), "Number 319 of [much].");
    let page = work.ask(Search { words: "much".into(), offset: Some(310), limit: Some(100), count: true, ..Search::default() });
    assert_eq!((page.total, page.hits.len(), page.hits[9].reference.as_str()), (Some(320), 10, "R t0"));
    let of = |kind| work.ask(Search { words: "much".into(), kind: Some(kind), count: true, ..Search::default() }).total;
    assert_eq!((of(Kind::Recommendation), of(Kind::Update)), (Some(320), Some(0)));
}

#[test]
fn pages_of_ranked_hits_and_kinds() {
    let (work, _) = register();
    let all = search(&work, "department");
    assert_eq!(all.kinds.iter().map(|k| (k.kind, k.hits)).collect::<Vec<_>>(), [(Kind::Actor, 2)]);
    let second = work.ask(Search { words: "department".into(), offset: Some(1), limit: Some(1), ..Search::default() });
    assert_eq!(second.hits.iter().map(|h| h.id).collect::<Vec<_>>(), [all.hits[1].id]);
    let plan = search(&work, "plan");
    assert_eq!(plan.kinds.iter().map(|k| (k.kind, k.hits)).collect::<Vec<_>>(), [(Kind::Commitment, 1), (Kind::Update, 1)]);
    let updates = work.ask(Search { words: "plan".into(), kind: Some(Kind::Update), ..Search::default() });
    assert_eq!((updates.total, updates.hits.len(), updates.kinds.len()), (Some(1), 1, 2));
    assert_eq!(updates.suggestion, None);
    // What was opened last, by its ids.
    let these = vec![plan.hits[0].id.to_string(), "DPO".into(), "gone".into()];
    let reply = work.ask(Search { these, ..Search::default() });
    assert_eq!(reply.hits.iter().map(|h| h.id == plan.hits[0].id || h.reference == "DPO").collect::<Vec<_>>(), [true, true]);
}

#[test]
fn a_misspelt_word_gets_a_suggestion() {
    let (work, _) = register();
    let check = |words: &str, expect: Option<&str>| {
        let reply = search(&work, words);
        assert_eq!(reply.suggestion.as_deref(), expect, "{words:?}: {:?}", reply.hits.iter().map(shown).collect::<Vec<_>>());
        if let Some(better) = reply.suggestion {
            assert!(!search(&work, &better).hits.is_empty(), "{better:?} finds nothing");
        }
    };
    check("quartermastr", Some("quartermaster"));
    check("The qartermaster plan", Some("The quartermaster plan"));
    check("kuartermaster ", Some("quartermaster"));
    check("quatermastre", Some("quartermaster"));
    check("helicoptres ofered", Some("helicopters offered"));
    check("prepatation", Some("préparation"));
    check("العملباتي", Some("العملياتي"));
    check("zzzzqqq", None);
    check("quarter", None); // a beginning
    check("quartermaster letter", None); // each occurs, not together
    check("", None);
    check("维维", None);
    // What is undone or deleted leaves no words.
    work.edit(AddSource { short: "X".into(), title: "The wildebeest".into(), ..AddSource::default() });
    check("wildebeast", Some("wildebeest"));
    work.edit(Undo {});
    check("wildebeast", None);
    assert!(search(&work, "wildebeest").hits.is_empty());
    work.edit(Redo {});
    check("wildebeast", Some("wildebeest"));
    work.edit(Delete { item: "X".into() });
    check("wildebeast", None);
    work.is_sound();
}

/// The words that begin with what is typed are looked up first where they are few, else the index looks: the same is found.
#[test]
fn a_beginning_finds_what_any_of_its_words_finds() {
    let work = Work::sample();
    let conn = work.raw();
    let all = |typed: &str| {
        work.ask(Search { words: typed.into(), limit: Some(1), count: true, ..Search::default() }).total.expect("counted")
    };
    let by_beginning = |expression: &str| -> u32 {
        conn.query_row("SELECT count(*) FROM words WHERE words MATCH ?1", [expression], |r| r.get(0)).expect("counted")
    };
    for word in ["protection", "peacekeeping", "commitments", "training", "security", "gender", "mandates"] {
        for size in 1..=word.len() {
            let begun = &word[..size];
            assert_eq!(all(begun), by_beginning(&format!("\"{begun}\"*")), "{begun}");
            assert_eq!(all(&format!("peace {begun}")), by_beginning(&format!("\"peace\" \"{begun}\"*")), "peace {begun}");
        }
    }
    let commitment = work.ask(Overdue::default()).items.remove(0).commitment;
    // Too many to be looked up, by three letters and by more; the last of them stands elsewhere.
    let many = |word: &str, n: u32| (0..n).map(|n| format!("{word}{n:03}")).collect::<Vec<_>>().join(" ");
    for text in [many("zeta", 120), "zeta120".into(), many("yotta", 999), "yotta999".into(), many("xenon", 1001)] {
        work.edit(LogUpdate { text, ..update(&commitment, None, None) });
    }
    for (typed, hits) in [
        ("zet", 2),
        ("zeta", 2),
        ("zeta1", 2),
        ("zeta12", 1),
        ("zeta119", 1),
        ("zeta000 zeta", 1),
        ("yotta", 2),
        ("yotta99", 2),
        ("yotta999", 1),
        ("xenon", 1),
        ("xenon100", 1),
    ] {
        assert_eq!(search(&work, typed).hits.len(), hits, "{typed}");
    }
    assert!(search(&work, "zeta121").hits.is_empty());
}

/// 200,000 words as in a register of years; the question is to take less than a tenth of a second. Here only its order of
/// magnitude is held, for tests run on loaded machines.
#[test]
fn suggestions_among_many_words() {
    let (work, _) = register();
    let conn = work.raw();
    let parts = [
        "ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sta", "tre", "vi", "wo", "per", "ing", "tion", "al", "con",
        "pro", "ent",
    ];
    let mut words = Vec::with_capacity(200_000);
    for a in parts {
        for b in parts {
            for c in parts {
                words.extend(parts.iter().map(|d| format!("{a}{b}{c}{d}")));
            }
        }
    }
    conn.execute_batch("BEGIN").expect("begun");
    for (n, some) in (1_000_000_i64..).zip(words.chunks(100)) {
        conn.execute("INSERT INTO words(rowid, text) VALUES(?1, ?2)", (n, some.join(" "))).expect("indexed");
    }
    conn.execute_batch("COMMIT").expect("committed");
    for typed in ["quatermastre", "kuartermaster", "prepatationx", "protecton of civillians"] {
        let clock = Instant::now();
        search(&work, typed);
        let took = clock.elapsed();
        println!("{typed}: {took:?}");
        assert!(took.as_millis() < 3_000, "{typed}: {took:?}");
    }
}
