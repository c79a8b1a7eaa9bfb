//! What the fields and values of a filter mean: names of fields, words of closed lists, days, numbers, stretches; and
//! the nearest known word for one that is not known.
//!
//! Does not look up actors, sources or themes; the store does.

use super::read::{Piece, Place};
use super::{FIELDS, FieldRow, FilterField, FilterProblem, OwnField, Takes, Test};
use crate::due::{month_end, quarter};
use crate::{Day, parse_day, text};
use chrono::Duration;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    Is,
    Below,
    AtMost,
    Above,
    AtLeast,
}

impl Operator {
    pub(super) const fn sign(self) -> &'static str {
        match self {
            Self::Is => "",
            Self::Below => "<",
            Self::AtMost => "<=",
            Self::Above => ">",
            Self::AtLeast => ">=",
        }
    }
}

/// The field of that name. `operator`: the sign that follows it.
pub(super) fn field(word: &str, place: Place, operator: char) -> Result<&'static FieldRow, FilterProblem> {
    if word.is_empty() {
        return Err(Place { at: place.at, len: 1 }.problem(|place| {
            format!(
                "No field stands directly before “{operator}” at place {place}. Write it without spaces, as in due<2024-01-01."
            )
        }));
    }
    if let Some(row) = FilterField::named(word) {
        return Ok(row);
    }
    if let Some(row) = word.strip_suffix('!').and_then(FilterField::named) {
        return Err(place.problem(|place| {
            format!("“!” cannot stand after the field at place {place}. Put a minus before the term: -{}:VALUE.", row.name)
        }));
    }
    let known = || FIELDS.iter().flat_map(|row| std::iter::once(row.name).chain(row.aliases.iter().copied()));
    let advice = nearest(word, known()).map_or_else(
        || {
            let names: Vec<_> = FIELDS.iter().map(|row| row.name).collect();
            format!("The fields are {}; a text with “{operator}” in it stands in quotes.", names.join(", "))
        },
        |near| format!("Did you mean {near}?"),
    );
    Err(place.problem(|place| format!("Unknown field “{}” at place {place}. {advice}", text::brief(word, 40))))
}

/// The user's own field of that name.
pub(super) fn own<'a>(name: &str, place: Place, own: &'a [OwnField]) -> Result<&'a OwnField, FilterProblem> {
    let lower = name.to_lowercase();
    let exact = own.iter().find(|field| field.name == name);
    if let Some(field) = exact.or_else(|| own.iter().find(|field| field.name.to_lowercase() == lower)) {
        return Ok(field);
    }
    let written = |name: &str| FilterField::Own(name.to_owned()).to_string();
    let advice = match nearest(name, own.iter().map(|field| field.name.as_str())) {
        Some(near) => format!("Did you mean {}?", written(near)),
        None if own.is_empty() => "None is defined yet; put a text that begins with # in quotes.".to_owned(),
        None => {
            let names: Vec<_> = own.iter().take(20).map(|field| written(&field.name)).collect();
            format!("Yours are {}.", names.join(", "))
        }
    };
    Err(place.problem(|place| format!("Unknown field “#{}” of your own at place {place}. {advice}", text::brief(name, 40))))
}

/// Words that are looked for in the text.
pub(super) fn search(piece: Piece) -> Result<Test, FilterProblem> {
    searched(piece).map(|text| Test::Texts(vec![text]))
}

fn searched(piece: Piece) -> Result<String, FilterProblem> {
    if text::search_expression(&piece.text).is_some() {
        return Ok(piece.text);
    }
    Err(piece.place.problem(|place| {
        format!(
            "“{}” at place {place} has no letter or digit that could be looked for. Leave it out.",
            text::brief(&piece.text, 40)
        )
    }))
}

/// The values of one term, gathered.
#[derive(Default)]
pub(super) struct Values {
    words: Vec<&'static str>,
    texts: Vec<String>,
    stretches: Vec<Test>,
    any: bool,
    none: bool,
}

impl Values {
    pub(super) fn add(
        &mut self,
        field: &FilterField,
        takes: Takes<'_>,
        (operator, sign): (Operator, Place),
        piece: Piece,
        today: Day,
    ) -> Result<(), FilterProblem> {
        let ordered = matches!(takes, Takes::Day | Takes::Whole | Takes::Number);
        if operator != Operator::Is && !ordered {
            let sign_text = operator.sign();
            return Err(sign.problem(|place| {
                format!("“{sign_text}” at place {place} cannot be asked of {field}: it has no order. Write {field}:VALUE.")
            }));
        }
        let special = operator == Operator::Is && !piece.quoted && !matches!(takes, Takes::Search);
        match piece.text.to_ascii_lowercase().as_str() {
            "any" if special => self.any = true,
            "none" if special => self.none = true,
            "yes" if special && (ordered || matches!(takes, Takes::YesNo)) => self.any = true,
            "no" if special && (ordered || matches!(takes, Takes::YesNo)) => self.none = true,
            _ => match takes {
                Takes::Search => push(&mut self.texts, searched(piece)?),
                Takes::Name => push(&mut self.texts, piece.text),
                Takes::Words(list) => push(&mut self.words, word(field, &piece, &list())?),
                Takes::Choice(list) => push(&mut self.texts, choice(field, &piece, list)?),
                Takes::YesNo => return Err(piece.misfit("is neither yes nor no", &format!("Write {field}:yes or {field}:no."))),
                Takes::Day => push(&mut self.stretches, days(field, operator, &piece, today)?),
                Takes::Whole => push(&mut self.stretches, numbers(field, operator, &piece, true)?),
                Takes::Number => push(&mut self.stretches, numbers(field, operator, &piece, false)?),
            },
        }
        Ok(())
    }

    pub(super) fn tests(self) -> Vec<Test> {
        let words = (!self.words.is_empty()).then_some(Test::Words(self.words));
        let texts = (!self.texts.is_empty()).then_some(Test::Texts(self.texts));
        let rest = self.any.then_some(Test::Any).into_iter().chain(self.none.then_some(Test::None));
        words.into_iter().chain(texts).chain(self.stretches).chain(rest).collect()
    }
}

fn push<T: PartialEq>(list: &mut Vec<T>, value: T) {
    if !list.contains(&value) {
        list.push(value);
    }
}

impl Piece {
    /// The value does not fit.
    fn misfit(&self, why: &str, advice: &str) -> FilterProblem {
        self.place.problem(|place| format!("“{}” at place {place} {why}. {advice}", text::brief(&self.text, 40)))
    }

    /// The two ends of `a..b`, each with its place.
    fn ends(&self) -> Option<(Self, Self)> {
        let (a, b) = self.text.split_once("..")?;
        let after = a.chars().count() + 2;
        let part = |text: &str, at| {
            let place = Place { at: self.place.at + at, len: text.chars().count() };
            Self { text: text.trim().to_owned(), quoted: self.quoted, place: if self.quoted { self.place } else { place } }
        };
        Some((part(a, 0), part(b, after)))
    }
}

fn word(field: &FilterField, piece: &Piece, list: &[&'static str]) -> Result<&'static str, FilterProblem> {
    let typed = piece.text.to_lowercase().replace(['-', ' '], "_");
    if let Some(word) = list.iter().copied().find(|word| *word == typed) {
        return Ok(word);
    }
    let advice = match nearest(&typed, list.iter().copied()) {
        Some(near) => format!("Did you mean {near}?"),
        None => format!("Use one of {}, any or none.", list.join(", ")),
    };
    Err(piece.misfit(&format!("is not a word of {field}"), &advice))
}

fn choice(field: &FilterField, piece: &Piece, list: &[String]) -> Result<String, FilterProblem> {
    let lower = piece.text.to_lowercase();
    let exact = list.iter().find(|choice| **choice == piece.text);
    if let Some(choice) = exact.or_else(|| list.iter().find(|choice| choice.to_lowercase() == lower)) {
        return Ok(choice.clone());
    }
    let names = || list.iter().take(20).map(|choice| super::quoted(choice)).collect::<Vec<_>>().join(", ");
    let advice = match nearest(&piece.text, list.iter().map(String::as_str)) {
        Some(near) => format!("Did you mean {}?", super::quoted(near)),
        None => format!("Use one of {}, any or none.", names()),
    };
    Err(piece.misfit(&format!("is not a choice of {field}"), &advice))
}

/// First, last, and how it is written.
type Named<T> = (T, T, String);
/// The value before one, and the value after.
type Steps<T> = (fn(T) -> T, fn(T) -> T);

/// A value with its operator, or `a..b`: first and last that are allowed, and how it is written.
fn stretch<T: Copy + PartialOrd>(
    operator: Operator,
    piece: &Piece,
    read: impl Fn(&Piece) -> Result<Named<T>, FilterProblem>,
    (before, after): Steps<T>,
) -> Result<Named<Option<T>>, FilterProblem> {
    let (operator, one) = match piece.ends().filter(|_| operator == Operator::Is) {
        Some((a, b)) if b.text.is_empty() && !a.text.is_empty() => (Operator::AtLeast, read(&a)?),
        Some((a, b)) if a.text.is_empty() && !b.text.is_empty() => (Operator::AtMost, read(&b)?),
        Some((a, b)) if !a.text.is_empty() => {
            let ((from, _, a), (_, to, b)) = (read(&a)?, read(&b)?);
            if to < from {
                return Err(piece.misfit("ends before it begins", &format!("Write {b}..{a}.")));
            }
            return Ok((Some(from), Some(to), format!("{a}..{b}")));
        }
        _ => (operator, read(piece)?),
    };
    let (first, last, written) = one;
    let written = format!("{}{written}", operator.sign());
    Ok(match operator {
        Operator::Is => (Some(first), Some(last), written),
        Operator::Below => (None, Some(before(first)), written),
        Operator::AtMost => (None, Some(last), written),
        Operator::Above => (Some(after(last)), None, written),
        Operator::AtLeast => (Some(first), None, written),
    })
}

fn days(field: &FilterField, operator: Operator, piece: &Piece, today: Day) -> Result<Test, FilterProblem> {
    let read = |piece: &Piece| {
        named_days(&piece.text.to_ascii_lowercase(), today).ok_or_else(|| {
            let advice = format!(
                "Write {field}{}2024-01-31, or a stretch like 2024, 2024-03, 2024-Q2; today, today+30, today-365; {field}:2024-01-01..2024-06-30; {field}:none.",
                if operator == Operator::Is { ":" } else { operator.sign() }
            );
            piece.misfit("is not a day", &advice)
        })
    };
    let steps: Steps<Day> = (|day| day.pred_opt().unwrap_or(day), |day| day.succ_opt().unwrap_or(day));
    let (from, to, written) = stretch(operator, piece, read, steps)?;
    Ok(Test::Days { from, to, written })
}

/// First and last day of what is named, and its one spelling.
fn named_days(word: &str, today: Day) -> Option<Named<Day>> {
    const FARTHEST: i64 = 36_525;
    let in_calendar = |day: Day| parse_day(&day.to_string()).ok();
    if let Some(offset) = word.strip_prefix("today") {
        let digits = offset.strip_prefix(['+', '-']).unwrap_or("");
        let days = match offset {
            "" => 0,
            _ if is_digits(digits, 6) => offset.parse::<i64>().ok().filter(|days| days.abs() <= FARTHEST)?,
            _ => return None,
        };
        let day = in_calendar(today.checked_add_signed(Duration::days(days))?)?;
        let written = if days == 0 { "today".to_owned() } else { format!("today{days:+}") };
        return Some((day, day, written));
    }
    let (year, part) = word.split_once('-').map_or((word, None), |(year, part)| (year, Some(part)));
    let y = (year.len() == 4 && is_digits(year, 4)).then(|| year.parse::<i32>().ok()).flatten()?;
    let (from, to) = match part {
        None => (Day::from_ymd_opt(y, 1, 1)?, Day::from_ymd_opt(y, 12, 31)?),
        Some(part) => match part.strip_prefix('q') {
            Some(n) if n.len() == 1 => quarter(y, n.parse().ok()?)?,
            None if part.len() == 2 && is_digits(part, 2) => {
                let month = part.parse().ok()?;
                (Day::from_ymd_opt(y, month, 1)?, month_end(y, month)?)
            }
            None => parse_day(word).map(|day| (day, day)).ok()?,
            Some(_) => return None,
        },
    };
    Some((in_calendar(from)?, in_calendar(to)?, word.to_ascii_uppercase()))
}

fn numbers(field: &FilterField, operator: Operator, piece: &Piece, whole: bool) -> Result<Test, FilterProblem> {
    let read = |piece: &Piece| {
        let number =
            if whole { is_digits(&piece.text, 9).then(|| piece.text.parse().ok()).flatten() } else { number(&piece.text) };
        let number: f64 = number.ok_or_else(|| {
            let (what, example) = if whole { ("is not a whole number", "2") } else { ("is not a number", "2.5") };
            piece.misfit(what, &format!("Write {field}:{example}, {field}>{example}, {field}:1..5 or {field}:none."))
        })?;
        Ok((number, number, number.to_string()))
    };
    let steps: Steps<f64> = if whole { (|n| n - 1.0, |n| n + 1.0) } else { (f64::next_down, f64::next_up) };
    let (from, to, written) = stretch(operator, piece, read, steps)?;
    Ok(Test::Numbers { from, to, written })
}

fn number(word: &str) -> Option<f64> {
    let digits = word.strip_prefix('-').unwrap_or(word);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    (is_digits(whole, 30) && is_digits(fraction, 30)).then(|| word.parse().ok()).flatten()
}

fn is_digits(word: &str, most: usize) -> bool {
    (1..=most).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())
}

/// The known word that is most like the typed one, if one is.
fn nearest<'a>(typed: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    const LONGEST_NAME: usize = 60;
    let typed: Vec<char> = typed.to_lowercase().chars().take(LONGEST_NAME + 1).collect();
    if typed.len() > LONGEST_NAME {
        return None;
    }
    let allowed = (typed.len() / 3).max(1);
    let far = |word: &str| {
        let word: Vec<char> = word.to_lowercase().chars().collect();
        if typed.len() >= 3 && word.starts_with(&typed) { 1 } else { distance(&typed, &word) }
    };
    known.map(|word| (far(word), word)).filter(|(far, _)| *far <= allowed).min_by_key(|(far, _)| *far).map(|(_, word)| word)
}

/// How many letters must change, come, go or swap with their neighbour.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut rows = vec![vec![0_usize; b.len() + 1]; a.len() + 1];
    rows[0] = (0..=b.len()).collect();
    for i in 1..=a.len() {
        rows[i][0] = i;
        for j in 1..=b.len() {
            let same = usize::from(a[i - 1] != b[j - 1]);
            let mut least = (rows[i - 1][j] + 1).min(rows[i][j - 1] + 1).min(rows[i - 1][j - 1] + same);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = least;
        }
    }
    rows[a.len()][b.len()]
}
