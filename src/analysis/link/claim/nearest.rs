//! Where an article that does not make a claim comes nearest to it, by what the claim's members share: a clause that has
//! something else of one of their sentences is not close.

use super::{
    Near, label,
    likeness::{shared, weight},
};
use crate::link::segment::{Content, Segment, Term};
use crossread_corpus::links::claim::{CLOSE, Claim, Nearest};
use std::collections::BTreeMap;

/// What part of what the members share a place must have to be close.
const MOST: f32 = 0.5;
/// How near a place is at most that has less.
const NOT_CLOSE: f32 = CLOSE - 0.01;

/// In each article without a member, the place that has most of what the members share; `group` are their segments in the
/// order of the members.
pub(super) fn nearest(content: &Content, claim: &Claim, group: &[usize], near: &[Near]) -> Vec<Nearest> {
    let told = &content.segments[group[claim.exemplar as usize]];
    let core = label::core(content, claim, group);
    let mut best: BTreeMap<u32, (f32, f32, usize)> = BTreeMap::new();
    for (other, likeness) in group.iter().flat_map(|at| &near[*at]) {
        let segment = &content.segments[*other];
        let had = part(content, told, segment, &core);
        let entry = best.entry(segment.article).or_insert((0.0, 0.0, *other));
        let (rank, known) = (had * likeness.close, entry.0 * entry.1);
        if rank > known || (rank == known && *other < entry.2) {
            *entry = (had, likeness.close, *other);
        }
    }
    for at in group {
        best.remove(&content.segments[*at].article);
    }
    let place = |(had, close, at): (f32, f32, usize)| {
        let likeness = if had >= MOST { close } else { close.min(NOT_CLOSE) };
        (had > 0.0).then(|| Nearest { anchor: content.segments[at].anchor(), likeness })
    };
    best.into_values().filter_map(place).collect()
}

/// What part of the terms `core` the segment `other` has, by their weight.
fn part(content: &Content, told: &Segment, other: &Segment, core: &[Term]) -> f32 {
    let weigh = |term: &Term| weight(content, *term, told.article, other.article);
    let all: f32 = core.iter().map(weigh).sum();
    let both = shared(&told.uses, &other.uses).map(|(each, _)| each.term);
    let had: f32 = both.filter(|term| core.contains(term)).map(|term| weigh(&term)).sum();
    if all > 0.0 { had / all } else { 0.0 }
}
