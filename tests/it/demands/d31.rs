//! D31: Handover: a successor must be able to work from the file alone; search before add.
// test: d31_a_successor_works_from_the_file_alone
