//! The worker as the page has it: started from a blob, so that the page's policy holds for it, too.

use crate::{answered, failed};
use crossread_corpus::message::{self, Order};
use crossread_element::element::listen_to;
use js_sys::{Array, Uint8Array};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, HtmlAnchorElement, MessageEvent, Url, Worker};

/// Starts the worker and tells it where its program is: beside the page, or in the page that is one file.
pub(crate) fn start() -> Result<Worker, String> {
    let text = |id| document().get_element_by_id(id).and_then(|holder| holder.text_content());
    let (script, program) = match (text("worker-script"), text("worker-program")) {
        (Some(script), Some(program)) => (script, program),
        _ => beside_the_page().ok_or("this page was built without the program for it")?,
    };
    let started = || -> Result<Worker, JsValue> {
        let url = Url::create_object_url_with_blob(&Blob::new_with_str_sequence(&Array::of1(&script.into()))?)?;
        let worker = Worker::new(&url)?;
        listen_to(&worker, "message", |event| hear(&event.unchecked_ref::<MessageEvent>().data()));
        listen_to(&worker, "error", |event| {
            event.prevent_default();
            let why = js_sys::Reflect::get(&event, &"message".into()).ok().and_then(|why| why.as_string());
            failed(&why.filter(|why| !why.is_empty()).unwrap_or_else(|| "its program could not be loaded".to_owned()));
        });
        worker.post_message(&program.into())?;
        Ok(worker)
    };
    started().map_err(|_| "this browser does not let the page start a worker".to_owned())
}

/// A script that loads the worker's, and the address of its program.
fn beside_the_page() -> Option<(String, String)> {
    let meta = document().query_selector("meta[name=worker]").ok()??;
    let name = meta.get_attribute("content")?;
    let href = window().location().href().ok()?;
    let folder = href.split(['?', '#']).next()?.rsplit_once('/')?.0.replace('"', "%22");
    Some((format!("importScripts(\"{folder}/{name}.js\")"), format!("{folder}/{name}_bg.wasm")))
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

/// Lets the reader save bytes as a file.
pub(crate) fn save(bytes: &JsValue) {
    let save = || -> Result<(), JsValue> {
        let url = Url::create_object_url_with_blob(&Blob::new_with_u8_array_sequence(&Array::of1(bytes))?)?;
        let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
        link.set_href(&url);
        link.set_download("crossread-analysis.jsonl");
        link.click();
        Ok(())
    };
    if save().is_err() {
        failed("this browser does not let the page save a file");
    }
}
