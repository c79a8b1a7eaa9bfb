//! The chain of hashes: an entry's hash covers the hash before it on its replica, its head, and the digest of each of
//! its changes in order. A changed, missing or added cell anywhere is found by walking the chain.
//!
//! SHA-256 throughout; every part is preceded by its length, so that no two different entries give the same bytes.

use sha2::{Digest, Sha256};
use uuid::Uuid;

pub type Hash = [u8; 32];

/// The hash before the first entry of a replica.
pub const START: Hash = [0; 32];

/// What a cell of the log holds. References are identities, not local row numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell<'a> {
    Null,
    Int(i64),
    Text(&'a str),
    Id(&'a [u8]),
}

/// What an entry says of itself.
#[derive(Debug, Clone, Copy)]
pub struct Head<'a> {
    pub replica: Uuid,
    /// From 1, without gaps, on its replica.
    pub seq: i64,
    pub stamp: i64,
    /// RFC 3339, UTC.
    pub at: &'a str,
    pub author: &'a str,
    pub command: &'a str,
    /// `edit`, `undo`, `redo`, or `final` for an edit that cannot be undone.
    pub act: &'a str,
    /// The number of the entry that it takes back, in sequence on the same replica.
    pub undoes: Option<i64>,
}

/// The digest of one change: a cell of an item, from what to what. The field of a new row is empty.
pub fn digest(item: &[u8], field: &str, old: Cell<'_>, new: Cell<'_>) -> Hash {
    let mut sha = Sha256::new();
    part(&mut sha, item);
    part(&mut sha, field.as_bytes());
    cell(&mut sha, old);
    cell(&mut sha, new);
    sha.finalize().into()
}

/// The hash of one entry, fed change by change.
pub struct Chain(Sha256);

impl Chain {
    pub fn start(before: &Hash, head: &Head<'_>) -> Self {
        let mut sha = Sha256::new();
        sha.update(before);
        part(&mut sha, head.replica.as_bytes());
        sha.update(head.seq.to_be_bytes());
        sha.update(head.stamp.to_be_bytes());
        for text in [head.at, head.author, head.command, head.act] {
            part(&mut sha, text.as_bytes());
        }
        sha.update(head.undoes.unwrap_or(0).to_be_bytes());
        Self(sha)
    }

    pub fn add(&mut self, digest: &Hash) {
        self.0.update(digest);
    }

    pub fn finish(self) -> Hash {
        self.0.finalize().into()
    }
}

fn part(sha: &mut Sha256, bytes: &[u8]) {
    sha.update((bytes.len() as u64).to_be_bytes());
    sha.update(bytes);
}

fn cell(sha: &mut Sha256, cell: Cell<'_>) {
    match cell {
        Cell::Null => sha.update([0]),
        Cell::Int(i) => {
            sha.update([1]);
            sha.update(i.to_be_bytes());
        }
        Cell::Text(text) => {
            sha.update([2]);
            part(sha, text.as_bytes());
        }
        Cell::Id(id) => {
            sha.update([3]);
            part(sha, id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn head(seq: i64) -> Head<'static> {
        Head {
            replica: Uuid::nil(),
            seq,
            stamp: 7,
            at: "2026-01-01T00:00:00Z",
            author: "desk",
            command: "SetDue",
            act: "edit",
            undoes: None,
        }
    }
    fn hash(before: &Hash, head: &Head<'_>, changes: &[Hash]) -> Hash {
        let mut chain = Chain::start(before, head);
        for change in changes {
            chain.add(change);
        }
        chain.finish()
    }

    #[test]
    fn every_part_counts() {
        let id = [1_u8; 16];
        let change = digest(&id, "text", Cell::Text("a"), Cell::Text("b"));
        let base = hash(&START, &head(1), &[change]);
        let differs = [
            hash(&[1; 32], &head(1), &[change]),
            hash(&START, &head(2), &[change]),
            hash(&START, &Head { author: "other", ..head(1) }, &[change]),
            hash(&START, &Head { undoes: Some(1), ..head(1) }, &[change]),
            hash(&START, &head(1), &[]),
            hash(&START, &head(1), &[change, change]),
            hash(&START, &head(1), &[digest(&id, "text", Cell::Text("a"), Cell::Null)]),
            hash(&START, &head(1), &[digest(&id, "text", Cell::Int(97), Cell::Text("b"))]),
            hash(&START, &head(1), &[digest(&[2; 16], "text", Cell::Text("a"), Cell::Text("b"))]),
        ];
        assert!(differs.iter().all(|d| *d != base));
        assert_eq!(base, hash(&START, &head(1), &[change]));
    }

    proptest! {
        #[test]
        fn text_does_not_run_into_its_neighbour(a in ".{0,8}", b in ".{0,8}", cut in 0_usize..8) {
            let whole = format!("{a}{b}");
            let at = whole.char_indices().map(|(i, _)| i).nth(cut).unwrap_or(whole.len());
            let (c, d) = whole.split_at(at);
            prop_assume!((a.as_str(), b.as_str()) != (c, d));
            let id = [0_u8; 16];
            prop_assert_ne!(digest(&id, "t", Cell::Text(&a), Cell::Text(&b)), digest(&id, "t", Cell::Text(c), Cell::Text(d)));
        }
    }
}
