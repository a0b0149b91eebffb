//! How one stretch of words differs from another, drawn in the second one's order.

use crate::{
    article::Article,
    links::{
        alignment::{Step, align},
        word::Word,
    },
    order::sort_by_key,
    sheet::{Line, Piece, words},
    span::Span,
};

/// A stretch of an article: where it stands, in one piece or several, and the words of it.
#[derive(Clone, Copy)]
pub(super) struct Stretch<'a> {
    pub article: &'a Article,
    pub spans: &'a [Span],
    pub words: &'a [Word],
}

impl Stretch<'_> {
    /// The text of `span`, without what stands between the stretch's pieces.
    fn text(&self, span: Span) -> String {
        let parts = self.spans.iter().filter_map(|own| {
            let (from, to) = (own.start().max(span.start()), own.end().min(span.end()));
            (from <= to).then(|| self.article.slice(Span::new(from, to)))
        });
        parts.collect::<Vec<_>>().join(" … ")
    }
}

/// The words of the right stretch as they differ from the left one's.
pub(super) fn differences(left: Stretch<'_>, right: Stretch<'_>) -> Line {
    let (Some(first), Some(last)) = (right.spans.first(), right.spans.last()) else { return Line::new() };
    // pieces by where they stand in the right stretch; what it lacks stands where the words before it end
    let mut pieces: Vec<(Span, Piece)> = Vec::new();
    let mut behind = first.start();
    for run in align(left.words, right.words).runs {
        if let (Some(span), Step::OnlyLeft | Step::Changed) = (run.left, run.step) {
            pieces.push((Span::new(behind, behind), Piece::Only(left.text(span), false)));
        }
        let Some(span) = run.right else { continue };
        let own = right.text(span);
        pieces.push((
            span,
            match run.step {
                Step::Same | Step::OnlyLeft => Piece::Source(own),
                Step::Moved => Piece::Moved(own),
                Step::Changed | Step::OnlyRight => Piece::Only(own, true),
            },
        ));
        if run.step != Step::Moved {
            behind = span.end();
        }
    }
    sort_by_key(&mut pieces, |(span, _)| (span.start(), span.end()));
    let mut line = Line::new();
    let mut at = first.start();
    for (span, piece) in pieces {
        let from = at.min(span.start());
        line.push(Piece::Source(right.text(Span::new(from, span.start()))));
        if span.is_empty() {
            line.extend([words(" "), piece, words(" ")]);
        } else {
            line.push(piece);
        }
        at = at.max(span.end());
    }
    line.push(Piece::Source(right.text(Span::new(at, last.end()))));
    line
}
