//! How the account of an actor and the matter of a letter print.
//!
//! Does not word a letter: references, days and the content's own words, a line each.

use super::{array, fact, lists, spoken, text};
use serde_json::Value;
use std::io::{Result, Write};

/// The account of an actor.
pub(super) fn account(out: &mut dyn Write, r: &Value) -> Result<()> {
    writeln!(out, "{} as of {}\n", text(&r["actor"]["name"]), text(&r["as_of"]))?;
    for (name, field) in [
        ("asked", "asked"),
        ("without an answer", "silent"),
        ("decided", "decided"),
        ("undertook", "undertook"),
        ("leads", "leads"),
        ("owes", "owes"),
        ("overdue", "overdue"),
        ("due in 90 days", "due_soon"),
        ("without a date", "undated"),
        ("update overdue", "update_overdue"),
        ("delivered", "delivered"),
        ("of these verified", "verified"),
        ("reported, to verify", "reported"),
    ] {
        fact(out, name, &format!("{}   {}", text(&r[field]["n"]), text(&r[field]["filter"])).into())?;
    }
    fact(out, "unanswered requests", &r["requests"])?;
    for answer in array(&r["answers"]) {
        fact(out, &spoken(&text(&answer["answer"])), &answer["n"])?;
    }
    for (name, field) in [("delivered late", "delivered_late"), ("owed late", "owed_late")] {
        let late = &r[field];
        if !late["median"].is_null() {
            let said = format!(
                "{} of {}: {} days in the middle, {} at most",
                text(&late["late"]),
                text(&late["dated"]),
                text(&late["median"]),
                text(&late["longest"])
            );
            fact(out, name, &said.into())?;
        }
    }
    fact(out, "moved", &format!("{} commitments, {} times", text(&r["moved"]), text(&r["moves"])).into())?;
    if !array(&r["overdue_rows"]).is_empty() {
        writeln!(out, "\nOverdue:")?;
        lists::commitments(out, &r["overdue_rows"])?;
    }
    Ok(())
}

/// The matter of a letter.
pub(super) fn owed(out: &mut dyn Write, r: &Value) -> Result<()> {
    writeln!(out, "{} as of {}", text(&r["actor"]["name"]), text(&r["as_of"]))?;
    for (title, field) in [("Overdue", "overdue"), ("Due soon", "due_soon")] {
        head(out, title, r, field)?;
        for item in array(&r[field]) {
            let of = item["recommendation"].as_str().map(|of| format!(" ({of})")).unwrap_or_default();
            let drafted = if item["drafted"] == true { " [worded by the desk]" } else { "" };
            writeln!(out, "  {}{of}: {}{drafted}", text(&item["commitment"]), text(&item["deliverable"]))?;
            let first = item["first_stated"].as_str().map(|first| format!(", first {first}")).unwrap_or_default();
            let late = item["days_overdue"].as_u64().map(|days| format!(", {days} days late")).unwrap_or_default();
            writeln!(out, "      due {} ({}){first}{late}", text(&item["due_stated"]), text(&item["due_by"]))?;
            if item["word"].is_object() {
                writeln!(out, "      last word {}: {}", text(&item["word"]["day"]), text(&item["word"]["text"]))?;
            }
        }
    }
    head(out, "Questions without an answer", r, "answers")?;
    for q in array(&r["answers"]) {
        writeln!(out, "  {} {}: {}", text(&q["day"]), text(&q["request"]), text(&q["text"]))?;
    }
    head(out, "Recommendations without a response", r, "responses")?;
    for one in array(&r["responses"]) {
        let title = one["heading"].as_str().map_or_else(|| text(&one["text"]), str::to_owned);
        writeln!(out, "  {}: {title}", text(&one["recommendation"]))?;
    }
    writeln!(out)?;
    if r["left_out"].as_u64().unwrap_or(0) > 0 {
        writeln!(out, "Left out, as not for export: {}.", text(&r["left_out"]))?;
    }
    if r["unconfirmed"].as_u64().unwrap_or(0) > 0 {
        writeln!(out, "Left out, as only implied and not confirmed: {}.", text(&r["unconfirmed"]))?;
    }
    Ok(())
}

fn head(out: &mut dyn Write, title: &str, r: &Value, field: &str) -> Result<()> {
    writeln!(out, "\n{title}: {}", text(&r[format!("{field}_total")]))
}
