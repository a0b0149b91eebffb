//! What only several articles together can say.

pub mod date;
pub mod entity;
mod measure;
pub mod passage;

use crossread_corpus::{article::Article, links::Links};

/// What ties the articles of a collection, in the order of their numbers, to one another.
pub fn links(articles: &[Article]) -> Links {
    Links { passages: passage::passages(articles) }
}

#[cfg(test)]
pub(crate) mod tests;
