//! D44: Sensitivity: an entry can be kept out of an export; the file is local and the program makes no network
//! call that the user did not ask for.
// test: d44_sensitive_items_stay_out
