//! What the desk asks and what it is answered: requests with their reminders, decisions, flags.

use super::{Asked, Desk, MONTHS};
use chrono::Days;
use followthrough_model::record::{Decision, Flag, Request, RequestAbout};
use followthrough_model::vocabulary::DecisionKind;
use followthrough_model::{Day, Ref};
use followthrough_store::{Result, Tx};

impl Desk<'_> {
    /// A month's part of what is asked, decided and flagged.
    pub(super) fn round(&mut self, month: usize) -> Result<()> {
        let share = |of: usize| of * (month + 1) / MONTHS - of * month / MONTHS;
        let (requests, decisions) = (share(self.size.commitments * 20 / 100), share(self.addressees.len() * 65 / 100));
        let flags = share(self.size.commitments / 50);
        let day = self.turn(month);
        self.edit("GenerateRequests", |desk, tx| {
            for _ in 0..requests {
                desk.request(tx, day)?;
            }
            for _ in 0..flags {
                desk.flag(tx, day)?;
            }
            Ok(())
        })?;
        let day = self.turn(month);
        self.edit("GenerateDecisions", |desk, tx| {
            for _ in 0..decisions {
                desk.decision(tx, day)?;
            }
            Ok(())
        })
    }

    /// A new request about a commitment or a few, or a reminder of one that waits.
    fn request(&mut self, tx: &mut Tx<'_>, day: Day) -> Result<()> {
        let again =
            if self.asked.is_empty() || self.chance.percent(55) { None } else { Some(self.chance.below(self.asked.len())) };
        let known = again.map(|n| (self.asked[n].request, self.asked[n].actor));
        let actor = known.map_or_else(|| self.actor(), |(_, actor)| actor);
        let row = Request {
            actor,
            on_day: day,
            text: self.sentence(5, 14),
            how: self.chance.percent(70).then(|| (*self.chance.one_of(&["letter", "mail", "telephone"])).to_owned()),
            reply_by: self.chance.percent(80).then(|| day + Days::new(30)),
            reminds: known.map(|(request, _)| request),
        };
        let request = self.insert(tx, &row)?;
        if again.is_some() {
            return Ok(());
        }
        let about = self.chance.below(self.commitments.len());
        for n in 0..self.chance.weighted(&[(1, 6), (2, 2), (3, 1)]) {
            let of = self.commitments[(about + n) % self.commitments.len()].at;
            self.insert(tx, &RequestAbout { request, of })?;
        }
        self.asked.push(Asked { request, actor });
        // Some are never answered.
        if self.asked.len() > self.size.commitments / 20 {
            let gone = self.chance.below(self.asked.len());
            self.asked.swap_remove(gone);
        }
        Ok(())
    }

    /// The request that an update answers, if it answers one.
    pub(super) fn answered(&mut self) -> Option<Ref> {
        if self.asked.is_empty() || !self.chance.percent(1) {
            return None;
        }
        let n = self.chance.below(self.asked.len());
        Some(self.asked.swap_remove(n).request)
    }

    fn decision(&mut self, tx: &mut Tx<'_>, day: Day) -> Result<()> {
        let (recommendation, actor) = *self.chance.one_of(&self.addressees);
        let answer = self.chance.weighted(&[
            (DecisionKind::Accepted, 9),
            (DecisionKind::AcceptedInPart, 4),
            (DecisionKind::AcceptedInPrinciple, 2),
            (DecisionKind::Noted, 2),
            (DecisionKind::NotAccepted, 1),
            (DecisionKind::UnderConsideration, 2),
            (DecisionKind::NotApplicable, 1),
        ]);
        let row = Decision {
            recommendation,
            actor,
            answer,
            on_day: day - Days::new(self.chance.below(20) as u64),
            reason: self.sometimes(60, 5, 12),
            planned_on: self.chance.percent(40).then(|| day + Days::new(400)),
            request: None,
            stamp: tx.stamp(),
        };
        self.insert(tx, &row)?;
        Ok(())
    }

    fn flag(&mut self, tx: &mut Tx<'_>, day: Day) -> Result<()> {
        let of = if self.chance.percent(80) {
            self.commitments[self.chance.below(self.commitments.len())].at
        } else {
            *self.chance.one_of(&self.recommendations)
        };
        let (on_day, why) = (day + Days::new(self.chance.below(400) as u64), self.sometimes(50, 3, 8));
        self.insert(tx, &Flag { of, on_day, why })?;
        Ok(())
    }
}
