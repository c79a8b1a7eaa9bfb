//! Groups of a list: what its rows have in common, as SQL and as people read it. Each row stands in one group.
//!
//! Does not count; `listing` does.

use super::Named;
use super::queues::fill;
use super::row::When;
use crate::{Reader, Result};
use followthrough_model::Day;
use followthrough_model::filter::{Group as GroupBy, GroupBy as By};
use followthrough_model::text::sort_key;
use followthrough_model::vocabulary::ListKind;
use rusqlite::types::Value;

/// Rows of a list that have something in common.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct Group {
    /// Where grouped by lead; nothing: no lead.
    pub actor: Option<Named>,
    /// What they have in common: a word, a month, a reference; nothing: they have none.
    pub key: Option<String>,
    /// The same as people read it, where that is not the key.
    pub name: Option<String>,
    pub count: u32,
    pub overdue: u32,
    /// The earliest due of those overdue.
    pub oldest: Option<Day>,
    /// Index of its first row in the whole list.
    pub start: u32,
}

impl Group {
    /// The rows of one actor, at the beginning of a list.
    pub(crate) fn of(actor: Option<Named>, count: u32, oldest: Option<Day>) -> Self {
        let (key, name) = actor.as_ref().map(|a| (a.reference.clone(), a.name.clone())).unzip();
        Self { actor, key, name, count, overdue: 0, oldest, start: 0 }
    }
}

/// The first of a few: the recommendation that a commitment mainly answers.
const MAIN: &str = "SELECT ga.recommendation FROM answer ga JOIN item gi ON gi.rid = ga.rid AND gi.life = 0 WHERE ga.commitment = c.rid AND ga.main = 1";

/// What the rows of a group share, in SQL; a row number for actors, sources and themes. `own`: the user's own field.
pub(crate) fn key(group: &GroupBy, list: ListKind, when: When, own: Option<i64>) -> String {
    let commitments = list == ListKind::Commitments;
    let by = match group {
        GroupBy::Own(_) => {
            let field = own.unwrap_or(0);
            let value = format!(
                "(SELECT min(v.value) FROM custom_value v JOIN item vi ON vi.rid = v.rid AND vi.life = 0 WHERE v.of = {{rid}} AND v.field = {field})"
            );
            return fill(&value, list, when);
        }
        GroupBy::By(by) => *by,
    };
    let recommendation = |column: &str| {
        if commitments {
            format!("(SELECT gr.{column} FROM recommendation gr WHERE gr.rid = ({MAIN} LIMIT 1))")
        } else {
            format!("r.{column}")
        }
    };
    // Of a recommendation, what its first commitment says.
    let commitment = |column: &str| {
        if commitments {
            column.to_owned()
        } else {
            format!(
                "(SELECT {column} FROM answer ga JOIN item gi ON gi.rid = ga.rid AND gi.life = 0 JOIN commitment c ON c.rid = ga.commitment AND {} {} WHERE ga.recommendation = r.rid ORDER BY c.rid LIMIT 1)",
                when.live(),
                when.join(":day")
            )
        }
    };
    let main = if commitments { format!("({MAIN} LIMIT 1)") } else { "r.rid".to_owned() };
    let sql = match by {
        By::Lead => commitment("{k}.lead"),
        By::Status => commitment("{k}.status"),
        By::Health => commitment("c.health"),
        By::Handler => commitment("c.handler"),
        By::Kind => commitment("c.kind"),
        By::Month => commitment("substr({k}.due_by, 1, 7)"),
        By::Source => recommendation("source"),
        By::Priority => recommendation("priority"),
        By::Force => recommendation("force"),
        By::Theme => format!(
            "(SELECT gt.theme FROM theme_of gt JOIN item gi ON gi.rid = gt.rid AND gi.life = 0 WHERE gt.of = {main} ORDER BY gt.theme LIMIT 1)"
        ),
        By::Level if commitments => "(SELECT gl.level FROM actor gl WHERE gl.rid = {k}.lead)".to_owned(),
        By::Level => "(SELECT gl.level FROM addressee gx JOIN actor gl ON gl.rid = gx.actor WHERE gx.recommendation = r.rid AND gx.live = 1 ORDER BY gx.rid LIMIT 1)".to_owned(),
        By::Decision => format!(
            "(SELECT gx.decision FROM addressee gx WHERE gx.recommendation = {main} AND gx.live = 1 ORDER BY {}gx.rid LIMIT 1)",
            if commitments { "gx.actor = {k}.lead DESC, " } else { "" }
        ),
    };
    fill(&sql, list, when)
}

impl Reader<'_> {
    /// A group under its key, still without numbers.
    pub(crate) fn group_of(&self, group: &GroupBy, key: &Value) -> Result<Group> {
        let mut out = Group { actor: None, key: None, name: None, count: 0, overdue: 0, oldest: None, start: 0 };
        match (group, key) {
            (_, Value::Text(word)) => out.key = Some(word.clone()),
            (GroupBy::By(By::Lead), Value::Integer(rid)) => {
                // By its short name, else by its name: as its rows show it.
                let lead = self.named_actor(*rid)?;
                (out.key, out.name) = lead.as_ref().map(|lead| (lead.reference.clone(), lead.name.clone())).unzip();
                out.actor = lead;
            }
            (_, Value::Integer(rid)) => {
                let brief = self.brief(*rid)?;
                let named = if brief.reference.is_empty() { brief.title.clone() } else { brief.reference };
                (out.key, out.name) = (Some(named), Some(brief.title));
            }
            _ => {}
        }
        Ok(out)
    }
}

/// Puts groups into their order: months by their days, else those with the oldest overdue first where `pressing`, the
/// larger first otherwise; what has nothing in common last. Then says where each begins.
pub(crate) fn arrange(groups: &mut [(Value, Group)], group: &GroupBy, pressing: bool) {
    let by_key = matches!(group, GroupBy::By(By::Month));
    groups.sort_by(|(_, a), (_, b)| {
        let none = a.key.is_none().cmp(&b.key.is_none());
        let name = |g: &Group| g.name.as_deref().or(g.key.as_deref()).map(sort_key);
        let oldest = |g: &Group| (g.oldest.is_none(), g.oldest);
        let size = b.count.cmp(&a.count);
        none.then_with(|| if by_key { a.key.cmp(&b.key) } else { std::cmp::Ordering::Equal })
            .then_with(|| if pressing { oldest(a).cmp(&oldest(b)) } else { std::cmp::Ordering::Equal })
            .then(size)
            .then_with(|| name(a).cmp(&name(b)))
    });
    let mut start = 0;
    for (_, group) in groups {
        group.start = start;
        start += group.count;
    }
}
