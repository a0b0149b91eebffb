//! The same claim in the outlet's own words in one article, in somebody's mouth in another.
//!
//! Strict, since a clause holds more than one thing: what two statements share must stand outside all reported words in
//! one, and within reported words, or beside a hedge, in the other.

use super::{Compared, difference};
use crate::link::{
    claim::likeness::{counts_differ, likeness, shared},
    segment::{Content, Segment},
};
use crossread_corpus::{
    attribution::{Attribution, Stance},
    links::{
        Anchor,
        claim::Statement,
        difference::{Difference, DifferenceKind, Side},
        passage::Part,
    },
    span::Span,
};
use std::collections::BTreeSet;

/// How much two statements must say the same for their voices to be compared.
const ALIKE: f32 = 0.4;

/// So many statements of a claim are compared.
const COMPARED: usize = 30;

/// Families of words that report what somebody says or wants, even where no source stands by them.
const REPORTING: [&str; 9] =
    ["accuse", "claim", "warn", "promise", "reject", "announce", "demand", "condemn", "suspect"];

/// One difference a claim, where outlets part in whose words they tell it or in how far they hold it from themselves.
pub(super) fn voices(compared: &Compared) -> Vec<Difference> {
    let content = compared.content;
    let mut found = Vec::new();
    for (claim, group) in compared.claims.claims.iter().zip(compared.groups) {
        let told: Vec<(&Statement, &Segment)> =
            claim.members.iter().zip(group.iter().map(|at| &content.segments[*at])).collect();
        let told = || told.iter().copied().take(COMPARED).filter(|(member, _)| member.part == Part::Story);
        let mut sides = BTreeSet::new();
        for (own, own_segment) in told().filter(|(member, segment)| is_own(content, member, segment)) {
            for (held, held_segment) in told().filter(|(held, _)| held.anchor.article != own.anchor.article) {
                let telling = telling(content, own_segment, held_segment);
                let like = likeness(content, own_segment, held_segment);
                if telling.len() < 2
                    || counts_differ(content, own_segment, held_segment)
                    || like.same < ALIKE
                    || (!like.sure && compared.apart.are(own_segment.article, held_segment.article))
                {
                    continue;
                }
                let free = telling.iter().all(|(span, _)| reported(content, own_segment, *span).is_none());
                let words = held_words(content, held, held_segment, telling.iter().map(|(_, span)| *span));
                if let (true, Some(words)) = (free, words) {
                    sides.insert(Side { anchor: own.anchor, words: own.anchor });
                    sides.insert(Side { anchor: held.anchor, words });
                }
            }
        }
        let about = claim.exemplar().anchor;
        let sides = sides.into_iter().collect();
        found.extend(difference(content, DifferenceKind::Voice, about, sides, 50, "whose-words-a-claim-is-in"));
    }
    found
}

/// Where the telling words stand that both have, in the one and in the other.
fn telling(content: &Content, one: &Segment, other: &Segment) -> Vec<(Span, Span)> {
    let heavy = |term| content.tells(term);
    shared(&one.uses, &other.uses).filter(|(each, _)| heavy(each.term)).map(|(a, b)| (a.span, b.span)).collect()
}

/// True for what the outlet asserts itself: no hedge, no quoted words, no word that says somebody says so.
fn is_own(content: &Content, member: &Statement, segment: &Segment) -> bool {
    let attributions = &content.articles[member.anchor.article as usize].annotations.attributions;
    let quotes = attributions.iter().flat_map(|said| &said.quoted).any(|quoted| member.anchor.span.overlaps(*quoted));
    let cues = attributions.iter().filter_map(|said| said.cue).any(|cue| member.anchor.span.contains(cue));
    let reporting = REPORTING.iter().filter_map(|family| content.word(family));
    let mut reporting = reporting.filter(|term| segment.uses.iter().any(|each| each.term == *term));
    member.hedge.is_none() && !quotes && !cues && reporting.next().is_none() && !segment.negated
}

/// The attribution that holds the words at `span`.
fn reported<'c>(content: &Content<'c>, segment: &Segment, span: Span) -> Option<&'c Attribution> {
    let attributions = &content.articles[segment.article as usize].annotations.attributions;
    attributions.iter().find(|said| said.content.iter().any(|content| content.contains(span)))
}

/// What shows that the words at `spans` are not the outlet's: the hedge, or the source with its cue where all of them are
/// one source's statement.
fn held_words(
    content: &Content,
    member: &Statement,
    segment: &Segment,
    spans: impl Iterator<Item = Span>,
) -> Option<Anchor> {
    let article = member.anchor.article;
    let spans: Vec<Span> = spans.collect();
    let said = reported(content, segment, *spans.first()?);
    let within = |span: Span| said.is_some_and(|said| said.content.iter().any(|content| content.contains(span)));
    let whole = spans.iter().all(|span| within(*span));
    // who is charged with having rigged a victory is not said to have won: the most of a charge must be shared
    if said.is_some_and(|said| said.stance == Stance::Accusing) && 2 * spans.len() <= segment.telling {
        return None;
    }
    if let Some(span) = member.hedge {
        return Some(Anchor { article, span });
    }
    let said = said?;
    let states = matches!(said.stance, Stance::Neutral | Stance::Asserting | Stance::Conceding | Stance::Accusing);
    let (source, cue) = (said.source?, said.cue?);
    if !whole || !states || segment.negated {
        return None;
    }
    let near = source.end() <= cue.start() && cue.start() - source.end() < 40;
    Some(Anchor { article, span: if near { Span::new(source.start(), cue.end()) } else { source } })
}
