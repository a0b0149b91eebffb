//! How much things are alike, pair by pair: for each thing its like ones, sorted, so that one pair is found soon and a
//! thing's pairs are read without all the others.

/// What pairs of numbered things are worth. A pair is the same either way round; nothing is paired with itself.
#[derive(Default, Debug)]
pub(crate) struct Pairs(Vec<Vec<(u32, f32)>>);

impl Pairs {
    /// The pairs of `count` things. Of a pair that comes twice, the later one counts.
    pub(crate) fn of(count: usize, pairs: impl Iterator<Item = ((usize, usize), f32)>) -> Self {
        let mut near: Vec<Vec<(u32, f32)>> = vec![Vec::new(); count];
        let number = |at: usize| u32::try_from(at).expect("fewer things than bytes");
        for ((one, other), worth) in pairs {
            near[one].push((number(other), worth));
            near[other].push((number(one), worth));
        }
        for list in &mut near {
            // the later ones first, since the first of equals is kept
            list.reverse();
            list.sort_by_key(|(other, _)| *other);
            list.dedup_by_key(|(other, _)| *other);
        }
        Self(near)
    }

    /// How many things there are.
    pub(crate) const fn count(&self) -> usize {
        self.0.len()
    }

    /// What a pair is worth, if it is one.
    pub(crate) fn get(&self, one: usize, other: usize) -> Option<f32> {
        let (one, other) = if self.0[one].len() <= self.0[other].len() { (one, other) } else { (other, one) };
        let at = self.0[one].binary_search_by(|(near, _)| (*near as usize).cmp(&other)).ok()?;
        Some(self.0[one][at].1)
    }

    /// The things paired with `one`, in order, and what each pair is worth.
    pub(crate) fn near(&self, one: usize) -> impl Iterator<Item = (usize, f32)> + Clone {
        self.0[one].iter().map(|(other, worth)| (*other as usize, *worth))
    }

    /// Every pair once, the lower number first, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = ((usize, usize), f32)> {
        let above = |one: usize| self.near(one).filter(move |(other, _)| *other > one);
        (0..self.count()).flat_map(move |one| above(one).map(move |(other, worth)| ((one, other), worth)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_is_the_same_either_way_round_and_the_later_one_counts() {
        let pairs = Pairs::of(4, [((2, 0), 0.5), ((1, 2), 0.6), ((0, 2), 0.7)].into_iter());
        assert_eq!((pairs.get(0, 2), pairs.get(2, 0), pairs.get(0, 1)), (Some(0.7), Some(0.7), None));
        assert_eq!(pairs.near(2).collect::<Vec<_>>(), [(0, 0.7), (1, 0.6)]);
        assert_eq!(pairs.iter().collect::<Vec<_>>(), [((0, 2), 0.7), ((1, 2), 0.6)]);
    }
}
