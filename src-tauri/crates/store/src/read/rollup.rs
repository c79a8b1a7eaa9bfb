//! Recommendations added up for a theme, a source or the whole register: those that say the same count once, and so does a
//! commitment that answers several.
//!
//! Does not say what the figures are divided by; who asks for a rate does.

use super::progress::standing;
use super::themes::{themes_from, themes_through};
use super::value::word;
use crate::{Reader, Result};
use followthrough_model::progress::{ProgressState, Why};
use followthrough_model::{Day, Status};
use rusqlite::{Row, params};
use std::collections::{HashMap, HashSet};

/// How many stand at each state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct States {
    pub not_taken_up: u32,
    pub open: u32,
    pub overdue: u32,
    pub waiting: u32,
    pub suspended: u32,
    pub implemented: u32,
    pub partly: u32,
    pub closed: u32,
    pub overtaken: u32,
}

impl States {
    const fn add(&mut self, state: ProgressState) {
        let counted = match state {
            ProgressState::NotTakenUp => &mut self.not_taken_up,
            ProgressState::Open => &mut self.open,
            ProgressState::Overdue => &mut self.overdue,
            ProgressState::Waiting => &mut self.waiting,
            ProgressState::Suspended => &mut self.suspended,
            ProgressState::Implemented => &mut self.implemented,
            ProgressState::Partly => &mut self.partly,
            ProgressState::Closed => &mut self.closed,
            ProgressState::Overtaken => &mut self.overtaken,
        };
        *counted += 1;
    }
}

/// One line of figures.
#[derive(Debug, Clone, Default, serde::Serialize, ts_rs::TS)]
pub struct Rolled {
    /// Recommendations; a part counts with its whole.
    pub recommendations: u32,
    /// The same with each group of duplicates counted once.
    pub once: u32,
    /// Where those stand that count once. A group stands where the commitments of all its members put it.
    pub states: States,
    /// Commitments that answer them, each once.
    pub commitments: u32,
}

/// What is added up. Nothing given: all.
#[derive(Debug, Clone, Copy, Default)]
pub struct RollupArgs {
    pub source: Option<i64>,
    /// A theme with those that crosswalks lead to.
    pub theme: Option<i64>,
    /// All the themes of a framework, with those that crosswalks lead to.
    pub framework: Option<i64>,
}

/// Which group of duplicates a recommendation is of: named by one of its members.
struct Groups(HashMap<i64, i64>);

impl Groups {
    fn of(&self, mut rid: i64) -> i64 {
        while let Some(up) = self.0.get(&rid) {
            rid = *up;
        }
        rid
    }
}

/// What answers one group of duplicates.
#[derive(Default)]
struct Line {
    counted: Why,
    commitments: HashSet<i64>,
    /// A commitment answers a whole, and so its parts.
    whole: bool,
    parts: HashSet<i64>,
}

impl Line {
    fn why(&self) -> Why {
        Why { parts_untaken: if self.whole { 0 } else { number(self.parts.len()) }, ..self.counted }
    }
}

struct Tally<'a> {
    groups: &'a Groups,
    lines: HashMap<i64, Line>,
}

impl Tally<'_> {
    fn part(&mut self, r: &Row<'_>) -> rusqlite::Result<()> {
        if let Some(line) = self.lines.get_mut(&self.groups.of(r.get(0)?)) {
            line.parts.insert(r.get(1)?);
        }
        Ok(())
    }

    /// Parts come before the answers to them.
    fn answer(&mut self, r: &Row<'_>) -> rusqlite::Result<()> {
        let (whole, asked, commitment): (i64, i64, i64) = (r.get(0)?, r.get(1)?, r.get(2)?);
        if let Some(line) = self.lines.get_mut(&self.groups.of(whole)) {
            line.parts.remove(&asked);
            line.whole |= asked == whole;
            if line.commitments.insert(commitment) {
                line.counted.add(word::<Status>(r, 3)?, r.get(4)?);
            }
        }
        Ok(())
    }
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl Reader<'_> {
    /// The figures of what is asked about, as of a day.
    pub fn rollup(&self, args: &RollupArgs, as_of: Day, today: Day) -> Result<Rolled> {
        let groups = self.duplicates()?;
        let mut scope: HashSet<i64> = self.scope(args)?.into_iter().collect();
        let recommendations = number(scope.len());
        let asked: HashSet<i64> = scope.iter().map(|rid| groups.of(*rid)).collect();
        // What says the same elsewhere was answered for these too.
        let elsewhere = groups.0.keys().copied().filter(|rid| asked.contains(&groups.of(*rid)));
        let twins: Vec<i64> = elsewhere.chain(asked.iter().copied()).filter(|rid| !scope.contains(rid)).collect();
        let all = args.source.is_none() && args.theme.is_none() && args.framework.is_none();
        scope.extend(twins);
        let mut tally = Tally { groups: &groups, lines: asked.iter().map(|group| (*group, Line::default())).collect() };
        let standing = standing(self.when(as_of, today), "?1");
        let parts = "SELECT p.parent, p.rid FROM recommendation p WHERE p.live = 1 AND p.parent IS NOT NULL AND ?1 IS NOT NULL";
        let answers = format!(
            "SELECT coalesce(r.parent, r.rid), r.rid, c.rid, c.status, ifnull(c.due_by < ?1, 0) FROM recommendation r JOIN answer a ON a.recommendation = r.rid
             JOIN item ai ON ai.rid = a.rid AND ai.life = 0 JOIN {standing} c ON c.rid = a.commitment WHERE r.live = 1"
        );
        let day = as_of.to_string();
        if all {
            self.all(parts, [&day], |r| tally.part(r))?;
            self.all(&answers, [&day], |r| tally.answer(r))?;
        } else {
            for rid in &scope {
                self.all(&format!("{parts} AND p.parent = ?2"), params![day, rid], |r| tally.part(r))?;
                self.all(&format!("{answers} AND (r.rid = ?2 OR r.parent = ?2)"), params![day, rid], |r| tally.answer(r))?;
            }
        }
        let mut states = States::default();
        tally.lines.values().for_each(|line| states.add(line.why().state()));
        let commitments: HashSet<i64> = tally.lines.values().flat_map(|line| line.commitments.iter().copied()).collect();
        Ok(Rolled { recommendations, once: number(asked.len()), states, commitments: number(commitments.len()) })
    }

    /// The whole recommendations that are asked about.
    fn scope(&self, args: &RollupArgs) -> Result<Vec<i64>> {
        let themes = match (args.theme, args.framework) {
            (Some(theme), _) => Some((themes_through("?1"), theme)),
            (None, Some(framework)) => Some((themes_from("SELECT rid FROM theme WHERE framework = ?1"), framework)),
            (None, None) => None,
        };
        match themes {
            Some((themes, of)) => self.all(
                &format!(
                    "SELECT DISTINCT w.rid FROM theme_of x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 JOIN recommendation r ON r.rid = x.of AND r.live = 1
                     JOIN recommendation w ON w.rid = coalesce(r.parent, r.rid) AND w.live = 1 WHERE x.theme IN ({themes}) AND ifnull(w.source = ?2, 1)"
                ),
                (of, args.source),
                |r| r.get(0),
            ),
            None => self.all(
                "SELECT rid FROM recommendation WHERE live = 1 AND parent IS NULL AND ifnull(source = ?1, 1)",
                [args.source],
                |r| r.get(0),
            ),
        }
    }

    /// The groups that links of “duplicates” make, of whole recommendations: a part is less than what it says the same as.
    fn duplicates(&self) -> Result<Groups> {
        let links = self.all(
            "SELECT a.rid, b.rid FROM link x JOIN item i ON i.rid = x.rid AND i.life = 0
             JOIN recommendation a ON a.rid = x.of AND a.live = 1 JOIN recommendation b ON b.rid = x.other AND b.live = 1
             WHERE x.kind = 'duplicates' AND a.parent IS NULL AND b.parent IS NULL",
            [],
            |r| Ok((r.get::<_, i64>(0)?, r.get::<_, i64>(1)?)),
        )?;
        let mut groups = Groups(HashMap::new());
        for (a, b) in links {
            let (a, b) = (groups.of(a), groups.of(b));
            if a != b {
                groups.0.insert(a.max(b), a.min(b));
            }
        }
        Ok(groups)
    }
}
