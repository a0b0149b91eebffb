//! How far a long command is, on standard error; a short one says nothing.

use std::time::{Duration, Instant};

/// A second is what one waits without asking.
const EVERY: Duration = Duration::from_secs(1);

/// Counts steps and tells of them once a second.
pub(crate) struct Progress {
    of: &'static str,
    done: usize,
    total: usize,
    told: Instant,
}

impl Progress {
    /// Starts the clock for so many of something: "articles".
    pub(crate) fn new(of: &'static str, total: usize) -> Self {
        Self { of, done: 0, total, told: Instant::now() }
    }

    /// One more is done.
    pub(crate) fn step(&mut self) {
        self.done += 1;
        if self.told.elapsed() >= EVERY {
            self.told = Instant::now();
            eprintln!("{} of {} {}", self.done, self.total, self.of);
        }
    }
}
