//! Dues for people at a terminal: events and what hangs on them, milestones, occurrences, how a due was moved.

use super::lists::more;
use super::{array, end_column, fact, rows, table, text};
use serde_json::Value;
use std::io::{Result, Write};

/// The days of an event, or that they are not known.
fn days(from: &Value, to: &Value) -> String {
    match (from.as_str(), to.as_str()) {
        (Some(from), Some(to)) => format!("{from} to {to}"),
        (Some(from), None) => from.to_owned(),
        _ => "no date yet".to_owned(),
    }
}

/// The list of events.
pub(super) fn events(out: &mut dyn Write, r: &Value) -> Result<()> {
    let items = array(&r["items"]);
    if items.is_empty() {
        return writeln!(out, "There are no events yet. Add one with: followthrough add-event NAME --from DATE");
    }
    let mut table = table(&["event", "name", "days", "moved", "dues", ""]);
    for e in items {
        let next = if e["next"] == true { "next" } else { "" };
        table.add_row([
            text(&e["ref"]),
            text(&e["name"]),
            days(&e["from"], &e["to"]),
            text(&e["moved"]),
            text(&e["hanging"]),
            next.to_owned(),
        ]);
    }
    end_column(&mut table, 3);
    end_column(&mut table, 4);
    writeln!(out, "{table}")?;
    more(out, r, &r["items"])
}

/// The page of an event.
pub(super) fn event(out: &mut dyn Write, r: &Value) -> Result<()> {
    fact(out, "days", &days(&r["from"], &r["to"]).into())?;
    fact(out, "dues", &r["total"])?;
    for (n, date) in array(&r["dates"]).iter().enumerate() {
        let held = days(&date["from"], &date["to"]);
        if n == 0 {
            writeln!(out, "  first {held}")?;
        } else {
            writeln!(out, "  {} moved to {held}: {}{}", text(&date["decided_on"]), text(&date["reason"]), by(&date["decider"]))?;
        }
    }
    rows(
        out,
        &r["hanging"],
        &[
            ("item", "ref"),
            ("commitment", "commitment"),
            ("", "title"),
            ("lead", "lead"),
            ("due", "stated"),
            ("by", "due_by"),
            ("days overdue", "days_overdue"),
        ],
        "Nothing hangs on it.",
    )
}

/// What moves with an event: before it is moved, or after.
pub(super) fn event_move(out: &mut dyn Write, r: &Value, done: bool) -> Result<()> {
    let (event, to) = (text(&r["event"]), days(&r["from"], &r["to"]));
    let (verb, was) = (if done { "moved" } else { "would move" }, days(&r["was_from"], &r["was_to"]));
    writeln!(
        out,
        "“{event}” {verb} from {was} to {to}. Dues that {}: {}.",
        if done { "moved with it" } else { "would move with it" },
        text(&r["total"])
    )?;
    if let Some(refused) = r["refused"].as_str() {
        writeln!(out, "It cannot be moved so: {refused}")?;
    }
    if array(&r["moves"]).is_empty() {
        return Ok(());
    }
    let mut table = table(&["item", "commitment", "", "lead", "from", "to", ""]);
    for m in array(&r["moves"]) {
        let what = match (m["becomes_overdue"] == true, m["no_longer_overdue"] == true) {
            (true, _) => "becomes overdue",
            (_, true) => "no longer overdue",
            _ => "",
        };
        table.add_row([
            text(&m["ref"]),
            text(&m["commitment"]),
            text(&m["title"]),
            text(&m["lead"]),
            text(&m["from"]),
            text(&m["to"]),
            what.to_owned(),
        ]);
    }
    writeln!(out, "{table}")?;
    more(out, r, &r["moves"])
}

/// The list of milestones.
pub(super) fn milestones(out: &mut dyn Write, r: &Value) -> Result<()> {
    let columns = [
        ("milestone", "ref"),
        ("", "text"),
        ("term", "term"),
        ("due", "due_stated"),
        ("by", "due_by"),
        ("days overdue", "days_overdue"),
        ("commitment", "commitment"),
        ("lead", "lead"),
    ];
    rows(out, &r["items"], &columns, "No milestone is due.")?;
    more(out, r, &r["items"])
}

/// How the due of a commitment stands against its first one, and when a word on it is due.
pub(super) fn slippage(out: &mut dyn Write, r: &Value) -> Result<()> {
    if let Some(times) = r["slips"].as_u64().filter(|times| *times > 0) {
        let original = &r["original"];
        fact(
            out,
            "first due",
            &match original["due_by"].as_str() {
                Some(by) if Some(by) != original["stated"].as_str() => format!("{} ({by})", text(&original["stated"])).into(),
                _ => original["stated"].clone(),
            },
        )?;
        let moved = r["days_moved"].as_i64().map(|days| format!(", {days} days in all")).unwrap_or_default();
        fact(out, "moved", &format!("{times} {}{moved}", if times == 1 { "time" } else { "times" }).into())?;
        fact(out, "days past first due", &r["days_overdue_original"])?;
    }
    fact(out, "event", &r["due"]["event"])?;
    fact(out, "word due by", &r["word_by"])?;
    fact(out, "word days overdue", &r["update_overdue_days"])
}

/// Milestones and occurrences of a commitment.
pub(super) fn steps(out: &mut dyn Write, r: &Value) -> Result<()> {
    if !array(&r["milestones"]).is_empty() {
        writeln!(out, "\nMilestones:")?;
    }
    for m in array(&r["milestones"]) {
        let term = m["term"].as_str().map(|term| format!(" ({term} term)")).unwrap_or_default();
        let state = match (m["done_on"].as_str(), m["due_by"].as_str(), m["days_overdue"].as_u64()) {
            (Some(done), ..) => format!(", done on {done}"),
            (_, Some(by), Some(days)) => format!(", due by {by}, {days} days overdue"),
            (_, Some(by), None) => format!(", due by {by}"),
            _ => m["due_stated"].as_str().map(|stated| format!(", due “{stated}”")).unwrap_or_default(),
        };
        writeln!(out, "  {} {}{term}{state}", text(&m["ref"]), text(&m["text"]))?;
    }
    if !array(&r["occurrences"]).is_empty() {
        writeln!(out, "\nOccurrences:")?;
    }
    for o in array(&r["occurrences"]) {
        let on = o["on"].as_str().map(|on| format!(" on {on}")).unwrap_or_default();
        let late = o["days_late"].as_u64().map(|days| format!(", {days} days late")).unwrap_or_default();
        let more = o["update"].as_str().or(o["reason"].as_str()).map(|more| format!(": {more}")).unwrap_or_default();
        writeln!(out, "  {} {}{on}{late}{more}", text(&o["day"]), text(&o["state"]))?;
    }
    Ok(())
}

/// A move of a due on the time line.
pub(super) fn moved(out: &mut dyn Write, e: &Value) -> Result<()> {
    let day = |by: &Value| by.as_str().map(|by| format!(" ({by})")).unwrap_or_default();
    let event = match (e["event_reason"].as_str(), e["event"].as_str()) {
        (Some(why), Some(event)) => format!(", {event}: {why}"),
        _ => String::new(),
    };
    writeln!(
        out,
        "  {} due moved from “{}”{} to “{}”{}: {}{event}{}",
        text(&e["day"]),
        text(&e["before"]),
        day(&e["due_by_before"]),
        text(&e["stated"]),
        day(&e["due_by"]),
        text(&e["reason"]),
        by(&e["decider"])
    )
}

fn by(decider: &Value) -> String {
    decider.as_str().map(|who| format!(" (decided by {who})")).unwrap_or_default()
}
