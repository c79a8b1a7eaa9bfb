//! The queues, in one table: what holds of their items, from which day their age counts, in which order they stand.
//!
//! A queue is one line here and one in `model::vocabulary::Queue`; its index stands in the schema. Does not page or
//! count: `listing` does.

use super::bands::{Bands, FROM_FIVE_YEARS, IN_YEARS, MONTHS, NEXT_30, NEXT_90, NONE};
use super::row::{CLOSED, OPEN, When};
use crate::settle::columns::REVIEW_MONTHS;
use crate::{Error, Result};
use followthrough_model::vocabulary::{ListKind, Queue};

/// A queue of one list. `{…}` is filled in by [`fill`].
pub(crate) struct QueueRow {
    queue: Queue,
    list: ListKind,
    pub holds: &'static str,
    pub age: &'static str,
    /// What presses first, first; the same as its index.
    pub order: &'static str,
    pub bands: Bands,
}

const C: ListKind = ListKind::Commitments;
const R: ListKind = ListKind::Recommendations;
const BY_DUE: &str = "{k}.due_by, {rid}";
const BY_AGE: &str = "{age} NULLS LAST, {rid}";
const FLAGGED: &str = "{rid} IN (SELECT f.of FROM flag f JOIN item fi ON fi.rid = f.rid AND fi.life = 0 WHERE f.on_day <= :day)";
const FLAGGED_ON: &str =
    "(SELECT min(f.on_day) FROM flag f JOIN item fi ON fi.rid = f.rid AND fi.life = 0 WHERE f.of = {rid} AND f.on_day <= :day)";

const fn line(
    queue: Queue,
    list: ListKind,
    holds: &'static str,
    age: &'static str,
    order: &'static str,
    bands: Bands,
) -> QueueRow {
    QueueRow { queue, list, holds, age, order, bands }
}

const QUEUES: &[QueueRow] = &[
    line(Queue::All, C, "1", "c.age_from", "{rid}", NONE),
    line(Queue::Overdue, C, "{overdue}", "{k}.due_by", BY_DUE, IN_YEARS),
    line(
        Queue::Due30,
        C,
        "{open} AND {k}.due_by IS NOT NULL AND {k}.due_by >= :day AND {k}.due_by <= date(:day, '+30 days')",
        "{k}.due_by",
        BY_DUE,
        NEXT_30,
    ),
    line(
        Queue::DueSoon,
        C,
        "{open} AND {k}.due_by IS NOT NULL AND {k}.due_by >= :day AND {k}.due_by <= date(:day, '+90 days')",
        "{k}.due_by",
        BY_DUE,
        NEXT_90,
    ),
    line(Queue::AwaitingVerification, C, "{k}.status = 'reported_implemented'", "{since}", BY_AGE, MONTHS),
    line(Queue::NoLead, C, "{open} AND {k}.lead IS NULL", "c.age_from", BY_AGE, IN_YEARS),
    line(Queue::NoDate, C, "{open} AND {k}.due_by IS NULL", "c.age_from", BY_AGE, IN_YEARS),
    line(Queue::NoEvidence, C, "c.evidence_n = 0 AND {open}", "c.age_from", BY_AGE, IN_YEARS),
    line(
        Queue::UpdateOverdue,
        C,
        "{open} AND {word_by} IS NOT NULL AND {word_by} < :day",
        "{word_by}",
        "{word_by}, {rid}",
        MONTHS,
    ),
    line(Queue::Slipping, C, "{open} AND {k}.slips > 0", "{k}.due_first", BY_AGE, IN_YEARS),
    line(
        Queue::LongOutstanding,
        C,
        "{open} AND c.age_from <= date(:day, '-5 years')",
        "c.age_from",
        "c.age_from, {rid}",
        FROM_FIVE_YEARS,
    ),
    line(Queue::Contradicting, C, "c.against > 0", "c.age_from", BY_AGE, IN_YEARS),
    line(
        Queue::Mine,
        C,
        "c.handler = :me AND c.handler IS NOT NULL AND {open}",
        "c.age_from",
        "{k}.due_by NULLS LAST, {rid}",
        IN_YEARS,
    ),
    line(Queue::Flagged, C, FLAGGED, FLAGGED_ON, BY_AGE, MONTHS),
    line(Queue::Suspended, C, "{k}.status = 'suspended'", "{since}", BY_AGE, MONTHS),
    line(Queue::Closed, C, "{k}.status IN ({closed})", "{since}", "{since} DESC, {rid} DESC", NONE),
    line(Queue::All, R, "1", "r.age_from", "r.source, r.ord, r.rid", NONE),
    line(Queue::NotTakenUp, R, "r.answers_n = 0 AND r.declined_n = 0", "r.age_from", BY_AGE, IN_YEARS),
    line(Queue::NoOwner, R, "r.confirmed_n = 0", "r.age_from", BY_AGE, IN_YEARS),
    line(Queue::Flagged, R, FLAGGED, FLAGGED_ON, BY_AGE, MONTHS),
];

/// The line of a queue in a list.
pub(crate) fn queue(list: ListKind, queue: Queue) -> Result<&'static QueueRow> {
    QUEUES.iter().find(|row| row.queue == queue && row.list == list).ok_or_else(|| {
        let of = QUEUES.iter().find(|row| row.queue == queue).map_or("commitments", |row| row.list.as_str());
        Error::refuse("queue", format!("The queue {queue} is one of {of}, not of {list}. List {of}, or choose another queue."))
    })
}

/// The queues of a list.
pub(crate) fn queues_of(list: ListKind) -> impl Iterator<Item = Queue> {
    QUEUES.iter().filter(move |row| row.list == list).map(|row| row.queue)
}

/// SQL with what depends on the day's source filled in: of commitments `c` with their dated columns, or recommendations `r`.
pub(crate) fn fill(sql: &str, list: ListKind, when: When) -> String {
    if !sql.contains('{') {
        return sql.to_owned();
    }
    let now = when.is_now();
    let pick = |at_once: &str, then: String| if now { at_once.to_owned() } else { then };
    sql.replace("{rid}", if list == R { "r.rid" } else { "c.rid" })
        .replace(
            "{overdue}",
            if now {
                "c.open = 1 AND c.due_by IS NOT NULL AND c.due_by < :day"
            } else {
                "k.late_from IS NOT NULL AND k.late_from <= :day"
            },
        )
        .replace("{open}", &pick("c.open = 1", format!("k.status IN ({OPEN})")))
        .replace("{closed}", CLOSED)
        .replace("{since}", &pick("c.status_since", since(when)))
        .replace("{word_by}", &pick("c.word_by", word_by(when)))
        .replace("{k}", when.alias())
}

/// Since when the commitment of a stretch `k` had had its status: the stretches before it may differ by lead or due.
fn since(when: When) -> String {
    let (s, x) = (when.learnt("s"), when.learnt("x"));
    format!(
        "nullif((SELECT min(s.from_day) FROM span s WHERE s.commitment = k.commitment AND {s} AND s.from_day <= k.from_day AND s.from_day >
           coalesce((SELECT max(x.from_day) FROM span x WHERE x.commitment = k.commitment AND {x} AND x.from_day < k.from_day AND x.status <> k.status), '')), '0001-01-01')"
    )
}

/// The last day before a word was overdue, on an earlier day.
fn word_by(when: When) -> String {
    format!(
        "(SELECT date(coalesce({}, c.made_on, c.age_from), '+' || n || ' months', 'floor') FROM (SELECT {} AS n))",
        when.last_update(":day"),
        REVIEW_MONTHS.replace("t.lead", "k.lead").replace("t.", "c.")
    )
}

/// [`fill`], with the age of the queue too.
pub(crate) fn fill_with(row: &QueueRow, sql: &str, when: When) -> String {
    fill(&sql.replace("{age}", row.age), row.list, when)
}
