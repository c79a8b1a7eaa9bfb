//! D2: Wording, place and standing of the source kept: page or line, official or Chatham House rule.
// test: d02_wording_place_and_standing_are_kept
