//! Limits for filters with a way to group: one pass over what the filter admits, then the rows of the first page.

use crate::listing::{LineRow, RecommendationRow, YEARS, asked, line};
use crate::reading::Text;
use followthrough_model::Day;
use followthrough_model::vocabulary::ListKind;
use rusqlite::types::Value;
use rusqlite::{Connection, Result};

const C: ListKind = ListKind::Commitments;
const R: ListKind = ListKind::Recommendations;

/// A filter with three terms and a way to group, and the same by hand.
pub(crate) struct Asked {
    pub list: ListKind,
    pub filter: String,
    pub group: &'static str,
    /// Rows with what they are grouped by, age and (of a commitment) its due where it is late, in the order of the list.
    sql: String,
}

/// Filters of several shapes: by kept columns, through recommendations, through rows beside, by a field of the user's.
pub(crate) fn filters(lead: &str, lead_rid: i64, region: i64) -> Vec<Asked> {
    let commitments = |filter: String, group, key: &str, only: &str| Asked {
        list: C,
        filter,
        group,
        sql: format!(
            "SELECT {key}, c.rid, c.age_from, iif(c.open = 1 AND c.due_by < ?1, c.due_by, NULL) FROM commitment c WHERE c.live = 1 AND {only} ORDER BY c.rid"
        ),
    };
    let source = "(SELECT r.source FROM answer a JOIN item ai ON ai.rid = a.rid AND ai.life = 0 JOIN recommendation r ON r.rid = a.recommendation WHERE a.commitment = c.rid AND a.main = 1)";
    vec![
        commitments(
            format!("lead:{lead} status:open due<2025-01-01"),
            "source",
            source,
            &format!("c.open = 1 AND c.lead = {lead_rid} AND c.due_by < '2025-01-01'"),
        ),
        commitments(
            "priority:high status:open due<2025-01-01".to_owned(),
            "lead",
            "c.lead",
            "c.open = 1 AND c.due_by < '2025-01-01' AND c.rid IN (SELECT a.commitment FROM recommendation r JOIN answer a ON a.recommendation = r.rid
               JOIN item ai ON ai.rid = a.rid AND ai.life = 0 WHERE r.priority = 'high')",
        ),
        commitments(
            "kind:pledge health:at_risk #Region:North".to_owned(),
            "status",
            "c.status",
            &format!(
                "c.kind = 'pledge' AND c.health = 'at_risk' AND c.rid IN (SELECT v.of FROM custom_value v JOIN item vi ON vi.rid = v.rid AND vi.life = 0
                   WHERE v.field = {region} AND v.value = 'North')"
            ),
        ),
        Asked {
            list: R,
            filter: "priority:high force:should decision:accepted".to_owned(),
            group: "source",
            sql: "SELECT r.source, r.rid, r.age_from, EXISTS (SELECT 1 FROM answer a JOIN item ai ON ai.rid = a.rid AND ai.life = 0
                   JOIN commitment c ON c.rid = a.commitment AND c.live = 1 WHERE a.recommendation = r.rid AND c.open = 1 AND c.due_by < ?1)
                 FROM recommendation r WHERE r.live = 1 AND r.priority = 'high' AND r.force = 'should'
                   AND EXISTS (SELECT 1 FROM addressee x WHERE x.recommendation = r.rid AND x.live = 1 AND x.decision = 'accepted') ORDER BY r.source, r.ord, r.rid"
                .to_owned(),
        },
    ]
}

impl Asked {
    /// The groups with their counts and the first page of them: one pass over what the filter admits, then fifty rows.
    pub(crate) fn by_hand(&self, conn: &Connection, as_of: Day) -> Result<(u32, usize, usize)> {
        struct Group {
            key: Value,
            rids: Vec<i64>,
            late: u32,
            oldest: Text,
        }
        let day = as_of.to_string();
        let edges = YEARS.iter().map(|edge| (as_of + chrono::Duration::days(*edge)).to_string()).collect::<Vec<_>>();
        let (mut groups, mut within, mut total): (Vec<Group>, [u32; 3], u32) = (Vec::new(), [0; 3], 0);
        let moment = conn.unchecked_transaction()?;
        let mut statement = conn.prepare_cached(&self.sql)?;
        let mut found = statement.query([&day])?;
        while let Some(r) = found.next()? {
            let (key, age): (Value, Text) = (r.get(0)?, r.get(2)?);
            let late: Value = r.get(3)?;
            total += 1;
            for (within, edge) in within.iter_mut().zip(&edges) {
                *within += u32::from(age.as_ref().is_some_and(|age| age >= edge));
            }
            let at = groups.iter().position(|g| g.key == key).unwrap_or_else(|| {
                groups.push(Group { key, rids: Vec::new(), late: 0, oldest: None });
                groups.len() - 1
            });
            let group = &mut groups[at];
            group.rids.push(r.get(1)?);
            match late {
                Value::Text(due) => {
                    group.late += 1;
                    if group.oldest.as_ref().is_none_or(|oldest| due < *oldest) {
                        group.oldest = Some(due);
                    }
                }
                Value::Integer(late) => group.late += u32::try_from(late).unwrap_or(0),
                _ => {}
            }
        }
        drop(found);
        groups.sort_by_key(|g| (g.key == Value::Null, std::cmp::Reverse(g.rids.len())));
        let by_actor = self.group == "lead" || self.group == "source";
        let mut name = conn.prepare_cached(if self.group == "lead" {
            "SELECT i.id, a.short, a.name FROM actor a JOIN item i ON i.rid = a.rid WHERE a.rid = ?1"
        } else {
            "SELECT i.id, s.short, s.title FROM source s JOIN item i ON i.rid = s.rid WHERE s.rid = ?1"
        })?;
        let mut names: Vec<(Text, Text)> = Vec::new();
        for group in groups.iter().filter(|g| by_actor && g.key != Value::Null) {
            names.push(name.query_row([&group.key], |r| Ok((r.get(1)?, r.get(2)?)))?);
        }
        let from = if self.list == R { "recommendation r" } else { "commitment c" };
        let sql =
            if self.list == R { asked(from) + " WHERE r.rid = ?2" } else { line(from) + " WHERE c.rid = ?2 AND ?1 IS NOT NULL" };
        let mut one = conn.prepare_cached(&sql)?;
        let mut shown = 0;
        for rid in groups.iter().flat_map(|g| &g.rids).take(50) {
            let mut found = one.query((&day, rid))?;
            while let Some(r) = found.next()? {
                if self.list == R {
                    drop(RecommendationRow::read(r)?);
                } else {
                    drop(LineRow::read(r)?);
                }
                shown += 1;
            }
        }
        drop(one);
        drop(name);
        drop(statement);
        moment.finish()?;
        Ok((total, groups.len(), shown))
    }
}
