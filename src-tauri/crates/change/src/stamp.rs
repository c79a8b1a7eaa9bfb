//! A hybrid logical clock: wall time where it moves on, a counter where it does not, so that acts have an order even
//! when the machine's clock is set back.
//!
//! Milliseconds since 1970 in the upper 48 bits, a counter in the lower 16, as one positive integer.

/// When an act happened, in an order that never goes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp(i64);

impl Stamp {
    pub const ZERO: Self = Self(0);

    pub const fn from_i64(value: i64) -> Self {
        Self(value)
    }

    pub const fn as_i64(self) -> i64 {
        self.0
    }

    /// The stamp after this one, at wall time `now_ms` (milliseconds since 1970).
    #[must_use]
    pub fn next(self, now_ms: i64) -> Self {
        Self((now_ms.clamp(0, i64::MAX >> 16) << 16).max(self.0.saturating_add(1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn never_goes_back(times in proptest::collection::vec(any::<i64>(), 1..200)) {
            let mut stamp = Stamp::ZERO;
            for now in times {
                let next = stamp.next(now);
                prop_assert!(next > stamp || stamp.as_i64() == i64::MAX || next.as_i64() == i64::MAX >> 16 << 16);
                stamp = next;
            }
        }

        #[test]
        fn follows_the_wall_clock(now in 0_i64..=4_000_000_000_000) {
            prop_assert_eq!(Stamp::ZERO.next(now).as_i64() >> 16, now.max(0));
        }
    }
}
