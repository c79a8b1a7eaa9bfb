//! Evidence and its uses.

use super::Brief;
use super::at_desk::AtDesk;
use super::value::{day_opt, id, word, word_opt};
use crate::lookup::coded;
use crate::{Reader, Result};
use followthrough_model::status::Support;
use followthrough_model::vocabulary::{EvidenceKind, ResultLevel, SettingName, Stance};
use followthrough_model::{Day, Kind, Uuid};
use rusqlite::Row;

/// A piece of evidence as it is used on an item.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct UseRow {
    pub id: Uuid,
    /// The evidence itself.
    pub evidence: Uuid,
    #[serde(rename = "ref")]
    pub reference: String,
    pub kind: EvidenceKind,
    pub title: String,
    /// Address, symbol or words; nothing for a file.
    pub target: Option<String>,
    /// Size of the file.
    pub bytes: Option<i64>,
    /// The day that it speaks of.
    pub date: Option<Day>,
    pub page: Option<String>,
    pub stance: Stance,
    pub level: Option<ResultLevel>,
    pub independent: bool,
}

/// One piece of evidence and everything that it is used on.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct EvidencePage {
    pub id: Uuid,
    #[serde(rename = "ref")]
    pub reference: String,
    pub kind: EvidenceKind,
    pub title: String,
    pub target: Option<String>,
    pub bytes: Option<i64>,
    pub sha256: Option<String>,
    pub date: Option<Day>,
    pub independent: bool,
    pub private: bool,
    pub private_why: Option<String>,
    pub deleted: bool,
    pub uses: Vec<EvidenceUseOf>,
    pub desk: AtDesk,
}

#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct EvidenceUseOf {
    #[serde(rename = "use")]
    pub used: UseRow,
    pub of: Brief,
}

const USE: &str =
    "xi.id, ei.id, ei.code, ei.shown, e.kind, e.title, e.target, b.bytes, e.speaks_of, x.page, x.stance, x.level, e.independent";
const FROM: &str = "evidence_use x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 JOIN evidence e ON e.rid = x.evidence
    JOIN item ei ON ei.rid = e.rid LEFT JOIN blob b ON b.sha256 = e.sha256 AND b.staged_at IS NULL";

fn used(r: &Row<'_>) -> rusqlite::Result<UseRow> {
    Ok(UseRow {
        id: id(r, 0)?,
        evidence: id(r, 1)?,
        reference: coded(Some(Kind::Evidence), r.get(2)?, r.get(3)?),
        kind: word(r, 4)?,
        title: r.get(5)?,
        target: r.get(6)?,
        bytes: r.get(7)?,
        date: day_opt(r, 8)?,
        page: r.get(9)?,
        stance: word(r, 10)?,
        level: word_opt(r, 11)?,
        independent: r.get(12)?,
    })
}

impl Reader<'_> {
    /// The evidence on an item.
    pub(crate) fn uses(&self, of: i64) -> Result<Vec<UseRow>> {
        self.all(&format!("SELECT {USE} FROM {FROM} WHERE x.of = ?1 AND ei.life = 0 ORDER BY x.rid"), [of], used)
    }

    /// What live evidence says of a commitment, on itself or on one of its updates. `author` gives the verdict.
    pub fn support(&self, commitment: i64, author: &str) -> Result<Support> {
        let mut support = self.one(
            "SELECT coalesce(max(x.stance = 'supports'), 0),
               coalesce(max(x.stance = 'supports' AND (e.speaks_of IS NULL OR c.made_on IS NULL OR e.speaks_of >= c.made_on)), 0),
               coalesce(max(x.stance = 'contradicts'), 0)
             FROM (SELECT rid, evidence, stance FROM evidence_use WHERE of = ?1
               UNION ALL SELECT x.rid, x.evidence, x.stance FROM update_ u JOIN item ui ON ui.rid = u.rid AND ui.life = 0 JOIN evidence_use x ON x.of = u.rid WHERE u.commitment = ?1) x
             JOIN item xi ON xi.rid = x.rid AND xi.life = 0 JOIN evidence e ON e.rid = x.evidence JOIN item ei ON ei.rid = e.rid AND ei.life = 0
             JOIN commitment c ON c.rid = ?1",
            [commitment],
            |r| Ok(Support { supports: r.get(0)?, in_time: r.get(1)?, contradicts: r.get(2)?, own_report: false }),
        )?;
        if self.setting(SettingName::VerifyByAnother)?.as_deref() == Some("yes") {
            support.own_report = self.count(
                "SELECT count(*) FROM (SELECT u.rid FROM update_ u JOIN item i ON i.rid = u.rid AND i.life = 0
                   WHERE u.commitment = ?1 AND u.status = 'reported_implemented' ORDER BY u.on_day DESC, u.stamp DESC LIMIT 1) u
                 JOIN change h ON h.item = u.rid AND h.field = '' JOIN entry e ON e.n = h.entry WHERE e.author = ?2",
                (commitment, author),
            )? > 0;
        }
        Ok(support)
    }

    /// What a setting of the workspace holds.
    pub fn setting(&self, name: SettingName) -> Result<Option<String>> {
        let found = self.all(
            "SELECT s.value FROM setting s JOIN item i ON i.rid = s.rid AND i.life = 0 WHERE s.name = ?1",
            [name.as_str()],
            |r| r.get(0),
        )?;
        Ok(found.into_iter().next())
    }

    /// The page of a piece of evidence.
    pub fn evidence(&self, rid: i64) -> Result<EvidencePage> {
        let mut page = self.one(
            "SELECT i.id, i.code, i.shown, i.private, i.private_why, i.life, e.kind, e.title, e.target, b.bytes, e.sha256, e.speaks_of, e.independent
             FROM evidence e JOIN item i ON i.rid = e.rid LEFT JOIN blob b ON b.sha256 = e.sha256 AND b.staged_at IS NULL WHERE e.rid = ?1",
            [rid],
            |r| {
                Ok(EvidencePage {
                    id: id(r, 0)?,
                    reference: coded(Some(Kind::Evidence), r.get(1)?, r.get(2)?),
                    private: r.get(3)?,
                    private_why: r.get(4)?,
                    deleted: r.get::<_, i64>(5)? != 0,
                    kind: word(r, 6)?,
                    title: r.get(7)?,
                    target: r.get(8)?,
                    bytes: r.get(9)?,
                    sha256: r.get(10)?,
                    date: day_opt(r, 11)?,
                    independent: r.get(12)?,
                    uses: Vec::new(),
                    desk: AtDesk::default(),
                })
            },
        )?;
        let uses = self.all(&format!("SELECT {USE}, x.of FROM {FROM} WHERE x.evidence = ?1 ORDER BY x.rid"), [rid], |r| {
            Ok((used(r)?, r.get::<_, i64>(13)?))
        })?;
        for (used, of) in uses {
            page.uses.push(EvidenceUseOf { used, of: self.brief(of)? });
        }
        page.desk = self.at_desk(rid, followthrough_model::spans::STILL)?;
        Ok(page)
    }

    /// Title and SHA-256 of evidence that is a file.
    pub fn evidence_file(&self, rid: i64) -> Result<(String, Option<String>)> {
        self.one("SELECT title, sha256 FROM evidence WHERE rid = ?1", [rid], |r| Ok((r.get(0)?, r.get(1)?)))
    }

    /// The live evidence that is this very file, so that identical bytes are entered once.
    pub fn evidence_of_file(&self, sha256: &str) -> Result<Option<followthrough_model::Ref>> {
        let found = self.all(
            "SELECT e.rid, i.id FROM evidence e JOIN item i ON i.rid = e.rid AND i.life = 0 WHERE e.sha256 = ?1 ORDER BY e.rid LIMIT 1",
            [sha256],
            |r| Ok(followthrough_model::Ref { rid: r.get(0)?, id: id(r, 1)? }),
        )?;
        Ok(found.into_iter().next())
    }

    /// The live evidence of that kind at that address or symbol.
    pub fn evidence_of_target(&self, target: &str, kind: EvidenceKind) -> Result<Option<followthrough_model::Ref>> {
        let found = self.all(
            "SELECT e.rid, i.id FROM evidence e JOIN item i ON i.rid = e.rid AND i.life = 0 WHERE e.target = ?1 AND e.kind = ?2 ORDER BY e.rid LIMIT 1",
            (target, kind.as_str()),
            |r| Ok(followthrough_model::Ref { rid: r.get(0)?, id: id(r, 1)? }),
        )?;
        Ok(found.into_iter().next())
    }

    /// Mechanisms of that title, or of that name before or after its colon: "CPAS: Comprehensive ...".
    pub(crate) fn mechanisms_named(&self, said: &str) -> Result<Vec<crate::lookup::Found>> {
        let whole = self.rows(
            "SELECT i.rid, i.id, i.kind FROM evidence e JOIN item i ON i.rid = e.rid WHERE e.kind = 'mechanism' AND e.title = ?1 COLLATE NOCASE ORDER BY i.rid",
            [said],
        )?;
        if !whole.is_empty() {
            return Ok(whole);
        }
        // There are few: the index of their titles is gone through.
        self.rows(
            "SELECT i.rid, i.id, i.kind FROM evidence e JOIN item i ON i.rid = e.rid WHERE e.kind = 'mechanism' AND instr(e.title, ': ') > 0
               AND (substr(e.title, 1, instr(e.title, ': ') - 1) = ?1 COLLATE NOCASE OR substr(e.title, instr(e.title, ': ') + 2) = ?1 COLLATE NOCASE) ORDER BY i.rid",
            [said],
        )
    }
}
