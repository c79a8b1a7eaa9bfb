//! Ages in bands: how many have waited how long. One shape for every queue.
//!
//! Does not count; each queue does, over its own index.

use followthrough_model::Day;

/// How many are so many days old.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct AgeBand {
    pub from_days: u32,
    pub to_days: Option<u32>,
    pub count: u32,
}

/// Bounds of the bands, in days, of what is reckoned in years.
pub(crate) const YEARS: [u32; 3] = [365, 730, 1095];
/// Bounds of the bands, in days, of what should take weeks.
pub(crate) const WEEKS: [u32; 3] = [30, 90, 365];

/// The bands, youngest first, out of the total and how many are within the first, the first two, the first three.
/// `least`: the youngest age that there is.
pub(crate) fn bands(least: u32, bounds: [u32; 3], total: u32, within: [u32; 3]) -> Vec<AgeBand> {
    let mut bands = Vec::with_capacity(4);
    let (mut from_days, mut counted) = (least, 0);
    for (to, within) in bounds.into_iter().zip(within) {
        bands.push(AgeBand { from_days, to_days: Some(to), count: within.saturating_sub(counted) });
        (from_days, counted) = (to + 1, within);
    }
    bands.push(AgeBand { from_days, to_days: None, count: total.saturating_sub(counted) });
    bands
}

/// The day so many days before.
pub(crate) fn days_before(as_of: Day, days: u32) -> Day {
    as_of.checked_sub_days(chrono::Days::new(u64::from(days))).unwrap_or(as_of)
}

/// Whole days from one day to a later one; nothing where it is not later.
pub(crate) fn days_since(from: Option<Day>, as_of: Day) -> Option<u32> {
    u32::try_from((as_of - from?).num_days()).ok()
}
