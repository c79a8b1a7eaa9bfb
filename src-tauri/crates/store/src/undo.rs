//! Undo and redo: a new entry with the inverse changes of an older one, all or nothing, as set-based SQL whatever its
//! size. A row that was created is marked as undone; nothing leaves the file.
//!
//! Does not choose by taste: undo takes this replica's newest entry that is neither undone nor an undo; redo takes back
//! the newest undo, and ends with the next edit.

use crate::lookup::title_of;
use crate::read::dependents::BENEATH;
use crate::{Error, Result, Tx};
use followthrough_model::record::{Kind, Life, item};
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
        self.invert(step.entry, "undo")?;
        self.conn().execute("UPDATE entry SET undone_by = ?2 WHERE n = ?1", (step.entry, self.entry()))?;
        Ok(step)
    }

    /// Does again what was undone last.
    pub fn redo(&mut self) -> Result<StepBack> {
        let Some((undo, step)) = next_redo(self.conn(), self.replica())? else {
            return Err(Error::refuse("nothing_to_redo", "There is nothing to redo: redo ends with the next edit."));
        };
        self.invert(undo, "redo")?;
        self.conn().execute("UPDATE entry SET undone_by = ?2 WHERE n = ?1", (undo, self.entry()))?;
        self.conn().execute("UPDATE entry SET undone_by = NULL WHERE n = ?1", [step.entry])?;
        Ok(step)
    }

    /// Writes the inverse of all changes of entry `of`, and its log.
    fn invert(&mut self, of: i64, act: &'static str) -> Result<()> {
        let conn = self.conn();
        refuse_if_touched(conn, of)?;
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

/// All or nothing: refused where a cell holds something else by now, or where a later row hangs on one that would go.
fn refuse_if_touched(conn: &Connection, of: i64) -> Result<()> {
    for (kind, field) in shape(conn, of)? {
        let (table, column, new) = if field.is_empty() {
            ("item", "life", "0")
        } else {
            let known = kind.field(&field).ok_or_else(|| Error::Value(format!("a field “{field}” of {}", kind.table())))?;
            let new = if known.reference { "(SELECT r.rid FROM item r WHERE r.id = c.new)" } else { "c.new" };
            (known.kind.map_or(item::TABLE, Kind::table), field.as_str(), new)
        };
        let touched: Option<i64> = conn
            .query_row(
                &format!(
                    "SELECT c.item FROM change c JOIN item i ON i.rid = c.item JOIN {table} t ON t.rid = c.item
                     WHERE c.entry = ?1 AND c.field = ?2 AND i.kind = ?3 AND t.{column} IS NOT {new} LIMIT 1"
                ),
                (of, &field, kind.code()),
                |r| r.get(0),
            )
            .optional()?;
        if let Some(rid) = touched {
            let what = if field.is_empty() { "whether it is in the bin".to_owned() } else { format!("its {column}") };
            return Err(changed_since(conn, rid, &what)?);
        }
    }
    // A created row goes as a whole, so any cell of it counts; what was taken back again does not.
    let edited: Option<(i64, String)> = conn
        .query_row(
            "SELECT d.item, d.field FROM change c JOIN change d ON d.item = c.item AND d.entry > ?1 JOIN entry e ON e.n = d.entry
             WHERE c.entry = ?1 AND c.field = '' AND e.act = 'edit' AND e.undone_by IS NULL LIMIT 1",
            [of],
            |r| Ok((r.get(0)?, r.get(1)?)),
        )
        .optional()?;
    if let Some((rid, field)) = edited {
        return Err(changed_since(conn, rid, &format!("its {field}"))?);
    }
    for child in Kind::ALL {
        for field in child.fields().iter().filter(|f| f.reference) {
            let hanging: Option<i64> = conn
                .query_row(
                    &format!(
                        "SELECT t.rid FROM change c JOIN {0} t ON t.{1} = c.item JOIN item i ON i.rid = t.rid
                         WHERE c.entry = ?1 AND (c.field = '' OR (c.field = 'life' AND c.new = 0)) AND i.life = 0
                           AND EXISTS (SELECT 1 FROM change d JOIN entry e ON e.n = d.entry WHERE d.item = t.rid AND d.entry > ?1
                             AND (d.field = '' OR (d.field = '{1}' AND e.act = 'edit' AND e.undone_by IS NULL))) LIMIT 1",
                        child.table(),
                        field.name
                    ),
                    [of],
                    |r| r.get(0),
                )
                .optional()?;
            if let Some(rid) = hanging {
                return Err(Error::refuse(
                    "undo_refused",
                    format!(
                        "This cannot be undone any more: “{}” was added to it since. Undo or delete that first.",
                        title_of(conn, rid)?
                    ),
                ));
            }
        }
    }
    Ok(())
}

/// Refused where what would count again, or would point elsewhere again, rests on what does not count by now. Looks at the
/// rows as they stand afterwards: what went into the bin together comes out together.
fn refuse_if_torn(conn: &Connection, of: i64) -> Result<()> {
    for (kind, field) in shape(conn, of)? {
        let cell = |name: &str| format!("SELECT t.{name} FROM {} t WHERE t.rid = c.item", kind.table());
        let asked = if field == item::LIFE.name {
            // Of what was made, only its own cells: that may be a whole import.
            let own: Vec<String> = kind.fields().iter().filter(|f| f.reference).map(|f| cell(f.name)).collect();
            vec![("c.old = 0 AND c.new = 1", BENEATH.replace("?1", "c.item")), ("c.old = 0 AND c.new = 2", own.join(" UNION "))]
        } else if kind.field(&field).is_some_and(|known| known.reference) {
            vec![("c.old IS NOT NULL", cell(&field))]
        } else {
            continue;
        };
        for (only, beneath) in asked.into_iter().filter(|(_, beneath)| !beneath.is_empty()) {
            let torn: Option<(i64, i64)> = conn
                .query_row(
                    &format!(
                        "SELECT c.item, o.rid FROM change c JOIN item i ON i.rid = c.item CROSS JOIN item o ON o.rid IN ({beneath}) AND o.life <> 0
                         WHERE c.entry = ?1 AND c.field = ?2 AND i.kind = ?3 AND i.life = 0 AND {only} LIMIT 1"
                    ),
                    (of, &field, kind.code()),
                    |r| Ok((r.get(0)?, r.get(1)?)),
                )
                .optional()?;
            if let Some((rid, gone)) = torn {
                let (title, gone) = (title_of(conn, rid)?, title_of(conn, gone)?);
                return Err(Error::refuse(
                    "undo_refused",
                    format!(
                        "This cannot be undone now: “{title}” rests on “{gone}”, which does not count any more. Restore that first."
                    ),
                ));
            }
        }
    }
    Ok(())
}

fn changed_since(conn: &Connection, rid: i64, what: &str) -> Result<Error> {
    Ok(Error::refuse(
        "undo_refused",
        format!(
            "This cannot be undone any more: {what} was changed since on “{}”. Change it by hand instead.",
            title_of(conn, rid)?
        ),
    ))
}
