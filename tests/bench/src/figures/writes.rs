//! Writing, on two copies of the workspace: ours on one, by hand on the other.

use super::Said;
use crate::measure::{Figure, in_turns, median, ms};
use crate::{bulk, reading, writing};
use followthrough_bench::generator::{TODAY, machine};
use followthrough_bench::{Chance, StillClock};
use followthrough_commands::{Desk, LogUpdate, Undo};
use followthrough_model::record::{Answer, Commitment, Recommendation, Source};
use followthrough_model::vocabulary::CommitmentKind;
use followthrough_model::{Kind, Status, Value};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub(super) fn figures(file: &Path, folder: &Path, say: &mut impl FnMut(Figure)) -> Said {
    say(log_update(file, folder)?);
    many(file, folder, say)?;
    say(import(file, folder)?);
    Ok(())
}

/// Two copies of the file, on disk.
fn copies(file: &Path, folder: &Path) -> std::io::Result<[PathBuf; 2]> {
    let copies = ["ours", "hand"].map(|name| folder.join(format!("copy-{name}.followthrough")));
    drop_copies(&copies);
    for copy in &copies {
        std::fs::copy(file, copy)?;
        std::fs::File::open(copy)?.sync_all()?;
    }
    Ok(copies)
}

fn drop_copies(copies: &[PathBuf]) {
    for (copy, end) in copies.iter().flat_map(|c| ["", "-wal", "-shm"].map(|e| (c, e))) {
        let _ = std::fs::remove_file(format!("{}{end}", copy.display())); // there or not
    }
}

/// Logs updates with a file of 20 kB on two copies of the workspace: ours on one, by hand on the other.
fn log_update(file: &Path, folder: &Path) -> Result<Figure, Box<dyn Error>> {
    const ROUNDS: usize = 80;
    let copies = copies(file, folder)?;
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
    drop_copies(&copies);
    Ok(Figure::new("log one update with a 20 kB file, acknowledged", times, 1.5))
}

/// A cell of a thousand commitments in one entry, and its undo.
fn many(file: &Path, folder: &Path, say: &mut impl FnMut(Figure)) -> Said {
    const MANY: u32 = 1_000;
    const ROUNDS: usize = 15;
    let copies = copies(file, folder)?;
    let desk = Desk::of_terminal(machine(folder, Arc::new(StillClock::on(TODAY, 6))));
    let store = desk.open(&copies[0])?;
    let conn = reading::connect(&copies[1])?;
    let targets = bulk::targets(&conn, MANY)?;
    let rows = store.read(|r| {
        targets.iter().map(|(_, reference, _)| Ok(r.find(reference, &[Kind::Commitment])?.at)).collect::<Result<Vec<_>, _>>()
    })?;
    let hand = bulk::Bare::new(conn, MANY)?;
    let ours = |handler: &str| {
        store
            .edit("EditMany", |tx| {
                let value = Value::Text(handler.to_owned());
                rows.iter().try_for_each(|at| tx.set(*at, Commitment::handler, &value).map(drop))
            })
            .expect("edited");
    };
    let [mut edits, mut undos] = [(Vec::new(), Vec::new()), (Vec::new(), Vec::new())];
    for round in 0..=ROUNDS {
        let handler = format!("round {round}");
        let mut told = [0.0; 4];
        // Each first every other time.
        for side in [round % 2, 1 - round % 2] {
            told[side] = ms(|| if side == 0 { ours(&handler) } else { hand.set(&handler).expect("by hand") });
        }
        for side in [round % 2, 1 - round % 2] {
            told[2 + side] = ms(|| {
                if side == 0 {
                    desk.edit(Undo {}).expect("undone");
                } else {
                    hand.take_back(&handler).expect("by hand");
                }
            });
        }
        if round > 0 {
            edits.0.push(told[0]);
            edits.1.push(told[1]);
            undos.0.push(told[2]);
            undos.1.push(told[3]);
        }
    }
    drop((desk, store, hand));
    drop_copies(&copies);
    say(Figure::new("bulk edit of 1,000 commitments, acknowledged", (median(edits.0), median(edits.1)), 2.0));
    say(Figure::new("  its undo", (median(undos.0), median(undos.1)), 2.0));
    Ok(())
}

/// An import of 100,000 rows, and its undo, once each.
fn import(file: &Path, folder: &Path) -> Result<Figure, Box<dyn Error>> {
    const THIRD: i64 = 33_333;
    let copies = copies(file, folder)?;
    let desk = Desk::of_terminal(machine(folder, Arc::new(StillClock::on(TODAY, 7))));
    let store = desk.open(&copies[0])?;
    let mut chance = Chance::of(11);
    let mut text = || format!("Line {} of the list that was taken over, with what it says", chance.bits());
    let import = ms(|| {
        store
            .edit("Import", |tx| {
                let source = tx.insert(&Source::of("LIST".to_owned(), "A list that was taken over".to_owned()))?;
                for ord in 0..THIRD {
                    let recommendation = tx.insert(&Recommendation::of(source, ord, text()))?;
                    let commitment = tx.insert(&Commitment::of(text(), CommitmentKind::Response))?;
                    tx.insert(&Answer { commitment, recommendation, main: true })?;
                }
                Ok(())
            })
            .expect("imported");
    });
    let undo = ms(|| drop(desk.edit(Undo {}).expect("undone")));
    drop((desk, store));
    drop_copies(&copies);
    Ok(Figure::new("undo of an import of 100,000 rows, to the import", (undo, import), 2.0))
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
