//! Cuts the words of a due into tokens: small letters without accents, numbers, signs. Each knows where it was said, so
//! that a name can be given back as it was written.
//!
//! Does not know any language.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word, a number or a sign.
#[derive(Debug)]
pub(super) struct Token {
    pub text: String,
    /// Bytes of the words in which it stands.
    pub from: usize,
    pub to: usize,
}

impl Token {
    /// The number that it is, if it is one.
    pub(super) fn number(&self) -> Option<u32> {
        let digits = self.text.len() <= 8 && self.text.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| self.text.parse().ok()).flatten()
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Letters,
    Digits,
    Sign,
    /// Parts words and is not kept: spaces, quotes, brackets, commas, full stops that are not inside a number.
    Gap,
    /// Neither: a mark of the letter before it, or invisible.
    Nothing,
}

fn sort(c: char) -> Sort {
    match c {
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}' => Sort::Nothing,
        ',' | ';' | ':' | '.' | '!' | '?' | '"' | '\'' | '`' | '“' | '”' | '„' | '‘' | '’' | '«' | '»' | '(' | ')' | '['
        | ']' | '*' => Sort::Gap,
        _ if c.is_whitespace() || c.is_control() => Sort::Gap,
        _ if is_combining_mark(c) => Sort::Nothing,
        _ if c.is_ascii_digit() => Sort::Digits,
        _ if c.is_alphabetic() => Sort::Letters,
        _ => Sort::Sign,
    }
}

/// Every dash is one dash.
fn one_dash(c: char) -> char {
    if matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}') { '-' } else { c }
}

/// The tokens of the words, in their order.
pub(super) fn tokens(words: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut before = Sort::Gap;
    for (from, c) in words.char_indices() {
        let to = from + c.len_utf8();
        let next_is_digit = words[to..].starts_with(|c: char| c.is_ascii_digit());
        for c in std::iter::once(one_dash(c)).nfkd().flat_map(char::to_lowercase) {
            let inside_number = c == '.' && before == Sort::Digits && next_is_digit;
            let sort = if inside_number { Sort::Sign } else { sort(c) };
            match (sort, found.last_mut()) {
                (Sort::Nothing, _) => continue,
                (Sort::Gap, _) => {}
                (Sort::Letters | Sort::Digits, Some(last)) if sort == before => {
                    last.text.push(c);
                    last.to = to;
                }
                _ => found.push(Token { text: c.to_string(), from, to }),
            }
            before = sort;
        }
    }
    found
}
