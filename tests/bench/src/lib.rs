//! Workspaces of any size, filled by a seed: for `make bench` and for whoever else needs a large file.
//!
//! Everything is written as a user's edits are, through `Store::edit` and `Tx`; only the largest size repeats rows of a tenth
//! of it past the log (`generator::tenfold`).

mod chance;
mod clock;
pub mod generator;
mod prose;

pub use chance::Chance;
pub use clock::StillClock;
