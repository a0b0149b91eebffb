//! Sources before a colon: headlines ("Mayor: No new bridge") and transcripts ("DOE: I never said so.").

use super::{clause, finding::Finding, phrase, unit::Unit, word::Tag};
use crossread_corpus::attribution::Stance;

/// What the colon of a unit attributes.
pub(super) fn find(unit: &Unit, found: &mut Vec<Finding>) {
    let Some(colon) = (1..unit.words.len().min(9)).find(|&at| unit.tag_at(at) == Tag::Colon) else { return };
    let end = clause::body_end(unit);
    if colon + 1 >= end || !names_source(unit, colon) {
        return;
    }
    let quoted = unit.tag_at(colon + 1) == Tag::Quote;
    let rule = if unit.headline { "headline-colon" } else { "speaker-colon" };
    if unit.headline || quoted || colon <= 3 {
        found.push(Finding {
            source: Some(unit.span(0, colon)),
            cue: Some(unit.span(colon, colon + 1)),
            content: vec![(colon + 1, end)],
            carried: Vec::new(),
            via: None,
            stance: Stance::Neutral,
            rule,
        });
    }
}

/// True when the words before the colon are one name or description.
fn names_source(unit: &Unit, colon: usize) -> bool {
    let named = unit.written(0).starts_with(char::is_uppercase);
    let named = named && (unit.headline || (0..colon).any(|at| unit.tag_at(at) == Tag::Proper));
    let end = phrase::before_bracket(unit, colon).filter(|_| unit.tag_before(colon) == Tag::Close).unwrap_or(colon);
    phrase::chain_back(unit, end).is_some_and(|(start, _)| start == 0)
        && named
        && !(0..colon).any(|at| unit.is_time(at))
}

#[cfg(test)]
mod tests {
    use super::super::check::{check, check_none};

    #[test]
    fn before_a_colon() {
        check("headline-colon", "# {source|Mayor}{cue|:} {content|No new bridge this year}");
        check("speaker-colon", "{source|Ann Poe}{cue|:} {content|I never said that}.");
        check_none("speaker-colon", "There are three reasons: rain, rust and age.");
    }
}
