//! D15: "Nobody owns this" is listed, not hidden; an owner that is only implied stays "unconfirmed" until the
//! officer confirms it. In PC16 only about half of the bullets name anybody.
// test: d15_nobody_owns_this_is_listed
