//! Everything that can be asked of the program, each once: one struct (its arguments; its doc comment is its help) and
//! one impl (its body). [`list`] is the only list of them; from it come the JSON door, the command line and the
//! TypeScript of the window.
//!
//! Does not hold SQL (the store does) nor rules (the model does).

mod actors;
mod addressing;
mod asking;
mod bin;
mod carry;
mod catalogue;
mod commitments;
mod desk;
mod door;
mod dues;
mod events;
mod evidence;
mod files;
mod links;
mod list;
mod lists;
mod milestones;
mod parts;
mod recommendations;
mod recurring;
mod requests;
mod reviews;
mod rollup;
mod series;
mod sets;
mod settings;
mod sources;
mod summary;
mod themes;
mod typescript;
mod undo;
mod updates;
mod values;
mod verification;
mod views;

pub use actors::*;
pub use addressing::*;
pub use asking::*;
pub use bin::*;
pub use carry::*;
pub use catalogue::*;
pub use commitments::*;
pub use desk::{Desk, Grant, Input, Output, machine_of_user};
pub use door::{Act, At, Edit, Envelope, Problem, Query};
pub use dues::*;
pub use events::*;
pub use evidence::*;
pub use files::*;
pub use links::*;
pub use list::{Command, NAMES, Named};
pub use lists::*;
pub use milestones::*;
pub use parts::*;
pub use recommendations::*;
pub use recurring::*;
pub use requests::*;
pub use reviews::*;
pub use rollup::*;
pub use series::*;
pub use settings::*;
pub use sources::*;
pub use summary::*;
pub use themes::*;
pub use typescript::typescript;
pub use undo::*;
pub use updates::*;
pub use values::Created;
pub use verification::*;
pub use views::*;

pub use followthrough_store::{Machine, Store, read};
