//! D26: Regular dated updates by each responsible side, formal or informal; overdue for an update is not the same
//! as overdue for delivery.
// test: d26_updates_are_due_apart_from_delivery
