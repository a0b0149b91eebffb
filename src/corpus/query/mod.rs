//! What a reader asks, and what answers it.
//!
//! `syntax` reads the line a reader types into a [`Query`]; `find` looks its words up; `rank` orders the articles
//! (BM25F); `snippet` picks their best sentences.

mod find;
mod rank;
mod snippet;
mod syntax;
mod who;

pub use find::{Finding, Occurrence, Spelling, Texts};
pub use rank::{Rank, Ranked};
pub use snippet::{Snippet, place};
pub use syntax::{Atom, Clause, DayRange, Note, Part, Query};
pub use who::Who;
