//! How the sentences of an account stand to the other accounts compared.

use super::{Account, Sentence};
use crate::{
    lens::Looking,
    links::{
        Anchor, Links,
        claim::{Cell, OnlyKind},
    },
    order::sort_by_key,
    span::Span,
};

/// What part of a sentence must be only here for it to be.
const MOST: f64 = 0.7;

/// How a sentence stands to the other accounts compared.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Beside {
    /// It is tied to sentences of theirs.
    Framed,
    /// One of them has something close there.
    Close(Anchor),
    /// One of them has something against it there.
    Against(Anchor),
    /// None has anything like it.
    Nothing,
    /// None has anything like a part of it.
    InPart,
    /// Neither was found: it shares words with theirs, too few to be close, or states nothing that could be compared.
    Untold,
}

impl Beside {
    /// True where no other has it, or has not all of it.
    pub(super) fn is_own(self) -> bool {
        matches!(self, Self::Nothing | Self::InPart)
    }
}

/// How each account's sentences stand to the others.
pub(super) fn beside(
    looking: Looking<'_>,
    links: &Links,
    accounts: &[Account],
    framed: &[Vec<bool>],
) -> Vec<Vec<Beside>> {
    let compared = |at: &Anchor| accounts.iter().any(|account| account.number == at.article as usize);
    let mut close: Vec<(Anchor, Beside)> = Vec::new();
    // of statements that several of these accounts make, and of those that one makes
    let (mut told, mut own): (Vec<Anchor>, Vec<Anchor>) = (Vec::new(), Vec::new());
    for claim in &links.comparison.claims.claims {
        let members: Vec<Anchor> = claim.members.iter().map(|member| member.anchor).filter(compared).collect();
        for account in accounts {
            let (place, stands): (Anchor, fn(Anchor) -> Beside) =
                match claim.cell(account.number as u32, looking.article(account.number)) {
                    Cell::Close(place) => (place, Beside::Close),
                    Cell::Against(place) => (place, Beside::Against),
                    _ => continue,
                };
            close.extend(members.iter().flat_map(|member| [(*member, stands(place)), (place, stands(*member))]));
        }
        let shared = members.iter().any(|at| at.article != members[0].article);
        if shared { &mut told } else { &mut own }.extend(members);
    }
    // and what no other article has
    let only = links.comparison.claims.only_here.iter();
    let only = only.filter(|only| matches!(only.kind, OnlyKind::Sentence | OnlyKind::Clause));
    own.extend(only.map(|only| only.anchor).filter(compared));
    sort_by_key(&mut own, |at| (at.article, at.span.start(), at.span.end()));
    let stands = |number: usize, sentence: &Sentence, framed: bool| {
        let here = |at: &Anchor| at.article as usize == number && at.span.overlaps(sentence.span);
        let mut there = close.iter().filter(|(at, _)| here(at)).map(|(_, there)| *there);
        let near = there.clone().find(|there| matches!(there, Beside::Close(_))).or_else(|| there.next());
        match near {
            _ if framed => Beside::Framed,
            Some(there) => there,
            None => match alone(sentence.span, own.iter().filter(|at| here(at)).map(|at| at.span)) {
                // what others tell, too, may be too little to tie the sentences
                Beside::Nothing if told.iter().any(here) => Beside::InPart,
                stands => stands,
            },
        }
    };
    let of = |(account, framed): (&Account, &Vec<bool>)| {
        let sentences = account.sentences.iter().zip(framed);
        sentences.map(|(sentence, framed)| stands(account.number, sentence, *framed)).collect()
    };
    accounts.iter().zip(framed).map(of).collect()
}

/// How a sentence stands of which the places `own`, in order, are only here.
fn alone(sentence: Span, own: impl Iterator<Item = Span>) -> Beside {
    let (mut covered, mut end) = (0, sentence.start());
    for span in own {
        let from = span.start().max(end);
        end = span.end().min(sentence.end()).max(end);
        covered += end.saturating_sub(from);
    }
    match covered {
        0 => Beside::Untold,
        _ if f64::from(covered) >= MOST * f64::from(sentence.len()) => Beside::Nothing,
        _ => Beside::InPart,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_only_here_where_most_of_it_is() {
        let sentence = Span::new(10, 110);
        let stands = |own: &[(u32, u32)]| alone(sentence, own.iter().map(|(start, end)| Span::new(*start, *end)));
        assert!(stands(&[(10, 110)]) == Beside::Nothing);
        assert!(stands(&[(10, 60), (40, 90)]) == Beside::Nothing, "what overlaps counts once");
        assert!(stands(&[(10, 60), (20, 50)]) == Beside::InPart);
        assert!(stands(&[]) == Beside::Untold);
    }
}
