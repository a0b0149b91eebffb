//! Which attributions are worth comparing: those that may have one speaker and share words that are rare among what that
//! speaker says.

use super::{speaker::Mark, unit::Unit};
use crate::find::hashed::NumberMap;
use std::collections::BTreeMap;

/// A word that more attributions of a speaker have leads to none of them.
const MOST: usize = 120;

/// Pairs of units, the smaller number first, in order.
pub(super) fn pairs(units: &[Unit]) -> Vec<(u32, u32)> {
    let concepts: Vec<Vec<u32>> = units.iter().map(concepts).collect();
    let mut buckets: BTreeMap<&Mark, Vec<u32>> = BTreeMap::new();
    for (unit, number) in units.iter().zip(0_u32..) {
        unit.speaker.marks.iter().for_each(|mark| buckets.entry(mark).or_default().push(number));
    }
    let mut found: Vec<(u32, u32)> = Vec::new();
    // how many words lead to a unit, and whether one is rare
    let mut led: Vec<(u32, bool)> = vec![(0, false); units.len()];
    let mut touched: Vec<u32> = Vec::new();
    for bucket in buckets.into_values().filter(|bucket| bucket.len() > 1) {
        let mut filed: NumberMap<u32, Vec<u32>> = NumberMap::default();
        for unit in &bucket {
            concepts[*unit as usize].iter().for_each(|concept| filed.entry(*concept).or_default().push(*unit));
        }
        for unit in &bucket {
            for concept in &concepts[*unit as usize] {
                let there = &filed[concept];
                if there.len() > MOST {
                    continue;
                }
                for other in there.iter().filter(|other| *other > unit) {
                    let (words, rare) = &mut led[*other as usize];
                    if *words == 0 {
                        touched.push(*other);
                    }
                    (*words, *rare) = (*words + 1, *rare || there.len() <= 12);
                }
            }
            for other in touched.drain(..) {
                let (words, rare) = core::mem::take(&mut led[other as usize]);
                if words > 1 || rare {
                    found.push((*unit, other));
                }
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// What the telling words of a unit mean, each once.
fn concepts(unit: &Unit) -> Vec<u32> {
    let telling = unit.terms.iter().filter(|term| term.weight > 0);
    let mut concepts: Vec<u32> = telling.map(|term| term.concept).collect();
    concepts.sort_unstable();
    concepts.dedup();
    concepts
}
