//! Pasted text into rows and cells, whatever parts them: tabs (Excel, Word), semicolons or commas (CSV).
//!
//! Does not know what the cells mean.

use followthrough_model::Refusal;

/// What parts the cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    Tab,
    Semicolon,
    Comma,
}

impl Separator {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tab => "tab",
            Self::Semicolon => "semicolon",
            Self::Comma => "comma",
        }
    }

    const fn char(self) -> char {
        match self {
            Self::Tab => '\t',
            Self::Semicolon => ';',
            Self::Comma => ',',
        }
    }
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Counted from 1, empty rows too, as a spreadsheet does.
    pub row: usize,
    /// Trimmed.
    pub cells: Vec<String>,
}

pub(super) struct Table {
    pub separator: Separator,
    /// Those that hold something.
    pub rows: Vec<Line>,
    /// How many cells most rows have.
    pub width: usize,
}

/// Reads it with the separator under which most rows have the same number of cells.
pub(super) fn read(pasted: &str) -> Result<Table, Refusal> {
    let text = pasted.trim_start_matches('\u{FEFF}').replace("\r\n", "\n").replace('\r', "\n");
    // Word marks a line within a cell with a vertical tab.
    let text = text.replace('\u{b}', " ");
    let best = [Separator::Tab, Separator::Semicolon, Separator::Comma]
        .into_iter()
        .map(|separator| (separator, cut(&text, separator.char())))
        .map(|(separator, rows)| (fits(&rows), separator, rows))
        // Of equals the first: prose has more commas than tabs.
        .rev()
        .max_by_key(|(fits, ..)| *fits)
        .filter(|((rows, _), ..)| *rows > 0);
    let Some(((_, width), separator, rows)) = best else {
        return Err(Refusal::new(
            "no_table",
            "This is no table: no column can be seen in it. Copy the rows in Excel or Word and paste them, or save them as CSV and paste that.",
        ));
    };
    let rows = if separator == Separator::Tab { joined(rows, width) } else { rows };
    let rows = rows.into_iter().filter(|row| row.cells.iter().any(|cell| !cell.is_empty())).collect();
    Ok(Table { separator, rows, width })
}

/// Reads what a spreadsheet copies: cells parted by tabs, each row as it stands; those that hold something.
pub fn grid(pasted: &str) -> Result<Vec<Line>, Refusal> {
    let text = pasted.trim_start_matches('\u{FEFF}').replace("\r\n", "\n").replace('\r', "\n");
    let rows: Vec<Line> = cut(&text, '\t').into_iter().filter(|row| row.cells.iter().any(|cell| !cell.is_empty())).collect();
    if rows.len() > super::MOST_ROWS {
        let most = super::MOST_ROWS;
        return Err(Refusal::new("too_long", format!("These are more than {most} rows. Paste them in several pieces.")));
    }
    Ok(rows)
}

/// How many rows have the number of cells that most have, and that number; nothing where most have one.
fn fits(rows: &[Line]) -> (usize, usize) {
    let mut counts = std::collections::BTreeMap::<usize, usize>::new();
    for row in rows.iter().filter(|row| row.cells.len() > 1) {
        *counts.entry(row.cells.len()).or_default() += 1;
    }
    counts.into_iter().map(|(cells, n)| (n, cells)).max().unwrap_or((0, 0))
}

/// Cells and rows; a cell in quotes may hold separators, line ends and doubled quotes.
fn cut(text: &str, separator: char) -> Vec<Line> {
    let mut rows = Vec::new();
    let mut cells = Vec::new();
    let mut cell = String::new();
    let mut chars = text.chars().peekable();
    let end = |cell: &mut String, cells: &mut Vec<String>| cells.push(std::mem::take(cell).trim().to_owned());
    loop {
        match chars.next() {
            Some('"') if cell.trim().is_empty() && closes(&chars, separator) => {
                cell.clear();
                while let Some(c) = chars.next() {
                    if c != '"' {
                        cell.push(c);
                    } else if chars.peek() == Some(&'"') {
                        cell.push('"');
                        chars.next();
                    } else {
                        break;
                    }
                }
            }
            Some(c) if c == separator => end(&mut cell, &mut cells),
            Some('\n') => {
                end(&mut cell, &mut cells);
                rows.push(Line { row: rows.len() + 1, cells: std::mem::take(&mut cells) });
            }
            Some(c) => cell.push(c),
            None => {
                end(&mut cell, &mut cells);
                rows.push(Line { row: rows.len() + 1, cells });
                return rows;
            }
        }
    }
}

/// Whether a quote that was just opened is closed before a separator or the end of a row; else it is a quote in prose.
fn closes(rest: &std::iter::Peekable<std::str::Chars<'_>>, separator: char) -> bool {
    let mut rest = rest.clone();
    while let Some(c) = rest.next() {
        if c == '"' {
            if rest.peek() == Some(&'"') {
                rest.next();
                continue;
            }
            let after = rest.find(|c| *c != ' ');
            return after.is_none_or(|c| c == separator || c == '\n');
        }
    }
    false
}

/// Word pastes the paragraphs of a cell as lines of their own: a short row and the next ones that make it whole are one.
fn joined(rows: Vec<Line>, width: usize) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::with_capacity(rows.len());
    let mut rows = rows.into_iter().peekable();
    let mut taken = 0;
    while let Some(mut row) = rows.next() {
        row.row -= taken;
        while (2..width).contains(&row.cells.len()) && rows.peek().is_some_and(|next| continues(&row, next, width)) {
            let Some(next) = rows.next() else { break };
            taken += 1;
            let mut more = next.cells.into_iter();
            if let (Some(last), Some(first)) = (row.cells.last_mut(), more.next()) {
                last.push('\n');
                last.push_str(&first);
            }
            row.cells.extend(more);
        }
        out.push(row);
    }
    out
}

/// A row goes on in the next where both together are not too wide, and the next does not begin with a reference.
fn continues(row: &Line, next: &Line, width: usize) -> bool {
    let first = next.cells.first().map_or("", String::as_str);
    let reference = first.split_whitespace().count() <= 2 && first.chars().any(|c| c.is_ascii_digit());
    let whole = row.cells.len() + next.cells.len() - 1;
    !first.is_empty() && (whole == width || (whole < width && next.cells.len() == 1)) && !(reference && next.cells.len() > 1)
}
