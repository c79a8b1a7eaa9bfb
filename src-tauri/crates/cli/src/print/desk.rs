//! What the desk keeps and measures, as text: numbers of others, notes, flags, own fields, indicators.
//!
//! Does not print the items themselves.

use super::lists::more;
use super::{array, fact, rows, table, text};
use serde_json::Value;
use std::io::{Result, Write};

/// What is kept beside an item, one line each.
pub(super) fn beside(out: &mut dyn Write, desk: &Value) -> Result<()> {
    for number in array(&desk["refs"]) {
        let whose = number["whose"].as_str().unwrap_or("others");
        writeln!(out, "Known to {whose} as {}.", text(&number["number"]))?;
    }
    if let Some(on) = desk["flag"]["on"].as_str() {
        let why = desk["flag"]["why"].as_str().map(|why| format!(": {why}")).unwrap_or_default();
        writeln!(out, "Flagged for {on}{why}")?;
    }
    if let Some(note) = desk["note"]["text"].as_str() {
        writeln!(out, "Our note, never exported: {note}")?;
    }
    for field in array(&desk["fields"]) {
        let values: Vec<String> = array(&field["values"]).iter().map(text).collect();
        writeln!(out, "{}: {}", text(&field["field"]), values.join(", "))?;
    }
    for i in array(&desk["indicators"]) {
        writeln!(out, "Measured by {} {}: {}", text(&i["ref"]), text(&i["name"]), stands(i))?;
    }
    Ok(())
}

/// The latest value, the target, and the progress.
fn stands(i: &Value) -> String {
    let unit = text(&i["unit"]);
    let latest = match (i["latest"]["value"].as_str(), i["disputed"] == true) {
        (None, _) => "no value yet".to_owned(),
        (Some(_), true) => format!("values of {} do not agree", text(&i["latest"]["on"])),
        (Some(value), _) => format!("{value} {unit} on {}", text(&i["latest"]["on"])),
    };
    let target = i["target"].as_str().map(|target| format!(", target {target} {unit}")).unwrap_or_default();
    format!("{latest}{target}{}", progress(&i["progress"]))
}

fn progress(p: &Value) -> String {
    match (p["met"].as_bool(), p["percent"].as_i64()) {
        (Some(true), _) => " (met)".to_owned(),
        (Some(false), Some(percent)) => format!(" ({percent} % of the way)"),
        (Some(false), None) => " (not met)".to_owned(),
        _ => String::new(),
    }
}

pub(super) fn indicators(out: &mut dyn Write, r: &Value) -> Result<()> {
    if array(&r["items"]).is_empty() {
        return writeln!(out, "There are no indicators yet. Add one with add-indicator.");
    }
    let mut table = table(&["indicator", "name", "speaks of", "stands at"]);
    for i in array(&r["items"]) {
        table.add_row([text(&i["ref"]), text(&i["name"]), text(&i["items"]), stands(i)]);
    }
    writeln!(out, "{table}")?;
    more(out, r, &r["items"])
}

pub(super) fn indicator(out: &mut dyn Write, r: &Value) -> Result<()> {
    let unit = text(&r["unit"]);
    let dated = |value: &Value, on: &Value| match (value.as_str(), on.as_str()) {
        (Some(value), Some(on)) => format!("{value} {unit}, {on}").into(),
        (Some(value), None) => format!("{value} {unit}").into(),
        _ => Value::Null,
    };
    fact(out, "definition", &r["definition"])?;
    fact(out, "should", &r["direction"])?;
    fact(out, "baseline", &dated(&r["baseline"], &r["baseline_on"]))?;
    fact(out, "target", &dated(&r["target"], &r["target_on"]))?;
    for of in array(&r["of"]) {
        fact(out, "speaks of", &format!("{} {}", text(&of["ref"]), text(&of["title"])).into())?;
    }
    for series in array(&r["series"]) {
        writeln!(out, "\n{}{}", series["category"].as_str().unwrap_or("In all"), progress(&series["progress"]))?;
        for o in array(&series["points"]) {
            observation(out, o, &unit)?;
        }
    }
    for conflict in array(&r["conflicts"]) {
        let values: Vec<String> = array(&conflict["values"]).iter().map(|o| text(&o["value"])).collect();
        writeln!(out, "\nThe values of {} do not agree: {}.", text(&conflict["on"]), values.join(" and "))?;
    }
    if !array(&r["superseded"]).is_empty() {
        writeln!(out, "\nCorrected, no longer counted:")?;
    }
    array(&r["superseded"]).iter().try_for_each(|o| observation(out, o, &unit))
}

fn observation(out: &mut dyn Write, o: &Value, unit: &str) -> Result<()> {
    let source = o["source"].as_str().map(|s| format!(", {s}")).unwrap_or_default();
    let evidence = o["evidence"]["ref"].as_str().map(|e| format!(", {e}")).unwrap_or_default();
    let reason = o["reason"].as_str().map(|r| format!(" (correction: {r})")).unwrap_or_default();
    let private = if o["private"] == true { " (not for export)" } else { "" };
    writeln!(out, "  {}  {} {unit}{source}{evidence}{reason}{private}  {}", text(&o["on"]), text(&o["value"]), text(&o["id"]))
}

pub(super) fn flagged(out: &mut dyn Write, r: &Value) -> Result<()> {
    let items: Vec<Value> = array(&r["items"])
        .iter()
        .map(|f| serde_json::json!({ "ref": f["item"]["ref"], "title": f["item"]["title"], "on": f["on"], "why": f["why"] }))
        .collect();
    let items = Value::from(items);
    rows(
        out,
        &items,
        &[("flagged for", "on"), ("reference", "ref"), ("", "title"), ("why", "why")],
        "Nothing is flagged for today.",
    )?;
    more(out, r, &items)?;
    match r["later"].as_u64() {
        Some(later) if later > 0 => writeln!(out, "Flagged for a later day: {later}."),
        _ => Ok(()),
    }
}

pub(super) fn fields(out: &mut dyn Write, r: &Value) -> Result<()> {
    let columns = [("field", "name"), ("of", "list"), ("holds", "kind"), ("choices", "choices"), ("items", "items")];
    rows(out, &r["items"], &columns, "No field is defined yet. Define one with define-field.")
}

/// What an old register would become, or became.
pub(super) fn register(out: &mut dyn Write, r: &Value) -> Result<()> {
    if r["rows"].is_null() {
        writeln!(
            out,
            "Taken over into {}: {} recommendations, {} commitments ({} of them closed before), {} new actors.",
            text(&r["source"]),
            text(&r["recommendations"]),
            text(&r["commitments"]),
            text(&r["closed"]),
            text(&r["actors"])
        )?;
        return match r["duplicates"].as_u64() {
            Some(n) if n > 0 => writeln!(out, "Left out, as they are in the workspace already: {n}."),
            _ => Ok(()),
        };
    }
    let mut table = table(&["row", "reference", "text", "responsible", "due", "status", ""]);
    for row in array(&r["rows"]) {
        let who = array(&row["responsible"]).iter().map(|a| match a["known"].as_str() {
            Some(known) => known.to_owned(),
            None => format!("{} (new)", text(&a["name"])),
        });
        table.add_row([
            text(&row["row"]),
            text(&row["reference"]),
            text(&row["text"]),
            who.collect::<Vec<_>>().join(", "),
            row["due_by"].as_str().map_or_else(|| text(&row["due_stated"]), str::to_owned),
            super::spoken(&text(&row["status"])),
            array(&row["problems"]).iter().map(text).collect::<Vec<_>>().join(" "),
        ]);
    }
    writeln!(out, "{table}")?;
    array(&r["left_out"]).iter().try_for_each(|sentence| writeln!(out, "{}", text(sentence)))?;
    let new: Vec<String> = array(&r["new_actors"]).iter().map(text).collect();
    if !new.is_empty() {
        writeln!(out, "New actors: {}.", new.join(", "))?;
    }
    writeln!(
        out,
        "{} rows would be taken over, {} of them closed before; {} are here already. Nothing is written yet: run take-over-register.",
        text(&r["total"]),
        text(&r["closed"]),
        text(&r["duplicates"])
    )
}

/// Obstacles, escalations, good practices and lessons.
pub(super) fn told(out: &mut dyn Write, r: &Value) -> Result<()> {
    if array(&r["items"]).is_empty() {
        return writeln!(out, "No update says so.");
    }
    let mut table = table(&["day", "commitment", "lead", "what was said", "needed and done"]);
    for t in array(&r["items"]) {
        let said = t["obstacle"].as_str().map_or_else(|| text(&t["text"]), str::to_owned);
        let kind =
            [&t["obstacle_kind"], &t["practice"]].into_iter().find_map(Value::as_str).map(|k| format!(" ({})", super::spoken(k)));
        let mut needed_done: Vec<String> = Vec::new();
        if let Some(needed) = t["resources"].as_str() {
            let asked = t["resources_asked"].as_str().map(|day| format!(", asked for on {day}")).unwrap_or_default();
            needed_done.push(format!("needed: {needed}{asked}"));
        }
        needed_done.extend(t["remedy"].as_str().map(|remedy| format!("remedy: {remedy}")));
        needed_done.extend(t["escalated_to"]["name"].as_str().map(|to| format!("taken up with {to}")));
        table.add_row([
            text(&t["day"]),
            text(&t["commitment"]),
            text(&t["lead"]["ref"]),
            format!("{said}{}", kind.unwrap_or_default()),
            needed_done.join("; "),
        ]);
    }
    writeln!(out, "{table}")?;
    more(out, r, &r["items"])
}

/// What a change of many items did, or would do.
pub(super) fn many(out: &mut dyn Write, r: &Value) -> Result<()> {
    let (changed, unchanged, left_out) = (text(&r["changed"]), text(&r["unchanged"]), text(&r["left_out"]));
    if r["total"].is_null() {
        return writeln!(out, "Changed: {changed}. Were so already: {unchanged}. Left out: {left_out}.");
    }
    let shown = |value: &Value| value.as_str().map_or_else(|| "none".to_owned(), super::spoken);
    if !array(&r["changes"]).is_empty() {
        let mut table = table(&["reference", "", "field", "from", "to"]);
        for c in array(&r["changes"]) {
            let field = super::spoken(&text(&c["field"]));
            table.add_row([text(&c["ref"]), text(&c["title"]), field, shown(&c["from"]), shown(&c["to"])]);
        }
        writeln!(out, "{table}")?;
    }
    for refused in array(&r["refused"]) {
        writeln!(out, "{} may not be changed so: {}", text(&refused["ref"]), text(&refused["why"]))?;
    }
    writeln!(
        out,
        "{changed} of {} would change, {unchanged} are so already, {left_out} may not be changed so. Nothing is written yet: run set-many.",
        text(&r["total"])
    )
}
