//! How the sentences of an account stand to the other accounts compared.

use super::{Account, Sentence};
use crate::{
    lens::Looking,
    links::{Anchor, Links, claim::Cell},
};

/// How a sentence stands to the other accounts compared.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Beside {
    /// It is tied to sentences of theirs.
    Framed,
    /// One of them has something close there.
    Close(Anchor),
    /// None has anything like it.
    Nothing,
}

/// How each account's sentences stand to the others.
pub(super) fn beside(
    looking: Looking<'_>,
    links: &Links,
    accounts: &[Account],
    framed: &[Vec<bool>],
) -> Vec<Vec<Beside>> {
    let mut close: Vec<(Anchor, Anchor)> = Vec::new();
    for claim in &links.comparison.claims.claims {
        for account in accounts {
            if let Cell::Close(place) = claim.cell(account.number as u32, looking.article(account.number)) {
                let members = claim.members.iter().map(|member| member.anchor);
                let members = members.filter(|at| accounts.iter().any(|other| other.number == at.article as usize));
                close.extend(members.flat_map(|member| [(member, place), (place, member)]));
            }
        }
    }
    let stands = |number: usize, sentence: &Sentence, framed: bool| {
        let here = |at: &Anchor| at.article as usize == number && at.span.overlaps(sentence.span);
        match close.iter().find(|(at, _)| here(at)) {
            _ if framed => Beside::Framed,
            Some((_, place)) => Beside::Close(*place),
            None => Beside::Nothing,
        }
    };
    let of = |(account, framed): (&Account, &Vec<bool>)| {
        let sentences = account.sentences.iter().zip(framed);
        sentences.map(|(sentence, framed)| stands(account.number, sentence, *framed)).collect()
    };
    accounts.iter().zip(framed).map(of).collect()
}
