//! Text of an article with places marked in it.

use crossread_corpus::{article::Article, runs::runs, span::Span};
use leptos::prelude::*;

/// The text of `span` with `marks` in it; `current` is marked more strongly. Text goes into text nodes, never markup.
pub(crate) fn marked(article: &Article, span: Span, marks: &[Span], current: Option<Span>) -> Vec<AnyView> {
    marked_text(&article.text, span, marks, current)
}

/// The same for a text that is not an article's.
pub(crate) fn marked_text(text: &str, span: Span, marks: &[Span], current: Option<Span>) -> Vec<AnyView> {
    let layers = marks.iter().map(|mark| (*mark, 1)).chain(current.map(|current| (current, 2)));
    runs(span, layers)
        .into_iter()
        .map(|run| {
            let words = run.span.slice(text).unwrap_or_default().to_owned();
            match run.layers {
                0 | 2 => words.into_any(),
                3 => view! { <mark class="current">{words}</mark> }.into_any(),
                _ => view! { <mark>{words}</mark> }.into_any(),
            }
        })
        .collect()
}
