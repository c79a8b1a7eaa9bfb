//! A clock that stands still until it is set, and whose chance comes from a seed.

use crate::Chance;
use followthrough_model::Day;
use followthrough_store::Clock;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering::Relaxed};

#[derive(Debug)]
pub struct StillClock {
    ms: AtomicI64,
    /// How many random numbers were given out.
    given: AtomicU64,
    seed: u64,
}

impl StillClock {
    pub const fn on(day: Day, seed: u64) -> Self {
        Self { ms: AtomicI64::new(ms_of(day)), given: AtomicU64::new(0), seed }
    }

    /// Nine o'clock on that day.
    pub fn set(&self, day: Day) {
        self.ms.store(ms_of(day), Relaxed);
    }
}

const fn ms_of(day: Day) -> i64 {
    const NINE: i64 = 9 * 3_600_000;
    day.signed_duration_since(Day::from_ymd_opt(1970, 1, 1).expect("a day of the calendar")).num_days() * 86_400_000 + NINE
}

impl Clock for StillClock {
    fn now_ms(&self) -> i64 {
        self.ms.load(Relaxed)
    }

    fn today(&self) -> Day {
        chrono::DateTime::from_timestamp_millis(self.now_ms()).unwrap_or_default().date_naive()
    }

    fn random(&self) -> u128 {
        let mut chance = Chance::of(self.seed ^ self.given.fetch_add(1, Relaxed).wrapping_mul(0xD6E8_FEB8_6659_FD93));
        (u128::from(chance.bits()) << 64) | u128::from(chance.bits())
    }
}
