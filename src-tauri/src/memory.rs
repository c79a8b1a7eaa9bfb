//! What memory the program and its web views keep. How memory is given back is in `crates/memory`.

use std::time::{Duration, Instant};

/// The web views' processes are told in the environment. Each of their threads would keep a heap of its own otherwise.
#[cfg(target_os = "linux")]
const HEAPS: (&str, &str) = ("MALLOC_ARENA_MAX", "2");

/// What took so long went over much, and what it needed for that is free again.
const MUCH: Duration = Duration::from_millis(200);

/// To be called before anything else runs. What the user set stays; not being able to costs memory only.
pub(crate) fn fit() {
    followthrough_memory::fit();
    #[cfg(target_os = "linux")]
    if let Err(error) = webkit2gtk::glib::setenv(HEAPS.0, HEAPS.1, false) {
        eprintln!("The web view could not be told how many heaps to keep: {error}.");
    }
}

/// Does the work, and then gives back what it left free if it was much.
pub(crate) fn tidy<T>(work: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let done = work();
    if begun.elapsed() > MUCH {
        followthrough_memory::give_back();
    }
    done
}
