//! A small mark that says whether anything is kept: the page looks for it, and other tabs hear when it changes.

use crate::{SHOWN, WORK, turn};
use crossread_element::{button, element::element};
use leptos::prelude::{document, window};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// What this page is called among others of its server.
pub(crate) fn place() -> String {
    let path = window().location().pathname().unwrap_or_default();
    path.rsplit_once('/').map_or_else(String::new, |(folder, _)| folder.to_owned())
}

fn key() -> String {
    // The page's `own.rs` looks for the same.
    format!("crossread-own {}", place())
}

/// Sets the mark anew, which other tabs hear of, or takes it away with the last article.
pub(crate) fn note() {
    if let (true, Ok(Some(storage))) = (WORK.with_borrow(|work| work.is_kept), window().local_storage()) {
        let _ = match SHOWN.with_borrow(|shown| shown.files.is_empty()) {
            true => storage.remove_item(&key()),
            false => storage.set_item(&key(), &(js_sys::Date::now() as u64).to_string()),
        };
    }
}

/// Offers to load the articles anew: another tab has changed them.
pub(crate) fn offer() {
    if document().get_element_by_id("own-elsewhere").is_some() {
        return;
    }
    let reload = button("", "Load them anew", || {
        let _ = window().location().reload();
    });
    let notice = element("p").set("id", "own-elsewhere").class("notice").set("role", "status");
    let notice = notice.child("Your articles were changed in another tab. ").child(reload);
    if let Some(body) = document().body() {
        let _ = body.prepend_with_node_1(notice.node());
    }
    // It lasts as long as the page.
    core::mem::forget(notice);
}

/// Asks the browser not to clear what is kept; `None` where it does not answer.
pub(crate) async fn persist() -> Option<bool> {
    let promise = window().navigator().storage().persist().ok()?;
    JsFuture::from(promise).await.ok()?.as_bool()
}

/// Does the same, and tells the answer.
pub(crate) fn ask_to_persist() {
    spawn_local(async {
        let words = match persist().await {
            Some(true) => "Kept in this browser, which promises not to clear it by itself.",
            _ => "Kept in this browser, which may clear it when space is short.",
        };
        SHOWN.with_borrow_mut(|shown| words.clone_into(&mut shown.kept));
        turn(0);
    });
}
