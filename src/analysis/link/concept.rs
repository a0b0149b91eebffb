//! Words as meanings are compared: by stem, and where other words are used for the same thing, by concept.

use super::measure::log2;
use crate::find::{entity::alias, hashed::WordMap};
use crossread_corpus::{
    article::Article,
    index::stem,
    links::word::{for_each_word, is_function_word},
    span::Span,
};
use std::sync::LazyLock;

/// The words of a collection: their numbers, and how much each says.
pub(crate) struct Lexis {
    words: WordMap<String, Word>,
    /// By stem: in how many articles.
    spread: Vec<u32>,
    articles: usize,
}

#[derive(Clone, Copy)]
struct Word {
    stem: u32,
    concept: u32,
    light: bool,
    negator: bool,
}

/// A word of a stretch.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Term {
    /// Where it stands.
    pub(crate) span: Span,
    /// Equal for forms of one word.
    pub(crate) stem: u32,
    /// Equal for words for one thing; a country and its people are one thing here.
    pub(crate) concept: u32,
    /// How much it says, in hundredths; 0 for function words.
    pub(crate) weight: u32,
    /// A "not" stands before it.
    pub(crate) negated: bool,
}

/// What a word for the same thing is worth, beside the same word: per cent.
pub(crate) const OTHER_WORD: u32 = 80;

/// Concepts that are not a single stem are numbered from here; countries from twice that.
const SETS: u32 = 1 << 29;

/// Words that turn what follows into its opposite.
const NEGATORS: [&str; 7] = ["not", "no", "never", "neither", "nor", "without", "none"];

/// How many words a "not" reaches.
const REACH: usize = 4;

impl Lexis {
    /// The words of `articles`.
    pub(crate) fn of(articles: &[Article]) -> Self {
        let mut lexis = Self { words: WordMap::default(), spread: Vec::new(), articles: articles.len() };
        let mut stems: WordMap<String, u32> = WordMap::default();
        let mut last: Vec<u32> = Vec::new();
        for (article, number) in articles.iter().zip(1_u32..) {
            let whole = Span::of(0, article.text.len());
            for_each_word(&article.text, whole, |_, form| {
                let stem = match lexis.words.get(form) {
                    Some(word) => word.stem,
                    None => {
                        let root = stem(form);
                        let next = u32::try_from(stems.len()).expect("words fit in memory");
                        let stem = *stems.entry(root.clone()).or_insert(next);
                        lexis.words.insert(form.to_owned(), Word::new(form, &root, stem));
                        stem
                    }
                };
                if last.len() <= stem as usize {
                    last.resize(stem as usize + 1, 0);
                    lexis.spread.resize(stem as usize + 1, 0);
                }
                if core::mem::replace(&mut last[stem as usize], number) != number {
                    lexis.spread[stem as usize] += 1;
                }
            });
        }
        lexis
    }

    /// The words of `text[span]`; those that are not in the collection are left out.
    pub(crate) fn terms(&self, text: &str, span: Span) -> Vec<Term> {
        const FEWEST: usize = 16;
        let all = log2(self.articles.max(FEWEST));
        let mut found: Vec<Term> = Vec::new();
        let mut denied: Option<usize> = None;
        for_each_word(text, span, |span, form| {
            let Some(word) = self.words.get(form) else { return };
            let spread = log2(self.spread[word.stem as usize] as usize).min(all);
            let weight = if word.light { 0 } else { 30 + 70 * (all - spread) / all };
            let negated = denied.is_some_and(|at| found.len() - at <= REACH);
            // "not only" denies nothing
            if form == "only" && denied == Some(found.len().wrapping_sub(1)) {
                denied = None;
            }
            if word.negator {
                denied = Some(found.len());
            }
            found.push(Term { span, stem: word.stem, concept: word.concept, weight, negated });
        });
        found
    }
}

impl Word {
    fn new(form: &str, root: &str, stem: u32) -> Self {
        let country = || alias::country(form).map(|number| 2 * SETS + u32::try_from(number).expect("few"));
        Self {
            stem,
            concept: CONCEPTS.get(root).map(|set| SETS + set).or_else(country).unwrap_or(stem),
            light: is_function_word(form),
            negator: NEGATORS.contains(&form),
        }
    }
}

/// By stem: the number of its set.
static CONCEPTS: LazyLock<WordMap<String, u32>> = LazyLock::new(|| {
    let mut sets = WordMap::default();
    for (words, set) in rows().zip(0..) {
        words.for_each(|word| {
            sets.entry(stem(word)).or_insert(set);
        });
    }
    sets
});

fn rows() -> impl Iterator<Item = core::str::SplitWhitespace<'static>> {
    let lines = include_str!("../data/concepts.txt").lines().filter(|line| !line.starts_with('#'));
    lines.map(str::split_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::tests::collection;
    use std::collections::HashMap;

    fn terms(text: &str) -> Vec<Term> {
        let articles = collection(&[text]).articles;
        Lexis::of(&articles).terms(text, Span::of(0, text.len()))
    }

    #[test]
    fn a_stem_is_in_one_set() {
        let mut seen: HashMap<String, usize> = HashMap::new();
        let mut twice = Vec::new();
        for (words, row) in rows().zip(0..) {
            let again = |word: &&str| seen.insert(stem(word), row).is_some_and(|other| other != row);
            twice.extend(words.filter(again));
        }
        assert!(twice.is_empty(), "in two sets: {twice:?}");
    }

    #[test]
    fn words_for_one_thing_are_one_concept() {
        let found = terms("The Belgian help was quick; Belgium gave swift aid.");
        let concepts = |word: &str| {
            let text = "The Belgian help was quick; Belgium gave swift aid.";
            let term = found.iter().find(|term| term.span.slice(text) == Some(word)).expect("it is there");
            (term.concept, term.stem)
        };
        for (one, other) in [("Belgian", "Belgium"), ("help", "aid"), ("quick", "swift")] {
            assert_eq!(concepts(one).0, concepts(other).0, "{one}");
            assert_ne!(concepts(one).1, concepts(other).1, "{one}");
        }
        assert_ne!(concepts("help").0, concepts("quick").0);
    }

    #[test]
    fn a_not_reaches_the_words_behind_it() {
        let denied = |text: &str| -> String {
            let found = terms(text);
            found
                .iter()
                .filter(|t| t.negated && t.weight > 0)
                .filter_map(|t| t.span.slice(text))
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(denied("We don't need bread"), "need bread");
        assert_eq!(denied("It was neither fair nor right"), "fair right");
        assert_eq!(denied("It has not only rained"), "");
    }
}
