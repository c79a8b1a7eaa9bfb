//! What else a summary says of a commitment, where there is anything: decisions on what it answers, what stands in the
//! way, the next milestone, numbers of others, the user's own fields. Which commitments have anything is read once for a
//! summary ([`Having`]), so that the others cost nothing.
//!
//! Notes and flags of the desk are never here, nor anything that hangs on a marked item.

use crate::{Reader, Result};
use followthrough_model::Day;
use rusqlite::Row;
use std::collections::HashSet;

/// A name and what it says.
pub(super) type Fact = (String, String);

/// One sort of fact: the commitments that have it, and what each has.
struct Sort {
    /// Every commitment that may have it; without parameters.
    having: &'static str,
    /// Name and value of one; `?1` the commitment, `?2` the day.
    of_one: &'static str,
    own: bool,
}

const SORTS: &[Sort] = &[
    Sort {
        having: "SELECT w.commitment FROM decision d JOIN answer w ON w.recommendation = d.recommendation AND w.main = 1",
        of_one: "SELECT 'decision', coalesce(a.short, a.name) || ' ' || replace(d.answer, '_', ' ') || ', ' || d.on_day || coalesce(' (' || d.reason || ')', '')
            FROM answer w JOIN item wi ON wi.rid = w.rid AND wi.life = 0 JOIN decision d ON d.recommendation = w.recommendation
            JOIN item di ON di.rid = d.rid AND di.life = 0 AND di.private = 0 JOIN actor a ON a.rid = d.actor
            WHERE w.commitment = ?1 AND w.main = 1 AND d.on_day <= ?2
              AND NOT EXISTS (SELECT 1 FROM decision n JOIN item ni ON ni.rid = n.rid AND ni.life = 0 WHERE n.recommendation = d.recommendation
                AND n.actor = d.actor AND n.on_day <= ?2 AND (n.on_day, n.stamp, n.rid) > (d.on_day, d.stamp, d.rid)) ORDER BY d.on_day, d.rid",
        own: false,
    },
    Sort {
        having: "SELECT commitment FROM update_ WHERE obstacle IS NOT NULL",
        of_one: "WITH u AS (SELECT u.* FROM update_ u JOIN item i ON i.rid = u.rid AND i.life = 0 AND i.private = 0
              WHERE u.commitment = ?1 AND u.obstacle IS NOT NULL AND u.on_day <= ?2 ORDER BY u.on_day DESC, u.stamp DESC LIMIT 1)
            SELECT 'obstacle', obstacle || coalesce(' (' || replace(obstacle_kind, '_', ' ') || ')', '') || ', ' || on_day FROM u
            UNION ALL SELECT 'resources', resources || coalesce(', asked for on ' || resources_asked, '') FROM u WHERE resources IS NOT NULL
            UNION ALL SELECT 'remedy', remedy FROM u WHERE remedy IS NOT NULL",
        own: false,
    },
    Sort {
        having: "SELECT commitment FROM update_ WHERE escalated_to IS NOT NULL",
        of_one: "SELECT 'escalated_to', coalesce(a.short, a.name) || ', ' || u.on_day FROM update_ u JOIN item i ON i.rid = u.rid AND i.life = 0 AND i.private = 0
            JOIN actor a ON a.rid = u.escalated_to WHERE u.commitment = ?1 AND u.on_day <= ?2 ORDER BY u.on_day, u.stamp",
        own: false,
    },
    Sort {
        having: "SELECT commitment FROM update_ WHERE practice IS NOT NULL",
        of_one: "SELECT u.practice, u.text FROM update_ u JOIN item i ON i.rid = u.rid AND i.life = 0 AND i.private = 0
            WHERE u.commitment = ?1 AND u.practice IS NOT NULL AND u.on_day <= ?2 ORDER BY u.on_day, u.stamp",
        own: false,
    },
    Sort {
        having: "SELECT commitment FROM milestone",
        of_one: "SELECT 'milestone', m.text || coalesce(', due by ' || m.due_by, '') FROM milestone m JOIN item i ON i.rid = m.rid AND i.private = 0
            WHERE m.commitment = ?1 AND m.live = 1 AND ifnull(m.done_on > ?2, 1) ORDER BY m.due_by IS NULL, m.due_by, m.ord LIMIT 1",
        own: false,
    },
    Sort {
        having: "SELECT of FROM their_ref UNION SELECT w.commitment FROM their_ref t JOIN answer w ON w.recommendation = t.of AND w.main = 1",
        of_one: "SELECT 'their_ref', t.number || coalesce(' (' || t.whose || ')', '') FROM their_ref t JOIN item i ON i.rid = t.rid AND i.life = 0 AND i.private = 0
            WHERE ?2 IS NOT NULL AND (t.of = ?1 OR t.of IN (SELECT w.recommendation FROM answer w JOIN item wi ON wi.rid = w.rid AND wi.life = 0 WHERE w.commitment = ?1 AND w.main = 1)) ORDER BY t.rid",
        own: false,
    },
    Sort {
        having: "SELECT of FROM custom_value",
        of_one: "SELECT f.name, group_concat(v.value, ', ') FROM custom_value v JOIN item i ON i.rid = v.rid AND i.life = 0 JOIN custom_field f ON f.rid = v.field
            JOIN item fi ON fi.rid = f.rid AND fi.life = 0 WHERE v.of = ?1 AND ?2 IS NOT NULL GROUP BY f.rid ORDER BY f.ord, f.rid",
        own: true,
    },
];

/// The commitments that have anything of each sort.
#[derive(Debug)]
pub struct Having(Vec<HashSet<i64>>);

impl Reader<'_> {
    /// Which commitments have more to say in a summary: asked once, for all its sections.
    pub fn summary_having(&self) -> Result<Having> {
        let one = |sort: &Sort| Ok(self.all(sort.having, [], |r| r.get(0))?.into_iter().collect());
        Ok(Having(SORTS.iter().map(one).collect::<Result<_>>()?))
    }
}

/// Reads the facts of one commitment after the other.
pub(super) struct Further<'r> {
    sorts: Vec<(&'r HashSet<i64>, rusqlite::CachedStatement<'r>, bool)>,
}

impl<'r> Further<'r> {
    pub(super) fn prepare(reader: &'r Reader<'r>, having: &'r Having) -> Result<Self> {
        let some = SORTS.iter().zip(&having.0).filter(|(_, having)| !having.is_empty());
        let sorts = some.map(|(sort, having)| Ok((having, reader.conn.prepare_cached(sort.of_one)?, sort.own)));
        Ok(Self { sorts: sorts.collect::<Result<_>>()? })
    }

    /// The facts of a commitment, and its fields of the user's.
    pub(super) fn of(&mut self, commitment: i64, as_of: Day) -> Result<(Vec<Fact>, Vec<Fact>)> {
        let (mut further, mut own) = (Vec::new(), Vec::new());
        for (having, statement, is_own) in &mut self.sorts {
            if having.contains(&commitment) {
                let found = statement.query_map((commitment, as_of.to_string()), fact)?.collect::<rusqlite::Result<Vec<_>>>()?;
                if *is_own { &mut own } else { &mut further }.extend(found);
            }
        }
        Ok((further, own))
    }
}

fn fact(r: &Row<'_>) -> rusqlite::Result<Fact> {
    Ok((r.get(0)?, r.get(1)?))
}
