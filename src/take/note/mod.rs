//! Notes and highlights as annotations of the W3C's Web Annotation Data Model (2017): kept as the JSON they are, so that
//! what another program wrote into one stays in it.

mod book;
mod collection;
mod place;
mod read;

pub use book::{Change, Filter, Notebook};
pub use collection::{Imported, export, import, import_value};
pub use place::{Found, Target, Texts, file_name, text_name};

use crossread_corpus::{article::Article, correction::quote::Quote, span::Span};
use serde_json::{Map, Value, json};

const COMMENT: &str = "commenting";
const HIGHLIGHT: &str = "highlighting";

/// A note, or without words of its own a highlight.
#[derive(Clone, PartialEq, Debug)]
pub struct Note {
    /// The annotation: the one truth, of which the rest is read.
    json: Map<String, Value>,
    id: String,
    target: Target,
}

impl Note {
    /// A note on the words at `span`; `None` where there are none. `id` is an address that no other note has
    /// ("urn:uuid:…"), `when` the time as of ISO 8601 ("2031-03-03T21:47:00Z").
    pub fn new(id: &str, article: &Article, span: Span, words: &str, when: &str) -> Option<Self> {
        let target = Target::at(article, span)?;
        let mut json = Map::new();
        json.insert("id".to_owned(), id.into());
        json.insert("type".to_owned(), "Annotation".into());
        json.insert("motivation".to_owned(), HIGHLIGHT.into());
        json.insert("created".to_owned(), when.into());
        json.insert("target".to_owned(), written(&target));
        let mut note = Self { json, id: id.to_owned(), target };
        note.write(words);
        Some(note)
    }

    /// Its address.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What it is on.
    pub const fn target(&self) -> &Target {
        &self.target
    }

    /// The reader's words; empty for a highlight.
    pub fn words(&self) -> &str {
        let value = self.json.get("bodyValue").or_else(|| textual(self.json.get("body")?)?.get("value"));
        value.and_then(Value::as_str).unwrap_or_default()
    }

    /// The words it is on, as they were when it was made.
    pub fn quoted(&self) -> &str {
        self.target.quote.as_ref().map_or("", |quote| &quote.words)
    }

    /// When it was made, as it is written in it.
    pub fn created(&self) -> Option<&str> {
        self.json.get("created")?.as_str()
    }

    /// When it was last changed.
    pub fn modified(&self) -> Option<&str> {
        self.json.get("modified")?.as_str()
    }

    /// The annotation as JSON, without a context of its own where that is the standard's.
    pub const fn json(&self) -> &Map<String, Value> {
        &self.json
    }

    /// The same note with other words. All else that is in it stays.
    #[must_use]
    pub fn edited(&self, words: &str, when: &str) -> Self {
        let mut note = self.clone();
        note.write(words);
        note.json.insert("modified".to_owned(), when.into());
        note
    }

    /// The same as another note.
    #[must_use]
    pub(crate) fn named(&self, id: &str) -> Self {
        let mut note = self.clone();
        note.json.insert("id".to_owned(), id.into());
        id.clone_into(&mut note.id);
        note
    }

    fn write(&mut self, words: &str) {
        let words = words.trim();
        let (was, is) = if words.is_empty() { (COMMENT, HIGHLIGHT) } else { (HIGHLIGHT, COMMENT) };
        if self.json.get("motivation").and_then(Value::as_str) == Some(was) {
            self.json.insert("motivation".to_owned(), is.into());
        }
        if words.is_empty() {
            return self.unwrite();
        }
        if let Some(value) = self.json.get_mut("bodyValue") {
            *value = words.into();
        } else if let Some(body) = self.json.get_mut("body").and_then(textual_mut) {
            body.insert("value".to_owned(), words.into());
        } else {
            let ours = json!({ "type": "TextualBody", "value": words, "format": "text/plain" });
            let body = match self.json.remove("body") {
                None => ours,
                // Another program's body that is no text stays beside.
                Some(Value::Array(mut all)) => {
                    all.push(ours);
                    Value::Array(all)
                }
                Some(other) => json!([other, ours]),
            };
            self.json.insert("body".to_owned(), body);
        }
    }

    /// Takes the words out.
    fn unwrite(&mut self) {
        self.json.remove("bodyValue");
        match self.json.get_mut("body") {
            Some(Value::Array(all)) => {
                if let Some(place) = all.iter().position(|body| textual(body).is_some()) {
                    all.remove(place);
                }
            }
            Some(body) if textual(body).is_some() => {
                self.json.remove("body");
            }
            _ => {}
        }
    }
}

/// True for a body that is a comment in words; tags are words, too, but no comment.
fn is_textual(body: &Map<String, Value>) -> bool {
    let is_tag = body.get("purpose").is_some_and(|purpose| purpose == "tagging");
    !is_tag && body.get("value").is_some_and(Value::is_string)
}

fn textual(body: &Value) -> Option<&Map<String, Value>> {
    match body {
        Value::Object(body) => Some(body).filter(|body| is_textual(body)),
        Value::Array(all) => all.iter().filter_map(Value::as_object).find(|body| is_textual(body)),
        _ => None,
    }
}

fn textual_mut(body: &mut Value) -> Option<&mut Map<String, Value>> {
    match body {
        Value::Object(body) => Some(body).filter(|body| is_textual(body)),
        Value::Array(all) => all.iter_mut().filter_map(Value::as_object_mut).find(|body| is_textual(body)),
        _ => None,
    }
}

/// A target of our own. The text is what is annotated; the file that it was read from is its source.
fn written(target: &Target) -> Value {
    let mut source = Map::new();
    source.insert("id".to_owned(), target.source.as_str().into());
    source.insert("type".to_owned(), "Text".into());
    source.insert("format".to_owned(), "text/plain".into());
    source.extend(target.file.iter().map(|file| (read::FILE.to_owned(), json!({ "id": file }))));
    let mut selectors = Vec::new();
    if let Some(Quote { words, before, after }) = &target.quote {
        selectors.push(json!({ "type": "TextQuoteSelector", "exact": words, "prefix": before, "suffix": after }));
    }
    if let Some((start, end)) = target.position {
        selectors.push(json!({ "type": "TextPositionSelector", "start": start, "end": end }));
    }
    json!({ "type": "SpecificResource", "source": source, "selector": selectors })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    pub(super) fn note(id: &str, words: &str) -> Note {
        let article = testing::stated();
        Note::new(id, &article, article.sentences[1], words, "2031-03-03T21:47:00Z").unwrap()
    }

    #[test]
    fn a_note_is_an_annotation() {
        let expected = json!({
            "id": "urn:uuid:1",
            "type": "Annotation",
            "motivation": "commenting",
            "created": "2031-03-03T21:47:00Z",
            "body": { "type": "TextualBody", "value": "Really?", "format": "text/plain" },
            "target": {
                "type": "SpecificResource",
                "source": {
                    "id": text_name(&testing::stated().text),
                    "type": "Text",
                    "format": "text/plain",
                    "dcterms:source": { "id": "ni:///sha-256-64;AAAAAAAAAKs" }
                },
                "selector": [
                    {
                        "type": "TextQuoteSelector",
                        "exact": "The ferry runs.",
                        "prefix": "Ferry & bridge\n",
                        "suffix": "\n“We are glad,” Poe said.\nRain.\n"
                    },
                    { "type": "TextPositionSelector", "start": 15, "end": 30 }
                ]
            }
        });
        let made = note("urn:uuid:1", " Really? ");
        assert_eq!(Value::Object(made.json().clone()), expected);
        assert_eq!(
            (made.words(), made.quoted(), made.created()),
            ("Really?", "The ferry runs.", Some("2031-03-03T21:47:00Z"))
        );
    }

    #[test]
    fn a_highlight_becomes_a_note_and_again_a_highlight() {
        let highlight = note("urn:uuid:1", "");
        assert_eq!((highlight.words(), highlight.json().get("body")), ("", None));
        assert_eq!(highlight.json()["motivation"], "highlighting");
        let noted = highlight.edited("Why?", "2031-03-04T08:00:00Z");
        assert_eq!((noted.words(), noted.modified()), ("Why?", Some("2031-03-04T08:00:00Z")));
        assert_eq!(noted.json()["motivation"], "commenting");
        let again = noted.edited(" ", "2031-03-05T08:00:00Z");
        assert_eq!((again.words(), again.json().get("body")), ("", None));
        assert_eq!(again.json()["motivation"], "highlighting");
    }

    #[test]
    fn what_others_wrote_into_a_note_stays() {
        let others = json!({
            "id": "https://a.example/1", "type": "Annotation", "creator": { "name": "Poe" }, "motivation": "questioning",
            "body": [
                { "type": "TextualBody", "value": "ships", "purpose": "tagging" },
                { "type": "TextualBody", "value": "<p>Why?</p>", "format": "text/html", "language": "en" },
                "https://a.example/picture"
            ],
            "target": "https://a.example/page"
        });
        let note = read::note(&others).unwrap();
        assert_eq!(note.words(), "<p>Why?</p>");
        let edited = note.edited("How?", "now");
        assert_eq!(edited.words(), "How?");
        let mut expected = others.clone();
        expected["body"][1]["value"] = "How?".into();
        expected["modified"] = "now".into();
        assert_eq!(Value::Object(edited.json().clone()), expected);
        let bare = edited.edited("", "now");
        assert_eq!((bare.words(), bare.json()["body"].as_array().map(Vec::len)), ("", Some(2)));
        let again = bare.edited("New", "now");
        assert_eq!((again.words(), again.json()["body"].as_array().map(Vec::len)), ("New", Some(3)));
    }
}
