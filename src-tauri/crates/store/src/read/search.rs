//! Search as one types: every word must occur, the last one as a beginning; newest items first.
//!
//! Ranking and spelling are not here yet: newest first is what a first page of fifty can do without looking at all hits.

use super::value::id;
use crate::{Reader, Result, lookup};
use followthrough_model::{Kind, Uuid, text};

#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct SearchHit {
    pub id: Uuid,
    #[serde(rename = "ref")]
    pub reference: String,
    pub kind: Kind,
    pub title: String,
    /// The item whose page shows it: itself, the commitment of an update or milestone, the request of a reminder.
    pub open: Uuid,
}

impl Reader<'_> {
    /// The newest items in which all the words occur; of one kind, if one is given.
    pub fn search(&self, typed: &str, kind: Option<Kind>, limit: u32) -> Result<Vec<SearchHit>> {
        let Some(expression) = text::search_expression(typed) else { return Ok(Vec::new()) };
        let (join, only) = match kind {
            None => ("", ""),
            Some(_) => ("JOIN item k ON k.rid = w.rowid", "AND k.kind = ?3"),
        };
        let sql = format!(
            "SELECT i.rid, i.id, i.kind, CASE WHEN i.kind = 14 THEN ci.id WHEN i.kind = 24 THEN mi.id WHEN q.reminds IS NOT NULL THEN (SELECT id FROM item WHERE rid = q.reminds) ELSE i.id END, i.code, i.shown,
               CASE i.kind WHEN 1 THEN s.short WHEN 2 THEN rs.short || ' ' || r.label WHEN 3 THEN coalesce(a.short, a.name) END,
               substr(CASE i.kind WHEN 1 THEN s.title WHEN 2 THEN coalesce(r.heading, r.text) WHEN 3 THEN a.name WHEN 10 THEN c.deliverable WHEN 14 THEN u.text WHEN 16 THEN e.title WHEN 24 THEN m.text WHEN 9 THEN v.name WHEN 22 THEN q.text END, 1, 640)
             FROM (SELECT w.rowid AS rid FROM words w {join} WHERE w.words MATCH ?1 {only} ORDER BY w.rowid DESC LIMIT ?2) x
             JOIN item i ON i.rid = x.rid
             LEFT JOIN source s ON i.kind = 1 AND s.rid = x.rid
             LEFT JOIN recommendation r ON i.kind = 2 AND r.rid = x.rid LEFT JOIN source rs ON rs.rid = r.source
             LEFT JOIN actor a ON i.kind = 3 AND a.rid = x.rid
             LEFT JOIN commitment c ON i.kind = 10 AND c.rid = x.rid
             LEFT JOIN update_ u ON i.kind = 14 AND u.rid = x.rid LEFT JOIN item ci ON ci.rid = u.commitment
             LEFT JOIN evidence e ON i.kind = 16 AND e.rid = x.rid
             LEFT JOIN milestone m ON i.kind = 24 AND m.rid = x.rid LEFT JOIN item mi ON mi.rid = m.commitment
             LEFT JOIN event v ON i.kind = 9 AND v.rid = x.rid
             LEFT JOIN request q ON i.kind = 22 AND q.rid = x.rid
             ORDER BY x.rid DESC"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let take = |r: &rusqlite::Row<'_>| {
            let kind = Kind::from_code(r.get(2)?).unwrap_or(Kind::Commitment);
            let reference = match r.get::<_, Option<String>>(6)? {
                Some(spoken) => spoken,
                None => lookup::coded(Some(kind), r.get(4)?, r.get(5)?),
            };
            Ok(SearchHit {
                id: id(r, 1)?,
                kind,
                open: id(r, 3)?,
                reference,
                title: match r.get_ref(7)?.as_str_or_null()? {
                    Some(title) => text::brief(title, 160),
                    None => lookup::title_of(self.conn, r.get(0)?).unwrap_or_default(),
                },
            })
        };
        let hits = match kind {
            None => statement.query_map((expression, limit), take)?.collect::<rusqlite::Result<Vec<_>>>(),
            Some(kind) => statement.query_map((expression, limit, kind.code()), take)?.collect(),
        };
        Ok(hits?)
    }
}
