//! A number the text gives, with its bounds and what it counts.

use crate::{ground::Rule, span::Span};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// What the words around a number make of it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Qualifier {
    /// As it stands: "7,000", "exactly ten", "a total of 12".
    Exact,
    /// "about", "some", "around", "an estimated", "or so".
    About,
    /// "almost", "nearly", "just under": a little less.
    Almost,
    /// "more than", "over", "upwards of".
    MoreThan,
    /// "at least", "no fewer than", "or more".
    AtLeast,
    /// "less than", "fewer than", "under".
    LessThan,
    /// "up to", "as many as", "at most".
    UpTo,
    /// The number is of the kind people round to: "a quarter century", "half a million".
    Rounded,
    /// Only an order of magnitude: "thousands", "tens of thousands".
    Vague,
}

impl Qualifier {
    /// Its name in files and on the page: "more-than".
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::Almost => "almost",
            Self::MoreThan => "more-than",
            Self::AtLeast => "at-least",
            Self::LessThan => "less-than",
            Self::UpTo => "up-to",
            Self::Rounded => "rounded",
            Self::Vague => "vague",
        }
    }
}

/// How much.
///
/// Both bounds are the number as stated, whatever its qualifier: "almost 7,000" is 7,000 to 7,000. They differ for
/// ranges ("10 to 15") and where the words give only a magnitude: "tens of thousands" is 10,000 to 99,999; "dozens" 12
/// to 99; "hundreds" 100 to 999; "thousands" 1,000 to 99,999 and so on for the greater ones, since a writer who says
/// "thousands" of twenty thousand is not wrong, but of two hundred thousand would say so.
#[derive(Clone, Copy, PartialEq, PartialOrd, Debug, Serialize, Deserialize)]
pub struct Amount {
    /// The least it can be, in [`Figure::measured_in`].
    pub low: f64,
    /// The most it can be; never less than `low`.
    pub high: f64,
    /// How the words around it bend it.
    pub qualifier: Qualifier,
}

/// What kind of number it is; only figures of one kind can be set against each other.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FigureKind {
    /// How many: "two protesters".
    Count,
    /// Of a hundred: "80 per cent".
    Percentage,
    /// Of a whole: "two-thirds of"; between 0 and 1.
    Fraction,
    /// "$5 million".
    Money,
    /// "34-year-old".
    Age,
    /// "26-year rule".
    Duration,
    /// Place in a row: "sixth term".
    Rank,
    /// With a unit of length, weight, speed …: "12 km".
    Measure,
}

/// A number, and what it counts or measures.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Figure {
    /// The number with the qualifier and the unit that touch it: "more than 80%".
    pub span: Span,
    /// How much.
    pub amount: Amount,
    /// What kind of number.
    pub kind: FigureKind,
    /// The words that qualify it: "more than".
    pub qualified_by: Option<Span>,
    /// The unit as written: "%", "years", "$".
    pub unit: Option<Span>,
    /// What the bounds are in: "%", "year", "km", or a currency ("USD"; "dollar" where the text does not say whose).
    /// Decades and centuries are given in years. `None` for what is merely counted.
    pub measured_in: Option<Cow<'static, str>>,
    /// The words that say what is counted: "supporters".
    pub of: Option<Span>,
    /// The rule that found it.
    pub rule: Rule,
}
