//! Entering and editing commitments: what an actor undertook, who leads, who joins, which recommendations it answers.

use crate::door::{Edit, command};
use crate::dues::{put_due, read_due};
use crate::values::{
    About, Created, NONE, Take, act_day, create, find, find_opt, line, paragraph, past_day, patch, patch_word, whole,
};
use followthrough_model::record::{Answer, Commitment, CommitmentActor};
use followthrough_model::vocabulary::{CommitmentKind, ResultLevel, Role};
use followthrough_model::{Kind, Ref, text};
use followthrough_store::{Error, Result, Tx};

command! {
    /// Adds a commitment: what one actor undertook in answer to a recommendation.
    pub struct AddCommitment {
        /// Reference or id of the recommendation that it answers.
        #[cfg_attr(feature = "clap", arg(long))]
        pub recommendation: String,
        /// What will be delivered.
        #[cfg_attr(feature = "clap", arg(long))]
        pub deliverable: String,
        /// The accountable lead.
        #[cfg_attr(feature = "clap", arg(long))]
        pub lead: Option<String>,
        /// An actor that undertook it jointly; may be given several times.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<Vec<String>>")]
        #[serde(default)]
        pub joint: Vec<String>,
        /// An actor that supports it; may be given several times.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<Vec<String>>")]
        #[serde(default)]
        pub supporting: Vec<String>,
        /// What it came from; response if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub kind: Option<CommitmentKind>,
        /// The day on which it was undertaken.
        #[cfg_attr(feature = "clap", arg(long))]
        pub made_on: Option<String>,
        /// When it is due, in words: 2027-06-30, Q2 2027, 2025-2027, within 12 months, before the next ministerial, every six months.
        #[cfg_attr(feature = "clap", arg(long))]
        pub due: Option<String>,
        /// The event on which the due hangs, by name or reference, where the words do not tell; none keeps the words as a condition.
        #[cfg_attr(feature = "clap", arg(long))]
        pub event: Option<String>,
        /// On what occasion it was undertaken: a ministerial, a visit, a debate.
        #[cfg_attr(feature = "clap", arg(long))]
        pub occasion: Option<String>,
        /// How completion will be recognised.
        #[cfg_attr(feature = "clap", arg(long))]
        pub done_when: Option<String>,
        /// The post responsible.
        #[cfg_attr(feature = "clap", arg(long))]
        pub post: Option<String>,
        /// A contact at work: an office, a functional address.
        #[cfg_attr(feature = "clap", arg(long))]
        pub contact: Option<String>,
        /// The desk colleague who follows it.
        #[cfg_attr(feature = "clap", arg(long))]
        pub handler: Option<String>,
        /// A limit that the actor itself declared.
        #[cfg_attr(feature = "clap", arg(long))]
        pub caveat: Option<String>,
        /// Worded by the desk and not yet anyone's word.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<bool>")]
        #[serde(default)]
        pub drafted: bool,
        /// The level of result that it is about.
        #[cfg_attr(feature = "clap", arg(long))]
        pub result_level: Option<ResultLevel>,
        /// Months after which a word is due on it.
        #[cfg_attr(feature = "clap", arg(long))]
        pub review_months: Option<u32>,
    }
}

impl Edit for AddCommitment {
    type Reply = Created;
    fn run(self, tx: &mut Tx<'_>) -> Result<Created> {
        let recommendation = find(tx, &self.recommendation, Kind::Recommendation).about("recommendation")?;
        let lead = find_opt(tx, self.lead.as_deref(), Kind::Actor).about("lead")?;
        let made_on = past_day(tx, "commitment", self.made_on.as_deref()).about("made_on")?;
        let due = self
            .due
            .as_deref()
            .map(|words| read_due(&tx.reader(), words, made_on, self.event.as_deref()))
            .transpose()
            .about("due")?;
        let at = tx.insert(&Commitment {
            deliverable: text::required("deliverable", &self.deliverable).about("deliverable")?,
            kind: self.kind.unwrap_or(CommitmentKind::Response),
            made_on,
            occasion: line(self.occasion.as_deref()).about("occasion")?,
            done_when: paragraph(self.done_when.as_deref()).about("done_when")?,
            post: line(self.post.as_deref()).about("post")?,
            handler: line(self.handler.as_deref()).about("handler")?,
            contact: line(self.contact.as_deref()).about("contact")?,
            caveat: paragraph(self.caveat.as_deref()).about("caveat")?,
            drafted: self.drafted,
            result_level: self.result_level,
            review_months: whole("number of months", self.review_months, 1, 120).about("review_months")?,
            ..Commitment::of(String::new(), CommitmentKind::Response)
        })?;
        tx.insert(&Answer { commitment: at, recommendation, main: true })?;
        if let Some(lead) = lead {
            part(tx, at, Some(lead), Role::Lead, None)?;
        }
        // Who is named twice has the first part.
        let mut named: Vec<Ref> = lead.into_iter().collect();
        for (actors, role) in [(&self.joint, Role::Joint), (&self.supporting, Role::Supporting)] {
            for actor in actors {
                let actor = find(tx, actor, Kind::Actor)?;
                if !named.contains(&actor) {
                    part(tx, at, Some(actor), role, None)?;
                    named.push(actor);
                }
            }
        }
        if let Some(due) = due {
            put_due(tx, at, &due, None, None, None)?;
        }
        Created::of(tx, at)
    }
}

/// Gives an actor a part in a commitment.
pub(crate) fn part(
    tx: &mut Tx<'_>,
    commitment: Ref,
    actor: Option<Ref>,
    role: Role,
    from_day: Option<followthrough_model::Day>,
) -> Result<Ref> {
    let stamp = tx.stamp();
    tx.insert(&CommitmentActor { commitment, actor, role, from_day, stamp })
}

command! {
    /// Changes fields of a commitment. A field that is not given stays; none clears it. Lead, due and status have their own commands.
    pub struct EditCommitment {
        /// Reference or id of the commitment.
        pub commitment: String,
        /// What will be delivered.
        #[cfg_attr(feature = "clap", arg(long))]
        pub deliverable: Option<String>,
        /// What it came from.
        #[cfg_attr(feature = "clap", arg(long))]
        pub kind: Option<String>,
        /// The day on which it was undertaken.
        #[cfg_attr(feature = "clap", arg(long))]
        pub made_on: Option<String>,
        /// On what occasion it was undertaken: a ministerial, a visit, a debate.
        #[cfg_attr(feature = "clap", arg(long))]
        pub occasion: Option<String>,
        /// How completion will be recognised.
        #[cfg_attr(feature = "clap", arg(long))]
        pub done_when: Option<String>,
        /// The post responsible.
        #[cfg_attr(feature = "clap", arg(long))]
        pub post: Option<String>,
        /// A contact at work: an office, a functional address.
        #[cfg_attr(feature = "clap", arg(long))]
        pub contact: Option<String>,
        /// The desk colleague who follows it.
        #[cfg_attr(feature = "clap", arg(long))]
        pub handler: Option<String>,
        /// A limit that the actor itself declared.
        #[cfg_attr(feature = "clap", arg(long))]
        pub caveat: Option<String>,
        /// true: worded by the desk; false: confirmed by the lead.
        #[cfg_attr(feature = "clap", arg(long))]
        pub drafted: Option<String>,
        /// The level of result that it is about, or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub result_level: Option<String>,
        /// Months after which a word is due on it, or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub review_months: Option<String>,
    }
}

impl Edit for EditCommitment {
    type Reply = ();
    fn run(self, tx: &mut Tx<'_>) -> Result<()> {
        let at = find(tx, &self.commitment, Kind::Commitment).about("commitment")?;
        patch(tx, at, Commitment::deliverable, self.deliverable.as_deref(), Take::Text("deliverable"))?;
        patch_word::<CommitmentKind>(tx, at, Commitment::kind, self.kind.as_deref(), false)?;
        past_day(tx, "commitment", self.made_on.as_deref()).about("made_on")?;
        patch(tx, at, Commitment::made_on, self.made_on.as_deref(), Take::Day)?;
        patch(tx, at, Commitment::occasion, self.occasion.as_deref(), Take::Line)?;
        patch(tx, at, Commitment::done_when, self.done_when.as_deref(), Take::Paragraph)?;
        patch(tx, at, Commitment::post, self.post.as_deref(), Take::Line)?;
        patch(tx, at, Commitment::handler, self.handler.as_deref(), Take::Line)?;
        patch(tx, at, Commitment::contact, self.contact.as_deref(), Take::Line)?;
        patch(tx, at, Commitment::caveat, self.caveat.as_deref(), Take::Paragraph)?;
        patch(tx, at, Commitment::drafted, self.drafted.as_deref(), Take::Flag)?;
        patch_word::<ResultLevel>(tx, at, Commitment::result_level, self.result_level.as_deref(), true)?;
        patch(tx, at, Commitment::review_months, self.review_months.as_deref(), Take::Whole("number of months", 1, 120))?;
        Ok(())
    }
}

command! {
    /// Sets the accountable lead of a commitment from a day on. There is at most one at a time.
    pub struct SetLead {
        /// Reference or id of the commitment.
        pub commitment: String,
        /// The actor, or none.
        pub actor: String,
        /// Since when; today if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub on: Option<String>,
    }
}

impl Edit for SetLead {
    type Reply = ();
    fn run(self, tx: &mut Tx<'_>) -> Result<()> {
        let commitment = find(tx, &self.commitment, Kind::Commitment).about("commitment")?;
        let actor = match self.actor.trim() {
            NONE => None,
            said => Some(find(tx, said, Kind::Actor)?),
        };
        let on = act_day(tx, "change of lead", self.on.as_deref()).about("on")?;
        if tx.reader().lead_on(commitment.rid, on)?.map(|l| l.id) == actor.map(|a| a.id) {
            return Ok(());
        }
        part(tx, commitment, actor, Role::Lead, Some(on))?;
        Ok(())
    }
}

command! {
    /// Adds an actor that joins or supports a commitment.
    pub struct AddPartner {
        /// Reference or id of the commitment.
        pub commitment: String,
        /// The actor.
        pub actor: String,
        /// joint or supporting; supporting if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub role: Option<Role>,
    }
}

impl Edit for AddPartner {
    type Reply = Created;
    fn run(self, tx: &mut Tx<'_>) -> Result<Created> {
        let commitment = find(tx, &self.commitment, Kind::Commitment).about("commitment")?;
        let actor = find(tx, &self.actor, Kind::Actor).about("actor")?;
        let role = self.role.unwrap_or(Role::Supporting);
        if role == Role::Lead {
            return Err(Error::refuse("lead", "There is one accountable lead at a time: use set-lead.").about("role"));
        }
        let page = tx.reader().commitment(commitment.rid, tx.today())?;
        if page.joint.iter().chain(&page.supporting).any(|a| a.id == actor.id) {
            return Err(Error::refuse("taken", format!("This actor has a part in {} already.", page.reference)).about("actor"));
        }
        let at = part(tx, commitment, Some(actor), role, None)?;
        Created::of(tx, at)
    }
}

command! {
    /// Says that a commitment answers a further recommendation. It is still counted once, under its main one.
    pub struct AddAnswer {
        /// Reference or id of the commitment.
        pub commitment: String,
        /// Reference or id of the recommendation.
        pub recommendation: String,
    }
}

impl Edit for AddAnswer {
    type Reply = Created;
    fn run(self, tx: &mut Tx<'_>) -> Result<Created> {
        let commitment = find(tx, &self.commitment, Kind::Commitment).about("commitment")?;
        let recommendation = find(tx, &self.recommendation, Kind::Recommendation).about("recommendation")?;
        let page = tx.reader().commitment(commitment.rid, tx.today())?;
        if page.answers.iter().any(|a| a.id == recommendation.id) {
            return Err(Error::refuse("taken", format!("{} answers this recommendation already.", page.reference))
                .about("recommendation"));
        }
        create(tx, &Answer { commitment, recommendation, main: page.answers.is_empty() })
    }
}
