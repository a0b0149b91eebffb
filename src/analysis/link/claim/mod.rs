//! What several articles assert alike, and what only one of them has.
//!
//! Segments that share telling words, names, figures and days are gathered ([`near`], [`cluster`]); a group that reaches
//! two articles is a claim. It would rather part what belongs together than join what does not: an article that is not
//! seen to make a claim still gets its nearest sentence shown.

pub(crate) mod cluster;
mod hedge;
pub(crate) mod likeness;
pub(crate) mod near;
mod only;
mod standing;

use super::segment::{Content, Segment, Worth};
use crossread_corpus::{
    annotation::Voice,
    figure::FigureKind,
    ground::Rule,
    links::{
        Anchor,
        claim::{Claim, Claims, Nearest, Speaking, Statement},
        figure::{FigureGroup, GivenFigure},
    },
    span::Span,
};
use jiff::civil::Date;
use likeness::{Alike, shared, weight};
use std::collections::BTreeMap;

/// The least mean likeness of a group's pairs.
const ALIKE: f32 = 0.36;
/// The segments near one, closest first.
type Near = Vec<(usize, Alike)>;

/// From this likeness to one member on, a segment joins a group that its article has no part in.
const JOINS: f32 = 0.5;
/// What segments are like whose words are known to be one utterance.
const TIED: f32 = 0.9;

/// Claims, and the groups of segments they were made from.
pub(crate) struct Found {
    /// For the page.
    pub(crate) claims: Claims,
    /// For each claim its segments, in the order of its members.
    pub(crate) segments: Vec<Vec<usize>>,
}

/// What the articles of `content` assert. `tied` are places known to hold the same words of one speaker.
pub(crate) fn claims(content: &Content, tied: &[(Anchor, Anchor)], figures: &[FigureGroup]) -> Found {
    let near = near::near(content);
    let mut pairs: BTreeMap<(usize, usize), f32> = BTreeMap::new();
    for (one, list) in near.iter().enumerate() {
        for (other, likeness) in list {
            pairs.insert((one.min(*other), one.max(*other)), likeness.same);
        }
    }
    for (one, other) in tied {
        // of longer quotations only the parts that share a telling word are the same
        for pair in same_parts(content, &content.segments_in(*one), &content.segments_in(*other)) {
            pairs.insert(pair, TIED);
        }
    }
    let mut groups = cluster::cluster(content.segments.len(), &pairs, ALIKE + content.caution / 10.0, |_, _| true);
    join_late(content, &mut groups, &near);
    groups.extend(by_figures(content, figures, &groups));
    groups.retain(|group| reaches_two(content, group));
    groups.sort_by_cached_key(|group| {
        let at = &content.segments[group[exemplar(group, &pairs)]];
        (at.article, at.span)
    });
    let claims = groups.iter_mut().map(|group| claim(content, group, &pairs, &near)).collect();
    let standing = standing::standing(content, &groups, &near);
    let only_here = only::only_here(content, &groups, &near);
    Found { claims: Claims { claims, only_here, standing }, segments: groups }
}

/// The pairs of segments of two variants of an utterance that hold the same part of it.
fn same_parts(content: &Content, one: &[usize], other: &[usize]) -> Vec<(usize, usize)> {
    let single = one.len() == 1 && other.len() == 1;
    let heavy = |at: usize| {
        let mut uses = content.segments[at].uses.iter();
        uses.any(|each| !content.is_name(each.term) && content.worth(each.term) == Worth::Heavy)
    };
    // words that say little, and are the same utterance: "We will not give it away"
    let plain = |a: usize, b: usize| single && !(heavy(a) && heavy(b));
    let telling = |a: &Segment, b: &Segment| {
        let mut terms = near::shared_terms(&a.uses, &b.uses);
        terms.any(|term| !content.is_name(term) && content.worth(term) == Worth::Heavy)
    };
    let all = one.iter().flat_map(|one| other.iter().map(|other| (*one.min(other), *one.max(other))));
    all.filter(|(a, b)| a != b && (plain(*a, *b) || telling(&content.segments[*a], &content.segments[*b]))).collect()
}

/// Adds to each group, for articles that have no part in it, the segments very like one of its members. A segment of
/// several facts may so stand in several groups.
fn join_late(content: &Content, groups: &mut [Vec<usize>], near: &[Near]) {
    for group in groups {
        let mut late: BTreeMap<u32, (f32, usize)> = BTreeMap::new();
        for (other, alike) in group.iter().flat_map(|member| &near[*member]) {
            let entry = late.entry(content.segments[*other].article).or_insert((0.0, *other));
            if alike.same > entry.0 || (alike.same == entry.0 && *other < entry.1) {
                *entry = (alike.same, *other);
            }
        }
        for member in group.iter() {
            late.remove(&content.segments[*member].article);
        }
        group.extend(late.into_values().filter(|(same, _)| *same >= JOINS).map(|(_, segment)| segment));
        group.sort_unstable();
    }
}

/// Groups of segments that give figures for the same thing, where no group has most of them yet.
fn by_figures(content: &Content, figures: &[FigureGroup], groups: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut group_of: BTreeMap<usize, usize> = BTreeMap::new();
    for (number, group) in groups.iter().enumerate() {
        group_of.extend(group.iter().map(|at| (*at, number)));
    }
    let mut found = Vec::new();
    for figure in figures.iter().filter(|figure| figure.kind != FigureKind::Age) {
        let at = |member: &GivenFigure| content.segment_at(member.anchor.article, member.anchor.span.start());
        let mut segments: Vec<usize> = figure.members.iter().filter_map(at).collect();
        segments.retain(|at| !content.segments[*at].heading);
        segments.sort_unstable();
        segments.dedup();
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for group in segments.iter().filter_map(|at| group_of.get(at)) {
            *counts.entry(*group).or_insert(0) += 1;
        }
        let known = counts.into_values().max().unwrap_or(0);
        if segments.len() > 1 && known < segments.len() {
            found.push(segments);
        }
    }
    found
}

/// True when two articles have it outside captions.
fn reaches_two(content: &Content, group: &[usize]) -> bool {
    let mut told = group.iter().map(|at| &content.segments[*at]).filter(|segment| segment.is_witness());
    let first = told.next().map(|segment| segment.article);
    told.any(|segment| Some(segment.article) != first)
}

/// The place in `group` of the segment most like all others; captions only where nothing else is.
fn exemplar(group: &[usize], pairs: &BTreeMap<(usize, usize), f32>) -> usize {
    let sum =
        |one: usize| -> f32 { group.iter().filter_map(|other| pairs.get(&(one.min(*other), one.max(*other)))).sum() };
    let mut best = (0, f32::MIN);
    for (at, segment) in group.iter().enumerate() {
        let sum = sum(*segment);
        if sum > best.1 {
            best = (at, sum);
        }
    }
    best.0
}

fn claim(content: &Content, group: &mut [usize], pairs: &BTreeMap<(usize, usize), f32>, near: &[Near]) -> Claim {
    let central = group[exemplar(group, pairs)];
    group.sort_by_key(|at| (content.segments[*at].article, content.segments[*at].span));
    let members: Vec<Statement> = group.iter().map(|at| statement(content, &content.segments[*at])).collect();
    let exemplar = group.iter().position(|at| *at == central).expect("it is one of them");
    let (days, ahead) = days(content, group);
    Claim {
        exemplar: u32::try_from(exemplar).expect("fewer members than bytes"),
        members,
        words: words(content, central, group),
        days,
        ahead,
        nearest: nearest(content, group, near),
        rule: Rule::new("alike-in-words-names-figures-days"),
    }
}

fn statement(content: &Content, segment: &Segment) -> Statement {
    let article = &content.articles[segment.article as usize];
    Statement {
        anchor: segment.anchor(),
        sentence: segment.sentence,
        part: segment.part,
        voice: match segment.voice {
            Voice::Outlet => Speaking::Outlet,
            Voice::Attributed(number) => Speaking::Attributed(number),
            Voice::Quoted(number) => Speaking::Quoted(number),
        },
        hedge: hedge::hedge(&article.text, segment.span),
    }
}

/// The words of the central segment that most of the others share, heaviest first; without others, its heaviest.
fn words(content: &Content, central: usize, group: &[usize]) -> Vec<Span> {
    let segment = &content.segments[central];
    let mut weighed: Vec<(f32, Span)> = Vec::new();
    for each in &segment.uses {
        let having = group.iter().filter(|at| content.segments[**at].uses.iter().any(|other| other.term == each.term));
        let sharing = having.count() as f32 / group.len() as f32;
        let light = !content.is_name(each.term) && content.worth(each.term) != Worth::Heavy;
        if !light {
            weighed.push((sharing * weight(content, each.term, segment.article, segment.article), each.span));
        }
    }
    weighed.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    weighed.into_iter().take(6).map(|(_, span)| span).collect()
}

/// The days all dated members agree on, and whether they lay ahead of an article that tells of them.
fn days(content: &Content, group: &[usize]) -> (Option<(Date, Date)>, bool) {
    let mut agreed: Option<(Date, Date)> = None;
    let mut ahead = false;
    for segment in group.iter().map(|at| &content.segments[*at]) {
        let Some((first, last)) = segment.days else { continue };
        let published = content.articles[segment.article as usize].header.published.as_ref();
        ahead |= published.is_none_or(|published| published.value.date < last);
        agreed = match agreed {
            None => Some((first, last)),
            Some((from, to)) if first <= to && from <= last => Some((from.max(first), to.min(last))),
            Some(_) => return (None, ahead),
        };
    }
    (agreed, ahead)
}

/// In each article without a member, the segment likest to one of the group.
fn nearest(content: &Content, group: &[usize], near: &[Near]) -> Vec<Nearest> {
    let mut best: BTreeMap<u32, (f32, usize)> = BTreeMap::new();
    for (other, likeness) in group.iter().flat_map(|at| &near[*at]) {
        let entry = best.entry(content.segments[*other].article).or_insert((0.0, *other));
        if likeness.close > entry.0 || (likeness.close == entry.0 && *other < entry.1) {
            *entry = (likeness.close, *other);
        }
    }
    for at in group.iter() {
        best.remove(&content.segments[*at].article);
    }
    let place = |(likeness, at): (f32, usize)| Nearest { anchor: content.segments[at].anchor(), likeness };
    best.into_values().map(place).collect()
}

/// The pairs of segments of one claim that stand in different articles and are like each other.
pub(crate) fn ties<'g>(content: &'g Content, group: &'g [usize]) -> impl Iterator<Item = (usize, usize)> + 'g {
    let article = |at: usize| content.segments[at].article;
    let all = group.iter().enumerate().flat_map(move |(n, one)| group[n + 1..].iter().map(move |other| (*one, *other)));
    all.filter(move |(one, other)| article(*one) != article(*other)).filter(move |(one, other)| {
        let (one, other) = (&content.segments[*one], &content.segments[*other]);
        shared(&one.uses, &other.uses).next().is_some()
    })
}

#[cfg(test)]
mod tests;
