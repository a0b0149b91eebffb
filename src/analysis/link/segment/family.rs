//! Families of words: what writers use for the same thing, and the words that say little.

use crate::find::hashed::WordMap;
use crossread_corpus::index::stem;
use std::{collections::HashSet, sync::LazyLock};

/// What a word is worth when two stretches are compared.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) enum Worth {
    /// Nothing: a function word.
    Empty,
    /// A little: "year", "people", "say".
    Light,
    /// What tells things apart.
    Heavy,
}

/// The key a folded form is compared by, and what it is worth: its family's name, or else its stem. Keys of words that say
/// little differ from all others.
pub(crate) fn key_of(form: &str) -> (String, Worth) {
    let lists = &*LISTS;
    let plural = |worth: &&Worth| **worth == Worth::Light;
    let singular = || form.strip_suffix('s').and_then(|form| lists.worth.get(form)).filter(plural);
    match lists.worth.get(form).or_else(singular) {
        Some(Worth::Empty) => return (String::new(), Worth::Empty),
        Some(_) => return (format!("~{}", stem(form)), Worth::Light),
        None => {}
    }
    let stem = stem(form);
    if let Some(name) = lists.forms.get(form).or_else(|| lists.stems.get(&stem)?.as_ref()) {
        return ((*name).to_owned(), Worth::Heavy);
    }
    if lists.light_stems.contains(&stem) { (format!("~{stem}"), Worth::Light) } else { (stem, Worth::Heavy) }
}

/// The keys that may follow a form, each with the family that both words then have.
pub(super) type Phrases = &'static [(String, &'static str)];

/// The phrases that begin with this form.
pub(super) fn phrases(first: &str) -> Phrases {
    LISTS.phrases.get(&stem(first)).map_or(&[], Vec::as_slice)
}

/// The family of two words in a row: the first's phrases, the second's key.
pub(super) fn phrase(first: Phrases, second: &str) -> Option<&'static str> {
    // keys of words that say little begin with a mark
    let second = second.trim_start_matches('~');
    first.iter().find(|(key, _)| key == second).map(|(_, name)| *name)
}

/// True when `form` itself stands in a family.
pub(crate) fn has_family(form: &str) -> bool {
    LISTS.forms.contains_key(form)
}

struct Lists {
    /// Every listed form, and its plural.
    forms: WordMap<String, &'static str>,
    /// Stems of listed forms; `None` where two families have it.
    stems: WordMap<String, Option<&'static str>>,
    worth: WordMap<&'static str, Worth>,
    light_stems: HashSet<String>,
    /// By the stem of the first of two words: the stem or family of the second, and whose family both are.
    phrases: WordMap<String, Vec<(String, &'static str)>>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let mut forms = WordMap::default();
    let mut stems: WordMap<String, Option<&'static str>> = WordMap::default();
    let mut pairs = Vec::new();
    let families = include_str!("../../data/families.txt").lines().filter(|line| !line.starts_with('#'));
    for line in families {
        let mut words = line.split(' ').filter(|word| !word.is_empty());
        let Some(name) = words.clone().next() else { continue };
        for word in words.by_ref() {
            if let Some(pair) = word.split_once('+') {
                pairs.push((pair, name));
                continue;
            }
            let form = word.replace('-', "");
            let known = stems.entry(stem(&form)).or_insert(Some(name));
            *known = known.filter(|other| *other == name);
            forms.insert(format!("{form}s"), name);
            forms.insert(form, name);
        }
    }
    let mut worth = WordMap::default();
    for line in include_str!("../../data/light-words.txt").lines().filter(|line| !line.starts_with('#')) {
        let Some((class, words)) = line.split_once('\t') else { continue };
        let class = if class == "empty" { Worth::Empty } else { Worth::Light };
        worth.extend(words.split(' ').map(|word| (word, class)));
    }
    let light_stems = worth.iter().filter(|(_, class)| **class == Worth::Light).map(|(word, _)| stem(word)).collect();
    let mut phrases: WordMap<String, Vec<(String, &'static str)>> = WordMap::default();
    for ((first, second), name) in pairs {
        let second = forms.get(second).map_or_else(|| stem(second), |family| (*family).to_owned());
        phrases.entry(stem(first)).or_default().push((second, name));
    }
    Lists { forms, stems, worth, light_stems, phrases }
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_family_have_one_key() {
        for (one, other) in [("rerun", "revote"), ("slain", "died"), ("arrests", "detained"), ("walked", "walking")] {
            assert_eq!(key_of(one).0, key_of(other).0, "{one} {other}");
        }
    }

    #[test]
    fn a_listed_form_goes_before_its_stem() {
        assert_ne!(key_of("supporters").0, key_of("supported").0);
    }

    #[test]
    fn two_words_in_a_row_can_have_a_family() {
        assert_eq!(phrase(phrases("new"), &key_of("elections").0), Some("revote"));
        assert_eq!(phrase(phrases("steps"), "down"), Some("resign"));
        assert_eq!(phrase(phrases("old"), &key_of("elections").0), None);
        assert_eq!(phrase(phrases("issued"), &key_of("call").0), Some("urge"));
    }

    #[test]
    fn words_that_say_little_are_known() {
        assert_eq!(key_of("the").1, Worth::Empty);
        assert_eq!(key_of("weeks").1, Worth::Light);
        assert_eq!(key_of("bakery").1, Worth::Heavy);
    }
}
