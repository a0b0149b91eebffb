//! The comparison as a whole: the seeds against their gold, any order, any text.

use super::*;
use crate::link::tests::{collection, show};
use crossread_corpus::article::ArticleKey;
use proptest::prelude::*;

/// Every anchor of a comparison.
fn anchors(found: &Comparison) -> Vec<Anchor> {
    let mut all: Vec<Anchor> = Vec::new();
    for group in &found.figures {
        all.push(group.label);
        all.extend(group.members.iter().map(|member| member.anchor));
        all.extend(group.members.iter().map(|member| Anchor { article: member.anchor.article, span: member.said }));
    }
    for event in &found.events {
        all.push(event.label);
        all.extend(event.members.iter().map(|member| member.anchor));
    }
    for claim in &found.claims.claims {
        let article = claim.exemplar().anchor.article;
        all.extend(claim.members.iter().map(|member| member.anchor));
        all.extend(claim.members.iter().filter_map(|m| Some(Anchor { article: m.anchor.article, span: m.hedge? })));
        all.extend(claim.words.iter().map(|span| Anchor { article, span: *span }));
        all.extend(claim.nearest.iter().map(|nearest| nearest.anchor));
    }
    all.extend(found.claims.only_here.iter().map(|only| only.anchor));
    for difference in &found.differences {
        all.push(difference.about);
        all.extend(difference.sides.iter().flat_map(|side| [side.anchor, side.words]));
    }
    all.extend(found.same_things.iter().flat_map(|thing| &thing.expressions).flat_map(|each| each.anchors.clone()));
    all
}

/// A comparison as words, so that the numbers of the articles play no part.
fn shown(articles: &[Article], found: &Comparison) -> Vec<Vec<String>> {
    let text = |anchor: Anchor| format!("{} {}", articles[anchor.article as usize].key, show(articles, anchor));
    let group = |anchors: Vec<Anchor>| {
        let mut texts: Vec<String> = anchors.into_iter().map(text).collect();
        texts.sort();
        texts
    };
    let figures = found.figures.iter().map(|g| group(g.members.iter().map(|m| m.anchor).collect()));
    let events = found.events.iter().map(|e| group(e.members.iter().map(|m| m.anchor).collect()));
    let claims = found.claims.claims.iter().map(|c| {
        let mut texts = group(c.members.iter().map(|m| m.anchor).collect());
        let mut near: Vec<String> =
            c.nearest.iter().map(|near| format!("{:?} {}", near.nearness, text(near.anchor))).collect();
        near.sort();
        texts.extend(near);
        texts.push(format!("{:?}", c.days));
        texts
    });
    let only = found.claims.only_here.iter().map(|only| vec![text(only.anchor)]);
    let sides = found.differences.iter().map(|d| group(d.sides.iter().map(|side| side.words).collect()));
    let mut all: Vec<Vec<String>> = figures.chain(events).chain(claims).chain(only).chain(sides).collect();
    all.sort();
    all
}

/// Sentences that often share names, figures and days.
fn article() -> impl Strategy<Value = String> {
    let who = prop::sample::select(vec!["Jane Roe", "John Doe", "the mayor", "Bakers", "Millcorp", "NATO"]);
    let does = prop::sample::select(vec![
        "rejected calls for a revote",
        "dismissed demands for a repeat election",
        "said 40 millers had been arrested",
        "accused Millcorp of poisoning the river",
        "did not poison the river",
        "detained dozens of millers",
    ]);
    let place =
        prop::sample::select(vec!["in Graz", "in Linz", "on March 4", "on Monday", "near the old mill", "“for ever”"]);
    let sentence = (who, does, place).prop_map(|(who, does, place)| format!("{who} {does} {place}."));
    prop::collection::vec(sentence, 1..6).prop_map(|all| format!("Published March 9, 2021\n\n{}", all.join(" ")))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_slice_and_the_order_of_the_articles_plays_no_part(texts in prop::collection::vec(article(), 0..5)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let collection = collection(&texts);
        let found = compare(&collection.articles, &collection.links);
        for anchor in anchors(&found) {
            prop_assert!(!show(&collection.articles, anchor).trim().is_empty());
        }
        prop_assert!(found.claims.claims.iter().all(|claim| claim.articles().len() > 1));
        prop_assert_eq!(found.claims.standing.len(), collection.articles.len());
        for (standing, article) in found.claims.standing.iter().zip(&collection.articles) {
            prop_assert_eq!(standing.len(), article.sentences.len());
        }
        let mut turned = collection.articles.clone();
        turned.reverse();
        let links = crate::link::links(&turned, &entity::Naming { aliases: &Default::default(), parted: &[] });
        let again = compare(&turned, &links);
        prop_assert_eq!(shown(&collection.articles, &found), shown(&turned, &again));
    }

    #[test]
    fn any_text_can_be_compared(texts in prop::collection::vec("\\PC{0,120}", 0..4)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let collection = collection(&texts);
        let found = compare(&collection.articles, &collection.links);
        for anchor in anchors(&found) {
            prop_assert!((anchor.article as usize) < collection.articles.len());
        }
    }
}

#[test]
fn nothing_comes_of_no_articles_and_of_one() {
    assert_eq!(compare(&[], &Links::default()), Comparison::default());
    let mut one = collection(&["Jane Roe rejected calls for a revote in Graz on Monday. She left."]);
    one.articles[0].key = ArticleKey(7);
    let found = compare(&one.articles, &one.links);
    assert!(found.claims.claims.is_empty() && found.differences.is_empty() && found.claims.only_here.is_empty());
}
