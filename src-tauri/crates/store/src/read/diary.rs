//! The diary: the entries of the log, newest first, each with what it was about and the first of what it changed, and
//! whether it can be taken back. Of the whole file, or of one item and what hangs on it.
//!
//! Does not tell every cell (`history` does), and does not undo. What an added row says stands in `diary/said`.

mod said;

use super::Brief;
use super::history::FAMILY;
use crate::undo::refusals::touched_since;
use crate::{Reader, Result};
use followthrough_model::{Day, Kind, Status};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params_from_iter};
use std::fmt::Write as _;

/// Which entries.
#[derive(Debug, Clone, Default)]
pub struct DiaryArgs<'a> {
    /// Only what touched this item or what hangs on it.
    pub item: Option<i64>,
    /// Only entries before this one.
    pub before: Option<i64>,
    pub limit: u32,
    pub author: Option<&'a str>,
    /// The first and the last day, as this machine counts days.
    pub since: Option<Day>,
    pub until: Option<Day>,
    /// Only of these commands; nothing: of all.
    pub commands: Option<Vec<&'a str>>,
}

/// One entry.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct DiaryLine {
    pub entry: i64,
    /// RFC 3339, UTC.
    pub at: String,
    pub author: String,
    /// What was done; of an undo or a redo: what was undone or done again.
    pub command: String,
    pub act: DiaryAct,
    /// Of an undo or a redo: the edit that it is about.
    pub of: Option<i64>,
    /// The entry that took it back.
    pub undone_by: Option<i64>,
    /// The first items that it was about.
    pub items: Vec<Brief>,
    /// How many more there are; nothing where there are too many to count at a glance.
    pub items_more: Option<u32>,
    /// How many cells and rows it changed.
    pub changes_total: u32,
    /// The first of them.
    pub changes: Vec<DiaryChange>,
    /// It stands, and nothing is seen that stands in the way of taking it back. Undo itself looks at everything.
    pub can_undo: bool,
    /// It was undone, and nothing is seen that stands in the way of doing it again.
    pub can_redo: bool,
    /// The later entry that stands in the way.
    pub in_the_way: Option<i64>,
}

/// What sort of entry it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum DiaryAct {
    Edit,
    Undo,
    Redo,
    /// It cannot be undone, as the emptying of the bin.
    Final,
}

/// One thing that an entry changed.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct DiaryChange {
    /// The item that it is about: of a due or an update its commitment.
    pub item: Brief,
    /// What sort of row was changed.
    pub kind: Kind,
    /// The row was added.
    pub made: bool,
    /// The field; of an added row nothing.
    pub field: String,
    pub before: Option<String>,
    pub after: Option<String>,
    /// Where an added update sets it.
    pub status: Option<Status>,
    /// Whose it is: of a decision who answered.
    pub who: Option<String>,
    pub why: Option<String>,
}

#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct DiaryReply {
    pub lines: Vec<DiaryLine>,
    /// Ask for what comes before this entry for the next page; nothing: that was all.
    pub next: Option<i64>,
    /// Everybody who stands in the log.
    pub authors: Vec<String>,
}

/// How many items and changes of an entry are named, and up to how many changes it is looked at as a whole.
const ITEMS: usize = 3;
const CHANGES: usize = 4;
const CHANGES_OF_ITEM: usize = 20;
const AT_A_GLANCE: u32 = 60;

/// The head of an entry as it stands in the file.
struct Entry {
    line: DiaryLine,
    /// The edit is of a time before the bin was emptied.
    emptied: bool,
}

impl Reader<'_> {
    /// The entries of the log, newest first.
    pub fn diary(&self, args: &DiaryArgs<'_>) -> Result<DiaryReply> {
        let found = self.diary_entries(args)?;
        let wanted = usize::try_from(args.limit).unwrap_or(usize::MAX);
        let next = if found.len() > wanted { found.get(wanted.saturating_sub(1)).copied() } else { None };
        let lines = found.iter().take(wanted).map(|n| self.diary_line(*n, args.item)).collect::<Result<_>>()?;
        // One step along the index for each.
        let authors = self.all(
            "WITH RECURSIVE who(name) AS (SELECT min(author) FROM entry UNION ALL SELECT (SELECT min(e.author) FROM entry e WHERE e.author > who.name) FROM who WHERE who.name IS NOT NULL)
             SELECT name FROM who WHERE name IS NOT NULL LIMIT 200",
            [],
            |r| r.get(0),
        )?;
        Ok(DiaryReply { lines, next, authors })
    }

    /// The numbers of a page of entries, and of one more.
    fn diary_entries(&self, args: &DiaryArgs<'_>) -> Result<Vec<i64>> {
        let last = self.known.unwrap_or(i64::MAX - 1).min(args.before.map_or(i64::MAX - 1, |before| before - 1));
        let until =
            args.until.and_then(|day| day.succ_opt()).map(|day| self.entry_before_at(&local_midnight(day))).transpose()?;
        let since = args.since.map(|day| self.entry_before_at(&local_midnight(day))).transpose()?.unwrap_or(0);
        let last = until.map_or(last, |until| last.min(until));
        let mut with = vec![Value::Integer(since), Value::Integer(last), Value::Integer(i64::from(args.limit) + 1)];
        let mut only = String::from("e.n > ?1 AND e.n <= ?2");
        if let Some(author) = args.author {
            with.push(Value::Text(author.to_owned()));
            let _ = write!(only, " AND e.author = ?{}", with.len());
        }
        let sql = if let Some(item) = args.item {
            with.push(Value::Integer(item));
            let family = FAMILY.replace("?1", &format!("?{}", with.len()));
            if let Some(commands) = &args.commands {
                let marks: Vec<String> = commands
                    .iter()
                    .map(|command| {
                        with.push(Value::Text((*command).to_owned()));
                        format!("?{}", with.len())
                    })
                    .collect();
                let _ = write!(only, " AND e.command IN ({})", marks.join(", "));
            }
            format!(
                "SELECT DISTINCT e.n FROM ({family}) f CROSS JOIN change c ON c.item = f.rid AND c.entry > ?1 AND c.entry <= ?2 CROSS JOIN entry e ON e.n = c.entry
                 WHERE {only} ORDER BY e.n DESC LIMIT ?3"
            )
        } else if let Some(commands) = &args.commands {
            // Each command in its own index order, so that a page of a rare one is found as soon as one of a common one.
            let each: Vec<String> = commands
                .iter()
                .map(|command| {
                    with.push(Value::Text((*command).to_owned()));
                    format!(
                        "SELECT n FROM (SELECT e.n FROM entry e INDEXED BY entry_command WHERE e.command = ?{} AND {only} ORDER BY e.n DESC LIMIT ?3)",
                        with.len()
                    )
                })
                .collect();
            if each.is_empty() {
                return Ok(Vec::new());
            }
            format!("SELECT n FROM ({}) ORDER BY n DESC LIMIT ?3", each.join(" UNION ALL "))
        } else {
            format!("SELECT e.n FROM entry e WHERE {only} ORDER BY e.n DESC LIMIT ?3")
        };
        self.all(&sql, params_from_iter(with), |r| r.get(0))
    }

    fn diary_line(&self, n: i64, item: Option<i64>) -> Result<DiaryLine> {
        let Entry { mut line, emptied } = self.diary_head(n)?;
        if !matches!(line.act, DiaryAct::Edit | DiaryAct::Final) {
            let about = line.of.unwrap_or(n);
            let first: Option<i64> = self
                .conn
                .prepare_cached("SELECT item FROM change WHERE entry = ?1 ORDER BY n LIMIT 1")?
                .query_row([about], |r| r.get(0))
                .optional()?;
            line.items = first.map(|rid| self.owner(rid).and_then(|rid| self.brief(rid))).transpose()?.into_iter().collect();
            return Ok(line);
        }
        let whole = line.changes_total <= AT_A_GLANCE;
        let cells = self.cells_of(n, None, if whole { AT_A_GLANCE } else { 12 })?;
        // In the diary of an item only what is its own is told; how much more there was is said all the same.
        let own = item.map(|item| self.cells_of(n, Some(item), AT_A_GLANCE)).transpose()?;
        let told = own.as_ref().unwrap_or(&cells);
        let owners = self.owners(told)?;
        let named = owners.len().min(ITEMS);
        line.items = owners.iter().take(ITEMS).map(|rid| self.brief(*rid)).collect::<Result<_>>()?;
        let all = if own.is_some() && whole { self.owners(&cells)?.len() } else { owners.len() };
        line.items_more = whole.then(|| u32::try_from(all.saturating_sub(named)).unwrap_or(u32::MAX));
        let most = if own.is_some() { CHANGES_OF_ITEM } else { CHANGES };
        line.changes =
            told.iter().filter(|cell| cell.says_something()).take(most).map(|cell| self.said(cell)).collect::<Result<_>>()?;
        if line.act == DiaryAct::Edit && !emptied {
            line.in_the_way = if whole { self.in_the_way(n, line.undone_by, &cells)? } else { None };
            line.can_undo = line.undone_by.is_none() && line.in_the_way.is_none();
            line.can_redo = line.undone_by.is_some() && line.in_the_way.is_none();
        }
        Ok(line)
    }

    fn diary_head(&self, n: i64) -> Result<Entry> {
        self.one(
            "SELECT e.n, e.at, e.author, coalesce(o.command, e.command), e.act, o.n, e.undone_by, e.n <= coalesce((SELECT value FROM meta WHERE key = 'emptied'), 0) + 0,
               ifnull((SELECT c.n FROM change c WHERE c.entry = e.n ORDER BY c.n DESC LIMIT 1), 0)
             FROM entry e LEFT JOIN entry b ON b.n = e.undoes LEFT JOIN entry o ON o.n = iif(e.act = 'redo', b.undoes, e.undoes) WHERE e.n = ?1",
            [n],
            |r| {
                let act = match r.get_ref(4)?.as_str()? {
                    "undo" => DiaryAct::Undo,
                    "redo" => DiaryAct::Redo,
                    "final" => DiaryAct::Final,
                    _ => DiaryAct::Edit,
                };
                let line = DiaryLine {
                    entry: r.get(0)?,
                    at: r.get(1)?,
                    author: r.get(2)?,
                    command: r.get(3)?,
                    act,
                    of: r.get(5)?,
                    undone_by: r.get(6)?,
                    items: Vec::new(),
                    items_more: Some(0),
                    changes_total: r.get(8)?,
                    changes: Vec::new(),
                    can_undo: false,
                    can_redo: false,
                    in_the_way: None,
                };
                Ok(Entry { line, emptied: r.get(7)? })
            },
        )
    }

    /// The later entry that still stands and changed the same, or added to what this one made.
    fn in_the_way(&self, n: i64, undone_by: Option<i64>, cells: &[said::Cell]) -> Result<Option<i64>> {
        let mut found = touched_since(self.conn, undone_by.unwrap_or(n), n)?.map(|(entry, ..)| entry);
        if undone_by.is_some() {
            return Ok(found);
        }
        for made in cells.iter().filter(|cell| cell.field.is_empty() && cell.kind.has_code()) {
            let added: Option<i64> = self
                .conn
                .prepare_cached(&format!(
                    "SELECT d.entry FROM ({FAMILY} UNION SELECT rid FROM answer WHERE recommendation = ?1 UNION SELECT rid FROM recommendation WHERE source = ?1) f
                       CROSS JOIN item i ON i.rid = f.rid AND i.life = 0 CROSS JOIN change d ON d.item = f.rid AND d.entry > ?2 AND d.field = '' LIMIT 1"
                ))?
                .query_row((made.rid, n), |r| r.get(0))
                .optional()?;
            found = found.max(added);
        }
        Ok(found)
    }

    /// The last entry made before a moment (RFC 3339, UTC). Entries stand in the order of time, so it is found by halving.
    pub(crate) fn entry_before_at(&self, moment: &str) -> Result<i64> {
        let mut at = self.conn.prepare_cached("SELECT n, at < ?2 FROM entry WHERE n >= ?1 ORDER BY n LIMIT 1")?;
        let (mut low, mut high) = (0, self.last_entry()?);
        while low < high {
            let middle = low + (high - low) / 2 + 1;
            let found = at.query_row((middle, moment), |r| Ok((r.get::<_, i64>(0)?, r.get::<_, bool>(1)?))).optional()?;
            match found {
                Some((n, true)) => low = n.min(high),
                _ => high = middle - 1,
            }
        }
        Ok(low)
    }

    /// The item that a row hangs on in the end, or itself.
    fn owner(&self, rid: i64) -> Result<i64> {
        let mut at = rid;
        for _ in 0..3 {
            let kind: i64 = self.one("SELECT kind FROM item WHERE rid = ?1", [at], |r| r.get(0))?;
            let Some(sql) = Kind::from_code(kind).and_then(said::owner_sql) else { break };
            at = self.one(sql, [at], |r| r.get(0))?;
        }
        Ok(at)
    }

    /// The items that the rows of some changes hang on, each once, in their order.
    fn owners(&self, cells: &[said::Cell]) -> Result<Vec<i64>> {
        let mut owners = Vec::new();
        for cell in cells {
            let owner = self.owner(cell.rid)?;
            if !owners.contains(&owner) {
                owners.push(owner);
            }
        }
        Ok(owners)
    }
}

/// The moment at which a day begins on this machine, as the log writes moments.
fn local_midnight(day: Day) -> String {
    use chrono::TimeZone;
    let midnight = day.and_time(chrono::NaiveTime::MIN);
    let at = chrono::Local.from_local_datetime(&midnight).earliest().map_or_else(|| midnight.and_utc(), |at| at.to_utc());
    crate::machine::rfc3339(at.timestamp_millis())
}
