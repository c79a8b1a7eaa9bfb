//! What is given up while it runs: a question ends at once, an edit is rolled back, a file that was being written is not
//! there. It says so, and leaves nothing behind that stops the next. Meanwhile others are answered.
//!
//! Does not go through the window; it sends `job` in the envelope and `Cancel` on another thread.

use crate::desk::{Work, is_a_sentence};
use followthrough_commands::*;
use followthrough_model::Kind;
use followthrough_store::{Job, Reader, Result};
use serde_json::{Value, json};
use std::sync::{Arc, mpsc};
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

/// What the door answers to a call under the name of a job.
fn call(work: &Work, name: &str, args: &Value, job: &str) -> std::result::Result<Value, Value> {
    let read = |text: String| serde_json::from_str::<Value>(&text).expect("JSON");
    let envelope = if job.is_empty() { json!({}) } else { json!({ "job": job }) };
    work.desk.call(name, &args.to_string(), &envelope.to_string()).map(read).map_err(read)
}

fn reply(work: &Work, name: &str, args: &Value) -> Value {
    call(work, name, args, "").expect("answered")["reply"].take()
}

/// An old register that takes seconds to be taken over.
fn long_register() -> Value {
    let rows: Vec<String> = (1..1500)
        .map(|n| format!("L {n}\tThe department should publish report {n} of the plan.\tDPO\t31 March 2027\tOngoing"))
        .collect();
    json!({ "text": format!("Reference\tRecommendation\tResponsible\tDeadline\tStatus\n{}", rows.join("\n")), "source": "LONG", "file": "long.tsv" })
}

/// Takes it over as the job `long`, does `meanwhile` once it is under way, and answers what it ended with.
fn during_a_long_edit(work: &Work, meanwhile: impl FnOnce()) -> std::result::Result<Value, Value> {
    std::thread::scope(|threads| {
        let edit = threads.spawn(|| call(work, "TakeOverRegister", &long_register(), "long"));
        let mut last = 0;
        // It is in the rows, and further each time.
        while last < 11 {
            assert!(!edit.is_finished(), "it was over before it could be looked at");
            let far = reply(work, "HowFar", &json!({ "job": "long" }));
            let percent = far["percent"].as_u64().unwrap_or(0);
            assert!(percent >= last, "{far} after {last}");
            last = percent;
            std::thread::yield_now();
        }
        meanwhile();
        edit.join().expect("no panic")
    })
}

fn cancel(work: &Work, job: &str) {
    assert_eq!(reply(work, "Cancel", &json!({ "job": job })), json!(true));
}

#[test]
fn an_edit_that_is_cancelled_changed_nothing_and_others_are_answered_meanwhile() {
    let work = Work::sample();
    work.actor("QX1");
    work.clock.add_days(1); // so that housekeeping is due too, which must not wait for the edit
    let entry = || reply(&work, "Workspace", &json!({}))["entry"].clone();
    let list = || reply(&work, "List", &json!({ "kind": "recommendations", "limit": 5 }));
    let (before, listed) = (entry(), list());
    let ended = during_a_long_edit(&work, || {
        let clock = Instant::now();
        assert_eq!(entry(), before);
        assert_eq!(list(), listed);
        work.desk.ask_today(Counts {}).expect("answered");
        assert_eq!(reply(&work, "HowFar", &json!({ "job": "long" }))["running"], true, "they did not wait for its end");
        assert!(clock.elapsed() < Duration::from_secs(5), "{:?}", clock.elapsed()); // a busy machine
        cancel(&work, "long");
    });
    let problem = ended.expect_err("it was stopped");
    assert_eq!(problem["code"], "cancelled");
    is_a_sentence(problem["message"].as_str().expect("a sentence"));
    assert_eq!(entry(), before);
    assert_eq!(list(), listed);
    assert_eq!(reply(&work, "HowFar", &json!({ "job": "long" })), json!({ "running": false, "percent": null }));
    // The same connection writes the next edit.
    work.actor("QX2");
    assert_eq!(entry().as_i64(), before.as_i64().map(|n| n + 1));
    work.is_sound();
}

#[test]
fn an_edit_that_waits_for_another_can_be_given_up() {
    let work = Work::sample();
    let ended = during_a_long_edit(&work, || {
        let actor = json!({ "name": "Department QX3", "short": "QX3" });
        std::thread::scope(|threads| {
            let waits = threads.spawn(|| call(&work, "AddActor", &actor, "waits"));
            while reply(&work, "HowFar", &json!({ "job": "waits" }))["running"] == false {
                assert!(!waits.is_finished(), "it did not wait");
            }
            cancel(&work, "waits");
            assert_eq!(waits.join().expect("no panic").expect_err("given up")["code"], "cancelled");
        });
        assert_eq!(reply(&work, "HowFar", &json!({ "job": "long" }))["running"], true, "only the one that waited ended");
        cancel(&work, "long");
    });
    assert!(ended.is_err());
    assert_eq!(reply(&work, "Search", &json!({ "words": "QX3" }))["hits"], json!([]));
    work.is_sound();
}

/// Runs an act whose job was stopped already, and answers what is beside the workspace after it.
fn stopped<A: Act>(work: &Work, act: A) -> Vec<String> {
    let (job, today) = (Arc::<Job>::default(), work.desk.today());
    job.stop();
    let problem = Problem::from(act.run_until(&work.desk, &At::on(today, today), &job).err().expect("it was stopped"));
    assert_eq!(problem.code, "cancelled", "{}", problem.message);
    let names = std::fs::read_dir(work.folder.path()).expect("a folder").map(|e| e.expect("a file").file_name());
    let mut names: Vec<String> = names.map(|n| n.to_string_lossy().into_owned()).collect();
    names.retain(|name| name != "machine" && !name.starts_with("work.followthrough"));
    names.sort();
    names
}

#[test]
fn a_file_whose_writing_is_cancelled_is_not_there_and_an_older_one_stays() {
    let work = Work::sample();
    let to = |name: &str| Output::from(work.path(name).to_string_lossy().as_ref());
    for format in ["html", "md", "csv", "xlsx", "json"] {
        let output = to(&format!("new.{format}"));
        assert_eq!(stopped(&work, Summary { format: format.into(), output, ..Summary::default() }), [""; 0], "{format}");
    }
    assert_eq!(stopped(&work, SaveCopy { file: to("copy.followthrough") }), [""; 0]);
    assert_eq!(stopped(&work, New { file: to("new.followthrough"), catalogue: true }), [""; 0]);
    assert_eq!(stopped(&work, Sample { file: to("new.followthrough") }), [""; 0]);
    work.write("old.txt", b"what was there");
    assert_eq!(stopped(&work, SaveText { output: to("old.txt"), text: "another".into() }), ["old.txt"]);
    assert_eq!(std::fs::read(work.path("old.txt")).expect("it is there"), b"what was there");
    // A file of evidence: neither into the workspace nor out of it.
    let large = work.write("large.bin", &vec![7; 3_000_000]);
    let recommendation =
        reply(&work, "List", &json!({ "kind": "recommendations", "limit": 1 }))["recommendations"][0]["id"].clone();
    let add = json!({ "item": recommendation, "title": "Minutes", "file": large });
    let add: AddEvidence = serde_json::from_value(add).expect("its arguments");
    let job = Arc::<Job>::default();
    job.stop();
    assert_eq!(Problem::from(work.desk.edit_until(&job, add.clone()).expect_err("stopped")).code, "cancelled");
    assert_eq!(work.raw().query_row("SELECT count(*) FROM blob", [], |r| r.get::<_, i64>(0)).expect("a count"), 0);
    let evidence = work.edit(add).id.to_string();
    let export = ExportEvidence { evidence, output: to("out.bin") };
    assert_eq!(stopped(&work, export), ["large.bin", "old.txt"]);
    assert_eq!(work.desk.file(), Some(work.file()), "the workspace that was open still is");
    work.is_sound();
}

#[test]
fn the_check_and_the_previews_say_how_far_they_are() {
    let work = Work::sample();
    let today = work.desk.today();
    let far = |ask: &dyn Fn(&Reader<'_>) -> Result<()>| {
        let job = Arc::<Job>::default();
        work.store().read_until(None, &job, ask).expect("answered");
        job.percent()
    };
    assert_eq!(far(&|r| Check {}.run(r, &At::on(today, today)).map(drop)), Some(100));
    let many = || PreviewMany { filter: Some("queue:all".into()), handler: Some("AB".into()), ..PreviewMany::default() };
    assert_eq!(
        far(&|r| many().run(r, &At::on(today, today)).map(drop)),
        Some(50),
        "what follows it is the other half of the edit"
    );
}
