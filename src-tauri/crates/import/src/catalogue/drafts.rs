//! Commitments drafted from a source that declares: each thing it declares, as one commitment of its addressees. A draft
//! is the desk's reading and not anyone's word; whoever writes it must mark it so.
//!
//! Does not draft from sources that only recommend: nobody has undertaken what these ask.

use super::{Addressee, Catalogue, Item};
use followthrough_model::Due;

/// Seed ids of the sources whose items their own authors undertake.
const DECLARING: &[&str] = &["source/a4p-plus"];

/// A commitment that an item declares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Seed id of the commitment: `commitment/` and that of its item.
    pub seed: String,
    /// Seed id of the item that it answers.
    pub item: String,
    /// The item's summary.
    pub deliverable: String,
    /// Seed id of the item's first addressee.
    pub lead: Option<String>,
    /// Seed ids of the other addressees where the text names every one: it sets none above another, and only one can lead.
    pub joint: Vec<String>,
    /// Seed ids of the other addressees where some are only implied.
    pub supporting: Vec<String>,
    /// The item's own.
    pub due: Due,
    /// Name of the event that the due hangs on; only where it is of that kind.
    pub event: Option<String>,
}

/// A draft for each thing that a declaring source declares: the parts of an item, or the item where it has none. An item
/// with parts is their heading and undertakes nothing besides them.
pub fn drafts(catalogue: &Catalogue) -> Vec<Draft> {
    let declaring = catalogue.sources.iter().filter(|source| DECLARING.contains(&source.seed.as_str()));
    let items = declaring.flat_map(|source| &source.items);
    items.flat_map(|item| if item.parts.is_empty() { std::slice::from_ref(item) } else { &item.parts }).map(draft).collect()
}

fn draft(item: &Item) -> Draft {
    let mut seeds = item.addressees.iter().map(|a| a.actor.clone());
    let lead = seeds.next();
    let others: Vec<String> = seeds.collect();
    let equals = item.addressees.iter().all(|Addressee { named, .. }| *named);
    let (joint, supporting) = if equals { (others, Vec::new()) } else { (Vec::new(), others) };
    Draft {
        seed: format!("commitment/{}", item.seed),
        item: item.seed.clone(),
        deliverable: item.text.clone(),
        lead,
        joint,
        supporting,
        due: item.due.clone(),
        event: item.event.clone(),
    }
}
