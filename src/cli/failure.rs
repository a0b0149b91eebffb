//! How a command ends that was not done in full, and the exit status that says so.

use core::fmt;
use crossread_analysis::rejection::Rejection;
use std::process::ExitCode;

/// Why a command was not done, or not in full.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Some files were refused; the others are done.
    Refused(Vec<Rejection>),
    /// The words are not understood.
    Usage(String),
}

impl Failure {
    /// Nothing, where nothing was refused.
    pub(crate) fn of(rejections: Vec<Rejection>) -> anyhow::Result<()> {
        if rejections.is_empty() { Ok(()) } else { Err(Self::Refused(rejections).into()) }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(rejections) => {
                let lines: Vec<String> = rejections.iter().map(ToString::to_string).collect();
                f.write_str(&lines.join("\n"))
            }
            Self::Usage(problem) => write!(f, "{problem}; `crossread help` lists all commands"),
        }
    }
}

impl core::error::Error for Failure {}

/// The exit status of a command: 0 all done, 1 something was not, 2 the words are not understood.
pub(crate) fn status(outcome: &anyhow::Result<()>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => match error.downcast_ref() {
            Some(Failure::Usage(_)) => ExitCode::from(2),
            _ => ExitCode::FAILURE,
        },
    }
}
