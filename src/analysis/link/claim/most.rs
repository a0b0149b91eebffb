//! What most articles tell, each in a word of its own: the happening that a story is about.

use super::{Near, likeness::weight};
use crate::link::segment::{Class, Content, Segment, Term};
use crossread_corpus::{annotation::Voice, links::Anchor};
use std::collections::{BTreeMap, BTreeSet};

/// What part of what a group's articles share the word for what is told must be, and what part another must have to tell it.
const MAIN: f32 = 0.27;
const MOST: f32 = 0.5;
/// Fewer articles than this are not most.
const LEAST_MOST: usize = 3;

/// Adds to each group that tells of something most articles have a word for, for articles that have no part in it, the
/// segment in their own words that is most like it: it has that word for what is done, and most of what the group's
/// articles share. "The country is full of protests", "a vote that began a wave of protests" tell of the same.
pub(super) fn join(content: &Content, groups: &mut [Vec<usize>], near: &[Near], having: &[Vec<u32>]) {
    let mut places_of: BTreeMap<Term, Places> = BTreeMap::new();
    let mut related: BTreeMap<u32, usize> = BTreeMap::new();
    for group in groups {
        let told: BTreeSet<u32> = group.iter().map(|at| content.segments[*at].article).collect();
        if told.len() < 2 {
            continue;
        }
        let shared = shared_by_all(content, group, told.len());
        let all: f32 = shared.iter().map(|(_, weight)| weight).sum();
        let is_main = |(term, weight): &&(Term, f32)| {
            *weight >= MAIN * all && group.iter().all(|at| says_what(content, *at, *term))
        };
        let Some((main, _)) = shared.iter().filter(is_main).max_by(|a, b| b.1.total_cmp(&a.1)) else { continue };
        let places = places_of.entry(*main).or_insert_with(|| Places::of(content, &having[main.0 as usize], *main));
        // of the articles that may tell of the same
        let first = content.segments[group[0]].article;
        let related = related.entry(first).or_insert_with(|| {
            (0..).zip(content.articles).filter(|(other, _)| content.are_related(first, *other)).count()
        });
        let articles = places.articles.iter().filter(|article| content.are_related(first, **article)).count();
        if articles < LEAST_MOST || 5 * articles < 4 * *related {
            continue;
        }
        let mut late: BTreeMap<u32, (f32, usize)> = BTreeMap::new();
        for at in places.told.iter().copied() {
            let segment = &content.segments[at];
            // few are like one of the group: the others are asked no more
            let like = near[at].iter().filter(|(other, _)| group.binary_search(other).is_ok());
            let like = like.map(|(_, like)| like.close).fold(0.0, f32::max);
            let best = late.get(&segment.article).map_or(0.0, |(best, _)| *best);
            if like <= best || told.contains(&segment.article) {
                continue;
            }
            let had = shared.iter().filter(|(term, _)| segment.use_of(*term).is_some());
            let had: Vec<f32> = had.map(|(_, weight)| *weight).collect();
            let is_one = had.len() > 1 && had.iter().sum::<f32>() >= MOST * all;
            if is_one && group.iter().all(|other| agree(content, segment, &content.segments[*other])) {
                late.insert(segment.article, (like, at));
            }
        }
        group.extend(late.into_values().map(|(_, at)| at));
        group.sort_unstable();
    }
}

/// Where a word is told.
struct Places {
    /// The segments of articles' own words that have it as what is done.
    told: Vec<usize>,
    /// The articles in which it is told, whoever says so; each once.
    articles: Vec<u32>,
}

impl Places {
    /// Those of `term`, which the segments of `having` have.
    fn of(content: &Content, having: &[u32], term: Term) -> Self {
        let all = having.iter().map(|at| *at as usize).filter(|at| says_what(content, *at, term));
        let mut told: Vec<usize> = all.collect();
        let mut articles: Vec<u32> = told.iter().map(|at| content.segments[*at].article).collect();
        articles.dedup();
        let speaks = |segment: &Segment| segment.voice == Voice::Outlet && segment.states() && !segment.bare;
        told.retain(|at| speaks(&content.segments[*at]));
        Self { told, articles }
    }
}

/// True where neither denies the other, says that it is over when the other does not, or tells of other days, people or
/// towns.
fn agree(content: &Content, one: &Segment, other: &Segment) -> bool {
    let apart = one.days.zip(other.days).is_some_and(|(a, b)| a.1 < b.0 || b.1 < a.0);
    let others = Content::tell_of_others(one, other) || content.are_elsewhere(one, other);
    one.negated == other.negated
        && one.ends == other.ends
        && !apart
        && !others
        && !Content::are_years_apart(one, other)
        && content.are_related(one.article, other.article)
}

/// The telling words that some member from each of `articles`, so many, has, with the least of their weights.
fn shared_by_all(content: &Content, group: &[usize], articles: usize) -> Vec<(Term, f32)> {
    let mut having: BTreeMap<Term, BTreeSet<u32>> = BTreeMap::new();
    for segment in group.iter().map(|at| &content.segments[*at]) {
        for each in segment.uses.iter().filter(|each| !each.source && content.tells(each.term)) {
            having.entry(each.term).or_default().insert(segment.article);
        }
    }
    let all = having.into_iter().filter(|(_, having)| having.len() == articles);
    all.map(|(term, having)| {
        let weights = having.into_iter().map(|article| weight(content, term, article, article));
        (term, weights.fold(f32::INFINITY, f32::min))
    })
    .collect()
}

/// True where a segment has the word as what is done or is: not as who does it, nor as "striking drivers" have it.
fn says_what(content: &Content, at: usize, term: Term) -> bool {
    let segment = &content.segments[at];
    let word = segment.use_of(term).map(|each| Anchor { article: segment.article, span: each.span });
    word.is_some_and(|word| content.class_at(word) == Class::What && !content.slice(word).ends_with("ing"))
}
