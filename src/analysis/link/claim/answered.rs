//! What follows for claims from what was found to be a charge and a reply to it.

use super::{Found, dated_by};
use crate::link::segment::Content;
use crossread_corpus::links::{
    Anchor,
    claim::{Claim, Nearest, Nearness, PINNED},
    difference::{Difference, DifferenceKind},
};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// An article that is seen to charge what others deny, or to deny it, says something against the claim of the others, and
/// one that does as they do, something close. And what answers a charge of a known day, where nothing else dates it, is not
/// told before that day; nor is what else is said in the answer.
pub(crate) fn answered(content: &Content, found: &mut Found, differences: &[Difference]) {
    let denies = |at: &usize| content.segments[*at].uses.iter().any(|each| each.denied);
    let article = |at: &usize| content.segments[*at].article;
    // by claim: not before these days
    let mut answers: BTreeMap<usize, (Date, Date)> = BTreeMap::new();
    let (groups, claims) = (&found.segments, &mut found.claims.claims);
    for difference in differences.iter().filter(|difference| difference.kind == DifferenceKind::ClaimAndReply) {
        let at = |anchor: Anchor| content.segment_at(anchor.article, anchor.span.start());
        let sides: BTreeSet<usize> = difference.sides.iter().filter_map(|side| at(side.anchor)).collect();
        let is_in = |group: &[usize]| group.iter().any(|at| sides.contains(at));
        let charged: Option<(Date, Date)> = claims
            .iter()
            .zip(groups)
            .filter(|(claim, group)| is_in(group) && !claim.ahead && !group.iter().any(denies))
            .filter_map(|(claim, _)| claim.days)
            .min();
        for (number, (claim, group)) in claims.iter_mut().zip(groups).enumerate().filter(|(_, (_, group))| is_in(group))
        {
            if group.iter().any(denies)
                && is_undated(content, claim, group)
                && let Some(days) = charged.filter(|(first, _)| !are_before(content, group, *first))
            {
                let known = answers.entry(number).or_insert(days);
                *known = days.min(*known);
            }
            // of each other article the first side that does as the claim does, or else the first one
            let mut there: BTreeMap<u32, Nearest> = BTreeMap::new();
            for side in sides.iter().filter(|side| group.iter().all(|at| article(at) != article(side))) {
                let nearness =
                    if denies(side) == group.iter().any(denies) { Nearness::Close } else { Nearness::Against };
                let here = Nearest { anchor: content.segments[*side].anchor(), nearness };
                let known = there.entry(article(side)).or_insert(here);
                if nearness < known.nearness {
                    *known = here;
                }
            }
            for (article, here) in there {
                match claim.nearest.iter_mut().find(|nearest| nearest.anchor.article == article) {
                    // the charge or the denial itself comes before what else is close
                    Some(nearest) if nearest.nearness > Nearness::Far && here.nearness == Nearness::Close => {}
                    Some(nearest) => *nearest = here,
                    None => claim.nearest.push(here),
                }
            }
            claim.nearest.sort_by_key(|nearest| nearest.anchor.article);
        }
    }
    // what else is said in the same breath
    let mut breaths: BTreeMap<(u32, u32), (Date, Date)> = BTreeMap::new();
    for (number, days) in &answers {
        for said in said_in(content, &groups[*number]) {
            let known = breaths.entry(said).or_insert(*days);
            *known = (*days).min(*known);
        }
    }
    if breaths.is_empty() {
        return;
    }
    for (number, (claim, group)) in claims.iter_mut().zip(groups).enumerate() {
        let days = said_in(content, group).filter_map(|said| breaths.get(&said)).min();
        let days = answers.get(&number).or(days).copied();
        if is_undated(content, claim, group) {
            claim.days = days.filter(|(first, _)| !are_before(content, group, *first));
        }
    }
}

/// The attributions of these segments, by article.
fn said_in(content: &Content, group: &[usize]) -> impl Iterator<Item = (u32, u32)> {
    let segments = group.iter().map(|at| &content.segments[*at]);
    segments.filter_map(|segment| Some((segment.article, segment.voice.attribution()?)))
}

/// True where nothing dates what a claim tells.
fn is_undated(content: &Content, claim: &Claim, group: &[usize]) -> bool {
    let undated = |at: &usize| dated_by(content, &content.segments[*at]).is_none();
    claim.days.is_none() && claim.rule != PINNED && group.iter().all(undated)
}

/// True where an article of these segments was published before a day.
fn are_before(content: &Content, group: &[usize], day: Date) -> bool {
    let published = |at: &usize| content.articles[content.segments[*at].article as usize].header.published.as_ref();
    group.iter().filter_map(published).any(|published| published.value.date < day)
}
