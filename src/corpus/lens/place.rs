//! Pieces that lead to places of articles, and the lists they stand in.

use crate::{
    article::Article,
    sheet::{Line, Part, Piece, words},
    span::{Anchor, Span},
};

/// Longer lists are folded behind this many lines.
pub(crate) const SHOWN: usize = 6;

/// The words at `span`, leading there.
pub(crate) fn place(article: &Article, span: Span) -> Piece {
    let words = article.slice(span).to_owned();
    Piece::Place { anchor: Anchor { article: article.key, span }, words, marks: Vec::new() }
}

/// The sentence around the start of `span` with the words at `span` marked, leading there.
pub(crate) fn sentence(article: &Article, span: Span) -> Piece {
    marked(article, span, &[span])
}

/// The sentence around the start of `span` with the words at `marks` marked, as far as they stand in it, leading to
/// `span`.
pub(crate) fn marked(article: &Article, span: Span, marks: &[Span]) -> Piece {
    let around = article.sentence_at(span.start()).map_or(span, |number| article.sentences[number]);
    let within = |span: Span| {
        let from = span.start().clamp(around.start(), around.end());
        Span::new(from, span.end().clamp(from, around.end()))
    };
    let moved = |span: Span| Span::new(span.start() - around.start(), span.end() - around.start());
    let marks = marks.iter().map(|mark| moved(within(*mark))).filter(|mark| !mark.is_empty()).collect();
    let anchor = Anchor { article: article.key, span: within(span) };
    Piece::Place { anchor, words: article.slice(around).to_owned(), marks }
}

/// Pieces with something between them.
pub(crate) fn joined(pieces: Vec<Piece>, between: &str) -> Line {
    let mut line = Line::new();
    for piece in pieces {
        if !line.is_empty() {
            line.push(words(between));
        }
        line.push(piece);
    }
    line
}

/// A list, the end of one longer than `shown` folded; nothing for none.
pub(crate) fn list(mut lines: Vec<Line>, shown: usize, parts: &mut Vec<Part>) {
    if lines.is_empty() {
        return;
    }
    let rest = lines.split_off(lines.len().min(shown));
    parts.push(Part::List(lines));
    if !rest.is_empty() {
        parts.push(Part::Fold(format!("{} more", rest.len()), vec![Part::List(rest)]));
    }
}
