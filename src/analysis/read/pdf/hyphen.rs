//! The word at the end of one line and the start of the next: one that was parted, or two.

use super::lines::Line;
use crate::find::mention::lexicon::{Classes, Key, classes};
use std::collections::BTreeSet;

/// What stands before a hyphen without being a word.
const BEFORE: [&str; 26] = [
    "anti", "bi", "co", "counter", "cross", "de", "euro", "ex", "inter", "mid", "multi", "neo", "non", "pan", "post",
    "pre", "pro", "quasi", "re", "self", "semi", "socio", "sub", "tri", "ultra", "un",
];

/// What stands behind the first of two words that share their second half: "pre- and post-war".
const BETWEEN: [&str; 9] = ["and", "or", "to", "und", "oder", "bis", "et", "ou", "y"];

/// The ends of regular forms, and what the word itself has there.
const ENDINGS: [(&str, &str); 10] = [
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ied", "y"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
    ("er", ""),
];

/// What the file itself tells of how its words are written.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// In small letters, those with hyphens inside them as well.
    whole: BTreeSet<String>,
    /// U+2010 stands nowhere but at ends of lines: the program writes it where it parts a word.
    parts_with_own_sign: bool,
}

impl Words {
    pub(super) fn of<'a>(lines: impl Iterator<Item = &'a Line>) -> Self {
        let mut words = Self { whole: BTreeSet::new(), parts_with_own_sign: true };
        let mut was_parted = false;
        for line in lines {
            let text = line.text.as_str();
            let inside = text.strip_suffix('\u{2010}').unwrap_or(text);
            words.parts_with_own_sign &= !inside.contains('\u{2010}');
            // What is left of a word at the end and the start of lines is none.
            let is_parted = text.ends_with(['-', '\u{2010}', '\u{ad}']);
            let whole = if is_parted { text.rsplit_once(' ').map_or("", |(whole, _)| whole) } else { text };
            let all = whole.split_whitespace().skip(usize::from(was_parted));
            was_parted = is_parted;
            let all = all.map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()));
            words.whole.extend(all.filter(|word| word.len() > 1).map(folded));
        }
        words
    }

    /// `before` and `after`, which stand on two lines of one paragraph, as one text.
    ///
    /// A hyphen goes only where that is sure: it is a soft one, its sign is used for nothing else, the file has the word
    /// without it, or the list of common words has and one of the two parts is no word; or neither part is one. Otherwise
    /// it stays, with no space behind it.
    pub(super) fn join(&self, before: &mut String, after: &str) {
        let last = before.chars().next_back();
        let next = after.chars().next();
        match last {
            Some('\u{ad}') => drop(before.pop()),
            Some('-' | '\u{2010}') => {
                let head = before[..before.len() - last.map_or(0, char::len_utf8)].chars().next_back();
                let is_parted = head.is_some_and(char::is_alphabetic) && next.is_some_and(char::is_alphabetic);
                let word = after.split_whitespace().next().unwrap_or_default();
                if BETWEEN.contains(&word) || !is_parted && head.is_none_or(|letter| !letter.is_alphanumeric()) {
                    before.push(' ');
                } else if is_parted && self.is_one(before, after) {
                    before.pop();
                }
            }
            // Where words are not parted by spaces, lines are not either.
            _ if last.is_some_and(is_unspaced) && next.is_some_and(is_unspaced) => {}
            Some('—' | '/') => {}
            Some(_) => before.push(' '),
            None => {}
        }
        before.push_str(after);
    }

    fn is_one(&self, before: &str, after: &str) -> bool {
        // A word is no longer than this.
        let stem = &before[before.floor_char_boundary(before.len().saturating_sub(100))..];
        let stem = stem.trim_end_matches(['-', '\u{2010}']);
        let start =
            stem.rfind(|letter: char| !letter.is_alphanumeric()).map_or(0, |at| stem.ceil_char_boundary(at + 1));
        let end = after.find(|letter: char| !letter.is_alphabetic()).unwrap_or(after.len());
        let (head, tail) = (&stem[start..], &after[..end]);
        if !tail.starts_with(char::is_lowercase) || after[end..].starts_with(['-', '\u{2010}']) {
            return false;
        }
        let (one, two) = (format!("{head}{tail}"), format!("{head}-{tail}"));
        if self.whole.contains(&folded(&two)) {
            return false;
        }
        self.whole.contains(&folded(&one))
            || before.ends_with('\u{2010}') && self.parts_with_own_sign
            || self.is_word(&one) && !(self.is_word(head) && self.is_word(tail))
            || !self.is_word(head) && !self.is_word(tail)
    }

    /// True for what may stand at a side of a hyphen that is meant: a word of the file or of the list, a word's regular
    /// form, or what is set before words. A single letter always may.
    fn is_word(&self, part: &str) -> bool {
        let part = folded(part);
        let is_common = |word: &str| classes(Key::of(word)).any(Classes::COMMON);
        let is_form = |(end, instead): &(&str, &str)| {
            let stem = part.strip_suffix(end);
            stem.is_some_and(|stem| stem.len() > 2 && is_common(&format!("{stem}{instead}")))
        };
        part.chars().count() < 2
            || BEFORE.contains(&part.as_str())
            || self.whole.contains(&part)
            || is_common(&part)
            || ENDINGS.iter().any(is_form)
    }
}

fn folded(word: &str) -> String {
    word.to_lowercase().replace('\u{2010}', "-").replace('\u{ad}', "")
}

/// Letters of scripts that set no spaces.
fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `before` and `after` come to in a file that has `elsewhere` as well.
    fn check(elsewhere: &str, before: &str, after: &str, expected: &str) {
        let line = |text: &str| Line { text: text.to_owned(), left: 0.0, right: 0.0, base: 0.0, size: 1.0 };
        let lines = [line(elsewhere), line(before), line(after)];
        let mut joined = before.to_owned();
        Words::of(lines.iter()).join(&mut joined, after);
        assert_eq!(joined, expected);
    }

    #[test]
    fn a_hyphen_goes_where_that_is_sure() {
        check("", "the har\u{ad}", "bour.", "the harbour.");
        check("", "the har\u{2010}", "bour.", "the harbour.");
        check("Harbourmaster, harbourfront", "the harbour-", "front.", "the harbourfront.");
        check("", "the govern-", "ment said", "the government said");
        check("", "were ar-", "rested", "were arrested");
        check("", "prepara-", "tions for", "preparations for");
    }

    #[test]
    fn a_hyphen_stays_where_it_may_be_meant() {
        check("", "a well-", "known man", "a well-known man");
        check("a well-known man, wellknown", "a well-", "known man", "a well-known man");
        check("a year\u{2010}long", "the harbour\u{2010}", "front", "the harbour\u{2010}front");
        check("", "Anglo-", "Saxon", "Anglo-Saxon");
        check("", "a re-", "run of it", "a re-run of it");
        check("", "an e-", "mail", "an e-mail");
        check("", "the min-", "isters", "the ministers");
        check("", "sup-", "ports", "sup-ports");
        check("", "nation-", "wide", "nation-wide");
        check("", "Nord-", "und Süd", "Nord- und Süd");
        check("", "a state-of-", "the-art", "a state-of-the-art");
        check("", "in 2031-", "32 and", "in 2031-32 and");
        check("", "said -", "and then", "said - and then");
    }

    #[test]
    fn lines_are_words_apart() {
        check("", "the ferry", "runs", "the ferry runs");
        check("", "the ferry—", "runs", "the ferry—runs");
        check("", "渡轮", "恢复", "渡轮恢复");
    }
}
