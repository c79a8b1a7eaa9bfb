//! Statuses as the charts draw them: each belongs to one class, each class has one place and look.
//! What a status means and which may follow is the model's; an unknown one is drawn as "closed otherwise".

use crate::data::Count;

/// In drawing order, from done to not begun, then what left the road.
pub(crate) const CLASSES: [&str; 8] =
    ["implemented", "reported", "partial", "under", "not_started", "not_implemented", "suspended", "closed"];

/// Place of the status' class in [`CLASSES`].
pub(crate) fn class(status: &str) -> usize {
    match status {
        "implemented" => 0,
        "reported_implemented" => 1,
        "partially_implemented" => 2,
        "under_implementation" => 3,
        "not_started" => 4,
        "not_implemented" => 5,
        "suspended" => 6,
        _ => 7,
    }
}

/// Counts by class, in drawing order.
pub(crate) fn by_class(counts: &[Count]) -> [u64; 8] {
    let mut sums = [0; 8];
    for count in counts {
        sums[class(&count.status)] += count.n;
    }
    sums
}
