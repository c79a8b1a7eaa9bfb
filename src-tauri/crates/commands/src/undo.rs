//! Undo and redo of every edit, also after a restart.

use crate::door::{Edit, command};
use followthrough_store::read::StepBack;
use followthrough_store::{Result, Tx};

command! {
    /// Takes back the newest edit of this file.
    pub struct Undo {}
}

impl Edit for Undo {
    type Reply = StepBack;
    fn run(self, tx: &mut Tx<'_>) -> Result<StepBack> {
        tx.undo()
    }
}

command! {
    /// Does again what was undone last. Ends with the next edit.
    pub struct Redo {}
}

impl Edit for Redo {
    type Reply = StepBack;
    fn run(self, tx: &mut Tx<'_>) -> Result<StepBack> {
        tx.redo()
    }
}
