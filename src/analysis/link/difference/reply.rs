//! One says it, another says it is not so: a claim and a reply to it.

use super::difference;
use crate::link::{
    claim::{likeness::weight, near::shared_terms},
    segment::{Content, Segment, Term},
};
use crossread_corpus::{
    annotation::Voice,
    attribution::Stance,
    links::difference::{Difference, DifferenceKind, Side},
};
use std::collections::{BTreeMap, BTreeSet};

/// How much of one telling word must be shared.
const TELLING: f32 = 0.6;
/// A word in more segments than this is none that a reply takes up.
const COMMON: usize = 60;

/// Pairs of a statement and its denial by another speaker, gathered by what is denied.
pub(super) fn replies(content: &Content) -> Vec<Difference> {
    let mut having: BTreeMap<Term, Vec<usize>> = BTreeMap::new();
    for (at, segment) in
        content.segments.iter().enumerate().filter(|(_, segment)| segment.is_witness() && segment.states())
    {
        for each in segment.uses.iter().filter(|each| content.tells(each.term)) {
            having.entry(each.term).or_default().push(at);
        }
    }
    let mut found: BTreeMap<Term, (Vec<Side>, bool)> = BTreeMap::new();
    for (term, list) in having.iter().filter(|(term, list)| list.len() <= COMMON && !content.is_refusal(**term)) {
        for one in list {
            for other in list {
                let (denial, claim) = (&content.segments[*one], &content.segments[*other]);
                if answers(content, denial, claim, *term) {
                    let side = |segment: &Segment| Side { anchor: segment.anchor(), words: segment.anchor() };
                    let entry = found.entry(*term).or_default();
                    entry.0.extend([side(claim), side(denial)]);
                    entry.1 |= is_charge(content, claim);
                }
            }
        }
    }
    // one denial may take up several words
    let mut merged: Vec<(BTreeSet<Side>, bool)> = Vec::new();
    for (sides, charged) in found.into_values() {
        let mut all: (BTreeSet<Side>, bool) = (sides.into_iter().collect(), charged);
        let (overlapping, apart) = merged.into_iter().partition(|(known, _)| !known.is_disjoint(&all.0));
        merged = apart;
        let overlapping: Vec<(BTreeSet<Side>, bool)> = overlapping;
        for (sides, charged) in overlapping {
            all.0.extend(sides);
            all.1 |= charged;
        }
        merged.push(all);
    }
    let made = merged.into_iter().filter(|(_, charged)| *charged).filter_map(|(sides, _)| {
        let sides: Vec<Side> = sides.into_iter().collect();
        let about = sides.first()?.anchor;
        difference(content, DifferenceKind::ClaimAndReply, about, sides, 85, "denied-by-another-speaker")
    });
    made.collect()
}

/// True when `denial` takes up what `claim` says of somebody, and that somebody, or who speaks for it, denies.
fn answers(content: &Content, denial: &Segment, claim: &Segment, term: Term) -> bool {
    let (a, b) = (denial.article, claim.article);
    let denies = denial.use_of(term).is_some_and(|each| each.denied);
    if !denies || claim.negated || weight(content, term, a, b) < TELLING {
        return false;
    }
    if claim.voice == Voice::Outlet || (denial.speaker.is_some() && denial.speaker == claim.speaker) {
        return false;
    }
    let mut named = shared_terms(&denial.uses, &claim.uses).filter(|term| content.is_name(*term));
    let heavy = |term: &Term| !content.is_name(*term) && weight(content, *term, a, b) >= TELLING / 2.0;
    let words = shared_terms(&denial.uses, &claim.uses).filter(heavy).count();
    words as f32 >= (1.0 + content.caution).round()
        && named.any(|name| claim.speaker != Some(name) && speaks_for(content, denial, name))
        && content.are_related(a, b)
}

/// True for what is said against somebody.
fn is_charge(content: &Content, segment: &Segment) -> bool {
    let attributions = &content.articles[segment.article as usize].annotations.attributions;
    let stance = segment.voice.attribution().map(|number| attributions[number as usize].stance);
    matches!(stance, Some(Stance::Accusing | Stance::Warning | Stance::Criticising))
}

/// True when who says it is `name`, or is described by it: "a spokeswoman of the mill".
fn speaks_for(content: &Content, segment: &Segment, name: Term) -> bool {
    let article = &content.articles[segment.article as usize];
    let Some(number) = segment.voice.attribution() else { return false };
    let said = &article.annotations.attributions[number as usize];
    let Some(place) = segment.uses.iter().find(|each| each.term == name).map(|each| each.span) else { return false };
    if content.is_country(segment.article, place) {
        return false;
    }
    if segment.speaker == Some(name) {
        return true;
    }
    let written = article.slice(place);
    let described =
        said.entity.and_then(|id| article.annotations.entity(id)).into_iter().flat_map(|entity| &entity.mentions);
    let described = described.filter_map(|at| article.annotations.mentions[*at as usize].description);
    said.source.into_iter().chain(described).any(|place| has_words(article.slice(place), written))
}

/// True when `words` stand in `text`, not as parts of other words.
fn has_words(text: &str, words: &str) -> bool {
    let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    text.match_indices(words)
        .any(|(at, found)| !text[..at].ends_with(char::is_alphanumeric) && ends(&text[at + found.len()..]))
}
