//! The word lists of `data/`, read once: one entry a line, `#` begins a comment line.

use super::line::fold;
use crate::find::hashed::WordSet;
use std::sync::LazyLock;

/// Words that only names of outlets hold ("Gazette").
pub(super) static OUTLET_WORDS: Words = Words::new(|| entries(include_str!("../data/outlet-words.txt")));
/// Words that name parts of a paper ("Politics") and what goes with them.
pub(super) static SECTION_WORDS: Words = Words::new(|| entries(include_str!("../data/section-words.txt")));
/// Words that say what a journalist does ("correspondent").
pub(super) static ROLE_WORDS: Words = Words::new(|| entries(include_str!("../data/role-words.txt")));
/// What publication times are introduced with, and the words between their parts.
pub(super) static DATELINE_WORDS: Words = Words::new(|| entries(include_str!("../data/dateline-words.txt")));
/// Words before a name or in a description, that are never part of it ("President").
pub(super) static PERSON_TITLES: Words = Words::new(|| entries(include_str!("../data/person-titles.txt")));

/// A set of folded words.
pub(super) struct Words(LazyLock<WordSet<String>>);

impl Words {
    const fn new(read: fn() -> WordSet<String>) -> Self {
        Self(LazyLock::new(read))
    }

    /// True when the word, without the marks around it, is in the list in any case.
    pub(super) fn has(&self, word: &str) -> bool {
        let mut bare = fold(word.trim_matches(|char: char| !char.is_alphanumeric()));
        self.0.contains(&bare) || {
            bare.push('.');
            self.0.contains(&bare)
        }
    }
}

/// The entries of a list file as they stand there.
pub(super) fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn entries(file: &'static str) -> WordSet<String> {
    lines(file).flat_map(str::split_whitespace).map(fold).collect()
}

/// Phrases that end a line or begin it, as `data/furniture.txt` gives them.
pub(super) struct Phrases {
    whole: WordSet<String>,
    /// The bytes of the longest of them.
    longest: usize,
    /// Prefixes with the most words a line may have to be one of these; sorted.
    prefixes: Vec<(String, usize)>,
    /// The same for what may stand anywhere in the line.
    parts: Vec<(String, usize)>,
}

/// Page furniture.
pub(super) static FURNITURE: LazyLock<Phrases> = LazyLock::new(|| {
    let (mut whole, mut prefixes, mut parts) = (WordSet::default(), Vec::new(), Vec::new());
    for line in lines(include_str!("../data/furniture.txt")) {
        match line.split_once('\t') {
            Some((prefix, most)) => {
                let most = most.trim().parse().expect("the list gives a number of words");
                match prefix.strip_prefix('*') {
                    Some(part) => parts.push((fold(part), most)),
                    None => prefixes.push((fold(prefix), most)),
                }
            }
            None => {
                whole.insert(fold(line));
            }
        }
    }
    prefixes.sort_unstable();
    let longest = whole.iter().map(String::len).max().unwrap_or_default();
    Phrases { whole, longest, prefixes, parts }
});

impl Phrases {
    /// Whether a line with this key and so many words is one of these.
    pub(super) fn match_line(&self, key: &str, words: usize) -> bool {
        let bare = key.trim_matches(|char: char| !char.is_alphanumeric());
        let first = bare.bytes().next();
        let from = self.prefixes.partition_point(|(prefix, _)| prefix.bytes().next() < first);
        let mut alike = self.prefixes[from..].iter().take_while(|(prefix, _)| prefix.bytes().next() == first);
        let starts = |(prefix, most): &(String, usize)| {
            words <= *most
                && bare.strip_prefix(prefix.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        let holds = |(part, most): &(String, usize)| words <= *most && bare.contains(part.as_str());
        (bare.len() <= self.longest && self.whole.contains(bare)) || alike.any(starts) || self.parts.iter().any(holds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_can_be_read() {
        for (list, word) in [
            (&OUTLET_WORDS, "Gazette,"),
            (&SECTION_WORDS, "POLITICS"),
            (&ROLE_WORDS, "Correspondent"),
            (&DATELINE_WORDS, "Updated:"),
        ] {
            assert!(list.has(word), "{word}");
        }
        assert!(FURNITURE.match_line("advertisement", 1));
        assert!(FURNITURE.match_line("read more: the other story", 5));
        assert!(!FURNITURE.match_line("reading more than the other story", 6));
    }
}
