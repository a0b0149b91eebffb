//! Sets the articles of a collection side by side: figures, claims, events, words, and where they part.

use super::{claim, difference, entity, event, figure, segment::Content, wording};
use crossread_corpus::{
    article::Article,
    links::{Anchor, Links, comparison::Comparison, utterance::Variant},
};

/// Compares annotated articles, in the order of their numbers; `links` are theirs, as [`super::links`] gives them.
///
/// Total and deterministic: but for the articles' numbers the result does not depend on their order.
pub fn compare(articles: &[Article], links: &Links) -> Comparison {
    let content = Content::new(articles, &entity::by_article(articles, &links.entities));
    let figures = figure::groups(&content);
    let claim::Found { claims, segments } = claim::claims(&content, &tied(articles, links), &figures);
    let events = event::events(&content, &segments);
    let same_things = wording::same_things(&content, &segments);
    let differences = difference::differences(&difference::Compared {
        content: &content,
        figures: &figures,
        claims: &claims,
        groups: &segments,
        same_things: &same_things,
    });
    // figures of one article alone are no comparison
    let figures = figures.into_iter().filter(|group| group.articles().len() > 1).collect();
    Comparison { figures, events, claims, differences, same_things }
}

/// Pairs of places that hold one utterance.
fn tied(articles: &[Article], links: &Links) -> Vec<(Anchor, Anchor)> {
    let places = |variant: &Variant| -> Vec<Anchor> {
        let attributions = &articles[variant.article as usize].annotations.attributions;
        let content = &attributions[variant.attribution as usize].content;
        content.iter().map(|span| Anchor { article: variant.article, span: *span }).collect()
    };
    let mut pairs = Vec::new();
    for utterance in &links.utterances {
        for variant in &utterance.variants {
            let Some(other) = variant.tie.as_ref().map(|tie| &utterance.variants[tie.to as usize]) else { continue };
            let theirs = places(other);
            pairs.extend(places(variant).iter().flat_map(|one| theirs.iter().map(|other| (*one, *other))));
        }
    }
    pairs
}

#[cfg(test)]
mod tests;
