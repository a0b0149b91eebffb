//! Sorting, compiled once.
//!
//! The standard sorts are compiled anew for every type and comparison, some 5 KB each time; the page sorts a dozen
//! kinds of short list, and shares this copy.

use core::cmp::Ordering;

/// Sorts `list` by `compare`, equal ones in the order they stood.
pub fn sort_by<T>(list: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = order(list.len(), &|left, right| compare(&list[left], &list[right]));
    let mut slots: Vec<Option<T>> = core::mem::take(list).into_iter().map(Some).collect();
    list.extend(order.into_iter().filter_map(|place| slots[place].take()));
}

/// Sorts `list` by what `key` makes of its values, equal ones in the order they stood.
pub fn sort_by_key<T, K: Ord>(list: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort_by(list, |left, right| key(left).cmp(&key(right)));
}

/// The places `0..length` in the order of `compare`.
fn order(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..length).collect();
    places.sort_by(|left, right| compare(*left, *right));
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_sort_does(list in proptest::collection::vec((0_u8..5, any::<u8>()), 0..40)) {
            let mut expected = list.clone();
            expected.sort_by_key(|pair| pair.0);
            let mut sorted = list;
            sort_by_key(&mut sorted, |pair| pair.0);
            prop_assert_eq!(sorted, expected);
        }
    }
}
