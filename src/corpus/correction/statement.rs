//! Hides claims, members of claims and differences.

use super::Finding;
use crate::{
    links::{
        Anchor,
        claim::{Claim, Claims, Statement},
        comparison::Comparison,
        difference::Difference,
    },
    span::Span,
};

/// True when the two places are one, or one lies within the other.
fn meets(one: Anchor, other: Anchor) -> bool {
    let within = |one: Span, other: Span| one.contains(other) || other.contains(one);
    one.article == other.article && within(one.span, other.span)
}

fn holds(claim: &Claim, at: Anchor) -> bool {
    claim.members.iter().any(|member| meets(member.anchor, at))
}

/// Hides the claims that hold all of `at`, or takes the first of `at` out of the claims that hold the others, too. For
/// each claim there was, the numbers of the members it keeps; `None` for those that are gone. What is nowhere claimed with
/// others any more has no standing.
pub fn without(claims: &mut Claims, finding: Finding, at: &[Anchor]) -> Vec<Option<Vec<usize>>> {
    let before = claims.claims.clone();
    let exact = |claim: &Claim| at.iter().all(|at| claim.members.iter().any(|member| member.anchor == *at));
    let any_exact = claims.claims.iter().any(exact);
    let is_meant = |claim: &Claim| if any_exact { exact(claim) } else { at.iter().all(|at| holds(claim, *at)) };
    let mut left = Vec::with_capacity(claims.claims.len());
    for claim in &mut claims.claims {
        let all = || (0..claim.members.len()).collect::<Vec<usize>>();
        if !is_meant(claim) {
            left.push(Some(all()));
            continue;
        }
        if finding == Finding::Claim {
            claim.members.clear();
            left.push(None);
            continue;
        }
        let stays = |number: &usize| !meets(claim.members[*number].anchor, at[0]);
        let kept: Vec<usize> = all().into_iter().filter(stays).collect();
        let exemplar = claim.exemplar as usize;
        claim.members = kept.iter().map(|number| claim.members[*number].clone()).collect();
        match kept.iter().position(|number| *number == exemplar) {
            Some(place) => claim.exemplar = place as u32,
            None => {
                claim.exemplar = 0;
                // they are places in the former exemplar's article
                claim.words.clear();
            }
        }
        left.push(Some(kept));
    }
    for (claim, left) in claims.claims.iter().zip(&mut left) {
        if claim.articles().len() < 2 {
            *left = None;
        }
    }
    let all = core::mem::take(&mut claims.claims).into_iter().zip(&left);
    claims.claims = all.filter(|(_, left)| left.is_some()).map(|(claim, _)| claim).collect();
    for member in before.iter().zip(&left).flat_map(|(claim, left)| gone(claim, left.as_deref())) {
        let place = |member: &Statement| (member.anchor.article, member.sentence);
        let same = |other: &Statement| place(other) == place(member);
        if !claims.claims.iter().flat_map(|claim| &claim.members).any(same) {
            let of = claims.standing.get_mut(member.anchor.article as usize);
            if let Some(standing) = of.and_then(|of| of.get_mut(member.sentence as usize)) {
                *standing = None;
            }
        }
    }
    left
}

/// The members that a claim does not keep.
fn gone<'a>(claim: &'a Claim, kept: Option<&[usize]>) -> Vec<&'a Statement> {
    let lost = |number: usize| kept.is_none_or(|kept| !kept.contains(&number));
    claim.members.iter().enumerate().filter(|(number, _)| lost(*number)).map(|(_, member)| member).collect()
}

/// Hides claims or members, and what follows from them.
pub(super) fn hide(comparison: &mut Comparison, finding: Finding, at: &[Anchor]) {
    let before: Vec<Claim> = comparison.claims.claims.clone();
    let left = without(&mut comparison.claims, finding, at);
    for (claim, left) in before.iter().zip(left) {
        let gone = gone(claim, left.as_deref());
        if gone.is_empty() {
            continue;
        }
        // differences between its members, where one side is no member any more
        let of = |anchor: Anchor| claim.members.iter().any(|member| meets(member.anchor, anchor));
        let lost = |anchor: Anchor| gone.iter().any(|member| meets(member.anchor, anchor));
        comparison.differences.retain(|difference| {
            let sides = || difference.sides.iter().map(|side| side.anchor);
            difference.rule.0.starts_with("figures") || !(sides().all(of) && sides().any(lost))
        });
    }
}

/// Hides the differences with all of these places among what makes them.
pub fn hide_difference(differences: &mut Vec<Difference>, at: &[Anchor]) {
    differences.retain(|difference| {
        !at.iter().all(|at| difference.sides.iter().any(|side| meets(side.words, *at) || side.anchor == *at))
    });
}
