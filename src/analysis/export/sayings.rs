//! Who says what, as the output has it.

use crossread_corpus::{
    annotation::Annotations,
    attribution::{Attribution, Form, Kind, Stance},
    mention::EntityId,
    span::Span,
};
use serde::Serialize;

/// One attribution.
#[derive(Serialize)]
pub(super) struct SayingLine<'a> {
    form: Form,
    kind: Kind,
    content: &'a [Span],
    quoted: &'a [Span],
    source: Option<Span>,
    cue: Option<Span>,
    speaker: Option<EntityId>,
    speaker_span: Option<Span>,
    via: Option<Span>,
    stance: Stance,
    rule: &'a str,
}

impl<'a> SayingLine<'a> {
    fn of(saying: &'a Attribution) -> Self {
        Self {
            form: saying.form,
            kind: saying.kind,
            content: &saying.content,
            quoted: &saying.quoted,
            source: saying.source,
            cue: saying.cue,
            speaker: saying.entity,
            speaker_span: saying.speaker,
            via: saying.via,
            stance: saying.stance,
            rule: &saying.rule.0,
        }
    }
}

/// The attributions in their order: the number of one is its place in this list.
pub(super) fn sayings(found: &Annotations) -> Vec<SayingLine<'_>> {
    found.attributions.iter().map(SayingLine::of).collect()
}
