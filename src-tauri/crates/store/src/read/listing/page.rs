//! The rows of a page: by the order of an index, or by their numbers.
//!
//! Does not decide which rows a list has, nor count them; the module above does.

use super::super::filter::Look;
use super::super::group::Group;
use super::super::queues::fill;
use super::super::{recommendation, row as commitment_row};
use super::{Asked, ListArgs, ListHead, bind, page_values};
use crate::{Reader, Result};
use followthrough_model::vocabulary::ListKind;
use rusqlite::types::Value;
use rusqlite::{Row, Rows};
use std::time::Duration;

/// So long a page is looked for row after row. Where many rows are admitted it is found at once; else it is quicker to find
/// first what the filter names on the other side.
const SOON: Duration = Duration::from_millis(100);
/// Further pages are cut out of the whole list, which is put in order once.
const NEAR: u32 = 1_000;

fn soon() -> Duration {
    #[cfg(feature = "plans")]
    if crate::plans::finds_whole() {
        return Duration::ZERO;
    }
    SOON
}

/// Some rows of which something holds, of one group perhaps.
struct Stretch<'a> {
    holds: &'a str,
    values: &'a [(String, Value)],
    key: Option<&'a Value>,
    limit: u32,
    offset: u32,
}

impl<'a> Stretch<'a> {
    /// The page that is asked for.
    fn of(args: &ListArgs<'_>, asked: &'a Asked<'_>, holds: &'a str) -> Self {
        Self { holds, values: &asked.values, key: None, limit: args.limit, offset: args.offset }
    }
}

impl Reader<'_> {
    /// The rows of a page, by whichever way is the shortest.
    pub(super) fn page<T>(
        &self,
        args: &ListArgs<'_>,
        asked: &Asked<'_>,
        head: &ListHead,
        take: &impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let Some((_, key)) = &asked.key else {
            if !args.is_of_ones_own() {
                return self.rows_of(args, asked, &Stretch::of(args, asked, &asked.only), take);
            }
            if let Some(rows) = self.known_rows(args, asked)? {
                return self.rows_at(args, asked, &rows, take);
            }
            if let Some(found) = self.one_by_one(args, asked, take)? {
                return Ok(found);
            }
            if args.offset == 0 {
                // The first rows are found without putting all in order.
                return self.rows_of(args, asked, &Stretch::of(args, asked, &asked.only), take);
            }
            return self.rows_at(args, asked, &self.kept_rows(args, asked, head)?, take);
        };
        // Which rows of which groups: the order inside a group is that of the list.
        let end = args.offset.saturating_add(args.limit);
        let touched = |group: &Group| group.start < end && group.start + group.count > args.offset;
        let mut touched = head.groups.iter().zip(&head.keys).filter(|(group, _)| touched(group));
        match (touched.next(), touched.next()) {
            (None, _) => Ok(Vec::new()),
            (Some((group, value)), None) if !args.is_of_ones_own() => {
                let offset = args.offset - group.start;
                let limit = args.limit.min(group.count - offset);
                let holds = format!("{} AND {key} IS :key", asked.only);
                self.rows_of(args, asked, &Stretch { key: Some(value), limit, offset, ..Stretch::of(args, asked, &holds) }, take)
            }
            _ => self.rows_at(args, asked, &self.kept_rows(args, asked, head)?, take),
        }
    }

    /// The rows of one of the first pages of a filtered list, if looking at one after the other finds them soon.
    fn one_by_one<T>(
        &self,
        args: &ListArgs<'_>,
        asked: &Asked<'_>,
        take: &impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<Vec<T>>> {
        let (Some((holds, values)), Some(filter)) = (&asked.but_filter, args.filter) else { return Ok(None) };
        if args.offset >= NEAR {
            return Ok(None);
        }
        let mut values = values.clone();
        let terms = self.conditions(filter, args.list, asked.when, Look::Each, &mut values)?;
        let holds = format!("{holds} AND {}", terms.join(" AND "));
        let stretch = Stretch { values: &values, ..Stretch::of(args, asked, &holds) };
        self.within(soon(), || self.rows_of(args, asked, &stretch, take))
    }

    /// Rows in the order of the list, as an index or the table has it.
    fn rows_of<T>(
        &self,
        args: &ListArgs<'_>,
        asked: &Asked<'_>,
        stretch: &Stretch<'_>,
        take: &impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        if stretch.limit == 0 {
            return Ok(Vec::new());
        }
        let inner = asked.rows(stretch.holds, args.list);
        let end = format!("ORDER BY {}", asked.order);
        let sql = asked.with_cells(&inner, &end, args.list);
        let mut statement = self.conn.prepare_cached(&sql)?;
        bind(&mut statement, stretch.values)?;
        bind(&mut statement, &page_values(stretch.limit, stretch.offset))?;
        let day = Value::Text(args.as_of.to_string());
        bind(&mut statement, &[("?1".to_owned(), day)])?;
        if let Some(value) = stretch.key {
            bind(&mut statement, &[(":key".to_owned(), value.clone())])?;
        }
        taken(statement.raw_query(), take)
    }

    /// Rows by their numbers, in that order.
    fn rows_at<T>(
        &self,
        args: &ListArgs<'_>,
        asked: &Asked<'_>,
        rows: &[u32],
        take: &impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        const AT: &str = "SELECT e.key AS n, e.value AS rid FROM json_each(:rows) e";
        let sql = asked.cells_of(AT, &asked.when.join(":day"), "ORDER BY y.n", args.list);
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = serde_json::to_string(rows).map_err(|e| crate::Error::Value(e.to_string()))?;
        bind(&mut statement, &asked.values)?;
        bind(&mut statement, &[(":rows".to_owned(), Value::Text(rows))])?;
        bind(&mut statement, &[("?1".to_owned(), Value::Text(args.as_of.to_string()))])?;
        taken(statement.raw_query(), take)
    }
}

fn taken<T>(mut rows: Rows<'_>, take: &impl Fn(&Row<'_>) -> rusqlite::Result<T>) -> Result<Vec<T>> {
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.push(take(row)?);
    }
    Ok(all)
}

impl Asked<'_> {
    /// The cells of the rows that `inner` finds.
    pub(super) fn with_cells(&self, inner: &str, end: &str, list: ListKind) -> String {
        let k = if self.when.is_now() {
            ""
        } else {
            "CROSS JOIN span k ON k.commitment = y.rid AND k.from_day = y.from_day AND k.learnt = y.learnt"
        };
        self.cells_of(inner, k, end, list)
    }

    /// The same, with their stretches `k` found by `k`.
    fn cells_of(&self, inner: &str, k: &str, end: &str, list: ListKind) -> String {
        // CROSS: from the rows of the page to the rest, never the other way round.
        if list == ListKind::Recommendations {
            return recommendation::row_sql(self.when, &format!("({inner}) y CROSS JOIN recommendation r ON r.rid = y.rid"), end);
        }
        commitment_row::row_sql(self.when, ":day", &format!("({inner}) y CROSS JOIN commitment c ON c.rid = y.rid {k}"), end)
    }

    /// What each row shares with others and its number, in the order of the list.
    pub(super) fn every_row(&self, list: ListKind) -> String {
        let key = self.key.as_ref().map_or("NULL", |(_, key)| key.as_str());
        format!(
            "SELECT {}, {key} FROM {} WHERE {} ORDER BY {}",
            fill("{rid}", list, self.when),
            self.rows_from,
            self.only,
            self.order
        )
    }

    /// The row numbers of a page, of all of which this holds.
    pub(super) fn rows(&self, holds: &str, list: ListKind) -> String {
        let k = if self.when.is_now() || list == ListKind::Recommendations { "" } else { ", k.from_day, k.learnt" };
        format!(
            "SELECT {}{k} FROM {} WHERE {holds} ORDER BY {} LIMIT :limit OFFSET :offset",
            fill("{rid}", list, self.when),
            self.rows_from,
            self.order
        )
    }
}
