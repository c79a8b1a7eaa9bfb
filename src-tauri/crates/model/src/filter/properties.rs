//! Two properties of the filter language: every filter reads back from its own text, and nothing that is typed can break
//! the reader.
//!
//! Does not list what is read; `tests` does.

use super::tests::parse;
use proptest::prelude::*;

/// Pieces of which filters are made, well and badly.
fn pieces() -> impl Strategy<Value = String> {
    const WORDS: &str = "- , : < <= > >= = .. \" “ ” \\ ( or # #Region #\"Budget #Note #Start lead due slips status private flagged text \
        any none yes open closed DPO 2024 2024-03 2024-Q2 2024-01-31 today today+30 17 2.5 Sahel é 维和 x \u{0}";
    let words = WORDS.split(' ').chain([" ", " ", "\n", "not ", "and ", "#\"Budget line\""]).collect::<Vec<_>>();
    proptest::collection::vec(proptest::sample::select(words), 0..14).prop_map(|list| list.concat())
}

/// A term that can be read.
fn good_term() -> impl Strategy<Value = String> {
    let sign = proptest::sample::select(&["", "-", "not "][..]);
    let name = "[a-zA-Zé维 ,:<>()#+.“”-]{0,8}[a-z]".prop_map(|name| format!("\"{name}\""));
    let day = proptest::sample::select(&["2024", "2024-03", "2024-q2", "2024-01-31", "today", "today+30", "today-4"][..]);
    let op = proptest::sample::select(&[":", "<", "<=", ">", ">=", "="][..]);
    let number = (-1.0e6..1.0e6_f64).prop_map(|n| n.to_string());
    let body = prop_oneof![
        name.clone(),
        (name.clone(), name).prop_map(|(a, b)| format!("lead:{a},none,{b}")),
        (op.clone(), day.clone(), day).prop_map(|(op, a, b)| format!("due{op}{a},{b},none")),
        (op, number).prop_map(|(op, n)| format!("#\"Budget line\"{op}{n}")),
        (0..50_u32, 50..99_u32).prop_map(|(a, b)| format!("slips:{a}..{b}")),
    ];
    (sign, body).prop_map(|(sign, body)| format!("{sign}{body}"))
}

fn holds(text: &str) -> Result<(), TestCaseError> {
    match parse(text) {
        Ok(filter) => {
            let written = filter.to_string();
            let again = parse(&written).map_err(|no| TestCaseError::fail(format!("{written}: {no}")))?;
            prop_assert_eq!(again.to_string(), written);
            prop_assert_eq!(again, filter);
        }
        Err(problem) => {
            prop_assert!(problem.place >= 1 && problem.place - 1 + problem.len <= text.chars().count() + 1, "{}", problem);
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn anything_typed_is_read_back_or_refused(text in any::<String>()) {
        holds(&text)?;
    }

    #[test]
    fn pieces_in_any_order_are_read_back_or_refused(text in pieces()) {
        holds(&text)?;
    }

    #[test]
    fn good_terms_are_read_and_read_back(terms in proptest::collection::vec(good_term(), 1..5)) {
        let text = terms.join(" ");
        prop_assert!(parse(&text).is_ok(), "{}: {:?}", text, parse(&text));
        holds(&text)?;
    }
}
