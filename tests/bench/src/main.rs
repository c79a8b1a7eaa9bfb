//! `make bench`: our times against hand-written limits, taken in turns in one process, at the full size and at a tenth;
//! the table here, the same figures in `out/bench.json`. A target that is missed is said and does not fail the run.

mod measure;
mod memory;
mod reading;
mod writing;

use followthrough_bench::generator::{Size, TODAY, machine, workspace};
use followthrough_bench::{Chance, StillClock};
use followthrough_commands::{At, Desk, LogUpdate, Overdue, Search, Show, Summary};
use followthrough_model::Status;
use measure::{Figure, in_turns, median};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const SEED: u64 = 1;
const AT: At = At::on(TODAY, TODAY);

/// Typed letter by letter: frequent words and rare ones, two together, an accent, Arabic, Chinese.
const TYPED: &[&str] = &[
    "training",
    "peacekeeping operations",
    "ceasefire",
    "women security",
    "coordination",
    "sécurité",
    "السلام",
    "维持和平",
    "SRC07",
    "interverified",
];

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if let [child, file, folder] = args.as_slice()
        && child == memory::CHILD
    {
        return memory::child(Path::new(file), Path::new(folder));
    }
    let folder = std::path::absolute("out/bench")?;
    std::fs::create_dir_all(&folder)?;
    let mut by_size = Vec::new();
    for (name, size) in [("a tenth", Size::TENTH), ("full size", Size::FULL)] {
        if args.iter().any(|a| a == "--tenth") && size != Size::TENTH {
            continue;
        }
        println!(
            "\n{name}: {} recommendations, {} commitments, {} updates",
            size.recommendations, size.commitments, size.updates
        );
        let file = workspace(&folder, size, SEED)?;
        measure::heading();
        by_size.push(figures(&file, &folder)?);
    }
    let mut figures = by_size.pop().ok_or("no size was measured")?;
    if let Some(tenth) = by_size.pop() {
        println!("\ngrowth: the ratio at full size over the ratio at a tenth");
        measure::heading();
        let grown: Vec<Figure> = figures
            .iter()
            .zip(&tenth)
            .filter(|(full, _)| full.allowed.is_some_and(|a| a > 1.0))
            .map(|(full, tenth)| {
                let grown = Figure {
                    name: format!("growth: {}", full.name),
                    ours: full.ratio(),
                    limit: tenth.ratio(),
                    allowed: Some(1.5),
                    unit: "ratio",
                };
                grown.print();
                grown
            })
            .collect();
        figures.extend(tenth.into_iter().map(|f| Figure { name: format!("a tenth: {}", f.name), ..f }));
        figures.extend(grown);
    }
    let json: Vec<_> = figures.iter().map(Figure::json).collect();
    std::fs::write("out/bench.json", serde_json::to_string_pretty(&json)? + "\n")?;
    let missed = figures.iter().filter(|f| f.allowed.is_some_and(|a| f.ratio() > a)).count();
    println!("\n{missed} targets missed. The figures are in out/bench.json.");
    Ok(())
}

/// All figures of one workspace.
fn figures(file: &Path, folder: &Path) -> Result<Vec<Figure>, Box<dyn Error>> {
    let mut all = Vec::new();
    let mut say = |figure: Figure| {
        figure.print();
        all.push(figure);
    };
    let desk = Desk::of_terminal(machine(folder, Arc::new(StillClock::on(TODAY, 2))));
    desk.open(file)?;
    let conn = reading::connect(file)?;
    let as_of = TODAY.to_string();

    let overdue = |by_lead| desk.ask(Overdue { limit: Some(50), by_lead, ..Overdue::default() }, &AT).expect("what is overdue");
    let (ours, hand) = (overdue(false), reading::overdue(&conn, &as_of)?);
    assert_eq!((ours.total, ours.items.len()), (hand.0, hand.1.len()), "both read the same");
    say(Figure::new(
        "first page of overdue, with its total",
        in_turns(61, |_| drop(overdue(false)), |_| drop(reading::overdue(&conn, &as_of).expect("by hand"))),
        1.5,
    ));
    let ages = [365, 730, 1095].map(|days| (TODAY - chrono::Days::new(days)).to_string());
    let ages = [ages[0].as_str(), ages[1].as_str(), ages[2].as_str()];
    say(Figure::told(
        "  the same, its other figures also by hand",
        in_turns(61, |_| drop(overdue(false)), |_| drop(reading::overdue_with_figures(&conn, &as_of, ages).expect("by hand"))),
    ));
    let hand = reading::overdue_by_lead(&conn, &as_of)?;
    assert_eq!((overdue(true).groups.len(), overdue(true).total), (hand.1.len(), hand.0), "both read the same");
    say(Figure::new(
        "first page of overdue by lead, with its total",
        in_turns(61, |_| drop(overdue(true)), |_| drop(reading::overdue_by_lead(&conn, &as_of).expect("by hand"))),
        1.5,
    ));

    pages(&desk, &conn, &as_of, &mut say)?;
    search(&desk, &conn, &mut say)?;

    let output = folder.join("summary.json");
    let summary = || {
        let output = output.to_string_lossy();
        let command = Summary { format: "json".to_owned(), output: output.as_ref().into(), ..Summary::default() };
        followthrough_commands::Act::run(command, &desk, &AT).expect("a summary");
    };
    let by_hand = || {
        let mut read = 0;
        reading::summary(&conn, &as_of, |row| {
            read += 1;
            drop(row);
        })
        .expect("by hand");
        assert!(read > 0);
    };
    say(Figure::new("summary --format json of the whole", in_turns(5, |_| summary(), |_| by_hand()), 2.0));
    drop(desk);
    drop(conn);

    let told = memory::measure(file, folder)?;
    say(Figure::bound("opening the file to the first page", told.open_ms, 50.0, "ms"));
    say(Figure::bound("memory of the core after all this", told.memory_mb, 100.0, "MB"));
    say(Figure::bound("check of the whole", told.check_s, 30.0, "s"));
    say(write(file, folder)?);
    Ok(all)
}

fn pages(desk: &Desk, conn: &rusqlite::Connection, as_of: &str, say: &mut impl FnMut(Figure)) -> Result<(), Box<dyn Error>> {
    let references = |sql: &str| -> rusqlite::Result<Vec<String>> {
        conn.prepare(sql)?.query_map([], |r| Ok(followthrough_model::reference::letters(r.get(0)?, r.get(1)?)))?.collect()
    };
    let usual = references("SELECT code, shown FROM item WHERE kind = 10 AND life = 0 ORDER BY code LIMIT 400")?;
    let long = references(
        "SELECT i.code, i.shown FROM item i JOIN (SELECT commitment, count(*) AS n FROM update_ GROUP BY commitment ORDER BY n DESC LIMIT 20) u ON u.commitment = i.rid",
    )?;
    for (letters, rounds, allowed) in [(&usual, 400, Some(1.5)), (&long, 100, None)] {
        let show = |letters: &String| desk.ask(Show { item: format!("C-{letters}") }, &AT).expect("a page");
        let of = |round: usize| &letters[round % letters.len()];
        let times = in_turns(
            rounds,
            |round| drop(show(of(round))),
            |round| drop(reading::page(conn, of(round), as_of).expect("by hand")),
        );
        if let Some(allowed) = allowed {
            say(Figure::new("item page with everything on it", times, allowed));
        } else {
            let page = reading::page(conn, &letters[0], as_of)?;
            say(Figure::told(format!("  the longest pages ({} updates, {} uses)", page.updates.len(), page.uses.len()), times));
        }
    }
    Ok(())
}

fn search(desk: &Desk, conn: &rusqlite::Connection, say: &mut impl FnMut(Figure)) -> Result<(), Box<dyn Error>> {
    let typed: Vec<String> = TYPED
        .iter()
        .flat_map(|words| words.char_indices().map(|(at, c)| words[..at + c.len_utf8()].to_owned()))
        .filter(|typed| !typed.ends_with(' '))
        .collect();
    let (mut ours, mut limit, mut bare, mut worst) = (Vec::new(), Vec::new(), Vec::new(), (0.0, 0.0));
    for words in &typed {
        let find = || desk.ask(Search { words: words.clone(), ..Search::default() }, &AT).expect("hits");
        assert_eq!(find().hits.len(), reading::shown_hits(conn, words)?.len(), "both find the same");
        let (a, b) = in_turns(7, |_| drop(find()), |_| drop(reading::shown_hits(conn, words).expect("by hand")));
        let (_, c) = in_turns(3, |_| (), |_| drop(reading::hits(conn, words).expect("by hand")));
        if a > worst.0 {
            worst = (a, b);
        }
        ours.push(a);
        limit.push(b);
        bare.push(c);
    }
    let mean = |of: &[f64]| of.iter().sum::<f64>() / f64::from(u32::try_from(of.len()).unwrap_or(1));
    say(Figure::new("search as typed, first 50", (median(ours.clone()), median(limit.clone())), 1.5));
    say(Figure::told("  mean of all that was typed", (mean(&ours), mean(&limit))));
    say(Figure::told("  against FTS5 alone, row numbers only", (median(ours), median(bare))));
    say(Figure::told("  the slowest that was typed", worst));
    Ok(())
}

/// Logs updates with a file of 20 kB on two copies of the workspace: ours on one, by hand on the other.
fn write(file: &Path, folder: &Path) -> Result<Figure, Box<dyn Error>> {
    const ROUNDS: usize = 80;
    let copies = ["ours", "hand"].map(|name| folder.join(format!("copy-{name}.followthrough")));
    let drop_copies = || {
        for (copy, end) in copies.iter().flat_map(|c| ["", "-wal", "-shm"].map(|e| (c, e))) {
            let _ = std::fs::remove_file(format!("{}{end}", copy.display())); // there or not
        }
    };
    drop_copies();
    for copy in &copies {
        std::fs::copy(file, copy)?;
        std::fs::File::open(copy)?.sync_all()?;
    }
    let files = evidence_files(folder, ROUNDS + 1)?;
    let desk = Desk::of_terminal(machine(folder, Arc::new(StillClock::on(TODAY, 3))));
    desk.open(&copies[0])?;
    let conn = reading::connect(&copies[1])?;
    let targets = writing::targets(&conn, u32::try_from(ROUNDS + 1)?)?;
    assert_eq!(targets.len(), ROUNDS + 1, "enough to write to");
    let before = writing::rows(&conn)?;
    let actor: String = conn.query_row("SELECT short FROM actor WHERE short IS NOT NULL LIMIT 1", [], |r| r.get(0))?;
    let mut hand = writing::Hand::new(conn, &actor)?;
    let text = "Training of the second contingent was completed at the regional centre and the police component has adopted the revised standing orders on the protection of civilians in camps";
    let status = |round: usize| round.is_multiple_of(2).then_some(Status::PartiallyImplemented);
    let times = in_turns(
        ROUNDS,
        |round| {
            let command = LogUpdate {
                commitment: targets[round].reference.clone(),
                text: text.to_owned(),
                status: status(round),
                by: Some(actor.clone()),
                file: Some(files[round].to_string_lossy().as_ref().into()),
                ..LogUpdate::default()
            };
            desk.edit(command).expect("logged");
        },
        |round| {
            let status = status(round).map(Status::as_str);
            hand.log_update(&targets[round], text, status, &TODAY.to_string(), &files[round]).expect("by hand");
        },
    );
    drop(desk);
    drop(hand);
    let counted = [0, 1].map(|n| reading::connect(&copies[n]).and_then(|c| writing::rows(&c)).expect("rows"));
    assert_eq!(counted[0], counted[1], "both wrote the same rows");
    assert_ne!(counted[0], before);
    drop_copies();
    Ok(Figure::new("log one update with a 20 kB file, acknowledged", times, 1.5))
}

/// Files of 20 kB, no two alike.
fn evidence_files(folder: &Path, n: usize) -> std::io::Result<Vec<PathBuf>> {
    let folder = folder.join("evidence");
    std::fs::create_dir_all(&folder)?;
    (0..n)
        .map(|i| {
            let mut chance = Chance::of(1_000 + i as u64);
            let bytes: Vec<u8> = (0..2_500).flat_map(|_| chance.bits().to_le_bytes()).collect();
            let path = folder.join(format!("report-{i}.pdf"));
            std::fs::write(&path, bytes)?;
            Ok(path)
        })
        .collect()
}
