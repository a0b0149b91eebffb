//! The library as the panel knows it: read, when it is first needed, from what the page holds.

use crate::page;
use crossread_corpus::{results::Library, shard, sheet::Part};
use js_sys::Uint8Array;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};

/// The library, and the overview where that came with it.
type Held = (Library, Option<Vec<Part>>);

thread_local! {
    /// The whole, with all that was found, where the page was given another than it was built with.
    static WHOLE: RefCell<Option<JsValue>> = const { RefCell::new(None) };
    /// What the page was given instead of what it was built with, and the library once it is read.
    static HELD: RefCell<(Option<JsValue>, Option<Held>)> = const { RefCell::new((None, None)) };
}

/// From now on the library is that of `bytes`, and the whole is `shard`.
pub(crate) fn set(bytes: &JsValue, shard: JsValue) {
    HELD.set((Some(bytes.clone()), None));
    WHOLE.set(Some(shard));
}

/// What the page was given instead of what it was built with: what it holds itself, and the whole.
pub(crate) fn given() -> Option<(Uint8Array, Uint8Array)> {
    let bytes = HELD.with_borrow(|(bytes, _)| bytes.clone())?.dyn_into().ok()?;
    Some((bytes, WHOLE.with_borrow(Clone::clone)?.dyn_into().ok()?))
}

/// Does something with the library; `None` where it cannot be read.
pub(crate) fn with<T>(act: impl FnOnce(&Library) -> T) -> Option<T> {
    with_overview(|library, _| act(library))
}

/// The same with the overview while nothing is asked, where it came with the library.
pub(crate) fn with_overview<T>(act: impl FnOnce(&Library, Option<&Vec<Part>>) -> T) -> Option<T> {
    HELD.with_borrow_mut(|(bytes, library)| {
        if library.is_none() {
            let given = bytes.as_ref().and_then(|bytes| bytes.dyn_ref::<Uint8Array>());
            let bytes = given.map_or_else(page::embedded, |given| given.to_vec());
            *library = shard::page::read(&bytes).ok();
        }
        library.as_ref().map(|(library, overview)| act(library, overview.as_ref()))
    })
}
