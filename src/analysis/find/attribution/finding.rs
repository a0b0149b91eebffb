//! An attribution while its sentence is still being read.

use super::{lexicon::Cue, phrase::PhraseRange, unit::Unit, verb_group::Group};
use crossread_corpus::{attribution::Stance, span::Span};

/// One attribution found in a unit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Finding {
    pub(super) source: Option<Span>,
    pub(super) cue: Option<Span>,
    /// Word ranges in its unit.
    pub(super) content: Vec<PhraseRange>,
    /// Quotations of other units that belong to it: unit and word.
    pub(super) carried: Vec<(usize, usize)>,
    /// Who passes it on.
    pub(super) via: Option<Span>,
    pub(super) stance: Stance,
    pub(super) rule: &'static str,
}

impl Finding {
    /// A finding whose cue is the verb of `group`, used as `cue`, up to word `cue_end`.
    pub(super) fn of_verb(
        unit: &Unit,
        group: &Group,
        cue: &Cue,
        cue_end: usize,
        source: Option<PhraseRange>,
        content: Vec<PhraseRange>,
        rule: &'static str,
    ) -> Self {
        let cue_start = if group.negated { group.first } else { group.head };
        let whole = |&(from, to): &PhraseRange| from < to && to <= unit.words.len();
        Self {
            source: source.map(|(from, to)| unit.span(from, to)),
            cue: Some(unit.span(cue_start, cue_end.max(cue_start + 1))),
            content: content.into_iter().filter(whole).collect(),
            carried: Vec::new(),
            via: None,
            stance: cue.stance,
            rule,
        }
    }
}
