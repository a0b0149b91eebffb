//! In whose words a place of the text stands.

use crossread_corpus::{
    annotation::{Attribution, Kind, Voice},
    span::Span,
};

/// The voice of `span`: that of the innermost attribution that holds its start.
///
/// Quoted when the start stands between quotation marks that somebody is said to have uttered; a term the outlet only
/// holds at arm's length ([`Kind::Scare`]) stays in the outlet's voice. `attributions` are one article's, in any order.
pub fn voice(attributions: &[Attribution], span: Span) -> Voice {
    let at = Span::new(span.start(), span.start() + 1);
    let size = |a: &Attribution| a.content.iter().map(|content| content.len()).sum::<u32>();
    let holding = attributions
        .iter()
        .enumerate()
        .filter(|(_, a)| a.kind != Kind::Scare && a.content.iter().any(|content| content.overlaps(at)))
        .min_by_key(|(number, a)| (size(a), *number));
    let Some((number, innermost)) = holding else { return Voice::Outlet };
    let number = u32::try_from(number).unwrap_or(u32::MAX);
    if innermost.quoted.iter().any(|quoted| quoted.overlaps(at)) {
        return Voice::Quoted(number);
    }
    // a clause reported inside a quotation is still somebody's own words
    let quoted_around =
        attributions.iter().any(|a| a.kind != Kind::Scare && a.quoted.iter().any(|quoted| quoted.overlaps(at)));
    if quoted_around { Voice::Quoted(number) } else { Voice::Attributed(number) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find::attribution::attributions;
    use crossread_corpus::{
        article::{Block, BlockKind},
        ground::Rule,
    };

    /// The voice of the first occurrence of `word` in `text`.
    fn of(text: &str, word: &str) -> Voice {
        let span = Span::of(0, text.len());
        let block = Block { span, kind: BlockKind::Paragraph, rule: Rule::new("test") };
        let found = attributions(text, &[block], &crate::find::sentence::sentences(text, span));
        let at = text.find(word).expect("the word is in the text");
        voice(&found, Span::of(at, at + word.len()))
    }

    #[test]
    fn the_outlets_words_the_reported_and_the_quoted_differ() {
        let text = "The bridge fell. The mayor said the road would “stay open” for now.";
        assert_eq!(of(text, "fell"), Voice::Outlet);
        assert_eq!(of(text, "mayor"), Voice::Outlet);
        assert!(matches!(of(text, "road"), Voice::Attributed(_)));
        assert!(matches!(of(text, "open"), Voice::Quoted(_)));
        assert!(matches!(of(text, "now"), Voice::Attributed(_)));
    }

    #[test]
    fn a_term_at_arms_length_is_the_outlets() {
        assert_eq!(of("The so-called “night bus” fell into the river.", "night"), Voice::Outlet);
    }
}
