//! Text as it may stand in the register: cleaning what was typed or pasted, shortening for a sentence, and the words
//! under which it is found.
//!
//! Does not rank or search; the store does, on the words made here.

use crate::Refusal;

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

/// At most `most` characters, on one line, cut with an ellipsis.
pub fn brief(text: &str, most: usize) -> String {
    let mut shown: String =
        text.chars().take(most.saturating_mul(4)).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
    if shown.chars().count() > most || text.chars().nth(most.saturating_mul(4)).is_some() {
        shown = shown.chars().take(most.saturating_sub(1)).collect();
        shown.push('…');
    }
    shown.chars().filter(|c| !c.is_control()).collect()
}

const fn is_han(c: char) -> bool {
    matches!(c as u32, 0x2E80..=0x2FDF | 0x3005..=0x3007 | 0x3040..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

/// Text as it goes into the search index: runs of Chinese characters, which no tokenizer cuts into words, become
/// overlapping pairs (`维持和平` is found under `维持`, `持和`, `和平`).
pub fn index_words(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut before: Option<char> = None;
    for c in text.chars() {
        match (before, is_han(c)) {
            (Some(b), true) => {
                out.push(' ');
                out.push(b);
                out.push(c);
            }
            (None, true) => {
                out.push(' ');
                out.push(c);
            }
            (_, false) => {
                if before.is_some() {
                    out.push(' ');
                }
                out.push(c);
            }
        }
        before = is_han(c).then_some(c);
    }
    out
}

/// What was typed into a search box, as an FTS5 expression: every word must occur, the last one as a beginning.
/// `None` where there is no word in it.
pub fn search_expression(typed: &str) -> Option<String> {
    let mut terms: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut han = String::new();
    let flush_word = |word: &mut String, terms: &mut Vec<String>| {
        if !word.is_empty() {
            terms.push(format!("\"{word}\""));
            word.clear();
        }
    };
    let flush_han = |han: &mut String, terms: &mut Vec<String>| {
        let chars: Vec<char> = han.chars().collect();
        if chars.len() == 1 {
            terms.push(format!("\"{han}\"*"));
        }
        for pair in chars.windows(2) {
            terms.push(format!("\"{}{}\"", pair[0], pair[1]));
        }
        han.clear();
    };
    for c in typed.chars().take(400) {
        if is_han(c) {
            flush_word(&mut word, &mut terms);
            han.push(c);
        } else if c.is_alphanumeric() || is_mark(c) {
            flush_han(&mut han, &mut terms);
            word.push(c);
        } else {
            flush_han(&mut han, &mut terms);
            flush_word(&mut word, &mut terms);
        }
    }
    flush_han(&mut han, &mut terms);
    let open_end = !word.is_empty();
    flush_word(&mut word, &mut terms);
    if open_end && let Some(last) = terms.last_mut() {
        last.push('*');
    }
    (!terms.is_empty()).then(|| terms.join(" "))
}

/// Combining marks (Arabic vowels, accents written apart) belong to the word before them.
const fn is_mark(c: char) -> bool {
    matches!(c as u32, 0x0300..=0x036F | 0x064B..=0x065F | 0x0670 | 0x06D6..=0x06ED | 0x093A..=0x094F)
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
    }

    #[test]
    fn words_under_which_text_is_found() {
        let check = |input: &str, expect: &str| assert_eq!(index_words(input), expect, "{input:?}");
        check("plain words", "plain words");
        check("维持和平", " 维 维持 持和 和平");
        check("UN维和DPO", "UN 维 维和 DPO");
    }

    #[test]
    fn what_is_typed_into_the_search_box() {
        let check = |input: &str, expect: Option<&str>| assert_eq!(search_expression(input).as_deref(), expect, "{input:?}");
        check("camp prot", Some("\"camp\" \"prot\"*"));
        check("camp ", Some("\"camp\""));
        check("a\"b OR -c*", Some("\"a\" \"b\" \"OR\" \"c\""));
        check("维持和", Some("\"维持\" \"持和\""));
        check("维", Some("\"维\"*"));
        check("  \"'*", None);
    }
}
