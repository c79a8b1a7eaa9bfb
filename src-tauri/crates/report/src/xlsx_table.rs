//! XLSX: a sheet of rows, from its frozen heading to its filter, and the columns that each kind of sheet has.
//! Which rows there are is the caller's; what a cell may hold is settled here, and nowhere else.

use crate::as_xlsx::Looks;
use crate::data::{Line, Word};
use crate::words::Words;
use crate::{Error, dates, text};
use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{ExcelDateTime, Worksheet};
use std::borrow::Cow;

/// The last row of a sheet, counted from nothing.
const LAST_ROW: u32 = 1_048_575;

pub(crate) struct Column {
    head: fn(&Words) -> &'static str,
    /// In characters.
    width: f64,
    /// Its heading stands at the right, as its numbers do.
    number: bool,
    pub(crate) cell: for<'a> fn(&'a Line, &Words) -> Cell<'a>,
}

/// What a cell holds, whatever it looks like.
pub(crate) enum Cell<'a> {
    Empty,
    Text(Cow<'a, str>),
    /// ISO; what is no whole day is written as text.
    Day(Option<&'a str>),
    Number(i64),
}

impl<'a> Cell<'a> {
    pub(crate) fn text(text: Option<&'a str>) -> Cell<'a> {
        text.map_or(Cell::Empty, |text| Cell::Text(text.into()))
    }

    pub(crate) fn count(n: u64) -> Cell<'a> {
        Cell::Number(i64::try_from(n).unwrap_or(i64::MAX))
    }

    pub(crate) fn put(&self, sheet: &mut Worksheet, row: u32, column: u16, looks: &Looks, continues: &str) -> Result<(), Error> {
        let mut write = |text: &str| -> Result<(), Error> {
            let text = text::for_cell(text, continues);
            if !text.is_empty() {
                let look = if text::is_formula_like(&text) { &looks.quoted } else { &looks.text };
                sheet.write_string_with_format(row, column, &*text, look)?;
            }
            Ok(())
        };
        match self {
            Cell::Empty | Cell::Day(None) => {}
            Cell::Text(text) => write(text)?,
            Cell::Day(Some(iso)) => match dates::day(iso).and_then(excel_day) {
                Some(day) => {
                    sheet.write_datetime_with_format(row, column, &day, &looks.day)?;
                }
                None => write(iso)?,
            },
            Cell::Number(n) => {
                let n = f64::from(i32::try_from(*n).unwrap_or(i32::MAX));
                sheet.write_number_with_format(row, column, n, &looks.number)?;
            }
        }
        Ok(())
    }
}

/// Nothing for a day that Excel cannot hold: its days begin with 1900, and early in that year it counts one too many.
fn excel_day(day: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok().filter(|year| *year > 1900)?;
    ExcelDateTime::from_ymd(year, u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?).ok()
}

/// A sheet being written from the top down.
pub(crate) struct Table<'a> {
    sheet: &'a mut Worksheet,
    looks: &'a Looks,
    words: &'a Words,
    columns: u16,
    next: u32,
}

impl<'a> Table<'a> {
    pub(crate) fn begin(
        sheet: &'a mut Worksheet,
        name: &str,
        columns: &[Column],
        words: &'a Words,
        looks: &'a Looks,
    ) -> Result<Table<'a>, Error> {
        sheet.set_name(name)?;
        sheet.set_freeze_panes(1, 0)?;
        sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        sheet.set_repeat_rows(0, 0)?;
        let mut at = 0;
        for column in columns {
            sheet.set_column_width(at, column.width)?;
            let look = if column.number { &looks.head_number } else { &looks.head };
            sheet.write_string_with_format(0, at, (column.head)(words), look)?;
            at += 1;
        }
        Ok(Table { sheet, looks, words, columns: at, next: 1 })
    }

    /// The row after the last. A sheet that is full says so in its last row and takes no more.
    pub(crate) fn row<'c>(&mut self, cells: impl IntoIterator<Item = Cell<'c>>) -> Result<(), Error> {
        let continues = self.words.labels.continues;
        if self.next == LAST_ROW {
            let full = Cell::text(Some(self.words.columns.sheet_full));
            full.put(self.sheet, self.next, 0, self.looks, continues)?;
            self.next += 1;
        }
        if self.next > LAST_ROW {
            return Ok(());
        }
        for (column, cell) in (0..).zip(cells) {
            cell.put(self.sheet, self.next, column, self.looks, continues)?;
        }
        self.next += 1;
        Ok(())
    }

    /// Sets the filter over all that was written.
    pub(crate) fn end(self) -> Result<(), Error> {
        self.sheet.autofilter(0, 0, self.next - 1, self.columns - 1)?;
        Ok(())
    }
}

fn opt(text: Option<&String>) -> Cell<'_> {
    Cell::text(text.map(String::as_str))
}

fn day(text: Option<&String>) -> Cell<'_> {
    Cell::Day(text.map(String::as_str))
}

fn word<'a>(line: &'a Line, cell: impl Fn(&'a Word) -> Cell<'a>) -> Cell<'a> {
    line.last_update.as_ref().map_or(Cell::Empty, cell)
}

macro_rules! columns {
    ($($name:ident: $head:expr, $width:literal, $number:literal, $cell:expr;)*) => {
        $(const $name: Column = Column { head: $head, width: $width, number: $number, cell: $cell };)*
    };
}

columns! {
    REFERENCE: |w| w.columns.reference, 11.0, false, |l, _| Cell::text(Some(&l.commitment));
    DELIVERABLE: |w| w.columns.deliverable, 50.0, false, |l, _| Cell::text(Some(&l.deliverable));
    WORDING: |w| w.columns.wording, 10.0, false, |l, w| Cell::text(l.drafted.then_some(w.labels.drafted));
    RECOMMENDATION: |w| w.columns.recommendation, 17.0, false, |l, _| opt(l.recommendation.as_ref());
    SOURCE: |w| w.labels.source, 12.0, false, |l, _| opt(l.source.as_ref());
    PAGE: |w| w.columns.page, 7.0, false, |l, _| opt(l.page.as_ref());
    LEAD: |w| w.labels.lead, 30.0, false, |l, w| Cell::text(l.lead.as_deref().or(Some(w.labels.no_lead)));
    WITH: |w| w.labels.with, 24.0, false, |l, _| Cell::Text(l.joint.join("; ").into());
    STATUS: |w| w.labels.status, 20.0, false, |l, w| Cell::Text(w.status(&l.status).into());
    SINCE: |w| w.columns.status_since, 12.0, false, |l, _| day(l.status_since.as_ref());
    DUE: |w| w.labels.due, 12.0, false, |l, _| day(l.due_by.as_ref());
    DUE_STATED: |w| w.columns.due_stated, 18.0, false, |l, _| opt(l.due_stated.as_ref());
    ORIGINAL: |w| w.columns.original_due, 12.0, false, |l, _| day(l.original_due_by.as_ref());
    ORIGINAL_STATED: |w| w.columns.original_stated, 18.0, false, |l, _| opt(l.original_stated.as_ref());
    SLIPS: |w| w.columns.slips, 9.0, true, |l, _| Cell::Number(l.slips.into());
    REASON: |w| w.columns.slip_reason, 28.0, false, |l, _| opt(l.slip_reason.as_ref());
    LATE: |w| w.labels.days_late, 9.0, true, |l, _| l.days_overdue.map_or(Cell::Empty, Cell::Number);
    WORD_ON: |w| w.columns.word_on, 12.0, false, |l, _| word(l, |said| Cell::Day(Some(&said.day)));
    WORD_BY: |w| w.columns.word_by, 18.0, false, |l, _| word(l, |said| opt(said.by.as_ref()));
    FORMAL: |w| w.columns.word_formal, 9.0, false, |l, w| {
        l.last_update.as_ref().map_or(Cell::Empty, |said| {
            Cell::text(Some(if said.formal { w.labels.formal } else { w.labels.informal }))
        })
    };
    WORD: |w| w.labels.latest_word, 60.0, false, |l, _| word(l, |said| Cell::text(Some(&said.text)));
    PIECES: |w| w.columns.pieces, 9.0, true, |l, _| {
        Cell::Number(i64::try_from(l.evidence.len()).unwrap_or(i64::MAX))
    };
    FURTHER: |w| w.columns.further, 50.0, false, |l, w| {
        let said = l.further.iter().map(|fact| format!("{}: {}", w.value(&fact.name), fact.value)).collect::<Vec<_>>();
        if said.is_empty() { Cell::Empty } else { Cell::Text(said.join("; ").into()) }
    };
    OWN: |w| w.columns.own_fields, 40.0, false, |l, _| {
        let said = l.own_fields.iter().map(|fact| format!("{}: {}", fact.name, fact.value)).collect::<Vec<_>>();
        if said.is_empty() { Cell::Empty } else { Cell::Text(said.join("; ").into()) }
    };
    KIND: |w| w.columns.kind, 18.0, false, |_, _| Cell::Empty;
    TITLE: |w| w.columns.title, 60.0, false, |_, _| Cell::Empty;
    FOR: |w| w.labels.commitment, 13.0, false, |_, _| Cell::Empty;
    PUBLISHER: |w| w.columns.publisher, 24.0, false, |_, _| Cell::Empty;
    SYMBOL: |w| w.columns.symbol, 18.0, false, |_, _| Cell::Empty;
    DATE: |w| w.columns.date, 12.0, false, |_, _| Cell::Empty;
    STANDING: |w| w.columns.standing, 24.0, false, |_, _| Cell::Empty;
    STANCE: |w| w.columns.stance, 18.0, false, |_, _| Cell::Empty;
    TARGET: |w| w.columns.target, 40.0, false, |_, _| Cell::Empty;
}

pub(crate) const OVERDUE: [Column; 19] = [
    LEAD,
    RECOMMENDATION,
    DELIVERABLE,
    WORDING,
    DUE,
    LATE,
    STATUS,
    WORD_ON,
    WORD_BY,
    FORMAL,
    WORD,
    PIECES,
    DUE_STATED,
    ORIGINAL,
    ORIGINAL_STATED,
    SLIPS,
    REASON,
    WITH,
    REFERENCE,
];

pub(crate) const IMPLEMENTED: [Column; 14] =
    [LEAD, RECOMMENDATION, DELIVERABLE, WORDING, SINCE, DUE, SLIPS, WORD_ON, WORD_BY, FORMAL, WORD, PIECES, WITH, REFERENCE];

pub(crate) const ALL: [Column; 24] = [
    REFERENCE,
    DELIVERABLE,
    WORDING,
    RECOMMENDATION,
    SOURCE,
    PAGE,
    LEAD,
    WITH,
    STATUS,
    SINCE,
    DUE,
    DUE_STATED,
    LATE,
    ORIGINAL,
    ORIGINAL_STATED,
    SLIPS,
    REASON,
    WORD_ON,
    WORD_BY,
    FORMAL,
    WORD,
    PIECES,
    FURTHER,
    OWN,
];

/// Sources and evidence in one sheet: the source or the piece, then for evidence what it was used for, a row a use.
/// Their cells are given directly, since they do not come from a commitment alone.
pub(crate) const CITED: [Column; 11] = [KIND, REFERENCE, TITLE, FOR, PUBLISHER, SYMBOL, DATE, STANDING, PAGE, STANCE, TARGET];
