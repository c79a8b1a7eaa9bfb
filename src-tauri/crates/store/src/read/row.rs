//! One row of a list of commitments, as it stands today or stood on an earlier day.
//!
//! Does not choose which rows: each list has its own `from`.

use super::days_overdue;
use super::value::{day_opt, id, word, word_opt};
use crate::lookup::{coded, spoken};
use crate::{Error, Reader, Result};
use followthrough_model::vocabulary::{CommitmentKind, Health, Level};
use followthrough_model::{Day, Kind, Status, Uuid};
use rusqlite::Row;

/// One row of a list of commitments.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct CommitmentRow {
    pub id: Uuid,
    /// Its reference.
    pub commitment: String,
    pub deliverable: String,
    /// Worded by the desk, not anyone's word yet.
    pub drafted: bool,
    /// Reference of the main recommendation that it answers.
    pub recommendation: Option<String>,
    /// Short name of that recommendation's source.
    pub source: Option<String>,
    pub label: Option<String>,
    /// Short reference of the lead.
    pub lead: Option<String>,
    pub lead_name: Option<String>,
    pub due_stated: Option<String>,
    pub due_by: Option<Day>,
    /// Nothing where it is not overdue.
    pub days_overdue: Option<i32>,
    pub status: Status,
    /// Day of the latest update.
    pub last_update: Option<Day>,
    /// How often its due was moved.
    pub slips: u32,
    /// Its first due, where it was moved.
    pub original: Option<Day>,
    /// Days between that and the current one.
    pub days_moved: Option<i32>,
    /// Days by which the original due has passed, while it is open.
    pub days_overdue_original: Option<i32>,
    /// Uses of evidence on it and on its updates.
    pub evidence: u32,
    pub private: bool,
    pub kind: CommitmentKind,
    /// The desk colleague who follows it.
    pub handler: Option<String>,
    /// What its latest update that says so says.
    pub health: Option<Health>,
    /// Where its lead works.
    pub level: Option<Level>,
    /// Months after which a word is due.
    pub review_months: Option<u32>,
    /// Days since it was made, or since its source's date.
    pub age: Option<i32>,
    /// The beginning of that recommendation's text.
    pub asked: Option<String>,
}

/// The open statuses, in SQL.
pub(crate) const OPEN: &str = "'not_started', 'under_implementation', 'partially_implemented', 'not_implemented'";
/// The closed statuses, in SQL: as they stand in the condition of their index.
pub(crate) const CLOSED: &str = "'implemented', 'partially_implemented_no_further_action', 'overtaken_by_events', 'closed_without_implementation', 'superseded'";

/// Where the dated columns (status, lead, due) of a row come from: the commitment as it stands, or the stretch of days
/// (`span k`) that held on an earlier day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    Now,
    /// An earlier day, as it is known now.
    Then,
    /// A day as it was known after an entry of the log.
    Known(i64),
}

impl Reader<'_> {
    /// Where the dated facts of a day stand: a day before today, or what was known before, is answered from the spans.
    pub(crate) fn when(&self, as_of: Day, today: Day) -> When {
        match self.known {
            Some(entry) => When::Known(entry),
            None if as_of < today => When::Then,
            None => When::Now,
        }
    }
}

impl Reader<'_> {
    /// How the dated facts of one item are read: from its stretches, whatever the day.
    pub(crate) fn then(&self) -> When {
        self.known.map_or(When::Then, When::Known)
    }

    /// Refuses what was not in the register yet at the moment that is asked about.
    pub(crate) fn must_be_known(&self, rid: i64) -> Result<()> {
        let Some(known) = self.known else { return Ok(()) };
        let first: Option<i64> = self.one("SELECT min(entry) FROM change WHERE item = ?1", [rid], |r| r.get(0))?;
        if first.is_some_and(|first| first <= known) {
            return Ok(());
        }
        Err(Error::refuse(
            "not_known_then",
            "This was not in the register yet at that moment. Ask for a later entry, or for what is known now.",
        ))
    }
}

impl When {
    /// As it is known now.
    pub(crate) fn of(as_of: Day, today: Day) -> Self {
        if as_of < today { Self::Then } else { Self::Now }
    }

    pub(crate) const fn is_now(self) -> bool {
        matches!(self, Self::Now)
    }

    /// What holds of the one stretch `k` of each commitment that counts on the day.
    pub(crate) fn held(self, k: &str, day: &str) -> String {
        format!("{} AND {k}.from_day <= {day} AND {k}.to_day > {day}", self.learnt(k))
    }

    /// What holds of the stretches `k` that are, or were, believed.
    pub(crate) fn learnt(self, k: &str) -> String {
        match self {
            Self::Now | Self::Then => format!("{k}.unlearnt IS NULL"),
            Self::Known(entry) => format!("{k}.learnt <= {entry} AND ifnull({k}.unlearnt > {entry}, 1)"),
        }
    }

    /// What holds of a row whose item is `item` and whose life stands in `life`, if it counts, or counted when it was asked.
    pub(crate) fn counts(self, item: &str, life: &str) -> String {
        match self {
            Self::Now | Self::Then => format!("{life} = 0"),
            Self::Known(entry) => format!(
                "EXISTS (SELECT 1 FROM change h WHERE h.item = {item} AND h.entry <= {entry})
                 AND 0 = coalesce((SELECT h.new FROM change h WHERE h.item = {item} AND h.field = 'life' AND h.entry <= {entry} ORDER BY h.entry DESC LIMIT 1), 0)"
            ),
        }
    }

    /// What holds of a commitment `c` that counts. What is in the bin by now counted before.
    pub(crate) const fn live(self) -> &'static str {
        match self {
            Self::Now | Self::Then => "c.live = 1",
            Self::Known(_) => "1",
        }
    }

    /// Joins the one stretch `k` of a commitment `c` that counts on the day; nothing where the commitment itself says it.
    pub(crate) fn join(self, day: &str) -> String {
        match self {
            Self::Now => String::new(),
            _ => format!("JOIN span k ON k.commitment = c.rid AND {}", self.held("k", day)),
        }
    }

    /// The day of the latest update of a commitment `c`.
    pub(crate) fn last_update(self, day: &str) -> String {
        match self {
            Self::Now => "c.last_update_on".to_owned(),
            _ => format!(
                "(SELECT max(u.on_day) FROM update_ u JOIN item ui ON ui.rid = u.rid WHERE u.commitment = c.rid AND {} AND u.on_day <= {day})",
                self.counts("u.rid", "ui.life")
            ),
        }
    }

    /// The open commitments that count on the day, with their `lead` and `due_by`, as a table; `{day}` is the day.
    pub(crate) fn open(self, day: &str) -> String {
        match self {
            Self::Now => "(SELECT rid, lead, due_by FROM commitment WHERE open = 1 AND live = 1)".to_owned(),
            Self::Then | Self::Known(_) => format!(
                "(SELECT s.commitment AS rid, s.lead, s.due_by FROM span s WHERE {} AND s.status IN ({OPEN}))",
                self.held("s", day)
            ),
        }
    }

    pub(crate) const fn alias(self) -> &'static str {
        match self {
            Self::Now => "c",
            Self::Then | Self::Known(_) => "k",
        }
    }
}

/// SQL for rows of commitments `c` (and, for an earlier day, their stretches `k`) out of `from`; `day` is the parameter
/// with the day. Evidence is shown as it is on file now: its uses are not dated.
pub(crate) fn row_sql(when: When, day: &str, from: &str, end: &str) -> String {
    let k = when.alias();
    let last_update = when.last_update(day);
    format!(
        "SELECT i.id, i.code, i.shown, c.deliverable, c.drafted, r.label, s.short, ri.code, ri.shown, l.short, l.name, d.stated, {k}.due_by, {k}.status,
           {last_update}, {k}.slips, c.evidence_n, i.private, {k}.due_first, d.kind = 'recurring',
           c.kind, c.handler, c.health, l.level, c.review_months, c.age_from, substr(r.text, 1, 400)
         FROM {from} JOIN item i ON i.rid = c.rid
           LEFT JOIN answer a ON a.commitment = c.rid AND a.main = 1 LEFT JOIN recommendation r ON r.rid = a.recommendation LEFT JOIN item ri ON ri.rid = r.rid
           LEFT JOIN source s ON s.rid = r.source LEFT JOIN actor l ON l.rid = {k}.lead LEFT JOIN due d ON d.rid = {k}.due_now {end}"
    )
}

pub(crate) fn row(r: &Row<'_>, as_of: Day) -> rusqlite::Result<CommitmentRow> {
    let (label, source): (Option<String>, Option<String>) = (r.get(5)?, r.get(6)?);
    let recommendation = source
        .as_ref()
        .map(|source| Ok::<_, rusqlite::Error>(spoken(source, label.as_deref(), r.get(7)?, r.get(8)?)))
        .transpose()?;
    let (lead, lead_name): (Option<String>, Option<String>) = (r.get(9)?, r.get(10)?);
    let (due_by, status): (_, Status) = (day_opt(r, 12)?, word(r, 13)?);
    let (slips, due_first, recurs): (u32, _, Option<bool>) = (r.get(15)?, day_opt(r, 18)?, r.get(19)?);
    let original = due_first.filter(|_| slips > 0);
    // A recurring due is counted against the occurrence that is owed, not against its first.
    let against = if recurs == Some(true) { due_by } else { due_first };
    Ok(CommitmentRow {
        id: id(r, 0)?,
        commitment: coded(Some(Kind::Commitment), r.get(1)?, r.get(2)?),
        deliverable: r.get(3)?,
        drafted: r.get(4)?,
        recommendation,
        source,
        label,
        lead: lead.or_else(|| lead_name.clone()),
        lead_name,
        due_stated: r.get(11)?,
        due_by,
        days_overdue: days_overdue(status.is_open(), due_by, as_of),
        status,
        last_update: day_opt(r, 14)?,
        slips,
        original,
        days_moved: original.zip(due_by).and_then(|(from, to)| super::due::days_between(from, to)),
        days_overdue_original: days_overdue(status.is_open(), against, as_of),
        evidence: r.get(16)?,
        private: r.get(17)?,
        kind: word(r, 20)?,
        handler: r.get(21)?,
        health: word_opt(r, 22)?,
        level: word_opt(r, 23)?,
        review_months: r.get(24)?,
        age: day_opt(r, 25)?.and_then(|from| super::due::days_between(from, as_of)).filter(|days| *days >= 0),
        asked: r.get(26)?,
    })
}
