//! The address bar: where the view is kept for reloads, links and steps back.

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};
use std::{cell::RefCell, time::Duration};
use wasm_bindgen::JsValue;

/// Typing changes the address only when it pauses: browsers limit how often a page may.
const PAUSE: Duration = Duration::from_millis(250);

thread_local! {
    static WAITING: RefCell<Option<Waiting>> = const { RefCell::new(None) };
}

/// A change of the address that waits for a pause.
struct Waiting {
    timer: TimeoutHandle,
    url: String,
    /// Called when the address is changed.
    then: Box<dyn FnOnce()>,
}

/// The query string of the address, without its question mark. Where a browser keeps pages from changing it (some do
/// for files on disk) it stands behind the `#`.
pub(crate) fn read() -> String {
    let location = window().location();
    let hash = location.hash().unwrap_or_default();
    match hash.strip_prefix("#?") {
        Some(url) => url.to_owned(),
        None => location.search().unwrap_or_default().trim_start_matches('?').to_owned(),
    }
}

/// The link to a view.
pub(crate) fn link(url: &str) -> String {
    format!("?{url}")
}

/// The whole address of a view, to share.
pub(crate) fn whole(url: &str) -> String {
    let href = window().location().href().unwrap_or_default();
    let page = href.split(['?', '#']).next().unwrap_or_default();
    format!("{page}?{url}")
}

/// A new entry in the history.
pub(crate) fn push(url: &str) {
    flush();
    write(url, true);
}

/// Changes the entry the history is at, once the reader pauses, and then calls `then`.
pub(crate) fn replace_soon(url: String, then: Box<dyn FnOnce()>) {
    drop_waiting();
    match set_timeout_with_handle(flush, PAUSE) {
        Ok(timer) => WAITING.set(Some(Waiting { timer, url, then })),
        Err(_) => {
            write(&url, false);
            then();
        }
    }
}

/// Calls `then` with the address after every step back or forward.
pub(crate) fn on_walk(then: impl Fn(String) + 'static) {
    let handle = window_event_listener(leptos::ev::popstate, move |_| {
        drop_waiting();
        then(read());
    });
    on_cleanup(move || handle.remove());
    // A reload within the pause keeps what was typed.
    let handle = window_event_listener(leptos::ev::Custom::<web_sys::Event>::new("pagehide"), |_| flush());
    on_cleanup(move || handle.remove());
}

fn drop_waiting() -> Option<Waiting> {
    WAITING.take().inspect(|waiting| waiting.timer.clear())
}

/// Changes the address now, if a change of it waits.
pub(crate) fn flush() {
    if let Some(Waiting { url, then, .. }) = drop_waiting() {
        write(&url, false);
        then();
    }
}

fn write(url: &str, push: bool) {
    let Ok(history) = window().history() else { return };
    let state = JsValue::NULL;
    let go = |target: &str| {
        if push {
            history.push_state_with_url(&state, "", Some(target))
        } else {
            history.replace_state_with_url(&state, "", Some(target))
        }
    };
    let path = window().location().pathname().unwrap_or_default();
    let plain = if url.is_empty() { path } else { link(url) };
    if go(&plain).is_err() && go(&format!("#?{url}")).is_err() {
        // The view still changes; only the address can't follow.
        leptos::logging::warn!("this browser does not let the page change its address");
    }
}
