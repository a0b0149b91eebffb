//! Reads one annotation: what it is on, by its selectors. What is not understood stays in it.

use super::{
    Note,
    place::{Target, text_name},
};
use crate::Fault;
use crossread_corpus::correction::quote::Quote;
use serde_json::{Map, Value};

/// The standard's context, which every annotation has that tells no other.
pub(super) const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// The file that a text was read from: a term that the standard's context has.
pub(super) const FILE: &str = "dcterms:source";

/// The note, or what is wrong with it and where.
pub(super) fn note(value: &Value) -> Result<Note, Fault> {
    let object = value.as_object().ok_or_else(|| Fault::new("", "must be an annotation, an object"))?;
    if !is_a(object, "Annotation") {
        return Err(Fault::new("type", "must be \"Annotation\""));
    }
    let mut json = object.clone();
    if json.get("@context").is_some_and(|context| context == CONTEXT) {
        json.remove("@context");
    }
    let id = match json.get("id") {
        Some(Value::String(id)) if !id.is_empty() => id.clone(),
        // The same every time, so that what is brought along twice is there once.
        None | Some(Value::Null) => {
            let id = text_name(&value.to_string());
            json.insert("id".to_owned(), id.as_str().into());
            id
        }
        Some(_) => return Err(Fault::new("id", "must be an address")),
    };
    for text in ["bodyValue", "created", "modified"] {
        if json.get(text).is_some_and(|value| !value.is_string()) {
            return Err(Fault::new(text, "must be text"));
        }
    }
    let target = match json.get("target") {
        Some(Value::Array(all)) => several(all)?,
        Some(target) => one(target).map_err(|fault| fault.within("target"))?,
        None => return Err(Fault::new("target", "is missing")),
    };
    Ok(Note { json, id, target })
}

/// Whether `object` says that it is a `kind`.
pub(super) fn is_a(object: &Map<String, Value>, kind: &str) -> bool {
    match object.get("type") {
        Some(Value::Array(kinds)) => kinds.iter().any(|one| one == kind),
        Some(one) => one == kind,
        None => false,
    }
}

/// Of several targets the first that names words; the others stay in the note.
fn several(all: &[Value]) -> Result<Target, Fault> {
    let mut first = None;
    for (number, target) in all.iter().enumerate() {
        let target = one(target).map_err(|fault| fault.within(&format!("target[{number}]")))?;
        if target.quote.is_some() || target.position.is_some() {
            return Ok(target);
        }
        first = first.or(Some(target));
    }
    first.ok_or_else(|| Fault::new("target", "is empty"))
}

fn one(target: &Value) -> Result<Target, Fault> {
    let object = match target {
        Value::String(source) => return Ok(Target { source: source.clone(), ..Target::default() }),
        Value::Object(object) => object,
        _ => return Err(Fault::new("", "must be an address or an object")),
    };
    // What is annotated as a whole has no source, but is one.
    let source = object.get("source").unwrap_or(target);
    let mut read = Target::default();
    match source {
        Value::String(source) => read.source.clone_from(source),
        Value::Object(object) => {
            let id = object.get("id").and_then(Value::as_str);
            id.ok_or_else(|| Fault::new("source.id", "must be an address"))?.clone_into(&mut read.source);
            read.file = match object.get(FILE) {
                Some(Value::String(file)) => Some(file.clone()),
                Some(file) => file.get("id").and_then(Value::as_str).map(str::to_owned),
                None => None,
            };
        }
        _ => return Err(Fault::new("source", "must be an address or an object")),
    }
    match object.get("selector") {
        Some(Value::Array(all)) => {
            for (number, one) in all.iter().enumerate() {
                selector(one, &mut read).map_err(|fault| fault.within(&format!("selector[{number}]")))?;
            }
        }
        Some(one) => selector(one, &mut read).map_err(|fault| fault.within("selector"))?,
        None => {}
    }
    Ok(read)
}

fn selector(selector: &Value, into: &mut Target) -> Result<(), Fault> {
    let Some(object) = selector.as_object() else {
        // The address of a selector; it is not looked up.
        return if selector.is_string() { Ok(()) } else { Err(Fault::new("", "must be an object")) };
    };
    if is_a(object, "TextQuoteSelector") {
        let text = |field: &str| match object.get(field) {
            Some(Value::String(text)) => Ok(text.clone()),
            None if field != "exact" => Ok(String::new()),
            None => Err(Fault::new(field, "is missing")),
            Some(_) => Err(Fault::new(field, "must be text")),
        };
        let quote = Quote { words: text("exact")?, before: text("prefix")?, after: text("suffix")? };
        into.quote = into.quote.take().or(Some(quote));
    } else if is_a(object, "TextPositionSelector") {
        let number = |field: &str| {
            let number = object.get(field).and_then(Value::as_u64).and_then(|number| u32::try_from(number).ok());
            number.ok_or_else(|| Fault::new(field, "must be a whole number, 0 or more"))
        };
        into.position = into.position.or(Some((number("start")?, number("end")?)));
    }
    Ok(())
}
