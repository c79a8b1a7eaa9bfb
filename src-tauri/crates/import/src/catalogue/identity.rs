//! Which identity a row of the catalogue has: the same in every file and on every machine, so that two desks that began
//! apart hold the same row.
//!
//! Does not make identities for what users enter; those are random.

use uuid::Uuid;

/// The namespace of all identities made here. It never changes: the rows in users' files are found by it.
const NAMESPACE: Uuid = Uuid::from_u128(0x37887703_3a88_46b3_9106_9e6ba62063b4);

/// The identity of what has this seed id (UUID v5).
pub fn seed_uuid(seed: &str) -> Uuid {
    Uuid::new_v5(&NAMESPACE, seed.as_bytes())
}

/// The identity of a row that only ties two others, such as a theme on an item: the same `what` of the same two, in this
/// order, is the same row. Never that of a seed id, since those hold no space.
pub fn pair_uuid(what: &str, a: Uuid, b: Uuid) -> Uuid {
    Uuid::new_v5(&NAMESPACE, format!("{what} {a} {b}").as_bytes())
}
