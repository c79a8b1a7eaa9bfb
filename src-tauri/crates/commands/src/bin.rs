//! The bin, and keeping items out of exports. Nothing leaves the file by these.

use crate::door::{At, Edit, Query, command};
use crate::values::{About, paragraph, refuse_taken};
use followthrough_model::record::{Addressee, Answer, Caller, CustomField, Life, Link, Theme, item};
use followthrough_model::{Field, Kind, Ref, Value};
use followthrough_store::read::lists::BinRow;
use followthrough_store::{Binned, Error, Reader, Result, Tx};
use serde::Serialize;
use ts_rs::TS;

/// What can be put into the bin by itself.
const DELETABLE: &[Kind] = &[
    Kind::Source,
    Kind::Recommendation,
    Kind::Actor,
    Kind::Commitment,
    Kind::Update,
    Kind::Evidence,
    Kind::EvidenceUse,
    Kind::Addressee,
    Kind::CommitmentActor,
    Kind::Answer,
    Kind::Alias,
    Kind::Event,
    Kind::Milestone,
    Kind::Link,
    Kind::Framework,
    Kind::Theme,
    Kind::ThemeOf,
    Kind::Crosswalk,
    Kind::Series,
    Kind::Caller,
    Kind::Decision,
    Kind::Request,
    Kind::SavedView,
    Kind::Review,
    Kind::Indicator,
    Kind::IndicatorOf,
    Kind::Observation,
    Kind::TheirRef,
    Kind::Note,
    Kind::Flag,
    Kind::CustomField,
];

command! {
    /// Puts an item into the bin, with what belongs to it. Refused while commitments or other items still rest on it.
    pub struct Delete {
        /// Reference or id of the item.
        pub item: String,
    }
}

impl Edit for Delete {
    type Reply = ();
    fn run(self, tx: &mut Tx<'_>) -> Result<()> {
        let found = tx.reader().find(&self.item, DELETABLE).about("item")?;
        let owned = tx.reader().owned(found.at.rid)?;
        let resting = tx.reader().resting_on(found.at.rid)?;
        if let Some(first) = resting.first() {
            let more = if resting.len() > 1 { format!(" and {} more", resting.len() - 1) } else { String::new() };
            return Err(Error::refuse(
                "rests_on_it",
                format!("“{}” ({}){more} rests on it. Delete or change that first.", first.title, first.reference),
            ));
        }
        tx.set_life(found.at, Life::Bin)?;
        for at in owned {
            tx.set_life(at, Life::Bin)?;
        }
        Ok(())
    }
}

command! {
    /// Takes an item out of the bin, with what went in with it.
    pub struct Restore {
        /// Reference or id of the item.
        pub item: String,
    }
}

impl Edit for Restore {
    type Reply = ();
    fn run(self, tx: &mut Tx<'_>) -> Result<()> {
        let found = tx.reader().find_anywhere(&self.item)?;
        let together = tx.reader().binned_with(found.at.rid)?;
        if !together.iter().any(|f| f.at == found.at) {
            return Err(Error::refuse(
                "not_in_the_bin",
                format!("“{}” is not in the bin.", followthrough_model::text::brief(&self.item, 60)),
            ));
        }
        for f in &together {
            for gone in tx.reader().all_gone_beneath(f.at.rid)? {
                let gone = tx.reader().brief(gone)?;
                if !together.iter().any(|t| t.at.id == gone.id) {
                    return Err(Error::refuse(
                        "rests_on_bin",
                        format!("It rests on “{}” ({}), which is in the bin. Restore that first.", gone.title, gone.reference),
                    ));
                }
            }
        }
        refuse_twin_of(tx, found.at, found.kind)?;
        for f in together {
            tx.set_life(f.at, Life::Live)?;
        }
        Ok(())
    }
}

/// Refuses to take out of the bin, or to bring back by an undo, what has been made again since.
pub(crate) fn refuse_twin_of(tx: &Tx<'_>, at: Ref, kind: Kind) -> Result<()> {
    let end = |field| match tx.get(at, field)? {
        Value::Ref(end) => Ok(end),
        _ => Err(Error::Value(format!("a {} without its ends", kind.table()))),
    };
    match kind {
        Kind::Source | Kind::Actor | Kind::Recommendation => refuse_taken(tx, &tx.reader().reference(at.rid)?, &[kind], Some(at)),
        Kind::Event | Kind::Framework | Kind::Indicator => refuse_taken(tx, &tx.reader().brief(at.rid)?.title, &[kind], Some(at)),
        Kind::Theme => crate::themes::refuse_twin(tx, end(Theme::framework)?, &tx.reader().brief(at.rid)?.title, Some(at)),
        Kind::CustomField => {
            let (Value::Text(list), Value::Text(name)) = (tx.get(at, CustomField::list)?, tx.get(at, CustomField::name)?) else {
                return Ok(());
            };
            crate::fields::refuse_name(&tx.reader().fields(Some(list.parse()?))?, &name, Some(at))
        }
        Kind::Link => {
            let Value::Text(said) = tx.get(at, Link::kind)? else { return Ok(()) };
            crate::links::may_link(tx, end(Link::of)?, end(Link::other)?, said.parse()?)
        }
        Kind::Addressee | Kind::Answer | Kind::Caller => {
            let twin = match kind {
                Kind::Addressee => tx.reader().asks(end(Addressee::recommendation)?.rid, end(Addressee::actor)?.rid)?,
                Kind::Caller => tx.reader().calls(end(Caller::recommendation)?.rid, end(Caller::actor)?.rid)?,
                _ => tx.reader().answer_between(end(Answer::commitment)?.rid, end(Answer::recommendation)?.rid)?.is_some(),
            };
            if twin {
                return Err(Error::refuse(
                    "taken",
                    "It was added again since, so it is there already. Leave this one in the bin.",
                ));
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

command! {
    /// Keeps an item out of every export, for a reason; or lets it in again with --private false.
    pub struct SetPrivate {
        /// Reference or id of the item.
        pub item: String,
        /// true: not for export; false: for export again.
        #[cfg_attr(feature = "clap", arg(long, action = clap::ArgAction::Set, default_value_t = true))]
        pub private: bool,
        /// Why.
        #[cfg_attr(feature = "clap", arg(long))]
        pub reason: Option<String>,
    }
}

impl Edit for SetPrivate {
    type Reply = ();
    fn run(self, tx: &mut Tx<'_>) -> Result<()> {
        let at = tx
            .reader()
            .find(
                &self.item,
                &[
                    Kind::Source,
                    Kind::Recommendation,
                    Kind::Commitment,
                    Kind::Update,
                    Kind::Evidence,
                    Kind::Indicator,
                    Kind::Observation,
                    Kind::Decision,
                    Kind::Request,
                    Kind::Milestone,
                ],
            )?
            .at;
        for (field, value) in privacy(self.private, self.reason.as_deref()).about("reason")? {
            tx.set(at, field, &value)?;
        }
        Ok(())
    }
}

/// What an item's two fields become that is kept out of exports, or let in again.
pub(crate) fn privacy(private: bool, reason: Option<&str>) -> Result<[(Field, Value); 2]> {
    let reason = paragraph(reason)?;
    if private && reason.is_none() {
        return Err(Error::refuse("no_reason", "Say why it is not for export: give a reason.").about("reason"));
    }
    let why = reason.filter(|_| private).map_or(Value::Null, Value::Text);
    Ok([(item::PRIVATE, Value::Int(i64::from(private))), (item::PRIVATE_WHY, why)])
}

command! {
    /// Empties the bin: the words and files of what is in it leave this workspace for good. Without --sure it only says what would go.
    pub struct EmptyBin {
        /// Yes, for good.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<bool>")]
        #[serde(default)]
        pub sure: bool,
    }
}

/// What goes with the bin.
#[derive(Debug, Serialize, TS)]
pub struct Emptied {
    /// It was done; else it was only asked.
    pub emptied: bool,
    pub gone: Vec<Binned>,
    /// Files of evidence whose bytes go.
    pub files: u32,
    /// What is, or would be, gone.
    pub sentence: String,
}

impl Edit for EmptyBin {
    type Reply = Emptied;
    fn run(self, tx: &mut Tx<'_>) -> Result<Emptied> {
        let (gone, files) = tx.reader().binned()?;
        let total: u32 = gone.iter().map(|b| b.count).sum();
        let sentence = if total == 0 {
            "The bin is empty.".to_owned()
        } else {
            let mut parts: Vec<String> = gone.iter().map(|b| format!("{} × {}", b.count, said(b.kind))).collect();
            if files > 0 {
                parts.push(format!("the bytes of {files} × file"));
            }
            let when = if self.sure { "are gone" } else { "would be gone" };
            format!(
                "{} {when} for good. That they were here, and who changed what when, stays on record; what was done before the bin is emptied can no longer be undone.",
                parts.join(", ")
            )
        };
        let emptied = self.sure && total > 0;
        if emptied {
            tx.empty_bin()?;
        }
        Ok(Emptied { emptied, gone, files, sentence })
    }
}

/// A kind in a sentence.
fn said(kind: Kind) -> String {
    kind.table().trim_end_matches('_').replace('_', " ")
}

command! {
    /// What is in the bin, newest first.
    pub struct Bin {
        /// At most so many.
        #[cfg_attr(feature = "clap", arg(long))]
        pub limit: Option<u32>,
        /// After so many.
        #[cfg_attr(feature = "clap", arg(long))]
        pub offset: Option<u32>,
    }
}

#[derive(Debug, Serialize, TS)]
pub struct BinReply {
    pub total: u32,
    pub items: Vec<BinRow>,
}

impl Query for Bin {
    type Reply = BinReply;
    const READS: &'static [Kind] = Kind::ALL;
    fn run(self, r: &Reader<'_>, _: &At) -> Result<BinReply> {
        let (total, items) = r.bin(self.limit.unwrap_or(100), self.offset.unwrap_or(0))?;
        Ok(BinReply { total, items })
    }
}
