//! What is known about an article as a whole, each entry with what it rests on.

use super::line::in_hex;
use crossread_corpus::{
    article::{Article, ArticleKey, Published},
    ground::{Ground, Traced},
    span::{Anchor, Span},
};
use serde::Serialize;

/// The header; what is not stated is null.
#[derive(Serialize)]
pub(super) struct HeaderLine<'a> {
    outlet: Option<Entry<'a, &'a str>>,
    headline: Option<Entry<'a, &'a str>>,
    published: Option<When<'a>>,
    authors: Option<Several<'a>>,
    agencies: Option<Several<'a>>,
    url: Option<Entry<'a, &'a str>>,
    language: Option<Entry<'a, &'a str>>,
}

impl<'a> HeaderLine<'a> {
    pub(super) fn of(article: &'a Article) -> Self {
        let header = &article.header;
        let entry = |traced: &'a Option<Traced<String>>| traced.as_ref().map(|traced| text(article, traced));
        Self {
            outlet: entry(&header.outlet),
            headline: entry(&header.headline),
            published: header.published.as_ref().map(|published| when(article, published)),
            authors: several(article, &header.authors),
            agencies: several(article, &header.agencies),
            url: entry(&header.url),
            language: entry(&header.language),
        }
    }
}

/// A value and what it rests on.
#[derive(Serialize)]
struct Entry<'a, T> {
    value: T,
    ground: &'static str,
    span: Option<Span>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    evidence: Vec<Place>,
}

impl<'a, T> Entry<'a, T> {
    fn new(article: &Article, value: T, ground: &'a Ground) -> Self {
        let entry = |ground, span| Self { value, ground, span, from: None, rule: None, evidence: Vec::new() };
        match ground {
            Ground::Stated(span) => entry("stated", Some(*span)),
            Ground::Inferred { rule, spans } => {
                let own = spans.iter().find(|anchor| anchor.article == article.key).map(|anchor| anchor.span);
                Self { rule: Some(&rule.0), evidence: spans.iter().map(Place::of).collect(), ..entry("inferred", own) }
            }
            Ground::Field(name) => Self { from: Some(name), ..entry("field", None) },
            Ground::Editor(file) => Self { from: Some(file), ..entry("editor", None) },
        }
    }
}

/// A place in one of the articles.
#[derive(Serialize)]
struct Place {
    #[serde(serialize_with = "in_hex")]
    article: ArticleKey,
    span: Span,
}

impl Place {
    const fn of(anchor: &Anchor) -> Self {
        Self { article: anchor.article, span: anchor.span }
    }
}

fn text<'a>(article: &Article, traced: &'a Traced<String>) -> Entry<'a, &'a str> {
    Entry::new(article, traced.value.as_str(), &traced.ground)
}

/// A time as `2020-08-16T21:47`, or `2020-08-16` without a time.
#[derive(Serialize)]
struct When<'a> {
    #[serde(flatten)]
    entry: Entry<'a, String>,
    zone: Option<&'a str>,
    updated: bool,
}

fn when<'a>(article: &Article, traced: &'a Traced<Published>) -> When<'a> {
    let Published { date, time, zone, updated } = &traced.value;
    let time = time.map_or_else(String::new, |time| format!("T{:02}:{:02}", time.hour(), time.minute()));
    let entry = Entry::new(article, format!("{date}{time}"), &traced.ground);
    When { entry, zone: zone.as_deref(), updated: *updated }
}

/// Names that stand together: the whole as one entry, with the ground of the first, and each for itself.
#[derive(Serialize)]
struct Several<'a> {
    #[serde(flatten)]
    whole: Entry<'a, Vec<&'a str>>,
    each: Vec<Entry<'a, &'a str>>,
}

fn several<'a>(article: &Article, names: &'a [Traced<String>]) -> Option<Several<'a>> {
    let first = names.first()?;
    let values = names.iter().map(|name| name.value.as_str()).collect();
    let each = names.iter().map(|name| text(article, name)).collect();
    Some(Several { whole: Entry::new(article, values, &first.ground), each })
}
