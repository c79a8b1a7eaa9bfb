//! What a filter means in SQL: one table, field by field, for every list.
//!
//! A field of commitments asked of recommendations means: one of its commitments has it; the reverse: one that it
//! answers has it. Facts that are dated (status, lead, due) are those of the day asked about; the rest is as it is now.
//! Names are looked up in `filter_names`, words in `filter_words`. Does not read the text of a filter; the model does.

use super::filter_actors::{DECIDED, SILENT, UNDERTOOK, of_actors, part};
use super::filter_names::Names;
use super::leading::open_status;
use super::queues::{fill, fill_with, queue, queues_of};
use super::row::When;
use crate::{Error, Reader, Result};
use followthrough_model::Day;
use followthrough_model::filter::{Filter, FilterField as F, Term, Test, statuses};
use followthrough_model::vocabulary::{CustomKind, ListKind, Queue};
use rusqlite::types::Value;

/// What a field is a fact of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// Of commitments `c` with dated columns `{k}`.
    Commitment,
    /// Of recommendations `r`.
    Recommendation,
    /// Of the rows of the list themselves: `{rid}`.
    Item,
}

/// Where it stands.
enum Stands {
    /// In a column or an expression; nothing where there is none.
    Column(String),
    /// In a column of further rows, named without the word SELECT: `(column, FROM … WHERE …)`.
    Rows(&'static str, String),
}

fn stands(field: &F, list: ListKind, own: Option<i64>) -> (Of, Stands) {
    use Of::{Commitment as C, Item as I, Recommendation as R};
    let column = |of, sql: &str| (of, Stands::Column(sql.to_owned()));
    let rows = |of, column, from: &str| (of, Stands::Rows(column, from.to_owned()));
    let of_source = |name: &str| {
        let rid = if list == ListKind::Sources { "{rid}" } else { "r.source" };
        (
            if list == ListKind::Sources { I } else { R },
            Stands::Column(format!("(SELECT s.{name} FROM source s WHERE s.rid = {rid})")),
        )
    };
    match field {
        F::Source if list == ListKind::Sources => column(I, "{rid}"),
        F::Source => column(R, "r.source"),
        F::Publisher => of_source("publisher"),
        F::Standing => of_source("standing"),
        F::Theme => rows(R, "x.theme", "FROM theme_of x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 WHERE x.of = r.rid"),
        F::Framework => rows(
            R,
            "t.framework",
            "FROM theme_of x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 JOIN theme t ON t.rid = x.theme WHERE x.of = r.rid",
        ),
        F::Lead => column(C, "{k}.lead"),
        F::By => column(C, UNDERTOOK),
        F::Asked => rows(R, "x.actor", "FROM addressee x WHERE x.recommendation = r.rid AND x.live = 1"),
        F::Decided => rows(R, "d.actor", &format!("{DECIDED} WHERE d.recommendation = r.rid AND d.on_day <= :day")),
        F::Silent => rows(R, "x.actor", &format!("FROM addressee x WHERE x.recommendation = r.rid AND x.live = 1 AND {SILENT}")),
        F::Level if list == ListKind::Actors => column(I, "(SELECT l.level FROM actor l WHERE l.rid = {rid})"),
        F::Level if list == ListKind::Commitments => column(C, "(SELECT l.level FROM actor l WHERE l.rid = {k}.lead)"),
        F::Level => {
            rows(R, "l.level", "FROM addressee x JOIN actor l ON l.rid = x.actor WHERE x.recommendation = r.rid AND x.live = 1")
        }
        F::Kind => column(C, "c.kind"),
        F::Status => column(C, "{k}.status"),
        F::Health => column(C, "c.health"),
        F::Reach => column(C, "c.reach"),
        F::Priority => column(R, "r.priority"),
        F::Aim => column(R, "r.aim"),
        F::Force => column(R, "r.force"),
        F::Contested => column(R, "r.contested"),
        F::Decision => rows(R, "x.decision", "FROM addressee x WHERE x.recommendation = r.rid AND x.live = 1"),
        F::Verdict => column(
            C,
            "(SELECT v.verdict FROM verification v JOIN item vi ON vi.rid = v.rid AND vi.life = 0
              WHERE v.commitment = c.rid AND v.occurrence IS NULL ORDER BY v.on_day DESC, v.stamp DESC LIMIT 1)",
        ),
        F::Due => column(C, "{k}.due_by"),
        F::Original => column(C, "{k}.due_first"),
        F::Made => column(C, "c.made_on"),
        F::Updated => column(C, "{updated}"),
        F::Slips => column(C, "nullif({k}.slips, 0)"),
        F::Evidence => column(C, "nullif(c.evidence_n, 0)"),
        F::Obstacle => column(
            C,
            "(SELECT u.obstacle_kind FROM update_ u JOIN item ui ON ui.rid = u.rid AND ui.life = 0
              WHERE u.commitment = c.rid ORDER BY u.on_day DESC, u.stamp DESC LIMIT 1)",
        ),
        F::Escalated => {
            rows(C, "u.escalated_to", "FROM update_ u JOIN item ui ON ui.rid = u.rid AND ui.life = 0 WHERE u.commitment = c.rid")
        }
        F::Practice => {
            rows(C, "u.practice", "FROM update_ u JOIN item ui ON ui.rid = u.rid AND ui.life = 0 WHERE u.commitment = c.rid")
        }
        F::Series => column(C, "c.series"),
        F::Handler => column(C, "c.handler"),
        F::Drafted => column(C, "nullif(c.drafted, 0)"),
        F::Private => column(I, "(SELECT nullif(i.private, 0) FROM item i WHERE i.rid = {rid})"),
        F::Flagged => rows(I, "f.on_day", "FROM flag f JOIN item fi ON fi.rid = f.rid AND fi.life = 0 WHERE f.of = {rid}"),
        F::Own(_) => (
            I,
            Stands::Rows(
                "v.value",
                format!(
                    "FROM custom_value v JOIN item vi ON vi.rid = v.rid AND vi.life = 0 WHERE v.of = {{rid}} AND v.field = {}",
                    own.unwrap_or(0)
                ),
            ),
        ),
        // These have their own SQL; see `special`.
        F::Text | F::Actor | F::Queue | F::Ref => column(I, "{rid}"),
    }
}

/// A filter on its way into SQL.
pub(crate) struct Translation<'r, 'c> {
    pub reader: &'r Reader<'c>,
    pub list: ListKind,
    pub when: When,
    pub names: Names,
    pub values: &'r mut Vec<(String, Value)>,
    pub look: Look,
}

/// How what is not a fact of the list's own rows is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    /// All rows that have it are found first: for those who go over the whole list.
    Whole,
    /// At each row anew: for those who stop at the first few.
    Each,
}

impl Reader<'_> {
    /// What must hold of the rows of a list, which are `c`, `r`, `a` or `s`: one condition a term.
    pub(crate) fn conditions(
        &self,
        filter: &Filter,
        list: ListKind,
        when: When,
        look: Look,
        values: &mut Vec<(String, Value)>,
    ) -> Result<Vec<String>> {
        let mut into = Translation { reader: self, list, when, names: Names::by(values), values, look };
        filter.terms.iter().map(|term| into.term(term)).collect()
    }
}

impl Translation<'_, '_> {
    fn term(&mut self, term: &Term) -> Result<String> {
        let any: Vec<String> = term.any_of.iter().map(|test| self.test(&term.field, test)).collect::<Result<_>>()?;
        let any = if any.len() == 1 { any.concat() } else { format!("({})", any.join(" OR ")) };
        Ok(if term.negated { format!("NOT ifnull({any}, 0)") } else { any })
    }

    fn test(&mut self, field: &F, test: &Test) -> Result<String> {
        if let Some(sql) = self.special(field, test)? {
            return Ok(sql);
        }
        let own = match field {
            F::Own(name) => Some(self.names.own(self.reader, name, self.list)?),
            _ => None,
        };
        let (of, stands) = stands(field, self.list, own.map(|(rid, _)| rid));
        // Nothing is there: not, that anything is.
        if matches!(test, Test::None) {
            let any = self.holds(of, stands, &Test::Any, field, None)?;
            return Ok(format!("NOT {any}"));
        }
        self.holds(of, stands, test, field, own.map(|(_, kind)| kind))
    }

    fn holds(&mut self, of: Of, stands: Stands, test: &Test, field: &F, kind: Option<CustomKind>) -> Result<String> {
        let sql = match stands {
            Stands::Column(column) => self.compare(&column, test, field, kind)?,
            Stands::Rows(column, from) => {
                let test = self.compare(column, test, field, kind)?;
                format!("EXISTS (SELECT 1 {from} AND {test})")
            }
        };
        Ok(self.across(of, &sql))
    }

    /// A condition on another kind of row than the list's, as one on the list's.
    fn across(&self, of: Of, sql: &str) -> String {
        // CROSS: from the rows that the condition is about, not from all items that are not in the bin.
        const LIVE: &str = "CROSS JOIN item xai ON xai.rid = xa.rid AND xai.life = 0";
        let when = self.when;
        let filled = |sql: &str, list| {
            let sql = sql.replace("{updated}", &when.last_update(":day"));
            fill(&sql, list, when)
        };
        match (of, self.list, self.look) {
            (Of::Commitment, ListKind::Recommendations, Look::Whole) => format!(
                "r.rid IN (SELECT xa.recommendation FROM commitment c {} CROSS JOIN answer xa ON xa.commitment = c.rid {LIVE} WHERE {} AND {})",
                when.join(":day"),
                when.live(),
                filled(sql, ListKind::Commitments)
            ),
            (Of::Commitment, ListKind::Recommendations, Look::Each) => format!(
                "EXISTS (SELECT 1 FROM answer xa {LIVE} CROSS JOIN commitment c ON c.rid = xa.commitment {} WHERE xa.recommendation = r.rid AND {} AND {})",
                when.join(":day"),
                when.live(),
                filled(sql, ListKind::Commitments)
            ),
            (Of::Recommendation, ListKind::Commitments, Look::Whole) => format!(
                "c.rid IN (SELECT xa.commitment FROM recommendation r CROSS JOIN answer xa ON xa.recommendation = r.rid {LIVE} WHERE {})",
                filled(sql, ListKind::Recommendations)
            ),
            (Of::Recommendation, ListKind::Commitments, Look::Each) => format!(
                "EXISTS (SELECT 1 FROM answer xa {LIVE} CROSS JOIN recommendation r ON r.rid = xa.recommendation WHERE xa.commitment = c.rid AND {})",
                filled(sql, ListKind::Recommendations)
            ),
            (_, ListKind::Actors, _) => filled(&sql.replace("{rid}", "a.rid"), self.list),
            (_, ListKind::Sources, _) => filled(&sql.replace("{rid}", "s.rid"), self.list),
            _ => filled(sql, self.list),
        }
    }

    pub(super) fn bound(&mut self, value: Value) -> String {
        let name = format!(":f{}", self.values.len());
        self.values.push((name.clone(), value));
        name
    }

    fn compare(&mut self, column: &str, test: &Test, field: &F, kind: Option<CustomKind>) -> Result<String> {
        Ok(match test {
            Test::Any | Test::None => format!("{column} IS NOT NULL"),
            Test::Words(words) => {
                let words: Vec<&str> = match field {
                    F::Status => {
                        if let Some(open) = open_status(words).filter(|_| self.when.is_now()) {
                            return Ok(open);
                        }
                        statuses(words).iter().map(|s| s.as_str()).collect()
                    }
                    _ => words.clone(),
                };
                format!("{column} IN ('{}')", words.join("', '")) // words of our own lists
            }
            Test::Texts(texts) => {
                if let Some(rids) = self.names.rids(self.reader, field, texts)? {
                    let rids: Vec<String> = rids.iter().map(i64::to_string).collect();
                    return Ok(format!("{column} IN ({})", rids.join(", ")));
                }
                let me = matches!(field, F::Handler);
                let tests: Vec<String> = texts
                    .iter()
                    .map(|text| match text.as_str() {
                        "me" if me => format!("{column} = :me"),
                        text => {
                            let bound = self.bound(Value::Text(text.to_owned()));
                            if *field == F::Publisher {
                                format!("instr(fold({column}), fold({bound})) > 0")
                            } else {
                                format!("fold({column}) = fold({bound})")
                            }
                        }
                    })
                    .collect();
                format!("({})", tests.join(" OR "))
            }
            Test::Days { from, to, .. } => {
                let day = |day: &Option<Day>| day.map(|d| Value::Text(d.to_string()));
                self.between(column, day(from), day(to))
            }
            Test::Numbers { from, to, .. } => {
                let column = match kind {
                    Some(_) => format!("CAST({column} AS REAL)"),
                    None => format!("ifnull({column}, 0)"),
                };
                self.between(&column, from.map(Value::Real), to.map(Value::Real))
            }
        })
    }

    fn between(&mut self, column: &str, from: Option<Value>, to: Option<Value>) -> String {
        let mut ends = Vec::new();
        for (sign, end) in [(">=", from), ("<=", to)] {
            if let Some(end) = end {
                let bound = self.bound(end);
                ends.push(format!("{column} {sign} {bound}"));
            }
        }
        if ends.is_empty() { format!("{column} IS NOT NULL") } else { format!("({})", ends.join(" AND ")) }
    }

    /// Fields that are more than a comparison.
    fn special(&mut self, field: &F, test: &Test) -> Result<Option<String>> {
        Ok(match (field, test) {
            (F::Text, Test::Texts(texts)) => Some(self.words(texts)?),
            // No response: one that was asked has not decided.
            (F::Decision, Test::None) => Some(self.across(
                Of::Recommendation,
                "EXISTS (SELECT 1 FROM addressee x WHERE x.recommendation = r.rid AND x.live = 1 AND x.decision IS NULL)",
            )),
            (F::Actor, Test::Texts(texts)) => Some(self.part(&format!("IN ({})", self.names.said(self.reader, texts)?))),
            (F::Lead | F::By | F::Asked | F::Decided | F::Silent, Test::Texts(texts)) => {
                let actors = self.names.said(self.reader, texts)?;
                of_actors(field, &actors, self.when.is_now()).map(|(of, sql)| self.across(of, &sql))
            }
            (F::Actor, Test::None) => Some(format!("NOT {}", self.part("IS NOT NULL"))),
            (F::Actor, _) => Some(self.part("IS NOT NULL")),
            (F::Queue, Test::Words(words)) => {
                let known: Vec<String> = words.iter().map(|word| self.queue(word)).collect::<Result<_>>()?;
                Some(format!("({})", known.join(" OR ")))
            }
            (F::Text | F::Queue, _) => Some("1".into()),
            (F::Ref, Test::Texts(texts)) => {
                let any: Vec<String> = texts.iter().map(|text| self.reference(text)).collect();
                Some(format!("({})", any.join(" OR ")))
            }
            (F::Ref, _) => {
                let any = self.across(
                    Of::Item,
                    "EXISTS (SELECT 1 FROM their_ref t JOIN item ti ON ti.rid = t.rid AND ti.life = 0 WHERE t.of = {rid})",
                );
                Some(if matches!(test, Test::None) { format!("NOT {any}") } else { any })
            }
            _ => None,
        })
    }

    /// An actor that is so has a part in it: leads, joins or supports it, or is asked.
    fn part(&self, actor: &str) -> String {
        let (does, asked) = part(actor);
        match self.list {
            ListKind::Actors => format!("a.rid {actor}"),
            _ => format!("({} OR {})", self.across(Of::Commitment, &does), self.across(Of::Recommendation, &asked)),
        }
    }

    fn queue(&self, word: &str) -> Result<String> {
        let asked: Queue = word.parse()?;
        let list = if queues_of(self.list).any(|known| known == asked) {
            self.list
        } else if queues_of(ListKind::Commitments).any(|known| known == asked) {
            ListKind::Commitments
        } else {
            ListKind::Recommendations
        };
        let row = queue(list, asked)?;
        let of = if list == ListKind::Commitments { Of::Commitment } else { Of::Recommendation };
        Ok(format!("({})", self.across(of, &fill_with(row, row.holds, self.when))))
    }

    fn reference(&mut self, text: &str) -> String {
        let bound = self.bound(Value::Text(text.to_owned()));
        let mut any = vec![format!(
            "{{rid}} IN (SELECT t.of FROM their_ref t JOIN item ti ON ti.rid = t.rid AND ti.life = 0 WHERE t.number = {bound} COLLATE NOCASE)"
        )];
        if let Ok(found) = self.reader.find(text, &[super::filter_names::kind_of(self.list)]) {
            any.push(format!("{{rid}} = {}", found.at.rid));
        }
        let item = self.across(Of::Item, &format!("({})", any.join(" OR ")));
        if !matches!(self.list, ListKind::Commitments | ListKind::Recommendations) {
            return item;
        }
        let label = self.across(Of::Recommendation, &format!("r.label = {bound} COLLATE NOCASE"));
        format!("({item} OR {label})")
    }
}

impl Reader<'_> {
    /// The filter that a text means in a list.
    pub fn filter(&self, text: &str, list: ListKind, today: Day) -> Result<Filter> {
        let own = self.own_fields(list)?;
        let reading = followthrough_model::filter::Reading { today, list: Some(list), own: &own };
        let filter = Filter::parse(text, &reading).map_err(Error::Filter)?;
        // Names that nobody bears are told now, with their place.
        super::filter_names::check(self, text, &filter)?;
        Ok(filter)
    }
}
