//! From the word a reader types to the forms that answer it: itself, its inflections, other spellings, typing errors.

use super::{Index, skeleton::skeleton};
use crate::order::sort_by;
use rust_stemmers::{Algorithm, Stemmer};
use strsim::osa_distance;

/// How a form answers a word.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Match {
    /// The same folded form.
    Exact,
    /// The same English stem (Porter 2).
    Stem,
    /// It begins with the word, and the reader asked for that.
    Prefix,
    /// It begins with the word, which the reader may still be typing.
    Unfinished,
    /// Another spelling of the same name, or of the same acronym.
    Spelling,
    /// One typing error away (Damerau 1964: a letter more, less, other, or two swapped).
    Typo,
    /// Two typing errors away.
    Typos,
}

impl Match {
    /// What an occurrence counts beside an exact one.
    pub const fn weight(self) -> f32 {
        match self {
            Self::Exact => 1.0,
            Self::Stem => 0.9,
            Self::Prefix | Self::Unfinished => 0.8,
            Self::Spelling => 0.7,
            Self::Typo => 0.5,
            Self::Typos => 0.3,
        }
    }

    /// True when the word stands there as asked; false when something was forgiven.
    pub const fn as_asked(self) -> bool {
        matches!(self, Self::Exact | Self::Stem | Self::Prefix)
    }
}

/// How far a word may be from what it finds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Widening {
    /// The folded form and nothing else.
    Exact,
    /// Every form that begins with it.
    Prefix,
    /// Inflections, other spellings and typing errors.
    Forgiving,
    /// The same, and if no form has the word or its stem, every form that begins with it.
    Unfinished,
}

/// The English stem of a folded form.
pub fn stem(form: &str) -> String {
    Stemmer::create(Algorithm::English).stem(form).into_owned()
}

/// How `form` answers `word` by itself (both folded), whatever else the dictionary holds: the definition that
/// [`Index::expand`] must agree with. `name` says that the form is written with a capital inside sentences.
pub fn matches(word: &str, form: &str, name: bool, widening: Widening) -> Option<Match> {
    match widening {
        _ if word == form => Some(Match::Exact),
        Widening::Exact => None,
        Widening::Prefix => form.starts_with(word).then_some(Match::Prefix),
        Widening::Forgiving | Widening::Unfinished => {
            if stem(word) == stem(form) {
                Some(Match::Stem)
            } else if same_acronym(word, form) || (name && same_name(word, form)) {
                Some(Match::Spelling)
            } else {
                typing_errors(word, form)
            }
        }
    }
}

/// "us" and "u.s".
fn same_acronym(word: &str, form: &str) -> bool {
    let dotted = |text: &str| text.contains('.') && !text.contains(|letter: char| letter.is_ascii_digit());
    (dotted(word) || dotted(form))
        && word.chars().filter(|letter| *letter != '.').eq(form.chars().filter(|letter| *letter != '.'))
}

/// Equal skeletons; for names short of consonants also few different letters.
fn same_name(word: &str, form: &str) -> bool {
    word.len().abs_diff(form.len()) <= 3
        && skeleton(word).is_some_and(|key| {
            skeleton(form).as_ref() == Some(&key) && (key.len() > 3 || osa_distance(word, form) <= 2)
        })
}

/// How many typing errors a word of this many letters is forgiven.
const fn forgiven(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// One or two errors, by the word's length; numbers are never forgiven any, and an error in the first letter counts
/// twice, unless the first two are swapped.
fn typing_errors(word: &str, form: &str) -> Option<Match> {
    let letters = word.chars().count();
    let allowed = forgiven(letters);
    let form_letters = form.chars().count();
    let digits = |text: &str| text.contains(|letter: char| letter.is_numeric());
    if allowed == 0 || form_letters < 4 || letters.abs_diff(form_letters) > allowed || digits(word) || digits(form) {
        return None;
    }
    let mut errors = osa_distance(word, form);
    let (mut left, mut right) = (word.chars(), form.chars());
    let (left, right) = ((left.next(), left.next()), (right.next(), right.next()));
    if left.0 != right.0 && (left.0 != right.1 || left.1 != right.0) {
        errors += 1;
    }
    match errors {
        1 => Some(Match::Typo),
        2 if allowed == 2 => Some(Match::Typos),
        _ => None,
    }
}

impl Index {
    /// The forms that answer `word` (folded), each with how, sorted by form.
    pub fn expand(&self, word: &str, widening: Widening) -> Vec<(usize, Match)> {
        let mut found: Vec<(usize, Match)> = Vec::new();
        let mut add = |form: usize, how: Match| {
            if !found.iter().any(|(known, _)| *known == form) {
                found.push((form, how));
            }
        };
        if let Some(form) = self.forms.find(word) {
            add(form, Match::Exact);
        }
        if widening == Widening::Prefix {
            self.forms.starting_with(word).for_each(|form| add(form, Match::Prefix));
        }
        if matches!(widening, Widening::Forgiving | Widening::Unfinished) {
            self.stems.of(&stem(word)).iter().for_each(|form| add(*form as usize, Match::Stem));
            self.other_spellings(word).for_each(|form| add(form, Match::Spelling));
            self.misspellings(word).for_each(|(form, how)| add(form, how));
        }
        let asked = found.iter().any(|(_, how)| how.as_asked());
        if widening == Widening::Unfinished && !asked && word.chars().count() > 1 {
            let begun = self.forms.starting_with(word);
            found.retain(|(form, _)| !begun.contains(form));
            found.extend(begun.map(|form| (form, Match::Unfinished)));
        }
        sort_by(&mut found, Ord::cmp);
        found
    }

    fn other_spellings(&self, word: &str) -> impl Iterator<Item = usize> {
        let names = skeleton(word).map(|key| self.skeletons.of(&key)).unwrap_or_default();
        let names = names.iter().map(|form| *form as usize).filter(move |form| same_name(word, self.forms.get(*form)));
        let dotted: String = word.chars().flat_map(|letter| [letter, '.']).collect();
        let plain: String = word.chars().filter(|letter| *letter != '.').collect();
        let acronyms = [self.forms.find(dotted.trim_end_matches('.')), self.forms.find(&plain)];
        names.chain(acronyms.into_iter().flatten().filter(move |form| same_acronym(word, self.forms.get(*form))))
    }

    fn misspellings(&self, word: &str) -> impl Iterator<Item = (usize, Match)> {
        let allowed = forgiven(word.chars().count());
        let letters = letters_of(word);
        let most = if allowed == 0 { 0 } else { self.forms.len() };
        (0..most).filter_map(move |number| {
            let form = self.forms.get(number);
            // A letter more, less or other changes at most two bits; bytes differ at most by four a letter.
            let near = form.len().abs_diff(word.len()) <= 4 * allowed
                && (letters_of(form) ^ letters).count_ones() as usize <= 2 * allowed;
            near.then(|| typing_errors(word, form)).flatten().map(|how| (number, how))
        })
    }
}

/// A bit for each letter a–z the word has, one for all others.
fn letters_of(word: &str) -> u32 {
    word.bytes().fold(0, |bits, byte| bits | 1 << if byte.is_ascii_lowercase() { u32::from(byte - b'a') } else { 26 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_forgiven_by_their_length() {
        use Match::{Exact, Spelling, Stem, Typo, Typos};
        for (word, form, name, how) in [
            ("vote", "vote", false, Some(Exact)),
            ("vote", "votes", false, Some(Stem)),
            ("goverment", "government", false, Some(Typo)),
            ("recieve", "receive", false, Some(Typo)),
            ("parlaiment", "parliament", false, Some(Typo)),
            ("parlament", "parliamentx", false, Some(Typos)),
            ("waht", "what", false, Some(Typo)),
            ("hwat", "what", false, Some(Typo)),
            ("paid", "said", false, None),
            ("cat", "car", false, None),
            ("2019", "2018", false, None),
            ("us", "u.s", false, Some(Spelling)),
            ("mohammed", "muhammad", true, Some(Spelling)),
            ("kiev", "kyiv", true, Some(Spelling)),
            ("kiev", "kyiv", false, None),
        ] {
            assert_eq!(matches(word, form, name, Widening::Forgiving), how, "{word}, {form}");
        }
    }
}
