//! A question that is given up while it runs: it ends at once, says so, and leaves nothing behind that stops the next.
//!
//! Does not go through the window; it sends `job` in the envelope and `Cancel` on another thread.

use crate::desk::{Work, is_a_sentence};
use followthrough_commands::*;
use followthrough_model::Kind;
use followthrough_store::{Reader, Result};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// A question that takes minutes: each level of groups is asked again, until somebody stops it.
#[derive(serde::Deserialize, ts_rs::TS)]
struct Slow {
    #[serde(skip)]
    #[ts(skip)]
    begun: Option<mpsc::Sender<()>>,
}

impl Query for Slow {
    type Reply = u32;
    const READS: &'static [Kind] = &[];
    fn run(self, r: &Reader<'_>, at: &At) -> Result<u32> {
        self.begun.expect("a listener").send(()).expect("somebody listens");
        let ends = Instant::now() + Duration::from_secs(60);
        let mut asked = 0;
        while Instant::now() < ends {
            Rates { group: Some("lead".into()), ..Rates::default() }.run(r, at)?;
            asked += 1;
        }
        Ok(asked)
    }
}

/// Asks it under a name, does `meanwhile` once it runs, and answers what it ended with and how long that took.
fn ended_by(work: &Work, meanwhile: impl FnOnce()) -> (Problem, Duration) {
    let (begun, listen) = mpsc::channel();
    let at = At::on(work.desk.today(), work.desk.today());
    std::thread::scope(|threads| {
        let asked = threads.spawn(|| work.desk.ask_as(Some("list"), Slow { begun: Some(begun) }, &at));
        listen.recv().expect("it began");
        std::thread::sleep(Duration::from_millis(50));
        let clock = Instant::now();
        meanwhile();
        let ended = asked.join().expect("no panic").expect_err("it was stopped");
        (ended.into(), clock.elapsed())
    })
}

#[test]
fn a_question_ends_when_it_is_cancelled_and_the_next_is_answered() {
    let work = Work::sample();
    let expect = work.ask(Rates::default()).figures;
    let call = |job: &str| work.desk.call("Cancel", &serde_json::json!({ "job": job }).to_string(), "{}").expect("answered");
    let (problem, took) = ended_by(&work, || {
        assert!(call("another").contains("\"reply\":false"), "nothing runs under that name");
        assert!(call("list").contains("\"reply\":true"));
    });
    assert_eq!(problem.code, "cancelled");
    is_a_sentence(&problem.message);
    assert!(took < Duration::from_millis(500), "{took:?}"); // a busy machine
    assert!(call("list").contains("\"reply\":false"), "it is over");
    // The same connection answers, with and without a name, and edits go on.
    assert_eq!(work.ask(Rates::default()).figures, expect);
    let envelope = serde_json::json!({ "job": "list" }).to_string();
    assert!(work.desk.call("Rates", "{}", &envelope).is_ok());
    work.actor("QX1");
    work.is_sound();
}

#[test]
fn the_next_question_of_the_same_name_ends_the_one_before() {
    let work = Work::sample();
    let today = work.desk.today();
    let next = || {
        let counts = work.desk.ask_as(Some("list"), Rates::default(), &At::on(today, today)).expect("answered");
        assert!(!counts.figures.is_empty());
    };
    let (problem, _) = ended_by(&work, next);
    assert_eq!(problem.code, "cancelled");
    // One under another name is let alone; edits are not in its way.
    let (problem, _) = ended_by(&work, || {
        work.desk.ask_as(Some("other"), Counts {}, &At::on(today, today)).expect("answered");
        work.actor("QX1");
        next();
    });
    assert_eq!(problem.code, "cancelled");
}
