//! An old register, pasted: a table of recommendations as it stands in somebody's Excel or Word file, into rows with
//! their reference, text, responsible, deadline and status.
//!
//! Columns are told by the words of their heading, else by what stands in them; what cannot be told is refused. No word is
//! lost: what has no column here is handed on as it stands. Does not look into the workspace, and writes nothing.

mod columns;
mod status;
mod table;

pub use columns::Column;
use columns::tell;
use followthrough_model::due::Due;
use followthrough_model::due::DueKind;
use followthrough_model::{Refusal, Status, due_words, text};
pub use table::{Line, Separator, grid};

/// The most rows that are taken at once.
const MOST_ROWS: usize = 20_000;

/// A column of the pasted table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Its heading, where the table has one.
    pub heading: Option<String>,
    /// What it holds; nothing: kept as a remark.
    pub is: Option<Column>,
}

/// A pasted register, read.
#[derive(Debug, Clone)]
pub struct Register {
    pub separator: Separator,
    pub columns: Vec<Told>,
    pub rows: Vec<Entry>,
    /// Rows that are left out, each with a sentence.
    pub left_out: Vec<(usize, String)>,
}

/// One row of it.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its number in the table, the heading counted.
    pub row: usize,
    /// The line without cells that stands above it.
    pub section: Option<String>,
    pub reference: Option<String>,
    pub text: String,
    /// As it stands in the cell.
    pub responsible: Option<String>,
    pub due: Option<Due>,
    /// The words of the status.
    pub said: Option<String>,
    pub status: Status,
    /// What has no column of its own: heading and words.
    pub rest: Vec<(Option<String>, String)>,
    /// What is doubtful, one sentence each.
    pub doubts: Vec<String>,
}

impl Entry {
    /// It was over before this register began.
    pub const fn closed(&self) -> bool {
        !self.status.is_open() && !matches!(self.status, Status::Suspended | Status::ReportedImplemented)
    }
}

/// Reads a pasted table. `columns`: what each column is, where the user says so.
pub fn read(pasted: &str, columns: Option<&[Option<Column>]>) -> Result<Register, Refusal> {
    let table = table::read(pasted)?;
    if table.rows.len() > MOST_ROWS {
        return Err(Refusal::new(
            "too_long",
            format!("The table has more than {MOST_ROWS} rows. Take it over in several pieces."),
        ));
    }
    let told = tell(&table, columns)?;
    let mut register = Register { separator: table.separator, columns: told.columns, rows: Vec::new(), left_out: Vec::new() };
    let mut section = None;
    for line in table.rows.iter().skip(told.first) {
        let mut filled = line.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
        match (filled.next(), filled.next()) {
            (None, _) => {}
            // A line across the table stands above the rows of a section.
            (Some((at, only)), None) if register.columns.len() > 2 && is_heading(&register.columns, at, only) => {
                section = text::line(only);
            }
            _ => match entry(&register.columns, line, section.as_ref()) {
                Some(entry) => register.rows.push(entry),
                None => register.left_out.push((line.row, format!("Row {} has no text and is left out.", line.row))),
            },
        }
    }
    if register.rows.is_empty() {
        return Err(Refusal::new("empty", "The table has no rows with a text. Paste it with its rows, not its heading alone."));
    }
    Ok(register)
}

/// Whether the only words of a row are a heading: in the first column, or short words in the column of the text.
fn is_heading(columns: &[Told], at: usize, words: &str) -> bool {
    const LONGEST_HEADING: usize = 200;
    let is = columns.get(at).and_then(|c| c.is);
    words.chars().count() <= LONGEST_HEADING && is != Some(Column::Text) && (at == 0 || is == Some(Column::Reference))
}

fn entry(columns: &[Told], line: &table::Line, section: Option<&String>) -> Option<Entry> {
    let cell = |which: Column| {
        let at = columns.iter().position(|c| c.is == Some(which))?;
        text::clean(line.cells.get(at)?)
    };
    let mut doubts = Vec::new();
    let due = cell(Column::Deadline).and_then(|words| deadline(&words, &mut doubts));
    let said = cell(Column::Status).and_then(|words| text::line(&words));
    let status = match said.as_deref().map(|words| (words, status::read(words))) {
        None => Status::NotStarted,
        Some((_, Some(status))) => status,
        Some((words, None)) => {
            let words = text::brief(words, 60);
            doubts.push(format!("The status “{words}” is not known here: it is taken as not started, and its words are kept."));
            Status::NotStarted
        }
    };
    let rest = (0..line.cells.len().max(columns.len()))
        .filter(|at| columns.get(*at).is_none_or(|c| c.is.is_none()))
        .filter_map(|at| Some((columns.get(at).and_then(|c| c.heading.clone()), text::clean(line.cells.get(at)?)?)))
        .collect();
    Some(Entry {
        row: line.row,
        section: section.cloned(),
        reference: cell(Column::Reference).and_then(|words| text::line(&words)),
        text: cell(Column::Text)?,
        responsible: cell(Column::Responsible),
        due,
        said,
        status,
        rest,
        doubts,
    })
}

/// The due of a cell. What is no due is kept as a condition, in its words.
fn deadline(words: &str, doubts: &mut Vec<String>) -> Option<Due> {
    let words = text::line(words)?;
    let plain = columns::plain(&words);
    if ["", "n a", "na", "none", "nil", "tbd", "tbc", "neant", "sans objet", "s o", "aucun", "a determiner"]
        .contains(&plain.as_str())
    {
        return None;
    }
    if let Ok(due) = due_words::read(&words) {
        return Some(due);
    }
    let shown = text::brief(&words, 60);
    doubts.push(format!("“{shown}” cannot be read as a deadline: its words are kept as a condition, without a day."));
    Some(Due::words_only(DueKind::Condition, &words))
}

/// Who stands in a cell. A whole that is known is one; else it is parted where lists are parted, but not within a name: at a
/// comma only where a piece is known or all are short, at “and” only where all pieces are known.
pub fn people(cell: &str, known: &mut dyn FnMut(&str) -> bool) -> Vec<String> {
    const SHORT: usize = 12;
    let mut found: Vec<String> = Vec::new();
    let whole = text::line(cell).unwrap_or_default();
    let none = |name: &String| ["", "n a", "na", "none", "nil", "tbd", "tbc", "neant"].contains(&columns::plain(name).as_str());
    if none(&whole) || known(&whole) {
        return Some(whole).filter(|whole| !none(whole)).into_iter().collect();
    }
    let pieces = |text: &str, at: &[&str]| {
        let mut pieces = vec![text.to_owned()];
        for at in at {
            pieces = pieces.iter().flat_map(|p| p.split(at)).filter_map(text::line).collect();
        }
        pieces
    };
    for part in cell.split([';', '\n', '/', '|']).filter_map(text::line) {
        let by_comma = pieces(&part, &[","]);
        let listed = !known(&part)
            && by_comma.len() > 1
            && (by_comma.iter().any(|p| known(p)) || by_comma.iter().all(|p| p.chars().count() <= SHORT));
        for part in if listed { by_comma } else { vec![part] } {
            let by_and = pieces(&part, &[" and ", " et ", " & "]);
            let both = !known(&part) && by_and.len() > 1 && by_and.iter().all(|p| known(p));
            found.extend(if both { by_and } else { vec![part] });
        }
    }
    found.retain(|name| !none(name));
    found.dedup();
    found
}

#[cfg(test)]
mod tests;
