//! Figures for the same thing, grouped over articles.
//!
//! Two figures are for the same thing when they count alike (kind, unit, what is counted), when what is said around them
//! is alike, and nothing speaks against it: another place, other days, the whole country against one town.

mod given;

use super::{
    claim::{
        Apart,
        cluster::cluster,
        likeness::{TELLING_NUMBER, weight},
        pairs::Pairs,
    },
    segment::{Content, Term, Worth},
};
use crate::find::hashed::WordMap;
use crossread_corpus::{
    figure::{Amount, FigureKind, Qualifier},
    ground::Rule,
    links::{
        Anchor,
        figure::{Agreement, FigureGroup, GivenFigure, agreement, fit},
        passage::Part,
    },
    span::Span,
};
use given::{Given, Head, given};
use std::collections::BTreeMap;

/// The least mean strength of a group's pairs.
const ALIKE: f32 = 0.5;
/// From this weight of shared words on, even "two people" are the same two.
const TOLD_ALIKE: f32 = 0.5;
/// From this caution on, figures must be told of somebody or something that both sentences name.
const MANY: f32 = 0.3;
/// A word that more figures than this have around them does not bring them together.
const COMMON: usize = 300;

/// Groups of figures from two places or more, by the place of their labels.
pub(crate) fn groups(content: &Content, apart: &Apart) -> Vec<FigureGroup> {
    let all = given(content);
    let mut near: Vec<Vec<usize>> = vec![Vec::new(); all.len()];
    let buckets: Vec<Vec<usize>> = buckets(&all).into_values().filter(|list| list.len() <= COMMON).collect();
    for (number, list) in buckets.iter().enumerate() {
        list.iter().for_each(|one| near[*one].push(number));
    }
    let mut pairs: Vec<((usize, usize), f32)> = Vec::new();
    let mut seen = vec![0; all.len()];
    for (one, near) in near.iter().enumerate() {
        for list in near.iter().map(|bucket| &buckets[*bucket]) {
            for other in &list[list.partition_point(|other| *other <= one)..] {
                if core::mem::replace(&mut seen[*other], one + 1) != one + 1
                    && let Some(strength) = strength(content, apart, &all[one], &all[*other])
                {
                    pairs.push(((one, *other), strength));
                }
            }
        }
    }
    drop_ambiguous(content, &all, &mut pairs);
    let may = |one: &[usize], other: &[usize]| {
        one.iter().all(|one| other.iter().all(|other| !clash(content, &all[*one], &all[*other])))
    };
    let mut groups = cluster(&Pairs::of(all.len(), pairs.into_iter()), ALIKE, may);
    groups.retain(|group| is_of_one_thing(&all, content, group));
    let mut groups: Vec<FigureGroup> = groups.iter().map(|group| figure_group(content, &all, group)).collect();
    groups.sort_by_key(|group| (group.label.article, group.label.span));
    groups
}

/// Takes out the pairs of a figure with those of an account that gives two which cannot be of one thing: it may be either.
fn drop_ambiguous(content: &Content, all: &[Given], pairs: &mut Vec<((usize, usize), f32)>) {
    let article = |at: usize| all[at].segment(content).article;
    let mut like: BTreeMap<(usize, u32), Vec<usize>> = BTreeMap::new();
    for ((one, other), _) in pairs.iter() {
        for (one, other) in [(*one, *other), (*other, *one)] {
            like.entry((one, article(other))).or_default().push(other);
        }
    }
    like.retain(|(one, account), list| *account != article(*one) && !is_of_one_thing(all, content, list));
    pairs.retain(|((one, other), _)| {
        !like.contains_key(&(*one, article(*other))) && !like.contains_key(&(*other, article(*one)))
    });
}

/// False where one account gives two numbers that cannot be of one thing: what others give is set against neither.
fn is_of_one_thing(all: &[Given], content: &Content, group: &[usize]) -> bool {
    let mut told: Vec<(u32, &Amount)> =
        group.iter().map(|at| (all[*at].segment(content).article, &all[*at].figure.amount)).collect();
    told.sort_by_key(|(article, _)| *article);
    told.chunk_by(|one, other| one.0 == other.0)
        .all(|same| same.iter().all(|(_, one)| same.iter().all(|(_, other)| fit(one, other))))
}

/// Figures that may belong together: of one kind and unit, with a word, a thing counted or a person in common.
fn buckets(all: &[Given]) -> BTreeMap<(u8, usize, Term), Vec<usize>> {
    let mut units: WordMap<&str, usize> = WordMap::default();
    let mut buckets: BTreeMap<(u8, usize, Term), Vec<usize>> = BTreeMap::new();
    for (number, one) in all.iter().enumerate() {
        let kind = one.kind as u8;
        let next = units.len();
        let unit = *units.entry(one.figure.measured_in.as_deref().unwrap_or_default()).or_insert(next);
        let mut terms: Vec<Term> = one.around.clone();
        terms.extend(one.whose);
        if let Head::Thing(term) = one.head {
            terms.push(term);
        }
        terms.sort_unstable();
        terms.dedup();
        for term in terms {
            buckets.entry((kind, unit, term)).or_default().push(number);
        }
    }
    buckets
}

/// How surely two figures are for the same thing, from 0 to 1; `None` where they are not. Accounts that tell of different
/// things give the same number of something where it is a telling one, or where their sentences are the same for sure; an
/// age is always somebody's.
fn strength(content: &Content, apart: &Apart, one: &Given, other: &Given) -> Option<f32> {
    if clash(content, one, other) {
        return None;
    }
    if one.kind == FigureKind::Age {
        return (one.whose.is_some() && one.whose == other.whose).then_some(1.0);
    }
    let (a, b) = (one.segment(content).article, other.segment(content).article);
    let both = one.around.iter().filter(|term| other.around.contains(term) && one.head != Head::Thing(**term));
    let around: f32 = both.map(|term| weight(content, *term, a, b)).sum();
    let same_value =
        one.figure.amount.low == other.figure.amount.low && one.figure.amount.high == other.figure.amount.high;
    let telling = same_value && one.figure.amount.qualifier != Qualifier::Vague && one.figure.amount.low > 3.0;
    let lasts = one.kind == FigureKind::Duration;
    let (low, high) =
        (one.figure.amount.low.min(other.figure.amount.low), one.figure.amount.high.max(other.figure.amount.high));
    let nearly = lasts && high <= 1.1 * low && content.share_name(one.segment(content), other.segment(content));
    let value = if telling || nearly { 0.4 } else { 0.0 };
    let heads = match (one.head, other.head) {
        (Head::Thing(a), Head::Thing(b)) if a == b => 0.4,
        (Head::Thing(_), Head::Thing(_)) => return None,
        (Head::People, Head::People) => 0.15,
        // "reigned for 30 years": what lasts stands beside the figure
        (Head::Thing(a), Head::Unsaid) if lasts && other.around.contains(&a) => 0.4,
        (Head::Unsaid, Head::Thing(b)) if lasts && one.around.contains(&b) => 0.4,
        _ => 0.0,
    };
    let known = one.kind == FigureKind::Money
        || matches!((one.head, other.head), (Head::Thing(_), Head::Thing(_)) | (Head::People, Head::People));
    // numbers that are not the same are seldom of one thing: what stands beside them must tell that they are
    let beside = one.beside.iter().any(|term| other.beside.contains(term));
    let vague = |given: &Given| given.figure.amount.qualifier == Qualifier::Vague;
    // "hundreds" hardly say what they count
    let known = known || ((vague(one) || vague(other)) && fit(&one.figure.amount, &other.figure.amount));
    let same = same_value || lasts || (vague(one) && vague(other));
    let told = if known { same || beside } else { lasts || (same && beside && around >= TOLD_ALIKE) };
    if !told {
        return None;
    }
    // "the first" of anything
    if one.kind == FigureKind::Rank && one.figure.amount.high <= 3.0 && one.whose != other.whose {
        return None;
    }
    let whose = if one.whose.is_some() && one.whose == other.whose { 0.15 } else { 0.0 };
    // "two countries" of one text are not those of another
    let small = one.figure.amount.high <= 3.0 && other.figure.amount.high <= 3.0 && one.kind == FigureKind::Count;
    let light = |head: Head| !matches!(head, Head::Thing(term) if content.worth(term) == Worth::Heavy);
    if small && light(one.head) && (one.head != Head::People || around < TOLD_ALIKE) {
        return None;
    }
    let needed = 0.3 + content.caution / 4.0;
    let named = content.caution < MANY || content.share_name(one.segment(content), other.segment(content));
    let enough = around >= needed || (heads > 0.3 && value > 0.0);
    // asked last, since it takes longest
    let chance = !telling || one.figure.amount.low < TELLING_NUMBER;
    if !(enough && named) || (chance && !apart.are_one(content, one.segment(content), other.segment(content))) {
        return None;
    }
    Some((around.min(1.0) * 0.8 + value + heads + whose).min(1.0))
}

/// True where two figures cannot be for one thing.
fn clash(content: &Content, one: &Given, other: &Given) -> bool {
    let (a, b) = (one.segment(content), other.segment(content));
    let days = a.days.zip(b.days).is_some_and(|(a, b)| a.1 < b.0 || b.1 < a.0);
    let wide = (one.nationwide && !other.places.is_empty() && !other.nationwide)
        || (other.nationwide && !one.places.is_empty() && !one.nationwide);
    let places =
        !one.places.is_empty() && !other.places.is_empty() && one.places.iter().all(|p| !other.places.contains(p));
    let persons = one.kind == FigureKind::Age && one.whose != other.whose;
    let same_place = a.article == b.article && one.figure.span == other.figure.span;
    // one sentence gives two figures for two things
    let together = a.article == b.article && a.sentence == b.sentence;
    let before_and_after = one.changed != other.changed && one.figure.amount != other.figure.amount;
    days || Content::are_years_apart(a, b)
        || before_and_after
        || wide
        || places
        || persons
        || same_place
        || together
        || (one.kind == FigureKind::Percentage && Content::tell_of_others(a, b))
        || !content.are_related(a.article, b.article)
}

fn figure_group(content: &Content, all: &[Given], group: &[usize]) -> FigureGroup {
    let mut members: Vec<GivenFigure> = group
        .iter()
        .map(|at| {
            let one = &all[*at];
            let segment = one.segment(content);
            GivenFigure {
                anchor: Anchor { article: segment.article, span: one.figure.span },
                figure: one.number,
                said: segment.span,
                part: segment.part,
                amount: one.figure.amount,
            }
        })
        .collect();
    members.sort_by(|one, other| {
        let (a, b) = (one.amount, other.amount);
        a.low.total_cmp(&b.low).then(a.high.total_cmp(&b.high)).then(one.anchor.cmp(&other.anchor))
    });
    // the words for what is counted that most members have, of those the longest, in the story before a caption
    let place = |one: &Given, span| Anchor { article: one.segment(content).article, span };
    let called = |one: &Given| one.figure.of.map(|of| content.slice(place(one, of)).to_lowercase());
    let names: Vec<Option<String>> = group.iter().map(|at| called(&all[*at])).collect();
    let label = group.iter().map(|at| &all[*at]).zip(&names).max_by_key(|(one, name)| {
        let story = one.segment(content).part != Part::Caption;
        let alike = names.iter().filter(|other| name.is_some() && *other == *name).count();
        let of = one.figure.of.map_or(0, |of| of.len());
        (story, alike, of, core::cmp::Reverse(content.keyed(place(one, one.figure.span))))
    });
    let (label, _) = label.expect("a group has members");
    let kind = label.kind;
    let own = place(label, label.figure.of.unwrap_or(label.figure.span));
    let person = label.whose.filter(|_| kind == FigureKind::Age).and_then(|whose| fullest(content, whose, &members));
    let amounts: Vec<_> = members.iter().map(|member| member.amount).collect();
    let mut agreement = agreement(&amounts, matches!(kind, FigureKind::Age | FigureKind::Rank));
    if agreement == Agreement::Same && members.len() == 1 {
        agreement = Agreement::Compatible;
    }
    FigureGroup {
        kind,
        measured_in: label.figure.measured_in.clone(),
        label: person.unwrap_or(own),
        members,
        agreement,
        rule: Rule::new("same-thing-counted"),
    }
}

/// The longest name that the articles of `members` give somebody, for an age.
fn fullest(content: &Content, whose: Term, members: &[GivenFigure]) -> Option<Anchor> {
    let mut articles: Vec<u32> = members.iter().map(|member| member.anchor.article).collect();
    articles.sort_unstable();
    articles.dedup();
    let names = articles.into_iter().flat_map(|article| {
        let segments = &content.segments[content.of_article[article as usize].clone()];
        let uses = segments.iter().flat_map(|segment| &segment.uses).filter(|each| each.term == whose);
        let mentions = &content.articles[article as usize].annotations.mentions;
        let named = |span: &Span| mentions.binary_search_by_key(span, |mention| mention.span).is_ok();
        uses.map(|each| each.span).filter(named).map(move |span| Anchor { article, span })
    });
    names.max_by_key(|name| (name.span.len(), core::cmp::Reverse(content.keyed(*name))))
}

#[cfg(test)]
mod gold;
#[cfg(test)]
mod tests;
