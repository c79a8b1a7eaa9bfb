//! The workbook, opened again: by calamine as a reader would, and as the XML it is made of.

#![allow(clippy::unwrap_used)] // all of this file is tests

mod example;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use example::{AS_OF, bytes, head, held, hostile, line, lines};
use followthrough_report::{Format, Head, Line};
use std::io::{Cursor, Read};

const SHEETS: [&str; 5] = ["Summary", "Overdue", "Implemented", "All commitments", "Sources and evidence"];

fn book(head: &Head, lines: &[Line]) -> Vec<u8> {
    bytes(Format::Xlsx, head, &held(lines.to_vec()))
}

/// A sheet's rows, without empty ones at the end.
fn rows(bytes: &[u8], sheet: &str) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), SHEETS);
    book.worksheet_range(sheet).unwrap().rows().map(<[Data]>::to_vec).collect()
}

fn column(rows: &[Vec<Data>], name: &str) -> usize {
    rows[0].iter().position(|cell| *cell == Data::String(name.into())).unwrap()
}

/// The parts of the file as text.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = zip.len();
    (0..count)
        .map(|at| {
            let mut file = zip.by_index(at).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            (file.name().unwrap().into_owned(), text)
        })
        .collect()
}

#[test]
fn days_are_days_and_numbers_are_numbers() {
    let rows = rows(&book(&head(&lines()), &lines()), "Overdue");
    assert_eq!(rows.len(), 6);
    let Data::DateTime(due) = &rows[1][column(&rows, "Due")] else { panic!("no date: {:?}", rows[1]) };
    assert!(due.is_datetime());
    assert_eq!(due.as_f64().to_string(), "45291", "31 December 2023, in Excel's days");
    assert_eq!(rows[1][column(&rows, "Days late")], Data::Float(1055.0));
    assert_eq!(rows[1][column(&rows, "Wording")], Data::String("drafted".into()));
    assert_eq!(rows[5][column(&rows, "Lead")], Data::String("No lead".into()));
}

#[test]
fn each_sheet_has_its_rows() {
    let bytes = book(&head(&lines()), &lines());
    assert_eq!(rows(&bytes, "Implemented").len(), 2);
    assert_eq!(rows(&bytes, "All commitments").len(), 10);
    assert_eq!(rows(&bytes, "Sources and evidence").len(), 1 + 2 + 5);
    let summary = rows(&bytes, "Summary");
    let says = |text: &str| summary.iter().flatten().any(|cell| cell.to_string().contains(text));
    assert!(says("1 of the 9 commitments is verified as implemented. 5 commitments are overdue"));
    assert!(says("2 items marked as not for export were left out."));
    assert!(says("Department of Peace Operations") && says("No lead"));
}

#[test]
fn lists_are_frozen_and_filtered_and_the_summary_has_its_chart() {
    let parts = parts(&book(&head(&lines()), &lines()));
    let part = |name: &str| &parts.iter().find(|(found, _)| found == name).unwrap().1;
    for sheet in 2..=5 {
        let xml = part(&format!("xl/worksheets/sheet{sheet}.xml"));
        assert!(xml.contains("state=\"frozen\"") && xml.contains("ySplit=\"1\""), "sheet {sheet}");
        assert!(xml.contains("<autoFilter ref=\"A1:"), "sheet {sheet}");
    }
    assert!(part("xl/worksheets/sheet1.xml").contains("state=\"frozen\""));
    assert!(part("xl/charts/chart1.xml").contains("<c:barChart>"));
    assert!(part("xl/styles.xml").contains("yyyy-mm-dd"));
    assert!(part("docProps/core.xml").contains(&format!("{AS_OF}T00:00:00Z")));
}

#[test]
fn nothing_tells_of_the_machine() {
    let lines = hostile();
    for (name, text) in parts(&book(&head(&lines), &lines)) {
        for trace in ["someone", "/home", "/tmp", "C:\\"] {
            assert!(!text.contains(trace), "{trace} in {name}");
        }
    }
}

#[test]
fn hostile_text_is_text() {
    let lines = hostile();
    let bytes = book(&head(&lines), &lines);
    let rows = rows(&bytes, "All commitments");
    assert_eq!(rows.len(), 4);
    let cell = |row: usize, name: &str| rows[row][column(&rows, name)].to_string();
    assert_eq!(cell(1, "Lead"), "=HYPERLINK(\"http://a\")");
    assert_eq!(cell(1, "With"), "@SUM(1); -2|3");
    assert_eq!(cell(1, "Commitment"), lines[0].deliverable);
    assert!(cell(2, "Commitment").ends_with("… (continues in the register)"));
    assert!(cell(2, "Latest word").encode_utf16().count() <= 32_767);
    assert_eq!(cell(3, "Due"), "2023-02-30", "no day, so it stays text");
    assert_eq!(cell(3, "Status since"), "1850-01-01", "before Excel's days, so it stays text");
    for (name, xml) in parts(&bytes) {
        assert!(!xml.contains("<f>"), "a formula in {name}");
        let forbidden = |c: char| (c < ' ' && !matches!(c, '\n' | '\t' | '\r')) || matches!(c, '\u{fffe}' | '\u{ffff}');
        assert!(!xml.contains(forbidden), "forbidden characters in {name}");
    }
}

#[test]
fn an_empty_register_gives_a_workbook() {
    let bytes = book(&Head { title: "Status".into(), as_of: AS_OF.into(), ..Head::default() }, &[]);
    for sheet in &SHEETS[1..] {
        assert_eq!(rows(&bytes, sheet).len(), 1, "{sheet} has its heading");
    }
    let without_a_day = Head { as_of: "soon".into(), ..Head::default() };
    assert!(book(&without_a_day, &[]) == book(&without_a_day, &[]));
}

#[test]
fn many_rows_read_like_few() {
    let many: Vec<Line> = (0..2_500).map(|n| line(n, "P1", Some(("=Lead", "L")), "A pledge")).collect();
    let head = head(&many);
    let bytes = book(&head, &many);
    assert!(bytes == book(&head, &many));
    let rows = rows(&bytes, "All commitments");
    assert_eq!(rows.len(), 2_501);
    assert!(matches!(rows[2_500][column(&rows, "Due")], Data::DateTime(_)));
    assert_eq!(rows[2_500][column(&rows, "Lead")], Data::String("=Lead".into()));
    let parts = parts(&bytes);
    assert!(parts.iter().any(|(name, xml)| name.ends_with("sheet4.xml") && xml.contains("<autoFilter ref=\"A1:X2501\"")));
}
