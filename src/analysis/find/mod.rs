//! What one article's text says, one file a phenomenon; each finder is total and gives spans into the text.

pub mod attribution;
pub mod date;
pub mod entity;
pub mod figure;
mod hashed;
pub mod mention;
pub mod quotation;
pub mod sentence;
mod speaker;
pub mod time;
pub mod token;

use crossread_corpus::{annotation::Annotations, article::Article};

/// All that is found in an article whose header, blocks and sentences are known; its own annotations are not read.
pub fn annotations(article: &Article) -> Annotations {
    let text = &article.text;
    let sentences: Vec<_> = article.sentences.iter().map(|sentence| token::tokens(text, *sentence)).collect();
    let published = article.header.published.as_ref().map(|published| published.value.date);
    let mentions = mention::mentions(text, &sentences);
    let entities = entity::entities(text, &sentences, &mentions);
    let mut attributions = attribution::attributions(text, &article.blocks, &article.sentences);
    speaker::identify(text, &mentions, &entities, &mut attributions);
    Annotations {
        attributions,
        mentions,
        entities,
        times: time::times(text, &sentences, published),
        figures: figure::figures(text, &sentences),
    }
}
