//! How recommendations stand to each other: links in both directions, the chain of what was carried forward, and whether
//! a new link would close a circle.
//!
//! Does not count over linked ones; `rollup` does.

use super::value::{id, word};
use super::{Brief, Named};
use crate::{Reader, Result};
use followthrough_model::Uuid;
use followthrough_model::vocabulary::LinkKind;

/// A link of a recommendation, seen from it.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct LinkRow {
    pub id: Uuid,
    pub kind: LinkKind,
    /// This one duplicates, elaborates or supersedes the other; else the other does so with this one.
    pub forward: bool,
    pub other: Brief,
    /// The source of the other.
    pub source: Named,
    pub reason: String,
}

/// How far a chain is followed.
const FURTHEST: i64 = 100;

impl Reader<'_> {
    /// The links of a recommendation to others that count.
    pub(crate) fn links(&self, rid: i64) -> Result<Vec<LinkRow>> {
        let found = self.all(
            "SELECT x.rid, xi.id, x.kind, x.forward, x.other, x.reason, si.id, s.short, s.title FROM (
               SELECT rid, kind, 1 AS forward, other, reason FROM link WHERE of = ?1
               UNION ALL SELECT rid, kind, 0, of, reason FROM link WHERE other = ?1) x
             JOIN item xi ON xi.rid = x.rid AND xi.life = 0 JOIN item oi ON oi.rid = x.other AND oi.life = 0
             JOIN recommendation o ON o.rid = x.other JOIN source s ON s.rid = o.source JOIN item si ON si.rid = s.rid
             ORDER BY x.kind, x.forward DESC, x.rid",
            [rid],
            |r| {
                let source = Named { id: id(r, 6)?, reference: r.get(7)?, name: r.get(8)? };
                Ok((id(r, 1)?, word(r, 2)?, r.get(3)?, r.get::<_, i64>(4)?, r.get(5)?, source))
            },
        )?;
        found
            .into_iter()
            .map(|(id, kind, forward, other, reason, source)| {
                Ok(LinkRow { id, kind, forward, other: self.brief(other)?, source, reason })
            })
            .collect()
    }

    /// What superseded what, from the oldest on, with the recommendation itself; empty where nothing did.
    pub(crate) fn chain(&self, rid: i64) -> Result<Vec<Brief>> {
        const STEP: &str = "JOIN item i ON i.rid = x.rid AND i.life = 0 WHERE x.kind = 'supersedes'";
        let found = self.all(
            &format!(
                "WITH RECURSIVE newer(rid, step) AS (VALUES(?1, 0) UNION SELECT x.of, n.step + 1 FROM newer n JOIN link x ON x.other = n.rid {STEP} AND n.step < ?2),
                   older(rid, step) AS (VALUES(?1, 0) UNION SELECT x.other, o.step - 1 FROM older o JOIN link x ON x.of = o.rid {STEP} AND o.step > -?2)
                 SELECT y.rid FROM (SELECT * FROM newer UNION SELECT * FROM older) y JOIN item yi ON yi.rid = y.rid AND yi.life = 0
                 GROUP BY y.rid ORDER BY max(y.step), y.rid"
            ),
            (rid, FURTHEST),
            |r| r.get::<_, i64>(0),
        )?;
        if found.len() < 2 {
            return Ok(Vec::new());
        }
        found.into_iter().map(|rid| self.brief(rid)).collect()
    }

    /// Whether `of` leads to `to` through live links of a kind; duplicates lead both ways.
    pub fn linked(&self, of: i64, to: i64, kind: LinkKind) -> Result<bool> {
        const LIVE: &str = "JOIN item i ON i.rid = x.rid AND i.life = 0 WHERE x.kind = ?3";
        let back = if kind == LinkKind::Duplicates {
            format!("UNION SELECT x.of FROM reach r JOIN link x ON x.other = r.rid {LIVE}")
        } else {
            String::new()
        };
        let sql = format!(
            "WITH RECURSIVE reach(rid) AS (VALUES(?1) UNION SELECT x.other FROM reach r JOIN link x ON x.of = r.rid {LIVE} {back})
             SELECT count(*) FROM reach WHERE rid = ?2"
        );
        Ok(self.count(&sql, (of, to, kind.as_str()))? > 0)
    }

    /// The live link of a kind between two, in this direction.
    pub fn link_between(&self, of: i64, to: i64, kind: LinkKind) -> Result<bool> {
        let sql = "SELECT count(*) FROM link x JOIN item i ON i.rid = x.rid AND i.life = 0 WHERE x.of = ?1 AND x.other = ?2 AND x.kind = ?3";
        Ok(self.count(sql, (of, to, kind.as_str()))? > 0)
    }
}
