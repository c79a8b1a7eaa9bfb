//! The names in a filter: actors with all that stands under them, sources, themes through their crosswalks, series, and
//! the user's own fields; and where a name stands that nobody bears.
//!
//! Does not translate a filter; `filter` does.

use crate::{Error, Reader, Result};
use followthrough_model::filter::{Filter, FilterField as F, FilterProblem, Group, OwnField, Test};
use followthrough_model::vocabulary::{CustomKind, ListKind};
use followthrough_model::{Day, Kind, parse_day};
use rusqlite::types::Value;
use std::collections::HashMap;

/// Names that were looked up already.
#[derive(Default)]
pub(crate) struct Names {
    /// The day by whose names an actor alone is meant; nothing: under all that it ever had.
    day: Option<Day>,
    own: HashMap<String, (i64, CustomKind)>,
}

/// What the rows of a list are.
pub(crate) const fn kind_of(list: ListKind) -> Kind {
    match list {
        ListKind::Commitments => Kind::Commitment,
        ListKind::Recommendations => Kind::Recommendation,
        ListKind::Actors => Kind::Actor,
        ListKind::Sources => Kind::Source,
    }
}

impl Names {
    /// Names as they were by the day that is asked about, `:day`.
    pub(crate) fn by(values: &[(String, Value)]) -> Self {
        let day = values.iter().find_map(|(name, value)| match value {
            Value::Text(day) if name == ":day" => parse_day(day).ok(),
            _ => None,
        });
        Self { day, own: HashMap::new() }
    }

    /// The user's own field of that name: its row and what it holds.
    pub(crate) fn own(&mut self, r: &Reader<'_>, name: &str, list: ListKind) -> Result<(i64, CustomKind)> {
        if let Some(known) = self.own.get(name) {
            return Ok(*known);
        }
        let found = r.own_of(name, list)?;
        self.own.insert(name.to_owned(), found);
        Ok(found)
    }

    /// Row numbers of actors with those under them; `NAME!` is an actor without them.
    pub(crate) fn actors(&self, r: &Reader<'_>, names: &[String]) -> Result<Vec<i64>> {
        let mut all = Vec::new();
        for name in names {
            let (name, alone) = name.strip_suffix('!').map_or((name.as_str(), false), |name| (name, true));
            let actor = r.find(name, &[Kind::Actor])?.at.rid;
            all.extend(if alone {
                r.actor_names(actor, self.day.or(Day::from_ymd_opt(9999, 12, 31)).unwrap_or_default())?
            } else {
                r.family(actor)?
            });
        }
        all.sort_unstable();
        all.dedup();
        Ok(all)
    }

    /// [`Names::actors`], with commas between.
    pub(crate) fn said(&self, r: &Reader<'_>, names: &[String]) -> Result<String> {
        Ok(self.actors(r, names)?.iter().map(i64::to_string).collect::<Vec<_>>().join(", "))
    }

    /// The row numbers that names of a field mean; nothing where they are texts.
    pub(crate) fn rids(&self, r: &Reader<'_>, field: &F, names: &[String]) -> Result<Option<Vec<i64>>> {
        Ok(match field {
            F::Lead | F::Escalated | F::By | F::Asked | F::Decided | F::Silent => Some(self.actors(r, names)?),
            F::Source | F::Theme | F::Framework | F::Series => {
                let mut all = Vec::new();
                for name in names {
                    all.extend(r.named_rids(field, name)?);
                }
                Some(all)
            }
            _ => None,
        })
    }
}

impl Reader<'_> {
    fn named_rids(&self, field: &F, name: &str) -> Result<Vec<i64>> {
        if *field == F::Theme {
            // A name that several frameworks have means all of them.
            let mut all = Vec::new();
            for theme in self.themes_named(name, &[Kind::Theme])? {
                all.extend(self.themes_taken_in(theme.at.rid)?);
            }
            return Ok(all);
        }
        let (sql, kind) = match field {
            F::Framework => (
                "SELECT f.rid FROM framework f CROSS JOIN item i ON i.rid = f.rid AND i.life = 0 WHERE fold(f.name) = fold(?1)",
                None,
            ),
            F::Series => (
                "SELECT g.rid FROM series g CROSS JOIN item i ON i.rid = g.rid AND i.life = 0 WHERE fold(g.title) = fold(?1)",
                Some(Kind::Series),
            ),
            _ => ("SELECT 1 WHERE ?1 IS NULL", Some(Kind::Source)),
        };
        let found = self.all(sql, [name], |row| row.get::<_, i64>(0))?;
        match kind {
            Some(kind) if found.is_empty() => Ok(vec![self.find(name, &[kind])?.at.rid]),
            _ => Ok(found),
        }
    }

    fn own_of(&self, name: &str, list: ListKind) -> Result<(i64, CustomKind)> {
        let found = self.all(
            "SELECT f.rid, f.kind FROM custom_field f JOIN item i ON i.rid = f.rid AND i.life = 0 WHERE fold(f.name) = fold(?1) AND f.list = ?2 LIMIT 1",
            (name, list.as_str()),
            |r| Ok((r.get(0)?, super::value::word(r, 1)?)),
        )?;
        found.into_iter().next().ok_or_else(|| {
            Error::refuse("filter", format!("There is no field “{name}” of {list}. Define it first, or choose another."))
        })
    }

    /// The fields that the user defined for a list, as a filter must know them.
    pub fn own_fields(&self, list: ListKind) -> Result<Vec<OwnField>> {
        self.all(
            "SELECT f.name, f.kind, f.choices FROM custom_field f JOIN item i ON i.rid = f.rid AND i.life = 0 WHERE f.list = ?1 ORDER BY f.ord, f.rid",
            [list.as_str()],
            |r| {
                let choices: Option<String> = r.get(2)?;
                let choices = choices.unwrap_or_default().lines().map(str::to_owned).collect();
                Ok(OwnField { name: r.get(0)?, kind: super::value::word(r, 1)?, choices })
            },
        )
    }

    /// The row of the user's own field by which a list is grouped, if it is by one.
    pub(crate) fn own_field(&self, group: &Group, list: ListKind) -> Result<Option<i64>> {
        match group {
            Group::Own(name) => Ok(Some(self.own_of(name, list)?.0)),
            Group::By(_) => Ok(None),
        }
    }
}

/// Refuses a name that nobody bears, with its place in the text.
pub(crate) fn check(r: &Reader<'_>, text: &str, filter: &Filter) -> Result<()> {
    let names = Names::default();
    let asked = filter.terms.iter().flat_map(|t| t.any_of.iter().map(move |test| (&t.field, test)));
    for (field, test) in asked {
        let Test::Texts(texts) = test else { continue };
        for name in texts {
            let one = std::slice::from_ref(name);
            let found = match field {
                F::Actor => names.actors(r, one).map(Some),
                field => names.rids(r, field, one),
            };
            let sentence = match found {
                Ok(Some(rids)) if rids.is_empty() => {
                    format!("There is no {field} “{name}”. Write the name as the lists show it.")
                }
                Ok(_) => continue,
                Err(no @ (Error::Unknown { .. } | Error::Ambiguous { .. } | Error::Refused(_))) => no.to_string(),
                Err(other) => return Err(other),
            };
            let at = text.find(name.as_str()).unwrap_or(0);
            let place = text[..at].chars().count() + 1;
            return Err(Error::Filter(FilterProblem { place, len: name.chars().count(), sentence }));
        }
    }
    Ok(())
}
