//! What was done, as text: the cells of one item's history, and the diary with the number that undoes each entry.
//!
//! Does not undo anything.

use super::{array, text};
use serde_json::Value;
use std::io::{Result, Write};

pub(super) fn history(out: &mut dyn Write, r: &Value) -> Result<()> {
    for line in array(r) {
        let what = match (text(&line["field"]).as_str(), line["old"].as_str(), line["new"].as_str()) {
            ("", _, new) => format!("added {}: {}", text(&line["item"]["kind"]).replace('_', " "), new.unwrap_or_default()),
            (field, old, new) => {
                format!("{}: {} → {}", field.replace('_', " "), old.unwrap_or("nothing"), new.unwrap_or("nothing"))
            }
        };
        let undone = if line["undone"] == true { " (undone)" } else { "" };
        writeln!(out, "{}  {}  {}{undone}  {what}", text(&line["at"]), text(&line["author"]), text(&line["command"]))?;
    }
    Ok(())
}

pub(super) fn diary(out: &mut dyn Write, r: &Value) -> Result<()> {
    let lines = array(&r["lines"]);
    if lines.is_empty() {
        return writeln!(out, "Nothing was done that is asked for.");
    }
    for line in lines {
        let items: Vec<String> = array(&line["items"]).iter().map(name).collect();
        let more = match line["items_more"].as_u64() {
            Some(0) => String::new(),
            Some(n) => format!(" and {n} more"),
            None => format!(" ({} changes in all)", text(&line["changes_total"])),
        };
        let act = match line["act"].as_str() {
            Some("undo") => format!("undo of entry {}: ", text(&line["of"])),
            Some("redo") => format!("redo of entry {}: ", text(&line["of"])),
            _ => String::new(),
        };
        let undone = line["undone_by"].as_i64().map(|by| format!(" (undone by entry {by})")).unwrap_or_default();
        writeln!(
            out,
            "{:>6}  {}  {}  {act}{}{undone}  {}{more}",
            text(&line["entry"]),
            text(&line["at"]),
            text(&line["author"]),
            text(&line["command"]),
            items.join(", ")
        )?;
        for change in array(&line["changes"]) {
            writeln!(out, "        {}", said(change))?;
        }
    }
    writeln!(out, "Take one back with: followthrough undo-entry NUMBER")?;
    match r["next"].as_i64() {
        Some(next) => writeln!(out, "There is more: ask again with --before {next}."),
        None => Ok(()),
    }
}

fn name(item: &Value) -> String {
    let reference = text(&item["ref"]);
    if reference.is_empty() { text(&item["title"]) } else { reference }
}

fn said(change: &Value) -> String {
    let field = text(&change["field"]);
    let what = if field.is_empty() { text(&change["kind"]) } else { field }.trim_end_matches('_').replace('_', " ");
    let what = match (change["made"] == true, change["before"].as_str(), change["after"].as_str()) {
        (true, None, after) => format!("new {what}: {}", after.unwrap_or_default()),
        (_, before, after) => format!("{what}: {} → {}", before.unwrap_or("nothing"), after.unwrap_or("nothing")),
    };
    let status = change["status"].as_str().map(|status| format!(" [{}]", status.replace('_', " "))).unwrap_or_default();
    let why = change["why"].as_str().map(|why| format!(" ({why})")).unwrap_or_default();
    format!("{what}{status}{why}")
}
