//! Rates with what they are out of: how many recommendations were accepted, how many of those are implemented, and where
//! the commitments stand. Every figure carries the filter whose list it counts.
//!
//! A whole and each of its parts count as one recommendation, as in the lists; one that several were asked is counted
//! under the decision of each. What is overtaken by events stands apart and is in no denominator. Groups are made of the
//! filter's own terms, so that a recommendation under two leads stands in both. Does not say what a term means; `filter`
//! does.

use super::filter::Look;
use super::listing::{Asked, ListArgs, bind};
use crate::{Reader, Result};
use followthrough_model::filter::{Filter, FilterField, Group as GroupBy, GroupBy as By, Takes, Term, Test};
use followthrough_model::vocabulary::{ListKind, Queue};
use followthrough_model::{Day, Kind, Status};
use rusqlite::types::Value;

/// A number with the list that it counts.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct Figure {
    /// What is counted; of commitments their statuses.
    pub name: String,
    pub n: u32,
    /// The figure that it is out of, by its name; nothing: it is out of none.
    pub of_name: Option<String>,
    /// Its number.
    pub of: Option<u32>,
    /// Out of a thousand; nothing where there is nothing to be out of.
    pub permille: Option<u32>,
    /// The list that shows what is counted.
    pub list: ListKind,
    /// With this filter.
    pub filter: String,
}

/// The figures of what has something in common.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct RatesGroup {
    /// A word, a month, a reference; nothing: they have none.
    pub key: Option<String>,
    /// The same as people read it, where that is not the key.
    pub name: Option<String>,
    pub figures: Vec<Figure>,
}

/// Rates as of a day.
#[derive(Debug, Clone, Default, serde::Serialize, ts_rs::TS)]
pub struct RatesReply {
    pub as_of: Day,
    /// Of everything that the filter admits.
    pub figures: Vec<Figure>,
    /// One page of groups, without those in which nothing is counted. They can overlap.
    pub groups: Vec<RatesGroup>,
    /// Groups on all pages, those with nothing in them included.
    pub groups_total: u32,
}

/// What rates are asked of.
#[derive(Debug, Clone, Copy)]
pub struct RatesArgs<'a> {
    pub as_of: Day,
    /// The machine's day.
    pub today: Day,
    /// As typed, for recommendations.
    pub filter: &'a str,
    pub group: Option<&'a GroupBy>,
    pub limit: u32,
    pub offset: u32,
}

/// A figure before it is counted: name, filter, what it is out of.
type Line = (String, String, Option<&'static str>);

const ACCEPTED: &str = "decision:accepted,accepted_in_part,accepted_in_principle";

fn lines(list: ListKind) -> Vec<Line> {
    let line = |name: &str, filter: String, of| (name.to_owned(), filter, of);
    if list == ListKind::Commitments {
        let whole = line("commitments", String::new(), None);
        let by_status = Status::ALL.iter().map(|s| line(s.as_str(), format!("status:{s}"), Some("commitments")));
        return std::iter::once(whole).chain(by_status).collect();
    }
    let others: Vec<&str> = Status::ALL.iter().filter(|s| **s != Status::OvertakenByEvents).map(|s| s.as_str()).collect();
    let others = others.join(",");
    let all = Some("recommendations");
    let accepted = |more: &str| format!("{ACCEPTED} {more}");
    vec![
        line("recommendations", String::new(), None),
        line("accepted", ACCEPTED.to_owned(), all),
        line("overtaken_by_events", accepted(&format!("status:overtaken_by_events -status:{others}")), None),
        // The rest of those accepted: nothing answers it yet, or something that was not overtaken.
        line("to_implement", accepted(&format!("status:{others},none")), None),
        line(
            "implemented",
            accepted(
                "status:implemented -status:open,waiting,suspended,partially_implemented_no_further_action,closed_without_implementation",
            ),
            Some("to_implement"),
        ),
        line("not_taken_up", accepted("status:none"), Some("to_implement")),
        line("no_response", "decision:none".to_owned(), all),
        line("declined", "decision:not_accepted".to_owned(), all),
        line("not_applicable", "decision:not_applicable".to_owned(), all),
        line("noted", "decision:noted".to_owned(), all),
        line("under_consideration", "decision:under_consideration".to_owned(), all),
    ]
}

/// A group before it is counted.
struct Shared {
    key: Option<String>,
    name: Option<String>,
    /// Its term.
    term: String,
}

fn permille(n: u32, of: u32) -> Option<u32> {
    // Rounded: half of what it is out of goes in first.
    (u64::from(n) * 1000 + u64::from(of) / 2).checked_div(u64::from(of)).and_then(|rate| u32::try_from(rate).ok())
}

fn joined(parts: &[&Filter]) -> Filter {
    Filter { terms: parts.iter().flat_map(|part| part.terms.iter().cloned()).collect() }
}

impl Reader<'_> {
    /// Rates of what a filter admits, and of its groups.
    pub fn rates(&self, args: &RatesArgs<'_>) -> Result<RatesReply> {
        let asked = self.filter(args.filter, ListKind::Recommendations, args.today)?;
        let shared = args.group.map_or_else(|| Ok(Vec::new()), |group| self.shared(group, &asked, args))?;
        let mut reply = RatesReply {
            as_of: args.as_of,
            groups_total: u32::try_from(shared.len()).unwrap_or(u32::MAX),
            ..RatesReply::default()
        };
        let page = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
        let shared: Vec<Shared> = shared.into_iter().skip(page(args.offset)).take(page(args.limit)).collect();
        let own = |field: &FilterField| matches!(field, FilterField::Own(_));
        // A field of the user's own belongs to one list.
        let both = !asked.terms.iter().any(|term| own(&term.field)) && !matches!(args.group, Some(GroupBy::Own(_)));
        let lists = [ListKind::Recommendations, ListKind::Commitments];
        let mut all = vec![Vec::new(); shared.len() + 1];
        for list in lists.into_iter().take(if both { 2 } else { 1 }) {
            for (into, figures) in all.iter_mut().zip(self.figures(list, args, &shared)?) {
                into.extend(figures);
            }
        }
        let mut all = all.into_iter();
        reply.figures = all.next().unwrap_or_default();
        let groups = all.zip(shared).map(|(figures, of)| RatesGroup { key: of.key, name: of.name, figures });
        reply.groups = groups.filter(|group| group.figures.iter().any(|figure| figure.n > 0)).collect();
        Ok(reply)
    }

    /// The figures of one list: of all, then of each group.
    fn figures(&self, list: ListKind, args: &RatesArgs<'_>, shared: &[Shared]) -> Result<Vec<Vec<Figure>>> {
        let read = |text: &str| self.filter(text, list, args.today);
        let base = read(args.filter)?;
        let lines = lines(list);
        let counted = lines.iter().map(|(_, text, _)| read(text)).collect::<Result<Vec<_>>>()?;
        let groups = shared.iter().map(|group| read(&group.term)).collect::<Result<Vec<_>>>()?;
        let whole = ListArgs { filter: Some(&base), ..ListArgs::of(list, Queue::All, args.as_of, args.today) };
        let tallies = self.tally(&whole, &counted, &groups)?;
        let everything = Filter::default();
        let of_groups = std::iter::once(&everything).chain(&groups);
        let figures = |(group, numbers): (&Filter, Vec<u32>)| {
            let number = |name: &str| lines.iter().position(|line| line.0 == name).and_then(|at| numbers.get(at).copied());
            lines
                .iter()
                .zip(&counted)
                .zip(&numbers)
                .map(|(((name, _, of_name), own), n)| {
                    let of = of_name.and_then(number);
                    Figure {
                        name: name.clone(),
                        n: *n,
                        of_name: of_name.map(str::to_owned),
                        of,
                        permille: of.and_then(|of| permille(*n, of)),
                        list,
                        filter: joined(&[&base, group, own]).to_string(),
                    }
                })
                .collect()
        };
        Ok(of_groups.zip(tallies).map(figures).collect())
    }

    /// How many rows each filter admits, of all and of each group, in one go over the list.
    fn tally(&self, args: &ListArgs<'_>, counted: &[Filter], groups: &[Filter]) -> Result<Vec<Vec<u32>>> {
        let Asked { when, from, only, mut values, .. } = self.translated(args)?;
        let mut columns = Vec::new();
        for (n, filter) in counted.iter().chain(groups).enumerate() {
            let holds = self.conditions(filter, args.list, when, Look::Whole, &mut values)?;
            let holds = if holds.is_empty() { "1".to_owned() } else { holds.join(" AND ") };
            columns.push(format!("ifnull(({holds}), 0) AS x{n}"));
        }
        let sums = |group: Option<usize>| {
            let of = move |n: usize| group.map_or_else(|| format!("sum(x{n})"), |g| format!("sum(x{n} AND x{g})"));
            (0..counted.len()).map(of)
        };
        let all = std::iter::once(None).chain((counted.len()..columns.len()).map(Some)).flat_map(sums);
        // The limit keeps SQLite from asking each condition again in every sum.
        let sql = format!(
            "SELECT {} FROM (SELECT {} FROM {from} WHERE {only} LIMIT -1)",
            all.collect::<Vec<_>>().join(", "),
            columns.join(", ")
        );
        let mut statement = self.conn.prepare(&sql)?;
        bind(&mut statement, &values)?;
        let mut rows = statement.raw_query();
        let mut out = vec![vec![0; counted.len()]; groups.len() + 1];
        if let Some(row) = rows.next()? {
            for (at, n) in out.iter_mut().flatten().enumerate() {
                *n = row.get::<_, Option<u32>>(at)?.unwrap_or(0);
            }
        }
        Ok(out)
    }

    /// What rows can have in common, each as a term; what has nothing in common last.
    fn shared(&self, group: &GroupBy, asked: &Filter, args: &RatesArgs<'_>) -> Result<Vec<Shared>> {
        let field = match group {
            GroupBy::Own(name) => FilterField::Own(name.clone()),
            GroupBy::By(By::Month) => FilterField::Due,
            GroupBy::By(by) => FilterField::named(by.as_str()).map_or(FilterField::Text, |row| row.field.clone()),
        };
        let term = |name: &str| {
            let any_of = vec![Test::Texts(vec![name.to_owned()])];
            Term { negated: false, field: field.clone(), any_of }.to_string()
        };
        let mut out = Vec::new();
        match (group, field.row().map(|row| row.takes)) {
            (_, Some(Takes::Words(words))) => {
                // Several statuses have a word of their own in a filter; here each stands alone.
                let several = ["open", "waiting", "closed"];
                let single = words().into_iter().filter(|word| *group != GroupBy::By(By::Status) || !several.contains(word));
                out.extend(single.map(|word| Shared { key: Some(word.to_owned()), name: None, term: format!("{field}:{word}") }));
            }
            (GroupBy::By(By::Theme), _) => {
                let themes = self.all(
                    "SELECT t.name, f.name FROM theme t JOIN item i ON i.rid = t.rid AND i.life = 0 JOIN framework f ON f.rid = t.framework
                     WHERE EXISTS (SELECT 1 FROM theme_of x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 WHERE x.theme = t.rid)
                     ORDER BY f.name, t.name, t.rid",
                    [],
                    |r| Ok((r.get::<_, String>(0)?, r.get::<_, String>(1)?)),
                )?;
                for (name, framework) in themes {
                    let said = if self.themes_named(&name, &[Kind::Theme])?.len() == 1 {
                        name.clone()
                    } else {
                        format!("{framework}: {name}")
                    };
                    let term = term(&said);
                    out.push(Shared { key: Some(said), name: Some(name), term });
                }
            }
            (GroupBy::Own(_), _) => {
                let own = self.own_field(group, ListKind::Recommendations)?;
                let values = self.all(
                    "SELECT v.value FROM custom_value v JOIN item i ON i.rid = v.rid AND i.life = 0 WHERE v.field = ?1 GROUP BY 1 ORDER BY count(*) DESC, 1",
                    [own],
                    |r| r.get::<_, String>(0),
                )?;
                out.extend(values.into_iter().map(|value| Shared { term: term(&value), key: Some(value), name: None }));
            }
            _ => {
                let of = |list| ListArgs {
                    filter: Some(asked),
                    group: Some(group),
                    limit: 0,
                    ..ListArgs::of(list, Queue::All, args.as_of, args.today)
                };
                let by_source = *group == GroupBy::By(By::Source);
                let head = if by_source {
                    self.recommendations(&of(ListKind::Recommendations))?.0
                } else if asked.terms.iter().any(|term| matches!(term.field, FilterField::Own(_))) {
                    self.commitments(&ListArgs { filter: None, ..of(ListKind::Commitments) })?.0
                } else {
                    self.commitments(&of(ListKind::Commitments))?.0
                };
                for (key, group) in head.keys.iter().zip(&head.groups) {
                    let said = match key {
                        Value::Integer(rid) => {
                            let kind = if by_source { Kind::Source } else { Kind::Actor };
                            let known = group.key.clone().filter(|said| {
                                let found = self.find(said, &[kind]);
                                found.is_ok_and(|found| found.at.rid == *rid)
                            });
                            // A name that two bear does not say which.
                            known.map_or_else(|| self.brief(*rid).map(|brief| brief.id.to_string()), Ok)?
                        }
                        Value::Text(text) if field == FilterField::Due => {
                            out.push(Shared { key: group.key.clone(), name: None, term: format!("due:{text}") });
                            continue;
                        }
                        Value::Text(text) => text.clone(),
                        _ => continue,
                    };
                    out.push(Shared { key: group.key.clone(), name: group.name.clone(), term: term(&said) });
                }
            }
        }
        out.push(Shared { key: None, name: None, term: format!("{field}:none") });
        Ok(out)
    }
}
