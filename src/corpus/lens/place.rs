//! Pieces that lead to places of articles.

use crate::{
    article::Article,
    sheet::Piece,
    span::{Anchor, Span},
};

/// The words at `span`, leading there.
pub(crate) fn place(article: &Article, span: Span) -> Piece {
    let words = article.slice(span).to_owned();
    Piece::Place { anchor: Anchor { article: article.key, span }, words, marks: Vec::new() }
}

/// The sentence around the start of `span` with the words at `span` marked, leading there.
pub(crate) fn sentence(article: &Article, span: Span) -> Piece {
    let around = article.sentence_at(span.start()).map_or(span, |number| article.sentences[number]);
    let from = span.start().clamp(around.start(), around.end());
    let within = Span::new(from, span.end().clamp(from, around.end()));
    let mark = Span::new(within.start() - around.start(), within.end() - around.start());
    let anchor = Anchor { article: article.key, span: within };
    Piece::Place { anchor, words: article.slice(around).to_owned(), marks: vec![mark] }
}
