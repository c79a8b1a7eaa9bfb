//! Moving a due: a new row with its reason; what was due before stays.

use crate::door::{At, Edit, Query, command};
use crate::values::{act_day, day, find, line};
use followthrough_model::due::{Due as Said, DueKind};
use followthrough_model::record::Due;
use followthrough_model::{Day, Kind, Ref, due_words, text};
use followthrough_store::read::commitment::DueNow;
use followthrough_store::{Error, Reader, Result, Tx};
use serde::Serialize;
use ts_rs::TS;

command! {
    /// Moves the due of a commitment, for a stated reason. The original and every earlier due stay on record.
    pub struct SetDue {
        /// Reference or id of the commitment.
        pub commitment: String,
        /// The new due, as it was said: 2027-06-30, Q2 2027, 2025-2027, within 12 months, before the next ministerial, none.
        pub words: String,
        /// Why it moves.
        #[cfg_attr(feature = "clap", arg(long))]
        pub reason: String,
        /// Who decided it.
        #[cfg_attr(feature = "clap", arg(long))]
        pub decider: Option<String>,
        /// The day on which it was decided; today if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub on: Option<String>,
    }
}

impl Edit for SetDue {
    type Reply = DueNow;
    fn run(self, tx: &mut Tx<'_>) -> Result<DueNow> {
        let commitment = find(tx, &self.commitment, Kind::Commitment)?;
        let page = tx.reader().commitment(commitment.rid, tx.today())?;
        let due = due_words::read_made(&self.words, page.made_on)?;
        let reason = text::required("reason for the new due", &self.reason)?;
        let on = act_day(tx, "decision on the due", self.on.as_deref())?;
        if page.due.is_some_and(|now| now.stated == due.stated) {
            return Err(Error::refuse(
                "same_due",
                format!("It is due “{}” already. Give another due, or leave it.", text::brief(&due.stated, 60)),
            ));
        }
        let written = write_due(tx, commitment, &due, Some(on), line(self.decider.as_deref())?, Some(reason))?;
        let row = tx.reader().due(commitment.rid, written.id)?;
        let row = row.ok_or_else(|| Error::Value("the due that was just written".into()))?;
        // The kept day is settled when the edit ends.
        Ok(DueNow { due_by: due.due_by(None), ..row })
    }
}

/// Adds a due to an item. Without a day of decision it is an original.
pub(crate) fn write_due(
    tx: &mut Tx<'_>,
    of: Ref,
    due: &Said,
    decided_on: Option<Day>,
    decider: Option<String>,
    reason: Option<String>,
) -> Result<Ref> {
    let stamp = tx.stamp();
    tx.insert(&Due {
        of,
        kind: due.kind,
        stated: due.stated.clone(),
        from_day: due.from,
        to_day: due.to,
        event: None,
        before: due.before,
        offset_days: due.offset_days,
        every_months: due.every_months,
        decided_on,
        decider,
        reason,
        stamp,
    })
}

command! {
    /// Reads the words of a due and says what they mean. Stores nothing.
    pub struct ReadDue {
        /// The words, for example “by the end of Q2 2027” or “within 12 months”.
        pub words: String,
        /// The day on which they were said, from which “within 12 months” counts.
        #[cfg_attr(feature = "clap", arg(long))]
        pub made: Option<String>,
    }
}

/// What the words of a due mean.
#[derive(Debug, Serialize, TS)]
pub struct DueRead {
    pub kind: DueKind,
    pub stated: String,
    /// The last day that they allow, where it can be known.
    pub due_by: Option<Day>,
    /// First day of the stretch; for a recurring due the first occurrence.
    pub from: Option<Day>,
    /// Last day of the stretch; for a recurring due the day after which it comes no more.
    pub to: Option<Day>,
    /// Name of the event that it hangs on, as it was said.
    pub event: Option<String>,
    /// For an event: due before it (else after it).
    pub before: Option<bool>,
    /// For an event: days between it and the due.
    pub offset_days: Option<i32>,
    /// For a recurring due: months between two occurrences.
    pub interval: Option<i32>,
    /// One sentence.
    pub understood: String,
}

impl Query for ReadDue {
    type Reply = DueRead;
    const READS: &'static [Kind] = &[];
    fn run(self, _: &Reader<'_>, _: &At) -> Result<DueRead> {
        let due = due_words::read_made(&self.words, day(self.made.as_deref())?)?;
        let small = |n: i64| i32::try_from(n).ok();
        let of_event = due.kind == DueKind::Event;
        Ok(DueRead {
            understood: due_words::understood(&due),
            kind: due.kind,
            due_by: due.due_by(None),
            from: due.from,
            to: due.to,
            before: of_event.then_some(due.before),
            offset_days: small(due.offset_days).filter(|_| of_event),
            interval: due.every_months.and_then(small),
            event: due.event,
            stated: due.stated,
        })
    }
}
