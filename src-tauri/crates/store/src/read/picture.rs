//! What pictures are drawn from: commitments counted crosswise, by lead or theme and by where they stand or how late they
//! are. Every number is the total of a list: that of the row's lead or term, with the filter of the row and the column.
//!
//! A lead is counted itself, without those under it, so that rows do not overlap; those of themes do. Does not draw.

pub mod due_line;
pub mod over_time;

use super::Named;
use super::bands::IN_YEARS;
use super::listing::{Asked, ListArgs, bind};
use super::queues::fill;
use super::row::When;
use crate::{Error, Reader, Result};
use followthrough_model::filter::{Filter, FilterField, Term, Test};
use followthrough_model::vocabulary::{Across, ListKind, Owed, Queue};
use followthrough_model::{Day, Kind, Uuid};
use std::collections::HashMap;

/// The most leads in a picture.
const LEADS: usize = 30;
/// The most themes in a picture.
const THEMES: usize = 20;

/// What a column counts.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct CrossColumn {
    /// A word of the picture: where they stand, or how late; of a theme its id.
    pub key: String,
    /// Of a theme.
    pub name: Option<String>,
    /// What a filter adds for it.
    pub filter: String,
    /// How late, in days.
    pub from_days: Option<u32>,
    pub to_days: Option<u32>,
    /// Of all rows, those left out included.
    pub n: u32,
}

/// A row, with a number for each column.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct CrossRow {
    /// Of a lead: its list is that of the lead itself. Nothing: no lead.
    pub lead: Option<Named>,
    /// Of a theme.
    pub theme: Option<String>,
    /// What a filter adds for it; of a lead nothing, as its own list is meant.
    pub filter: String,
    pub cells: Vec<u32>,
}

/// Commitments counted crosswise.
#[derive(Debug, Clone, Default, serde::Serialize, ts_rs::TS)]
pub struct Crossed {
    pub as_of: Day,
    /// The framework of the themes, where there are any.
    pub framework: Option<Named>,
    pub columns: Vec<CrossColumn>,
    /// Of leads those with the most overdue first, no lead last; of themes in the order of the framework.
    pub rows: Vec<CrossRow>,
    /// Rows that are not shown, and what stands in them.
    pub rows_more: u32,
    pub more: Vec<u32>,
    /// Themes that are not shown.
    pub themes_more: u32,
    /// Commitments that the filter admits.
    pub total: u32,
    /// Commitments that were left out because they, their recommendation or their source are not for export.
    pub left_out: u32,
}

/// What a picture is asked of.
#[derive(Debug, Clone, Copy)]
pub struct PictureArgs<'a> {
    pub as_of: Day,
    /// The machine's day.
    pub today: Day,
    pub filter: Option<&'a Filter>,
    /// Nothing that is not for export is counted.
    pub exported: bool,
}

/// The commitments that may go out, as in a summary: few are marked, so they are looked up from the marks.
const EXPORTED: &str = "c.rid NOT IN (SELECT p.rid FROM item p WHERE p.private = 1) AND c.rid NOT IN (
    SELECT pa.commitment FROM item p CROSS JOIN recommendation pr ON pr.rid = p.rid OR pr.parent = p.rid OR pr.source = p.rid
      CROSS JOIN answer pa ON pa.recommendation = pr.rid AND pa.main = 1 WHERE p.private = 1)";

/// A column before it is counted.
struct Part {
    key: String,
    filter: String,
    days: (Option<u32>, Option<u32>),
}

/// A theme with what a filter calls it and the row numbers that this means.
struct Shown {
    id: Uuid,
    name: String,
    term: String,
    rids: Vec<i64>,
}

fn parts_of_status() -> Vec<Part> {
    let part = |key: &str, filter: &str| Part { key: key.to_owned(), filter: filter.to_owned(), days: (None, None) };
    vec![
        part("overdue", "queue:overdue"),
        part("open", "status:open -queue:overdue"),
        part("waiting", "status:waiting"),
        part("implemented", "status:implemented"),
        part(
            "closed",
            "status:partially_implemented_no_further_action,overtaken_by_events,closed_without_implementation,superseded",
        ),
        part("suspended", "status:suspended"),
    ]
}

/// Which part a commitment belongs to, in the order of [`parts_of_status`].
const PART_OF_STATUS: &str = "CASE WHEN {overdue} THEN 0 WHEN {open} THEN 1 WHEN {k}.status = 'reported_implemented' THEN 2
    WHEN {k}.status = 'implemented' THEN 3 WHEN {k}.status = 'suspended' THEN 5 ELSE 4 END";

impl Reader<'_> {
    /// Where commitments stand, by lead or by the themes of a framework.
    pub fn status_by(&self, args: &PictureArgs<'_>, by: Across, framework: Option<i64>) -> Result<Crossed> {
        let mut out = Crossed { as_of: args.as_of, ..Crossed::default() };
        let themes = match by {
            Across::Lead => Vec::new(),
            Across::Theme => self.shown_themes(framework, &mut out)?,
        };
        self.count_parts(args, &mut out, parts_of_status(), PART_OF_STATUS, "1", (by == Across::Theme).then_some(&themes[..]))?;
        Ok(out)
    }

    /// How late what is overdue is, by lead.
    pub fn ageing(&self, args: &PictureArgs<'_>) -> Result<Crossed> {
        let mut out = Crossed { as_of: args.as_of, ..Crossed::default() };
        let edges: Vec<Day> = IN_YEARS.days(args.as_of).collect();
        let (mut parts, mut case) = (Vec::new(), "CASE".to_owned());
        for (n, band) in IN_YEARS.read(&vec![0; IN_YEARS.width()]).into_iter().enumerate() {
            let younger = n.checked_sub(1).and_then(|before| edges.get(before)).and_then(Day::pred_opt);
            let due = match (edges.get(n), younger) {
                (Some(from), Some(to)) => format!("due:{from}..{to}"),
                (Some(from), None) => format!("due>={from}"),
                (None, Some(to)) => format!("due<={to}"),
                (None, None) => String::new(),
            };
            if let Some(from) = edges.get(n) {
                case = format!("{case} WHEN {{k}}.due_by >= '{from}' THEN {n}");
            } else {
                case = format!("{case} ELSE {n} END");
            }
            parts.push(Part {
                key: format!("age{n}"),
                filter: format!("queue:overdue {due}"),
                days: (Some(band.from_days), band.to_days),
            });
        }
        self.count_parts(args, &mut out, parts, &case, "{overdue}", None)?;
        Ok(out)
    }

    /// Who owes how much in which theme of a framework.
    pub fn heat(&self, args: &PictureArgs<'_>, owed: Owed, framework: Option<i64>) -> Result<Crossed> {
        let mut out = Crossed { as_of: args.as_of, ..Crossed::default() };
        let themes = self.shown_themes(framework, &mut out)?;
        let (holds, said) = match owed {
            Owed::Overdue => ("{overdue}", "queue:overdue"),
            Owed::Open => ("{open}", "status:open"),
        };
        out.columns = themes
            .iter()
            .map(|theme| CrossColumn {
                key: theme.id.to_string(),
                name: Some(theme.name.clone()),
                filter: format!("{said} {}", theme.term),
                from_days: None,
                to_days: None,
                n: 0,
            })
            .collect();
        let found = self.crossed(args, "{k}.lead", "th.theme", holds, Some(&themes))?;
        self.fill_leads(&mut out, found)?;
        out.total = self.count_all(args, holds)?;
        self.leave_out(args, &mut out, holds)?;
        Ok(out)
    }

    /// Counts parts by lead, or by theme.
    fn count_parts(
        &self,
        args: &PictureArgs<'_>,
        out: &mut Crossed,
        parts: Vec<Part>,
        case: &str,
        holds: &str,
        themes: Option<&[Shown]>,
    ) -> Result<()> {
        out.columns = parts
            .into_iter()
            .map(|part| CrossColumn {
                key: part.key,
                name: None,
                filter: part.filter,
                from_days: part.days.0,
                to_days: part.days.1,
                n: 0,
            })
            .collect();
        let row = if themes.is_some() { "th.theme" } else { "{k}.lead" };
        let found = self.crossed(args, row, case, holds, themes)?;
        match themes {
            None => {
                self.fill_leads(out, found)?;
                for (n, column) in out.columns.iter_mut().enumerate() {
                    column.n = out.rows.iter().map(|row| row.cells[n]).sum::<u32>() + out.more[n];
                }
            }
            Some(themes) => {
                let rows = themes.iter().map(|theme| CrossRow {
                    lead: None,
                    theme: Some(theme.name.clone()),
                    filter: theme.term.clone(),
                    cells: vec![0; out.columns.len()],
                });
                out.rows = rows.collect();
                out.more = vec![0; out.columns.len()];
                for (row, column, n) in found {
                    let at = row.and_then(|row| usize::try_from(row).ok());
                    if let Some(cell) = at.and_then(|at| out.rows.get_mut(at)?.cells.get_mut(column)) {
                        *cell = n;
                    }
                }
                // Themes overlap: each commitment is counted once.
                for (_, column, n) in self.crossed(args, "0", case, holds, None)? {
                    out.columns[column].n = n;
                }
            }
        }
        // Each commitment stands in one column.
        out.total = out.columns.iter().map(|column| column.n).sum();
        self.leave_out(args, out, holds)
    }

    /// All that the filter admits.
    fn count_all(&self, args: &PictureArgs<'_>, holds: &str) -> Result<u32> {
        Ok(self.crossed(args, "0", "0", holds, None)?.first().map_or(0, |(.., n)| *n))
    }

    /// What was left out of the total.
    fn leave_out(&self, args: &PictureArgs<'_>, out: &mut Crossed, holds: &str) -> Result<()> {
        if args.exported {
            out.left_out = self.count_all(&PictureArgs { exported: false, ..*args }, holds)? - out.total;
        }
        Ok(())
    }

    /// Row, column and number of what there is; one go over the commitments or, for themes, over what carries them.
    fn crossed(
        &self,
        args: &PictureArgs<'_>,
        row: &str,
        column: &str,
        holds: &str,
        themes: Option<&[Shown]>,
    ) -> Result<Vec<(Option<i64>, usize, u32)>> {
        let (asked, only) = self.admitted(args)?;
        // Counting goes through the table in its order: an index would jump about in it.
        let from = match asked.when {
            When::Now if holds == "1" => "commitment c NOT INDEXED",
            When::Now => "commitment c",
            _ => asked.table,
        };
        let from = match themes {
            Some(themes) => format!("{} CROSS JOIN {from}", carriers(themes)),
            None => from.to_owned(),
        };
        let also = if themes.is_some() { "th.rid = c.rid AND " } else { "" };
        let sql = fill(
            &format!("SELECT {row}, {column}, count(*) FROM {from} WHERE {also}{holds} AND {only} GROUP BY 1, 2"),
            ListKind::Commitments,
            asked.when,
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        bind(&mut statement, &asked.values)?;
        let mut rows = statement.raw_query();
        let mut out = Vec::new();
        while let Some(r) = rows.next()? {
            out.push((r.get(0)?, r.get::<_, u32>(1)? as usize, r.get(2)?));
        }
        Ok(out)
    }

    /// What the commitments of a picture are admitted by.
    pub(crate) fn admitted<'a>(&self, args: &PictureArgs<'a>) -> Result<(Asked<'a>, String)> {
        let list = ListArgs { filter: args.filter, ..ListArgs::of(ListKind::Commitments, Queue::All, args.as_of, args.today) };
        let asked = self.translated(&list)?;
        let only = if args.exported { format!("{} AND {EXPORTED}", asked.only) } else { asked.only.clone() };
        Ok((asked, only))
    }

    /// Rows of leads: the most in the first column first, then the larger, then by name; no lead last.
    fn fill_leads(&self, out: &mut Crossed, found: Vec<(Option<i64>, usize, u32)>) -> Result<()> {
        let width = out.columns.len();
        let mut by_lead: HashMap<Option<i64>, Vec<u32>> = HashMap::new();
        for (lead, column, n) in found {
            by_lead.entry(lead).or_insert_with(|| vec![0; width])[column] += n;
        }
        // In a heat table, and of ages, no column counts more than another.
        let alike = out.framework.is_some() || out.columns.iter().any(|column| column.from_days.is_some());
        let first = if alike { width } else { 1 };
        let size = |cells: &[u32], upto: usize| cells.iter().take(upto).sum::<u32>();
        let mut leads: Vec<(Option<i64>, Vec<u32>)> = by_lead.into_iter().collect();
        leads.sort_by(|(a, x), (b, y)| {
            (a.is_none().cmp(&b.is_none()))
                .then(size(y, first).cmp(&size(x, first)))
                .then(size(y, width).cmp(&size(x, width)))
                .then(a.cmp(b))
        });
        let unled = leads.pop_if(|(lead, _)| lead.is_none());
        let more = leads.split_off(leads.len().min(LEADS));
        out.rows_more = u32::try_from(more.len()).unwrap_or(u32::MAX);
        out.more = (0..width).map(|n| more.iter().map(|(_, cells)| cells[n]).sum()).collect();
        for (lead, cells) in leads.into_iter().chain(unled) {
            let lead = lead.map(|rid| self.actor_by_name(rid)).transpose()?;
            let filter = if lead.is_some() { String::new() } else { "lead:none".to_owned() };
            out.rows.push(CrossRow { lead, theme: None, filter, cells });
        }
        Ok(())
    }

    /// The themes of a framework that a picture shows; of the one that most carry if none is said.
    fn shown_themes(&self, framework: Option<i64>, out: &mut Crossed) -> Result<Vec<Shown>> {
        let chosen = self.all(
            "SELECT f.rid, i.id, f.name, (SELECT count(*) FROM theme t JOIN theme_of x ON x.theme = t.rid WHERE t.framework = f.rid) AS n
             FROM framework f CROSS JOIN item i ON i.rid = f.rid AND i.life = 0 WHERE ifnull(f.rid = ?1, 1) ORDER BY n DESC, f.rid LIMIT 1",
            [framework],
            |r| Ok((r.get::<_, i64>(0)?, super::value::id(r, 1)?, r.get::<_, String>(2)?)),
        )?;
        let Some((rid, id, framework)) = chosen.into_iter().next() else {
            return Err(Error::refuse("no_framework", "There are no themes yet. Add a framework with its themes first."));
        };
        out.framework = Some(Named { id, reference: framework.clone(), name: framework.clone() });
        let mut themes = self.all(
            "SELECT i.id, t.name FROM theme t JOIN item i ON i.rid = t.rid AND i.life = 0 WHERE t.framework = ?1 ORDER BY t.ord, t.rid",
            [rid],
            |r| Ok((super::value::id(r, 0)?, r.get::<_, String>(1)?)),
        )?;
        out.themes_more = u32::try_from(themes.len().saturating_sub(THEMES)).unwrap_or(u32::MAX);
        themes.truncate(THEMES);
        let mut shown = Vec::new();
        for (id, name) in themes {
            let (said, means) = self.theme_said(&framework, &name)?;
            let term = Term { negated: false, field: FilterField::Theme, any_of: vec![Test::Texts(vec![said])] }.to_string();
            shown.push(Shown { id, name, term, rids: means });
        }
        Ok(shown)
    }

    /// What a filter calls a theme, and the row numbers that this means there.
    fn theme_said(&self, framework: &str, name: &str) -> Result<(String, Vec<i64>)> {
        let alone = self.themes_named(name, &[Kind::Theme])?;
        let (said, means) = if alone.len() == 1 {
            (name.to_owned(), alone)
        } else {
            let said = format!("{framework}: {name}");
            let means = self.themes_named(&said, &[Kind::Theme])?;
            (said, means)
        };
        let mut rids = Vec::new();
        for theme in means {
            rids.extend(self.themes_taken_in(theme.at.rid)?);
        }
        rids.sort_unstable();
        rids.dedup();
        Ok((said, rids))
    }
}

/// The commitments that answer what carries each theme, once for each, as a table `th(theme, rid)`.
fn carriers(themes: &[Shown]) -> String {
    let pairs: Vec<String> =
        themes.iter().enumerate().flat_map(|(n, theme)| theme.rids.iter().map(move |rid| format!("({n}, {rid})"))).collect();
    let pairs = if pairs.is_empty() { "(-1, -1)".to_owned() } else { pairs.join(", ") };
    format!(
        "(SELECT DISTINCT m.column1 AS theme, xa.commitment AS rid FROM (VALUES {pairs}) m CROSS JOIN theme_of x ON x.theme = m.column2
            CROSS JOIN item xi ON xi.rid = x.rid AND xi.life = 0 CROSS JOIN answer xa ON xa.recommendation = x.of
            CROSS JOIN item xai ON xai.rid = xa.rid AND xai.life = 0) th"
    )
}

/// Whether a condition depends on the day that is asked about beyond the facts of that day.
pub(crate) fn depends_on_day(conditions: &[String]) -> bool {
    conditions.iter().any(|sql| sql.contains(":day"))
}
