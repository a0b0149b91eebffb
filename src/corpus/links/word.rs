//! Words as two texts are compared by them: however they are cased, accented, contracted or joined.

use crate::{
    index::token::{Token, tokens},
    span::Span,
};

/// A word of a text and what it is compared by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Word {
    /// Where it stands; both parts of a contraction have a span of their own.
    pub span: Span,
    /// Equal for words that are the same but for case, accents and contraction.
    pub key: u64,
    /// The key's factor when a word follows without a space: the compound of two words has the key of both.
    shift: u64,
    /// How much it says: [`LIGHT`] for words that any text has, [`HEAVY`] for the others.
    pub weight: u32,
}

/// The weight of function words.
pub const LIGHT: u32 = 1;

/// The weight of all other words.
pub const HEAVY: u32 = 4;

/// English words found in every text, sorted.
const FUNCTION_WORDS: [&str; 83] = [
    "about", "after", "all", "also", "and", "any", "are", "been", "before", "being", "both", "but", "can", "could",
    "did", "does", "each", "for", "from", "had", "has", "have", "her", "here", "him", "his", "how", "into", "its",
    "just", "many", "may", "might", "more", "most", "much", "must", "nor", "not", "off", "one", "only", "onto", "our",
    "out", "over", "per", "shall", "she", "should", "some", "such", "than", "that", "the", "their", "them", "then",
    "there", "these", "they", "this", "those", "under", "upon", "very", "via", "was", "were", "what", "when", "where",
    "which", "who", "whom", "whose", "why", "will", "with", "would", "yet", "you", "your",
];

impl Word {
    /// The word that stands at `span` and is compared by `form`, which is folded.
    pub fn new(span: Span, form: &str) -> Self {
        let (key, shift) =
            form.bytes().fold((0, 1), |(key, shift), byte| (append(key, BASE, byte.into()), BASE.wrapping_mul(shift)));
        Self { span, key, shift, weight: if is_function_word(form) { LIGHT } else { HEAVY } }
    }
}

/// Multiplier of the polynomial hash that keys are: odd, so that no byte's part is lost.
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

const fn append(key: u64, shift: u64, more: u64) -> u64 {
    key.wrapping_mul(shift).wrapping_add(more)
}

/// The key of `words` written as one.
pub(super) fn compound(words: &[Word]) -> u64 {
    words.iter().fold(0, |key, word| append(key, word.shift, word.key))
}

/// True for words that any English text has; also for single letters and two-letter words.
pub fn is_function_word(form: &str) -> bool {
    let plain = form.as_bytes().first().is_none_or(u8::is_ascii_lowercase);
    plain && (form.len() <= 2 || FUNCTION_WORDS.binary_search(&form).is_ok())
}

/// The words of `text[span]`, in order; punctuation is none, `&` is "and", "don't" is "do" and "not".
pub fn words(text: &str, span: Span) -> Vec<Word> {
    let mut found = Vec::with_capacity(span.len() as usize / 5);
    for_each_word(text, span, |span, form| found.push(Word::new(span, form)));
    found
}

/// Calls `take` with the place and the folded form of each word of `text[span]`, as [`words`] has them.
pub fn for_each_word(text: &str, span: Span, mut take: impl FnMut(Span, &str)) {
    for token in tokens(text, span) {
        let written = &text[token.span.range()];
        let behind = &text[token.span.end() as usize..span.end() as usize];
        match contraction(written, behind, &token) {
            Some((cut, first, second)) => {
                take(Span::new(token.span.start(), cut.start()), first);
                take(cut, second);
            }
            None => take(token.span, &token.form),
        }
    }
}

/// The place of a contraction's second half, and the forms of both; `behind` is what follows the token.
fn contraction<'a>(written: &str, behind: &str, token: &'a Token) -> Option<(Span, &'a str, &'static str)> {
    const SECONDS: [(&str, &str); 5] = [("re", "are"), ("ve", "have"), ("ll", "will"), ("m", "am"), ("d", "would")];
    const SUBJECTS: [&str; 11] =
        ["it", "he", "she", "that", "there", "here", "what", "who", "where", "how", "everyone"];
    let end = token.span.end();
    if token.form == "cannot" {
        return Some((Span::new(end - 3, end), "can", "not"));
    }
    let Some((mark, apostrophe)) = written.char_indices().rev().find(|(_, letter)| matches!(letter, '\'' | '’'))
    else {
        // the tokenizer has left "'s" out
        let apostrophe = behind.chars().next().filter(|letter| matches!(letter, '\'' | '’'))?;
        let length = u32::try_from(apostrophe.len_utf8() + 1).expect("a letter and a mark");
        let joined = behind[apostrophe.len_utf8()..].starts_with(['s', 'S']);
        let second = if token.form == "let" { "us" } else { "is" };
        let known = token.form == "let" || SUBJECTS.contains(&token.form.as_str());
        return (joined && known).then(|| (Span::new(end, end + length), token.form.as_str(), second));
    };
    let tail = &written[mark + apostrophe.len_utf8()..];
    let start = token.span.start() as usize;
    if tail.eq_ignore_ascii_case("t") {
        let base = token.form.strip_suffix("nt").filter(|base| base.len() > 1)?;
        let first = match base {
            "ca" => return Some((Span::of(start + mark - 1, end as usize), "can", "not")),
            "wo" => "will",
            "sha" => "shall",
            _ => base,
        };
        return Some((Span::of(start + mark - 1, end as usize), first, "not"));
    }
    let (written_as, second) = SECONDS.iter().find(|(short, _)| tail.eq_ignore_ascii_case(short))?;
    let first = token.form.strip_suffix(written_as).filter(|first| !first.is_empty())?;
    Some((Span::of(start + mark, end as usize), first, second))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn keys(text: &str) -> Vec<u64> {
        words(text, Span::of(0, text.len())).iter().map(|word| word.key).collect()
    }

    #[test]
    fn function_words_are_found() {
        assert!(FUNCTION_WORDS.is_sorted() && FUNCTION_WORDS.iter().all(|word| is_function_word(word)));
        assert!(is_function_word("it") && !is_function_word("mayor") && !is_function_word("10"));
    }

    #[test]
    fn contractions_are_the_words_they_stand_for() {
        for (short, long) in [
            ("They don’t, can't and won't", "They do not, cannot and will not"),
            ("It's wet & we're here", "It is wet and we are here"),
            ("I'm sure she’ll say we've lost", "I am sure she will say we have lost"),
            ("Let's go, THERE'S time", "let us go there is time"),
            ("the mayor's “Café”", "The mayor cafe"),
        ] {
            assert_eq!(keys(short), keys(long), "{short}");
        }
        assert_ne!(keys("the mayor's late"), keys("the mayor is late"), "may be a possessive");
    }

    #[test]
    fn both_halves_have_their_place() {
        let text = "It’s what I can’t do";
        let found = words(text, Span::of(0, text.len()));
        let shown: Vec<_> = found.iter().map(|word| &text[word.span.range()]).collect();
        assert_eq!(shown, ["It", "’s", "what", "I", "ca", "n’t", "do"]);
    }

    #[test]
    fn a_compound_has_the_key_of_its_parts() {
        let found = words("flood gates", Span::new(0, 11));
        assert_eq!(vec![compound(&found)], keys("floodgates"));
        assert_eq!((found[0].weight, words("the", Span::new(0, 3))[0].weight), (HEAVY, LIGHT));
    }

    proptest! {
        #[test]
        fn words_stand_in_order_and_are_not_blank(text in "[a-zA-Z0-9 .,'’“&é-]{0,60}|\\PC{0,40}") {
            let found = words(&text, Span::of(0, text.len()));
            for word in &found {
                prop_assert!(word.span.slice(&text).is_some_and(|slice| !slice.trim().is_empty()), "{word:?}");
            }
            prop_assert!(found.windows(2).all(|pair| pair[0].span.end() <= pair[1].span.start()));
        }
    }
}
