//! The account of one actor, and the matter of a letter to it.
//!
//! Does not word the letter; the window does, in its language. `SaveText` writes what the window worded.

use crate::desk::{Desk, Output};
use crate::door::{Act, At, Query, command};
use crate::files::{Written, write_whole, written};
use followthrough_model::Kind;
use followthrough_store::read::account::{AccountArgs, AccountReply};
use followthrough_store::read::owed::OwedReply;
use followthrough_store::{Error, Job, Reader, Result};
use std::sync::Arc;

command! {
    /// The account of an actor: what it was asked, decided, undertook, owes and delivered, and how late.
    pub struct Account {
        /// Short name, name or id of the actor.
        pub actor: String,
        /// With the actors that belong to it.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<bool>")]
        #[serde(default)]
        pub tree: bool,
    }
}

impl Query for Account {
    type Reply = AccountReply;
    const READS: &'static [Kind] = Kind::ALL;
    fn run(self, r: &Reader<'_>, at: &At) -> Result<AccountReply> {
        let actor = r.find(&self.actor, &[Kind::Actor])?.at.rid;
        r.account(&AccountArgs { actor, tree: self.tree, as_of: at.as_of, today: at.today })
    }
}

command! {
    /// What an actor owes, for a letter to it: overdue, due soon, questions and recommendations without an answer. Nothing that is not for export.
    pub struct Owed {
        /// Short name, name or id of the actor.
        pub actor: String,
        /// With the actors that belong to it.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<bool>")]
        #[serde(default)]
        pub tree: bool,
    }
}

impl Query for Owed {
    type Reply = OwedReply;
    const READS: &'static [Kind] = Kind::ALL;
    fn run(self, r: &Reader<'_>, at: &At) -> Result<OwedReply> {
        let actor = r.find(&self.actor, &[Kind::Actor])?.at.rid;
        r.owed(actor, self.tree, at.as_of, at.today)
    }
}

command! {
    /// Writes a text to a file, in UTF-8: a letter as the window worded it.
    pub struct SaveText {
        /// The file to write.
        #[cfg_attr(feature = "clap", arg(long))]
        pub output: Output,
        /// The text.
        #[cfg_attr(feature = "clap", arg(long))]
        pub text: String,
    }
}

impl Act for SaveText {
    type Reply = Written;
    fn run_until(self, desk: &Desk, _: &At, job: &Arc<Job>) -> Result<Written> {
        let path = desk.output(&self.output)?;
        write_whole(&path, job, |out| out.write_all(self.text.as_bytes()).map_err(|e| Error::writing(&path, &e)))?;
        written(path, 0)
    }
}
