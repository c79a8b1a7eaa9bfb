//! The English sentences with their plurals, as tables of cases.

use super::*;
use crate::data::Figures;

fn said(figures: Figures) -> String {
    let head = Head { figures, ..Head::default() };
    standing(&head, &ENGLISH).into_iter().map(|sentence| sentence.text).collect::<Vec<_>>().join(" ")
}

#[test]
fn where_we_stand() {
    let check = |figures, expect| assert_eq!(said(figures), expect);
    let day = || Some("2023-12-31".to_owned());
    check(Figures::default(), "No recommendation and no commitment is on file yet, so nothing is due.");
    check(
        Figures { total: 57, overdue: 55, no_evidence: 54, awaiting_verification: 2, oldest_due: day(), ..Figures::default() },
        "None of the 57 commitments is verified as implemented. 55 commitments are overdue, the oldest since 31 December 2023. \
         For 54 there is no evidence on file. 2 results are reported as done and wait for verification. \
         Nothing falls due in the next 90 days.",
    );
    check(
        Figures { total: 1, overdue: 1, no_evidence: 1, oldest_due: day(), ..Figures::default() },
        "The 1 commitment is not verified as implemented. 1 commitment is overdue; it was due by 31 December 2023. \
         There is no evidence on file for it. Nothing falls due in the next 90 days.",
    );
    check(
        Figures { total: 1, implemented: 1, ..Figures::default() },
        "The 1 commitment is verified as implemented. Nothing is overdue. There is evidence on file for it. \
         Nothing falls due in the next 90 days.",
    );
    check(
        Figures { total: 2_000, implemented: 2_000, ..Figures::default() },
        "All 2,000 commitments are verified as implemented. Nothing is overdue. There is evidence on file for each. \
         Nothing falls due in the next 90 days.",
    );
    check(
        Figures {
            total: 3,
            implemented: 1,
            no_evidence: 3,
            awaiting_verification: 1,
            due_90: 1,
            no_date: 1,
            ..Figures::default()
        },
        "1 of the 3 commitments is verified as implemented. Nothing is overdue. There is no evidence on file for any of them. \
         1 result is reported as done and waits for verification. 1 commitment falls due in the next 90 days. \
         1 commitment has no date.",
    );
    check(
        Figures { total: 9, implemented: 2, no_evidence: 4, due_90: 3, no_date: 2, overdue: 2, ..Figures::default() },
        "2 of the 9 commitments are verified as implemented. 2 commitments are overdue. For 4 there is no evidence on file. \
         3 commitments fall due in the next 90 days. 2 commitments have no date.",
    );
}

#[test]
fn what_was_looked_at() {
    let check = |covers, expect| {
        let head = Head { covers, as_of: "2026-11-20".into(), ..Head::default() };
        assert_eq!(super::covers(&head, &ENGLISH), expect);
    };
    check(
        Covers { sources: 3, recommendations: 54, parts: 71, commitments: 57 },
        "Covers 54 recommendations with 71 parts from 3 sources, and 57 commitments, as of 20 November 2026.",
    );
    check(
        Covers { sources: 1, recommendations: 1, parts: 1, commitments: 1 },
        "Covers 1 recommendation with 1 part from 1 source, and 1 commitment, as of 20 November 2026.",
    );
    check(
        Covers { sources: 1, recommendations: 19, ..Covers::default() },
        "Covers 19 recommendations from 1 source, and no commitment, as of 20 November 2026.",
    );
    check(Covers::default(), "As of 20 November 2026.");
}

#[test]
fn small_counts() {
    assert_eq!((ENGLISH.say.left_out)(1), "1 item marked as not for export was left out.");
    assert_eq!((ENGLISH.say.left_out)(2), "2 items marked as not for export were left out.");
    assert_eq!(drafted(1, 1), "The commitment’s wording was drafted by the desk and is nobody’s word yet.");
    assert_eq!(drafted(1, 9), "1 of the 9 commitments is worded by the desk, not by the lead, and marked “drafted”.");
    assert_eq!(drafted(9, 9), "All 9 commitments are worded by the desk, not by the lead, and marked “drafted”.");
    assert_eq!(moved(1, Some("“2021–2023”"), Some("staffing")), "moved from “2021–2023”: staffing");
    assert_eq!(moved(3, Some("31 May 2024"), None), "moved 3 times, first due 31 May 2024");
    assert_eq!(moved(1, None, None), "moved");
}

#[test]
fn unknown_values_are_still_words() {
    assert_eq!(ENGLISH.status("a_status_of_tomorrow"), "a status of tomorrow");
    assert_eq!(ENGLISH.value("supports"), "");
}
