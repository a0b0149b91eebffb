//! What ties the articles of a collection to one another: names, passages, utterances, and two stretches word by word.
//!
//! The analysis makes these; the page reads them. Only [`alignment`] is worked out where it is looked at.

pub mod alignment;
pub mod claim;
pub mod comparison;
pub mod difference;
pub mod entity;
pub mod event;
pub mod figure;
pub mod passage;
pub mod utterance;
pub mod word;
pub mod wording;

use crate::{article::Article, mention::EntityId, span::Span};
use serde::{Deserialize, Serialize};

/// A span of one article of a collection, by the article's number in [`crate::collection::Collection::articles`].
///
/// Links hold thousands of these and are shipped with their collection, so the number does; what outlives the
/// collection (a URL, an export) names the article by its key, as [`crate::span::Anchor`] does.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Anchor {
    /// The article's number.
    pub article: u32,
    /// The range in that article's text.
    pub span: Span,
}

/// All ties of a collection.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Links {
    /// Stretches of the same words, by where they first stand.
    pub passages: Vec<passage::Passage>,
    /// Whom and what the articles name, in the order of their first members.
    pub entities: Vec<entity::LinkedEntity>,
    /// What is said once and given by several, in the order of their first variants.
    pub utterances: Vec<utterance::Utterance>,
    /// What the articles share and where they part.
    pub comparison: comparison::Comparison,
}

impl Links {
    /// True when every anchor holds text of `articles`, and every number points into its list.
    pub fn is_sound(&self, articles: &[Article]) -> bool {
        let fits =
            |at: Anchor| articles.get(at.article as usize).is_some_and(|article| !article.slice(at.span).is_empty());
        let annotations = |article: u32| articles.get(article as usize).map(|article| &article.annotations);
        let names = |article: u32, id: EntityId| annotations(article).is_some_and(|found| found.entity(id).is_some());
        let says =
            |article: u32, at: u32| annotations(article).is_some_and(|found| (at as usize) < found.attributions.len());
        self.passages.iter().all(|passage| passage.members.iter().all(|member| fits(member.anchor)))
            && self.entities.iter().all(|entity| {
                fits(entity.name) && entity.is_sound(names) && entity.spellings.iter().all(|s| fits(s.anchor))
            })
            && self.utterances.iter().all(|utterance| utterance.is_sound(self.entities.len(), says))
    }
}
