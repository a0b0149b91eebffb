//! Which attributions are worth comparing: those that may have one speaker and share words that are rare among what that
//! speaker says.

use super::{speaker::Mark, unit::Unit};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A word that more attributions of a speaker have leads to none of them.
const MOST: usize = 120;

/// Pairs of units, the smaller number first, in order.
pub(super) fn pairs(units: &[Unit]) -> Vec<(u32, u32)> {
    let mut buckets: BTreeMap<&Mark, Vec<u32>> = BTreeMap::new();
    for (unit, number) in units.iter().zip(0_u32..) {
        unit.speaker.marks.iter().for_each(|mark| buckets.entry(mark).or_default().push(number));
    }
    let mut found: Vec<(u32, u32)> = Vec::new();
    for bucket in buckets.into_values().filter(|bucket| bucket.len() > 1) {
        let mut filed: HashMap<u32, Vec<u32>> = HashMap::new();
        let concepts = |unit: u32| -> BTreeSet<u32> {
            let telling = units[unit as usize].terms.iter().filter(|term| term.weight > 0);
            telling.map(|term| term.concept).collect()
        };
        for unit in &bucket {
            concepts(*unit).into_iter().for_each(|concept| filed.entry(concept).or_default().push(*unit));
        }
        for unit in &bucket {
            // how many words lead there, and whether one is rare
            let mut near: BTreeMap<u32, (u32, bool)> = BTreeMap::new();
            for concept in concepts(*unit) {
                let there = &filed[&concept];
                if there.len() <= MOST {
                    for other in there.iter().filter(|other| *other > unit) {
                        let entry = near.entry(*other).or_default();
                        *entry = (entry.0 + 1, entry.1 || there.len() <= 12);
                    }
                }
            }
            found.extend(
                near.into_iter().filter(|(_, (words, rare))| *words > 1 || *rare).map(|(other, _)| (*unit, other)),
            );
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}
