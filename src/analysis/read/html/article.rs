//! Which blocks of a page are the article: a readability port finds the heart of it, and what stands beside that with
//! the same parent is looked at again, since the port is quick to drop crossheads and short paragraphs.

use super::{
    blocks::{Block, Part, blocks},
    title,
};
use dom_query::{Document, NodeId, NodeRef};
use dom_smoothie::{Config, Readability};
use std::collections::{BTreeMap, BTreeSet};

/// Whole lines that are controls; see the head of the file.
const PHRASES: &str = include_str!("phrases.txt");

/// A text shorter than this, in characters without white space, is no article if the page's markup offers a longer.
const SHORT: usize = 400;

/// The blocks of the article, in a page from which the furniture has been taken. With `wants_header` also the lines
/// below `headline` that may say who wrote it and when.
pub(super) fn find(document: &Document, headline: Option<&str>, wants_header: bool) -> Vec<Block> {
    let Some(body) = document.body() else { return Vec::new() };
    let all = blocks(&body, &readable(document));
    let mut is_in: Vec<bool> = all.iter().map(|block| block.kept * 2 > block.length).collect();
    if let Some(marked) = marked_article(&body, &all, &is_in) {
        is_in = marked;
    }
    fill_gaps(&all, &mut is_in);
    if let Some(headline) = headline.filter(|_| wants_header) {
        add_header(&all, &mut is_in, headline);
    }
    drop_signposts(&all, &mut is_in);
    all.into_iter().zip(is_in).filter_map(|(block, is_in)| is_in.then_some(block)).collect()
}

/// The text nodes that the readability port keeps. It works on a copy, in which nodes have the same ids.
fn readable(document: &Document) -> BTreeSet<NodeId> {
    let config = Config { disable_json_ld: true, ..Config::default() };
    let copy = document.clone();
    lighten(&copy);
    let parsed = Readability::with_document(copy, None, Some(config));
    let Ok(mut readability) = parsed else { return BTreeSet::new() };
    if readability.parse().is_err() {
        return BTreeSet::new();
    }
    let root = readability.doc.select_single("#readability-page-1");
    let texts =
        |node: &NodeRef<'_>| node.descendants_it().filter(NodeRef::is_text).map(|text| text.id).collect::<Vec<_>>();
    root.nodes().iter().flat_map(texts).collect()
}

/// The port writes out the markup of what it found, which html5ever 0.40 does in time quadratic in the marks to be
/// escaped in one text. Of the copy nothing but the nodes is used, so such marks may be others there.
fn lighten(document: &Document) {
    const LONG: usize = 4096;
    for node in document.root().descendants_it().collect::<Vec<_>>() {
        if node.is_text() {
            let text = node.text();
            if text.len() > LONG && text.contains(['&', '<', '>']) {
                node.set_text(text.replace(['&', '<', '>'], "+"));
            }
        } else {
            let attributes = node.attrs();
            let long = attributes.iter().filter(|attribute| attribute.value.len() > LONG);
            long.for_each(|attribute| node.remove_attr(&attribute.name.local));
        }
    }
}

/// What to take instead when the port has missed the element that the page itself marks as its article.
fn marked_article(body: &NodeRef<'_>, all: &[Block], is_in: &[bool]) -> Option<Vec<bool>> {
    let story = |within: &dyn Fn(&Block) -> bool, chosen: &dyn Fn(usize) -> bool| -> usize {
        let blocks = all.iter().enumerate().filter(|(at, block)| chosen(*at) && is_story(block) && within(block));
        blocks.map(|(_, block)| block.length).sum()
    };
    let found = story(&|_| true, &|at| is_in[at]);
    let candidates = body.descendants_it().filter(|node| {
        node.attr("itemprop").is_some_and(|value| value.contains("articleBody"))
            || node.node_name().is_some_and(|name| matches!(name.as_ref(), "article" | "main"))
            || node.attr("role").is_some_and(|role| matches!(role.as_ref(), "article" | "main"))
    });
    let candidates = candidates.map(|node| node.id).collect::<BTreeSet<_>>();
    let length = |id: &NodeId| story(&|block| block.within.contains(id), &|_| true);
    let best = candidates.iter().max_by_key(|id| (length(id), core::cmp::Reverse(*id)))?;
    let shared = story(&|block| block.within.contains(best), &|at| is_in[at]);
    let is_better = length(best) > SHORT && (found < SHORT || shared * 3 < found) && length(best) > found;
    is_better.then(|| all.iter().map(|block| block.within.contains(best) && !is_linked(block)).collect())
}

/// A paragraph of prose: not a line, a caption, or a heap of links.
fn is_story(block: &Block) -> bool {
    block.part == Part::Paragraph && block.length >= 40 && block.linked * 3 < block.length
}

/// Takes in the paragraphs and crossheads that stand beside chosen ones, in the same element.
fn fill_gaps(all: &[Block], is_in: &mut [bool]) {
    let mut stories: BTreeMap<&[NodeId], usize> = BTreeMap::new();
    for (block, _) in all.iter().zip(is_in.iter()).filter(|(block, is_in)| **is_in && is_story(block)) {
        *stories.entry(parent(block)).or_default() += 1;
    }
    let beside = |block: &Block| stories.get(parent(block)).copied().unwrap_or_default();
    let chosen = |is_in: &[bool]| (is_in.iter().position(|is_in| *is_in), is_in.iter().rposition(|is_in| *is_in));
    let (Some(first), Some(last)) = chosen(is_in) else { return };
    for (at, block) in all.iter().enumerate() {
        is_in[at] |= match block.part {
            Part::Heading(2..) => at > first && at < last && block.linked == 0 && beside(block) >= 1,
            Part::Paragraph => is_story(block) && beside(block) >= 2,
            _ => false,
        };
    }
}

/// Takes in bylines and dates between the headline and the story; the port takes them for furniture.
fn add_header(all: &[Block], is_in: &mut [bool], headline: &str) {
    let Some(first) = all.iter().zip(is_in.iter()).position(|(block, is_in)| *is_in && is_story(block)) else { return };
    let Some(title) = all[..first].iter().rposition(|block| title::is_same(block, headline)) else { return };
    for at in title + 1..first {
        let text = &all[at].text;
        let is_byline = text.get(..3).is_some_and(|by| by.eq_ignore_ascii_case("by "));
        let mut numbers = text.split(|c: char| !c.is_ascii_digit());
        let has_year =
            numbers.any(|number| number.len() == 4 && (number.starts_with("19") || number.starts_with("20")));
        is_in[at] |= all[at].length < 100 && (is_byline || has_year);
    }
}

/// The elements around the element that a block is the text of.
fn parent(block: &Block) -> &[NodeId] {
    block.within.split_last().map_or(&[], |(_, around)| around)
}

/// Drops controls, lines of nothing but links, short lines that come again and again, and headings with nothing below.
fn drop_signposts(all: &[Block], is_in: &mut [bool]) {
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for (block, _) in all.iter().zip(is_in.iter()).filter(|(_, is_in)| **is_in) {
        *times.entry(&block.text).or_default() += 1;
    }
    for (is_in, block) in is_in.iter_mut().zip(all) {
        let is_refrain = block.length < 60 && times.get(block.text.as_str()).is_some_and(|times| *times > 2);
        *is_in &= !is_phrase(&block.text) && !is_linked(block) && !is_refrain;
    }
    for (is_in, block) in is_in.iter_mut().zip(all).rev().filter(|(is_in, _)| **is_in) {
        if !matches!(block.part, Part::Heading(_)) {
            break;
        }
        *is_in = false;
    }
}

fn is_linked(block: &Block) -> bool {
    block.linked * 10 > block.length * 6 && block.length < 250
}

fn is_phrase(text: &str) -> bool {
    let start = text.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '©');
    let is_notice = start.starts_with('©') || start.get(..9).is_some_and(|word| word.eq_ignore_ascii_case("copyright"));
    if is_notice && text.len() < 250 {
        return true;
    }
    if text.len() > 60 {
        return false;
    }
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let line = words.collect::<Vec<_>>().join(" ").to_lowercase();
    PHRASES.lines().any(|phrase| phrase == line) || line.is_empty()
}
