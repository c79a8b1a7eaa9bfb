//! Lists: what is overdue, commitments by queue, recommendations, actors, sources; filtered, grouped, page by page.
//!
//! Does not hold SQL (the store does) nor the language of the filter (the model does).

use crate::door::{At, Query, command};
use followthrough_model::filter::{Filter, Group as GroupBy};
use followthrough_model::vocabulary::{ListKind, Queue};
use followthrough_model::{Day, Kind};
use followthrough_store::read::actor::ActorRow;
use followthrough_store::read::bands::AgeBand;
use followthrough_store::read::group::Group;
use followthrough_store::read::listing::{ListArgs, ListHead};
use followthrough_store::read::overdue::{OverdueArgs, OverdueReply};
use followthrough_store::read::recommendation::RecommendationRow;
use followthrough_store::read::row::CommitmentRow;
use followthrough_store::read::sort::{SortKey, read as read_sort};
use followthrough_store::read::source::SourceRow;
use followthrough_store::{Error, Reader, Result};
use serde::Serialize;
use std::time::Duration;
use ts_rs::TS;

/// Rows of a list if no limit is given.
pub(crate) const PAGE: u32 = 100;

/// The kinds on which a list of commitments depends.
pub(crate) const COMMITMENTS: &[Kind] = &[
    Kind::Commitment,
    Kind::CommitmentActor,
    Kind::Answer,
    Kind::Due,
    Kind::Update,
    Kind::Verification,
    Kind::Evidence,
    Kind::EvidenceUse,
    Kind::Actor,
    Kind::Recommendation,
    Kind::Source,
    Kind::Event,
    Kind::EventDate,
    Kind::ThemeOf,
    Kind::Crosswalk,
    Kind::Addressee,
    Kind::Decision,
    Kind::Flag,
    Kind::CustomValue,
];

/// The actor that an argument names, where it is given.
pub(crate) fn actor(r: &Reader<'_>, said: Option<&str>) -> Result<Option<i64>> {
    said.map(|said| Ok(r.find(said, &[Kind::Actor])?.at.rid)).transpose()
}

/// The source that an argument names, where it is given.
pub(crate) fn source(r: &Reader<'_>, said: Option<&str>) -> Result<Option<i64>> {
    said.map(|said| Ok(r.find(said, &[Kind::Source])?.at.rid)).transpose()
}

/// The filter that was typed.
pub(crate) fn filter(r: &Reader<'_>, said: Option<&str>, list: ListKind, at: &At) -> Result<Option<Filter>> {
    said.map(|said| r.filter(said, list, at.today)).transpose()
}

/// The way to group that was typed.
pub(crate) fn group(r: &Reader<'_>, said: Option<&str>, list: ListKind) -> Result<Option<GroupBy>> {
    said.map(|said| Ok(GroupBy::parse(said, &r.own_fields(list)?)?)).transpose()
}

/// The columns to sort by that were typed.
fn sort(said: Option<&str>, list: ListKind) -> Result<Vec<SortKey>> {
    read_sort(said.unwrap_or_default(), list)
}

fn time(within: Option<u32>) -> Option<Duration> {
    within.map(|ms| Duration::from_millis(ms.into()))
}

command! {
    /// What is overdue, oldest first.
    pub struct Overdue {
        /// At most so many rows; 100 if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub limit: Option<u32>,
        /// After so many rows.
        #[cfg_attr(feature = "clap", arg(long))]
        pub offset: Option<u32>,
        /// Group by lead, the group with the oldest due first.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<bool>")]
        #[serde(default)]
        pub by_lead: bool,
        /// Only those of this lead.
        #[cfg_attr(feature = "clap", arg(long))]
        pub lead: Option<String>,
        /// Only those whose main recommendation is of this source.
        #[cfg_attr(feature = "clap", arg(long))]
        pub source: Option<String>,
        /// Only what this admits, as in: list commitments --filter 'lead:DPO theme:"women, peace and security"'.
        #[cfg_attr(feature = "clap", arg(long))]
        pub filter: Option<String>,
        /// Group by lead, source, theme, status, health, level, priority, force, handler, kind, month, decision or #field.
        #[cfg_attr(feature = "clap", arg(long))]
        pub group: Option<String>,
        /// Sort by up to four columns, such as lead,-due; a - before what goes down.
        #[cfg_attr(feature = "clap", arg(long, allow_hyphen_values = true))]
        pub sort: Option<String>,
        /// Milliseconds in which all that is admitted is counted; where that takes longer the reply says that it was not. Not for groups.
        #[cfg_attr(feature = "clap", arg(skip))]
        pub within: Option<u32>,
    }
}

impl Query for Overdue {
    type Reply = OverdueReply;
    const READS: &'static [Kind] = COMMITMENTS;
    fn run(self, r: &Reader<'_>, at: &At) -> Result<OverdueReply> {
        let list = ListKind::Commitments;
        let filter = filter(r, self.filter.as_deref(), list, at)?;
        let group = group(r, self.group.as_deref().or(self.by_lead.then_some("lead")), list)?;
        r.overdue(&OverdueArgs {
            as_of: Some(at.as_of),
            today: Some(at.today),
            lead: actor(r, self.lead.as_deref())?,
            source: source(r, self.source.as_deref())?,
            filter: filter.as_ref(),
            group: group.as_ref(),
            sort: &sort(self.sort.as_deref(), list)?,
            within: time(self.within),
            limit: self.limit.unwrap_or(PAGE),
            offset: self.offset.unwrap_or(0),
        })
    }
}

command! {
    /// Lists recommendations, commitments, actors or sources.
    pub struct List {
        /// What to list.
        #[cfg_attr(feature = "clap", arg(required_unless_present = "view"))]
        pub kind: Option<ListKind>,
        /// At most so many rows; 100 if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub limit: Option<u32>,
        /// After so many rows.
        #[cfg_attr(feature = "clap", arg(long))]
        pub offset: Option<u32>,
        /// Only this queue; `not_taken_up` and `no_owner` are queues of recommendations.
        #[cfg_attr(feature = "clap", arg(long))]
        pub queue: Option<Queue>,
        /// Only those of this source.
        #[cfg_attr(feature = "clap", arg(long))]
        pub source: Option<String>,
        /// Of commitments: only those of this lead.
        #[cfg_attr(feature = "clap", arg(long))]
        pub lead: Option<String>,
        /// Only what this admits: terms side by side, such as 'lead:DPO status:open due<2024-01-01 theme:"protection"'.
        #[cfg_attr(feature = "clap", arg(long))]
        pub filter: Option<String>,
        /// Group by lead, source, theme, status, health, level, priority, force, handler, kind, month, decision or #field.
        #[cfg_attr(feature = "clap", arg(long))]
        pub group: Option<String>,
        /// Sort by up to four columns, such as lead,-due; a - before what goes down. A wrong name lists those of the list.
        #[cfg_attr(feature = "clap", arg(long, allow_hyphen_values = true))]
        pub sort: Option<String>,
        /// Milliseconds in which all that is admitted is counted; where that takes longer the reply says that it was not. Not for groups.
        #[cfg_attr(feature = "clap", arg(skip))]
        pub within: Option<u32>,
        /// A saved view: its list, filter and groups, with whatever else is asked here on top.
        #[cfg_attr(feature = "clap", arg(long))]
        pub view: Option<String>,
    }
}

/// One page of a list. Only the rows that were asked for are filled.
#[derive(Debug, Default, Serialize, TS)]
pub struct ListReply {
    pub as_of: Day,
    /// All were counted; else `total` is how many there are at least, and nothing is known of ages.
    pub counted: bool,
    pub total: u32,
    /// By age, youngest first; of what is to come, nearest first. Of commitments and recommendations; not of all there are,
    /// nor of what is closed.
    pub bands: Vec<AgeBand>,
    /// Whose age is not known, and which therefore stand in no band.
    pub undated: u32,
    /// Empty unless grouped.
    pub groups: Vec<Group>,
    /// The filter in its canonical form.
    pub filter: Option<String>,
    pub commitments: Vec<CommitmentRow>,
    pub recommendations: Vec<RecommendationRow>,
    pub actors: Vec<ActorRow>,
    pub sources: Vec<SourceRow>,
}

impl Query for List {
    type Reply = ListReply;
    const READS: &'static [Kind] = Kind::ALL;
    fn run(mut self, r: &Reader<'_>, at: &At) -> Result<ListReply> {
        if let Some(said) = &self.view {
            let view = r.find(said, &[Kind::SavedView])?.at.id;
            if let Some(view) = r.views()?.into_iter().find(|known| known.id == view) {
                self.kind = Some(view.list);
                self.filter = Some([Some(view.filter), self.filter].into_iter().flatten().collect::<Vec<_>>().join(" "));
                self.group = self.group.or(view.group);
            }
        }
        let Some(list) = self.kind else {
            return Err(Error::refuse("arguments", "Say what to list: recommendations, commitments, actors or sources."));
        };
        let (limit, offset) = (self.limit.unwrap_or(PAGE), self.offset.unwrap_or(0));
        let filter = filter(r, self.filter.as_deref(), list, at)?;
        let group = group(r, self.group.as_deref(), list)?;
        let sort = sort(self.sort.as_deref(), list)?;
        let mut reply = ListReply { as_of: at.as_of, filter: filter.as_ref().map(Filter::to_string), ..ListReply::default() };
        let args = ListArgs {
            lead: actor(r, self.lead.as_deref())?,
            source: source(r, self.source.as_deref())?,
            filter: filter.as_ref(),
            group: group.as_ref(),
            sort: &sort,
            within: time(self.within),
            limit,
            offset,
            ..ListArgs::of(list, self.queue.unwrap_or(Queue::All), at.as_of, at.today)
        };
        let mut head = ListHead::default();
        match list {
            ListKind::Commitments => (head, reply.commitments) = r.commitments(&args)?,
            ListKind::Recommendations => (head, reply.recommendations) = r.recommendations(&args)?,
            ListKind::Actors => {
                head.counted = true;
                (head.total, reply.actors) = r.actors(at.as_of, at.today, args.filter, args.sort, (limit, offset))?;
            }
            ListKind::Sources => {
                head.counted = true;
                (head.total, reply.sources) = r.sources(at.as_of, at.today, args.filter, args.sort, (limit, offset))?;
            }
        }
        (reply.counted, reply.total) = (head.counted, head.total);
        (reply.bands, reply.undated, reply.groups) = (head.bands, head.undated, head.groups);
        Ok(reply)
    }
}
