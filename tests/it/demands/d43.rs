//! D43: Sources shown in what is exported.
// test: d43_sources_stand_in_what_is_exported
