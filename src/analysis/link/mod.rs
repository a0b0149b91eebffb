//! What only several articles together can say.

mod claim;
pub mod comparison;
mod concept;
pub mod corrected;
pub mod date;
mod difference;
pub mod entity;
mod event;
mod figure;
mod measure;
pub mod passage;
mod segment;
pub mod utterance;
mod wording;

use crossread_corpus::{
    article::Article,
    correction::Correction,
    links::{Links, comparison::Comparison},
};
use entity::Naming;

/// What ties the articles of a collection, in the order of their numbers, to one another; `naming` is the editor's.
pub fn links(articles: &[Article], naming: &Naming<'_>) -> Links {
    links_corrected(articles, naming, &[])
}

/// The same, with what an editor says of claims and differences.
pub fn links_corrected(articles: &[Article], naming: &Naming<'_>, corrections: &[Correction]) -> Links {
    let entities = entity::entities(articles, naming);
    let utterances = utterance::utterances(articles, &entities);
    let links =
        Links { passages: passage::passages(articles), entities, utterances, comparison: Comparison::default() };
    Links { comparison: comparison::compare_corrected(articles, &links, corrections), ..links }
}

#[cfg(test)]
pub(crate) mod tests;
