//! What the panel shows of the work and of the files.

use crate::header;
use crossread_corpus::{
    message::{self, Step, Undo},
    wording::counted,
};

/// What the panel shows.
#[derive(Default)]
pub(crate) struct Shown {
    /// The reader's files.
    pub(crate) files: Vec<message::Own>,
    /// The files of the last addition.
    pub(crate) batch: Vec<Entry>,
    /// What is being done, if anything is.
    pub(crate) step: Option<Step>,
    /// What was done last, in a sentence.
    pub(crate) said: String,
    /// Whether files are kept, in a sentence.
    pub(crate) kept: String,
    pub(crate) undo: Option<Undo>,
    /// The article whose header the reader is setting right.
    pub(crate) open: Option<header::Place>,
    /// So many of the files are listed.
    pub(crate) listed: usize,
}

/// A file being added.
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) state: State,
}

pub(crate) enum State {
    Waiting,
    Reading,
    Read,
    Refused(String),
}

impl Shown {
    pub(crate) fn enter(&mut self, number: u32, state: State) {
        if let Some(entry) = self.batch.get_mut(number as usize) {
            entry.state = state;
        }
    }

    /// How many files were not read, in a sentence; nothing where all were.
    pub(crate) fn refusals(&self) -> String {
        match self.batch.iter().filter(|entry| matches!(entry.state, State::Refused(_))).count() {
            0 => String::new(),
            refused => format!("{} not read: each says why.", counted(refused, "file was", "files were")),
        }
    }
}
