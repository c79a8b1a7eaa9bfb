//! Workspaces of any size, filled by a seed: for `make bench` and for whoever else needs a large file.
//!
//! Everything is written as a user's edits are, through `Store::edit` and `Tx`; no row is put there past the log.

mod chance;
mod clock;
pub mod generator;
mod prose;

pub use chance::Chance;
pub use clock::StillClock;
