//! What the desk keeps beside an item: the numbers under which others know it, a private note, a flag with a day, the
//! fields that the user defined, the indicators that speak of it. The same on every page.
//!
//! Notes are never exported: no other file of this folder reads them.

use super::Brief;
use super::indicator::IndicatorBrief;
use super::value::{day, id, word};
use crate::{Reader, Result};
use followthrough_model::vocabulary::{CustomKind, ListKind};
use followthrough_model::{Day, Kind, Ref, Uuid, text};
use rusqlite::OptionalExtension;

/// A number under which others know an item.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct TheirNumber {
    pub id: Uuid,
    pub number: String,
    /// Whose number it is, where it was said.
    pub whose: Option<String>,
}

/// The desk's own words about an item.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct OwnNote {
    pub id: Uuid,
    pub text: String,
}

/// The day for which an item is flagged.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct FlagNow {
    pub id: Uuid,
    pub on: Day,
    pub why: Option<String>,
}

/// What an item holds in a field of the user's.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct FieldValue {
    /// Id of the field.
    pub id: Uuid,
    /// Its name.
    pub field: String,
    pub kind: CustomKind,
    /// Several only where several may be chosen; never empty.
    pub values: Vec<String>,
}

/// What the desk keeps beside an item.
#[derive(Debug, Clone, Default, serde::Serialize, ts_rs::TS)]
pub struct AtDesk {
    /// The numbers under which others know it.
    pub refs: Vec<TheirNumber>,
    /// Never exported.
    pub note: Option<OwnNote>,
    pub flag: Option<FlagNow>,
    /// Only the fields that hold something, in the user's order.
    pub fields: Vec<FieldValue>,
    pub indicators: Vec<IndicatorBrief>,
}

/// One flagged item.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct FlaggedRow {
    pub item: Brief,
    pub on: Day,
    pub why: Option<String>,
    pub private: bool,
}

/// A field that the user defined.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct FieldRow {
    pub id: Uuid,
    pub name: String,
    pub kind: CustomKind,
    /// Of which list its items are.
    pub list: ListKind,
    pub choices: Vec<String>,
    /// Live items that hold something in it.
    pub items: u32,
}

impl Reader<'_> {
    /// What the desk keeps beside an item, with what is measured as of a day.
    pub fn at_desk(&self, rid: i64, as_of: Day) -> Result<AtDesk> {
        Ok(AtDesk {
            refs: self.their_refs(rid)?,
            note: self.note(rid)?,
            flag: self.flag(rid)?,
            fields: self.field_values(rid)?,
            indicators: self.indicators_of(rid, as_of)?,
        })
    }

    /// The numbers under which others know an item.
    pub fn their_refs(&self, of: i64) -> Result<Vec<TheirNumber>> {
        self.all(
            "SELECT i.id, t.number, t.whose FROM their_ref t JOIN item i ON i.rid = t.rid AND i.life = 0 WHERE t.of = ?1 ORDER BY t.rid",
            [of],
            |r| Ok(TheirNumber { id: id(r, 0)?, number: r.get(1)?, whose: r.get(2)? }),
        )
    }

    /// The desk's note on an item.
    pub fn note(&self, of: i64) -> Result<Option<OwnNote>> {
        Ok(self
            .conn
            .prepare_cached("SELECT i.id, n.text FROM note n JOIN item i ON i.rid = n.rid AND i.life = 0 WHERE n.of = ?1 ORDER BY n.rid LIMIT 1")?
            .query_row([of], |r| Ok(OwnNote { id: id(r, 0)?, text: r.get(1)? }))
            .optional()?)
    }

    /// The flag on an item.
    pub fn flag(&self, of: i64) -> Result<Option<FlagNow>> {
        Ok(self
            .conn
            .prepare_cached("SELECT i.id, f.on_day, f.why FROM flag f JOIN item i ON i.rid = f.rid AND i.life = 0 WHERE f.of = ?1 ORDER BY f.rid LIMIT 1")?
            .query_row([of], |r| Ok(FlagNow { id: id(r, 0)?, on: day(r, 1)?, why: r.get(2)? }))
            .optional()?)
    }

    /// What an item holds in the user's fields.
    pub fn field_values(&self, of: i64) -> Result<Vec<FieldValue>> {
        let mut found: Vec<FieldValue> = Vec::new();
        let rows = self.all(
            "SELECT fi.id, f.name, f.kind, v.value FROM custom_value v JOIN item i ON i.rid = v.rid AND i.life = 0
             JOIN custom_field f ON f.rid = v.field JOIN item fi ON fi.rid = f.rid AND fi.life = 0 WHERE v.of = ?1 ORDER BY f.ord, f.rid, v.value",
            [of],
            |r| Ok((id(r, 0)?, r.get(1)?, word(r, 2)?, r.get(3)?)),
        )?;
        for (id, field, kind, value) in rows {
            match found.last_mut() {
                Some(last) if last.id == id => last.values.push(value),
                _ => found.push(FieldValue { id, field, kind, values: vec![value] }),
            }
        }
        Ok(found)
    }

    /// The flagged items of that day and before, the oldest flag first; how many there are, and how many come later.
    pub fn flagged(&self, as_of: Day, limit: u32, offset: u32) -> Result<(u32, u32, Vec<FlaggedRow>)> {
        const LIVE: &str = "flag f JOIN item fi ON fi.rid = f.rid AND fi.life = 0 JOIN item i ON i.rid = f.of AND i.life = 0";
        let as_of = as_of.to_string();
        let total = self.count(&format!("SELECT count(*) FROM {LIVE} WHERE f.on_day <= ?1"), [&as_of])?;
        let later = self.count(&format!("SELECT count(*) FROM {LIVE} WHERE f.on_day > ?1"), [&as_of])?;
        let rows = self.all(
            &format!("SELECT f.of, f.on_day, f.why, i.private FROM {LIVE} WHERE f.on_day <= ?1 ORDER BY f.on_day, f.of LIMIT ?2 OFFSET ?3"),
            (&as_of, limit, offset),
            |r| Ok((r.get::<_, i64>(0)?, day(r, 1)?, r.get(2)?, r.get(3)?)),
        )?;
        let rows = rows.into_iter().map(|(of, on, why, private)| Ok(FlaggedRow { item: self.brief(of)?, on, why, private }));
        Ok((total, later, rows.collect::<Result<_>>()?))
    }

    /// The user's fields in their order, of one list or of all.
    pub fn fields(&self, list: Option<ListKind>) -> Result<Vec<FieldRow>> {
        self.all(
            "SELECT i.id, f.name, f.kind, f.list, f.choices,
               (SELECT count(DISTINCT v.of) FROM custom_value v JOIN item vi ON vi.rid = v.rid AND vi.life = 0 JOIN item o ON o.rid = v.of AND o.life = 0 WHERE v.field = f.rid)
             FROM custom_field f CROSS JOIN item i ON i.rid = f.rid AND i.life = 0 WHERE ?1 IS NULL OR f.list = ?1 ORDER BY f.list, f.ord, f.rid",
            [list.map(ListKind::as_str)],
            |r| {
                let choices: Option<String> = r.get(4)?;
                Ok(FieldRow {
                    id: id(r, 0)?,
                    name: r.get(1)?,
                    kind: word(r, 2)?,
                    list: word(r, 3)?,
                    choices: choices.map(|all| all.lines().map(str::to_owned).collect()).unwrap_or_default(),
                    items: r.get(5)?,
                })
            },
        )
    }

    /// The live values of a field, each with its row and the item that holds it; of one item, or of all that are live.
    pub fn values_of_field(&self, field: i64, of: Option<i64>) -> Result<Vec<(Ref, i64, String)>> {
        self.all(
            "SELECT v.rid, i.id, v.of, v.value FROM custom_value v JOIN item i ON i.rid = v.rid AND i.life = 0 JOIN item o ON o.rid = v.of AND o.life = 0
             WHERE v.field = ?1 AND (?2 IS NULL OR v.of = ?2) ORDER BY v.of, v.rid",
            (field, of),
            |r| Ok((Ref { rid: r.get(0)?, id: id(r, 1)? }, r.get(2)?, r.get(3)?)),
        )
    }

    /// The live items that others know under a number, in any case.
    pub(crate) fn known_as(&self, said: &str) -> Result<Vec<i64>> {
        self.all(
            "SELECT DISTINCT t.of FROM their_ref t JOIN item i ON i.rid = t.rid AND i.life = 0 WHERE t.number = ?1 COLLATE NOCASE LIMIT 7",
            [text::line(said)],
            |r| r.get(0),
        )
    }
}

/// The kinds of items that the desk can keep something beside.
pub const KEPT_BESIDE: &[Kind] = &[
    Kind::Commitment,
    Kind::Recommendation,
    Kind::Actor,
    Kind::Source,
    Kind::Evidence,
    Kind::Indicator,
    Kind::Request,
    Kind::Milestone,
    Kind::Event,
    Kind::Series,
];
