//! Where sentences end: at a stop that belongs to no abbreviation, initial, number or unfinished thought.

use super::{
    attribution::is_role,
    hashed::{WordSet, listed},
    token::{Abbreviation, abbreviation},
};
use crossread_corpus::span::Span;
use std::sync::LazyLock;

/// The sentences of one block, in order, trimmed, with only white space (or nothing) between them.
///
/// A sentence keeps the quotation mark or bracket that closes behind its stop; a reporting clause in lower case after
/// a quoted question (`"Why?" she asked.`) belongs to the same sentence. A block without a stop is one sentence.
pub fn sentences(text: &str, block: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let whole = block.trimmed(text);
    let (mut start, end) = (whole.start() as usize, whole.end() as usize);
    if let Some(behind) = after_heading(&text[start..end]) {
        found.push(Span::of(start, start + behind).trimmed(text));
        start += behind + text[start + behind..end].len() - text[start + behind..end].trim_start().len();
    }
    let mut at = start;
    while let Some(step) = text[at..end].find(['.', '!', '?', '…', '\n']) {
        let mark = at + step;
        let stop = after_closers(text, mark, end);
        at = stop;
        if stop < end && breaks(&text[start..end], mark - start, stop - start) {
            let sentence = Span::of(start, stop).trimmed(text);
            if !sentence.is_empty() {
                found.push(sentence);
            }
            start = stop + (text[stop..end].len() - text[stop..end].trim_start().len());
            at = start;
        }
    }
    let last = Span::of(start, end).trimmed(text);
    if !last.is_empty() {
        found.push(last);
    }
    found
}

/// Where a heading in capitals ends that a block begins with and a sentence in small letters goes on from: "BRIDGE
/// CLOSED TODAY |The mayor said".
fn after_heading(block: &str) -> Option<usize> {
    let mut letters = block.chars();
    if !letters.next().is_some_and(char::is_uppercase) || letters.next().is_some_and(char::is_lowercase) {
        return None;
    }
    let (mut end, mut words, mut long, mut last) = (0, 0, 0, "");
    for word in ahead(block).split_inclusive(char::is_whitespace) {
        let bare = word.trim();
        if bare.contains(char::is_lowercase) || bare.starts_with('“') {
            // not "FORMER TOWN MAYOR |Ann Poe said"
            let opens = (bare.starts_with(char::is_uppercase) && opens_sentence(bare))
                || (bare.starts_with('“') && !bare.ends_with('”'));
            let goes_on = opens && !is_role(&last.to_lowercase());
            return (goes_on && words > 2 && long > 1).then_some(end);
        }
        let article = words == 0 && matches!(bare, "THE" | "A" | "AN");
        if article || !bare.starts_with(char::is_alphanumeric) || bare.ends_with([':', ',', '.', '?', '!', '…', ')'])
        {
            return None;
        }
        words += 1;
        last = bare;
        long += usize::from(bare.chars().count() > 3);
        end += word.len();
    }
    None
}

/// The byte after the run of stops at `mark` and the marks that close behind it.
fn after_closers(text: &str, mark: usize, end: usize) -> usize {
    let rest = &text[mark..end];
    if rest.starts_with('\n') {
        return mark + 1;
    }
    let stops = rest.len() - rest.trim_start_matches(['.', '!', '?', '…']).len();
    let mut stop = mark + stops;
    for c in text[stop..end].chars() {
        // a straight mark with a letter behind it opens the next sentence
        let after = text[stop + c.len_utf8()..end].chars().next();
        let closes = match c {
            '”' | '’' | ')' | ']' | '»' => true,
            '"' | '\'' => after.is_none_or(|next| !next.is_alphanumeric()),
            _ => false,
        };
        if !closes {
            break;
        }
        stop += c.len_utf8();
    }
    stop
}

/// True when the text ends a sentence with the stops from `mark` to `stop`.
fn breaks(text: &str, mark: usize, stop: usize) -> bool {
    let (before, after) = (&text[..mark], ahead(&text[stop..]));
    if text[mark..].starts_with('\n') {
        return line_breaks(after);
    }
    let Some(next) = after.trim_start().chars().next() else { return true };
    if !after.starts_with(char::is_whitespace) {
        // "ended.“Then": a space is missing, the opening mark says so
        return matches!(next, '“') && !before.ends_with(char::is_whitespace);
    }
    let opening =
        after.trim_start().trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '@' | '#' | '$'));
    let Some(first) = opening.chars().next() else { return false };
    if first.is_lowercase() || matches!(next, ',' | ';' | ':' | '—' | '–') {
        return false;
    }
    let stops = text[mark..stop].trim_end_matches(['”', '’', ')', ']', '»', '"', '\'']);
    let closed = stops.len() < stop - mark;
    if stops != "." {
        return !(closed && stops.ends_with(['?', '!']) && names_speaker(opening));
    }
    single_stop(before, opening, first, closed)
}

/// The beginning of `rest`, long enough to see the next words: what comes far behind decides nothing.
fn ahead(rest: &str) -> &str {
    let mut end = rest.len().min(160);
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    &rest[..end]
}

/// True when a line that begins like `rest` is a new sentence although the one before had no stop: a blank line or a
/// list's bullet or number.
fn line_breaks(rest: &str) -> bool {
    let line = rest.trim_start_matches([' ', '\t']);
    let numbered = line.trim_start_matches(|c: char| c.is_ascii_digit());
    line.starts_with(['\n', '•', '*', '·', '‣'])
        || line.starts_with("- ")
        || line.starts_with("– ")
        || (numbered.len() < line.len() && (numbered.starts_with(". ") || numbered.starts_with(") ")))
}

/// One full stop after `before`: does it end the sentence, or is it an abbreviation's?
fn single_stop(before: &str, opening: &str, first: char, closed: bool) -> bool {
    let from = before.rfind(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '“' | '"' | '‘' | '—' | '/' | '-'));
    let word = &before[from.map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8))..];
    let listed = from.is_none() && !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase) && word != "I";
    let dotted = word.len() > 2
        && word.split('.').all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic));
    if listed {
        return false;
    }
    match abbreviation(word) {
        Some(Abbreviation::Before) => closed,
        Some(Abbreviation::Number) => closed || !first.is_numeric(),
        Some(Abbreviation::Within) => opens_sentence(opening),
        None if initial || dotted => opens_sentence(opening),
        None => true,
    }
}

/// True when the first word of `opening` is one that begins sentences and not names.
fn opens_sentence(opening: &str) -> bool {
    static WORDS: LazyLock<WordSet> = LazyLock::new(|| listed(include_str!("../data/sentence-openers.txt")));
    let end = opening.find(|c: char| !c.is_alphanumeric()).unwrap_or(opening.len());
    WORDS.contains(opening[..end].to_lowercase().as_str())
}

/// True when `opening` is a name and a verb of asking or saying: `"Why?" Jane Doe asked.`
fn names_speaker(opening: &str) -> bool {
    const VERBS: [&str; 8] = ["asks", "said", "says", "told", "tells", "wrote", "writes", "adds"];
    let mut words = opening.split_whitespace().take(6);
    let named = |word: &&str| word.starts_with(char::is_uppercase);
    let Some(first) = words.next().filter(named) else { return false };
    if matches!(first, "He" | "She" | "They" | "I" | "It" | "We") || first.ends_with(',') {
        return false;
    }
    let verb = words.find(|word| !named(word));
    verb.is_some_and(|word| {
        VERBS.contains(&word.trim_end_matches(['.', ',', ':']))
            || word.trim_end_matches(['.', ',', ':']).ends_with("ed")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `expected` is the same text with a bar between sentences.
    fn check(expected: &str) {
        let text = expected.replace('|', "");
        let found: Vec<&str> = sentences(&text, Span::of(0, text.len())).iter().map(|s| &text[s.range()]).collect();
        assert_eq!(found, expected.split('|').map(str::trim).collect::<Vec<_>>());
    }

    #[test]
    fn abbreviations_do_not_end_sentences() {
        check("U.S. Secretary of Fish J. Q. Brook met Mr. Day at 5 p.m. Monday. |They ate.");
        check("He left the U.S. |The visit by Acme Inc. Chairman Roe was No. 5 of the year.");
        check("On Jan. 5 she won. |It was her plan B.");
        check("It costs 3.5 million. |Sen. Lee, R-Utah, said no.");
        check("“It was fine in the U.S.” |They agreed.");
    }

    #[test]
    fn dots_of_an_unfinished_thought_do_not_end_sentences() {
        check("I came not for me... but for you. |And then?");
        check("It goes down … it falls. |So be it… |Next came rain.");
    }

    #[test]
    fn a_quotation_keeps_its_closing_mark() {
        check("\"We won. |It is over.\" |She left.");
        check("“Was it you?” he asked. |“No!” |They ran.");
        check("“Was it you?” Jane Roe told him. |“No!” |They ran.");
        check("“Was it you?” Jane Roe asked. |“It was,” he said. |(It was not.) |So.");
        check("It was ''over.'' |She left.");
    }

    #[test]
    fn a_block_without_a_stop_is_one_sentence() {
        check("Mayor says no to new bridge, blames rain");
    }

    #[test]
    fn lists_break_at_lines() {
        check("Three points:\n|- the bridge\n|- the road\n|2. the rest");
        check("1. The bridge is old and\nlong. |It fell.");
    }

    #[test]
    fn a_heading_in_capitals_ends_before_small_letters() {
        check("BRIDGE CLOSED FOR GOOD |The mayor said no. |They left.");
        check("OLD BRIDGE FALLS DOWN |“It was old,” she said.");
        check("UNITED BAKERS UNION members left.");
        check("THE RURITANIAN PRIME MINISTER Boris Dorn said so.");
        check("RURITANIAN PRIME MINISTER Boris Dorn said so.");
        check("UNITED BAKERS UNION Secretary Ann Poe said so.");
        check("FORMER TOWN MAYOR “Bud” Poe said so.");
        check("FORMER TOWN MAYOR “The Bear” Poe said so.");
        check("THE OLD BRIDGE FELL In the night it rained.");
        check("NEW YORK – The mayor said no.");
        check("MAYOR ANN POE: We go.");
    }

    #[test]
    fn a_missing_space_before_an_opening_mark() {
        check("It was over.|“Then they came,” she said.");
    }

    proptest! {
        // the default would leave a folder in `src/`, where every folder is a crate
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn sentences_tile_their_block(text in "[a-zA-Z .,?!'’“”\"…\n\u{a0}1]{0,120}|\\PC{0,60}") {
            let block = Span::of(0, text.len());
            let found = sentences(&text, block);
            let mut at = 0;
            for sentence in &found {
                let range = sentence.range();
                prop_assert!(text[at..range.start].chars().all(char::is_whitespace));
                prop_assert_eq!(sentence.trimmed(&text), *sentence);
                prop_assert!(!sentence.is_empty());
                at = range.end;
            }
            prop_assert!(text[at..].chars().all(char::is_whitespace));
            prop_assert_eq!(&found, &sentences(&text, block));
        }
    }
}
