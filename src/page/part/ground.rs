//! On what a value rests, in words and with links to the places.

use crate::{
    part::{
        element::{Child, element},
        link::link,
    },
    state::Page,
};
use crossread_corpus::{article::ArticleKey, ground::Ground, span::Anchor};

/// The ground of a value of article `own`.
pub(crate) fn ground(page: Page, own: ArticleKey, ground: &Ground) -> Vec<Child> {
    match ground {
        Ground::Stated(span) => {
            vec!["stated in the text: ".into(), place(page, own, Anchor { article: own, span: *span }).into()]
        }
        Ground::Inferred { rule, spans } => {
            let mut words = vec![format!("inferred (rule: {}) from ", rule.0.replace('-', " ")).into()];
            for (nth, anchor) in spans.iter().enumerate() {
                words.push(if nth > 0 { ", " } else { "" }.into());
                words.push(place(page, own, *anchor).into());
            }
            words
        }
        Ground::Field(name) => vec![format!("from the file’s field “{name}”").into()],
        Ground::Editor(_) if page.is_readers(own) => vec!["set by you".into()],
        Ground::Editor(file) => vec![format!("set by the editor, in {file}").into()],
    }
}

/// The words at a place, as a link to them; with whose they are when they are another article's.
fn place(page: Page, own: ArticleKey, place: Anchor) -> Vec<Child> {
    let Some(article) = page.library().collection.get(place.article) else { return Vec::new() };
    let words = element("bdi").child(article.slice(place.span).to_owned());
    let to = link(page, move |view| view.reading(place.article, Some(place.span)));
    let whose = (place.article != own).then(|| match &article.header.outlet {
        Some(outlet) => format!(" ({})", outlet.value),
        None => format!(" (in {})", article.origin.file),
    });
    vec![to.child(element("q").child(words)).into(), whose.into()]
}
