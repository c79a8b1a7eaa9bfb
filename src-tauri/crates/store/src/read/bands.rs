//! Ages: how many of a list are how old, in a few bands.
//!
//! Does not know lists; each says from which day its age counts.

use followthrough_model::Day;

/// How many are so many days old. Of what is to come: so many days away.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct AgeBand {
    pub from_days: u32,
    pub to_days: Option<u32>,
    pub count: u32,
}

/// Where the bands of a list end.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bands {
    /// The youngest that there can be.
    first: u32,
    /// The last day of each band but the open one.
    edges: &'static [u32],
    /// Days to go instead of days past; then nothing lies beyond the last edge.
    ahead: bool,
}

/// None, and nothing is counted for them: of all there is, and of what is done with, nothing presses by its age.
pub(crate) const NONE: Bands = Bands { first: 0, edges: &[], ahead: true };
/// Up to a year, two, three, and older.
pub(crate) const IN_YEARS: Bands = Bands { first: 1, edges: &[365, 730, 1095], ahead: false };
/// Up to a month, three, six, twelve, and older.
pub(crate) const MONTHS: Bands = Bands { first: 0, edges: &[30, 90, 180, 365], ahead: false };
/// From five years on.
pub(crate) const FROM_FIVE_YEARS: Bands = Bands { first: 1826, edges: &[2191, 2922, 3652], ahead: false };
/// The weeks of the next month.
pub(crate) const NEXT_30: Bands = Bands { first: 0, edges: &[7, 14, 30], ahead: true };
/// The next quarter.
pub(crate) const NEXT_90: Bands = Bands { first: 0, edges: &[7, 30, 60, 90], ahead: true };

impl Bands {
    /// The days at the edges, youngest first.
    pub(crate) fn days(&self, as_of: Day) -> impl Iterator<Item = Day> {
        let ahead = self.ahead;
        self.edges.iter().map(move |days| {
            let days = chrono::Days::new(u64::from(*days));
            let edge = if ahead { as_of.checked_add_days(days) } else { as_of.checked_sub_days(days) };
            edge.unwrap_or(as_of)
        })
    }

    /// Columns that count: those with an age, then for each edge those within it. `:b0` and so on are the edges.
    pub(crate) fn columns(&self, age: &str) -> String {
        if self.edges.is_empty() {
            return "count(*)".to_owned();
        }
        let sign = if self.ahead { "<=" } else { ">=" };
        (0..self.edges.len()).fold(format!("count({age})"), |all, n| format!("{all}, coalesce(sum({age} {sign} :b{n}), 0)"))
    }

    /// How many columns [`Bands::columns`] makes.
    pub(crate) const fn width(&self) -> usize {
        self.edges.len() + 1
    }

    /// The bands, out of what the columns counted.
    pub(crate) fn read(&self, counted: &[u32]) -> Vec<AgeBand> {
        let (all, within) = counted.split_first().map_or((0, counted), |(all, within)| (*all, within));
        let mut out = Vec::with_capacity(self.width());
        let (mut from_days, mut before) = (self.first, 0);
        for (edge, within) in self.edges.iter().zip(within) {
            out.push(AgeBand { from_days, to_days: Some(*edge), count: within.saturating_sub(before) });
            (from_days, before) = (edge + 1, *within);
        }
        if !self.ahead {
            out.push(AgeBand { from_days, to_days: None, count: all.saturating_sub(before) });
        }
        out
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_end_where_they_say() {
        let check = |bands: Bands, counted: &[u32], expect: &[(u32, Option<u32>, u32)]| {
            let got: Vec<_> = bands.read(counted).into_iter().map(|b| (b.from_days, b.to_days, b.count)).collect();
            assert_eq!(got, expect);
        };
        check(IN_YEARS, &[10, 1, 3, 6], &[(1, Some(365), 1), (366, Some(730), 2), (731, Some(1095), 3), (1096, None, 4)]);
        check(NEXT_30, &[5, 1, 2, 5], &[(0, Some(7), 1), (8, Some(14), 1), (15, Some(30), 3)]);
        let day = Day::from_ymd_opt(2026, 11, 20).unwrap_or_default();
        let days: Vec<String> = NEXT_30.days(day).map(|d| d.to_string()).collect();
        assert_eq!(days, ["2026-11-27", "2026-12-04", "2026-12-20"]);
        assert_eq!(IN_YEARS.days(day).next().map(|d| d.to_string()).as_deref(), Some("2025-11-20"));
    }
}
