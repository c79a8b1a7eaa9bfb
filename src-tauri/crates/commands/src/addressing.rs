//! Whom a recommendation asks and who calls on them: sending it to them, what they answered, who is to call.
//!
//! Does not add or confirm an addressee by its id; `recommendations` does. Nothing here touches progress.

use crate::door::{Edit, command};
use crate::values::{About, Created, Take, act_day, create, day, find, find_opt, paragraph, patch};
use followthrough_model::decision::may_decide;
use followthrough_model::record::{Addressee, Caller, Decision};
use followthrough_model::vocabulary::DecisionKind;
use followthrough_model::{Day, Kind, Ref, Value};
use followthrough_store::{Error, Result, Tx};

/// The addressee of a recommendation that an argument names, and the actor as the recommendation names it: one that was
/// merged into the actor, or whose work it took over, answers for it.
fn addressee(tx: &Tx<'_>, recommendation: Ref, said: &str) -> Result<(Ref, Ref)> {
    let actor = find(tx, said, Kind::Actor)?;
    let reader = tx.reader();
    match reader.addressee_of(recommendation.rid, actor.rid, tx.today())? {
        Some((row, named)) => Ok((reader.at(row)?, reader.at(named)?)),
        None => Err(Error::refuse(
            "not_asked",
            format!(
                "{} does not ask {}. If it should, say so first with add-addressee.",
                reader.reference(recommendation.rid)?,
                reader.reference(actor.rid)?
            ),
        )
        .about("actor")),
    }
}

/// Refuses a day of reply that lies before the day of asking.
pub(crate) fn refuse_early(reply_by: Option<Day>, on: Day) -> Result<()> {
    match reply_by {
        Some(by) if by < on => Err(Error::refuse(
            "early_reply",
            format!("The reply is asked by {by}, before it is sent on {on}. Give a later day for the reply."),
        )
        .about("reply_by")),
        _ => Ok(()),
    }
}

command! {
    /// Records what an addressee answered to a recommendation. It changes nothing about progress; earlier answers stay, and the latest by its day holds.
    pub struct RecordDecision {
        /// Reference or id of the recommendation.
        pub recommendation: String,
        /// The addressee that answered.
        pub actor: String,
        /// Its answer; not accepted, accepted in part and not applicable need a reason.
        #[cfg_attr(feature = "clap", arg(long, required = true))]
        pub answer: Option<DecisionKind>,
        /// The day of the answer; today if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub on: Option<String>,
        /// Why.
        #[cfg_attr(feature = "clap", arg(long))]
        pub reason: Option<String>,
        /// The day by which it means to act.
        #[cfg_attr(feature = "clap", arg(long))]
        pub planned: Option<String>,
        /// The request that it answers.
        #[cfg_attr(feature = "clap", arg(long))]
        pub request: Option<String>,
    }
}

impl Edit for RecordDecision {
    type Reply = Created;
    fn run(self, tx: &mut Tx<'_>) -> Result<Created> {
        let recommendation = find(tx, &self.recommendation, Kind::Recommendation).about("recommendation")?;
        let (_, actor) = addressee(tx, recommendation, &self.actor).about("actor")?;
        let answer = self.answer.ok_or_else(|| {
            let all: Vec<_> = DecisionKind::ALL.iter().map(|a| a.as_str()).collect();
            Error::refuse("answer", format!("Say what it answered: {}.", all.join(", "))).about("answer")
        })?;
        let on_day = act_day(tx, "decision", self.on.as_deref()).about("on")?;
        let reason = paragraph(self.reason.as_deref()).about("reason")?;
        may_decide(answer, reason.as_deref())?;
        let planned_on = day(self.planned.as_deref()).about("planned")?;
        let request = find_opt(tx, self.request.as_deref(), Kind::Request).about("request")?;
        let stamp = tx.stamp();
        create(tx, &Decision { recommendation, actor, answer, on_day, reason, planned_on, request, stamp })
    }
}

command! {
    /// Says that a recommendation was sent to an addressee, and by when an answer is asked.
    pub struct SendTo {
        /// Reference or id of the recommendation.
        pub recommendation: String,
        /// The addressee.
        pub actor: String,
        /// The day on which it was sent; today if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub on: Option<String>,
        /// The day by which an answer is asked.
        #[cfg_attr(feature = "clap", arg(long))]
        pub reply_by: Option<String>,
    }
}

impl Edit for SendTo {
    type Reply = ();
    fn run(self, tx: &mut Tx<'_>) -> Result<()> {
        let recommendation = find(tx, &self.recommendation, Kind::Recommendation).about("recommendation")?;
        let (at, _) = addressee(tx, recommendation, &self.actor).about("actor")?;
        let on = act_day(tx, "sending", self.on.as_deref()).about("on")?;
        refuse_early(day(self.reply_by.as_deref()).about("reply_by")?, on)?;
        tx.set(at, Addressee::sent_on, &Value::Text(on.to_string()))?;
        patch(tx, at, Addressee::reply_by, self.reply_by.as_deref(), Take::Day)?;
        Ok(())
    }
}

command! {
    /// Changes what is on record about an addressee. A field that is not given stays; none clears it.
    pub struct EditAddressee {
        /// Reference or id of the recommendation.
        pub recommendation: String,
        /// The addressee.
        pub actor: String,
        /// true: the text names it; false: it is only implied.
        #[cfg_attr(feature = "clap", arg(long))]
        pub named: Option<String>,
        /// true: the officer confirmed it; false: not confirmed.
        #[cfg_attr(feature = "clap", arg(long))]
        pub confirmed: Option<String>,
        /// The day on which it was sent.
        #[cfg_attr(feature = "clap", arg(long))]
        pub sent_on: Option<String>,
        /// The day by which an answer is asked.
        #[cfg_attr(feature = "clap", arg(long))]
        pub reply_by: Option<String>,
    }
}

impl Edit for EditAddressee {
    type Reply = ();
    fn run(self, tx: &mut Tx<'_>) -> Result<()> {
        let recommendation = find(tx, &self.recommendation, Kind::Recommendation).about("recommendation")?;
        let (at, _) = addressee(tx, recommendation, &self.actor).about("actor")?;
        if let Some(sent) = self.sent_on.as_deref().filter(|said| *said != crate::values::NONE) {
            act_day(tx, "sending", Some(sent))?;
        }
        patch(tx, at, Addressee::named, self.named.as_deref(), Take::Flag)?;
        patch(tx, at, Addressee::confirmed, self.confirmed.as_deref(), Take::Flag)?;
        patch(tx, at, Addressee::sent_on, self.sent_on.as_deref(), Take::Day)?;
        patch(tx, at, Addressee::reply_by, self.reply_by.as_deref(), Take::Day)?;
        let (sent_on, reply_by) = tx.reader().asked_days(at.rid)?;
        sent_on.map_or(Ok(()), |on| refuse_early(reply_by, on))
    }
}

command! {
    /// Adds an actor that is to call on the addressees of a recommendation.
    pub struct AddCaller {
        /// Reference or id of the recommendation.
        pub recommendation: String,
        /// The actor.
        pub actor: String,
    }
}

impl Edit for AddCaller {
    type Reply = Created;
    fn run(self, tx: &mut Tx<'_>) -> Result<Created> {
        let recommendation = find(tx, &self.recommendation, Kind::Recommendation).about("recommendation")?;
        let actor = find(tx, &self.actor, Kind::Actor).about("actor")?;
        if tx.reader().callers(recommendation.rid)?.iter().any(|c| c.actor.id == actor.id) {
            let reference = tx.reader().reference(recommendation.rid)?;
            return Err(Error::refuse("taken", format!("This actor is to call on others by {reference} already.")).about("actor"));
        }
        create(tx, &Caller { recommendation, actor })
    }
}
