//! Where accounts part: sizes, days, words, voices, names. Nothing here says who is right.

use super::Anchor;
use crate::ground::Rule;
use serde::{Deserialize, Serialize};

/// Two or more places that tell of one thing and part in one respect.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Difference {
    /// In which respect.
    pub kind: DifferenceKind,
    /// What it is about: words of one of the articles.
    pub about: Anchor,
    /// The sides, of two articles at least; what each says is the text at its `words`.
    pub sides: Vec<Side>,
    /// A line that puts the sides beside each other, in their own words.
    pub line: String,
    /// How telling it is beside others, for sorting: greater is more.
    pub weight: u32,
    /// The rule that found it.
    pub rule: Rule,
}

/// One side.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Side {
    /// The sentence or clause.
    pub anchor: Anchor,
    /// The words in it that make the difference.
    pub words: Anchor,
}

/// In which respect accounts part.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DifferenceKind {
    /// How many or how much.
    Size,
    /// On which day.
    Date,
    /// One says one thing, another says it is not so.
    ClaimAndReply,
    /// The outlet's own words in one, somebody's in another.
    Voice,
    /// Another name, or a name where others have none.
    Naming,
    /// Another word for the same thing.
    Wording,
    /// One says more exactly what another leaves vague.
    Precision,
}

impl DifferenceKind {
    /// Its name in files and on the page: "claim-and-reply".
    pub const fn name(self) -> &'static str {
        match self {
            Self::Size => "size",
            Self::Date => "date",
            Self::ClaimAndReply => "claim-and-reply",
            Self::Voice => "voice",
            Self::Naming => "naming",
            Self::Wording => "wording",
            Self::Precision => "precision",
        }
    }
}
