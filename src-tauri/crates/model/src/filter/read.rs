//! Reads the text of a filter from left to right: terms, fields, operators, values in and without quotes.
//!
//! Does not read what the values mean; `value` does.

use super::value::{self, Operator};
use super::{Filter, FilterField, FilterProblem, LONGEST, OwnField, Reading, Takes, Term, quoted};
use crate::text;
use crate::vocabulary::CustomKind;

/// A stretch of the typed text, in characters from 0.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) at: usize,
    pub(super) len: usize,
}

impl Place {
    /// A problem here; the sentence is given the place as people count it, from 1.
    pub(super) fn problem(self, sentence: impl FnOnce(usize) -> String) -> FilterProblem {
        let place = self.at + 1;
        FilterProblem { place, len: self.len, sentence: sentence(place) }
    }
}

/// A word or a quoted text.
#[derive(Debug)]
pub(super) struct Piece {
    /// On one line, without its quotes and escapes.
    pub(super) text: String,
    pub(super) quoted: bool,
    /// Its quotes included.
    pub(super) place: Place,
}

pub(super) fn read(text: &str, reading: &Reading<'_>) -> Result<Filter, FilterProblem> {
    let chars: Vec<char> = text.chars().take(LONGEST + 1).collect();
    let mut reader = Reader { chars, at: 0 };
    if reader.chars.len() > LONGEST {
        return Err(Place { at: LONGEST, len: 1 }
            .problem(|_| format!("The filter is longer than {LONGEST} characters. Keep what matters most.")));
    }
    let mut terms = Vec::new();
    while let Some(term) = reader.term(reading)? {
        terms.push(term);
    }
    Ok(Filter { terms })
}

/// The name of a field of the user's own that stands alone: `#name`.
pub(super) fn own_name(text: &str, own: &[OwnField]) -> Result<String, FilterProblem> {
    let mut reader = Reader { chars: text.trim().chars().take(LONGEST).collect(), at: 0 };
    let (field, _) = reader.own(own)?;
    match reader.peek() {
        None => Ok(field.name.clone()),
        Some(_) => Err(reader.rest().problem(|place| {
            format!("More follows after the field at place {place}. Write only #name, with the name in quotes if it has a space.")
        })),
    }
}

struct Reader {
    chars: Vec<char>,
    at: usize,
}

const fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”')
}

const fn closes(open: char, c: char) -> bool {
    matches!((open, c), ('"', '"') | ('“' | '”', '“' | '”'))
}

const fn is_operator(c: char) -> bool {
    matches!(c, ':' | '<' | '>' | '=')
}

impl Reader {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn next_is(&self, ahead: usize, is: impl Fn(char) -> bool) -> bool {
        self.chars.get(self.at + ahead).copied().is_some_and(is)
    }

    fn ends(&self, ahead: usize) -> bool {
        self.chars.get(self.at + ahead).is_none_or(|c| c.is_whitespace())
    }

    fn skip_spaces(&mut self) {
        while self.next_is(0, char::is_whitespace) {
            self.at += 1;
        }
    }

    fn here(&self, len: usize) -> Place {
        Place { at: self.at, len }
    }

    fn rest(&self) -> Place {
        self.here(self.chars.len() - self.at)
    }

    /// Whether this bare word comes next, in any case.
    fn word_is(&self, word: &str) -> bool {
        let len = word.len();
        let next = self.chars.get(self.at..self.at + len);
        next.is_some_and(|next| next.iter().zip(word.chars()).all(|(a, b)| a.to_ascii_lowercase() == b)) && self.ends(len)
    }

    fn term(&mut self, reading: &Reading<'_>) -> Result<Option<Term>, FilterProblem> {
        let mut minus: Option<Place> = None;
        let mut negated = false;
        loop {
            self.skip_spaces();
            let (len, place) = match self.peek() {
                Some('-') if self.ends(1) => {
                    return Err(self.here(1).problem(|place| {
                        format!("The minus at place {place} stands alone. Write it directly before what should not hold: -status:closed.")
                    }));
                }
                Some('-') => (1, self.here(1)),
                Some(_) if self.word_is("not") => (3, self.here(3)),
                Some(_) if minus.is_none() && self.word_is("and") => {
                    self.at += 3;
                    continue;
                }
                _ => break,
            };
            self.at += len;
            negated = !negated;
            minus = Some(place);
        }
        match (self.peek(), minus) {
            (None, None) => Ok(None),
            (None, Some(minus)) => Err(minus.problem(|place| {
                format!(
                    "Nothing follows what turns a term round at place {place}. Write what should not hold: not status:closed."
                )
            })),
            (Some(_), _) => {
                let (field, any_of) = self.body(reading)?;
                Ok(Some(Term { negated, field, any_of }))
            }
        }
    }

    fn body(&mut self, reading: &Reading<'_>) -> Result<(FilterField, Vec<super::Test>), FilterProblem> {
        if self.word_is("or") {
            return Err(self.here(2).problem(|place| {
                format!(
                    "“or” at place {place} cannot stand between terms: all terms must hold. Join the values of one field by commas, as in status:open,suspended; put \"or\" in quotes to look for the word."
                )
            }));
        }
        let start = self.at;
        if self.peek() == Some('#') {
            let (own, place) = self.own(reading.own)?;
            let takes = match own.kind {
                CustomKind::Text => Takes::Name,
                CustomKind::Number => Takes::Number,
                CustomKind::Date => Takes::Day,
                CustomKind::One | CustomKind::Several => Takes::Choice(&own.choices),
            };
            let field = FilterField::Own(own.name.clone());
            if !self.next_is(0, is_operator) {
                return Err(place.problem(|place| {
                    format!("Nothing is asked of the field at place {place}. Write {field}:any if anything should be there.")
                }));
            }
            return self.asked(field, takes, reading);
        }
        if self.next_is(0, is_quote) {
            let piece = self.quoted()?;
            if self.next_is(0, is_operator) {
                return Err(piece.place.problem(|place| {
                    format!(
                        "A field stands without quotes, unlike the one at place {place}. A field of your own is written #{}.",
                        quoted(&piece.text)
                    )
                }));
            }
            if self.peek() == Some(',') {
                return Err(self.here(1).problem(|place| {
                    format!("The comma at place {place} joins values, but no field comes before them. Write text:\"one\",\"other\", or a space instead of the comma.")
                }));
            }
            return Ok((FilterField::Text, vec![value::search(piece)?]));
        }
        while !self.ends(0) && !self.next_is(0, is_operator) {
            self.refuse_mark()?;
            self.at += 1;
        }
        let place = Place { at: start, len: self.at - start };
        let word: String = self.chars[start..self.at].iter().collect();
        if !self.next_is(0, is_operator) {
            let piece = Piece { text: text::line(&word).unwrap_or_default(), quoted: false, place };
            return Ok((FilterField::Text, vec![value::search(piece)?]));
        }
        let row = value::field(&word, place, self.chars[self.at])?;
        if let Some(list) = reading.list.filter(|list| !row.lists.contains(list)) {
            return Err(place.problem(|place| {
                let lists: Vec<_> = row.lists.iter().map(|list| list.as_str()).collect();
                format!("“{}” at place {place} cannot be asked of {list}. Ask it of {}.", row.name, lists.join(" or "))
            }));
        }
        self.asked(row.field.clone(), row.takes, reading)
    }

    /// Operator and values, after the field.
    fn asked(
        &mut self,
        field: FilterField,
        takes: Takes<'_>,
        reading: &Reading<'_>,
    ) -> Result<(FilterField, Vec<super::Test>), FilterProblem> {
        let mut values = value::Values::default();
        if self.peek() == Some(':') {
            self.at += 1;
        }
        loop {
            let operator = self.operator();
            let piece = self.value(&field, operator.0)?;
            values.add(&field, takes, operator, piece, reading.today)?;
            if self.peek() != Some(',') {
                return Ok((field, values.tests()));
            }
            self.at += 1;
        }
    }

    /// The operator that comes next, and where.
    fn operator(&mut self) -> (Operator, Place) {
        let pair = (self.peek(), self.chars.get(self.at + 1).copied());
        let (operator, len) = match pair {
            (Some('<'), Some('=')) | (Some('='), Some('<')) => (Operator::AtMost, 2),
            (Some('>'), Some('=')) | (Some('='), Some('>')) => (Operator::AtLeast, 2),
            (Some('<'), _) => (Operator::Below, 1),
            (Some('>'), _) => (Operator::Above, 1),
            (Some('='), _) => (Operator::Is, 1),
            _ => (Operator::Is, 0),
        };
        let place = self.here(len);
        self.at += len;
        (operator, place)
    }

    fn value(&mut self, field: &FilterField, operator: Operator) -> Result<Piece, FilterProblem> {
        if self.next_is(0, is_quote) {
            return self.quoted();
        }
        let start = self.at;
        while !self.ends(0) && self.peek() != Some(',') {
            self.refuse_mark()?;
            self.at += 1;
        }
        let place = Place { at: start, len: self.at - start };
        let word: String = self.chars[start..self.at].iter().collect();
        match text::line(&word) {
            Some(text) => Ok(Piece { text, quoted: false, place }),
            None => Err(place.problem(|place| {
                let sign = operator.sign();
                let sign = if sign.is_empty() { ":" } else { sign };
                format!("A value of {field} is missing at place {place}. Write it without a space, as in {field}{sign}VALUE, or {field}:none.")
            })),
        }
    }

    /// Marks that have no place in a word without quotes.
    fn refuse_mark(&self) -> Result<(), FilterProblem> {
        match self.peek() {
            Some(mark @ ('(' | ')')) => Err(self.here(1).problem(|place| {
                format!("“{mark}” at place {place} cannot be read: a filter has no parentheses. All terms must hold, and commas join the values of one field; a text with parentheses stands in quotes.")
            })),
            Some(c) if is_quote(c) => Err(self.here(1).problem(|place| {
                format!("A quote stands in the middle of a word at place {place}. Put the whole value in quotes, and write \\\" for a quote inside.")
            })),
            _ => Ok(()),
        }
    }

    /// A text in quotes; the reader stands at the opening one.
    fn quoted(&mut self) -> Result<Piece, FilterProblem> {
        let start = self.at;
        let open = self.chars[start];
        let mut inside = String::new();
        self.at += 1;
        loop {
            match self.peek() {
                None => {
                    return Err(Place { at: start, len: 1 }.problem(|place| {
                        format!("The quote that opens at place {place} is not closed. Write a quote where the text ends.")
                    }));
                }
                Some(c) if closes(open, c) => break,
                Some('\\') if self.next_is(1, |c| is_quote(c) || c == '\\') => self.at += 1,
                Some(_) => {}
            }
            inside.extend(self.peek());
            self.at += 1;
        }
        self.at += 1;
        let place = Place { at: start, len: self.at - start };
        if !self.ends(0) && !self.next_is(0, |c| c == ',' || is_operator(c)) {
            return Err(self
                .here(1)
                .problem(|place| format!("A space or a comma is missing after the quote, at place {place}. Put one there.")));
        }
        let text = text::line(&inside).ok_or_else(|| {
            place.problem(|place| {
                format!("Nothing stands between the quotes at place {place}. Write a text there, or none without quotes.")
            })
        })?;
        Ok(Piece { text, quoted: true, place })
    }

    /// A field of the user's own; the reader stands at `#`.
    fn own<'a>(&mut self, own: &'a [OwnField]) -> Result<(&'a OwnField, Place), FilterProblem> {
        let start = self.at;
        self.at += 1;
        let name = if self.next_is(0, is_quote) {
            self.quoted()?.text
        } else {
            while !self.ends(0) && !self.next_is(0, is_operator) {
                self.refuse_mark()?;
                self.at += 1;
            }
            self.chars[start + 1..self.at].iter().collect()
        };
        let place = Place { at: start, len: self.at - start };
        value::own(&name, place, own).map(|field| (field, place))
    }
}
