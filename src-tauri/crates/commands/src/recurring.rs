//! What comes again and again: the occurrences of a recurring due, and how often a word is asked about an item.

use crate::door::{Edit, command};
use crate::updates::occurrence;
use crate::values::{About, Created, NONE, act_day, create, find};
use followthrough_model::record::{Actor, Commitment, Source, Verification};
use followthrough_model::vocabulary::Verdict;
use followthrough_model::{Kind, Value, text};
use followthrough_store::{Error, Result, Tx};

command! {
    /// Waives one occurrence of a recurring due, for a stated reason. The others stay due.
    pub struct WaiveOccurrence {
        /// Reference or id of the commitment.
        pub commitment: String,
        /// The day of the occurrence.
        pub occurrence: String,
        /// Why.
        #[cfg_attr(feature = "clap", arg(long))]
        pub reason: String,
        /// The day on which it was waived; today if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub on: Option<String>,
    }
}

impl Edit for WaiveOccurrence {
    type Reply = Created;
    fn run(self, tx: &mut Tx<'_>) -> Result<Created> {
        let commitment = find(tx, &self.commitment, Kind::Commitment).about("commitment")?;
        let on_day = act_day(tx, "waiver", self.on.as_deref()).about("on")?;
        let occurrence = occurrence(tx, commitment, Some(&self.occurrence)).about("occurrence")?;
        if let Some(day) = occurrence
            && tx.reader().is_told(commitment.rid, day)?
        {
            return Err(Error::refuse("occurrence_told", format!("The occurrence of {day} was reported or waived already."))
                .about("occurrence"));
        }
        let reason = text::required("reason for the waiver", &self.reason).about("reason")?;
        let stamp = tx.stamp();
        create(
            tx,
            &Verification { reason: Some(reason), occurrence, ..Verification::of(commitment, on_day, Verdict::Waived, stamp) },
        )
    }
}

command! {
    /// Sets after how many months a word is due again: on one commitment, on all of a source, or on all that an actor leads.
    pub struct SetReviewInterval {
        /// Reference or id of the commitment, source or actor.
        pub item: String,
        /// Months, 1 to 120; or none.
        pub months: String,
    }
}

impl Edit for SetReviewInterval {
    type Reply = ();
    fn run(self, tx: &mut Tx<'_>) -> Result<()> {
        let found = tx.reader().find(&self.item, &[Kind::Commitment, Kind::Source, Kind::Actor]).about("item")?;
        let months = match self.months.trim() {
            NONE => Value::Null,
            said => match said.parse::<i64>() {
                Ok(months @ 1..=120) => Value::Int(months),
                _ => {
                    return Err(Error::refuse(
                        "interval",
                        format!("“{}” is not a number of months. Give 1 to 120, or none.", text::brief(said, 20)),
                    )
                    .about("months"));
                }
            },
        };
        let field = match found.kind {
            Kind::Source => Source::review_months,
            Kind::Actor => Actor::review_months,
            _ => Commitment::review_months,
        };
        tx.set(found.at, field, &months)?;
        Ok(())
    }
}
