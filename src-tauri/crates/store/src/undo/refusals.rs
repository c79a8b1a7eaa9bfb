//! What stands in the way of an undo or a redo, named: the later entry that changed the same, or what hangs on what would
//! go, or what is gone beneath what would come back.
//!
//! Changes nothing.

use super::shape;
use crate::lookup::{reference_of, title_of};
use crate::read::dependents::BENEATH;
use crate::{Error, Result};
use followthrough_model::Uuid;
use followthrough_model::record::{Kind, item};
use rusqlite::{Connection, OptionalExtension};

/// All or nothing: refused where a cell holds something else by now, or where a later row hangs on one that would go.
pub(super) fn refuse_if_touched(conn: &Connection, of: i64, edit: i64) -> Result<()> {
    // First what an edit did since that still stands: it can be named. A created row goes as a whole, so any cell of it counts.
    if let Some((entry, rid, field)) = touched_since(conn, of, edit)? {
        return Err(changed_since(conn, rid, &field, Some(entry))?);
    }
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
            return Err(changed_since(conn, rid, column, None)?);
        }
    }
    for child in Kind::ALL {
        for field in child.fields().iter().filter(|f| f.reference) {
            let hanging: Option<(i64, i64)> = conn
                .query_row(
                    &format!(
                        "SELECT t.rid, (SELECT max(d.entry) FROM change d WHERE d.item = t.rid AND d.entry > ?1 AND d.field IN ('', '{1}')) FROM change c JOIN {0} t ON t.{1} = c.item JOIN item i ON i.rid = t.rid
                         WHERE c.entry = ?1 AND (c.field = '' OR (c.field = 'life' AND c.new = 0)) AND i.life = 0
                           AND EXISTS (SELECT 1 FROM change d JOIN entry e ON e.n = d.entry WHERE d.item = t.rid AND d.entry > ?1
                             AND (d.field = '' OR (d.field = '{1}' AND e.act = 'edit' AND e.undone_by IS NULL))) LIMIT 1",
                        child.table(),
                        field.name
                    ),
                    [of],
                    |r| Ok((r.get(0)?, r.get(1)?)),
                )
                .optional()?;
            if let Some((rid, entry)) = hanging {
                return Err(Error::InTheWay {
                    sentence: format!(
                        "{} was added to it since{}. Undo or delete that first.",
                        called(conn, rid)?,
                        told(conn, entry)?
                    ),
                    entry: Some(entry),
                    item: id_of(conn, rid)?,
                    field: None,
                });
            }
        }
    }
    Ok(())
}

/// Refused where what would count again, or would point elsewhere again, rests on what does not count by now. Looks at the
/// rows as they stand afterwards: what went into the bin together comes out together.
pub(super) fn refuse_if_torn(conn: &Connection, of: i64) -> Result<()> {
    refuse_if_of_nothing(conn, of)?;
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
                let (title, gone, at) = (title_of(conn, rid)?, title_of(conn, gone)?, gone);
                return Err(Error::InTheWay {
                    sentence: format!(
                        "This cannot be undone now: “{title}” rests on “{gone}”, which does not count any more. Restore that first."
                    ),
                    entry: None,
                    item: id_of(conn, at)?,
                    field: None,
                });
            }
        }
    }
    Ok(())
}

/// Refused where a cell would be set of a row whose own making is undone.
fn refuse_if_of_nothing(conn: &Connection, of: i64) -> Result<()> {
    let undone: Option<(i64, i64)> = conn
        .prepare_cached(
            "SELECT c.item, (SELECT min(m.entry) FROM change m WHERE m.item = c.item) FROM change c CROSS JOIN item i ON i.rid = c.item AND i.life = 2
             WHERE c.entry = ?1 AND c.field NOT IN ('', 'life')
               AND NOT EXISTS (SELECT 1 FROM change s WHERE s.item = c.item AND s.entry = ?1 AND s.field IN ('', 'life')) LIMIT 1",
        )?
        .query_row([of], |r| Ok((r.get(0)?, r.get(1)?)))
        .optional()?;
    let Some((rid, entry)) = undone else { return Ok(()) };
    Err(Error::InTheWay {
        sentence: format!("{} was itself undone: it was made{}. Do that again first.", called(conn, rid)?, told(conn, entry)?),
        entry: Some(entry),
        item: id_of(conn, rid)?,
        field: None,
    })
}

/// The newest edit after `edit` that still stands and changed a cell that `of` changed, with the row and the field.
/// CROSS: from the changes of the one entry, never from all entries after it.
pub(crate) fn touched_since(conn: &Connection, of: i64, edit: i64) -> Result<Option<(i64, i64, String)>> {
    Ok(conn
        .prepare_cached(
            "SELECT max(d.entry), d.item, d.field FROM change c CROSS JOIN change d ON d.item = c.item AND d.entry > ?2 AND d.entry <> ?1
               CROSS JOIN entry e ON e.n = d.entry AND e.act = 'edit' AND e.undone_by IS NULL
             WHERE c.entry = ?1 AND (c.field = '' OR d.field = c.field)",
        )?
        .query_row((of, edit), |r| {
            let Some(entry) = r.get::<_, Option<i64>>(0)? else { return Ok(None) };
            Ok(Some((entry, r.get(1)?, r.get(2)?)))
        })?)
}

fn changed_since(conn: &Connection, rid: i64, field: &str, entry: Option<i64>) -> Result<Error> {
    let what = if matches!(field, "" | "life") {
        "whether it is in the bin".to_owned()
    } else {
        format!("its {}", field.replace('_', " "))
    };
    let sentence = match entry {
        Some(entry) => {
            format!("{} was changed after it: {what}{}. Undo that first.", called(conn, rid)?, told(conn, entry)?)
        }
        None => format!("{} was changed since: {what}. Change it by hand instead.", called(conn, rid)?),
    };
    Ok(Error::InTheWay { sentence, entry, item: id_of(conn, rid)?, field: Some(field.to_owned()) })
}

/// An item in a sentence: its reference, if it has one that is not its title, and its title.
fn called(conn: &Connection, rid: i64) -> Result<String> {
    let (reference, title) = (reference_of(conn, rid)?, title_of(conn, rid)?);
    Ok(match (reference.is_empty() || reference == title, title.is_empty()) {
        (true, _) => format!("“{title}”"),
        (_, true) => reference,
        _ => format!("{reference} “{title}”"),
    })
}

/// When an entry was made, and its number.
fn told(conn: &Connection, entry: i64) -> Result<String> {
    let day: Option<String> =
        conn.prepare_cached("SELECT substr(at, 1, 10) FROM entry WHERE n = ?1")?.query_row([entry], |r| r.get(0)).optional()?;
    Ok(day.map_or_else(String::new, |day| format!(" ({day}, entry {entry})")))
}

fn id_of(conn: &Connection, rid: i64) -> Result<Uuid> {
    Ok(conn.prepare_cached("SELECT id FROM item WHERE rid = ?1")?.query_row([rid], |r| Ok(Uuid::from_bytes(r.get(0)?)))?)
}
