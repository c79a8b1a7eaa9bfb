//! Cells out of SQLite as values of the model.

use crate::{Reader, Result};
use followthrough_model::record::item;
use followthrough_model::{Day, Field, Kind, Ref, Value};
use rusqlite::Row;
use rusqlite::types::{FromSqlError, ValueRef};
use std::str::FromStr;

fn bad(column: usize, why: impl Into<String>) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, why.into().into())
}

impl Reader<'_> {
    /// What a cell holds.
    pub fn cell(&self, at: Ref, field: Field) -> Result<Value> {
        let table = field.kind.map_or(item::TABLE, Kind::table);
        let mut statement = self.conn.prepare_cached(&format!("SELECT {} FROM {table} WHERE rid = ?1", field.name))?;
        let value = statement.query_row([at.rid], |r| {
            Ok(match r.get_ref(0)? {
                ValueRef::Null => Value::Null,
                ValueRef::Integer(i) => Value::Int(i),
                other => Value::Text(other.as_str()?.to_owned()),
            })
        })?;
        match value {
            Value::Int(rid) if field.reference => Ok(Value::Ref(self.at(rid)?)),
            value => Ok(value),
        }
    }
}

/// A day, or nothing. Days in the file are always ten characters of ISO 8601.
pub(crate) fn day_opt(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Day>> {
    match row.get_ref(column)? {
        ValueRef::Null => Ok(None),
        ValueRef::Text(text) => iso(text).map(Some).ok_or_else(|| bad(column, "not a day")),
        _ => Err(FromSqlError::InvalidType.into()),
    }
}

/// A day.
pub(crate) fn day(row: &Row<'_>, column: usize) -> rusqlite::Result<Day> {
    day_opt(row, column)?.ok_or_else(|| bad(column, "no day"))
}

/// A word of a closed list.
pub(crate) fn word<T: FromStr>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    row.get_ref(column)?.as_str()?.parse().map_err(|_| bad(column, "not a word of its list"))
}

/// A word of a closed list, or nothing.
pub(crate) fn word_opt<T: FromStr>(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<T>> {
    match row.get_ref(column)?.as_str_or_null()? {
        None => Ok(None),
        Some(text) => text.parse().map(Some).map_err(|_| bad(column, "not a word of its list")),
    }
}

/// Names that SQL put together with `char(31)` between.
pub(crate) fn names(row: &Row<'_>, column: usize) -> rusqlite::Result<Vec<String>> {
    let all = row.get_ref(column)?.as_str_or_null()?;
    Ok(all.map(|all| all.split('\u{1f}').map(str::to_owned).collect()).unwrap_or_default())
}

/// An identity.
pub(crate) fn id(row: &Row<'_>, column: usize) -> rusqlite::Result<followthrough_model::Uuid> {
    Ok(followthrough_model::Uuid::from_bytes(row.get(column)?))
}

/// `2024-01-31` by its digits: some hundred thousand of these are read for one summary.
fn iso(text: &[u8]) -> Option<Day> {
    let digit = |i: usize| text.get(i).filter(|b| b.is_ascii_digit()).map(|b| u32::from(b - b'0'));
    if text.len() != 10 || text[4] != b'-' || text[7] != b'-' {
        return None;
    }
    let year = digit(0)? * 1000 + digit(1)? * 100 + digit(2)? * 10 + digit(3)?;
    Day::from_ymd_opt(i32::try_from(year).ok()?, digit(5)? * 10 + digit(6)?, digit(8)? * 10 + digit(9)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iso_days() {
        let check = |text: &str, expect: Option<(i32, u32, u32)>| {
            assert_eq!(iso(text.as_bytes()), expect.and_then(|(y, m, d)| Day::from_ymd_opt(y, m, d)), "{text}");
        };
        check("2024-01-31", Some((2024, 1, 31)));
        check("9999-12-31", Some((9999, 12, 31)));
        check("0001-01-01", Some((1, 1, 1)));
        check("2023-02-30", None);
        check("2023-2-3", None);
        check("2023/02/03", None);
    }
}
