//! Times taken in turns, so that what disturbs the machine disturbs both sides, and the table of figures.

use serde_json::{Value, json};
use std::time::Instant;

/// How the time of a thing is told.
pub(crate) fn ms(act: impl FnOnce()) -> f64 {
    let begun = Instant::now();
    act();
    begun.elapsed().as_secs_f64() * 1000.0
}

/// The middle one.
pub(crate) fn median(mut of: Vec<f64>) -> f64 {
    of.sort_by(f64::total_cmp);
    of.get(of.len() / 2).copied().unwrap_or(0.0)
}

/// Medians of ours and of the limit, in milliseconds: once each to warm up, then in turns, each first every other time.
pub(crate) fn in_turns(rounds: usize, mut ours: impl FnMut(usize), mut limit: impl FnMut(usize)) -> (f64, f64) {
    let (mut a, mut b) = (Vec::new(), Vec::new());
    for round in 0..=rounds {
        let (x, y);
        if round.is_multiple_of(2) {
            x = ms(|| ours(round));
            y = ms(|| limit(round));
        } else {
            y = ms(|| limit(round));
            x = ms(|| ours(round));
        }
        if round > 0 {
            a.push(x);
            b.push(y);
        }
    }
    (median(a), median(b))
}

/// One line of the table.
pub(crate) struct Figure {
    pub name: String,
    pub ours: f64,
    /// What it is compared with: the hand-written way, or the most that is allowed.
    pub limit: f64,
    /// The most that ours may be, in limits; nothing: told for comparison only.
    pub allowed: Option<f64>,
    pub unit: &'static str,
}

impl Figure {
    pub(crate) fn new(name: impl Into<String>, (ours, limit): (f64, f64), allowed: f64) -> Self {
        Self { name: name.into(), ours, limit, allowed: Some(allowed), unit: "ms" }
    }

    /// For comparison only.
    pub(crate) fn told(name: impl Into<String>, (ours, limit): (f64, f64)) -> Self {
        Self { name: name.into(), ours, limit, allowed: None, unit: "ms" }
    }

    /// A figure with a bound of its own.
    pub(crate) fn bound(name: impl Into<String>, ours: f64, limit: f64, unit: &'static str) -> Self {
        Self { name: name.into(), ours, limit, allowed: Some(1.0), unit }
    }

    pub(crate) fn ratio(&self) -> f64 {
        self.ours / self.limit
    }

    fn verdict(&self) -> &'static str {
        match self.allowed {
            None => "told only",
            Some(allowed) if self.ratio() <= allowed => "held",
            Some(_) => "MISSED",
        }
    }

    pub(crate) fn json(&self) -> Value {
        let short = |n: f64| (n * 10_000.0).round() / 10_000.0;
        json!({ "name": self.name, "ours": short(self.ours), "limit": short(self.limit), "ratio": short(self.ratio()), "allowed": self.allowed, "unit": self.unit })
    }

    pub(crate) fn print(&self) {
        let allowed = self.allowed.map_or_else(|| "-".to_owned(), |a| format!("{a:.1}"));
        println!(
            "{:<58} {:>10.3} {:>10.3} {:<5} {:>6.2} {:>7}  {}",
            self.name,
            self.ours,
            self.limit,
            self.unit,
            self.ratio(),
            allowed,
            self.verdict()
        );
    }
}

pub(crate) fn heading() {
    println!("{:<58} {:>10} {:>10} {:<5} {:>6} {:>7}", "", "ours", "limit", "", "ratio", "allowed");
}
