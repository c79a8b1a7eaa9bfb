//! What the reader of due words makes of phrasings as they stand in reports, plans and letters: a table for each language,
//! one for what counts from the day on which it was said, one for what is refused, and what holds for any words.
//!
//! Does not test what a due means once it is stored.

mod english;
mod french;
mod made;
mod refused;

use followthrough_model::due_words::{read_made, understood};
use followthrough_model::{Day, Due};
use proptest::prelude::*;

/// The day on which the words of the tables were said, where they were said on a day.
const MADE: &str = "2024-05-10";

/// A due in one line: kind, days, event, interval.
fn shown(due: &Due) -> String {
    let day = |day: Option<Day>| day.map_or("?".to_owned(), |d| d.to_string());
    let mut said = vec![due.kind.to_string()];
    match (due.from, due.to) {
        (None, None) => {}
        (from, to) if from == to => said.push(day(from)),
        (from, to) => said.push(format!("{}..{}", day(from), day(to))),
    }
    if let Some(event) = &due.event {
        said.push(format!("{} {} [{event}]", if due.before { "before" } else { "after" }, due.offset_days));
    }
    said.extend(due.every_months.map(|months| format!("every {months}")));
    said.join(" ")
}

/// Each phrasing means what stands beside it, keeps its words, and is told in one sentence.
fn check(table: &[(&str, &str)], made: Option<Day>) {
    let mut wrong = Vec::new();
    for (words, expect) in table {
        match read_made(words, made) {
            Ok(due) => {
                assert_eq!(due.stated, words.trim(), "the words are kept");
                let told = understood(&due);
                assert!(told.ends_with('.') && !told.trim_end_matches('.').contains(". "), "one sentence: {told}");
                if shown(&due) != *expect {
                    wrong.push(format!("{words}: {} instead of {expect}", shown(&due)));
                }
            }
            Err(refused) => wrong.push(format!("{words}: {refused} instead of {expect}")),
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Words that stand in dues, to be thrown together.
const PIECES: &[&str] = &[
    "by",
    "the",
    "end",
    "of",
    "2027",
    "Q2",
    "March",
    "31",
    "-",
    "/",
    ".",
    "before",
    "after",
    "two weeks",
    "next",
    "ministerial",
    "every",
    "six",
    "months",
    "year",
    "within",
    "once",
    "from",
    "to",
    "first",
    "half",
    "quarter",
    "2023/24",
    "FY",
    "mid",
    "d'ici",
    "la fin",
    "de",
    "mars",
    "tous les",
    "trimestre",
    "1er",
    "avant",
    "prochaine",
    "réunion",
    "99999999",
    "0",
    "29 February",
    "twice a",
    "until",
    "in",
    "\u{a0}",
    "–",
    "mission start-up",
    "if",
    "a",
    "summer",
    "2020s",
    "annually",
    "XII",
    "12",
];

fn holds(words: &str, made: Option<Day>) {
    match read_made(words, made) {
        Ok(due) => {
            if !words.contains(char::is_control) {
                assert_eq!(due.stated, words.trim(), "the words are kept");
            }
            if let (Some(from), Some(to)) = (due.from, due.to) {
                assert!(from <= to, "{words}: {due:?}");
            }
            let stretch = due.from.is_some() && due.to.is_some() && due.every_months.is_none();
            if stretch {
                assert_eq!(due.due_by(None), due.to, "{words}");
            }
            assert_eq!(due.event.is_some(), due.kind.as_str() == "event", "{words}");
            assert!(due.event.as_deref().is_none_or(|e| !e.is_empty() && words.contains(e)), "{words}: {due:?}");
            assert!(understood(&due).ends_with('.'));
        }
        Err(refused) => assert!(refused.sentence.ends_with('.') && refused.sentence.len() < 700, "{}", refused.sentence),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_words_are_read_or_refused(words in "\\PC{0,60}") {
        holds(&words, None);
        holds(&words, MADE.parse().ok());
    }

    #[test]
    fn words_of_dues_in_any_order_are_read_or_refused(
        words in proptest::collection::vec(proptest::sample::select(PIECES), 0..9),
        days in 1_i32..3_000_000,
    ) {
        let words = words.join(" ");
        holds(&words, None);
        holds(&words, Day::from_num_days_from_ce_opt(days));
    }

    #[test]
    fn every_day_is_read_as_it_is_written(days in 694_000_i32..803_000) {
        let day = Day::from_num_days_from_ce_opt(days).expect("a day");
        for form in ["%Y-%m-%d", "%-d %B %Y", "%B %-d, %Y", "%A %-d %b %Y", "%Y/%m/%d", "%Y%m%d"] {
            let words = day.format(form).to_string();
            let due = read_made(&words, None).unwrap_or_else(|e| panic!("{words}: {e}"));
            assert_eq!((due.from, due.to), (Some(day), Some(day)), "{words}");
        }
    }
}

#[test]
fn words_of_any_length_are_answered() {
    for words in ["before ".repeat(100_000), "a".repeat(1_000_000), "2027-".repeat(90), "if ".repeat(160)] {
        holds(&words, None);
    }
}
