//! When the program gives back memory. How that is done is in `crates/memory`.

use std::time::{Duration, Instant};

use tauri::async_runtime;

/// What took so long went over much, and what it needed for that is free again.
const MUCH: Duration = Duration::from_millis(200);

/// Does the work, and has what it left free given back if it was much. Nobody waits for that.
pub(crate) fn tidy<T>(work: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let done = work();
    if begun.elapsed() > MUCH {
        drop(async_runtime::spawn_blocking(followthrough_memory::give_back));
    }
    done
}
