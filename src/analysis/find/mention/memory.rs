//! What the whole article shows of its words: which it writes in small letters, which with a capital amid a sentence.

use super::{
    lexicon::{Classes, Key},
    word::{Shape, Word},
};
use crate::find::hashed::NumberSet;

/// One sentence, ready for the search for names.
#[derive(Debug)]
pub(super) struct Sentence<'a> {
    /// Its words.
    pub(super) words: Vec<Word<'a>>,
    /// True when nearly all its words begin with a capital, as in many headlines: capitals then say nothing.
    pub(super) titled: bool,
}

/// The article's own use of capitals.
#[derive(Default, Debug)]
pub(super) struct Memory {
    lower: NumberSet<u64>,
    capitals: NumberSet<u64>,
    pairs: NumberSet<u64>,
    family: NumberSet<u64>,
}

impl<'a> Sentence<'a> {
    /// The sentence with these words.
    pub(super) fn new(mut words: Vec<Word<'a>>) -> Self {
        let titled = is_titled(&words);
        if titled {
            // in a line all in capitals an acronym cannot be told from a word
            let shouted = words.iter().filter(|w| w.shape == Shape::Caps).count() * 2 > words.len();
            let shouting = words
                .iter_mut()
                .filter(|w| shouted && w.shape == Shape::Caps && !w.is(Classes::ORG.or(Classes::COUNTRY)));
            shouting.for_each(|word| word.shape = Shape::Capital);
        }
        Self { words, titled }
    }

    /// True when the word at `at` has a capital because something begins there: a sentence, a quotation, a line after a
    /// colon or a dash.
    pub(super) fn opens(&self, at: usize) -> bool {
        at == 0
            || matches!(
                self.words[at - 1].text,
                "\"" | "“"
                    | "‘"
                    | "''"
                    | "``"
                    | "'"
                    | ":"
                    | "—"
                    | "--"
                    | "•"
                    | "·"
                    | "*"
                    | "…"
                    | "..."
                    | "?"
                    | "!"
                    | "."
                    | "("
                    | "–"
                    | "-"
                    | ";"
                    | "["
            )
    }
}

/// True when nearly all words that could do without have a capital.
fn is_titled(words: &[Word]) -> bool {
    let (mut capital, mut all, mut ordinary, mut small) = (0, 0, 0, 0);
    for (at, word) in words.iter().enumerate().skip(1) {
        if !matches!(word.shape, Shape::Lower | Shape::Capital | Shape::Caps) {
            continue;
        }
        let after_mark = words[at - 1].shape == Shape::Mark && words[at - 1].text != ",";
        if word.text.len() > 3 {
            all += 1;
            capital += usize::from(word.is_capital());
            let names = Classes::NAMES.or(Classes::GIVEN).or(Classes::TITLE).or(Classes::ORG_HEAD).or(Classes::CAPITAL);
            let family = words[at - 1].is(Classes::GIVEN) && words[at - 1].is_capital();
            ordinary += usize::from(word.is_capital() && !after_mark && !family && !word.is(names) && word.is_common());
        }
        // "To", "Of", "He": small words have a capital in titles only
        small +=
            usize::from(word.is_capital() && !after_mark && word.is(Classes::OPENER) && word.shape == Shape::Capital);
    }
    // a headline has no stop, most often
    let stopped = words.last().is_some_and(|w| matches!(w.text, "." | "”" | "\"" | "!"));
    let enough = if stopped { 4 } else { 2 };
    (all >= 3 && capital * 10 >= all * 7 && ordinary >= enough) || (small >= 2 && ordinary >= 2 && capital * 2 >= all)
}

impl Memory {
    /// What these sentences show.
    pub(super) fn of(sentences: &[Sentence]) -> Self {
        let mut memory = Self::default();
        memory.lower.reserve(sentences.iter().map(|sentence| sentence.words.len()).sum::<usize>() / 3);
        for sentence in sentences.iter().filter(|sentence| !sentence.titled) {
            for (at, word) in sentence.words.iter().enumerate() {
                if word.shape == Shape::Lower {
                    memory.lower.insert(word.key.value());
                } else if word.is_capital() && !sentence.opens(at) {
                    memory.capitals.insert(word.key.value());
                    if sentence.words[at - 1].is_capital()
                        && sentence.words[at - 1].is(Classes::GIVEN.or(Classes::HONORIFIC))
                    {
                        memory.family.insert(word.key.value());
                    }
                    if let Some(next) = sentence.words.get(at + 1).filter(|next| next.is_capital()) {
                        memory.pairs.insert(word.key.then(next.text).value());
                    }
                }
            }
        }
        memory
    }

    /// True when the article writes the word in small letters somewhere.
    pub(super) fn has_lower(&self, key: Key) -> bool {
        self.lower.contains(&key.value())
    }

    /// True when the article writes the word with a capital where nothing begins.
    pub(super) fn has_capital(&self, key: Key) -> bool {
        self.capitals.contains(&key.value())
    }

    /// True when the two stand so side by side.
    pub(super) fn has_pair(&self, first: &Word, second: &Word) -> bool {
        self.pairs.contains(&first.key.then(second.text).value())
    }

    /// True when the word that opens a sentence at `words[0]`, with the rest of its run of capitals behind it, belongs
    /// to a name; `next` stands behind the run.
    pub(super) fn keeps_opening(&self, run: &[Word], next: Option<&Word>) -> bool {
        let first = &run[0];
        let named = Classes::NAMES.or(Classes::GIVEN).or(Classes::SURNAME);
        if first.is(Classes::OPENER) {
            return run.len() > 1 && self.has_pair(first, &run[1]);
        }
        if run.len() == 1 && self.has_lower(first.key) && !self.has_capital(first.key) && first.shape == Shape::Capital
        {
            return false;
        }
        if !first.is_common() || matches!(first.shape, Shape::Initial | Shape::Caps | Shape::Mixed) {
            return true;
        }
        if run.len() == 1 {
            if self.family.contains(&first.key.value()) {
                return true;
            }
            let capital = self.has_capital(first.key);
            let country = first.is(Classes::COUNTRY.or(Classes::SEAT).or(Classes::PEOPLE));
            let company = first.is(Classes::ORG) && !self.has_lower(first.key);
            return (company && next.is_some_and(|next| says(next)))
                || (capital && (!self.has_lower(first.key) || first.is(named)))
                || (country && !self.has_lower(first.key));
        }
        let (next, last) = (&run[1], &run[run.len() - 1]);
        let titles = Classes::TITLE.or(Classes::RANK).or(Classes::HONORIFIC).or(Classes::PEOPLE).or(Classes::COUNTRY);
        let begins = Classes::ORG_FIRST.or(Classes::OTHER_FIRST);
        let heads = Classes::ORG_HEAD.or(Classes::ORG_SUFFIX).or(Classes::PLACE_HEAD).or(Classes::OTHER_HEAD);
        first.is(titles.or(begins))
            || self.has_pair(first, next)
            || (first.is(Classes::GIVEN) && (!next.is_common() || next.is(Classes::SURNAME)))
            || (last.is(heads) && !first.text.ends_with("ly") && !last.is(Classes::TITLE))
    }
}

/// True for verbs that often stand behind a name, and seldom behind a noun that opens a sentence without an article.
fn says(word: &Word) -> bool {
    const VERBS: [&str; 22] = [
        "said",
        "says",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "will",
        "would",
        "announced",
        "reported",
        "declined",
        "did",
        "also",
        "plans",
        "sack",
        "beat",
        "won",
        "lost",
        "and",
    ];
    VERBS.contains(&word.text)
}

#[cfg(test)]
mod tests {
    use super::{
        super::word::{Seen, words},
        *,
    };
    use crate::find::token::tokens;
    use crossread_corpus::span::Span;

    fn sentence(text: &str) -> Sentence<'_> {
        Sentence::new(words(text, &tokens(text, Span::of(0, text.len())), &mut Seen::default()))
    }

    #[test]
    fn titles_are_known_by_their_capitals() {
        assert!(sentence("Mayor Says No To New Bridge Over River").titled);
        assert!(!sentence("Jane Roe met Vladimir Brook in Minsk").titled);
        assert!(!sentence("The mayor says no").titled);
        assert!(!sentence("The Ministry of Trade met Jane Roe.").titled);
    }

    /// `body` is the article; does the first word of `opening` belong to a name?
    fn check(body: &str, opening: &str, expected: bool) {
        let memory = Memory::of(&[sentence(body)]);
        let opening = sentence(opening);
        let run = opening.words.iter().take_while(|w| w.is_capital()).count();
        assert_eq!(memory.keeps_opening(&opening.words[..run], opening.words.get(run)), expected, "{opening:?}");
    }

    #[test]
    fn openings() {
        check("", "Meanwhile Roe left.", false);
        check("", "Zorblax left.", true);
        check("They saw Rose leave.", "Rose left.", true);
        check("They saw a rose.", "Rose left.", false);
        check("", "Supreme Court judges left.", true);
        check("", "Mark Smith left.", true);
        check("", "Turkey left.", true);
    }
}
