//! Filters of several terms: whichever of them the reading begins at, the answer is what all of them admit together, on
//! any day, in any queue.
//!
//! Does not look at plans; `plans` does.

use crate::desk::{Work, day};
use followthrough_commands::*;
use followthrough_model::vocabulary::{ListKind, Queue};
use followthrough_store::plans::found_whole;
use followthrough_store::read::row::CommitmentRow;

type Means = fn(&CommitmentRow) -> bool;
/// Terms, and what each means of a row as it is shown.
const TERMS: &[(&str, Means)] = &[
    ("lead:DOS", |c| c.lead.as_deref() == Some("DOS")),
    ("lead:DMSPC", |c| c.lead.as_deref() == Some("DMSPC")),
    ("status:open", |c| c.status.is_open()),
    ("status:not_started", |c| c.status == followthrough_model::Status::NotStarted),
    ("-status:open", |c| !c.status.is_open()),
    ("status:closed", |c| c.status.phase() == followthrough_model::status::Phase::Closed),
    ("due<2024-01-01", |c| c.due_by.is_some_and(|due| due < day("2024-01-01"))),
    ("due:none", |c| c.due_by.is_none()),
    ("source:A4P+", |c| c.source.as_deref() == Some("A4P+")),
    ("slips>0", |c| c.slips > 0),
    ("kind:response", |c| c.kind.as_str() == "response"),
];

#[test]
fn all_terms_hold_wherever_it_begins() {
    let work = Work::sample();
    // One that the sample's own are few for: merged names lead too.
    let first = work.ask(Overdue::default()).items.remove(0).commitment;
    work.actor("OLD");
    work.edit(SetLead { commitment: first, actor: "OLD".into(), on: Some("2024-02-01".into()) });
    work.edit(MergeActors { actor: "OLD".into(), into: "DMSPC".into(), reason: Some("One office.".into()) });
    let mut found = 0;
    for as_of in ["2026-11-20", "2024-06-01"] {
        for queue in [Queue::All, Queue::Overdue, Queue::NoEvidence] {
            let list = |filter: Option<String>| List {
                kind: Some(ListKind::Commitments),
                queue: Some(queue),
                filter,
                limit: Some(10_000),
                ..List::default()
            };
            let all = work.ask_on(as_of, list(None)).commitments;
            for (n, (a, holds_a)) in TERMS.iter().enumerate() {
                for (b, holds_b) in &TERMS[n..] {
                    let filter = format!("{a} {b}");
                    let reply = work.ask_on(as_of, list(Some(filter.clone())));
                    let expect: Vec<_> = all.iter().filter(|c| holds_a(c) && holds_b(c)).map(|c| c.id).collect();
                    let ids: Vec<_> = reply.commitments.iter().map(|c| c.id).collect();
                    assert_eq!(ids, expect, "{filter} in {queue} on {as_of}");
                    assert_eq!(reply.total as usize, expect.len(), "{filter} in {queue} on {as_of}");
                    found += expect.len();
                }
            }
        }
    }
    assert!(found > 1000, "the terms find something: {found}");
}

#[test]
fn a_recommendation_is_found_through_its_commitments_once() {
    let work = Work::sample();
    let list =
        |kind, filter: &str| List { kind: Some(kind), filter: Some(filter.into()), limit: Some(10_000), ..List::default() };
    for filter in ["lead:DOS status:open", "lead:DOS due<2024-01-01", "source:A4P+ lead:DOS"] {
        let found = work.ask(list(ListKind::Recommendations, filter));
        let mut ids: Vec<_> = found.recommendations.iter().map(|r| r.id).collect();
        assert_eq!(ids.len(), found.total as usize, "{filter}");
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), found.total as usize, "{filter}: each once");
        assert!(!ids.is_empty(), "{filter} finds something");
    }
}

/// The first rows are looked for one after the other, or found through what the filter names on the other side: the same rows.
#[test]
fn a_filter_admits_the_same_whichever_way_it_is_looked_at() {
    const EACH: &[&str] = &[
        "priority:any",
        "-priority:high",
        "priority:none",
        "force:should status:open",
        "theme:any -theme:Protection",
        "source:A4P+",
        "-source:A4P+ due<2030",
        "asked:any",
        "decision:none",
        "decision:any",
        "silent:any",
        "actor:DOS",
        "actor:none",
        "by:DOS,DPPA",
        "lead:none",
        "status:open,implemented",
        "evidence:none slips>0",
        "health:any",
        "queue:overdue",
        "-queue:overdue",
        "queue:no_owner",
        "text:p",
        "-text:security",
        "text:\"peace and security\"",
        "ref:any",
        "updated<2026-01-01",
        "flagged:none",
        "private:none",
    ];
    let work = Work::sample();
    let mut found = 0;
    for as_of in ["2026-11-20", "2024-06-01"] {
        for kind in [ListKind::Commitments, ListKind::Recommendations] {
            for queue in [Queue::All, Queue::Flagged, Queue::Closed] {
                for filter in EACH {
                    let page = |offset: u32| {
                        let list = List {
                            kind: Some(kind),
                            queue: Some(queue),
                            filter: Some((*filter).into()),
                            limit: Some(40),
                            offset: Some(offset),
                            ..List::default()
                        };
                        work.desk.ask(list, &At::on(day(as_of), work.desk.today())).map_err(|e| e.to_string())
                    };
                    for offset in [0, 40] {
                        let ids = |reply: Result<ListReply, String>| {
                            reply.map(|reply| {
                                let commitments = reply.commitments.iter().map(|c| c.id);
                                commitments.chain(reply.recommendations.iter().map(|r| r.id)).collect::<Vec<_>>()
                            })
                        };
                        let (each, whole) = (ids(page(offset)), ids(found_whole(|| page(offset))));
                        assert_eq!(each, whole, "{filter} in {queue} of {kind} on {as_of} from {offset}");
                        found += each.map_or(0, |ids| ids.len());
                    }
                }
            }
        }
    }
    assert!(found > 1000, "the filters find something: {found}");
}
