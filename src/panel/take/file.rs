//! Handing things over: to the clipboard, or as a file.

use js_sys::Array;
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, HtmlAnchorElement, Url};

/// What is said of a file that was saved.
pub(crate) const SAVED: &str = "Saved.";
/// And of one that was not.
pub(crate) const UNSAVED: &str = "This browser does not let the page save a file.";

/// Lets the reader save bytes, text or a blob as a file.
///
/// # Errors
/// When the browser does not let the page do that.
pub(crate) fn save(name: &str, content: &JsValue) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(&Blob::new_with_u8_array_sequence(&Array::of1(content))?)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser has taken it by then.
    leptos::prelude::set_timeout(move || drop(Url::revoke_object_url(&url)), core::time::Duration::from_secs(60));
    Ok(())
}

/// Copies text, and tells whether that went well.
pub(crate) fn copy(text: &str, then: impl FnOnce(bool) + 'static) {
    // Missing where the page did not come by https.
    let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into());
    if !clipboard.is_ok_and(|clipboard| clipboard.is_object()) {
        return then(false);
    }
    let copied = window().navigator().clipboard().write_text(text);
    spawn_local(async move { then(JsFuture::from(copied).await.is_ok()) });
}
