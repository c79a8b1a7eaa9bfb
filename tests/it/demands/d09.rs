//! D9: Priority and sequence; the four published selection criteria as an optional score.
// test: d09_priority_and_criteria
