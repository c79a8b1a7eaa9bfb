//! Dues: reading their words, hanging them on an event, and moving them: a new row with its reason; what was due before
//! stays.
//!
//! Does not move events; `events` does.

use crate::door::{At, Edit, Query, command};
use crate::values::{About, NONE, act_day, day, find, line};
use followthrough_model::due::{Due as Said, DueKind};
use followthrough_model::record::Due;
use followthrough_model::{Day, Kind, Ref, due_words, event_name, text};
use followthrough_store::read::commitment::DueNow;
use followthrough_store::{Error, Reader, Result, Tx};
use serde::Serialize;
use ts_rs::TS;

command! {
    /// Moves the due of a commitment or a milestone, for a stated reason. The original and every earlier due stay on record.
    pub struct SetDue {
        /// Reference or id of the commitment or milestone.
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
        /// The event on which it hangs, by name or reference, where the words do not tell; none keeps the words as a condition.
        #[cfg_attr(feature = "clap", arg(long))]
        pub event: Option<String>,
    }
}

impl Edit for SetDue {
    type Reply = DueNow;
    fn run(self, tx: &mut Tx<'_>) -> Result<DueNow> {
        let (of, commitment) = match tx.reader().find(&self.commitment, &[Kind::Milestone]) {
            Err(Error::Unknown { .. }) => {
                find(tx, &self.commitment, Kind::Commitment).map(|at| (at, at.rid)).about("commitment")?
            }
            found => found.and_then(|found| Ok((found.at, tx.reader().milestone_place(found.at.rid)?)))?,
        };
        let on = act_day(tx, "decision on the due", self.on.as_deref()).about("on")?;
        // “Within 12 months” counts from when it was made; where nobody knows, from when this was decided.
        let made = tx.reader().made_on(commitment)?.unwrap_or(on);
        let hung = read_due(&tx.reader(), &self.words, Some(made), self.event.as_deref()).about("words")?;
        let reason = text::required("reason for the new due", &self.reason).about("reason")?;
        if hung.is_said_by(&tx.reader(), tx.reader().due_on(of.rid, tx.today())?.as_ref())? {
            return Err(Error::refuse(
                "same_due",
                format!("It is due “{}” already. Give another due, or leave it.", text::brief(&hung.due.stated, 60)),
            )
            .about("words"));
        }
        let due_by = hung.due_by(&tx.reader())?;
        let written = put_due(tx, of, &hung, Some(on), line(self.decider.as_deref()).about("decider")?, Some(reason))?;
        let row = tx.reader().due(of.rid, written.id)?;
        let row = row.ok_or_else(|| Error::Value("the due that was just written".into()))?;
        // The kept day is settled when the edit ends.
        Ok(DueNow { due_by, ..row })
    }
}

/// A due as it was said, with the event that it hangs on.
#[derive(Debug, Clone)]
pub(crate) struct Hung {
    pub due: Said,
    pub event: Option<Ref>,
}

impl Hung {
    /// Whether it is what is due already.
    pub(crate) fn is_said_by(&self, r: &Reader<'_>, now: Option<&DueNow>) -> Result<bool> {
        let Some(now) = now else { return Ok(false) };
        let event = self.event.map(|event| r.brief(event.rid)).transpose()?.map(|event| event.title);
        let due = &self.due;
        // The same words can mean another day: “within 12 months” once the day is known on which it was made.
        Ok(now.stated == due.stated && now.kind == due.kind && (now.from, now.to) == (due.from, due.to) && now.event == event)
    }

    /// The last day that it allows, by the date of its event.
    pub(crate) fn due_by(&self, r: &Reader<'_>) -> Result<Option<Day>> {
        let days = self.event.map(|event| r.event_days(event.rid)).transpose()?.flatten();
        Ok(self.due.due_by(days))
    }
}

/// The due that the words say. `made`: the day on which they were said. `event`: the event that they mean, by name or
/// reference, or `none` to keep them as a condition; else it is read from the words.
pub(crate) fn read_due(reader: &Reader<'_>, words: &str, made: Option<Day>, event: Option<&str>) -> Result<Hung> {
    hang(reader, due_words::read_made(words, made)?, event)
}

/// Hangs a due on the event that it means.
pub(crate) fn hang(reader: &Reader<'_>, due: Said, event: Option<&str>) -> Result<Hung> {
    let event = event.map(str::trim).filter(|said| !said.is_empty());
    match (due.kind, event) {
        (DueKind::Event, Some(NONE)) => {
            Ok(Hung { due: Said { kind: DueKind::Condition, event: None, before: false, offset_days: 0, ..due }, event: None })
        }
        (_, Some(NONE)) | (DueKind::Recurring | DueKind::Stage | DueKind::Condition | DueKind::None, None) => {
            Ok(Hung { due, event: None })
        }
        (DueKind::Event, said) => {
            let event = match said {
                Some(said) => the_event(reader, said).about("event")?,
                None => the_event(reader, due.event.as_deref().unwrap_or(&due.stated))?,
            };
            Ok(Hung { due, event: Some(event) })
        }
        // Words that name no happening of their own (“at mission start-up”) can be hung on one: due when it is over.
        (DueKind::Stage | DueKind::Condition, Some(said)) => {
            let event = the_event(reader, said).about("event")?;
            Ok(Hung { due: Said { kind: DueKind::Event, ..due }, event: Some(event) })
        }
        (_, Some(_)) => Err(Error::refuse(
            "not_of_an_event",
            format!(
                "“{}” says a time of its own and hangs on no event. Write for example “before the ministerial”, or leave the event out.",
                text::brief(&due.stated, 60)
            ),
        )
        .about("event")),
        (_, None) => Ok(Hung { due, event: None }),
    }
}

/// The one live event that is meant: by its name or reference, or by the words that tell it from others.
fn the_event(reader: &Reader<'_>, said: &str) -> Result<Ref> {
    match reader.find(said, &[Kind::Event]) {
        Err(Error::Unknown { .. }) => {}
        found => return Ok(found?.at),
    }
    let events = reader.event_names()?;
    let meant = event_name::meant(said, events.iter().map(|(_, name)| name.as_str()));
    match meant.as_slice() {
        [one] => Ok(events[*one].0),
        [] => Err(Error::refuse(
            "no_event",
            format!(
                "There is no event “{}” yet. Add it with add-event and say this again; or give none as the event, which keeps the words as a condition.",
                text::brief(said, 60)
            ),
        )),
        many => Err(Error::Ambiguous {
            said: text::brief(said, 60),
            candidates: many
                .iter()
                .take(6)
                .map(|at| Ok(format!("{} ({})", reader.reference(events[*at].0.rid)?, events[*at].1)))
                .collect::<Result<Vec<_>>>()?,
        }),
    }
}

/// Adds a due with the event that it hangs on.
pub(crate) fn put_due(
    tx: &mut Tx<'_>,
    of: Ref,
    Hung { due, event }: &Hung,
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
        event: *event,
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
    /// Name of the event of this workspace that is meant.
    pub hangs_on: Option<String>,
    /// One sentence.
    pub understood: String,
}

impl Query for ReadDue {
    type Reply = DueRead;
    const READS: &'static [Kind] = &[Kind::Event, Kind::EventDate];
    fn run(self, r: &Reader<'_>, _: &At) -> Result<DueRead> {
        let due = due_words::read_made(&self.words, day(self.made.as_deref())?)?;
        let small = |n: i64| i32::try_from(n).ok();
        let of_event = due.kind == DueKind::Event;
        let meant = if of_event { hang(r, due.clone(), None).ok().and_then(|hung| hung.event) } else { None };
        let days = meant.map(|event| r.event_days(event.rid)).transpose()?.flatten();
        Ok(DueRead {
            hangs_on: meant.map(|event| r.brief(event.rid)).transpose()?.map(|event| event.title),
            understood: due_words::understood(&due),
            kind: due.kind,
            due_by: due.due_by(days),
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
