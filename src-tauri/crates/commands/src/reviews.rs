//! Rounds of review, and what changed since one of them, since a day, or since an entry of the log.
//!
//! Does not tell every cell; `History` does, item by item.

use crate::door::{At, Edit, Query, command};
use crate::lists::{PAGE, filter};
use crate::values::{About, Created, create, paragraph, required_line};
use followthrough_model::Kind;
use followthrough_model::record::Review;
use followthrough_model::vocabulary::{ListKind, Queue};
use followthrough_store::read::changes::{ChangesReply, ReviewRow};
use followthrough_store::read::listing::ListArgs;
use followthrough_store::{Error, Reader, Result, Tx};
use std::collections::HashSet;

command! {
    /// Records that a round of review was held today: what changed since is then asked by its name.
    pub struct HoldReview {
        /// Its name, such as “Spring 2027”.
        pub name: String,
        /// What came out of it.
        #[cfg_attr(feature = "clap", arg(long))]
        pub note: Option<String>,
    }
}

impl Edit for HoldReview {
    type Reply = Created;
    fn run(self, tx: &mut Tx<'_>) -> Result<Created> {
        let name = required_line("name of the review", &self.name).about("name")?;
        if tx.reader().reviews()?.iter().any(|held| held.name.to_lowercase() == name.to_lowercase()) {
            return Err(
                Error::refuse("taken", format!("A review “{name}” was held already. Give this one another name.")).about("name")
            );
        }
        let note = paragraph(self.note.as_deref()).about("note")?;
        let on_day = tx.today();
        create(tx, &Review { name, on_day, note })
    }
}

command! {
    /// The rounds of review that were held, newest first.
    pub struct Reviews {}
}

impl Query for Reviews {
    type Reply = Vec<ReviewRow>;
    const READS: &'static [Kind] = &[Kind::Review];
    fn run(self, r: &Reader<'_>, _: &At) -> Result<Vec<ReviewRow>> {
        r.reviews()
    }
}

command! {
    /// What changed since a day, a review or an entry: new, moved, slipped, closed, reopened, decided, updated; with who and why.
    pub struct Changes {
        /// A day (2026-10-01), the name of a review, or the number of an entry.
        pub since: String,
        /// Only of items that this admits, as in list --filter.
        #[cfg_attr(feature = "clap", arg(long))]
        pub filter: Option<String>,
        /// At most so many items; 100 if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub limit: Option<u32>,
        /// After so many items.
        #[cfg_attr(feature = "clap", arg(long))]
        pub offset: Option<u32>,
    }
}

impl Query for Changes {
    type Reply = ChangesReply;
    const READS: &'static [Kind] = Kind::ALL;
    fn run(self, r: &Reader<'_>, at: &At) -> Result<ChangesReply> {
        let after = r.since(&self.since)?;
        let mut only: Option<HashSet<i64>> = None;
        for list in [ListKind::Commitments, ListKind::Recommendations] {
            if let Some(filter) = filter(r, self.filter.as_deref(), list, at)? {
                let args = ListArgs { filter: Some(&filter), ..ListArgs::of(list, Queue::All, at.as_of, at.today) };
                only.get_or_insert_default().extend(r.list_rids(&args, u32::MAX)?);
            }
        }
        r.changes(after, only.as_ref(), self.limit.unwrap_or(PAGE), self.offset.unwrap_or(0))
    }
}
