//! Groups of segments that claim the same: those that average linkage leaves apart since a segment tells more than one
//! thing, and those that figures and days bring together.

use super::{likeness::weight, pairs::Pairs};
use crate::find::hashed::NumberSet;
use crate::link::segment::{Class, Content, Segment, Term};
use crossread_corpus::{
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
        let mut told: Vec<u32> = Vec::new();
        // for each segment like a member how like it is to each article's likest
        let mut likest: BTreeMap<usize, Vec<f32>> = BTreeMap::new();
        for member in group.iter() {
            let article = content.segments[*member].article;
            let place = told.iter().position(|known| *known == article).unwrap_or(told.len());
            if place == told.len() {
                told.push(article);
            }
            for (other, same) in pairs.near(*member) {
                let likest = likest.entry(other).or_default();
                likest.resize(likest.len().max(place + 1), 0.0);
                likest[place] = likest[place].max(same);
            }
        }
        let mut late: BTreeMap<u32, (f32, usize)> = BTreeMap::new();
        for (other, likest) in likest {
            let article = content.segments[other].article;
            if told.contains(&article) {
                continue;
            }
            let most = likest.iter().copied().fold(0.0, f32::max);
            let each = told.len() > 1 && likest.len() == told.len() && likest.iter().all(|like| *like > 0.0);
            let each = each && likest.iter().sum::<f32>() >= least * told.len() as f32;
            let entry = late.entry(article).or_insert((0.0, other));
            if (most >= JOINS || each) && most > entry.0 && is_coherent(content, alike, group, &[other]) {
                *entry = (most, other);
            }
        }
        group.extend(late.into_values().filter(|(same, _)| *same > 0.0).map(|(_, segment)| segment));
        group.sort_unstable();
    }
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
            let who = |span: Span| content.class_at(Anchor { article: member.anchor.article, span }) == Class::Who;
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
