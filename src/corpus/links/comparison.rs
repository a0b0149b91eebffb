//! All that comes of setting the articles of a collection side by side, sentence by sentence.

use super::{claim::Claims, difference::Difference, event::Event, figure::FigureGroup, wording::SameThing};
use serde::{Deserialize, Serialize};

/// What the articles share and where they part.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Comparison {
    /// Figures for the same thing.
    pub figures: Vec<FigureGroup>,
    /// What happened when.
    pub events: Vec<Event>,
    /// What several assert, and what only one has.
    pub claims: Claims,
    /// Where accounts part, the most telling first.
    pub differences: Vec<Difference>,
    /// The same thing in other words.
    pub same_things: Vec<SameThing>,
}
