//! The search field, with its help and the switch that forgives no spelling.

use crate::{
    part::erased::{change, flag, piece, text},
    state::Page,
};
use leptos::{
    ev::{KeyboardEvent, keydown},
    html,
    prelude::*,
};
use wasm_bindgen::JsCast;

/// Search as you type.
#[component]
pub(crate) fn Search() -> impl IntoView {
    let page = Page::here();
    let field = NodeRef::<html::Input>::new();
    let handle = window_event_listener(keydown, move |event| {
        if event.key() == "/" && !is_typing(&event) {
            event.prevent_default();
            if let Some(field) = field.get_untracked() {
                let _ = field.focus();
                field.select();
            }
        }
    });
    on_cleanup(move || handle.remove());
    let typed = change(move |event| {
        let line = event_target_value(&event);
        page.amend(move |view| view.query = line);
    });
    let exact = change(move |event| {
        let exact = event_target_checked(&event);
        page.amend(move |view| view.exact = exact);
    });
    view! {
        <form class="search" role="search" on:submit=move |event| event.prevent_default()>
            <div class="field">
                <input
                    node_ref=field
                    id="search"
                    type="search"
                    aria-label="Search the articles"
                    aria-describedby="search-notes"
                    placeholder="Search the articles"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    prop:value=text(move || page.with_view(|view| view.query.clone()))
                    on:input=typed
                />
                <kbd aria-hidden="true">"/"</kbd>
            </div>
            <div class="options">
                <label>
                    <input type="checkbox" prop:checked=flag(move || page.with_view(|view| view.exact)) on:change=exact />
                    " Exact spelling"
                </label>
                <details class="help">
                    <summary>"Search help"</summary>
                    <Help />
                </details>
            </div>
            <div id="search-notes">
                {piece(move || {
                    let notes = page.answer().query.notes.clone();
                    notes.into_iter().map(|note| view! { <p class="note">{note.message}</p> }).collect_view().into_any()
                })}
            </div>
        </form>
    }
}

/// The query language in a table.
#[component]
fn Help() -> impl IntoView {
    const SYNTAX: [(&str, &str); 9] = [
        ("vote fraud", "both words, anywhere in the article; inflections and other spellings too"),
        ("\"free and fair\"", "these words side by side"),
        ("vote OR poll", "either word"),
        ("vote -fraud", "articles without the second word"),
        ("protest*", "words that begin so"),
        ("outlet:name", "published by an outlet of that name; outlet:none where it is not stated"),
        ("date:2020-08-15..2020-08-17", "published on these days; a day, month or year alone works too"),
        ("in:headline", "only in headlines; also in:caption, in:body"),
        ("/", "goes to the search field; n and p to the next and previous hit in an article"),
    ];
    view! {
        <div class="sheet" tabindex="0" role="region" aria-label="Search help">
            <table>
                <caption class="visually-hidden">"What can be typed"</caption>
                <thead><tr><th scope="col">"You type"</th><th scope="col">"You find"</th></tr></thead>
                <tbody>
                    {SYNTAX
                        .into_iter()
                        .map(|(line, meaning)| view! { <tr><td><code>{line}</code></td><td>{meaning}</td></tr> })
                        .collect_view()}
                </tbody>
            </table>
        </div>
    }
}

/// True when a key goes into a field, or is part of the browser's own shortcut.
pub(crate) fn is_typing(event: &KeyboardEvent) -> bool {
    let shortcut = event.ctrl_key() || event.meta_key() || event.alt_key();
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    shortcut || target.is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}
