//! Terms: numbers for what segments are compared by, a name's or a word's.

use super::family::{Phrases, Worth, key_of, phrases};
use crate::find::hashed::{NumberMap, WordMap};
use crossread_corpus::{index::fold::fold, span::Span};
use std::rc::Rc;

/// A name over all articles, or a word by the key of its family or stem.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct Term(pub(crate) u32);

/// A term and where it stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Use {
    /// What.
    pub(crate) term: Term,
    /// Where.
    pub(crate) span: Span,
    /// In how many segments of its article.
    pub(crate) count: u32,
    /// True within the words that name who speaks.
    pub(crate) source: bool,
    /// True for a word that only says who a name is: "the *harbour master* Jane Roe".
    pub(crate) describes: bool,
    /// True where its clause says that it is not so, or is refused.
    pub(crate) denied: bool,
}

/// What a word is compared by, looked up once for every form.
#[derive(Clone, Debug)]
pub(super) struct Keyed {
    pub(super) key: Rc<str>,
    pub(super) worth: Worth,
    pub(super) phrases: Phrases,
}

/// The terms met so far.
#[derive(Debug, Default)]
pub(super) struct Terms {
    /// Of names over all articles, by their numbers.
    names: NumberMap<u32, Term>,
    /// Of names that nothing is known of, folded.
    spellings: WordMap<String, Term>,
    /// Of words, by the key of their family or stem.
    words: WordMap<String, Term>,
    /// Of all terms; a name has none.
    worth: Vec<Option<Worth>>,
    keyed: WordMap<String, Keyed>,
}

impl Terms {
    /// The key and the worth of a folded form.
    pub(super) fn keyed(&mut self, form: &str) -> Keyed {
        if let Some(known) = self.keyed.get(form) {
            return known.clone();
        }
        let (key, worth) = key_of(form);
        let keyed = Keyed { key: key.into(), worth, phrases: phrases(form) };
        self.keyed.insert(form.to_owned(), keyed.clone());
        keyed
    }

    /// How many.
    pub(super) const fn len(&self) -> usize {
        self.worth.len()
    }

    pub(super) fn is_name(&self, term: Term) -> bool {
        self.worth[term.0 as usize].is_none()
    }

    /// What it is worth as a word; a name is worth a heavy one.
    pub(super) fn worth(&self, term: Term) -> Worth {
        self.worth[term.0 as usize].unwrap_or(Worth::Heavy)
    }

    pub(super) fn name(&mut self, linked: u32) -> Term {
        *self.names.entry(linked).or_insert_with(|| next(&mut self.worth, None))
    }

    pub(super) fn spelling(&mut self, written: &str) -> Term {
        *self.spellings.entry(fold(written)).or_insert_with(|| next(&mut self.worth, None))
    }

    pub(super) fn worded(&mut self, key: &str, worth: Worth) -> Term {
        self.words.get(key).copied().unwrap_or_else(|| {
            let term = next(&mut self.worth, Some(worth));
            self.words.insert(key.to_owned(), term);
            term
        })
    }

    pub(super) fn known_name(&self, linked: u32) -> Option<Term> {
        self.names.get(&linked).copied()
    }

    pub(super) fn word(&self, key: &str) -> Option<Term> {
        self.words.get(key).copied()
    }
}

/// A new term of this worth.
fn next(worths: &mut Vec<Option<Worth>>, worth: Option<Worth>) -> Term {
    let term = Term(u32::try_from(worths.len()).expect("fewer terms than bytes"));
    worths.push(worth);
    term
}
