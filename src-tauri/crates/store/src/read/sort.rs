//! The order of a list that somebody chose: columns by name, one table a list, and what each compares in SQL.
//!
//! What a column lacks stands last in both directions. Ties stand as the list itself would have them. Does not page.

use super::queues::fill;
use super::row::When;
use crate::{Error, Result};
use followthrough_model::Status;
use followthrough_model::text::brief;
use followthrough_model::vocabulary::{CommitmentKind, Force, Health, Level, ListKind, Priority};

/// How many columns a list may be sorted by.
const MOST: usize = 4;

/// One column by which a list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SortKey {
    column: &'static str,
    /// From the last to the first.
    down: bool,
}

/// The columns by which the rows of a list can be sorted.
const fn columns(list: ListKind) -> &'static [&'static str] {
    match list {
        ListKind::Commitments => &[
            "due",
            "lead",
            "status",
            "deliverable",
            "recommendation",
            "updated",
            "slips",
            "age",
            "health",
            "level",
            "handler",
            "kind",
            "evidence",
            "review_months",
        ],
        ListKind::Recommendations => &["label", "source", "text", "priority", "force", "age"],
        ListKind::Actors => &["name", "short", "kind", "level", "leads", "overdue"],
        ListKind::Sources => &["title", "published", "short", "publisher", "recommendations", "parts", "commitments", "overdue"],
    }
}

/// What a column compares: of commitments `c` with their dated columns `{k}`, recommendations `r`, actors `a`, sources `s`.
fn compared(column: &str, list: ListKind) -> Vec<String> {
    let one = |sql: &str| vec![sql.to_owned()];
    let main = |what: &str| {
        format!(
            "(SELECT {what} FROM answer oa JOIN recommendation o ON o.rid = oa.recommendation WHERE oa.commitment = c.rid AND oa.main = 1)"
        )
    };
    let lead = |what: &str| format!("(SELECT {what} FROM actor o WHERE o.rid = {{k}}.lead)");
    match (list, column) {
        (ListKind::Commitments, "due") => one("{k}.due_by"),
        (ListKind::Commitments, "lead") => vec![lead("in_order(coalesce(o.short, o.name))")],
        (ListKind::Commitments, "status") => vec![ranked("{k}.status", Status::ALL.iter().map(|s| s.as_str()))],
        (ListKind::Commitments, "deliverable") => one("in_order(c.deliverable)"),
        (ListKind::Commitments, "recommendation") => vec![main("o.source"), main("in_order(o.label)"), main("o.ord")],
        (ListKind::Commitments, "updated") => one("{updated}"),
        (ListKind::Commitments, "slips") => one("{k}.slips"),
        (ListKind::Commitments, "health") => vec![ranked("c.health", Health::ALL.iter().map(|s| s.as_str()))],
        (ListKind::Commitments, "level") => vec![ranked(&lead("o.level"), Level::ALL.iter().map(|s| s.as_str()))],
        (ListKind::Commitments, "handler") => one("in_order(c.handler)"),
        (ListKind::Commitments, "kind") => vec![ranked("c.kind", CommitmentKind::ALL.iter().map(|s| s.as_str()))],
        (ListKind::Commitments, "evidence") => one("c.evidence_n"),
        (ListKind::Commitments, "review_months") => one("c.review_months"),
        (ListKind::Recommendations, "label") => vec!["r.source".into(), "r.ord".into()],
        (ListKind::Recommendations, "source") => one("(SELECT in_order(o.short) FROM source o WHERE o.rid = r.source)"),
        (ListKind::Recommendations, "text") => one("in_order(coalesce(r.heading || ' ', '') || r.text)"),
        (ListKind::Recommendations, "priority") => vec![ranked("r.priority", Priority::ALL.iter().map(|s| s.as_str()))],
        (ListKind::Recommendations, "force") => vec![ranked("r.force", Force::ALL.iter().map(|s| s.as_str()))],
        (ListKind::Actors, "name") => one("in_order(a.name)"),
        (ListKind::Actors, "short") => one("in_order(a.short)"),
        (ListKind::Actors, "kind") => one("a.kind"),
        (ListKind::Actors, "level") => vec![ranked("a.level", Level::ALL.iter().map(|s| s.as_str()))],
        (ListKind::Actors, "leads") => one("ifnull(led.n, 0)"),
        (ListKind::Actors, "overdue") => one("ifnull(led.late, 0)"),
        (ListKind::Sources, "short") => one("in_order(s.short)"),
        (ListKind::Sources, "title") => one("in_order(s.title)"),
        (ListKind::Sources, "publisher") => one("in_order(s.publisher)"),
        (ListKind::Sources, "published") => one("s.published"),
        // Columns of the row itself.
        (ListKind::Sources, "recommendations") => one("recommendations"),
        (ListKind::Sources, "parts") => one("parts"),
        (ListKind::Sources, "commitments") => one("commitments"),
        (ListKind::Sources, "overdue") => one("overdue"),
        // An age grows as its day goes back.
        (_, "age") => vec![if list == ListKind::Recommendations { "r.age_from" } else { "c.age_from" }.into()],
        _ => Vec::new(),
    }
}

/// Words of a closed list by their place in it.
fn ranked<'a>(column: &str, words: impl Iterator<Item = &'a str>) -> String {
    use std::fmt::Write as _;
    let mut sql = format!("CASE {column}");
    for (n, word) in words.enumerate() {
        let _ = write!(sql, " WHEN '{word}' THEN {n}"); // into a text: cannot fail
    }
    sql.push_str(" END");
    sql
}

/// Reads “-due, lead”: at most four columns of the list, the first first.
pub fn read(said: &str, list: ListKind) -> Result<Vec<SortKey>> {
    let mut keys: Vec<SortKey> = Vec::new();
    for word in said.split(',').map(str::trim).filter(|word| !word.is_empty()) {
        let (name, down) = word.strip_prefix('-').map_or((word, false), |name| (name.trim(), true));
        let Some(column) = columns(list).iter().copied().find(|known| *known == name) else {
            return Err(Error::refuse(
                "sort",
                format!(
                    "The {list} cannot be sorted by “{}”. Give up to four of these, with commas between them and a - before what goes down: {}.",
                    brief(name, 40),
                    columns(list).join(", ")
                ),
            ));
        };
        // Sorted by it already: once more changes nothing.
        if keys.iter().all(|key| key.column != column) {
            keys.push(SortKey { column, down });
        }
    }
    if keys.len() > MOST {
        return Err(Error::refuse("sort", format!("A list is sorted by {MOST} columns at most. Leave out some of {said}.")));
    }
    Ok(keys)
}

/// What stands after ORDER BY, before the list's own order.
pub(crate) fn order(keys: &[SortKey], list: ListKind, when: When) -> Vec<String> {
    let mut terms = Vec::new();
    for key in keys {
        let down = key.down != (key.column == "age");
        let end = if down { "DESC" } else { "ASC NULLS LAST" };
        for sql in compared(key.column, list) {
            let sql = sql.replace("{updated}", &when.last_update(":day"));
            terms.push(format!("{} {end}", fill(&sql, list, when)));
        }
    }
    terms
}

impl SortKey {
    /// Whether these are the order in which what is overdue stands anyhow.
    pub(crate) fn are_by_due(keys: &[Self]) -> bool {
        matches!(keys, [Self { column: "due", down: false }])
    }
}
