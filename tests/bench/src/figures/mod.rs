//! The figures of one workspace, in the order of the table.

mod lists;
mod opened;
mod writes;

use crate::measure::Figure;
use crate::{memory, reading, space};
use followthrough_bench::StillClock;
use followthrough_bench::generator::{TODAY, machine};
use followthrough_commands::Desk;
use rusqlite::Connection;
use std::error::Error;
use std::path::Path;
use std::sync::Arc;

pub(crate) use lists::{filter, three_terms};

type Said = Result<(), Box<dyn Error>>;

/// The figures in their order, each printed as it comes.
fn collected(figures: impl FnOnce(&mut dyn FnMut(Figure)) -> Said) -> Result<Vec<Figure>, Box<dyn Error>> {
    let mut all = Vec::new();
    figures(&mut |figure| {
        figure.print();
        all.push(figure);
    })?;
    Ok(all)
}

/// The file as the program has it, and as who asks it by hand.
fn open(file: &Path, folder: &Path) -> Result<(Desk, Connection), Box<dyn Error>> {
    let desk = Desk::of_terminal(machine(folder, Arc::new(StillClock::on(TODAY, 2))));
    desk.open(file)?;
    Ok((desk, reading::connect(file)?))
}

/// What people ask with a key, of a file that there is already: the queues and the search against the bare queries.
pub(crate) fn keys(file: &Path, folder: &Path, rounds: usize) -> Result<Vec<Figure>, Box<dyn Error>> {
    collected(|mut say| {
        let (desk, conn) = open(file, folder)?;
        lists::overdue(&desk, &conn, rounds, &mut say)?;
        lists::queues(&desk, &conn, rounds, &mut say)?;
        opened::search(&desk, &conn, &mut say)
    })
}

/// All figures of one workspace.
pub(crate) fn all(file: &Path, folder: &Path) -> Result<Vec<Figure>, Box<dyn Error>> {
    collected(|mut say| {
        let (desk, conn) = open(file, folder)?;
        lists::figures(&desk, &conn, &mut say)?;
        opened::pages(&desk, &conn, &mut say)?;
        opened::search(&desk, &conn, &mut say)?;
        opened::summary(&desk, &conn, folder, &mut say)?;
        drop(desk);
        drop(conn);

        let told = memory::measure(file, folder)?;
        say(Figure::bound("opening the file to the first page", told.open_ms, 50.0, "ms"));
        say(Figure::bound("memory of the core after all this", told.memory_mb, 100.0, "MB"));
        say(Figure::bound("check of the whole", told.check_s, 30.0, "s"));
        say(space::figure(file, folder)?);
        writes::figures(file, folder, &mut say)
    })
}
