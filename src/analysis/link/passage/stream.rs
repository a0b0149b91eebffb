//! The words of all articles in one row, as numbers that can be compared fast.

use crate::{find::hashed::WordMap, link::measure::log2};
use crossread_corpus::{
    article::{Article, Block, BlockKind},
    attribution::Kind,
    links::{
        passage::Part,
        word::{for_each_word, is_function_word},
    },
    span::Span,
};

/// Stands between stretches that no passage crosses.
pub(super) const BREAK: u32 = u32::MAX;

/// All words, article after article; the lists run in parallel.
#[derive(Default)]
pub(super) struct Stream {
    /// The number of each word, [`BREAK`] between stretches.
    pub(super) keys: Vec<u32>,
    /// Where each stands.
    pub(super) places: Vec<Place>,
    /// By key: how much the word says, in hundredths.
    pub(super) weights: Vec<u32>,
    /// By key: true for function words.
    pub(super) light: Vec<bool>,
    /// By key: true for words that no passage ends with: articles, conjunctions, prepositions.
    pub(super) dangling: Vec<bool>,
    /// By key: true for words that no passage begins with: conjunctions.
    pub(super) leading: Vec<bool>,
}

/// Where a word stands.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) article: u32,
    pub(super) span: Span,
    pub(super) part: Part,
    /// The word ends a sentence.
    pub(super) stops: bool,
    /// Somebody is said to have said it.
    pub(super) attributed: bool,
    /// It stands between quotation marks.
    pub(super) quoted: bool,
    /// It is part of a name, or of what describes a name.
    pub(super) named: bool,
}

impl Stream {
    /// The words of `articles`, page furniture, credits and repeated text left out.
    pub(super) fn of(articles: &[Article]) -> Self {
        let mut stream = Self::default();
        let mut numbers: WordMap<String, u32> = WordMap::default();
        // by key: in how many articles, and the last of them
        let mut spread: Vec<(u32, u32)> = Vec::new();
        for (article, number) in articles.iter().zip(0_u32..) {
            let mut before = None;
            for (at, block) in article.blocks.iter().enumerate() {
                let Some(part) = part(block) else { continue };
                let goes_on = before == Some(at.wrapping_sub(1)) && block.kind == BlockKind::Paragraph;
                if !goes_on {
                    stream.cut();
                }
                before = (block.kind == BlockKind::Paragraph).then_some(at);
                stream.file(article, number, block, part, &mut |form| {
                    if let Some(key) = numbers.get(form) {
                        return *key;
                    }
                    let key = u32::try_from(spread.len()).expect("words fit in memory");
                    spread.push((0, BREAK));
                    numbers.insert(form.to_owned(), key);
                    key
                });
            }
            stream.cut();
        }
        for (key, place) in stream.keys.iter().zip(&stream.places).filter(|(key, _)| **key != BREAK) {
            let (count, last) = &mut spread[*key as usize];
            if *last != place.article {
                (*count, *last) = (*count + 1, place.article);
            }
        }
        let mut forms: Vec<&str> = vec![""; spread.len()];
        numbers.iter().for_each(|(form, key)| forms[*key as usize] = form);
        let all = log2(articles.len().max(FEWEST));
        stream.light = forms.iter().map(|form| is_function_word(form)).collect();
        stream.dangling = forms.iter().map(|form| DANGLING.contains(form)).collect();
        stream.leading = forms.iter().map(|form| LEADING.contains(form)).collect();
        let weigh = |(light, (count, _)): (&bool, &(u32, u32))| match light {
            true => 25,
            false => 30 + 70 * (all - log2(*count as usize).min(all)) / all,
        };
        stream.weights = stream.light.iter().zip(&spread).map(weigh).collect();
        stream
    }

    fn cut(&mut self) {
        if self.keys.last().is_some_and(|key| *key != BREAK) {
            let last = self.places[self.places.len() - 1];
            self.keys.push(BREAK);
            self.places.push(last);
        }
    }

    fn file(&mut self, article: &Article, number: u32, block: &Block, part: Part, key: &mut dyn FnMut(&str) -> u32) {
        let first = self.places.len();
        for sentence in &article.sentences[article.sentences_of(block)] {
            for_each_word(&article.text, *sentence, |span, form| {
                self.keys.push(key(form));
                let place =
                    Place { article: number, span, part, stops: false, attributed: false, quoted: false, named: false };
                self.places.push(place);
            });
            if let Some(last) = self.places.last_mut() {
                last.stops = true;
            }
        }
        let words = &mut self.places[first..];
        let mut mark = |span: Span, set: fn(&mut Place)| {
            let from = words.partition_point(|word| word.span.start() < span.start());
            words[from..].iter_mut().take_while(|word| word.span.start() < span.end()).for_each(set);
        };
        let here = |span: &Span| block.span.overlaps(*span);
        for attribution in article.annotations.attributions.iter().filter(|found| found.kind != Kind::Scare) {
            attribution.content.iter().copied().filter(here).for_each(|span| mark(span, |word| word.attributed = true));
            attribution.quoted.iter().copied().filter(here).for_each(|span| mark(span, |word| word.quoted = true));
        }
        for mention in &article.annotations.mentions {
            let whole = mention.description.unwrap_or(mention.span);
            if here(&whole) {
                mark(whole, |word| word.named = true);
            }
        }
    }
}

/// Fewer articles than these say nothing about how common a word is.
const FEWEST: usize = 16;

const DANGLING: [&str; 22] = [
    "the", "a", "an", "of", "in", "to", "and", "on", "for", "with", "by", "at", "as", "from", "that", "or", "but",
    "its", "his", "their", "who", "which",
];

const LEADING: [&str; 6] = ["and", "or", "but", "as", "that", "of"];

/// Which part of the article a block is; `None` when nobody tells a story in it.
fn part(block: &Block) -> Option<Part> {
    match block.kind {
        BlockKind::Headline | BlockKind::Standfirst | BlockKind::Crosshead => Some(Part::Head),
        BlockKind::Paragraph => Some(Part::Story),
        BlockKind::Caption => Some(Part::Caption),
        _ => None,
    }
}
