//! Text as it may stand in the register: cleaning what was typed or pasted, shortening for a sentence, the words under
//! which it is found, and where it stands among others in order.
//!
//! Does not rank or search; the store does, on the words made here.

use crate::Refusal;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The most that one field may hold, in bytes.
pub const LONGEST: usize = 4 * 1024 * 1024;

/// Takes typed or pasted text: line ends become `\n`, control characters go, ends are trimmed.
/// `None` where nothing is left.
pub fn clean(text: &str) -> Option<String> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    let kept = kept.trim();
    (!kept.is_empty()).then(|| kept.to_owned())
}

/// [`clean`] for a field that must say something.
pub fn required(what: &str, text: &str) -> Result<String, Refusal> {
    let text = clean(text).ok_or_else(|| Refusal::new("empty", format!("Give the {what}: it cannot be empty.")))?;
    if text.len() > LONGEST {
        return Err(Refusal::new(
            "too_long",
            format!("The {what} is longer than 4 MB. Keep the summary here and attach the long text as evidence."),
        ));
    }
    Ok(text)
}

/// [`clean`] for a field on one line: line ends and tabs become spaces.
pub fn line(text: &str) -> Option<String> {
    clean(text).map(|t| t.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// At most `most` characters, on one line, cut with an ellipsis. Looks at four times as many at most: lists shorten
/// fifty texts at once.
pub fn brief(text: &str, most: usize) -> String {
    let mut shown = String::with_capacity(most.min(text.len()) + 4);
    let (mut count, mut cut, mut gap) = (0, 0, false);
    let mut chars = text.chars();
    for c in chars.by_ref().take(most.saturating_mul(4)) {
        if c.is_whitespace() {
            gap = true;
            continue;
        }
        for c in (gap && count > 0).then_some(' ').into_iter().chain([c]) {
            if count + 1 == most {
                cut = shown.len();
            }
            shown.push(c);
            count += 1;
        }
        gap = false;
        if count > most {
            break;
        }
    }
    if count > most || chars.next().is_some() {
        if count >= most {
            shown.truncate(cut);
        }
        shown.push('…');
    }
    shown.retain(|c| !c.is_control());
    shown
}

const fn is_han(c: char) -> bool {
    matches!(c as u32, 0x2E80..=0x2FDF | 0x3005..=0x3007 | 0x3040..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

/// What the index knows of text: letters and digits without their marks (accents, Arabic vowels), compatibility forms as
/// plain ones; everything else parts words. The same for what is stored and for what is typed.
fn plain(text: &str) -> impl Iterator<Item = char> + '_ {
    text.nfkd().filter(|c| !is_combining_mark(*c)).map(|c| if c.is_alphanumeric() { c } else { ' ' })
}

/// By what text is put in order: without case and marks, and numbers as numbers, so that R2 stands before R10. Looks at the
/// beginning only: a list of a million texts is put in order while one waits.
pub fn sort_key(text: &str) -> String {
    const LOOKED_AT: usize = 100;
    let mut key = String::with_capacity(text.len().min(LOOKED_AT) + 8);
    let mut number = String::new();
    // The more digits, the larger: their number goes before them. It sorts before all letters, as digits do.
    let put = |number: &mut String, key: &mut String| {
        if number.is_empty() {
            return;
        }
        let digits = number.trim_start_matches('0');
        key.push(char::from(b'0' + u8::try_from(digits.len().min(40)).unwrap_or(40)));
        key.push_str(digits);
        number.clear();
    };
    for c in text.trim_start().nfkd().filter(|c| !is_combining_mark(*c)).take(LOOKED_AT) {
        if c.is_ascii_digit() {
            number.push(c);
        } else {
            put(&mut number, &mut key);
            key.extend(c.to_lowercase());
        }
    }
    put(&mut number, &mut key);
    key
}

/// Text as it goes into the search index: runs of Chinese characters, which no tokenizer cuts into words, become
/// overlapping pairs (`维持和平` is found under `维持`, `持和`, `和平`).
pub fn index_words(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut before: Option<char> = None;
    for c in plain(text) {
        match (before, is_han(c)) {
            (Some(b), true) => out.extend([' ', b, c]),
            (None, true) | (Some(_), false) => out.extend([' ', c]),
            (None, false) => out.push(c),
        }
        before = is_han(c).then_some(c);
    }
    out
}

/// What was typed into a search box, as an FTS5 expression: every word must occur, the last one as a beginning.
/// `None` where there is no word in it.
pub fn search_expression(typed: &str) -> Option<String> {
    const LONGEST_TYPED: usize = 400;
    let mut terms: Vec<String> = Vec::new();
    let typed: String = typed.chars().take(LONGEST_TYPED).collect();
    let typed: String = plain(&typed).collect();
    for word in typed.split_whitespace() {
        let mut rest = word;
        while let Some(first) = rest.chars().next() {
            // A word falls into runs of Chinese characters and of others.
            let end = rest.find(|c| is_han(c) != is_han(first)).unwrap_or(rest.len());
            let (run, after) = rest.split_at(end);
            run_terms(run, is_han(first), &mut terms);
            rest = after;
        }
    }
    let open_end = typed.chars().next_back().is_some_and(|c| !c.is_whitespace() && !is_han(c));
    if open_end && let Some(last) = terms.last_mut() {
        last.push('*');
    }
    (!terms.is_empty()).then(|| terms.join(" "))
}

fn run_terms(run: &str, han: bool, terms: &mut Vec<String>) {
    let chars: Vec<char> = run.chars().collect();
    if !han {
        terms.push(format!("\"{run}\""));
    } else if chars.len() == 1 {
        terms.push(format!("\"{run}\"*"));
    } else {
        terms.extend(chars.windows(2).map(|pair| format!("\"{}{}\"", pair[0], pair[1])));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cleaning() {
        let check = |input: &str, expect: Option<&str>| assert_eq!(clean(input).as_deref(), expect, "{input:?}");
        check("  a \r\n b\u{0}c\u{7} ", Some("a \n bc"));
        check("a\tb", Some("a\tb"));
        check(" \u{0} ", None);
        check("نص عربي", Some("نص عربي"));
    }

    #[test]
    fn shortening() {
        let check = |input: &str, most, expect: &str| assert_eq!(brief(input, most), expect, "{input:?}");
        check("short", 10, "short");
        check("a  b\n c", 10, "a b c");
        check("abcdefghij", 5, "abcd…");
        check(&"x".repeat(1_000_000), 3, "xx…");
        check("abcde", 5, "abcde");
        check("ab cd ef", 5, "ab c…");
        check("  ab\u{7}c  ", 5, "abc");
        check(&format!("a{}b", " ".repeat(50)), 5, "a…");
        check("安全理事会和平", 5, "安全理事…");
    }

    #[test]
    fn text_in_order() {
        let check = |texts: &[&str]| {
            let keys: Vec<_> = texts.iter().map(|text| sort_key(text)).collect();
            assert!(keys.is_sorted(), "{texts:?}: {keys:?}");
        };
        check(&["R2", "R10", "R100"]);
        check(&["1", "1.2", "1.10", "2", "10", "a"]);
        check(&["P1", "p2", "P2.9", "P2.10", "P10"]);
        check(&["eau", "École", "été", "Etude", "zoo"]);
        check(&["(a)", "(b)"]);
        check(&["R 9 999 999 999", "S"]);
        assert_eq!(sort_key("Item 007"), sort_key("ITEM 7"));
        assert!(sort_key(&"x".repeat(1_000_000)).len() < 200);
    }

    #[test]
    fn words_under_which_text_is_found() {
        let check = |input: &str, expect: &str| assert_eq!(index_words(input), expect, "{input:?}");
        check("plain words", "plain words");
        check("维持和平", " 维 维持 持和 和平");
        check("UN维和DPO", "UN 维 维和 DPO");
        check("café, naïve", "cafe  naive");
        check("مُحَمَّد", "محمد");
        check("aⒶb ﬃ", "aAb ffi");
    }

    #[test]
    fn what_is_typed_into_the_search_box() {
        let check = |input: &str, expect: Option<&str>| assert_eq!(search_expression(input).as_deref(), expect, "{input:?}");
        check("camp prot", Some("\"camp\" \"prot\"*"));
        check("camp ", Some("\"camp\""));
        check("a\"b OR -c*", Some("\"a\" \"b\" \"OR\" \"c\""));
        check("维持和", Some("\"维持\" \"持和\""));
        check("维", Some("\"维\"*"));
        check("مُحَمَّد", Some("\"محمد\"*"));
        check("हिन्दी", Some("\"हनद\"*"));
        check("миротворчество операци", Some("\"миротворчество\" \"операци\"*"));
        check("sécurité ", Some("\"securite\""));
        check("aⒶb", Some("\"aAb\"*"));
        check("  \"'*", None);
    }
}
