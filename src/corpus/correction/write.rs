//! Writes a `corpus.toml`: the editor's file as it is, and a reader's corrections behind it.
//!
//! Written by hand, since the page would pay 64 KB gzip for a TOML library. Corrections are arrays of tables, which may
//! stand at the end of any TOML file; a test reads what is written here with that library.

use super::{Correction, quote::quote};
use crate::{collection::Collection, span::Anchor};

/// The file. Corrections of articles that the collection does not have are left out.
pub fn corpus_toml(collection: &Collection, corrections: &[Correction]) -> String {
    let mut file = collection.editor.text.trim_end().to_owned();
    for correction in corrections {
        let Some(table) = table(collection, correction) else { continue };
        if !file.is_empty() {
            file.push_str("\n\n");
        }
        file.push_str(&table);
    }
    file.push('\n');
    file
}

fn table(collection: &Collection, correction: &Correction) -> Option<String> {
    Some(match correction {
        Correction::Part(one, other) => format!("[[parted]]\nnames = [{}, {}]", string(one), string(other)),
        Correction::Join(one, other) => format!("[[joined]]\nnames = [{}, {}]", string(one), string(other)),
        Correction::Hide(finding, at) => {
            format!("[[hidden]]\nfinding = {}\nat = {}", string(finding.name()), places(collection, at)?)
        }
        Correction::Pin { topic, at } => {
            let topic = topic.as_ref().map(|topic| format!("topic = {}\n", string(topic))).unwrap_or_default();
            format!("[[pinned]]\n{topic}at = {}", places(collection, at)?)
        }
    })
}

fn places(collection: &Collection, at: &[Anchor]) -> Option<String> {
    let lines: Option<Vec<String>> = at.iter().map(|at| place(collection, *at)).collect();
    Some(format!("[\n{}]", lines?.concat()))
}

fn place(collection: &Collection, at: Anchor) -> Option<String> {
    collection.place(at)?;
    let article = collection.get(at.article)?;
    // a file of several articles does not tell which one is meant
    let name = if article.origin.record.is_some() { &article.id } else { &article.origin.file };
    let quote = quote(&article.text, at.span);
    let mut keys = format!("article = {}, words = {}", string(name), string(&quote.words));
    for (key, words) in [("before", &quote.before), ("after", &quote.after)] {
        if !words.is_empty() {
            keys = keys + ", " + key + " = " + &string(words);
        }
    }
    Some(format!("  {{ {keys} }},\n"))
}

/// A basic string of TOML 1.0.
pub fn string(text: &str) -> String {
    let mut written = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => written.extend(['\\', letter]),
            '\n' => written.push_str("\\n"),
            '\t' => written.push_str("\\t"),
            _ if letter.is_control() => written += &format!("\\u{:04x}", u32::from(letter)),
            _ => written.push(letter),
        }
    }
    written + "\""
}
