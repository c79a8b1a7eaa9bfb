//! D1: One register fed by many documents; each recommendation keeps its own source, number, section.
// test: d01_one_register_fed_by_many_documents
