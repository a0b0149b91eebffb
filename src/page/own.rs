//! A reader's own articles, as far as every reader pays for them: the button, an ear for files being dropped, a look at
//! whether any are kept. The rest is a program of its own, the panel, which is fetched when it is first needed.
//!
//! The panel is told what it is wanted for by `data-own` on the root element, a line a wish, and, once it is there, by the
//! event `crossread-own` on the document; it calls what is exported here. Quotations, exports and notes are its business,
//! too.

use crate::{
    SHARD, failure,
    part::{
        button,
        element::{Element as Made, element},
    },
    show,
    state::{Page, lenses},
};
use core::cell::{Cell, RefCell};
use crossread_corpus::{
    article::ArticleKey,
    correction::kept,
    shard::{ShardError, page::Reading},
    span::Span,
    view::{Lens, View},
};
use crossread_element::element::listen_to;
use js_sys::{Array, Reflect, Uint8Array};
use leptos::prelude::{document, untrack, window};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{DragEvent, Element, Event, HtmlScriptElement, StorageEvent};

thread_local! {
    static IS_FETCHED: Cell<bool> = const { Cell::new(false) };
    /// A library that is being read.
    static TAKEN: RefCell<Option<Reading<'static>>> = const { RefCell::new(None) };
    /// The page that is on screen.
    static PAGE: Cell<Option<Page>> = const { Cell::new(None) };
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
        let key = event.unchecked_ref::<StorageEvent>().key();
        if key == Some(mark()) {
            call("elsewhere");
        }
        if key == Some(notes_mark()) {
            call("marked");
        }
    });
    let storage = window().local_storage().ok().flatten();
    let is_kept = |mark: String| storage.as_ref().is_some_and(|kept| matches!(kept.get_item(&mark), Ok(Some(_))));
    if is_kept(mark()) {
        call("kept");
    }
    if is_kept(notes_mark()) {
        call("marked");
    }
    if document().get_element_by_id("along").is_some() {
        call("brought");
    }
}

/// The library that stands in the page where a reader made it in the browser: in place of the embedded one.
pub(crate) fn brought_library() -> Option<Uint8Array> {
    Reflect::get(&window(), &"crossreadLibrary".into()).ok()?.dyn_into().ok()
}

/// From now on it is this page that the panel asks.
pub(crate) fn ask_of(page: Page) {
    PAGE.set(Some(page));
}

/// Buttons that quote, or note something on, the words that are selected, or else those that are pointed at.
pub(crate) fn taking(page: Page) -> [Made; 2] {
    [("Cite", "cite", CITE), ("Note", "note", NOTE)].map(|(words, wish, key)| {
        let button = button("", words, move || take(page, wish)).set("aria-haspopup", "dialog");
        // The press of a button would take the selection away.
        button.set("aria-keyshortcuts", key).on("mousedown", |event| event.prevent_default())
    })
}

/// The keys that do what the buttons do: a sentence pointed at by keyboard may be far from them.
pub(crate) const CITE: &str = "c";
/// See [`CITE`].
pub(crate) const NOTE: &str = "a";

/// Quotes ("cite") or notes something on ("note") the words that are meant.
pub(crate) fn take(page: Page, wish: &str) {
    let view = page.view_now();
    if let Some(article) = view.article {
        call(&format!("{wish} {}", place(article, view.at)));
    }
}

fn place(article: ArticleKey, at: Option<Span>) -> String {
    at.map_or_else(|| article.to_string(), |at| format!("{article}.{}-{}", at.start(), at.end()))
}

/// The button that lets a reader take away what a lens shows.
pub(crate) fn exporting() -> Made {
    button("export", "Export", || call("export")).set("aria-haspopup", "dialog")
}

/// Says that links do not carry the reader's own articles, and offers what does.
pub(crate) fn sharing() -> Made {
    let words = "A link to this page does not carry the articles you added: whoever opens it sees the others only. ";
    let save = button("", "Save the collection as a file", || call("along"));
    let page = button("", "as a page", || call("page")).set("aria-label", "Save the collection as a page");
    let words = element("p").class("note sharing").child(words).child(save);
    words.child(" for them to open here, or ").child(page).child(" that opens by itself.")
}

/// Shows all notes.
pub(crate) fn notes() {
    call("notes");
}

/// The sign behind words that have a note: it leads to the note.
pub(crate) fn note_sign(article: ArticleKey, noted: Span) -> Made {
    let open = move || call(&format!("notes {}", place(article, Some(noted))));
    // It is drawn by the style: it is no part of the text, and not copied with it.
    button("note-sign", "", open).set("aria-label", "Your note on these words").set("aria-haspopup", "dialog")
}

/// Opens the panel.
pub(crate) fn open() {
    call("open");
}

/// The name of the mark that says that articles are kept for this page.
fn mark() -> String {
    format!("crossread-own {}", folder())
}

/// The name of the mark that says that notes are kept for this page.
fn notes_mark() -> String {
    format!("crossread-notes {}", folder())
}

/// What this page is called among others of its server.
fn folder() -> String {
    let path = window().location().pathname().unwrap_or_default();
    path.rsplit_once('/').map_or_else(String::new, |(folder, _)| folder.to_owned())
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
        "The program for your own articles, notes and exports could not be loaded. What you added before is kept: reload the \
         page, or open the page again with a connection. Everything else works as before.",
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

/// What the page began with.
#[wasm_bindgen]
#[allow(unreachable_pub, reason = "only public functions are exported")]
pub fn embedded_library() -> Uint8Array {
    brought_library().unwrap_or_else(|| Uint8Array::from(SHARD))
}

/// What is on screen: the view as in an address, the numbers of the articles that are left, and as the messages they came
/// as the sheet and what is marked in the article that is open. A message is empty where there is nothing, or where it
/// came with the page.
#[wasm_bindgen]
#[allow(unreachable_pub, reason = "only public functions are exported")]
pub fn shown_lens() -> Option<Array> {
    let page = PAGE.get()?;
    let view = page.view_now();
    // In the Read lens a sheet is a card, and may be of another view.
    let sheet = untrack(|| page.looked().sheet(view.lens)).filter(|_| view.lens != Lens::Read);
    let marks = view.article.and_then(|article| untrack(|| page.looked().marks(article)));
    let view = sheet.as_ref().map_or(&*view, |sheet| &sheet.view);
    let listed = page.answer_now().articles.iter().map(|number| JsValue::from(*number)).collect::<Array>();
    let sent = |message: Option<&lenses::Message>| message.map(|message| Uint8Array::from(message.as_slice())).into();
    let sheet: JsValue = sent(sheet.as_ref().map(|sheet| &sheet.message));
    Some(Array::of4(&view.to_url().into(), &listed, &sheet, &sent(marks.as_ref().map(|marks| &marks.2))))
}

/// What the reader corrected, as a line of text.
#[wasm_bindgen]
#[allow(unreachable_pub, reason = "only public functions are exported")]
pub fn told_corrections() -> String {
    PAGE.get().map(|page| kept::to_text(&untrack(|| page.corrections()))).unwrap_or_default()
}

/// Adds corrections that were brought along; gives how many are new.
#[wasm_bindgen]
#[allow(unreachable_pub, reason = "only public functions are exported")]
pub fn add_corrections(line: &str) -> usize {
    let Some(page) = PAGE.get() else { return 0 };
    let mut all = untrack(|| page.corrections()).to_vec();
    let before = all.len();
    for correction in kept::from_text(line) {
        if !all.contains(&correction) {
            all.push(correction);
        }
    }
    let new = all.len() - before;
    if new > 0 {
        page.set_corrections(all);
    }
    new
}

/// Shows a view.
#[wasm_bindgen]
#[allow(unreachable_pub, reason = "only public functions are exported")]
pub fn show_view(url: &str) {
    if let Some(page) = PAGE.get() {
        page.go(View::from_url(url));
    }
}

/// Marks places as noted: for each the article's key, and in `spans` the first byte and the byte after the last.
#[wasm_bindgen]
#[allow(unreachable_pub, reason = "only public functions are exported")]
pub fn show_notes(articles: &[u64], spans: &[u32]) {
    let span = |ends: &[u32]| Span::try_from((ends[0], ends[1])).ok();
    let spans = spans.chunks_exact(2).map(span);
    let notes = articles.iter().zip(spans).filter_map(|(article, span)| Some((ArticleKey(*article), span?)));
    if let Some(page) = PAGE.get() {
        page.set_noted(notes.collect());
    }
}
