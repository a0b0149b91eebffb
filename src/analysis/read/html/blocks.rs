//! A tree of elements to the blocks of text a reader would see, in their order.

use core::mem::take;
use dom_query::{NodeId, NodeRef};
use std::collections::BTreeSet;

/// What an element makes of its text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Part {
    /// A paragraph or what stands for one.
    Paragraph,
    /// A heading of this rank.
    Heading(u8),
    /// An entry of a list or a row of a table.
    Line,
    /// The text under a picture.
    Caption,
    /// Text whose line ends count.
    Preformatted,
}

/// A stretch of text with nothing else beside it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Block {
    pub(super) text: String,
    pub(super) part: Part,
    /// The elements around it, outermost first.
    pub(super) within: Vec<NodeId>,
    /// Characters of it that are the text of links.
    pub(super) linked: usize,
    /// Characters of it that stand in the nodes asked for.
    pub(super) kept: usize,
    /// All its characters but white space.
    pub(super) length: usize,
}

/// The blocks below `root`; `kept` are the text nodes to be counted.
pub(super) fn blocks(root: &NodeRef<'_>, kept: &BTreeSet<NodeId>) -> Vec<Block> {
    let mut walk = Walk { kept, blocks: Vec::new(), gathered: Gathered::default(), within: Vec::new() };
    walk.children(root, Part::Paragraph, false);
    walk.end_block(Part::Paragraph);
    walk.blocks
}

/// Elements whose content is not text of the page.
pub(super) const NOT_TEXT: [&str; 25] = [
    "script", "style", "noscript", "template", "head", "title", "svg", "math", "iframe", "object", "embed", "applet",
    "canvas", "audio", "video", "map", "button", "input", "select", "textarea", "datalist", "progress", "meter",
    "dialog", "frameset",
];

/// Elements that stand on lines of their own.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "html"
            | "legend"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "search"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
    )
}

#[derive(Default)]
struct Gathered {
    text: String,
    linked: usize,
    kept: usize,
    length: usize,
}

struct Walk<'a> {
    kept: &'a BTreeSet<NodeId>,
    blocks: Vec<Block>,
    gathered: Gathered,
    within: Vec<NodeId>,
}

impl Walk<'_> {
    fn children(&mut self, node: &NodeRef<'_>, part: Part, in_link: bool) {
        for child in node.children_it(false) {
            if child.is_text() {
                self.text(&child, part, in_link);
            } else if let Some(name) = child.node_name() {
                self.element(&child, &name, part, in_link);
            }
        }
    }

    fn element(&mut self, node: &NodeRef<'_>, name: &str, part: Part, in_link: bool) {
        if NOT_TEXT.contains(&name) {
            return;
        }
        if name == "br" {
            self.line_end(part);
            return;
        }
        if name == "wbr" {
            return;
        }
        if !is_block(name) {
            self.within.push(node.id);
            self.children(node, part, in_link || name == "a");
            self.within.pop();
            return;
        }
        self.end_block(part);
        self.within.push(node.id);
        let own = part_of(node, name, part);
        if name == "tr" && own == Part::Line {
            for cell in node.element_children() {
                self.children(&cell, own, in_link);
                while self.gathered.text.ends_with([' ', '\n']) {
                    self.gathered.text.pop();
                }
                self.gathered.text.push('\t');
            }
        } else {
            self.children(node, own, in_link);
        }
        self.end_block(own);
        self.within.pop();
    }

    fn text(&mut self, node: &NodeRef<'_>, part: Part, in_link: bool) {
        let text = node.text();
        let length = text.chars().filter(|c| !c.is_whitespace()).count();
        let gathered = &mut self.gathered;
        gathered.length += length;
        gathered.linked += if in_link { length } else { 0 };
        gathered.kept += if self.kept.contains(&node.id) { length } else { 0 };
        if part == Part::Preformatted {
            gathered.text.push_str(&text);
            return;
        }
        for c in text.chars() {
            if !matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0c') {
                gathered.text.push(c);
            } else if !gathered.text.is_empty() && !gathered.text.ends_with([' ', '\n', '\t']) {
                gathered.text.push(' ');
            }
        }
    }

    /// A second line end in a row is how old pages part paragraphs.
    fn line_end(&mut self, part: Part) {
        let text = &mut self.gathered.text;
        while text.ends_with(' ') {
            text.pop();
        }
        if text.ends_with('\n') {
            self.end_block(part);
        } else if !text.is_empty() {
            text.push('\n');
        }
    }

    fn end_block(&mut self, part: Part) {
        let Gathered { text, linked, kept, length } = take(&mut self.gathered);
        if !super::super::decode::is_blank(&text) {
            let text = text.trim_end_matches('\t').trim_matches('\n').to_owned();
            self.blocks.push(Block { text, part, within: self.within.clone(), linked, kept, length });
        }
    }
}

fn part_of(node: &NodeRef<'_>, name: &str, around: Part) -> Part {
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Part::Heading(name.as_bytes()[1] - b'0'),
        "figcaption" | "figure" | "caption" => Part::Caption,
        "li" | "dt" | "dd" => Part::Line,
        "tr" if is_row(node) => Part::Line,
        "pre" => Part::Preformatted,
        _ if around == Part::Caption => Part::Caption,
        "table" | "blockquote" | "tr" | "td" | "th" => Part::Paragraph,
        _ if matches!(around, Part::Line | Part::Preformatted) => around,
        _ if is_caption(node) => Part::Caption,
        _ => Part::Paragraph,
    }
}

/// Pages without `<figcaption>` say so in a class.
fn is_caption(node: &NodeRef<'_>) -> bool {
    let classes = node.attr_or("class", "").to_ascii_lowercase();
    classes.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| word == "caption" || word == "figcaption")
        && node.normalized_char_count() < 600
}

/// A row of a table of facts, whose cells are phrases; the tables of layout hold whole blocks.
fn is_row(row: &NodeRef<'_>) -> bool {
    let cells = row.element_children();
    cells.len() > 1
        && cells.iter().all(|cell| {
            cell.normalized_char_count() < 200
                && !cell.descendants_it().any(|inner| inner.node_name().is_some_and(|name| is_block(&name)))
        })
}
