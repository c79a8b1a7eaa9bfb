//! What a list can be grouped by, in the same spelling as the fields of a filter.
//!
//! Does not group; the store does.

use super::{OwnField, fields, read};
use crate::Refusal;
use crate::vocabulary::words;
use std::fmt;

words! {
    /// What the rows of a group have in common.
    GroupBy ("way to group") {
        Lead = "lead", Source = "source", Theme = "theme", Status = "status", Health = "health", Level = "level",
        Priority = "priority", Force = "force", Handler = "handler", Kind = "kind",
        /// The month of the current due.
        Month = "month",
        Decision = "decision",
    }
}

/// A way to group, or a field of the user's own (`#name`, `#"Budget line"`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Group {
    By(GroupBy),
    Own(String),
}

impl Group {
    pub fn parse(text: &str, own: &[OwnField]) -> Result<Self, Refusal> {
        if text.trim_start().starts_with('#') {
            return Ok(read::own_name(text, own).map(Self::Own)?);
        }
        text.to_lowercase()
            .parse()
            .map(Self::By)
            .map_err(|no: Refusal| Refusal::new(no.code, format!("{} Or a field of your own, written #name.", no.sentence)))
    }
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::By(by) => by.fmt(f),
            Self::Own(name) => fields::own(f, name),
        }
    }
}
