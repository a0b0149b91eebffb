//! A text cut into words, numbers and marks, and the small questions the date rules ask about them.

use crossread_corpus::span::Span;
use std::{collections::BTreeSet, ops::RangeInclusive, sync::LazyLock};

/// A run of letters, a run of ASCII digits, or one other character; white space is left out.
pub(super) struct Piece {
    pub(super) start: usize,
    pub(super) end: usize,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    Number,
    Mark,
}

/// The pieces of `text`, in order.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let bytes = text.as_bytes();
    let mut found: Vec<Piece> = Vec::with_capacity(text.len() / 5);
    let mut start = 0;
    while let Some(byte) = bytes.get(start) {
        let run = |is_inside: fn(&u8) -> bool| {
            let rest = &bytes[start..];
            start + rest.iter().position(|byte| !is_inside(byte)).unwrap_or(rest.len())
        };
        let (kind, end) = match byte {
            b' ' | b'\n' => {
                start += 1;
                continue;
            }
            b'a'..=b'z' | b'A'..=b'Z' => (Kind::Word, run(u8::is_ascii_alphabetic)),
            b'0'..=b'9' => (Kind::Number, run(u8::is_ascii_digit)),
            _ => {
                let Some(char) = text[start..].chars().next() else { break };
                let end = start + char.len_utf8();
                if char.is_whitespace() {
                    start = end;
                    continue;
                }
                (if char.is_alphabetic() { Kind::Word } else { Kind::Mark }, end)
            }
        };
        match found.last_mut() {
            Some(last) if last.end == start && last.kind == kind && kind != Kind::Mark => last.end = end,
            _ => found.push(Piece { start, end, kind }),
        }
        start = end;
    }
    found
}

/// The pieces with their text; every question about a place past the end is answered with no.
pub(super) struct Scanner<'a> {
    pub(super) text: &'a str,
    pub(super) pieces: &'a [Piece],
}

impl<'a> Scanner<'a> {
    fn of_kind(&self, at: usize, kind: Kind) -> Option<&'a str> {
        self.pieces.get(at).filter(|piece| piece.kind == kind).map(|piece| piece.of(self.text))
    }

    /// The word here.
    pub(super) fn word(&self, at: usize) -> Option<&'a str> {
        self.of_kind(at, Kind::Word)
    }

    /// The digits here.
    pub(super) fn digits(&self, at: usize) -> Option<&'a str> {
        self.of_kind(at, Kind::Number)
    }

    /// The mark here.
    pub(super) fn mark(&self, at: usize) -> Option<&'a str> {
        self.of_kind(at, Kind::Mark)
    }

    pub(super) fn is_word(&self, at: usize, word: &str) -> bool {
        self.word(at).is_some_and(|here| here.eq_ignore_ascii_case(word))
    }

    pub(super) fn is_mark(&self, at: usize, mark: &str) -> bool {
        self.mark(at) == Some(mark)
    }

    /// True when the word here begins with a capital.
    pub(super) fn capital(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.starts_with(char::is_uppercase))
    }

    /// The number here, if it has so many digits.
    pub(super) fn number(&self, at: usize, digits: RangeInclusive<usize>) -> Option<i8> {
        self.digits(at).filter(|text| digits.contains(&text.len())).and_then(|text| text.parse().ok())
    }

    /// The four-digit year here: 1000 to 2999.
    pub(super) fn year(&self, at: usize) -> Option<i16> {
        self.digits(at).filter(|text| text.len() == 4)?.parse().ok().filter(|year| (1000..3000).contains(year))
    }

    /// True when no white space stands between pieces `from` and `to`.
    pub(super) fn glued(&self, from: usize, to: usize) -> bool {
        (from..to).all(|at| match (self.pieces.get(at), self.pieces.get(at + 1)) {
            (Some(one), Some(next)) => one.end == next.start,
            _ => false,
        })
    }

    /// True when the piece hangs on a letter, a digit or a decimal mark before it, so that nothing starts here.
    pub(super) fn inside_a_word(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|before| self.glued(*before, at)) else { return false };
        match self.pieces[before].kind {
            Kind::Word => !self.is_word(before, "T"), // the T of an ISO time
            Kind::Number => self.pieces[at].kind == Kind::Number,
            Kind::Mark => {
                matches!(self.mark(before), Some("." | "," | "$" | "€" | "£"))
                    && self.digits(at).is_some()
                    && before.checked_sub(1).is_none_or(|one| self.digits(one).is_some() && self.glued(one, before))
            }
        }
    }

    /// True when another number hangs on the one here by a mark: `1.10.2020.4`.
    pub(super) fn continues(&self, at: usize) -> bool {
        matches!(self.mark(at + 1), Some("." | "-" | "/")) && self.glued(at, at + 2) && self.digits(at + 2).is_some()
    }

    /// Past `st`, `nd`, `rd` or `th` glued to the number before `at`.
    pub(super) fn after_ordinal(&self, at: usize) -> usize {
        let ordinal = self
            .word(at)
            .is_some_and(|word| ["st", "nd", "rd", "th"].iter().any(|ending| word.eq_ignore_ascii_case(ending)));
        at + usize::from(ordinal && self.glued(at - 1, at))
    }

    /// True when the number here is the hour of a time: `9:47`.
    pub(super) fn begins_clock(&self, at: usize) -> bool {
        self.is_mark(at + 1, ":") && self.glued(at, at + 2) && self.digits(at + 2).is_some()
    }

    /// `am`, `p.m.`: whether it is the afternoon, and the piece after it.
    pub(super) fn half_of_day(&self, at: usize) -> Option<(bool, usize)> {
        let letter = self.word(at)?.to_lowercase();
        if matches!(letter.as_str(), "am" | "pm") {
            return Some((letter == "pm", at + 1));
        }
        let dotted = matches!(letter.as_str(), "a" | "p") && self.is_mark(at + 1, ".") && self.is_word(at + 2, "m");
        (dotted && self.glued(at, at + 2))
            .then(|| (letter == "p", at + 3 + usize::from(self.is_mark(at + 3, ".") && self.glued(at + 2, at + 3))))
    }

    /// The time zone here (an abbreviation, an offset, or one after the other) and the piece after it.
    pub(super) fn zone(&self, at: usize) -> Option<(Span, usize)> {
        static ZONES: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
            let lines = include_str!("../../data/zones.txt").lines();
            lines.filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
        });
        if self.is_mark(at, "(") {
            let (zone, next) = self.zone(at + 1)?;
            return self.is_mark(next, ")").then_some((zone, next + 1));
        }
        let mut next = at;
        if let Some(word) = self.word(at) {
            let utc = word == "Z" && self.glued(at - 1, at);
            if !utc && !ZONES.contains(word) {
                return None;
            }
            next += 1;
        }
        let named = next > at;
        if matches!(self.mark(next), Some("+" | "-" | "−"))
            && (self.glued(next - 1, next) || !self.is_mark(next, "-"))
            && self.glued(next, next + 1)
            && let Some(digits) = self.digits(next + 1)
        {
            let minutes = self.begins_clock(next + 1);
            if minutes || digits.len() == 4 || (named && digits.len() <= 2) {
                next += if minutes { 4 } else { 2 };
            }
        }
        (next > at).then(|| (Span::of(self.pieces[at].start, self.pieces[next - 1].end), next))
    }
}
