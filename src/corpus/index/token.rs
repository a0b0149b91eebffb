//! Tokens as search sees them: each with the folded form it is filed under.

use super::fold::{fold_into, is_combining};
use crate::span::Span;

/// A word of the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Token {
    /// Where it stands; a possessive `'s` is left out.
    pub span: Span,
    /// Its key: folded, no apostrophes, `&` as "and", "10,000" as "10000", "U.S." as "u.s".
    pub form: String,
    /// The first word of a hyphenated compound also carries the compound's key and end: "build-up" is also "buildup".
    pub joined: Option<(String, u32)>,
}

/// The tokens of `text[span]`, in order. Total: any text gives tokens, perhaps none.
pub fn tokens(text: &str, span: Span) -> Vec<Token> {
    let Some(slice) = span.slice(text) else { return Vec::new() };
    let mut found: Vec<Token> = Vec::with_capacity(slice.len() / 5);
    let mut rest = slice;
    while let Some(letter) = rest.chars().next() {
        let at = slice.len() - rest.len();
        let (length, form) = read_token(rest, letter);
        rest = &rest[length..];
        if let Some(form) = form {
            let start = span.start() as usize + at;
            found.push(Token { span: Span::of(start, start + length), form, joined: None });
            rest = &rest[possessive(rest)..];
        }
    }
    join_compounds(text, &mut found);
    found
}

/// The length in bytes of what starts `rest`, and its key if it is a token.
fn read_token(rest: &str, first: char) -> (usize, Option<String>) {
    if first == '&' {
        return (1, Some("and".to_owned()));
    }
    plain_word(rest).map_or_else(|| read_any(rest, first), |word| (word.len(), Some(word.to_ascii_lowercase())))
}

/// The same for anything.
fn read_any(rest: &str, first: char) -> (usize, Option<String>) {
    if !first.is_alphanumeric() {
        return (first.len_utf8(), None);
    }
    if stands_alone(first) {
        return (first.len_utf8(), Some(first.to_string()));
    }
    if let Some(length) = dotted_letters(rest) {
        let mut key = String::new();
        rest[..length].trim_end_matches('.').chars().for_each(|letter| fold_into(letter, &mut key));
        return (length, Some(key));
    }
    let mut key = String::new();
    let mut length = 0;
    let mut letters = rest.char_indices().peekable();
    let mut before = first;
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let inside = (letter.is_alphanumeric() && !stands_alone(letter)) || is_combining(letter);
        if inside {
            fold_into(letter, &mut key);
        } else if !bridges(&rest[at..], before, letter, next) {
            break;
        } else if letter == '.' {
            key.push('.');
        }
        length = at + letter.len_utf8();
        before = letter;
    }
    (length, (!key.is_empty()).then_some(key))
}

/// A word at the start of `rest` that is all ASCII letters and digits and goes on with nothing that could belong to it:
/// most words, and quickly told.
fn plain_word(rest: &str) -> Option<&str> {
    let bytes = rest.as_bytes();
    let length = bytes.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(bytes.len());
    let last = bytes[..length].last()?;
    let ends = match bytes.get(length) {
        Some(b'\'') => false,
        Some(b'.') => length > 1 && !last.is_ascii_digit(),
        Some(b',') => !last.is_ascii_digit(),
        next => next.is_none_or(u8::is_ascii),
    };
    ends.then(|| &rest[..length])
}

/// True when `letter` holds a word or number together: an apostrophe inside a word (not a possessive's), the point or
/// comma of a number.
fn bridges(rest: &str, before: char, letter: char, next: Option<char>) -> bool {
    let Some(next) = next else { return false };
    match letter {
        _ if is_apostrophe(letter) => before.is_alphanumeric() && next.is_alphanumeric() && possessive(rest) == 0,
        '.' => before.is_ascii_digit() && next.is_ascii_digit(),
        ',' => {
            let group = rest[1..].bytes().take_while(u8::is_ascii_digit).count();
            before.is_ascii_digit() && group == 3
        }
        _ => false,
    }
}

const fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | 'ʼ' | '＇')
}

/// The length of a possessive `'s` at the start of `rest`; zero when there is none.
fn possessive(rest: &str) -> usize {
    let mut letters = rest.chars();
    match (letters.next(), letters.next(), letters.next()) {
        (Some(mark), Some('s' | 'S'), after)
            if is_apostrophe(mark) && !after.is_some_and(|after| after.is_alphanumeric() || is_apostrophe(after)) =>
        {
            mark.len_utf8() + 1
        }
        _ => 0,
    }
}

/// The length of an acronym with points ("U.S.", "e.g.") at the start of `rest`.
fn dotted_letters(rest: &str) -> Option<usize> {
    let mut length = 0;
    let mut pairs = 0;
    let mut letters = rest.chars();
    while let (Some(letter), after) = (letters.next(), letters.next()) {
        if !letter.is_alphabetic() || after != Some('.') {
            // A last letter without its point: "U.S" before a space.
            if letter.is_alphabetic() && pairs > 0 && !after.is_some_and(char::is_alphanumeric) {
                length += letter.len_utf8();
                pairs += 1;
            }
            break;
        }
        length += letter.len_utf8() + 1;
        pairs += 1;
    }
    (pairs > 1).then_some(length)
}

/// Scripts written without spaces: each character is its own token.
const fn stands_alone(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Gives the first token of each hyphenated compound the compound's own key.
fn join_compounds(text: &str, tokens: &mut [Token]) {
    let linked = |left: &Token, right: &Token| {
        matches!(&text[left.span.end() as usize..right.span.start() as usize], "-" | "\u{2010}" | "\u{2011}")
    };
    let mut first = 0;
    while first < tokens.len() {
        let mut last = first;
        while last + 1 < tokens.len() && linked(&tokens[last], &tokens[last + 1]) {
            last += 1;
        }
        if last > first {
            let key = tokens[first..=last].iter().map(|token| token.form.as_str()).collect();
            tokens[first].joined = Some((key, tokens[last].span.end()));
        }
        first = last + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, forms: &str) {
        let found = tokens(text, Span::of(0, text.len()));
        let shown: Vec<String> = found
            .iter()
            .map(|token| match &token.joined {
                Some((key, _)) => format!("{}+{key}", token.form),
                None => token.form.clone(),
            })
            .collect();
        assert_eq!(shown.join(" "), forms, "{text}");
        for token in &found {
            assert!(!token.span.slice(text).expect("slices").trim().is_empty(), "{text}");
        }
    }

    #[test]
    fn words_numbers_and_marks() {
        check("The mayor’s own car", "the mayor own car");
        check("Don't say 'never' to O’Brien", "dont say never to obrien");
        check("the players' bus", "the players bus");
        check("''Quoted'' text", "quoted text");
        check("fish & chips, R&D", "fish and chips r and d");
        check("10,000 of 3.5 million, in 2019, 2020", "10000 of 3.5 million in 2019 2020");
        check("80% at 12:00", "80 at 12 00");
        check("U.S. troops; the U.S", "u.s troops the u.s");
        check("at 5 p.m. Monday", "at 5 p.m monday");
        check("a long-term build-up", "a long+longterm term build+buildup up");
        check("a\u{a0}b…c—d", "a b c d");
        check("東京都 is", "東 京 都 is");
        check("cafe\u{301}s", "cafes");
        check("", "");
    }

    #[test]
    fn the_span_leaves_the_possessive_out() {
        let text = "the mayor's car";
        assert_eq!(tokens(text, Span::of(0, text.len()))[1].span.slice(text), Some("mayor"));
    }

    proptest! {
        #[test]
        fn a_plain_word_is_what_any_word_is(text in "[a-z0-9 .,'’é&-]{1,12}") {
            if let Some(word) = plain_word(&text) {
                let first = word.chars().next().expect("it has letters");
                prop_assert_eq!(read_any(&text, first), (word.len(), Some(word.to_ascii_lowercase())));
            }
        }
    }
}
