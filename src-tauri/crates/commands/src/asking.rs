//! Questions: pages, history, search, the numbers beside the views, the state of the file. Lists stand in `lists`.

use crate::door::{At, Query, command};
use followthrough_model::{Day, Kind};
use followthrough_store::read::actor::ActorPage;
use followthrough_store::read::commitment::CommitmentPage;
use followthrough_store::read::event::EventPage;
use followthrough_store::read::evidence::EvidencePage;
use followthrough_store::read::history::{ChangedReply, HistoryLine};
use followthrough_store::read::indicator::IndicatorPage;
use followthrough_store::read::recommendation::RecommendationPage;
use followthrough_store::read::request::RequestPage;
use followthrough_store::read::search::{SearchAsk, SearchReply};
use followthrough_store::read::series::SeriesPage;
use followthrough_store::read::source::SourcePage;
use followthrough_store::read::{StepBack, counts};
use followthrough_store::{CheckReply, Error, Reader, Result};
use serde::Serialize;
use ts_rs::TS;

command! {
    /// Everything about one item.
    pub struct Show {
        /// Reference or id of the item.
        pub item: String,
    }
}

/// The page of an item. An update or a milestone is shown on its commitment's page, a reminder on that of its request.
#[derive(Debug, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[allow(clippy::large_enum_variant)] // one at a time
pub enum ItemPage {
    Commitment(CommitmentPage),
    Recommendation(RecommendationPage),
    Actor(ActorPage),
    Source(SourcePage),
    Evidence(EvidencePage),
    Event(EventPage),
    Series(SeriesPage),
    Request(RequestPage),
    Indicator(IndicatorPage),
}

impl Query for Show {
    type Reply = ItemPage;
    const READS: &'static [Kind] = Kind::ALL;
    fn run(self, r: &Reader<'_>, at: &At) -> Result<ItemPage> {
        const PAGES: &[Kind] = &[
            Kind::Commitment,
            Kind::Recommendation,
            Kind::Actor,
            Kind::Source,
            Kind::Evidence,
            Kind::Update,
            Kind::Indicator,
            Kind::Event,
            Kind::Milestone,
            Kind::Series,
            Kind::Request,
        ];
        let found = match r.find(&self.item, PAGES) {
            // What is in the bin still has its page.
            Err(Error::Refused(refusal)) if refusal.code == "in_the_bin" => r.find_anywhere(&self.item)?,
            found => found?,
        };
        let rid = found.at.rid;
        Ok(match found.kind {
            Kind::Commitment => ItemPage::Commitment(r.commitment(rid, at.as_of)?),
            Kind::Update => ItemPage::Commitment(r.commitment(r.update_place(rid)?.0, at.as_of)?),
            Kind::Recommendation => ItemPage::Recommendation(r.recommendation(rid, at.as_of, at.today)?),
            Kind::Actor => ItemPage::Actor(r.actor(rid, at.as_of, at.today)?),
            Kind::Source => ItemPage::Source(r.source(rid, at.as_of, at.today)?),
            Kind::Evidence => ItemPage::Evidence(r.evidence(rid)?),
            Kind::Event => ItemPage::Event(r.event(rid, at.as_of)?),
            Kind::Milestone => ItemPage::Commitment(r.commitment(r.milestone_place(rid)?, at.as_of)?),
            Kind::Series => ItemPage::Series(r.series(rid, at.as_of, at.today)?),
            Kind::Request => ItemPage::Request(r.request(rid, at.as_of)?),
            Kind::Indicator => ItemPage::Indicator(r.indicator(rid, at.as_of)?),
            _ => return Err(Error::Unknown { what: "page", said: self.item, example: "C-7KQ3F" }),
        })
    }
}

command! {
    /// What happened to an item: who, when, which field, from what to what. Newest first.
    pub struct History {
        /// Reference or id of the item.
        pub item: String,
        /// At most so many lines; 200 if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub limit: Option<u32>,
    }
}

impl Query for History {
    type Reply = Vec<HistoryLine>;
    const READS: &'static [Kind] = Kind::ALL;
    fn run(self, r: &Reader<'_>, _: &At) -> Result<Vec<HistoryLine>> {
        let found = r.find_anywhere(&self.item)?;
        r.history(found.at.rid, self.limit.unwrap_or(200))
    }
}

command! {
    /// Finds items by their words, or by their reference. Every word must occur; the last one may be a beginning. What fits best first while the hits are few, else newest first.
    pub struct Search {
        /// The words.
        pub words: String,
        /// At most so many hits; 50 if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub limit: Option<u32>,
        /// Skip so many hits.
        #[cfg_attr(feature = "clap", arg(long))]
        pub offset: Option<u32>,
        /// Only items of this kind.
        #[cfg_attr(feature = "clap", arg(long))]
        pub kind: Option<Kind>,
        /// Count the hits where there are many too, up to 10,000.
        #[serde(default)]
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<bool>")]
        pub count: bool,
        /// These items instead, by their references or ids, as far as they are there.
        #[serde(default)]
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<Vec<String>>")]
        pub these: Vec<String>,
    }
}

impl Query for Search {
    type Reply = SearchReply;
    const READS: &'static [Kind] = Kind::ALL;
    fn run(self, r: &Reader<'_>, _: &At) -> Result<SearchReply> {
        const SPOKEN: &[Kind] = &[
            Kind::Commitment,
            Kind::Recommendation,
            Kind::Actor,
            Kind::Source,
            Kind::Evidence,
            Kind::Indicator,
            Kind::Event,
            Kind::Milestone,
            Kind::Series,
            Kind::Request,
        ];
        if !self.these.is_empty() {
            let found = self.these.iter().filter_map(|said| r.find(said, SPOKEN).ok());
            return r.search_these(&found.map(|found| found.at.rid).collect::<Vec<_>>());
        }
        // Who types a reference means that item.
        let meant = if self.words.trim().is_empty() { None } else { r.find(&self.words, SPOKEN).ok() };
        r.search(&SearchAsk {
            typed: &self.words,
            kind: self.kind,
            offset: self.offset.unwrap_or(0),
            limit: self.limit.unwrap_or(50),
            count: self.count,
            meant: meant.map(|found| found.at.rid),
        })
    }
}

command! {
    /// The numbers beside the views: each queue, each source, each actor.
    pub struct Counts {}
}

impl Query for Counts {
    type Reply = counts::CountsReply;
    const READS: &'static [Kind] = Kind::ALL;
    fn run(self, r: &Reader<'_>, at: &At) -> Result<counts::CountsReply> {
        r.counts(at.as_of, at.today)
    }
}

command! {
    /// The state of the open workspace: its file, what undo and redo would do.
    pub struct Workspace {}
}

/// The open workspace.
#[derive(Debug, Serialize, TS)]
pub struct WorkspaceReply {
    /// The file's name without its ending.
    pub name: String,
    /// The file.
    pub file: String,
    pub read_only: bool,
    pub entry: i64,
    pub undo: Option<StepBack>,
    pub redo: Option<StepBack>,
    /// The machine's local date.
    pub today: Day,
    /// No recommendation stands in it yet, or none any more.
    pub empty: bool,
}

impl Query for Workspace {
    type Reply = WorkspaceReply;
    const READS: &'static [Kind] = Kind::ALL;
    fn run(self, r: &Reader<'_>, at: &At) -> Result<WorkspaceReply> {
        let head = r.head()?;
        let about = r.file()?;
        Ok(WorkspaceReply {
            name: about.path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
            file: about.path.to_string_lossy().into_owned(),
            read_only: about.read_only,
            entry: head.entry,
            undo: head.undo,
            redo: head.redo,
            today: at.today,
            empty: r.is_empty()?,
        })
    }
}

command! {
    /// Which kinds of rows changed after an entry of the log: how a window sees the edits of others.
    pub struct ChangedSince {
        /// The last entry that was seen.
        pub entry: i64,
    }
}

impl Query for ChangedSince {
    type Reply = ChangedReply;
    const READS: &'static [Kind] = &[];
    fn run(self, r: &Reader<'_>, _: &At) -> Result<ChangedReply> {
        r.changed_since(self.entry)
    }
}

command! {
    /// Checks the whole file: its structure, the chain of the log, the evidence, everything that is kept.
    pub struct Check {}
}

impl Query for Check {
    type Reply = CheckReply;
    const READS: &'static [Kind] = Kind::ALL;
    fn run(self, r: &Reader<'_>, _: &At) -> Result<CheckReply> {
        r.check()
    }
}
