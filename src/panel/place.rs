//! Which words a reader means: those that are selected in the open article, or else those the page points at.

use crate::held;
use crossread_corpus::{
    article::{Article, ArticleKey},
    span::Span,
};
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Range};

/// An article, and the words in it where some are meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Meant {
    pub(crate) article: ArticleKey,
    pub(crate) span: Option<Span>,
}

/// What is meant by a wish: "0123456789abcdef" or "0123456789abcdef.10-20".
pub(crate) fn meant(wish: &str) -> Option<Meant> {
    let (article, at) = read(wish)?;
    held::with(|library| {
        let article = library.collection.get(article)?;
        let span = selected(article).or_else(|| sentences(article, at?));
        Some(Meant { article: article.key, span })
    })?
}

/// The article and the place in it that a wish names.
pub(crate) fn read(wish: &str) -> Option<(ArticleKey, Option<Span>)> {
    let (key, at) = wish.split_once('.').map_or((wish, None), |(key, at)| (key, Some(at)));
    let span = at.and_then(|at| {
        let (start, end) = at.split_once('-')?;
        Span::try_from((start.parse().ok()?, end.parse().ok()?)).ok()
    });
    Some((key.parse().ok()?, span))
}

/// The whole sentences around a place: what is pointed at may be a name or a number.
fn sentences(article: &Article, span: Span) -> Option<Span> {
    span.slice(&article.text)?;
    let first = article.sentences.get(article.sentence_at(span.start())?)?;
    let last = article.sentences.get(article.sentence_at(span.end().max(1) - 1)?)?;
    (first.start() <= last.end()).then(|| Span::new(first.start(), last.end()))
}

/// What is selected in the text of the article that is open.
fn selected(article: &Article) -> Option<Span> {
    let selection = window().get_selection().ok()??;
    if selection.is_collapsed() || selection.range_count() == 0 {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let reader = document().query_selector(".reader").ok()??;
    (reader.get_attribute("data-article-id")? == article.id).then_some(())?;
    let found = reader.query_selector_all(".text .sentence").ok()?;
    let sentences = (0..found.length()).filter_map(|at| found.item(at)?.dyn_into::<Element>().ok());
    let mut ends: Option<(u32, u32)> = None;
    for sentence in sentences.filter(|sentence| range.intersects_node(sentence).unwrap_or_default()) {
        let number: usize = sentence.id().strip_prefix('s')?.parse().ok()?;
        let span = *article.sentences.get(number)?;
        let words = sentence.query_selector(":scope > span:not(.gutter)").ok()??;
        if !range.intersects_node(&words).unwrap_or_default() {
            continue;
        }
        let text = article.slice(span);
        let start = offset(&words, &range.start_container().ok()?, range.start_offset().ok()?, text).unwrap_or(0);
        let end = offset(&words, &range.end_container().ok()?, range.end_offset().ok()?, text);
        let (start, end) = (span.start() + start, end.map_or(span.end(), |end| span.start() + end));
        ends = Some(ends.map_or((start, end), |(first, last)| (first.min(start), last.max(end))));
    }
    let (start, end) = ends.filter(|(start, end)| start < end)?;
    let span = Span::new(start, end).trimmed(&article.text);
    (!span.is_empty()).then_some(span)
}

/// How many bytes of a sentence stand before a place in the element of its words; `None` where the place is elsewhere.
/// The browser counts UTF-16: the words themselves are asked for instead.
fn offset(words: &Element, node: &Node, at: u32, text: &str) -> Option<u32> {
    words.contains(Some(node)).then_some(())?;
    let before = Range::new().ok()?;
    before.set_start(words, 0).ok()?;
    before.set_end(node, at).ok()?;
    let length = String::from(before.to_string()).len();
    let length = length.min(text.len());
    text.is_char_boundary(length).then(|| u32::try_from(length).ok())?
}
