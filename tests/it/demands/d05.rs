//! D5: Not everything starts at zero: "may already be partly implemented".
// test: d05_not_everything_starts_at_zero
