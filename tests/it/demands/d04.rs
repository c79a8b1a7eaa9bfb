//! D4: A decision apart from progress: taken forward or not, by whom, when, and when it is to be done.
// test: d04_decision_is_apart_from_progress
