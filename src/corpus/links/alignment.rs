//! Two stretches of text matched word by word: what is the same, changed, moved, or stands on one side only.
//!
//! It lives here and not in the analysis because the page works out a match when a reader asks for it: the runs of every
//! tied pair of sentences would weigh more than these lines do.
//!
//! Punctuation is no word, so it is never matched before words and a change of it is no difference. The words that stand
//! in both, in order, are found as the heaviest common subsequence (Hunt and McIlroy's diff, with weights: a function
//! word counts little, and neighbours together count more than apart); what is then left on both sides is searched for
//! moves, as Tichy's string-to-string correction with block moves does.

use super::word::{HEAVY, LIGHT, Word, compound};
use crate::{order::sort_by_key, span::Span};
use core::cmp::Reverse;

/// What a run is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Step {
    /// The same words, at the same place in the order.
    Same,
    /// Other words in the same place.
    Changed,
    /// The same words at another place in the order.
    Moved,
    /// Words the left one alone has.
    OnlyLeft,
    /// Words the right one alone has.
    OnlyRight,
}

/// A stretch of words on either side, or on both. Marks between its words are inside, those around it are not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Run {
    /// What it is.
    pub step: Step,
    /// Where in the left text; `None` for [`Step::OnlyRight`].
    pub left: Option<Span>,
    /// Where in the right text; `None` for [`Step::OnlyLeft`].
    pub right: Option<Span>,
}

/// Two stretches matched. Every word of each side is in exactly one run; runs stand in the order of the left side, those
/// of the right side alone where the right side has them.
#[derive(Clone, PartialEq, Debug)]
pub struct Alignment {
    /// The steps.
    pub runs: Vec<Run>,
    /// How much of both is the same, from 0 to 1; what is moved counts nine tenths. The same either way round.
    pub similarity: f32,
    /// How much of the left one stands in the right one, from 0 to 1.
    pub left_in_right: f32,
    /// How much of the right one stands in the left one, from 0 to 1.
    pub right_in_left: f32,
}

/// Over this many pairs of words, words in the middle are not matched one by one.
const MOST_PAIRS: usize = 1 << 20;

/// What following upon a match adds to a match; a light word's own match counts `2 * LIGHT`.
const TOGETHER: u32 = 1;

/// Matches two stretches. Total and deterministic; exchanging the sides exchanges the result.
pub fn align(left: &[Word], right: &[Word]) -> Alignment {
    // so that ties fall alike either way round
    let swapped = left.iter().map(|word| word.key).gt(right.iter().map(|word| word.key));
    let (one, other) = if swapped { (right, left) } else { (left, right) };
    let mut links = matched(one, other);
    drop_strays(one, other, &mut links);
    let moved = moves(one, other, &links);
    let (links, moved) = if swapped { (turned(links), turned(moved)) } else { (links, moved) };
    assemble(left, right, &links, &moved)
}

/// Equal words at the places `left..left + length` and `right..right + length`.
#[derive(Clone, Copy)]
struct Link {
    left: usize,
    right: usize,
    length: usize,
}

fn turned(links: Vec<Link>) -> Vec<Link> {
    let turn = |link: Link| Link { left: link.right, right: link.left, length: link.length };
    links.into_iter().map(turn).collect()
}

/// The heaviest common subsequence, as links in order.
fn matched(left: &[Word], right: &[Word]) -> Vec<Link> {
    let same = |i: usize, j: usize| left[i].key == right[j].key;
    let shorter = left.len().min(right.len());
    let head = (0..shorter).take_while(|at| same(*at, *at)).count();
    let tail = (1..=shorter - head).take_while(|at| same(left.len() - at, right.len() - at)).count();
    let (rows, columns) = (left.len() - head - tail, right.len() - head - tail);
    let mut links = Vec::new();
    let mut push = |i: usize, j: usize| match links.last_mut() {
        Some(Link { left, right, length }) if *left + *length == i && *right + *length == j => *length += 1,
        _ => links.push(Link { left: i, right: j, length: 1 }),
    };
    (0..head).for_each(|at| push(at, at));
    if rows.saturating_mul(columns) <= MOST_PAIRS {
        // best[i][j]: what can be matched from i and j on; met[i][j]: the same, when those two are matched
        let width = columns + 1;
        let mut best = vec![0_u32; (rows + 1) * width];
        let mut met = best.clone();
        for i in (0..rows).rev() {
            for j in (0..columns).rev() {
                let (here, next) = (i * width + j, (i + 1) * width + j + 1);
                let mut most = best[here + 1].max(best[next - 1]);
                if same(head + i, head + j) {
                    let onward = if met[next] > 0 { best[next].max(met[next] + TOGETHER) } else { best[next] };
                    met[here] = 2 * left[head + i].weight + onward;
                    most = most.max(met[here]);
                }
                best[here] = most;
            }
        }
        let (mut i, mut j, mut after_match) = (0, 0, false);
        while i < rows && j < columns {
            let here = i * width + j;
            let bonus = if after_match { TOGETHER } else { 0 };
            after_match = met[here] > 0 && met[here] + bonus >= best[here];
            if after_match {
                push(head + i, head + j);
                (i, j) = (i + 1, j + 1);
            } else if best[here + width] >= best[here + 1] {
                i += 1;
            } else {
                j += 1;
            }
        }
    }
    (1..=tail).rev().for_each(|at| push(left.len() - at, right.len() - at));
    links
}

/// Drops links of light words alone that stand between words changed on both sides: "struck a bargain", "made a deal".
fn drop_strays(left: &[Word], right: &[Word], links: &mut Vec<Link>) {
    let mut kept: Vec<Link> = Vec::with_capacity(links.len());
    for (at, link) in links.iter().enumerate() {
        let light = link.length <= 2 && left[link.left..][..link.length].iter().all(|word| word.weight <= LIGHT);
        let before = kept.last().map_or((0, 0), |last| (last.left + last.length, last.right + last.length));
        let after = links.get(at + 1).map_or((left.len(), right.len()), |next| (next.left, next.right));
        let stray = link.left > before.0
            && link.right > before.1
            && after.0 > link.left + link.length
            && after.1 > link.right + link.length;
        if !(light && stray) {
            kept.push(*link);
        }
    }
    *links = kept;
}

/// Links among the words that `links` leaves: two words or more of which one is heavy, or one heavy word that stands
/// once on each side.
fn moves(left: &[Word], right: &[Word], links: &[Link]) -> Vec<Link> {
    let mut free_left = vec![true; left.len()];
    let mut free_right = vec![true; right.len()];
    let take = |link: &Link, free_left: &mut [bool], free_right: &mut [bool]| {
        free_left[link.left..][..link.length].fill(false);
        free_right[link.right..][..link.length].fill(false);
    };
    links.iter().for_each(|link| take(link, &mut free_left, &mut free_right));
    let mut moved = Vec::new();
    if left.len().saturating_mul(right.len()) > MOST_PAIRS {
        return moved;
    }
    loop {
        let meets = |i: usize, j: usize| free_left[i] && free_right[j] && left[i].key == right[j].key;
        let mut best: Option<(u32, Link)> = None;
        for i in 0..left.len() {
            for j in 0..right.len() {
                if !meets(i, j) || (i > 0 && j > 0 && meets(i - 1, j - 1)) {
                    continue;
                }
                let most = (left.len() - i).min(right.len() - j);
                let length = (0..most).take_while(|at| meets(i + at, j + at)).count();
                let weight: u32 = left[i..i + length].iter().map(|word| word.weight).sum();
                let once =
                    || [left, right].iter().all(|side| side.iter().filter(|w| w.key == left[i].key).count() == 1);
                let counts = if length > 1 { weight > HEAVY } else { weight >= HEAVY && once() };
                if counts && best.is_none_or(|(heaviest, _)| weight > heaviest) {
                    best = Some((weight, Link { left: i, right: j, length }));
                }
            }
        }
        let Some((_, link)) = best else { break };
        take(&link, &mut free_left, &mut free_right);
        moved.push(link);
    }
    moved
}

/// The runs: links, moves, and between them what is changed or stands on one side.
fn assemble(left: &[Word], right: &[Word], links: &[Link], moved: &[Link]) -> Alignment {
    let over = |words: &[Word]| Span::new(words[0].span.start(), words[words.len() - 1].span.end());
    let weigh = |words: &[Word]| words.iter().map(|word| word.weight).sum::<u32>();
    let mut shared = (0, 0);
    // runs by where they stand: on the left, and those of the right alone behind the link before them
    let mut placed: Vec<((usize, usize), Run)> = Vec::new();
    let mut add = |step, place, one: Option<&[Word]>, other: Option<&[Word]>| {
        let tenths = if step == Step::Moved { 9 } else { 10 };
        if matches!(step, Step::Same | Step::Moved) {
            shared.0 += one.map_or(0, weigh) * tenths;
            shared.1 += other.map_or(0, weigh) * tenths;
        }
        placed.push((place, Run { step, left: one.map(over), right: other.map(over) }));
    };
    for link in moved {
        let both = (Some(&left[link.left..][..link.length]), Some(&right[link.right..][..link.length]));
        add(Step::Moved, (link.left, 0), both.0, both.1);
    }
    let left_moved: Vec<_> = moved.iter().map(|link| (link.left, link.length)).collect();
    let right_moved: Vec<_> = moved.iter().map(|link| (link.right, link.length)).collect();
    let end = Link { left: left.len(), right: right.len(), length: 0 };
    let mut from = (0, 0);
    for link in links.iter().chain([&end]) {
        let ours = stretches(from.0, link.left, &left_moved);
        let theirs = stretches(from.1, link.right, &right_moved);
        for at in 0..ours.len().max(theirs.len()) {
            let one = ours.get(at).map(|range| &left[range.0..range.1]);
            let other = theirs.get(at).map(|range| &right[range.0..range.1]);
            let place = (ours.get(at).map_or(link.left, |range| range.0), theirs.get(at).map_or(0, |range| range.0));
            let step = match (one, other) {
                (Some(one), Some(other)) if compound(one) == compound(other) => Step::Same,
                (Some(_), Some(_)) => Step::Changed,
                (Some(_), None) => Step::OnlyLeft,
                _ => Step::OnlyRight,
            };
            add(step, place, one, other);
        }
        if link.length > 0 {
            let both = (Some(&left[link.left..][..link.length]), Some(&right[link.right..][..link.length]));
            add(Step::Same, (link.left, link.right), both.0, both.1);
        }
        from = (link.left + link.length, link.right + link.length);
    }
    sort_by_key(&mut placed, |(place, run)| (place.0, Reverse(run.step == Step::OnlyRight), place.1));
    let share = |shared: u32, whole: u32| if whole == 0 { 0.0 } else { shared as f32 / (10 * whole) as f32 };
    let whole = (weigh(left), weigh(right));
    Alignment {
        runs: placed.into_iter().map(|(_, run)| run).collect(),
        similarity: share(shared.0 + shared.1, whole.0 + whole.1),
        left_in_right: share(shared.0, whole.0),
        right_in_left: share(shared.1, whole.1),
    }
}

/// What is left of `from..to` around the moved ones.
fn stretches(from: usize, to: usize, moved: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for at in (from..to).filter(|at| !moved.iter().any(|(start, length)| (*start..start + length).contains(at))) {
        match found.last_mut() {
            Some((_, end)) if *end == at => *end += 1,
            _ => found.push((at, at + 1)),
        }
    }
    found
}

#[cfg(test)]
mod tests;
