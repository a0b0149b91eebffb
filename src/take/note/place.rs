//! Where a note stands: in which text, by its words and by their position, and finding it again.
//!
//! A text is named by the SHA-256 of its UTF-8 bytes, and the file it was read from by the beginning of that file's, which
//! is the article's key; both as the names of RFC 6920 ("ni:///sha-256;…", "ni:///sha-256-64;…"). Positions are counted as
//! the Web Annotation Data Model asks: in characters (Unicode code points) from 0, the end not included. They become
//! bytes here, and nowhere else.

use crate::radix64::base64url;
use crossread_corpus::{
    article::{Article, ArticleKey},
    correction::quote::{Quote, places, quote},
    span::Span,
};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// How many characters around the words are kept to find them by.
const AROUND: usize = 32;

/// What a note is on.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Target {
    /// The name or address of the text.
    pub source: String,
    /// The name of the file that the text was read from.
    pub file: Option<String>,
    /// The words, with what stands around them.
    pub quote: Option<Quote>,
    /// Their first character, and the one behind the last.
    pub position: Option<(u32, u32)>,
}

/// What became of a note's place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Found {
    /// The text is the one that the note was made on.
    There(Span),
    /// The text is another, or it is not known whether it is the same; the words stand in it once.
    ByWords(Span),
    /// No article has this text, file or address.
    NoArticle,
    /// The note names no words of the text.
    Whole,
    /// The words do not stand in the text.
    Gone,
    /// The words stand in the text several times, and nothing tells which are meant.
    Several,
}

impl Found {
    /// The place, in bytes.
    pub const fn span(self) -> Option<Span> {
        match self {
            Self::There(span) | Self::ByWords(span) => Some(span),
            Self::NoArticle | Self::Whole | Self::Gone | Self::Several => None,
        }
    }

    /// What is to be said about it; nothing where all is well.
    pub const fn words(self) -> Option<&'static str> {
        match self {
            Self::There(_) => None,
            Self::ByWords(_) => Some("The text has changed, or comes from elsewhere; found again by its words."),
            Self::NoArticle => Some("The article is not in this collection."),
            Self::Whole => Some("About the article as a whole."),
            Self::Gone => Some("Not found: these words are not in the text as it is now."),
            Self::Several => {
                Some("Not found: these words are in the text more than once, and nothing tells which are meant.")
            }
        }
    }
}

impl Target {
    /// The words at `span`; `None` where there are none.
    pub fn at(article: &Article, span: Span) -> Option<Self> {
        let text: &str = &article.text;
        span.slice(text).filter(|words| !words.trim().is_empty())?;
        let span = span.trimmed(text);
        let (start, end) = (span.start() as usize, span.end() as usize);
        let mut around = quote(text, span);
        let before = text[..start].char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
        let after = text[end..].char_indices().nth(AROUND).map_or(text.len(), |(at, _)| end + at);
        if around.before.len() < start - before {
            text[before..start].clone_into(&mut around.before);
        }
        if around.after.len() < after - end {
            text[end..after].clone_into(&mut around.after);
        }
        let first = characters(&text[..start]);
        Some(Self {
            source: text_name(text),
            file: Some(file_name(article.key)),
            quote: Some(around),
            position: Some((first, first + characters(&text[start..end]))),
        })
    }
}

/// Articles, to find notes in.
pub struct Texts<'a> {
    articles: &'a [Article],
    by_name: BTreeMap<String, usize>,
}

impl<'a> Texts<'a> {
    /// Of these articles.
    pub fn of(articles: &'a [Article]) -> Self {
        let mut by_name = BTreeMap::new();
        for (number, article) in articles.iter().enumerate() {
            // An address is the article's only if it says so; a name is found before it.
            let url = article.header.url.as_ref().map(|url| url.value.clone());
            let names = url.into_iter().chain([file_name(article.key), text_name(&article.text)]);
            for name in names {
                by_name.entry(name).or_insert(number);
            }
        }
        Self { articles, by_name }
    }

    /// The article that a note is on, by its number, and the place in it. It is never guessed: other articles are not
    /// looked through for the words.
    pub fn find(&self, target: &Target) -> (Option<usize>, Found) {
        let names = target.file.iter().chain([&target.source]);
        let Some(number) = names.filter_map(|name| self.by_name.get(name)).next().copied() else {
            return (None, Found::NoArticle);
        };
        (Some(number), find(&self.articles[number].text, target))
    }
}

fn find(text: &str, target: &Target) -> Found {
    let is_same = target.source == text_name(text);
    let place = target.position.filter(|_| is_same).and_then(|position| bytes(text, position));
    let fits = |span: &Span| {
        let quote = target.quote.as_ref();
        quote.is_none_or(|quote| span.slice(text) == Some(&quote.words))
    };
    if let Some(span) = place.filter(fits) {
        return Found::There(span);
    }
    let Some(quote) = &target.quote else {
        return if target.position.is_some() { Found::Gone } else { Found::Whole };
    };
    match places(text, quote).as_slice() {
        [] => Found::Gone,
        [span] if is_same => Found::There(*span),
        [span] => Found::ByWords(*span),
        _ => Found::Several,
    }
}

/// The name of a text.
pub fn text_name(text: &str) -> String {
    format!("ni:///sha-256;{}", base64url(&Sha256::digest(text.as_bytes())))
}

/// The name of an article's file.
pub fn file_name(key: ArticleKey) -> String {
    format!("ni:///sha-256-64;{}", base64url(&key.0.to_be_bytes()))
}

fn characters(text: &str) -> u32 {
    u32::try_from(text.chars().count()).expect("readers refuse texts over 4 GB")
}

/// Characters as bytes; `None` where the text is shorter, or nothing lies between them.
fn bytes(text: &str, (start, end): (u32, u32)) -> Option<Span> {
    let at = |character: u32| {
        let places = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        places.into_iter().nth(character as usize)
    };
    if start < end { Some(Span::of(at(start)?, at(end)?)) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;
    use proptest::prelude::*;

    const TEXT: &str = "Späte Fähre 🚢\nThe ferry runs.\nThe ferry runs.\nThe bridge is closed.\n";

    fn found(text: &str, target: &Target) -> (Option<usize>, Found) {
        Texts::of(&[testing::article(1, "Another\n"), testing::article(2, text)]).find(target)
    }

    #[test]
    fn names_are_those_of_the_standard() {
        // As `openssl dgst -sha256 -binary | base64` has it.
        assert_eq!(text_name("Hello World!"), "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk");
        assert_eq!(file_name(ArticleKey(0x0102_0304_0506_0708)), "ni:///sha-256-64;AQIDBAUGBwg");
    }

    #[test]
    fn positions_are_characters() {
        let article = testing::article(2, TEXT);
        let target = Target::at(&article, article.sentences[1]).unwrap();
        assert_eq!(target.position, Some((14, 29)), "two of four bytes' and two's");
        let quote = target.quote.as_ref().unwrap();
        assert_eq!((quote.words.as_str(), quote.before.as_str()), ("The ferry runs.", "Späte Fähre 🚢\n"));
        assert_eq!(quote.after.chars().count(), AROUND);
        assert_eq!(found(TEXT, &target), (Some(1), Found::There(article.sentences[1])));
        assert_eq!(Target::at(&article, Span::new(0, 0)), None);
        assert_eq!(Target::at(&article, Span::new(2, 3)), None, "not a char boundary");
    }

    #[test]
    fn another_text_is_told_and_never_guessed_at() {
        let article = testing::article(2, TEXT);
        let bridge = Target::at(&article, article.sentences[3]).unwrap();
        let changed = TEXT.replace("Späte", "Sehr späte");
        let there = Span::of(changed.find("The bridge").unwrap(), changed.len() - 1);
        assert_eq!(found(&changed, &bridge), (Some(1), Found::ByWords(there)));
        assert_eq!(found(&TEXT.replace("closed", "open"), &bridge).1, Found::Gone);
        let twice = format!("{}{}", &changed, &TEXT[TEXT.find("The ferry").unwrap()..]);
        assert_eq!(found(&twice, &bridge).1, Found::Several);
        let other = Target { file: Some(file_name(ArticleKey(9))), ..bridge.clone() };
        assert_eq!(found(&changed, &other), (None, Found::NoArticle), "it may stand elsewhere");
        assert_eq!(found(TEXT, &other).1, Found::There(article.sentences[3]), "another file with the same text");
        assert_eq!(found(TEXT, &Target { quote: None, position: None, ..bridge.clone() }).1, Found::Whole);
        let by_position = Target { quote: None, ..bridge };
        assert_eq!(found(TEXT, &by_position).1, Found::There(article.sentences[3]));
        assert_eq!(found(&changed, &by_position).1, Found::Gone);
    }

    #[test]
    fn a_position_that_is_wrong_yields_to_the_words() {
        let article = testing::article(2, TEXT);
        let bridge = Target::at(&article, article.sentences[3]).unwrap();
        for position in [(0, 4), (9, 3), (0, 9_999)] {
            let wrong = Target { position: Some(position), ..bridge.clone() };
            assert_eq!(found(TEXT, &wrong).1, Found::There(article.sentences[3]), "{position:?}");
        }
    }

    #[test]
    fn others_notes_are_found_by_address_and_words() {
        let mut article = testing::stated();
        let target = Target {
            source: "https://harbour.example/ferry_1?a=b&c=%20".to_owned(),
            quote: Some(Quote { words: "ferry runs".to_owned(), ..Quote::default() }),
            ..Target::default()
        };
        let there = Span::new(19, 29);
        assert_eq!(Texts::of(&[article.clone()]).find(&target), (Some(0), Found::ByWords(there)));
        article.header.url = None;
        assert_eq!(Texts::of(&[article]).find(&target), (None, Found::NoArticle));
    }

    proptest! {
        #[test]
        fn a_note_is_found_where_it_was_made(text in "[a .\né🚢]{1,60}", from in 0_usize..60, length in 1_usize..9) {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let from = from % places.len();
            let to = (from + length).min(places.len() - 1);
            let span = Span::of(places[from.min(to)], places[to]);
            if let Some(target) = Target::at(&testing::article(2, &text), span) {
                prop_assert_eq!(find(&text, &target), Found::There(span.trimmed(&text)));
            }
        }
    }
}
