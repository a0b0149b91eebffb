//! Passages: the same words in several articles, and whether they show anything.
//!
//! The method is that of text-reuse detection by word shingles (Broder 1997; Clough et al. 2002 on agency copy), grown to
//! the longest common runs and gathered into groups of all places.

mod run;
mod stream;

use crate::find::hashed::WordMap;
use core::cmp::Reverse;
use crossread_corpus::{
    article::Article,
    ground::Rule,
    links::{
        Anchor,
        passage::{Member, Part, Passage, PassageKind},
    },
    span::Span,
};
use run::{SHINGLE, Shingles, pieces, runs};
use stream::{Place, Stream};

/// What says less is left out: three rare words, in hundredths.
const LEAST: u32 = 200;

/// What says less is a turn of phrase.
const TELLING: u32 = 300;

/// So many words in a row, outside quotations, are not written twice.
const ONE_TEXT: usize = 12;

/// What a word that is part of a name counts at most: a name with its title is no common passage.
const OF_A_NAME: u32 = 15;

/// The passages that two articles or more share, by their first place; those within another one that as many articles
/// have are left out.
pub fn passages(articles: &[Article]) -> Vec<Passage> {
    let stream = Stream::of(articles);
    let shingles = Shingles::of(&stream);
    let weigh = |start: usize, length: usize| {
        stream.keys[start..start + length].iter().map(|key| stream.weights[*key as usize]).sum::<u32>()
    };
    // one place of each
    let mut distinct: WordMap<&[u32], usize> = WordMap::default();
    for piece in runs(&stream, &shingles).into_iter().flat_map(|run| pieces(&stream, run)) {
        if weigh(piece.start, piece.length) >= LEAST {
            let words = &stream.keys[piece.start..piece.start + piece.length];
            distinct.insert(words, piece.start);
        }
    }
    // by word: of the longer passages over it, the most articles one has
    let mut over = vec![0_u32; stream.keys.len()];
    let mut found = Vec::new();
    let mut distinct: Vec<(&[u32], usize)> = distinct.into_iter().collect();
    // the longest first
    distinct.sort_unstable_by_key(|(words, _)| (Reverse(words.len()), *words));
    for alike in distinct.chunk_by(|one, other| one.0.len() == other.0.len()) {
        let mut taken = Vec::new();
        for (words, at) in alike {
            let places = places(&stream, &shingles, words, *at);
            let count = articles_of(&stream, &places);
            let within = |place: &usize| over[*place..*place + words.len()].iter().all(|most| *most >= count);
            let passage = if places.iter().any(within) { None } else { passage(&stream, &places, words.len()) };
            if let Some(passage) = passage {
                found.push(passage);
                taken.push((places, words.len(), count));
            }
        }
        for (places, length, count) in taken {
            for place in &places {
                over[*place..*place + length].iter_mut().for_each(|most| *most = count.max(*most));
            }
        }
    }
    found.sort_by(|one, other| one.members.cmp(&other.members));
    found
}

/// Everywhere `words`, which stand at `place`, stand, none over another.
fn places(stream: &Stream, shingles: &Shingles, words: &[u32], place: usize) -> Vec<usize> {
    let rarest = (0..=words.len() - SHINGLE)
        .map(|at| (at, shingles.find(place + at)))
        .filter(|(_, places)| !places.is_empty())
        .min_by_key(|(_, places)| places.len());
    let (offset, starts) = rarest.unwrap_or_default();
    let mut found: Vec<usize> = Vec::with_capacity(starts.len());
    for (_, start) in starts {
        let Some(start) = (*start as usize).checked_sub(offset) else { continue };
        let free = found.last().is_none_or(|last| last + words.len() <= start);
        if free && stream.keys.get(start..start + words.len()) == Some(words) {
            found.push(start);
        }
    }
    found
}

/// In how many articles places are, which are in order.
fn articles_of(stream: &Stream, places: &[usize]) -> u32 {
    let article = |place: &usize| stream.places[*place].article;
    let others = places.windows(2).filter(|pair| article(&pair[0]) != article(&pair[1])).count();
    u32::try_from(others + 1).expect("articles fit in memory")
}

/// The passage of `length` words at `places`; `None` when it says too little, or stands in one article only.
fn passage(stream: &Stream, places: &[usize], length: usize) -> Option<Passage> {
    let first = stream.places[*places.first()?].article;
    if places.iter().all(|place| stream.places[*place].article == first) {
        return None;
    }
    let weight = (0..length)
        .map(|at| {
            let named = places.iter().any(|place| stream.places[place + at].named);
            let weight = stream.weights[stream.keys[places[0] + at] as usize];
            if named { weight.min(OF_A_NAME) } else { weight }
        })
        .sum();
    if weight < LEAST {
        return None;
    }
    let members: Vec<Member> = places
        .iter()
        .map(|start| {
            let (first, last) = (stream.places[*start], stream.places[start + length - 1]);
            let span = Span::new(first.span.start(), last.span.end());
            Member { anchor: Anchor { article: first.article, span }, part: first.part }
        })
        .collect();
    let (kind, rule) = kind(stream, places, &members, length, weight);
    let words = u32::try_from(length).expect("words fit in memory");
    Some(Passage { members, words, weight, kind, rule: Rule::new(rule) })
}

/// What a passage shows, and the rule that says so.
fn kind(
    stream: &Stream,
    places: &[usize],
    members: &[Member],
    length: usize,
    weight: u32,
) -> (PassageKind, &'static str) {
    if members.iter().all(|member| member.part == Part::Caption) {
        return (PassageKind::SameText, "same-caption");
    }
    let share = |place: usize, holds: fn(&Place) -> bool| {
        10 * stream.places[place..place + length].iter().filter(|word| holds(word)).count() >= 6 * length
    };
    if places.iter().all(|place| share(*place, |word| word.attributed))
        && places.iter().any(|place| share(*place, |word| word.quoted))
    {
        return (PassageKind::Quotation, "same-words-quoted");
    }
    if length >= ONE_TEXT {
        return (PassageKind::SameText, "same-words-at-length");
    }
    if weight < TELLING { (PassageKind::Formula, "turn-of-phrase") } else { (PassageKind::Shared, "same-words") }
}

#[cfg(test)]
mod gold;
#[cfg(test)]
mod tests;
