//! The workspace file: SQLite, and only here. Opens and migrates it, writes through [`Tx`] (rows and log in one
//! transaction), undoes, keeps what is derived, answers lists and pages, keeps evidence, checks itself.
//!
//! Does not know commands, JSON envelopes or screens. SQL stands beside its noun in `read/`.

mod blobs;
mod check;
mod connection;
mod empty;
mod error;
mod job;
mod kept;
mod lookup;
mod machine;
mod migrate;
mod open;
mod place;
#[cfg(feature = "plans")]
pub mod plans;
pub mod read;
mod settle;
mod tx;
mod undo;
mod words;

pub use blobs::{PIECE, Staged};
pub use check::CheckReply;
pub use empty::Binned;
pub use error::Error;
pub use job::Job;
pub use lookup::Found;
pub use machine::{Clock, Machine, Recent, SystemClock};
pub use open::{Outcome, Reader, Store};
pub use place::{beside, refuse_over_workspace, sync_folder};
pub use tx::Tx;
pub use words::index_rows;

pub type Result<T, E = Error> = std::result::Result<T, E>;
