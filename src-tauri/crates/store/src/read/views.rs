//! Saved views.
//!
//! Does not list what they show.

use super::value::{id, word};
use crate::{Reader, Result};
use followthrough_model::Uuid;
use followthrough_model::vocabulary::ListKind;

/// A list with its filter and groups under a name.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct ViewRow {
    pub id: Uuid,
    pub name: String,
    pub list: ListKind,
    /// In its canonical form; empty: everything.
    pub filter: String,
    pub group: Option<String>,
    pub ord: i64,
}

impl Reader<'_> {
    /// The saved views, in their order.
    pub fn views(&self) -> Result<Vec<ViewRow>> {
        self.all(
            "SELECT i.id, v.name, v.list, v.filter, v.group_by, v.ord FROM saved_view v CROSS JOIN item i ON i.rid = v.rid AND i.life = 0 ORDER BY v.ord, v.rid",
            [],
            |r| {
                Ok(ViewRow { id: id(r, 0)?, name: r.get(1)?, list: word(r, 2)?, filter: r.get(3)?, group: r.get(4)?, ord: r.get(5)? })
            },
        )
    }
}
