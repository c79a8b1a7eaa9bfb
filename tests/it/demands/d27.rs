//! D27: Done, in progress, planned; adopted on paper, applied, applied everywhere.
// test: d27_how_far_a_result_reaches
