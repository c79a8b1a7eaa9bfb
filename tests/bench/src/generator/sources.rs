//! What recommends: sources, their recommendations, whom they ask, and how they stand to each other.

use super::{Desk, MONTHS, SOURCES, day_of};
use chrono::Days;
use followthrough_model::Ref;
use followthrough_model::record::{Addressee, Link, Recommendation, Source, TheirRef};
use followthrough_model::vocabulary::{Aim, Force, LinkKind, ListKind, Priority, Standing};
use followthrough_store::{Result, Tx};

impl Desk<'_> {
    pub(super) fn recommendations(&mut self) -> Result<()> {
        for n in 0..SOURCES {
            self.edit("GenerateSource", |desk, tx| desk.source(tx, n))?;
        }
        Ok(())
    }

    fn source(&mut self, tx: &mut Tx<'_>, n: usize) -> Result<()> {
        let published = day_of(n * MONTHS / SOURCES, 9);
        let source = Source {
            short: format!("SRC{:02}", n + 1),
            title: self.sentence(5, 11),
            publisher: Some(self.phrase(2)),
            symbol: Some(format!("A/{}/{}", 70 + n / 4, 300 + n)),
            published: Some(published.to_string()),
            language: Some("en".to_owned()),
            standing: Some(self.chance.weighted(&[
                (Standing::Official, 7),
                (Standing::Partnership, 2),
                (Standing::NonAttributed, 1),
            ])),
            review_months: n.is_multiple_of(3).then_some(12),
        };
        let source = self.insert(tx, &source)?;
        let (first, end) = (n * self.size.recommendations / SOURCES, (n + 1) * self.size.recommendations / SOURCES);
        let mut whole = None;
        for place in 0..end - first {
            let part = if self.chance.percent(15) { whole } else { None };
            let row = Recommendation {
                source,
                parent: part,
                ord: i64::try_from(place).unwrap_or(0),
                label: self.chance.percent(92).then(|| format!("P{}.{}", 1 + place / 12, 1 + place % 12)),
                section: Some(format!("{}", 1 + place / 12)),
                page: Some((3 + place / 5).to_string()),
                line: Some(i64::try_from(place % 40).unwrap_or(0)),
                line_end: None,
                heading: self.chance.percent(60).then(|| self.prose.sentence(&mut self.chance, 5)),
                text: self.sentence(18, 60),
                force: Some(self.chance.weighted(&[(Force::Should, 6), (Force::Must, 1), (Force::Will, 2), (Force::Could, 1)])),
                contested: self.sometimes(3, 6, 12),
                priority: self.chance.percent(60).then(|| *self.chance.one_of(Priority::ALL)),
                aim: self.chance.percent(30).then(|| *self.chance.one_of(Aim::ALL)),
                ..Recommendation::of(source, 0, String::new())
            };
            let recommendation = self.insert(tx, &row)?;
            if self.chance.percent(20) {
                self.insert(tx, &TheirRef { of: recommendation, number: format!("{}/{}", 1_000 + n, place + 1), whose: None })?;
            }
            if part.is_none() {
                whole = Some(recommendation);
            }
            self.recommendations.push(recommendation);
            self.themes_of(tx, recommendation)?;
            for _ in 0..self.chance.between(1, 3) {
                let actor = self.actor();
                let (named, confirmed) = (self.chance.percent(80), self.chance.percent(60));
                let sent_on = self.chance.percent(50).then(|| published + Days::new(20 + self.chance.below(90) as u64));
                let reply_by = sent_on.map(|day| day + Days::new(90));
                let row = Addressee { confirmed, sent_on, reply_by, ..Addressee::of(recommendation, actor, named) };
                self.insert(tx, &row)?;
                self.addressees.push((recommendation, actor));
            }
            if self.chance.percent(12) && self.recommendations.len() > 1 {
                self.link(tx, recommendation)?;
            }
            if self.chance.percent(3) {
                self.values_of(tx, recommendation, ListKind::Recommendations)?;
            }
        }
        Ok(())
    }

    /// To one of an earlier source.
    fn link(&mut self, tx: &mut Tx<'_>, of: Ref) -> Result<()> {
        let known = self.recommendations.len() - 1;
        let other = self.recommendations[self.chance.below(known)];
        let kind = self.chance.weighted(&[
            (LinkKind::Duplicates, 3),
            (LinkKind::Elaborates, 3),
            (LinkKind::Related, 5),
            (LinkKind::Supersedes, 1),
        ]);
        let reason = self.sentence(5, 12);
        self.insert(tx, &Link { of, other, kind, reason })?;
        Ok(())
    }
}
