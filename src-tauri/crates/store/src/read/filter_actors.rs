//! What a filter by actors means in SQL: what they lead, undertook, were asked or answered, found from their own rows, which
//! an index has, never by going over a list.
//!
//! Does not look up names; `filter_names` does.

use super::filter::Of;
use followthrough_model::filter::FilterField as F;

pub(super) const DECIDED: &str = "FROM decision d JOIN item di ON di.rid = d.rid AND di.life = 0";
/// Holds of an addressee `x` that gave no answer by the day.
pub(super) const SILENT: &str = "NOT EXISTS (SELECT 1 FROM decision d JOIN item di ON di.rid = d.rid AND di.life = 0
    WHERE d.recommendation = x.recommendation AND d.actor = x.actor AND d.on_day <= :day)";
/// An actor that undertook commitment `c`: its lead, else a joint one.
pub(super) const UNDERTOOK: &str =
    "coalesce({k}.lead, (SELECT x.actor FROM commitment_actor x JOIN item xi ON xi.rid = x.rid AND xi.life = 0
    WHERE x.role = 'joint' AND x.commitment = c.rid LIMIT 1))";
const JOINT: &str = "SELECT x.commitment FROM commitment_actor x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 WHERE x.role = 'joint' AND x.actor";

/// The condition that `actors`, row numbers with commas between, meet a field; and what it is a fact of. `now`: the day
/// asked about is not an earlier one.
pub(super) fn of_actors(field: &F, actors: &str, now: bool) -> Option<(Of, String)> {
    // On an earlier day a stretch says who led; whoever led it ever has a row of its own.
    let ever = format!("SELECT x.commitment FROM commitment_actor x WHERE x.role = 'lead' AND x.actor IN ({actors})");
    let joint = format!("{JOINT} IN ({actors})");
    let asked = |more: &str| {
        format!("r.rid IN (SELECT x.recommendation FROM addressee x WHERE x.live = 1 AND x.actor IN ({actors}){more})")
    };
    let (of, sql) = match (field, now) {
        (F::Lead, true) => (Of::Commitment, format!("c.lead IN ({actors})")),
        (F::Lead, false) => (Of::Commitment, format!("c.rid IN ({ever}) AND k.lead IN ({actors})")),
        (F::By, true) => (
            Of::Commitment,
            format!("c.rid IN (SELECT b.rid FROM commitment b WHERE b.live = 1 AND b.lead IN ({actors}) UNION {joint})"),
        ),
        (F::By, false) => {
            (Of::Commitment, format!("c.rid IN ({ever} UNION {joint}) AND (k.lead IN ({actors}) OR c.rid IN ({joint}))"))
        }
        (F::Asked, _) => (Of::Recommendation, asked("")),
        (F::Silent, _) => (Of::Recommendation, asked(&format!(" AND {SILENT}"))),
        (F::Decided, _) => (
            Of::Recommendation,
            format!("r.rid IN (SELECT d.recommendation {DECIDED} WHERE d.on_day <= :day AND d.actor IN ({actors}))"),
        ),
        _ => return None,
    };
    Some((of, format!("({sql})")))
}

/// What holds of commitments and of recommendations in which an actor that is so has a part.
pub(super) fn part(actor: &str) -> (String, String) {
    (
        format!(
            "({{k}}.lead {actor} OR EXISTS (SELECT 1 FROM commitment_actor x JOIN item xi ON xi.rid = x.rid AND xi.life = 0
               WHERE x.commitment = c.rid AND x.role <> 'lead' AND x.actor {actor}))"
        ),
        format!("EXISTS (SELECT 1 FROM addressee x WHERE x.recommendation = r.rid AND x.live = 1 AND x.actor {actor})"),
    )
}
