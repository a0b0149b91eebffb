//! Why a file could not be read, told so that its owner can mend it.

use core::fmt;

/// A file that could not be read.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Rejection {
    /// Path of the file, as the reader of the message would look for it.
    pub file: String,
    /// Where in it: "line 3, column 7", "byte 1024", "record 12"; `None` when it is the file as a whole.
    pub place: Option<String>,
    /// What is wrong, as a clause without a full stop.
    pub problem: String,
    /// What to do, as a clause without a full stop.
    pub remedy: String,
}

impl Rejection {
    /// A refusal of a file as a whole.
    pub fn new(file: &str, problem: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { file: file.to_owned(), place: None, problem: problem.into(), remedy: remedy.into() }
    }

    /// The same, for a place in the file.
    #[must_use]
    pub fn at(self, place: impl Into<String>) -> Self {
        Self { place: Some(place.into()), ..self }
    }
}

impl Rejection {
    /// The same words without the file's name, for where that stands beside them.
    pub fn advice(&self) -> String {
        let place = self.place.as_ref().map_or(String::new(), |place| format!("{place}: "));
        format!("{place}{}; {}", self.problem, self.remedy)
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(place) = &self.place {
            write!(f, ", {place}")?;
        }
        write!(f, ": {}; {}", self.problem, self.remedy)
    }
}

impl core::error::Error for Rejection {}
