//! What runs under a name: how far it is, and how it is given up, by name or because the next question of the same name
//! was asked. A question ends; an edit is rolled back; a file that was being written is not put in place.
//!
//! Does not decide how long is long: whoever asked does.

use crate::desk::Desk;
use crate::door::{Act, At, Query, command};
use followthrough_store::{Job, Result};
use serde::Serialize;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use ts_rs::TS;

/// What runs under a name.
#[derive(Debug, Default)]
pub(crate) struct Jobs(Mutex<HashMap<String, Arc<Job>>>);

impl Jobs {
    fn held<R>(&self, act: impl FnOnce(&mut HashMap<String, Arc<Job>>) -> R) -> R {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Runs something under a name. Answers what ran under it before and perhaps still does.
    fn run<R>(&self, name: Option<&str>, work: impl FnOnce(&Arc<Job>, Option<Arc<Job>>) -> R) -> R {
        let job = Arc::new(Job::default());
        let Some(name) = name else { return work(&job, None) };
        let before = self.held(|jobs| jobs.insert(name.to_owned(), Arc::clone(&job)));
        let done = work(&job, before);
        self.held(|jobs| {
            // The next of that name may have begun.
            if jobs.get(name).is_some_and(|running| Arc::ptr_eq(running, &job)) {
                jobs.remove(name);
            }
        });
        done
    }

    fn named(&self, name: &str) -> Option<Arc<Job>> {
        self.held(|jobs| jobs.get(name).cloned())
    }
}

impl Desk {
    /// [`Desk::ask`] under the name of a job: it ends with the refusal `cancelled` once it is cancelled, or once the next
    /// question of that name is asked.
    pub fn ask_as<C: Query>(&self, name: Option<&str>, question: C, at: &At) -> Result<C::Reply> {
        if name.is_none() {
            return self.ask(question, at);
        }
        let store = self.store()?;
        self.jobs.run(name, |job, before| {
            if let Some(before) = before {
                before.stop();
            }
            store.read_until(at.known, job, |r| question.run(r, at))
        })
    }

    /// Runs an edit or an act under the name of a job, by which it can be cancelled.
    pub(crate) fn under<R>(&self, name: Option<&str>, work: impl FnOnce(&Arc<Job>) -> R) -> R {
        self.jobs.run(name, |job, _| work(job))
    }
}

command! {
    /// Ends what a window asked under this name: a question, an edit that is not saved yet, a file that is not whole yet.
    #[cfg_attr(feature = "clap", command(hide = true))]
    pub struct Cancel {
        /// The name in the envelope.
        pub job: String,
    }
}

impl Act for Cancel {
    /// Whether it was still running.
    type Reply = bool;
    fn run_until(self, desk: &Desk, _: &At, _: &Arc<Job>) -> Result<bool> {
        Ok(desk.jobs.named(&self.job).is_some_and(|job| {
            job.stop();
            true
        }))
    }
}

command! {
    /// How far it is that a window asked under this name.
    #[cfg_attr(feature = "clap", command(hide = true))]
    pub struct HowFar {
        /// The name in the envelope.
        pub job: String,
    }
}

/// How far something is.
#[derive(Debug, Serialize, TS)]
pub struct Far {
    /// It runs; else it is over, or never began.
    pub running: bool,
    /// How much of it is done; nothing where that is not known.
    pub percent: Option<u32>,
}

impl Act for HowFar {
    type Reply = Far;
    fn run_until(self, desk: &Desk, _: &At, _: &Arc<Job>) -> Result<Far> {
        let job = desk.jobs.named(&self.job);
        Ok(Far { running: job.is_some(), percent: job.and_then(|job| job.percent()) })
    }
}
