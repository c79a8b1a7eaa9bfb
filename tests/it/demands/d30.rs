//! D30: Good practice and lessons marked and exportable.
// test: d30_good_practice_and_lessons
