//! Names and whom or what they mean, as the output has them.

use super::line::voice;
use crossread_corpus::{
    annotation::{Annotations, Voices},
    article::Article,
    mention::{EntityId, Reference},
    span::Span,
};
use serde::Serialize;

/// A name at one place.
#[derive(Serialize)]
pub(super) struct MentionLine<'a> {
    span: Span,
    kind: &'static str,
    entity: Option<EntityId>,
    description: Option<Span>,
    voice: &'static str,
    voice_of: Option<u32>,
    rule: &'a str,
}

/// The mentions in their order: the number of one is its place in this list.
pub(super) fn mentions<'a>(found: &'a Annotations, voices: &Voices) -> Vec<MentionLine<'a>> {
    let mut owners = vec![None; found.mentions.len()];
    for (id, entity) in (0..).zip(&found.entities) {
        entity.mentions.iter().for_each(|at| owners[*at as usize] = Some(EntityId(id)));
    }
    let mut lines = Vec::with_capacity(owners.len());
    for (mention, entity) in found.mentions.iter().zip(owners) {
        let (voice, voice_of) = voice(voices, mention.span);
        let (kind, description) = (mention.kind.name(), mention.description);
        lines.push(MentionLine {
            span: mention.span,
            kind,
            entity,
            description,
            voice,
            voice_of,
            rule: &mention.rule.0,
        });
    }
    lines
}

/// Whom or what names mean.
#[derive(Serialize)]
pub(super) struct EntityLine<'a> {
    id: u32,
    kind: &'static str,
    name: &'a str,
    span: Span,
    mentions: &'a [u32],
    references: &'a [Reference],
    joined_by: Vec<&'a str>,
}

/// The entities; the id of one is its place in this list.
pub(super) fn entities(article: &Article) -> Vec<EntityLine<'_>> {
    let numbered = (0..).zip(&article.annotations.entities);
    numbered
        .map(|(id, entity)| EntityLine {
            id,
            kind: entity.kind.name(),
            name: article.slice(entity.name),
            span: entity.name,
            mentions: &entity.mentions,
            references: &entity.references,
            joined_by: entity.joined_by.iter().map(|rule| rule.0.as_ref()).collect(),
        })
        .collect()
}
