//! Indicators: what is measured, of which items, and what was observed.
//!
//! A value is never overwritten: a correction is a new one that says which it takes the place of.

use crate::door::{At, Edit, Query, command};
use crate::sets::write;
use crate::values::{
    About, Created, NONE, Take, act_day, create, day, find, line, paragraph, patch, patch_word, refuse_taken, required_line,
};
use followthrough_import::catalogue::pair_uuid;
use followthrough_model::record::{Cell, Indicator, IndicatorOf, Observation};
use followthrough_model::vocabulary::Direction;
use followthrough_model::{Field, Kind, Ref, Value, number, text};
use followthrough_store::read::indicator::IndicatorBrief;
use followthrough_store::{Error, Reader, Result, Tx};
use serde::Serialize;
use ts_rs::TS;

/// The kinds of items that an indicator may speak of.
const MEASURED: &[Kind] = &[Kind::Commitment, Kind::Recommendation, Kind::Series];

command! {
    /// Adds an indicator: what is measured, in which unit, which way it should go, from where and to where.
    pub struct AddIndicator {
        /// What is measured.
        pub name: String,
        /// The unit of its values: %, missions, days.
        #[cfg_attr(feature = "clap", arg(long))]
        pub unit: String,
        /// increase, decrease or maintain; increase if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub direction: Option<Direction>,
        /// How it is measured.
        #[cfg_attr(feature = "clap", arg(long))]
        pub definition: Option<String>,
        /// The value from which it sets out.
        #[cfg_attr(feature = "clap", arg(long, allow_hyphen_values = true))]
        pub baseline: Option<String>,
        /// The day of that value.
        #[cfg_attr(feature = "clap", arg(long))]
        pub baseline_on: Option<String>,
        /// The value that is wanted.
        #[cfg_attr(feature = "clap", arg(long, allow_hyphen_values = true))]
        pub target: Option<String>,
        /// The day by which it is wanted.
        #[cfg_attr(feature = "clap", arg(long))]
        pub target_on: Option<String>,
        /// A recommendation or commitment that it speaks of; may be given several times.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<Vec<String>>")]
        #[serde(default)]
        pub of: Vec<String>,
    }
}

impl Edit for AddIndicator {
    type Reply = Created;
    fn run(self, tx: &mut Tx<'_>) -> Result<Created> {
        let name = required_line("name of the indicator", &self.name).about("name")?;
        refuse_taken(tx, &name, &[Kind::Indicator], None).about("name")?;
        let unit = required_line("unit", &self.unit).about("unit")?;
        let row = Indicator {
            name,
            definition: paragraph(self.definition.as_deref()).about("definition")?,
            direction: self.direction.unwrap_or(Direction::Increase),
            baseline: self.baseline.as_deref().map(|said| in_unit(said, None, &unit)).transpose().about("baseline")?,
            baseline_on: day(self.baseline_on.as_deref()).about("baseline_on")?,
            target: self.target.as_deref().map(|said| in_unit(said, None, &unit)).transpose().about("target")?,
            target_on: day(self.target_on.as_deref()).about("target_on")?,
            unit,
        };
        in_order(row.baseline_on, row.target_on)?;
        let at = tx.insert(&row)?;
        for item in &self.of {
            link(tx, at, item).about("of")?;
        }
        Created::of(tx, at)
    }
}

fn in_order(baseline_on: Option<followthrough_model::Day>, target_on: Option<followthrough_model::Day>) -> Result<()> {
    match (baseline_on, target_on) {
        (Some(from), Some(to)) if to < from => Err(Error::refuse(
            "window",
            format!("The target is dated {to}, before the baseline of {from}. Give the target a later day."),
        )
        .about("target_on")),
        _ => Ok(()),
    }
}

/// A value in the unit of its indicator, as decimal text. Another unit, said apart or behind the value, is refused.
fn in_unit(said: &str, apart: Option<&str>, unit: &str) -> Result<String> {
    let (value, behind) = number::with_unit(said)?;
    for other in [behind, apart.and_then(text::line)].into_iter().flatten() {
        if !same_unit(&other, unit) {
            return Err(Error::refuse(
                "unit",
                format!(
                    "The value is in “{}”, but the indicator is measured in “{}”. Convert it, or add an indicator in the other unit.",
                    text::brief(&other, 40),
                    text::brief(unit, 40)
                ),
            ).about("unit"));
        }
    }
    Ok(value)
}

/// The same unit in another spelling: case, and the sign of per cent.
fn same_unit(a: &str, b: &str) -> bool {
    let plain = |unit: &str| match unit.to_lowercase().replace(['.', ' '], "").as_str() {
        "percent" | "pourcent" | "pct" | "%" => "%".to_owned(),
        other => other.to_owned(),
    };
    plain(a) == plain(b)
}

/// Says that an indicator speaks of an item.
fn link(tx: &mut Tx<'_>, indicator: Ref, item: &str) -> Result<Ref> {
    let of = tx.reader().find(item, MEASURED)?.at;
    write(tx, pair_uuid("indicator", indicator.id, of.id), &IndicatorOf { indicator, of })
}

command! {
    /// Changes fields of an indicator. A field that is not given stays; none clears it. The unit stays once values were observed.
    pub struct EditIndicator {
        /// Name, reference or id of the indicator.
        pub indicator: String,
        /// What is measured.
        #[cfg_attr(feature = "clap", arg(long))]
        pub name: Option<String>,
        /// The unit of its values.
        #[cfg_attr(feature = "clap", arg(long))]
        pub unit: Option<String>,
        /// increase, decrease or maintain.
        #[cfg_attr(feature = "clap", arg(long))]
        pub direction: Option<String>,
        /// How it is measured.
        #[cfg_attr(feature = "clap", arg(long))]
        pub definition: Option<String>,
        /// The value from which it sets out.
        #[cfg_attr(feature = "clap", arg(long, allow_hyphen_values = true))]
        pub baseline: Option<String>,
        /// The day of that value.
        #[cfg_attr(feature = "clap", arg(long))]
        pub baseline_on: Option<String>,
        /// The value that is wanted.
        #[cfg_attr(feature = "clap", arg(long, allow_hyphen_values = true))]
        pub target: Option<String>,
        /// The day by which it is wanted.
        #[cfg_attr(feature = "clap", arg(long))]
        pub target_on: Option<String>,
    }
}

impl Edit for EditIndicator {
    type Reply = ();
    fn run(self, tx: &mut Tx<'_>) -> Result<()> {
        let at = find(tx, &self.indicator, Kind::Indicator).about("indicator")?;
        if let Some(name) = self.name.as_deref() {
            refuse_taken(tx, name, &[Kind::Indicator], Some(at)).about("name")?;
        }
        let page = tx.reader().indicator(at.rid, tx.today())?;
        if let Some(unit) = self.unit.as_deref() {
            let observed = tx.reader().observed(at.rid)?;
            if observed > 0 && !same_unit(unit, &page.unit) {
                return Err(Error::refuse(
                    "unit",
                    format!(
                        "Values of it were observed in “{}” ({observed}); in another unit they would mean something else. Add an indicator in the other unit.",
                        text::brief(&page.unit, 40)
                    ),
                ).about("unit"));
            }
        }
        patch(tx, at, Indicator::name, self.name.as_deref(), Take::Required("name of the indicator"))?;
        patch(tx, at, Indicator::unit, self.unit.as_deref(), Take::Required("unit"))?;
        patch_word::<Direction>(tx, at, Indicator::direction, self.direction.as_deref(), false)?;
        patch(tx, at, Indicator::definition, self.definition.as_deref(), Take::Paragraph)?;
        let unit = self.unit.as_deref().map_or(page.unit, str::to_owned);
        patch_number(tx, at, Indicator::baseline, self.baseline.as_deref(), &unit)?;
        patch(tx, at, Indicator::baseline_on, self.baseline_on.as_deref(), Take::Day)?;
        patch_number(tx, at, Indicator::target, self.target.as_deref(), &unit)?;
        patch(tx, at, Indicator::target_on, self.target_on.as_deref(), Take::Day)?;
        let page = tx.reader().indicator(at.rid, tx.today())?;
        in_order(page.baseline_on, page.target_on)
    }
}

fn patch_number(tx: &mut Tx<'_>, at: Ref, field: Field, said: Option<&str>, unit: &str) -> Result<()> {
    if let Some(said) = said {
        let value = if said.trim() == NONE { Value::Null } else { Value::Text(in_unit(said, None, unit)?) };
        tx.set(at, field, &value)?;
    }
    Ok(())
}

command! {
    /// Says that an indicator speaks of a further recommendation or commitment.
    pub struct LinkIndicator {
        /// Name, reference or id of the indicator.
        pub indicator: String,
        /// Reference or id of the item.
        pub item: String,
    }
}

impl Edit for LinkIndicator {
    type Reply = Created;
    fn run(self, tx: &mut Tx<'_>) -> Result<Created> {
        let indicator = find(tx, &self.indicator, Kind::Indicator).about("indicator")?;
        let at = link(tx, indicator, &self.item).about("item")?;
        Created::of(tx, at)
    }
}

command! {
    /// Records what was observed of an indicator on a day. Another value of the same day and category stays beside it.
    pub struct Observe {
        /// Name, reference or id of the indicator.
        pub indicator: String,
        /// The value, with or without its unit: 45, 1 234,5, 45 %.
        #[cfg_attr(feature = "clap", arg(allow_hyphen_values = true))]
        pub value: String,
        /// The unit in which it was said; refused if it is not the indicator's.
        #[cfg_attr(feature = "clap", arg(long))]
        pub unit: Option<String>,
        /// The day that it speaks of; today if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub on: Option<String>,
        /// Who says so.
        #[cfg_attr(feature = "clap", arg(long))]
        pub source: Option<String>,
        /// Sex, component or another division that it is of; of the whole if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub category: Option<String>,
        /// The evidence that it stands in.
        #[cfg_attr(feature = "clap", arg(long))]
        pub evidence: Option<String>,
        /// A remark.
        #[cfg_attr(feature = "clap", arg(long))]
        pub note: Option<String>,
    }
}

impl Edit for Observe {
    type Reply = Created;
    fn run(self, tx: &mut Tx<'_>) -> Result<Created> {
        let indicator = find(tx, &self.indicator, Kind::Indicator).about("indicator")?;
        let page = tx.reader().indicator(indicator.rid, tx.today())?;
        let row = Observation {
            indicator,
            on_day: act_day(tx, "observation", self.on.as_deref()).about("on")?,
            value: in_unit(&self.value, self.unit.as_deref(), &page.unit).about("value")?,
            category: line(self.category.as_deref()).about("category")?,
            source: line(self.source.as_deref()).about("source")?,
            evidence: crate::values::find_opt(tx, self.evidence.as_deref(), Kind::Evidence).about("evidence")?,
            note: paragraph(self.note.as_deref()).about("note")?,
            corrects: None,
            reason: None,
            stamp: tx.stamp(),
        };
        let known = page
            .series
            .iter()
            .flat_map(|s| &s.points)
            .any(|o| o.on == row.on_day && o.value == row.value && o.category == row.category && o.source == row.source);
        if known {
            return Err(Error::refuse(
                "on_file",
                format!("This value of {} is on file already, from the same source.", row.on_day),
            ));
        }
        create(tx, &row)
    }
}

command! {
    /// Corrects an observed value, for a reason. The new value takes the place of the old one, which stays on record. What is not given stays; none clears it.
    pub struct CorrectObservation {
        /// Id of the observation.
        pub observation: String,
        /// The right value.
        #[cfg_attr(feature = "clap", arg(long, allow_hyphen_values = true))]
        pub value: Option<String>,
        /// The unit in which it was said; refused if it is not the indicator's.
        #[cfg_attr(feature = "clap", arg(long))]
        pub unit: Option<String>,
        /// The right day.
        #[cfg_attr(feature = "clap", arg(long))]
        pub on: Option<String>,
        /// Who says so, or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub source: Option<String>,
        /// The right division, or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub category: Option<String>,
        /// The evidence that it stands in, or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub evidence: Option<String>,
        /// A remark, or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub note: Option<String>,
        /// Why it is corrected.
        #[cfg_attr(feature = "clap", arg(long))]
        pub reason: String,
    }
}

impl Edit for CorrectObservation {
    type Reply = Created;
    fn run(self, tx: &mut Tx<'_>) -> Result<Created> {
        let at = find(tx, &self.observation, Kind::Observation).about("observation")?;
        let (indicator, was) = tx.reader().observation(at.rid)?;
        if was.corrected_by.is_some() {
            return Err(Error::refuse("corrected", "Another value took the place of this one already. Correct that one."));
        }
        let page = tx.reader().indicator(indicator, tx.today())?;
        let or_was = |said: Option<String>, was: Option<String>| match said.as_deref().map(str::trim) {
            None => Ok(was),
            Some(NONE) => Ok(None),
            Some(said) => line(Some(said)),
        };
        let evidence = match self.evidence.as_deref().map(str::trim) {
            Some(NONE) => None,
            Some(said) => Some(find(tx, said, Kind::Evidence)?),
            None => was.evidence.as_ref().map(|e| find(tx, &e.id.to_string(), Kind::Evidence)).transpose()?,
        };
        let row = Observation {
            indicator: find(tx, &page.id.to_string(), Kind::Indicator)?,
            on_day: act_day(tx, "observation", Some(&self.on.unwrap_or_else(|| was.on.to_string()))).about("on")?,
            value: match &self.value {
                Some(said) => in_unit(said, self.unit.as_deref(), &page.unit).about("value")?,
                None => was.value.clone(),
            },
            category: or_was(self.category, was.category.clone()).about("category")?,
            source: or_was(self.source, was.source.clone()).about("source")?,
            evidence,
            note: or_was(self.note, was.note.clone()).about("note")?,
            corrects: Some(at),
            reason: Some(text::required("reason for the correction", &self.reason).about("reason")?),
            stamp: tx.stamp(),
        };
        let same = row.on_day == was.on
            && row.value == was.value
            && row.category == was.category
            && row.source == was.source
            && row.note == was.note
            && row.evidence.map(|e| e.id) == was.evidence.map(|e| e.id);
        if same {
            return Err(Error::refuse("same", "That is what is on file already. Say what is to be corrected."));
        }
        let made = create(tx, &row)?;
        // What is not for export does not become so by a correction.
        if was.private {
            let at = find(tx, &made.id.to_string(), Kind::Observation)?;
            tx.set(at, followthrough_model::record::item::PRIVATE, &true.value())?;
        }
        Ok(made)
    }
}

command! {
    /// Lists the indicators by name, each with its values until the day asked about.
    pub struct Indicators {
        /// At most so many; 100 if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub limit: Option<u32>,
        /// After so many.
        #[cfg_attr(feature = "clap", arg(long))]
        pub offset: Option<u32>,
    }
}

#[derive(Debug, Serialize, TS)]
pub struct IndicatorsReply {
    pub total: u32,
    pub items: Vec<IndicatorBrief>,
}

impl Query for Indicators {
    type Reply = IndicatorsReply;
    const READS: &'static [Kind] =
        &[Kind::Indicator, Kind::IndicatorOf, Kind::Observation, Kind::Commitment, Kind::Recommendation];
    fn run(self, r: &Reader<'_>, at: &At) -> Result<IndicatorsReply> {
        let (total, items) = r.indicators(at.as_of, self.limit.unwrap_or(100), self.offset.unwrap_or(0))?;
        Ok(IndicatorsReply { total, items })
    }
}
