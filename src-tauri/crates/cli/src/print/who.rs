//! How actors, their answers and requests print: the queues of the silent, the page of a request, and what other pages
//! show of them.
//!
//! Does not print lists of commitments.

use super::lists::more;
use super::{array, fact, rows, spoken, table, text};
use serde_json::Value;
use std::io::{Result, Write};

/// A queue of addressees.
pub(super) fn addressees(out: &mut dyn Write, r: &Value) -> Result<()> {
    let columns = [
        ("recommendation", "recommendation"),
        ("asks", "actor"),
        ("", "text"),
        ("sent", "sent_on"),
        ("reply by", "reply_by"),
        ("days waiting", "days_waiting"),
    ];
    writeln!(out, "{} as of {}.", text(&r["total"]), text(&r["as_of"]))?;
    rows(out, &with_names(&r["items"]), &columns, "There are none.")?;
    ages(out, r)?;
    more(out, r, &r["items"])
}

/// A list of requests.
pub(super) fn requests(out: &mut dyn Write, r: &Value) -> Result<()> {
    writeln!(out, "{} as of {}, {} without an answer.", text(&r["total"]), text(&r["as_of"]), text(&r["waiting"]))?;
    let mut table = table(&["request", "asked", "on", "about", "what", "reply by", "reminders", "answered", "days waiting"]);
    for q in array(&r["items"]) {
        table.add_row([
            text(&q["request"]),
            text(&q["actor"]["ref"]),
            text(&q["day"]),
            about(q),
            text(&q["text"]),
            text(&q["reply_by"]),
            text(&q["reminders"]),
            text(&q["answered_on"]),
            text(&q["days_waiting"]),
        ]);
    }
    if !array(&r["items"]).is_empty() {
        writeln!(out, "{table}")?;
    }
    ages(out, r)?;
    more(out, r, &r["items"])
}

fn ages(out: &mut dyn Write, r: &Value) -> Result<()> {
    for band in array(&r["bands"]).iter().filter(|band| band["count"].as_u64().unwrap_or(0) > 0) {
        let days = match band["to_days"].as_u64() {
            Some(to) => format!("{} to {to} days", text(&band["from_days"])),
            None => format!("{} days or more", text(&band["from_days"])),
        };
        fact(out, &days, &band["count"])?;
    }
    Ok(())
}

/// The rows with the reference of their actor in place of the actor.
fn with_names(items: &Value) -> Value {
    let mut items = items.clone();
    for item in items.as_array_mut().into_iter().flatten() {
        item["actor"] = item["actor"]["ref"].take();
    }
    items
}

fn about(q: &Value) -> String {
    array(&q["about"]).iter().map(|of| text(&of["ref"])).collect::<Vec<_>>().join(", ")
}

/// The page of a request.
pub(super) fn request(out: &mut dyn Write, r: &Value) -> Result<()> {
    fact(out, "asked", &r["actor"]["name"])?;
    for (name, field) in [("on", "day"), ("how", "how"), ("reply by", "reply_by_now"), ("answered", "answered_on")] {
        fact(out, name, &r[field])?;
    }
    fact(out, "days waiting", &r["days_waiting"])?;
    for of in array(&r["about"]) {
        fact(out, "about", &format!("{}  {}", text(&of["ref"]), text(&of["title"])).into())?;
    }
    for m in array(&r["reminders"]) {
        let how = m["how"].as_str().map(|how| format!(", {how}")).unwrap_or_default();
        writeln!(out, "  {} reminder {}{how}: {}", text(&m["day"]), text(&m["nth"]), text(&m["text"]))?;
    }
    for a in array(&r["answers"]) {
        let by = a["by"]["name"].as_str().map(|by| format!(", {by}")).unwrap_or_default();
        writeln!(out, "  {} answered{by}, {}: {}", text(&a["day"]), text(&a["of"]["ref"]), spoken(&text(&a["text"])))?;
    }
    Ok(())
}

/// What the addressees of a recommendation answered, and who did not.
pub(super) fn answers(out: &mut dyn Write, r: &Value) -> Result<()> {
    if !array(&r["addressees"]).is_empty() {
        writeln!(out, "\nWhat they answered:")?;
    }
    for a in array(&r["addressees"]) {
        let mut said = match a["decision"].as_str() {
            Some(answer) => format!("{} on {}", spoken(answer), text(&a["decided_on"])),
            None => "no response".to_owned(),
        };
        for (word, field) in [("planned by", "planned_on"), ("sent", "sent_on"), ("days waiting", "days_waiting")] {
            if !a[field].is_null() {
                said = format!("{said}, {word} {}", text(&a[field]));
            }
        }
        if let Some(why) = a["reason"].as_str() {
            said = format!("{said}: {why}");
        }
        let implied = if a["confirmed"] == true { "" } else { " (implied, not confirmed)" };
        writeln!(out, "  {}{implied}: {said}", text(&a["actor"]["ref"]))?;
    }
    Ok(())
}

/// Requests about an item, or to an actor.
pub(super) fn asked(out: &mut dyn Write, items: &Value) -> Result<()> {
    if !array(items).is_empty() {
        writeln!(out, "\nWhat was asked:")?;
    }
    for q in array(items) {
        let state = match (q["answered_on"].as_str(), q["days_waiting"].as_u64()) {
            (Some(day), _) => format!("answered on {day}"),
            (_, Some(days)) => format!("without an answer for {days} days"),
            _ => String::new(),
        };
        writeln!(
            out,
            "  {} {} {}, {}: {} ({state})",
            text(&q["day"]),
            text(&q["request"]),
            text(&q["actor"]["ref"]),
            about(q),
            text(&q["text"])
        )?;
    }
    Ok(())
}

/// What a commitment has of kinds, occasions, contacts and requests.
pub(super) fn commitment(out: &mut dyn Write, r: &Value) -> Result<()> {
    fact(out, "kind", &spoken(&text(&r["kind"])).into())?;
    fact(out, "made on", &r["made_on"])?;
    fact(out, "occasion", &r["occasion"])?;
    fact(out, "contact", &r["contact"])?;
    asked(out, &r["requests"])
}

/// A list of actors.
pub(super) fn actors(out: &mut dyn Write, items: &Value) -> Result<()> {
    let columns = [
        ("actor", "actor"),
        ("name", "name"),
        ("kind", "kind"),
        ("level", "level"),
        ("part of", "parent"),
        ("leads", "leads"),
        ("overdue", "overdue"),
    ];
    rows(out, items, &columns, "There are none yet.")
}

/// The page of an actor, but for its commitments.
pub(super) fn actor(out: &mut dyn Write, r: &Value) -> Result<()> {
    fact(out, "kind", &r["kind"])?;
    fact(out, "level", &r["level"])?;
    fact(out, "part of", &r["parent"]["name"])?;
    fact(out, "also", &array(&r["aliases"]).iter().map(text).collect::<Vec<_>>().join("; ").into())?;
    fact(out, "followed by", &r["successor"]["actor"]["name"])?;
    fact(out, "from", &r["successor"]["from"])?;
    for before in array(&r["predecessors"]) {
        fact(out, "took over from", &before["name"])?;
    }
    fact(out, "is the same as", &r["merged_into"]["name"])?;
    for m in array(&r["merged"]) {
        fact(out, "the same as", &m["actor"]["name"])?;
    }
    fact(out, "contact", &r["contact"])?;
    fact(out, "leads", &r["leads"])?;
    fact(out, "overdue", &r["overdue"])?;
    if r["leads_before"].as_u64().unwrap_or(0) > 0 {
        fact(out, "leads as it was", &r["leads_before"])?;
    }
    if !array(&r["asked"]).is_empty() {
        writeln!(out, "\nWhat asks it:")?;
    }
    for a in array(&r["asked"]) {
        let said = a["decision"].as_str().map_or_else(|| "no response".to_owned(), spoken);
        let under = a["under"]["ref"].as_str().map(|name| format!(", as {name}")).unwrap_or_default();
        writeln!(out, "  {}{under}: {} ({said})", text(&a["ref"]), text(&a["title"]))?;
    }
    for c in array(&r["calls"]) {
        writeln!(out, "  is to call on others: {} {}", text(&c["ref"]), text(&c["title"]))?;
    }
    asked(out, &r["requests"])
}
