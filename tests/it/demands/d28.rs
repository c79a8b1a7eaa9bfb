//! D28: Status can go back; finished items can be watched and reopened.
// test: d28_status_can_go_back
