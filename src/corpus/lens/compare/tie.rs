//! Which sentences of two accounts are tied.

use super::{Account, Sentence};
use crate::{
    figure::FigureKind,
    lens::Looking,
    links::{
        Anchor, Links,
        alignment::align,
        passage::PassageKind,
        word::{HEAVY, words},
    },
    order::sort_by_key,
    span::Span,
};
use core::cmp::Reverse;

/// Sentences at least so alike are tied, in hundredths.
const ALIKE: u32 = 40;

/// Up to so many words around an age tell nothing else: "the 48-year-old".
const OF_AGE: usize = 3;

/// What a shared utterance or passage adds, in hundredths.
const TIED: u32 = 30;

/// How alike the sentences of two accounts are: for each of `other` those of `base` that tell of the same, likest first.
pub(super) fn alike(looking: Looking<'_>, links: &Links, base: &Account, other: &Account) -> Vec<Vec<(u32, usize)>> {
    let (ties, stated) =
        (ties(looking, links, base.number, other.number), stated(looking, links, base.number, other.number));
    let scores = |sentence: &Sentence| {
        let score = |(at, first): (usize, &Sentence)| {
            let among = |pairs: &[(Span, Span)]| {
                pairs.iter().any(|(one, two)| one.overlaps(first.span) && two.overlaps(sentence.span))
            };
            let alike = likeness(first, sentence) + if among(&ties) { TIED } else { 0 };
            // of those that state the same the one with more of the same words
            (if among(&stated) { alike.max(ALIKE + shared(first, sentence) as u32) } else { alike }, at)
        };
        let mut scores: Vec<(u32, usize)> =
            base.sentences.iter().enumerate().map(score).filter(|(score, _)| *score >= ALIKE).collect();
        sort_by_key(&mut scores, |(score, at)| (Reverse(*score), *at));
        scores
    };
    other.sentences.iter().map(scores).collect()
}

/// How many of its words the other has, too.
fn shared(one: &Sentence, other: &Sentence) -> usize {
    one.keys.iter().filter(|key| other.keys.binary_search(key).is_ok()).count()
}

/// How alike two sentences are, in hundredths: how much of both is the same, or of the shorter one if it says enough.
fn likeness(one: &Sentence, other: &Sentence) -> u32 {
    let shared = shared(one, other);
    let least = one.keys.len().min(other.keys.len());
    if shared < 2 || shared * 4 < least {
        return 0;
    }
    let alignment = align(&one.words, &other.words);
    let within = alignment.left_in_right.max(alignment.right_in_left);
    let within = if least >= 4 { within * 0.75 } else { 0.0 };
    (alignment.similarity.max(within) * 100.0) as u32
}

/// Places of two articles that give one utterance or share a passage.
fn ties(looking: Looking<'_>, links: &Links, first: usize, number: usize) -> Vec<(Span, Span)> {
    let mut found = Vec::new();
    let content = |article: u32, attribution: u32| {
        let list = &looking.article(article as usize).annotations.attributions;
        list.get(attribution as usize).map(|a| a.content.clone()).unwrap_or_default()
    };
    let heavy = |article: u32, piece: Span| -> Vec<u64> {
        let words = words(&looking.article(article as usize).text, piece).into_iter();
        words.filter(|word| word.weight >= HEAVY).map(|word| word.key).collect()
    };
    for utterance in &links.utterances {
        let of = |wanted: usize| utterance.variants.iter().filter(move |variant| variant.article as usize == wanted);
        for one in of(first) {
            for other in of(number) {
                let (left, right) = (content(one.article, one.attribution), content(other.article, other.attribution));
                // of an utterance in several pieces each is another
                let whole = left.len() == 1 && right.len() == 1;
                if whole {
                    found.push((left[0], right[0]));
                    continue;
                }
                let theirs: Vec<Vec<u64>> = right.iter().map(|piece| heavy(other.article, *piece)).collect();
                for piece in left {
                    let ours = heavy(one.article, piece);
                    let same =
                        right.iter().zip(&theirs).filter(|(_, theirs)| theirs.iter().any(|key| ours.contains(key)));
                    found.extend(same.map(|(theirs, _)| (piece, *theirs)));
                }
            }
        }
    }
    for passage in links.passages.iter().filter(|passage| passage.kind != PassageKind::Formula) {
        let of = |wanted: usize| {
            passage.members.iter().map(|member| member.anchor).filter(move |a: &Anchor| a.article as usize == wanted)
        };
        found.extend(of(first).flat_map(|one| of(number).map(move |other| (one.span, other.span))));
    }
    found
}

/// Places of two articles that make one statement. How old somebody is, is told in passing, and ties no sentences.
fn stated(looking: Looking<'_>, links: &Links, first: usize, number: usize) -> Vec<(Span, Span)> {
    let mut found = Vec::new();
    let is_age = |at: &Anchor| {
        let article = looking.article(at.article as usize);
        let ages = article.annotations.figures.iter().filter(|figure| figure.kind == FigureKind::Age);
        ages.map(|figure| figure.span).any(|age| at.span.overlaps(age))
            && article.slice(at.span).split_whitespace().count() <= OF_AGE
    };
    for claim in &links.comparison.claims.claims {
        let of = |wanted: usize| {
            let members = claim.members.iter().map(|member| member.anchor);
            members.filter(move |at| at.article as usize == wanted && !is_age(at))
        };
        found.extend(of(first).flat_map(|one| of(number).map(move |other| (one.span, other.span))));
    }
    found
}
