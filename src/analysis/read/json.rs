//! JSON and JSON lines: one article, or a list of them.

use super::{
    decode::decode,
    field::folded,
    record::{File, Record, push_json, readings},
};
use crate::{reading::Reading, rejection::Rejection};
use crossread_corpus::article::Format;
use serde_json::{Map, Value, error::Category};

/// The fields in which exports keep their list of articles.
const LISTS: [&str; 6] = ["articles", "stories", "results", "items", "data", "docs"];

/// Reads a `.json`: an object, an array of objects, or an object that holds such an array.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Vec<Reading>, Rejection> {
    let decoded = decode(name, bytes, None)?;
    let file = File { name, bytes, format: Format::Json, decoded: &decoded };
    let list = match parse(&file, &decoded.text, 1)? {
        Value::Array(list) => list,
        Value::Object(object) => {
            let record = record(&object);
            let holds = |(name, value): &(String, Value)| LISTS.contains(&folded(name).as_str()) && value.is_array();
            match object.into_iter().find(|field| !record.has_text() && holds(field)) {
                Some((_, Value::Array(list))) => list,
                _ => return Ok(vec![record.reading(&file, None)?]),
            }
        }
        _ => return Err(not_an_object(&file)),
    };
    let records = (1..).zip(&list).map(|(number, value)| match value {
        Value::Object(object) => Ok((None, record(object))),
        _ => Err(not_an_object(&file).at(format!("record {number}"))),
    });
    readings(&file, &records.collect::<Result<Vec<_>, _>>()?)
}

/// Reads a `.jsonl` or `.ndjson`: an object a line; blank lines do not count.
pub(super) fn read_lines(name: &str, bytes: &[u8]) -> Result<Vec<Reading>, Rejection> {
    let decoded = decode(name, bytes, None)?;
    let file = File { name, bytes, format: Format::Json, decoded: &decoded };
    let mut records = Vec::new();
    for (number, line) in (1..).zip(decoded.text.split('\n')).filter(|(_, line)| !line.trim().is_empty()) {
        match parse(&file, line, number)? {
            Value::Object(object) => records.push((Some(number), record(&object))),
            _ => return Err(not_an_object(&file).at(format!("line {number}"))),
        }
    }
    readings(&file, &records)
}

/// Parses `text`, which starts on line `first` of the file.
fn parse(file: &File<'_>, text: &str, first: u64) -> Result<Value, Rejection> {
    serde_json::from_str(text).map_err(|error| {
        let message = error.to_string();
        let what = message.split(" at line ").next().unwrap_or_default();
        let remedy = match error.classify() {
            Category::Syntax if what == "trailing characters" => {
                "mend it, or name the file .jsonl if each line is an object"
            }
            Category::Eof => "it ends too early: save or download it again",
            _ => "mend it there",
        };
        let line = first + error.line() as u64 - 1;
        Rejection::new(file.name, format!("not valid JSON ({what})"), remedy)
            .at(format!("line {line}, column {}", error.column()))
    })
}

fn not_an_object(file: &File<'_>) -> Rejection {
    let remedy = "make it an object with the fields \"title\" and \"text\", or a list of such objects";
    Rejection::new(file.name, "not an article: a JSON object was expected here", remedy)
}

fn record(object: &Map<String, Value>) -> Record {
    let mut record = Record::default();
    for (name, value) in object {
        push_json(&mut record, name, value);
    }
    record
}

#[cfg(test)]
mod tests;
