//! Tests across crates. One crate, so that they link once: features through the typed door, the file under stress, the
//! shape of the repository. Holds no code of the product.

#[cfg(test)]
mod catalogue;
#[cfg(test)]
mod types;
