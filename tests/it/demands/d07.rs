//! D7: A crosswalk when one framework succeeds another, without rewriting the older items.
// test: d07_a_crosswalk_when_a_framework_is_succeeded
