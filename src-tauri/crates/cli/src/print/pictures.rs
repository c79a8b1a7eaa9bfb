//! What pictures are drawn from, as tables.
//!
//! Does not draw.

use super::{array, end_column, rows, spoken, table, text};
use serde_json::Value;
use std::io::{Result, Write};

fn head(column: &Value) -> String {
    match (column["from_days"].as_u64(), column["to_days"].as_u64()) {
        (Some(from), Some(to)) => format!("{from} to {to} days"),
        (Some(from), None) => format!("{from} days and more"),
        _ => column["name"].as_str().map_or_else(|| spoken(&text(&column["key"])), str::to_owned),
    }
}

pub(super) fn crossed(out: &mut dyn Write, r: &Value) -> Result<()> {
    let columns = array(&r["columns"]);
    let heads: Vec<String> = std::iter::once(String::new()).chain(columns.iter().map(head)).collect();
    let mut table = table(&heads.iter().map(String::as_str).collect::<Vec<_>>());
    for row in array(&r["rows"]) {
        let name = match (row["lead"]["ref"].as_str(), row["theme"].as_str()) {
            (Some(name), _) | (_, Some(name)) => name.to_owned(),
            _ => "no lead".to_owned(),
        };
        table.add_row(std::iter::once(name).chain(array(&row["cells"]).iter().map(text)));
    }
    if r["rows_more"].as_u64().is_some_and(|more| more > 0) {
        let more = format!("{} more", text(&r["rows_more"]));
        table.add_row(std::iter::once(more).chain(array(&r["more"]).iter().map(text)));
    }
    for n in 1..heads.len() {
        end_column(&mut table, n);
    }
    writeln!(out, "{table}")?;
    writeln!(out, "{} commitments as of {}.", text(&r["total"]), text(&r["as_of"]))?;
    left_out(out, r)
}

pub(super) fn over_time(out: &mut dyn Write, r: &Value) -> Result<()> {
    let columns = [("day", "day"), ("open", "open"), ("overdue", "overdue"), ("implemented", "implemented")];
    rows(out, &r["points"], &columns, "There is no day to count at.")?;
    left_out(out, r)
}

pub(super) fn due_line(out: &mut dyn Write, r: &Value) -> Result<()> {
    let mut table = table(&["commitment", "deliverable", "lead", "first due", "moves", "due", "days overdue"]);
    for item in array(&r["items"]) {
        let dues = array(&item["dues"]);
        table.add_row([
            text(&item["ref"]),
            text(&item["deliverable"]),
            text(&item["lead"]),
            dues.first().map(|due| text(&due["due_by"])).unwrap_or_default(),
            dues.len().saturating_sub(1).to_string(),
            text(&item["due_by"]),
            text(&item["days_overdue"]),
        ]);
    }
    writeln!(out, "{table}")?;
    writeln!(out, "{} open commitments have a day, {} of them were moved.", text(&r["total"]), text(&r["moved"]))?;
    super::lists::more(out, r, &r["items"])?;
    left_out(out, r)
}

fn left_out(out: &mut dyn Write, r: &Value) -> Result<()> {
    match r["left_out"].as_u64() {
        Some(n) if n > 0 => writeln!(out, "{n} left out: not for export."),
        _ => Ok(()),
    }
}
