//! The catalogue's files as they are built into the program. This is the one list of them: a new source is one line.
//!
//! Does not read them.

use super::{File, Files};

macro_rules! seed {
    ($name:literal) => {
        File { name: $name, text: include_str!(concat!("../../../../../seeds/", $name)) }
    };
}

/// The catalogue that comes with the program.
pub const EMBEDDED: Files<'static> = Files {
    actors: seed!("actors.json"),
    frameworks: seed!("frameworks.json"),
    sources: &[seed!("a4p-2020.json"), seed!("a4p-plus.json"), seed!("pc16.json"), seed!("cf17.json"), seed!("ipi.json")],
};

/// What stands between the sources and beside them: how themes and items stand to each other, what can be counted, and
/// the mechanisms that are named. Their shapes are in `seeds/*.schema.json`.
pub const BETWEEN: [File<'static>; 4] =
    [seed!("crosswalks.json"), seed!("links.json"), seed!("indicators.json"), seed!("instruments.json")];
