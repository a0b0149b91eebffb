//! The collection as a page of its own, in one file: made of the page that is one file, with other articles in it.

use super::{
    along::{self, BROUGHT},
    file::{UNSAVED, save},
};
use crate::held;
use crossread_corpus::{
    article::{Article, BlockKind},
    wording::{self, counted},
};
use crossread_take::base64;
use js_sys::{Array, ArrayBuffer, Function, Promise, Reflect, Uint8Array};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, Document, DomParser, Element, Response, SupportedType};

/// The page that is one file, beside the page.
const TEMPLATE: &str = "crossread.html";
/// The kind of an element that holds bytes and does not run.
const BYTES: &str = "application/octet-stream";
/// What of a page in one file is not made while it is read.
const KEPT: &str = "#loading, noscript, #plain, script[id], script[type=module]";

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
    let page = template().await?;
    let unmade = |_: JsValue| "this browser cannot put it together".to_owned();
    if let Some((library, whole)) = held::given() {
        for (id, bytes) in [("library-packed", library), ("shard-packed", whole)] {
            hold(&page, id, BYTES, &base64(&gzipped(&bytes).await.map_err(unmade)?)).map_err(unmade)?;
        }
    }
    match (along::to_bring().await, page.get_element_by_id(BROUGHT)) {
        (Some(text), _) => hold(&page, BROUGHT, "application/json", &text).map_err(unmade)?,
        (None, Some(before)) => before.remove(),
        (None, None) => {}
    }
    let articles = held::with(|library| {
        plain(&page, library.articles()).map_err(unmade)?;
        Ok::<_, String>(library.articles().len())
    });
    let articles = articles.ok_or("the articles cannot be read")??;
    let root = page.document_element().ok_or("it is empty")?;
    Ok((format!("<!doctype html>\n{}", root.outer_html()), articles))
}

/// The page that is one file: this one as it came, or else the one beside it.
async fn template() -> Result<Document, String> {
    if document().get_element_by_id("wasm").is_some() {
        let copy = document().clone_node_with_deep(true).map_err(|_| "this browser cannot copy it")?;
        return tidied(copy.unchecked_into()).ok_or_else(|| "this page cannot be read".to_owned());
    }
    let missing = || format!("{TEMPLATE}, of which it is made, could not be loaded; see that there is a connection");
    let answer = JsFuture::from(window().fetch_with_str(TEMPLATE)).await.map_err(|_| missing())?;
    let answer: Response = answer.dyn_into().map_err(|_| missing())?;
    let text = answer.text().ok().filter(|_| answer.ok()).ok_or_else(missing)?;
    let text = JsFuture::from(text).await.ok().and_then(|text| text.as_string()).ok_or_else(missing)?;
    let parsed = DomParser::new().and_then(|parser| parser.parse_from_string(&text, SupportedType::TextHtml));
    parsed.map_err(|_| missing())
}

/// The page as it came, without what it became.
fn tidied(page: Document) -> Option<Document> {
    let root = page.document_element()?;
    for name in root.get_attribute_names().iter().filter_map(|name| name.as_string()).filter(|name| name != "lang") {
        let _ = root.remove_attribute(&name);
    }
    let all = page.query_selector_all("body > *").ok()?;
    let all = (0..all.length()).filter_map(|at| all.item(at)?.dyn_into::<Element>().ok());
    all.filter(|element| !element.matches(KEPT).unwrap_or(true)).for_each(|element| element.remove());
    if let Some(notice) = page.get_element_by_id("loading") {
        notice.set_text_content(None);
        let _ = notice.set_attribute("hidden", "");
    }
    Some(page)
}

/// Puts a text in the element of this id, which is made where there is none: it does not run.
fn hold(page: &Document, id: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let holder = if let Some(holder) = page.get_element_by_id(id) {
        holder
    } else {
        let holder = page.create_element("script")?;
        holder.set_attribute("type", kind)?;
        holder.set_id(id);
        page.body().ok_or(JsValue::NULL)?.append_child(&holder)?;
        holder
    };
    holder.set_text_content(Some(text));
    Ok(())
}

async fn gzipped(bytes: &Uint8Array) -> Result<Vec<u8>, JsValue> {
    // web-sys does not have it yet
    let packers: Function = Reflect::get(&window(), &"CompressionStream".into())?.dyn_into()?;
    let packer = Reflect::construct(&packers, &Array::of1(&"gzip".into()))?;
    let whole = Blob::new_with_u8_array_sequence(&Array::of1(bytes))?;
    let packed = whole.stream().pipe_through(packer.unchecked_ref());
    let packed: Promise = Response::new_with_opt_readable_stream(Some(&packed))?.array_buffer()?;
    let packed: ArrayBuffer = JsFuture::from(packed).await?.dyn_into()?;
    Ok(Uint8Array::new(&packed).to_vec())
}

/// Puts the articles in the page as plain text, for those whose browser does not run it.
fn plain(page: &Document, articles: &[Article]) -> Result<(), JsValue> {
    let place = page.create_element("div")?;
    place.set_id("plain");
    for article in articles {
        let element = page.create_element("article")?;
        element.set_class_name("reader");
        element.set_attribute("data-article-id", &article.id)?;
        let add = |name: &str, class: &str, text: &str| -> Result<(), JsValue> {
            let part = page.create_element(name)?;
            part.set_class_name(class);
            part.set_attribute("dir", "auto")?;
            part.set_text_content(Some(text));
            element.append_child(&part).map(drop)
        };
        let outlet = article.header.outlet.as_ref().map_or("Outlet not stated", |outlet| outlet.value.as_str());
        let day = article.header.published.as_ref().map(|published| wording::published(&published.value));
        add("h2", "", article.title().text())?;
        add("p", "meta", &format!("{outlet} · {}", day.as_deref().unwrap_or("date not stated")))?;
        for block in article.blocks.iter().filter(|block| !matches!(block.kind, BlockKind::Repeat(_))) {
            let name = if block.kind == BlockKind::Crosshead { "h3" } else { "p" };
            add(name, wording::class(block.kind), article.slice(block.span))?;
        }
        place.append_child(&element)?;
    }
    match page.get_element_by_id("plain") {
        Some(before) => before.replace_with_with_node_1(&place),
        None => {
            let body = page.body().ok_or(JsValue::NULL)?;
            body.insert_before(&place, page.query_selector("body > script")?.as_deref()).map(drop)
        }
    }
}
