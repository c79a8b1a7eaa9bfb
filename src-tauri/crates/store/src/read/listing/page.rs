//! The rows of a page: by the order of an index, and of a page that spans groups in one pass, however many there are.
//!
//! Does not decide which rows a list has; the module above does.

use super::super::queues::{fill, fill_with};
use super::super::{recommendation, row as commitment_row};
use super::{Asked, ListArgs, bind};
use crate::{Reader, Result};
use followthrough_model::vocabulary::ListKind;
use rusqlite::Row;
use rusqlite::types::Value;
use std::collections::HashMap;

impl Reader<'_> {
    /// The rows of a page that spans groups, in order, as JSON of row numbers: one pass, however many groups there are.
    pub(super) fn rows_of_groups(
        &self,
        args: &ListArgs<'_>,
        asked: &Asked<'_>,
        key: &str,
        touched: &[(&Value, u32, u32)],
    ) -> Result<String> {
        let mut of: Vec<(u32, Vec<String>)> = vec![(0, Vec::new()); touched.len()];
        let at: HashMap<String, usize> = touched.iter().enumerate().map(|(n, (value, ..))| (format!("{value:?}"), n)).collect();
        let sql = asked.every_row(key, args.list);
        let mut statement = self.conn.prepare_cached(&sql)?;
        bind(&mut statement, &asked.values)?;
        let mut rows = statement.raw_query();
        while let Some(r) = rows.next()? {
            let key: Value = r.get(0)?;
            let Some(n) = at.get(&format!("{key:?}")) else { continue };
            let ((_, skip, take), (seen, found)) = (touched[*n], &mut of[*n]);
            if *seen >= skip && *seen < skip + take {
                found.push(r.get(1)?);
            }
            *seen += 1;
        }
        Ok(format!("[{}]", of.into_iter().flat_map(|(_, found)| found).collect::<Vec<_>>().join(",")))
    }

    /// Rows by their numbers.
    pub(super) fn rows_at<T>(
        &self,
        args: &ListArgs<'_>,
        asked: &Asked<'_>,
        rows: &str,
        take: &impl Fn(&Row<'_>) -> rusqlite::Result<T>,
        into: &mut Vec<T>,
    ) -> Result<()> {
        const AT: &str =
            "SELECT e.key AS n, e.value ->> 0 AS rid, e.value ->> 1 AS from_day, e.value ->> 2 AS learnt FROM json_each(:rows) e";
        let sql = asked.with_cells(AT, "ORDER BY y.n", args.list);
        let mut statement = self.conn.prepare_cached(&sql)?;
        bind(&mut statement, &asked.values)?;
        bind(&mut statement, &[(":rows".to_owned(), Value::Text(rows.to_owned()))])?;
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
        // CROSS: from the rows of the page to the rest, never the other way round.
        if list == ListKind::Recommendations {
            return recommendation::row_sql(self.when, &format!("({inner}) y CROSS JOIN recommendation r ON r.rid = y.rid"), end);
        }
        let k = if self.when.is_now() {
            ""
        } else {
            "CROSS JOIN span k ON k.commitment = y.rid AND k.from_day = y.from_day AND k.learnt = y.learnt"
        };
        commitment_row::row_sql(self.when, ":day", &format!("({inner}) y CROSS JOIN commitment c ON c.rid = y.rid {k}"), end)
    }

    /// What each row shares with others and its number, as JSON, in the order of the list.
    fn every_row(&self, key: &str, list: ListKind) -> String {
        let k = if self.when.is_now() || list == ListKind::Recommendations { "" } else { ", k.from_day, k.learnt" };
        format!(
            "SELECT {key}, json_array({}{k}) FROM {} WHERE {} ORDER BY {}",
            fill("{rid}", list, self.when),
            self.from,
            self.only,
            fill_with(self.row, self.row.order, self.when)
        )
    }

    /// The row numbers of a page.
    pub(super) fn rows(&self, only: &str, list: ListKind) -> String {
        let k = if self.when.is_now() || list == ListKind::Recommendations { "" } else { ", k.from_day, k.learnt" };
        format!(
            "SELECT {}{k} FROM {} WHERE {}{only} ORDER BY {} LIMIT :limit OFFSET :offset",
            fill("{rid}", list, self.when),
            self.from,
            self.only,
            fill_with(self.row, self.row.order, self.when)
        )
    }
}
