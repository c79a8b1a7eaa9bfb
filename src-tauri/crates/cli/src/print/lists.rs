//! Lists as text: their ages, their groups, their rows.
//!
//! Does not print pages of one item.

use super::{array, end_column, rows, spoken, table, text};
use serde_json::Value;
use std::io::{Result, Write};

/// How old what is listed is: “up to 365 days: 3, up to 730: 1, older: 2”.
fn ages(out: &mut dyn Write, r: &Value) -> Result<()> {
    let bands: Vec<String> = array(&r["bands"])
        .iter()
        .filter(|band| band["count"].as_u64() != Some(0))
        .map(|band| match band["to_days"].as_u64() {
            Some(to) => format!("{} to {to} days: {}", text(&band["from_days"]), text(&band["count"])),
            None => format!("{} days and more: {}", text(&band["from_days"]), text(&band["count"])),
        })
        .collect();
    if bands.is_empty() {
        return Ok(());
    }
    match r["undated"].as_u64() {
        Some(n) if n > 0 => writeln!(out, "By age: {}; not known: {n}.", bands.join(", ")),
        _ => writeln!(out, "By age: {}.", bands.join(", ")),
    }
}

fn groups(out: &mut dyn Write, r: &Value) -> Result<()> {
    if array(&r["groups"]).is_empty() {
        return Ok(());
    }
    let mut table = table(&["group", "", "number", "overdue", "oldest due"]);
    for group in array(&r["groups"]) {
        let key = group["key"].as_str().map_or_else(|| "none".to_owned(), spoken);
        let name = text(&group["name"]);
        let name = if name == key { String::new() } else { name };
        table.add_row([key, name, text(&group["count"]), text(&group["overdue"]), text(&group["oldest"])]);
    }
    end_column(&mut table, 2);
    end_column(&mut table, 3);
    writeln!(out, "{table}")
}

pub(super) fn overdue(out: &mut dyn Write, r: &Value) -> Result<()> {
    match r["total"].as_u64().unwrap_or(0) {
        0 => return writeln!(out, "Nothing is overdue as of {}.", text(&r["as_of"])),
        1 => writeln!(out, "1 commitment is overdue as of {}, due on {}.", text(&r["as_of"]), text(&r["oldest"]))?,
        n => writeln!(out, "{n} commitments are overdue as of {}, the oldest since {}.", text(&r["as_of"]), text(&r["oldest"]))?,
    }
    ages(out, r)?;
    groups(out, r)?;
    commitments(out, &r["items"])?;
    more(out, r, &r["items"])
}

pub(super) fn more(out: &mut dyn Write, r: &Value, shown: &Value) -> Result<()> {
    let (total, shown) = (r["total"].as_u64().unwrap_or(0), shown.as_array().map_or(0, Vec::len) as u64);
    if total > shown { writeln!(out, "{shown} of {total} shown; see more with --limit and --offset.") } else { Ok(()) }
}

pub(super) fn commitments(out: &mut dyn Write, items: &Value) -> Result<()> {
    let mut table = table(&["commitment", "answers", "deliverable", "lead", "status", "due", "days overdue"]);
    for c in array(items) {
        let deliverable =
            if c["drafted"] == true { format!("{} (drafted)", text(&c["deliverable"])) } else { text(&c["deliverable"]) };
        table.add_row([
            text(&c["commitment"]),
            text(&c["recommendation"]),
            deliverable,
            text(&c["lead"]),
            spoken(&text(&c["status"])),
            match (c["due_stated"].as_str(), c["due_by"].as_str()) {
                (Some(stated), Some(by)) if stated != by => format!("{stated} ({by})"),
                (Some(stated), _) => stated.to_owned(),
                _ => String::new(),
            },
            text(&c["days_overdue"]),
        ]);
    }
    end_column(&mut table, 6);
    writeln!(out, "{table}")
}

pub(super) fn list(out: &mut dyn Write, r: &Value) -> Result<()> {
    const EMPTY: &str = "There are none here.";
    ages(out, r)?;
    groups(out, r)?;
    if !array(&r["commitments"]).is_empty() {
        commitments(out, &r["commitments"])?;
        more(out, r, &r["commitments"])
    } else if !array(&r["recommendations"]).is_empty() {
        let columns = [
            ("reference", "recommendation"),
            ("heading", "heading"),
            ("", "text"),
            ("asks", "addressees"),
            ("state", "state"),
            ("commitments", "commitments"),
            ("overdue", "overdue"),
        ];
        rows(out, &r["recommendations"], &columns, EMPTY)?;
        more(out, r, &r["recommendations"])
    } else if !array(&r["actors"]).is_empty() {
        super::who::actors(out, &r["actors"])?;
        more(out, r, &r["actors"])
    } else {
        let columns = [
            ("source", "source"),
            ("title", "title"),
            ("published", "published"),
            ("recommendations", "recommendations"),
            ("parts", "parts"),
            ("commitments", "commitments"),
            ("overdue", "overdue"),
        ];
        rows(out, &r["sources"], &columns, EMPTY)?;
        more(out, r, &r["sources"])
    }
}

/// Rates: what each figure is, out of what, and the filter of its list; of groups, what is read across.
pub(super) fn rates(out: &mut dyn Write, r: &Value) -> Result<()> {
    let percent = |figure: &Value| match figure["permille"].as_u64() {
        Some(rate) => format!("{}.{} %", rate / 10, rate % 10),
        None => String::new(),
    };
    let mut table = table(&["figure", "number", "out of", "", "rate", "filter"]);
    for figure in array(&r["figures"]).iter().filter(|f| f["n"] != 0 || f["list"] == "recommendations") {
        let of = figure["of_name"].as_str().map(spoken).unwrap_or_default();
        let filter = text(&figure["filter"]);
        table.add_row([spoken(&text(&figure["name"])), text(&figure["n"]), text(&figure["of"]), of, percent(figure), filter]);
    }
    for column in [1, 2, 4] {
        end_column(&mut table, column);
    }
    writeln!(out, "{table}")?;
    writeln!(out, "See what a figure counts with: followthrough list recommendations (or commitments) --filter FILTER")?;
    if array(&r["groups"]).is_empty() {
        return Ok(());
    }
    let shown = ["recommendations", "accepted", "to_implement", "implemented", "overtaken_by_events", "no_response", "declined"];
    let head: Vec<String> = ["group", ""].into_iter().chain(shown).chain(["rate"]).map(spoken).collect();
    let mut table = super::table(&head.iter().map(String::as_str).collect::<Vec<_>>());
    for group in array(&r["groups"]) {
        let found = |name: &str| {
            let of_recommendations = |f: &&Value| f["name"] == name && f["list"] == "recommendations";
            array(&group["figures"]).iter().find(of_recommendations).unwrap_or(&Value::Null)
        };
        let key = group["key"].as_str().map_or_else(|| "none".to_owned(), spoken);
        let name = text(&group["name"]);
        let name = if name == key { String::new() } else { name };
        let numbers = shown.iter().map(|name| text(&found(name)["n"]));
        table.add_row([key, name].into_iter().chain(numbers).chain([percent(found("implemented"))]));
    }
    for column in 2..=shown.len() + 2 {
        end_column(&mut table, column);
    }
    writeln!(out, "\n{table}")?;
    writeln!(out, "One recommendation can stand in several groups. More groups with --limit and --offset.")
}

/// What changed, item by item.
pub(super) fn changes(out: &mut dyn Write, r: &Value) -> Result<()> {
    let said = ["new", "moved", "slipped", "closed", "reopened", "decided", "updated"];
    let totals: Vec<String> = said
        .iter()
        .filter(|what| r["totals"][**what].as_u64() != Some(0))
        .map(|what| format!("{what}: {}", text(&r["totals"][*what])))
        .collect();
    if totals.is_empty() {
        return writeln!(out, "Nothing changed since.");
    }
    writeln!(out, "{} items changed. {}.", text(&r["total"]), totals.join(", "))?;
    for item in array(&r["items"]) {
        writeln!(out, "\n{}  {}", text(&item["ref"]), text(&item["title"]))?;
        for line in array(&item["lines"]) {
            let turn = match (line["old"].as_str(), line["new"].as_str()) {
                (Some(old), Some(new)) => format!(", {} → {}", spoken(old), spoken(new)),
                (None, Some(new)) => format!(", {}", spoken(new)),
                _ => String::new(),
            };
            let who = line["who"].as_str().map(|who| format!(", {who}")).unwrap_or_default();
            let why = line["why"].as_str().map(|why| format!(": {why}")).unwrap_or_default();
            let day = line["day"].as_str().map_or_else(|| text(&line["at"]), str::to_owned);
            writeln!(out, "  {day} {}{turn}{who}{why} (entered by {})", text(&line["what"]), text(&line["by"]))?;
        }
    }
    more(out, r, &r["items"])
}

/// What a search found, in which order, and what may have been meant.
pub(super) fn hits(out: &mut dyn Write, r: &Value) -> Result<()> {
    const NONE: &str = "Nothing was found. Every word must occur; try fewer.";
    rows(out, &r["hits"], &[("reference", "ref"), ("kind", "kind"), ("", "title")], NONE)?;
    match r["suggestion"].as_str() {
        Some(better) => writeln!(out, "Did you mean “{better}”?"),
        None if r["order"] == "newest" => writeln!(out, "There are many; the newest stand first."),
        None => Ok(()),
    }
}
