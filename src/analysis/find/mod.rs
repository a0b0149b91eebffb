//! What one article's text says, one file a phenomenon; each finder is total and gives spans into the text.

pub mod attribution;
pub mod date;
pub mod entity;
pub mod figure;
pub(crate) mod hashed;
pub mod mention;
pub mod quotation;
pub mod sentence;
mod speaker;
pub mod time;
pub mod token;

use crossread_corpus::{
    annotation::Annotations, article::Article, mention::EntityKind, span::Span, time::TimeExpression,
};

/// All that is found in an article whose header, blocks and sentences are known; its own annotations are not read.
pub fn annotations(article: &Article) -> Annotations {
    let text = &article.text;
    let sentences: Vec<_> = article.sentences.iter().map(|sentence| token::tokens(text, *sentence)).collect();
    let published = article.header.published.as_ref().map(|published| published.value.date);
    let lower = text.to_ascii_lowercase();
    let pieces = figure::piece::sentences(text, &lower, &sentences);
    let times = time::in_pieces(text, &pieces, published);
    let mut mentions = mention::mentions(text, &sentences);
    mentions.retain(|mention| mention.kind == EntityKind::Other || !is_dated(text, &times, mention.span));
    let entities = entity::in_pieces(text, &pieces, &mentions);
    let mut attributions = attribution::in_tokens(text, &lower, &article.blocks, &article.sentences, &sentences);
    speaker::identify(text, &mentions, &entities, &mut attributions);
    Annotations { attributions, mentions, entities, times, figures: figure::in_pieces(&pieces) }
}

/// True for a word of a date with its number: "May" of "May 5" is nobody's name.
fn is_dated(text: &str, times: &[TimeExpression], place: Span) -> bool {
    let from = times.partition_point(|time| time.span.end() <= place.start());
    let around = times.get(from).filter(|time| time.span.contains(place));
    around.is_some_and(|time| text[time.span.range()].contains(|c: char| c.is_ascii_digit()))
}
