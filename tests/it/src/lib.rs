//! Tests across crates. One crate, so that they link once: features through the typed door, the file under stress, the
//! shape of the repository. Holds no code of the product.

#[cfg(test)]
mod accounts;
#[cfg(test)]
mod actors;
#[cfg(test)]
mod at_desk;
#[cfg(test)]
mod bad_dues;
#[cfg(test)]
mod bad_input;
#[cfg(test)]
mod bulk;
#[cfg(test)]
mod cancel;
#[cfg(test)]
mod catalogue;
#[cfg(test)]
mod catalogue_between;
#[cfg(test)]
mod cells;
#[cfg(test)]
mod cli;
#[cfg(test)]
mod compare;
#[cfg(test)]
#[path = "../demands/mod.rs"]
mod demands;
#[cfg(test)]
mod desk;
#[cfg(test)]
mod diary;
#[cfg(test)]
mod emptying;
#[cfg(test)]
mod evidence;
#[cfg(test)]
mod fields;
#[cfg(test)]
mod files;
#[cfg(test)]
mod killed;
#[cfg(test)]
mod lists;
#[cfg(test)]
mod main_job;
#[cfg(test)]
mod narrow;
#[cfg(test)]
mod outlines;
#[cfg(test)]
mod pictures;
#[cfg(test)]
mod plans;
#[cfg(test)]
mod random;
#[cfg(test)]
mod rates;
#[cfg(test)]
mod refused_fields;
#[cfg(test)]
mod register;
#[cfg(test)]
mod requests;
#[cfg(test)]
mod rests;
#[cfg(test)]
mod reviews;
#[cfg(test)]
mod search;
#[cfg(test)]
mod shared_file;
#[cfg(test)]
mod sorting;
#[cfg(test)]
mod structure;
#[cfg(test)]
mod summary;
#[cfg(test)]
mod tidy;
#[cfg(test)]
mod types;
#[cfg(test)]
mod undo;
