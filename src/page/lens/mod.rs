//! The ways of looking, one a file: each is a function that returns an element (see [`crate::part`]).

pub(crate) mod articles;
pub(crate) mod block;
pub(crate) mod finding;
pub(crate) mod hits;
pub(crate) mod read;
pub(crate) mod row;
pub(crate) mod worked_out;

use crate::{part::element::Element, state::Page};
use leptos::prelude::{document, queue_microtask};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The id of the heading of the list.
pub(crate) const LIST_HEADING: &str = "articles-heading";

/// Takes the focus to the list's heading: for buttons that go away when they are pressed.
pub(crate) fn focus_list() {
    if let Some(heading) = document().get_element_by_id(LIST_HEADING) {
        let _ = heading.unchecked_into::<HtmlElement>().focus();
    }
}

/// Gives the heading the focus when the reader chose its lens, not when the page opens with it.
pub(crate) fn focus_when_chosen(page: Page, heading: &Element) {
    if page.chosen() {
        let heading: HtmlElement = heading.node().clone().unchecked_into();
        // Once it is in the page.
        queue_microtask(move || {
            let _ = heading.focus();
        });
    }
}
