//! Milestones: the dated steps of a commitment. Their dues are moved with `SetDue`, as those of commitments are.

use crate::door::{At, Edit, Query, command};
use crate::dues::{put_due, read_due};
use crate::values::{About, Created, NONE, Take, act_day, find, patch, patch_word};
use followthrough_model::record::Milestone;
use followthrough_model::vocabulary::Term;
use followthrough_model::{Day, Kind, Ref, Value, text};
use followthrough_store::read::milestone::{MilestoneRow, MilestonesArgs};
use followthrough_store::{Error, Reader, Result, Tx};
use serde::Serialize;
use ts_rs::TS;

command! {
    /// Adds a dated step to a commitment, after those that it has.
    pub struct AddMilestone {
        /// Reference or id of the commitment.
        pub commitment: String,
        /// What will have been reached.
        #[cfg_attr(feature = "clap", arg(long))]
        pub text: String,
        /// When it is due, in words.
        #[cfg_attr(feature = "clap", arg(long))]
        pub due: Option<String>,
        /// How far ahead it lies: short, medium or long.
        #[cfg_attr(feature = "clap", arg(long))]
        pub term: Option<Term>,
        /// The event on which its due hangs, by name or reference, where the words do not tell; none keeps the words as a condition.
        #[cfg_attr(feature = "clap", arg(long))]
        pub event: Option<String>,
    }
}

impl Edit for AddMilestone {
    type Reply = Created;
    fn run(self, tx: &mut Tx<'_>) -> Result<Created> {
        let commitment = find(tx, &self.commitment, Kind::Commitment).about("commitment")?;
        let made = tx.reader().made_on(commitment.rid)?;
        let due = self
            .due
            .as_deref()
            .map(|words| read_due(&tx.reader(), words, made, self.event.as_deref()))
            .transpose()
            .about("due")?;
        let ord = tx.reader().milestone_ord(commitment.rid)?;
        let text = text::required("text of the milestone", &self.text).about("text")?;
        let at = tx.insert(&Milestone { commitment, text, term: self.term, done_on: None, ord })?;
        if let Some(due) = due {
            put_due(tx, at, &due, None, None, None)?;
        }
        Created::of(tx, at)
    }
}

command! {
    /// Changes a milestone. A field that is not given stays; none clears it. Its due is moved with set-due.
    pub struct EditMilestone {
        /// Reference or id of the milestone.
        pub milestone: String,
        /// What will have been reached.
        #[cfg_attr(feature = "clap", arg(long))]
        pub text: Option<String>,
        /// short, medium, long or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub term: Option<String>,
        /// Its place among the milestones of its commitment, from 1.
        #[cfg_attr(feature = "clap", arg(long))]
        pub place: Option<u32>,
    }
}

impl Edit for EditMilestone {
    type Reply = ();
    fn run(self, tx: &mut Tx<'_>) -> Result<()> {
        let at = milestone(tx, &self.milestone).about("milestone")?;
        patch(tx, at, Milestone::text, self.text.as_deref(), Take::Text("text of the milestone"))?;
        patch_word::<Term>(tx, at, Milestone::term, self.term.as_deref(), true)?;
        if let Some(place) = self.place {
            let commitment = tx.reader().milestone_place(at.rid)?;
            let mut order = tx.reader().milestone_order(commitment)?;
            order.retain(|other| *other != at);
            let place = usize::try_from(place).unwrap_or(usize::MAX).clamp(1, order.len() + 1);
            order.insert(place - 1, at);
            for (ord, other) in (1_i64..).zip(order) {
                tx.set(other, Milestone::ord, &Value::Int(ord))?;
            }
        }
        Ok(())
    }
}

command! {
    /// Says on which day a milestone was reached; or opens it again with --on none.
    pub struct CompleteMilestone {
        /// Reference or id of the milestone.
        pub milestone: String,
        /// The day; today if not given; none opens it again.
        #[cfg_attr(feature = "clap", arg(long))]
        pub on: Option<String>,
    }
}

impl Edit for CompleteMilestone {
    type Reply = ();
    fn run(self, tx: &mut Tx<'_>) -> Result<()> {
        let at = milestone(tx, &self.milestone).about("milestone")?;
        let done = match self.on.as_deref().map(str::trim) {
            Some(NONE) => Value::Null,
            on => Value::Text(act_day(tx, "milestone", on)?.to_string()),
        };
        tx.set(at, Milestone::done_on, &done)?;
        Ok(())
    }
}

/// A live milestone of a commitment that is not in the bin.
fn milestone(tx: &Tx<'_>, said: &str) -> Result<Ref> {
    let at = find(tx, said, Kind::Milestone)?;
    if let Some(gone) = tx.reader().gone_beneath(at.rid)? {
        let gone = tx.reader().brief(gone)?;
        return Err(Error::refuse(
            "in_the_bin",
            format!("It rests on “{}” ({}), which is in the bin. Restore that first.", gone.title, gone.reference),
        ));
    }
    Ok(at)
}

command! {
    /// The milestones of open commitments that are not reached yet and have a day, the earliest first.
    pub struct Milestones {
        /// Only those whose day is past.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<bool>")]
        #[serde(default)]
        pub overdue: bool,
        /// Only those that are due within so many days.
        #[cfg_attr(feature = "clap", arg(long))]
        pub due_within: Option<u32>,
        /// At most so many; 100 if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub limit: Option<u32>,
        /// After so many.
        #[cfg_attr(feature = "clap", arg(long))]
        pub offset: Option<u32>,
    }
}

/// One page of milestones.
#[derive(Debug, Serialize, TS)]
pub struct MilestonesReply {
    pub as_of: Day,
    pub total: u32,
    pub items: Vec<MilestoneRow>,
}

impl Query for Milestones {
    type Reply = MilestonesReply;
    const READS: &'static [Kind] = &[
        Kind::Milestone,
        Kind::Due,
        Kind::Event,
        Kind::EventDate,
        Kind::Commitment,
        Kind::CommitmentActor,
        Kind::Update,
        Kind::Verification,
        Kind::Actor,
    ];
    fn run(self, r: &Reader<'_>, at: &At) -> Result<MilestonesReply> {
        if self.overdue && self.due_within.is_some() {
            return Err(Error::refuse("arguments", "Ask for what is overdue or for what is due soon, not for both at once."));
        }
        let until = self.due_within.map(|days| {
            let last = chrono::Days::new(u64::from(days));
            at.as_of.checked_add_days(last).unwrap_or(followthrough_model::spans::STILL)
        });
        let (total, items) = r.milestones(&MilestonesArgs {
            as_of: at.as_of,
            overdue: self.overdue,
            until,
            limit: self.limit.unwrap_or(100),
            offset: self.offset.unwrap_or(0),
        })?;
        Ok(MilestonesReply { as_of: at.as_of, total, items })
    }
}
