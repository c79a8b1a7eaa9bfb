//! D13: Headquarters and field levels; two-track plans; a plan per mission.
// test: d13_headquarters_and_field
