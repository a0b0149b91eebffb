//! Which segments may say the same: found through the words they share, never by comparing all with all.

use super::{
    likeness::{Alike, likeness, shared},
    sketch::Sketches,
};
use crate::link::segment::{Content, Segment, Term, Use, Worth};

/// Closeness below this is none.
pub(crate) const LEAST: f32 = 0.16;
/// How many of a segment's rarest terms are looked up.
const LOOKED_UP: usize = 12;
/// A term that more segments than this have is not looked up.
const COMMON: usize = 400;
/// How many of the segments that share most are compared in full.
const COMPARED: usize = 64;
/// Added to what two segments share for each word of it that is no name: more than all the rest.
const SAID: u32 = 1 << 16;
/// How many of the likest are kept.
const KEPT: usize = 40;

/// For each term the segments that state something and have it, ascending.
pub(crate) fn having(content: &Content) -> Vec<Vec<u32>> {
    let mut having: Vec<Vec<u32>> = vec![Vec::new(); content.in_all.len()];
    for (number, segment) in (0_u32..).zip(&content.segments).filter(|(_, segment)| segment.states()) {
        for each in &segment.uses {
            having[each.term.0 as usize].push(number);
        }
    }
    having
}

/// For each segment the segments like it, closest first. Segments of its own article are among them.
/// `having` has for each term the segments with it.
pub(crate) fn near(content: &Content, having: &[Vec<u32>]) -> Vec<Vec<(usize, Alike)>> {
    let segments = &content.segments;
    let mut found: Vec<Vec<(usize, Alike)>> = vec![Vec::new(); segments.len()];
    let mut score = vec![0_u32; segments.len()];
    let mut touched: Vec<u32> = Vec::new();
    let mut candidates: Vec<u64> = Vec::new();
    let mut sketches = Sketches::of(content);
    for (number, segment) in segments.iter().enumerate().filter(|(_, segment)| segment.states()) {
        let mut terms: Vec<(usize, Term)> =
            segment.uses.iter().map(|each| (having[each.term.0 as usize].len(), each.term)).collect();
        // of terms as rare as each other, all: their numbers depend on the order of the articles
        terms.sort_unstable();
        let last = terms.get(LOOKED_UP).map_or(usize::MAX, |(count, _)| *count);
        let left_out = terms.iter().any(|(count, term)| (*count > COMMON || *count > last) && content.tells(*term));
        for (count, term) in terms.into_iter().filter(|(count, _)| *count <= COMMON && *count <= last && *count > 1) {
            let weight = match (content.is_name(term), content.worth(term)) {
                (false, Worth::Heavy) => 8,
                (true, _) => 4,
                _ => 2,
            };
            let rare = 16_usize.saturating_sub(count.ilog2() as usize) as u32;
            let added = weight * rare + if content.tells(term) { SAID } else { 0 };
            for other in &having[term.0 as usize] {
                if score[*other as usize] == 0 {
                    touched.push(*other);
                }
                score[*other as usize] += added;
            }
        }
        // names alone say nothing, unless figures do
        let says = |score: u32, other: usize| {
            score >= SAID || left_out || !segment.figures.is_empty() && sketches.has_figures(other)
        };
        candidates.clear();
        for other in touched.drain(..) {
            let score = core::mem::take(&mut score[other as usize]);
            if other as usize != number && says(score, other as usize) {
                candidates.push(most_first(score % SAID, other));
            }
        }
        if candidates.len() > 2 * COMPARED {
            candidates.select_nth_unstable(2 * COMPARED);
            candidates.truncate(2 * COMPARED);
        }
        candidates.sort_unstable();
        sketches.set_beside(number);
        let candidates = candidates.iter().map(|candidate| (candidate & u64::from(u32::MAX)) as usize);
        let related = candidates.filter(|other| content.are_related(segment.article, sketches.article(*other)));
        let may_be = related.take(COMPARED).filter(|other| sketches.may_be_close(*other));
        let compared = may_be.map(|other| (other, likeness(content, segment, &segments[other])));
        let mut likest: Vec<(usize, Alike)> = compared.filter(|(_, likeness)| likeness.close >= LEAST).collect();
        sort_closest(&mut likest);
        likest.truncate(KEPT);
        found[number] = likest;
    }
    found
}

/// A number for a candidate: of two the one that shares more has the lower, then the one with the lower number.
fn most_first(score: u32, other: u32) -> u64 {
    u64::from(u32::MAX - score) << 32 | u64::from(other)
}

/// Closest first, then by number.
pub(super) fn sort_closest(list: &mut [(usize, Alike)]) {
    list.sort_unstable_by(|one, other| other.1.close.total_cmp(&one.1.close).then(one.0.cmp(&other.0)));
}

/// True where two segments share a word that tells things apart.
pub(super) fn share_telling_word(content: &Content, one: &Segment, other: &Segment) -> bool {
    shared_terms(&one.uses, &other.uses).any(|term| content.tells(term))
}

/// The terms that two sorted lists of uses share.
pub(crate) fn shared_terms<'u>(one: &'u [Use], other: &'u [Use]) -> impl Iterator<Item = Term> + 'u {
    shared(one, other).map(|(each, _)| each.term)
}
