//! A sorted list of strings in one piece of memory, so that a large dictionary decodes at once.

use serde::{Deserialize, Serialize};

/// Sorted, distinct strings, each known by its number.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Table {
    text: String,
    /// Byte where string `n` ends in `text`.
    ends: Vec<u32>,
}

impl Table {
    /// From strings that are sorted and distinct already.
    pub fn from_sorted<'a>(strings: impl IntoIterator<Item = &'a str>) -> Self {
        let mut table = Self::default();
        for string in strings {
            table.text.push_str(string);
            table.ends.push(u32::try_from(table.text.len()).expect("a dictionary is under 4 GB"));
        }
        table
    }

    /// How many strings.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// True when there are none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// String `number`; empty when there is none of that number.
    pub fn get(&self, number: usize) -> &str {
        let from = number.checked_sub(1).map_or(0, |before| self.ends.get(before).copied().unwrap_or(0));
        let to = self.ends.get(number).copied().unwrap_or(from);
        self.text.get(from as usize..to as usize).unwrap_or_default()
    }

    /// All strings, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|number| self.get(number))
    }

    /// The number of `string`.
    pub fn find(&self, string: &str) -> Option<usize> {
        let place = self.lower_bound(string);
        (place < self.len() && self.get(place) == string).then_some(place)
    }

    /// The numbers of the strings that begin with `prefix`.
    pub fn starting_with(&self, prefix: &str) -> core::ops::Range<usize> {
        let from = self.lower_bound(prefix);
        let mut to = from;
        while to < self.len() && self.get(to).starts_with(prefix) {
            to += 1;
        }
        from..to
    }

    /// The number of the first string that is not before `string`.
    fn lower_bound(&self, string: &str) -> usize {
        let (mut from, mut to) = (0, self.len());
        while from < to {
            let middle = from.midpoint(to);
            if self.get(middle) < string {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        from
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_strings_and_prefixes() {
        let table = Table::from_sorted(["", "a", "aa", "ab", "b"]);
        assert_eq!(table.iter().collect::<Vec<_>>(), ["", "a", "aa", "ab", "b"]);
        assert_eq!(table.find("ab"), Some(3));
        assert_eq!(table.find("ac"), None);
        assert_eq!(table.starting_with("a"), 1..4);
        assert_eq!(table.starting_with("c"), 5..5);
        assert_eq!(table.get(9), "");
    }
}
