//! Two days side by side: how the register stood on each, and which commitments stand otherwise.
//!
//! Does not tell what happened in between, nor who did it; `Changes` does.

use crate::door::{At, Query, command};
use crate::lists::filter;
use followthrough_model::vocabulary::{CompareKind, ListKind};
use followthrough_model::{Kind, parse_day};
use followthrough_store::read::compare::{CompareArgs, CompareReply};
use followthrough_store::{Error, Reader, Result};

/// Items of each sort, unless another number is asked for; and of one sort alone.
const FEW: u32 = 10;
const PAGE: u32 = 100;

command! {
    /// Compares how commitments stood at the end of two days: the counts at both, and which of them differ and how.
    pub struct Compare {
        /// The first day, such as 2026-01-01.
        pub from: String,
        /// The second day; the day asked about if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub to: Option<String>,
        /// Only of items that this admits, on each of the two days, as in list --filter.
        #[cfg_attr(feature = "clap", arg(long))]
        pub filter: Option<String>,
        /// Name items of this sort alone.
        #[cfg_attr(feature = "clap", arg(long))]
        pub what: Option<CompareKind>,
        /// At most so many items of each sort; 10 if not given, 100 of one sort.
        #[cfg_attr(feature = "clap", arg(long))]
        pub limit: Option<u32>,
        /// After so many items.
        #[cfg_attr(feature = "clap", arg(long))]
        pub offset: Option<u32>,
    }
}

impl Query for Compare {
    type Reply = CompareReply;
    const READS: &'static [Kind] = Kind::ALL;
    fn run(self, r: &Reader<'_>, at: &At) -> Result<CompareReply> {
        let from = parse_day(&self.from)?;
        let to = self.to.as_deref().map(parse_day).transpose()?.unwrap_or(at.as_of);
        if from > to {
            return Err(Error::refuse(
                "order",
                format!("{from} is after {to}. Give the earlier day first, so that the differences read forward in time."),
            ));
        }
        let filter = filter(r, self.filter.as_deref(), ListKind::Commitments, at)?;
        let limit = self.limit.unwrap_or(if self.what.is_some() { PAGE } else { FEW });
        r.compare(&CompareArgs {
            from,
            to,
            today: at.today,
            filter: filter.as_ref(),
            what: self.what,
            limit,
            offset: self.offset.unwrap_or(0),
        })
    }
}
