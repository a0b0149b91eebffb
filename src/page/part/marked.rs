//! Text of an article with places marked in it.

use crate::part::element::{Child, element};
use crossread_corpus::{
    runs::{Run, runs},
    span::Span,
};

/// The part `span` of `text` with `marks` in it; `current` is marked more strongly. Text goes into text nodes, never
/// markup.
pub(crate) fn marked(text: &str, span: Span, marks: &[Span], current: Option<Span>) -> Vec<Child> {
    let layers = marks.iter().map(|mark| (*mark, 1)).chain(current.map(|current| (current, 2)));
    runs(span, layers).into_iter().map(|run| marked_run(text, run)).collect()
}

/// The words of a run: marked under layer 1, more strongly under layers 1 and 2; others do not matter here.
pub(crate) fn marked_run(text: &str, run: Run) -> Child {
    let words = run.span.slice(text).unwrap_or_default().to_owned();
    match run.layers & 3 {
        3 => element("mark").class("current").child(words).into(),
        1 => element("mark").child(words).into(),
        _ => words.into(),
    }
}
