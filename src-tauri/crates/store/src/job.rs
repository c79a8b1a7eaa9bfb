//! Work that may take long, seen from outside: whether it is to stop, and how far it is.
//!
//! Does not know who waits for it, nor by what name.

use crate::{Error, Result};
use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// One act, edit or question under way.
#[derive(Debug, Default)]
pub struct Job {
    stop: AtomicBool,
    /// When the part that runs now gives up, where it may.
    gives_up: Mutex<Option<Instant>>,
    /// The stretch of the whole, in percent, that `of` steps are.
    from: AtomicU32,
    upto: AtomicU32,
    done: AtomicU64,
    of: AtomicU64,
}

impl Job {
    /// Has it end with [`Error::Cancelled`] at its next look, unless it is done by then.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    pub fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// Refused once it is to stop.
    pub fn check(&self) -> Result<()> {
        if self.is_stopped() { Err(Error::Cancelled) } else { Ok(()) }
    }

    /// Does a part that gives up after so long: what runs then ends as if the job were to stop.
    pub(crate) fn for_at_most<R>(&self, time: Duration, part: impl FnOnce() -> R) -> R {
        let set = |moment| std::mem::replace(&mut *self.gives_up.lock().unwrap_or_else(PoisonError::into_inner), moment);
        let before = set(Instant::now().checked_add(time));
        let done = part();
        set(before);
        done
    }

    /// Whether what runs now is to end: all of it, or a part that had its time.
    pub(crate) fn is_over(&self) -> bool {
        let moment = || *self.gives_up.lock().unwrap_or_else(PoisonError::into_inner);
        self.is_stopped() || moment().is_some_and(|moment| Instant::now() >= moment)
    }

    /// Begins a part: from one percentage of the whole to another, in so many steps.
    pub fn part(&self, Range { start, end }: Range<u32>, steps: impl TryInto<u64>) {
        self.done.store(0, Ordering::Relaxed);
        self.of.store(steps.try_into().unwrap_or(0), Ordering::Relaxed);
        self.from.store(start, Ordering::Relaxed);
        self.upto.store(end, Ordering::Relaxed);
    }

    /// One step more is done. Refused once it is to stop.
    pub fn step(&self) -> Result<()> {
        self.done.fetch_add(1, Ordering::Relaxed);
        self.check()
    }

    /// So many steps of the part are done, for those who cannot be refused.
    pub(crate) fn reached(&self, steps: u64) {
        self.done.store(steps, Ordering::Relaxed);
    }

    /// How far it is; nothing where it does not know.
    pub fn percent(&self) -> Option<u32> {
        let (from, upto) = (self.from.load(Ordering::Relaxed), self.upto.load(Ordering::Relaxed));
        let (done, of) = (self.done.load(Ordering::Relaxed), self.of.load(Ordering::Relaxed));
        if upto == 0 {
            return None;
        }
        let here = u64::from(upto.saturating_sub(from)) * done.min(of) / of.max(1);
        Some(from + u32::try_from(here).unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use super::{Duration, Job};

    #[test]
    fn how_far_it_is() {
        let job = Job::default();
        assert_eq!(job.percent(), None);
        let check = |percent, steps: u64, done, expect| {
            job.part(percent, steps);
            job.reached(done);
            assert_eq!(job.percent(), Some(expect));
        };
        check(0..50, 10, 0, 0);
        check(0..50, 10, 5, 25);
        check(0..50, 10, 11, 50);
        check(50..90, 4, 1, 60);
        check(90..100, 0, 0, 90);
    }

    #[test]
    fn a_part_gives_up_after_its_time_and_only_it() {
        let job = Job::default();
        assert!(job.for_at_most(Duration::ZERO, || job.is_over()));
        assert!(!job.is_over() && !job.is_stopped());
        assert!(!job.for_at_most(Duration::from_secs(60), || job.is_over()));
        job.stop();
        assert!(job.for_at_most(Duration::from_secs(60), || job.is_over()));
    }

    #[test]
    fn what_is_stopped_takes_no_further_step() {
        let job = Job::default();
        assert!(job.step().is_ok() && job.check().is_ok());
        job.stop();
        assert!(job.is_stopped() && job.step().is_err());
    }
}
