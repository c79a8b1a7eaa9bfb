//! Lists by page: actors, sources, the bin.
//!
//! Commitments and recommendations stand in `listing`.

use super::filter::Look;
use super::listing::bind;
use super::row::When;
use super::sort::{self, SortKey};
use super::{actor, actor::ActorRow, source, source::SourceRow};
use crate::{Reader, Result, lookup};
use followthrough_model::filter::Filter;
use followthrough_model::vocabulary::ListKind;
use followthrough_model::{Day, Kind, Uuid};
use rusqlite::params;
use rusqlite::types::Value;

/// Days that "due soon" looks ahead.
pub const SOON: u64 = 90;

impl Reader<'_> {
    /// Whether no recommendation stands in the workspace.
    pub fn is_empty(&self) -> Result<bool> {
        self.one("SELECT NOT EXISTS (SELECT 1 FROM recommendation WHERE live = 1)", [], |r| r.get(0))
    }

    /// One page of actors by name, and how many there are.
    pub fn actors(
        &self,
        as_of: Day,
        today: Day,
        filter: Option<&Filter>,
        sort: &[SortKey],
        (limit, offset): (u32, u32),
    ) -> Result<(u32, Vec<ActorRow>)> {
        let when = self.when(as_of, today);
        let (only, values) = self.only(filter, ListKind::Actors, as_of, today)?;
        let total = self.counted(
            &format!("SELECT count(*) FROM actor a CROSS JOIN item i ON i.rid = a.rid WHERE {only} AND a.merged_into IS NULL"),
            &values,
        )?;
        let order = sorted(sort, ListKind::Actors, when, "a.name COLLATE NOCASE, a.rid");
        let end = format!("WHERE {only} AND a.merged_into IS NULL ORDER BY {order} LIMIT {limit} OFFSET {offset}");
        Ok((total, self.taken(&actor::row_sql(when, "actor a", &end), &values, actor::row)?))
    }

    /// One page of sources in the order in which they came, and how many there are.
    pub fn sources(
        &self,
        as_of: Day,
        today: Day,
        filter: Option<&Filter>,
        sort: &[SortKey],
        (limit, offset): (u32, u32),
    ) -> Result<(u32, Vec<SourceRow>)> {
        let when = self.when(as_of, today);
        let (only, values) = self.only(filter, ListKind::Sources, as_of, today)?;
        let total =
            self.counted(&format!("SELECT count(*) FROM source s CROSS JOIN item i ON i.rid = s.rid WHERE {only}"), &values)?;
        let order = sorted(sort, ListKind::Sources, when, "s.rid");
        let end = format!("WHERE {only} ORDER BY {order} LIMIT {limit} OFFSET {offset}");
        Ok((total, self.taken(&source::row_sql(when, "source s", &end), &values, source::row)?))
    }

    /// What holds of the rows of a short list, with its parameters; `?1` is the day.
    fn only(&self, filter: Option<&Filter>, list: ListKind, as_of: Day, today: Day) -> Result<(String, Vec<(String, Value)>)> {
        let day = Value::Text(as_of.to_string());
        let mut values =
            vec![("?1".to_owned(), day.clone()), (":day".to_owned(), day), (":me".to_owned(), Value::Text(self.me.to_owned()))];
        let mut only = vec!["i.life = 0".to_owned()];
        if let Some(filter) = filter {
            only.extend(self.conditions(filter, list, self.when(as_of, today), Look::Whole, &mut values)?);
        }
        Ok((only.join(" AND "), values))
    }

    fn counted(&self, sql: &str, values: &[(String, Value)]) -> Result<u32> {
        Ok(self.taken(sql, values, |r| r.get(0))?.into_iter().next().unwrap_or(0))
    }

    fn taken<T>(
        &self,
        sql: &str,
        values: &[(String, Value)],
        take: impl Fn(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        bind(&mut statement, values)?;
        let mut rows = statement.raw_query();
        let mut out = Vec::new();
        while let Some(r) = rows.next()? {
            out.push(take(r)?);
        }
        Ok(out)
    }

    /// One page of the bin, newest first, and how many there are. What went along with something else is not listed.
    pub fn bin(&self, limit: u32, offset: u32) -> Result<(u32, Vec<BinRow>)> {
        let total = self.count(&format!("SELECT count(*) FROM ({BIN})"), [])?;
        let rows = self.all(&format!("{BIN} ORDER BY entry DESC, rid LIMIT ?1 OFFSET ?2"), params![limit, offset], |r| {
            Ok((r.get::<_, i64>(0)?, r.get::<_, String>(2)?, r.get::<_, String>(3)?))
        })?;
        let rows = rows.into_iter().map(|(rid, deleted_at, by)| {
            let brief = self.brief(rid)?;
            Ok(BinRow { id: brief.id, reference: brief.reference, kind: brief.kind, title: brief.title, deleted_at, by })
        });
        Ok((total, rows.collect::<Result<_>>()?))
    }

    /// The rows that went into the bin in the same act as this one, itself included.
    pub fn binned_with(&self, rid: i64) -> Result<Vec<lookup::Found>> {
        let rows = self.all(
            "SELECT i.rid, i.id, i.kind FROM change c JOIN item i ON i.rid = c.item AND i.life = 1
             WHERE c.field = 'life' AND c.entry = (SELECT max(d.entry) FROM change d WHERE d.item = ?1 AND d.field = 'life') ORDER BY c.n",
            [rid],
            |r| Ok((r.get::<_, i64>(0)?, super::value::id(r, 1)?, r.get::<_, i64>(2)?)),
        )?;
        Ok(rows
            .into_iter()
            .filter_map(|(rid, id, kind)| {
                Some(lookup::Found { at: followthrough_model::Ref { rid, id }, kind: Kind::from_code(kind)? })
            })
            .collect())
    }
}

/// What stands after ORDER BY: what was chosen, then the list's own order.
fn sorted(sort: &[SortKey], list: ListKind, when: When, own: &str) -> String {
    let mut terms = sort::order(sort, list, when);
    terms.push(own.to_owned());
    terms.join(", ")
}

/// What was put into the bin itself: the first change of its act. CROSS: from the few rows of the bin to their log, never
/// the other way round.
const BIN: &str = "SELECT i.rid AS rid, c.entry AS entry, e.at, e.author FROM item i
    CROSS JOIN change c ON c.item = i.rid AND c.field = 'life' AND c.new = 1 AND c.n = 1
      AND c.entry = (SELECT max(d.entry) FROM change d WHERE d.item = i.rid AND d.field = 'life')
    JOIN entry e ON e.n = c.entry WHERE i.life = 1";

/// One thing in the bin.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct BinRow {
    pub id: Uuid,
    #[serde(rename = "ref")]
    pub reference: String,
    pub kind: Kind,
    pub title: String,
    /// RFC 3339, UTC.
    pub deleted_at: String,
    pub by: String,
}
