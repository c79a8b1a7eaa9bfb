//! Lists of commitments and of recommendations: a queue, a filter, groups; the total with its ages, and one page.
//!
//! A page is told by its offset: a list that is asked again after an edit begins at the same place. The rows of a built-in
//! queue are found in the order of an index; of a list that was filtered, sorted or grouped the head and the row numbers are
//! kept until the next entry of the log (`kept`), so that its further pages are slices. What holds in a queue stands in
//! `queues`, what a filter means in `filter`, what a column sorts by in `sort`.

mod kept;
mod page;

pub(crate) use kept::KeptLists;

use super::bands::AgeBand;
use super::group::{self, Group};
use super::queues::{QueueRow, fill, fill_with, queue};
use super::recommendation::{self, RecommendationRow};
use super::row::{self as commitment_row, CommitmentRow, When};
use super::sort::{self, SortKey};
use super::value::day_opt;
use crate::{Reader, Result};
use followthrough_model::Day;
use followthrough_model::filter::{Filter, Group as GroupBy};
use followthrough_model::vocabulary::{ListKind, Queue};
use rusqlite::types::Value;
use rusqlite::{Row, Statement};

/// Which rows of a list, and which page of them.
#[derive(Debug, Clone, Copy)]
pub struct ListArgs<'a> {
    /// Commitments or recommendations.
    pub list: ListKind,
    pub as_of: Day,
    /// The machine's day.
    pub today: Day,
    pub queue: Queue,
    /// Only commitments of this lead itself.
    pub lead: Option<i64>,
    /// Only what belongs to this source: of commitments by their main recommendation.
    pub source: Option<i64>,
    pub filter: Option<&'a Filter>,
    pub group: Option<&'a GroupBy>,
    /// Before its own order.
    pub sort: &'a [SortKey],
    /// Of what is overdue: also how many are without evidence or were moved, and the earliest due.
    pub figures: bool,
    pub limit: u32,
    pub offset: u32,
}

impl<'a> ListArgs<'a> {
    /// A whole queue.
    pub fn of(list: ListKind, queue: Queue, as_of: Day, today: Day) -> ListArgs<'a> {
        ListArgs {
            list,
            as_of,
            today,
            queue,
            lead: None,
            source: None,
            filter: None,
            group: None,
            sort: &[],
            figures: false,
            limit: 100,
            offset: 0,
        }
    }
}

impl ListArgs<'_> {
    /// Somebody chose its rows or their order: no index has them so.
    fn is_of_ones_own(&self) -> bool {
        !self.sort.is_empty() || self.source.is_some() || self.filter.is_some_and(|filter| !filter.is_empty())
    }
}

/// A list without its rows.
#[derive(Debug, Clone, Default)]
pub struct ListHead {
    pub total: u32,
    /// Whose age is not known.
    pub undated: u32,
    pub bands: Vec<AgeBand>,
    pub groups: Vec<Group>,
    /// Of commitments that are overdue: without evidence, moved before, the earliest due.
    pub(crate) bare: u32,
    pub(crate) moved: u32,
    pub(crate) oldest: Option<Day>,
    pub(crate) keys: Vec<Value>,
}

/// The parts of a statement that do not change from page to page.
pub(crate) struct Asked<'a> {
    pub(crate) when: When,
    row: &'static QueueRow,
    pub(crate) from: String,
    /// The same, whatever its filter begins at.
    pub(crate) table: &'static str,
    /// The same for its rows, where they stand in an order of somebody's own.
    rows_from: String,
    /// What holds of its rows.
    pub(crate) only: String,
    /// What the rows of a group share.
    key: Option<(&'a GroupBy, String)>,
    order: String,
    pub(crate) values: Vec<(String, Value)>,
}

impl Reader<'_> {
    pub(crate) fn translated<'a>(&self, args: &ListArgs<'a>) -> Result<Asked<'a>> {
        let when = self.when(args.as_of, args.today);
        let row = queue(args.list, args.queue)?;
        let text = |text: String| Value::Text(text);
        let mut values = vec![(":day".to_owned(), text(args.as_of.to_string())), (":me".to_owned(), text(self.me.to_owned()))];
        values.extend(row.bands.days(args.as_of).enumerate().map(|(n, day)| (format!(":b{n}"), text(day.to_string()))));
        let mut only = vec![fill_with(row, row.holds, when)];
        let from = match (args.list, when) {
            (ListKind::Recommendations, _) => {
                only.push("r.live = 1".into());
                "recommendation r"
            }
            (_, When::Now) => {
                only.push(when.live().into());
                let whole = args.lead.is_none() && args.source.is_none() && args.filter.is_none();
                match args.queue {
                    // Narrow rows: a far page of everything need not go through the table.
                    Queue::All if whole => "commitment c INDEXED BY commitment_live",
                    // In its order, over all closed statuses; else SQLite goes status by status and sorts.
                    Queue::Closed if whole => "commitment c INDEXED BY commitment_closed",
                    _ => "commitment c",
                }
            }
            _ => {
                only.extend([when.live().to_owned(), when.held("k", ":day")]);
                "span k JOIN commitment c ON c.rid = k.commitment"
            }
        };
        let leading = self.leading(args, when, &mut values)?;
        // No narrow index has what a whole list is sorted by: the table itself, row after row.
        let bare = from.split(" INDEXED").next().unwrap_or(from);
        let whole = when.is_now() && args.list == ListKind::Commitments && args.queue == Queue::All;
        let whole = whole && args.lead.is_none() && args.source.is_none() && args.filter.is_none();
        let rows_from = match &leading {
            Some(leading) => leading.clone(),
            None if args.sort.is_empty() => from.to_owned(),
            None if whole => format!("{bare} NOT INDEXED"),
            None => bare.to_owned(),
        };
        let (table, from) = (from, leading.unwrap_or_else(|| from.to_owned()));
        if let Some(lead) = args.lead {
            only.push(fill("{k}.lead = :lead", args.list, when));
            values.push((":lead".into(), Value::Integer(lead)));
        }
        if let Some(source) = args.source {
            only.push(if args.list == ListKind::Recommendations {
                "r.source = :source".into()
            } else {
                "EXISTS (SELECT 1 FROM answer sa JOIN recommendation sr ON sr.rid = sa.recommendation WHERE sa.commitment = c.rid AND sa.main = 1 AND sr.source = :source)".into()
            });
            values.push((":source".into(), Value::Integer(source)));
        }
        if let Some(filter) = args.filter {
            only.extend(self.conditions(filter, args, when, &mut values)?);
        }
        let key = match args.group {
            Some(group) => Some((group, group::key(group, args.list, when, self.own_field(group, args.list)?))),
            None => None,
        };
        let mut order = sort::order(args.sort, args.list, when);
        order.push(fill_with(row, row.order, when));
        Ok(Asked { when, row, from, table, rows_from, only: only.join(" AND "), key, order: order.join(", "), values })
    }

    /// How many rows there are.
    pub fn list_total(&self, args: &ListArgs<'_>) -> Result<u32> {
        let asked = self.translated(args)?;
        let mut statement = self.conn.prepare_cached(&format!("SELECT count(*) FROM {} WHERE {}", asked.from, asked.only))?;
        bind(&mut statement, &asked.values)?;
        let mut rows = statement.raw_query();
        Ok(rows.next()?.map_or(Ok(0), |r| r.get(0))?)
    }

    fn head_of(&self, args: &ListArgs<'_>, asked: &Asked<'_>) -> Result<ListHead> {
        let (row, when) = (asked.row, asked.when);
        // What only groups and the overdue list show is not counted for the others.
        let late = match (args.list, args.queue, &asked.key) {
            (ListKind::Commitments, Queue::Overdue, key) if key.is_some() || args.figures => {
                "count(*), sum(c.evidence_n = 0), sum({k}.slips > 0), min({k}.due_by)"
            }
            (_, _, None) => "0, 0, 0, NULL",
            (ListKind::Commitments, ..) => {
                "sum(ifnull({open} AND {k}.due_by < :day, 0)), 0, 0, min(iif({open} AND {k}.due_by < :day, {k}.due_by, NULL))"
            }
            _ => "sum(EXISTS ({late})), 0, 0, NULL",
        };
        let late = late.replace(
            "{late}",
            &format!(
                "SELECT 1 FROM answer la JOIN item li ON li.rid = la.rid AND li.life = 0 JOIN commitment c ON c.rid = la.commitment AND {} {} WHERE la.recommendation = r.rid AND {{open}} AND {{k}}.due_by < :day",
                when.live(),
                when.join(":day")
            ),
        );
        let (key, end) = asked.key.as_ref().map_or(("NULL", ""), |(_, key)| (key.as_str(), " GROUP BY 1"));
        let sql = format!(
            "SELECT {key}, count(*), {}, {} FROM {} WHERE {}{end}",
            fill_with(row, &row.bands.columns("{age}"), when),
            fill(&late, args.list, when),
            asked.from,
            asked.only
        );
        let width = row.bands.width();
        let mut statement = self.conn.prepare_cached(&sql)?;
        bind(&mut statement, &asked.values)?;
        let mut rows = statement.raw_query();
        let (mut head, mut ages, mut groups) = (ListHead::default(), vec![0; width], Vec::new());
        while let Some(r) = rows.next()? {
            let n: u32 = r.get(1)?;
            head.total += n;
            for (at, age) in ages.iter_mut().enumerate() {
                *age += r.get::<_, Option<u32>>(2 + at)?.unwrap_or(0);
            }
            let number = |at: usize| Ok::<_, rusqlite::Error>(r.get::<_, Option<u32>>(2 + width + at)?.unwrap_or(0));
            let oldest = day_opt(r, 2 + width + 3)?;
            head.bare += number(1)?;
            head.moved += number(2)?;
            head.oldest = [head.oldest, oldest].into_iter().flatten().min();
            if let Some((by, _)) = &asked.key {
                let key: Value = r.get(0)?;
                let group = self.group_of(by, &key)?;
                groups.push((key, Group { count: n, overdue: number(0)?, oldest, ..group }));
            }
        }
        head.bands = row.bands.read(&ages);
        head.undated = head.total - ages[0];
        if let Some((by, _)) = &asked.key {
            group::arrange(&mut groups, by, args.queue == Queue::Overdue);
            (head.keys, head.groups) = groups.into_iter().unzip();
        }
        Ok(head)
    }

    /// A list of commitments with one page of them.
    pub fn commitments(&self, args: &ListArgs<'_>) -> Result<(ListHead, Vec<CommitmentRow>)> {
        self.listed(args, |r| commitment_row::row(r, args.as_of))
    }

    /// One page of a list of commitments without groups, without what stands above it.
    pub(crate) fn commitment_rows(&self, args: &ListArgs<'_>) -> Result<Vec<CommitmentRow>> {
        let asked = self.translated(args)?;
        self.page(args, &asked, &ListHead::default(), &|r: &Row<'_>| commitment_row::row(r, args.as_of))
    }

    /// A list of recommendations with one page of them.
    pub fn recommendations(&self, args: &ListArgs<'_>) -> Result<(ListHead, Vec<RecommendationRow>)> {
        self.listed(args, recommendation::row)
    }

    /// The row numbers of a whole list, in its order without groups.
    pub fn list_rids(&self, args: &ListArgs<'_>, most: u32) -> Result<Vec<i64>> {
        let asked = self.translated(args)?;
        let sql = asked.rows("", args.list);
        let mut statement = self.conn.prepare_cached(&sql)?;
        bind(&mut statement, &asked.values)?;
        bind(&mut statement, &page_values(most, 0))?;
        let mut rows = statement.raw_query();
        let mut out = Vec::new();
        while let Some(r) = rows.next()? {
            out.push(r.get(0)?);
        }
        Ok(out)
    }

    fn listed<T>(&self, args: &ListArgs<'_>, take: impl Fn(&Row<'_>) -> rusqlite::Result<T>) -> Result<(ListHead, Vec<T>)> {
        let asked = self.translated(args)?;
        let head = self.kept_head(args, &asked)?;
        let rows = self.page(args, &asked, &head, &take)?;
        Ok(((*head).clone(), rows))
    }

    fn page<T>(
        &self,
        args: &ListArgs<'_>,
        asked: &Asked<'_>,
        head: &ListHead,
        take: &impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut items = Vec::new();
        let Some((_, key)) = &asked.key else {
            let rows = match (args.is_of_ones_own(), args.offset) {
                (false, _) => None,
                // The first rows are found without putting all in order.
                (true, 0) => self.known_rows(args, asked)?,
                (true, _) => Some(self.kept_rows(args, asked, head)?),
            };
            match rows {
                Some(rows) => self.rows_at(args, asked, &rows, take, &mut items)?,
                None => self.rows_of(args, asked, None, (args.limit, args.offset), take, &mut items)?,
            }
            return Ok(items);
        };
        // Which rows of which groups: the order inside a group is that of the list.
        let end = args.offset.saturating_add(args.limit);
        let touched = |group: &Group| group.start < end && group.start + group.count > args.offset;
        let mut touched = head.groups.iter().zip(&head.keys).filter(|(group, _)| touched(group));
        match (touched.next(), touched.next()) {
            (None, _) => {}
            (Some((group, value)), None) if !args.is_of_ones_own() => {
                let from = args.offset - group.start;
                let some = args.limit.min(group.count - from);
                self.rows_of(args, asked, Some((key, value)), (some, from), take, &mut items)?;
            }
            _ => {
                let rows = self.kept_rows(args, asked, head)?;
                self.rows_at(args, asked, &rows, take, &mut items)?;
            }
        }
        Ok(items)
    }

    fn rows_of<T>(
        &self,
        args: &ListArgs<'_>,
        asked: &Asked<'_>,
        group: Option<(&String, &Value)>,
        (limit, offset): (u32, u32),
        take: &impl Fn(&Row<'_>) -> rusqlite::Result<T>,
        into: &mut Vec<T>,
    ) -> Result<()> {
        if limit == 0 {
            return Ok(());
        }
        let only = group.map_or_else(String::new, |(key, _)| format!(" AND {key} IS :key"));
        let inner = asked.rows(&only, args.list);
        let end = format!("ORDER BY {}", asked.order);
        let sql = asked.with_cells(&inner, &end, args.list);
        let mut statement = self.conn.prepare_cached(&sql)?;
        bind(&mut statement, &asked.values)?;
        bind(&mut statement, &page_values(limit, offset))?;
        let day = Value::Text(args.as_of.to_string());
        bind(&mut statement, &[("?1".to_owned(), day)])?;
        if let Some((_, value)) = group {
            bind(&mut statement, &[(":key".to_owned(), value.clone())])?;
        }
        let mut rows = statement.raw_query();
        while let Some(r) = rows.next()? {
            into.push(take(r)?);
        }
        Ok(())
    }
}

fn page_values(limit: u32, offset: u32) -> [(String, Value); 2] {
    [(":limit".to_owned(), Value::Integer(limit.into())), (":offset".to_owned(), Value::Integer(offset.into()))]
}

/// Binds the parameters that a statement has.
pub(crate) fn bind(statement: &mut Statement<'_>, values: &[(String, Value)]) -> Result<()> {
    for (name, value) in values {
        if let Some(at) = statement.parameter_index(name)? {
            statement.raw_bind_parameter(at, value)?;
        }
    }
    Ok(())
}
