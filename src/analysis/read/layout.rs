//! Writes the blocks of a marked-up file one under the other, and keeps what its markup said they are.

use crossread_corpus::{article::BlockKind, span::Span};

/// The text of an article as it grows, block by block.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Layout {
    /// Blocks with an empty line between them; the entries of a list and the rows of a table with a line end.
    pub(super) text: String,
    /// The blocks whose kind is known, sorted by start.
    pub(super) marked: Vec<(Span, BlockKind)>,
    /// The last block is a line of a list or table.
    after_line: bool,
}

impl Layout {
    /// Adds a block; nothing when it is blank. `line` says that it is one line of a list or table.
    pub(super) fn push(&mut self, block: &str, kind: Option<BlockKind>, line: bool) {
        let block = block.trim();
        if super::decode::is_blank(block) {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str(if line && self.after_line { "\n" } else { "\n\n" });
        }
        let start = self.text.len();
        self.text.push_str(block);
        self.marked.extend(kind.map(|kind| (Span::of(start, self.text.len()), kind)));
        self.after_line = line;
    }
}
