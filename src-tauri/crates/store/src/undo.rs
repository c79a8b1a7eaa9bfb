//! Undo and redo: a new entry with the inverse changes of an older one, all or nothing, as set-based SQL whatever its
//! size. A row that was created is marked as undone; nothing leaves the file.
//!
//! Does not choose by taste: undo takes this replica's newest entry that is neither undone nor an undo; redo takes back
//! the newest undo, and ends with the next edit. Either can name an entry instead, whoever made it. Why one is refused
//! stands in `refusals`.

pub(crate) mod refusals;

use crate::lookup::{Found, title_of};
use crate::{Error, Result, Tx};
use followthrough_model::record::{Kind, Life, item};
use refusals::{refuse_if_torn, refuse_if_touched};
use rusqlite::{Connection, OptionalExtension};

/// An entry that was, or could be, taken back.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct StepBack {
    pub entry: i64,
    pub command: String,
    /// RFC 3339, UTC.
    pub at: String,
    /// What it was about.
    pub title: Option<String>,
}

impl Tx<'_> {
    /// Takes back the newest edit.
    pub fn undo(&mut self) -> Result<StepBack> {
        let Some(step) = next_undo(self.conn(), self.replica())? else {
            return Err(Error::refuse("nothing_to_undo", "There is nothing to undo in this file."));
        };
        self.invert(step.entry, step.entry, "undo")?;
        self.conn().execute("UPDATE entry SET undone_by = ?2 WHERE n = ?1", (step.entry, self.entry()))?;
        Ok(step)
    }

    /// Does again what was undone last.
    pub fn redo(&mut self) -> Result<StepBack> {
        let Some((undo, step)) = next_redo(self.conn(), self.replica())? else {
            return Err(Error::refuse("nothing_to_redo", "There is nothing to redo: redo ends with the next edit."));
        };
        self.do_again(undo, step)
    }

    /// Takes back one edit, whichever it is, if nothing later rests on it.
    pub fn undo_entry(&mut self, entry: i64) -> Result<StepBack> {
        let (step, undone_by) = self.step_of(entry)?;
        if undone_by.is_some() {
            return Err(Error::refuse("undone", format!("Entry {entry} was undone already. Do it again if you want it back.")));
        }
        self.invert(entry, entry, "undo")?;
        self.conn().execute("UPDATE entry SET undone_by = ?2 WHERE n = ?1", (entry, self.entry()))?;
        Ok(step)
    }

    /// Does one edit again that was undone, if nothing touched since what it changed.
    pub fn redo_entry(&mut self, entry: i64) -> Result<StepBack> {
        let (step, undone_by) = self.step_of(entry)?;
        let Some(undo) = undone_by else {
            return Err(Error::refuse("not_undone", format!("Entry {entry} stands: there is nothing to do again.")));
        };
        self.do_again(undo, step)
    }

    fn do_again(&mut self, undo: i64, step: StepBack) -> Result<StepBack> {
        self.invert(undo, step.entry, "redo")?;
        self.conn().execute("UPDATE entry SET undone_by = ?2 WHERE n = ?1", (undo, self.entry()))?;
        self.conn().execute("UPDATE entry SET undone_by = NULL WHERE n = ?1", [step.entry])?;
        Ok(step)
    }

    /// An edit of the log by its number, and the entry that took it back.
    fn step_of(&self, entry: i64) -> Result<(StepBack, Option<i64>)> {
        let found = self
            .conn()
            .prepare_cached("SELECT command, at, act, undone_by, n > coalesce((SELECT value FROM meta WHERE key = 'emptied'), 0) + 0 FROM entry WHERE n = ?1")?
            .query_row([entry], |r| Ok((r.get(0)?, r.get(1)?, r.get::<_, String>(2)?, r.get(3)?, r.get(4)?)))
            .optional()?;
        match found {
            None => {
                Err(Error::refuse("no_entry", format!("There is no entry {entry} in this file. Take its number from the diary.")))
            }
            Some((.., false)) => Err(Error::refuse(
                "emptied",
                format!("Entry {entry} cannot be undone any more: the bin was emptied after it. Change it by hand instead."),
            )),
            Some((command, at, act, undone_by, true)) if act == "edit" => Ok((step(self.conn(), entry, command, at)?, undone_by)),
            Some(_) => Err(Error::refuse(
                "not_an_edit",
                format!("Entry {entry} is itself an undo or a redo. Undo or redo the entry that it is about."),
            )),
        }
    }

    /// The rows that would count again, or be called otherwise again, if an edit were undone, or done again.
    pub fn comes_back(&self, entry: i64, again: bool) -> Result<(Vec<Found>, Vec<Found>)> {
        let of = if again { "(SELECT undone_by FROM entry WHERE n = ?1)" } else { "?1" };
        let found = |only: &str| {
            self.reader().rows(
                &format!("SELECT DISTINCT i.rid, i.id, i.kind FROM change c JOIN item i ON i.rid = c.item WHERE c.entry = {of} AND {only}"),
                [entry],
            )
        };
        Ok((
            found("c.field = 'life' AND c.old = 0 AND i.life <> 0")?,
            found("c.field IN ('short', 'name', 'label', 'source', 'framework', 'merged_into') AND i.life = 0")?,
        ))
    }

    /// Writes the inverse of all changes of entry `of`, and its log. `edit`: the entry whose changes these are in the end.
    fn invert(&mut self, of: i64, edit: i64, act: &'static str) -> Result<()> {
        let conn = self.conn();
        refuse_if_touched(conn, of, edit)?;
        for (kind, field) in shape(conn, of)? {
            let code = kind.code();
            if field.is_empty() {
                conn.execute(
                    "UPDATE item SET life = ?3 WHERE rid IN (SELECT c.item FROM change c JOIN item i ON i.rid = c.item WHERE c.entry = ?1 AND c.field = '' AND i.kind = ?2)",
                    (of, code, Life::Undone as i64),
                )?;
                continue;
            }
            let known = kind.field(&field).ok_or_else(|| Error::Value(format!("a field “{field}” of {}", kind.table())))?;
            let table = known.kind.map_or(item::TABLE, Kind::table);
            let old = if known.reference { "(SELECT r.rid FROM item r WHERE r.id = c.old)" } else { "c.old" };
            conn.execute(
                &format!(
                    "UPDATE {table} SET {field} = x.old FROM (SELECT c.item, {old} AS old FROM change c JOIN item i ON i.rid = c.item
                     WHERE c.entry = ?1 AND c.field = ?2 AND i.kind = ?3) x WHERE {table}.rid = x.item"
                ),
                (of, &field, code),
            )?;
        }
        refuse_if_torn(conn, of)?;
        let changes = conn.execute(
            "INSERT INTO change(entry, n, item, field, old, new)
             SELECT ?2, n, item, iif(field = '', 'life', field), iif(field = '', 0, new), iif(field = '', 2, old) FROM change WHERE entry = ?1 ORDER BY n",
            (of, self.entry()),
        )?;
        self.wrote(i64::try_from(changes).unwrap_or(i64::MAX), act, of);
        Ok(())
    }
}

/// The entry that undo would take back.
pub(crate) fn next_undo(conn: &Connection, replica: i64) -> Result<Option<StepBack>> {
    let found = conn
        .prepare_cached(
            "SELECT n, command, at FROM entry WHERE replica = ?1 AND act = 'edit' AND undone_by IS NULL
               AND n > coalesce((SELECT value FROM meta WHERE key = 'emptied'), 0) + 0 ORDER BY seq DESC LIMIT 1",
        )?
        .query_row([replica], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))
        .optional()?;
    found.map(|(entry, command, at)| step(conn, entry, command, at)).transpose()
}

/// The undo that redo would take back, and the edit that would then hold again.
pub(crate) fn next_redo(conn: &Connection, replica: i64) -> Result<Option<(i64, StepBack)>> {
    let found = conn
        .prepare_cached(
            "SELECT u.n, e.n, e.command, e.at FROM entry u JOIN entry e ON e.n = u.undoes WHERE u.replica = ?1 AND u.act = 'undo' AND u.undone_by IS NULL
               AND u.n > coalesce((SELECT value FROM meta WHERE key = 'emptied'), 0) + 0
               AND u.seq > coalesce((SELECT seq FROM entry WHERE replica = ?1 AND act = 'edit' ORDER BY seq DESC LIMIT 1), 0)
             ORDER BY u.seq DESC LIMIT 1",
        )?
        .query_row([replica], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?)))
        .optional()?;
    found.map(|(undo, entry, command, at)| Ok((undo, step(conn, entry, command, at)?))).transpose()
}

fn step(conn: &Connection, entry: i64, command: String, at: String) -> Result<StepBack> {
    let about: Option<i64> = conn
        .prepare_cached("SELECT item FROM change WHERE entry = ?1 ORDER BY n LIMIT 1")?
        .query_row([entry], |r| r.get(0))
        .optional()?;
    let title = about.map(|rid| title_of(conn, rid)).transpose()?;
    Ok(StepBack { entry, command, at, title })
}

/// Which fields of which kinds an entry changed.
fn shape(conn: &Connection, entry: i64) -> Result<Vec<(Kind, String)>> {
    let mut statement =
        conn.prepare_cached("SELECT DISTINCT i.kind, c.field FROM change c JOIN item i ON i.rid = c.item WHERE c.entry = ?1")?;
    let rows = statement.query_map([entry], |r| Ok((r.get::<_, i64>(0)?, r.get::<_, String>(1)?)))?;
    rows.map(|row| {
        let (code, field) = row?;
        let kind = Kind::from_code(code).ok_or_else(|| Error::Value(format!("an item of kind {code}")))?;
        Ok((kind, field))
    })
    .collect()
}
