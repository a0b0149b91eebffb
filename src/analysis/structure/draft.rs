//! An article's lines while the rules are at work on them: what is named so far and where the story begins.

use super::{line::Line, wrap};
use crossread_corpus::{article::BlockKind, span::Span};

/// The lines and what they have been named, with the rule's name.
pub(super) struct Draft<'a> {
    pub(super) text: &'a str,
    pub(super) lines: Vec<Line<'a>>,
    pub(super) kinds: Vec<Option<(BlockKind, &'static str)>>,
}

impl<'a> Draft<'a> {
    /// Cuts the text into lines, those that markup gives first.
    pub(super) fn new(text: &'a str, marked: &[(Span, BlockKind)]) -> Self {
        let mut draft = Self { text, lines: Vec::new(), kinds: Vec::new() };
        let width = wrap::width(text);
        let mut at = 0;
        for &(span, kind) in marked {
            // A reader's mistake must not become a panic: what does not fit or overlaps is left to the rules.
            let Some(span) = span.slice(text).map(|_| span.trimmed(text)) else { continue };
            if span.is_empty() || span.start() < at {
                continue;
            }
            draft.push_lines(Span::new(at, span.start()), width);
            draft.lines.push(Line::new(text, span));
            draft.kinds.push(
                (kind != BlockKind::Paragraph && !matches!(kind, BlockKind::Repeat(_))).then_some((kind, "markup")),
            );
            at = span.end();
        }
        draft.push_lines(Span::of(at as usize, text.len()), width);
        draft
    }

    fn push_lines(&mut self, range: Span, width: Option<usize>) {
        for span in wrap::lines(self.text, range, width) {
            self.lines.push(Line::new(self.text, span));
            self.kinds.push(None);
        }
    }

    /// Names every line that has no name yet and for which `rule` gives one.
    pub(super) fn name_each(&mut self, kind: BlockKind, mut rule: impl FnMut(&Line<'a>) -> Option<&'static str>) {
        for (line, name) in self.lines.iter().zip(&mut self.kinds) {
            if name.is_none() {
                *name = rule(line).map(|rule| (kind, rule));
            }
        }
    }

    /// What line `at` has been named.
    pub(super) fn kind(&self, at: usize) -> Option<BlockKind> {
        self.kinds.get(at).copied().flatten().map(|(kind, _)| kind)
    }

    /// True when line `at` exists and has no name.
    pub(super) fn is_open(&self, at: usize) -> bool {
        self.kinds.get(at).is_some_and(Option::is_none)
    }

    /// True when line `at` is a piece of the story: open, and a full sentence.
    pub(super) fn is_story(&self, at: usize) -> bool {
        self.is_open(at) && self.lines[at].is_story()
    }

    /// The first line of the story as far as named so far; the number of lines when there is none.
    pub(super) fn first_story(&self) -> usize {
        (0..self.lines.len()).find(|at| self.is_story(*at)).unwrap_or(self.lines.len())
    }

    /// The last line of the story as far as named so far.
    pub(super) fn last_story(&self) -> Option<usize> {
        (0..self.lines.len()).rev().find(|at| self.is_story(*at))
    }
}
