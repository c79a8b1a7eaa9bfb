//! JSON: for programs. The raw text of everything, compact, in a fixed order, each line written as it comes.
//! Unlike the pages it cuts, cleans and translates nothing.

use crate::Error;
use crate::data::{Covers, Figures, Head, Lines, SourceLine, Which};
use serde::Serialize;
use std::io::Write;

/// Raised when a field changes its meaning or goes; a new field does not raise it.
const FORMAT: u32 = 1;

#[derive(Serialize)]
struct Opening<'a> {
    format: u32,
    title: &'a str,
    as_of: &'a str,
    workspace: &'a str,
    practice: bool,
    scope: Option<&'a str>,
    covers: &'a Covers,
    figures: &'a Figures,
    sources: &'a [SourceLine],
    left_out: u64,
    drafted: u64,
}

/// Reads the lines once. `overdue` (longest first) and `implemented` (by reference) therefore stand after
/// `commitments`; until then only their references are held, some 50 bytes each.
pub(crate) fn write(head: &Head, lines: &dyn Lines, out: &mut dyn Write) -> Result<(), Error> {
    let mut buffer = serde_json::to_vec(&Opening {
        format: FORMAT,
        title: &head.title,
        as_of: &head.as_of,
        workspace: &head.workspace,
        practice: head.practice,
        scope: head.scope.as_deref(),
        covers: &head.covers,
        figures: &head.figures,
        sources: &head.sources,
        left_out: head.left_out,
        drafted: head.drafted,
    })?;
    buffer.pop(); // its closing brace: the object goes on
    out.write_all(&buffer)?;

    let mut overdue: Vec<(i64, Box<str>)> = Vec::new();
    let mut implemented: Vec<Box<str>> = Vec::new();
    let mut before: &[u8] = b",\"commitments\":[\n";
    lines.each(Which::All, &mut |line| {
        if Which::Overdue.admits(line, &head.as_of) {
            overdue.push((-line.days_overdue.unwrap_or_default(), line.commitment.as_str().into()));
        }
        if Which::Implemented.admits(line, &head.as_of) {
            implemented.push(line.commitment.as_str().into());
        }
        buffer.clear();
        buffer.extend_from_slice(before);
        before = b",\n";
        serde_json::to_writer(&mut buffer, line)?;
        out.write_all(&buffer)?;
        Ok(())
    })?;
    if before.len() > 2 {
        out.write_all(before)?;
    }
    overdue.sort_unstable();
    implemented.sort_unstable();
    let overdue: Vec<&str> = overdue.iter().map(|(_, reference)| &**reference).collect();
    out.write_all(b"\n],\"overdue\":")?;
    serde_json::to_writer(&mut *out, &overdue)?;
    out.write_all(b",\"implemented\":")?;
    serde_json::to_writer(&mut *out, &implemented)?;
    out.write_all(b"}\n")?;
    Ok(())
}
