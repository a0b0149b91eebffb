//! Whether anything is kept, told by a small mark: a reader who keeps nothing must not pay for looking, and other tabs
//! hear when it changes.

use super::{SHOWN, WORK, turn};
use crate::part::{button, element::element};
use leptos::{
    prelude::{document, window, window_event_listener},
    task::spawn_local,
};
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageEvent;

/// What this page is called among others of its server.
pub(super) fn place() -> String {
    let path = window().location().pathname().unwrap_or_default();
    path.rsplit_once('/').map_or_else(String::new, |(folder, _)| folder.to_owned())
}

fn key() -> String {
    format!("crossread-own {}", place())
}

/// Whether this browser keeps articles of the reader.
pub(super) fn is_set() -> bool {
    window()
        .local_storage()
        .ok()
        .flatten()
        .is_some_and(|storage| storage.get_item(&key()).is_ok_and(|set| set.is_some()))
}

/// Sets the mark anew, which other tabs hear of, or takes it away with the last article.
pub(super) fn note() {
    if let (true, Ok(Some(storage))) = (WORK.with_borrow(|work| work.is_kept), window().local_storage()) {
        let _ = match SHOWN.with_borrow(|shown| shown.files.is_empty()) {
            true => storage.remove_item(&key()),
            false => storage.set_item(&key(), &js_sys::Date::now().to_string()),
        };
    }
}

/// Offers to load the articles anew when another tab has changed them.
pub(super) fn listen() {
    let storage = leptos::ev::Custom::<StorageEvent>::new("storage");
    window_event_listener(storage, |event| {
        let is_ours = event.key().is_some_and(|changed| changed == key());
        if is_ours && document().get_element_by_id("own-elsewhere").is_none() {
            let reload = button("", "Load them anew", || {
                let _ = window().location().reload();
            });
            let notice = element("p").set("id", "own-elsewhere").class("notice").set("role", "status");
            let notice = notice.child("Your articles were changed in another tab. ").child(reload);
            if let Some(body) = document().body() {
                let _ = body.prepend_with_node_1(notice.node());
            }
        }
    });
}

/// Asks the browser not to clear what is kept, and tells its answer.
pub(super) fn ask_to_persist() {
    spawn_local(async {
        let granted = match window().navigator().storage().persist() {
            Ok(promise) => JsFuture::from(promise).await.ok().and_then(|granted| granted.as_bool()),
            Err(_) => None,
        };
        let words = match granted {
            Some(true) => "Kept in this browser, which promises not to clear it by itself.",
            _ => "Kept in this browser, which may clear it when space is short.",
        };
        SHOWN.with_borrow_mut(|shown| words.clone_into(&mut shown.kept));
        turn(0);
    });
}
