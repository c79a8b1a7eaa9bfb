//! Reporting progress, and correcting what was reported.

use crate::desk::Input;
use crate::door::{Edit, command};
use crate::evidence::{Attach, attach};
use crate::values::{
    About, Created, NONE, Take, act_day, day, find, find_opt, paragraph, past_day, patch, patch_ref, patch_word,
};
use followthrough_model::record::Update;
use followthrough_model::status::may_update;
use followthrough_model::vocabulary::{Health, ObstacleKind, Practice, Reach, Stance};
use followthrough_model::{Day, Kind, Ref, Status, Value, text};
use followthrough_store::{Error, Result, Tx};

const NO_OBSTACLE: &str = "Say what stands in the way: give an obstacle along with its kind.";

command! {
    /// Records what was reported about a commitment, with its evidence if there is any.
    pub struct LogUpdate {
        /// Reference or id of the commitment.
        pub commitment: String,
        /// What happened.
        #[cfg_attr(feature = "clap", arg(long))]
        pub text: String,
        /// The status from that day on; unchanged if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub status: Option<Status>,
        /// The day that it speaks of; today if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub on: Option<String>,
        /// The actor who reported.
        #[cfg_attr(feature = "clap", arg(long))]
        pub by: Option<String>,
        /// It was reported formally.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<bool>")]
        #[serde(default)]
        pub formal: bool,
        /// How far the result reaches.
        #[cfg_attr(feature = "clap", arg(long))]
        pub reach: Option<Reach>,
        /// How it fares.
        #[cfg_attr(feature = "clap", arg(long))]
        pub health: Option<Health>,
        /// What stands in the way.
        #[cfg_attr(feature = "clap", arg(long))]
        pub obstacle: Option<String>,
        /// What kind of thing stands in the way.
        #[cfg_attr(feature = "clap", arg(long))]
        pub obstacle_kind: Option<ObstacleKind>,
        /// What is needed.
        #[cfg_attr(feature = "clap", arg(long))]
        pub resources: Option<String>,
        /// The day on which it was asked for.
        #[cfg_attr(feature = "clap", arg(long))]
        pub resources_asked: Option<String>,
        /// What is done about what stands in the way.
        #[cfg_attr(feature = "clap", arg(long))]
        pub remedy: Option<String>,
        /// The actor to whom it was taken up.
        #[cfg_attr(feature = "clap", arg(long))]
        pub escalated_to: Option<String>,
        /// It is a good practice or a lesson for others.
        #[cfg_attr(feature = "clap", arg(long))]
        pub practice: Option<Practice>,
        /// The occurrence of a recurring due that it reports, by its day.
        #[cfg_attr(feature = "clap", arg(long))]
        pub occurrence: Option<String>,
        /// The request that it answers.
        #[cfg_attr(feature = "clap", arg(long))]
        pub request: Option<String>,
        /// A file that shows it.
        #[cfg_attr(feature = "clap", arg(long))]
        pub file: Option<Input>,
        /// The address of a page that shows it.
        #[cfg_attr(feature = "clap", arg(long))]
        pub link: Option<String>,
        /// The symbol of a document that shows it.
        #[cfg_attr(feature = "clap", arg(long))]
        pub symbol: Option<String>,
        /// A mechanism that exists already and shows it, by its name (CPAS).
        #[cfg_attr(feature = "clap", arg(long))]
        pub mechanism: Option<String>,
        /// Title of the evidence; the file's name, address or symbol if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub title: Option<String>,
        /// The day that the evidence speaks of.
        #[cfg_attr(feature = "clap", arg(long))]
        pub date: Option<String>,
        /// The page of the evidence.
        #[cfg_attr(feature = "clap", arg(long))]
        pub page: Option<String>,
        /// What the evidence says of it; supports if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub stance: Option<Stance>,
    }
}

impl Edit for LogUpdate {
    type Reply = Created;
    fn file(&self) -> Option<&Input> {
        self.file.as_ref()
    }
    fn run(self, tx: &mut Tx<'_>) -> Result<Created> {
        let commitment = find(tx, &self.commitment, Kind::Commitment).about("commitment")?;
        let on_day = act_day(tx, "update", self.on.as_deref()).about("on")?;
        let text = text::required("text of the update", &self.text).about("text")?;
        if let Some(status) = self.status {
            may_update(tx.reader().status_on(commitment.rid, on_day)?, status)?;
        }
        let by_actor = find_opt(tx, self.by.as_deref(), Kind::Actor).about("by")?;
        let obstacle = paragraph(self.obstacle.as_deref()).about("obstacle")?;
        if obstacle.is_none() && self.obstacle_kind.is_some() {
            return Err(Error::refuse("obstacle", NO_OBSTACLE).about("obstacle"));
        }
        let request = find_opt(tx, self.request.as_deref(), Kind::Request).about("request")?;
        let stamp = tx.stamp();
        let update = tx.insert(&Update {
            by_actor,
            request,
            formal: self.formal,
            status: self.status,
            reach: self.reach,
            health: self.health,
            obstacle_kind: self.obstacle_kind,
            resources: paragraph(self.resources.as_deref()).about("resources")?,
            resources_asked: past_day(tx, "request for resources", self.resources_asked.as_deref()).about("resources_asked")?,
            remedy: paragraph(self.remedy.as_deref()).about("remedy")?,
            escalated_to: find_opt(tx, self.escalated_to.as_deref(), Kind::Actor).about("escalated_to")?,
            practice: self.practice,
            occurrence: occurrence(tx, commitment, self.occurrence.as_deref()).about("occurrence")?,
            obstacle,
            ..Update::of(commitment, on_day, text, stamp)
        })?;
        if self.file.is_some() || self.link.is_some() || self.symbol.is_some() || self.mechanism.is_some() {
            let evidence = Attach {
                file: self.file.is_some(),
                link: self.link,
                symbol: self.symbol,
                mechanism: self.mechanism,
                note: None,
                title: self.title,
                date: self.date,
                page: self.page,
                stance: self.stance,
                level: None,
                independent: false,
            };
            attach(tx, update, evidence)?;
        }
        Created::of(tx, update)
    }
}

/// An occurrence of the commitment's recurring due, by its day.
pub(crate) fn occurrence(tx: &Tx<'_>, commitment: Ref, said: Option<&str>) -> Result<Option<Day>> {
    let Some(asked) = day(said)? else { return Ok(None) };
    let known = tx.reader().occurrences_until(commitment.rid, asked)?;
    if known.last() == Some(&asked) {
        return Ok(Some(asked));
    }
    let near = known.last().map_or_else(
        || "It has no recurring due that comes so early: set one with set-due.".to_owned(),
        |last| format!("The one before it is {last}."),
    );
    Err(Error::refuse("occurrence", format!("{asked} is no occurrence of what is due here. {near}")).about("occurrence"))
}

command! {
    /// Corrects an update. Both texts stay on record. A field that is not given stays; none clears it.
    pub struct EditUpdate {
        /// Reference or id of the update.
        pub update: String,
        /// What happened.
        #[cfg_attr(feature = "clap", arg(long))]
        pub text: Option<String>,
        /// The status from that day on, or none for unchanged.
        #[cfg_attr(feature = "clap", arg(long))]
        pub status: Option<String>,
        /// The day that it speaks of.
        #[cfg_attr(feature = "clap", arg(long))]
        pub on: Option<String>,
        /// The actor who reported, or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub by: Option<String>,
        /// true or false: it was reported formally.
        #[cfg_attr(feature = "clap", arg(long))]
        pub formal: Option<String>,
        /// What stands in the way, or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub obstacle: Option<String>,
        /// What kind of thing stands in the way, or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub obstacle_kind: Option<String>,
        /// What is needed, or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub resources: Option<String>,
        /// The day on which it was asked for, or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub resources_asked: Option<String>,
        /// What is done about it, or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub remedy: Option<String>,
        /// The actor to whom it was taken up, or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub escalated_to: Option<String>,
        /// `good_practice`, lesson or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub practice: Option<String>,
        /// How far the result reaches, or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub reach: Option<String>,
        /// How it fares, or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub health: Option<String>,
        /// The request that it answers, or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub request: Option<String>,
    }
}

impl Edit for EditUpdate {
    type Reply = ();
    fn run(self, tx: &mut Tx<'_>) -> Result<()> {
        let at = find(tx, &self.update, Kind::Update).about("update")?;
        let (commitment, was_on, was) = tx.reader().update_place(at.rid)?;
        let on = match self.on.as_deref() {
            Some(on) => act_day(tx, "update", Some(on))?,
            None => was_on,
        };
        // What it says must follow from what was before it, also where only its day moves.
        let says = match self.status.as_deref() {
            Some(NONE) => None,
            Some(said) => Some(said.parse()?),
            None => was.filter(|_| self.on.is_some()),
        };
        if let Some(status) = says {
            may_update(tx.reader().status_without(commitment, on, at.rid)?, status)?;
        }
        if self.on.is_some() {
            tx.set(at, Update::on_day, &Value::Text(on.to_string()))?;
        }
        patch(tx, at, Update::text, self.text.as_deref(), Take::Text("text of the update"))?;
        patch_word::<Status>(tx, at, Update::status, self.status.as_deref(), true)?;
        patch(tx, at, Update::formal, self.formal.as_deref(), Take::Flag)?;
        patch(tx, at, Update::obstacle, self.obstacle.as_deref(), Take::Paragraph)?;
        patch_word::<Reach>(tx, at, Update::reach, self.reach.as_deref(), true)?;
        patch_word::<Health>(tx, at, Update::health, self.health.as_deref(), true)?;
        patch_word::<ObstacleKind>(tx, at, Update::obstacle_kind, self.obstacle_kind.as_deref(), true)?;
        if (self.obstacle.is_some() || self.obstacle_kind.is_some()) && tx.get(at, Update::obstacle)? == Value::Null {
            if self.obstacle_kind.as_deref().is_some_and(|said| said.trim() != NONE) {
                return Err(Error::refuse("obstacle", NO_OBSTACLE).about("obstacle"));
            }
            // Nothing stands in the way any more, of no kind either.
            tx.set(at, Update::obstacle_kind, &Value::Null)?;
        }
        patch(tx, at, Update::resources, self.resources.as_deref(), Take::Paragraph)?;
        past_day(tx, "request for resources", self.resources_asked.as_deref()).about("resources_asked")?;
        patch(tx, at, Update::resources_asked, self.resources_asked.as_deref(), Take::Day)?;
        patch(tx, at, Update::remedy, self.remedy.as_deref(), Take::Paragraph)?;
        patch_word::<Practice>(tx, at, Update::practice, self.practice.as_deref(), true)?;
        patch_ref(tx, at, Update::by_actor, self.by.as_deref(), Kind::Actor)?;
        patch_ref(tx, at, Update::escalated_to, self.escalated_to.as_deref(), Kind::Actor)?;
        patch_ref(tx, at, Update::request, self.request.as_deref(), Kind::Request)?;
        Ok(())
    }
}
