//! The whole page: masthead, lenses and the lens that is chosen.

use crate::{
    lens::{articles::Articles, read::Read},
    part::{
        erased::{effect, memo, piece},
        masthead::Masthead,
        status::Status,
    },
    state::{Page, settings::Settings},
};
use crossread_corpus::{results::Library, view::Lens};
use leptos::{ev::MouseEvent, prelude::*};
use wasm_bindgen::JsCast;

/// The page over a library.
#[component]
pub(crate) fn App(library: Library) -> impl IntoView {
    let page = Page::new(library);
    provide_context(page);
    provide_context(Settings::new());
    let lens = memo(move || page.with_view(|view| view.lens));
    effect(move || document().set_title(&title(page)));
    // The address stays as it is: what stands behind its `#` may be the view.
    let skip = |event: MouseEvent| {
        event.prevent_default();
        if let Some(main) = document().get_element_by_id("main")
            && let Ok(main) = main.dyn_into::<web_sys::HtmlElement>()
        {
            let _ = main.focus();
        }
    };
    view! {
        <a class="skip" href="#main" on:click=skip>"Skip to the articles"</a>
        <Masthead />
        <main id="main" tabindex="-1">
            {piece(move || match lens.get() {
                Lens::Articles => view! { <Articles /> }.into_any(),
                Lens::Read => view! { <Read /> }.into_any(),
            })}
        </main>
        <Status />
    }
}

/// What the browser's tab says.
fn title(page: Page) -> String {
    let collection = collection_title(page);
    match page.open_article() {
        Some(number) => page.with_article(number, |article| format!("{} · {collection}", article.title().text())),
        None => collection,
    }
}

/// What the collection is called: as the editor has it, or the page's own name.
pub(crate) fn collection_title(page: Page) -> String {
    let title = page.library().collection.title.as_ref().map(|title| title.value.clone());
    title.unwrap_or_else(|| "Crossread".to_owned())
}
