//! Text of an article with places marked in it.

use crate::part::element::{Child, element};
use crossread_corpus::{runs::runs, span::Span};

/// The part `span` of `text` with `marks` in it; `current` is marked more strongly. Text goes into text nodes, never
/// markup.
pub(crate) fn marked(text: &str, span: Span, marks: &[Span], current: Option<Span>) -> Vec<Child> {
    let layers = marks.iter().map(|mark| (*mark, 1)).chain(current.map(|current| (current, 2)));
    runs(span, layers)
        .into_iter()
        .map(|run| {
            let words = run.span.slice(text).unwrap_or_default().to_owned();
            match run.layers {
                0 | 2 => words.into(),
                3 => element("mark").class("current").child(words).into(),
                _ => element("mark").child(words).into(),
            }
        })
        .collect()
}
