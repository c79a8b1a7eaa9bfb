//! D45: Usable with little training: sample data, help in place.
// test: d45_usable_with_little_training
