//! The process is killed at random moments of a stream of edits, 300 times on one file: each time the file opens and
//! every edit that was acknowledged is there whole.
//!
//! A power cut is not tried: what survives one is SQLite's promise for `synchronous = FULL`.

use crate::desk::{Work, edit, machine};
use followthrough_commands::*;
use followthrough_model::Status;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

const FOLDER: &str = "FOLLOWTHROUGH_KILLED_FOLDER";
const SEED: &str = "FOLLOWTHROUGH_KILLED_SEED";
const ROUNDS: u64 = 300;

/// The generator called `SplitMix64`.
fn random(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut z = *seed;
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// The bytes of the evidence of one edit, which follow from its seed.
fn bytes(mut seed: u64, size: usize) -> Vec<u8> {
    let mut out = Vec::with_capacity(size + 8);
    while out.len() < size {
        out.extend_from_slice(&random(&mut seed).to_le_bytes());
    }
    out.truncate(size);
    out
}

/// What the killed process does; a test of its own name only because it is started through the test program.
#[test]
fn stream_of_edits() {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else { return };
    let mut seed: u64 = std::env::var(SEED).expect("a seed").parse().expect("a number");
    let clock = Arc::new(crate::desk::Still::new(seed.wrapping_mul(0x1000_0001)));
    let desk = Desk::of_terminal(machine(&folder.join("machine"), "desk", clock));
    desk.open(&folder.join("work.followthrough")).expect("it opens");
    let file = folder.join(format!("evidence-{seed}"));
    loop {
        let chance = random(&mut seed);
        let size = if chance.is_multiple_of(11) { 700_000 } else { 1 + usize::try_from(chance % 20_000).expect("small") };
        let mut said = json!({});
        let (name, args) = match chance % 6 {
            0..=2 => {
                std::fs::write(&file, bytes(chance, size)).expect("the evidence");
                said = json!({ "seed": chance.to_string(), "size": size });
                let status = Status::ALL[usize::try_from(chance % 3).expect("small")];
                ("LogUpdate", json!({ "commitment": "R 1", "text": format!("Done {chance}"), "status": status, "file": file }))
            }
            3 => (
                "SetDue",
                json!({ "commitment": "R 1", "words": format!("{}", 2020 + chance % 9), "reason": format!("Moved {chance}") }),
            ),
            4 => ("Undo", json!({})),
            _ => ("Redo", json!({})),
        };
        // A refusal (nothing to redo, the same due) is no edit.
        let Ok(answer) = desk.call(name, &args.to_string(), "{}") else { continue };
        let answer: Value = serde_json::from_str(&answer).expect("JSON");
        said["entry"] = answer["entry"].clone();
        said["command"] = name.into();
        said["text"] = args.get("text").or_else(|| args.get("reason")).cloned().unwrap_or_default();
        let mut out = std::io::stdout().lock();
        writeln!(out, "\nACK {said}").and_then(|()| out.flush()).expect("the parent reads");
    }
}

/// Starts the stream, kills it after a while, and answers what it acknowledged.
fn killed(folder: &Path, round: u64) -> Vec<Value> {
    let mut seed = round;
    let mut child = Command::new(std::env::current_exe().expect("the test program"))
        .args(["--exact", "killed::stream_of_edits", "--nocapture", "--test-threads=1"])
        .env(FOLDER, folder)
        .env(SEED, round.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("it starts");
    let stdout = child.stdout.take().expect("piped");
    let (first, begun) = std::sync::mpsc::channel();
    let reader = std::thread::spawn(move || {
        let mut acknowledged = Vec::new();
        for line in BufReader::new(stdout).split(b'\n').map_while(Result::ok) {
            if let Some(said) = line.strip_prefix(b"ACK ")
                // The last line may be cut.
                && let Ok(said) = serde_json::from_slice(said)
            {
                acknowledged.push(said);
                let _ = first.send(()); // nobody waits for the later ones
            }
        }
        acknowledged
    });
    // One time in four while it opens the file, else after its first edit: however busy the machine is, edits are hit.
    if !random(&mut seed).is_multiple_of(4) {
        let _ = begun.recv_timeout(Duration::from_secs(10));
    }
    std::thread::sleep(Duration::from_micros(random(&mut seed) % 40_000));
    child.kill().expect("it is killed");
    child.wait().expect("it ended");
    reader.join().expect("read")
}

/// The edit is in the log with its changes, and what it wrote is in its rows.
fn is_whole(conn: &rusqlite::Connection, said: &Value) {
    let entry = said["entry"].as_i64().expect("an entry");
    let (command, changes): (String, i64) = conn
        .query_row("SELECT command, (SELECT count(*) FROM change WHERE entry = n) FROM entry WHERE n = ?1", [entry], |r| {
            Ok((r.get(0)?, r.get(1)?))
        })
        .unwrap_or_else(|e| panic!("acknowledged and not there: {said}: {e}"));
    assert_eq!(said["command"], command.as_str());
    assert!(changes > 0, "{said} has no changes");
    let Some(text) = said["text"].as_str() else { return };
    let found: i64 = conn
        .query_row(
            "SELECT (SELECT count(*) FROM update_ u JOIN change c ON c.item = u.rid WHERE c.entry = ?1 AND u.text = ?2)
               + (SELECT count(*) FROM due d JOIN change c ON c.item = d.rid WHERE c.entry = ?1 AND d.reason = ?2)",
            (entry, text),
            |r| r.get(0),
        )
        .expect("SQL");
    assert_eq!(found, 1, "{said}");
    let Some(seed) = said["seed"].as_str() else { return };
    let size = usize::try_from(said["size"].as_u64().expect("a size")).expect("small");
    let mut statement = conn
        .prepare(
            "SELECT h.data FROM change c JOIN evidence e ON e.rid = c.item JOIN blob b ON b.sha256 = e.sha256 AND b.staged_at IS NULL JOIN chunk h ON h.blob = b.rid
             WHERE c.entry = ?1 ORDER BY h.n",
        )
        .expect("SQL");
    let pieces = statement.query_map([entry], |r| r.get::<_, Vec<u8>>(0)).expect("rows");
    let stored: Vec<u8> = pieces.flat_map(|piece| piece.expect("a piece")).collect();
    assert!(stored == bytes(seed.parse().expect("a seed"), size), "the evidence of {said} is not what was given");
}

#[test]
fn what_was_acknowledged_survives_300_kills() {
    let (work, _) = Work::small();
    let Work { desk, folder, clock } = work;
    let machine = desk.machine().clone();
    drop(desk);
    let file = folder.path().join("work.followthrough");
    let mut acknowledged = 0;
    for round in 1..=ROUNDS {
        let said = killed(folder.path(), round);
        acknowledged += said.len();
        let desk = Desk::of_terminal(machine.clone());
        desk.open(&file).unwrap_or_else(|e| panic!("after round {round}: {e}"));
        let conn = rusqlite::Connection::open(&file).expect("SQLite opens it");
        for said in &said {
            is_whole(&conn, said);
        }
        let gaps: i64 = conn.query_row("SELECT max(n) - count(*) FROM entry", [], |r| r.get(0)).expect("SQL");
        assert_eq!(gaps, 0, "after round {round}");
        if round.is_multiple_of(20) {
            let found = desk.ask_today(Check {}).expect("it answers");
            assert!(found.ok, "after round {round}: {:?}", found.problems);
        }
        for left in std::fs::read_dir(folder.path()).expect("the folder").flatten() {
            if left.file_name().to_string_lossy().starts_with("evidence-") {
                std::fs::remove_file(left.path()).expect("ours");
            }
        }
    }
    assert!(acknowledged > 300, "only {acknowledged} edits in {ROUNDS} rounds: the moments are badly chosen");
    let work = Work { desk: Desk::of_terminal(machine), folder, clock };
    // What was staged when it was killed goes a day later.
    work.clock.add_days(3);
    let work = work.reopened();
    let left: i64 = work.raw().query_row("SELECT count(*) FROM blob WHERE staged_at IS NOT NULL", [], |r| r.get(0)).expect("SQL");
    assert_eq!(left, 0);
    edit(&work.desk, crate::desk::update("R 1", None, None));
    work.is_sound();
    println!("{acknowledged} edits acknowledged in {ROUNDS} rounds");
}
