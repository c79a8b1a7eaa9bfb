//! Rows of a set (a link, a crosswalk, a theme of an item): their identity follows from their ends, so that two desks that
//! say the same hold one row; one that was deleted comes back.
//!
//! Does not decide whether two items may be tied.

use followthrough_import::catalogue::pair_uuid;
use followthrough_model::record::{Life, Record};
use followthrough_model::vocabulary::LinkKind;
use followthrough_model::{Ref, Uuid};
use followthrough_store::{Result, Tx};

/// The identity of what ties two; `either`: it ties them alike in both directions.
pub(crate) fn tie(what: &str, a: Ref, b: Ref, either: bool) -> Uuid {
    let (a, b) = if either && b.id < a.id { (b, a) } else { (a, b) };
    pair_uuid(what, a.id, b.id)
}

/// The identity of a link of a kind.
pub(crate) fn link_id(of: Ref, other: Ref, kind: LinkKind) -> Uuid {
    tie(&format!("link-{kind}"), of, other, matches!(kind, LinkKind::Related | LinkKind::Duplicates))
}

/// The identity of a crosswalk: one for two themes, from whichever side it is said.
pub(crate) fn crosswalk_id(theme: Ref, other: Ref) -> Uuid {
    tie("crosswalk", theme, other, true)
}

/// Writes a row of a set: a new one, or the one that was deleted.
pub(crate) fn write<R: Record>(tx: &mut Tx<'_>, id: Uuid, row: &R) -> Result<Ref> {
    let Some(found) = tx.reader().present(id)? else { return tx.insert_as(id, row) };
    // It ties others by now, as what a join took along to the whole does: that stays.
    if tx.reader().is_live(found.at.rid)? {
        for (field, value) in R::FIELDS.iter().zip(row.values()).filter(|(field, _)| field.reference) {
            if tx.get(found.at, *field)? != value {
                return tx.insert(row);
            }
        }
    }
    tx.set_life(found.at, Life::Live)?;
    for (field, value) in R::FIELDS.iter().zip(row.values()) {
        tx.set(found.at, *field, &value)?;
    }
    Ok(found.at)
}

/// Puts the row of that identity into the bin, where it is there.
pub(crate) fn take_away(tx: &mut Tx<'_>, id: Uuid) -> Result<bool> {
    match tx.reader().present(id)? {
        Some(there) => tx.set_life(there.at, Life::Bin),
        None => Ok(false),
    }
}
