//! What an expression is resolved on: the article's day, the day spoken of last, and the tense of its clause.

use super::super::figure::piece::Piece;
use crossread_corpus::{span::Span, time::CountedFrom};
use jiff::civil::Date;

/// Everything the rules read.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    /// The sentence.
    pub(super) pieces: &'a [Piece<'a>],
    /// The day the article was published.
    pub(super) anchor: Option<Date>,
    /// The day, or last day, of the expression before, and where that stands.
    pub(super) reference: Option<(Date, Span)>,
}

/// Whether a clause tells of what was or of what will be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Tense {
    /// Or not to be told.
    Past,
    /// "will", "is to", "plans to".
    Future,
}

impl<'a> Context<'a> {
    /// The word at `at` in small letters; empty past the ends.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.pieces.get(at).map_or("", |piece| piece.lower)
    }

    /// The word `by` places before `at`.
    pub(super) fn before(&self, at: usize, by: usize) -> &'a str {
        at.checked_sub(by).map_or("", |n| self.pieces[n].lower)
    }

    /// The day spoken of last, or else the article's own, with where it comes from.
    pub(super) fn day(&self) -> Option<(Date, CountedFrom)> {
        match (self.reference, self.anchor) {
            (Some((day, span)), _) => Some((day, CountedFrom::Expression(span))),
            (None, Some(day)) => Some((day, CountedFrom::Published)),
            (None, None) => None,
        }
    }

    /// The tense of the clause around the expression `from..to`; the past where nothing tells.
    pub(super) fn tense(&self, from: usize, to: usize) -> Tense {
        self.told_tense(from, to).unwrap_or(Tense::Past)
    }

    /// The same by the nearest telling word before the expression, or else behind it.
    pub(super) fn told_tense(&self, from: usize, to: usize) -> Option<Tense> {
        for at in (0..from).rev().take(24) {
            if let Some(tense) = self.telling(at) {
                return Some(tense);
            }
            if matches!(self.pieces[at].lower, ";" | ":") {
                break;
            }
        }
        for at in to..self.pieces.len().min(to + 10) {
            // "In June, she hosted …": the clause begins behind the comma
            let led = from <= 2 && at == to && self.pieces[at].lower == ",";
            if !led && matches!(self.pieces[at].lower, "," | ";" | "." | "”" | "\"") {
                break;
            }
            if let Some(tense) = self.telling(at) {
                return Some(tense);
            }
        }
        None
    }

    fn telling(&self, at: usize) -> Option<Tense> {
        let word = self.pieces[at].lower;
        let next = self.word(at + 1);
        match word {
            "will" | "'ll" | "’ll" | "would" | "shall" | "upcoming" | "scheduled" | "slated" | "due" | "plans"
            | "planned" | "planning" | "expected" | "expects" | "poised" | "tentatively" | "may" | "could"
            | "until" => Some(Tense::Future),
            "set" if matches!(next, "to" | "for") => Some(Tense::Future),
            "is" | "are" | "was" | "were" if next == "to" => Some(Tense::Future),
            "is" | "are" if self.word(at + 1).ends_with("ing") => Some(Tense::Future),
            "said" | "told" | "was" | "were" | "had" | "did" | "came" | "went" | "took" | "won" | "lost" | "made"
            | "met" | "began" | "held" | "left" | "fell" | "rose" | "got" | "gave" | "saw" | "spoke" | "struck"
            | "shot" | "led" | "hit" | "beat" | "wrote" | "became" | "ran" | "found" | "put" | "sent" | "died"
            | "after" | "since" => Some(Tense::Past),
            // "a contested convention" tells nothing
            _ if matches!(self.before(at, 1), "a" | "an" | "the" | "his" | "her" | "its" | "their") => None,
            _ => (word.len() > 4 && word.ends_with("ed") && self.pieces[at].is_word()).then_some(Tense::Past),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::super::figure::testing::pieces_of, *};

    /// The tense around the word "Friday".
    fn check(text: &str, expected: Tense) {
        pieces_of(text, |pieces| {
            let at = pieces.iter().position(|p| p.lower == "friday").expect("the text has a Friday");
            let context = Context { pieces, anchor: None, reference: None };
            assert_eq!(context.tense(at, at + 1), expected, "{text}");
        });
    }

    #[test]
    fn tenses() {
        check("They met on Friday.", Tense::Past);
        check("They will meet on Friday.", Tense::Future);
        check("They announced on Friday that they would meet.", Tense::Past);
        check("The summit on Friday is to be held here.", Tense::Future);
        check("She has scheduled a meeting for Friday.", Tense::Future);
        check("On Friday the rain stopped.", Tense::Past);
        check("They will turn at a contested meeting on Friday.", Tense::Future);
    }
}
