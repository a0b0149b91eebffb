//! Pieces that lead to places of articles, and the lists they stand in.

use crate::{
    article::Article,
    sheet::{Line, Piece, words},
    span::{Anchor, Span},
};

/// Longer lists are folded behind this many lines.
pub(crate) const SHOWN: usize = 6;

/// The words at `span`, leading there.
pub(crate) fn place(article: &Article, span: Span) -> Piece {
    let words = article.slice(span).to_owned();
    Piece::Place { anchor: Anchor { article: article.key, span }, words, marks: Vec::new() }
}

/// So many words may stand before or behind a place for it to be understood.
const LEAD: usize = 12;
/// A place of fewer words may say too little.
pub(crate) const SHORT: usize = 7;

/// The words before `span` in its sentence, where the place begins amid a clause: the last of them, the rest left out.
/// Nothing before what begins with a capital.
fn before(article: &Article, span: Span) -> Option<Piece> {
    let number = article.sentence_at(span.start())?;
    let sentence = article.sentences[number];
    if span.start() <= sentence.start() {
        return None;
    }
    let amid = article.slice(span).chars().find(|letter| letter.is_alphanumeric())?.is_lowercase();
    let before = article.slice(Span::new(sentence.start(), span.start()));
    if !amid || !before.contains(char::is_alphanumeric) {
        return None;
    }
    // what is said before a semicolon is another statement
    let clause = before.rsplit_once("; ").map_or(before, |(_, clause)| clause);
    let begins = |(at, letter): &(usize, char)| {
        !letter.is_whitespace() && !clause[..*at].ends_with(|before: char| !before.is_whitespace())
    };
    let from = clause.char_indices().rev().filter(begins).nth(LEAD - 1).map_or(0, |(at, _)| at);
    let cut = if from > 0 || clause.len() < before.len() { "… " } else { "" };
    Some(Piece::Around(format!("{cut}{} ", clause[from..].trim())))
}

/// The words behind `span` in its sentence, where the place itself is too short to say something.
fn after(article: &Article, span: Span) -> Option<Piece> {
    let sentence = article.sentences[article.sentence_at(span.start())?];
    if span.end() >= sentence.end() || article.slice(span).split_whitespace().count() >= SHORT {
        return None;
    }
    let behind = article.slice(Span::new(span.end(), sentence.end()));
    let mut ends = behind.char_indices().filter(|(at, letter)| {
        letter.is_whitespace() && behind[..*at].ends_with(|before: char| !before.is_whitespace())
    });
    let to = ends.nth(LEAD - 1).map(|(at, _)| at);
    let told = &behind[..to.unwrap_or(behind.len())];
    told.contains(char::is_alphanumeric)
        .then(|| Piece::Around(format!("{told}{}", if to.is_some() { " …" } else { "" })))
}

/// The words at `span`, leading there, with what stands around them.
pub(crate) fn led(article: &Article, span: Span) -> Line {
    around(article, span, place(article, span))
}

/// `middle`, which shows the words at `span`, with what stands around them.
pub(crate) fn around(article: &Article, span: Span, middle: Piece) -> Line {
    before(article, span).into_iter().chain([middle]).chain(after(article, span)).collect()
}

/// The sentence around the start of `span` with the words at `span` marked, leading there.
pub(crate) fn sentence(article: &Article, span: Span) -> Piece {
    marked(article, span, &[span])
}

/// The sentence around the start of `span` with the words at `marks` marked, as far as they stand in it, leading to
/// `span`.
pub(crate) fn marked(article: &Article, span: Span, marks: &[Span]) -> Piece {
    let around = article.sentence_at(span.start()).map_or(span, |number| article.sentences[number]);
    inside(article, around, span, marks)
}

/// The words at `around` with those at `marks` marked, as far as they stand in it, leading to `span`.
pub(crate) fn inside(article: &Article, around: Span, span: Span, marks: &[Span]) -> Piece {
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
