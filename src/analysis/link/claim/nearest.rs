//! Where an article that does not make a claim comes nearest to it, by what the claim's members share: a clause that has
//! something else of one of their sentences is not close.

use super::{
    Near, label,
    likeness::{shared, weight},
    near::LEAST,
};
use crate::link::segment::{Content, Segment, Term};
use crossread_corpus::links::claim::{Claim, Nearest};
use std::collections::BTreeMap;

/// What part of what the members share a place must have to be close.
const MOST: f32 = 0.5;
/// What part is enough where it stands in a claim that has a sentence in common with this one.
const ENOUGH_BESIDE: f32 = 0.3;
/// A word that more segments than this have is not looked up.
const COMMON: usize = 64;

/// A place, and how near it is.
#[derive(Clone, Copy)]
struct Place {
    segment: usize,
    /// What part it has of what the members share.
    had: f32,
    /// How like it is to a member.
    like: f32,
    /// True where it stands in a claim that has a segment in common with this one.
    beside: bool,
}

impl Place {
    fn is_close(self) -> bool {
        self.had >= MOST || (self.beside && self.had >= ENOUGH_BESIDE)
    }

    fn rank(self) -> (bool, f32) {
        (self.is_close(), self.had * self.like)
    }
}

/// Adds to each claim, for articles without a member, the place that has most of what the members share. `groups` are the
/// claims' segments in the order of their members; `having` has for each term the segments with it.
pub(super) fn add(content: &Content, claims: &mut [Claim], groups: &[Vec<usize>], near: &[Near], having: &[Vec<u32>]) {
    let mut groups_of: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (number, group) in groups.iter().enumerate() {
        group.iter().for_each(|at| groups_of.entry(*at).or_default().push(number));
    }
    for (claim, group) in claims.iter_mut().zip(groups) {
        let told = &content.segments[group[claim.exemplar as usize]];
        let core = label::core(content, claim, group);
        let telling = core.iter().filter(|term| content.tells(**term));
        let having = telling.map(|term| &having[term.0 as usize]).filter(|having| having.len() <= COMMON);
        let like = group.iter().flat_map(|at| &near[*at]).map(|(other, like)| (*other, like.close, false));
        let worded = having.flatten().map(|other| (*other as usize, LEAST, false));
        let beside = group.iter().flat_map(|at| &groups_of[at]).flat_map(|other| &groups[*other]);
        let beside = beside.map(|other| (*other, LEAST, true));
        let mut best: BTreeMap<u32, Place> = BTreeMap::new();
        for (segment, like, beside) in like.chain(worded).chain(beside) {
            let other = &content.segments[segment];
            if !content.are_related(told.article, other.article) {
                continue;
            }
            let place = Place { segment, had: part(content, told, other, &core), like, beside };
            if like <= LEAST && !place.is_close() {
                continue;
            }
            let known = best.entry(other.article).or_insert(place);
            if place.rank() > known.rank() || (place.rank() == known.rank() && segment < known.segment) {
                *known = place;
            }
        }
        for at in group {
            best.remove(&content.segments[*at].article);
        }
        let nearest = |place: Place| {
            let anchor = content.segments[place.segment].anchor();
            (place.had > 0.0).then(|| Nearest { anchor, is_close: place.is_close() })
        };
        claim.nearest = best.into_values().filter_map(nearest).collect();
    }
}

/// What part of the terms `core` the segment `other` has, by their weight.
fn part(content: &Content, told: &Segment, other: &Segment, core: &[Term]) -> f32 {
    let weigh = |term: &Term| weight(content, *term, told.article, other.article);
    let all: f32 = core.iter().map(weigh).sum();
    let both = shared(&told.uses, &other.uses).map(|(each, _)| each.term);
    let had: f32 = both.filter(|term| core.contains(term)).map(|term| weigh(&term)).sum();
    if all > 0.0 { had / all } else { 0.0 }
}
