//! Two days side by side, as text: the counts with their differences, and what stands otherwise.
//!
//! Does not ask anything.

use super::{array, table, text};
use serde_json::Value;
use std::io::{Result, Write};

pub(super) fn compare(out: &mut dyn Write, r: &Value) -> Result<()> {
    let mut counts = table(&["", &text(&r["from"]), &text(&r["to"]), "difference"]);
    for name in ["total", "open", "overdue", "closed", "implemented", "verified"] {
        counts.add_row(row(name, &r[name]));
    }
    for status in array(&r["statuses"]) {
        counts.add_row(row(&text(&status["status"]).replace('_', " "), &status["count"]));
    }
    for lead in array(&r["leads"]) {
        let name = lead["lead"]["ref"].as_str().unwrap_or("no lead");
        counts.add_row(row(&format!("{name}, overdue"), &lead["overdue"]));
    }
    writeln!(out, "{counts}")?;
    for kind in array(&r["moved"]).iter().filter(|kind| kind["total"] != 0) {
        writeln!(out, "\n{}: {}", text(&kind["what"]).replace('_', " "), text(&kind["total"]))?;
        for item in array(&kind["items"]) {
            writeln!(
                out,
                "  {}  {}  {} → {}",
                text(&item["ref"]),
                text(&item["title"]),
                stood(&item["before"]),
                stood(&item["after"])
            )?;
        }
    }
    Ok(())
}

fn row(name: &str, pair: &Value) -> [String; 4] {
    let (from, to) = (pair["from"].as_i64().unwrap_or(0), pair["to"].as_i64().unwrap_or(0));
    [name.to_owned(), from.to_string(), to.to_string(), format!("{:+}", to - from)]
}

fn stood(side: &Value) -> String {
    if side.is_null() {
        return "not there".to_owned();
    }
    let lead = side["lead"].as_str().unwrap_or("no lead");
    let due = side["due_by"].as_str().or(side["due_stated"].as_str()).unwrap_or("no date");
    let late = if side["overdue"] == true { ", overdue" } else { "" };
    format!("{}, {lead}, {due}{late}", text(&side["status"]).replace('_', " "))
}
