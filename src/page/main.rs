//! The page: a filterable explorer of the articles that were embedded when it was built.

mod app;
mod failure;
mod lens;
mod own;
mod part;
mod state;

use crossread_corpus::{article::ArticleKey, results::Library, shard, sheet::Part};
use leptos::prelude::{document, window};
use std::{any::Any, cell::RefCell};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollToOptions};

/// The articles and what searching them needs, as `crossread embed` wrote them.
static SHARD: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/shard"));

thread_local! {
    /// The page as it is mounted.
    static MOUNTED: RefCell<Option<Box<dyn Any>>> = const { RefCell::new(None) };
}

fn main() {
    failure::report_panics();
    let brought = own::brought_library().map(|bytes| bytes.to_vec());
    match shard::page::read(brought.as_deref().unwrap_or(SHARD)) {
        Ok((library, overview)) => {
            show(library, overview, Vec::new());
            failure::remove_plain_articles();
            state::lenses::prepare_in_time();
            own::start();
        }
        Err(error) => failure::report(&error.to_string()),
    }
}

/// Shows a library, with its overview where that is known, of which the articles with these keys are the reader's own.
/// What was shown before goes away and its library stays in memory: every part of the page holds on to it. The address
/// says what is on screen.
fn show(library: Library, overview: Option<Vec<Part>>, own: Vec<ArticleKey>) {
    state::address::flush();
    let scrolled = window().scroll_y().unwrap_or_default();
    let focused = document()
        .active_element()
        .filter(|focused| focused.closest("body > :not(dialog)").is_ok_and(|in_page| in_page.is_some()));
    let focused = focused.map(|focused| focused.id());
    drop(MOUNTED.take());
    let library = Box::leak(Box::new(library));
    let body = document().body().expect("the page has a body").unchecked_into();
    MOUNTED.set(Some(Box::new(leptos::mount::mount_to(body, move || app::app(library, overview, own)))));
    if let Some(id) = focused {
        let again = document().get_element_by_id(&id).or_else(|| document().get_element_by_id("main"));
        let _ = again.map(|element| element.unchecked_into::<HtmlElement>().focus());
    }
    // to scroll is to find the place of everything first, and at the start the plain articles are still there
    if scrolled > 0.0 {
        let to = ScrollToOptions::new();
        to.set_top(scrolled);
        window().scroll_to_with_scroll_to_options(&to);
    }
}
