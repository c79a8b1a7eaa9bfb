//! An actor under all its names: those merged into it, those that it took over from, those that belong to it. As SQL, to
//! stand in other statements, and as row numbers.
//!
//! Does not decide what may follow, own or be merged into what; the commands refuse circles with the questions at the end.

use super::value::day_opt;
use super::{Named, named};
use crate::{Reader, Result};
use followthrough_model::Day;

/// SQL for a list of row numbers: the actor `who` (a parameter or a column) and those merged into it.
pub(crate) fn same(who: &str) -> String {
    format!(
        "WITH RECURSIVE same(rid) AS (SELECT {who} UNION SELECT a.rid FROM same JOIN actor a ON a.merged_into = same.rid) SELECT rid FROM same"
    )
}

/// SQL for a list of row numbers: the actor `who` under its own name and every name that it had, those from whom it had
/// taken over by the day `day` and those merged into it included.
pub(crate) fn names(who: &str, day: &str) -> String {
    format!(
        "WITH RECURSIVE names(rid) AS (SELECT {who}
           UNION SELECT a.rid FROM names JOIN actor a ON a.merged_into = names.rid
           UNION SELECT a.rid FROM names JOIN actor a ON a.successor = names.rid WHERE ifnull(a.succeeded_on <= {day}, 1)) SELECT rid FROM names"
    )
}

/// SQL for a list of row numbers: the actor `who` with its tree, which is what belongs to it, what was merged into it and
/// those from whom it took over, and of each of these the same.
pub(crate) fn family(who: &str) -> String {
    format!(
        "WITH RECURSIVE family(rid) AS (SELECT {who}
           UNION SELECT a.rid FROM family JOIN actor a ON a.parent = family.rid
           UNION SELECT a.rid FROM family JOIN actor a ON a.merged_into = family.rid
           UNION SELECT a.rid FROM family JOIN actor a ON a.successor = family.rid) SELECT rid FROM family"
    )
}

/// An actor whose name was merged into another.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct Merged {
    pub actor: Named,
    pub why: Option<String>,
}

impl Reader<'_> {
    /// The actor with its tree: itself, those that belong to it, those merged into it, those from whom it took over.
    pub fn family(&self, rid: i64) -> Result<Vec<i64>> {
        self.all(&family("?1"), [rid], |r| r.get(0))
    }

    /// The actor under its own name and every name that it had by a day.
    pub fn actor_names(&self, rid: i64, as_of: Day) -> Result<Vec<i64>> {
        self.all(&names("?1", "?2"), (rid, as_of.to_string()), |r| r.get(0))
    }

    /// The actor that it was merged into in the end; itself where it was not.
    pub fn merged_to(&self, rid: i64) -> Result<i64> {
        let mut at = rid;
        // A circle is refused when it is entered; a broken file must not hang.
        for _ in 0..64 {
            let into: Option<i64> = self.one("SELECT merged_into FROM actor WHERE rid = ?1", [at], |r| r.get(0))?;
            match into {
                Some(next) => at = next,
                None => break,
            }
        }
        Ok(at)
    }

    /// Those merged into an actor, directly.
    pub(crate) fn merged(&self, into: i64) -> Result<Vec<Merged>> {
        let found = self.all(
            "SELECT i.id, a.short, a.name, a.merged_why FROM actor a JOIN item i ON i.rid = a.rid AND i.life = 0 WHERE a.merged_into = ?1 ORDER BY a.name",
            [into],
            |r| Ok((named(r, 0)?, r.get(3)?)),
        )?;
        Ok(found.into_iter().filter_map(|(actor, why)| Some(Merged { actor: actor?, why })).collect())
    }

    /// Whether `actor` is `above` or stands under it, by parents and by what these were merged into: for refusing circles.
    pub fn stands_under(&self, actor: i64, above: i64) -> Result<bool> {
        Ok(self
            .conn
            .prepare_cached(
                "WITH RECURSIVE up(rid) AS (SELECT ?1
                   UNION SELECT a.parent FROM up JOIN actor a ON a.rid = up.rid WHERE a.parent IS NOT NULL
                   UNION SELECT a.merged_into FROM up JOIN actor a ON a.rid = up.rid WHERE a.merged_into IS NOT NULL) SELECT 1 FROM up WHERE rid = ?2",
            )?
            .exists((actor, above))?)
    }

    /// Whether `actor` is `later` or was, in however many steps, followed by it: for refusing circles.
    pub fn is_followed_by(&self, actor: i64, later: i64) -> Result<bool> {
        Ok(self
            .conn
            .prepare_cached(
                "WITH RECURSIVE next(rid) AS (SELECT ?1
                   UNION SELECT a.successor FROM next JOIN actor a ON a.rid = next.rid WHERE a.successor IS NOT NULL
                   UNION SELECT a.merged_into FROM next JOIN actor a ON a.rid = next.rid WHERE a.merged_into IS NOT NULL) SELECT 1 FROM next WHERE rid = ?2",
            )?
            .exists((actor, later))?)
    }

    /// The actor that an actor belongs to.
    pub fn parent_of(&self, rid: i64) -> Result<Option<i64>> {
        self.one("SELECT parent FROM actor WHERE rid = ?1", [rid], |r| r.get(0))
    }

    /// The successor of an actor and the day on which it took over.
    pub fn succession(&self, rid: i64) -> Result<(Option<i64>, Option<Day>)> {
        self.one("SELECT successor, succeeded_on FROM actor WHERE rid = ?1", [rid], |r| Ok((r.get(0)?, day_opt(r, 1)?)))
    }
}
