//! Sets the articles of a collection side by side: figures, claims, events, words, and where they part.

use super::{claim, corrected, difference, entity, event, figure, segment::Content, wording};
use crossread_corpus::{
    article::Article,
    correction::Correction,
    index::fold::fold,
    links::{Anchor, Links, comparison::Comparison, entity::LinkedEntity, utterance::Variant},
    mention::EntityKind,
};
use std::collections::BTreeMap;

/// Compares annotated articles, in the order of their numbers; `links` are theirs, as [`super::links`] gives them.
///
/// Total and deterministic: but for the articles' numbers the result does not depend on their order.
pub fn compare(articles: &[Article], links: &Links) -> Comparison {
    compare_corrected(articles, links, &[])
}

/// The same, with what an editor says of claims and differences.
pub fn compare_corrected(articles: &[Article], links: &Links, corrections: &[Correction]) -> Comparison {
    let content = Content::new(articles, &named_alike(articles, &links.entities));
    let alikes = claim::Alikes::of(&content);
    let figures = figure::groups(&content, &alikes.apart);
    let dated = event::events(&content, &[]);
    let mut found = claim::claims(&content, &alikes, &tied(articles, links), &figures, &dated);
    corrected::claims(&content, &mut found, corrections);
    let events = event::events(&content, &found.segments);
    let same_things = wording::same_things(&content, &found.segments);
    let mut differences = difference::differences(&difference::Compared {
        content: &content,
        apart: &alikes.apart,
        figures: &figures,
        claims: &found.claims,
        groups: &found.segments,
        same_things: &same_things,
        utterances: &links.utterances,
    });
    corrected::differences(articles, &mut differences, corrections);
    claim::answered(&content, &mut found, &differences);
    let claims = found.claims;
    // figures of one article alone are no comparison
    let figures = figures.into_iter().filter(|group| group.articles().len() > 1).collect();
    Comparison { figures, events, claims, differences, same_things }
}

/// For each article and each of its entities the number of the linked one. What is written alike counts as one here, even
/// where one article took it for a place and another for a person: of two such only one is right.
fn named_alike(articles: &[Article], linked: &[LinkedEntity]) -> Vec<Vec<Option<u32>>> {
    const SHORTEST: usize = 4;
    let mut first: BTreeMap<String, (u32, EntityKind)> = BTreeMap::new();
    let mut one: Vec<u32> = Vec::new();
    for (number, entity) in (0..).zip(linked) {
        let name = fold(articles[entity.name.article as usize].slice(entity.name.span));
        let (known, kind) = *first.entry(name.clone()).or_insert((number, entity.kind));
        one.push(if kind != entity.kind && name.len() >= SHORTEST { known } else { number });
    }
    let mut numbers = entity::by_article(articles, linked);
    numbers.iter_mut().flatten().flatten().for_each(|number| *number = one[*number as usize]);
    numbers
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
