//! Cells of a grid as text: what was set, what would be, what was read from a pasted table.
//!
//! Does not print lists.

use super::{array, spoken, table, text};
use serde_json::Value;
use std::io::{Result, Write};

pub(super) fn cells(out: &mut dyn Write, r: &Value) -> Result<()> {
    if r["problems"].is_array() {
        return read(out, r);
    }
    let (changed, unchanged) = (text(&r["changed"]), text(&r["unchanged"]));
    if r["cells"].is_null() {
        return writeln!(out, "Changed: {changed}. Were so already: {unchanged}. Left out: {}.", text(&r["left_out"]));
    }
    let mut shown = table(&["reference", "", "field", "before", "after"]);
    for cell in array(&r["cells"]).iter().filter(|cell| cell["changed"] == true) {
        let value = |name: &str| cell[name].as_str().map_or_else(|| "none".to_owned(), spoken);
        shown.add_row([text(&cell["ref"]), text(&cell["title"]), text(&cell["field"]), value("before"), value("after")]);
    }
    if shown.row_count() > 0 {
        writeln!(out, "{shown}")?;
    }
    for cell in array(&r["cells"]).iter().filter(|cell| cell["refusal"].is_string()) {
        writeln!(out, "{}, {}: {}", text(&cell["ref"]), text(&cell["field"]), text(&cell["refusal"]))?;
    }
    writeln!(
        out,
        "{changed} would change, {unchanged} are so already, {} may not be set so. Nothing is written yet: run set-cells.",
        text(&r["refused"])
    )
}

fn read(out: &mut dyn Write, r: &Value) -> Result<()> {
    let mut shown = table(&["item", "field", "value"]);
    for cell in array(&r["cells"]) {
        shown.add_row([text(&cell["item"]), text(&cell["field"]), text(&cell["value"])]);
    }
    if shown.row_count() > 0 {
        writeln!(out, "{shown}")?;
    }
    for problem in array(&r["problems"]) {
        writeln!(out, "{}", text(&problem["sentence"]))?;
    }
    writeln!(out, "{} cells were read. Nothing is written yet: run preview-cells, then set-cells.", array(&r["cells"]).len())
}
