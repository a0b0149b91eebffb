//! The readers: the bytes of a file become readings, or a refusal that says how to mend it.
//!
//! # Invariants
//! 1. Any bytes give readings or a [`Rejection`], never a panic.
//! 2. A reading's text is decoded, without BOM, its line ends `\n`, and not blank.
//! 3. What a file says about its article is kept as it is written there, with the name of the field.

mod book;
mod csv;
mod decode;
mod field;
mod folder;
mod front_matter;
mod html;
mod json;
mod layout;
mod mail;
mod markdown;
mod packed;
mod pdf;
mod record;
mod text;
mod word;

pub(crate) use decode::line;
pub use decode::{LIMIT, too_long};
pub(crate) use field::language_tag;
pub use folder::{Corrections, Folder, folder, one, readable};

use crate::{reading::Reading, rejection::Rejection};

/// What is told when a file is of none of the formats.
const READABLE: &str = "Crossread reads .txt, .md, .html, .eml, .docx, .epub, .pdf, .json, .jsonl, .csv and .tsv: save it as \
                        one of these or take it out of the folder";

/// What the names of readable files end in, in small letters.
const EXTENSIONS: [&str; 16] = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "eml", "docx", "epub", "pdf", "json", "jsonl", "ndjson",
    "csv", "tsv",
];

/// Reads one file, by the extension of its name, which may be a path.
///
/// # Errors
/// When the bytes are not an article of that format; see [`Rejection`].
pub fn file(name: &str, bytes: &[u8]) -> Result<Vec<Reading>, Rejection> {
    let last = name.rsplit('/').next().unwrap_or_default();
    let extension = last.rsplit_once('.').map_or("", |(_, extension)| extension);
    match extension.to_ascii_lowercase().as_str() {
        "txt" | "text" => text::read(name, bytes),
        "md" | "markdown" => markdown::read(name, bytes),
        "html" | "htm" | "xhtml" => html::read(name, bytes),
        "eml" => mail::read(name, bytes),
        "docx" => word::read(name, bytes),
        "epub" => book::read(name, bytes),
        "json" => json::read(name, bytes),
        "jsonl" | "ndjson" => json::read_lines(name, bytes),
        "csv" | "tsv" => csv::read(name, bytes),
        "pdf" => pdf::read(name, bytes),
        "" => Err(Rejection::new(name, "a file without an extension", READABLE)),
        other => Err(Rejection::new(name, format!("no reader for .{other} files"), READABLE)),
    }
}

/// The text of an editor's file, which may be blank.
fn toml(name: &str, bytes: &[u8]) -> Result<String, Vec<Rejection>> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Ok(String::new());
    }
    decode::decode(name, bytes, None).map(|decoded| decoded.text).map_err(|rejection| vec![rejection])
}

#[cfg(test)]
mod tests;
