//! Tables that are asked for every word of a text: maps and sets with a hash that is quick for short keys.
//!
//! Their keys are of the project's own lists, or numbers counted up here, or of one article, which is too short to do
//! harm: nobody gains by choosing them to collide.

use core::hash::{BuildHasherDefault, Hasher};
use std::collections::{HashMap, HashSet};

/// What is known of words.
pub(crate) type WordMap<K, V> = HashMap<K, V, BuildHasherDefault<Fnv>>;

/// Words.
pub(crate) type WordSet = HashSet<&'static str, BuildHasherDefault<Fnv>>;

/// What is known of things by their numbers.
pub(crate) type NumberMap<K, V> = HashMap<K, V, BuildHasherDefault<Mixed>>;

/// Numbers.
pub(crate) type NumberSet<K> = HashSet<K, BuildHasherDefault<Mixed>>;

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

/// For keys that are numbers: one multiplication each.
#[derive(Default)]
pub(crate) struct Mixed(u64);

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64(u64::from(*byte)));
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
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

    #[test]
    fn numbers_are_found() {
        let counts: NumberMap<(u32, usize), u8> = (0..100).map(|n| ((n, 7), n as u8)).collect();
        assert_eq!((counts.get(&(41, 7)), counts.get(&(41, 8))), (Some(&41), None));
    }
}
