//! The analysis as a Web Worker: it reads the files a reader adds, keeps them in the browser, and gives the page a new
//! library. It asks the network for nothing but its own program.
//!
//! `start.js` calls [`receive`] with every message, one after the other; [`crossread_corpus::message`] says what they are.

mod ahead;
mod kept;
mod state;
mod understood;

use crossread_corpus::message::{self, Answer};
use js_sys::{Array, Uint8Array};
use state::State;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::DedicatedWorkerGlobalScope;

thread_local! {
    /// Taken while an order is carried out.
    static STATE: RefCell<State> = RefCell::default();
}

fn main() {
    std::panic::set_hook(Box::new(|panic| web_sys::console::error_1(&panic.to_string().into())));
}

/// Carries out one order of the page: an array of the message and what travels beside it.
///
/// # Errors
/// When the message is none that this worker knows.
#[wasm_bindgen]
#[allow(unreachable_pub, reason = "only public functions are exported")]
pub async fn receive(sent: Array) -> Result<(), JsValue> {
    let mut parts = sent.iter();
    let order = parts.next().and_then(|bytes| bytes.dyn_into::<Uint8Array>().ok());
    let Some(order) = order.and_then(|bytes| message::read(&bytes.to_vec())) else {
        return Err("the page and its worker are of different versions; reload the page".into());
    };
    let mut state = STATE.take();
    let outcome = state.carry_out(order, parts.collect()).await;
    STATE.replace(state);
    outcome.map_err(JsValue::from)
}

/// Tells the page something, with what travels beside it.
fn tell(answer: &Answer, beside: &[Vec<u8>]) {
    let parts = Array::of1(&bytes(&message::write(answer)));
    let moved = Array::new();
    for part in beside {
        let part = bytes(part);
        moved.push(&part.buffer());
        parts.push(&part);
    }
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    // Refused only for things that cannot be sent; bytes can.
    let _ = scope.post_message_with_transfer(&parts, &moved);
}

fn bytes(bytes: &[u8]) -> Uint8Array {
    Uint8Array::from(bytes)
}
