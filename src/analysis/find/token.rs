//! Words, numbers and marks of a text: the units every other finder reads.

use super::hashed::WordMap;
use crossread_corpus::span::Span;
use std::sync::LazyLock;

/// What a token is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TokenKind {
    /// Letters, with digits, inner hyphens, apostrophes and the stops of abbreviations: `O'Neill`, `U.S.`, `a.m.`,
    /// `state-owned`, `@handle`.
    Word,
    /// Begins with a digit: `7,000`, `5:30`, `26-year-old`.
    Number,
    /// The short form of a word, or the possessive ending, that is written onto the word before: `'s`, `n't`, `’ll`.
    Clitic,
    /// Punctuation: a quotation mark, a stop, a run of dots or dashes.
    Mark,
    /// Any other sign: `$`, `%`, `&`.
    Symbol,
}

/// One token.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// Where it stands; never blank.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
}

impl Token {
    /// Its text.
    pub fn text(self, text: &str) -> &str {
        &text[self.span.range()]
    }
}

/// The tokens within `within`, in order, with only white space between them.
pub fn tokens(text: &str, within: Span) -> Vec<Token> {
    let mut found = Vec::with_capacity(within.len() as usize / 5);
    let end = within.end() as usize;
    let mut at = within.start() as usize;
    while let Some(first) = text[at..end].chars().next() {
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let rest = &text[at..end];
        let joined = found.last().is_some_and(|t: &Token| t.span.end() as usize == at && t.kind != TokenKind::Mark);
        let (length, kind) = if let Some(length) = joined.then(|| clitic(rest)).flatten() {
            (length, TokenKind::Clitic)
        } else if first.is_alphanumeric() || (matches!(first, '@' | '#') && rest[1..].starts_with(is_word)) {
            let kind = if first.is_ascii_digit() { TokenKind::Number } else { TokenKind::Word };
            (word(rest), kind)
        } else {
            sign(rest, first)
        };
        found.push(Token { span: Span::of(at, at + length), kind });
        at += length;
    }
    found
}

/// How an abbreviation behaves before the next word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Abbreviation {
    /// Titles and the like: its stop never ends a sentence.
    Before,
    /// "No.", months: its stop ends no sentence when a digit follows.
    Number,
    /// "Inc.", "U.S.": its stop may end a sentence as well.
    Within,
}

/// The class of `word`, given without its last stop; for "No." and "Sec.", which are in two classes, the first.
pub(crate) fn abbreviation(word: &str) -> Option<Abbreviation> {
    static WORDS: LazyLock<WordMap<&str, Abbreviation>> = LazyLock::new(|| {
        let mut words = WordMap::default();
        for line in include_str!("../data/abbreviations.txt").lines().filter(|line| !line.starts_with('#')) {
            let (class, list) = line.split_once('\t').expect("the file has two columns");
            let class = match class {
                "before" => Abbreviation::Before,
                "number" => Abbreviation::Number,
                _ => Abbreviation::Within,
            };
            for word in list.split_whitespace() {
                words.entry(word).or_insert(class);
            }
        }
        words
    });
    WORDS.get(word).copied()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || ('\u{300}'..='\u{36f}').contains(&c)
}

/// Length of the word at the start of `rest`: its clitic and a stop that is not its own are left out.
fn word(rest: &str) -> usize {
    plain_word(rest).unwrap_or_else(|| written_word(rest))
}

/// Length of the letters at the start of `rest`, where a space or a mark behind them shows that they are the whole word,
/// as most often.
fn plain_word(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let letters = bytes.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(bytes.len());
    let ends =
        bytes.get(letters).is_none_or(|byte| matches!(byte, b' ' | b'\n' | b',' | b';' | b'"' | b')' | b'?' | b'!'));
    (letters > 0 && ends).then_some(letters)
}

/// The same for any word.
fn written_word(rest: &str) -> usize {
    let digits = rest.starts_with(|c: char| c.is_ascii_digit());
    let mut end = 0; // of what is surely in the word
    let mut part = 0; // start of the stretch since the last stop
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, c)| *c);
        let next_word = next.is_some_and(|c| c.is_alphanumeric());
        let next_digit = next.is_some_and(|c| c.is_ascii_digit());
        if is_word(c) || (at == 0 && matches!(c, '@' | '#')) {
            if matches!(c, 'n' | 'N') && at > 0 && clitic(&rest[at..]).is_some() {
                return at;
            }
            end = at + c.len_utf8();
            continue;
        }
        let goes_on = match c {
            '\'' | '’' => next_word && !digits && clitic(&rest[at..]).is_none(),
            '-' | '\u{2011}' | '&' => next_word,
            ',' | ':' | '/' => digits && next_digit,
            '.' if digits => next_digit || (next_word && rest[part..at].len() > 1),
            '.' => {
                let single = at - part <= 1 && rest[part..at].chars().all(char::is_alphabetic);
                let initials = single && (part > 0 || next_word || rest[part..at].chars().all(char::is_uppercase));
                if initials || (!next_word && abbreviation(&rest[..at]).is_some()) {
                    end = at + 1;
                }
                part = at + 1;
                // "example.com", "Node.js", but not "end.Start" where a space is missing
                initials && next_word || next.is_some_and(|c| c.is_lowercase() || c.is_ascii_digit())
            }
            _ => false,
        };
        if !goes_on {
            break;
        }
    }
    end
}

/// Length of the clitic at the start of `rest`, its apostrophe (and the `n` of `n't`) included.
fn clitic(rest: &str) -> Option<usize> {
    const ENDINGS: [&str; 6] = ["s", "re", "ve", "ll", "d", "m"];
    let negated = rest.starts_with(['n', 'N']);
    let from = usize::from(negated);
    let mark = rest[from..].chars().next().filter(|c| matches!(c, '\'' | '’'))?;
    let tail = &rest[from + mark.len_utf8()..];
    let length = tail.bytes().take(3).take_while(u8::is_ascii_alphabetic).count();
    let known = if negated {
        tail[..length].eq_ignore_ascii_case("t")
    } else {
        ENDINGS.iter().any(|ending| tail[..length].eq_ignore_ascii_case(ending))
    };
    (known && !tail[length..].starts_with(is_word)).then_some(from + mark.len_utf8() + length)
}

/// Length and kind of the mark or symbol at the start of `rest`: doubled apostrophes, runs of dots and dashes are one.
fn sign(rest: &str, first: char) -> (usize, TokenKind) {
    let run = |c: char| rest.len() - rest.trim_start_matches(c).len();
    match first {
        '\'' | '`' if rest[1..].starts_with(first) => (2, TokenKind::Mark),
        '.' | '-' | '…' | '—' | '?' | '!' => (run(first), TokenKind::Mark),
        _ if first.is_ascii_punctuation() && !matches!(first, '$' | '%' | '&' | '+' | '=' | '<' | '>' | '^' | '~') => {
            (1, TokenKind::Mark)
        }
        '‘' | '’' | '“' | '”' | '‚' | '„' | '«' | '»' | '–' | '―' | '•' | '·' | '¡' | '¿' | '‹' | '›' => {
            (first.len_utf8(), TokenKind::Mark)
        }
        _ => (first.len_utf8(), TokenKind::Symbol),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `expected` is the same text with a bar between tokens.
    fn check(expected: &str) {
        let text = expected.replace('|', "");
        let found: Vec<&str> = tokens(&text, Span::of(0, text.len())).into_iter().map(|t| t.text(&text)).collect();
        assert_eq!(found, expected.split('|').map(str::trim).collect::<Vec<_>>(), "{text}");
    }

    #[test]
    fn words_keep_what_is_inside_them() {
        check("O'Neill| met| the| state-owned| firm|'s| chief| in| the| U.S.| capital|.");
        check("At| 5:30| p.m.| Mr.| Day| paid| $|7,000.50| for| AT&T|,| Inc.| shares|.");
        check("See| example.com| or| @some_one| about| #topic|.");
    }

    #[test]
    fn clitics_stand_alone() {
        check("They|’ll| say| she| did|n’t| and| I|'d| ca|n't| know| the| boss|’s| view|.");
    }

    #[test]
    fn runs_of_dots_and_doubled_marks_are_one() {
        check("''|Well|...| no|,|''| he| said| --| twice|.|”");
        check("Wait|…| what|?!".replace("?!", "?|!").as_str());
    }

    #[test]
    fn a_missing_space_does_not_glue_sentences() {
        check("It| ended|.|Then| all| left|.");
    }

    #[test]
    fn plain_words_are_words() {
        for rest in ["bread", "bread, rye", "Bread\nrye", "rye!", "n", "NATO)", "an't"] {
            assert!(plain_word(rest).is_none_or(|length| length == written_word(rest)), "{rest}");
        }
    }

    proptest! {
        // the default would leave a folder in `src/`, where every folder is a crate
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn tokens_cover_all_but_white_space(text in "[a-zA-Z0-9 .,'’“”\"\\-é…@#$\n\u{a0}]{0,80}|\\PC{0,40}") {
            let mut at = 0;
            for token in tokens(&text, Span::of(0, text.len())) {
                let range = token.span.range();
                prop_assert!(text[at..range.start].chars().all(char::is_whitespace));
                prop_assert!(!text[range.clone()].trim().is_empty());
                at = range.end;
            }
            prop_assert!(text[at..].chars().all(char::is_whitespace));
        }
    }
}
