//! Places in a text by their words, as an editor writes them: the words, and as much of what stands before and behind
//! them as tells them from the same words elsewhere. (The text quote selector of the Web Annotation Data Model.)

use crate::span::Span;

/// Words with what stands around them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Quote {
    /// The words.
    pub words: String,
    /// What stands right before them; empty when they stand once in the text.
    pub before: String,
    /// What stands right behind them.
    pub after: String,
}

/// Everywhere that `quote` stands in `text`; white space is the same however long, and line ends are white space.
pub fn places(text: &str, quote: &Quote) -> Vec<Span> {
    let words = quote.words.trim();
    if words.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (start, _) in text.char_indices() {
        let Some(length) = stands(&text[start..], words) else { continue };
        let end = start + length;
        if ends(&text[..start], &quote.before) && stands(&text[end..], &quote.after).is_some() {
            found.push(Span::of(start, end));
        }
    }
    found
}

/// How many bytes of `text` are `words`, which it begins with.
fn stands(text: &str, words: &str) -> Option<usize> {
    let (mut rest, mut wanted) = (text, words);
    while let Some(letter) = wanted.chars().next() {
        if letter.is_whitespace() {
            let after = rest.trim_start();
            if after.len() == rest.len() {
                return None;
            }
            (rest, wanted) = (after, wanted.trim_start());
        } else {
            rest = rest.strip_prefix(letter)?;
            wanted = &wanted[letter.len_utf8()..];
        }
    }
    Some(text.len() - rest.len())
}

/// True when `text` ends with `words`.
fn ends(text: &str, words: &str) -> bool {
    let (mut rest, mut wanted) = (text, words);
    while let Some(letter) = wanted.chars().next_back() {
        if letter.is_whitespace() {
            let before = rest.trim_end();
            if before.len() == rest.len() {
                return false;
            }
            (rest, wanted) = (before, wanted.trim_end());
        } else {
            let Some(before) = rest.strip_suffix(letter) else { return false };
            rest = before;
            wanted = &wanted[..wanted.len() - letter.len_utf8()];
        }
    }
    true
}

/// The words at `span`, with as little around them as tells where they stand.
pub fn quote(text: &str, span: Span) -> Quote {
    let (start, end) = (span.start() as usize, span.end() as usize);
    let (mut from, mut to) = (start, end);
    loop {
        let quote = Quote {
            words: text[start..end].to_owned(),
            before: text[from..start].to_owned(),
            after: text[end..to].to_owned(),
        };
        if (from == 0 && to == text.len()) || places(text, &quote).len() < 2 {
            return quote;
        }
        // one word more on either side
        let before = text[..from].trim_end();
        from = before.rfind(char::is_whitespace).map_or(0, |space| space + width(&before[space..]));
        let space = text.len() - text[to..].trim_start().len();
        to = text[space..].find(char::is_whitespace).map_or(text.len(), |length| space + length);
    }
}

fn width(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(text: &str, before: &str, words: &str, after: &str) -> Vec<u32> {
        let quote = Quote { words: words.into(), before: before.into(), after: after.into() };
        places(text, &quote).iter().map(|span| span.start()).collect()
    }

    #[test]
    fn words_stand_where_they_stand() {
        assert_eq!(found("a bun, a bun", "", "a bun", ""), [0, 7]);
        assert_eq!(found("a bun, a bun", ", ", "a bun", ""), [7]);
        assert_eq!(found("a bun, a bun", "", "a bun", ","), [0]);
        assert_eq!(found("warm\n  bread", "", "warm bread", ""), [0], "white space is white space");
        assert_eq!(found("warm\n  bread", "warm ", "bread", ""), [7]);
        assert!(found("warmbread", "", "warm bread", "").is_empty());
        assert!(found("bread", "", " ", "").is_empty());
    }

    #[test]
    fn as_little_is_quoted_as_tells() {
        let text = "Two loaves. The baker sold two loaves, then two buns.";
        let span = Span::of(27, 30);
        assert_eq!(span.slice(text), Some("two"));
        let found = quote(text, span);
        assert_eq!((found.before.as_str(), found.after.as_str()), ("sold ", " loaves,"));
    }

    proptest! {
        #[test]
        fn a_quoted_place_is_found_again(text in "[ab .\\né]{1,40}", from in 0_usize..40, length in 1_usize..6) {
            let places_of: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let from = from % places_of.len();
            let to = (from + length).min(places_of.len() - 1);
            let span = Span::of(places_of[from.min(to)], places_of[to]);
            prop_assume!(span == span.trimmed(&text) && !span.is_empty());
            prop_assert_eq!(places(&text, &quote(&text, span)), vec![span]);
        }
    }
}
