//! Lists that were asked for already: their heads and the numbers of their rows, in order, until the next entry of the log.
//! So a list that had to be counted, put in order or grouped is gone over once, and its further pages are slices.
//!
//! Nothing is kept of what an edit sees before it is in the file, nor of a question that was stopped.

use super::{Asked, ListArgs, ListHead, bind};
use crate::{Reader, Result};
use rusqlite::types::Value;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex, PoisonError};

/// How many lists are kept, and how many row numbers of all of them: four bytes each.
const LISTS: usize = 16;
const ROWS: usize = 3_000_000;

/// The lists of one open workspace; the one that was asked for last stands last.
#[derive(Default)]
pub(crate) struct KeptLists(Mutex<Vec<Kept>>);

struct Kept {
    /// The last entry of the log that it knows.
    entry: i64,
    /// What was asked, without the page.
    asked: String,
    held: Held,
}

#[derive(Clone)]
enum Held {
    Head(Arc<ListHead>),
    Rows(Arc<[u32]>),
}

impl Held {
    fn rows(&self) -> usize {
        match self {
            Self::Head(_) => 0,
            Self::Rows(rows) => rows.len(),
        }
    }
}

impl KeptLists {
    pub(crate) fn forget(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    fn find(&self, entry: i64, asked: &str) -> Option<Held> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let at = all.iter().position(|kept| kept.entry == entry && kept.asked == asked)?;
        let found = all.remove(at);
        let held = found.held.clone();
        all.push(found);
        Some(held)
    }

    fn keep(&self, entry: i64, asked: String, held: Held) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // What was asked before the last edit is not asked again; a slow question may still be on an earlier moment.
        if all.iter().any(|kept| kept.entry > entry) {
            return;
        }
        all.retain(|kept| kept.entry == entry && kept.asked != asked);
        all.push(Kept { entry, asked, held });
        while all.len() > LISTS || (all.len() > 1 && all.iter().map(|kept| kept.held.rows()).sum::<usize>() > ROWS) {
            all.remove(0);
        }
    }
}

impl Asked<'_> {
    /// What was asked, without the page, in one text.
    fn whole(&self, args: &ListArgs<'_>, order: &str) -> String {
        let Self { from, only, values, .. } = self;
        let key = self.key.as_ref().map(|(_, key)| key);
        let mut text = format!("{} {} {} {from} {only} {key:?} {order}", args.list, args.queue, args.figures);
        for value in values {
            let _ = write!(text, " {value:?}"); // into a text: cannot fail
        }
        text
    }
}

impl Reader<'_> {
    /// Where what stands above a list is kept: of a queue as it is, an index counts it.
    fn heads(&self, args: &ListArgs<'_>, asked: &Asked<'_>) -> Option<&KeptLists> {
        self.kept.filter(|_| args.is_of_ones_own() || asked.key.is_some())
    }

    /// What stands above a list, where it was counted already.
    pub(super) fn known_head(&self, args: &ListArgs<'_>, asked: &Asked<'_>) -> Result<Option<Arc<ListHead>>> {
        let Some(lists) = self.heads(args, asked) else { return Ok(None) };
        Ok(match lists.find(self.last_entry()?, &asked.whole(args, "")) {
            Some(Held::Head(head)) => Some(head),
            _ => None,
        })
    }

    /// What stands above a list, counted once.
    pub(super) fn kept_head(&self, args: &ListArgs<'_>, asked: &Asked<'_>) -> Result<Arc<ListHead>> {
        self.known_head(args, asked)?.map_or_else(|| self.counted_head(args, asked), Ok)
    }

    /// What stands above a list, counted now, and kept.
    pub(super) fn counted_head(&self, args: &ListArgs<'_>, asked: &Asked<'_>) -> Result<Arc<ListHead>> {
        let head = Arc::new(self.head_of(args, asked)?);
        if let Some(lists) = self.heads(args, asked) {
            lists.keep(self.last_entry()?, asked.whole(args, ""), Held::Head(Arc::clone(&head)));
        }
        Ok(head)
    }

    /// The numbers of the rows of a page, where they are known already.
    pub(super) fn known_rows(&self, args: &ListArgs<'_>, asked: &Asked<'_>) -> Result<Option<Vec<u32>>> {
        let Some(lists) = self.kept else { return Ok(None) };
        Ok(match lists.find(self.last_entry()?, &asked.whole(args, &asked.order)) {
            Some(Held::Rows(rows)) => Some(cut(&rows, args)),
            _ => None,
        })
    }

    /// The numbers of the rows of a page, cut out of the whole list, which is put in order once.
    pub(super) fn kept_rows(&self, args: &ListArgs<'_>, asked: &Asked<'_>, head: &ListHead) -> Result<Vec<u32>> {
        if let Some(rows) = self.known_rows(args, asked)? {
            return Ok(rows);
        }
        let rows: Arc<[u32]> = self.every_row(args, asked, head)?.into();
        let page = cut(&rows, args);
        if let Some(lists) = self.kept {
            lists.keep(self.last_entry()?, asked.whole(args, &asked.order), Held::Rows(rows));
        }
        Ok(page)
    }

    /// The numbers of all rows in their order, group by group.
    fn every_row(&self, args: &ListArgs<'_>, asked: &Asked<'_>, head: &ListHead) -> Result<Vec<u32>> {
        let mut statement = self.conn.prepare_cached(&asked.every_row(args.list))?;
        bind(&mut statement, &asked.values)?;
        let mut rows = statement.raw_query();
        let mut all = Vec::new();
        if asked.key.is_none() {
            while let Some(r) = rows.next()? {
                all.push(r.get(0)?);
            }
            return Ok(all);
        }
        let at: HashMap<String, usize> = head.keys.iter().enumerate().map(|(n, key)| (format!("{key:?}"), n)).collect();
        let mut of: Vec<Vec<u32>> = vec![Vec::new(); head.keys.len()];
        while let Some(r) = rows.next()? {
            let key: Value = r.get(1)?;
            if let Some(n) = at.get(&format!("{key:?}")) {
                of[*n].push(r.get(0)?);
            }
        }
        all = of.concat();
        Ok(all)
    }
}

fn cut(rows: &[u32], args: &ListArgs<'_>) -> Vec<u32> {
    let place = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
    rows.iter().skip(place(args.offset)).take(place(args.limit)).copied().collect()
}
