//! Where an article that does not make a claim comes nearest to it, by what the claim's members share: a clause that has
//! something else of one of their sentences is not close.

use super::{
    Alikes, label,
    likeness::{ROUNDING, weight},
    near::LEAST,
};
use crate::{
    find::hashed::NumberMap,
    link::segment::{Class, Content, Segment, Term},
};
use crossread_corpus::{
    attribution::Stance,
    links::{
        Anchor,
        claim::{Claim, Nearest, Nearness},
    },
    span::Span,
};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What part of what the members share a place must have to be close.
const MOST: f32 = 0.5;
/// What part is enough, with the weightiest word of it, where the place stands in a claim that has a sentence in common
/// with this one.
const ENOUGH_BESIDE: f32 = 0.3;
/// What part of what the members share a word must be for others that have it to tell of the same thing.
const MAIN: f32 = 0.27;
/// Where this part is had, all is, but for rounding.
const ALL: f32 = 0.99;
/// How like a member a place must be to have something against it.
const ALIKE: f32 = 0.4;
/// A word that more segments than [`OFTEN`] have, and more than this part of all, is everywhere: no account is close to
/// another by it alone.
const EVERYWHERE: f32 = 0.06;
const OFTEN: u32 = 8;
/// A word that more segments than this have is not looked up.
const COMMON: usize = 64;

/// Why a place is looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reason {
    /// It is like a member, or has a word of the claim.
    Alike,
    /// It stands in a claim that has a segment in common with this one.
    Beside,
    /// It has the word for what the claim tells of: "protests go on", "the country is full of protests".
    SameThing,
}

/// A place, and how near it is.
#[derive(Clone, Copy)]
struct Place {
    segment: usize,
    /// What part it has of what the members share.
    had: f32,
    /// How like it is to a member.
    like: f32,
    nearness: Nearness,
    /// Something there is dated as the claim is.
    dated: bool,
}

impl Place {
    /// The higher the nearer. Of two that are close, one that has nothing against the claim comes first, and one of the same
    /// days before others.
    fn rank(self) -> (bool, bool, bool, f32) {
        let is_close = self.nearness > Nearness::Far;
        (is_close, self.nearness == Nearness::Close, is_close && self.dated, self.had * self.like)
    }
}

/// What a claim's members share.
struct Core<'c> {
    /// The claim's exemplar.
    told: &'c Segment,
    terms: Vec<Term>,
    /// Telling words, and what part each is of all that is shared, by weight.
    telling: Vec<(Term, f32)>,
    /// For each of these, whether the members that have it deny it: all of them, or none; nothing where they do not agree.
    denied: Vec<Option<bool>>,
}

impl<'c> Core<'c> {
    fn of(content: &'c Content, claim: &Claim, group: &[usize]) -> Self {
        let told = &content.segments[group[claim.exemplar as usize]];
        let terms = label::core(content, claim, group);
        let weigh = |term: &Term| weight(content, *term, told.article, told.article);
        let all: f32 = terms.iter().map(weigh).sum();
        let telling = terms.iter().filter(|term| content.tells(**term) && all > 0.0);
        let telling: Vec<(Term, f32)> = telling.map(|term| (*term, weigh(term) / all)).collect();
        let denied = |term: Term| {
            let mut members = group.iter().filter_map(|at| content.segments[*at].use_of(term)).map(|each| each.denied);
            let first = members.next()?;
            members.all(|denied| denied == first).then_some(first)
        };
        let denied = telling.iter().map(|(term, _)| denied(*term)).collect();
        Self { told, terms, telling, denied }
    }

    /// True where `other` has the weightiest telling word, or one as weighty.
    fn heaviest_is_in(&self, other: &Segment) -> bool {
        let most = self.telling.iter().map(|(_, part)| *part).fold(0.0, f32::max);
        self.telling.iter().any(|(term, part)| *part >= most && other.use_of(*term).is_some())
    }

    /// True where the telling words stand in a row, and `term` is the last: what the others only say more of.
    fn ends_with(&self, term: Term) -> bool {
        let mut places: Vec<Span> =
            self.telling.iter().filter_map(|(term, _)| self.told.use_of(*term)).map(|each| each.span).collect();
        places.sort_unstable();
        let in_a_row = places.windows(2).all(|pair| pair[1].start() <= pair[0].end() + 1);
        places.len() > 1 && in_a_row && self.told.use_of(term).is_some_and(|each| places.last() == Some(&each.span))
    }

    /// True where the weightiest telling words that `other` has, too, are denied or refused by it and by none of the group
    /// that has them, or by all of those and not by it. What somebody wants is not said against what is not.
    fn is_against(&self, content: &Content, other: &Segment) -> bool {
        let attributions = &content.articles[other.article as usize].annotations.attributions;
        let stance = other.voice.attribution().map(|number| attributions[number as usize].stance);
        if matches!(stance, Some(Stance::Demanding | Stance::Wanting)) {
            return false;
        }
        let telling = self.telling.iter().zip(&self.denied);
        let both: Vec<(bool, f32, Option<bool>)> =
            telling.filter_map(|((term, part), denied)| Some((other.use_of(*term)?.denied, *part, *denied))).collect();
        let most = both.iter().map(|(_, part, _)| *part).fold(0.0, f32::max);
        let mut heaviest = both.iter().filter(|(_, part, _)| *part >= most - ROUNDING).peekable();
        heaviest.peek().is_some() && heaviest.all(|(here, _, there)| *there == Some(!here))
    }

    /// How many of the terms the segment `other` has, where a telling word is among them.
    fn shared_with(&self, other: &Segment) -> usize {
        let has = |term: &Term| other.use_of(*term).is_some();
        if self.telling.iter().any(|(term, _)| has(term)) {
            self.terms.iter().filter(|term| has(term)).count()
        } else {
            0
        }
    }

    /// What part of the terms the segment `other` has, by their weight; `weights` are those of the terms beside each
    /// article's, as far as known.
    fn part(&self, content: &Content, other: &Segment, weights: &mut NumberMap<u32, Vec<f32>>) -> f32 {
        let weigh = |term: &Term| weight(content, *term, self.told.article, other.article);
        let weights = weights.entry(other.article).or_insert_with(|| self.terms.iter().map(weigh).collect());
        let all: f32 = weights.iter().sum();
        let has = |term: &Term| other.use_of(*term).is_some();
        let had: f32 = self.terms.iter().zip(weights).filter(|(term, _)| has(term)).map(|(_, weight)| *weight).sum();
        if all > 0.0 { had / all } else { 0.0 }
    }
}

/// Adds to each claim, for articles without a member, the place that has most of what the members share. `groups` are the
/// claims' segments in the order of their members.
pub(super) fn add(content: &Content, claims: &mut [Claim], groups: &[Vec<usize>], alikes: &Alikes) {
    let Alikes { having, near, apart } = alikes;
    let mut groups_of: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (number, group) in groups.iter().enumerate() {
        group.iter().for_each(|at| groups_of.entry(*at).or_default().push(number));
    }
    // by which claim's words a segment was found last
    let mut found = vec![0; content.segments.len()];
    for ((number, claim), group) in (1..).zip(claims.iter_mut()).zip(groups) {
        let mut weights = NumberMap::default();
        let core = Core::of(content, claim, group);
        let same = same_thing(content, &core, having).into_iter().map(|at| (at, LEAST, Reason::SameThing));
        let having = core.telling.iter().map(|(term, _)| &having[term.0 as usize]).filter(|all| all.len() <= COMMON);
        let like = group.iter().flat_map(|at| &near[*at]);
        let like = like.map(|(other, like)| (*other, like.close, Reason::Alike));
        let worded =
            having.flatten().filter(|other| core::mem::replace(&mut found[**other as usize], number) != number);
        let worded = worded.map(|other| (*other as usize, LEAST, Reason::Alike));
        let beside = group.iter().flat_map(|at| &groups_of[at]).flat_map(|other| &groups[*other]);
        let beside = beside.map(|other| (*other, LEAST, Reason::Beside));
        let mut places: Vec<(usize, f32, Reason)> = like.chain(worded).chain(beside).chain(same).collect();
        places.sort_by_key(|(segment, ..)| *segment);
        let mut best: BTreeMap<u32, Place> = BTreeMap::new();
        // what is found for several reasons is judged once
        for found in places.chunk_by(|one, other| one.0 == other.0) {
            let segment = found[0].0;
            let other = &content.segments[segment];
            if !content.are_related(core.told.article, other.article) {
                continue;
            }
            let like = found.iter().map(|(_, like, _)| *like).fold(0.0, f32::max);
            let is_for = |reason: Reason| found.iter().any(|(.., other)| *other == reason);
            let had = core.part(content, other, &mut weights);
            // one word that is everywhere is close to nothing, unless it is all that is shared
            let both = core.telling.iter().map(|(term, _)| *term).filter(|term| other.use_of(*term).is_some());
            let both: Vec<Term> = both.collect();
            let telling = both.len() > 1 || had >= ALL || both.iter().any(|term| !is_everywhere(content, *term));
            let is_close = (had >= MOST && telling)
                || (is_for(Reason::Beside) && had >= ENOUGH_BESIDE && telling && core.heaviest_is_in(other))
                || is_for(Reason::SameThing);
            // nor is one word close to anything in an account of other things
            let shared = core.shared_with(other);
            let is_apart = is_close && group.iter().all(|at| apart.are(content.segments[*at].article, other.article));
            let is_close = is_close && (shared > 1 || !is_apart);
            // one word that is denied is not the whole
            let spoken_of = like >= ALIKE && shared > 1 && !is_apart;
            let nearness = match is_close {
                true if !core.is_against(content, other) => Nearness::Close,
                true if spoken_of => Nearness::Against,
                _ => Nearness::Far,
            };
            if like <= LEAST && !is_close {
                continue;
            }
            let dated = is_close && claim.days.is_some_and(|days| is_dated(content, other, days));
            let place = Place { segment, had, like, nearness, dated };
            let known = best.entry(other.article).or_insert(place);
            if place.rank() > known.rank() {
                *known = place;
            }
        }
        for at in group {
            best.remove(&content.segments[*at].article);
        }
        let nearest = |place: Place| {
            let anchor = content.segments[place.segment].anchor();
            (place.had > 0.0).then_some(Nearest { anchor, nearness: place.nearness })
        };
        claim.nearest = best.into_values().filter_map(nearest).collect();
    }
}

/// True where a time in the segment is not wholly before or after these days.
fn is_dated(content: &Content, segment: &Segment, days: (Date, Date)) -> bool {
    let times = &content.articles[segment.article as usize].annotations.times;
    let mut found = segment.times.iter().filter_map(|number| times[*number as usize].days);
    found.any(|(first, last)| first <= days.1 && days.0 <= last)
}

/// True for a word that so many segments have that it tells nothing apart.
fn is_everywhere(content: &Content, term: Term) -> bool {
    content.in_all[term.0 as usize] > OFTEN && content.is_everywhere(term, EVERYWHERE)
}

/// The segments with a word that is much of what the claim's members share, and that says what is done or is: who protests
/// is not the protest.
fn same_thing(content: &Content, core: &Core, having: &[Vec<u32>]) -> Vec<usize> {
    let says_what = |segment: &Segment, term: Term| {
        let words = segment.use_of(term).map(|each| Anchor { article: segment.article, span: each.span });
        words.is_some_and(|words| content.class_at(words) == Class::What)
    };
    let main = core.telling.iter().filter(|(_, part)| *part >= MAIN).map(|(term, _)| *term);
    let main =
        main.filter(|term| says_what(core.told, *term) && (core.ends_with(*term) || !is_everywhere(content, *term)));
    let places = main.flat_map(|term| having[term.0 as usize].iter().map(move |at| (term, *at as usize)));
    places.filter(|(term, at)| says_what(&content.segments[*at], *term)).map(|(_, at)| at).take(COMMON).collect()
}
