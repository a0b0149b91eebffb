//! The ways of looking, one a file.

pub(crate) mod articles;
pub(crate) mod block;
pub(crate) mod hits;
pub(crate) mod read;
pub(crate) mod row;

use crate::{part::erased::effect, state::Page};
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;

/// The id of the heading of the list.
pub(crate) const LIST_HEADING: &str = "articles-heading";

/// Takes the focus to the list's heading: for buttons that go away when they are pressed.
pub(crate) fn focus_list() {
    if let Some(heading) = document().get_element_by_id(LIST_HEADING)
        && let Ok(heading) = heading.dyn_into::<web_sys::HtmlElement>()
    {
        let _ = heading.focus();
    }
}

/// Gives the heading the focus when the reader chose its lens, not when the page opens with it.
pub(crate) fn focus_when_chosen(heading: NodeRef<html::H2>) {
    let chosen = Page::here().chosen();
    effect(move || {
        if let Some(heading) = heading.get()
            && chosen
        {
            let _ = heading.focus();
        }
    });
}
