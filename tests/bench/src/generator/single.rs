//! What an officer does one at a time, each an entry of its own.

use super::{Desk, TODAY};
use chrono::Days;
use followthrough_model::Value;
use followthrough_model::record::{CommitmentActor, Update};
use followthrough_model::vocabulary::Role;
use followthrough_store::Result;

impl Desk<'_> {
    /// The last day but one, act by act.
    pub(super) fn single_edits(&mut self) -> Result<()> {
        self.clock.set(TODAY - Days::new(1));
        let day = TODAY - Days::new(1);
        for _ in 0..self.size.single_edits {
            let of = self.chance.below(self.commitments.len());
            match self.chance.below(100) {
                0..60 => {
                    let status = self.next(self.commitments[of].status);
                    self.edit("LogUpdate", |desk, tx| desk.update(tx, of, day, status))?;
                }
                60..75 => self.edit("SetDue", |desk, tx| desk.move_due(tx, of, day))?,
                75..85 => self.edit("SetLead", |desk, tx| {
                    let (commitment, actor, stamp) = (desk.commitments[of].at, Some(desk.actor()), tx.stamp());
                    desk.insert(tx, &CommitmentActor { commitment, actor, role: Role::Lead, from_day: Some(day), stamp })?;
                    Ok(())
                })?,
                _ => self.edit("EditUpdate", |desk, tx| {
                    let update = *desk.chance.one_of(&desk.updates);
                    let text = desk.sentence(10, 40);
                    tx.set(update, Update::text, &Value::Text(text))?;
                    Ok(())
                })?,
            }
        }
        Ok(())
    }
}
