//! The texts of an item in which words are found, one by one: where `words::WORDS` has them as one text for the index.
//! What stands there must stand here.

use crate::{Reader, Result};
use followthrough_model::Kind;

/// In which field the words were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum SearchField {
    Title,
    Label,
    Symbol,
    Publisher,
    Text,
    Alias,
    Post,
    Handler,
    Occasion,
    Obstacle,
    Resources,
    Remedy,
    Target,
    Definition,
    Number,
}

impl SearchField {
    /// How much more a word counts here than in a long text.
    pub(crate) const fn weight(self) -> f32 {
        match self {
            Self::Label | Self::Symbol | Self::Number => 10.0,
            Self::Title => 8.0,
            Self::Alias => 6.0,
            Self::Target => 3.0,
            Self::Publisher | Self::Post | Self::Handler | Self::Occasion => 2.0,
            Self::Text | Self::Obstacle | Self::Resources | Self::Remedy | Self::Definition => 1.0,
        }
    }
}

use SearchField as F;

/// The texts of a kind of item: which fields, and the statement that reads them in that order. `?1`: the row.
const fn of(kind: Kind) -> Option<(&'static str, &'static [SearchField])> {
    Some(match kind {
        Kind::Source => {
            ("SELECT title, short, symbol, publisher FROM source WHERE rid = ?1", &[F::Title, F::Label, F::Symbol, F::Publisher])
        }
        Kind::Recommendation => {
            ("SELECT heading, label, text FROM recommendation WHERE rid = ?1", &[F::Title, F::Label, F::Text])
        }
        Kind::Actor => (
            "SELECT name, short, (SELECT group_concat(a.name, '; ') FROM alias a JOIN item i ON i.rid = a.rid AND i.life = 0 WHERE a.of = ?1) FROM actor WHERE rid = ?1",
            &[F::Title, F::Label, F::Alias],
        ),
        Kind::Commitment => (
            "SELECT deliverable, post, handler, occasion FROM commitment WHERE rid = ?1",
            &[F::Title, F::Post, F::Handler, F::Occasion],
        ),
        Kind::Update => (
            "SELECT text, obstacle, resources, remedy FROM update_ WHERE rid = ?1",
            &[F::Text, F::Obstacle, F::Resources, F::Remedy],
        ),
        Kind::Evidence => ("SELECT title, target FROM evidence WHERE rid = ?1", &[F::Title, F::Target]),
        Kind::Request => ("SELECT text FROM request WHERE rid = ?1", &[F::Text]),
        Kind::Milestone => ("SELECT text FROM milestone WHERE rid = ?1", &[F::Text]),
        Kind::Indicator => ("SELECT name, definition FROM indicator WHERE rid = ?1", &[F::Title, F::Definition]),
        Kind::Series => ("SELECT title FROM series WHERE rid = ?1", &[F::Title]),
        Kind::Event => ("SELECT name FROM event WHERE rid = ?1", &[F::Title]),
        _ => return None,
    })
}

/// The texts of an item, with the numbers under which others know it.
pub(crate) fn texts(reader: &Reader<'_>, rid: i64, kind: Kind) -> Result<Vec<(SearchField, String)>> {
    const NUMBERS: &str = "SELECT t.number FROM their_ref t JOIN item i ON i.rid = t.rid AND i.life = 0 WHERE t.of = ?1";
    let Some((sql, fields)) = of(kind) else { return Ok(Vec::new()) };
    let mut found = reader.one(sql, [rid], |r| {
        let mut texts = Vec::with_capacity(fields.len());
        for (n, field) in fields.iter().enumerate() {
            if let Some(text) = r.get::<_, Option<String>>(n)? {
                texts.push((*field, text));
            }
        }
        Ok(texts)
    })?;
    let numbers: Vec<String> = reader.all(NUMBERS, [rid], |r| r.get(0))?;
    found.extend(numbers.into_iter().map(|number| (F::Number, number)));
    Ok(found)
}

/// As much of a long text as is looked at as one types.
pub(crate) fn beginning(text: &str) -> &str {
    const LOOKED_AT: usize = 20_000;
    let end = (0..=LOOKED_AT.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    &text[..end]
}
