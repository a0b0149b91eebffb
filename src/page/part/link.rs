//! Links to views: real addresses, so that they can be opened in another tab, and followed without loading the page.

use crate::{
    part::erased::text,
    state::{Page, address},
};
use crossread_corpus::view::View;
use leptos::{ev::MouseEvent, prelude::*};

/// A link to a view.
#[component]
pub(crate) fn ViewLink(
    /// Where it leads.
    #[prop(into)]
    to: Signal<View>,
    /// CSS class.
    #[prop(optional)]
    class: &'static str,
    /// What a screen reader says instead of the text.
    #[prop(optional, into)]
    label: Option<String>,
    /// Whether it leads to where the reader is.
    #[prop(optional, into)]
    current: Signal<bool>,
    children: Children,
) -> impl IntoView {
    let page = Page::here();
    let follow: Box<dyn FnMut(MouseEvent)> = Box::new(move |event: MouseEvent| {
        let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key() || event.button() != 0;
        if !elsewhere {
            event.prevent_default();
            page.go(to.get_untracked());
        }
    });
    view! {
        <a
            class=class
            href=text(move || address::link(&to.get().to_url()))
            aria-label=label
            aria-current=Signal::derive(move || current.get().then_some("page"))
            on:click=follow
        >
            {children()}
        </a>
    }
}
