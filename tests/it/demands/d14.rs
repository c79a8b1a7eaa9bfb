//! D14: Exactly one accountable lead for each commitment; others support; joint pledges have several leads' names
//! on one commitment.
// test: d14_one_accountable_lead
