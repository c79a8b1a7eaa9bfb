//! D16: Kinds of commitment: response to a recommendation, declared commitment, pledge, compact, plan action,
//! directive; with date made and occasion.
// test: d16_kinds_of_commitment
