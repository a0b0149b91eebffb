//! Tables of words that are asked for every word of a text: maps and sets with a hash that is quick for short keys.
//!
//! Their keys come from the project's own lists, so nobody can choose them to collide.

use core::hash::{BuildHasherDefault, Hasher};
use std::collections::{HashMap, HashSet};

/// What is known of words.
pub(crate) type WordMap<K, V> = HashMap<K, V, BuildHasherDefault<Fnv>>;

/// Words.
pub(crate) type WordSet = HashSet<&'static str, BuildHasherDefault<Fnv>>;

/// FNV-1a (Fowler, Noll, Vo), 64 bits.
pub(crate) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        // the table takes its place from the low bits and its tag from the high ones
        self.0 ^ (self.0 >> 32)
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_their_letters() {
        let words: WordSet = ["bread", "rye"].into_iter().collect();
        assert!(words.contains("rye") && !words.contains("ry"));
        let counts: WordMap<String, usize> = [("rye".to_owned(), 3)].into_iter().collect();
        assert_eq!(counts.get("rye"), Some(&3));
    }
}
