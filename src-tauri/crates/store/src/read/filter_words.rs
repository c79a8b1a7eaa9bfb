//! What a filter by words means in SQL: asked of the search index, whose rows have the numbers of the items.
//!
//! Does not cut what was typed into words; `model::search` does.

use super::filter::{Look, Translation};
use super::search::ALL;
use crate::Result;
use followthrough_model::search::Typed;
use followthrough_model::vocabulary::ListKind;
use rusqlite::types::Value;

/// Rows in which words may stand: their table, the column that has the number of the row that is listed, and their text.
type Texts = (&'static str, &'static str, &'static str);

/// The rows of a list, and where their words stand.
const fn texts_of(list: ListKind) -> (&'static str, &'static [Texts]) {
    match list {
        ListKind::Commitments => ("c.rid", &[("commitment", "x.rid", "x.deliverable"), ("update_", "x.commitment", "x.text")]),
        ListKind::Recommendations => ("r.rid", &[("recommendation", "x.rid", "coalesce(x.heading, '') || ' ' || x.text")]),
        ListKind::Actors => ("a.rid", &[("actor", "x.rid", "x.name")]),
        ListKind::Sources => ("s.rid", &[("source", "x.rid", "x.title")]),
    }
}

impl Translation<'_, '_> {
    /// Items in which the words occur, of commitments their updates too; quoted words stand together.
    pub(super) fn words(&mut self, texts: &[String]) -> Result<String> {
        let mut all = Vec::new();
        for text in texts {
            let Some(typed) = Typed::read(text) else { continue };
            let begun = self.reader.begun(&typed, ALL)?;
            let expression = typed.by_parts(&begun).unwrap_or_else(|| typed.exactly(&begun));
            let bound = self.bound(Value::Text(expression));
            let phrase = text.split_whitespace().nth(1).is_some().then(|| self.bound(Value::Text(text.clone())));
            let together =
                |column: &str| phrase.as_ref().map_or_else(String::new, |p| format!(" AND instr(fold({column}), fold({p})) > 0"));
            let (row, places) = texts_of(self.list);
            let found = |(table, of, column): &Texts| match self.look {
                Look::Whole => {
                    format!(
                        "SELECT {of} FROM words w JOIN {table} x ON x.rid = w.rowid WHERE w.words MATCH {bound}{}",
                        together(column)
                    )
                }
                Look::Each => format!(
                    "EXISTS (SELECT 1 FROM {table} x CROSS JOIN words w ON w.rowid = x.rid WHERE {of} = {row} AND w.words MATCH {bound}{})",
                    together(column)
                ),
            };
            let found: Vec<String> = places.iter().map(found).collect();
            all.push(match self.look {
                Look::Whole => format!("{row} IN ({})", found.join(" UNION ")),
                Look::Each => format!("({})", found.join(" OR ")),
            });
        }
        Ok(if all.is_empty() { "1".into() } else { format!("({})", all.join(" OR ")) })
    }
}
