//! Questions: what is overdue, lists, pages, history, search, the numbers beside the views, the state of the file.

use crate::door::{At, Query, command};
use followthrough_model::vocabulary::{ListKind, Queue};
use followthrough_model::{Day, Kind};
use followthrough_store::read::actor::{ActorPage, ActorRow};
use followthrough_store::read::commitment::CommitmentPage;
use followthrough_store::read::event::EventPage;
use followthrough_store::read::evidence::EvidencePage;
use followthrough_store::read::history::{ChangedReply, HistoryLine};
use followthrough_store::read::lists::CommitmentsArgs;
use followthrough_store::read::overdue::{OverdueArgs, OverdueReply};
use followthrough_store::read::recommendation::{RecommendationPage, RecommendationRow};
use followthrough_store::read::request::RequestPage;
use followthrough_store::read::row::CommitmentRow;
use followthrough_store::read::search::SearchHit;
use followthrough_store::read::series::SeriesPage;
use followthrough_store::read::source::{SourcePage, SourceRow};
use followthrough_store::read::{StepBack, counts};
use followthrough_store::{CheckReply, Error, Reader, Result};
use serde::Serialize;
use ts_rs::TS;

/// Rows of a list if no limit is given.
const PAGE: u32 = 100;

/// The kinds on which a list of commitments depends.
const COMMITMENTS: &[Kind] = &[
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
];

fn lead(r: &Reader<'_>, said: Option<&str>) -> Result<Option<i64>> {
    said.map(|said| Ok(r.find(said, &[Kind::Actor])?.at.rid)).transpose()
}

fn source(r: &Reader<'_>, said: Option<&str>) -> Result<Option<i64>> {
    said.map(|said| Ok(r.find(said, &[Kind::Source])?.at.rid)).transpose()
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
    }
}

impl Query for Overdue {
    type Reply = OverdueReply;
    const READS: &'static [Kind] = COMMITMENTS;
    fn run(self, r: &Reader<'_>, at: &At) -> Result<OverdueReply> {
        r.overdue(&OverdueArgs {
            as_of: Some(at.as_of),
            today: Some(at.today),
            lead: lead(r, self.lead.as_deref())?,
            source: source(r, self.source.as_deref())?,
            by_lead: self.by_lead,
            limit: self.limit.unwrap_or(PAGE),
            offset: self.offset.unwrap_or(0),
        })
    }
}

command! {
    /// Lists recommendations, commitments, actors or sources.
    pub struct List {
        /// What to list.
        #[cfg_attr(feature = "clap", arg(required = true))]
        pub kind: Option<ListKind>,
        /// At most so many rows; 100 if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub limit: Option<u32>,
        /// After so many rows.
        #[cfg_attr(feature = "clap", arg(long))]
        pub offset: Option<u32>,
        /// Of commitments: only this queue.
        #[cfg_attr(feature = "clap", arg(long))]
        pub queue: Option<Queue>,
        /// Only those of this source.
        #[cfg_attr(feature = "clap", arg(long))]
        pub source: Option<String>,
        /// Of commitments: only those of this lead.
        #[cfg_attr(feature = "clap", arg(long))]
        pub lead: Option<String>,
    }
}

/// One page of a list. Only the rows that were asked for are filled.
#[derive(Debug, Serialize, TS)]
pub struct ListReply {
    pub as_of: Day,
    pub total: u32,
    pub commitments: Vec<CommitmentRow>,
    pub recommendations: Vec<RecommendationRow>,
    pub actors: Vec<ActorRow>,
    pub sources: Vec<SourceRow>,
}

impl Query for List {
    type Reply = ListReply;
    const READS: &'static [Kind] = Kind::ALL;
    fn run(self, r: &Reader<'_>, at: &At) -> Result<ListReply> {
        let (limit, offset) = (self.limit.unwrap_or(PAGE), self.offset.unwrap_or(0));
        let (lead, of) = (lead(r, self.lead.as_deref())?, source(r, self.source.as_deref())?);
        let mut reply = ListReply {
            as_of: at.as_of,
            total: 0,
            commitments: vec![],
            recommendations: vec![],
            actors: vec![],
            sources: vec![],
        };
        match self.kind {
            None => return Err(Error::refuse("arguments", "Say what to list: recommendations, commitments, actors or sources.")),
            Some(ListKind::Commitments) => {
                let args = CommitmentsArgs {
                    as_of: at.as_of,
                    today: at.today,
                    queue: self.queue.unwrap_or(Queue::All),
                    lead,
                    source: of,
                    limit,
                    offset,
                };
                reply.total = r.count_commitments(&args)?;
                reply.commitments = r.commitments(&args)?;
            }
            Some(ListKind::Recommendations) => {
                (reply.total, reply.recommendations) = r.recommendations(at.as_of, at.today, of, limit, offset)?;
            }
            Some(ListKind::Actors) => (reply.total, reply.actors) = r.actors(at.as_of, at.today, limit, offset)?,
            Some(ListKind::Sources) => (reply.total, reply.sources) = r.sources(at.as_of, at.today, limit, offset)?,
        }
        Ok(reply)
    }
}

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
    /// Finds items by their words, or by their reference. Every word must occur; the last one may be a beginning. Newest first.
    pub struct Search {
        /// The words.
        pub words: String,
        /// At most so many hits; 50 if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub limit: Option<u32>,
        /// Only items of this kind.
        #[cfg_attr(feature = "clap", arg(long))]
        pub kind: Option<Kind>,
    }
}

#[derive(Debug, Serialize, TS)]
pub struct SearchReply {
    pub hits: Vec<SearchHit>,
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
            Kind::Event,
            Kind::Milestone,
            Kind::Series,
            Kind::Request,
        ];
        let limit = self.limit.unwrap_or(50);
        let mut hits = r.search(&self.words, self.kind, limit)?;
        // Who types a reference means that item.
        let meant = if self.words.trim().is_empty() { None } else { r.find(&self.words, SPOKEN).ok() };
        if let Some(found) = meant.filter(|f| self.kind.is_none_or(|kind| kind == f.kind)) {
            let brief = r.brief(found.at.rid)?;
            let open = match found.kind {
                Kind::Milestone => r.brief(r.milestone_place(found.at.rid)?)?.id,
                _ => brief.id,
            };
            hits.retain(|hit| hit.id != brief.id);
            hits.insert(0, SearchHit { id: brief.id, reference: brief.reference, kind: brief.kind, title: brief.title, open });
            hits.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        }
        Ok(SearchReply { hits })
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
    /// Live recommendations, parts included.
    pub recommendations: u32,
    pub commitments: u32,
}

impl Query for Workspace {
    type Reply = WorkspaceReply;
    const READS: &'static [Kind] = Kind::ALL;
    fn run(self, r: &Reader<'_>, at: &At) -> Result<WorkspaceReply> {
        let head = r.head()?;
        let about = r.file()?;
        let args = CommitmentsArgs {
            as_of: at.today,
            today: at.today,
            queue: Queue::All,
            lead: None,
            source: None,
            limit: 0,
            offset: 0,
        };
        Ok(WorkspaceReply {
            name: about.path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
            file: about.path.to_string_lossy().into_owned(),
            read_only: about.read_only,
            entry: head.entry,
            undo: head.undo,
            redo: head.redo,
            today: at.today,
            recommendations: r.recommendations(at.today, at.today, None, 0, 0)?.0,
            commitments: r.count_commitments(&args)?,
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
