//! What the desk keeps beside an item: the numbers under which others know it, a private note, a flag with a day.
//!
//! Fields that the user defines stand in `fields`.

use crate::door::{At, Edit, Query, command};
use crate::sets::{take_away, write};
use crate::values::{About, Created, NONE, create, line, required_line};
use followthrough_import::catalogue::pair_uuid;
use followthrough_model::record::{Flag, Note, TheirRef};
use followthrough_model::{Day, Kind, Ref, due_words, parse_day, text};
use followthrough_store::read::at_desk::{FlaggedRow, KEPT_BESIDE};
use followthrough_store::{Error, Reader, Result, Tx};
use serde::Serialize;
use ts_rs::TS;

/// The live item beside which something is kept.
pub(crate) fn kept_beside(tx: &Tx<'_>, said: &str) -> Result<Ref> {
    Ok(tx.reader().find(said, KEPT_BESIDE)?.at)
}

command! {
    /// Adds a number under which others know an item: a file number, a paragraph of their report. The item is then found by it.
    pub struct AddTheirRef {
        /// Reference or id of the item.
        pub item: String,
        /// The number, as they write it.
        pub number: String,
        /// Whose number it is.
        #[cfg_attr(feature = "clap", arg(long))]
        pub whose: Option<String>,
    }
}

impl Edit for AddTheirRef {
    type Reply = Created;
    fn run(self, tx: &mut Tx<'_>) -> Result<Created> {
        let of = kept_beside(tx, &self.item)?;
        let row = TheirRef {
            of,
            number: required_line("number", &self.number).about("number")?,
            whose: line(self.whose.as_deref()).about("whose")?,
        };
        let lower = |whose: Option<&str>| whose.map(str::to_lowercase);
        let known = tx.reader().their_refs(of.rid)?;
        if known
            .iter()
            .any(|k| k.number.eq_ignore_ascii_case(&row.number) && lower(k.whose.as_deref()) == lower(row.whose.as_deref()))
        {
            return Err(Error::refuse(
                "taken",
                format!("{} has the number {} already.", tx.reader().reference(of.rid)?, row.number),
            )
            .about("number"));
        }
        create(tx, &row)
    }
}

command! {
    /// Sets the desk's private note on an item; none takes it away. A note is never exported.
    pub struct SetNote {
        /// Reference or id of the item.
        pub item: String,
        /// The note, or none.
        pub text: String,
    }
}

impl Edit for SetNote {
    type Reply = ();
    fn run(self, tx: &mut Tx<'_>) -> Result<()> {
        let of = kept_beside(tx, &self.item)?;
        let id = pair_uuid("note", of.id, of.id);
        if self.text.trim() == NONE {
            take_away(tx, id)?;
            return Ok(());
        }
        set_note(tx, of, text::required("note", &self.text).about("text")?)
    }
}

/// Writes the one note of an item.
pub(crate) fn set_note(tx: &mut Tx<'_>, of: Ref, text: String) -> Result<()> {
    write(tx, pair_uuid("note", of.id, of.id), &Note { of, text })?;
    Ok(())
}

command! {
    /// Flags an item to be seen again on a day; none takes the flag away. A review passes over what is flagged for a later day.
    pub struct SetFlag {
        /// Reference or id of the item.
        pub item: String,
        /// The day, or how long from today: 2027-01-31, in 2 weeks, in three months, end of March 2027; or none.
        pub on: String,
        /// Why.
        #[cfg_attr(feature = "clap", arg(long))]
        pub why: Option<String>,
    }
}

impl Edit for SetFlag {
    type Reply = ();
    fn run(self, tx: &mut Tx<'_>) -> Result<()> {
        let of = kept_beside(tx, &self.item)?;
        let id = pair_uuid("flag", of.id, of.id);
        if self.on.trim() == NONE {
            take_away(tx, id)?;
            return Ok(());
        }
        set_flag(tx, of, later_day(&self.on, tx.today()).about("on")?, line(self.why.as_deref()).about("why")?)
    }
}

/// A day as it is written, or in the words of a due said today.
fn later_day(said: &str, today: Day) -> Result<Day> {
    parse_day(said).or_else(|refused| {
        let due = due_words::read_made(said, Some(today)).ok();
        due.and_then(|due| due.due_by(None)).ok_or_else(|| refused.into())
    })
}

/// Writes the one flag of an item.
pub(crate) fn set_flag(tx: &mut Tx<'_>, of: Ref, on_day: Day, why: Option<String>) -> Result<()> {
    write(tx, pair_uuid("flag", of.id, of.id), &Flag { of, on_day, why })?;
    Ok(())
}

command! {
    /// The items that are flagged for the day asked about or for one before it, the oldest flag first.
    pub struct Flagged {
        /// At most so many; 100 if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub limit: Option<u32>,
        /// After so many.
        #[cfg_attr(feature = "clap", arg(long))]
        pub offset: Option<u32>,
    }
}

#[derive(Debug, Serialize, TS)]
pub struct FlaggedReply {
    pub total: u32,
    /// How many are flagged for a later day.
    pub later: u32,
    pub items: Vec<FlaggedRow>,
}

impl Query for Flagged {
    type Reply = FlaggedReply;
    const READS: &'static [Kind] = Kind::ALL;
    fn run(self, r: &Reader<'_>, at: &At) -> Result<FlaggedReply> {
        let (total, later, items) = r.flagged(at.as_of, self.limit.unwrap_or(100), self.offset.unwrap_or(0))?;
        Ok(FlaggedReply { total, later, items })
    }
}
