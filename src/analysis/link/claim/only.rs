//! What only one article has: sentences and clauses without a counterpart, names and figures that no other gives.

use super::{
    super::segment::{Content, Segment, Worth},
    Near,
};
use crossread_corpus::{
    ground::Rule,
    links::{
        Anchor,
        claim::{OnlyHere, OnlyKind},
        passage::Part,
    },
    mention::EntityKind,
};
use std::collections::BTreeMap;

/// Under this likeness to everything elsewhere, a segment has no counterpart.
pub(super) const FAR: f32 = 0.3;

/// By article and place, the wider before what lies in it.
pub(super) fn only_here(content: &Content, groups: &[Vec<usize>], near: &[Near]) -> Vec<OnlyHere> {
    let mut found = Vec::new();
    let mut alone: Vec<bool> = (0..content.segments.len()).map(|number| is_alone(content, near, number)).collect();
    groups.iter().flatten().for_each(|at| alone[*at] = false);
    if content.articles.len() < 2 {
        return found;
    }
    for range in &content.of_article {
        let mut at = range.start;
        while at < range.end {
            let sentence = content.segments[at].sentence;
            let end = (at..range.end).find(|n| content.segments[*n].sentence != sentence).unwrap_or(range.end);
            of_sentence(content, &alone, at..end, &mut found);
            at = end;
        }
    }
    names(content, &mut found);
    figures(content, &mut found);
    found.sort_by_key(|only| {
        (only.anchor.article, only.anchor.span.start(), core::cmp::Reverse(only.anchor.span.end()))
    });
    found
}

/// True when no segment of another article is like this one, and it says enough for that to mean something.
fn is_alone(content: &Content, near: &[Near], number: usize) -> bool {
    let segment = &content.segments[number];
    let elsewhere = |other: usize| content.segments[other].article != segment.article;
    let like = near[number].iter().any(|(other, likeness)| elsewhere(*other) && likeness.close >= FAR);
    let heavy = segment.uses.iter().filter(|each| content.worth(each.term) == Worth::Heavy).count();
    segment.part == Part::Story && !like && heavy > 1
}

fn of_sentence(content: &Content, alone: &[bool], range: core::ops::Range<usize>, found: &mut Vec<OnlyHere>) {
    let alone: Vec<usize> = range.clone().filter(|number| alone[*number]).collect();
    let Some(first) = alone.first().map(|number| &content.segments[*number]) else { return };
    if alone.len() == range.len() {
        let article = &content.articles[first.article as usize];
        let anchor = Anchor { article: first.article, span: article.sentences[first.sentence as usize] };
        found.push(only(anchor, first.sentence, OnlyKind::Sentence, "no-sentence-like-it"));
        return;
    }
    for segment in alone.into_iter().map(|number| &content.segments[number]) {
        found.push(only(segment.anchor(), segment.sentence, OnlyKind::Clause, "no-clause-like-it"));
    }
}

const fn only(anchor: Anchor, sentence: u32, kind: OnlyKind, rule: &'static str) -> OnlyHere {
    OnlyHere { anchor, sentence, kind, rule: Rule::new(rule) }
}

/// Names that stand in segments of one article only, each where it stands first in the story.
fn names(content: &Content, found: &mut Vec<OnlyHere>) {
    for range in &content.of_article {
        let mut first: BTreeMap<_, (&Segment, _)> = BTreeMap::new();
        for segment in &content.segments[range.clone()] {
            let Some(counts) = content.in_article.get(segment.article as usize) else { continue };
            let mentions = &content.articles[segment.article as usize].annotations.mentions;
            let is_named = |span| {
                let at = mentions.binary_search_by_key(&span, |mention| mention.span);
                at.is_ok_and(|at| mentions[at].kind != EntityKind::Other)
            };
            for each in segment.uses.iter().filter(|each| content.is_name(each.term) && is_named(each.span)) {
                if counts.get(&each.term).copied() == Some(content.in_all[each.term.0 as usize]) {
                    let entry = first.entry(each.term).or_insert((segment, each.span));
                    if segment.part == Part::Story && entry.0.part != Part::Story {
                        *entry = (segment, each.span);
                    }
                }
            }
        }
        for (segment, span) in first.into_values().filter(|(segment, _)| segment.part != Part::Caption) {
            let anchor = Anchor { article: segment.article, span };
            found.push(only(anchor, segment.sentence, OnlyKind::Name, "no-name-like-it"));
        }
    }
}

/// Figures whose value no other article gives for anything of the kind.
fn figures(content: &Content, found: &mut Vec<OnlyHere>) {
    let mut having: BTreeMap<(u8, String, u64, u64), Vec<u32>> = BTreeMap::new();
    let key = |segment: &Segment, number: u32| {
        let figure = &content.articles[segment.article as usize].annotations.figures[number as usize];
        let unit = figure.measured_in.as_deref().unwrap_or_default().to_owned();
        (figure.kind as u8, unit, figure.amount.low.to_bits(), figure.amount.high.to_bits())
    };
    for segment in &content.segments {
        for number in &segment.figures {
            let articles = having.entry(key(segment, *number)).or_default();
            if articles.last() != Some(&segment.article) {
                articles.push(segment.article);
            }
        }
    }
    for segment in content.segments.iter().filter(|segment| segment.part == Part::Story) {
        for number in &segment.figures {
            let alone = having.get(&key(segment, *number)).is_some_and(|articles| articles.len() == 1);
            let figure = &content.articles[segment.article as usize].annotations.figures[*number as usize];
            // "two" of anything says little
            let telling = figure.amount.high > 3.0 || figure.measured_in.is_some();
            if alone && telling {
                let anchor = Anchor { article: segment.article, span: figure.span };
                found.push(only(anchor, segment.sentence, OnlyKind::Figure, "no-figure-like-it"));
            }
        }
    }
}
