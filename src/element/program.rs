//! The programs that are fetched when they are first needed: where they are, and those of them that are Web Workers
//! started from a blob, so that the page's policy holds for them, too.

use crate::element::listen_to;
use js_sys::{Array, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, MessageEvent, Url, Worker};

/// What is told of a program that does not come: the browser gives no reason.
const UNLOADED: &str = "its program could not be loaded; is there a connection?";

/// Where the page's own file of this `kind` is: its address without the ending.
fn beside_the_page(kind: &str) -> Option<String> {
    let meta = document().query_selector(&format!("meta[name={kind}]")).ok()??;
    let name = meta.get_attribute("content")?;
    let href = window().location().href().ok()?;
    let folder = href.split(['?', '#']).next()?.rsplit_once('/')?.0.replace('"', "%22");
    Some(format!("{folder}/{name}"))
}

/// What the element of this id holds, in the page that is one file.
fn held(id: &str) -> Option<String> {
    document().get_element_by_id(id)?.text_content()
}

/// Where the articles are with all that was found in them, as the programs take it: an address, or the thing itself.
pub fn shard() -> Option<JsValue> {
    let file = || beside_the_page("shard").map(|name| format!("{name}.shard"));
    held("shard-packed").or_else(file).map(JsValue::from)
}

/// Starts the worker of this `kind` and tells it where its program is, and with it what `first` gives. Its messages go to
/// `hear`, and why it stopped, as a clause, to `fail`.
///
/// # Errors
/// Why it cannot be started, as a clause.
pub fn start(
    kind: &str,
    first: Option<JsValue>,
    hear: impl Fn(&JsValue) + 'static,
    fail: impl Fn(&str) + 'static,
) -> Result<Worker, String> {
    let (script, program) = match (held(&format!("{kind}-script")), held(&format!("{kind}-program"))) {
        (Some(script), Some(program)) => (script, program),
        _ => {
            let name = beside_the_page(kind).ok_or("this page was built without the program for it")?;
            (format!("importScripts(\"{name}.js\")"), format!("{name}_bg.wasm"))
        }
    };
    let message = match first {
        Some(first) => Array::of2(&program.into(), &first).into(),
        None => program.into(),
    };
    let started = || -> Result<Worker, JsValue> {
        let url = Url::create_object_url_with_blob(&Blob::new_with_str_sequence(&Array::of1(&script.into()))?)?;
        let worker = Worker::new(&url)?;
        listen_to(&worker, "message", move |event| hear(&event.unchecked_ref::<MessageEvent>().data()));
        listen_to(&worker, "error", move |event| {
            event.prevent_default();
            let why = Reflect::get(&event, &"message".into()).ok().and_then(|why| why.as_string());
            fail(&why.filter(|why| !why.is_empty()).unwrap_or_else(|| UNLOADED.to_owned()));
        });
        worker.post_message(&message)?;
        Ok(worker)
    };
    started().map_err(|_| "this browser does not let the page start a worker".to_owned())
}
