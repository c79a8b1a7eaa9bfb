//! Who is asked and who acts, and the meetings on which dues hang, some of which are put off.

use super::{ACTORS, Desk, EVENTS, MONTHS, day_of};
use chrono::Days;
use followthrough_model::Day;
use followthrough_model::record::{Actor, Alias, Event, EventDate};
use followthrough_model::vocabulary::{ActorKind, Level};
use followthrough_store::{Result, Tx};

impl Desk<'_> {
    pub(super) fn actors_and_events(&mut self) -> Result<()> {
        self.edit("GenerateActors", |desk, tx| {
            for n in 0..ACTORS {
                // Each under one of the first thirty, those under one of the first five.
                let parent = match n {
                    0..5 => None,
                    5..30 => Some(desk.actors[n % 5]),
                    _ => Some(desk.actors[5 + n % 25]),
                };
                let kinds = [
                    (ActorKind::Department, 3),
                    (ActorKind::Mission, 3),
                    (ActorKind::State, 5),
                    (ActorKind::Office, 3),
                    (ActorKind::Agency, 2),
                ];
                let kind = if n < 5 { ActorKind::Organ } else { desk.chance.weighted(&kinds) };
                let level = desk.chance.weighted(&[(Level::Headquarters, 3), (Level::Field, 4), (Level::Capital, 3)]);
                let name = format!("{} {}", desk.sentence(2, 4).trim_end_matches('.'), n + 1);
                let short = desk.chance.percent(80).then(|| format!("AC{}", n + 1));
                let review_months = desk.chance.percent(6).then_some(6);
                let actor = Actor { short, level: Some(level), parent, review_months, ..Actor::of(name, kind) };
                let at = desk.insert(tx, &actor)?;
                desk.actors.push(at);
                if desk.chance.percent(20) {
                    let name = format!("{} {}", desk.phrase(2), n + 1);
                    desk.insert(tx, &Alias { of: at, name })?;
                }
            }
            for n in 0..EVENTS {
                let from = day_of(6 + n * MONTHS / EVENTS, 5);
                let at = desk.insert(tx, &Event { name: format!("Ministerial meeting {}", n + 1) })?;
                let (to_day, stamp) = (Some(from + Days::new(2)), tx.stamp());
                let days = EventDate { event: at, from_day: from, to_day, decided_on: None, decider: None, reason: None, stamp };
                desk.insert(tx, &days)?;
                desk.events.push((at, from));
            }
            Ok(())
        })
    }

    /// A meeting that was still to come is put off; what hangs on it moves.
    pub(super) fn move_event(&mut self, tx: &mut Tx<'_>, day: Day) -> Result<()> {
        let n = self.chance.below(self.events.len());
        let (event, from) = self.events[n];
        if from <= day {
            return Ok(());
        }
        let to = from + Days::new(20 + self.chance.below(200) as u64);
        self.events[n].1 = to;
        let row = EventDate {
            event,
            from_day: to,
            to_day: Some(to + Days::new(2)),
            decided_on: Some(day),
            decider: Some("bureau".to_owned()),
            reason: Some(self.sentence(4, 9)),
            stamp: tx.stamp(),
        };
        self.insert(tx, &row)?;
        Ok(())
    }
}
