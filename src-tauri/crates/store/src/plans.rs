//! For tests, under the feature `plans`: the statements that a piece of work asked of SQLite on this thread, so that a
//! test can look at their plans; and which of two ways it takes, where time decides. Not in the program.

use crate::Result;
use rusqlite::Connection;
use rusqlite::trace::{TraceEvent, TraceEventCodes};
use std::cell::{Cell, RefCell};

thread_local! {
    static SEEN: RefCell<Option<Vec<String>>> = const { RefCell::new(None) };
    static WHOLE: Cell<bool> = const { Cell::new(false) };
}

/// Does the work as if no rows of a filter were found soon, one after the other.
pub fn found_whole<R>(work: impl FnOnce() -> R) -> R {
    WHOLE.set(true);
    let reply = work();
    WHOLE.set(false);
    reply
}

pub(crate) fn finds_whole() -> bool {
    WHOLE.get()
}

/// Does the work, and answers also the SQL of the statements that it ran, parameters not filled in.
pub fn statements_of<R>(work: impl FnOnce() -> R) -> (R, Vec<String>) {
    SEEN.set(Some(Vec::new()));
    let reply = work();
    (reply, SEEN.take().unwrap_or_default())
}

/// Lists what this connection runs while somebody wants to know.
pub(crate) fn watch(conn: &mut Connection) -> Result<()> {
    let note = |event: TraceEvent<'_>| {
        if let TraceEvent::Stmt(_, sql) = event {
            SEEN.with_borrow_mut(|seen| seen.iter_mut().for_each(|seen| seen.push(sql.to_owned())));
        }
    };
    Ok(conn.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(note))?)
}
