//! The lenses as a Web Worker: it works out what they show, off the page's own thread. It asks the network for nothing but
//! its own program and the articles.
//!
//! `start.js` calls [`begin`] once and then [`answer`] with every question; [`crossread_corpus::lens::asked`] says what
//! they are.

use crossread_corpus::{
    lens::asked::{self, Question},
    message,
    results::Library,
    shard,
};
use js_sys::Uint8Array;
use std::cell::RefCell;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

/// The library as it came, and as the reader corrected it.
struct Libraries {
    given: Library,
    library: Library,
}

thread_local! {
    static LIBRARIES: RefCell<Option<Libraries>> = const { RefCell::new(None) };
}

fn main() {
    std::panic::set_hook(Box::new(|panic| web_sys::console::error_1(&panic.to_string().into())));
}

/// Reads the shard that all questions are about.
///
/// # Errors
/// When the bytes are not a shard that this program reads.
#[wasm_bindgen]
#[allow(unreachable_pub, reason = "only public functions are exported")]
pub fn begin(bytes: &[u8]) -> Result<(), JsValue> {
    let given = shard::read(bytes).map_err(|error| JsValue::from(error.to_string()))?;
    LIBRARIES.set(Some(Libraries { library: given.clone(), given }));
    Ok(())
}

/// Answers a question: a message of its number and itself; so is the reply.
///
/// # Errors
/// When the message is none that this program knows, or comes before [`begin`].
#[wasm_bindgen]
#[allow(unreachable_pub, reason = "only public functions are exported")]
pub fn answer(bytes: &[u8]) -> Result<Uint8Array, JsValue> {
    let Some((number, question)) = message::read::<(u32, Question)>(bytes) else {
        return Err("the page and its lenses are of different versions; reload the page".into());
    };
    LIBRARIES.with_borrow_mut(|libraries| {
        let libraries = libraries.as_mut().ok_or("nothing has been read yet")?;
        let reply = asked::reply(&libraries.given, &mut libraries.library, &question);
        Ok(Uint8Array::from(message::write(&(number, reply)).as_slice()))
    })
}
