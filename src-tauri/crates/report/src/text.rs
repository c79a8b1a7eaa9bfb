//! What must be done to a text before it may stand in a file of some kind: escaping, cutting, making harmless.
//! Nothing here knows what the text says; the register keeps it as it was entered, and JSON hands it out so.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Longest text shown in a page, in characters; a summary is no place for a whole report.
const PAGE_TEXT: usize = 1_500;
/// Excel's limit for a cell, in UTF-16 units.
const CELL_TEXT: usize = 32_767;

/// Characters that XML forbids or that have no business in a document, except tab and line breaks.
fn is_noise(c: char) -> bool {
    (c.is_control() && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{FFFE}' | '\u{FFFF}')
}

/// Characters that turn the direction of what follows them; our own isolation does that work.
pub(crate) fn turns(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether a text has right-to-left letters.
fn runs_leftwards(text: &str) -> bool {
    text.chars().any(
        |c| matches!(c, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}'),
    )
}

/// Without control characters; the text itself if it has none.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    if text.contains(is_noise) { Cow::Owned(text.chars().filter(|&c| !is_noise(c)).collect()) } else { Cow::Borrowed(text) }
}

/// For a page: one line, no control characters, not longer than a page bears, with `mark` where it was cut; isolated
/// if it runs from right to left, so that it cannot disturb the words around it.
pub(crate) fn for_page(text: &str, mark: &str) -> String {
    let mut line = String::with_capacity(text.len().min(PAGE_TEXT * 4));
    let (mut length, mut cut, mut gap) = (0, false, false);
    for c in text.chars() {
        if c.is_whitespace() {
            gap = true;
            continue;
        }
        if is_noise(c) || turns(c) {
            continue;
        }
        if length >= PAGE_TEXT {
            cut = true;
            break;
        }
        if gap && !line.is_empty() {
            line.push(' ');
            length += 1;
        }
        gap = false;
        line.push(c);
        length += 1;
    }
    if cut {
        // A word is not cut in two unless it is itself as long as that.
        if let Some(end) = line.rfind(' ').filter(|end| *end + 80 > line.len()) {
            line.truncate(end);
        }
        line.push_str(mark);
    }
    if runs_leftwards(&line) { format!("\u{2068}{line}\u{2069}") } else { line }
}

/// For a spreadsheet cell: no control characters, at most Excel's 32,767 units, with `mark` where it was cut.
pub(crate) fn for_cell<'a>(text: &'a str, mark: &str) -> Cow<'a, str> {
    let text = clean(text);
    let text = if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { text };
    if text.len() <= CELL_TEXT || text.encode_utf16().count() <= CELL_TEXT {
        return text;
    }
    let room = CELL_TEXT - mark.encode_utf16().count();
    let mut used = 0;
    let mut cut: String = text
        .chars()
        .take_while(|c| {
            used += c.len_utf16();
            used <= room
        })
        .collect();
    cut.push_str(mark);
    Cow::Owned(cut)
}

/// Whether a spreadsheet program might take a cell with this text for a formula.
pub(crate) fn is_formula_like(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n']) || text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// For CSV: without control characters, and harmless.
///
/// A text that a spreadsheet program might take for a formula (its first sign is `= + - @` or one of their wide forms,
/// or it begins with tab or a line break) gets a leading apostrophe. So does, inside a text, a `= + - @` directly
/// behind a semicolon or tab, because where these part the columns it would begin a cell.
pub(crate) fn harmless(text: &str) -> Cow<'_, str> {
    let text = clean(text);
    let leads = |c: char| matches!(c, '=' | '+' | '-' | '@');
    let inside = text.as_bytes().windows(2).any(|pair| matches!(pair[0], b';' | b'\t') && leads(char::from(pair[1])));
    if !inside && !is_formula_like(&text) {
        return text;
    }
    let mut safe = String::with_capacity(text.len() + 8);
    if is_formula_like(&text) {
        safe.push('\'');
    }
    let mut before = ' ';
    for c in text.chars() {
        if matches!(before, ';' | '\t') && leads(c) {
            safe.push('\'');
        }
        safe.push(c);
        before = c;
    }
    Cow::Owned(safe)
}

/// For HTML, in text and in quoted attributes.
pub(crate) fn html(text: &str, out: &mut impl std::fmt::Write) -> std::fmt::Result {
    escape(text, out, |c| match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        '\'' => Some("&#39;"),
        _ => None,
    })
}

/// For Markdown, in a paragraph, list item or table cell: every sign that means something gets a backslash, and what a
/// converter might take for HTML becomes an entity.
pub(crate) fn markdown(text: &str, out: &mut impl std::fmt::Write) -> std::fmt::Result {
    // A list sign at the beginning of a list item would open a list inside it.
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let text = if text.starts_with(['-', '+', '=']) {
        out.write_char('\\')?;
        text
    } else if (1..10).contains(&digits) && text[digits..].starts_with(['.', ')']) {
        write!(out, "{}\\", &text[..digits])?;
        &text[digits..]
    } else {
        text
    };
    escape(text, out, |c| match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '\\' => Some("\\\\"),
        '`' => Some("\\`"),
        '*' => Some("\\*"),
        '_' => Some("\\_"),
        '[' => Some("\\["),
        ']' => Some("\\]"),
        '#' => Some("\\#"),
        '|' => Some("\\|"),
        '~' => Some("\\~"),
        '$' => Some("\\$"),
        '\n' | '\r' => Some(" "),
        _ => None,
    })
}

fn escape(text: &str, out: &mut impl std::fmt::Write, of: impl Fn(char) -> Option<&'static str>) -> std::fmt::Result {
    let mut from = 0;
    for (at, c) in text.char_indices() {
        if let Some(instead) = of(c) {
            out.write_str(&text[from..at])?;
            out.write_str(instead)?;
            from = at + c.len_utf8();
        }
    }
    out.write_str(&text[from..])
}

/// A quoted CSS string, safe inside a style element: all but letters, digits and spaces is written by number.
pub(crate) fn css_string(text: &str) -> String {
    let mut css = String::from("\"");
    for c in text.chars() {
        if c == ' ' || c.is_alphanumeric() {
            css.push(c);
        } else {
            let _ = write!(css, "\\{:06X} ", u32::from(c)); // the space ends the number
        }
    }
    css.push('"');
    css
}

/// A number with its thousands parted.
pub(crate) fn grouped(n: u64, mark: &str) -> String {
    let digits = n.to_string();
    let mut text = String::with_capacity(digits.len() + 4);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push_str(mark);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_made_harmless() {
        let check = |raw: &str, expect: &str| assert_eq!(harmless(raw), expect);
        check("plain", "plain");
        check("", "");
        check("=1+1", "'=1+1");
        check("+1", "'+1");
        check("-1", "'-1");
        check("@SUM(A1)", "'@SUM(A1)");
        check("  =1", "'  =1");
        check("＝1", "'＝1");
        check("\t=1", "'\t'=1");
        check("\rx", "'\rx");
        check("\nx", "'\nx");
        check("\u{0}=1", "'=1");
        check("a;=1", "a;'=1");
        check("a; - b", "a; - b");
        check("a-b=c", "a-b=c");
        check("bell\u{7}, \u{fffe}", "bell, ");
        check("two\nlines", "two\nlines");
    }

    #[test]
    fn pages_get_one_clean_line() {
        let check = |raw: &str, expect: &str| assert_eq!(for_page(raw, "…"), expect);
        check("  a \r\n\t b ", "a b");
        check("a\u{0}b\u{1f}c", "abc");
        check("\u{202E}abc\u{2069}", "abc");
        check("سلام", "\u{2068}سلام\u{2069}");
        check(&"x".repeat(1_500), &"x".repeat(1_500));
        check(&"x".repeat(1_501), &format!("{}…", "x".repeat(1_500)));
        assert!(for_page(&"word ".repeat(400), "…").ends_with("word…"));
        assert!(for_page(&"𝔘".repeat(1_000_000), "…").len() < 7_000);
    }

    #[test]
    fn cells_hold_what_excel_holds() {
        let units = |text: &str| text.encode_utf16().count();
        assert_eq!(for_cell("a\u{b}\r\nb\u{ffff}", "…"), "a\nb");
        assert_eq!(units(&for_cell(&"x".repeat(32_767), "…")), 32_767);
        for long in ["x".repeat(32_768), "𝔘".repeat(20_000), "é".repeat(1_000_000)] {
            let cut = for_cell(&long, "… (more)");
            assert!(units(&cut) <= 32_767 && units(&cut) > 32_760 && cut.ends_with("… (more)"));
        }
    }

    #[test]
    fn html_is_escaped() {
        let mut out = String::new();
        html("<a href=\"x\">'&'</a>", &mut out).unwrap();
        assert_eq!(out, "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
    }

    #[test]
    fn markdown_is_escaped() {
        let check = |raw: &str, expect: &str| {
            let mut out = String::new();
            markdown(raw, &mut out).unwrap();
            assert_eq!(out, expect);
        };
        check("a | b", "a \\| b");
        check("a\nb", "a b");
        check("[x](y) *b* _i_ `c` #h ~s~ \\", "\\[x\\](y) \\*b\\* \\_i\\_ \\`c\\` \\#h \\~s\\~ \\\\");
        check("<b>&amp;", "&lt;b&gt;&amp;amp;");
        check("- item", "\\- item");
        check("12. item", "12\\. item");
        check("2021–2023", "2021–2023");
        check("12 items", "12 items");
    }

    #[test]
    fn css_strings_cannot_end() {
        assert_eq!(css_string("A b"), "\"A b\"");
        assert_eq!(css_string("a\"; }</style>"), "\"a\\000022 \\00003B  \\00007D \\00003C \\00002F style\\00003E \"");
    }

    #[test]
    fn thousands() {
        let check = |n, expect| assert_eq!(grouped(n, ","), expect);
        check(0, "0");
        check(999, "999");
        check(1_055, "1,055");
        check(12_345_678, "12,345,678");
    }
}
