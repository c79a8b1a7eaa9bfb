//! What is overdue: the total with its ages, the groups by lead, one page of rows. Today is answered from kept columns,
//! an earlier day from the spans; both from covering indexes.

use super::Named;
use super::bands::{AgeBand, YEARS, bands, days_before};
use super::row::{self as commitment_row, CommitmentRow, When};
use super::value::day_opt;
use crate::{Reader, Result};
use followthrough_model::Day;
use rusqlite::named_params;

/// Which overdue commitments, and which of them.
#[derive(Debug, Clone, Copy, Default)]
pub struct OverdueArgs {
    /// The day asked about.
    pub as_of: Option<Day>,
    /// The machine's day: an earlier `as_of` is answered from the spans.
    pub today: Option<Day>,
    pub lead: Option<i64>,
    pub source: Option<i64>,
    /// Ordered by lead, with groups; else oldest first throughout.
    pub by_lead: bool,
    pub limit: u32,
    pub offset: u32,
}

#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct OverdueReply {
    pub as_of: Day,
    pub total: u32,
    pub without_evidence: u32,
    /// Whose due was moved before.
    pub moved: u32,
    /// The earliest due among them.
    pub oldest: Option<Day>,
    /// By age, youngest first.
    pub bands: Vec<AgeBand>,
    /// Empty unless grouped.
    pub groups: Vec<Group>,
    pub items: Vec<CommitmentRow>,
}

/// The overdue commitments of one lead.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct Group {
    /// Nothing: no lead.
    pub actor: Option<Named>,
    pub count: u32,
    pub oldest: Option<Day>,
    /// Index of its first row in the whole list.
    pub start: u32,
}

/// Where today's overdue commitments stand: kept columns, in one partial index.
const TODAY: &str = "(SELECT rid, lead, due_by, evidence_n, slips FROM commitment WHERE open = 1 AND live = 1 AND due_by IS NOT NULL AND due_by < :as_of) x";
/// Where those of an earlier day stand.
const EARLIER: &str = "(SELECT s.commitment AS rid, s.lead, s.due_by, c.evidence_n, c.slips, s.from_day, s.learnt FROM span s JOIN commitment c ON c.rid = s.commitment
    WHERE s.late_from IS NOT NULL AND s.unlearnt IS NULL AND s.to_day > :as_of AND s.late_from <= :as_of) x";

struct Sql {
    when: When,
    from: &'static str,
    filter: &'static str,
}

impl Sql {
    fn of(args: &OverdueArgs, as_of: Day) -> Self {
        let when = When::of(as_of, args.today.unwrap_or(as_of));
        let filter = match (args.lead.is_some(), args.source.is_some()) {
            (false, false) => "",
            (true, false) => "WHERE x.lead = :lead",
            (false, true) => {
                "WHERE EXISTS (SELECT 1 FROM answer a JOIN recommendation r ON r.rid = a.recommendation WHERE a.commitment = x.rid AND a.main = 1 AND r.source = :source)"
            }
            (true, true) => {
                "WHERE x.lead = :lead AND EXISTS (SELECT 1 FROM answer a JOIN recommendation r ON r.rid = a.recommendation WHERE a.commitment = x.rid AND a.main = 1 AND r.source = :source)"
            }
        };
        Self { when, from: if when == When::Then { EARLIER } else { TODAY }, filter }
    }
}

impl Reader<'_> {
    /// What is overdue.
    pub fn overdue(&self, args: &OverdueArgs) -> Result<OverdueReply> {
        let as_of = args.as_of.or(args.today).unwrap_or_default();
        let sql = Sql::of(args, as_of);
        let mut reply = if sql.when == When::Now && sql.filter.is_empty() {
            self.overdue_totals_of_all(as_of)?
        } else {
            self.overdue_totals(args, &sql, as_of)?
        };
        if args.by_lead {
            reply.groups = self.overdue_groups(args, &sql, as_of)?;
        }
        reply.items = self.overdue_page(args, &sql, as_of, &reply.groups)?;
        Ok(reply)
    }

    fn overdue_totals(&self, args: &OverdueArgs, sql: &Sql, as_of: Day) -> Result<OverdueReply> {
        let text = format!(
            "SELECT count(*), coalesce(sum(x.evidence_n = 0), 0), coalesce(sum(x.slips > 0), 0), min(x.due_by),
               coalesce(sum(x.due_by >= :y1), 0), coalesce(sum(x.due_by >= :y2), 0), coalesce(sum(x.due_by >= :y3), 0) FROM {} {}",
            sql.from, sql.filter
        );
        let mut statement = self.conn.prepare_cached(&text)?;
        bind(&mut statement, args, as_of)?;
        for (name, days) in [(":y1", YEARS[0]), (":y2", YEARS[1]), (":y3", YEARS[2])] {
            if let Some(at) = statement.parameter_index(name)? {
                statement.raw_bind_parameter(at, days_before(as_of, days).to_string())?;
            }
        }
        let mut rows = statement.raw_query();
        let row = rows.next()?.ok_or(rusqlite::Error::QueryReturnedNoRows)?;
        let total: u32 = row.get(0)?;
        Ok(OverdueReply {
            as_of,
            total,
            without_evidence: row.get(1)?,
            moved: row.get(2)?,
            oldest: day_opt(row, 3)?,
            bands: bands(1, YEARS, total, [row.get(4)?, row.get(5)?, row.get(6)?]),
            groups: Vec::new(),
            items: Vec::new(),
        })
    }

    /// The totals over everything, as it stands: whole months from their kept counts, the days of the last one by one.
    fn overdue_totals_of_all(&self, as_of: Day) -> Result<OverdueReply> {
        let due_before = |day: Day| {
            self.one(
                "SELECT coalesce(sum(n), 0), coalesce(sum(bare), 0), coalesce(sum(moved), 0) FROM (
                   SELECT n, bare, moved FROM due_month WHERE month < substr(?1, 1, 7)
                   UNION ALL SELECT count(*), sum(evidence_n = 0), sum(slips > 0) FROM commitment
                     WHERE open = 1 AND live = 1 AND due_by IS NOT NULL AND due_by >= substr(?1, 1, 7) || '-01' AND due_by < ?1)",
                [day.to_string()],
                |r| Ok([r.get::<_, u32>(0)?, r.get(1)?, r.get(2)?]),
            )
        };
        let [total, without_evidence, moved] = due_before(as_of)?;
        let mut within = [0; 3];
        for (within, days) in within.iter_mut().zip(YEARS) {
            *within = total - due_before(days_before(as_of, days))?[0];
        }
        let oldest: Option<Day> =
            self.one("SELECT min(due_by) FROM commitment WHERE open = 1 AND live = 1 AND due_by IS NOT NULL", [], |r| {
                day_opt(r, 0)
            })?;
        Ok(OverdueReply {
            as_of,
            total,
            without_evidence,
            moved,
            oldest: oldest.filter(|day| *day < as_of),
            bands: bands(1, YEARS, total, within),
            groups: Vec::new(),
            items: Vec::new(),
        })
    }

    fn overdue_groups(&self, args: &OverdueArgs, sql: &Sql, as_of: Day) -> Result<Vec<Group>> {
        let text = format!(
            "SELECT i.id, a.short, a.name, g.n, g.oldest FROM (SELECT x.lead, count(*) AS n, min(x.due_by) AS oldest FROM {} {} GROUP BY x.lead) g
             LEFT JOIN actor a ON a.rid = g.lead LEFT JOIN item i ON i.rid = g.lead ORDER BY {GROUP_ORDER}",
            sql.from, sql.filter
        );
        let mut statement = self.conn.prepare_cached(&text)?;
        bind(&mut statement, args, as_of)?;
        let mut rows = statement.raw_query();
        let mut groups = Vec::new();
        let mut start = 0;
        while let Some(r) = rows.next()? {
            let count: u32 = r.get(3)?;
            groups.push(Group { actor: super::named(r, 0)?, count, oldest: day_opt(r, 4)?, start });
            start += count;
        }
        Ok(groups)
    }

    fn overdue_page(&self, args: &OverdueArgs, sql: &Sql, as_of: Day, groups: &[Group]) -> Result<Vec<CommitmentRow>> {
        if !args.by_lead {
            return self.overdue_rows(sql, args, as_of, "", args.limit, args.offset);
        }
        // Group by group: the order inside one is that of an index, so nothing is sorted.
        let mut items = Vec::new();
        let (mut offset, mut left) = (args.offset, args.limit);
        for group in groups {
            if left == 0 {
                break;
            }
            if offset >= group.count {
                offset -= group.count;
                continue;
            }
            let take = left.min(group.count - offset);
            let lead = match &group.actor {
                Some(actor) => Some(
                    self.one("SELECT rid FROM item WHERE id = ?1", [actor.id.as_bytes().as_slice()], |r| r.get::<_, i64>(0))?,
                ),
                None => None,
            };
            let only = if lead.is_some() { "x.lead = :lead" } else { "x.lead IS NULL" };
            let of_lead = OverdueArgs { lead: lead.or(args.lead), ..*args };
            items.extend(self.overdue_rows(sql, &of_lead, as_of, only, take, offset)?);
            (offset, left) = (0, left - take);
        }
        Ok(items)
    }

    fn overdue_rows(
        &self,
        sql: &Sql,
        args: &OverdueArgs,
        as_of: Day,
        only: &str,
        limit: u32,
        offset: u32,
    ) -> Result<Vec<CommitmentRow>> {
        let filter = match (sql.filter.is_empty(), only.is_empty()) {
            (_, true) => sql.filter.to_owned(),
            (true, false) => format!("WHERE {only}"),
            (false, false) => format!("{} AND {only}", sql.filter),
        };
        let (more, join) = match sql.when {
            When::Now => ("", ""),
            When::Then => (
                ", x.from_day, x.learnt",
                " JOIN span k ON k.commitment = x.rid AND k.from_day = x.from_day AND k.learnt = x.learnt",
            ),
        };
        let from = format!(
            "(SELECT x.rid, x.due_by{more} FROM {} {filter} ORDER BY {ORDER} LIMIT :limit OFFSET :offset) x JOIN commitment c ON c.rid = x.rid{join}",
            sql.from
        );
        let text = commitment_row::row_sql(sql.when, ":as_of", &from, &format!("ORDER BY {ORDER}"));
        let mut statement = self.conn.prepare_cached(&text)?;
        bind(&mut statement, args, as_of)?;
        for (name, value) in [(":limit", limit), (":offset", offset)] {
            if let Some(at) = statement.parameter_index(name)? {
                statement.raw_bind_parameter(at, value)?;
            }
        }
        let mut rows = statement.raw_query();
        let mut items = Vec::new();
        while let Some(r) = rows.next()? {
            items.push(commitment_row::row(r, as_of)?);
        }
        Ok(items)
    }
}

/// Oldest first.
const ORDER: &str = "x.due_by, x.rid";

/// Groups stand with the oldest due first, then the larger, then by name; without a lead last.
const GROUP_ORDER: &str = "g.lead IS NULL, g.oldest, g.n DESC, a.name";

fn bind(statement: &mut rusqlite::Statement<'_>, args: &OverdueArgs, as_of: Day) -> Result<()> {
    let as_of = as_of.to_string();
    let values: &[(&str, &dyn rusqlite::ToSql)] = named_params! { ":as_of": as_of, ":lead": args.lead, ":source": args.source };
    for (name, value) in values {
        if let Some(at) = statement.parameter_index(name)? {
            statement.raw_bind_parameter(at, value)?;
        }
    }
    Ok(())
}
