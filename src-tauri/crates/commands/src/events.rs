//! Events that dues hang on: adding, renaming and moving them, and asking what a move would do.
//!
//! Does not write dues; what hangs on an event follows its date.

use crate::door::{At, Edit, Query, command};
use crate::values::{About, Created, act_day, find, line, refuse_taken, required_line};
use followthrough_model::due::DueKind;
use followthrough_model::record::{Event, EventDate};
use followthrough_model::{Day, Kind, Ref, Value, due_words, parse_day, text};
use followthrough_store::read::event::{EventMove, EventRow};
use followthrough_store::{Error, Reader, Result, Tx};
use serde::Serialize;
use ts_rs::TS;

command! {
    /// Adds an event that dues can hang on: a ministerial, a renewal of a mandate, a conference.
    pub struct AddEvent {
        /// Its name.
        pub name: String,
        /// Its first day, or a month or year: 2021-12-07, December 2021. Without it the event has no date yet.
        #[cfg_attr(feature = "clap", arg(long))]
        pub from: Option<String>,
        /// Its last day, where it has several.
        #[cfg_attr(feature = "clap", arg(long))]
        pub to: Option<String>,
    }
}

impl Edit for AddEvent {
    type Reply = Created;
    fn run(self, tx: &mut Tx<'_>) -> Result<Created> {
        let name = event_name(tx, &self.name, None).about("name")?;
        let days = match (self.from.as_deref(), self.to.as_deref()) {
            (Some(from), to) => Some(days(from, to)?),
            (None, Some(_)) => return Err(Error::refuse("empty", "Give the first day of the event too.").about("from")),
            (None, None) => None,
        };
        let at = tx.insert(&Event { name })?;
        if let Some(days) = days {
            dated(tx, at, days, Decision::default())?;
        }
        Created::of(tx, at)
    }
}

command! {
    /// Renames an event. What hangs on it stays.
    pub struct RenameEvent {
        /// Name, reference or id of the event.
        pub event: String,
        /// The new name.
        pub name: String,
    }
}

impl Edit for RenameEvent {
    type Reply = ();
    fn run(self, tx: &mut Tx<'_>) -> Result<()> {
        let at = find(tx, &self.event, Kind::Event).about("event")?;
        let name = event_name(tx, &self.name, Some(at)).about("name")?;
        tx.set(at, Event::name, &Value::Text(name))?;
        Ok(())
    }
}

command! {
    /// Moves an event to other days, for a stated reason. The dues that hang on it move along in the same entry; its preview says which.
    pub struct MoveEvent {
        /// Name, reference or id of the event.
        pub event: String,
        /// Its new first day, or a month or year.
        #[cfg_attr(feature = "clap", arg(long))]
        pub from: String,
        /// Its new last day, where it has several.
        #[cfg_attr(feature = "clap", arg(long))]
        pub to: Option<String>,
        /// Why it moves; not needed for its first date.
        #[cfg_attr(feature = "clap", arg(long))]
        pub reason: Option<String>,
        /// Who decided it.
        #[cfg_attr(feature = "clap", arg(long))]
        pub decider: Option<String>,
        /// The day on which it was decided; today if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub on: Option<String>,
    }
}

impl Edit for MoveEvent {
    type Reply = EventMove;
    fn run(self, tx: &mut Tx<'_>) -> Result<EventMove> {
        let at = find(tx, &self.event, Kind::Event).about("event")?;
        let days = days(&self.from, self.to.as_deref())?;
        let moves = tx.reader().event_move(at.rid, days.0, days.1, tx.today())?;
        if let Some(refused) = &moves.refused {
            return Err(Error::refuse("event_before_commitment", refused.clone()));
        }
        let decider = line(self.decider.as_deref()).about("decider")?;
        let reason = self.reason.as_deref().and_then(text::clean);
        let decision = match moves.was_from {
            // The first date is no move, whenever it was entered.
            None => Decision { on: None, decider, reason },
            Some(was) => {
                if (was, moves.was_to) == days {
                    return Err(Error::refuse("same_days", "The event is on these days already. Give other days, or leave it.")
                        .about("from"));
                }
                let reason = text::required("reason for moving the event", reason.as_deref().unwrap_or_default())?;
                let on = act_day(tx, "decision to move the event", self.on.as_deref()).about("on")?;
                if let Some(before) = tx.reader().event_decided(at.rid)?.filter(|before| *before > on) {
                    return Err(Error::refuse(
                        "event_decided_later",
                        format!(
                            "The date of the event was decided on {before} already, after {on}. Give the day of the later decision."
                        ),
                    ).about("on"));
                }
                Decision { on: Some(on), decider, reason: Some(reason) }
            }
        };
        dated(tx, at, days, decision)?;
        Ok(moves)
    }
}

/// Who decided on a date, when and why; nothing of it for the first.
#[derive(Default)]
struct Decision {
    on: Option<Day>,
    decider: Option<String>,
    reason: Option<String>,
}

fn dated(tx: &mut Tx<'_>, event: Ref, (from_day, to_day): (Day, Option<Day>), decision: Decision) -> Result<Ref> {
    let stamp = tx.stamp();
    let Decision { on: decided_on, decider, reason } = decision;
    tx.insert(&EventDate { event, from_day, to_day, decided_on, decider, reason, stamp })
}

fn event_name(tx: &Tx<'_>, said: &str, but: Option<Ref>) -> Result<String> {
    let name = required_line("name of the event", said)?;
    refuse_taken(tx, &name, &[Kind::Event], but)?;
    Ok(name)
}

/// The days of an event as they were said: a first and a last one, or a stretch of the calendar.
fn days(from: &str, to: Option<&str>) -> Result<(Day, Option<Day>)> {
    let (first, end) = stretch(from).about("from")?;
    let last = to.map(stretch).transpose().about("to")?.map_or(end, |(_, last)| last);
    if last < first {
        return Err(Error::refuse(
            "window",
            format!("The event would end on {last}, before it begins on {first}. Give the earlier day first."),
        )
        .about("to"));
    }
    Ok((first, (last > first).then_some(last)))
}

fn stretch(said: &str) -> Result<(Day, Day)> {
    if let Ok(day) = parse_day(said) {
        return Ok((day, day));
    }
    match due_words::read(said) {
        Ok(due) if matches!(due.kind, DueKind::Day | DueKind::Month | DueKind::Quarter | DueKind::Year | DueKind::Window) => {
            due.from.zip(due.to).ok_or_else(|| no_day(said))
        }
        _ => Err(no_day(said)),
    }
}

fn no_day(said: &str) -> Error {
    Error::refuse("day", format!("“{}” is not a day. Write it as 2027-06-30, or June 2027, or 2027.", text::brief(said, 40)))
}

command! {
    /// What would move if an event moved: which dues, from which day to which, what would be overdue and what no longer. Stores nothing.
    pub struct EventMovePreview {
        /// Name, reference or id of the event.
        pub event: String,
        /// Its new first day, or a month or year.
        #[cfg_attr(feature = "clap", arg(long))]
        pub from: String,
        /// Its new last day, where it has several.
        #[cfg_attr(feature = "clap", arg(long))]
        pub to: Option<String>,
    }
}

impl Query for EventMovePreview {
    type Reply = EventMove;
    const READS: &'static [Kind] = &[Kind::Event, Kind::EventDate, Kind::Due, Kind::Commitment, Kind::Milestone];
    fn run(self, r: &Reader<'_>, at: &At) -> Result<EventMove> {
        let event = r.find(&self.event, &[Kind::Event])?.at;
        let (from, to) = days(&self.from, self.to.as_deref())?;
        r.event_move(event.rid, from, to, at.today)
    }
}

command! {
    /// The events that dues hang on, the earliest first, those without a date last.
    pub struct Events {
        /// At most so many; 100 if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub limit: Option<u32>,
        /// After so many.
        #[cfg_attr(feature = "clap", arg(long))]
        pub offset: Option<u32>,
    }
}

/// One page of events.
#[derive(Debug, Serialize, TS)]
pub struct EventsReply {
    pub as_of: Day,
    pub total: u32,
    pub items: Vec<EventRow>,
}

impl Query for Events {
    type Reply = EventsReply;
    const READS: &'static [Kind] =
        &[Kind::Event, Kind::EventDate, Kind::Due, Kind::Commitment, Kind::Milestone, Kind::Recommendation];
    fn run(self, r: &Reader<'_>, at: &At) -> Result<EventsReply> {
        let (total, items) = r.events(at.as_of, self.limit.unwrap_or(100), self.offset.unwrap_or(0))?;
        Ok(EventsReply { as_of: at.as_of, total, items })
    }
}
