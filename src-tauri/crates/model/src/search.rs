//! What was typed into a search box: as a question to the index, and against a text, where its words stand in it and how
//! well it fits.
//!
//! Does not look anything up; the store does.

use crate::text::{fold, is_han, symbol};

/// Where a word that was found stands: from this character on, up to but without that one.
pub type Mark = (u32, u32);

/// The words that were typed. Every one of them must occur.
#[derive(Debug, Clone)]
pub struct Typed {
    chars: Vec<char>,
    terms: Vec<Term>,
    symbols: Vec<Vec<char>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Term {
    letters: Vec<char>,
    /// Which characters of what was typed it is made of.
    at: (usize, usize),
    /// What stands there may go on.
    open: bool,
    /// It belongs to a symbol, such as S/2023/646.
    in_symbol: bool,
    han: bool,
}

/// A word of what was typed, for those who look for one like it.
#[derive(Debug, Clone, Copy)]
pub struct Word<'a> {
    pub letters: &'a [char],
    pub open: bool,
    at: (usize, usize),
}

/// How well a text fits, for [`Typed::score`].
#[derive(Debug, Clone, Default)]
pub struct Fit {
    /// For each word, how often it stands in the fields, each time with the field's weight.
    met: Vec<f32>,
    length: f32,
    together: f32,
}

const LONGEST_TYPED: usize = 400;

/// A letter as it is compared, and the number of the character that it comes from.
struct Letter {
    is: char,
    of: u32,
}

/// What parts words, and what parts what people write without a gap (`S/2023/646`).
const BREAK: char = ' ';
const GAP: char = '\n';

fn letters(text: &str) -> Vec<Letter> {
    let mut all = Vec::with_capacity(text.len());
    for (of, c) in (0..).zip(text.chars()) {
        // Most letters, and a look at three hundred texts is one key.
        if c.is_ascii_alphanumeric() {
            all.push(Letter { is: c.to_ascii_lowercase(), of });
            continue;
        }
        if c.is_whitespace() {
            all.push(Letter { is: GAP, of });
            continue;
        }
        fold(c, |folded| {
            if !folded.is_alphanumeric() {
                all.push(Letter { is: BREAK, of });
                return;
            }
            all.extend(folded.to_lowercase().map(|is| Letter { is, of }));
        });
    }
    all
}

fn is_part(c: char) -> bool {
    c != BREAK && c != GAP
}

/// The runs of letters between breaks, each of one script as far as the index parts them.
fn runs(letters: &[Letter]) -> impl Iterator<Item = (usize, usize)> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < letters.len() && !is_part(letters[at].is) {
            at += 1;
        }
        let from = at;
        let han = is_han(letters.get(from)?.is);
        while at < letters.len() && is_part(letters[at].is) && is_han(letters[at].is) == han {
            at += 1;
        }
        Some((from, at))
    })
}

impl Typed {
    /// `None` where there is no word in it.
    pub fn read(typed: &str) -> Option<Self> {
        let typed: String = typed.chars().take(LONGEST_TYPED).collect();
        let all = letters(&typed);
        let mut terms: Vec<Term> = runs(&all)
            .map(|(from, to)| Term {
                letters: all[from..to].iter().map(|l| l.is).collect(),
                at: (all[from].of as usize, all[to - 1].of as usize + 1),
                open: false,
                in_symbol: false,
                han: is_han(all[from].is),
            })
            .collect();
        let open_end = all.last().is_some_and(|l| is_part(l.is) && !is_han(l.is));
        if let Some(last) = terms.last_mut().filter(|_| open_end) {
            last.open = true;
        }
        let typed: Vec<char> = typed.chars().collect();
        let mut symbols = Vec::new();
        let mut at = 0;
        for chunk in typed.split(|c| c.is_whitespace()) {
            let to = at + chunk.len();
            if let Some(one) = symbol(&chunk.iter().collect::<String>()) {
                symbols.push(one.chars().flat_map(char::to_lowercase).collect());
                for term in terms.iter_mut().filter(|term| term.at.0 >= at && term.at.1 <= to) {
                    term.in_symbol = true;
                }
            }
            at = to + 1;
        }
        (!terms.is_empty()).then_some(Self { chars: typed, terms, symbols })
    }

    /// The word that is still being typed: what is looked for begins with it.
    pub fn open_word(&self) -> Option<String> {
        self.terms.last().filter(|term| term.open).map(|term| term.letters.iter().collect())
    }

    /// For the index: with symbols as they were typed. `begun`: the words of the index that begin with the open word; none
    /// where the index is to look for them.
    pub fn exactly(&self, begun: &[String]) -> String {
        let symbols = self.symbols.iter().map(|one| format!("\"{}\"*", one.iter().collect::<String>()));
        let words = self.terms.iter().filter(|term| !term.in_symbol).flat_map(|term| term.asked(begun));
        symbols.chain(words).collect::<Vec<_>>().join(" AND ")
    }

    /// For the index: symbols by their parts. `None` where that is the same.
    pub fn by_parts(&self, begun: &[String]) -> Option<String> {
        let words = || self.terms.iter().flat_map(|term| term.asked(begun)).collect::<Vec<_>>();
        (!self.symbols.is_empty()).then(|| words().join(" AND "))
    }

    /// The words that may have been misspelt, each with its question to the index.
    pub fn words(&self) -> impl Iterator<Item = (Word<'_>, String)> {
        let words = self.terms.iter().filter(|term| !term.han);
        words.map(|term| (Word { letters: &term.letters, open: term.open, at: term.at }, term.asked(&[]).join(" AND ")))
    }

    /// What was typed, with other words in place of some.
    pub fn with(&self, others: &[(Word<'_>, String)]) -> String {
        let mut text = String::new();
        let mut at = 0;
        for (word, other) in others {
            text.extend(&self.chars[at..word.at.0]);
            text.push_str(other);
            at = word.at.1;
        }
        text.extend(&self.chars[at..]);
        text.trim().to_owned()
    }

    /// Where the words stand in a text, in order and apart; and whether each of them does.
    pub fn marks(&self, text: &str) -> (Vec<Mark>, Vec<bool>) {
        let all = letters(text);
        let mut marks = Vec::new();
        let mut met = vec![false; self.terms.len()];
        let symbols = self.symbols_in(&all);
        self.each(&all, |term, from, to, _| {
            if !symbols.is_empty() && self.terms[term].in_symbol {
                return; // its parts alone are not what was asked
            }
            met[term] = true;
            marks.push((all[from].of, all[to - 1].of + 1));
        });
        for (from, to) in symbols {
            marks.push((all[from].of, all[to - 1].of + 1));
            for (met, _) in met.iter_mut().zip(&self.terms).filter(|(_, term)| term.in_symbol) {
                *met = true;
            }
        }
        marks.sort_unstable();
        let mut apart: Vec<Mark> = Vec::with_capacity(marks.len());
        for (from, to) in marks {
            match apart.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                _ => apart.push((from, to)),
            }
        }
        (apart, met)
    }

    /// Each place of each word: which word, from which letter to which, and whether a whole word stands there.
    fn each(&self, all: &[Letter], mut met: impl FnMut(usize, usize, usize, bool)) {
        for (from, to) in runs(all) {
            let run = &all[from..to];
            for (n, term) in self.terms.iter().enumerate() {
                let size = term.letters.len();
                if size > run.len() || term.han != is_han(run[0].is) {
                    continue;
                }
                let stands = |at: usize| run[at..at + size].iter().map(|l| l.is).eq(term.letters.iter().copied());
                if term.han {
                    for at in (0..=run.len() - size).filter(|at| stands(*at)) {
                        met(n, from + at, from + at + size, true);
                    }
                } else if stands(0) && (term.open || size == run.len()) {
                    met(n, from, from + size, size == run.len());
                }
            }
        }
    }

    /// Where the symbols stand, each as it was typed.
    fn symbols_in(&self, all: &[Letter]) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        for (from, _) in runs(all) {
            for symbol in &self.symbols {
                let mut asked = symbol.iter().peekable();
                let mut at = from;
                while let (Some(next), Some(here)) = (asked.peek(), all.get(at)) {
                    match here.is {
                        BREAK => {}
                        is if is == **next => drop(asked.next()),
                        _ => break,
                    }
                    at += 1;
                }
                if asked.peek().is_none() {
                    found.push((from, at));
                }
            }
        }
        found
    }

    /// Takes one more field of an item into how well it fits.
    pub fn weigh(&self, fit: &mut Fit, text: &str, weight: f32) {
        const BEGUN: f32 = 0.7;
        let all = letters(text);
        fit.met.resize(self.terms.len(), 0.0);
        #[allow(clippy::cast_precision_loss)] // lengths of texts
        let words = all.iter().filter(|l| !is_part(l.is)).count() as f32 + 1.0;
        fit.length += words;
        self.each(&all, |term, _, _, whole| fit.met[term] += weight * if whole { 1.0 } else { BEGUN });
        if !self.symbols_in(&all).is_empty() || (self.terms.len() > 1 && self.stands_together(&all)) {
            fit.together += weight;
        }
    }

    /// All the words, one after the other, as they were typed.
    fn stands_together(&self, all: &[Letter]) -> bool {
        let runs: Vec<(usize, usize)> = runs(all).collect();
        runs.windows(self.terms.len()).any(|row| {
            row.iter().zip(&self.terms).all(|((from, to), term)| {
                let run = all[*from..*to].iter().map(|l| l.is);
                if term.open {
                    run.take(term.letters.len()).eq(term.letters.iter().copied())
                } else {
                    run.eq(term.letters.iter().copied())
                }
            })
        })
    }

    /// The larger, the better: BM25 over weighted fields. How rare a word is does not count, for each hit has all of them.
    pub fn score(fit: &Fit) -> f32 {
        const K: f32 = 1.2;
        const B: f32 = 0.5;
        const USUAL: f32 = 40.0;
        const TOGETHER: f32 = 0.5;
        let slow = K * (1.0 - B + B * fit.length / USUAL);
        let sum: f32 = fit.met.iter().map(|met| met / (met + slow)).sum();
        sum + TOGETHER * fit.together / (fit.together + slow)
    }
}

impl Term {
    /// For FTS5: a quoted word, or the pairs of a run of Chinese characters.
    fn asked(&self, begun: &[String]) -> Vec<String> {
        let word: String = self.letters.iter().collect();
        match (self.han, self.letters.as_slice()) {
            (true, [_]) => vec![format!("\"{word}\"*")],
            (true, many) => many.windows(2).map(|pair| format!("\"{}{}\"", pair[0], pair[1])).collect(),
            (false, _) if self.open && begun.is_empty() => vec![format!("\"{word}\"*")],
            (false, _) if self.open => {
                let any: Vec<String> = begun.iter().map(|word| format!("\"{word}\"")).collect();
                vec![format!("({})", any.join(" OR "))]
            }
            (false, _) => vec![format!("\"{word}\"")],
        }
    }
}

/// A text on one line, of at most so many characters around its first marks, and the marks in it. Cut at gaps where it can be.
pub fn around(text: &str, marks: &[Mark], most: usize) -> (String, Vec<Mark>) {
    const BEFORE: usize = 48;
    let chars: Vec<char> = text.chars().collect();
    let first = marks.first().map_or(0, |mark| mark.0 as usize).min(chars.len());
    let mut from = first.saturating_sub(BEFORE);
    if chars.len() <= most {
        from = 0;
    } else if chars.len() - from < most {
        from = chars.len() - most;
    }
    if from > 0
        && let Some(gap) = chars[from..first].iter().position(|c| c.is_whitespace())
    {
        from += gap + 1;
    }
    let to = (from + most).min(chars.len());
    let lead = usize::from(from > 0);
    let mut shown = String::with_capacity(to - from + 8);
    shown.extend((from > 0).then_some('…'));
    shown.extend(&chars[from..to]);
    shown.extend((to < chars.len()).then_some('…'));
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let within = marks.iter().map(|(a, b)| (*a as usize, *b as usize)).filter(|(a, b)| *a >= from && *b <= to);
    (shown, within.map(|(a, b)| (number(a - from + lead), number(b - from + lead))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with its marks in brackets.
    fn marked(typed: &str, text: &str) -> String {
        let (marks, _) = Typed::read(typed).map(|typed| typed.marks(text)).unwrap_or_default();
        let mut out = String::new();
        for (n, c) in (0..).zip(text.chars()) {
            out.extend(marks.iter().any(|m| m.0 == n).then_some('['));
            out.push(c);
            out.extend(marks.iter().any(|m| m.1 == n + 1).then_some(']'));
        }
        out
    }

    #[test]
    fn marks_in_texts_of_all_scripts() {
        let check = |typed: &str, text: &str, expect: &str| assert_eq!(marked(typed, text), expect, "{typed:?} in {text:?}");
        check("prot", "The Protection of the unprotected", "The [Prot]ection of the unprotected");
        check("prot ", "The protection", "The protection");
        check("camps plan", "A plan for the camps, a plan", "A [plan] for the [camps], a [plan]");
        check("securite", "La sécurité", "La [sécurité]");
        check("sécurité", "SECURITE", "[SECURITE]");
        check("se\u{301}cu", "se\u{301}curite", "[se\u{301}cu]rite");
        check("oeuvre", "mise en œuvre", "mise en [œuvre]");
        check("еще", "ещё раз", "[ещё] раз");
        check("احمد", "أَحْمَد وأحمد", "[أَحْمَد] وأحمد");
        check("مدرسه", "في مدرسة", "في [مدرسة]");
        check("维和", "联合国维和行动维和", "联合国[维和]行动[维和]");
        check("S/2023/646", "see S/2023/646, p. 2; S/2023/64", "see [S/2023/646], p. 2; S/2023/64");
        check("a/res/75", "A/RES/75/1", "[A/RES/75]/1");
        check("A4P+", "The A4P+ list", "The [A4P]+ list");
        check("ﬃ", "affix office", "affix office");
    }

    #[test]
    fn questions_to_the_index() {
        let check = |typed: &str, exactly: &str, parts: Option<&str>| {
            let read = Typed::read(typed).expect("words");
            assert_eq!((read.exactly(&[]).as_str(), read.by_parts(&[]).as_deref()), (exactly, parts), "{typed:?}");
        };
        check("camp prot", "\"camp\" AND \"prot\"*", None);
        check("A/RES/75/1", "\"ares751\"*", Some("\"a\" AND \"res\" AND \"75\" AND \"1\"*"));
        check(
            "see S/2023/646 of",
            "\"s2023646\"* AND \"see\" AND \"of\"*",
            Some("\"see\" AND \"s\" AND \"2023\" AND \"646\" AND \"of\"*"),
        );
        check("P4.3", "\"p43\"*", Some("\"p4\" AND \"3\"*"));
        check("4.3", "\"4\" AND \"3\"*", None);
        check("维持和", "\"维持\" AND \"持和\"", None);
        let begun = ["protect".to_owned(), "protection".to_owned()];
        let read = |typed: &str| Typed::read(typed).expect("words");
        assert_eq!(read("camp prot").open_word().as_deref(), Some("prot"));
        assert_eq!(read("camp prot").exactly(&begun), "\"camp\" AND (\"protect\" OR \"protection\")");
        assert_eq!((read("camp prot ").open_word(), read("维持").open_word()), (None, None));
        assert_eq!(read("prot ").exactly(&begun), "\"prot\"");
        assert!(Typed::read(" \"'* ").is_none());
    }

    #[test]
    fn a_word_is_put_in_place_of_another() {
        let read = Typed::read("The protecton of civillians").expect("words");
        let words: Vec<_> = read.words().map(|(word, _)| word).collect();
        assert_eq!(read.with(&[(words[1], "protection".into()), (words[3], "civilians".into())]), "The protection of civilians");
        assert!(words[3].open && !words[1].open);
    }

    #[test]
    fn a_text_around_its_marks() {
        let check = |text: &str, marks: &[Mark], most, expect: (&str, &[Mark])| {
            let (shown, at) = around(text, marks, most);
            assert_eq!((shown.as_str(), at.as_slice()), expect, "{text:?}");
        };
        check("short text", &[(6, 10)], 40, ("short text", &[(6, 10)]));
        let long = format!("{}the camps of{}", "word ".repeat(40), " word".repeat(40));
        let (shown, at) = around(&long, &[(204, 209)], 80);
        assert!(shown.starts_with("…word") && shown.ends_with('…'), "{shown}");
        let cut: String = shown.chars().skip(at[0].0 as usize).take(5).collect();
        assert_eq!(cut, "camps");
        check("ж é x", &[(2, 3)], 10, ("ж é x", &[(2, 3)]));
    }

    #[test]
    fn what_fits_better() {
        let score = |typed: &str, fields: &[(&str, f32)]| {
            let typed = Typed::read(typed).expect("words");
            let mut fit = Fit::default();
            for (text, weight) in fields {
                typed.weigh(&mut fit, text, *weight);
            }
            Typed::score(&fit)
        };
        let better = |typed: &str, a: &[(&str, f32)], b: &[(&str, f32)]| {
            assert!(score(typed, a) > score(typed, b), "{typed}: {a:?} {b:?}");
        };
        let long = "word ".repeat(200);
        better("camps", &[("The camps", 8.0), (&long, 1.0)], &[("A plan", 8.0), ("for the camps", 1.0)]);
        better("camps", &[("the camps", 1.0)], &[(&format!("the camps {long}"), 1.0)]);
        better("camp", &[("the camp", 1.0)], &[("the camps", 1.0)]);
        better("safe camps", &[("the safe camps", 1.0)], &[("camps that are safe", 1.0)]);
        better("S/2023/646", &[("S/2023/646", 1.0)], &[("S of 2023, 646", 1.0)]);
    }
}
