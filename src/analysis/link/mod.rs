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
    Links { passages: passage::passages(articles), entities: entity::entities(articles, naming) }
}

#[cfg(test)]
pub(crate) mod tests;
