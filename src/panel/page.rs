//! What the panel asks of the page, and what the page asks of it.

use js_sys::{BigUint64Array, Function, Promise, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What the panel is called for, the oldest wish first: the page writes them on the root element.
pub(crate) fn wishes() -> Vec<String> {
    let Some(root) = document().document_element() else { return Vec::new() };
    let wishes = root.get_attribute("data-own").unwrap_or_default();
    let _ = root.set_attribute("data-own", "");
    wishes.lines().map(str::to_owned).collect()
}

/// For so many milliseconds at a time the page is held up by a new library.
const HELD_UP: f64 = 12.0;

/// Shows another library, of which the articles with these keys are the reader's own; gives the number of articles.
/// `held` is what the page holds of it, `shard` is the whole. The page answers its reader in between.
///
/// # Errors
/// Why the page cannot show it, as a clause.
pub(crate) async fn show(held: &JsValue, shard: &JsValue, own: &[u64]) -> Result<usize, String> {
    let nothing = JsValue::UNDEFINED;
    let why = |why: JsValue| why.as_string().unwrap_or_default();
    call("take_library", held, &nothing).map_err(why)?;
    loop {
        pause().await;
        let end = now() + HELD_UP;
        while now() < end {
            if call("read_library", &nothing, &nothing).map_err(why)?.is_falsy() {
                pause().await;
                let all = call("show_library", shard, &BigUint64Array::from(own)).map_err(why)?;
                return Ok(all.as_f64().unwrap_or_default() as usize);
            }
        }
    }
}

/// Lets the browser do what has come up.
async fn pause() {
    let turn = Promise::new(&mut |done, _| {
        let _ = window().set_timeout_with_callback(&done);
    });
    let _ = JsFuture::from(turn).await;
}

/// Milliseconds.
fn now() -> f64 {
    window().performance().map_or_else(js_sys::Date::now, |performance| performance.now())
}

/// Calls a function that the page's program exports.
fn call(name: &str, first: &JsValue, second: &JsValue) -> Result<JsValue, JsValue> {
    let bindings = Reflect::get(&window(), &"wasmBindings".into())?;
    Reflect::get(&bindings, &name.into())?.dyn_into::<Function>()?.call2(&JsValue::UNDEFINED, first, second)
}

/// Shows a message where the reader looks first, or nothing any more.
pub(crate) fn notice(message: &str) {
    if let Some(notice) = document().get_element_by_id("loading") {
        notice.set_text_content(Some(message));
        let _ = notice.toggle_attribute_with_force("hidden", message.is_empty());
    }
}
