//! D21: Dates tied to an event that can move: "before the ministerial". If the event moves, they move.
// test: d21_dates_that_hang_on_an_event
