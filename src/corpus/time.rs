//! Words that tell when or how long, with what they amount to.

use crate::{ground::Rule, span::Span};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The type of a time expression, as in TimeML's TIMEX3.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum TimeKind {
    /// A day, week, month, year …, or a range of them.
    Date,
    /// A time of a day.
    Time,
    /// How long.
    Duration,
    /// Again and again.
    Set,
}

impl TimeKind {
    /// Its name in files: "DATE".
    pub const fn name(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// From what a time expression was counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum CountedFrom {
    /// The day the article was published.
    Published,
    /// An expression that stands earlier in the text.
    Expression(Span),
}

/// One time expression.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TimeExpression {
    /// The expression without its preposition: "Monday", "the past two years", "from Monday to Thursday" as a range.
    pub span: Span,
    /// Its type.
    pub kind: TimeKind,
    /// A TIMEX3 value: "2020-08-17", "2020-W33", "2020-Q3", "199" (the 1990s), "2020-08-17T12:00", "2020-08-17TMO", "P2Y",
    /// "PXD", "PRESENT_REF", "XXXX-08-09" where the year is not known; a range is "2020-08-17/2020-08-20".
    pub value: String,
    /// The first and last day it may mean, where that is known.
    #[serde(with = "crate::day::range")]
    pub days: Option<(Date, Date)>,
    /// What it was counted from; `None` where its own words say all.
    pub counted_from: Option<CountedFrom>,
    /// The time zone as written, never interpreted.
    pub zone: Option<Span>,
    /// The rule that found it.
    pub rule: Rule,
}
