//! What was undertaken: commitments with their dues, actors, steps and series.

use super::dues::due_row;
use super::{Desk, Known, MONTHS};
use chrono::Days;
use followthrough_model::due::{Due as Said, DueKind};
use followthrough_model::record::{Answer, Commitment, CommitmentActor, Milestone, Series, item};
use followthrough_model::vocabulary::{CommitmentKind, ListKind, Role, Term};
use followthrough_model::{Day, Ref, Status, Value};
use followthrough_store::{Result, Tx};

impl Desk<'_> {
    pub(super) fn commitment(&mut self, tx: &mut Tx<'_>, day: Day, month: usize) -> Result<()> {
        let kinds = [
            (CommitmentKind::Response, 5),
            (CommitmentKind::DeclaredCommitment, 3),
            (CommitmentKind::Pledge, 2),
            (CommitmentKind::PlanAction, 3),
            (CommitmentKind::Directive, 1),
        ];
        let row = Commitment {
            deliverable: self.sentence(8, 22),
            kind: self.chance.weighted(&kinds),
            made_on: self.chance.percent(90).then_some(day),
            done_when: self.sometimes(40, 6, 15),
            post: self.chance.percent(50).then(|| self.prose.phrase(&mut self.chance, 3)),
            handler: self.handler(),
            caveat: self.sometimes(10, 5, 12),
            drafted: self.chance.percent(8),
            series: self.series.filter(|_| self.chance.percent(8)),
            review_months: self.chance.percent(4).then(|| *self.chance.one_of(&[3, 6, 12])),
            ..Commitment::of(String::new(), CommitmentKind::Response)
        };
        let commitment = self.insert(tx, &row)?;
        let known = self.recommendations.len() * (month + 20) / (MONTHS + 20);
        for main in [true, false] {
            if main || self.chance.percent(12) {
                let recommendation = self.recommendations[self.chance.below(known)];
                self.insert(tx, &Answer { commitment, recommendation, main })?;
            }
        }
        let stamp = tx.stamp();
        if self.chance.percent(94) {
            let actor = Some(self.actor());
            self.insert(tx, &CommitmentActor { commitment, actor, role: Role::Lead, from_day: None, stamp })?;
        }
        for _ in 0..self.chance.weighted(&[(0, 5), (1, 3), (2, 2), (4, 1)]) {
            let actor = Some(self.actor());
            let role = if self.chance.percent(30) { Role::Joint } else { Role::Supporting };
            self.insert(tx, &CommitmentActor { commitment, actor, role, from_day: None, stamp })?;
        }
        let said = self.due(day);
        let mut occurrence = None;
        let dated = said.as_ref().is_some_and(|s| s.to.is_some());
        if let Some(said) = said {
            let event = (said.kind == DueKind::Event).then(|| self.chance.one_of(&self.events).0);
            occurrence = said.from.filter(|_| said.kind == DueKind::Recurring);
            self.insert(tx, &due_row(commitment, said, event, None, None, stamp))?;
        }
        if self.chance.percent(1) {
            tx.set(commitment, item::PRIVATE, &Value::Int(1))?;
        }
        if self.chance.percent(15) {
            self.milestones(tx, commitment, day)?;
        }
        if self.chance.percent(10) {
            self.values_of(tx, commitment, ListKind::Commitments)?;
        }
        self.commitments.push(Known { at: commitment, status: Status::NotStarted, supported: false, dated, occurrence });
        Ok(())
    }

    /// One of the desk follows it; now and then it is the one whose list "mine" is.
    fn handler(&mut self) -> Option<String> {
        let n = self.chance.below(20);
        match n {
            0 => Some("generator".to_owned()),
            1..12 => Some(format!("desk {n}")),
            _ => None,
        }
    }

    /// One thing asked of many at once, to which the commitments of the month belong.
    pub(super) fn open_series(&mut self, tx: &mut Tx<'_>) -> Result<()> {
        let title = self.sentence(3, 7);
        let recommendation = Some(self.recommendations[self.chance.below(self.recommendations.len())]);
        self.series = Some(self.insert(tx, &Series { title, recommendation })?);
        Ok(())
    }

    /// A few steps, one of them done at times.
    fn milestones(&mut self, tx: &mut Tx<'_>, commitment: Ref, day: Day) -> Result<()> {
        for ord in 1..=self.chance.weighted(&[(1, 1), (2, 2), (3, 1)]) {
            let by = day + Days::new(120 * ord + self.chance.below(200) as u64);
            let row = Milestone {
                commitment,
                text: self.sentence(5, 12),
                term: Some(*self.chance.one_of(Term::ALL)),
                done_on: self.chance.percent(40).then_some(by),
                ord: i64::try_from(ord).unwrap_or(0),
            };
            let milestone = self.insert(tx, &row)?;
            if let Ok(said) = Said::stretch(DueKind::Day, &by.to_string(), by, by) {
                self.insert(tx, &due_row(milestone, said, None, None, None, tx.stamp()))?;
            }
        }
        Ok(())
    }
}
