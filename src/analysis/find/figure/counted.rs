//! What a number counts: the noun phrase behind it.

use super::piece::Piece;
use crate::find::hashed::FewWords;
use crossread_corpus::span::Span;
use std::sync::LazyLock;

/// The words that say what is counted from piece `to` on: "supporters", "former Soviet states", "the total votes".
///
/// Without a parser a phrase's end is where a word stands that no such phrase holds, or its first plural.
pub(super) fn counted(pieces: &[Piece], to: usize, ranked: bool) -> Option<Span> {
    let mut at = to;
    if pieces.get(at).is_some_and(|p| p.lower == "of") {
        at += 1;
    }
    if pieces.get(at).is_some_and(|p| {
        at > to && matches!(p.lower, "the" | "its" | "his" | "her" | "their" | "all" | "those" | "these")
    }) {
        at += 1;
    }
    let first = pieces
        .get(at)
        .filter(|p| p.is_word() && !is_function_word(p.lower) && p.kind != crate::find::token::TokenKind::Clitic)?;
    let determined = at > to && !matches!(pieces[at - 1].lower, "of");
    let start = if determined { pieces[at - 1].span } else { first.span };
    let mut end = None;
    for (n, piece) in pieces.iter().enumerate().skip(at).take(5) {
        if !piece.is_word() || is_function_word(piece.lower) || (n > at && piece.lower.starts_with(['\'', '’'])) {
            break;
        }
        if is_plural(piece.lower) {
            end = Some(n);
            // "election workers", "arms dealers": a second plural may follow
            if pieces.get(n + 1).is_none_or(|next| !next.is_word() || !is_plural(next.lower)) {
                break;
            }
        } else if ranked && n < at + 4 {
            end = Some(n);
        }
    }
    let end = pieces[end?].span.end();
    Some(Span::new(start.start(), end))
}

/// True for words that look like a plural noun: "states", "people", not "was", "previous".
fn is_plural(word: &str) -> bool {
    const IRREGULAR: [&str; 24] = [
        "people",
        "men",
        "women",
        "children",
        "police",
        "troops",
        "personnel",
        "staff",
        "fish",
        "sheep",
        "aircraft",
        "feet",
        "teeth",
        "mice",
        "countrymen",
        "lawmen",
        "policemen",
        "businessmen",
        "spokesmen",
        "fishermen",
        "cattle",
        "media",
        "data",
        "youth",
    ];
    let regular = word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.ends_with("ous")
        && !word.ends_with("is");
    regular || IRREGULAR.contains(&word)
}

/// Prepositions, conjunctions, auxiliaries, pronouns and frequent verbs.
const WORD_LIST: &str = "a about above across after against ago all along also although am amid among an and another any are \
    around as at away back be became because become been before began behind being below between but by \
    came can could did do does down during each either else ever every for from gave get go got had has \
    have he her here him his how i if in inside into is it its just killed later led left less lost made \
    many may me might more most much must my near never no nor not now of off on once one only onto or \
    other others our out over per put said same saw say says she should since so some still such take \
    taken than that the their them then there these they this those though through to today together \
    told took toward towards under until up upon us was we went were what when where whether which while \
    who whom whose why will with within without won would yes yesterday yet you your earlier apart died \
    dead according detained arrested injured wounded";

/// True for words that end a noun phrase: prepositions, conjunctions, auxiliaries, pronouns and frequent verbs.
pub(crate) fn is_function_word(word: &str) -> bool {
    static WORDS: LazyLock<FewWords> = LazyLock::new(|| FewWords::of(WORD_LIST));
    WORDS.has(word)
}

#[cfg(test)]
mod tests {
    use super::super::testing::pieces_of;
    use super::*;

    /// What stands between the bars is what the number before it counts.
    fn check(marked: &str, ranked: bool) {
        let text = marked.replace('|', "");
        let mut bars = marked.split('|');
        let expected = bars.nth(1);
        pieces_of(&text, |pieces| {
            assert_eq!(counted(pieces, 1, ranked).map(|s| &text[s.range()]), expected, "{marked}");
        });
    }

    #[test]
    fn noun_phrases() {
        check("10,000 |supporters| waved flags", false);
        check("six |former Alpine states| including one", false);
        check("thousands of |Alpine farmers| have left", false);
        check("many of |the total votes| polled", false);
        check("sixth |term| in office", true);
        check("seventh |consecutive day| of rain", true);
        check("thousands were held", false);
        check("7,000 have been held", false);
    }
}
