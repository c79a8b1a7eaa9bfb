//! Rates with what they are out of, every figure with the filter of the list that it counts.
//!
//! Does not count (the store does) nor show the lists; `List` does, with that filter.

use crate::door::{At, Query, command};
use crate::lists::group;
use followthrough_model::Kind;
use followthrough_model::vocabulary::ListKind;
use followthrough_store::read::rates::{RatesArgs, RatesReply};
use followthrough_store::{Reader, Result};

/// Groups on a page if no limit is given.
const PAGE: u32 = 20;
/// The most groups on a page: all are counted in one statement.
const MOST: u32 = 100;

command! {
    /// Says how many recommendations were accepted, how many of those are implemented, and where commitments stand.
    pub struct Rates {
        /// Only what this admits, as in list recommendations --filter.
        #[cfg_attr(feature = "clap", arg(long))]
        pub filter: Option<String>,
        /// Also by lead, source, theme, status, health, level, priority, force, handler, kind, month, decision or #field.
        #[cfg_attr(feature = "clap", arg(long))]
        pub group: Option<String>,
        /// At most so many groups; 20 if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub limit: Option<u32>,
        /// After so many groups.
        #[cfg_attr(feature = "clap", arg(long))]
        pub offset: Option<u32>,
    }
}

impl Query for Rates {
    type Reply = RatesReply;
    const READS: &'static [Kind] = Kind::ALL;
    fn run(self, r: &Reader<'_>, at: &At) -> Result<RatesReply> {
        let group = group(r, self.group.as_deref(), ListKind::Recommendations)?;
        r.rates(&RatesArgs {
            as_of: at.as_of,
            today: at.today,
            filter: self.filter.as_deref().unwrap_or_default(),
            group: group.as_ref(),
            limit: self.limit.unwrap_or(PAGE).min(MOST),
            offset: self.offset.unwrap_or(0),
        })
    }
}
