//! Markdown: the front matter gives the header, the rest becomes plain text.

use super::{decode::decode, front_matter, layout::Layout};
use crate::{
    reading::{Reading, key},
    rejection::Rejection,
};
use crossread_corpus::article::{BlockKind, Format, Origin, Warning};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// Reads a `.md`.
///
/// Paragraphs, quotes and code are blocks; list entries and table rows are lines; line breaks within a paragraph are
/// spaces unless they are hard. Links keep their text, pictures their alternative text, as a caption. The first
/// heading of rank one is the headline when it stands above all else.
pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Vec<Reading>, Rejection> {
    let decoded = decode(file, bytes, None)?;
    let (stated, below) = front_matter::split(file, &decoded.text)?;
    let mut page = Page::default();
    for event in Parser::new_ext(below, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        page.take(event);
    }
    page.end_block();
    if page.layout.text.is_empty() {
        let remedy = "put the article below the front matter";
        return Err(Rejection::new(file, "the file has no text of its own", remedy));
    }
    let (fields, unused) = stated.fields();
    let mut warnings = decoded.warnings;
    let dropped = page.dropped_html.then(|| "HTML tags in the Markdown were left out.".to_owned());
    warnings.extend(dropped.into_iter().chain(unused).map(|message| Warning { span: None, message }));
    let origin = Origin {
        file: file.to_owned(),
        record: None,
        format: Format::Markdown,
        encoding: decoded.encoding.to_owned(),
        source: Some(decoded.text.into()),
    };
    let Layout { text, marked, .. } = page.layout;
    Ok(vec![Reading { fields, marked, warnings, ..Reading::new(key(bytes), origin, text) }])
}

/// What has been written, and the block that is being gathered.
#[derive(Default)]
struct Page {
    layout: Layout,
    block: String,
    kind: Option<BlockKind>,
    /// Alternative texts of the pictures in this block.
    captions: Vec<String>,
    /// How many pictures we are in: one may be in the alternative text of another.
    in_picture: usize,
    in_lists: usize,
    in_table: bool,
    in_html: bool,
    dropped_html: bool,
}

impl Page {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => self.write(&text),
            Event::SoftBreak => self.write(" "),
            Event::HardBreak => self.write("\n"),
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html),
            Event::Rule => self.end_block(),
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.end_block();
                let is_headline = *level == HeadingLevel::H1 && self.layout.text.is_empty();
                self.kind = Some(if is_headline { BlockKind::Headline } else { BlockKind::Crosshead });
            }
            Tag::List(_) => {
                self.end_block();
                self.in_lists += 1;
            }
            Tag::Table(_) => {
                self.end_block();
                self.in_table = true;
            }
            Tag::Image { .. } => {
                if self.in_picture == 0 {
                    self.captions.push(String::new());
                }
                self.in_picture += 1;
            }
            Tag::Paragraph | Tag::BlockQuote(_) | Tag::CodeBlock(_) | Tag::Item => self.end_block(),
            Tag::HtmlBlock => {
                self.end_block();
                self.in_html = true;
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Image => self.in_picture -= 1,
            TagEnd::TableCell => self.write("\t"),
            TagEnd::List(_) => {
                self.end_block();
                self.in_lists -= 1;
            }
            TagEnd::Table => {
                self.end_block();
                self.in_table = false;
            }
            TagEnd::HtmlBlock => self.in_html = false,
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::CodeBlock
            | TagEnd::Item
            | TagEnd::TableHead
            | TagEnd::TableRow => self.end_block(),
            _ => {}
        }
    }

    fn write(&mut self, text: &str) {
        match self.captions.last_mut().filter(|_| self.in_picture > 0) {
            Some(caption) => caption.push_str(text),
            None => self.block.push_str(text),
        }
    }

    fn html(&mut self, html: &str) {
        let tag = html.trim().to_ascii_lowercase();
        if !self.in_html && matches!(tag.as_str(), "<br>" | "<br/>" | "<br />") {
            self.write("\n");
        } else if !tag.is_empty() && !tag.starts_with("<!--") {
            self.dropped_html = true;
        }
    }

    fn end_block(&mut self) {
        let kind = self.kind.take();
        let is_line = self.in_lists > 0 || self.in_table;
        self.layout.push(&self.block, kind, is_line && kind.is_none());
        self.block.clear();
        for caption in self.captions.drain(..) {
            self.layout.push(&caption, Some(BlockKind::Caption), false);
        }
    }
}

#[cfg(test)]
mod tests;
