//! One month at the desk: what is undertaken, what moves, what is asked, what is reported.

use super::{BATCH, Desk, MONTHS};
use followthrough_store::Result;

impl Desk<'_> {
    pub(super) fn month(&mut self, month: usize) -> Result<()> {
        self.edit("GenerateSeries", Self::open_series)?;
        let made = self.size.commitments * (month + 1) / MONTHS;
        while self.commitments.len() < made {
            let until = made.min(self.commitments.len() + BATCH / 4);
            let day = self.turn(month);
            self.edit("GenerateCommitments", |desk, tx| {
                while desk.commitments.len() < until {
                    desk.commitment(tx, day, month)?;
                }
                Ok(())
            })?;
        }
        // The more there is, the more is reported.
        let share = |of: usize| of * (month + 1) * (month + 1) / (MONTHS * MONTHS);
        let moves = share(self.size.commitments * 38 / 100)
            - if month == 0 { 0 } else { self.size.commitments * 38 / 100 * month * month / (MONTHS * MONTHS) };
        let day = self.turn(month);
        self.edit("GenerateDues", |desk, tx| {
            for _ in 0..moves {
                let of = desk.chance.below(desk.commitments.len());
                if desk.commitments[of].dated {
                    desk.move_due(tx, of, day)?;
                }
            }
            Ok(())
        })?;
        if month % 3 == 1 {
            let day = self.turn(month);
            self.edit("GenerateEvents", |desk, tx| desk.move_event(tx, day))?;
        }
        self.round(month)?;
        let logged = share(self.size.updates);
        while self.logged < logged {
            let until = logged.min(self.logged + BATCH);
            let day = self.turn(month);
            self.edit("GenerateUpdates", |desk, tx| {
                while desk.logged < until {
                    desk.report(tx, day)?;
                }
                Ok(())
            })?;
        }
        Ok(())
    }
}
