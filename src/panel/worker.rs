//! The worker as the panel has it.

use crate::{answered, failed, take};
use crossread_corpus::message::{self, Order};
use crossread_element::program;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Worker;

/// Starts the worker and tells it where its program is.
pub(crate) fn start() -> Result<Worker, String> {
    program::start("worker", None, hear, failed)
}

fn hear(sent: &JsValue) {
    let parts: &Array = sent.unchecked_ref();
    let answer = parts.get(0).dyn_into::<Uint8Array>().ok().and_then(|bytes| message::read(&bytes.to_vec()));
    match answer {
        Some(answer) => answered(answer, parts),
        None => failed("the page and its worker are of different versions; reload the page"),
    }
}

/// Sends an order, and what travels beside it.
pub(crate) fn post(worker: &Worker, order: &Order, beside: &[JsValue]) {
    let parts = Array::of1(&Uint8Array::from(message::write(order).as_slice()));
    beside.iter().for_each(|part| {
        parts.push(part);
    });
    if worker.post_message(&parts).is_err() {
        failed("the files cannot be handed over");
    }
}

/// Lets the reader save bytes as a file of this name.
pub(crate) fn save(bytes: &JsValue, name: &str) {
    if take::file::save(name, bytes).is_err() {
        failed("this browser does not let the page save a file");
    }
}
