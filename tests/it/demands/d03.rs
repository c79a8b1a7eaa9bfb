//! D3: Force and consensus: must, should, could, "some participants"; a contested flag with its reason.
// test: d03_force_and_dissent_are_kept
