//! What a fresh process needs: the time until it shows the first page, its memory after a day's work, and `check`.

use crate::AT;
use crate::measure::{median, ms};
use followthrough_bench::StillClock;
use followthrough_bench::generator::{TODAY, machine};
use followthrough_commands::{Act, Check, Counts, Desk, List, Overdue, Search, Show, Summary};
use followthrough_model::vocabulary::ListKind;
use serde_json::{Value, json};
use std::error::Error;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

/// The argument by which this program knows that it is the fresh process.
pub(crate) const CHILD: &str = "--fresh-process";

pub(crate) struct Told {
    pub open_ms: f64,
    pub memory_mb: f64,
    pub check_s: f64,
}

/// Starts fresh processes and hears what they say: several for opening, the first of them for the rest.
pub(crate) fn measure(file: &Path, folder: &Path) -> Result<Told, Box<dyn Error>> {
    let out = Command::new(std::env::current_exe()?).arg(CHILD).arg(file).arg(folder).output()?;
    if !out.status.success() {
        return Err(String::from_utf8_lossy(&out.stderr).into());
    }
    let said: Value = serde_json::from_slice(&out.stdout)?;
    let of = |key: &str| said[key].as_f64().unwrap_or(f64::INFINITY);
    Ok(Told { open_ms: of("open_ms"), memory_mb: of("memory_mb"), check_s: of("check_s") })
}

/// The fresh process.
pub(crate) fn child(file: &Path, folder: &Path) -> Result<(), Box<dyn Error>> {
    let machine = machine(folder, Arc::new(StillClock::on(TODAY, 4)));
    let first_page = || {
        let desk = Desk::of_terminal(machine.clone());
        desk.open(file).expect("opened");
        desk.ask(Overdue { limit: Some(50), by_lead: true, ..Overdue::default() }, &AT).expect("what is overdue");
        desk
    };
    let open_ms = median((0..9).map(|_| ms(|| drop(first_page()))).collect());

    let desk = first_page();
    for page in 0..40 {
        let overdue = desk.ask(Overdue { limit: Some(50), offset: Some(page * 50), by_lead: true, ..Overdue::default() }, &AT)?;
        for row in overdue.items.iter().take(10) {
            desk.ask(Show { item: row.commitment.clone() }, &AT)?;
        }
        for kind in [ListKind::Commitments, ListKind::Recommendations] {
            desk.ask(List { kind: Some(kind), offset: Some(page * 100), ..List::default() }, &AT)?;
        }
    }
    for words in crate::TYPED {
        desk.ask(Search { words: (*words).to_owned(), ..Search::default() }, &AT)?;
    }
    desk.ask(Counts {}, &AT)?;
    let output = folder.join("summary.json");
    Summary { format: "json".to_owned(), output: output.to_string_lossy().as_ref().into(), ..Summary::default() }
        .run(&desk, &AT)?;
    let mut checked = None;
    let check_ms = ms(|| checked = Some(desk.ask(Check {}, &AT)));
    let checked = checked.ok_or("no check")??;
    if !checked.ok {
        return Err(format!("the generated workspace does not pass its check: {:?}", checked.problems).into());
    }
    let told = json!({ "open_ms": open_ms, "check_s": check_ms / 1000.0, "memory_mb": most_memory()? });
    println!("{told}");
    Ok(())
}

/// The most memory that this process ever had, in MB (10^6 bytes).
fn most_memory() -> Result<f64, Box<dyn Error>> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:")).ok_or("no VmHWM")?;
    let kib: f64 = line.trim().trim_end_matches("kB").trim().parse()?;
    Ok(kib * 1024.0 / 1e6)
}
