//! What the program must be able to do, one test a demand: read in order, they are its specification. Each acts as an
//! officer would, through the typed door. D40, D41 and D47 belong to other issues.

use crate::desk::Work;
use followthrough_commands::Summary;

mod d01;
mod d02;
mod d03;
mod d04;
mod d05;
mod d06;
mod d07;
mod d08;
mod d09;
mod d10;
mod d11;
mod d12;
mod d13;
mod d14;
mod d15;
mod d16;
mod d17;
mod d18;
mod d19;
mod d20;
mod d21;
mod d22;
mod d23;
mod d24;
mod d25;
mod d26;
mod d27;
mod d28;
mod d29;
mod d30;
mod d31;
mod d32;
mod d33;
mod d34;
mod d35;
mod d36;
mod d37;
mod d38;
mod d39;
mod d42;
mod d43;
mod d44;
mod d45;
mod d46;

/// Every form that a summary takes.
const FORMATS: [&str; 5] = ["html", "md", "csv", "xlsx", "json"];

/// The summary as text, of what a filter finds or of everything; of a workbook the cells of all its sheets.
fn summary(work: &Work, format: &str, filter: Option<&str>) -> String {
    use calamine::{Reader, Xlsx};
    let path = work.path("demand-summary");
    let output = path.to_string_lossy().as_ref().into();
    work.act(Summary { format: format.into(), output, filter: filter.map(str::to_owned), ..Summary::default() });
    let bytes = std::fs::read(path).expect("it is there");
    if format != "xlsx" {
        return String::from_utf8(bytes).expect("UTF-8");
    }
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).expect("a workbook");
    let sheets = book.worksheets();
    let cells = sheets.iter().flat_map(|(_, sheet)| sheet.rows().flatten().map(ToString::to_string));
    cells.collect::<Vec<_>>().join("\n")
}
