//! D19: Callers and addressees: "A should call on B to do C".
// test: d19_callers_and_addressees
