//! D32: Suspended or withdrawn; caveats that an actor declares on its own commitment.
// test: d32_suspended_withdrawn_and_caveats
