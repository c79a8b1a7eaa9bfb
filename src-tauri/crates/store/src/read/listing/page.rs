//! The rows of a page: by the order of an index, or by their numbers.
//!
//! Does not decide which rows a list has; the module above does.

use super::super::queues::fill;
use super::super::{recommendation, row as commitment_row};
use super::{Asked, ListArgs, bind};
use crate::{Reader, Result};
use followthrough_model::vocabulary::ListKind;
use rusqlite::Row;
use rusqlite::types::Value;

impl Reader<'_> {
    /// Rows by their numbers, in that order.
    pub(super) fn rows_at<T>(
        &self,
        args: &ListArgs<'_>,
        asked: &Asked<'_>,
        rows: &[u32],
        take: &impl Fn(&Row<'_>) -> rusqlite::Result<T>,
        into: &mut Vec<T>,
    ) -> Result<()> {
        const AT: &str = "SELECT e.key AS n, e.value AS rid FROM json_each(:rows) e";
        let sql = asked.cells_of(AT, &asked.when.join(":day"), "ORDER BY y.n", args.list);
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = serde_json::to_string(rows).map_err(|e| crate::Error::Value(e.to_string()))?;
        bind(&mut statement, &asked.values)?;
        bind(&mut statement, &[(":rows".to_owned(), Value::Text(rows))])?;
        bind(&mut statement, &[("?1".to_owned(), Value::Text(args.as_of.to_string()))])?;
        let mut found = statement.raw_query();
        while let Some(r) = found.next()? {
            into.push(take(r)?);
        }
        Ok(())
    }
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

    /// The row numbers of a page.
    pub(super) fn rows(&self, only: &str, list: ListKind) -> String {
        let k = if self.when.is_now() || list == ListKind::Recommendations { "" } else { ", k.from_day, k.learnt" };
        format!(
            "SELECT {}{k} FROM {} WHERE {}{only} ORDER BY {} LIMIT :limit OFFSET :offset",
            fill("{rid}", list, self.when),
            self.rows_from,
            self.only,
            self.order
        )
    }
}
