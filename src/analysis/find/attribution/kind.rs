//! What kind of words are attributed: an utterance, a piece of one, a chant, a term held at arm's length.

use super::{finding::Finding, unit::Unit};
use crossread_corpus::{
    attribution::{Form, Kind},
    span::Span,
};

/// The kind of a finding with these quoted pieces.
pub(super) fn of(unit: &Unit, finding: &Finding, quoted: &[Span], form: Form) -> Kind {
    if quoted.is_empty() {
        return Kind::Speech;
    }
    if unit.headline {
        return Kind::Headline;
    }
    let fragments = quoted.iter().all(|span| is_fragment(&unit.text[span.range()]));
    if finding.source.is_none() && finding.cue.is_none() {
        let amid = unit.words.iter().any(|word| word.tag.is_auxiliary() || word.tag.is_nominal());
        let terms = || amid && quoted.iter().all(|span| is_title(&unit.text[span.range()]));
        return if fragments || terms() { Kind::Scare } else { Kind::Speech };
    }
    if is_chant(unit, finding, quoted) {
        return Kind::Chant;
    }
    if fragments || (form == Form::Mixed && quoted.len() > 1 && is_fragment(&unit.text[quoted[0].range()])) {
        Kind::Partial
    } else {
        Kind::Speech
    }
}

/// A quoted piece that is no sentence of its own: it begins in the middle or has neither a sentence's start nor end.
fn is_fragment(quoted: &str) -> bool {
    let begins =
        quoted.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '[' | '…' | '.' | '‘' | '\''));
    let ends = quoted.ends_with(['.', ',', '?', '!', '…', '-', '—']);
    let words = quoted.split_whitespace().count();
    !begins || (!ends && words < 6) || (words < 2 && !quoted.ends_with(['?', '!']))
}

/// A few words that have capitals, all long ones and half of all at least: "The Good Day,".
pub(super) fn is_title(quoted: &str) -> bool {
    let (mut all, mut small) = (0, 0);
    for word in quoted.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())) {
        let is_small = word.starts_with(char::is_lowercase);
        if is_small && word.chars().nth(3).is_some() {
            return false;
        }
        all += 1;
        small += usize::from(is_small);
    }
    let words = quoted.trim_end_matches(['”', '"', '’', '\'']);
    all <= 10 && small * 2 <= all && !words.ends_with(['.', '?', '!'])
}

/// Several people call out a few words.
fn is_chant(unit: &Unit, finding: &Finding, quoted: &[Span]) -> bool {
    const CALLS: [&str; 15] = [
        "shout",
        "shouts",
        "shouted",
        "shouting",
        "yelled",
        "yelling",
        "yell",
        "cried",
        "crying",
        "roared",
        "roaring",
        "sang",
        "singing",
        "screamed",
        "screaming",
    ];
    const CROWDS: [&str; 18] = [
        "crowd",
        "crowds",
        "supporters",
        "protesters",
        "protestors",
        "demonstrators",
        "people",
        "fans",
        "audience",
        "they",
        "marchers",
        "hundreds",
        "thousands",
        "some",
        "others",
        "many",
        "who",
        "delegates",
    ];
    let lower = |span: Span| unit.lower_text(span);
    let cue = finding.cue.map(lower).unwrap_or_default();
    let short = quoted.iter().all(|span| unit.text[span.range()].split_whitespace().count() <= 6);
    let crowd = || finding.source.map(lower).unwrap_or_default().split_whitespace().any(|word| CROWDS.contains(&word));
    short && (cue.starts_with("chant") || (CALLS.contains(&cue) && crowd()))
}

#[cfg(test)]
mod tests {
    use super::{super::check::read, is_title};
    use crossread_corpus::attribution::Kind;

    #[test]
    fn a_title_has_capitals() {
        for (quoted, is) in [
            ("The Good Day,", true),
            ("A Day at the Mill,", true),
            ("We had no way in or out,", false),
            ("The bridge is old,", false),
            ("The Bridge is open,", false),
            ("Good Day.", false),
        ] {
            assert_eq!(is_title(quoted), is, "{quoted}");
        }
    }

    #[test]
    fn short_words_are_speech() {
        let found = read("“We had no way in or out,” the mayor was there.");
        assert!(found.iter().all(|a| a.kind == Kind::Speech));
        let found = read("“We will go on and win it all,” Ann Poe beamed at the crowd.");
        assert!(found.iter().any(|a| a.kind == Kind::Speech && a.speaker.is_some()));
    }
}
