//! What hangs on a part of a recommendation, so that a join takes it along to the whole.
//!
//! Does not move anything; the command does, through its `Tx`.

use super::recommendation::UNDER;
use super::value::id;
use crate::{Reader, Result};
use followthrough_model::record::{
    Addressee, Answer, Caller, CustomValue, Decision, Due, EvidenceUse, IndicatorOf, Link, RequestAbout, Series, TheirRef,
    ThemeOf,
};
use followthrough_model::{Field, Ref};

/// A row that hangs on a part.
#[derive(Debug, Clone, Copy)]
pub struct Hanging {
    pub at: Ref,
    /// The field that names the part.
    pub field: Field,
    /// What says the same of the whole already; the row itself, where it would tie the whole to itself.
    pub double: Option<Ref>,
}

/// Each field that can name a part but for notes and flags, of which an item has one; and what makes two rows of it say the same (`t` is the row; nothing: none ever do).
const HANGING: &[(Field, &str)] = &[
    (Answer::recommendation, "t.commitment"),
    (Addressee::recommendation, "t.actor"),
    (Decision::recommendation, ""),
    (Caller::recommendation, "t.actor"),
    (Due::of, "t.stated"),
    (ThemeOf::of, "t.theme"),
    (Link::of, "t.kind || t.other"),
    (Link::other, "t.kind || t.of"),
    (EvidenceUse::of, "t.evidence || t.stance || ifnull(t.page, '')"),
    (RequestAbout::of, "t.request"),
    (IndicatorOf::of, "t.indicator"),
    (TheirRef::of, "t.number"),
    (CustomValue::of, "t.field || iif((SELECT f.kind FROM custom_field f WHERE f.rid = t.field) = 'several', t.value, '')"),
    (Series::recommendation, ""),
];

impl Reader<'_> {
    /// Everything live that hangs on a part.
    pub fn of_part(&self, part: i64, whole: i64) -> Result<Vec<Hanging>> {
        let mut found = Vec::new();
        for (field, key) in HANGING {
            let Some(kind) = field.kind else { continue };
            let (table, name) = (kind.table(), field.name);
            let double = if key.is_empty() {
                "NULL".to_owned()
            } else {
                format!(
                    "(SELECT y.rid FROM {table} y JOIN item yi ON yi.rid = y.rid AND yi.life = 0 WHERE y.{name} = ?2 AND {} = {} LIMIT 1)",
                    key.replace("t.", "y."),
                    key.replace("t.", "x.")
                )
            };
            let itself = match name {
                "of" if *field == Link::of => "iif(x.other = ?2, x.rid, NULL)",
                "other" => "iif(x.of = ?2, x.rid, NULL)",
                _ => "NULL",
            };
            let rows = self.all(
                &format!(
                    "SELECT h.rid, i.id, h.double, di.id FROM (SELECT x.rid AS rid, coalesce({itself}, {double}) AS double FROM {table} x WHERE x.{name} = ?1 AND ?2 IS NOT NULL) h
                     JOIN item i ON i.rid = h.rid AND i.life = 0 LEFT JOIN item di ON di.rid = h.double ORDER BY h.rid"
                ),
                (part, whole),
                |r| {
                    let double = match r.get::<_, Option<i64>>(2)? {
                        Some(rid) => Some(Ref { rid, id: id(r, 3)? }),
                        None => None,
                    };
                    Ok(Hanging { at: Ref { rid: r.get(0)?, id: id(r, 1)? }, field: *field, double })
                },
            )?;
            found.extend(rows);
        }
        Ok(found)
    }

    /// The live parts of a recommendation, in their order.
    pub fn parts_of(&self, whole: i64) -> Result<Vec<Ref>> {
        self.all(
            "SELECT p.rid, i.id FROM recommendation p JOIN item i ON i.rid = p.rid AND i.life = 0 WHERE p.parent = ?1 ORDER BY p.ord, p.rid",
            [whole],
            |r| Ok(Ref { rid: r.get(0)?, id: id(r, 1)? }),
        )
    }

    /// The live commitments that answer a recommendation or a part of it.
    pub fn commitments_below(&self, recommendation: i64) -> Result<Vec<i64>> {
        let sql = format!(
            "SELECT c.rid FROM recommendation r JOIN commitment c ON c.rid IN ({UNDER}) AND c.live = 1 WHERE r.rid = ?1 ORDER BY c.rid"
        );
        self.all(&sql, [recommendation], |r| r.get(0))
    }

    /// The answer by which a commitment answers a recommendation.
    pub fn answer_between(&self, commitment: i64, recommendation: i64) -> Result<Option<Ref>> {
        let found = self.all(
            "SELECT a.rid, i.id FROM answer a JOIN item i ON i.rid = a.rid AND i.life = 0 WHERE a.commitment = ?1 AND a.recommendation = ?2 LIMIT 1",
            (commitment, recommendation),
            |r| Ok(Ref { rid: r.get(0)?, id: id(r, 1)? }),
        )?;
        Ok(found.into_iter().next())
    }

    /// Whether an answer is the one that its commitment is counted under.
    pub fn is_main(&self, answer: i64) -> Result<bool> {
        self.one("SELECT main FROM answer WHERE rid = ?1", [answer], |r| r.get(0))
    }

    /// Why a recommendation is kept out of exports, by itself or by what it belongs to (its whole, its source); nothing where it is not.
    pub fn privacy(&self, recommendation: i64) -> Result<Option<String>> {
        let found = self.all(
            "SELECT ifnull(i.private_why, '') FROM recommendation r JOIN item i ON i.rid IN (r.rid, r.parent, r.source) AND i.private = 1 WHERE r.rid = ?1
             ORDER BY i.rid DESC",
            [recommendation],
            |r| r.get(0),
        )?;
        Ok(found.into_iter().next())
    }

    /// Whether an addressee is confirmed.
    pub fn is_confirmed(&self, addressee: i64) -> Result<bool> {
        self.one("SELECT confirmed FROM addressee WHERE rid = ?1", [addressee], |r| r.get(0))
    }

    /// The stamp of the first due of an item.
    pub fn first_due_stamp(&self, of: i64) -> Result<Option<i64>> {
        self.one("SELECT min(d.stamp) FROM due d JOIN item i ON i.rid = d.rid AND i.life = 0 WHERE d.of = ?1", [of], |r| r.get(0))
    }
}
