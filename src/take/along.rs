//! A collection in one file, to give to another reader: the articles as they were given, what the reader set right, and
//! the notes. (`.crossread.json`)
//!
//! ```json
//! { "format": "crossread", "version": 1,
//!   "articles": [{ "name": "a.txt", "text": "…", "headers": [{ "outlet": "…" }] }, { "name": "b.docx", "base64": "…" }],
//!   "corrections": "hide=name&at=0123456789abcdef.10-20",
//!   "notes": { "type": "AnnotationCollection", … } }
//! ```
//!
//! A file that is UTF-8 stands as `text`, every other as `base64` (RFC 4648), so that its bytes, and with them the
//! article's key, are the same at the other end. `headers` are what the reader set in the headers of its articles: a
//! "headline", an "outlet", a "date", and in a file of several articles the "record", the article's number. What another version adds that must not be left out raises the version.

use crate::{
    Fault, fault,
    note::{self, Note},
    radix64::{base64, from_base64},
};
use crossread_corpus::{
    correction::{Correction, kept},
    message::{Headed, Set},
};
use serde::Serialize;
use serde_json::{Map, Value};

/// What the names of such files end with.
pub const EXTENSION: &str = ".crossread.json";

/// The version that is written, and the newest that is read.
const VERSION: u64 = 1;

/// A longer file is not read: 200 MB. What is in it is never longer than the file.
const MOST: usize = 200_000_000;

/// A file of articles as it was given.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Given {
    /// Its name, with the folder where it came with one.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What the reader set in the headers of its articles.
    pub headers: Vec<Headed>,
}

/// A collection to take along.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Along {
    /// The files, in the order they came.
    pub articles: Vec<Given>,
    /// What the reader set right.
    pub corrections: Vec<Correction>,
    /// The reader's notes.
    pub notes: Vec<Note>,
}

#[derive(Serialize)]
struct Written<'a> {
    format: &'static str,
    version: u64,
    articles: Vec<WrittenFile<'a>>,
    corrections: String,
    notes: Value,
}

#[derive(Serialize)]
struct WrittenFile<'a> {
    name: &'a str,
    #[serde(flatten)]
    content: Content<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    headers: Vec<Value>,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Content<'a> {
    Text(&'a str),
    Base64(String),
}

impl<'a> WrittenFile<'a> {
    fn of(given: &'a Given) -> Self {
        let content = match core::str::from_utf8(&given.bytes) {
            Ok(text) => Content::Text(text),
            Err(_) => Content::Base64(base64(&given.bytes)),
        };
        Self { name: &given.name, content, headers: given.headers.iter().map(header).collect() }
    }
}

/// A header, with what is set in it and no more.
fn header((record, set): &Headed) -> Value {
    let Set { headline, outlet, date } = set;
    let fields = [("headline", headline), ("outlet", outlet), ("date", date)];
    let fields = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value.clone()?.into())));
    let record = record.map(|record| ("record".to_owned(), record.into()));
    Value::Object(record.into_iter().chain(fields).collect())
}

/// The file.
pub fn write(along: &Along) -> String {
    let written = Written {
        format: "crossread",
        version: VERSION,
        articles: along.articles.iter().map(WrittenFile::of).collect(),
        corrections: kept::to_text(&along.corrections),
        notes: note::export(&along.notes),
    };
    serde_json::to_string_pretty(&written).expect("plain values in memory can be written") + "\n"
}

/// Reads a file. Beside what is in it: what could not be read, each with its place; it spoils nothing else.
///
/// # Errors
/// Where it is no such file, or one of a newer version.
pub fn read(bytes: &[u8]) -> Result<(Along, Vec<Fault>), Fault> {
    let value = fault::json(bytes, MOST)?;
    let file = value.as_object().filter(|file| file.get("format").is_some_and(|format| format == "crossread"));
    let file = file.ok_or_else(|| Fault::new("format", "must be \"crossread\": this is no collection of this page"))?;
    match file.get("version").and_then(Value::as_u64) {
        Some(VERSION) => {}
        Some(newer) if newer > VERSION => {
            let problem = format!(
                "the file is of version {newer}, and this page reads version {VERSION}: a newer version of the page reads it"
            );
            return Err(Fault::new("version", problem));
        }
        _ => return Err(Fault::new("version", "must be the number 1")),
    }
    let (mut along, mut faults) = (Along::default(), Vec::new());
    match file.get("articles") {
        Some(Value::Array(all)) => {
            for (number, one) in all.iter().enumerate() {
                let place = format!("articles[{number}]");
                match given(one) {
                    Ok((given, wrong)) => {
                        along.articles.push(given);
                        faults.extend(wrong.into_iter().map(|fault| fault.within(&place)));
                    }
                    Err(fault) => faults.push(fault.within(&place)),
                }
            }
        }
        None => {}
        Some(_) => faults.push(Fault::new("articles", "must be a list")),
    }
    match file.get("corrections") {
        Some(Value::String(text)) => {
            along.corrections = kept::from_text(text);
            if kept::to_text(&along.corrections) != *text {
                faults.push(Fault::new("corrections", "not all of them are understood; the others are there"));
            }
        }
        None => {}
        Some(_) => faults.push(Fault::new("corrections", "must be text")),
    }
    match file.get("notes").map(note::import_value) {
        Some(Ok(imported)) => {
            along.notes = imported.notes;
            faults.extend(imported.faults.into_iter().map(|fault| fault.within("notes")));
        }
        Some(Err(fault)) => faults.push(fault.within("notes")),
        None => {}
    }
    Ok((along, faults))
}

/// A file, and what is wrong with headers of its articles.
fn given(value: &Value) -> Result<(Given, Vec<Fault>), Fault> {
    let article = value.as_object().ok_or_else(|| Fault::new("", "must be an object"))?;
    let text = |article: &Map<String, Value>, field: &str| match article.get(field) {
        Some(Value::String(text)) => Ok(Some(text.clone())),
        None => Ok(None),
        Some(_) => Err(Fault::new(field, "must be text")),
    };
    let name = text(article, "name")?.filter(|name| !name.trim().is_empty());
    let name = name.ok_or_else(|| Fault::new("name", "is missing"))?;
    let bytes = match (text(article, "text")?, text(article, "base64")?) {
        (Some(text), None) => text.into_bytes(),
        (None, Some(letters)) => {
            from_base64(&letters).ok_or_else(|| Fault::new("base64", "must be base64 (RFC 4648)"))?
        }
        (None, None) => return Err(Fault::new("text", "is missing, and so is base64")),
        (Some(_), Some(_)) => return Err(Fault::new("text", "stands beside base64: only one of them can be the file")),
    };
    let (mut headers, mut faults) = (Vec::new(), Vec::new());
    match article.get("headers") {
        Some(Value::Array(all)) => {
            for (number, one) in all.iter().enumerate() {
                match headed(one) {
                    Ok(header) => headers.push(header),
                    Err(fault) => faults.push(fault.within(&format!("headers[{number}]"))),
                }
            }
        }
        None => {}
        Some(_) => faults.push(Fault::new("headers", "must be a list")),
    }
    Ok((Given { name, bytes, headers }, faults))
}

fn headed(value: &Value) -> Result<Headed, Fault> {
    let header = value.as_object().ok_or_else(|| Fault::new("", "must be an object"))?;
    let text = |field: &str| match header.get(field) {
        Some(Value::String(text)) => Ok(Some(text.clone())),
        None => Ok(None),
        Some(_) => Err(Fault::new(field, "must be text")),
    };
    let set = Set { headline: text("headline")?, outlet: text("outlet")?, date: text("date")? };
    let record = match header.get("record") {
        Some(record) => {
            let number = record.as_u64().and_then(|number| u32::try_from(number).ok());
            Some(number.ok_or_else(|| Fault::new("record", "must be a whole number, 1 or more"))?)
        }
        None => None,
    };
    match set.fault() {
        Some(fault) => Err(Fault::new("date", fault)),
        None => Ok((record, set)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;
    use crossread_corpus::{
        article::ArticleKey,
        correction::Finding,
        span::{Anchor, Span},
    };
    use proptest::prelude::*;

    fn along() -> Along {
        let article = testing::stated();
        let at = Anchor { article: ArticleKey(0xab), span: Span::new(15, 20) };
        let given =
            |name: &str, bytes: &[u8]| Given { name: name.to_owned(), bytes: bytes.to_vec(), headers: Vec::new() };
        let set = |outlet: &str| Set { outlet: Some(outlet.to_owned()), ..Set::default() };
        let headers = vec![(None, set("Harbour Times")), (Some(2), set("Lakeside Daily"))];
        Along {
            articles: vec![
                given("notes/ä.txt", "\u{feff}One\r\n\0“two”".as_bytes()),
                Given { headers, ..given("b.docx", b"PK\x03\x04\xff") },
                given("empty.txt", b""),
            ],
            corrections: vec![
                Correction::Part("Poe".to_owned(), "Roe & Sons".to_owned()),
                Correction::Hide(Finding::Name, vec![at]),
            ],
            notes: Note::new("urn:uuid:1", &article, article.sentences[1], "Really?", "2031-03-03T21:47:00Z")
                .into_iter()
                .collect(),
        }
    }

    #[test]
    fn a_collection_comes_back_as_it_went() {
        let written = write(&along());
        assert_eq!(read(written.as_bytes()), Ok((along(), Vec::new())));
        assert_eq!(write(&along()), written, "the same again");
        let value: Value = serde_json::from_str(&written).unwrap();
        assert_eq!((&value["format"], &value["version"]), (&"crossread".into(), &1.into()));
        assert_eq!(value["articles"][1]["base64"], "UEsDBP8=");
        assert_eq!(value["articles"][1]["headers"][1], serde_json::json!({ "record": 2, "outlet": "Lakeside Daily" }));
        assert_eq!((value["articles"][0].get("base64"), value["articles"][0].get("headers")), (None, None));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place_and_spoils_nothing_else() {
        let mut value: Value = serde_json::from_str(&write(&along())).unwrap();
        value["articles"][1]["base64"] = "?".into();
        value["articles"][2] = serde_json::json!({ "name": " " });
        value["corrections"] = format!("{}&hide=colour", value["corrections"].as_str().unwrap()).into();
        value["notes"]["first"]["items"][0]["target"] = 3.into();
        let (read, faults) = read(value.to_string().as_bytes()).unwrap();
        assert_eq!((read.articles.as_slice(), read.corrections.len()), (&along().articles[..1], 2));
        let faults: Vec<String> = faults.iter().map(Fault::to_string).collect();
        let expected = [
            "articles[1].base64: must be base64 (RFC 4648)",
            "articles[2].name: is missing",
            "corrections: not all of them are understood; the others are there",
            "notes.first.items[0].target: must be an address or an object",
        ];
        assert_eq!(faults, expected);
    }

    #[test]
    fn a_header_that_cannot_be_read_spoils_neither_the_article_nor_the_others() {
        let mut value: Value = serde_json::from_str(&write(&along())).unwrap();
        let good = value["articles"][1]["headers"][0].clone();
        value["articles"][1]["headers"] =
            serde_json::json!([3, { "outlet": 3 }, { "record": -1 }, { "date": "Monday" }, good]);
        let (read, faults) = read(value.to_string().as_bytes()).unwrap();
        assert_eq!(read.articles[1].headers, along().articles[1].headers[..1]);
        let places: Vec<&str> = faults.iter().map(|fault| fault.place.as_str()).collect();
        let header = |rest: &str| format!("articles[1].headers{rest}");
        assert_eq!(places, [header("[0]"), header("[1].outlet"), header("[2].record"), header("[3].date")]);
    }

    #[test]
    fn what_is_no_such_file_is_refused_in_words() {
        let fault = |text: &str| read(text.as_bytes()).unwrap_err().to_string();
        assert!(fault("").starts_with("line 1, column 0: not JSON"));
        assert!(fault("[]").starts_with("format: must be"));
        assert!(fault(r#"{"format": "crossread"}"#).starts_with("version: must be"));
        let newer = fault(r#"{"format": "crossread", "version": 2, "articles": 7}"#);
        assert!(newer.contains("version 2") && newer.contains("a newer version of the page"), "{newer}");
        assert_eq!(read(br#"{"format": "crossread", "version": 1}"#), Ok((Along::default(), Vec::new())));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
            let _ = read(&bytes);
        }

        #[test]
        fn a_spoilt_file_is_read_or_refused(at: prop::sample::Index, byte: u8) {
            let mut bytes = write(&along()).into_bytes();
            let at = at.index(bytes.len());
            bytes[at] = byte;
            let _ = read(&bytes);
            let _ = read(&bytes[..at]);
        }

        #[test]
        fn any_file_comes_back(name in ".*[^ ].*", bytes: Vec<u8>) {
            prop_assume!(!name.trim().is_empty());
            let along = Along { articles: vec![Given { name, bytes, headers: Vec::new() }], ..Along::default() };
            prop_assert_eq!(read(write(&along).as_bytes()), Ok((along, Vec::new())));
        }
    }
}
