//! Goes along the tokens of a due in one language: what stands here, in this sense? The grammar is built on it.
//!
//! Does not know any form of a due.

use super::lex::Token;
use super::sense::{Language, Sense};
use crate::{Day, Refusal, text};

/// What a form came to: nothing, if the words are not of that form.
pub(super) type Found<T> = Result<Option<T>, Refusal>;

/// A place in the words.
pub(super) struct Reader<'a> {
    pub stated: &'a str,
    pub tokens: &'a [Token],
    pub language: &'static Language,
    /// The day on which it was said.
    pub made: Option<Day>,
    pub at: usize,
    /// The byte at which the words end that are read.
    pub end: usize,
    /// A time was read that cannot be known without `made`; its days mean nothing.
    pub unmade: bool,
    /// The name of an event or a stage is taken though nothing introduces it.
    pub bare: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new(stated: &'a str, tokens: &'a [Token], language: &'static Language, made: Option<Day>) -> Self {
        Self { stated, tokens, language, made, at: 0, end: stated.len(), unmade: false, bare: false }
    }

    pub(super) fn token(&self) -> Option<&'a Token> {
        self.tokens.get(self.at)
    }

    /// The token is these letters or this sign.
    pub(super) fn sees(&self, text: &str) -> bool {
        self.token().is_some_and(|t| t.text == text)
    }

    pub(super) fn take_text(&mut self, text: &str) -> bool {
        let sees = self.sees(text);
        self.at += usize::from(sees);
        sees
    }

    /// Takes a number of at most so many digits.
    pub(super) fn number(&mut self, digits: usize) -> Option<u32> {
        let number = self.token().filter(|t| t.text.len() <= digits)?.number()?;
        self.at += 1;
        Some(number)
    }

    /// Where the phrase ends, if it stands at a token; a hyphen may stand between its words.
    fn phrase_end(&self, at: usize, phrase: &str) -> Option<usize> {
        let mut next = at;
        for (n, word) in phrase.split(' ').enumerate() {
            if n > 0 && self.tokens.get(next)?.text == "-" {
                next += 1;
            }
            if self.tokens.get(next)?.text != word {
                return None;
            }
            next += 1;
        }
        Some(next)
    }

    /// The longest phrase at a token that has a sense which is wanted, and where it ends.
    pub(super) fn sense_at<T>(&self, at: usize, want: impl Fn(Sense) -> Option<T>) -> Option<(T, usize)> {
        let mut longest: Option<(T, usize)> = None;
        let first = self.tokens.get(at)?.text.as_str();
        for (sense, phrases) in self.language.words {
            if want(*sense).is_none() {
                continue;
            }
            for phrase in phrases.split('|').map(str::trim).filter(|p| p.starts_with(first)) {
                if let Some(end) = self.phrase_end(at, phrase)
                    && longest.as_ref().is_none_or(|(_, far)| end > *far)
                {
                    longest = want(*sense).map(|value| (value, end));
                }
            }
        }
        longest
    }

    /// Takes the words here in a sense that is wanted.
    pub(super) fn pick<T>(&mut self, want: impl Fn(Sense) -> Option<T>) -> Option<T> {
        let (value, end) = self.sense_at(self.at, want)?;
        self.at = end;
        Some(value)
    }

    pub(super) fn take(&mut self, sense: Sense) -> bool {
        self.pick(|s| (s == sense).then_some(())).is_some()
    }

    /// Takes any of the senses as often as they stand here.
    pub(super) fn skip(&mut self, senses: &[Sense]) {
        while self.pick(|s| senses.contains(&s).then_some(())).is_some() {}
    }

    /// All is read, but for words that say nothing about when.
    pub(super) fn done(&mut self) -> bool {
        let start = self.at;
        self.skip(&[Sense::Tail]);
        let done = self.at == self.tokens.len();
        if !done {
            self.at = start;
        }
        done
    }

    /// Tries a form here; goes back if the words are not of it.
    pub(super) fn attempt<T>(&mut self, form: impl FnOnce(&mut Self) -> Found<T>) -> Found<T> {
        let (at, unmade) = (self.at, self.unmade);
        let found = form(self)?;
        if found.is_none() {
            (self.at, self.unmade) = (at, unmade);
        }
        Ok(found)
    }

    /// The words as they were said, from a token to before another.
    pub(super) fn said(&self, from: usize, to: usize) -> &'a str {
        let begin = self.tokens.get(from).map_or(self.end, |t| t.from);
        // The last token takes with it the bracket or quote that closes after it.
        let end = if to >= self.tokens.len() { self.end } else { to.checked_sub(1).map_or(begin, |last| self.tokens[last].to) };
        self.stated.get(begin..end).unwrap_or_default().trim_end_matches(|c: char| c.is_whitespace() || ".,;:!?".contains(c))
    }

    /// A refusal about words that were said.
    pub(super) fn refuse(&self, from: usize, what: &str) -> Refusal {
        Refusal::new("due", format!("“{}” {what}", text::brief(self.said(from, self.at), 60)))
    }
}
