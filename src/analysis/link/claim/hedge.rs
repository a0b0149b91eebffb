//! Words by which a writer holds a statement at a distance.

use crossread_corpus::{index::token::tokens, span::Span};

/// Adverbs, adjectives and modal verbs that hedge, in small letters. Compiled for Crossread from general knowledge.
const HEDGES: [&str; 35] = [
    "accused",
    "allegedly",
    "reportedly",
    "apparently",
    "seemingly",
    "supposedly",
    "purportedly",
    "ostensibly",
    "presumably",
    "possibly",
    "probably",
    "perhaps",
    "maybe",
    "likely",
    "unlikely",
    "alleged",
    "supposed",
    "purported",
    "suspected",
    "apparent",
    "presumed",
    "claimed",
    "so-called",
    "unconfirmed",
    "unverified",
    "may",
    "might",
    "could",
    "seems",
    "seem",
    "seemed",
    "appears",
    "appear",
    "appeared",
    "believed",
];

/// The first word of `text[span]` that hedges.
pub(super) fn hedge(text: &str, span: Span) -> Option<Span> {
    let found = tokens(text, span);
    // "May" is a month
    let hedges = |form: &str, written: &str| HEDGES.contains(&form) && !(form == "may" && written.starts_with('M'));
    found.iter().find(|token| hedges(&token.form, &text[token.span.range()])).map(|token| token.span)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_month_does_not_hedge() {
        let text = "In May the mill reportedly closed.";
        assert_eq!(hedge(text, Span::of(0, text.len())).and_then(|span| span.slice(text)), Some("reportedly"));
        assert_eq!(hedge(text, Span::of(0, 10)), None);
    }
}
