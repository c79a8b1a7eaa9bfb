//! Bytes into a plan and its problems: what comes from outside is read, checked and laid out as plain typed data, which
//! a command then writes through its transaction.
//!
//! Does no IO, reads no clock and knows no SQL. It reads the catalogue and the tables of old registers.

pub mod catalogue;
pub mod register;
