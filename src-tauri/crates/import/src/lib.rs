//! Bytes into a plan and its problems: what comes from outside is read, checked and laid out as plain typed data, which
//! a command then writes through its transaction.
//!
//! Does no IO, reads no clock and knows no SQL. The catalogue is the only thing that it reads so far.

pub mod catalogue;
