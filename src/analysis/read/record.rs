//! One record of a JSON, JSON lines or CSV file as a reading: what these formats have in common.

use super::{
    decode::{Decoded, is_blank, newlines},
    field::{self, Names, Stated, folded},
    html::Markup,
};
use crate::{
    reading::{Reading, key},
    rejection::Rejection,
};
use crossread_corpus::article::{Format, Origin, Warning};
use serde_json::Value;
use std::collections::BTreeMap;

/// What to do about a record that has no text.
const GIVE_TEXT: &str = "give every record a field \"text\" that holds the article";

/// The fields of one record, as its file gives them.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Record {
    /// Fields whose value is a text, a number, or a list of them.
    pub(super) stated: Stated,
    /// The same untrimmed, for those that may hold the article.
    bodies: Vec<(String, String)>,
}

impl Record {
    /// Adds one value; a field with several values is added several times.
    pub(super) fn push(&mut self, name: &str, value: &str) {
        self.stated.push(name, value);
        let name = folded(name);
        if field::TEXT.contains(&name.as_str()) || field::HTML.contains(&name.as_str()) {
            self.bodies.push((name, value.to_owned()));
        }
    }

    /// True when it can be an article.
    pub(super) fn has_text(&self) -> bool {
        self.body(field::TEXT).or(self.body(field::HTML)).is_some()
    }

    fn body(&self, names: Names) -> Option<&str> {
        let held = |name: &&str| self.bodies.iter().find(|(held, value)| held == name && !is_blank(value));
        names.iter().find_map(held).map(|(_, value)| value.as_str())
    }

    /// Makes record `number` of a file that holds several (`None`: the only one, with its file's `bytes` for a key).
    pub(super) fn reading(&self, file: &File<'_>, number: Option<u32>) -> Result<Reading, Rejection> {
        let plain = self.body(field::TEXT);
        let Some(body) = plain.or(self.body(field::HTML)) else { return Err(self.no_text(file.name)) };
        if body.contains('\0') {
            return Err(Rejection::new(file.name, "the text holds a NUL character", "take it out or mend the export"));
        }
        let origin = Origin {
            file: file.name.to_owned(),
            record: number,
            format: file.format,
            encoding: file.decoded.encoding.to_owned(),
            source: None,
        };
        let key = key(if number.is_some() { body.as_bytes() } else { file.bytes });
        let text = newlines(body.strip_prefix('\u{feff}').unwrap_or(body).to_owned());
        let (fields, unused) = self.stated.fields();
        let mut reading = if plain.is_none() || is_markup(&text) {
            let Markup { text, marked, fields: of_page } = Markup::of(file.name, &text)?;
            Reading { marked, fields: fields.or(&of_page), ..Reading::new(key, origin, text) }
        } else {
            Reading { fields, ..Reading::new(key, origin, text) }
        };
        reading.warnings.clone_from(&file.decoded.warnings);
        reading.warnings.extend(unused.into_iter().map(|message| Warning { span: None, message }));
        Ok(reading)
    }

    /// The refusal of a record that cannot be an article.
    pub(super) fn no_text(&self, file: &str) -> Rejection {
        let names = self.stated.names();
        let is_media_cloud = names.split(", ").any(|name| {
            matches!(folded(name).as_str(), "storyid" | "storiesid" | "mediaid" | "medianame" | "mediaurl")
        });
        if is_media_cloud {
            let problem = "the export has metadata only, as Media Cloud's have: no text of the articles";
            return Rejection::new(file, problem, "fetch the texts and add them as a field \"text\"");
        }
        let found = if names.is_empty() { "it is empty".to_owned() } else { format!("its fields are {names}") };
        Rejection::new(file, format!("a record without text ({found})"), GIVE_TEXT)
    }
}

/// True for the markup that some exports keep in a field for text.
fn is_markup(text: &str) -> bool {
    ["</p>", "</P>", "<br>", "<br/>", "<br />"].iter().any(|tag| text.contains(tag))
}

/// The file that records are read from.
pub(super) struct File<'a> {
    pub(super) name: &'a str,
    pub(super) bytes: &'a [u8],
    pub(super) format: Format,
    pub(super) decoded: &'a Decoded,
}

/// The readings of a file of several records, each with the line it starts on if that helps to find it.
pub(super) fn readings(file: &File<'_>, records: &[(Option<u64>, Record)]) -> Result<Vec<Reading>, Rejection> {
    if records.is_empty() {
        return Err(Rejection::new(file.name, "the file holds no record", "add an article or take the file out"));
    }
    let place = |number: u32, line: Option<u64>| match line {
        Some(line) => format!("line {line}, record {number}"),
        None => format!("record {number}"),
    };
    let mut readings = Vec::with_capacity(records.len());
    let mut first = BTreeMap::new();
    for (number, (line, record)) in (1..).zip(records) {
        let reading = record.reading(file, Some(number)).map_err(|rejection| rejection.at(place(number, *line)))?;
        let earlier = *first.entry(reading.key).or_insert(number);
        if earlier != number {
            let problem = format!("the same text as record {earlier}");
            return Err(Rejection::new(file.name, problem, "keep one of the two").at(place(number, *line)));
        }
        readings.push(reading);
    }
    Ok(readings)
}

/// Adds what is a text or as good as one: numbers, lists, and objects that stand for their name or markup.
pub(super) fn push_json(record: &mut Record, name: &str, value: &Value) {
    match value {
        Value::String(text) => record.push(name, text),
        Value::Number(number) => record.push(name, &number.to_string()),
        Value::Array(list) => list.iter().for_each(|value| push_json(record, name, value)),
        Value::Object(object) => {
            if let Some(Value::String(text)) = object.get("name").or_else(|| object.get("rendered")) {
                record.push(name, text);
            }
        }
        Value::Null | Value::Bool(_) => {}
    }
}
