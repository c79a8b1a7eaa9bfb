//! CSV: a row a commitment, for a spreadsheet or a statistics program. Days are ISO, names of columns are stable
//! English and not translated. What it cannot say (figures, sources, what was left out) stands in the other formats.

use crate::Error;
use crate::data::{Cite, Fact, Line, Lines, Which};
use crate::text::harmless;
use std::borrow::Cow;
use std::io::Write;

/// The names of the columns, in order. Only ever added to at the end.
const COLUMNS: [&str; 28] = [
    "commitment",
    "deliverable",
    "drafted",
    "recommendation",
    "source",
    "label",
    "page",
    "lead",
    "lead_short",
    "joint",
    "due_stated",
    "due_by",
    "original_stated",
    "original_due_by",
    "slips",
    "slip_reason",
    "days_overdue",
    "status",
    "status_since",
    "last_update_on",
    "last_update_by",
    "last_update_formal",
    "last_update_text",
    "evidence_count",
    "evidence_references",
    "evidence",
    "further",
    "own_fields",
];

/// UTF-8 with a byte order mark, so that Excel reads it as such; lines end with CR LF; true and false in words.
///
/// Text cells are made harmless with a leading apostrophe where a spreadsheet program might take them for a formula
/// (see [`harmless`]), and lose control characters; whoever needs the raw text takes JSON. Several values in a cell
/// are parted by "; ".
pub(crate) fn write(lines: &dyn Lines, out: &mut dyn Write) -> Result<(), Error> {
    out.write_all("\u{FEFF}".as_bytes())?;
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    table.write_record(COLUMNS)?;
    lines.each(Which::All, &mut |line| Ok(table.write_record(row(line).iter().map(|cell| cell.as_bytes()))?))?;
    table.flush()?;
    Ok(())
}

fn row(line: &Line) -> [Cow<'_, str>; 28] {
    let flag = |yes: bool| Cow::Borrowed(if yes { "true" } else { "false" });
    let word = line.last_update.as_ref();
    [
        harmless(&line.commitment),
        harmless(&line.deliverable),
        flag(line.drafted),
        some(line.recommendation.as_deref()),
        some(line.source.as_deref()),
        some(line.label.as_deref()),
        some(line.page.as_deref()),
        some(line.lead.as_deref()),
        some(line.lead_short.as_deref()),
        joined(line.joint.iter().map(String::as_str)),
        some(line.due_stated.as_deref()),
        some(line.due_by.as_deref()),
        some(line.original_stated.as_deref()),
        some(line.original_due_by.as_deref()),
        line.slips.to_string().into(),
        some(line.slip_reason.as_deref()),
        line.days_overdue.map_or(Cow::Borrowed(""), |days| days.to_string().into()),
        harmless(&line.status),
        some(line.status_since.as_deref()),
        word.map_or(Cow::Borrowed(""), |word| harmless(&word.day)),
        word.map_or(Cow::Borrowed(""), |word| some(word.by.as_deref())),
        word.map_or(Cow::Borrowed(""), |word| flag(word.formal)),
        word.map_or(Cow::Borrowed(""), |word| harmless(&word.text)),
        line.evidence.len().to_string().into(),
        joined(line.evidence.iter().map(|cite| cite.reference.as_str())),
        harmless(&line.evidence.iter().map(cited).collect::<Vec<_>>().join("; ")).into_owned().into(),
        facts(&line.further),
        facts(&line.own_fields),
    ]
}

fn some(text: Option<&str>) -> Cow<'_, str> {
    text.map_or(Cow::Borrowed(""), harmless)
}

fn joined<'a>(parts: impl Iterator<Item = &'a str>) -> Cow<'a, str> {
    harmless(&parts.collect::<Vec<_>>().join("; ")).into_owned().into()
}

/// "obstacle: No funds; decision: DPO accepted, 2024-03-01".
fn facts(facts: &[Fact]) -> Cow<'_, str> {
    let said: Vec<String> = facts.iter().map(|fact| format!("{}: {}", fact.name, fact.value)).collect();
    harmless(&said.join("; ")).into_owned().into()
}

/// "Minutes of the meeting, p. 4 (contradicts)".
fn cited(cite: &Cite) -> String {
    let page = cite.page.as_deref().map(|page| format!(", p. {page}")).unwrap_or_default();
    match cite.stance.as_str() {
        "supports" | "" => format!("{}{page}", cite.title),
        stance => format!("{}{page} ({stance})", cite.title),
    }
}
