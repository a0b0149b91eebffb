//! What a page says of its article outside the text: `<meta>`, JSON-LD, and marks on single elements.

use super::{Markup, json_ld::JsonLd};
use crate::{
    read::field::{language_tag, persons},
    reading::{Fields, Named},
};
use dom_query::{Document, NodeRef};

// Names of `<meta>` elements, the best first.
const OUTLET: &[&str] = &["dc.publisher", "dcterms.publisher", "publisher", "article:publisher", "application-name"];
const DATE: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published",
    "publication_date",
    "article.published",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "originalpublicationdate",
    "article_date_original",
];
const AUTHOR: &[&str] =
    &["author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator"];
const LANGUAGE: &[&str] = &["og:locale", "content-language", "dc.language", "language"];

/// The header of the page, but for its headline.
pub(super) fn fields(document: &Document, html: &str, json_ld: &JsonLd) -> Fields {
    let meta = Meta::of(document);
    let given = |from: &str, value: Option<&str>| value.into_iter().map(|value| named(from, value)).collect::<Vec<_>>();
    let marked = |from: &str, selector: &str| marked(document, from, selector);
    let outlet = [
        meta.named(&["og:site_name"]),
        given("json-ld publisher.name", json_ld.publisher.as_deref()),
        meta.named(OUTLET),
    ];
    let date = [
        given("json-ld datePublished", json_ld.published.as_deref()),
        meta.named(DATE),
        marked("itemprop datePublished", "[itemprop=datePublished]"),
        marked("time", "article time[datetime], main time[datetime]"),
        marked("time", "time[datetime]"),
    ];
    let authors = [
        json_ld.authors.iter().map(|author| named("json-ld author", author)).collect(),
        meta.named(AUTHOR),
        marked("itemprop author", "[itemprop=author] [itemprop=name]"),
        marked("itemprop author", "[itemprop=author]"),
        marked("rel author", "a[rel=author]"),
    ];
    let url = [
        marked("link canonical", "link[rel=canonical]"),
        meta.named(&["og:url", "parsely-link", "twitter:url"]),
        given("json-ld url", json_ld.url.as_deref()),
        given("saved from url", saved_from(html)),
    ];
    let language = [
        marked("html lang", "html[lang]"),
        meta.named(LANGUAGE),
        given("json-ld inLanguage", json_ld.language.as_deref()),
    ];
    let first = |found: &[Vec<Named>], fits: &dyn Fn(&str) -> bool| {
        found.iter().flatten().find(|named| !named.value.is_empty() && fits(&named.value)).cloned()
    };
    let tag = |named: Named| language_tag(&named.value).map(|value| Named { value, ..named });
    Fields {
        headline: None,
        outlet: first(&outlet, &|value| !is_url(value)),
        date: first(&date, &|value| value.bytes().any(|byte| byte.is_ascii_digit())),
        authors: authors.iter().map(|found| people(found)).find(|found| !found.is_empty()).unwrap_or_default(),
        url: first(&url, &is_url),
        language: first(&language, &|value| language_tag(value).is_some()).and_then(tag),
    }
}

/// The names and contents of `<meta>` elements, in the page's order.
pub(super) struct Meta(Vec<Named>);

impl Meta {
    pub(super) fn of(document: &Document) -> Self {
        let read = |node: &NodeRef<'_>| {
            let name = ["property", "name", "itemprop", "http-equiv"].into_iter().find_map(|key| node.attr(key))?;
            let content = Markup::unescape(node.attr("content")?.trim());
            (!content.is_empty()).then(|| named(&name.trim().to_lowercase(), &content))
        };
        Self(document.select("meta[content]").nodes().iter().filter_map(read).collect())
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|named| named.from == name).map(|named| named.value.as_str())
    }

    /// All under the first of `names` that it has.
    fn named(&self, names: &[&str]) -> Vec<Named> {
        let under = |name: &&str| self.0.iter().filter(|named| named.from == *name).cloned().collect::<Vec<_>>();
        names.iter().flat_map(under).collect()
    }
}

/// What the first element says that fits `selector`; attributes say it more exactly than its text does.
fn marked(document: &Document, from: &str, selector: &str) -> Vec<Named> {
    let selection = document.select_single(selector);
    let value = selection.nodes().first().map(|node| {
        let names: &[&str] = if node.has_name("link") { &["href"] } else { &["datetime", "content", "lang"] };
        names.iter().find_map(|name| node.attr(name)).unwrap_or_else(|| node.text())
    });
    value.into_iter().map(|value| named(from, &value)).filter(|named| named.value.len() < 500).collect()
}

fn named(from: &str, value: &str) -> Named {
    Named { value: value.split_whitespace().collect::<Vec<_>>().join(" "), from: from.to_owned() }
}

/// The people among what is given as authors, which may be addresses of their pages.
fn people(found: &[Named]) -> Vec<Named> {
    let is_person = |value: &str| !is_url(value) && !value.contains('@') && value.len() < 120;
    let mut people: Vec<Named> = Vec::new();
    for named in found {
        for value in persons(&named.value).filter(|value| is_person(value)) {
            if !people.iter().any(|person| person.value == value) && people.first().is_none_or(|p| p.from == named.from)
            {
                people.push(Named { value: value.to_owned(), from: named.from.clone() });
            }
        }
    }
    people
}

fn is_url(value: &str) -> bool {
    value.contains("://") || value.starts_with("//") || value.starts_with("www.")
}

/// `<!-- saved from url=(0031)https://example.org/page.html -->`, which browsers write into saved pages.
fn saved_from(html: &str) -> Option<&str> {
    let (_, rest) = html.get(..html.floor_char_boundary(2000))?.split_once("saved from url=(")?;
    rest.split_once(')')?.1.split(char::is_whitespace).next()
}
