//! The whole page: masthead, lenses and the lens that is chosen.

use crate::{
    lens::{articles::articles, read::read, worked_out::worked_out},
    own,
    part::{
        corrections::corrections,
        element::{Element, Finished, element},
        facets::facets,
        follow::{effect, memo, piece},
        masthead::masthead,
        status::status,
    },
    state::Page,
};
use crossread_corpus::{article::ArticleKey, results::Library, sheet::Part, view::Lens};
use leptos::prelude::{IntoView, document, untrack};
use wasm_bindgen::JsCast;

/// The page over a library, with its overview where that is known, of which the articles with these keys are the
/// reader's own.
pub(crate) fn app(library: &'static Library, overview: Option<Vec<Part>>, own: Vec<ArticleKey>) -> impl IntoView {
    let page = Page::new(library, overview, own);
    own::ask_of(page);
    let title = memo(move || title(page));
    effect(move || document().set_title(&title.get()));
    // The address stays as it is: what stands behind its `#` may be the view.
    let skip = |event: web_sys::Event| {
        event.prevent_default();
        if let Some(main) = document().get_element_by_id("main") {
            let _ = main.unchecked_into::<web_sys::HtmlElement>().focus();
        }
    };
    let read_now = memo(move || (page.view().lens == Lens::Read).then(|| page.open_article()));
    let lens = piece(move || {
        let open = *read_now.get();
        Some(untrack(|| open.map_or_else(|| columns(page), |open| read(page, open))))
    });
    let skip = element("a").class("skip").set("href", "#main").on("click", skip).child("Skip to the articles");
    let main = element("main").set("id", "main").set("tabindex", "-1").child(corrections(page)).child(lens);
    let main = main.child(page.has_own().then(own::sharing));
    [skip, masthead(page), main, status(page)].map(Finished::from)
}

/// A lens on all articles beside the filters, which stay when another is chosen.
fn columns(page: Page) -> Element {
    let chosen = memo(move || page.view().lens);
    let lens = piece(move || {
        let lens = *chosen.get();
        untrack(|| match lens {
            Lens::Overview | Lens::Articles => Some(articles(page, lens)),
            // that one has no filters, and is about to replace all of this
            Lens::Read => None,
            _ => Some(worked_out(page, lens)),
        })
    });
    element("div").class("columns").child(facets(page)).child(lens)
}

/// What the browser's tab says.
fn title(page: Page) -> String {
    let collection = collection_title(page);
    match page.open_article() {
        Some(number) => format!("{} · {collection}", page.article(number).title().text()),
        None => collection.to_owned(),
    }
}

/// What the collection is called: as the editor has it, or the page's own name.
pub(crate) fn collection_title(page: Page) -> &'static str {
    page.library().collection.title.as_ref().map_or("Crossread", |title| &title.value)
}
