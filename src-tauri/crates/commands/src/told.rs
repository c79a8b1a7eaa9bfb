//! Lists of what updates told beside the progress: obstacles, escalations, good practices and lessons.

use crate::door::{At, Query, command};
use followthrough_model::vocabulary::Practice;
use followthrough_model::{Day, Kind};
use followthrough_store::read::told::{Told, ToldRow};
use followthrough_store::{Reader, Result};
use serde::Serialize;
use ts_rs::TS;

const READS: &[Kind] = &[Kind::Update, Kind::Commitment, Kind::CommitmentActor, Kind::Actor, Kind::Verification];

/// One page of what updates told, newest first.
#[derive(Debug, Serialize, TS)]
pub struct ToldReply {
    pub as_of: Day,
    pub total: u32,
    pub items: Vec<ToldRow>,
}

fn page(r: &Reader<'_>, at: &At, what: Told, limit: Option<u32>, offset: Option<u32>) -> Result<ToldReply> {
    let (total, items) = r.told_by_updates(what, at.as_of, at.today, limit.unwrap_or(100), offset.unwrap_or(0))?;
    Ok(ToldReply { as_of: at.as_of, total, items })
}

command! {
    /// What stands in the way, with what is needed and what is done about it, newest first.
    pub struct Obstacles {
        /// Only those of open commitments, the latest of each.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<bool>")]
        #[serde(default)]
        pub open: bool,
        /// At most so many; 100 if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub limit: Option<u32>,
        /// After so many.
        #[cfg_attr(feature = "clap", arg(long))]
        pub offset: Option<u32>,
    }
}

impl Query for Obstacles {
    type Reply = ToldReply;
    const READS: &'static [Kind] = READS;
    fn run(self, r: &Reader<'_>, at: &At) -> Result<ToldReply> {
        page(r, at, Told::Obstacles { open: self.open }, self.limit, self.offset)
    }
}

command! {
    /// What was taken up with somebody higher, and when, newest first.
    pub struct Escalations {
        /// At most so many; 100 if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub limit: Option<u32>,
        /// After so many.
        #[cfg_attr(feature = "clap", arg(long))]
        pub offset: Option<u32>,
    }
}

impl Query for Escalations {
    type Reply = ToldReply;
    const READS: &'static [Kind] = READS;
    fn run(self, r: &Reader<'_>, at: &At) -> Result<ToldReply> {
        page(r, at, Told::Escalations, self.limit, self.offset)
    }
}

command! {
    /// Good practices and lessons that updates mark for others, newest first.
    pub struct Practices {
        /// `good_practice` or lesson; both if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub kind: Option<Practice>,
        /// At most so many; 100 if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub limit: Option<u32>,
        /// After so many.
        #[cfg_attr(feature = "clap", arg(long))]
        pub offset: Option<u32>,
    }
}

impl Query for Practices {
    type Reply = ToldReply;
    const READS: &'static [Kind] = READS;
    fn run(self, r: &Reader<'_>, at: &At) -> Result<ToldReply> {
        page(r, at, Told::Practices(self.kind), self.limit, self.offset)
    }
}
