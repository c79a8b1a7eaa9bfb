//! A refusal says which argument it is about, where one is to blame, so that the window can say it at that field.

use crate::desk::Work;
use serde_json::Value;

#[test]
fn a_refusal_names_the_argument_that_it_is_about() {
    let (work, c) = Work::small();
    let c = c.as_str();
    // The command, its arguments (C: a commitment), the code, the argument; "" is the whole of it.
    let cases = [
        ("LogUpdate", r#"{"commitment": "C", "text": " "}"#, "empty", "text"),
        ("LogUpdate", r#"{"commitment": "C", "text": "x", "on": "2024-13-01"}"#, "day", "on"),
        ("LogUpdate", r#"{"commitment": "C", "text": "x", "on": "2099-01-01"}"#, "future", "on"),
        ("LogUpdate", r#"{"commitment": "C", "text": "x", "by": "Nobody at all"}"#, "unknown", "by"),
        ("LogUpdate", r#"{"commitment": "C-AAAAA", "text": "x"}"#, "unknown", "commitment"),
        ("LogUpdate", r#"{"commitment": "C", "text": "x", "status": "implemented"}"#, "status", "status"),
        ("LogUpdate", r#"{"commitment": "C", "text": "x", "link": "two words"}"#, "link", "link"),
        ("SetDue", r#"{"commitment": "C", "words": "30 February 2031", "reason": "x"}"#, "due", "words"),
        ("SetDue", r#"{"commitment": "C", "words": "2031", "reason": " "}"#, "empty", "reason"),
        ("SetLead", r#"{"commitment": "C", "actor": "DPO", "on": "soon"}"#, "day", "on"),
        ("VerifyResult", r#"{"commitment": "C", "verdict": "waived"}"#, "nothing_reported", ""),
        ("AddSource", r#"{"short": "R", "title": "Again"}"#, "taken", "short"),
        ("AddActor", r#"{"name": "Another", "short": "DPO"}"#, "taken", "short"),
        ("AddActor", r#"{"name": "DPO"}"#, "taken", "name"),
        ("EditActor", r#"{"actor": "DPO", "succeeded_on": "never"}"#, "day", "succeeded_on"),
        ("EditCommitment", r#"{"commitment": "C", "deliverable": " "}"#, "empty", "deliverable"),
        ("SetPrivate", r#"{"item": "C", "private": true}"#, "no_reason", "reason"),
        ("AddEvent", r#"{"name": "A ministerial", "from": "2027-05-02", "to": "2027-05-01"}"#, "window", "to"),
        ("AskActor", r#"{"actor": "DPO", "about": [], "text": "x"}"#, "about", "about"),
        ("AskActor", r#"{"actor": "DPO", "about": ["C-AAAAA"], "text": "x"}"#, "unknown", "about"),
        ("RecordDecision", r#"{"recommendation": "R 1", "actor": "DPO", "answer": "not_accepted"}"#, "no_reason", "reason"),
        ("SetCells", r#"{"cells": [{"item": "C", "field": "review_months", "value": "often"}]}"#, "number", "cells"),
        ("SetCells", r#"{"cells": [{"item": "C", "field": "due", "value": "2030"}], "reason": ""}"#, "needs_reason", "reason"),
        (
            "SetCells",
            r#"{"cells": [{"item": "C", "field": "handler", "value": "x"}, {"item": "", "field": "handler"}]}"#,
            "some_refused",
            "",
        ),
        ("SetMany", r#"{"items": ["C"], "lead": "Nobody"}"#, "unknown", "lead"),
        ("SetMany", r#"{"items": ["C"], "due": "30 February 2031", "reason": "x"}"#, "due", "due"),
        ("SetMany", r#"{"items": ["C"], "due": "2031", "reason": " "}"#, "empty", "reason"),
        ("SetMany", r#"{"items": ["C"], "due": "2031", "event": "A feast", "reason": "x"}"#, "not_of_an_event", "event"),
        ("SetMany", r#"{"items": ["C"], "handler": "x", "on": "soon"}"#, "day", "on"),
        ("SetMany", r#"{"items": ["C"], "status": "suspended", "text": " "}"#, "empty", "text"),
        ("SetMany", r#"{"items": ["C"], "review_months": "often"}"#, "number", "review_months"),
        ("SetMany", r#"{"items": ["C"], "theme": "Colour"}"#, "unknown", "theme"),
        ("SetMany", r#"{"items": ["C"], "priority": "high"}"#, "arguments", "priority"),
        ("SetMany", r#"{"filter": "colour:red", "handler": "x"}"#, "filter", "filter"),
        ("SetMany", r#"{"items": ["C"], "status": "implemented", "text": "x", "skip": false}"#, "some_refused", "skip"),
        ("PreviewMany", r#"{"items": ["C"], "due": "30 February 2031", "reason": "x"}"#, "due", "due"),
        ("LogUpdate", r#"{"commitment": "C", "word": "x"}"#, "arguments", ""),
        ("Undo", "{\"x\": 1}", "arguments", ""),
    ];
    work.desk.call("AddAddressee", r#"{"recommendation": "R 1", "actor": "DPO"}"#, "{}").expect("asked");
    for (name, args, code, field) in cases {
        let args = args.replace("\"C\"", &format!("\"{c}\""));
        let said = work.desk.call(name, &args, "{}").expect_err("refused");
        let said: Value = serde_json::from_str(&said).expect("a problem is JSON");
        let about = said["field"].as_str().unwrap_or_default();
        assert_eq!((said["code"].as_str(), about), (Some(code), field), "{name} {args}: {said}");
        let given: Value = serde_json::from_str(&args).expect("JSON");
        // What is missing has no value, but its name must be one that the command takes.
        let known = given.get(about).is_some() || about.is_empty() || code == "no_reason";
        assert!(known, "{name} has no argument {about}");
    }
}

#[test]
fn what_is_wrong_with_the_file_is_about_no_argument() {
    use followthrough_store::Error;
    assert_eq!(Error::DiskFull.about("text").field(), None);
    // The nearest to the cause stays.
    let inner = Error::refuse("day", "No day.").about("on").about("text");
    assert_eq!((inner.field(), inner.code(), inner.to_string().as_str()), (Some("on"), "day", "No day."));
}
