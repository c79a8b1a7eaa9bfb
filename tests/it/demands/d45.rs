//! D45: Usable with little training: sample data, help in place.

use crate::desk::{FOR_THE_WINDOW, Work, is_a_sentence};
use followthrough_commands::*;

/// `AddActor` is typed `add-actor`.
fn verb(name: &str) -> String {
    let mut out = String::new();
    for (i, c) in name.char_indices() {
        if c.is_ascii_uppercase() && i > 0 {
            out.push('-');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}

#[test]
fn d45_usable_with_little_training() {
    // A workspace to practise with is one command away, and has work in it.
    let work = Work::sample();
    let overdue = work.ask(Overdue::default());
    assert!(overdue.total > 40, "{}", overdue.total);
    let first = &overdue.items[0];
    assert!(first.lead.is_some() && first.due_stated.is_some() && first.recommendation.is_some());

    // Every command says what it does, and every argument what it is, where one stands.
    let all = work.cli(&["--help"]);
    assert_eq!(all.code, Some(0));
    for name in NAMES.iter().filter(|name| !FOR_THE_WINDOW.contains(name)) {
        let verb = verb(name);
        assert!(all.out.contains(&verb), "{verb} is not in the list of commands");
        let help = work.cli(&[&verb, "--help"]);
        assert_eq!(help.code, Some(0), "{verb}");
        let said = help.out.lines().next().unwrap_or_default();
        assert!(said.ends_with('.') || said.len() > 20, "{verb} does not say what it does: {said}");
        for line in help.out.lines().filter(|line| line.trim_start().starts_with("--")) {
            let told = line.trim_start().split_once("  ").is_some_and(|(_, words)| !words.trim().is_empty());
            let below = help.out.lines().skip_while(|l| *l != line).nth(1).is_some_and(|l| l.starts_with("          "));
            assert!(told || below, "{verb}: {line} is not explained");
        }
    }

    // What is mistyped is answered with what would do.
    let unknown = work.cli(&["show", "C-ZZZZZ"]);
    assert_ne!(unknown.code, Some(0));
    is_a_sentence(&unknown.err);
    assert!(unknown.err.contains("C-7KQ3F") || unknown.err.contains("A4P+"), "an example: {}", unknown.err);
    // What was done by mistake is taken back.
    let c = first.commitment.clone();
    work.log(&c, None, None);
    assert_eq!(work.edit(Undo {}).command, "LogUpdate");
    work.is_sound();
}
