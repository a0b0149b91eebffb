//! One line (or wrapped paragraph) of an article and the plain facts about its shape that the rules ask for.

use crossread_corpus::span::Span;

/// A line with what the rules ask of it, worked out once.
pub(super) struct Line<'a> {
    /// Its place, trimmed; never blank.
    pub(super) span: Span,
    /// Its text.
    pub(super) text: &'a str,
    /// Its words: what stands between white space and holds a letter or digit.
    pub(super) words: Vec<&'a str>,
    /// Its text folded for comparing: see [`fold`].
    pub(super) key: String,
    /// See [`Line::size`].
    size: usize,
    /// See [`Line::is_story`].
    story: bool,
}

impl<'a> Line<'a> {
    /// The line at `span` of `text`.
    pub(super) fn new(text: &'a str, span: Span) -> Self {
        let line = &text[span.range()];
        let words: Vec<&str> = words(line).collect();
        // their first bytes, so that texts in other scripts need not be read again
        let unspaced = if line.bytes().any(|byte| matches!(byte, 0xe0 | 0xe3..=0xe9)) {
            line.chars().filter(|char| matches!(char, '\u{3040}'..='\u{9fff}' | '\u{e00}'..='\u{eff}')).count()
        } else {
            0
        };
        let size = words.len().max(unspaced / 2);
        let mut made = Self { span, text: line, words, key: fold(line), size, story: false };
        made.story = match size {
            0..8 => false,
            8..25 => made.ends_in_full_stop() || (made.stops() && made.is_quoted()) || has_inner_stop(line),
            _ => true,
        };
        made
    }

    /// True when it ends as a sentence does.
    pub(super) fn stops(&self) -> bool {
        ends_in_stop(self.text)
    }

    /// Its length in words; where a script puts no spaces between words, in half characters.
    pub(super) const fn size(&self) -> usize {
        self.size
    }

    /// True when it ends in a full stop that is not an acronym's: headlines may end in "?" and in "U.S.".
    pub(super) fn ends_in_full_stop(&self) -> bool {
        let bare = self.text.trim_end_matches(|char: char| CLOSING.contains(&char) || char.is_whitespace());
        let last = bare.rsplit(char::is_whitespace).next().unwrap_or_default();
        let acronym = last.len() <= 6 && last.trim_end_matches('.').contains('.') && !last.contains(char::is_lowercase);
        bare.ends_with(['.', '。', '।']) && !bare.ends_with("..") && !acronym
    }

    /// True when it reads as a piece of the story: a full sentence of some length, or several.
    pub(super) const fn is_story(&self) -> bool {
        self.story
    }

    /// The words that carry its subject, folded and cut short so that endings don't matter; sorted, each once.
    pub(super) fn subjects(&self) -> Vec<String> {
        let words = self.key.split(|char: char| !char.is_alphanumeric()).filter(|word| word.chars().count() >= 4);
        let mut cut: Vec<String> = words.map(|word| word.chars().take(5).collect()).collect();
        cut.retain(|word| {
            ![
                "that", "with", "from", "this", "have", "will", "after", "over", "into", "says", "said", "about",
                "their", "they", "been", "were", "more", "than",
            ]
            .contains(&word.as_str())
        });
        cut.sort();
        cut.dedup();
        cut
    }

    /// True when it begins as a quotation does.
    pub(super) fn is_quoted(&self) -> bool {
        self.text.starts_with(['"', '“', '„', '«', '‘', '「']) || self.text.starts_with("''")
    }

    /// True when it begins as an entry of a list does.
    pub(super) fn is_list_entry(&self) -> bool {
        let digits = self.text.trim_start_matches(|char: char| char.is_ascii_digit());
        let numbered = digits.len() < self.text.len() && digits.starts_with(['.', ')']) && digits[1..].starts_with(' ');
        numbered
            || self.text.starts_with(['•', '*', '·', '▪', '–', '—', '●', '►'])
            || self.text.starts_with("- ")
            || self.text.starts_with('-') && self.text[1..].starts_with(char::is_alphabetic)
    }

    /// True when every letter of two words or more is a capital.
    pub(super) fn is_all_capitals(&self) -> bool {
        self.words.len() >= 2 && self.text.chars().any(char::is_uppercase) && !self.text.chars().any(char::is_lowercase)
    }
}

/// The words of a text: what stands between white space and holds a letter or digit.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().filter(|word| {
        // as most words begin
        word.as_bytes()[0].is_ascii_alphanumeric() || word.chars().any(char::is_alphanumeric)
    })
}

/// Lower case, one kind of quote, white space (also U+00A0) as single spaces: equal keys are equal text to a reader.
pub(super) fn fold(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    let mut spaced = false;
    let mut rest = text;
    while let Some(char) = rest.chars().next() {
        let is_plain = |byte: &u8| byte.is_ascii_graphic() && *byte != b'`';
        let plain = rest.bytes().position(|byte| !is_plain(&byte)).unwrap_or(rest.len());
        let (here, behind) = rest.split_at(plain.max(char.len_utf8()));
        rest = behind;
        if plain == 0 && char.is_whitespace() {
            spaced = true;
            continue;
        }
        if spaced && !key.is_empty() {
            key.push(' ');
        }
        spaced = false;
        match char {
            _ if plain > 0 => key.push_str(here),
            '`' => key.push('\''),
            '“' | '”' | '„' | '«' | '»' | '″' => key.push('"'),
            '‘' | '’' | '‚' | '´' | '′' => key.push('\''),
            '–' | '—' | '−' => key.push('-'),
            '\u{200b}' | '\u{feff}' | '\u{ad}' => {}
            _ => key.extend(char.to_lowercase()),
        }
    }
    key.make_ascii_lowercase();
    key
}

const STOPS: [char; 9] = ['.', '!', '?', '…', '。', '！', '？', '؟', '।'];
const CLOSING: [char; 9] = ['"', '\'', '”', '’', ')', ']', '»', '」', '*'];

/// True when the text ends in a stop, whatever quotes and brackets close after it.
pub(super) fn ends_in_stop(text: &str) -> bool {
    text.trim_end_matches(|char: char| CLOSING.contains(&char) || char.is_whitespace()).ends_with(STOPS)
}

/// True when a sentence ends inside the text: a stop, white space, a capital, and no short word before the stop.
pub(super) fn has_inner_stop(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find(['.', '!', '?', '。']) {
        let (before, after) = rest.split_at(at);
        let after = &after[after.chars().next().map_or(1, char::len_utf8)..];
        let last = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        let spaced = after.trim_start_matches(|char| CLOSING.contains(&char));
        if last.chars().filter(|char| char.is_alphabetic()).count() > 3
            && spaced.starts_with(char::is_whitespace)
            && spaced.trim_start().starts_with(|char: char| char.is_uppercase() || matches!(char, '"' | '“'))
        {
            return true;
        }
        rest = after;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stop_counts_through_closing_marks() {
        assert!(ends_in_stop("“We left.”") && ends_in_stop("(So it is.)") && ends_in_stop("Why?"));
        assert!(!ends_in_stop("Ongoing works") && !ends_in_stop("They say 'no'") && !ends_in_stop(""));
    }

    #[test]
    fn equal_keys_are_equal_text_to_a_reader() {
        assert_eq!(fold("He\u{a0} said:  “It’s”\n me"), fold("he said: \"it's\" ME"));
    }

    #[test]
    fn a_list_entry_is_seen_by_its_mark() {
        let text = ["1. One", "- two", "• three", "3.5 million left", "-5 degrees"];
        let entries = text.map(|line| Line::new(line, Span::of(0, line.len())).is_list_entry());
        assert_eq!(entries, [true, true, true, false, false]);
    }
}
