//! Where lines begin and end: one a line of the file, or one a paragraph where the file's paragraphs are wrapped.

use super::line::{ends_in_stop, words};
use crossread_corpus::span::Span;

/// Widths, in characters, at which people and programs wrap text.
const WIDTHS: core::ops::RangeInclusive<usize> = 40..=110;

/// How far short of the file's longest line a wrapped line may fall, in characters.
const RAGGED: usize = 8;

/// The lines of `text` within `range`, trimmed, none blank; wrapped lines joined where `width` is given.
pub(super) fn lines(text: &str, range: Span, width: Option<usize>) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut blank = true;
    let mut last = "";
    let mut at = range.start() as usize;
    for line in text[range.range()].split('\n') {
        let span = Span::of(at, at + line.len()).trimmed(text);
        at += line.len() + 1;
        if span.is_empty() {
            blank = true;
            continue;
        }
        let line = &text[span.range()];
        match found.last_mut() {
            Some(joined) if !blank && width.is_some_and(|width| fills(last, line, width)) => {
                *joined = Span::new(joined.start(), span.end());
            }
            _ => found.push(span),
        }
        blank = false;
        last = line;
    }
    found
}

/// The width the file's paragraphs are wrapped at; `None` when each stands on a line of its own.
///
/// Filling a line leaves no room for the next one's first word. Lines are taken as wrapped when most that have a
/// neighbour are filled so, and when most of those stop in the middle of a sentence.
pub(super) fn width(text: &str) -> Option<usize> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let longest = lines.iter().filter(|line| line.contains(' ')).map(|line| line.chars().count()).max()?;
    if !WIDTHS.contains(&longest) {
        return None;
    }
    let pairs = lines.windows(2).filter(|pair| pair.iter().all(|line| !line.is_empty()));
    let (mut all, mut filled, mut inside) = (0, 0, 0);
    for pair in pairs {
        all += 1;
        if fills(pair[0], pair[1], longest) {
            filled += 1;
            inside += usize::from(!ends_in_stop(pair[0]) || pair[1].starts_with(char::is_lowercase));
        }
    }
    (filled >= 3 && filled * 2 >= all && inside * 10 >= filled * 7).then_some(longest)
}

/// True when `line` had no room for the first word of `next`.
fn fills(line: &str, next: &str, width: usize) -> bool {
    let word = next.split_whitespace().next().map_or(0, |word| word.chars().count());
    line.chars().count() + 1 + word + RAGGED > width && words(line).count() > 3 && !next.starts_with(['•', '*', '-'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(text: &str) -> Vec<String> {
        let lines = lines(text, Span::of(0, text.len()), width(text));
        lines.iter().map(|span| text[span.range()].replace('\n', " ")).collect()
    }

    #[test]
    fn wrapped_paragraphs_become_one_line_each() {
        let text = "Mayor opens the bridge\nJane Doe\n\nThe mayor of the town opened the new bridge on\nMonday after years of delay, and said that it\nwould serve everyone who lives on the far side\nof the river.\n\nThe old one is to be kept for people on foot and\nfor those who ride, she said.\n";
        assert_eq!(joined(text).len(), 4, "{:?}", joined(text));
        assert_eq!(joined(text)[1], "Jane Doe");
        assert!(joined(text)[2].ends_with("of the river."));
    }

    #[test]
    fn lines_of_their_own_stay_apart() {
        let text =
            "One short sentence stands here.\nAnother one stands here.\nA third line has a few more words.\nIt ends.";
        assert_eq!(joined(text).len(), 4);
        assert_eq!(joined("Headline\r\n\u{a0}\nText"), ["Headline", "Text"]);
        assert_eq!(joined(" \n\t\n"), Vec::<String>::new());
    }
}
