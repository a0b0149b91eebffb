//! How much two segments say the same, from 0 to 1.
//!
//! What two segments share is weighed by how few segments of their two articles have it: in articles on one story its
//! names are everywhere and tell nothing apart, whatever they would be worth in another collection.

use crate::link::{
    measure::log2,
    segment::{Content, Segment, Term, Use, Worth},
};
use core::cmp::Ordering;
use crossread_corpus::{
    annotation::Voice,
    figure::{Figure, FigureKind, Qualifier},
};
use std::sync::LazyLock;

/// What names, and words that say little, weigh against other words.
const NAME: f32 = 0.5;
const LIGHT: f32 = 0.3;
/// What the same day, the same figure and the same speaker add.
const SAME_DAY: f32 = 0.4;
const SAME_FIGURE: f32 = 0.6;
const SAME_SPEAKER: f32 = 0.3;
/// What is left when the days are others, the speakers are others, one side denies.
const OTHER_DAY: f32 = 0.7;
const OTHER_SPEAKER: f32 = 0.85;
const ONE_DENIES: f32 = 0.35;
/// A word under this weight, one that many segments of the two articles have, is half a reason to think of one thing.
const RARE: f32 = 0.45;
/// How many reasons it takes: shared words, figures, names by their weight.
const ENOUGH: f32 = 1.7;
/// A segment weighs at least this much: a short one is no sooner contained in another by chance.
const LEAST_MASS: f32 = 2.2;
/// Collections with more segments also weigh by how common a term is in all of them.
const LARGE: usize = 3000;

/// Terms of two sorted lists that both have.
pub(crate) fn shared<'u>(one: &'u [Use], other: &'u [Use]) -> impl Iterator<Item = (&'u Use, &'u Use)> {
    let (mut left, mut right) = (0, 0);
    core::iter::from_fn(move || {
        while let (Some(a), Some(b)) = (one.get(left), other.get(right)) {
            match a.term.cmp(&b.term) {
                Ordering::Less => left += 1,
                Ordering::Greater => right += 1,
                Ordering::Equal => {
                    (left, right) = (left + 1, right + 1);
                    return Some((a, b));
                }
            }
        }
        None
    })
}

/// What a term says when segments of the articles `one` and `other` share it, from 0 to 1.
pub(crate) fn weight(content: &Content, term: Term, one: u32, other: u32) -> f32 {
    let count = |article: u32| content.in_article[article as usize].get(&term).copied().unwrap_or(0);
    let having = if one == other { count(one) } else { count(one) + count(other) };
    worth(content, term) * rarity(among(content, one, other), having as usize)
}

/// How many segments two articles have.
fn among(content: &Content, one: u32, other: u32) -> usize {
    let size = |article: u32| content.of_article[article as usize].len();
    if one == other { size(one) } else { size(one) + size(other) }
}

/// What a term is worth wherever it stands.
pub(crate) fn worth(content: &Content, term: Term) -> f32 {
    let common = if content.segments.len() > LARGE {
        let all = content.segments.len();
        let spread = log2(all).saturating_sub(log2(content.in_all[term.0 as usize] as usize));
        (spread as f32 / log2(200) as f32).min(1.0)
    } else {
        1.0
    };
    let kind = match (content.is_name(term), content.worth(term)) {
        (true, _) => NAME,
        (_, Worth::Heavy) => 1.0,
        _ => LIGHT,
    };
    common * kind
}

/// 1 for two of `among`, 0 for all of them.
fn rarity(among: usize, having: usize) -> f32 {
    let (all, some) = (logarithm(among.max(16)), logarithm(having.max(2)));
    all.saturating_sub(some) as f32 / (all - logarithm(2)) as f32
}

/// [`log2`], looked up: it is asked for millions of times.
fn logarithm(count: usize) -> u32 {
    static KNOWN: LazyLock<Vec<u32>> = LazyLock::new(|| (0..2048).map(log2).collect());
    KNOWN.get(count).copied().unwrap_or_else(|| log2(count))
}

/// How near two segments are, each from 0 to 1.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub(crate) struct Alike {
    /// How much they say the same.
    pub(crate) same: f32,
    /// How much they say of the same: a denial, another day, another's words count as well. Never less than `same`.
    pub(crate) close: f32,
}

/// How near two segments are.
pub(crate) fn likeness(content: &Content, one: &Segment, other: &Segment) -> Alike {
    let among = among(content, one.article, other.article);
    let (mut common, mut names, mut points) = (0.0, 0.0_f32, 0.0);
    for (each, theirs) in shared(&one.uses, &other.uses) {
        let having = if one.article == other.article { each.count } else { each.count + theirs.count };
        let weight = content.worths[each.term.0 as usize] * rarity(among, having as usize);
        common += weight;
        match (content.is_name(each.term), content.worth(each.term)) {
            (true, _) => names += weight / NAME,
            // what is refused tells refusals apart
            _ if content.is_refusal(each.term) => {}
            (_, Worth::Heavy) => points += if weight < RARE { 0.5 } else { 1.0 },
            _ => {}
        }
    }
    let figures = same_figures(content, one, other);
    let speaks = speaks(one, other);
    points += figures + names.min(1.0);
    points += if speaks { 0.3 } else { 0.0 };
    points += if one.negated && other.negated { 0.5 } else { 0.0 };
    if points < ENOUGH + content.caution || common + figures < 1.0 {
        return Alike::default();
    }
    let mass = |segment: &Segment| {
        // in the other article a word is taken to be as frequent as in its own
        let size = content.of_article[segment.article as usize].len().max(1);
        let weigh =
            |each: &Use| content.worths[each.term.0 as usize] * rarity(among, each.count as usize * among / size);
        segment.uses.iter().map(weigh).sum::<f32>()
    };
    let mut added = figures * SAME_FIGURE;
    if speaks {
        added += SAME_SPEAKER;
    }
    let mut factor = if quotes_differ(one, other) { 0.0 } else { 1.0 };
    match (one.days, other.days) {
        (Some(a), Some(b)) if a.1 < b.0 || b.1 < a.0 => factor *= OTHER_DAY,
        (Some(a), Some(b)) if a == b => added += SAME_DAY,
        _ => {}
    }
    if one.negated != other.negated {
        factor *= ONE_DENIES;
    }
    if one.speaker.is_some() && other.speaker.is_some() && one.speaker != other.speaker {
        factor *= OTHER_SPEAKER;
    }
    let (a, b) = (mass(one) + added, mass(other) + added);
    let common = common + added;
    let contained = common / a.min(b).max(LEAST_MASS);
    let overlap = 2.0 * common / (a + b).max(2.0 * LEAST_MASS);
    let close = (0.5 * (contained + overlap)).min(1.0);
    Alike { same: factor * close, close }
}

/// Both are somebody's own words, and not one person's.
fn quotes_differ(one: &Segment, other: &Segment) -> bool {
    let quoted = |segment: &Segment| matches!(segment.voice, Voice::Quoted(_));
    quoted(one) && quoted(other) && one.speaker.zip(other.speaker).is_some_and(|(a, b)| a != b)
}

/// The speaker of one is the other's too, or stands in the other's text.
fn speaks(one: &Segment, other: &Segment) -> bool {
    let names = |segment: &Segment, term| segment.uses.iter().any(|each| each.term == term);
    let within = |a: &Segment, b: &Segment| a.speaker.is_some_and(|term| b.speaker == Some(term) || names(b, term));
    within(one, other) || within(other, one)
}

/// How many figures of theirs agree; ages, and numbers as small as any text has, do not count, and "thousands" counts half.
fn same_figures(content: &Content, one: &Segment, other: &Segment) -> f32 {
    let others = figures(content, other);
    let agreement = |a: &Figure| {
        let agrees = |b: &&&Figure| {
            a.kind == b.kind
                && a.measured_in == b.measured_in
                && a.amount.low <= b.amount.high
                && b.amount.low <= a.amount.high
        };
        let best = others.iter().filter(agrees).map(|b| if a.amount == b.amount && !is_vague(a) { 1.0 } else { 0.5 });
        best.fold(0.0, f32::max)
    };
    figures(content, one).into_iter().map(agreement).sum()
}

/// The figures of a segment that tell something apart.
fn figures<'a>(content: &Content<'a>, segment: &Segment) -> Vec<&'a Figure> {
    let all = &content.articles[segment.article as usize].annotations.figures;
    let telling = |figure: &&Figure| match figure.kind {
        FigureKind::Age => false,
        FigureKind::Count | FigureKind::Rank => figure.amount.low > 3.0,
        _ => true,
    };
    segment.figures.iter().map(|at| &all[*at as usize]).filter(telling).collect()
}

fn is_vague(figure: &Figure) -> bool {
    figure.amount.qualifier == Qualifier::Vague
}
