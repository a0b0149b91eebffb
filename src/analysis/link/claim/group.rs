//! Groups of segments that claim the same: those that average linkage leaves apart since a segment tells more than one
//! thing, and those that figures and days bring together.

use super::{Near, likeness::weight, pairs::Pairs};
use crate::find::hashed::NumberSet;
use crate::link::segment::{Class, Content, Segment, Term};
use crossread_corpus::{
    annotation::Voice,
    links::{
        Anchor,
        event::{Dated, Event},
        figure::{FigureGroup, GivenFigure},
    },
    span::Span,
};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// So many members of a group are compared with another group.
const COMPARED: usize = 16;
/// How far from a date the words stand that say what happened, in bytes.
const BESIDE: u32 = 45;
/// Of a day that more segments tell of, much is told.
const BUSY: usize = 10;
/// A word in this part of all segments is everywhere.
const EVERYWHERE: f32 = 0.04;
/// What part of the words that members share with another must be the same for two groups to be one, and the least weight
/// of one that all have.
const SAME_TOLD: f32 = 0.5;
const TELLING: f32 = 0.45;
/// The same where that word is rare.
const SAME_IF_RARE: f32 = 0.3;
const RARE: f32 = 0.8;
/// What part of what a group's articles share the word for what is told must be, and what part another must have to tell it.
const MAIN: f32 = 0.27;
const MOST: f32 = 0.5;
/// Fewer articles than this are not most.
const LEAST_MOST: usize = 3;
/// The least mean likeness of members of two groups that are one.
const ALIKE_APART: f32 = 0.25;
/// From this likeness to one member on, a segment joins a group that its article has no part in.
const JOINS: f32 = 0.45;

/// True when more than half of the pairs between two groups, those of different articles, are alike: a sentence of two
/// facts does not tie what is like the one to what is like the other.
pub(super) fn is_coherent(
    content: &Content,
    alike: &impl Fn(usize, usize) -> bool,
    one: &[usize],
    other: &[usize],
) -> bool {
    let article = |at: &usize| content.segments[*at].article;
    // of large groups a part tells
    let (one, other) = (&one[..one.len().min(COMPARED)], &other[..other.len().min(COMPARED)]);
    let pairs = one.iter().flat_map(|a| other.iter().map(move |b| (a, b))).filter(|(a, b)| article(a) != article(b));
    let (all, same) = pairs.fold((0, 0), |(all, same), (a, b)| (all + 1, same + usize::from(alike(*a, *b))));
    2 * same > all || all == 0
}

/// Adds to each group, for articles that have no part in it, the segments very like one of its members and like most, or
/// like one of each of its articles, in the mean by `least`. A segment of several facts may so stand in several groups.
pub(super) fn join_late(
    content: &Content,
    groups: &mut [Vec<usize>],
    pairs: &Pairs,
    alike: &impl Fn(usize, usize) -> bool,
    least: f32,
) {
    for group in groups {
        let told: BTreeSet<u32> = group.iter().map(|at| content.segments[*at].article).collect();
        let mut late: BTreeMap<u32, (f32, usize)> = BTreeMap::new();
        let others: BTreeSet<usize> = group.iter().flat_map(|member| pairs.near(*member)).map(|(at, _)| at).collect();
        for other in others.into_iter().filter(|at| !told.contains(&content.segments[*at].article)) {
            let mut likest: BTreeMap<u32, f32> = BTreeMap::new();
            for member in group.iter() {
                let best = likest.entry(content.segments[*member].article).or_insert(0.0);
                *best = best.max(pairs.get(*member, other).unwrap_or(0.0));
            }
            let most = likest.values().copied().fold(0.0, f32::max);
            let sum: f32 = likest.values().sum();
            let each = told.len() > 1 && likest.values().all(|like| *like > 0.0) && sum >= least * told.len() as f32;
            let entry = late.entry(content.segments[other].article).or_insert((0.0, other));
            if (most >= JOINS || each) && most > entry.0 && is_coherent(content, alike, group, &[other]) {
                *entry = (most, other);
            }
        }
        group.extend(late.into_values().filter(|(same, _)| *same > 0.0).map(|(_, segment)| segment));
        group.sort_unstable();
    }
}

/// Adds to each group that tells of something most articles have a word for, for articles that have no part in it, the
/// segment in their own words that is most like it: it has that word for what is done, and most of what the group's
/// articles share. "The country is full of protests", "a vote that began a wave of protests" tell of the same.
pub(super) fn join_told_by_most(content: &Content, groups: &mut [Vec<usize>], near: &[Near], having: &[Vec<u32>]) {
    for group in groups {
        let told: BTreeSet<u32> = group.iter().map(|at| content.segments[*at].article).collect();
        if told.len() < 2 {
            continue;
        }
        let shared = shared_by_all(content, group, &told);
        let all: f32 = shared.iter().map(|(_, weight)| weight).sum();
        let is_main = |(term, weight): &&(Term, f32)| {
            *weight >= MAIN * all && group.iter().all(|at| says_what(content, *at, *term))
        };
        let Some((main, _)) = shared.iter().filter(is_main).max_by(|a, b| b.1.total_cmp(&a.1)) else { continue };
        let places = having[main.0 as usize].iter().map(|at| *at as usize);
        let places: Vec<usize> = places.filter(|at| says_what(content, *at, *main)).collect();
        let articles: BTreeSet<u32> = places.iter().map(|at| content.segments[*at].article).collect();
        if articles.len() < LEAST_MOST || 5 * articles.len() < 4 * content.articles.len() {
            continue;
        }
        let mut late: BTreeMap<u32, (f32, usize)> = BTreeMap::new();
        for at in places {
            let segment = &content.segments[at];
            let speaks = segment.voice == Voice::Outlet && segment.states() && !segment.bare;
            if told.contains(&segment.article)
                || !speaks
                || !group.iter().all(|other| agree(segment, &content.segments[*other]))
            {
                continue;
            }
            let had: Vec<f32> =
                shared.iter().filter(|(term, _)| segment.use_of(*term).is_some()).map(|(_, weight)| *weight).collect();
            let like = near[at].iter().filter(|(other, _)| group.binary_search(other).is_ok());
            let like = like.map(|(_, like)| like.close).fold(0.0, f32::max);
            let entry = late.entry(segment.article).or_insert((0.0, at));
            if had.len() > 1 && had.iter().sum::<f32>() >= MOST * all && like > entry.0 {
                *entry = (like, at);
            }
        }
        group.extend(late.into_values().filter(|(like, _)| *like > 0.0).map(|(_, at)| at));
        group.sort_unstable();
    }
}

/// True where neither denies the other, says that it is over when the other does not, or tells of other days.
fn agree(one: &Segment, other: &Segment) -> bool {
    let apart = one.days.zip(other.days).is_some_and(|(a, b)| a.1 < b.0 || b.1 < a.0);
    one.negated == other.negated && one.ends == other.ends && !apart
}

/// The telling words that some member from each of these articles has, with their weights.
fn shared_by_all(content: &Content, group: &[usize], articles: &BTreeSet<u32>) -> Vec<(Term, f32)> {
    let has = |article: u32, term: Term| {
        group
            .iter()
            .map(|at| &content.segments[*at])
            .any(|segment| segment.article == article && segment.use_of(term).is_some_and(|each| !each.source))
    };
    let first = &content.segments[group[0]];
    let terms = first.uses.iter().map(|each| each.term).filter(|term| content.tells(*term));
    let terms = terms.filter(|term| articles.iter().all(|article| has(*article, *term)));
    terms.map(|term| (term, weight(content, term, first.article, first.article))).collect()
}

/// True where a segment has the word as what is done or is: not as who does it, nor as "striking drivers" have it.
fn says_what(content: &Content, at: usize, term: Term) -> bool {
    let segment = &content.segments[at];
    let word = segment.use_of(term).map(|each| content.slice(Anchor { article: segment.article, span: each.span }));
    word.is_some_and(|word| Class::of(&word.to_lowercase()) == Class::What && !word.ends_with("ing"))
}

/// Groups of two for segments that are very like each other, and that the groups so far hold apart since one of them tells
/// more than one thing; a group that has one of them and the other's article has told it already.
pub(super) fn further(content: &Content, pairs: &Pairs, groups: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let article = |at: usize| content.segments[at].article;
    let mut groups_of: Vec<Vec<usize>> = vec![Vec::new(); content.segments.len()];
    for (number, group) in groups.iter().enumerate() {
        group.iter().for_each(|at| groups_of[*at].push(number));
    }
    let told: Vec<NumberSet<u32>> = groups.iter().map(|group| group.iter().map(|at| article(*at)).collect()).collect();
    let has = |one: usize, other: usize| groups_of[one].iter().any(|group| told[*group].contains(&article(other)));
    let mut likest: Vec<(f32, usize, usize)> = pairs
        .iter()
        .filter(|((one, other), same)| *same >= JOINS && article(*one) != article(*other))
        .map(|((one, other), same)| (same, one, other))
        .collect();
    likest.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let alike = |one: usize, other: usize| pairs.get(one, other).is_some_and(|same| same >= JOINS);
    let mut found: Vec<Vec<usize>> = Vec::new();
    // by segment: the groups found that have it, and those that it is the first of
    let mut found_of: Vec<Vec<usize>> = vec![Vec::new(); content.segments.len()];
    let mut begun_by = found_of.clone();
    for (_, one, other) in likest {
        let known = found_of[one].iter().any(|group| found_of[other].contains(group));
        if known || has(one, other) || has(other, one) {
            continue;
        }
        let fits = |at: &usize| [one, other].iter().all(|new| at == new || alike(*at, *new));
        // a group that the two can join begins with one of them, or with what is like both
        let near = pairs.near(one).map(|(at, _)| at).chain([one]).filter(|at| !begun_by[*at].is_empty());
        let mut near: Vec<usize> = near.filter(fits).flat_map(|at| &begun_by[at]).copied().collect();
        near.sort_unstable();
        let number = near.into_iter().find(|group| found[*group].iter().all(fits)).unwrap_or_else(|| {
            begun_by[one].push(found.len());
            found.push(Vec::new());
            found.len() - 1
        });
        for new in [one, other] {
            if !found[number].contains(&new) {
                found[number].push(new);
                found_of[new].push(number);
            }
        }
    }
    found.iter_mut().for_each(|group| group.sort_unstable());
    found
}

/// Makes one of two groups that share a member, where they tell the same of it or most of their other members are alike,
/// too; until no two are left, since a group that has grown may hold another.
/// `from` is the first of those that figures and days tie.
pub(super) fn merge(content: &Content, groups: &mut Vec<Vec<usize>>, from: usize, pairs: &Pairs) {
    let fixed: BTreeSet<Vec<usize>> = groups[from..].iter().cloned().collect();
    let mut before = usize::MAX;
    while groups.len() < before {
        before = groups.len();
        merge_once(content, groups, &fixed, pairs);
    }
}

fn merge_once(content: &Content, groups: &mut Vec<Vec<usize>>, fixed: &BTreeSet<Vec<usize>>, pairs: &Pairs) {
    let article = |at: usize| content.segments[at].article;
    let mut groups_of: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for number in 0..groups.len() {
        let near: BTreeSet<usize> =
            groups[number].iter().filter_map(|at| groups_of.get(at)).flatten().copied().collect();
        let into = near
            .into_iter()
            .find(|other| is_one(content, &groups[*other], &groups[number], pairs, fixed))
            .unwrap_or(number);
        if into != number {
            let moved = core::mem::take(&mut groups[number]);
            // what figures or a day tie stays as it is where it has all articles: of it no word more is said
            let has_all = |one: &[usize], other: &[usize]| {
                other.iter().all(|at| one.iter().any(|own| article(*own) == article(*at)))
            };
            if fixed.contains(&moved) && has_all(&moved, &groups[into]) {
                groups[into] = moved;
                continue;
            }
            if fixed.contains(&groups[into]) && has_all(&groups[into], &moved) {
                continue;
            }
            groups[into].extend(moved);
            groups[into].sort_unstable();
            groups[into].dedup();
        }
        for at in &groups[into] {
            let list = groups_of.entry(*at).or_default();
            if !list.contains(&into) {
                list.push(into);
            }
        }
    }
    groups.retain(|group| !group.is_empty());
}

/// True where one of two sorted groups' members are the other's, or most pairs of members that only one of the two has
/// are alike.
fn is_one(content: &Content, one: &[usize], other: &[usize], pairs: &Pairs, fixed: &BTreeSet<Vec<usize>>) -> bool {
    let own = |group: &[usize], not: &[usize]| -> Vec<usize> {
        group.iter().copied().filter(|at| not.binary_search(at).is_err()).take(COMPARED).collect()
    };
    let (ours, theirs) = (own(one, other), own(other, one));
    let article = |at: usize| content.segments[at].article;
    let same = |a: usize, b: usize| pairs.get(a, b).unwrap_or(0.0);
    // a figure or a day says more than one word
    let worded = !fixed.contains(one) && !fixed.contains(other);
    if tells_one(content, one, other, if worded { RARE } else { f32::INFINITY }) {
        return true;
    }
    // what one article says in two places that are not alike are two things
    if ours.iter().any(|a| theirs.iter().any(|b| article(*a) == article(*b) && same(*a, *b) == 0.0)) {
        return false;
    }
    let crossing =
        ours.iter().flat_map(|a| theirs.iter().map(move |b| (*a, *b))).filter(|(a, b)| article(*a) != article(*b));
    let likeness = crossing.map(|(a, b)| same(a, b));
    let (all, alike, sum) =
        likeness.fold((0, 0, 0.0), |(all, alike, sum), same| (all + 1, alike + usize::from(same > 0.0), sum + same));
    ours.is_empty() || theirs.is_empty() || (all > 0 && 2 * alike >= all && sum >= ALIKE_APART * all as f32)
}

/// True where two groups have a member in common of which the others of both tell the same: by weight, most of the words
/// that each shares with it, and one that all have; or much of them, and one that all have and that weighs `rare`.
fn tells_one(content: &Content, one: &[usize], other: &[usize], rare: f32) -> bool {
    let article = |at: usize| content.segments[at].article;
    let telling = |term: Term| content.tells(term) && !content.is_refusal(term);
    let has = |at: usize, term: Term| content.segments[at].use_of(term).is_some();
    one.iter().take(COMPARED).filter(|at| other.binary_search(at).is_ok()).any(|common| {
        let uses = content.segments[*common].uses.iter().filter(|each| !each.source).map(|each| each.term);
        let told = |group: &[usize]| -> BTreeMap<Term, f32> {
            let weigh = |term: Term| {
                let elsewhere =
                    group.iter().take(COMPARED).filter(|at| article(**at) != article(*common) && has(**at, term));
                elsewhere.map(|at| weight(content, term, article(*common), article(*at))).reduce(f32::max)
            };
            uses.clone().filter(|term| telling(*term)).filter_map(|term| Some((term, weigh(term)?))).collect()
        };
        let (ours, theirs) = (told(one), told(other));
        let sum = |terms: &BTreeMap<Term, f32>| terms.values().sum::<f32>();
        let both: Vec<(Term, f32)> =
            ours.iter().filter_map(|(term, weight)| Some((*term, weight.min(*theirs.get(term)?)))).collect();
        let in_all = |term: Term| one.iter().chain(other).all(|at| has(*at, term));
        let part = both.iter().map(|(_, weight)| weight).sum::<f32>() / sum(&ours).max(sum(&theirs));
        both.iter().any(|(term, weight)| {
            let enough = (part >= SAME_TOLD && *weight >= TELLING) || (part >= SAME_IF_RARE && *weight >= rare);
            enough && in_all(*term)
        })
    })
}

/// Groups of segments that give figures for the same thing, where no group has most of them yet.
pub(super) fn by_figures(content: &Content, figures: &[FigureGroup], groups: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut group_of: BTreeMap<usize, usize> = BTreeMap::new();
    for (number, group) in groups.iter().enumerate() {
        group_of.extend(group.iter().map(|at| (*at, number)));
    }
    let mut found = Vec::new();
    for figure in figures {
        let at = |member: &GivenFigure| content.segment_at(member.anchor.article, member.anchor.span.start());
        let segments: Vec<usize> = figure.members.iter().filter_map(at).collect();
        found.extend(untold(content, segments, &group_of));
    }
    found
}

/// Groups of segments that date the same thing, where no group has most of them yet.
pub(super) fn by_events(content: &Content, events: &[Event], groups: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut group_of: BTreeMap<usize, usize> = BTreeMap::new();
    for (number, group) in groups.iter().enumerate() {
        group_of.extend(group.iter().map(|at| (*at, number)));
    }
    let mut told_of: BTreeMap<(Date, Date), usize> = BTreeMap::new();
    for days in content.segments.iter().filter_map(|segment| segment.days) {
        *told_of.entry(days).or_default() += 1;
    }
    let one_day =
        |event: &&Event| event.days.0 == event.days.1 && event.members.iter().all(|member| member.days == event.days);
    let mut found = Vec::new();
    for event in events.iter().filter(one_day) {
        let at = |member: &Dated| content.segment_at(member.anchor.article, member.anchor.span.start());
        let segments: Vec<usize> = event.members.iter().filter_map(at).collect();
        // a word beside the date that all have; on a day of which much is told, one that is not everywhere
        let busy = told_of.get(&event.days).is_some_and(|count| *count > BUSY);
        let beside = |member: &Dated| {
            let times = &content.articles[member.anchor.article as usize].annotations.times;
            let time = times[member.time as usize].span;
            let uses = at(member).map_or(&[][..], |at| &content.segments[at].uses[..]).iter();
            let common = |term: Term| busy && content.is_everywhere(term, EVERYWHERE);
            let heavy = uses.filter(|each| content.tells(each.term) && !common(each.term));
            let near = |span: Span| span.start() <= time.end() + BESIDE && time.start() <= span.end() + BESIDE;
            // "outside" is no "outsider"
            let who = |span: Span| {
                let words = Anchor { article: member.anchor.article, span };
                Class::of(&content.slice(words).to_lowercase()) == Class::Who
            };
            heavy.filter(|each| near(each.span)).map(|each| (each.term, who(each.span))).collect::<BTreeSet<_>>()
        };
        let all = event.members.iter().map(beside).reduce(|one, other| &one & &other);
        if all.is_some_and(|all| !all.is_empty()) {
            found.extend(untold(content, segments, &group_of));
        }
    }
    found
}

/// The segments as a group, unless one of those so far has most of them.
fn untold(content: &Content, mut segments: Vec<usize>, group_of: &BTreeMap<usize, usize>) -> Option<Vec<usize>> {
    // a quotation's "in his remarks today" tells nothing
    let tells = |segment: &Segment| segment.states() && !(segment.bare && segment.is_quoted());
    segments.retain(|at| tells(&content.segments[*at]));
    segments.sort_unstable();
    segments.dedup();
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for group in segments.iter().filter_map(|at| group_of.get(at)) {
        *counts.entry(*group).or_insert(0) += 1;
    }
    let known = counts.into_values().max().unwrap_or(0);
    (segments.len() > 1 && known < segments.len()).then_some(segments)
}
