//! The shape of the repository, as ARCHITECTURE.md promises it: what may depend on what, what stands at the head of a
//! file, which names are never taken away.
//!
//! Does not hold what rustfmt, clippy and the UI's linter hold already.

use crate::desk::Work;
use followthrough_model::Kind;
use followthrough_model::record::item;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the repository")
}

/// What is made by a tool, or downloaded.
const NOT_OURS: [&str; 9] = ["target", "node_modules", "dist", "gen", "out", ".git", "test-results", "coverage", "__pycache__"];

/// The files under a folder with their paths from the root, what is made by tools left out.
fn files(under: &str) -> Vec<(String, PathBuf)> {
    let (root, mut found) = (root(), Vec::new());
    let mut folders = vec![root.join(under)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
            let path = entry.expect("an entry").path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() {
                if !NOT_OURS.contains(&name.as_str()) {
                    folders.push(path);
                }
            } else {
                let from_root = path.strip_prefix(&root).expect("under the root").to_string_lossy().replace('\\', "/");
                found.push((from_root, path));
            }
        }
    }
    found.sort();
    found
}

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn has_ending(name: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| name.ends_with(ending))
}

/// Sources of the crates' own, each up to its tests.
fn sources(crates: &[&str]) -> Vec<(String, String)> {
    let under = crates.iter().flat_map(|name| files(&format!("src-tauri/crates/{name}/src")));
    let rust = under.filter(|(name, _)| has_ending(name, &[".rs"]) && !name.ends_with("/tests.rs"));
    rust.map(|(name, path)| (name, text(&path).split("#[cfg(test)]").next().unwrap_or_default().to_owned())).collect()
}

const CRATES: [&str; 8] = ["model", "change", "store", "import", "report", "commands", "cli", "memory"];

/// None of the words stands in the sources outside comments.
fn without(crates: &[&str], words: &[&str], but: &[&str]) {
    let mut found = Vec::new();
    for (name, source) in sources(crates) {
        for (n, line) in source.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            for word in words.iter().filter(|word| code.contains(**word)) {
                if !but.iter().any(|allowed| line.contains(allowed)) {
                    found.push(format!("{name}:{}: {word}", n + 1));
                }
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// The crates' own that a manifest names among its dependencies, tests' left out.
fn depends_on(manifest: &str) -> BTreeSet<String> {
    let text = text(&root().join(manifest));
    let dependencies = text.split("[dependencies]").nth(1).unwrap_or_default().split("\n[").next().unwrap_or_default();
    let names = dependencies.lines().filter_map(|line| line.split(['.', ' ', '=']).next());
    names.filter(|name| !name.is_empty() && !name.starts_with('#')).map(str::to_owned).collect()
}

#[test]
fn arrows_point_down() {
    let check = |name: &str, may: &[&str]| {
        let ours = depends_on(&format!("src-tauri/crates/{name}/Cargo.toml"));
        let ours: Vec<String> = ours.iter().filter_map(|d| d.strip_prefix("followthrough-").map(str::to_owned)).collect();
        assert!(ours.iter().all(|d| may.contains(&d.as_str())), "{name} depends on {ours:?}, and may on {may:?}");
    };
    check("model", &[]);
    check("change", &["model"]);
    check("store", &["change", "model"]);
    check("import", &["change", "model"]);
    check("report", &["model"]);
    check("commands", &["import", "report", "store", "change", "model"]);
    check("cli", &["commands", "store", "model"]);
    check("memory", &[]);
}

#[test]
fn sqlite_is_only_in_the_store_and_tauri_only_in_the_shell() {
    let mut manifests: Vec<_> = files("src-tauri").into_iter().chain(files("tests")).collect();
    manifests.retain(|(name, _)| name.ends_with("Cargo.toml"));
    assert!(manifests.len() > 8);
    for (name, _) in manifests {
        let depends = depends_on(&name);
        let in_tests = name.starts_with("tests/");
        assert!(!depends.contains("rusqlite") || in_tests || name == "src-tauri/crates/store/Cargo.toml", "{name} has SQLite");
        let shell = depends.iter().any(|d| d.starts_with("tauri"));
        assert!(!shell || name == "src-tauri/Cargo.toml", "{name} has Tauri");
    }
}

#[test]
fn pure_crates_have_no_clock_and_no_file_system() {
    let words = [
        "std::fs",
        "SystemTime",
        "Utc::now",
        "Local::now",
        "Instant",
        "std::env",
        "std::net",
        "std::process",
        "File::open",
        "thread_rng",
    ];
    without(&["model", "change", "import", "report"], &words, &[]);
}

#[test]
fn the_store_looks_at_the_clock_in_one_place() {
    let looks = |words: &[&str]| -> Vec<String> {
        let found = sources(&["store", "commands", "cli"]).into_iter();
        found.filter(|(_, source)| words.iter().any(|word| source.contains(word))).map(|(name, _)| name).collect()
    };
    let day_or_chance = ["Utc::now", "Local::now", "SystemTime::now", "new_v4", "now_v7"];
    assert_eq!(looks(&day_or_chance), ["src-tauri/crates/store/src/machine.rs"]);
    // How long something takes: never what is answered, only whether it is.
    assert_eq!(looks(&["Instant::now"]), ["src-tauri/crates/store/src/job.rs"]);
}

#[test]
fn nothing_panics_on_purpose_outside_tests() {
    let words = [".unwrap()", ".expect(", "panic!", "unreachable!", "todo!", "unimplemented!", ".unwrap_err()"];
    // Constants, which the compiler computes.
    without(&CRATES, &words, &["pub const STILL: Day", "pub const EVER: Day"]);
}

#[test]
fn every_file_says_at_its_head_what_it_is_for() {
    let mut bare = Vec::new();
    for (name, path) in files("src-tauri").into_iter().chain(files("tests")).chain(files("ui")) {
        let heads: &[&str] = match () {
            () if has_ending(&name, &[".rs"]) => &["//!"],
            () if has_ending(&name, &[".test.ts", ".test.tsx", ".d.ts"]) => continue,
            () if has_ending(&name, &[".ts", ".tsx"]) => &["//", "/*"],
            () if has_ending(&name, &[".sql"]) => &["--"],
            () => continue,
        };
        let text = text(&path);
        if !heads.iter().any(|head| text.starts_with(head)) {
            bare.push(name);
        }
    }
    assert!(bare.is_empty(), "without a head: {bare:#?}");
}

#[test]
fn no_source_is_longer_than_500_lines() {
    // Between 400 and 500 lines, and of one piece. A file that grows past 400 is divided or argued here.
    let long = [
        "src-tauri/crates/cli/src/print.rs",
        // One table of nouns.
        "src-tauri/crates/model/src/record.rs",
        // Half of it its tables of examples.
        "src-tauri/crates/model/src/search.rs",
        "src-tauri/crates/store/src/open.rs",
        "src-tauri/crates/store/src/read/commitment.rs",
    ];
    let made_by_tools = ["ui/src/ipc/commands.ts", "ui/src/strings/en.d.json.ts"];
    let mut too_long = Vec::new();
    for (name, path) in files("src-tauri").into_iter().chain(files("ui/src")) {
        if !has_ending(&name, &[".rs", ".ts", ".tsx"]) || made_by_tools.contains(&name.as_str()) {
            continue;
        }
        let lines = text(&path).lines().count();
        if lines > 500 || (lines > 400 && !long.contains(&name.as_str())) {
            too_long.push(format!("{name}: {lines}"));
        }
    }
    assert!(too_long.is_empty(), "{too_long:#?}");
}

#[test]
fn no_path_of_somebodys_machine_is_written_down() {
    let endings = [
        ".rs", ".ts", ".tsx", ".css", ".html", ".json", ".toml", ".md", ".sh", ".mjs", ".yml", ".yaml", ".sql", ".txt",
        "Makefile",
    ];
    // Broken up, or this file would find itself; a test of report has one on purpose.
    let paths = [concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/ho", "me/"), concat!("C:\\Us", "ers")];
    let allowed = ["src-tauri/crates/report/tests/example/mod.rs"];
    let mut found = Vec::new();
    for (name, path) in files("") {
        if !has_ending(&name, &endings) || allowed.contains(&name.as_str()) {
            continue;
        }
        let text = text(&path);
        let lines = text.lines().enumerate().filter(|(_, line)| paths.iter().any(|p| line.contains(p)));
        found.extend(lines.map(|(n, _)| format!("{name}:{}", n + 1)));
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn every_command_and_every_argument_is_documented() {
    let typescript = followthrough_commands::typescript();
    let lines: Vec<&str> = typescript.lines().collect();
    for name in followthrough_commands::NAMES {
        let at = lines
            .iter()
            .position(|l| l.starts_with(&format!("  {name}: {{ args:")))
            .unwrap_or_else(|| panic!("{name} is not in the types"));
        let doc = lines[at - 1].trim();
        assert!(doc.starts_with("/**") && doc.ends_with(". */"), "{name}: {doc}");
        assert!(doc.len() > 20, "{name}: {doc}");
    }
    for (name, source) in sources(&["commands"]) {
        let mut documented = false;
        let mut inside = false;
        for line in source.lines().map(str::trim_start) {
            inside |= line == "command! {";
            if line == "}" {
                inside = false;
            }
            let field = inside && line.starts_with("pub ") && line.contains(": ");
            assert!(!field || documented, "{name}: {line} has no doc comment");
            documented = line.starts_with("///") || (documented && line.starts_with("#["));
        }
    }
}

/// Every name in the log: `kind.field`.
fn log_fields() -> BTreeSet<String> {
    let kinds = Kind::ALL.iter().flat_map(|kind| kind.fields().iter().map(move |f| format!("{}.{}", kind.table(), f.name)));
    kinds.chain(item::FIELDS.iter().map(|f| format!("item.{}", f.name))).collect()
}

#[test]
fn names_in_the_log_are_only_ever_added() {
    let file = root().join("tests/fixtures/log-fields.txt");
    let known: BTreeSet<String> =
        text(&file).lines().filter(|l| !l.starts_with('#') && !l.is_empty()).map(str::to_owned).collect();
    let now = log_fields();
    let gone: Vec<_> = known.difference(&now).collect();
    assert!(gone.is_empty(), "{gone:?}: a name in the log never goes or changes, for older logs hold it. Keep the field.");
    let new: Vec<_> = now.difference(&known).collect();
    assert!(new.is_empty(), "new names in the log: add them to tests/fixtures/log-fields.txt, to stay there for good: {new:#?}");
}

#[test]
fn columns_are_the_fields_of_the_model_and_what_is_kept() {
    let work = Work::new();
    let conn = work.raw();
    let columns = |table: &str| -> Vec<String> {
        let mut statement = conn.prepare(&format!("PRAGMA table_info({table})")).expect("SQL");
        statement.query_map([], |r| r.get(1)).expect("rows").map(|name| name.expect("a name")).collect()
    };
    let kept = |kind: &Kind| -> &[&str] {
        match kind {
            Kind::Commitment => &[
                "live",
                "lead",
                "status",
                "open",
                "due_now",
                "due_by",
                "due_first",
                "slips",
                "last_update_on",
                "evidence_n",
                "status_since",
                "age_from",
                "word_by",
                "against",
                "health",
                "reach",
            ],
            Kind::Recommendation => &["live", "answers_n", "done_n", "confirmed_n", "declined_n", "age_from"],
            Kind::Addressee => &["live", "decision", "decided_on", "age_from"],
            Kind::Event => &["from_day", "to_day"],
            Kind::Milestone => &["live", "due_by"],
            Kind::Request => &["live", "answered_on"],
            Kind::Due => &["due_by"],
            _ => &[],
        }
    };
    for kind in Kind::ALL {
        let fields = kind.fields().iter().map(|f| f.name);
        let expect: Vec<&str> = std::iter::once("rid").chain(fields).chain(kept(kind).iter().copied()).collect();
        assert_eq!(columns(kind.table()), expect, "{}", kind.table());
    }
    let mut own = columns("item");
    own.retain(|name| !["rid", "id", "kind", "code", "shown"].contains(&name.as_str()));
    assert_eq!(own, item::FIELDS.iter().map(|f| f.name).collect::<Vec<_>>());
}

#[test]
fn tables_are_strict_and_carry_our_mark() {
    let work = Work::new();
    let conn = work.raw();
    let mut statement = conn.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'").expect("SQL");
    let loose: Vec<String> = statement.query_map([], |r| r.get(0)).expect("rows").map(|n| n.expect("a name")).collect();
    assert!(loose.is_empty(), "{loose:?}");
    let mark = |name| conn.pragma_query_value(None, name, |r| r.get::<_, i64>(0)).expect("a pragma");
    assert_eq!((mark("application_id"), mark("user_version")), (0x4654_4852, 1));
    let mode: String = conn.pragma_query_value(None, "journal_mode", |r| r.get(0)).expect("a pragma");
    assert_eq!(mode, "wal");
}

#[test]
fn only_one_file_of_the_window_knows_tauri() {
    let importers: Vec<String> = files("ui/src")
        .into_iter()
        .filter(|(name, _)| has_ending(name, &[".ts", ".tsx"]))
        .filter(|(_, path)| text(path).contains("@tauri-apps"))
        .map(|(name, _)| name)
        .collect();
    assert_eq!(importers, ["ui/src/ipc/tauri.ts"]);
}

#[test]
fn migrations_are_numbered_without_gaps() {
    let numbered = files("src-tauri/crates/store/src/schema");
    let names: Vec<String> = numbered.iter().map(|(name, _)| name.rsplit('/').next().unwrap_or_default().to_owned()).collect();
    let expect: Vec<String> = (1..=names.len()).map(|n| format!("{n:04}.sql")).collect();
    assert_eq!(names, expect);
}
