//! What only several articles together can say.

mod concept;
pub mod date;
pub mod entity;
mod measure;
pub mod passage;
pub mod utterance;

use crossread_corpus::{article::Article, links::Links};
use entity::Naming;

/// What ties the articles of a collection, in the order of their numbers, to one another; `naming` is the editor's.
pub fn links(articles: &[Article], naming: &Naming<'_>) -> Links {
    let entities = entity::entities(articles, naming);
    let utterances = utterance::utterances(articles, &entities);
    Links { passages: passage::passages(articles), entities, utterances, comparison: Default::default() }
}

#[cfg(test)]
pub(crate) mod tests;
