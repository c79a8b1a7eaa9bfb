//! For a word that occurs nowhere, the nearest that does: one change of a letter away in words of up to five letters
//! (another, one more, one less, two in each other's place), two in longer ones. The first letter may differ.
//!
//! The words are those of the index, read in their order by leaps: after a word that is too far away, the next look is at
//! the first word that could be near again. So a question costs some hundred looks into the index, however many words it
//! has, and nothing is kept for it when items are edited.

use super::fields_found;
use crate::{Reader, Result, words};
use followthrough_model::search::{Typed, Word};
use followthrough_model::{Kind, text};
use rusqlite::OptionalExtension;

/// No more looks into the index for one word; what was found until then counts.
const LOOKS: usize = 2_500;
/// Of words that begin with what was typed, no more are compared.
const BEGUN: usize = 12;
/// How often a word occurs is counted so far only.
const OFTEN: u32 = 100;
const WORDS: usize = 4;

impl Reader<'_> {
    /// What was typed with the nearest words in place of those that occur nowhere; nothing where one has none near.
    pub(crate) fn spelt(&self, typed: &Typed) -> Result<Option<String>> {
        let mut others = Vec::new();
        for (word, asked) in typed.words() {
            if self.occurs(&asked)? {
                continue;
            }
            if others.len() == WORDS {
                return Ok(None);
            }
            let Some(near) = self.nearest(word)? else { return Ok(None) };
            others.push((word, self.as_written(&near)?));
        }
        Ok((!others.is_empty()).then(|| typed.with(&others)))
    }

    fn occurs(&self, expression: &str) -> Result<bool> {
        Ok(self.conn.prepare_cached("SELECT 1 FROM words WHERE words MATCH ?1 LIMIT 1")?.exists([expression])?)
    }

    fn nearest(&self, word: Word<'_>) -> Result<Option<String>> {
        let size = word.letters.len();
        let mut looks = LOOKS;
        for most in 1..=2 {
            if size < 3 || (most == 2 && size < 6) {
                break;
            }
            let near = Near { word: word.letters, most, open: word.open && most == 1 && size > 3 };
            let mut found = self.near(&near, &mut looks)?;
            // The nearest; of these, one that begins alike; of these, the most usual.
            found.sort_by_key(|(distance, term)| (*distance, !term.starts_with(word.letters[0])));
            let mut best: Option<(usize, bool, u32, String)> = None;
            for (distance, term) in found.into_iter().take(BEGUN) {
                let often: u32 = self.count(
                    "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ?1 LIMIT ?2)",
                    (format!("\"{term}\""), OFTEN),
                )?;
                let alike = term.starts_with(word.letters[0]);
                let better = best.as_ref().is_none_or(|b| (distance, !alike) == (b.0, !b.1) && often > b.2);
                if often > 0 && better {
                    best = Some((distance, alike, often, term));
                }
            }
            if let Some((_, _, _, term)) = best {
                return Ok(Some(term));
            }
        }
        Ok(None)
    }

    /// The words of the index that are near, each with twice its distance (and one more where only its beginning is near).
    fn near(&self, near: &Near<'_>, looks: &mut usize) -> Result<Vec<(usize, String)>> {
        let mut next = self.conn.prepare_cached(words::NEXT)?;
        let (mut at, mut found, mut begun) = (String::new(), Vec::new(), (String::new(), 0));
        while *looks > 0 {
            *looks -= 1;
            let Some(term) = next.query_row([&at], |r| r.get::<_, String>(0)).optional()? else { break };
            let letters: Vec<char> = term.chars().collect();
            let (whole, beginning) = near.distance(&letters);
            if let Some(distance) = whole {
                found.push((distance * 2, term.clone()));
            } else if let Some((distance, _)) = beginning {
                found.push((distance * 2 + 1, term.clone()));
            }
            // Of words with one beginning a few will do.
            let stem = beginning.map(|(_, size)| (letters[..size].iter().collect::<String>(), size));
            let enough = stem.and_then(|(stem, size)| {
                begun = if begun.0 == stem { (stem, begun.1 + 1) } else { (stem, 1) };
                (begun.1 >= BEGUN).then_some(size)
            });
            match enough.map_or_else(|| near.leap(&letters), |size| near.past(&letters, size - 1)) {
                Some(leap) => at = leap,
                None => break,
            }
        }
        Ok(found)
    }

    /// The word as somebody wrote it, with its accents, in small letters: the index has it without.
    fn as_written(&self, term: &str) -> Result<String> {
        const NEWEST: &str = "SELECT w.rowid, i.kind FROM words w JOIN item i ON i.rid = w.rowid WHERE w.words MATCH ?1 ORDER BY w.rowid DESC LIMIT 1";
        let mut newest = self.conn.prepare_cached(NEWEST)?;
        let found = newest.query_row([format!("\"{term}\"")], |r| Ok((r.get::<_, i64>(0)?, r.get::<_, i64>(1)?))).optional()?;
        let Some((rid, Some(kind))) = found.map(|(rid, kind)| (rid, Kind::from_code(kind))) else { return Ok(term.to_owned()) };
        let texts = fields_found::texts(self, rid, kind)?;
        let written = texts.iter().find_map(|(_, whole)| text::word_like(fields_found::beginning(whole), term));
        Ok(written.unwrap_or_else(|| term.to_owned()))
    }
}

/// Words of at most some changes from one.
struct Near<'a> {
    word: &'a [char],
    most: usize,
    /// Words whose beginning is near count too.
    open: bool,
}

/// Distances of a beginning of a term from each beginning of the word, for the last two of its letters.
struct Rows {
    before: Vec<usize>,
    now: Vec<usize>,
    last: Option<char>,
    letters: usize,
    /// How far the beginning is from the whole word, and its letters.
    begun: Option<(usize, usize)>,
}

impl Near<'_> {
    fn start(&self) -> Rows {
        Rows { before: Vec::new(), now: (0..=self.word.len()).collect(), last: None, letters: 0, begun: None }
    }

    fn step(&self, rows: &mut Rows, c: char) {
        let mut next = Vec::with_capacity(rows.now.len());
        next.push(rows.letters + 1);
        for (j, is) in self.word.iter().enumerate() {
            let mut least = (rows.now[j] + usize::from(*is != c)).min(rows.now[j + 1] + 1).min(next[j] + 1);
            if j > 0 && *is == rows.last.unwrap_or('\0') && self.word[j - 1] == c {
                least = least.min(rows.before[j - 1] + 1);
            }
            next.push(least);
        }
        rows.before = std::mem::replace(&mut rows.now, next);
        rows.last = Some(c);
        rows.letters += 1;
        if self.open && rows.begun.is_none() && rows.letters + 1 >= self.word.len() {
            rows.begun = Some((rows.now[self.word.len()], rows.letters)).filter(|(distance, _)| *distance <= self.most);
        }
    }

    /// Whether a term that begins so can be near.
    fn is_alive(&self, rows: &Rows) -> bool {
        // In the first two letters one change at most: words that begin otherwise are too many.
        let most = if rows.letters <= 2 { self.most.min(1) } else { self.most };
        let turned = |j: usize| rows.last.is_some_and(|last| self.word.get(j + 1) == Some(&last)) && rows.before[j] < most;
        rows.begun.is_some()
            || rows.now.iter().any(|d| *d <= most)
            || (!rows.before.is_empty() && (0..self.word.len()).any(turned))
    }

    /// The distance of the whole term, and of its beginning, where they are near.
    fn distance(&self, term: &[char]) -> (Option<usize>, Option<(usize, usize)>) {
        let mut rows = self.start();
        for c in term {
            self.step(&mut rows, *c);
            if !self.is_alive(&rows) {
                return (None, None);
            }
        }
        (rows.now.last().copied().filter(|distance| *distance <= self.most), rows.begun)
    }

    fn lives(&self, beginning: &[char], c: char) -> bool {
        let mut rows = self.start();
        for c in beginning.iter().copied().chain([c]) {
            self.step(&mut rows, c);
            if !self.is_alive(&rows) {
                return false;
            }
        }
        true
    }

    /// The least text after a term with which a near one can begin; nothing at the end.
    fn leap(&self, term: &[char]) -> Option<String> {
        let mut rows = self.start();
        let mut kept = 0;
        for c in term {
            self.step(&mut rows, *c);
            if !self.is_alive(&rows) {
                break;
            }
            kept += 1;
        }
        if kept == term.len() {
            return Some(term.iter().chain(&['\0']).collect());
        }
        self.past(term, kept)
    }

    /// The least text with which a near one can begin after all that begin as the term up to that letter and with it.
    fn past(&self, term: &[char], mut kept: usize) -> Option<String> {
        // Another letter in its place, else in that before.
        loop {
            let (beginning, past) = (&term[..kept], term[kept]);
            // Any letter that is not in the word is as good as any other.
            let any = char::from_u32(past as u32 + 1).unwrap_or('\u{e000}');
            let own = self.word.iter().copied().filter(|c| *c > past && self.lives(beginning, *c)).min();
            let next = if self.lives(beginning, '\u{10ffff}') { Some(any) } else { own };
            if let Some(next) = next {
                return Some(beginning.iter().chain(&[next]).collect());
            }
            kept = kept.checked_sub(1)?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Goes over words as [`Reader::near`] does over the index.
    fn near(word: &str, most: usize, open: bool, words: &BTreeSet<String>) -> (Vec<(usize, String)>, usize) {
        let letters: Vec<char> = word.chars().collect();
        let near = Near { word: &letters, most, open };
        let (mut at, mut found, mut looks) = (Some(String::new()), Vec::new(), 0);
        while let Some(from) = at {
            looks += 1;
            let Some(term) = words.range(from..).next() else { break };
            let letters: Vec<char> = term.chars().collect();
            let (whole, begun) = near.distance(&letters);
            found.extend(whole.or(begun.map(|b| b.0)).map(|distance| (distance, term.clone())));
            at = near.leap(&letters);
        }
        (found, looks)
    }

    #[test]
    fn words_that_are_near() {
        let words = [
            "camp",
            "camps",
            "civilians",
            "implement",
            "implemented",
            "protecting",
            "protection",
            "recommendation",
            "sector",
            "безопасности",
            "مجلس",
        ];
        let words: BTreeSet<String> = words.into_iter().map(str::to_owned).collect();
        let check = |word: &str, most, open, expect: &[&str]| {
            let (found, _) = near(word, most, open, &words);
            assert_eq!(found.iter().map(|f| f.1.as_str()).collect::<Vec<_>>(), expect, "{word}");
        };
        check("protecton", 1, false, &["protection"]);
        check("protetcion", 1, false, &["protection"]);
        check("brotection", 1, false, &["protection"]);
        check("rotection", 1, false, &["protection"]);
        check("pprotection", 1, false, &["protection"]);
        check("rpotection", 1, false, &["protection"]);
        check("brotecton", 2, false, &["protection"]);
        check("civillian", 2, false, &["civilians"]);
        check("recomendaton", 2, false, &["recommendation"]);
        check("recomend", 1, true, &["recommendation"]);
        check("безопастности", 1, false, &["безопасности"]);
        check("مجاس", 1, false, &["مجلس"]);
        check("zebra", 1, false, &[]);
        check("camp", 1, false, &["camp", "camps"]);
    }

    #[test]
    fn few_looks_among_many_words() {
        let parts =
            ["ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sta", "tre", "vi", "wo", "per", "ing", "tion", "al"];
        let mut words = BTreeSet::new();
        for a in parts {
            for b in parts {
                for c in parts {
                    words.extend(parts.iter().flat_map(|d| [format!("{a}{b}{c}{d}"), format!("{d}{a}{b}")]));
                }
            }
        }
        assert!(words.len() > 100_000);
        for word in ["bacediftion", "xacedifo", "trevistaing", "perwotioni"] {
            for most in [1, 2] {
                let (_, looks) = near(word, most, false, &words);
                assert!(looks < LOOKS, "{word}: {looks} looks for {most}");
            }
        }
    }
}
