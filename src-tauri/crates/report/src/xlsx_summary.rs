//! XLSX: the first sheet, with the standing in sentences, the figures, and a chart of status by lead.
//! It lists no commitment.

use crate::Error;
use crate::as_xlsx::Looks;
use crate::data::{Group, Head};
use crate::status::{self, CLASSES};
use crate::text;
use crate::words::Words;
use crate::xlsx_table::Cell;
use rust_xlsxwriter::{
    Chart, ChartFormat, ChartLegendPosition, ChartLine, ChartPatternFill, ChartPatternFillType, ChartSolidFill, ChartType, Color,
    Worksheet,
};

/// More bars than this cannot be read in one chart.
const BARS: usize = 30;
/// Columns of a table of groups before the classes begin: name, all, overdue, without evidence.
const FIXED: u16 = 4;

pub(crate) fn fill(sheet: &mut Worksheet, head: &Head, words: &Words, looks: &Looks) -> Result<(), Error> {
    let mut pen = Pen { sheet, words, looks, row: 0 };
    pen.sheet.set_column_width(0, 52)?;
    pen.sheet.set_column_range_width(1, FIXED + 8, 13)?;
    pen.sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    pen.sheet.set_freeze_panes(1, 0)?;
    pen.preamble(head)?;
    pen.figures(head)?;
    let f = &head.figures;
    let name = |group: &Group| group.name.clone().unwrap_or(words.labels.no_lead.to_owned());
    let classes = classes(f.by_lead.iter().chain(&f.by_source));
    let (first, last) = pen.groups(words.labels.by_lead, words.labels.lead, &f.by_lead, &classes, name)?;
    pen.groups(words.labels.by_source, words.labels.source, &f.by_source, &classes, |group| match (&group.short, &group.name) {
        (Some(short), Some(name)) => format!("{short}: {name}"),
        (Some(one), None) | (None, Some(one)) => one.clone(),
        (None, None) => String::new(),
    })?;
    if first <= last && !classes.is_empty() {
        pen.row += 1;
        let chart = chart(words, first, last, &classes, f.by_lead.len());
        pen.sheet.insert_chart(pen.row, 0, &chart)?;
    }
    Ok(())
}

struct Pen<'a> {
    sheet: &'a mut Worksheet,
    words: &'a Words,
    looks: &'a Looks,
    row: u32,
}

impl Pen<'_> {
    /// Title, standing and cover, each in a row of its own across the sheet.
    fn preamble(&mut self, head: &Head) -> Result<(), Error> {
        let words = self.words;
        let title = text::for_cell(&head.title, words.labels.continues);
        self.sheet.write_string_with_format(0, 0, &*title, &self.looks.heading)?;
        self.sheet.set_row_height(0, 40)?;
        self.row = 1;
        let standing: Vec<String> = (words.say.standing)(head, words).into_iter().map(|sentence| sentence.text).collect();
        let scope = head.scope.as_ref().map(|scope| format!("{}: {scope}.", words.labels.limited_to));
        let said = [
            head.practice.then(|| words.labels.practice.to_owned()),
            Some(standing.join(" ")),
            Some((words.say.covers)(head, words)),
            scope,
            (head.drafted > 0).then(|| (words.say.drafted)(head.drafted, head.figures.total)),
            (head.left_out > 0).then(|| (words.say.left_out)(head.left_out)),
        ];
        for text in said.into_iter().flatten() {
            // Merged cells do not grow with their text: some 150 characters stand in a line.
            let rows = u32::try_from(text.chars().count() / 140 + 1).unwrap_or(20).min(20);
            let look = if text::is_formula_like(&text) { &self.looks.quoted } else { &self.looks.text };
            let text = text::for_cell(&text, words.labels.continues);
            self.sheet.merge_range(self.row, 0, self.row, 8, &text, look)?;
            self.sheet.set_row_height(self.row, 16 * rows)?;
            self.row += 1;
        }
        self.row += 1;
        Ok(())
    }

    fn figures(&mut self, head: &Head) -> Result<(), Error> {
        let (words, w, f) = (self.words, &self.words.labels, &head.figures);
        self.heading(&[(words.columns.figure, false), (words.columns.number, true)])?;
        self.cell(0, &Cell::text(Some(w.as_of)))?;
        self.cell(1, &Cell::Day(Some(&head.as_of)))?;
        self.row += 1;
        for (label, n) in [
            (w.commitments, f.total),
            (w.implemented, f.implemented),
            (w.to_verify, f.awaiting_verification),
            (w.overdue, f.overdue),
            (w.due_90, f.due_90),
            (w.no_date, f.no_date),
            (w.no_evidence, f.no_evidence),
        ] {
            self.counted(label, n)?;
        }
        self.row += 1;
        self.heading(&[(w.by_status, false), (w.commitments, true)])?;
        for count in &f.by_status {
            self.counted(&words.status(&count.status), count.n)?;
        }
        self.row += 1;
        Ok(())
    }

    /// A table of groups; its first and last row of data (the last before the first if there are none).
    fn groups(
        &mut self,
        title: &str,
        what: &str,
        groups: &[Group],
        classes: &[usize],
        name: impl Fn(&Group) -> String,
    ) -> Result<(u32, u32), Error> {
        let w = &self.words.labels;
        if groups.is_empty() {
            return Ok((1, 0));
        }
        let title = format!("{title} ({what})");
        let mut heads = vec![(title.as_str(), false), (w.all, true), (w.overdue, true), (w.no_evidence, true)];
        heads.extend(classes.iter().map(|&class| (self.words.classes[class], true)));
        self.heading(&heads)?;
        let first = self.row;
        for group in groups {
            self.cell(0, &Cell::Text(name(group).into()))?;
            let counts = status::by_class(&group.by_status);
            let fixed = [group.all, group.overdue, group.no_evidence];
            let numbers = fixed.into_iter().chain(classes.iter().map(|&class| counts[class]));
            for (column, n) in (1..).zip(numbers) {
                self.cell(column, &Cell::count(n))?;
            }
            self.row += 1;
        }
        let last = self.row - 1;
        self.row += 1;
        Ok((first, last))
    }

    fn heading(&mut self, heads: &[(&str, bool)]) -> Result<(), Error> {
        for (column, (text, number)) in (0..).zip(heads) {
            let look = if *number { &self.looks.head_number } else { &self.looks.head };
            self.sheet.write_string_with_format(self.row, column, *text, look)?;
        }
        self.row += 1;
        Ok(())
    }

    fn counted(&mut self, label: &str, n: u64) -> Result<(), Error> {
        self.cell(0, &Cell::text(Some(label)))?;
        self.cell(1, &Cell::count(n))?;
        self.row += 1;
        Ok(())
    }

    fn cell(&mut self, column: u16, cell: &Cell<'_>) -> Result<(), Error> {
        cell.put(self.sheet, self.row, column, self.looks, self.words.labels.continues)
    }
}

/// The classes that occur at all.
fn classes<'g>(groups: impl Iterator<Item = &'g Group>) -> Vec<usize> {
    let mut sums = [0; 8];
    for group in groups {
        for (sum, n) in sums.iter_mut().zip(status::by_class(&group.by_status)) {
            *sum += n;
        }
    }
    (0..CLASSES.len()).filter(|&class| sums[class] > 0).collect()
}

/// A native chart over the rows of the leads, so that it follows what is changed there.
fn chart(words: &Words, first: u32, last: u32, classes: &[usize], leads: usize) -> Chart {
    let shown = leads.min(BARS);
    let last = last.min(first + u32::try_from(BARS).unwrap_or(u32::MAX) - 1);
    let sheet = words.columns.sheets[0];
    let mut chart = Chart::new(ChartType::BarStacked);
    let title = (words.say.chart_of_leads)(shown, leads);
    chart.title().set_name(&title);
    for (column, &class) in (FIXED..).zip(classes) {
        chart
            .add_series()
            .set_name((sheet, first - 1, column))
            .set_categories((sheet, first, 0, last, 0))
            .set_values((sheet, first, column, last, column))
            .set_gap(60)
            .set_format(&mut look(class));
    }
    chart.y_axis().set_reverse();
    chart.x_axis().set_num_format("0");
    chart.legend().set_position(ChartLegendPosition::Bottom);
    chart.set_width(980).set_height(170 + 26 * u32::try_from(shown).unwrap_or(0));
    chart.set_alt_text(&title);
    chart
}

/// The same colours and hatchings as in the page.
fn look(class: usize) -> ChartFormat {
    let (ink, hatching) = match CLASSES[class] {
        "implemented" => (0x002F_7D4F, None),
        "under" => (0x003F_7399, None),
        "not_started" => (0x00D3_D8D4, None),
        "reported" => (0x007A_5AB0, Some((ChartPatternFillType::DiagonalStripesWideUpwards, 0x00EF_E9F8))),
        "partial" => (0x003F_7399, Some((ChartPatternFillType::VerticalStripesDark, 0x00E6_EFF5))),
        "not_implemented" => (0x009A_2B1F, Some((ChartPatternFillType::DiagonalStripesLightDownwards, 0x00FF_FFFF))),
        "suspended" => (0x0065_6F6B, Some((ChartPatternFillType::Dotted30Percent, 0x00FF_FFFF))),
        _ => (0x0065_6F6B, None),
    };
    let mut format = ChartFormat::new();
    match hatching {
        Some((kind, paper)) => {
            let mut fill = ChartPatternFill::new();
            fill.set_pattern(kind).set_foreground_color(Color::RGB(ink)).set_background_color(Color::RGB(paper));
            format.set_pattern_fill(&fill);
            format.set_border(ChartLine::new().set_color(Color::RGB(ink)).set_width(0.5));
        }
        None => {
            format.set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(ink)));
        }
    }
    format
}
