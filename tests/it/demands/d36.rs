//! D36: Self-reported or independently verified. "Implemented" needs evidence.
// test: d36_implemented_needs_evidence
