//! How the rules are tested: a sentence with its source, cue and content marked, and the rule that is to find them.

use super::attributions;
use crate::find::sentence::sentences;
use crossread_corpus::{
    article::{Block, BlockKind},
    attribution::Attribution,
    ground::Rule,
    span::Span,
};

/// Every line of `text` a paragraph, but the first a headline if it begins with `# `.
pub(super) fn read(text: &str) -> Vec<Attribution> {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        let mut span = Span::of(at, at + line.len()).trimmed(text);
        let mut kind = BlockKind::Paragraph;
        if line.starts_with("# ") && span.len() > 2 {
            span = Span::new(span.start() + 2, span.end()).trimmed(text);
            kind = BlockKind::Headline;
        }
        at += line.len() + 1;
        if !span.is_empty() {
            blocks.push(Block { span, kind, rule: Rule::new("line") });
        }
    }
    let sentences: Vec<Span> = blocks.iter().flat_map(|block| sentences(text, block.span)).collect();
    attributions(text, &blocks, &sentences)
}

/// Whom the last attribution of `text` is to.
pub(super) fn speaker(text: &str) -> Option<&str> {
    read(text).last()?.speaker.map(|span| &text[span.range()])
}

/// `marked`: a text with `{source|…}`, `{cue|…}` and `{content|…}`; one attribution by `rule` must match it exactly.
pub(super) fn check(rule: &str, marked: &str) {
    let text = strip(marked);
    let found = read(&text);
    let by_rule: Vec<String> = found.iter().filter(|a| a.rule.0 == rule).map(|a| render(&text, a)).collect();
    let all = || found.iter().map(|a| format!("\n  {}: {}", a.rule.0, render(&text, a))).collect::<String>();
    assert!(by_rule.iter().any(|one| one == marked), "no {rule} like\n  {marked}\nbut{}", all());
}

/// No attribution by `rule` is found.
pub(super) fn check_none(rule: &str, text: &str) {
    let found = read(text);
    let wrong = found.iter().find(|a| a.rule.0 == rule);
    assert!(wrong.is_none(), "{rule}: {}", wrong.map(|a| render(text, a)).unwrap_or_default());
}

/// Text without its marks.
pub(super) fn strip(marked: &str) -> String {
    let mut text = String::new();
    let mut rest = marked;
    while let Some(open) = rest.find('{') {
        text += &rest[..open];
        let inside = &rest[open + 1..];
        let (bar, close) = (inside.find('|').expect("a bar"), inside.find('}').expect("a closing brace"));
        text += &inside[bar + 1..close];
        rest = &inside[close + 1..];
    }
    text + rest
}

/// The text with the parts of one attribution marked.
pub(super) fn render(text: &str, attribution: &Attribution) -> String {
    let mut parts: Vec<(Span, &str)> = attribution.content.iter().map(|&span| (span, "content")).collect();
    parts.extend(attribution.source.map(|span| (span, "source")));
    parts.extend(attribution.cue.map(|span| (span, "cue")));
    parts.sort();
    let mut marked = String::new();
    let mut at = 0;
    for (span, name) in parts {
        let range = span.range();
        if range.start < at {
            marked += &format!("<overlap {name} {:?}>", &text[range]);
            continue;
        }
        marked += &format!("{}{{{name}|{}}}", &text[at..range.start], &text[range.clone()]);
        at = range.end;
    }
    marked + &text[at..]
}
