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
        let written = written.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = written.replace('’', "'").to_lowercase();
        let text = text.strip_prefix("the ").unwrap_or(&text).to_owned();
        Self { kind, text, written }
    }

    /// Its words, without "Jr" and the like.
    fn words(&self) -> Vec<&str> {
        let mut words: Vec<&str> = self.text.split(' ').collect();
        if words.len() > 1 && matches!(words[words.len() - 1], "jr" | "jr." | "sr" | "sr." | "ii" | "iii" | "iv") {
            words.pop();
        }
        words
    }

    fn is_acronym(&self) -> bool {
        let letters = self.written.replace('.', "");
        letters.len() > 1 && letters.bytes().all(|b| b.is_ascii_uppercase())
    }

    /// The initials of its capital words: "european union" gives "EU".
    fn initials(&self) -> String {
        let words = self.written.split([' ', '-']).filter_map(|word| word.chars().next());
        words.filter(|c| c.is_uppercase()).collect()
    }

    /// How full it is: of names for one thing the fullest is shown.
    pub(crate) fn fullness(&self) -> (usize, usize) {
        (self.words().len(), if self.is_acronym() { 0 } else { self.text.len() })
    }
}

/// The rule by which each pair of names is one: [`short_for`] for many names, each looked at once.
pub(crate) struct Pairs<'a>(Vec<(&'a Name, Vec<&'a str>)>);

impl<'a> Pairs<'a> {
    /// Of these names.
    pub(crate) fn of(names: impl Iterator<Item = &'a Name>) -> Self {
        Self(names.map(|name| (name, name.words())).collect())
    }

    /// The rule by which name `short` means the same as the fuller name `full`, both by their numbers.
    pub(crate) fn rule(&self, short: usize, full: usize) -> Option<&'static str> {
        let ((short, few), (full, many)) = (&self.0[short], &self.0[full]);
        compared(short, few, full, many)
    }
}

/// The rule by which `short` means the same as the fuller `full`; `None` when it does not.
///
/// A first name alone is never enough.
pub(crate) fn short_for(short: &Name, full: &Name) -> Option<&'static str> {
    compared(short, &short.words(), full, &full.words())
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
