//! Where the reading of a filtered list begins: at the narrowest of its terms that an index knows, so that a list of a
//! million is not gone over for the few that one of them admits.
//!
//! What an index finds here may be more than a term admits, never less: the conditions in `filter` decide, on any day.

use super::filter::{Look, Translation};
use super::filter_names::Names;
use super::listing::{ListArgs, bind};
use super::queues::{fill_with, queue};
use super::row::When;
use crate::{Reader, Result};
use followthrough_model::Status;
use followthrough_model::filter::{FilterField as F, Term, Test, statuses};
use followthrough_model::vocabulary::{CustomKind, ListKind, Queue};
use rusqlite::types::Value;

/// More rows than these are not worth finding one by one.
const MOST: i64 = 50_000;

/// Where the reading of a filtered list begins.
#[derive(PartialEq, Eq)]
pub(super) enum Leading {
    /// What follows FROM.
    From(String),
    /// At the table itself: so many have the status that is asked for that its index would only jump about in it.
    Table,
    /// No term leads.
    None,
}

const STATUS: &str = "commitment_status";

/// Where to begin.
enum Begin {
    /// At an index of the list's own table, whose rows are these.
    Index(&'static str, String),
    /// At rows of another table: what follows FROM, what holds of them, and which column has the number. Of commitments
    /// or of recommendations.
    Rows { of: ListKind, from: &'static str, holds: String, rid: &'static str },
}

impl Begin {
    /// The numbers of the rows of a list, some of them perhaps more than once.
    fn rids(&self, list: ListKind) -> String {
        // What is in the bin does no harm here. CROSS: from the few to the rest.
        match self {
            Self::Index(_, rows) => rows.clone(),
            Self::Rows { of, from, holds, rid } if *of == list => format!("SELECT {rid} AS rid FROM {from} WHERE {holds}"),
            Self::Rows { from, holds, rid, .. } => {
                let (to, by) = match list {
                    ListKind::Recommendations => ("recommendation", "commitment"),
                    _ => ("commitment", "recommendation"),
                };
                format!("SELECT la.{to} AS rid FROM {from} CROSS JOIN answer la ON la.{by} = {rid} WHERE {holds}")
            }
        }
    }
}

impl Reader<'_> {
    /// What the rows of a filtered list are read from, if a term has fewer of them than the list's own index.
    pub(super) fn leading(&self, args: &ListArgs<'_>, when: When, values: &mut Vec<(String, Value)>) -> Result<Leading> {
        let Some(filter) = args.filter.filter(|filter| !filter.is_empty()) else { return Ok(Leading::None) };
        let (table, row) = match args.list {
            ListKind::Commitments => ("commitment", "c"),
            ListKind::Recommendations => ("recommendation", "r"),
            ListKind::Actors | ListKind::Sources => return Ok(Leading::None),
        };
        let open = is_open_queue(args.queue) || filter.terms.iter().any(is_open);
        let now = when.is_now();
        let mut into = Translation { reader: self, list: args.list, when, names: Names::default(), values, look: Look::Whole };
        let mut found = Vec::new();
        for term in filter.terms.iter().filter(|term| !term.negated) {
            // One of several tests: each of them would have to be found.
            if let [test] = term.any_of.as_slice() {
                found.extend(into.begin(&term.field, test, open)?);
            }
        }
        if let Some(source) = args.source {
            found.push(of_source(&source.to_string()));
        }
        // The queue's own index has them in their order already: it leads unless another is narrower.
        let queued = args.queue != Queue::All && now;
        if queued && !found.is_empty() {
            let queue = queue(args.list, args.queue)?;
            let holds = fill_with(queue, queue.holds, when);
            found.insert(
                0,
                Begin::Index("", format!("SELECT {row}.rid AS rid FROM {table} {row} WHERE {row}.live = 1 AND {holds}")),
            );
        }
        let mut best: Option<(usize, i64)> = None;
        for (n, begin) in found.iter().enumerate() {
            let most = best.map_or(MOST, |(_, least)| least);
            let sql = format!("SELECT count(*) FROM ({} LIMIT {most})", begin.rids(args.list));
            let mut statement = self.conn.prepare_cached(&sql)?;
            bind(&mut statement, into.values)?;
            let mut rows = statement.raw_query();
            let count: i64 = rows.next()?.map_or(Ok(most), |r| r.get(0))?;
            if count < most {
                best = Some((n, count));
            }
        }
        let Some((n, _)) = best.filter(|(n, _)| !queued || *n > 0) else {
            let jumps = found.iter().any(|begin| matches!(begin, Begin::Index(STATUS, _)));
            return Ok(if jumps && !queued && args.lead.is_none() { Leading::Table } else { Leading::None });
        };
        let span = if now || args.list == ListKind::Recommendations { "" } else { " CROSS JOIN span k ON k.commitment = c.rid" };
        Ok(Leading::From(match &found[n] {
            Begin::Index(index, _) => format!("commitment c INDEXED BY {index}"),
            rows @ Begin::Rows { .. } => {
                let rids = rows.rids(args.list);
                format!("(SELECT DISTINCT rid FROM ({rids})) f CROSS JOIN {table} {row} ON {row}.rid = f.rid{span}")
            }
        }))
    }
}

fn of_source(sources: &str) -> Begin {
    let holds = format!("b.source IN ({sources})");
    Begin::Rows { of: ListKind::Recommendations, from: "recommendation b", holds, rid: "b.rid" }
}

impl Translation<'_, '_> {
    /// Where the rows that a test may admit are found.
    fn begin(&mut self, field: &F, test: &Test, open: bool) -> Result<Option<Begin>> {
        const C: ListKind = ListKind::Commitments;
        let rows = |of, from, rid, holds| Ok(Some(Begin::Rows { of, from, holds, rid }));
        // Only today's dated facts have an index, and only the list's own table can be read by it.
        let indexed = self.when.is_now() && self.list == C;
        let rids = match test {
            Test::None => return Ok(None),
            Test::Texts(texts) => self.names.rids(self.reader, field, texts)?.unwrap_or_default(),
            _ => Vec::new(),
        };
        let rids = rids.iter().map(i64::to_string).collect::<Vec<_>>().join(", ");
        match (field, test) {
            (F::Source, Test::Texts(_)) => Ok(Some(of_source(&rids))),
            (F::Theme, Test::Texts(_)) => rows(ListKind::Recommendations, "theme_of b", "b.of", format!("b.theme IN ({rids})")),
            (F::Framework, Test::Texts(_)) => {
                let holds = format!("b.theme IN (SELECT t.rid FROM theme t WHERE t.framework IN ({rids}))");
                rows(ListKind::Recommendations, "theme_of b", "b.of", holds)
            }
            (F::Lead, Test::Texts(_)) if indexed && open => Ok(Some(Begin::Index(
                "commitment_lead",
                format!("SELECT c.rid AS rid FROM commitment c WHERE c.open = 1 AND c.live = 1 AND c.lead IN ({rids})"),
            ))),
            // Whoever leads has, or had, the part of a lead: itself or under a name that was merged.
            (F::Lead, Test::Texts(_)) => rows(C, "commitment_actor b", "b.commitment", format!("b.actor IN ({rids})")),
            (F::Due, Test::Days { from, to, .. }) if indexed && open => {
                let mut sql =
                    "SELECT c.rid AS rid FROM commitment c WHERE c.open = 1 AND c.live = 1 AND c.due_by IS NOT NULL".to_owned();
                for (sign, day) in [(">=", from), ("<=", to)] {
                    if let Some(day) = day {
                        sql = format!("{sql} AND c.due_by {sign} '{day}'"); // a day: digits and dashes
                    }
                }
                Ok(Some(Begin::Index("commitment_due", sql)))
            }
            (F::Status, Test::Words(words)) if indexed => {
                let all = statuses(words);
                // All that is open has no index of its own.
                if all.iter().filter(|status| status.is_open()).count() > 3 {
                    return Ok(None);
                }
                let words: Vec<&str> = all.iter().map(|status| status.as_str()).collect();
                let holds = format!("c.live = 1 AND c.status IN ('{}')", words.join("', '"));
                Ok(Some(Begin::Index(STATUS, format!("SELECT c.rid AS rid FROM commitment c WHERE {holds}"))))
            }
            (F::Series, Test::Texts(_)) => {
                rows(C, "commitment b", "b.rid", format!("b.series IN ({rids}) AND b.series IS NOT NULL"))
            }
            (F::Escalated, Test::Texts(_)) => {
                rows(C, "update_ b", "b.commitment", format!("b.escalated_to IN ({rids}) AND b.escalated_to IS NOT NULL"))
            }
            (F::Practice, _) => rows(C, "update_ b", "b.commitment", "b.practice IS NOT NULL".to_owned()),
            (F::Flagged, _) => rows(self.list, "flag b", "b.of", "1".to_owned()),
            (F::Own(name), _) => {
                let (field, kind) = self.names.own(self.reader, name, self.list)?;
                let values = match (kind, test) {
                    (CustomKind::One | CustomKind::Several, Test::Texts(texts)) => {
                        let bound: Vec<String> = texts.iter().map(|text| self.bound(Value::Text(text.clone()))).collect();
                        format!(" AND b.value IN ({})", bound.join(", "))
                    }
                    _ => String::new(),
                };
                rows(self.list, "custom_value b", "b.of", format!("b.field = {field}{values}"))
            }
            _ => Ok(None),
        }
    }
}

/// A term that only open commitments meet.
fn is_open(term: &Term) -> bool {
    let words = |words: &[&str]| statuses(words).iter().all(|status| status.is_open());
    !term.negated && term.field == F::Status && term.any_of.iter().all(|test| matches!(test, Test::Words(said) if words(said)))
}

/// A queue in which only open commitments stand.
const fn is_open_queue(queue: Queue) -> bool {
    !matches!(
        queue,
        Queue::All
            | Queue::AwaitingVerification
            | Queue::Contradicting
            | Queue::Flagged
            | Queue::Suspended
            | Queue::Closed
            | Queue::NotTakenUp
            | Queue::NoOwner
    )
}

/// What holds of commitments as they stand today that have one of these statuses, in the words of the partial indexes, where
/// all of them are open.
pub(super) fn open_status(words: &[&str]) -> Option<String> {
    let meant = statuses(words);
    if meant.is_empty() || !meant.iter().all(|status| status.is_open()) {
        return None;
    }
    let all = Status::ALL.iter().filter(|status| status.is_open()).count();
    if meant.len() == all {
        return Some("c.open = 1".to_owned());
    }
    let words: Vec<&str> = meant.iter().map(|status| status.as_str()).collect();
    Some(format!("(c.open = 1 AND c.status IN ('{}'))", words.join("', '")))
}
