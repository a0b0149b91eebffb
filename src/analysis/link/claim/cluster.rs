//! Segments that say the same gathered into groups, by average linkage: two groups become one while the mean likeness of
//! their pairs is high, so that no chain of half-like sentences ties what has nothing in common.

use super::pairs::Pairs;
use crate::find::hashed::NumberMap;
use std::collections::BinaryHeap;

/// Groups of two numbers or more, each sorted, in the order of their first numbers. `pairs` are the likenesses; pairs they
/// lack have none. `may` can refuse that two groups become one.
pub(crate) fn cluster(pairs: &Pairs, least: f32, may: impl Fn(&[usize], &[usize]) -> bool) -> Vec<Vec<usize>> {
    let mut members: Vec<Vec<usize>> = (0..pairs.count()).map(|number| vec![number]).collect();
    let mut sums: Vec<NumberMap<usize, f32>> = (0..pairs.count()).map(|number| pairs.near(number).collect()).collect();
    let alike = pairs.iter().filter(|(_, likeness)| *likeness >= least);
    let mut heap: BinaryHeap<Candidate> =
        alike.map(|((one, other), mean)| Candidate { mean, one, other, sizes: (1, 1) }).collect();
    while let Some(candidate) = heap.pop() {
        let Candidate { one, other, sizes, .. } = candidate;
        if sizes != (members[one].len(), members[other].len()) || !may(&members[one], &members[other]) {
            continue;
        }
        let moved = core::mem::take(&mut members[other]);
        members[one].extend(moved);
        let theirs = core::mem::take(&mut sums[other]);
        sums[one].remove(&other);
        for (third, sum) in theirs {
            if third == one {
                continue;
            }
            sums[third].remove(&other);
            let ours = sums[one].entry(third).or_insert(0.0);
            *ours += sum;
            let ours = *ours;
            sums[third].insert(one, ours);
        }
        for (third, sum) in &sums[one] {
            let sizes = (members[one].len(), members[*third].len());
            let mean = sum / (sizes.0 * sizes.1) as f32;
            if mean >= least {
                let (first, second, sizes) =
                    if one < *third { (one, *third, sizes) } else { (*third, one, (sizes.1, sizes.0)) };
                heap.push(Candidate { mean, one: first, other: second, sizes });
            }
        }
    }
    let mut groups: Vec<Vec<usize>> = members.into_iter().filter(|group| group.len() > 1).collect();
    groups.iter_mut().for_each(|group| group.sort_unstable());
    groups.sort_unstable();
    groups
}

/// Two groups that could become one; `sizes` tell whether they are still what they were.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Candidate {
    mean: f32,
    one: usize,
    other: usize,
    sizes: (usize, usize),
}

impl Eq for Candidate {}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> core::cmp::Ordering {
        self.mean.total_cmp(&other.mean).then_with(|| (other.one, other.other).cmp(&(self.one, self.other)))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_chain_is_made() {
        let pairs = Pairs::of(4, [((0, 1), 0.9), ((1, 2), 0.8), ((2, 3), 0.9)].into_iter());
        assert_eq!(cluster(&pairs, 0.5, |_, _| true), [vec![0, 1], vec![2, 3]]);
        let pairs = Pairs::of(3, [((0, 1), 0.9), ((0, 2), 0.6), ((1, 2), 0.8)].into_iter());
        assert_eq!(cluster(&pairs, 0.5, |_, _| true), [vec![0, 1, 2]]);
        assert_eq!(cluster(&pairs, 0.5, |one, other| one.len() + other.len() < 3), [vec![0, 1]]);
    }
}
