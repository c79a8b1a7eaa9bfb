//! The command line as the issue writes it: every verb that others rely upon, the shape of its JSON, its exit codes, its
//! help. Runs the built binary.
//!
//! Does not test what the commands do; `main_job` does.

use crate::desk::{FOR_THE_WINDOW, Ran, Work, binary, is_a_sentence};
use serde_json::Value;
use std::process::Stdio;

/// A run that does what it was told.
#[track_caller]
fn done(ran: Ran) -> String {
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(ran.err, "");
    ran.out
}

#[track_caller]
fn json(ran: Ran) -> Value {
    serde_json::from_str(&done(ran)).expect("JSON")
}

/// A run that is refused: code 1, one sentence, nothing on stdout.
#[track_caller]
fn refused(ran: &Ran) {
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""), "{ran:?}");
    is_a_sentence(&ran.err);
}

fn first(work: &Work) -> String {
    json(work.cli(&["overdue", "--limit", "1", "--json"]))["items"][0]["commitment"].as_str().expect("a reference").to_owned()
}

#[test]
fn overdue_in_json_has_the_shape_that_is_relied_upon() {
    let work = Work::sample();
    let reply = json(work.cli(&["overdue", "--json", "--as-of", "2026-11-20"]));
    assert_eq!((&reply["as_of"], &reply["total"]), (&"2026-11-20".into(), &49.into()));
    let items = reply["items"].as_array().expect("a list");
    assert_eq!(items.len(), 49);
    for item in items {
        for key in ["commitment", "deliverable", "recommendation", "source", "label", "due_stated", "due_by", "status"] {
            assert!(item[key].is_string(), "{key} of {item}");
        }
        for key in ["lead", "last_update"] {
            assert!(item.get(key).is_some_and(|v| v.is_string() || v.is_null()), "{key} of {item}");
        }
        let known = format!("{} {}", item["source"].as_str().expect("text"), item["label"].as_str().expect("text"));
        assert_eq!(item["recommendation"], known.as_str());
        assert_eq!(
            (&item["due_by"], &item["days_overdue"], &item["status"]),
            (&"2023-12-31".into(), &1055.into(), &"not_started".into())
        );
        assert!(item["commitment"].as_str().expect("text").starts_with("C-"));
    }
    assert_eq!(json(work.cli(&["overdue", "--json", "--as-of", "2023-12-31"]))["total"], 0);
    assert_eq!(
        json(work.cli(&["--json", "--as-of", "2024-01-01", "overdue", "--limit", "3"]))["items"].as_array().map(Vec::len),
        Some(3)
    );
}

#[test]
fn a_sample_and_a_new_workspace_are_made() {
    let work = Work::new();
    let made = work.path("made.followthrough").to_string_lossy().into_owned();
    done(work.cli(&["sample", &made]));
    assert_eq!(json(work.cli(&["-w", &made, "overdue", "--json"]))["total"], 49);
    refused(&work.cli(&["sample", &made]));
    let new = work.path("new.followthrough").to_string_lossy().into_owned();
    done(work.cli(&["new", &new, "--catalogue"]));
    assert_eq!(
        json(work.cli(&["-w", &new, "list", "sources", "--json"]))["total"],
        followthrough_import::catalogue::EMBEDDED.sources.len()
    );
    let empty = work.path("empty.followthrough").to_string_lossy().into_owned();
    done(work.cli(&["new", &empty]));
    assert_eq!(json(work.cli(&["--workspace", &empty, "list", "recommendations", "--json"]))["total"], 0);
}

#[test]
fn each_list_lists() {
    let work = Work::sample();
    for (kind, least) in [("recommendations", 100), ("commitments", 49), ("actors", 50), ("sources", 3)] {
        let reply = json(work.cli(&["list", kind, "--limit", "2", "--json"]));
        assert!(reply["total"].as_u64().expect("a number") >= least, "{kind}");
        assert_eq!(reply["items"].as_array().map(Vec::len), Some(2), "{kind}");
        assert!(done(work.cli(&["list", kind, "--limit", "2"])).lines().count() > 2, "{kind}");
    }
}

#[test]
fn ones_own_is_added_shown_and_found() {
    let work = Work::new();
    done(work.cli(&["add-source", "--short", "R", "--title", "The report"]));
    done(work.cli(&["add-recommendation", "--source", "R", "--label", "1", "--text", "Plan the camps."]));
    done(work.cli(&["add-actor", "--name", "Department of Plans", "--short", "DOP"]));
    let made = json(work.cli(&[
        "add-commitment",
        "--recommendation",
        "R 1",
        "--deliverable",
        "A plan",
        "--lead",
        "DOP",
        "--due",
        "Q2 2023",
        "--json",
    ]));
    let c = made["ref"].as_str().expect("a reference");
    for (item, word) in [(c, "A plan"), ("R 1", "Plan the camps."), ("DOP", "Department of Plans"), ("R", "The report")] {
        assert!(done(work.cli(&["show", item])).contains(word), "{item}");
        assert!(json(work.cli(&["show", item, "--json"]))["type"].is_string(), "{item}");
    }
    assert!(done(work.cli(&["search", "camps"])).contains("R 1"));
    assert_eq!(json(work.cli(&["search", "dep", "--json"]))["hits"][0]["ref"], "DOP");
    assert!(done(work.cli(&["history", c])).contains("AddCommitment"));
    assert_eq!(json(work.cli(&["history", c, "--json"]))[0]["author"], "desk");
    assert!(done(work.cli(&["overdue"])).contains("A plan"));
}

#[test]
fn progress_is_logged_with_every_flag() {
    let work = Work::sample();
    let c = first(&work);
    done(work.cli(&[
        "log-update",
        &c,
        "--status",
        "under_implementation",
        "--text",
        "Begun.",
        "--on",
        "2026-01-15",
        "--by",
        "DPPA",
    ]));
    let page = json(work.cli(&["show", &c, "--json"]));
    assert_eq!(
        (&page["status"], &page["timeline"][0]["day"], &page["timeline"][0]["by"]["ref"]),
        (&"under_implementation".into(), &"2026-01-15".into(), &"DPPA".into())
    );
    done(work.cli(&["log-update", &c, "--text", "More."]));
    refused(&work.cli(&["log-update", &c, "--text", "x", "--on", "2023-02-30"]));
    refused(&work.cli(&["log-update", &c, "--text", "x", "--status", "implemented"]));
}

#[test]
fn evidence_of_every_kind_is_added_and_a_file_comes_out_again() {
    let work = Work::sample();
    let c = first(&work);
    let file = work.write("report.pdf", b"%PDF-1.7 a report");
    let made = json(work.cli(&[
        "add-evidence",
        &c,
        "--file",
        &file,
        "--date",
        "2024-01-05",
        "--page",
        "4",
        "--stance",
        "supports",
        "--json",
    ]));
    done(work.cli(&["add-evidence", &c, "--link", "https://un.example/a"]));
    done(work.cli(&["add-evidence", &c, "--symbol", "S/2024/1", "--stance", "context"]));
    done(work.cli(&["add-evidence", &c, "--note", "A telephone call."]));
    let page = json(work.cli(&["show", &c, "--json"]));
    assert_eq!(page["evidence"].as_array().map(Vec::len), Some(4));
    assert_eq!((&page["evidence"][0]["date"], &page["evidence"][0]["page"]), (&"2024-01-05".into(), &"4".into()));
    let out = work.path("out.pdf").to_string_lossy().into_owned();
    done(work.cli(&["export-evidence", made["ref"].as_str().expect("a reference"), "--output", &out]));
    assert_eq!(std::fs::read(out).expect("it is there"), b"%PDF-1.7 a report");
    refused(&work.cli(&["add-evidence", &c]));
}

#[test]
fn dues_verdicts_undo_and_redo() {
    let work = Work::sample();
    let c = first(&work);
    done(work.cli(&["set-due", &c, "Q2 2099", "--reason", "The host state asked."]));
    assert_eq!(json(work.cli(&["overdue", "--json"]))["total"], 48);
    done(work.cli(&["undo"]));
    assert_eq!(json(work.cli(&["overdue", "--json"]))["total"], 49);
    done(work.cli(&["redo"]));
    assert_eq!(json(work.cli(&["overdue", "--json"]))["total"], 48);
    refused(&work.cli(&["redo"]));
    done(work.cli(&["log-update", &c, "--text", "Done.", "--status", "reported_implemented"]));
    refused(&work.cli(&["verify-result", &c, "--verdict", "verified"]));
    done(work.cli(&["verify-result", &c, "--verdict", "returned", "--reason", "No date in it."]));
    done(work.cli(&["log-update", &c, "--text", "Done again.", "--status", "reported_implemented"]));
    done(work.cli(&["verify-result", &c, "--verdict", "waived", "--reason", "It closed."]));
    assert_eq!(json(work.cli(&["show", &c, "--json"]))["status"], "implemented");
    assert!(done(work.cli(&["check"])).starts_with("All is well"));
    assert_eq!(json(work.cli(&["check", "--json"]))["ok"], true);
}

#[test]
fn words_of_a_due_are_read_and_nothing_is_stored() {
    let work = Work::sample();
    let entries = work.cli(&["history", "--json"]).out;
    let read = |words: &str, made: &str| match made {
        "" => json(work.cli(&["read-due", words, "--json"])),
        made => json(work.cli(&["read-due", words, "--made", made, "--json"])),
    };
    let check = |words: &str, made: &str, expect: Value| {
        let read = read(words, made);
        assert_eq!(read["stated"], words);
        is_a_sentence(read["understood"].as_str().expect("a sentence"));
        for key in ["kind", "due_by", "from", "to", "event", "before", "offset_days", "interval"] {
            assert_eq!(read.get(key), Some(expect.get(key).unwrap_or(&Value::Null)), "{key} of {words}");
        }
    };
    check(
        "Fourth quarter of 2021",
        "",
        serde_json::json!({ "kind": "quarter", "due_by": "2021-12-31", "from": "2021-10-01", "to": "2021-12-31" }),
    );
    check(
        "2023/24",
        "",
        serde_json::json!({ "kind": "window", "due_by": "2024-06-30", "from": "2023-07-01", "to": "2024-06-30" }),
    );
    check("within 12 months", "", serde_json::json!({ "kind": "window" }));
    check(
        "within 12 months",
        "2024-05-10",
        serde_json::json!({ "kind": "window", "due_by": "2025-05-10", "from": "2024-05-10", "to": "2025-05-10" }),
    );
    check(
        "two weeks before the next ministerial",
        "",
        serde_json::json!({ "kind": "event", "event": "the next ministerial", "before": true, "offset_days": 14 }),
    );
    check(
        "tous les six mois",
        "2024-05-10",
        serde_json::json!({ "kind": "recurring", "due_by": "2024-11-10", "from": "2024-11-10", "interval": 6 }),
    );
    check("at mission start-up", "", serde_json::json!({ "kind": "stage" }));
    check("ongoing", "", serde_json::json!({ "kind": "none" }));
    refused(&work.cli(&["read-due", "01/02/2024"]));
    refused(&work.cli(&["read-due", "within 12 months", "--made", "10 May 2024"]));
    assert_eq!(done(work.cli(&["read-due", "by 31 December 2026"])), "Due by 31 December 2026.\n");
    assert_eq!(work.cli(&["history", "--json"]).out, entries);
}

#[test]
fn the_summary_is_written_in_five_formats() {
    let work = Work::sample();
    for (format, begins) in [("html", "<!"), ("md", "#"), ("csv", "\u{FEFF}commitment,"), ("xlsx", "PK"), ("json", "{")] {
        let path = work.path("summary").with_extension(format).to_string_lossy().into_owned();
        let out = done(work.cli(&["summary", "--format", format, "--output", &path, "--as-of", "2026-11-20"]));
        assert!(out.contains(&path), "it says where: {out}");
        assert!(std::fs::read(&path).expect("it is there").starts_with(begins.as_bytes()), "{format}");
    }
    assert_eq!(work.cli(&["summary", "--format", "docx", "--output", "x"]).code, Some(2));
}

#[test]
fn any_command_is_called_by_its_name_with_json() {
    let work = Work::sample();
    let c = first(&work);
    let answer = json(work.cli(&["call", "SetDue", &format!(r#"{{"commitment":"{c}","words":"2099","reason":"x"}}"#)]));
    assert_eq!((&answer["reply"]["due_by"], answer["entry"].as_i64()), (&"2099-12-31".into(), Some(3)));
    assert!(answer["kinds"].as_array().is_some_and(|k| k.iter().any(|k| k == "due")));
    assert_eq!(json(work.cli(&["call", "Overdue", "{}"]))["reply"]["total"], 48);
    refused(&work.cli(&["call", "Overdue", "{"]));
    refused(&work.cli(&["call", "Nothing", "{}"]));
}

#[test]
fn wrong_usage_is_2_and_a_refusal_is_1() {
    let work = Work::new();
    for args in [&["nothing"][..], &["overdue", "--limit", "many"], &["list"], &["set-due", "C-1"], &["overdue", "--colour"], &[]]
    {
        let ran = work.cli(args);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{args:?}: {ran:?}");
        assert!(!ran.err.is_empty());
    }
    let mut bare = work.command(&binary());
    let ran: Ran = bare.env_remove("FOLLOWTHROUGH_WORKSPACE").arg("overdue").output().expect("it runs").into();
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.err.contains("-w FILE") && ran.err.contains("FOLLOWTHROUGH_WORKSPACE"));
    refused(&work.cli(&["-w", "/nowhere/at/all.followthrough", "overdue"]));
    refused(&work.cli(&["show", "C-ZZZZZ"]));
    refused(&work.cli(&["--as-of", "2023-02-30", "overdue"]));
}

#[test]
fn a_damaged_log_makes_check_end_with_1() {
    let work = Work::sample();
    work.raw().execute("UPDATE entry SET author = 'somebody else' WHERE n = 1", []).expect("SQL");
    let ran = work.cli(&["check"]);
    assert_eq!(ran.code, Some(1));
    is_a_sentence(&ran.err);
    assert!(ran.err.contains("Entry 1"), "{}", ran.err);
}

/// `LogUpdate` as a verb.
fn kebab(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !out.is_empty() {
            out.push('-');
        }
        out.extend(c.to_lowercase());
    }
    out
}

#[test]
fn help_names_every_command_and_says_what_it_does() {
    let work = Work::new();
    let help = done(work.cli(&["--help"]));
    for name in followthrough_commands::NAMES.iter().filter(|name| **name != "Open" && !FOR_THE_WINDOW.contains(name)) {
        let verb = kebab(name);
        let line = help
            .lines()
            .find(|l| l.strip_prefix("  ").is_some_and(|l| l.split(' ').next() == Some(&verb)))
            .unwrap_or_else(|| panic!("{verb} is not in --help"));
        assert!(line.split_whitespace().count() > 3, "{verb} is not described");
        let own = done(work.cli(&[&verb, "--help"]));
        assert!(own.starts_with(|c: char| c.is_uppercase()) && own.contains("Usage:"), "{own}");
        for flag in own.lines().filter(|l| l.trim_start().starts_with("--")) {
            let described = flag.split_whitespace().count() > 2 || own.contains(&format!("{flag}\n          "));
            assert!(described, "{verb}: {flag} is not described");
        }
    }
}

#[test]
fn completions_are_made_for_shells() {
    let work = Work::new();
    for shell in ["bash", "zsh", "fish"] {
        let out = done(work.cli(&["completions", shell]));
        assert!(out.contains("log-update") && out.contains("followthrough"), "{shell}");
    }
}

#[test]
fn a_closed_pipe_is_no_fault() {
    let work = Work::sample();
    for args in
        [&["list", "recommendations", "--limit", "500"][..], &["--help"], &["completions", "bash"], &["overdue", "--json"]]
    {
        let mut child =
            work.command(&binary()).args(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("it ends");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!said.contains("panicked") && !said.contains("fault"), "{args:?}: {said}");
    }
}

#[test]
fn text_for_people_has_no_json_and_no_missing_words() {
    let work = Work::sample();
    let c = first(&work);
    for args in [
        &["overdue"][..],
        &["show", &c],
        &["show", "A4P+"],
        &["list", "commitments"],
        &["history", &c],
        &["search", "plan"],
        &["check"],
    ] {
        let out = done(work.cli(args));
        assert!(!out.contains("null") && !out.contains('{') && !out.contains("None"), "{args:?}: {out}");
    }
}
