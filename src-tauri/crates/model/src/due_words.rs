//! Reads the words of a due, in English and in French, into the kinds of `due`: “by the end of Q2 2027”, “within 12 months”,
//! “two weeks before the next ministerial”, “dès le démarrage de la mission”, “tous les six mois”, “2023/24”.
//! `lex` cuts words, `english` and `french` say what each can mean, `numeric`, `times`, `ranges`, `recurring` and `forms` are the grammar.
//!
//! Does not guess: what it cannot read is refused with examples, never turned into a date that nobody said. Does not know
//! today: what counts from the day on which it was said needs that day.

mod english;
mod forms;
mod french;
mod lex;
mod numeric;
mod ranges;
mod reader;
mod recurring;
mod sense;
mod times;
mod understood;

use crate::due::Due;
use crate::{Day, Refusal, text};
use reader::Reader;
pub use understood::{say, understood};

/// Longer words are not those of a due.
const LONGEST: usize = 500;

/// The due that the words say, the day on which they were said not being known.
pub fn read(words: &str) -> Result<Due, Refusal> {
    read_made(words, None)
}

/// The due that the words say. `made`: the day on which they were said, from which “within 12 months” counts.
pub fn read_made(words: &str, made: Option<Day>) -> Result<Due, Refusal> {
    let stated = stated(words).ok_or_else(|| unreadable(words))?;
    if stated.len() > LONGEST {
        let sentence = "The words of the due are too long. Give only what says when, and put the rest in the deliverable.";
        return Err(Refusal::new("due", sentence));
    }
    let tokens = lex::tokens(&stated);
    let mut refused = None;
    // A noun alone (“the next session”) comes last: English would find one at the end of many French words.
    for (bare, language) in [false, true].into_iter().flat_map(|bare| [(bare, &english::ENGLISH), (bare, &french::FRENCH)]) {
        match forms::due(&mut Reader { bare, ..Reader::new(&stated, &tokens, language, made) }) {
            Ok(Some(due)) => return Ok(due),
            Ok(None) => {}
            Err(refusal) => refused = refused.or(Some(refusal)),
        }
    }
    Err(refused.unwrap_or_else(|| unreadable(words)))
}

/// The words as they were said, on one line.
fn stated(words: &str) -> Option<String> {
    let kept = text::clean(words)?;
    if kept.contains(['\n', '\t']) { text::line(&kept) } else { Some(kept) }
}

fn unreadable(words: &str) -> Refusal {
    Refusal::new(
        "due",
        format!(
            "“{}” cannot be read as a due. Write for example 30 June 2027, Q2 2027, 2025-2027, within 12 months, before the \
             next ministerial, every six months, when resources allow, or none.",
            text::brief(words, 60)
        ),
    )
}
