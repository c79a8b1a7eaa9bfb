//! What happened, as data: the stamp of an act, the cells that it changed, and the chain of hashes over them.
//!
//! Does no IO and reads no clock. Undo is set-based SQL in the store; exchange between desks will add its merge here.

pub mod chain;
pub mod stamp;

pub use chain::{Cell, Chain, Hash, Head};
pub use stamp::Stamp;
