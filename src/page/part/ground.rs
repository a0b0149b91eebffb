//! On what a value rests, in words and with links to the places.

use crate::{part::link::ViewLink, state::Page};
use crossread_corpus::{
    ground::{Ground, Traced},
    span::Anchor,
};
use leptos::prelude::*;

/// One word for where a value comes from; empty where the text itself states it.
pub(crate) fn badge<T>(value: Option<&Traced<T>>) -> &'static str {
    match value.map(|value| &value.ground) {
        Some(Ground::Inferred { .. }) => "inferred",
        Some(Ground::Editor(_)) => "set by the editor",
        Some(Ground::Stated(_) | Ground::Field(_)) | None => "",
    }
}

/// The ground of a value of article `number`.
pub(crate) fn ground_view(page: Page, number: usize, ground: &Ground) -> AnyView {
    let article = page.with_article(number, |article| article.key);
    match ground {
        Ground::Stated(span) => {
            let place = Anchor { article, span: *span };
            view! { "stated in the text: " <Place place own=true /> }.into_any()
        }
        Ground::Inferred { rule, spans } => {
            let places = spans
                .iter()
                .enumerate()
                .map(|(nth, place)| {
                    let comma = if nth > 0 { ", " } else { "" };
                    view! { {comma} <Place place=*place own=place.article == article /> }
                })
                .collect_view();
            let rule = rule.0.replace('-', " ");
            view! { "inferred (rule: " {rule} ") from " {places} }.into_any()
        }
        Ground::Field(name) => format!("from the file’s field “{name}”").into_any(),
        Ground::Editor(file) => format!("set by the editor, in {file}").into_any(),
    }
}

/// The words at a place, as a link to them; with whose they are when they are another article's.
#[component]
fn Place(place: Anchor, own: bool) -> impl IntoView {
    let page = Page::here();
    let library = page.library();
    let article = library.collection.get(place.article);
    let words = article.map(|article| article.slice(place.span).to_owned()).unwrap_or_default();
    let whose = article.filter(|_| !own).map(|article| match &article.header.outlet {
        Some(outlet) => format!(" ({})", outlet.value),
        None => format!(" (in {})", article.origin.file),
    });
    let to = Signal::derive(move || page.view().reading(place.article, Some(place.span)));
    view! {
        <ViewLink to><q><bdi>{words}</bdi></q></ViewLink>
        {whose}
    }
}
