//! Asking an actor, reminding it, and what waits for an answer. A request never counts as an update.
//!
//! Does not write letters, and does not record answers: an update or a decision names the request that it answers.

use crate::addressing::refuse_early;
use crate::door::{At, Edit, Query, command};
use crate::lists::{PAGE, actor, source};
use crate::values::{About, Created, act_day, create, day, find, line};
use followthrough_model::record::{Request, RequestAbout};
use followthrough_model::{Kind, text};
use followthrough_store::read::request::{RequestsArgs, RequestsReply};
use followthrough_store::read::silent::{Silence, SilentArgs, SilentReply};
use followthrough_store::{Error, Reader, Result, Tx};

command! {
    /// Records that we asked an actor about some items.
    pub struct AskActor {
        /// The actor that was asked.
        pub actor: String,
        /// Reference or id of a recommendation, commitment or source that it is about; may be given several times.
        #[cfg_attr(feature = "clap", arg(long, required = true))]
        #[ts(as = "Option<Vec<String>>")]
        #[serde(default)]
        pub about: Vec<String>,
        /// What was asked.
        #[cfg_attr(feature = "clap", arg(long))]
        pub text: String,
        /// By letter, note, mail, telephone.
        #[cfg_attr(feature = "clap", arg(long))]
        pub how: Option<String>,
        /// The day on which it was asked; today if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub on: Option<String>,
        /// The day by which an answer is asked.
        #[cfg_attr(feature = "clap", arg(long))]
        pub reply_by: Option<String>,
    }
}

impl Edit for AskActor {
    type Reply = Created;
    fn run(self, tx: &mut Tx<'_>) -> Result<Created> {
        const ITEMS: &[Kind] = &[Kind::Recommendation, Kind::Commitment, Kind::Source, Kind::Milestone];
        let actor = find(tx, &self.actor, Kind::Actor).about("actor")?;
        let on_day = act_day(tx, "request", self.on.as_deref()).about("on")?;
        let reply_by = day(self.reply_by.as_deref()).about("reply_by")?;
        refuse_early(reply_by, on_day)?;
        let mut about = Vec::new();
        for said in &self.about {
            let of = tx.reader().find(said, ITEMS).about("about")?.at;
            if !about.contains(&of) {
                about.push(of);
            }
        }
        if about.is_empty() {
            return Err(Error::refuse("about", "Say what the request is about: a recommendation, a commitment or a source.")
                .about("about"));
        }
        let text = text::required("text of the request", &self.text).about("text")?;
        let request =
            tx.insert(&Request { actor, on_day, text, how: line(self.how.as_deref()).about("how")?, reply_by, reminds: None })?;
        for of in about {
            tx.insert(&RequestAbout { request, of })?;
        }
        Created::of(tx, request)
    }
}

command! {
    /// Records that we reminded an actor of a request. An answer to the reminder answers the request.
    pub struct Remind {
        /// Reference or id of the request, or of an earlier reminder of it.
        pub request: String,
        /// The day of the reminder; today if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub on: Option<String>,
        /// By letter, note, mail, telephone.
        #[cfg_attr(feature = "clap", arg(long))]
        pub how: Option<String>,
        /// What it said; the words of the request if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub text: Option<String>,
        /// The new day by which an answer is asked.
        #[cfg_attr(feature = "clap", arg(long))]
        pub reply_by: Option<String>,
    }
}

impl Edit for Remind {
    type Reply = Created;
    fn run(self, tx: &mut Tx<'_>) -> Result<Created> {
        let said = find(tx, &self.request, Kind::Request).about("request")?;
        let root = tx.reader().at(tx.reader().request_root(said.rid)?)?;
        let page = tx.reader().request(root.rid, tx.today())?;
        if let Some(answered) = page.answered_on {
            return Err(Error::refuse(
                "answered",
                format!("{} was answered on {answered}. To ask again, use ask-actor.", page.reference),
            ));
        }
        let on_day = act_day(tx, "reminder", self.on.as_deref()).about("on")?;
        if on_day < page.day {
            return Err(Error::refuse(
                "early_reminder",
                format!("The reminder is dated {on_day}, before the request of {}. Give a later day.", page.day),
            )
            .about("on"));
        }
        let reply_by = day(self.reply_by.as_deref()).about("reply_by")?;
        refuse_early(reply_by, on_day)?;
        let text = match self.text.as_deref() {
            Some(said) => text::required("text of the reminder", said)?,
            None => page.text,
        };
        let actor = find(tx, &page.actor.id.to_string(), Kind::Actor)?;
        create(tx, &Request { actor, on_day, text, how: line(self.how.as_deref()).about("how")?, reply_by, reminds: Some(root) })
    }
}

/// On what the queues of this file depend.
const READS: &[Kind] = &[
    Kind::Request,
    Kind::RequestAbout,
    Kind::Update,
    Kind::Decision,
    Kind::Addressee,
    Kind::Actor,
    Kind::Recommendation,
    Kind::Commitment,
    Kind::Source,
];

command! {
    /// Requests, oldest first: whom we asked, about what, and how long they have been silent.
    pub struct Requests {
        /// Only those to this actor, under every name that it had.
        #[cfg_attr(feature = "clap", arg(long))]
        pub actor: Option<String>,
        /// With the actors that belong to it.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<bool>")]
        #[serde(default)]
        pub tree: bool,
        /// true: only those that were answered; false: only those that wait.
        #[cfg_attr(feature = "clap", arg(long))]
        pub answered: Option<bool>,
        /// Group by actor, the one that has been silent longest first.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<bool>")]
        #[serde(default)]
        pub by_actor: bool,
        /// At most so many rows; 100 if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub limit: Option<u32>,
        /// After so many rows.
        #[cfg_attr(feature = "clap", arg(long))]
        pub offset: Option<u32>,
    }
}

impl Query for Requests {
    type Reply = RequestsReply;
    const READS: &'static [Kind] = READS;
    fn run(self, r: &Reader<'_>, at: &At) -> Result<RequestsReply> {
        r.requests(&RequestsArgs {
            as_of: at.as_of,
            actor: actor(r, self.actor.as_deref())?,
            tree: self.tree,
            answered: self.answered,
            by_actor: self.by_actor,
            limit: self.limit.unwrap_or(PAGE),
            offset: self.offset.unwrap_or(0),
        })
    }
}

command! {
    /// Addressees that have not answered, the longest silence first.
    pub struct NoResponse {
        /// Only this actor, under every name that it had.
        #[cfg_attr(feature = "clap", arg(long))]
        pub actor: Option<String>,
        /// With the actors that belong to it.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<bool>")]
        #[serde(default)]
        pub tree: bool,
        /// Only recommendations of this source.
        #[cfg_attr(feature = "clap", arg(long))]
        pub source: Option<String>,
        /// Only those to whom it was sent.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<bool>")]
        #[serde(default)]
        pub sent: bool,
        /// At most so many rows; 100 if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub limit: Option<u32>,
        /// After so many rows.
        #[cfg_attr(feature = "clap", arg(long))]
        pub offset: Option<u32>,
    }
}

impl Query for NoResponse {
    type Reply = SilentReply;
    const READS: &'static [Kind] = READS;
    fn run(self, r: &Reader<'_>, at: &At) -> Result<SilentReply> {
        r.silent(&SilentArgs {
            which: Silence::NoResponse,
            as_of: at.as_of,
            today: at.today,
            actor: actor(r, self.actor.as_deref())?,
            tree: self.tree,
            source: source(r, self.source.as_deref())?,
            sent: self.sent,
            limit: self.limit.unwrap_or(PAGE),
            offset: self.offset.unwrap_or(0),
        })
    }
}

command! {
    /// Addressees that the text only implies and that nobody confirmed yet, the oldest first.
    pub struct Unconfirmed {
        /// Only this actor, under every name that it had.
        #[cfg_attr(feature = "clap", arg(long))]
        pub actor: Option<String>,
        /// With the actors that belong to it.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<bool>")]
        #[serde(default)]
        pub tree: bool,
        /// Only recommendations of this source.
        #[cfg_attr(feature = "clap", arg(long))]
        pub source: Option<String>,
        /// At most so many rows; 100 if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub limit: Option<u32>,
        /// After so many rows.
        #[cfg_attr(feature = "clap", arg(long))]
        pub offset: Option<u32>,
    }
}

impl Query for Unconfirmed {
    type Reply = SilentReply;
    const READS: &'static [Kind] = READS;
    fn run(self, r: &Reader<'_>, at: &At) -> Result<SilentReply> {
        r.silent(&SilentArgs {
            which: Silence::Unconfirmed,
            as_of: at.as_of,
            today: at.today,
            actor: actor(r, self.actor.as_deref())?,
            tree: self.tree,
            source: source(r, self.source.as_deref())?,
            sent: false,
            limit: self.limit.unwrap_or(PAGE),
            offset: self.offset.unwrap_or(0),
        })
    }
}
