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

pub(crate) const fn is_han(c: char) -> bool {
    matches!(c as u32, 0x2E80..=0x2FDF | 0x3005..=0x3007 | 0x3040..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

/// The Latin digit for one of another script, whose nought is given.
fn digit(c: char, nought: char) -> char {
    char::from_digit(c as u32 - nought as u32, 10).unwrap_or(c)
}

/// A character as the index knows it, of none to several letters: without marks (accents, Arabic vowels and hamza), in
/// its plain form, letters that people type one for the other as one (ta marbuta and ha, the digits of two scripts).
pub(crate) fn fold(c: char, mut put: impl FnMut(char)) {
    if c.is_ascii() {
        return put(c);
    }
    for c in std::iter::once(c).nfkd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'œ' | 'Œ' => "oe".chars().for_each(&mut put),
            'æ' | 'Æ' => "ae".chars().for_each(&mut put),
            'ß' | 'ẞ' => "ss".chars().for_each(&mut put),
            'ø' | 'Ø' => put('o'),
            'ł' | 'Ł' => put('l'),
            'đ' | 'Đ' => put('d'),
            'ı' => put('i'),
            'ة' => put('ه'),
            'ى' | 'ی' => put('ي'),
            'ک' => put('ك'),
            'ٱ' => put('ا'),
            '\u{660}'..='\u{669}' => put(digit(c, '\u{660}')),
            '\u{6f0}'..='\u{6f9}' => put(digit(c, '\u{6f0}')),
            // What is not seen parts no words: the stroke that lengthens Arabic letters, soft hyphens, joiners.
            'ـ' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            c => put(c),
        }
    }
}

/// What the index knows of text: letters and digits, see [`fold`]; everything else parts words. The same for what is
/// stored and for what is typed.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        fold(c, |c| out.push(if c.is_alphanumeric() { c } else { ' ' }));
    }
    out
}

/// The symbol of a document or a label with signs in it (`S/2023/646`, `P4.3`) as one word (`S2023646`), so that it is
/// found as it is typed. `None` where it has no sign, or no letter and digit.
pub(crate) fn symbol(chunk: &str) -> Option<String> {
    const LONGEST_SYMBOL: usize = 48;
    if chunk.len() > 4 * LONGEST_SYMBOL || !chunk.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let plain = plain(chunk);
    let parts = plain.split_whitespace();
    let (mut whole, mut n) = (String::new(), 0);
    for part in parts {
        whole.push_str(part);
        n += 1;
    }
    let has = |of: fn(char) -> bool| whole.chars().any(of);
    let fits = n > 1 && whole.len() <= LONGEST_SYMBOL && has(char::is_alphabetic) && !has(is_han);
    fits.then_some(whole)
}

/// What has no place of its own in an order: bidi marks, joiners, soft hyphens, the stroke that lengthens Arabic letters.
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | 'ـ' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Arabic names stand under the word after their article. Not all that begins so has one: these are words of their own,
/// and where the alef bears a hamza (ألمانيا) it is none.
fn without_article(text: &str) -> &str {
    const NO_ARTICLE: [&str; 13] = [
        "الله",
        "الذي",
        "التي",
        "التزام",
        "التماس",
        "التحاق",
        "التقاء",
        "التباس",
        "التهاب",
        "التئام",
        "التفاف",
        "التفات",
        "التصاق",
    ];
    match text.strip_prefix("ال") {
        Some(rest)
            if !NO_ARTICLE.iter().any(|word| text.starts_with(word))
                && rest.chars().take(2).filter(|c| c.is_alphabetic()).count() == 2 =>
        {
            rest
        }
        _ => text,
    }
}

/// By what text is put in order, the same in every language of the window: without case, and numbers as numbers in the
/// digits of any script, so that R2 stands before R10. Accents and Arabic vowels only part what is else the same; ñ and й
/// are letters of their own, ё stands as е, œ as oe; an Arabic article does not count. Chinese stands in the order of
/// Unicode, which is by radical and strokes; for pinyin each character's readings would have to be known. Looks at the
/// beginning only: a list of a million texts is put in order while one waits.
pub fn sort_key(text: &str) -> String {
    const LOOKED_AT: usize = 100;
    /// After every letter that may follow an n: ñ stands behind all that begins with n.
    const BEHIND: char = '\u{f8ff}';
    let text = without_article(text.trim_start_matches(|c: char| c.is_whitespace() || is_unseen(c)));
    let seen = || text.nfkd().filter(|c| !is_unseen(*c)).take(LOOKED_AT);
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
    let mut marked = false;
    for c in seen() {
        let c = match c {
            '\u{660}'..='\u{669}' => digit(c, '\u{660}'),
            '\u{6f0}'..='\u{6f9}' => digit(c, '\u{6f0}'),
            c => c,
        };
        if c.is_ascii_digit() {
            number.push(c);
            continue;
        }
        put(&mut number, &mut key);
        match (c, key.chars().next_back()) {
            (c, _) if c.is_ascii() => key.push(c.to_ascii_lowercase()),
            ('\u{303}', Some('n')) => key.push(BEHIND),
            ('\u{306}', Some('и')) => {
                key.pop();
                key.push('й');
            }
            (c, _) if is_combining_mark(c) => marked = true,
            ('œ' | 'Œ', _) => key.push_str("oe"),
            ('æ' | 'Æ', _) => key.push_str("ae"),
            ('ß' | 'ẞ', _) => key.push_str("ss"),
            ('ø' | 'Ø', _) => key.push('o'),
            ('ł' | 'Ł', _) => key.push('l'),
            ('đ' | 'Đ', _) => key.push('d'),
            ('ٱ', _) => key.push('ا'),
            ('ی', _) => key.push('ي'),
            ('ک', _) => key.push('ك'),
            (c, _) => key.extend(c.to_lowercase()),
        }
    }
    put(&mut number, &mut key);
    if marked {
        // Before every sign and letter, so that only what is else the same is parted.
        key.push('\u{1}');
        key.extend(seen().flat_map(char::to_lowercase));
    }
    key
}

/// Text as it goes into the search index: runs of Chinese characters, which no tokenizer cuts into words, become
/// overlapping pairs (`维持和平` is found under `维持`, `持和`, `和平`); symbols of documents go in as one word too.
pub fn index_words(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut before: Option<char> = None;
    for c in plain(text).chars() {
        match (before, is_han(c)) {
            (Some(b), true) => out.extend([' ', b, c]),
            (None, true) | (Some(_), false) => out.extend([' ', c]),
            (None, false) => out.push(c),
        }
        before = is_han(c).then_some(c);
    }
    let mut put = |symbol: Option<String>| {
        if let Some(symbol) = symbol {
            out.push(' ');
            out.push_str(&symbol);
        }
    };
    for chunk in text.split_whitespace().filter(|chunk| chunk.bytes().any(|b| b.is_ascii_digit())) {
        put(symbol(chunk));
        // The symbol in an address: https://undocs.org/S/2023/646
        put(chunk.split_once("://").and_then(|(_, rest)| rest.split_once('/')).and_then(|(_, path)| symbol(path)));
    }
    out
}

/// The first word of a text that the index knows as `word`, in small letters.
pub fn word_like(text: &str, word: &str) -> Option<String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c));
    words.map(str::to_lowercase).find(|one| plain(one).to_lowercase() == word)
}

/// What was typed into a search box, as an FTS5 expression: every word must occur, the last one as a beginning; symbols by
/// their parts. `None` where there is no word in it.
pub fn search_expression(typed: &str) -> Option<String> {
    let typed = crate::search::Typed::read(typed)?;
    Some(typed.by_parts(&[]).unwrap_or_else(|| typed.exactly(&[])))
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
        // French: accents part only what is else the same. Spanish: ñ is a letter.
        check(&["cote", "coté", "côte", "côté", "cote b", "coter"]);
        check(&["Éthique", "Ethique b", "Étoile", "Œdème", "œuvre", "offre", "ouvrage"]);
        check(&["nabo", "nuez", "Ñandú", "ñu", "oca"]);
        check(&["cana", "canon", "canzo", "caña", "caño", "capa"]);
        // Russian: ё as е, й after и.
        check(&["её", "ёж", "езда", "ель", "ехать", "жар"]);
        check(&["идея", "Иран", "Йемен", "Кения"]);
        check(&["Ежи", "Ёжи", "Ежик"]);
        // Arabic: hamza and vowels do not part letters, the article does not count, what only looks like one does.
        check(&["الاتحاد الروسي", "إثيوبيا", "أذربيجان", "الأرجنتين", "أرمينيا"]);
        check(&["الأردن", "ألمانيا", "البرازيل", "بلجيكا", "تونس", "الجزائر"]);
        check(&["التزام", "باب", "تنزيل", "التنمية", "ثناء"]);
        check(&["كتاب", "کتابة", "ليل"]);
        check(&["البند ٢", "البند 3", "بند ١٠"]);
        // Chinese: by radical and strokes.
        check(&["一", "中国", "联合国", "部门"]);
        assert_eq!(sort_key("\u{200f}الأمم"), sort_key("أمم"));
        assert_eq!(sort_key("Й"), sort_key("И\u{306}"));
        assert_eq!(sort_key("ñ"), sort_key("n\u{303}"));
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
        check("إلى المدرسة الـعامة", "الي المدرسه العامه");
        check("ещё œuvre ٣", "еще oeuvre 3");
        check("(A/RES/75/1).", " A RES 75 1   ARES751");
        check("https://undocs.org/S/2023/646", "https   undocs org S 2023 646 httpsundocsorgS2023646 S2023646");
        check("第2719(2023)号", " 第 2719 2023  号");
        check("4.3 P4.3", "4 3 P4 3 P43");
    }

    #[test]
    fn what_is_typed_into_the_search_box() {
        let check = |input: &str, expect: Option<&str>| assert_eq!(search_expression(input).as_deref(), expect, "{input:?}");
        check("camp prot", Some("\"camp\" AND \"prot\"*"));
        check("camp ", Some("\"camp\""));
        check("a\"b OR -c*", Some("\"a\" AND \"b\" AND \"or\" AND \"c\""));
        check("维持和", Some("\"维持\" AND \"持和\""));
        check("维", Some("\"维\"*"));
        check("مُحَمَّد", Some("\"محمد\"*"));
        check("हिन्दी", Some("\"हनद\"*"));
        check("миротворчество операци", Some("\"миротворчество\" AND \"операци\"*"));
        check("sécurité ", Some("\"securite\""));
        check("aⒶb", Some("\"aab\"*"));
        check("  \"'*", None);
    }
}
