//! How recommendations hang together, as text: progress and links of one, series, frameworks with their themes, and what an
//! edit of several did.
//!
//! Does not print rows of lists; the module above does.

use super::lists::commitments;
use super::{array, end_column, fact, spoken, table, text};
use serde_json::Value;
use std::io::{Result, Write};

/// What an edit that did several things answers, as one sentence; nothing for others.
pub(super) fn done(r: &Value) -> Option<String> {
    let refs = |items: &Value| array(items).iter().map(|item| text(&item["ref"])).collect::<Vec<_>>().join(", ");
    if r["opened"].is_array() {
        let stay = match array(&r["left_open"]) {
            [] => String::new(),
            _ => format!(" Still open, as they answer others too: {}.", refs(&r["left_open"])),
        };
        return Some(format!("Carried forward: {}. Closed as superseded: {}.{stay}", refs(&r["opened"]), text(&r["closed"])));
    }
    if r["moved"].is_number() {
        return Some(format!(
            "Joined into {}: {} parts, {} things moved along.",
            text(&r["ref"]),
            text(&r["parts"]),
            text(&r["moved"])
        ));
    }
    if r["parts"].is_array() {
        return Some(format!("Split {}: {}.", text(&r["ref"]), refs(&r["parts"])));
    }
    if r["commitments"].is_number() && r["ref"].is_string() {
        return Some(format!("Done: {}, {} commitments.", text(&r["ref"]), text(&r["commitments"])));
    }
    None
}

/// Progress, judgement, links and chain of a recommendation.
pub(super) fn recommendation(out: &mut dyn Write, r: &Value) -> Result<()> {
    writeln!(out)?;
    fact(out, "progress", &format!("{}: {}", spoken(&text(&r["progress"]["state"])), text(&r["progress"]["sentence"])).into())?;
    let themes: Vec<String> =
        array(&r["themes"]).iter().map(|t| format!("{} ({})", text(&t["name"]), text(&t["framework"]))).collect();
    fact(out, "themes", &themes.join("; ").into())?;
    for (name, field) in [
        ("priority", "priority"),
        ("meant for", "aim"),
        ("precondition", "precondition"),
        ("risk", "risk"),
        ("contingency", "contingency"),
        ("theory of change", "theory"),
        ("in place already", "already"),
        ("enables (0-3)", "enables"),
        ("feasible (0-3)", "feasible"),
        ("impact (0-3)", "impact"),
        ("consensus (0-3)", "consensus"),
        ("remark", "remark"),
    ] {
        fact(out, name, &spoken(&text(&r[field])).into())?;
    }
    for link in array(&r["links"]) {
        let (other, kind) = (text(&link["other"]["ref"]), spoken(&text(&link["kind"])));
        let said = match (kind.as_str(), link["forward"] == true) {
            ("related", _) => format!("is related to {other}"),
            (_, true) => format!("{kind} {other}"),
            (_, false) => format!("{other} {kind} this one"),
        };
        fact(out, "link", &format!("{said} ({}): {}", text(&link["source"]["name"]), text(&link["reason"])).into())?;
    }
    let chain: Vec<String> = array(&r["chain"]).iter().map(|item| text(&item["ref"])).collect();
    fact(out, "carried forward", &chain.join(" → ").into())?;
    for series in array(&r["series"]) {
        fact(out, "repeated as", &format!("{} {}", text(&series["ref"]), text(&series["title"])).into())?;
    }
    Ok(())
}

/// A series: its group line and its commitments.
pub(super) fn series(out: &mut dyn Write, r: &Value) -> Result<()> {
    fact(out, "answers", &r["recommendation"]["ref"])?;
    fact(out, "progress", &format!("{}: {}", spoken(&text(&r["progress"]["state"])), text(&r["progress"]["sentence"])).into())?;
    fact(out, "next due", &r["next_due"])?;
    if array(&r["commitments"]).is_empty() { Ok(()) } else { commitments(out, &r["commitments"]) }
}

/// Frameworks with their themes.
pub(super) fn themes(out: &mut dyn Write, r: &Value) -> Result<()> {
    if array(&r["frameworks"]).is_empty() {
        return writeln!(out, "There are no frameworks yet. Add one with add-framework, or load the catalogue.");
    }
    for framework in array(&r["frameworks"]) {
        writeln!(out, "{}", text(&framework["name"]))?;
        let mut table = table(&["theme", "items", "through crosswalks", "crosswalks"]);
        for theme in array(&framework["themes"]) {
            let crosswalks: Vec<String> = array(&theme["crosswalks"])
                .iter()
                .map(|x| format!("{} {}: {}", text(&x["kind"]), text(&x["other"]["ref"]), text(&x["reason"])))
                .collect();
            table.add_row([text(&theme["name"]), text(&theme["items"]), text(&theme["through"]), crosswalks.join("\n")]);
        }
        writeln!(out, "{table}")?;
    }
    Ok(())
}

/// Who would get a commitment.
pub(super) fn preview(out: &mut dyn Write, r: &Value) -> Result<()> {
    writeln!(out, "{} would get a commitment:", text(&r["total"]))?;
    for member in array(&r["members"]) {
        writeln!(out, "  {}  {}", text(&member["ref"]), text(&member["name"]))?;
    }
    for member in array(&r["already"]) {
        writeln!(out, "  {}  has one already", text(&member["ref"]))?;
    }
    Ok(())
}

/// Figures with duplicates counted once: a line a theme, and the total.
pub(super) fn rollup(out: &mut dyn Write, r: &Value) -> Result<()> {
    const STATES: [&str; 9] =
        ["not_taken_up", "open", "overdue", "waiting", "suspended", "implemented", "partly", "closed", "overtaken"];
    let mut header = vec!["", "items", "counted once", "commitments"];
    let states: Vec<String> = STATES.iter().map(|state| spoken(state)).collect();
    header.extend(states.iter().map(String::as_str));
    let mut table = table(&header);
    let lines = array(&r["themes"]).iter().map(|line| (text(&line["name"]), &line["figures"]));
    for (name, figures) in lines.chain([("all".to_owned(), &r["total"])]) {
        let mut row = vec![name];
        row.extend(["recommendations", "once", "commitments"].map(|field| text(&figures[field])));
        row.extend(STATES.map(|state| text(&figures["states"][state])));
        table.add_row(row);
    }
    for column in 1..header.len() {
        end_column(&mut table, column);
    }
    writeln!(out, "{table}")
}

/// The items of a source, under their sections.
pub(super) fn outline(out: &mut dyn Write, r: &Value) -> Result<()> {
    for (name, field) in [("items", "items"), ("taken up", "taken_up"), ("implemented", "implemented"), ("overdue", "overdue")] {
        fact(out, name, &r[field])?;
    }
    let mut section = None;
    for row in array(&r["rows"]) {
        if row["section"].as_str() != section {
            section = row["section"].as_str();
            writeln!(out, "\n{}", section.unwrap_or_default())?;
        }
        let inset = if row["part"] == true { "    " } else { "  " };
        let title = row["heading"].as_str().map_or_else(|| text(&row["text"]), str::to_owned);
        let leads: Vec<String> = array(&row["leads"]).iter().map(text).collect();
        let lead = if leads.is_empty() { "nobody".to_owned() } else { leads.join(", ") };
        let due = row["due_by"].as_str().map(|due| format!(", due {due}")).unwrap_or_default();
        writeln!(
            out,
            "{inset}{}  {title}\n{inset}    {}, {lead}{due}",
            text(&row["recommendation"]),
            spoken(&text(&row["state"]))
        )?;
    }
    Ok(())
}
