//! D25: Slippage: the original date is never overwritten; each revision has a reason.
// test: d25_slippage_keeps_the_original
