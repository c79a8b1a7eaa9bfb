//! D35: Evidence with source, date it speaks of (not only date added), kind, page; several per commitment; from
//! different sides; for, against or mixed.
// test: d35_evidence_for_and_against
