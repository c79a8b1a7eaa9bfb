//! Frameworks, themes and crosswalks: the overview, a theme by what people call it, and which themes a question about one
//! theme takes in.
//!
//! Does not filter lists; those that do use [`themes_through`].

use super::value::{id, word};
use super::{Brief, Named};
use crate::lookup::Found;
use crate::{Error, Reader, Result};
use followthrough_model::vocabulary::CrosswalkKind;
use followthrough_model::{Kind, Ref, Uuid};
use std::collections::HashMap;

/// A framework with its themes.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct FrameworkRow {
    pub id: Uuid,
    pub name: String,
    pub themes: Vec<ThemeLine>,
}

/// A theme in the overview.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct ThemeLine {
    pub id: Uuid,
    /// Framework and name.
    #[serde(rename = "ref")]
    pub reference: String,
    pub name: String,
    /// Items that carry it.
    pub items: u32,
    /// Items that carry it, or a theme that a crosswalk calls equal to it or a part of it.
    pub through: u32,
    pub crosswalks: Vec<CrosswalkRow>,
}

/// A crosswalk, seen from one of its themes.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct CrosswalkRow {
    pub id: Uuid,
    /// How this theme stands to the other: read from the other side where the crosswalk was made there.
    pub kind: CrosswalkKind,
    /// It was made from this theme to the other.
    pub forward: bool,
    pub other: Named,
    pub reason: String,
}

/// SQL for the themes that a question about a theme takes in: itself, those that crosswalks call equal to it or a part of
/// it, and theirs. `theme` is its row number as SQL; for use after `IN`, in brackets.
pub(crate) fn themes_through(theme: &str) -> String {
    themes_from(&format!("SELECT {theme}"))
}

/// The same for all the themes that a statement finds.
pub(crate) fn themes_from(start: &str) -> String {
    const LIVE: &str = "JOIN item i ON i.rid = x.rid AND i.life = 0";
    format!(
        "WITH RECURSIVE through(rid) AS ({start}
           UNION SELECT x.theme FROM through t JOIN crosswalk x ON x.other = t.rid AND x.kind IN ('equal', 'subset') {LIVE}
           UNION SELECT x.other FROM through t JOIN crosswalk x ON x.theme = t.rid AND x.kind IN ('equal', 'superset') {LIVE})
         SELECT rid FROM through"
    )
}

/// A kind of crosswalk read from the other side.
const fn turned(kind: CrosswalkKind) -> CrosswalkKind {
    match kind {
        CrosswalkKind::Subset => CrosswalkKind::Superset,
        CrosswalkKind::Superset => CrosswalkKind::Subset,
        same => same,
    }
}

impl Reader<'_> {
    /// The frameworks with their themes, or one framework.
    pub fn frameworks(&self, only: Option<i64>) -> Result<Vec<FrameworkRow>> {
        let mut crosswalks = self.crosswalks()?;
        let found = self.all(
            "SELECT f.rid, i.id, f.name FROM framework f JOIN item i ON i.rid = f.rid AND i.life = 0 WHERE ifnull(f.rid = ?1, 1) ORDER BY f.rid",
            [only],
            |r| Ok((r.get::<_, i64>(0)?, FrameworkRow { id: id(r, 1)?, name: r.get(2)?, themes: Vec::new() })),
        )?;
        let through = themes_through("t.rid");
        let carried = "SELECT count(DISTINCT x.of) FROM theme_of x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 JOIN item oi ON oi.rid = x.of AND oi.life = 0 WHERE x.theme";
        let sql = format!(
            "SELECT t.rid, i.id, t.name, ({carried} = t.rid), ({carried} IN ({through})) FROM theme t JOIN item i ON i.rid = t.rid AND i.life = 0
             WHERE t.framework = ?1 ORDER BY t.ord, t.rid"
        );
        let mut frameworks = Vec::new();
        for (rid, mut framework) in found {
            framework.themes = self.all(&sql, [rid], |r| {
                let name: String = r.get(2)?;
                Ok(ThemeLine {
                    id: id(r, 1)?,
                    reference: format!("{}: {name}", framework.name),
                    name,
                    items: r.get(3)?,
                    through: r.get(4)?,
                    crosswalks: crosswalks.remove(&r.get::<_, i64>(0)?).unwrap_or_default(),
                })
            })?;
            frameworks.push(framework);
        }
        Ok(frameworks)
    }

    /// Every live crosswalk from both its sides.
    fn crosswalks(&self) -> Result<HashMap<i64, Vec<CrosswalkRow>>> {
        let mut by_theme: HashMap<i64, Vec<CrosswalkRow>> = HashMap::new();
        let sides = self.all(
            "SELECT x.here, xi.id, x.kind, x.forward, oi.id, f.name || ': ' || o.name, o.name, x.reason FROM (
               SELECT rid, theme AS here, kind, 1 AS forward, other AS there, reason FROM crosswalk
               UNION ALL SELECT rid, other, kind, 0, theme, reason FROM crosswalk) x
             JOIN item xi ON xi.rid = x.rid AND xi.life = 0 JOIN item oi ON oi.rid = x.there AND oi.life = 0
             JOIN theme o ON o.rid = x.there JOIN framework f ON f.rid = o.framework ORDER BY x.rid",
            [],
            |r| {
                let (kind, forward): (CrosswalkKind, bool) = (word(r, 2)?, r.get(3)?);
                let row = CrosswalkRow {
                    id: id(r, 1)?,
                    kind: if forward { kind } else { turned(kind) },
                    forward,
                    other: Named { id: id(r, 4)?, reference: r.get(5)?, name: r.get(6)? },
                    reason: r.get(7)?,
                };
                Ok((r.get::<_, i64>(0)?, row))
            },
        )?;
        for (theme, row) in sides {
            by_theme.entry(theme).or_default().push(row);
        }
        Ok(by_theme)
    }

    /// Frameworks by name, and themes by name or by “framework: name”, in any case.
    pub(crate) fn themes_named(&self, said: &str, kinds: &[Kind]) -> Result<Vec<Found>> {
        let found = |kind: Kind, sql: &str, with: [&str; 2]| {
            self.all(sql, with, |r| Ok(Found { at: Ref { rid: r.get(0)?, id: id(r, 1)? }, kind }))
        };
        let mut all = Vec::new();
        if kinds.contains(&Kind::Framework) {
            all.extend(found(
                Kind::Framework,
                "SELECT f.rid, i.id FROM framework f JOIN item i ON i.rid = f.rid WHERE f.name = ?1 COLLATE NOCASE AND ?2 IS NOT NULL ORDER BY f.rid",
                [said, ""],
            )?);
        }
        if kinds.contains(&Kind::Theme) {
            const NAMED: &str = "SELECT t.rid, i.id FROM theme t JOIN item i ON i.rid = t.rid JOIN framework f ON f.rid = t.framework WHERE t.name = ?1 COLLATE NOCASE";
            let before = all.len();
            for (at, _) in said.match_indices(':') {
                let (framework, name) = (said[..at].trim(), said[at + 1..].trim());
                all.extend(found(
                    Kind::Theme,
                    &format!("{NAMED} AND f.name = ?2 COLLATE NOCASE ORDER BY t.rid"),
                    [name, framework],
                )?);
            }
            if all.len() == before {
                all.extend(found(Kind::Theme, &format!("{NAMED} AND ?2 IS NOT NULL ORDER BY t.rid"), [said, ""])?);
            }
        }
        Ok(all)
    }

    /// The themes that a question about a theme takes in, itself first.
    pub fn themes_taken_in(&self, theme: i64) -> Result<Vec<i64>> {
        self.all(&themes_through("?1"), [theme], |r| r.get(0))
    }

    /// The theme on an item, if it carries it.
    pub fn tag_on(&self, item: i64, theme: i64) -> Result<Option<Ref>> {
        let found = self.all(
            "SELECT x.rid, i.id FROM theme_of x JOIN item i ON i.rid = x.rid AND i.life = 0 WHERE x.of = ?1 AND x.theme = ?2",
            (item, theme),
            |r| Ok(Ref { rid: r.get(0)?, id: id(r, 1)? }),
        )?;
        Ok(found.into_iter().next())
    }

    /// The live themes that an item carries.
    pub fn tags_of(&self, item: i64) -> Result<Vec<Ref>> {
        self.all(
            "SELECT t.rid, ti.id FROM theme_of x JOIN item i ON i.rid = x.rid AND i.life = 0 JOIN theme t ON t.rid = x.theme JOIN item ti ON ti.rid = t.rid AND ti.life = 0
             WHERE x.of = ?1 ORDER BY x.rid",
            [item],
            |r| Ok(Ref { rid: r.get(0)?, id: id(r, 1)? }),
        )
    }

    /// The themes of a framework to which a crosswalk of any kind but “overlaps” leads from this one, in one step.
    pub fn crosswalked(&self, theme: i64, framework: i64) -> Result<Vec<Ref>> {
        self.all(
            "SELECT t.rid, ti.id FROM theme t JOIN item ti ON ti.rid = t.rid AND ti.life = 0 WHERE t.framework = ?2 AND t.rid IN (
               SELECT x.other FROM crosswalk x JOIN item i ON i.rid = x.rid AND i.life = 0 WHERE x.theme = ?1 AND x.kind <> 'overlaps'
               UNION SELECT x.theme FROM crosswalk x JOIN item i ON i.rid = x.rid AND i.life = 0 WHERE x.other = ?1 AND x.kind <> 'overlaps') ORDER BY t.ord",
            (theme, framework),
            |r| Ok(Ref { rid: r.get(0)?, id: id(r, 1)? }),
        )
    }

    /// The framework of a theme, and the place after its last theme.
    pub fn framework_of(&self, theme: i64) -> Result<Ref> {
        self.one(
            "SELECT f.rid, i.id FROM theme t JOIN framework f ON f.rid = t.framework JOIN item i ON i.rid = f.rid WHERE t.rid = ?1",
            [theme],
            |r| Ok(Ref { rid: r.get(0)?, id: id(r, 1)? }),
        )
    }

    /// The place after the last theme of a framework.
    pub fn next_theme(&self, framework: i64) -> Result<i64> {
        self.one("SELECT coalesce(max(ord) + 1, 0) FROM theme WHERE framework = ?1", [framework], |r| r.get(0))
    }

    /// The live theme of that name in a framework.
    pub fn theme_in(&self, framework: i64, name: &str) -> Result<Option<Brief>> {
        let sql = "SELECT t.rid FROM theme t JOIN item i ON i.rid = t.rid AND i.life = 0 WHERE t.framework = ?1 AND t.name = ?2 COLLATE NOCASE";
        let found = self.all(sql, (framework, name), |r| r.get::<_, i64>(0))?;
        found.into_iter().next().map(|rid| self.brief(rid)).transpose()
    }

    /// Whether a live crosswalk ties two themes, from whichever side.
    pub fn crosswalk_between(&self, a: i64, b: i64) -> Result<bool> {
        let sql = "SELECT count(*) FROM crosswalk x JOIN item i ON i.rid = x.rid AND i.life = 0 WHERE (x.theme = ?1 AND x.other = ?2) OR (x.theme = ?2 AND x.other = ?1)";
        Ok(self.count(sql, (a, b))? > 0)
    }

    /// Whether crosswalks say that a theme lies within another: `Some(true)` strictly, `Some(false)` as its equal.
    pub fn lies_within(&self, theme: i64, other: i64) -> Result<Option<bool>> {
        const LIVE: &str = "JOIN item i ON i.rid = x.rid AND i.life = 0";
        let sql = format!(
            "WITH RECURSIVE up(rid, strict) AS (VALUES(?1, 0)
               UNION SELECT x.other, max(u.strict, x.kind = 'subset') FROM up u JOIN crosswalk x ON x.theme = u.rid AND x.kind IN ('equal', 'subset') {LIVE}
               UNION SELECT x.theme, max(u.strict, x.kind = 'superset') FROM up u JOIN crosswalk x ON x.other = u.rid AND x.kind IN ('equal', 'superset') {LIVE})
             SELECT max(strict) FROM up WHERE rid = ?2"
        );
        self.one(&sql, (theme, other), |r| r.get(0))
    }

    /// The name of a theme or framework as people say it.
    pub(crate) fn theme_reference(&self, rid: i64, kind: Kind) -> Result<String> {
        let sql = match kind {
            Kind::Framework => "SELECT name FROM framework WHERE rid = ?1",
            Kind::Theme => {
                "SELECT f.name || ': ' || t.name FROM theme t JOIN framework f ON f.rid = t.framework WHERE t.rid = ?1"
            }
            _ => return Err(Error::Value(format!("a theme that is a {}", kind.table()))),
        };
        self.one(sql, [rid], |r| r.get(0))
    }
}
