//! Lists of commitments and of recommendations: a queue, a filter, groups; the total with its ages, and one page.
//!
//! A page is told by its offset: a list that is asked again after an edit begins at the same place. The rows of a built-in
//! queue are found in the order of an index, so are the first of a list that was filtered; of a list that was filtered,
//! sorted or grouped the head and the row numbers are kept until the next entry of the log (`kept`), so that its further pages
//! are slices. What holds in a queue stands in
//! `queues`, what a filter means in `filter`, what a column sorts by in `sort`.

mod kept;
mod page;

pub(crate) use kept::KeptLists;

use super::bands::AgeBand;
use super::filter::Look;
use super::group::{self, Group};
use super::leading::Leading;
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
use std::time::Duration;

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
    /// The time in which all that is admitted is counted; where that takes longer, the head says that it was not. Nothing:
    /// as long as it takes. Not for groups: they are counted before they are shown.
    pub within: Option<Duration>,
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
            within: None,
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
    /// All rows were counted. Else `total` is how many there are at least, and nothing else is known.
    pub counted: bool,
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

/// In the order of the queue, over all closed statuses; else SQLite goes status by status and sorts.
const CLOSED: &str = "commitment c INDEXED BY commitment_closed";

/// Parameters by name.
type Values = Vec<(String, Value)>;

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
    /// The same without its filter, where its rows can be looked at one after the other.
    but_filter: Option<(String, Values)>,
    /// What the rows of a group share.
    key: Option<(&'a GroupBy, String)>,
    order: String,
    pub(crate) values: Values,
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
                    Queue::Closed if whole => CLOSED,
                    _ => "commitment c",
                }
            }
            _ => {
                only.extend([when.live().to_owned(), when.held("k", ":day")]);
                "span k JOIN commitment c ON c.rid = k.commitment"
            }
        };
        let leading = self.leading(args, when, &mut values)?;
        let leads = matches!(leading, Leading::From(_));
        // In the order of the list itself, as far as needed: of what is filtered by no narrow term.
        let filtered = args.filter.is_some_and(|filter| !filter.is_empty());
        let in_order = when.is_now() && filtered && !leads && args.sort.is_empty() && args.group.is_none();
        let table = from;
        let bare = from.split(" INDEXED").next().unwrap_or(from);
        let alone = when.is_now() && args.list == ListKind::Commitments && args.lead.is_none() && args.source.is_none();
        let rows_from = match args.queue {
            // No narrow index has what a whole list is sorted or filtered by: the table itself.
            Queue::All if alone && (in_order || (!args.sort.is_empty() && args.filter.is_none())) => {
                format!("{bare} NOT INDEXED")
            }
            Queue::Closed if alone && in_order => CLOSED.to_owned(),
            _ if args.sort.is_empty() => from.to_owned(),
            _ => bare.to_owned(),
        };
        let (from, rows_from) = match leading {
            Leading::From(leading) => (leading.clone(), leading),
            Leading::Table => (format!("{bare} NOT INDEXED"), rows_from),
            Leading::None => (from.to_owned(), rows_from),
        };
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
        let but_filter = in_order.then(|| (only.join(" AND "), values.clone()));
        if let Some(filter) = args.filter {
            only.extend(self.conditions(filter, args.list, when, Look::Whole, &mut values)?);
        }
        let key = match args.group {
            Some(group) => Some((group, group::key(group, args.list, when, self.own_field(group, args.list)?))),
            None => None,
        };
        let mut order = sort::order(args.sort, args.list, when);
        order.push(fill_with(row, row.order, when));
        Ok(Asked {
            when,
            row,
            from,
            table,
            rows_from,
            only: only.join(" AND "),
            but_filter,
            key,
            order: order.join(", "),
            values,
        })
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
        let (mut head, mut ages, mut groups) = (ListHead { counted: true, ..ListHead::default() }, vec![0; width], Vec::new());
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
        let sql = asked.rows(&asked.only, args.list);
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
        let Some(time) = args.within.filter(|_| asked.key.is_none()) else {
            let head = self.kept_head(args, &asked)?;
            let rows = self.page(args, &asked, &head, &take)?;
            return Ok(((*head).clone(), rows));
        };
        let rows = self.page(args, &asked, &ListHead::default(), &take)?;
        let head = match self.known_head(args, &asked)? {
            None => self.within(time, || self.counted_head(args, &asked))?,
            known => known,
        };
        // A page that is not full is the last; one that is empty says nothing, unless it is the first.
        let found = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let least = if found == 0 { 0 } else { args.offset.saturating_add(found) };
        Ok((head.map_or(ListHead { total: least, ..ListHead::default() }, |head| (*head).clone()), rows))
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
