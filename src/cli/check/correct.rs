//! What an editor might correct: the lines to write into `corpus.toml`.
//!
//! Where something is missing the line is there without its value; as it stands it would be refused, so that nobody
//! forgets to fill it in. Where something was inferred it has the value, to be confirmed or changed.

use crossread_corpus::{
    article::{Article, Published},
    ground::{Ground, Traced},
};

/// The article's table, or nothing where all is stated.
pub(super) fn lines(article: &Article) -> Vec<String> {
    let header = &article.header;
    let mut keys = Vec::new();
    keys.extend(key("outlet", header.outlet.as_ref(), Clone::clone, "the outlet is not stated"));
    keys.extend(key("headline", header.headline.as_ref(), Clone::clone, "no headline was found"));
    keys.extend(key("date", header.published.as_ref(), date, "no date is stated, as 2031-02-03 or 2031-02-03T21:47"));
    if keys.is_empty() {
        return keys;
    }
    let name = if article.origin.record.is_some() { &article.id } else { &article.origin.file };
    keys.insert(0, format!("[articles.{}]", string(name)));
    keys
}

fn key<T>(name: &str, traced: Option<&Traced<T>>, write: impl Fn(&T) -> String, missing: &str) -> Option<String> {
    match traced {
        None => Some(format!("{name} = \"\"  # {missing}")),
        Some(Traced { value, ground: Ground::Inferred { rule, .. } }) => {
            Some(format!("{name} = {}  # inferred by {}", string(&write(value)), rule.0))
        }
        Some(_) => None,
    }
}

fn date(published: &Published) -> String {
    let time = published.time.map_or_else(String::new, |time| format!("T{:02}:{:02}", time.hour(), time.minute()));
    format!("{}{time}", published.date)
}

/// A TOML string, whose escapes are those of JSON.
fn string(text: &str) -> String {
    serde_json::Value::from(text).to_string().replace('\u{7f}', "\\u007f")
}
