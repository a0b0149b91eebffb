//! What the panel asks of the page, and what the page asks of it.

use js_sys::{BigUint64Array, Function, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};

/// What the panel is called for: the page writes it on the root element.
pub(crate) fn wish() -> String {
    let root = document().document_element();
    root.and_then(|root| root.get_attribute("data-own")).unwrap_or_default()
}

/// Shows another library, of which the articles with these keys are the reader's own; gives the number of articles.
/// `held` is what the page holds of it, `shard` is the whole.
///
/// # Errors
/// Why the page cannot show it, as a clause.
pub(crate) fn show(held: &JsValue, shard: &JsValue, own: &[u64]) -> Result<usize, String> {
    let shown = call("show_library", held, shard, &BigUint64Array::from(own));
    let all = shown.map_err(|why| why.as_string().unwrap_or_default())?;
    Ok(all.as_f64().unwrap_or_default() as usize)
}

/// Calls a function that the page's program exports.
fn call(name: &str, first: &JsValue, second: &JsValue, third: &JsValue) -> Result<JsValue, JsValue> {
    let bindings = Reflect::get(&window(), &"wasmBindings".into())?;
    Reflect::get(&bindings, &name.into())?.dyn_into::<Function>()?.call3(&JsValue::UNDEFINED, first, second, third)
}

/// Shows a message where the reader looks first, or nothing any more.
pub(crate) fn notice(message: &str) {
    if let Some(notice) = document().get_element_by_id("loading") {
        notice.set_text_content(Some(message));
        let _ = notice.toggle_attribute_with_force("hidden", message.is_empty());
    }
}
