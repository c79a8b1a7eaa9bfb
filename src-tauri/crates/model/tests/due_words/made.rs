//! Dues that count from the day on which they were said, with that day and without it.
//!
//! Does not hold dues that say their own days (`english`, `french`).

use followthrough_model::due_words::{read, understood};

/// Said on 10 May 2024.
const TABLE: &[(&str, &str)] = &[
    ("within 12 months", "window 2024-05-10..2025-05-10"),
    ("within twelve (12) months", "window 2024-05-10..2025-05-10"),
    ("within a year", "window 2024-05-10..2025-05-10"),
    ("in 12-18 months", "window 2024-05-10..2025-11-10"),
    ("over the next two years", "window 2024-05-10..2026-05-10"),
    ("in the next 90 days", "window 2024-05-10..2024-08-08"),
    ("in the next year", "window 2024-05-10..2025-05-10"),
    ("in two years’ time", "window 2024-05-10..2026-05-10"),
    ("six months from now", "window 2024-05-10..2024-11-10"),
    ("within a period of three weeks", "window 2024-05-10..2024-05-31"),
    ("12-month period", "window 2024-05-10..2025-05-10"),
    ("dans les 12 mois", "window 2024-05-10..2025-05-10"),
    ("dans un délai de six mois", "window 2024-05-10..2024-11-10"),
    ("d'ici deux ans", "window 2024-05-10..2026-05-10"),
    ("sous 90 jours", "window 2024-05-10..2024-08-08"),
    ("au cours des deux prochaines années", "window 2024-05-10..2026-05-10"),
    ("dans les deux ans à venir", "window 2024-05-10..2026-05-10"),
    ("by the end of next year", "year 2025-01-01..2025-12-31"),
    ("by the end of the year", "year 2024-01-01..2024-12-31"),
    ("before the end of this year", "year 2024-01-01..2024-12-31"),
    ("by year-end", "year 2024-01-01..2024-12-31"),
    ("next year", "year 2025-01-01..2025-12-31"),
    ("early next year", "window 2025-01-01..2025-03-31"),
    ("in the first quarter of next year", "quarter 2025-01-01..2025-03-31"),
    ("31 March next year", "day 2025-03-31"),
    ("next quarter", "quarter 2024-07-01..2024-09-30"),
    ("by the end of the month", "month 2024-05-01..2024-05-31"),
    ("d'ici la fin de l'année", "year 2024-01-01..2024-12-31"),
    ("d'ici la fin de l'année prochaine", "year 2025-01-01..2025-12-31"),
    ("l'année prochaine", "year 2025-01-01..2025-12-31"),
    ("avant la fin du mois prochain", "month 2024-06-01..2024-06-30"),
    ("cette année", "year 2024-01-01..2024-12-31"),
];

#[test]
fn counted_from_the_day_on_which_it_was_said() {
    super::check(TABLE, super::MADE.parse().ok());
}

#[test]
fn without_that_day_there_is_no_day_and_the_sentence_says_why() {
    for (words, _) in TABLE {
        let due = read(words).unwrap_or_else(|e| panic!("{words}: {e}"));
        assert_eq!(super::shown(&due), "window", "{words}");
        assert_eq!(due.due_by(None), None, "{words}");
        assert!(understood(&due).contains("the day on which it was made"), "{words}");
    }
}

#[test]
fn first_occurrence() {
    super::check(
        &[
            ("every six months", "recurring 2024-11-10..? every 6"),
            ("annually", "recurring 2025-05-10..? every 12"),
            ("every year by 31 March", "recurring 2025-03-31..? every 12"),
            ("every year before 1 July", "recurring 2024-06-30..? every 12"),
            ("every 29 February", "recurring 2028-02-29..? every 12"),
            ("at the end of each quarter", "recurring 2024-06-30..? every 3"),
            ("at the end of each year", "recurring 2024-12-31..? every 12"),
            ("monthly from January 2027", "recurring 2027-01-31..? every 1"),
            ("twice a year until 2026", "recurring 2024-11-10..2026-12-31 every 6"),
            ("every year in September from 2026", "recurring 2027-09-30..? every 12"),
            ("tous les six mois", "recurring 2024-11-10..? every 6"),
            ("chaque année avant le 31 mars", "recurring 2025-03-30..? every 12"),
            ("regularly", "recurring"),
        ],
        super::MADE.parse().ok(),
    );
}

#[test]
fn saying_what_was_understood() {
    let made = super::MADE.parse().ok();
    let check = |words: &str, expect: &str| {
        let due = followthrough_model::due_words::read_made(words, made).unwrap_or_else(|e| panic!("{words}: {e}"));
        assert_eq!(understood(&due), expect, "{words}");
    };
    check("2023-12-31", "Due by 31 December 2023.");
    check("Q2 2027", "From 1 April 2027 to 30 June 2027, so due by 30 June 2027.");
    check("2023/24", "The UN peacekeeping budget year, from 1 July 2023 to 30 June 2024, so due by 30 June 2024.");
    check("ongoing", "No date can be known from these words; they are kept as they are.");
    check("from 2027 on", "From 1 January 2027 on, without a last day.");
    check("at mission start-up", "Due at a stage and not on a day; the words are kept as they are.");
    check("if funds allow", "Due when a condition is met, so no day can be known; the words are kept as they are.");
    check(
        "before the ministerial",
        "Due by the day before “the ministerial” begins; the day is known once the event has its dates.",
    );
    check(
        "three months after the mandate renewal",
        "Due by 90 days after “the mandate renewal” ends; the day is known once the event has its dates.",
    );
    check("every six months", "Every 6 months, first by 10 November 2024.");
    check("annually until 2026", "Every year, first by 10 May 2025, until 31 December 2026.");
    check("regularly", "Again and again, at no stated interval.");
}
