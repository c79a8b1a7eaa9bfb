//! D22: Mission life-cycle stage or condition instead of a date, without inventing one.
// test: d22_a_stage_or_condition_without_a_date
