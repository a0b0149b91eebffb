//! What the names of one article tell about each other: a family name after a full name, an acronym after its long form,
//! the same name elsewhere, names in a row.

use super::{
    evidence::Evidence,
    lexicon::{Classes, Key},
    word::{Shape, Word},
};
use crate::find::hashed::NumberMap;
use core::ops::Range;
use crossread_corpus::mention::EntityKind::{self, Organisation, Person};

/// A name in its sentence, with what was found for it so far.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// The number of its sentence.
    pub(super) sentence: usize,
    /// Its words in that sentence.
    pub(super) range: Range<usize>,
    /// The key of the whole name.
    pub(super) key: Key,
    /// What its own words say.
    pub(super) inside: Evidence,
    /// What the words around it say.
    pub(super) around: Evidence,
}

/// How much of what is found around a name counts for the same name elsewhere.
const SHARE: f32 = 0.6;
/// And at most so many places of it.
const PLACES: usize = 6;

/// The kind of each candidate and the rule that weighed most; `None` where too little speaks for a name.
pub(super) fn decide(candidates: &mut [Candidate], words: &[&[Word]]) -> Vec<Option<(EntityKind, &'static str)>> {
    let mut sums: NumberMap<u64, (Evidence, usize)> = NumberMap::default();
    // what a name is known to be weighs more than its surroundings: "Roe of Maryland, who"
    for candidate in &mut *candidates {
        let mut around = Evidence::default();
        around.join(&candidate.around, if candidate.inside.verdict().1 >= 7.0 { 0.4 } else { 1.0 });
        candidate.around = around;
    }
    let candidates = &*candidates;
    for candidate in candidates {
        let (sum, count) = sums.entry(candidate.key.value()).or_default();
        if *count < PLACES {
            sum.join(&candidate.around, SHARE);
            *count += 1;
        }
    }
    let mut verdicts: Vec<Evidence> = candidates
        .iter()
        .map(|candidate| {
            let mut all = candidate.inside;
            all.join(&sums[&candidate.key.value()].0, 1.0);
            all.join(&candidate.around, 1.0 - SHARE);
            all
        })
        .collect();
    let parts = Parts::of(candidates, words, &verdicts);
    for (candidate, evidence) in candidates.iter().zip(&mut verdicts) {
        parts.weigh(&words[candidate.sentence][candidate.range.clone()], candidate, evidence);
    }
    in_rows(candidates, words, &mut verdicts);
    verdicts
        .iter()
        .zip(candidates)
        .map(|(evidence, candidate)| {
            let (kind, weight, rule) = evidence.verdict();
            (weight > least(&words[candidate.sentence][candidate.range.clone()])).then_some((kind, rule))
        })
        .collect()
}

/// The weight a name must have: an ordinary word with a capital ("the Union", "the Force") needs a ground of its own.
fn least(name: &[Word]) -> f32 {
    let known = Classes::NAMES.or(Classes::GIVEN);
    if name.len() == 1 && name[0].is_common() && !name[0].is(known) && name[0].shape == Shape::Capital {
        3.0
    } else {
        0.0
    }
}

/// Parts of the full names of an article, and the kind of those names.
struct Parts {
    /// Last words of persons' names.
    last: NumberMap<u64, f32>,
    /// First words of persons' names.
    first: NumberMap<u64, f32>,
    /// First words and initials of the names of organisations.
    bodies: NumberMap<u64, f32>,
}

impl Parts {
    fn of(candidates: &[Candidate], words: &[&[Word]], verdicts: &[Evidence]) -> Self {
        let mut parts = Self { last: NumberMap::default(), first: NumberMap::default(), bodies: NumberMap::default() };
        for (candidate, evidence) in candidates.iter().zip(verdicts) {
            let name = &words[candidate.sentence][candidate.range.clone()];
            if name.len() < 2 {
                continue;
            }
            match evidence.verdict() {
                (Person, weight, _) if weight > 2.0 => {
                    let suffix = usize::from(name[name.len() - 1].is(Classes::PERSON_SUFFIX));
                    let last = &name[name.len() - 1 - suffix];
                    parts.last.insert(last.key.value(), weight);
                    parts.first.insert(name[0].key.value(), weight);
                }
                (Organisation, weight, _) if weight > 3.0 => {
                    let first = &name[0];
                    if !first.is(Classes::PLACES.or(Classes::PEOPLE)) && !first.is(Classes::COMMON) {
                        parts.bodies.insert(first.key.value(), weight);
                    }
                    // "Atlanta Hawks", later "the Hawks"
                    let last = &name[name.len() - 1];
                    if last.is(Classes::ORG_HEAD) && last.text.ends_with('s') && last.is_capital() {
                        parts.bodies.insert(last.key.value(), weight);
                    }
                    let initials: String =
                        name.iter().filter(|w| w.is_capital()).filter_map(|w| w.text.chars().next()).collect();
                    if initials.len() > 1 {
                        parts.bodies.insert(Key::of(&initials).value(), weight);
                    }
                }
                _ => {}
            }
        }
        parts
    }

    fn weigh(&self, name: &[Word], candidate: &Candidate, evidence: &mut Evidence) {
        let key = candidate.key.value();
        if name.len() == 1 {
            // "the Roes"
            let family = name[0].text.strip_suffix('s').map(Key::of);
            if family.is_some_and(|family| self.last.contains_key(&family.value())) && !name[0].is(Classes::NAMES) {
                evidence.add(Person, 7.0, "family-of-a-full-name");
            }
            if self.last.contains_key(&key) {
                evidence.add(Person, 7.0, "last-name-of-a-full-name");
            } else if self.first.contains_key(&key) && !name[0].is(Classes::PLACES) {
                evidence.add(Person, 3.5, "first-name-of-a-full-name");
            }
        }
        if self.bodies.contains_key(&key) && (name.len() > 1 || !self.last.contains_key(&key)) {
            let acronym = name[0].shape == Shape::Caps;
            evidence.add(
                Organisation,
                5.0,
                if acronym { "acronym-of-a-long-form" } else { "short-form-of-a-long-form" },
            );
        }
    }
}

/// Names in a row ("X, Y and Z") are mostly of one kind: an unsure one follows the sure ones around it.
fn in_rows(candidates: &[Candidate], words: &[&[Word]], verdicts: &mut [Evidence]) {
    let mut start = 0;
    for at in 1..=candidates.len() {
        if at < candidates.len() && row(&candidates[at - 1], &candidates[at], words) {
            continue;
        }
        let range = start..at;
        start = at;
        let sure = |n: &usize| verdicts[*n].verdict().1 > 4.0;
        let mut kinds = range.clone().filter(sure).map(|n| verdicts[n].verdict().0);
        let Some(kind) = kinds.next() else { continue };
        let others = kinds.clone().count();
        if kinds.any(|other| other != kind) {
            continue;
        }
        let unsure: Vec<usize> = range.filter(|n| !sure(n)).collect();
        for n in unsure {
            verdicts[n].add(kind, if others > 0 { 3.5 } else { 1.5 }, "neighbour-in-a-row");
        }
    }
}

/// True when only a comma or "and" stands between the two.
fn row(left: &Candidate, right: &Candidate, words: &[&[Word]]) -> bool {
    if left.sentence != right.sentence {
        return false;
    }
    let between = words[left.sentence].get(left.range.end..right.range.start).unwrap_or_default();
    // "Springfield, Ohio" is no row, but the two are of one kind all the same
    !between.is_empty() && between.len() <= 2 && between.iter().all(|w| matches!(w.text, "," | "and" | "or" | "&"))
}
