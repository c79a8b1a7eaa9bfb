//! D39: Unfinished items carry forward under a new framework.
// test: d39_unfinished_items_are_carried_forward
