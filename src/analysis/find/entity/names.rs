//! When two names of one article mean one: a family name after the full name, a short form, an acronym.

use crossread_corpus::mention::EntityKind;

/// A name as the rules compare it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Name {
    /// What it names.
    pub(crate) kind: EntityKind,
    /// In small letters, single spaces.
    pub(crate) text: String,
    /// As written, for acronyms.
    pub(crate) written: String,
}

impl Name {
    /// The name `written` of a `kind`.
    pub(crate) fn new(kind: EntityKind, written: &str) -> Self {
        // as most names are
        let is_word = |word: &str| !word.is_empty() && !word.contains(char::is_whitespace);
        let (written, mut text) = if written.is_ascii() && written.split(' ').all(is_word) {
            (written.to_owned(), written.to_ascii_lowercase())
        } else {
            let written = written.split_whitespace().collect::<Vec<_>>().join(" ");
            let text = written.replace('’', "'").to_lowercase();
            (written, text)
        };
        if text.starts_with("the ") {
            text.drain(..4);
        }
        Self { kind, text, written }
    }

    /// Its words, without "Jr" and the like.
    fn words(&self) -> impl Iterator<Item = &str> {
        let behind = |last: &str| matches!(last, "jr" | "jr." | "sr" | "sr." | "ii" | "iii" | "iv");
        let most = self.text.rsplit_once(' ').filter(|(_, last)| behind(last));
        most.map_or(self.text.as_str(), |(most, _)| most).split(' ')
    }

    fn is_acronym(&self) -> bool {
        let mut letters = self.written.bytes().filter(|b| *b != b'.');
        letters.clone().count() > 1 && letters.all(|b| b.is_ascii_uppercase())
    }

    /// The initials of its capital words: "european union" gives "EU".
    fn initials(&self) -> String {
        let words = self.written.split([' ', '-']).filter_map(|word| word.chars().next());
        words.filter(|c| c.is_uppercase()).collect()
    }

    /// How full it is: of names for one thing the fullest is shown.
    pub(crate) fn fullness(&self) -> (usize, usize) {
        (self.words().count(), if self.is_acronym() { 0 } else { self.text.len() })
    }
}

/// The rule by which each pair of names is one: [`short_for`] for many names, each looked at once.
pub(crate) struct Pairs<'a> {
    names: Vec<(&'a Name, Vec<&'a str>)>,
    /// What a fuller name is found by, and its number; sorted.
    filed: Vec<(Handle<'a>, usize)>,
}

/// What two names must have in common for any rule to make them one.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Handle<'a> {
    /// Of a person: the last word.
    Person(&'a str),
    /// Of an organisation: the first word.
    Organisation(&'a str),
    /// Of an organisation: the letters of its acronym.
    Acronym(String),
}

impl<'a> Pairs<'a> {
    /// Of these names.
    pub(crate) fn of(names: impl Iterator<Item = &'a Name>) -> Self {
        let names: Vec<(&Name, Vec<&str>)> = names.map(|name| (name, name.words().collect())).collect();
        let mut filed = Vec::with_capacity(names.len());
        for (number, (name, words)) in names.iter().enumerate().filter(|(_, (_, words))| words.len() > 1) {
            match name.kind {
                EntityKind::Person => filed.push((Handle::Person(words[words.len() - 1]), number)),
                EntityKind::Organisation => {
                    filed.push((Handle::Organisation(words[0]), number));
                    filed.push((Handle::Acronym(name.initials()), number));
                }
                _ => {}
            }
        }
        filed.sort_unstable();
        Self { names, filed }
    }

    /// The numbers of the names that name `short` can be short for, in order: every one for which there is a rule.
    pub(crate) fn fuller(&self, short: usize) -> impl Iterator<Item = usize> {
        let (name, words) = &self.names[short];
        let handle = match name.kind {
            EntityKind::Person => words.last().map(|last| Handle::Person(last)),
            EntityKind::Organisation if name.is_acronym() => Some(Handle::Acronym(name.written.replace('.', ""))),
            EntityKind::Organisation => words.first().map(|first| Handle::Organisation(first)),
            _ => None,
        };
        let from = self.filed.partition_point(|(filed, _)| handle.as_ref().is_some_and(|handle| filed < handle));
        let near = self.filed[from..].iter().take_while(move |(filed, _)| handle.as_ref() == Some(filed));
        near.map(|(_, number)| *number).filter(move |number| *number != short)
    }

    /// The rule by which name `short` means the same as the fuller name `full`, both by their numbers.
    pub(crate) fn rule(&self, short: usize, full: usize) -> Option<&'static str> {
        let ((short, few), (full, many)) = (&self.names[short], &self.names[full]);
        compared(short, few, full, many)
    }
}

/// The rule by which `short` means the same as the fuller `full`; `None` when it does not.
///
/// A first name alone is never enough.
pub(crate) fn short_for(short: &Name, full: &Name) -> Option<&'static str> {
    compared(short, &short.words().collect::<Vec<_>>(), full, &full.words().collect::<Vec<_>>())
}

fn compared(short: &Name, few: &[&str], full: &Name, many: &[&str]) -> Option<&'static str> {
    match (short.kind, full.kind) {
        (EntityKind::Person, EntityKind::Person) => {
            let last = few.last() == many.last();
            if few.len() == 1 && many.len() > 1 {
                return last.then_some("last-name-of-full-name");
            }
            // "van der Roe" after "Jan van der Roe"
            if few.len() > 1 && many.len() > few.len() && many.ends_with(few) {
                return Some("last-name-of-full-name");
            }
            // "Jane Roe", "Jane A. Roe", "J. Roe"
            let first = few.first() == many.first()
                || few
                    .first()
                    .zip(many.first())
                    .is_some_and(|(one, other)| one.len() <= 2 && one.ends_with('.') && other.starts_with(&one[..1]));
            (few.len() > 1 && many.len() >= few.len() && few != many && last && first).then_some("middle-name-left-out")
        }
        (EntityKind::Organisation, EntityKind::Organisation) => {
            if short.is_acronym() && many.len() > 1 {
                return (short.written.replace('.', "") == full.initials()).then_some("acronym-of-long-form");
            }
            // "Acme" after "Acme Corp."
            let suffix = many.len() > few.len()
                && many.starts_with(few)
                && matches!(
                    many[few.len()],
                    "inc"
                        | "inc."
                        | "corp"
                        | "corp."
                        | "co"
                        | "co."
                        | "ltd"
                        | "ltd."
                        | "plc"
                        | "llc"
                        | "ag"
                        | "sa"
                        | "nv"
                        | "group"
                        | "company"
                        | "corporation"
                        | "holdings"
                        | "motors"
                        | "airlines"
                        | "bank"
                );
            suffix.then_some("short-form-of-long-form")
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use EntityKind::{Organisation, Person};

    fn check(kind: EntityKind, short: &str, full: &str, expected: Option<&str>) {
        assert_eq!(short_for(&Name::new(kind, short), &Name::new(kind, full)), expected, "{short} / {full}");
    }

    /// Every pair that a rule joins is among those that are looked at.
    #[test]
    fn no_fuller_name_is_overlooked() {
        let written = [
            "Roe",
            "Jane Roe",
            "Jane A. Roe",
            "J. Roe",
            "Jan van der Roe",
            "van der Roe",
            "Frank Roe Jr.",
            "EU",
            "U.N.",
            "European Union",
            "United Nations",
            "Zorblax",
            "Zorblax Inc.",
            "Zorblax Group",
            "Zorblax Foundation",
        ];
        let names: Vec<Name> =
            [Person, Organisation].iter().flat_map(|kind| written.map(|name| Name::new(*kind, name))).collect();
        let pairs = Pairs::of(names.iter());
        for short in 0..names.len() {
            let joined = |full: &usize| *full != short && pairs.rule(short, *full).is_some();
            let all: Vec<usize> = (0..names.len()).filter(joined).collect();
            assert_eq!(pairs.fuller(short).filter(joined).collect::<Vec<_>>(), all, "{:?}", names[short]);
        }
    }

    #[test]
    fn people() {
        check(Person, "Roe", "Jane Roe", Some("last-name-of-full-name"));
        check(Person, "Jane", "Jane Roe", None);
        check(Person, "Jane Roe", "Jane A. Roe", Some("middle-name-left-out"));
        check(Person, "Jane Roe", "Jane Doe", None);
        check(Person, "John Roe", "Jane Roe", None);
        check(Person, "Roe", "Frank Roe Jr.", Some("last-name-of-full-name"));
    }

    #[test]
    fn organisations() {
        check(Organisation, "EU", "European Union", Some("acronym-of-long-form"));
        check(Organisation, "U.N.", "United Nations", Some("acronym-of-long-form"));
        check(Organisation, "Zorblax", "Zorblax Inc.", Some("short-form-of-long-form"));
        check(Organisation, "Zorblax", "Zorblax Foundation", None);
    }
}
