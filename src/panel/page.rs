//! What the panel asks of the page, and what the page asks of it.

use crossread_corpus::{
    layer::Layer,
    lens::asked::Reply,
    message,
    sheet::Part,
    span::{Anchor, Span},
    view::View,
};
use js_sys::{Array, BigUint64Array, Function, Promise, Reflect, Uint8Array, Uint32Array};
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

/// What the page was built with, as it holds it.
pub(crate) fn embedded() -> Vec<u8> {
    bytes("embedded_library")
}

/// What is on screen.
pub(crate) struct OnScreen {
    pub(crate) view: View,
    /// The numbers of the articles that are left, in their order.
    pub(crate) listed: Vec<usize>,
    /// The sheet, in a lens that has one and has been worked out.
    pub(crate) parts: Option<Vec<Part>>,
    /// What can be marked in the article that is open.
    pub(crate) marks: Vec<(Span, Layer)>,
}

/// What is on screen; `None` before anything is.
pub(crate) fn on_screen() -> Option<OnScreen> {
    let told: Array = call("shown_lens", &JsValue::UNDEFINED, &JsValue::UNDEFINED).ok()?.dyn_into().ok()?;
    let reply = |at: u32| {
        let bytes = told.get(at).dyn_into::<Uint8Array>().ok()?.to_vec();
        message::read::<(u32, Reply)>(&bytes).map(|(_, reply)| reply)
    };
    let parts = match reply(2) {
        Some(Reply::Sheet(parts)) => Some(parts),
        _ => None,
    };
    let marks = match reply(3) {
        Some(Reply::Marks(marks)) => marks.found,
        _ => Vec::new(),
    };
    let listed = told.get(1).unchecked_into::<Array>();
    let listed = listed.iter().filter_map(|number| Some(number.as_f64()? as usize)).collect();
    Some(OnScreen { view: View::from_url(&told.get(0).as_string()?), listed, parts, marks })
}

/// Marks places as noted, and no others.
pub(crate) fn mark(places: &[Anchor]) {
    let keys: Vec<u64> = places.iter().map(|place| place.article.0).collect();
    let ends: Vec<u32> = places.iter().flat_map(|place| [place.span.start(), place.span.end()]).collect();
    let (keys, ends) = (BigUint64Array::from(keys.as_slice()), Uint32Array::from(ends.as_slice()));
    let _ = call("show_notes", &keys, &ends);
}

/// Shows a view; false where the page does not.
pub(crate) fn go(view: &View) -> bool {
    call("show_view", &view.to_url().into(), &JsValue::UNDEFINED).is_ok()
}

/// What the reader corrected, as a line of text.
pub(crate) fn corrections() -> String {
    let told = call("told_corrections", &JsValue::UNDEFINED, &JsValue::UNDEFINED);
    told.ok().and_then(|told| told.as_string()).unwrap_or_default()
}

/// Corrects more; gives how many of them are new.
pub(crate) fn correct(line: &str) -> usize {
    let new = call("add_corrections", &line.into(), &JsValue::UNDEFINED);
    new.ok().and_then(|new| new.as_f64()).unwrap_or_default() as usize
}

/// The address of the page, without its view.
pub(crate) fn address() -> String {
    let href = window().location().href().unwrap_or_default();
    href.split(['?', '#']).next().unwrap_or_default().to_owned()
}

fn bytes(name: &str) -> Vec<u8> {
    let given = call(name, &JsValue::UNDEFINED, &JsValue::UNDEFINED);
    given.ok().and_then(|given| given.dyn_into::<Uint8Array>().ok()).map(|given| given.to_vec()).unwrap_or_default()
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
