//! What happened when, over all articles.

use super::{Anchor, passage::Part};
use crate::ground::Rule;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One happening, with every place that dates it. The day an article was published is no event.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Event {
    /// The first and last day it may have been on, by all that date it.
    #[serde(with = "crate::day::span")]
    pub days: (Date, Date),
    /// The sentence or clause that stands for it.
    pub label: Anchor,
    /// Where it is dated, by article and place.
    pub members: Vec<Dated>,
    /// The rule that joined them; for a single one, that found it.
    pub rule: Rule,
}

/// One place that dates an event.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Dated {
    /// The sentence or clause that tells it.
    pub anchor: Anchor,
    /// The words that date it: a number into the article's time expressions.
    pub time: u32,
    /// The first and last day these words may mean.
    #[serde(with = "crate::day::span")]
    pub days: (Date, Date),
    /// In which part of the article; a caption is no second witness.
    pub part: Part,
}

impl Event {
    /// The numbers of the articles that tell of it, captions left out, ascending.
    pub fn articles(&self) -> Vec<u32> {
        let told = self.members.iter().filter(|member| member.part != Part::Caption);
        let mut articles: Vec<u32> = told.map(|member| member.anchor.article).collect();
        articles.dedup();
        articles
    }
}
