//! Whether two attributions give one utterance.

use super::{speaker::Nearness, unit::Unit};
use crate::link::concept::{OTHER_WORD, Term};
use crossread_corpus::links::utterance::Likeness;

/// Two attributions that give one utterance.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Match {
    /// How they are alike.
    pub(super) by: Likeness,
    /// How much of the one that says less the other has: per cent.
    pub(super) shared: u8,
    /// Whether the speaker is the same.
    pub(super) nearness: Nearness,
}

/// Words in a row that make a cut quotation.
const CUT: usize = 3;

/// Words in a row that overrule a "not" elsewhere.
const ROW: usize = 5;

/// What must be shared to be more than a topic: two rare words, in hundredths.
const LEAST: u32 = 160;

/// What a rare word says, in hundredths.
const RARE: u32 = 75;

/// Compares two; the same either way round.
pub(super) fn compare(one: &Unit, other: &Unit) -> Option<Match> {
    let nearness = one.speaker.near(&other.speaker)?;
    let pairs = shared(&one.terms, &other.terms);
    let weight: u32 = pairs.iter().map(|pair| pair.weight).sum();
    let least = one.weight.min(other.weight);
    let part = (100 * weight / least.max(1)).min(100);
    let found = |by| Some(Match { by, shared: u8::try_from(part).unwrap_or(100), nearness });
    let row = longest_row(&one.terms, other);
    let contrary = pairs.iter().any(|pair| pair.contrary) || one.denied != other.denied;
    if contrary && row.0 < ROW {
        return None;
    }
    let others = tell_of_others(one, other);
    if others && one.quoted.is_empty() && other.quoted.is_empty() {
        return None;
    }
    let whole = |terms: &[Term]| row.0 == terms.len();
    if whole(&one.terms) && whole(&other.terms) && row.0 >= CUT {
        return found(Likeness::Verbatim);
    }
    let cut = |unit: &Unit, from: &Unit| {
        unit.quoted.iter().any(|(start, end)| {
            let piece = &unit.terms[*start..*end];
            let says: u32 = piece.iter().map(|term| term.weight).sum();
            let rare = piece.len() >= ROW || piece.iter().any(|term| term.weight >= RARE);
            piece.len() >= CUT && says >= 60 && rare && longest_row(piece, from).0 == piece.len()
        })
    };
    // of a long sentence each may quote another half
    let halves = nearness == Nearness::Same && !one.quoted.is_empty() && !other.quoted.is_empty() && row.1 >= RARE;
    if cut(one, other) || cut(other, one) || (row.0 > ROW && (halves || row.1 >= LEAST)) {
        return found(Likeness::Cut);
    }
    // names alone are a topic
    let telling = pairs.iter().filter(|pair| pair.weight >= 40).count();
    let enough = match nearness {
        _ if are_far_apart(one, other) => 85,
        Nearness::Same => 50,
        Nearness::Fitting => 55,
    };
    if !others && pairs.len() >= 3 && telling >= 2 && weight >= LEAST && part >= enough {
        return found(Likeness::Reworded);
    }
    None
}

/// True where each tells of somebody of whom the other does not: a call to the king is not one to the queen.
fn tell_of_others(one: &Unit, other: &Unit) -> bool {
    !one.people.is_subset(&other.people) && !other.people.is_subset(&one.people)
}

/// True when the articles were published more days apart than an utterance is news.
fn are_far_apart(one: &Unit, other: &Unit) -> bool {
    const NEWS: i32 = 10;
    let days = one.published.zip(other.published).map(|(one, other)| (one - other).get_days().abs());
    days.is_some_and(|days| days > NEWS)
}

/// A word of either side that mean the same.
struct Pair {
    weight: u32,
    /// One is denied and the other is not.
    contrary: bool,
}

/// The words both have, each once: first the same words, then words for the same.
fn shared(one: &[Term], other: &[Term]) -> Vec<Pair> {
    let mut free: Vec<&Term> = other.iter().filter(|term| term.weight > 0).collect();
    let mut rest: Vec<&Term> = Vec::new();
    let mut pairs = Vec::new();
    let mut take = |term: &Term, free: &mut Vec<&Term>, same: fn(&Term, &Term) -> bool, worth: u32| {
        // of several the one with the same polarity
        let fitting =
            |polarity: bool| free.iter().position(|t| same(t, term) && (t.negated == term.negated) == polarity);
        let Some(at) = fitting(true).or_else(|| fitting(false)) else { return false };
        let found = free.swap_remove(at);
        let weight = term.weight.min(found.weight) * worth / 100;
        pairs.push(Pair { weight, contrary: found.negated != term.negated });
        true
    };
    for term in one.iter().filter(|term| term.weight > 0) {
        if !take(term, &mut free, |a, b| a.stem == b.stem, 100) {
            rest.push(term);
        }
    }
    for term in rest {
        take(term, &mut free, |a, b| a.concept == b.concept, OTHER_WORD);
    }
    pairs
}

/// The most words in a row that both have, and what they say.
fn longest_row(one: &[Term], other: &Unit) -> (usize, u32) {
    let mut best = (0, 0);
    // the rows that end with the word before this one: where in the other, how many words, and what they say
    let (mut before, mut here): (Vec<(u32, usize, u32)>, Vec<_>) = (Vec::new(), Vec::new());
    for term in one {
        let from = other.stems.partition_point(|(stem, _)| *stem < term.stem);
        for (_, at) in other.stems[from..].iter().take_while(|(stem, _)| *stem == term.stem) {
            let row = before.iter().find(|(end, ..)| end + 1 == *at).map_or((0, 0), |row| (row.1, row.2));
            let (length, weight) = (row.0 + 1, row.1 + term.weight.min(other.terms[*at as usize].weight));
            here.push((*at, length, weight));
            best = best.max((length, weight));
        }
        core::mem::swap(&mut before, &mut here);
        here.clear();
    }
    best
}
