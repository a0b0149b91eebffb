//! What follows for claims from what was found to be a charge and a reply to it.

use super::Found;
use crate::link::segment::Content;
use crossread_corpus::links::{
    claim::{Nearest, Nearness, PINNED},
    difference::{Difference, DifferenceKind},
};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// An article that is seen to charge what others deny, or to deny it, says something against the claim of the others, and
/// one that does as they do, something close. And what answers a charge of a known day, where nothing else dates it, is not told before that day.
pub(crate) fn answered(content: &Content, found: &mut Found, differences: &[Difference]) {
    for difference in differences.iter().filter(|difference| difference.kind == DifferenceKind::ClaimAndReply) {
        let at = |anchor: crossread_corpus::links::Anchor| content.segment_at(anchor.article, anchor.span.start());
        let sides: BTreeSet<usize> = difference.sides.iter().filter_map(|side| at(side.anchor)).collect();
        let denies = |at: &usize| content.segments[*at].uses.iter().any(|each| each.denied);
        let groups = &found.segments;
        let claims = &mut found.claims.claims;
        let is_in = |group: &[usize]| group.iter().any(|at| sides.contains(at));
        let charged: Option<(Date, Date)> = claims
            .iter()
            .zip(groups)
            .filter(|(claim, group)| is_in(group) && !claim.ahead && !group.iter().any(denies))
            .filter_map(|(claim, _)| claim.days)
            .min();
        for (claim, group) in claims.iter_mut().zip(groups).filter(|(_, group)| is_in(group)) {
            let undated = group.iter().all(|at| content.segments[*at].days.or(day_told(content, *at)).is_none());
            let later = |(first, _): &(Date, Date)| group.iter().all(|at| !is_before(content, *at, *first));
            if claim.days.is_none() && undated && claim.rule != PINNED && group.iter().any(denies) {
                claim.days = charged.filter(later);
            }
            for side in &sides {
                let anchor = content.segments[*side].anchor();
                if group.iter().any(|at| content.segments[*at].article == anchor.article) {
                    continue;
                }
                let is_against = denies(side) != group.iter().any(denies);
                let here = Nearest { anchor, nearness: if is_against { Nearness::Against } else { Nearness::Close } };
                match claim.nearest.iter_mut().find(|nearest| nearest.anchor.article == anchor.article) {
                    Some(nearest) if nearest.nearness > Nearness::Far && nearest.anchor != anchor => {}
                    Some(nearest) => *nearest = here,
                    None => claim.nearest.push(here),
                }
            }
            claim.nearest.sort_by_key(|nearest| nearest.anchor.article);
        }
    }
}

/// The days of the clause that a segment hangs on.
fn day_told(content: &Content, at: usize) -> Option<(Date, Date)> {
    let segment = &content.segments[at];
    content.articles[segment.article as usize].annotations.times[segment.told? as usize].days
}

/// True where a segment's article was published before a day.
fn is_before(content: &Content, at: usize, day: Date) -> bool {
    let published = &content.articles[content.segments[at].article as usize].header.published;
    published.as_ref().is_some_and(|published| published.value.date < day)
}
