//! Open commitments on a line of time: when each was first due, each move, and when it is due now.
//!
//! Does not show those without a day; the list of what has no date does.

use super::PictureArgs;
use crate::lookup::coded;
use crate::read::due::DueEntry;
use crate::read::listing::bind;
use crate::read::queues::fill;
use crate::read::row::When;
use crate::read::value::{day, id};
use crate::{Reader, Result};
use followthrough_model::vocabulary::ListKind;
use followthrough_model::{Day, Kind, Uuid};

/// The filter of what stands on the line.
pub const ON_THE_LINE: &str = "status:open due:any";

/// One commitment on the line.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct DueLineRow {
    pub id: Uuid,
    #[serde(rename = "ref")]
    pub reference: String,
    pub deliverable: String,
    /// Short reference of the lead.
    pub lead: Option<String>,
    pub due_by: Day,
    pub days_overdue: Option<i32>,
    /// The first due and each move, oldest first.
    pub dues: Vec<DueEntry>,
}

#[derive(Debug, Clone, Default, serde::Serialize, ts_rs::TS)]
pub struct DueLineReply {
    pub as_of: Day,
    /// What adds up to `total` in a list.
    pub filter: String,
    /// Open commitments with a day.
    pub total: u32,
    /// Of them those whose due was moved.
    pub moved: u32,
    /// The longest overdue first, then the soonest.
    pub items: Vec<DueLineRow>,
    /// Commitments that were left out because they are not for export.
    pub left_out: u32,
}

const HOLDS: &str = "{open} AND {k}.due_by IS NOT NULL";

impl Reader<'_> {
    /// Open commitments by their due, with each slip.
    pub fn due_line(&self, args: &PictureArgs<'_>, limit: u32) -> Result<DueLineReply> {
        let (total, moved) = self.on_the_line(args)?;
        let mut reply =
            DueLineReply { as_of: args.as_of, filter: ON_THE_LINE.to_owned(), total, moved, ..DueLineReply::default() };
        if args.exported {
            reply.left_out = self.on_the_line(&PictureArgs { exported: false, ..*args })?.0 - total;
        }
        let (asked, only) = self.admitted(args)?;
        let from = if asked.when == When::Now { "commitment c" } else { asked.table };
        let sql = fill(
            &format!(
                "SELECT c.rid, {{k}}.due_by, {{k}}.lead FROM {from} WHERE {HOLDS} AND {only} ORDER BY {{k}}.due_by, c.rid LIMIT :limit"
            ),
            ListKind::Commitments,
            asked.when,
        );
        let sql = format!(
            "SELECT p.rid, i.id, i.code, i.shown, c.deliverable, coalesce(l.short, l.name), p.due_by FROM ({sql}) p
             JOIN commitment c ON c.rid = p.rid JOIN item i ON i.rid = p.rid LEFT JOIN actor l ON l.rid = p.lead ORDER BY p.due_by, p.rid"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        bind(&mut statement, &asked.values)?;
        bind(&mut statement, &[(":limit".to_owned(), rusqlite::types::Value::Integer(limit.into()))])?;
        let mut rows = statement.raw_query();
        while let Some(r) = rows.next()? {
            let due_by = day(r, 6)?;
            let story = self.due_story(r.get(0)?, args.as_of)?;
            reply.items.push(DueLineRow {
                id: id(r, 1)?,
                reference: coded(Some(Kind::Commitment), r.get(2)?, r.get(3)?),
                deliverable: r.get(4)?,
                lead: r.get(5)?,
                due_by,
                days_overdue: super::super::days_overdue(true, Some(due_by), args.as_of),
                dues: story.entries.into_iter().map(|(_, entry)| entry).collect(),
            });
        }
        Ok(reply)
    }

    fn on_the_line(&self, args: &PictureArgs<'_>) -> Result<(u32, u32)> {
        let (asked, only) = self.admitted(args)?;
        let from = if asked.when == When::Now { "commitment c" } else { asked.table };
        let sql = fill(
            &format!("SELECT count(*), coalesce(sum({{k}}.slips > 0), 0) FROM {from} WHERE {HOLDS} AND {only}"),
            ListKind::Commitments,
            asked.when,
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        bind(&mut statement, &asked.values)?;
        let mut rows = statement.raw_query();
        Ok(rows.next()?.map_or(Ok((0, 0)), |r| Ok::<_, rusqlite::Error>((r.get(0)?, r.get(1)?)))?)
    }
}
