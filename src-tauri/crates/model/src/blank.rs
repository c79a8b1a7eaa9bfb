//! Rows with only what they must have, to be filled in with `..Source::of(..)`: a new optional field then touches nobody
//! who does not know it.
//!
//! Does not choose values that a user would have to know of.

use crate::Day;
use crate::record::{Actor, Addressee, Commitment, Recommendation, Ref, Source, Update, Verification};
use crate::vocabulary::{ActorKind, CommitmentKind, Verdict};

impl Source {
    pub const fn of(short: String, title: String) -> Self {
        Self { short, title, publisher: None, symbol: None, published: None, language: None, standing: None, review_months: None }
    }
}

impl Recommendation {
    pub const fn of(source: Ref, ord: i64, text: String) -> Self {
        Self {
            source,
            parent: None,
            ord,
            label: None,
            section: None,
            page: None,
            line: None,
            line_end: None,
            heading: None,
            text,
            force: None,
            contested: None,
            priority: None,
            aim: None,
            precondition: None,
            risk: None,
            contingency: None,
            theory: None,
            already: None,
            enables: None,
            feasible: None,
            impact: None,
            consensus: None,
            remark: None,
        }
    }
}

impl Actor {
    pub const fn of(name: String, kind: ActorKind) -> Self {
        Self {
            name,
            short: None,
            kind,
            level: None,
            parent: None,
            successor: None,
            succeeded_on: None,
            merged_into: None,
            merged_why: None,
            contact: None,
            review_months: None,
        }
    }
}

impl Addressee {
    /// Confirmed where it is named.
    pub const fn of(recommendation: Ref, actor: Ref, named: bool) -> Self {
        Self { recommendation, actor, named, confirmed: named, sent_on: None, reply_by: None }
    }
}

impl Commitment {
    pub const fn of(deliverable: String, kind: CommitmentKind) -> Self {
        Self {
            deliverable,
            kind,
            made_on: None,
            occasion: None,
            done_when: None,
            post: None,
            handler: None,
            caveat: None,
            drafted: false,
            series: None,
            contact: None,
            result_level: None,
            review_months: None,
        }
    }
}

impl Update {
    pub const fn of(commitment: Ref, on_day: Day, text: String, stamp: i64) -> Self {
        Self {
            commitment,
            on_day,
            by_actor: None,
            formal: false,
            status: None,
            reach: None,
            health: None,
            text,
            obstacle: None,
            obstacle_kind: None,
            resources: None,
            resources_asked: None,
            remedy: None,
            escalated_to: None,
            practice: None,
            occurrence: None,
            request: None,
            stamp,
        }
    }
}

impl Verification {
    pub const fn of(commitment: Ref, on_day: Day, verdict: Verdict, stamp: i64) -> Self {
        Self { commitment, on_day, verdict, reason: None, by: None, occurrence: None, stamp }
    }
}
