//! A reader's own articles, as far as every reader pays for them: the button, an ear for files being dropped, a look at
//! whether any are kept. The rest is a program of its own, the panel, which is fetched when it is first needed.
//!
//! The panel is told what it is wanted for by `data-own` on the root element, a line a wish, and, once it is there, by the
//! event `crossread-own` on the document; it calls what is exported here.

use crate::{failure, show, state::lenses};
use core::cell::{Cell, RefCell};
use crossread_corpus::{
    article::ArticleKey,
    shard::{ShardError, page::Reading},
};
use crossread_element::element::listen_to;
use js_sys::{Array, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{DragEvent, Element, Event, HtmlScriptElement, StorageEvent};

thread_local! {
    static IS_FETCHED: Cell<bool> = const { Cell::new(false) };
    /// A library that is being read.
    static TAKEN: RefCell<Option<Reading<'static>>> = const { RefCell::new(None) };
}

/// The id of the button that opens the panel.
pub(crate) const OPENER: &str = "add";

/// Listens for what concerns the reader's articles, and has those shown that are kept.
pub(crate) fn start() {
    let root = document();
    listen_to(&root, "dragover", |event| {
        if has_files(&event) {
            event.prevent_default();
        }
    });
    listen_to(&root, "drop", |event| {
        // Once it is there, the panel takes them itself.
        if has_files(&event) && !is_there() {
            event.prevent_default();
            let files = event.unchecked_ref::<DragEvent>().data_transfer().and_then(|dragged| dragged.files());
            let name = JsValue::from("crossreadDropped");
            let before = Reflect::get(&window(), &name).ok().and_then(|before| before.dyn_into::<Array>().ok());
            let all = before.unwrap_or_default().concat(&files.map(|files| Array::from(&files)).unwrap_or_default());
            let _ = Reflect::set(&window(), &name, &all);
            call("dropped");
        }
    });
    listen_to(&window(), "storage", |event| {
        if event.unchecked_ref::<StorageEvent>().key() == Some(mark()) {
            call("elsewhere");
        }
    });
    if window()
        .local_storage()
        .ok()
        .flatten()
        .is_some_and(|kept| kept.get_item(&mark()).is_ok_and(|mark| mark.is_some()))
    {
        call("kept");
    }
}

/// Opens the panel.
pub(crate) fn open() {
    call("open");
}

/// The name of the mark that says that articles are kept for this page.
fn mark() -> String {
    let path = window().location().pathname().unwrap_or_default();
    format!("crossread-own {}", path.rsplit_once('/').map_or("", |(folder, _)| folder))
}

fn has_files(event: &Event) -> bool {
    let dragged = event.unchecked_ref::<DragEvent>().data_transfer();
    dragged.is_some_and(|dragged| dragged.types().includes(&"Files".into(), 0))
}

/// Whether the panel is there: it empties what the page writes, and is gone only when it could not be loaded.
fn is_there() -> bool {
    let root: Option<Element> = document().document_element();
    root.and_then(|root| root.get_attribute("data-own")).is_some_and(|waiting| waiting.is_empty())
}

/// Has the panel do something, and fetches it for that if need be.
fn call(wish: &str) {
    let root: Option<Element> = document().document_element();
    if let Some(root) = root {
        // What it has not heard of yet, since it is still being fetched, waits.
        let waiting = root.get_attribute("data-own").filter(|waiting| !waiting.is_empty());
        let wishes = waiting.map_or_else(|| wish.to_owned(), |waiting| format!("{waiting}\n{wish}"));
        let _ = root.set_attribute("data-own", &wishes);
    }
    if IS_FETCHED.replace(true) {
        let _ = Event::new("crossread-own").map(|event| document().dispatch_event(&event));
    } else if fetch().is_none() {
        missing();
    }
}

/// Puts the panel's script in the page: the one beside it, or in the page that is one file the one that stands there.
fn fetch() -> Option<()> {
    let script: HtmlScriptElement = document().create_element("script").ok()?.unchecked_into();
    match document().get_element_by_id("panel-script") {
        Some(holder) => script.set_text_content(holder.text_content().as_deref()),
        None => {
            let meta = document().query_selector("meta[name=panel]").ok()??;
            let name = meta.get_attribute("content")?;
            script.set_attribute("data-program", &format!("./{name}_bg.wasm")).ok()?;
            script.set_src(&format!("./{name}.js"));
        }
    }
    listen_to(&script, "error", |_| missing());
    listen_to(&window(), "crossread-own-failed", |_| missing());
    document().body()?.append_child(&script).ok().map(drop)
}

fn missing() {
    IS_FETCHED.set(false);
    failure::notice(
        "The program for your own articles could not be loaded. What you added before is kept: reload the page, or open the \
         page again with a connection. Everything else works as before.",
    );
}

/// Begins to read another library from what the page holds of it, in place of one that is still being read.
///
/// # Errors
/// When the bytes are not what this page reads.
#[wasm_bindgen]
#[allow(unreachable_pub, reason = "only public functions are exported")]
pub fn take_library(bytes: Vec<u8>) -> Result<(), JsValue> {
    TAKEN.set(Some(Reading::begin(bytes.into()).map_err(in_words)?));
    Ok(())
}

/// Reads a part of it. False when all has been read.
///
/// # Errors
/// When it is damaged.
#[wasm_bindgen]
#[allow(unreachable_pub, reason = "only public functions are exported")]
pub fn read_library() -> Result<bool, JsValue> {
    TAKEN.with_borrow_mut(|taken| taken.as_mut().map_or(Ok(false), Reading::go_on)).map_err(in_words)
}

/// Shows it, `shard` being the whole; the articles with these keys are the reader's own. Gives the number of articles.
///
/// # Errors
/// When it has not been read.
#[wasm_bindgen]
#[allow(unreachable_pub, reason = "only public functions are exported")]
pub fn show_library(shard: JsValue, own: &[u64]) -> Result<usize, JsValue> {
    let reading = TAKEN.take().ok_or_else(|| in_words(ShardError::NotAShard))?;
    let (library, overview) = reading.library().map_err(in_words)?;
    let all = library.articles().len();
    lenses::turn_to(Some(shard));
    show(library, overview, own.iter().copied().map(ArticleKey).collect());
    Ok(all)
}

fn in_words(error: ShardError) -> JsValue {
    error.to_string().into()
}
