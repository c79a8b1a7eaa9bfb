//! Undo and redo of every edit, also after a restart; and of one entry of the diary.
//!
//! Does not say what stands in the way of one: the store does.

use crate::door::{Edit, command};
use followthrough_model::Kind;
use followthrough_store::read::StepBack;
use followthrough_store::{Found, Result, Tx};

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

command! {
    /// Takes back one entry of the log, also an older one or a colleague's, if nothing later rests on it.
    pub struct UndoEntry {
        /// The number of the entry, as the diary shows it.
        pub entry: i64,
    }
}

impl Edit for UndoEntry {
    type Reply = StepBack;
    fn run(self, tx: &mut Tx<'_>) -> Result<StepBack> {
        let (back, renamed) = tx.comes_back(self.entry, false)?;
        refuse_twins(tx, &back)?;
        let step = tx.undo_entry(self.entry)?;
        refuse_names(tx, &renamed)?;
        Ok(step)
    }
}

command! {
    /// Does one entry of the log again that was undone, if nothing touched since what it changed.
    pub struct RedoEntry {
        /// The number of the entry that was undone, as the diary shows it.
        pub entry: i64,
    }
}

impl Edit for RedoEntry {
    type Reply = StepBack;
    fn run(self, tx: &mut Tx<'_>) -> Result<StepBack> {
        let (back, renamed) = tx.comes_back(self.entry, true)?;
        refuse_twins(tx, &back)?;
        let step = tx.redo_entry(self.entry)?;
        refuse_names(tx, &renamed)?;
        Ok(step)
    }
}

/// What would count again must not have been made again since.
fn refuse_twins(tx: &Tx<'_>, back: &[Found]) -> Result<()> {
    back.iter().try_for_each(|f| crate::bin::refuse_twin_of(tx, f.at, f.kind))
}

/// What is called otherwise again must not share that name with something newer. Looks at the names as they stand afterwards.
fn refuse_names(tx: &Tx<'_>, renamed: &[Found]) -> Result<()> {
    renamed
        .iter()
        .filter(|f| {
            matches!(
                f.kind,
                Kind::Source
                    | Kind::Actor
                    | Kind::Recommendation
                    | Kind::Event
                    | Kind::Framework
                    | Kind::Indicator
                    | Kind::Theme
                    | Kind::CustomField
            )
        })
        .try_for_each(|f| crate::bin::refuse_twin_of(tx, f.at, f.kind))
}
