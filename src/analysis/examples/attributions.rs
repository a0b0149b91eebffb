//! Prints the attributions of text files as JSON, one article a line: `attributions analyse DIR`.

use crossread_analysis::find::{attribution::attributions, sentence::sentences};
use crossread_corpus::{
    article::{Block, BlockKind},
    ground::Rule,
    span::Span,
};
use serde_json::json;

fn main() {
    let folder = std::env::args().nth(2).expect("usage: attributions analyse DIR");
    let mut files: Vec<_> = std::fs::read_dir(folder).expect("a folder").map(|e| e.expect("an entry").path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "txt"));
    files.sort();
    let mut spent = std::time::Duration::ZERO;
    let mut bytes = 0;
    for file in &files {
        let text = std::fs::read_to_string(file).expect("UTF-8");
        let started = std::time::Instant::now();
        let mut blocks = Vec::new();
        let mut at = 0;
        for line in text.split('\n') {
            let span = Span::of(at, at + line.len()).trimmed(&text);
            at += line.len() + 1;
            if !span.is_empty() {
                let kind = if blocks.is_empty() { BlockKind::Headline } else { BlockKind::Paragraph };
                blocks.push(Block { span, kind, rule: Rule::new("line") });
            }
        }
        let sentences: Vec<Span> = blocks.iter().flat_map(|block| sentences(&text, block.span)).collect();
        let found = attributions(&text, &blocks, &sentences);
        spent += started.elapsed();
        bytes += text.len();
        let found: Vec<_> = found
            .iter()
            .map(|a| {
                json!({"form": a.form, "kind": a.kind, "content": a.content, "quoted": a.quoted, "source": a.source,
                    "cue": a.cue, "speaker": null, "speaker_span": a.speaker, "via": a.via, "stance": a.stance, "rule": a.rule})
            })
            .collect();
        let id = file.file_stem().expect("a name").to_string_lossy();
        println!("{}", json!({"format": 1, "id": id, "text": text, "attributions": found, "sentences": sentences}));
    }
    eprintln!("{} articles, {bytes} bytes, {spent:?}, {:?} each", files.len(), spent / files.len().max(1) as u32);
}
