//! What was said about when, in all its kinds, and dues that move.

use super::Desk;
use chrono::{Datelike, Days};
use followthrough_model::due::{Due as Said, DueKind, month_end, quarter};
use followthrough_model::record::Due;
use followthrough_model::{Day, Ref};
use followthrough_store::{Result, Tx};

impl Desk<'_> {
    /// A due said on a day: half a year to five years later, or without a day.
    pub(super) fn due(&mut self, on: Day) -> Option<Said> {
        let last = Day::from_ymd_opt(2027, 12, 31).unwrap_or(on);
        let by = (on + Days::new(180 + self.chance.below(1_600) as u64)).min(last);
        let kinds = [
            (None, 4),
            (Some(DueKind::Stage), 3),
            (Some(DueKind::Condition), 3),
            (Some(DueKind::Day), 26),
            (Some(DueKind::Month), 18),
            (Some(DueKind::Quarter), 12),
            (Some(DueKind::Year), 12),
            (Some(DueKind::Window), 14),
            (Some(DueKind::Event), 5),
            (Some(DueKind::Recurring), 3),
        ];
        let kind = self.chance.weighted(&kinds)?;
        let (year, month) = (by.year(), by.month());
        let stretch = |words: String, from: Option<Day>, to: Option<Day>| Said::stretch(kind, &words, from?, to?).ok();
        match kind {
            DueKind::Month => stretch(by.format("%B %Y").to_string(), by.with_day(1), month_end(year, month)),
            DueKind::Quarter => {
                let n = month.div_ceil(3);
                let (from, to) = quarter(year, n)?;
                stretch(format!("Q{n} {year}"), Some(from), Some(to))
            }
            DueKind::Year => stretch(year.to_string(), Day::from_ymd_opt(year, 1, 1), Day::from_ymd_opt(year, 12, 31)),
            DueKind::Window => {
                stretch(format!("{}-{year}", year - 2), Day::from_ymd_opt(year - 2, 1, 1), Day::from_ymd_opt(year, 12, 31))
            }
            DueKind::Event => {
                let offset_days = *self.chance.one_of(&[0, 10, 30]);
                Some(Said {
                    before: self.chance.percent(50),
                    offset_days,
                    ..Said::words_only(kind, "by the ministerial meeting")
                })
            }
            DueKind::Recurring => {
                Some(Said { from: Some(by), every_months: Some(6), ..Said::words_only(kind, "every six months") })
            }
            DueKind::Stage | DueKind::Condition | DueKind::None => {
                let words = self.phrase(4);
                Some(Said::words_only(kind, &format!("when {words}")))
            }
            DueKind::Day => stretch(by.to_string(), Some(by), Some(by)),
        }
    }

    pub(super) fn move_due(&mut self, tx: &mut Tx<'_>, of: usize, day: Day) -> Result<()> {
        let by = day + Days::new(90 + self.chance.below(700) as u64);
        let Ok(said) = Said::stretch(DueKind::Day, &by.to_string(), by, by) else { return Ok(()) };
        let (at, reason, stamp) = (self.commitments[of].at, self.sentence(5, 12), tx.stamp());
        self.insert(tx, &due_row(at, said, None, Some(day), Some(reason), stamp))?;
        Ok(())
    }
}

pub(super) fn due_row(
    of: Ref,
    said: Said,
    event: Option<Ref>,
    decided_on: Option<Day>,
    reason: Option<String>,
    stamp: i64,
) -> Due {
    Due {
        of,
        kind: said.kind,
        stated: said.stated,
        from_day: said.from,
        to_day: said.to,
        event,
        before: said.before,
        offset_days: said.offset_days,
        every_months: said.every_months,
        decided_on,
        decider: None,
        reason,
        stamp,
    }
}
