//! Replies as text for people at a terminal: tables, pages, one sentence for an edit.
//!
//! Works on the JSON of a reply, so that what is printed is what any other door answers. Does not ask anything.

mod account;
mod cells;
mod compare;
mod desk;
mod diary;
mod dues;
mod lists;
mod pictures;
mod structure;
mod who;

use comfy_table::{CellAlignment, ContentArrangement, Table, presets};
use followthrough_commands::Command;
use serde_json::Value;
use serde_json::value::RawValue;
use std::io::{Result, Write};

/// How a command's reply is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verb {
    Overdue,
    List,
    Rates,
    Show,
    History,
    Diary,
    Search,
    Counts,
    Changes,
    Compare,
    Views,
    Reviews,
    Bin,
    Recent,
    Check,
    ReadDue,
    Events,
    EventMove,
    Milestones,
    Requests,
    Addressees,
    Account,
    Owed,
    Outline,
    Undo,
    Redo,
    Themes,
    Preview,
    Many,
    Cells,
    Rollup,
    Written,
    Opened,
    Edit,
    Indicators,
    Flagged,
    Fields,
    Register,
    Told,
    Crossed,
    OverTime,
    DueLine,
    Plain,
}

impl Verb {
    pub(crate) fn of(command: &Command) -> Self {
        match command {
            Command::Overdue(_) => Self::Overdue,
            Command::List(_) => Self::List,
            Command::Rates(_) => Self::Rates,
            Command::Show(_) => Self::Show,
            Command::History(_) => Self::History,
            Command::Diary(_) => Self::Diary,
            Command::Search(_) => Self::Search,
            Command::Counts(_) => Self::Counts,
            Command::Changes(_) => Self::Changes,
            Command::Compare(_) => Self::Compare,
            Command::Views(_) => Self::Views,
            Command::Reviews(_) => Self::Reviews,
            Command::Bin(_) => Self::Bin,
            Command::Recent(_) => Self::Recent,
            Command::Check(_) => Self::Check,
            Command::ReadDue(_) => Self::ReadDue,
            Command::Events(_) => Self::Events,
            Command::EventMovePreview(_) | Command::MoveEvent(_) => Self::EventMove,
            Command::Milestones(_) => Self::Milestones,
            Command::Themes(_) => Self::Themes,
            Command::RepeatPreview(_) => Self::Preview,
            Command::SetMany(_) | Command::PreviewMany(_) => Self::Many,
            Command::SetCells(_) | Command::PreviewCells(_) | Command::ReadCells(_) => Self::Cells,
            Command::Rollup(_) => Self::Rollup,
            Command::Requests(_) => Self::Requests,
            Command::NoResponse(_) | Command::Unconfirmed(_) => Self::Addressees,
            Command::Account(_) => Self::Account,
            Command::Owed(_) => Self::Owed,
            Command::Outline(_) => Self::Outline,
            Command::Undo(_) | Command::UndoEntry(_) => Self::Undo,
            Command::Redo(_) | Command::RedoEntry(_) => Self::Redo,
            Command::SaveCopy(_)
            | Command::Summary(_)
            | Command::ExportEvidence(_)
            | Command::SavePicture(_)
            | Command::SaveText(_) => Self::Written,
            Command::Sample(_) | Command::New(_) | Command::Open(_) => Self::Opened,
            Command::Indicators(_) => Self::Indicators,
            Command::Flagged(_) => Self::Flagged,
            Command::Fields(_) => Self::Fields,
            Command::ReadRegister(_) | Command::TakeOverRegister(_) => Self::Register,
            Command::Obstacles(_) | Command::Escalations(_) | Command::Practices(_) => Self::Told,
            Command::StatusBy(_) | Command::Ageing(_) | Command::Heat(_) => Self::Crossed,
            Command::OverTime(_) => Self::OverTime,
            Command::DueLine(_) => Self::DueLine,
            Command::Workspace(_) | Command::ChangedSince(_) | Command::Stage(_) => Self::Plain,
            _ => Self::Edit,
        }
    }
}

/// Prints the reply of a command.
pub(crate) fn reply(out: &mut dyn Write, verb: Verb, answer: &Value) -> Result<()> {
    let r = &answer["reply"];
    match verb {
        Verb::Overdue => lists::overdue(out, r),
        Verb::List => lists::list(out, r),
        Verb::Rates => lists::rates(out, r),
        Verb::Show => show(out, r),
        Verb::History => diary::history(out, r),
        Verb::Diary => diary::diary(out, r),
        Verb::Search => lists::hits(out, r),
        Verb::Counts => counts(out, r),
        Verb::Changes => lists::changes(out, r),
        Verb::Compare => compare::compare(out, r),
        Verb::Views => rows(
            out,
            r,
            &[("view", "name"), ("list", "list"), ("filter", "filter"), ("group", "group")],
            "No view was saved yet.",
        ),
        Verb::Reviews => rows(
            out,
            r,
            &[("review", "name"), ("day", "day"), ("entry", "entry"), ("by", "by"), ("note", "note")],
            "No review was held yet.",
        ),
        Verb::Bin => rows(
            out,
            &r["items"],
            &[("reference", "ref"), ("kind", "kind"), ("", "title"), ("by", "by"), ("when", "deleted_at")],
            "The bin is empty.",
        ),
        Verb::Recent => {
            rows(out, r, &[("workspace", "name"), ("opened", "opened"), ("file", "file")], "No workspace was opened yet.")
        }
        Verb::Check => check(out, r),
        Verb::ReadDue => writeln!(out, "{}", text(&r["understood"])),
        Verb::Events => dues::events(out, r),
        Verb::EventMove => dues::event_move(out, r, !answer["entry"].is_null()),
        Verb::Milestones => dues::milestones(out, r),
        Verb::Themes => structure::themes(out, r),
        Verb::Preview => structure::preview(out, r),
        Verb::Many => desk::many(out, r),
        Verb::Cells => cells::cells(out, r),
        Verb::Rollup => structure::rollup(out, r),
        Verb::Requests => who::requests(out, r),
        Verb::Addressees => who::addressees(out, r),
        Verb::Account => account::account(out, r),
        Verb::Owed => account::owed(out, r),
        Verb::Outline => structure::outline(out, r),
        Verb::Undo => writeln!(out, "Undone: {}. Do it again with: followthrough redo", step(r)),
        Verb::Redo => writeln!(out, "Done again: {}.", step(r)),
        Verb::Written => {
            writeln!(out, "Written: {} ({} bytes).", text(&r["path"]), text(&r["bytes"]))?;
            match r["left_out"].as_u64() {
                Some(n) if n > 0 => writeln!(out, "Left out, as not for export: {n}."),
                _ => Ok(()),
            }
        }
        Verb::Opened => writeln!(out, "{}", text(&r["file"])),
        Verb::Edit => edited(out, answer),
        Verb::Indicators => desk::indicators(out, r),
        Verb::Flagged => desk::flagged(out, r),
        Verb::Fields => desk::fields(out, r),
        Verb::Register => desk::register(out, r),
        Verb::Told => desk::told(out, r),
        Verb::Crossed => pictures::crossed(out, r),
        Verb::OverTime => pictures::over_time(out, r),
        Verb::DueLine => pictures::due_line(out, r),
        Verb::Plain => writeln!(out, "{}", serde_json::to_string_pretty(r).unwrap_or_default()),
    }
}

/// The reply alone, as the core wrote it.
#[derive(serde::Deserialize)]
struct Reply<'a> {
    #[serde(borrow)]
    reply: &'a RawValue,
}

/// A list as `--json` prints it: its rows under one name, whatever they are of.
#[derive(serde::Serialize, serde::Deserialize)]
struct Rows<'a> {
    as_of: &'a str,
    total: u32,
    #[serde(borrow, skip_serializing)]
    commitments: Vec<&'a RawValue>,
    #[serde(borrow, skip_serializing)]
    recommendations: Vec<&'a RawValue>,
    #[serde(borrow, skip_serializing)]
    actors: Vec<&'a RawValue>,
    #[serde(borrow, skip_serializing)]
    sources: Vec<&'a RawValue>,
    #[serde(borrow)]
    bands: &'a RawValue,
    undated: u32,
    #[serde(borrow)]
    groups: &'a RawValue,
    filter: Option<String>,
    #[serde(default)]
    items: Vec<&'a RawValue>,
}

/// Prints the reply of a command for a program.
pub(crate) fn json(out: &mut dyn Write, verb: Verb, answer: &str) -> Result<()> {
    let Reply { reply } = serde_json::from_str(answer)?;
    if verb != Verb::List {
        return writeln!(out, "{reply}");
    }
    let mut rows: Rows<'_> = serde_json::from_str(reply.get())?;
    rows.items = [&mut rows.commitments, &mut rows.recommendations, &mut rows.actors, &mut rows.sources]
        .into_iter()
        .flat_map(std::mem::take)
        .collect();
    writeln!(out, "{}", serde_json::to_string(&rows)?)
}

fn edited(out: &mut dyn Write, answer: &Value) -> Result<()> {
    let r = &answer["reply"];
    if answer["entry"].is_null() {
        return writeln!(out, "Nothing changed: it was so already.");
    }
    if let Some(said) = structure::done(r) {
        return writeln!(out, "{said}");
    }
    match (r["ref"].as_str(), r["due_by"].as_str(), r["status"].as_str()) {
        (Some(reference), ..) if !reference.is_empty() => writeln!(out, "Done: {reference}."),
        (_, Some(due_by), _) => writeln!(out, "Done: due by {due_by}."),
        (_, _, Some(status)) => writeln!(out, "Done: {}.", spoken(status)),
        _ => writeln!(out, "Done."),
    }
}

fn show(out: &mut dyn Write, r: &Value) -> Result<()> {
    let kind = text(&r["type"]);
    let title = ["deliverable", "heading", "title", "name", "text"].iter().find_map(|f| r[f].as_str()).unwrap_or_default();
    writeln!(out, "{} {}\n{title}", capital(&kind), text(&r["ref"]))?;
    if r["deleted"] == true {
        writeln!(out, "In the bin.")?;
    }
    if r["private"] == true {
        writeln!(out, "Not for export: {}", text(&r["private_why"]))?;
    }
    if r["drafted"] == true {
        writeln!(out, "Drafted by the desk, not confirmed by the lead.")?;
    }
    desk::beside(out, &r["desk"])?;
    writeln!(out)?;
    match kind.as_str() {
        "indicator" => desk::indicator(out, r),
        "commitment" => show_commitment(out, r),
        "recommendation" => {
            fact(out, "source", &r["source"]["name"])?;
            fact(out, "place", &place(r).into())?;
            fact(out, "force", &r["force"])?;
            fact(out, "asks", &names(&r["addressees"], "actor").into())?;
            fact(out, "called on by", &names(&r["callers"], "actor").into())?;
            fact(out, "due", &r["due"]["stated"])?;
            fact(out, "contested", &r["contested"])?;
            writeln!(out, "\n{}", text(&r["text"]))?;
            who::answers(out, r)?;
            who::asked(out, &r["requests"])?;
            for part in array(&r["parts"]) {
                writeln!(out, "  {}  {}", text(&part["ref"]), text(&part["title"]))?;
            }
            structure::recommendation(out, r)?;
            if array(&r["commitments"]).is_empty() { Ok(()) } else { lists::commitments(out, &r["commitments"]) }
        }
        "series" => structure::series(out, r),
        "actor" => {
            who::actor(out, r)?;
            if array(&r["commitments"]).is_empty() { Ok(()) } else { lists::commitments(out, &r["commitments"]) }
        }
        "request" => who::request(out, r),
        "source" => {
            for (name, field) in
                [("publisher", "publisher"), ("symbol", "symbol"), ("published", "published"), ("standing", "standing")]
            {
                fact(out, name, &r[field])?;
            }
            rows(
                out,
                &r["recommendations"],
                &[("reference", "recommendation"), ("heading", "heading"), ("", "text"), ("overdue", "overdue")],
                "It has no recommendations yet.",
            )
        }
        "event" => dues::event(out, r),
        _ => {
            for (name, field) in
                [("kind", "kind"), ("target", "target"), ("bytes", "bytes"), ("speaks of", "date"), ("SHA-256", "sha256")]
            {
                fact(out, name, &r[field])?;
            }
            for of in array(&r["uses"]) {
                writeln!(out, "  {} {} {}", text(&of["use"]["stance"]), text(&of["of"]["ref"]), text(&of["of"]["title"]))?;
            }
            Ok(())
        }
    }
}

fn show_commitment(out: &mut dyn Write, r: &Value) -> Result<()> {
    let answers: Vec<String> = array(&r["answers"]).iter().map(|a| text(&a["ref"])).collect();
    fact(out, "answers", &answers.join(", ").into())?;
    fact(out, "lead", &r["lead"]["name"])?;
    fact(out, "joint", &names(&r["joint"], "").into())?;
    fact(out, "supporting", &names(&r["supporting"], "").into())?;
    fact(out, "status", &spoken(&text(&r["status"])).into())?;
    fact(out, "due", &r["due"]["stated"])?;
    fact(out, "due by", &r["due"]["due_by"])?;
    fact(out, "days overdue", &r["days_overdue"])?;
    dues::slippage(out, r)?;
    fact(out, "series", &r["series"]["title"])?;
    fact(out, "level of result", &r["result_level"])?;
    for (name, field) in [("done when", "done_when"), ("post", "post"), ("handler", "handler"), ("caveat", "caveat")] {
        fact(out, name, &r[field])?;
    }
    who::commitment(out, r)?;
    for answered in array(&r["answers"]) {
        writeln!(out, "\nWhat {} asks: {}", text(&answered["ref"]), text(&answered["text"]))?;
    }
    dues::steps(out, r)?;
    writeln!(out, "\nWhat happened:")?;
    for e in array(&r["timeline"]) {
        match e["type"].as_str().unwrap_or_default() {
            "update" => {
                let status = e["status"].as_str().map(|s| format!(", {}", spoken(s))).unwrap_or_default();
                let by = e["by"]["name"].as_str().map(|b| format!(", {b}")).unwrap_or_default();
                writeln!(out, "  {} {}{status}{by}: {}", text(&e["day"]), text(&e["ref"]), text(&e["text"]))?;
                uses(out, &e["evidence"])?;
            }
            "verification" => writeln!(out, "  {} {}: {}", text(&e["day"]), text(&e["verdict"]), text(&e["reason"]))?,
            "due" if e["before"].is_null() => writeln!(out, "  due “{}”", text(&e["stated"]))?,
            "due" => dues::moved(out, e)?,
            _ => writeln!(out, "  {} lead: {}", text(&e["day"]), e["lead"]["name"].as_str().unwrap_or("none"))?,
        }
    }
    uses(out, &r["evidence"])
}

fn uses(out: &mut dyn Write, items: &Value) -> Result<()> {
    for e in array(items) {
        let page = e["page"].as_str().map(|p| format!(", page {p}")).unwrap_or_default();
        let date = e["date"].as_str().map(|d| format!(", of {d}")).unwrap_or_default();
        writeln!(out, "    {} {} {}{page}{date}", text(&e["stance"]), text(&e["ref"]), text(&e["title"]))?;
    }
    Ok(())
}

fn counts(out: &mut dyn Write, r: &Value) -> Result<()> {
    for (name, field) in [
        ("overdue", "overdue"),
        ("by the original due", "overdue_original"),
        ("due in 30 days", "due_30"),
        ("due in 90 days", "due_soon"),
        ("awaiting verification", "awaiting_verification"),
        ("no lead", "no_lead"),
        ("no date", "no_date"),
        ("no evidence", "no_evidence"),
        ("update overdue", "update_overdue"),
        ("slipping", "slipping"),
        ("long outstanding", "long_outstanding"),
        ("contradicting evidence", "contradicting"),
        ("not taken up", "not_taken_up"),
        ("no owner", "no_owner"),
        ("followed by you", "mine"),
        ("flagged", "flagged"),
        ("suspended", "suspended"),
        ("closed", "closed"),
        ("all", "all"),
        ("in the bin", "bin"),
    ] {
        fact(out, name, &r[field])?;
    }
    Ok(())
}

fn check(out: &mut dyn Write, r: &Value) -> Result<()> {
    if r["ok"] == true {
        return writeln!(
            out,
            "All is well: {} items, {} log entries in an unbroken chain, {} evidence files as they came in.",
            text(&r["items"]),
            text(&r["entries"]),
            text(&r["evidence_files"])
        );
    }
    array(&r["problems"]).iter().try_for_each(|p| writeln!(out, "{}", text(p)))
}

fn rows(out: &mut dyn Write, items: &Value, columns: &[(&str, &str)], empty: &str) -> Result<()> {
    let items = array(items);
    if items.is_empty() {
        return writeln!(out, "{empty}");
    }
    let mut table = table(&columns.iter().map(|c| c.0).collect::<Vec<_>>());
    for item in items {
        table.add_row(columns.iter().map(|(_, field)| match &item[*field] {
            Value::Array(all) => all.iter().map(text).collect::<Vec<_>>().join(", "),
            other => spoken(&text(other)),
        }));
    }
    for (n, (_, field)) in columns.iter().enumerate() {
        if items[0][*field].is_number() {
            end_column(&mut table, n);
        }
    }
    writeln!(out, "{table}")
}

fn table(header: &[&str]) -> Table {
    let mut table = Table::new();
    table
        .load_preset(presets::UTF8_HORIZONTAL_ONLY)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_header(header.to_vec());
    if table.width().is_none() {
        table.set_width(160); // not a terminal: wide enough to read, narrow enough to mail
    }
    table
}

fn end_column(table: &mut Table, n: usize) {
    if let Some(column) = table.column_mut(n) {
        column.set_cell_alignment(CellAlignment::Right);
    }
}

fn fact(out: &mut dyn Write, name: &str, value: &Value) -> Result<()> {
    match text(value) {
        text if text.is_empty() => Ok(()),
        text => writeln!(out, "{name:>22}  {text}"),
    }
}

fn place(r: &Value) -> String {
    let page = r["page"].as_str().map(|p| format!("page {p}"));
    let line = r["line"].as_u64().map(|l| format!("line {l}"));
    [r["section"].as_str().map(str::to_owned), page, line].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn names(items: &Value, under: &str) -> String {
    let name = |v: &Value| if under.is_empty() { text(&v["name"]) } else { text(&v[under]["name"]) };
    array(items).iter().map(name).collect::<Vec<_>>().join("; ")
}

fn step(r: &Value) -> String {
    format!("{} ({})", text(&r["command"]), text(&r["title"]))
}

fn array(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// A value as text; nothing for null.
fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(s) => s.clone(),
        other => other.to_string(),
    }
}

/// A word of a closed list as people write it.
fn spoken(word: &str) -> String {
    let is_word = !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    if is_word { word.replace('_', " ") } else { word.to_owned() }
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}
