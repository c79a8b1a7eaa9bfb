//! Edits at random through the JSON door, by two desks in turn, with undo and redo, the bin and its emptying: whatever was
//! done, what is kept follows from the facts, nothing that counts rests on what does not, and no undo finds a broken file.
//!
//! Does not say what an edit should do; it only must not break the file.

use crate::desk::Work;
use followthrough_commands::{Check, Desk};
use followthrough_model::Kind;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The numbers from which the next edit is made.
struct Dice<'a> {
    numbers: std::slice::Iter<'a, u32>,
    work: &'a Work,
}

impl Dice<'_> {
    fn roll(&mut self, sides: usize) -> usize {
        self.numbers.next().map_or(0, |n| *n as usize % sides)
    }

    fn one_of<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.roll(of.len())]
    }

    /// The identity of an item of a kind, mostly one that counts.
    fn item(&mut self, kind: Kind) -> String {
        let life = if self.roll(25) == 0 { "i.life < 3" } else { "i.life = 0" };
        self.of_life(kind, life)
    }

    fn of_life(&mut self, kind: Kind, life: &str) -> String {
        let conn = self.work.raw();
        let mut all =
            conn.prepare(&format!("SELECT i.id FROM item i WHERE i.kind = ?1 AND {life} ORDER BY i.rid")).expect("it prepares");
        let ids: Vec<String> = all
            .query_map([kind.code()], |r| Ok(uuid::Uuid::from_bytes(r.get(0)?).to_string()))
            .expect("it runs")
            .collect::<Result<_, _>>()
            .expect("identities");
        if ids.is_empty() { "nothing".into() } else { ids[self.roll(ids.len())].clone() }
    }

    /// A recommendation and whom it asks.
    fn asked(&mut self) -> (String, String) {
        let conn = self.work.raw();
        let mut all = conn.prepare("SELECT ri.id, ai.id FROM addressee x JOIN item i ON i.rid = x.rid AND i.life = 0 JOIN item ri ON ri.rid = x.recommendation JOIN item ai ON ai.rid = x.actor WHERE x.live = 1 ORDER BY x.rid").expect("it prepares");
        let id = |bytes| uuid::Uuid::from_bytes(bytes).to_string();
        let pairs: Vec<(String, String)> =
            all.query_map([], |r| Ok((id(r.get(0)?), id(r.get(1)?)))).expect("it runs").collect::<Result<_, _>>().expect("pairs");
        if pairs.is_empty() { ("nothing".into(), "nobody".into()) } else { pairs[self.roll(pairs.len())].clone() }
    }

    /// A number of the log, mostly a late one.
    fn entry(&mut self) -> i64 {
        let last = usize::try_from(self.work.last_entry()).expect("a number");
        let far = if self.roll(3) == 0 { last.max(1) } else { 30 };
        i64::try_from(last.saturating_sub(self.roll(far))).expect("a number")
    }

    fn day(&mut self) -> String {
        let (year, month) = (2023 + self.roll(4), 1 + self.roll(10));
        format!("{year}-{month:02}-15")
    }

    fn due(&mut self) -> &'static str {
        self.one_of(&[
            "2024",
            "Q2 2026",
            "2027-03-01",
            "before the summit",
            "after the summit",
            "every six months from 1 January 2026",
            "none",
            "within 12 months",
        ])
    }

    #[allow(clippy::too_many_lines)] // a table
    fn edit(&mut self) -> (&'static str, Value) {
        use Kind::{
            Actor, Addressee, Commitment, Event, Evidence, EvidenceUse, Link, Milestone, Recommendation, Request, Source, Theme,
            Update,
        };
        let n = self.roll(10_000);
        match self.roll(51) {
            0 => ("AddSource", json!({ "short": format!("S{n}"), "title": "A report", "published": "2020-05" })),
            1 => ("EditSource", json!({ "source": self.item(Source), "published": self.one_of(&["2019", "2021-03", "none"]) })),
            2 => {
                let addressee = if self.roll(2) == 0 { vec![self.item(Actor)] } else { vec![] };
                let mut args =
                    json!({ "source": self.item(Source), "text": "Do it.", "addressee": addressee, "due": self.due() });
                if self.roll(3) > 0 {
                    args["label"] = json!(format!("{n}"));
                }
                ("AddRecommendation", args)
            }
            3 => (
                "SplitRecommendation",
                json!({ "recommendation": self.item(Recommendation), "parts": ["This.", "That."], "moves": [format!("{}=b", self.item(Commitment))] }),
            ),
            4 => ("SplitRecommendation", json!({ "recommendation": self.item(Recommendation), "parts": ["This.", "That."] })),
            5 => ("JoinParts", json!({ "recommendation": self.item(Recommendation) })),
            6 => (
                "LinkRecommendations",
                json!({ "of": self.item(Recommendation), "other": self.item(Recommendation), "kind": self.one_of(&["duplicates", "elaborates", "related", "supersedes"]), "reason": "So." }),
            ),
            7 => (
                "CarryForward",
                json!({ "recommendation": [self.item(Recommendation), self.item(Recommendation)], "source": self.item(Source), "reason": "Newer." }),
            ),
            8 => ("AddActor", json!({ "name": format!("Actor {n}"), "parent": self.item(Actor) })),
            9 => ("EditActor", json!({ "actor": self.item(Actor), "parent": self.item(Actor) })),
            10 => ("EditActor", json!({ "actor": self.item(Actor), "successor": self.item(Actor), "succeeded_on": self.day() })),
            11 | 12 => ("MergeActors", json!({ "actor": self.item(Actor), "into": self.item(Actor) })),
            13 => ("MergeActors", json!({ "actor": self.item(Actor), "into": "none" })),
            14 => (
                "AddAddressee",
                json!({ "recommendation": self.item(Recommendation), "actor": self.item(Actor), "implied": self.roll(2) == 0 }),
            ),
            15 => ("ConfirmAddressee", json!({ "addressee": self.item(Addressee) })),
            16 => {
                let (recommendation, actor) = self.asked();
                ("SendTo", json!({ "recommendation": recommendation, "actor": actor, "on": self.day() }))
            }
            17 => (
                "AskActor",
                json!({ "actor": self.item(Actor), "about": [self.item(Commitment)], "text": "How far is it?", "on": self.day() }),
            ),
            18 => ("Remind", json!({ "request": self.item(Request), "on": self.day() })),
            19 => {
                let (recommendation, actor) = self.asked();
                let mut args = json!({ "recommendation": recommendation, "actor": actor, "answer": self.one_of(&["accepted", "not_accepted", "noted"]), "reason": "So.", "on": self.day() });
                if self.roll(2) == 0 {
                    args["request"] = json!(self.item(Request));
                }
                ("RecordDecision", args)
            }
            20 | 21 => (
                "AddCommitment",
                json!({ "recommendation": self.item(Recommendation), "deliverable": "A plan", "lead": self.item(Actor), "due": self.due() }),
            ),
            22 => (
                "RepeatCommitment",
                json!({ "recommendation": self.item(Recommendation), "deliverable": "A plan each", "actor": [self.item(Actor), self.item(Actor)], "due": self.due() }),
            ),
            23 => (
                "EditCommitment",
                json!({ "commitment": self.item(Commitment), "made_on": self.day(), "review_months": self.one_of(&["3", "none"]) }),
            ),
            24 => ("SetLead", json!({ "commitment": self.item(Commitment), "actor": self.item(Actor), "on": self.day() })),
            25 => ("AddAnswer", json!({ "commitment": self.item(Commitment), "recommendation": self.item(Recommendation) })),
            26 | 27 => {
                let mut args = json!({ "commitment": self.item(Commitment), "text": "Done so far.", "on": self.day(), "by": self.item(Actor), "health": self.one_of(&["on_track", "off_track"]), "reach": "adopted" });
                args["status"] =
                    json!(self.one_of(&["reported_implemented", "under_implementation", "suspended", "overtaken_by_events"]));
                if self.roll(3) == 0 {
                    args["request"] = json!(self.item(Request));
                }
                if self.roll(3) == 0 {
                    args["link"] = json!(format!("https://un.example/{}", n % 5));
                    args["stance"] = json!(self.one_of(&["supports", "contradicts"]));
                }
                if self.roll(3) == 0 {
                    args["escalated_to"] = json!(self.item(Actor));
                }
                ("LogUpdate", args)
            }
            28 => (
                "EditUpdate",
                json!({ "update": self.item(Update), "on": self.day(), "health": self.one_of(&["at_risk", "none"]), "request": self.item(Request) }),
            ),
            29 => (
                "VerifyResult",
                json!({ "commitment": self.item(Commitment), "verdict": self.one_of(&["waived", "returned", "verified"]), "reason": "So." }),
            ),
            30 => ("AddEvidence", json!({ "item": self.item(Commitment), "link": format!("https://un.example/{}", n % 5) })),
            31 => ("EditUse", json!({ "use": self.item(EvidenceUse), "stance": self.one_of(&["supports", "contradicts"]) })),
            32 => ("SetDue", json!({ "commitment": self.item(Commitment), "words": self.due(), "reason": "Asked." })),
            33 => ("MoveEvent", json!({ "event": self.item(Event), "from": self.day(), "reason": "Asked." })),
            34 => ("AddMilestone", json!({ "commitment": self.item(Commitment), "text": "A step", "due": self.due() })),
            35 => ("SetDue", json!({ "commitment": self.item(Milestone), "words": self.due(), "reason": "Asked." })),
            36 => ("CompleteMilestone", json!({ "milestone": self.item(Milestone), "on": self.day() })),
            37 => {
                let kind = self.one_of(&[Commitment, Source, Actor]);
                ("SetReviewInterval", json!({ "item": self.item(kind), "months": self.one_of(&["1", "6", "none"]) }))
            }
            38 => ("TagItem", json!({ "item": self.item(Recommendation), "theme": self.item(Theme) })),
            39 | 40 => {
                let kind = self.one_of(&[
                    Source,
                    Recommendation,
                    Actor,
                    Commitment,
                    Update,
                    Evidence,
                    EvidenceUse,
                    Addressee,
                    Kind::Decision,
                    Request,
                    Milestone,
                    Link,
                    Kind::Answer,
                    Kind::CommitmentActor,
                    Event,
                ]);
                ("Delete", json!({ "item": self.item(kind) }))
            }
            41 | 42 => {
                let kind = self.one_of(&[
                    Source,
                    Recommendation,
                    Actor,
                    Commitment,
                    Update,
                    Evidence,
                    EvidenceUse,
                    Addressee,
                    Request,
                    Milestone,
                    Link,
                    Event,
                ]);
                ("Restore", json!({ "item": self.of_life(kind, "i.life = 1") }))
            }
            43 => ("EmptyBin", json!({ "sure": n.is_multiple_of(8) })),
            44 => ("Redo", json!({})),
            45..=47 => ("UndoEntry", json!({ "entry": self.entry() })),
            48 => ("RedoEntry", json!({ "entry": self.entry() })),
            _ => ("Undo", json!({})),
        }
    }
}

/// What counts must rest on what counts.
const TORN: &[(&str, &str)] = &[
    ("a recommendation of a source", "recommendation t JOIN item o ON o.rid = t.source"),
    ("a part of a whole", "recommendation t JOIN item o ON o.rid = t.parent"),
    ("an actor's parent", "actor t JOIN item o ON o.rid = t.parent"),
    ("an actor's successor", "actor t JOIN item o ON o.rid = t.successor"),
    ("what an actor was merged into", "actor t JOIN item o ON o.rid = t.merged_into"),
    (
        "what is answered",
        "answer t JOIN commitment c ON c.rid = t.commitment AND c.live = 1 JOIN item o ON o.rid = t.recommendation",
    ),
    (
        "who has a part",
        "commitment_actor t JOIN commitment c ON c.rid = t.commitment AND c.live = 1 JOIN item o ON o.rid = t.actor",
    ),
    (
        "who is asked",
        "addressee t JOIN recommendation r ON r.rid = t.recommendation AND r.live = 1 JOIN item o ON o.rid = t.actor",
    ),
    ("who decided", "decision t JOIN recommendation r ON r.rid = t.recommendation AND r.live = 1 JOIN item o ON o.rid = t.actor"),
    (
        "what a decision answers",
        "decision t JOIN recommendation r ON r.rid = t.recommendation AND r.live = 1 JOIN item o ON o.rid = t.request",
    ),
    ("who reported", "update_ t JOIN commitment c ON c.rid = t.commitment AND c.live = 1 JOIN item o ON o.rid = t.by_actor"),
    ("who was told", "update_ t JOIN commitment c ON c.rid = t.commitment AND c.live = 1 JOIN item o ON o.rid = t.escalated_to"),
    (
        "what an update answers",
        "update_ t JOIN commitment c ON c.rid = t.commitment AND c.live = 1 JOIN item o ON o.rid = t.request",
    ),
    ("who was written to", "request t JOIN item o ON o.rid = t.actor"),
    ("what is reminded of", "request t JOIN item o ON o.rid = t.reminds"),
    ("a theme of a framework", "theme t JOIN item o ON o.rid = t.framework"),
    (
        "a commitment without a main recommendation",
        "(SELECT c.rid FROM commitment c WHERE c.live = 1 AND (SELECT count(*) FROM answer a JOIN item ai ON ai.rid = a.rid AND ai.life = 0 WHERE a.commitment = c.rid AND a.main = 1) <> 1) t JOIN (SELECT 1 AS life) o",
    ),
];

fn torn(work: &Work) -> Vec<&'static str> {
    let conn = work.raw();
    TORN.iter()
        .filter(|(_, from)| {
            let sql =
                format!("SELECT EXISTS (SELECT 1 FROM {from} JOIN item i ON i.rid = t.rid AND i.life = 0 WHERE o.life <> 0)");
            conn.query_row(&sql, [], |r| r.get::<_, bool>(0)).unwrap_or_else(|e| panic!("{sql}: {e}"))
        })
        .map(|(what, _)| *what)
        .collect()
}

fn begun() -> Work {
    let work = Work::new();
    for (name, args) in [
        ("AddSource", json!({ "short": "R", "title": "A report", "published": "2021" })),
        ("AddActor", json!({ "name": "Department of Peace", "short": "DPO" })),
        ("AddActor", json!({ "name": "Department of Support", "short": "DOS" })),
        ("AddActor", json!({ "name": "Department of Field", "short": "DFS" })),
        ("AddEvent", json!({ "name": "Summit", "from": "2026-06-01" })),
        ("AddRecommendation", json!({ "source": "R", "label": "1", "text": "Do it.", "addressee": ["DPO"] })),
        ("AddRecommendation", json!({ "source": "R", "label": "2", "text": "Do that.", "addressee": ["DOS"] })),
        ("AddFramework", json!({ "name": "Areas" })),
        ("AddTheme", json!({ "framework": "Areas", "name": "Peace" })),
        ("AddCommitment", json!({ "recommendation": "R 1", "deliverable": "A plan", "lead": "DPO", "due": "before the summit" })),
    ] {
        work.desk.call(name, &args.to_string(), "{}").unwrap_or_else(|e| panic!("{name}: {e}"));
    }
    work
}

/// Runs edits until the numbers are used up; answers how many of each were taken.
fn run(work: &Work, numbers: &[u32]) -> Result<BTreeMap<&'static str, usize>, String> {
    let colleague = work.colleague();
    let mut dice = Dice { numbers: numbers.iter(), work };
    let (mut taken, mut told) = (BTreeMap::new(), Vec::new());
    while dice.numbers.len() > 0 {
        let desk: &Desk = if dice.roll(3) == 0 { &colleague } else { &work.desk };
        let (name, args) = dice.edit();
        match desk.call(name, &args.to_string(), "{}") {
            Ok(_) => {
                *taken.entry(name).or_insert(0) += 1;
                told.push(format!("{name} {args}"));
                let torn = torn(work);
                if torn.is_empty() && told.len() % 5 > 0 {
                    continue;
                }
                let found = work.ask(Check {});
                if !found.ok || !torn.is_empty() {
                    return Err(format!("{:?} {torn:?} after\n{}", found.problems, told.join("\n")));
                }
            }
            Err(problem) => {
                let said: Value = serde_json::from_str(&problem).expect("JSON");
                if matches!(said["code"].as_str(), Some("value" | "database" | "sqlite")) {
                    return Err(format!("{name} {args}: {problem} after\n{}", told.join("\n")));
                }
            }
        }
    }
    Ok(taken)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5, max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn whatever_is_done_the_file_is_sound(numbers in proptest::collection::vec(any::<u32>(), 400..900)) {
        let work = begun();
        if let Err(problem) = run(&work, &numbers) {
            prop_assert!(false, "{}", problem);
        }
    }
}
