//! Saved web pages: which of a page's text is the article, and what the page says about it.

mod article;
mod blocks;
mod json_ld;
mod page;
mod parse;
mod prune;
#[cfg(test)]
mod tests;
mod title;

use super::{decode::decode, layout::Layout};
use crate::{
    reading::{Fields, Named, Reading, key},
    rejection::Rejection,
};
use blocks::{Block, Part};
use crossread_corpus::{
    article::{BlockKind, Format, Origin},
    span::Span,
};
use dom_query::Document;
use encoding_rs::Encoding;
use json_ld::JsonLd;
use std::collections::BTreeSet;

/// Reads a `.html`.
pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Vec<Reading>, Rejection> {
    let decoded = decode(file, bytes, declared(bytes))?;
    let Markup { text, marked, fields } = Markup::of_page(file, &decoded.text)?;
    let origin = Origin {
        file: file.to_owned(),
        record: None,
        format: Format::Html,
        encoding: decoded.encoding.to_owned(),
        source: None,
    };
    Ok(vec![Reading { fields, marked, warnings: decoded.warnings, ..Reading::new(key(bytes), origin, text) }])
}

/// What markup comes to.
#[derive(Clone, PartialEq, Debug)]
pub(in crate::read) struct Markup {
    /// The article, a block a paragraph.
    pub(super) text: String,
    /// Its headings and captions.
    pub(super) marked: Vec<(Span, BlockKind)>,
    /// What the page says of it.
    pub(super) fields: Fields,
}

impl Markup {
    /// The article in `html`: found, where that is a whole page; all of it, where it is no more than a part.
    pub(super) fn of(file: &str, html: &str) -> Result<Self, Rejection> {
        let start = html.get(..html.floor_char_boundary(20_000)).unwrap_or_default().to_ascii_lowercase();
        if ["<html", "<body", "<head>", "<!doctype"].iter().any(|tag| start.contains(tag)) {
            return Self::of_page(file, html);
        }
        let document = parse::parse(file, html)?;
        let blocks = blocks::blocks(&document.root(), &BTreeSet::new());
        Self::laid_out(file, None, &blocks, Fields::default())
    }

    fn of_page(file: &str, html: &str) -> Result<Self, Rejection> {
        let document = parse::parse(file, html)?;
        let json_ld = json_ld::read(&document);
        let mut fields = page::fields(&document, html, &json_ld);
        let (outlet, url) = (fields.outlet.as_ref(), fields.url.as_ref());
        let site = outlet.map(|named| named.value.as_str());
        fields.headline = title::find(&document, &json_ld, site, url.map(|named| named.value.as_str()));
        prune::prune(&document);
        let wants_header = fields.date.is_none() || fields.authors.is_empty();
        let headline = fields.headline.as_ref().map(|named| named.value.as_str());
        let mut blocks = article::find(&document, headline, wants_header);
        if let Some(named) = fields.headline.as_mut().filter(|named| named.from == "title") {
            named.value = title::in_text(&blocks, &named.value).unwrap_or_else(|| named.value.clone());
        }
        if let Some(body) = better_body(&json_ld, &blocks) {
            blocks = body;
        }
        Self::laid_out(file, fields.headline.clone(), &blocks, fields)
    }

    fn laid_out(file: &str, headline: Option<Named>, blocks: &[Block], fields: Fields) -> Result<Self, Rejection> {
        if blocks.is_empty() {
            let problem = "no article was found on this page";
            return Err(Rejection::new(file, problem, "save the article as plain text instead"));
        }
        let mut layout = Layout::default();
        if let Some(headline) = &headline {
            layout.push(&headline.value, Some(BlockKind::Headline), false);
        }
        for block in blocks {
            let repeats_headline = headline.as_ref().is_some_and(|headline| title::is_same(block, &headline.value));
            match block.part {
                Part::Heading(1) if layout.text.is_empty() => {
                    layout.push(&block.text, Some(BlockKind::Headline), false);
                }
                _ if repeats_headline && block.part != Part::Line => {}
                // Some pages set their first paragraph as a heading.
                Part::Heading(_) if block.length < 150 => layout.push(&block.text, Some(BlockKind::Crosshead), false),
                Part::Heading(_) => layout.push(&block.text, None, false),
                Part::Caption => layout.push(&block.text, Some(BlockKind::Caption), false),
                Part::Paragraph | Part::Preformatted => {
                    let headline = headline.as_ref().map_or("", |headline| &headline.value);
                    layout.push(title::below(&block.text, headline), None, false);
                }
                Part::Line => layout.push(&block.text, None, true),
            }
        }
        let Layout { text, marked, .. } = layout;
        Ok(Self { text, marked, fields })
    }

    /// The text with character references resolved, as some sites write them where there is no markup to need them.
    fn unescape(text: &str) -> String {
        let escaped = text.find('&').is_some_and(|at| text[at..].contains(';'));
        if escaped && text.len() < 1_000_000 { Document::fragment(text).text().to_string() } else { text.to_owned() }
    }
}

/// The text that JSON-LD gives, when the page itself holds far less: its paragraphs are put there by a script.
fn better_body(json_ld: &JsonLd, found: &[Block]) -> Option<Vec<Block>> {
    let body = json_ld.body.as_ref()?;
    let length = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
    let held: usize = found.iter().map(|block| block.length).sum();
    if length(body) < 200 || held * 2 > length(body) {
        return None;
    }
    let paragraphs = body.lines().filter(|line| !line.trim().is_empty()).map(|line| Block {
        text: line.trim().to_owned(),
        part: Part::Paragraph,
        within: Vec::new(),
        linked: 0,
        kept: 0,
        length: length(line),
    });
    Some(paragraphs.collect())
}

/// The encoding a page names in its first bytes, as browsers look for it.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes[..bytes.len().min(4096)].to_ascii_lowercase();
    let at = start.windows(8).position(|window| window == b"charset=")? + 8;
    let name = start[at..].iter().copied().skip_while(|byte| matches!(byte, b'"' | b'\'' | b' '));
    let name: Vec<u8> = name.take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')).collect();
    Encoding::for_label(&name)
}
