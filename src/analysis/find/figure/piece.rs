//! Tokens cut further at their hyphens, so that "26-year-old" and "26 years old" read alike.

use crate::find::token::{Token, TokenKind};
use crossread_corpus::span::Span;

/// One word, number or mark.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece<'a> {
    /// Where it stands.
    pub(crate) span: Span,
    /// As written.
    pub(crate) text: &'a str,
    /// In lower case (ASCII only).
    pub(crate) lower: &'a str,
    /// What it is made of.
    pub(crate) kind: TokenKind,
    /// True when only a hyphen separates it from the piece before.
    pub(crate) joined: bool,
    /// True when nothing at all separates it from the piece before.
    pub(crate) touches: bool,
}

impl Piece<'_> {
    /// True when it begins with a digit.
    pub(crate) fn is_digits(&self) -> bool {
        self.text.as_bytes()[0].is_ascii_digit()
    }

    /// True when it begins with a capital letter.
    pub(crate) fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// True for words, possessive endings included.
    pub(crate) fn is_word(&self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Clitic)
    }
}

/// The pieces of each sentence, from its tokens. `lower` is `text` in ASCII lower case.
pub(crate) fn sentences<'a>(text: &'a str, lower: &'a str, sentences: &[Vec<Token>]) -> Vec<Vec<Piece<'a>>> {
    sentences.iter().map(|tokens| pieces(text, lower, tokens)).collect()
}

/// The pieces of one sentence. `lower` is `text` in ASCII lower case.
pub(crate) fn pieces<'a>(text: &'a str, lower: &'a str, tokens: &[Token]) -> Vec<Piece<'a>> {
    let mut found: Vec<Piece<'a>> = Vec::with_capacity(tokens.len() + 8);
    for token in tokens {
        let range = token.span.range();
        let mut start = range.start;
        let mut joined = false;
        let whole = &text[range.clone()];
        let is_plain = |byte: u8| byte.is_ascii() && byte != b'-';
        if token.kind != TokenKind::Number && whole.bytes().all(is_plain) {
            let touches = found.last().is_some_and(|last| last.span.end() == token.span.start());
            found.push(Piece {
                span: token.span,
                text: whole,
                lower: &lower[range],
                kind: token.kind,
                joined: false,
                touches,
            });
            continue;
        }
        let hyphens = whole.match_indices(['-', '\u{2011}']).filter(|_| token.kind != TokenKind::Mark);
        let ends = hyphens.map(|(at, mark)| (range.start + at, range.start + at + mark.len()));
        for (end, next) in ends.chain([(range.end, range.end)]) {
            if end > start {
                let touches = found.last().is_some_and(|last| last.span.end() as usize == start);
                found.push(Piece {
                    span: Span::of(start, end),
                    text: &text[start..end],
                    lower: &lower[start..end],
                    // "26-year-old" is a number with words in it
                    kind: if token.kind == TokenKind::Number && text[start..].starts_with(char::is_alphabetic) {
                        TokenKind::Word
                    } else {
                        token.kind
                    },
                    joined,
                    touches,
                });
            }
            joined = true;
            start = next;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find::token::tokens;

    #[test]
    fn hyphens_part_and_join() {
        let text = "The 26-Year-old U.S. man";
        let lower = text.to_ascii_lowercase();
        let found = pieces(text, &lower, &tokens(text, Span::of(0, text.len())));
        let shown: Vec<_> = found.iter().map(|p| (p.lower, p.joined)).collect();
        assert_eq!(
            shown,
            [("the", false), ("26", false), ("year", true), ("old", true), ("u.s.", false), ("man", false)]
        );
        assert_eq!(found[2].text, "Year");
    }
}
