//! An attribution while its sentence is still being read.

use super::phrase::PhraseRange;
use crossread_corpus::{annotation::Stance, span::Span};

/// One attribution found in a unit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Finding {
    pub(super) source: Option<Span>,
    pub(super) cue: Option<Span>,
    /// Word ranges in its unit.
    pub(super) content: Vec<PhraseRange>,
    /// Quotations of other units that belong to it: unit and word.
    pub(super) carried: Vec<(usize, usize)>,
    pub(super) stance: Stance,
    pub(super) rule: &'static str,
}
