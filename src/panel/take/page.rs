//! The collection as a page of its own, in one file: made of the page that is one file, with other articles in it.

use super::{
    along,
    file::{UNSAVED, save},
};
use crate::held;
use crossread_corpus::wording::counted;
use crossread_take::alone::{self, Alone};
use js_sys::{Array, Function, Reflect, Uint8Array};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, Element, Response};

/// The page that is one file, beside the page.
const TEMPLATE: &str = "crossread.html";

/// What of the body of a page in one file is not made while it is read.
const KEPT: &str = "#loading, noscript, script[id], script[type=module]";

/// Lets the reader save it.
pub(crate) fn begin() {
    along::tell("Making the page …", false);
    spawn_local(async {
        match made().await {
            Err(why) => along::tell(&format!("The page could not be made: {why}."), true),
            Ok((text, articles)) => {
                let saved = save("collection.html", &JsValue::from(Uint8Array::from(text.as_bytes())));
                let said = format!("Saved: a page with {}.", counted(articles, "article", "articles"));
                along::tell(if saved.is_ok() { &said } else { UNSAVED }, saved.is_err());
            }
        }
    });
}

/// The page's text, and the number of its articles; or why it cannot be made, as a clause.
async fn made() -> Result<(String, usize), String> {
    let template = match open_page() {
        Some(page) => page,
        None => fetched().await.ok_or_else(|| {
            format!("{TEMPLATE}, of which it is made, could not be loaded; see that there is a connection")
        })?,
    };
    let library = match held::given() {
        None => None,
        Some((library, whole)) => {
            let unpacked = |_: JsValue| "this browser cannot compress it".to_owned();
            Some([gzipped(&library).await.map_err(unpacked)?, gzipped(&whole).await.map_err(unpacked)?])
        }
    };
    let along = along::to_bring().await;
    let page = held::with(|held| {
        let articles = held.articles();
        let page = alone::page(&template, &Alone { library, along, articles });
        page.map(|page| (page, articles.len()))
    });
    page.flatten().ok_or_else(|| "the page it is made of is not understood".to_owned())
}

/// The text of the page that is open, where that is one file: as it came, without what it became.
fn open_page() -> Option<String> {
    document().get_element_by_id("wasm")?;
    let head = document().query_selector("head").ok()??.inner_html();
    let all = document().query_selector_all("body > *").ok()?;
    let all = (0..all.length()).filter_map(|at| all.item(at)?.dyn_into::<Element>().ok());
    let body: String = all
        .filter(|element| element.matches(KEPT).unwrap_or_default())
        .map(|element| if element.id() == "loading" { LOADING.to_owned() } else { element.outer_html() })
        .collect();
    Some(format!("<!doctype html>\n<html lang=\"en\"><head>{head}</head><body>{body}</body></html>\n"))
}

/// The notice of a page that has not begun.
const LOADING: &str = "<p id=\"loading\" class=\"notice\" role=\"status\" hidden></p>";

/// The text of the page that is one file, from beside this page.
async fn fetched() -> Option<String> {
    let answer: Response = JsFuture::from(window().fetch_with_str(TEMPLATE)).await.ok()?.dyn_into().ok()?;
    let text = answer.text().ok().filter(|_| answer.ok())?;
    JsFuture::from(text).await.ok()?.as_string()
}

async fn gzipped(bytes: &Uint8Array) -> Result<Vec<u8>, JsValue> {
    // web-sys does not have it yet
    let packers: Function = Reflect::get(&window(), &"CompressionStream".into())?.dyn_into()?;
    let packer = Reflect::construct(&packers, &Array::of1(&"gzip".into()))?;
    let whole = Blob::new_with_u8_array_sequence(&Array::of1(bytes))?;
    let packed = whole.stream().pipe_through(packer.unchecked_ref());
    let packed = Response::new_with_opt_readable_stream(Some(&packed))?.array_buffer()?;
    Ok(Uint8Array::new(&JsFuture::from(packed).await?).to_vec())
}
