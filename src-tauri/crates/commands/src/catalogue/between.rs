//! Loading what stands between the sources: crosswalks, links, indicators with their figures, mechanisms as evidence.

use super::Loading;
use crate::sets::{crosswalk_id, link_id};
use followthrough_import::catalogue::{Between, Indicator, Instrument, pair_uuid, seed_uuid};
use followthrough_model::record::{Crosswalk, Evidence, EvidenceUse, Indicator as IndicatorRow, IndicatorOf, Link, Observation};
use followthrough_model::vocabulary::{EvidenceKind, Stance};
use followthrough_store::Result;

impl Loading<'_, '_> {
    pub(super) fn between(&mut self, between: &Between) -> Result<()> {
        for tie in &between.crosswalks {
            let (theme, other) = (self.seed(&tie.from)?, self.seed(&tie.to)?);
            let row = |_: &mut Self| Ok(Crosswalk { theme, other, kind: tie.kind, reason: tie.reason.clone() });
            let (_, made) = self.row(crosswalk_id(theme, other), row)?;
            self.added.crosswalks += u32::from(made);
        }
        for tie in &between.links {
            let (of, other) = (self.seed(&tie.from)?, self.seed(&tie.to)?);
            let row = |_: &mut Self| Ok(Link { of, other, kind: tie.kind, reason: tie.reason.clone() });
            let (_, made) = self.row(link_id(of, other, tie.kind), row)?;
            self.added.links += u32::from(made);
        }
        for indicator in &between.indicators {
            self.indicator(indicator)?;
        }
        for instrument in &between.instruments {
            self.instrument(instrument)?;
        }
        Ok(())
    }

    fn indicator(&mut self, indicator: &Indicator) -> Result<()> {
        let figure = |figure: &Option<(String, _)>| figure.clone().unzip();
        let ((baseline, baseline_on), (target, target_on)) = (figure(&indicator.baseline), figure(&indicator.target));
        let (at, made) = self.row(seed_uuid(&indicator.seed), |_| {
            Ok(IndicatorRow {
                name: indicator.name.clone(),
                definition: Some(indicator.definition.clone()),
                unit: indicator.unit.clone(),
                direction: indicator.direction,
                baseline,
                baseline_on: baseline_on.flatten(),
                target,
                target_on: target_on.flatten(),
            })
        })?;
        self.added.indicators += u32::from(made);
        for item in &indicator.of {
            let of = self.seed(item)?;
            self.row(pair_uuid("indicator", at.id, of.id), |_| Ok(IndicatorOf { indicator: at, of }))?;
        }
        for figure in &indicator.observations {
            self.row(seed_uuid(&figure.seed), |this| {
                Ok(Observation {
                    indicator: at,
                    on_day: figure.on,
                    value: figure.value.clone(),
                    category: figure.category.clone(),
                    source: Some(figure.source.clone()),
                    evidence: None,
                    note: figure.note.clone(),
                    corrects: None,
                    reason: None,
                    stamp: this.tx.stamp(),
                })
            })?;
        }
        Ok(())
    }

    fn instrument(&mut self, instrument: &Instrument) -> Result<()> {
        let (at, made) = self.row(seed_uuid(&instrument.seed), |_| {
            Ok(Evidence {
                kind: EvidenceKind::Mechanism,
                title: instrument.title.clone(),
                target: Some(instrument.summary.clone()),
                sha256: None,
                speaks_of: None,
                independent: false,
            })
        })?;
        self.added.mechanisms += u32::from(made);
        for item in &instrument.named_in {
            let of = self.seed(item)?;
            self.row(pair_uuid("named", at.id, of.id), |_| {
                Ok(EvidenceUse { evidence: at, of, page: None, stance: Stance::Context, level: None })
            })?;
        }
        Ok(())
    }
}
