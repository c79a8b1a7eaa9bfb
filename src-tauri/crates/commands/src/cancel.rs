//! Questions that are given up while they run: by name, or because the next of the same name was asked.
//!
//! Does not stop edits: they are whole or not at all, and short.

use crate::desk::Desk;
use crate::door::{Act, At, Query, command};
use followthrough_store::Result;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// The questions that run under a name, each with what stops it.
#[derive(Debug, Default)]
pub(crate) struct Jobs(Mutex<HashMap<String, Arc<AtomicBool>>>);

impl Jobs {
    fn held<R>(&self, act: impl FnOnce(&mut HashMap<String, Arc<AtomicBool>>) -> R) -> R {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Begins a job; the one of that name before it is stopped.
    fn begin(&self, job: &str) -> Arc<AtomicBool> {
        let stop = Arc::new(AtomicBool::new(false));
        if let Some(before) = self.held(|jobs| jobs.insert(job.to_owned(), Arc::clone(&stop))) {
            before.store(true, Ordering::Relaxed);
        }
        stop
    }

    fn end(&self, job: &str, stop: &Arc<AtomicBool>) {
        self.held(|jobs| {
            // The next of that name may have begun.
            if jobs.get(job).is_some_and(|running| Arc::ptr_eq(running, stop)) {
                jobs.remove(job);
            }
        });
    }

    fn stop(&self, job: &str) -> bool {
        self.held(|jobs| jobs.get(job).map(|stop| stop.store(true, Ordering::Relaxed))).is_some()
    }
}

impl Desk {
    /// [`Desk::ask`] under the name of a job: it ends with the refusal `cancelled` once it is cancelled, or once the next
    /// question of that name is asked.
    pub fn ask_as<C: Query>(&self, job: Option<&str>, question: C, at: &At) -> Result<C::Reply> {
        let Some(job) = job else { return self.ask(question, at) };
        let store = self.store()?;
        let stop = self.jobs.begin(job);
        let reply = store.read_until(at.known, Some(&stop), |r| question.run(r, at));
        self.jobs.end(job, &stop);
        reply
    }
}

command! {
    /// Ends a question that a window asked under this name.
    pub struct Cancel {
        /// The name in the envelope of the question.
        pub job: String,
    }
}

impl Act for Cancel {
    /// Whether it was still running.
    type Reply = bool;
    fn run(self, desk: &Desk, _: &At) -> Result<bool> {
        Ok(desk.jobs.stop(&self.job))
    }
}
