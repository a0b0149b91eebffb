//! Where words stand between quotation marks: one pass over a block, so that an odd mark spoils one block at most.

use super::token::{Token, TokenKind};
use crossread_corpus::span::Span;

/// A stretch between quotation marks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Quotation {
    /// With its marks.
    pub outer: Span,
    /// The quoted words; never blank.
    pub inner: Span,
    /// False when the closing mark is missing and the block's end closes it: the next paragraph of the same speech
    /// opens again.
    pub closed: bool,
    /// True for single marks.
    pub single: bool,
}

/// The quotations of one block, given its tokens; in order, never nested: a quotation inside another is part of it.
///
/// Marks are curly, straight, doubled apostrophes and guillemets, and single marks that cannot be apostrophes.
pub fn quotations(text: &str, block: Span, tokens: &[Token]) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some(opening) = opening(text, tokens, at) else {
            at += 1;
            continue;
        };
        let close = closing(text, tokens, at, opening);
        let end = close.map_or(tokens.len(), |close| close);
        if close.is_none() && opening == Pair::Single {
            at += 1;
            continue;
        }
        let inner_end = close.map_or(block.end(), |close| tokens[close].span.start());
        let outer_end = close.map_or(block.end(), |close| tokens[close].span.end());
        let inner = Span::new(tokens[at].span.end(), inner_end.max(tokens[at].span.end())).trimmed(text);
        if tokens[at + 1..end].iter().any(|token| token.kind != TokenKind::Mark) {
            let outer = Span::new(tokens[at].span.start(), outer_end).trimmed(text);
            found.push(Quotation { outer, inner, closed: close.is_some(), single: opening == Pair::Single });
        }
        at = end + 1;
    }
    found
}

/// Which marks belong together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pair {
    Double,
    Single,
}

/// The pair that the mark at `at` opens, if it can open one.
fn opening(text: &str, tokens: &[Token], at: usize) -> Option<Pair> {
    let span = tokens[at].span;
    let before = text[..span.start() as usize].chars().next_back();
    let after = text[span.end() as usize..].chars().next()?;
    let free =
        before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-' | '/' | '“' | '"' | ':'));
    match tokens[at].text(text) {
        "“" | "«" | "„" => Some(Pair::Double),
        "\"" | "''" | "``" => (!after.is_whitespace()).then_some(Pair::Double),
        "”" => (free && !after.is_whitespace()).then_some(Pair::Double),
        "‘" => (free && after.is_alphanumeric()).then_some(Pair::Single),
        "'" | "’" if free && after.is_alphabetic() => {
            // "'em", "'til", "'90s" leave something out
            let rest: String = text[span.end() as usize..].chars().take_while(|c| c.is_alphanumeric()).collect();
            (!["em", "til", "cause", "tis", "twas", "n", "round", "bout"].contains(&rest.to_lowercase().as_str()))
                .then_some(Pair::Single)
        }
        _ => None,
    }
}

/// The token that closes the quotation opened at `open`.
fn closing(text: &str, tokens: &[Token], open: usize, pair: Pair) -> Option<usize> {
    match pair {
        Pair::Double => (open + 1..tokens.len()).find(|&at| closes_double(text, tokens, open, at)),
        Pair::Single => {
            // no further than a long quotation: an apostrophe must not search a whole text
            let mut ends = (open + 1..tokens.len().min(open + 400)).filter(|&at| closes_single(text, tokens[at].span));
            let first = ends.next()?;
            // "the ‘workers’ party’": a possessive inside, when another end follows before any new opening
            let second = ends.next();
            let possessive = text[..tokens[first].span.start() as usize].ends_with('s')
                && text[tokens[first].span.end() as usize..].trim_start().starts_with(char::is_lowercase);
            match second {
                Some(second) if possessive && (first + 1..second).all(|at| opening(text, tokens, at).is_none()) => {
                    Some(second)
                }
                _ => Some(first),
            }
        }
    }
}

fn closes_double(text: &str, tokens: &[Token], open: usize, at: usize) -> bool {
    let curly = tokens[open].text(text) == "“";
    match tokens[at].text(text) {
        "”" | "»" => true,
        // the wrong way round: "“word“ and"
        "“" => {
            let tight = !text[..tokens[at].span.start() as usize].ends_with(char::is_whitespace);
            let free = !text[tokens[at].span.end() as usize..].starts_with(char::is_alphanumeric);
            tokens[open].text(text) == "„" || (tight && free)
        }
        "\"" | "''" | "``" => {
            // a straight mark inside curly ones: a missing curly one, or an inch sign
            !curly || !text[..tokens[at].span.start() as usize].ends_with(|c: char| c.is_ascii_digit())
        }
        _ => false,
    }
}

fn closes_single(text: &str, span: Span) -> bool {
    matches!(&text[span.range()], "'" | "’")
        && text[..span.start() as usize].ends_with(|c: char| !c.is_whitespace())
        && !text[span.end() as usize..].starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find::token::tokens;
    use proptest::prelude::*;

    fn found(text: &str) -> Vec<Quotation> {
        let block = Span::of(0, text.len());
        quotations(text, block, &tokens(text, block))
    }

    /// `expected`: the text with the quoted words in braces.
    fn check(expected: &str) {
        let text = expected.replace(['{', '}'], "");
        let mut marked = String::new();
        let mut at = 0;
        for quotation in found(&text) {
            let inner = quotation.inner.range();
            marked += &format!("{}{{{}}}", &text[at..inner.start], &text[inner.clone()]);
            at = inner.end;
        }
        assert_eq!(marked + &text[at..], expected);
    }

    #[test]
    fn curly_straight_and_doubled_marks() {
        check("“{We won,}” she said. \"{Not yet,}\" he said. ''{It's over,}'' they said.");
    }

    #[test]
    fn single_marks_are_not_apostrophes() {
        check("The workers' union says '{we will stay}' at Jones' mill in the '90s.");
        check("Leaders’ ‘{grave mistake}’ wasn’t one, says the mayor’s office.");
        check("They called it ‘{the players’ choice}’ then.");
    }

    #[test]
    fn a_quotation_inside_another_belongs_to_it() {
        check("“{She said ‘no way’ to me,}” he recalled.");
    }

    #[test]
    fn a_mark_left_open_closes_at_the_end() {
        check("He said: “{We go on. And on.}");
        check("A 6\" pipe broke.");
    }

    proptest! {
        // the default would leave a folder in `src/`, where every folder is a crate
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn quotations_lie_in_order_within_their_block(text in "[a-z .,'’‘“”\"]{0,60}|\\PC{0,40}") {
            let mut at = 0;
            for quotation in found(&text) {
                prop_assert!(quotation.outer.start() >= at);
                prop_assert!(quotation.outer.contains(quotation.inner));
                prop_assert!(!text[quotation.inner.range()].trim().is_empty());
                at = quotation.outer.end();
            }
        }
    }
}
