//! Notes as one file: an annotation collection as JSON-LD, with all its annotations in its first page.

use super::{
    Note,
    place::text_name,
    read::{self, CONTEXT, is_a},
};
use crate::{Fault, fault};
use serde::Serialize;
use serde_json::{Map, Value, json};

/// A longer file is no collection of notes: 20 MB.
const MOST: usize = 20_000_000;

/// What was read of a file.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Imported {
    /// The notes, in their order.
    pub notes: Vec<Note>,
    /// What could not be read, each with its place; it spoils none of the others.
    pub faults: Vec<Fault>,
}

#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    label: &'static str,
    total: usize,
    first: Page<'a>,
}

#[derive(Serialize)]
struct Page<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(rename = "startIndex")]
    start: usize,
    items: Vec<&'a Map<String, Value>>,
}

/// The notes as a collection.
pub fn export<'a>(notes: impl IntoIterator<Item = &'a Note>) -> Value {
    let items: Vec<&Map<String, Value>> = notes.into_iter().map(Note::json).collect();
    // Named by what it holds: nothing else tells two collections apart.
    let id = text_name(&json!(items).to_string());
    let page = Page { id: format!("{id}#notes"), kind: "AnnotationPage", start: 0, items };
    let collection = Collection {
        context: CONTEXT,
        id,
        kind: "AnnotationCollection",
        label: "Notes made in Crossread",
        total: page.items.len(),
        first: page,
    };
    serde_json::to_value(collection).expect("plain values in memory can be written")
}

/// Reads a collection, a page of one, a list of annotations or a single one.
///
/// # Errors
/// Where it is none of these. What is wrong with single annotations is told beside the others.
pub fn import(bytes: &[u8]) -> Result<Imported, Fault> {
    import_value(&fault::json(bytes, MOST)?)
}

/// The same of JSON that is read already.
///
/// # Errors
/// Those of [`import`].
pub fn import_value(value: &Value) -> Result<Imported, Fault> {
    let mut imported = Imported::default();
    match value {
        Value::Array(all) => annotations(all, "", &mut imported),
        Value::Object(object) if is_a(object, "AnnotationPage") => page(object, "", &mut imported),
        Value::Object(object) if is_a(object, "AnnotationCollection") => match object.get("first") {
            Some(Value::Object(first)) => page(first, "first", &mut imported),
            Some(Value::String(_)) => {
                return Err(Fault::new("first", "the annotations are elsewhere, and this page asks no other host"));
            }
            Some(_) => return Err(Fault::new("first", "must be a page of annotations")),
            None if object.get("total").is_some_and(|total| total == 0) => {}
            None => return Err(Fault::new("first", "is missing: there are no annotations in this file")),
        },
        one => imported.notes.push(read::note(one)?),
    }
    Ok(imported)
}

/// Adds the annotations of a page, and of those that follow it.
fn page(page: &Map<String, Value>, place: &str, imported: &mut Imported) {
    let (mut page, mut place) = (page, place.to_owned());
    loop {
        let within = |field: &str| if place.is_empty() { field.to_owned() } else { format!("{place}.{field}") };
        match page.get("items") {
            Some(Value::Array(all)) => annotations(all, &within("items"), imported),
            _ => imported.faults.push(Fault::new(within("items"), "must be a list of annotations")),
        }
        match page.get("next") {
            Some(Value::Object(next)) => (page, place) = (next, within("next")),
            Some(_) => {
                imported.faults.push(Fault::new(within("next"), "is elsewhere, and this page asks no other host"));
                return;
            }
            None => return,
        }
    }
}

fn annotations(all: &[Value], place: &str, imported: &mut Imported) {
    for (number, one) in all.iter().enumerate() {
        match read::note(one) {
            Ok(note) => imported.notes.push(note),
            Err(fault) => imported.faults.push(fault.within(&format!("{place}[{number}]"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::tests::note, *};
    use proptest::prelude::*;

    #[test]
    fn notes_come_back_as_they_went() {
        let foreign = json!({
            "@context": ["http://www.w3.org/ns/anno.jsonld", { "x": "https://x.example/" }],
            "id": "https://a.example/1", "type": ["Annotation", "x:Special"], "x:weight": 3,
            "bodyValue": "Seen", "target": { "source": "https://a.example/page", "selector": {
                "type": "TextQuoteSelector", "exact": "ferry", "refinedBy": { "type": "x:Odd" } } }
        });
        let foreign = read::note(&foreign).unwrap();
        assert_eq!((foreign.words(), foreign.quoted()), ("Seen", "ferry"));
        let notes = vec![note("urn:uuid:1", "One"), note("urn:uuid:2", ""), foreign];
        let written = export(&notes);
        assert_eq!(written["total"], 3);
        assert_eq!(written["first"]["items"][2]["x:weight"], 3);
        let bytes = serde_json::to_vec(&written).unwrap();
        assert_eq!(import(&bytes), Ok(Imported { notes: notes.clone(), faults: Vec::new() }));
        assert_eq!(import_value(&written["first"]).unwrap().notes, notes);
        assert_eq!(import_value(&written["first"]["items"]).unwrap().notes, notes);
        assert_eq!(import_value(&written["first"]["items"][0]).unwrap().notes, notes[..1]);
        assert_eq!(import_value(&export([])), Ok(Imported::default()));
    }

    #[test]
    fn a_bad_annotation_is_told_of_with_its_place_and_spoils_no_other() {
        let target =
            |selector: Value| json!({ "type": "Annotation", "target": { "source": "s:", "selector": selector } });
        let bad = [
            (json!(3), "items[0]: must be an annotation, an object"),
            (json!({ "type": "Note" }), "items[1].type: must be \"Annotation\""),
            (json!({ "type": "Annotation" }), "items[2].target: is missing"),
            (json!({ "type": "Annotation", "id": 3, "target": "s:" }), "items[3].id: must be an address"),
            (json!({ "type": "Annotation", "created": 3, "target": "s:" }), "items[4].created: must be text"),
            (
                json!({ "type": "Annotation", "target": ["s:", 3] }),
                "items[5].target[1]: must be an address or an object",
            ),
            (json!({ "type": "Annotation", "target": [] }), "items[6].target: is empty"),
            (
                json!({ "type": "Annotation", "target": { "selector": {} } }),
                "items[7].target.source.id: must be an address",
            ),
            (target(json!([{ "type": "TextQuoteSelector" }])), "items[8].target.selector[0].exact: is missing"),
            (
                target(json!({ "type": "TextPositionSelector", "start": -1, "end": 2 })),
                "items[9].target.selector.start: must be a whole number, 0 or more",
            ),
        ];
        let mut items: Vec<Value> = bad.iter().map(|(value, _)| value.clone()).collect();
        items.push(Value::Object(note("urn:uuid:1", "One").json().clone()));
        let page = json!({ "type": "AnnotationPage", "items": items, "next": "https://a.example/2" });
        let imported = import_value(&page).unwrap();
        assert_eq!(imported.notes, [note("urn:uuid:1", "One")]);
        let faults: Vec<String> = imported.faults.iter().map(Fault::to_string).collect();
        let expected =
            bad.iter().map(|(_, fault)| *fault).chain(["next: is elsewhere, and this page asks no other host"]);
        assert_eq!(faults, expected.collect::<Vec<_>>());
    }

    #[test]
    fn what_is_no_collection_says_so() {
        let fault = |text: &str| import(text.as_bytes()).unwrap_err().to_string();
        assert_eq!(fault("{}"), "type: must be \"Annotation\"");
        assert!(fault("<html>").contains("not JSON"));
        assert!(
            fault(r#"{"type": "AnnotationCollection", "first": "https://a.example"}"#)
                .starts_with("first: the annotations are")
        );
        assert!(fault(r#"{"type": "AnnotationCollection", "total": 2}"#).starts_with("first: is missing"));
    }

    #[test]
    fn a_note_without_a_name_gets_always_the_same() {
        let value = json!({ "type": "Annotation", "target": "s:a" });
        let (one, other) = (read::note(&value).unwrap(), read::note(&value).unwrap());
        assert!(one.id().starts_with("ni:///sha-256;"), "{}", one.id());
        assert_eq!(one.id(), other.id());
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
            let _ = import(&bytes);
        }

        #[test]
        fn any_json_is_read_or_refused(text in r#"[\[\]{}:,"0-9a-c]{0,60}"#) {
            let text = text.replace('a', "\"type\":\"Annotation\"").replace('b', "\"target\":").replace('c', "\"selector\":");
            let _ = import(text.as_bytes());
        }
    }
}
