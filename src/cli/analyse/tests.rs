//! The output of small articles, as a program that reads it would see it.

use super::write_all;
use crossread_analysis::{export::outline, find, read};
use serde_json::Value;

/// The lines for files with these names and contents.
fn analysed(files: &[(&str, &str)]) -> Vec<Value> {
    let readings = files.iter().flat_map(|(name, text)| read::file(name, text.as_bytes()).unwrap());
    let mut out = Vec::new();
    write_all(outline(readings.collect()), |article| article.annotations = find::annotations(article), &mut out)
        .unwrap();
    String::from_utf8(out).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

const STORY: &str = "Ferry runs again\n\nPublished 21:47, 3 March 2031\n\nMayor Ann Poe said on Monday that the ferry would \
                     carry “almost 7,000 people” a day. “We are ready,” she told the Harbour Times.\n";

fn slice<'a>(line: &'a Value, span: &Value) -> &'a str {
    let at = |number: usize| usize::try_from(span[number].as_u64().unwrap()).unwrap();
    &line["text"].as_str().unwrap()[at(0)..at(1)]
}

#[test]
fn every_field_of_the_format_is_there() {
    let line = analysed(&[("ferry.txt", STORY)]).remove(0);
    assert_eq!((&line["format"], &line["id"], &line["text"]), (&1.into(), &"ferry".into(), &STORY.into()));
    for (part, fields) in [
        ("/header", "outlet headline published authors agencies url language"),
        ("/header/published", "value ground span zone updated"),
        ("/blocks/0", "kind span of rule"),
        ("/attributions/0", "form kind content quoted source cue speaker speaker_span via stance rule"),
        ("/mentions/0", "span kind entity description voice voice_of rule"),
        ("/entities/0", "id kind name span mentions references joined_by"),
        ("/times/0", "span value type days ground counted_from zone voice voice_of rule"),
        ("/figures/0", "span kind low high qualifier qualified_by unit measured_in of voice voice_of rule"),
    ] {
        let object = line.pointer(part).and_then(Value::as_object).unwrap_or_else(|| panic!("no {part} in {line}"));
        let mut expected: Vec<&str> = fields.split(' ').collect();
        expected.sort_unstable();
        let mut keys: Vec<&str> = object.keys().map(String::as_str).collect();
        keys.sort_unstable();
        assert_eq!(keys, expected, "{part}");
    }
    assert_eq!(line["header"]["published"]["value"], "2031-03-03T21:47");
    assert_eq!(slice(&line, &line["header"]["headline"]["span"]), "Ferry runs again");
    assert_eq!(line["header"]["outlet"], Value::Null);
}

#[test]
fn findings_point_at_each_other() {
    let line = analysed(&[("ferry.txt", STORY)]).remove(0);
    let said = line["attributions"].as_array().unwrap().iter().find(|a| a["kind"] == "speech" && a["form"] == "direct");
    let said = said.unwrap_or_else(|| panic!("nothing is said in {line}"));
    assert_eq!(slice(&line, &said["source"]), "she");
    let id = usize::try_from(said["speaker"].as_u64().unwrap()).unwrap();
    let entity = &line["entities"][id];
    assert_eq!((&entity["id"], &entity["name"]), (&said["speaker"], &"Ann Poe".into()));
    let mention = usize::try_from(entity["mentions"][0].as_u64().unwrap()).unwrap();
    assert_eq!(line["mentions"][mention]["entity"], said["speaker"]);
    let figure = &line["figures"][0];
    assert_eq!((&figure["low"], &figure["qualifier"]), (&7000.into(), &"almost".into()));
    assert_eq!(figure["low"].to_string(), "7000");
    assert_eq!(figure["voice"], "quoted");
    let monday = line["times"].as_array().unwrap().iter().find(|time| slice(&line, &time["span"]) == "Monday").unwrap();
    assert_eq!((&monday["value"], &monday["ground"]), (&"2031-03-03".into(), &"published".into()));
    assert_eq!(monday["counted_from"]["value"], "2031-03-03");
}

#[test]
fn several_names_are_one_entry_and_each_for_itself() {
    let markdown = "---\nauthors: [Ann Poe, Bo Day]\n---\n# Ferry\n\nIt runs.\n";
    let line = analysed(&[("a.md", markdown)]).remove(0);
    let authors = &line["header"]["authors"];
    assert_eq!((&authors["value"], &authors["ground"]), (&serde_json::json!(["Ann Poe", "Bo Day"]), &"field".into()));
    assert_eq!(authors["each"][1]["value"], "Bo Day");
    assert_eq!(line["header"]["agencies"], Value::Null);
}

#[test]
fn the_same_article_twice_is_told_and_analysed_twice() {
    let lines = analysed(&[("a.txt", "One."), ("b.txt", "One.")]);
    assert_eq!(lines[0]["warnings"], serde_json::json!([]));
    assert_eq!(lines[1]["warnings"][0]["message"], "The same content as a: a page holds only one of the two.");
}
