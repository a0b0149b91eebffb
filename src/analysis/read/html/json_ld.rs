//! The description of the article that a page carries for search engines, as schema.org's terms in JSON.

use super::Markup;
use dom_query::Document;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// What a page's JSON-LD says of its article; all as written there, never blank.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct JsonLd {
    pub(super) headline: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) published: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) url: Option<String>,
    pub(super) language: Option<String>,
    pub(super) body: Option<String>,
}

/// The first article among the scripts of a page; malformed ones are passed over.
pub(super) fn read(document: &Document) -> JsonLd {
    let scripts = document.select("script[type=\"application/ld+json\"]");
    let values: Vec<Value> = scripts.nodes().iter().filter_map(|script| parse(&script.text())).collect();
    let mut objects = Vec::new();
    values.iter().for_each(|value| gather(value, &mut objects));
    let Some(article) = objects.iter().find(|object| is_article(object)) else { return JsonLd::default() };
    // A graph gives each thing once and points to it by its id.
    let mut names: BTreeMap<&str, String> = BTreeMap::new();
    for object in &objects {
        if let (Some(id), Some(name)) = (object.get("@id").and_then(Value::as_str), text(object.get("name"))) {
            names.entry(id).or_insert(name);
        }
    }
    let resolve = |value: &Value| name(value).or_else(|| names.get(value.get("@id")?.as_str()?).cloned());
    let authors = match article.get("author").or_else(|| article.get("creator")) {
        Some(Value::Array(list)) => list.iter().filter_map(resolve).collect(),
        Some(value) => resolve(value).into_iter().collect(),
        None => Vec::new(),
    };
    JsonLd {
        headline: text(article.get("headline")),
        publisher: article.get("publisher").and_then(|value| match value {
            Value::Array(list) => list.iter().find_map(resolve),
            value => resolve(value),
        }),
        published: text(article.get("datePublished")),
        authors,
        url: text(article.get("url")).or_else(|| {
            let page = article.get("mainEntityOfPage")?;
            text(Some(page)).or_else(|| text(page.get("@id")))
        }),
        language: text(article.get("inLanguage")),
        body: text(article.get("articleBody")),
    }
}

/// Some sites wrap the script in a comment or a CDATA section, and some break its strings over lines.
fn parse(script: &str) -> Option<Value> {
    let bare = script.trim().trim_start_matches("<!--").trim_end_matches("-->").trim();
    let bare = bare.trim_start_matches("//").trim_start_matches("<![CDATA[");
    let bare = bare.trim_end_matches("]]>").trim_end_matches("//").trim().trim_end_matches(';');
    serde_json::from_str(bare).or_else(|_| serde_json::from_str(&bare.replace(['\n', '\r', '\t'], " "))).ok()
}

/// All objects of a value, outer ones first. It is as deep as the parser allows at most.
fn gather<'a>(value: &'a Value, objects: &mut Vec<&'a Map<String, Value>>) {
    match value {
        Value::Array(list) => list.iter().for_each(|value| gather(value, objects)),
        Value::Object(object) => {
            objects.push(object);
            object.values().for_each(|value| gather(value, objects));
        }
        _ => {}
    }
}

fn is_article(object: &Map<String, Value>) -> bool {
    let is_type = |name: &str| {
        let name = name.rsplit('/').next().unwrap_or_default();
        name.ends_with("Article") || matches!(name, "BlogPosting" | "LiveBlogPosting" | "Report")
    };
    match object.get("@type") {
        Some(Value::String(name)) => is_type(name),
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).any(is_type),
        _ => false,
    }
}

/// The text of a value that is one, or is a thing with a name.
fn name(value: &Value) -> Option<String> {
    text(Some(value)).or_else(|| match value.get("name") {
        Some(Value::Array(list)) => text(list.first()),
        name => text(name),
    })
}

fn text(value: Option<&Value>) -> Option<String> {
    let text = value?.as_str()?.trim();
    (!text.is_empty()).then(|| Markup::unescape(text))
}
