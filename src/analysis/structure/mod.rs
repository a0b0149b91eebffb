//! What each line of an article is to it, and what the article says about itself.
//!
//! First come rules that need one line alone (a time, a picture's credit, page furniture), then those that need its
//! neighbours (headline, standfirst, outlet, crosshead), then repeats. What no rule names is a paragraph: a line is
//! called something else only for a reason, and the reason is the block's rule.

mod agency;
mod boilerplate;
mod byline;
mod caption;
mod credit;
mod crosshead;
mod dateline;
mod draft;
mod front;
mod header;
mod headline;
mod language;
mod line;
mod list;
mod name;
mod outlet;
mod repeat;
mod standfirst;
mod wrap;

use credit::credit_name;
pub(crate) use dateline::{Moment, lead_in_moment, moments};
pub(crate) use header::LEDES;
pub use header::{HeaderSource, header};

use crate::reading::Fields;
use crossread_corpus::{
    article::{Block, BlockKind},
    ground::Rule,
    span::Span,
};
use draft::Draft;

/// The parts of `text`: sorted, not overlapping, between them only white space, each with the rule that named it.
///
/// `marked` are blocks that the file's markup gives, sorted by start. A marked paragraph is a block of its own whose
/// kind is still open, since pages mark up everything as paragraphs; other marked kinds stand, page furniture apart.
pub fn blocks(text: &str, marked: &[(Span, BlockKind)], fields: &Fields) -> Vec<Block> {
    let mut draft = Draft::new(text, marked);
    headline::from_field(&mut draft, fields);
    dateline::label(&mut draft);
    boilerplate::label(&mut draft);
    credit::label(&mut draft);
    caption::label(&mut draft);
    byline::label(&mut draft);
    front::label(&mut draft);
    crosshead::label(&mut draft);
    boilerplate::label_after_the_story(&mut draft);
    repeat::label(&mut draft);
    draft.finish()
}

impl Draft<'_> {
    /// The blocks: what no rule named is a paragraph.
    fn finish(self) -> Vec<Block> {
        let kinds = self.kinds.into_iter().map(|label| label.unwrap_or((BlockKind::Paragraph, "paragraph")));
        let blocks = self.lines.iter().zip(kinds);
        blocks.map(|(line, (kind, rule))| Block { span: line.span, kind, rule: Rule::new(rule) }).collect()
    }
}

#[cfg(test)]
mod tests;
