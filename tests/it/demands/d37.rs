//! D37: Existing mechanisms (CPAS, PCRS, action plans, letters to the Council) cited as evidence sources, not
//! typed in again.
// test: d37_mechanisms_are_cited
