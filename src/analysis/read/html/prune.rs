//! Takes out of a page what is never article: navigation, dialogs, and what its class names call furniture.

use super::blocks::NOT_TEXT;
use dom_query::{Document, NodeId, NodeRef};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

/// Words of class names; see the head of the file.
const FURNITURE: &str = include_str!("furniture.txt");

static LISTED: LazyLock<BTreeSet<&str>> =
    LazyLock::new(|| FURNITURE.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect());

/// An element with more than this share of the page's text stays: it is the page, whatever it is called.
const LARGEST_SHARE: f64 = 0.3;

/// Takes the furniture out of `document`.
pub(super) fn prune(document: &Document) {
    let Some(body) = document.body() else { return };
    remove_where(&body, &|node| node.node_name().is_some_and(|name| NOT_TEXT.contains(&name.as_ref())));
    #[expect(clippy::cast_precision_loss, reason = "a share need not be exact")]
    let most = (body.normalized_char_count() as f64 * LARGEST_SHARE) as usize;
    // A word that names much of the page is the site's name for its paragraphs, such as "paywall".
    let named: BTreeMap<NodeId, &str> =
        body.descendants_it().filter_map(|node| Some((node.id, furniture_word(&node)?))).collect();
    let mut lengths: BTreeMap<&str, usize> = BTreeMap::new();
    for (id, word) in &named {
        let length = document.tree.get(id).map_or(0, |node| node.normalized_char_count());
        *lengths.entry(word).or_default() += length;
    }
    remove_where(&body, &|node| {
        let is_named = || named.get(&node.id).is_some_and(|word| lengths.get(word).is_some_and(|sum| *sum <= most));
        (is_furniture(node) || is_named()) && node.normalized_char_count() <= most
    });
}

/// Removes the outermost elements below `root` for which `goes` holds.
fn remove_where(root: &NodeRef<'_>, goes: &dyn Fn(&NodeRef<'_>) -> bool) {
    for child in root.children_it(false).collect::<Vec<_>>() {
        if !child.is_element() {
            continue;
        }
        if goes(&child) {
            child.remove_from_parent();
        } else {
            remove_where(&child, goes);
        }
    }
}

/// By what it is, or by what it is said to do.
fn is_furniture(node: &NodeRef<'_>) -> bool {
    const ROLES: [&str; 9] =
        ["navigation", "complementary", "dialog", "alertdialog", "search", "contentinfo", "menu", "menubar", "toolbar"];
    let is_named = |name: &str| matches!(name, "nav" | "aside" | "footer" | "form" | "menu" | "search");
    node.node_name().is_some_and(|name| is_named(&name))
        || node.attr("role").is_some_and(|role| ROLES.contains(&role.as_ref()))
        || is_hidden(node)
}

/// The listed word in its class or id.
fn furniture_word(node: &NodeRef<'_>) -> Option<&'static str> {
    let name = node.node_name()?;
    if matches!(name.as_ref(), "html" | "body" | "main" | "article" | "h1" | "table" | "tbody" | "tr" | "td") {
        return None;
    }
    let listed = |attribute| {
        let value = node.attr(attribute)?;
        let value = value.get(..value.floor_char_boundary(1000))?;
        words(value).find_map(|word| LISTED.get(word.as_str()).copied())
    };
    listed("class").or_else(|| listed("id"))
}

fn is_hidden(node: &NodeRef<'_>) -> bool {
    node.has_attr("hidden")
        || node.attr("style").is_some_and(|style| {
            let style = style.to_ascii_lowercase().replace(char::is_whitespace, "");
            style.contains("display:none") || style.contains("visibility:hidden")
        })
}

/// The words of a class attribute: between marks, and where a capital follows a small letter.
fn words(value: &str) -> impl Iterator<Item = String> {
    value.split(|c: char| !c.is_ascii_alphanumeric()).flat_map(|part| {
        let mut words = vec![String::new()];
        let mut before = ' ';
        for c in part.chars() {
            if before.is_ascii_lowercase() && c.is_ascii_uppercase() {
                words.push(String::new());
            }
            before = c;
            words.last_mut().expect("it starts with one").push(c.to_ascii_lowercase());
        }
        // As one word, too: `relatedLinks` is listed as such.
        if words.len() > 1 {
            words.push(words.concat());
        }
        words
    })
}
