//! Tables that are asked for every word of a text: maps and sets with a hash that is quick for short keys.
//!
//! Their keys are of the project's own lists, or numbers counted up here, or words of the articles that a reader chose:
//! nobody gains by choosing them to collide.

use core::hash::{BuildHasherDefault, Hasher};
use std::collections::{HashMap, HashSet};

/// What is known of words.
pub(crate) type WordMap<K, V> = HashMap<K, V, BuildHasherDefault<Mixed>>;

/// Words.
pub(crate) type WordSet<K = &'static str> = HashSet<K, BuildHasherDefault<Mixed>>;

/// The words of a list file: white space between them, and `#` begins a line of comment.
pub(crate) fn listed(file: &'static str) -> WordSet {
    file.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
}

/// A short list of words in small letters that every word of a text is looked up in: most are told not to be of it by
/// their first letter and their length.
pub(crate) struct FewWords {
    words: WordSet,
    /// For each first byte the lengths, in bytes, of the words that begin with it: a bit each.
    lengths: [u32; 256],
}

impl FewWords {
    /// Of a list with white space between the words, none of which is longer than 31 bytes.
    pub(crate) fn of(list: &'static str) -> Self {
        let mut few = Self { words: list.split_whitespace().collect(), lengths: [0; 256] };
        for word in &few.words {
            few.lengths[usize::from(word.as_bytes()[0])] |= 1 << word.len();
        }
        few
    }

    /// True when `word` is in the list.
    pub(crate) fn has(&self, word: &str) -> bool {
        let lengths = word.bytes().next().map_or(0, |first| self.lengths[usize::from(first)]);
        word.len() < 32 && lengths & (1 << word.len()) != 0 && self.words.contains(word)
    }
}

/// What is known of things by their numbers.
pub(crate) type NumberMap<K, V> = HashMap<K, V, BuildHasherDefault<Mixed>>;

/// Numbers.
pub(crate) type NumberSet<K> = HashSet<K, BuildHasherDefault<Mixed>>;

/// One multiplication for each number, and for every eight bytes of a word.
#[derive(Default)]
pub(crate) struct Mixed(u64);

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        // the table takes its place from the low bits and its tag from the high ones
        self.0 ^ (self.0 >> 32)
    }

    fn write(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while let Some((eight, behind)) = rest.split_first_chunk::<8>() {
            self.write_u64(u64::from_le_bytes(*eight));
            rest = behind;
        }
        // the first four and the last four of what is left may overlap
        let last = match (rest.first_chunk::<4>(), rest.last_chunk::<4>(), rest) {
            (Some(first), Some(last), _) => {
                u64::from(u32::from_le_bytes(*first)) | (u64::from(u32::from_le_bytes(*last)) << 32)
            }
            (_, _, [first, .., last]) => {
                u64::from(*first) | (u64::from(rest[rest.len() / 2]) << 8) | (u64::from(*last) << 16)
            }
            (_, _, [only]) => u64::from(*only),
            _ => return,
        };
        self.write_u64(last ^ ((bytes.len() as u64) << 56));
    }

    fn write_u8(&mut self, number: u8) {
        self.write_u64(u64::from(number));
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
    fn few_words_are_found_by_their_letters() {
        let words = FewWords::of("bread rye");
        assert!(words.has("rye") && !words.has("ray") && !words.has("ry") && !words.has(""));
        assert!(!words.has(&"r".repeat(35)));
    }

    #[test]
    fn numbers_are_found() {
        let counts: NumberMap<(u32, usize), u8> = (0..100).map(|n| ((n, 7), n as u8)).collect();
        assert_eq!((counts.get(&(41, 7)), counts.get(&(41, 8))), (Some(&41), None));
    }
}
