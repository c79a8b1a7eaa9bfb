//! Linking recommendations, within a source and across: duplicates, elaborates, related, supersedes, each with its reason.
//!
//! Does not open successors; `carry` does.

use crate::door::{Edit, command};
use crate::sets::{link_id, write};
use crate::values::{About, Created, Take, find, patch};
use followthrough_model::record::Link;
use followthrough_model::vocabulary::LinkKind;
use followthrough_model::{Kind, Ref, text};
use followthrough_store::{Error, Result, Tx};

command! {
    /// Links a recommendation to another, of whatever source: the first duplicates, elaborates, is related to or supersedes the second.
    pub struct LinkRecommendations {
        /// Reference or id of the first recommendation.
        pub of: String,
        /// Reference or id of the second.
        pub other: String,
        /// How the first stands to the second; related if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub kind: Option<LinkKind>,
        /// Why.
        #[cfg_attr(feature = "clap", arg(long))]
        pub reason: String,
    }
}

impl Edit for LinkRecommendations {
    type Reply = Created;
    fn run(self, tx: &mut Tx<'_>) -> Result<Created> {
        let of = find(tx, &self.of, Kind::Recommendation).about("of")?;
        let other = find(tx, &self.other, Kind::Recommendation).about("other")?;
        let reason = text::required("reason for the link", &self.reason).about("reason")?;
        let at = link(tx, of, other, self.kind.unwrap_or(LinkKind::Related), reason).about("other")?;
        Created::of(tx, at)
    }
}

/// Links two recommendations, unless that would be said twice or close a circle.
pub(crate) fn link(tx: &mut Tx<'_>, of: Ref, other: Ref, kind: LinkKind, reason: String) -> Result<Ref> {
    may_link(tx, of, other, kind)?;
    write(tx, link_id(of, other, kind), &Link { of, other, kind, reason })
}

/// Refuses a link that is there already or would close a circle.
pub(crate) fn may_link(tx: &Tx<'_>, of: Ref, other: Ref, kind: LinkKind) -> Result<()> {
    let (a, b) = (tx.reader().reference(of.rid)?, tx.reader().reference(other.rid)?);
    if of == other {
        return Err(Error::refuse("circle", format!("{a} cannot be linked to itself. Name two recommendations.")).about("other"));
    }
    let of_whole = |one: Ref, whole: Ref| -> Result<bool> { Ok(tx.reader().parts_of(whole.rid)?.contains(&one)) };
    if of_whole(of, other)? || of_whole(other, of)? {
        return Err(
            Error::refuse("own_part", format!("{a} and {b} are a whole and its part already. They need no link.")).about("other")
        );
    }
    let either = matches!(kind, LinkKind::Related | LinkKind::Duplicates);
    if tx.reader().link_between(of.rid, other.rid, kind)? || (either && tx.reader().link_between(other.rid, of.rid, kind)?) {
        return Err(Error::refuse(
            "taken",
            format!("{a} is linked to {b} in this way already. Edit that link, or delete it first."),
        )
        .about("other"));
    }
    if kind != LinkKind::Related && tx.reader().linked(other.rid, of.rid, kind)? {
        return Err(Error::refuse(
            "circle",
            match kind {
                LinkKind::Duplicates => {
                    format!("{a} and {b} count as one already, through the links between them. This link would close a circle.")
                }
                kind => format!(
                    "{b} leads to {a} already through links that say “{kind}”. This link would close a circle: turn it round, or choose another kind."
                ),
            },
        ));
    }
    Ok(())
}

command! {
    /// Changes the reason of a link. To change its ends or its kind, delete it and make another.
    pub struct EditLink {
        /// Id of the link.
        pub link: String,
        /// Why.
        #[cfg_attr(feature = "clap", arg(long))]
        pub reason: String,
    }
}

impl Edit for EditLink {
    type Reply = ();
    fn run(self, tx: &mut Tx<'_>) -> Result<()> {
        let at = find(tx, &self.link, Kind::Link).about("link")?;
        patch(tx, at, Link::reason, Some(&self.reason), Take::Text("reason for the link"))?;
        Ok(())
    }
}
