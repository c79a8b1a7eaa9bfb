//! What is overdue: the total with its ages, the groups by lead, one page of rows. Today is answered from kept columns,
//! an earlier day from the spans; both from covering indexes.

use super::bands::{AgeBand, IN_YEARS};
use super::group::Group;
use super::listing::{ListArgs, ListHead};
use super::row::{self as commitment_row, CommitmentRow, When};
use super::sort::SortKey;
use super::value::day_opt;
use crate::{Reader, Result};
use followthrough_model::Day;
use followthrough_model::filter::{Filter, Group as GroupBy, GroupBy as By};
use followthrough_model::vocabulary::{ListKind, Queue};
use rusqlite::named_params;
use std::time::Duration;

/// Which overdue commitments, and which of them.
#[derive(Debug, Clone, Copy, Default)]
pub struct OverdueArgs<'a> {
    /// The day asked about.
    pub as_of: Option<Day>,
    /// The machine's day: an earlier `as_of` is answered from the spans.
    pub today: Option<Day>,
    pub lead: Option<i64>,
    pub source: Option<i64>,
    pub filter: Option<&'a Filter>,
    /// In groups, the one with the oldest due first; else oldest first throughout.
    pub group: Option<&'a GroupBy>,
    /// Before that.
    pub sort: &'a [SortKey],
    /// As of [`ListArgs::within`]: of what is filtered.
    pub within: Option<Duration>,
    pub limit: u32,
    pub offset: u32,
}

#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct OverdueReply {
    pub as_of: Day,
    /// All were counted; else `total` is how many there are at least, and the numbers beside it are not known.
    pub counted: bool,
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

/// Where today's overdue commitments stand: kept columns, in one partial index.
const TODAY: &str = "(SELECT rid, lead, due_by, evidence_n = 0 AS bare, slips FROM commitment WHERE open = 1 AND live = 1 AND due_by IS NOT NULL AND due_by < :as_of) x";
/// How many of them each lead has and since when, without going over all: whole months from their kept counts, the days of
/// the last one by one.
const BY_LEAD: &str = "SELECT nullif(m.lead, 0) AS lead, sum(m.n) AS n,
    (SELECT c.due_by FROM commitment c WHERE c.open = 1 AND c.live = 1 AND c.lead IS nullif(m.lead, 0) AND c.due_by IS NOT NULL ORDER BY c.due_by LIMIT 1) AS oldest
    FROM (SELECT lead, n FROM due_lead WHERE month < substr(:as_of, 1, 7)
      UNION ALL SELECT ifnull(lead, 0), 1 FROM commitment
        WHERE open = 1 AND live = 1 AND due_by IS NOT NULL AND due_by >= substr(:as_of, 1, 7) || '-01' AND due_by < :as_of) m
    GROUP BY m.lead HAVING sum(m.n) > 0";
/// Where those of an earlier day stand.
fn earlier(when: When) -> String {
    format!(
        "(SELECT s.commitment AS rid, s.lead, s.due_by, s.bare, s.slips, s.from_day, s.learnt FROM span s
    WHERE s.late_from IS NOT NULL AND {} AND s.to_day > :as_of AND s.late_from <= :as_of) x",
        when.learnt("s")
    )
}

struct Sql {
    when: When,
    from: String,
    filter: &'static str,
}

impl Sql {
    fn of(args: &OverdueArgs<'_>, when: When) -> Self {
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
        Self { when, from: if when.is_now() { TODAY.to_owned() } else { earlier(when) }, filter }
    }
}

impl Reader<'_> {
    /// What is overdue.
    pub fn overdue(&self, args: &OverdueArgs<'_>) -> Result<OverdueReply> {
        let as_of = args.as_of.or(args.today).unwrap_or_default();
        let by_lead = args.group == Some(&GroupBy::By(By::Lead));
        let sorted = !args.sort.is_empty() && !SortKey::are_by_due(args.sort);
        let list = Self::overdue_list(args, as_of);
        if args.filter.is_some_and(|filter| !filter.is_empty()) || (args.group.is_some() && (sorted || !by_lead)) {
            let (ListHead { counted, total, bands, groups, bare, moved, oldest, .. }, items) = self.commitments(&list)?;
            return Ok(OverdueReply { as_of, counted, total, without_evidence: bare, moved, oldest, bands, groups, items });
        }
        let sql = Sql::of(args, self.when(as_of, args.today.unwrap_or(as_of)));
        let mut reply = if sql.when.is_now() && sql.filter.is_empty() {
            self.overdue_totals_of_all(as_of)?
        } else {
            self.overdue_totals(args, &sql, as_of)?
        };
        if by_lead {
            reply.groups = self.overdue_groups(args, &sql, as_of)?;
        }
        reply.items = if sorted { self.commitment_rows(&list)? } else { self.overdue_page(args, &sql, as_of, &reply.groups)? };
        Ok(reply)
    }

    /// The same as any other list, where it is filtered, sorted, or grouped by something else than the lead.
    fn overdue_list<'a>(args: &OverdueArgs<'a>, as_of: Day) -> ListArgs<'a> {
        ListArgs {
            lead: args.lead,
            source: args.source,
            filter: args.filter,
            group: args.group,
            sort: args.sort,
            figures: true,
            within: args.within,
            limit: args.limit,
            offset: args.offset,
            ..ListArgs::of(ListKind::Commitments, Queue::Overdue, as_of, args.today.unwrap_or(as_of))
        }
    }

    fn overdue_totals(&self, args: &OverdueArgs<'_>, sql: &Sql, as_of: Day) -> Result<OverdueReply> {
        let text = format!(
            "SELECT count(*), coalesce(sum(x.bare), 0), coalesce(sum(x.slips > 0), 0), min(x.due_by), {} FROM {} {}",
            IN_YEARS.columns("x.due_by"),
            sql.from,
            sql.filter
        );
        let mut statement = self.conn.prepare_cached(&text)?;
        bind(&mut statement, args, as_of)?;
        for (n, day) in IN_YEARS.days(as_of).enumerate() {
            if let Some(at) = statement.parameter_index(&format!(":b{n}"))? {
                statement.raw_bind_parameter(at, day.to_string())?;
            }
        }
        let mut rows = statement.raw_query();
        let row = rows.next()?.ok_or(rusqlite::Error::QueryReturnedNoRows)?;
        let total: u32 = row.get(0)?;
        Ok(OverdueReply {
            as_of,
            counted: true,
            total,
            without_evidence: row.get(1)?,
            moved: row.get(2)?,
            oldest: day_opt(row, 3)?,
            bands: IN_YEARS.read(&(0..IN_YEARS.width()).map(|n| row.get(4 + n)).collect::<rusqlite::Result<Vec<u32>>>()?),
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
        let mut counted = vec![total];
        for edge in IN_YEARS.days(as_of) {
            counted.push(total - due_before(edge)?[0]);
        }
        let oldest: Option<Day> =
            self.one("SELECT min(due_by) FROM commitment WHERE open = 1 AND live = 1 AND due_by IS NOT NULL", [], |r| {
                day_opt(r, 0)
            })?;
        Ok(OverdueReply {
            as_of,
            counted: true,
            total,
            without_evidence,
            moved,
            oldest: oldest.filter(|day| *day < as_of),
            bands: IN_YEARS.read(&counted),
            groups: Vec::new(),
            items: Vec::new(),
        })
    }

    fn overdue_groups(&self, args: &OverdueArgs<'_>, sql: &Sql, as_of: Day) -> Result<Vec<Group>> {
        let counted = if sql.when.is_now() && sql.filter.is_empty() {
            BY_LEAD.to_owned()
        } else {
            format!("SELECT x.lead, count(*) AS n, min(x.due_by) AS oldest FROM {} {} GROUP BY x.lead", sql.from, sql.filter)
        };
        let text = format!(
            "SELECT i.id, a.short, a.name, g.n, g.oldest FROM ({counted}) g
             LEFT JOIN actor a ON a.rid = g.lead LEFT JOIN item i ON i.rid = g.lead ORDER BY {GROUP_ORDER}"
        );
        let mut statement = self.conn.prepare_cached(&text)?;
        bind(&mut statement, args, as_of)?;
        let mut rows = statement.raw_query();
        let mut groups = Vec::new();
        let mut start = 0;
        while let Some(r) = rows.next()? {
            let count: u32 = r.get(3)?;
            groups.push(Group { overdue: count, start, ..Group::of(super::named(r, 0)?, count, day_opt(r, 4)?) });
            start += count;
        }
        Ok(groups)
    }

    fn overdue_page(&self, args: &OverdueArgs<'_>, sql: &Sql, as_of: Day, groups: &[Group]) -> Result<Vec<CommitmentRow>> {
        if args.group.is_none() {
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
        args: &OverdueArgs<'_>,
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
            _ => (
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

fn bind(statement: &mut rusqlite::Statement<'_>, args: &OverdueArgs<'_>, as_of: Day) -> Result<()> {
    let as_of = as_of.to_string();
    let values: &[(&str, &dyn rusqlite::ToSql)] = named_params! { ":as_of": as_of, ":lead": args.lead, ":source": args.source };
    for (name, value) in values {
        if let Some(at) = statement.parameter_index(name)? {
            statement.raw_bind_parameter(at, value)?;
        }
    }
    Ok(())
}
