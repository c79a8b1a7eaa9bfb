//! Many items changed at once: the same change to each of them, shown before it is made; one entry of the log, one undo.
//!
//! Does not hold rules of its own: what each change must keep to is what the command for one item asks of it.

pub(crate) mod steps;
mod wanted;

use self::wanted::{Tally, Wanted};
use crate::door::{At, Edit, Query, command};
use crate::lists::COMMITMENTS;
use followthrough_model::vocabulary::ListKind;
use followthrough_model::{Kind, Status, Uuid, text};
use followthrough_store::{Error, Reader, Result, Tx};
use serde::Serialize;
use ts_rs::TS;

/// How many changes and refusals a reply shows.
const SHOWN: usize = 20;

/// The two commands have the same arguments, so that what was previewed can be done as it stands.
macro_rules! alike {
    ({ $($body:tt)* } $($field:ident)*) => {
        command! {
            /// Changes many commitments or recommendations at once, as one entry with one undo. None clears a field. Preview-many shows it first.
            pub struct SetMany { $($body)* }
        }
        command! {
            /// Shows what set-many would do with the same arguments. Stores nothing.
            pub struct PreviewMany { $($body)* }
        }
        impl From<PreviewMany> for SetMany {
            fn from(said: PreviewMany) -> Self {
                Self { $($field: said.$field),* }
            }
        }
    };
}

alike! {
    {
        /// Reference or id of an item; may be given several times.
        #[ts(as = "Option<Vec<String>>")]
        #[serde(default)]
        pub items: Vec<String>,
        /// commitments or recommendations; commitments if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub list: Option<ListKind>,
        /// All that this admits too, as in: list commitments --filter 'lead:DPO status:open'.
        #[cfg_attr(feature = "clap", arg(long))]
        pub filter: Option<String>,
        /// Of commitments: the accountable lead, or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub lead: Option<String>,
        /// Of commitments: the desk colleague who follows it, or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub handler: Option<String>,
        /// Of recommendations: how much it matters to the desk, or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub priority: Option<String>,
        /// Of commitments: the new due, as it was said; with a reason.
        #[cfg_attr(feature = "clap", arg(long))]
        pub due: Option<String>,
        /// The event on which the due hangs, by name or reference, where the words do not tell; none keeps the words as a condition.
        #[cfg_attr(feature = "clap", arg(long))]
        pub event: Option<String>,
        /// Why the due moves, or why it is not for export.
        #[cfg_attr(feature = "clap", arg(long))]
        pub reason: Option<String>,
        /// Of commitments: the status that is reported; with a text.
        #[cfg_attr(feature = "clap", arg(long))]
        pub status: Option<Status>,
        /// Of commitments: what happened, as an update on each.
        #[cfg_attr(feature = "clap", arg(long))]
        pub text: Option<String>,
        /// The day of the new lead, of the decision on the due and of the update; today if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub on: Option<String>,
        /// Of commitments: months after which a word is due, or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub review_months: Option<String>,
        /// A theme to put on each: its name, “framework: name”, or id.
        #[cfg_attr(feature = "clap", arg(long))]
        pub theme: Option<String>,
        /// true: not for export, with a reason; false: for export again.
        #[cfg_attr(feature = "clap", arg(long))]
        pub private: Option<bool>,
        /// Leave out the items that may not be changed so; else one of them refuses all.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<bool>")]
        #[serde(default)]
        pub skip: bool,
    }
    items list filter lead handler priority due event reason status text on review_months theme private skip
}

/// What was done to many items.
#[derive(Debug, Serialize, TS)]
pub struct ManySet {
    pub changed: u32,
    /// Which were so already.
    pub unchanged: u32,
    /// Which may not be changed so, and stay as they were.
    pub left_out: u32,
}

/// What would be done to many items.
#[derive(Debug, Serialize, TS)]
pub struct ManyPreview {
    /// The items that were chosen.
    pub total: u32,
    pub changed: u32,
    /// Which are so already.
    pub unchanged: u32,
    /// Which may not be changed so.
    pub left_out: u32,
    /// The first twenty changes.
    pub changes: Vec<ManyChange>,
    /// The first twenty items that may not be changed so.
    pub refused: Vec<ManyRefused>,
}

/// One field of one item, before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ManyChange {
    pub id: Uuid,
    #[serde(rename = "ref")]
    pub reference: String,
    pub title: String,
    /// The argument that changes it.
    pub field: String,
    pub from: Option<String>,
    pub to: Option<String>,
}

/// An item that may not be changed so, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ManyRefused {
    #[serde(rename = "ref")]
    pub reference: String,
    pub why: String,
}

impl Edit for SetMany {
    type Reply = ManySet;
    fn run(self, tx: &mut Tx<'_>) -> Result<ManySet> {
        let (r, today) = (tx.reader(), tx.today());
        let tally = Wanted::read(&r, &self, today)?
            .each(&r, &self, |wanted, at, steps| steps.into_iter().try_for_each(|step| wanted.put(tx, at, step.act)))?;
        match tally.refused.first() {
            Some(first) if !self.skip => Err(Error::refuse(
                "some_refused",
                format!(
                    "{} of {} items may not be changed so, so nothing was changed. The first is {}: {} Choose others, or leave out (skip) those that may not.",
                    tally.left_out,
                    tally.total(),
                    first.reference,
                    first.why
                ),
            )
            .about("skip")),
            _ => Ok(ManySet { changed: tally.changed, unchanged: tally.unchanged, left_out: tally.left_out }),
        }
    }
}

impl Query for PreviewMany {
    type Reply = ManyPreview;
    const READS: &'static [Kind] = COMMITMENTS;
    fn run(self, r: &Reader<'_>, at: &At) -> Result<ManyPreview> {
        let mut changes = Vec::new();
        let said = SetMany::from(self);
        let tally = Wanted::read(r, &said, at.today)?.each(r, &said, |_, at, steps| {
            for step in steps.into_iter().take(SHOWN - changes.len()) {
                let brief = r.brief(at.rid)?;
                let field = step.field.into_owned();
                let (id, reference, title) = (brief.id, brief.reference, text::brief(&brief.title, 200));
                changes.push(ManyChange { id, reference, title, field, from: step.from, to: step.to });
            }
            Ok(())
        })?;
        let total = tally.total();
        let Tally { changed, unchanged, left_out, refused } = tally;
        Ok(ManyPreview { total, changed, unchanged, left_out, changes, refused })
    }
}
