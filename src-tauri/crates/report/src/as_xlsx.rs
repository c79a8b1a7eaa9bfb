//! XLSX: a workbook for those who filter and count on. Days are real dates, texts are never formulas, and nothing in it
//! tells of the machine it was made on. The first sheet is in `xlsx_summary`; here are the sheets of rows.
//!
//! Many rows are written in the library's constant-memory mode, which keeps them in an unnamed temporary file of its own
//! until the workbook is put together; without it, 100,000 commitments would take some 700 MB. Few rows are kept in
//! memory, so that an ordinary summary touches no temporary file. Either way the same input gives the same bytes.

use crate::data::{Head, Lines, Which};
use crate::words::Words;
use crate::xlsx_table::{ALL, CITED, Cell, IMPLEMENTED, OVERDUE, Table};
use crate::{Error, text, xlsx_summary};
use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet};
use std::io::Write;

/// Up to so many commitments the rows are kept in memory.
const FEW: u64 = 2_000;

pub(crate) fn write(head: &Head, lines: &dyn Lines, words: &Words, out: &mut dyn Write) -> Result<(), Error> {
    let mut book = Workbook::new();
    book.set_properties(&properties(head)?);
    let looks = Looks::new();
    let names = words.columns.sheets;

    let mut first = Worksheet::new();
    first.set_name(names[0])?;
    xlsx_summary::fill(&mut first, head, words, &looks)?;
    book.push_worksheet(first);

    let few = head.figures.total <= FEW;
    for (name, which, columns) in [
        (names[1], Which::Overdue, &OVERDUE[..]),
        (names[2], Which::Implemented, &IMPLEMENTED[..]),
        (names[3], Which::All, &ALL[..]),
    ] {
        let mut table = Table::begin(new_sheet(&mut book, few)?, name, columns, words, &looks)?;
        lines.each(which, &mut |line| table.row(columns.iter().map(|column| (column.cell)(line, words))))?;
        table.end()?;
    }

    let mut table = Table::begin(new_sheet(&mut book, few)?, names[4], &CITED, words, &looks)?;
    for source in &head.sources {
        table.row([
            Cell::Text(words.labels.source.into()),
            Cell::text(Some(&source.short)),
            Cell::text(Some(&source.title)),
            Cell::Empty,
            Cell::text(source.publisher.as_deref()),
            Cell::text(source.symbol.as_deref()),
            Cell::Day(source.published.as_deref()),
            Cell::Text(words.value(&source.standing).into()),
        ])?;
    }
    lines.each(Which::All, &mut |line| {
        for cite in &line.evidence {
            let symbol = (cite.kind == "symbol").then_some(cite.target.as_deref()).flatten();
            let place = match (cite.kind.as_str(), cite.target.as_deref()) {
                ("file", Some(path)) => path.rsplit(['/', '\\']).next(),
                ("symbol", _) => None,
                (_, target) => target,
            };
            let independence =
                cite.independent.map(|yes| if yes { words.labels.independent } else { words.labels.self_reported });
            table.row([
                Cell::Text(words.value(&cite.kind).into()),
                Cell::text(Some(&cite.reference)),
                Cell::text(Some(&cite.title)),
                Cell::text(Some(&line.commitment)),
                Cell::Empty,
                Cell::text(symbol),
                Cell::Day(cite.date.as_deref()),
                Cell::text(independence),
                Cell::text(cite.page.as_deref()),
                Cell::Text(if cite.stance == "supports" {
                    words.columns.supports.into()
                } else {
                    words.value(&cite.stance).into()
                }),
                Cell::text(place),
            ])?;
        }
        Ok(())
    })?;
    table.end()?;
    out.write_all(&book.save_to_buffer()?)?;
    Ok(())
}

fn new_sheet(book: &mut Workbook, few: bool) -> Result<&mut Worksheet, Error> {
    Ok(if few { book.add_worksheet() } else { book.add_worksheet_with_constant_memory()? })
}

/// The as-of day stands for the time of writing, since a clock would change the bytes.
fn properties(head: &Head) -> Result<DocProperties, Error> {
    let created = ExcelDateTime::parse_from_str(&head.as_of).or_else(|_| ExcelDateTime::from_ymd(2000, 1, 1))?;
    let title: String = text::clean(&head.title).chars().take(250).collect();
    Ok(DocProperties::new().set_title(title).set_creation_datetime(&created))
}

/// The looks of cells, made once.
pub(crate) struct Looks {
    pub(crate) heading: Format,
    pub(crate) text: Format,
    /// Text that would become a formula when somebody edits the cell.
    pub(crate) quoted: Format,
    pub(crate) day: Format,
    pub(crate) number: Format,
    pub(crate) head: Format,
    pub(crate) head_number: Format,
}

impl Looks {
    fn new() -> Looks {
        let plain = Format::new().set_align(FormatAlign::Top);
        let head = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Bottom)
            .set_background_color(Color::RGB(0x00EE_F1EE))
            .set_border_bottom(FormatBorder::Thin);
        let text = plain.clone().set_text_wrap();
        Looks {
            heading: Format::new().set_bold().set_font_size(14).set_text_wrap(),
            quoted: text.clone().set_quote_prefix(),
            text,
            day: plain.clone().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left),
            number: plain.set_num_format("#,##0"),
            head_number: head.clone().set_align(FormatAlign::Right),
            head,
        }
    }
}
