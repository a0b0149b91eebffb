//! Where something stands: a range of one article's text, and that range with its article.

use crate::article::ArticleKey;
use serde::{Deserialize, Serialize};

/// Half-open range of UTF-8 bytes in one article's text; both ends lie on char boundaries.
///
/// The fields are private so that `start <= end` always holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "(u32, u32)", into = "(u32, u32)")]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The range from byte `start` up to, not including, byte `end`.
    ///
    /// # Panics
    /// If `start > end`: a caller's mistake, never a matter of input.
    pub const fn new(start: u32, end: u32) -> Self {
        assert!(start <= end, "a span starts before it ends");
        Self { start, end }
    }

    /// The same from `usize` offsets, as string methods give them.
    ///
    /// # Panics
    /// If an offset exceeds `u32::MAX` (readers refuse texts that long) or `start > end`.
    pub fn of(start: usize, end: usize) -> Self {
        let small = |offset| u32::try_from(offset).expect("readers refuse texts over 4 GB");
        Self::new(small(start), small(end))
    }

    /// First byte.
    pub const fn start(self) -> u32 {
        self.start
    }

    /// The byte after the last.
    pub const fn end(self) -> u32 {
        self.end
    }

    /// Length in bytes.
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// True when the span holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// As a range that slices a string.
    pub const fn range(self) -> core::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The text the span covers; `None` when it does not fit `text`.
    pub fn slice(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }

    /// True when `other` lies wholly inside.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// True when the two share at least one byte.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The same range without the white space at its ends; empty, at its start, when there is nothing else.
    pub fn trimmed(self, text: &str) -> Span {
        let inner = &text[self.range()];
        let from = self.start as usize + (inner.len() - inner.trim_start().len());
        Span::of(from, from + inner.trim().len())
    }
}

impl TryFrom<(u32, u32)> for Span {
    type Error = &'static str;

    fn try_from((start, end): (u32, u32)) -> Result<Self, Self::Error> {
        if start <= end { Ok(Self { start, end }) } else { Err("a span ends before it starts") }
    }
}

impl From<Span> for (u32, u32) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

/// A span and whose text it is in: anywhere a reader can be taken.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Anchor {
    /// The article the span is in.
    pub article: ArticleKey,
    /// The range in that article's text.
    pub span: Span,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trimming_keeps_offsets_into_the_same_text() {
        let text = "a \u{a0}b c \n";
        let span = Span::of(1, text.len()).trimmed(text);
        assert_eq!(span.slice(text), Some("b c"));
        assert!(Span::of(1, 3).trimmed("a   ").is_empty());
    }

    #[test]
    fn a_span_that_does_not_fit_slices_to_nothing() {
        assert_eq!(Span::new(1, 9).slice("short"), None);
        assert_eq!(Span::new(1, 2).slice("é"), None, "not a char boundary");
    }

    #[test]
    fn a_reversed_span_is_refused_when_decoded() {
        assert!(Span::try_from((4, 3)).is_err());
    }
}
