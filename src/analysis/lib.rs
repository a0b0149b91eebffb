//! Text in, findings out: reads files, finds their structure, and links articles.
//!
//! The order is `read → structure → find → link`; arrows never point back.

pub mod read;
pub mod reading;
pub mod rejection;

// TEMPORARY
/// t
pub fn analyse(folder: read::Folder) -> crossread_corpus::collection::Collection {
    use crossread_corpus::{article::*, span::Span, ground::*};
    let articles = folder.readings.into_iter().map(|r| {
        let mut blocks = vec![]; let mut at = 0;
        for line in r.text.split_inclusive('\n') { let s = Span::of(at, at+line.len()).trimmed(&r.text); at += line.len(); if !s.is_empty() { blocks.push(Block{span:s,kind:BlockKind::Paragraph,rule:Rule::new("t")}); } }
        let sentences = blocks.iter().map(|b| b.span).collect();
        Article { key: r.key, id: r.id, origin: r.origin, header: Header::default(), text: r.text.into(), blocks, sentences, warnings: r.warnings }
    }).collect();
    crossread_corpus::collection::Collection { title: None, articles }
}
