//! Markup to a tree, within bounds: a page made to exhaust its reader is refused, not followed.

use crate::rejection::Rejection;
use dom_query::{Document, NodeRef};
use html5ever::{
    ParseOpts, parse_document,
    tendril::{StrTendril, TendrilSink},
    tree_builder::TreeBuilderOpts,
};

/// The deepest nesting that is read. Browsers stop at 512 themselves; saved news pages stay below 100.
const DEEPEST: usize = 500;

/// The most nodes that are read: ten times a very long page.
const MOST_NODES: usize = 200_000;

/// The most words in one tag, which the parser compares with one another.
const MOST_ATTRIBUTES: usize = 2_000;

/// Bytes between two looks at the tree.
const STEP: usize = 4096;

/// Parses a page.
pub(super) fn parse(file: &str, html: &str) -> Result<Document, Rejection> {
    if has_endless_tag(html) {
        return Err(refuse(file, format!("a tag has more than {MOST_ATTRIBUTES} attributes")));
    }
    let options = ParseOpts {
        tree_builder: TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() },
        ..ParseOpts::default()
    };
    let mut parser = parse_document(Document::default(), options);
    let mut rest = html;
    while !rest.is_empty() {
        let (step, after) = rest.split_at(rest.floor_char_boundary(STEP.max(4)));
        rest = after;
        parser.process(StrTendril::from(step));
        let tree = &parser.tokenizer.sink.sink.tree;
        if tree.len() > MOST_NODES {
            return Err(refuse(file, format!("the page has more than {MOST_NODES} elements")));
        }
        if open_depth(tree.root()) > DEEPEST {
            return Err(too_deep(file));
        }
    }
    let document = parser.finish();
    if is_deeper(&document.root(), DEEPEST) { Err(too_deep(file)) } else { Ok(document) }
}

fn refuse(file: &str, problem: String) -> Rejection {
    Rejection::new(file, problem, "save the article as plain text instead")
}

fn too_deep(file: &str) -> Rejection {
    refuse(file, format!("its elements are nested more than {DEEPEST} levels deep"))
}

/// How deep the elements that are still open are nested: they are the last children.
fn open_depth(root: NodeRef<'_>) -> usize {
    core::iter::successors(Some(root), NodeRef::last_child).take(DEEPEST + 2).count()
}

/// Without recursion, which this is there to make safe.
fn is_deeper(root: &NodeRef<'_>, limit: usize) -> bool {
    let mut depth = 0;
    let mut node = *root;
    loop {
        if let Some(child) = node.first_child() {
            depth += 1;
            if depth > limit {
                return true;
            }
            node = child;
            continue;
        }
        loop {
            if let Some(sibling) = node.next_sibling() {
                node = sibling;
                break;
            }
            match node.parent() {
                Some(parent) if depth > 0 => {
                    depth -= 1;
                    node = parent;
                }
                _ => return false,
            }
        }
        if depth == 0 {
            return false;
        }
    }
}

/// True when some tag goes on for more words than any real one.
fn has_endless_tag(html: &str) -> bool {
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let (mut words, mut quote, mut previous, mut end) = (0, None, b' ', rest.len());
        for (at, byte) in rest.bytes().enumerate() {
            let is_space = matches!(byte, b'/' | b' ' | b'\t' | b'\n' | b'\x0c');
            match quote {
                Some(mark) if byte == mark => quote = None,
                Some(_) => {}
                None if byte == b'>' => {
                    end = at;
                    break;
                }
                None if matches!(byte, b'"' | b'\'') && previous == b'=' => quote = Some(byte),
                None if !is_space && previous == b' ' => {
                    words += 1;
                    if words > MOST_ATTRIBUTES {
                        return true;
                    }
                }
                None => {}
            }
            previous = match byte {
                _ if is_space && previous == b'=' => b'=',
                _ if is_space => b' ',
                _ => byte,
            };
        }
        rest = &rest[end..];
    }
    false
}
