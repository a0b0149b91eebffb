//! Accounts that for the most part tell of different things: what two of them seem to say alike is more often chance.
//!
//! How much must speak for it follows from how often it is so (Bayes): where most accounts have most of each other's
//! statements, two words in common are enough; where few have any, they are not.

use super::{
    Near,
    likeness::{ROUNDING, likeness},
};
use crate::{
    find::hashed::NumberMap,
    link::segment::{Content, Segment},
};

/// Two segments this much the same count as one statement when it is counted how much accounts share.
const COUNTED: f32 = 0.3;
/// Below this part of the segments that have their like elsewhere, the accounts of a collection tell of different things,
/// but for two of them that have so much in common.
const SHARED: f32 = 0.2;
const SHARED_BY_TWO: f32 = 0.12;
/// So many segments of a group are compared with each other.
const COMPARED: usize = 16;
/// What is known before anything was counted: of so many segments so many have their like.
const BEFORE: (usize, usize) = (20, 5);

/// Which accounts tell of different things.
pub(crate) struct Apart {
    /// For two articles, the lower number first, how many segments have their like in the other; `None` where the
    /// collection tells of one story.
    hits: Option<NumberMap<(u32, u32), usize>>,
    /// How many segments each article has that could have their like.
    sizes: Vec<usize>,
}

impl Apart {
    /// As `near` has what is alike.
    pub(super) fn of(content: &Content, near: &[Near]) -> Self {
        let mut hits: NumberMap<(u32, u32), usize> = NumberMap::default();
        let mut sizes = vec![0; content.articles.len()];
        let (mut all, mut shared) = BEFORE;
        let tells = |segment: &Segment| segment.states() && segment.is_witness() && segment.telling > 1;
        for (segment, near) in content.segments.iter().zip(near).filter(|(segment, _)| tells(segment)) {
            let here = segment.article;
            let alike = near.iter().filter(|(_, like)| like.same >= COUNTED - ROUNDING);
            let mut there: Vec<u32> = alike.map(|(other, _)| content.segments[*other].article).collect();
            there.retain(|other| *other != here);
            there.sort_unstable();
            there.dedup();
            sizes[here as usize] += 1;
            all += 1;
            shared += usize::from(!there.is_empty());
            for other in there {
                *hits.entry((here.min(other), here.max(other))).or_insert(0) += 1;
            }
        }
        let hits = ((shared as f32) < SHARED * all as f32).then_some(hits);
        Self { hits, sizes }
    }

    /// True where the articles of the collection, taken together, tell of different things.
    pub(super) fn is_loose(&self) -> bool {
        self.hits.is_some() && self.sizes.iter().filter(|size| **size > 0).count() > 1
    }

    /// True for two articles that tell of different things.
    pub(crate) fn are(&self, one: u32, other: u32) -> bool {
        let Some(hits) = self.hits.as_ref().filter(|_| one != other) else { return false };
        let hits = hits.get(&(one.min(other), one.max(other))).copied().unwrap_or(0);
        (hits as f32) < SHARED_BY_TWO * (self.sizes[one as usize] + self.sizes[other as usize]) as f32
    }

    /// True where two segments, if their articles tell of different things, are the same for sure.
    pub(crate) fn are_one(&self, content: &Content, one: &Segment, other: &Segment) -> bool {
        let is_sure = || {
            let like = likeness(content, one, other);
            like.same > 0.0 && like.sure
        };
        !self.are(one.article, other.article) || is_sure()
    }

    /// Of what is alike, what is sure where the articles tell of different things.
    pub(super) fn doubt(&self, content: &Content, near: &mut [Near]) {
        if self.hits.is_none() {
            return;
        }
        for (segment, near) in content.segments.iter().zip(near) {
            for (other, like) in near {
                if !like.sure && self.are(segment.article, content.segments[*other].article) {
                    like.same = 0.0;
                }
            }
        }
    }

    /// True where a group that a figure or a day ties is no chance: two articles of it tell of the same story, or say
    /// something close there.
    pub(super) fn allow(&self, content: &Content, group: &[usize]) -> bool {
        if self.hits.is_none() {
            return true;
        }
        let mut told: Vec<&Segment> = group.iter().map(|at| &content.segments[*at]).collect();
        let pairs = |told: &[&Segment], is_one: &dyn Fn(&Segment, &Segment) -> bool| {
            let tells = |(at, one): (usize, &&Segment)| {
                told[..at].iter().any(|other| one.article != other.article && is_one(one, other))
            };
            told.iter().enumerate().any(tells)
        };
        if pairs(&told, &|one, other| !self.are(one.article, other.article)) {
            return true;
        }
        // of many accounts some are enough to see that nothing is close
        told.sort_by_key(|segment| content.articles[segment.article as usize].key);
        told.dedup_by_key(|segment| segment.article);
        told.truncate(COMPARED);
        pairs(&told, &|one, other| likeness(content, one, other).close > 0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::{comparison::compare, tests::collection};
    use crossread_corpus::links::claim::Claims;

    #[test]
    fn an_article_is_not_apart_from_itself() {
        let apart = Apart { hits: Some(NumberMap::default()), sizes: vec![30, 30] };
        assert!(apart.are(0, 1) && !apart.are(1, 1));
    }

    const SEA: [&str; 12] = [
        "ferry",
        "harbour",
        "captain",
        "anchor",
        "sailor",
        "lighthouse",
        "fog",
        "cargo",
        "deck",
        "rope",
        "tide",
        "net",
    ];
    const MUSIC: [&str; 12] = [
        "orchestra",
        "violin",
        "concert",
        "trumpet",
        "ticket",
        "stage",
        "choir",
        "piano",
        "song",
        "balcony",
        "drum",
        "flute",
    ];

    /// How many statements two accounts share that end so, and else tell of these things.
    fn shared(things: [&[&str]; 2], ends: [&str; 2]) -> usize {
        claims(things, ends).claims.len()
    }

    fn claims(things: [&[&str]; 2], ends: [&str; 2]) -> Claims {
        let text = |(things, end): (&[&str], &str)| {
            let told = things
                .windows(2)
                .map(|pair| format!("Jane Roe of Graz repaired the {} near the {}.", pair[0], pair[1]));
            format!("Published March 9, 2021\n\n{} {end}", told.collect::<Vec<_>>().join(" "))
        };
        let texts: Vec<String> = things.into_iter().zip(ends).map(text).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let collection = collection(&texts);
        compare(&collection.articles, &collection.links).claims
    }

    #[test]
    fn a_page_can_tell_that_accounts_tell_of_different_things() {
        let ends = ["The bakers of Wenlow answered questions.", "In Wenlow bakers answered questions."];
        assert!(claims([&SEA, &MUSIC], ends).loose && !claims([&SEA, &SEA], ends).loose);
    }

    #[test]
    fn accounts_of_different_things_say_the_same_only_where_it_is_sure() {
        // three words, and nobody in common
        let chance = [
            "Bakers answered every angry question before a long lunch of soup.",
            "A gardener with three dogs answered angry questions from neighbours.",
        ];
        assert_eq!(shared([&SEA, &MUSIC], chance), 0);
        assert_eq!(shared([&[], &[]], chance), 1, "of one story, as far as is known");
        let sure = ["The bakers of Wenlow answered angry questions.", "In Wenlow bakers answered angry questions."];
        assert_eq!(shared([&SEA, &MUSIC], sure), 1);
    }

    #[test]
    fn two_accounts_of_one_story_are_not_apart() {
        let ends = [
            "Bakers answered every angry question before a long lunch of soup.",
            "A gardener with three dogs answered angry questions from neighbours.",
        ];
        let more = |ends: [&str; 2]| shared([&SEA, &SEA], ends);
        assert_eq!(more(ends), more(["", ""]) + 1);
    }
}
