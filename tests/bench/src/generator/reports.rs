//! What was reported: updates with their evidence, and the verdicts.

use super::{Desk, Known};
use chrono::{Datelike, Days, Months};
use followthrough_model::record::{Evidence, EvidenceUse, Update, Verification};
use followthrough_model::vocabulary::{EvidenceKind, Health, ObstacleKind, Practice, Reach, ResultLevel, Stance, Verdict};
use followthrough_model::{Day, Ref, Status};
use followthrough_store::{Clock as _, Job, Result, Tx};

impl Desk<'_> {
    /// One update of some commitment, or the verdict that it waits for.
    pub(super) fn report(&mut self, tx: &mut Tx<'_>, day: Day) -> Result<()> {
        // One in two hundred is reported on all the time.
        let mut of = self.chance.below(self.commitments.len());
        if self.chance.percent(5) {
            of -= of % 200;
        }
        self.logged += 1;
        let Known { at, status, supported, .. } = self.commitments[of];
        if status == Status::ReportedImplemented && self.chance.percent(70) {
            let usual = if supported { (Verdict::Verified, 14) } else { (Verdict::Waived, 3) };
            let verdict = self.chance.weighted(&[usual, (Verdict::Returned, 6)]);
            let reason = if verdict == Verdict::Verified { None } else { Some(self.sentence(5, 12)) };
            let by = Some("desk officer".to_owned());
            let row = Verification { reason, by, ..Verification::of(at, day, verdict, tx.stamp()) };
            self.insert(tx, &row)?;
            self.commitments[of].status =
                if verdict == Verdict::Returned { Status::UnderImplementation } else { Status::Implemented };
        }
        let next = self.next(self.commitments[of].status);
        self.update(tx, of, day, next)
    }

    pub(super) fn update(&mut self, tx: &mut Tx<'_>, of: usize, day: Day, status: Option<Status>) -> Result<()> {
        let on_day = day - Days::new(self.chance.below(25) as u64);
        let obstacle = self.sometimes(15, 5, 14);
        let short_of = obstacle.is_some() && self.chance.percent(20);
        let request = self.answered();
        let row = Update {
            by_actor: self.chance.percent(85).then(|| self.actor()),
            formal: self.chance.percent(60),
            status,
            reach: self.chance.percent(15).then(|| *self.chance.one_of(Reach::ALL)),
            health: self.chance.percent(40).then(|| *self.chance.one_of(Health::ALL)),
            text: self.sentence(10, 40),
            obstacle_kind: obstacle
                .as_ref()
                .and_then(|_| self.chance.percent(80).then(|| *self.chance.one_of(ObstacleKind::ALL))),
            remedy: if obstacle.is_some() { self.sometimes(40, 4, 10) } else { None },
            obstacle,
            resources: if short_of { Some(self.sentence(3, 7)) } else { None },
            resources_asked: short_of.then_some(on_day),
            escalated_to: self.chance.percent(2).then(|| self.actor()),
            practice: self.chance.percent(3).then(|| *self.chance.one_of(Practice::ALL)),
            occurrence: self.occurrence(of),
            request,
            ..Update::of(self.commitments[of].at, on_day, String::new(), tx.stamp())
        };
        let update = self.insert(tx, &row)?;
        if let Some(status) = status {
            self.commitments[of].status = status;
        }
        if self.updates.len() < 20_000 && self.chance.percent(5) {
            self.updates.push(update);
        }
        if self.chance.percent(20) {
            self.evidence(tx, of, update, row.on_day)?;
        }
        Ok(())
    }

    /// The status that an update sets, if it sets one.
    pub(super) fn next(&mut self, now: Status) -> Option<Status> {
        use Status as S;
        let steps: &[(Option<S>, usize)] = match now {
            S::NotStarted => &[
                (None, 30),
                (Some(S::UnderImplementation), 65),
                (Some(S::OvertakenByEvents), 2),
                (Some(S::ReportedImplemented), 3),
            ],
            S::UnderImplementation | S::PartiallyImplemented => &[
                (None, 62),
                (Some(S::PartiallyImplemented), 14),
                (Some(S::ReportedImplemented), 9),
                (Some(S::NotImplemented), 5),
                (Some(S::Suspended), 4),
                (Some(S::ClosedWithoutImplementation), 2),
                (Some(S::PartiallyImplementedNoFurtherAction), 2),
                (Some(S::Superseded), 2),
            ],
            S::NotImplemented | S::Suspended => &[(None, 65), (Some(S::UnderImplementation), 35)],
            S::ReportedImplemented => &[(None, 1)],
            _ => &[(None, 93), (Some(S::UnderImplementation), 7)],
        };
        self.chance.weighted(steps)
    }

    fn evidence(&mut self, tx: &mut Tx<'_>, of: usize, update: Ref, day: Day) -> Result<()> {
        let again = !self.evidence.is_empty() && self.chance.percent(30);
        let evidence = if again {
            let back = self.chance.below(self.evidence.len().min(400));
            self.evidence[self.evidence.len() - 1 - back]
        } else {
            let kind = self.chance.weighted(&[
                (EvidenceKind::Link, 40),
                (EvidenceKind::Symbol, 30),
                (EvidenceKind::Note, 28),
                (EvidenceKind::File, 2),
            ]);
            let n = self.evidence.len();
            let mut sha256 = None;
            let target = match kind {
                EvidenceKind::Link => Some(format!("https://example.org/reports/{}/{n}", day.year())),
                EvidenceKind::Symbol => Some(format!("S/{}/{n}", day.year())),
                EvidenceKind::Note | EvidenceKind::Mechanism => Some(self.sentence(6, 20)),
                EvidenceKind::File => {
                    let words = self.chance.between(100, 1_000);
                    let bytes = self.phrase(words);
                    sha256 = Some(tx.adopt(self.store.stage_bytes(
                        &format!("report-{n}.txt"),
                        bytes.as_bytes(),
                        &Job::default(),
                    )?)?);
                    None
                }
            };
            let row = Evidence {
                kind,
                title: self.sentence(4, 10),
                target,
                sha256,
                speaks_of: Some(day),
                independent: self.chance.percent(25),
            };
            let at = self.insert(tx, &row)?;
            self.evidence.push(at);
            at
        };
        let stance =
            self.chance.weighted(&[(Stance::Supports, 75), (Stance::Context, 12), (Stance::Mixed, 8), (Stance::Contradicts, 5)]);
        let page = self.chance.percent(40).then(|| (1 + self.chance.below(90)).to_string());
        let level = self.chance.percent(40).then(|| *self.chance.one_of(ResultLevel::ALL));
        // Some of it is about the whole commitment and not about one update.
        let on = if self.chance.percent(15) { self.commitments[of].at } else { update };
        self.insert(tx, &EvidenceUse { evidence, of: on, page, stance, level })?;
        self.commitments[of].supported |= stance == Stance::Supports;
        Ok(())
    }

    /// The occurrence of a recurring due that an update reports: now and then the next one.
    fn occurrence(&mut self, of: usize) -> Option<Day> {
        let next = self.commitments[of].occurrence?;
        if next > self.clock.today() || self.chance.percent(40) {
            return None;
        }
        self.commitments[of].occurrence = next.checked_add_months(Months::new(6));
        Some(next)
    }
}
