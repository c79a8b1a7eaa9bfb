//! D23: Recurring or open-ended: a review interval instead of a due date; mandate and budget cycles.
// test: d23_recurring_and_open_ended
