//! Utterances: what somebody said once, as several articles give it.
//!
//! Two attributions are of one utterance when their speakers can be one and their words are: in a row, as a cut quotation
//! is; or many of them, weighed by how rare they are, in any order and by any word for the same thing, as in translations
//! and reported speech. A "not" on one side only keeps them apart. No two people are ever joined.

mod compare;
mod near;
mod speaker;
mod unit;

use super::{concept::Lexis, entity::by_article};
use compare::{Match, compare};
use core::cmp::Reverse;
use crossread_corpus::{
    article::Article,
    links::{
        entity::LinkedEntity,
        utterance::{Echo, Utterance, Variant},
    },
};
use speaker::{Nearness, Speakers};
use std::collections::{BTreeMap, BTreeSet};
use unit::{Unit, units};

/// The utterances that two articles or more give, by their first variants. `entities` are those of
/// [`super::entity::entities`].
pub fn utterances(articles: &[Article], entities: &[LinkedEntity]) -> Vec<Utterance> {
    let lexis = Lexis::of(articles);
    let numbers = by_article(articles, entities);
    let speakers = Speakers::of(articles, entities, &numbers);
    let units = units(articles, entities, &numbers, &lexis, &speakers);
    let mut matches: Vec<(u32, u32, Match)> = Vec::new();
    for (one, other) in near::pairs(&units) {
        if let Some(found) = compare(&units[one as usize], &units[other as usize]) {
            matches.push((one, other, found));
        }
    }
    // the surest first, so that doubtful ones meet what is known by then
    let key = |unit: u32| (articles[units[unit as usize].article as usize].key, units[unit as usize].attribution);
    matches.sort_by_key(|(one, other, found)| {
        let (one, other) = (key(*one), key(*other));
        (Reverse(found.nearness), found.by, Reverse(found.shared), one.min(other), one.max(other))
    });
    let mut groups = Groups::new(&units);
    let joined: Vec<_> = matches.into_iter().filter(|(one, other, _)| groups.join(*one, *other)).collect();
    let mut members: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for unit in 0..u32::try_from(units.len()).expect("attributions fit in memory") {
        members.entry(groups.root(unit)).or_default().push(unit);
    }
    let mut ties: BTreeMap<u32, Vec<(u32, u32, Match)>> = BTreeMap::new();
    joined.into_iter().for_each(|tie| ties.entry(groups.root(tie.0)).or_default().push(tie));
    let mut found: Vec<Utterance> = members
        .into_iter()
        .filter(|(_, members)| {
            members.iter().any(|at| units[*at as usize].article != units[members[0] as usize].article)
        })
        .map(|(root, members)| utterance(&units, &members, ties.get(&root).map_or(&[], Vec::as_slice)))
        .collect();
    found.sort_by_key(|utterance| (utterance.variants[0].article, utterance.variants[0].attribution));
    found
}

/// Units joined, with the people among their speakers.
struct Groups {
    parent: Vec<u32>,
    people: Vec<Option<u32>>,
}

impl Groups {
    fn new(units: &[Unit]) -> Self {
        let people = units.iter().map(|unit| unit.speaker.entity.filter(|_| unit.speaker.person)).collect();
        Self { parent: (0..u32::try_from(units.len()).expect("they fit in memory")).collect(), people }
    }

    fn root(&self, mut unit: u32) -> u32 {
        while self.parent[unit as usize] != unit {
            unit = self.parent[unit as usize];
        }
        unit
    }

    /// Joins two groups; false when they are one already, or when two people would become one.
    fn join(&mut self, one: u32, other: u32) -> bool {
        let (one, other) = (self.root(one), self.root(other));
        let (left, right) = (self.people[one as usize], self.people[other as usize]);
        if one == other || left.zip(right).is_some_and(|(left, right)| left != right) {
            return false;
        }
        self.parent[other.max(one) as usize] = one.min(other);
        self.people[one.min(other) as usize] = left.or(right);
        true
    }
}

/// The utterance of a group: a tree of ties, hung on the variant that says most.
fn utterance(units: &[Unit], members: &[u32], ties: &[(u32, u32, Match)]) -> Utterance {
    let place = |unit: u32| members.binary_search(&unit).expect("ties are between members");
    let mut near: Vec<Vec<(usize, Match)>> = vec![Vec::new(); members.len()];
    for (one, other, found) in ties {
        near[place(*one)].push((place(*other), *found));
        near[place(*other)].push((place(*one), *found));
    }
    let weight = |at: usize| units[members[at] as usize].weight;
    let root = (0..members.len()).min_by_key(|at| (Reverse(weight(*at)), *at)).unwrap_or_default();
    let mut variants: Vec<Variant> = members
        .iter()
        .map(|unit| {
            let Unit { article, attribution, .. } = units[*unit as usize];
            Variant { article, attribution, tie: None }
        })
        .collect();
    let mut seen = BTreeSet::from([root]);
    let mut queue = vec![root];
    while let Some(at) = queue.pop() {
        for (next, found) in &near[at] {
            if seen.insert(*next) {
                variants[*next].tie = Some(Echo {
                    to: u32::try_from(at).expect("variants are few"),
                    shared: found.shared,
                    by: found.by,
                    same_speaker: found.nearness == Nearness::Same,
                });
                queue.push(*next);
            }
        }
    }
    let mut spoken: BTreeMap<u32, (bool, u32)> = BTreeMap::new();
    for unit in members {
        let speaker = &units[*unit as usize].speaker;
        if let Some(entity) = speaker.entity {
            let entry = spoken.entry(entity).or_insert((speaker.person, 0));
            entry.1 += 1;
        }
    }
    let speaker = spoken.into_iter().max_by_key(|(entity, (person, count))| (*person, *count, Reverse(*entity)));
    Utterance { speaker: speaker.map(|(entity, _)| entity), variants }
}

#[cfg(test)]
mod gold;
#[cfg(test)]
mod tests;
