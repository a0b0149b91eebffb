//! CSL-JSON, as of the Citation Style Language 1.0.2.

use super::{Stated, UPDATED};
use crossread_corpus::article::Article;
use serde::Serialize;

#[derive(Serialize)]
struct Entry {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Name>,
    #[serde(rename = "container-title", skip_serializing_if = "Option::is_none")]
    outlet: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Day>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'static str>,
}

#[derive(Serialize)]
struct Name {
    literal: String,
}

#[derive(Serialize)]
struct Day {
    #[serde(rename = "date-parts")]
    parts: [[i16; 3]; 1],
}

/// The articles as a list of `article-newspaper`.
pub fn csl_json<'a>(articles: impl IntoIterator<Item = &'a Article>) -> String {
    let entries: Vec<Entry> = articles.into_iter().map(entry).collect();
    serde_json::to_string_pretty(&entries).expect("plain values in memory can be written") + "\n"
}

fn entry(article: &Article) -> Entry {
    let Stated { id, authors, headline, outlet, published, url, language } = Stated::by(article);
    let day = published.map(|published| published.date);
    Entry {
        id,
        kind: "article-newspaper",
        title: headline,
        author: authors.into_iter().map(|literal| Name { literal }).collect(),
        outlet,
        issued: day.map(|day| Day { parts: [[day.year(), day.month().into(), day.day().into()]] }),
        url,
        language,
        note: published.filter(|published| published.updated).map(|_| UPDATED),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;
    use serde_json::{Value, json};

    fn read(article: &Article) -> Value {
        serde_json::from_str(&csl_json([article])).unwrap()
    }

    #[test]
    fn all_that_is_stated() {
        let mut article = testing::stated();
        article.header.headline = Some(testing::field("A \"B\" \\ \u{1}C".to_owned()));
        article.header.published.as_mut().unwrap().value.updated = true;
        let expected = json!([{
            "id": "crossread-00000000000000ab",
            "type": "article-newspaper",
            "title": "A \"B\" \\ C",
            "author": [{ "literal": "Ann Poe" }, { "literal": "Ben Roe and Sons" }],
            "container-title": "Harbour Times",
            "issued": { "date-parts": [[2031, 3, 3]] },
            "URL": "https://harbour.example/ferry_1?a=b&c=%20",
            "language": "en",
            "note": "The date is that of an update."
        }]);
        assert_eq!(read(&article), expected);
    }

    #[test]
    fn what_is_not_stated_stays_out() {
        let expected = json!([{ "id": "crossread-00000000000000ab", "type": "article-newspaper" }]);
        assert_eq!(read(&testing::unstated()), expected);
    }
}
