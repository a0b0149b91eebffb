//! News and picture agencies by name: where a stretch of text credits them.

use super::list;
use crossread_corpus::span::Span;
use std::sync::LazyLock;

/// A spelling and the name to show for it.
struct Spelling {
    written: &'static str,
    name: &'static str,
}

/// Longest first, so that "Associated Press of Pakistan" is not "Associated Press".
static SPELLINGS: LazyLock<Vec<Spelling>> = LazyLock::new(|| {
    let mut all = Vec::new();
    for line in list::lines(include_str!("../data/agencies.tsv")) {
        let (name, others) = line.split_once('\t').unwrap_or((line, ""));
        let others = others.split('|').filter(|other| !other.is_empty());
        all.extend(core::iter::once(name).chain(others).map(|written| Spelling { written, name }));
    }
    all.sort_by_key(|spelling| core::cmp::Reverse(spelling.written.len()));
    all
});

/// The agencies named within `range`, with the names to show: sorted, not overlapping.
pub(super) fn named(text: &str, range: Span) -> Vec<(Span, &'static str)> {
    let inner = &text[range.range()];
    let offset = range.start() as usize;
    let mut found: Vec<(Span, &'static str)> = Vec::new();
    let starts = starts(inner);
    for spelling in SPELLINGS.iter() {
        for at in occurrences(inner, &starts, spelling.written) {
            let span = Span::of(offset + at, offset + at + spelling.written.len());
            if !found.iter().any(|(other, _)| other.overlaps(span)) {
                found.push((span, spelling.name));
            }
        }
    }
    found.sort_by_key(|(span, _)| *span);
    found
}

/// The agency that `text` names and nothing else (but "The", "Staff" and marks around it).
pub(super) fn is_only(text: &str) -> Option<&'static str> {
    let (span, name) = *named(text, Span::of(0, text.len())).first()?;
    let rest = [&text[..span.start() as usize], &text[span.end() as usize..]];
    let allowed = |word: &str| {
        let word = word.trim_matches(|char: char| !char.is_alphanumeric());
        word.is_empty() || ["the", "staff", "news", "agency", "via"].contains(&word.to_lowercase().as_str())
    };
    rest.iter().flat_map(|part| part.split_whitespace()).all(allowed).then_some(name)
}

/// Where words begin, each with its first byte folded: a name can stand only there.
fn starts(text: &str) -> Vec<(u8, usize)> {
    let mut found = Vec::new();
    let mut inside = false;
    for (at, char) in text.char_indices() {
        if !inside {
            found.push((first_byte(&text[at..]), at));
        }
        inside = char.is_alphanumeric();
    }
    found
}

/// The first byte in small letters, one for all that are not ASCII.
fn first_byte(text: &str) -> u8 {
    text.bytes().next().map_or(0, |byte| if byte.is_ascii() { byte.to_ascii_lowercase() } else { 0x80 })
}

/// Where `written` stands as words of its own. Names without a small letter must be written so.
fn occurrences(text: &str, starts: &[(u8, usize)], written: &'static str) -> Vec<usize> {
    let first = first_byte(written);
    let mut places = starts.iter().filter(|(byte, _)| *byte == first).map(|(_, at)| *at).peekable();
    if places.peek().is_none() {
        return Vec::new();
    }
    let exact = !written.chars().any(char::is_lowercase) || written.len() <= 4;
    let stands = |at: &usize| {
        let Some(here) = text.get(*at..at + written.len()) else { return false };
        let same = here == written || (!exact && here.to_lowercase() == written.to_lowercase());
        same && !text[at + written.len()..].starts_with(char::is_alphanumeric)
    };
    places.filter(stands).collect()
}

/// The credit in a lede's lead-in: `CITY (Agency) —`, `CITY, Aug. 16 /Agency/`; with the place where the lead-in ends.
pub(super) fn lead_in(text: &str) -> Option<(Span, usize)> {
    let window: usize = text.char_indices().nth(90).map_or(text.len(), |(at, _)| at);
    let head = &text[..window];
    let open = head.find(['(', '/'])?;
    let close_mark = if head[open..].starts_with('(') { ')' } else { '/' };
    let close = open + 1 + head[open + 1..].find(close_mark)?;
    let credit = Span::of(open + 1, close);
    let before_ok = !head[..open].contains(['"', '“', '.', '!', '?'].as_slice())
        || head[..open]
            .split_whitespace()
            .all(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
    let after = head[close + 1..].trim_start();
    let dashed = after.starts_with(['-', '–', '—', ':', '.']) || open == 0;
    let short = head[..open].split_whitespace().count() <= 8;
    (before_ok && dashed && short && !named(text, credit).is_empty()).then_some((credit, close + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<&'static str> {
        named(text, Span::of(0, text.len())).into_iter().map(|(_, name)| name).collect()
    }

    #[test]
    fn agencies_are_found_under_every_spelling() {
        assert_eq!(names("ab/cd (AP, REUTERS, dpa)"), ["AP", "Reuters", "dpa"]);
        assert_eq!(names("The Associated Press and Agence France-Presse"), ["AP", "AFP"]);
        assert_eq!(names("(AP Photo/Jane Doe)"), ["AP"]);
        assert_eq!(names("AFP via Getty Images"), ["AFP", "Getty Images"]);
    }

    #[test]
    fn parts_of_words_and_small_letters_are_not_agencies() {
        assert_eq!(names("APPLE pa ap Map of the reuterswerk"), [""; 0]);
    }

    #[test]
    fn a_lede_may_begin_with_its_credit() {
        for lede in [
            "SPRINGFIELD, Ohio (AP) — The mayor",
            "LONDON, Aug 16 (Reuters) - The mayor",
            "MOSCOW, August 16. /TASS/. The mayor",
            "(AFP) The mayor",
        ] {
            assert!(lead_in(lede).is_some(), "{lede}");
        }
        for other in ["The mayor told the agency (AP) that he would", "The mayor (AP) was here", "He left."] {
            assert!(lead_in(other).is_none(), "{other}");
        }
    }
}
