//! Words as Markdown that shows exactly these words (CommonMark 0.31, and the tables of GitHub's).

use crate::link;

/// Words inside a line; line ends become spaces.
pub(crate) fn escaped(words: &str) -> String {
    let mut line = String::with_capacity(words.len());
    let mut begins = true;
    for letter in words.chars() {
        match letter {
            '\n' | '\r' | '\t' => line.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '|' | '~' | '!' | '$' | '^' => {
                line.extend(['\\', letter]);
            }
            // They are marks only where a line begins: list markers, rules, headings underlined.
            '+' | '-' | '=' | '.' | ')' | ':' if begins => line.extend(['\\', letter]),
            _ => line.push(letter),
        }
        begins = begins && (letter.is_ascii_digit() || letter.is_whitespace());
    }
    line
}

/// Words that are a link.
pub(crate) fn linked(words: &str, to: &str) -> String {
    match link::of_web(to) {
        Some(to) => format!("[{}]({to})", escaped(words)),
        None => escaped(words),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser};

    /// What a reader of this Markdown sees, white space made one.
    pub(crate) fn seen(markdown: &str) -> String {
        let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
        let mut text = String::new();
        for event in Parser::new_ext(markdown, options) {
            match event {
                Event::Text(words) => text += &words,
                Event::Start(_) | Event::End(_) | Event::SoftBreak => text.push(' '),
                other => panic!("{other:?} in {markdown}"),
            }
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    proptest! {
        #[test]
        fn what_is_seen_is_what_was_there(words in "[ \\na1.)+=*_`#|~<>&!\\[\\]\\\\(:-]{1,30}") {
            let spaced: Vec<&str> = words.split_whitespace().collect();
            prop_assert_eq!(seen(escaped(&words).trim()), spaced.join(" "));
        }
    }

    #[test]
    fn a_link_is_one_only_to_the_web() {
        assert_eq!(linked("a]b", "https://a.example/(1)"), "[a\\]b](https://a.example/%281%29)");
        assert_eq!(linked("a", "javascript:alert(1)"), "a");
        assert_eq!(seen("[a](https://a.example)"), "a");
    }
}
