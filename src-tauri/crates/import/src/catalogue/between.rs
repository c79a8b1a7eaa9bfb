//! What stands between the sources of the catalogue and beside them: crosswalks, links, indicators, mechanisms. The shapes
//! are those of `seeds/{crosswalks,links,indicators,instruments}.schema.json`.
//!
//! Does not know which rows a file already has.

use super::shape::{FormatOne, day, shape};
use super::{Catalogue, File, Problem};
use followthrough_model::Day;
use followthrough_model::due::month_end;
use followthrough_model::vocabulary::{CrosswalkKind, Direction, LinkKind};
use serde::Deserialize;
use std::collections::HashSet;

/// How two themes, or two items, stand to each other.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tie<K> {
    /// Seed id.
    pub from: String,
    /// Seed id.
    pub to: String,
    pub kind: K,
    pub reason: String,
}

/// What can be counted, with the figures that the documents give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    pub seed: String,
    pub name: String,
    pub definition: String,
    pub unit: String,
    pub direction: Direction,
    /// Value and day.
    pub baseline: Option<(String, Option<Day>)>,
    pub target: Option<(String, Option<Day>)>,
    /// Seed ids of the items of which it speaks.
    pub of: Vec<String>,
    pub observations: Vec<Observation>,
}

/// A figure of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observation {
    /// Of the whole of it, so that the same figure is the same row.
    pub seed: String,
    /// The last day of the year or month, where the document says no more.
    pub on: Day,
    pub value: String,
    pub category: Option<String>,
    /// Short name of the document and the line.
    pub source: String,
    pub note: Option<String>,
}

/// A mechanism, report or plan that exists, to be cited as evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instrument {
    pub seed: String,
    pub title: String,
    pub summary: String,
    /// Seed ids of the items that name it.
    pub named_in: Vec<String>,
}

/// All of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Between {
    pub crosswalks: Vec<Tie<CrosswalkKind>>,
    pub links: Vec<Tie<LinkKind>>,
    pub indicators: Vec<Indicator>,
    pub instruments: Vec<Instrument>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Crosswalks {
    #[serde(rename = "format")]
    _format: FormatOne,
    crosswalks: Vec<Tie<CrosswalkKind>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Links {
    #[serde(rename = "format")]
    _format: FormatOne,
    links: Vec<Tie<LinkKind>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Indicators {
    #[serde(rename = "format")]
    _format: FormatOne,
    indicators: Vec<IndicatorShape>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IndicatorShape {
    id: String,
    name: String,
    definition: String,
    unit: String,
    direction: Direction,
    baseline: Option<Figure>,
    target: Option<Figure>,
    of: Vec<String>,
    observations: Vec<ObservationShape>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Figure {
    value: serde_json::Number,
    on: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ObservationShape {
    on: String,
    value: serde_json::Number,
    category: Option<String>,
    source: String,
    line: u32,
    items: Vec<String>,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Instruments {
    #[serde(rename = "format")]
    _format: FormatOne,
    instruments: Vec<InstrumentShape>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InstrumentShape {
    id: String,
    short: Option<String>,
    name: String,
    #[serde(rename = "kind")]
    _kind: String,
    symbol: Option<String>,
    #[serde(rename = "date")]
    _date: Option<String>,
    summary: String,
    named_in: Vec<NamedIn>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NamedIn {
    source: String,
    #[serde(rename = "line")]
    _line: u32,
    items: Vec<String>,
}

/// Reads the four files; what they refer to must be in the catalogue.
pub(super) fn between(files: &[File<'_>; 4], catalogue: &Catalogue) -> Result<Between, Problem> {
    let [crosswalks, links, indicators, instruments] = *files;
    let known = Known::of(catalogue);
    let ties = shape::<Crosswalks>(crosswalks)?.crosswalks;
    Known::ties(crosswalks, &ties, &known.themes)?;
    let between = shape::<Links>(links)?.links;
    Known::ties(links, &between, &known.items)?;
    let shapes = shape::<Indicators>(indicators)?.indicators;
    let indicators = shapes.into_iter().map(|one| known.indicator(indicators, one)).collect::<Result<_, _>>()?;
    let shapes = shape::<Instruments>(instruments)?.instruments;
    let instruments = shapes.into_iter().map(|one| known.instrument(instruments, one)).collect::<Result<_, _>>()?;
    Ok(Between { crosswalks: ties, links: between, indicators, instruments })
}

/// What can be referred to.
struct Known<'a> {
    themes: HashSet<&'a str>,
    items: HashSet<&'a str>,
    catalogue: &'a Catalogue,
}

fn fault(file: File<'_>, id: &str, what: String) -> Problem {
    Problem::Content { file: file.name.to_owned(), id: id.to_owned(), what }
}

impl<'a> Known<'a> {
    fn of(catalogue: &'a Catalogue) -> Self {
        let items = catalogue.sources.iter().flat_map(|s| &s.items).flat_map(|i| std::iter::once(i).chain(&i.parts));
        Self {
            themes: catalogue.frameworks.iter().flat_map(|f| &f.themes).map(|t| t.seed.as_str()).collect(),
            items: items.map(|i| i.seed.as_str()).collect(),
            catalogue,
        }
    }

    fn ties<K>(file: File<'_>, ties: &[Tie<K>], among: &HashSet<&str>) -> Result<(), Problem> {
        let mut met = HashSet::new();
        for tie in ties {
            for end in [&tie.from, &tie.to] {
                if !among.contains(end.as_str()) {
                    return Err(fault(file, end, "is not in the catalogue".to_owned()));
                }
            }
            let twice = !met.insert((&tie.from, &tie.to)) || met.contains(&(&tie.to, &tie.from)) || tie.from == tie.to;
            if twice {
                return Err(fault(file, &tie.from, format!("stands twice with {}, or with itself", tie.to)));
            }
        }
        Ok(())
    }

    fn items(&self, file: File<'_>, id: &str, items: &[String]) -> Result<(), Problem> {
        match items.iter().find(|item| !self.items.contains(item.as_str())) {
            Some(item) => Err(fault(file, id, format!("speaks of {item}, which is not in the catalogue"))),
            None => Ok(()),
        }
    }

    fn short(&self, file: File<'_>, id: &str, source: &str) -> Result<&'a str, Problem> {
        let found = self.catalogue.sources.iter().find(|s| s.seed == source);
        found.map(|s| s.short.as_str()).ok_or_else(|| fault(file, id, format!("names {source}, which is not in the catalogue")))
    }

    fn indicator(&self, file: File<'_>, one: IndicatorShape) -> Result<Indicator, Problem> {
        let id = one.id;
        self.items(file, &id, &one.of)?;
        let figure = |figure: Option<Figure>| {
            let read = |f: Figure| Ok((f.value.to_string(), f.on.as_deref().map(last_day).transpose()?));
            figure.map(read).transpose().map_err(|what: String| fault(file, &id, what))
        };
        let (baseline, target) = (figure(one.baseline)?, figure(one.target)?);
        let mut observations = Vec::with_capacity(one.observations.len());
        for o in one.observations {
            self.items(file, &id, &o.items)?;
            let on = last_day(&o.on).map_err(|what| fault(file, &id, what))?;
            let category = o.category.as_deref().unwrap_or_default();
            observations.push(Observation {
                seed: format!("observation {id} {} {} {} {} {category}", o.on, o.value, o.source, o.line),
                on,
                value: o.value.to_string(),
                source: format!("{}, line {}", self.short(file, &id, &o.source)?, o.line),
                category: o.category,
                note: o.note,
            });
        }
        Ok(Indicator {
            seed: id,
            name: one.name,
            definition: one.definition,
            unit: one.unit,
            direction: one.direction,
            baseline,
            target,
            of: one.of,
            observations,
        })
    }

    fn instrument(&self, file: File<'_>, one: InstrumentShape) -> Result<Instrument, Problem> {
        let mut named_in = Vec::new();
        for place in one.named_in {
            self.short(file, &one.id, &place.source)?;
            self.items(file, &one.id, &place.items)?;
            named_in.extend(place.items);
        }
        named_in.sort_unstable();
        named_in.dedup();
        let title = match one.short {
            Some(short) => format!("{short}: {}", one.name),
            None => one.name,
        };
        let summary = match one.symbol {
            Some(symbol) => format!("{} ({symbol})", one.summary),
            None => one.summary,
        };
        Ok(Instrument { seed: one.id, title, summary, named_in })
    }
}

/// The last day of a year, a month, or the day itself.
fn last_day(said: &str) -> Result<Day, String> {
    let number = |at: std::ops::Range<usize>| said.get(at).and_then(|n| n.parse::<u32>().ok());
    let year = number(0..4).and_then(|y| i32::try_from(y).ok());
    let last = match (said.len(), year) {
        (4, Some(y)) => Day::from_ymd_opt(y, 12, 31),
        (7, Some(y)) => number(5..7).and_then(|m| month_end(y, m)),
        _ => return day(said),
    };
    last.ok_or_else(|| format!("says “{said}” where a date must stand"))
}

#[cfg(test)]
mod tests {
    use super::last_day;

    #[test]
    fn as_precise_as_it_is_known() {
        let check = |said: &str, expect: Option<&str>| {
            assert_eq!(last_day(said).ok().map(|d| d.to_string()).as_deref(), expect, "{said}");
        };
        check("2017", Some("2017-12-31"));
        check("2018-02", Some("2018-02-28"));
        check("2018-02-03", Some("2018-02-03"));
        check("2018-13", None);
        check("", None);
    }
}
