//! The headline of a page: what its heading, its `<meta>`, its JSON-LD and its `<title>` agree on.

use super::{blocks::Block, json_ld::JsonLd, page::Meta};
use crate::reading::Named;
use dom_query::Document;
use std::collections::BTreeMap;

/// What parts a title from its site's name.
const SEPARATORS: [&str; 10] = [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / "];

/// The headline, by the words of the page's own heading where one agrees with what the page says in other places.
pub(super) fn find(document: &Document, json_ld: &JsonLd, site: Option<&str>, url: Option<&str>) -> Option<Named> {
    let meta = Meta::of(document);
    let headings: Vec<String> = headings(document);
    let site = Site { name: site.map(letters), host: url.map(host).unwrap_or_default() };
    let title = document.select_single("head title").text();
    let title = clean(&title);
    let stated = [
        ("og:title", meta.get("og:title").map(clean)),
        ("json-ld headline", json_ld.headline.as_deref().map(clean)),
        ("twitter:title", meta.get("twitter:title").map(clean)),
        ("title", (!title.is_empty()).then_some(title)),
    ];
    let stated: Vec<(&str, String)> = stated.into_iter().filter_map(|(from, value)| Some((from, value?))).collect();
    let bare = |value: &str| site.strip(value).to_owned();
    for (from, value) in &stated {
        let alike = |heading: &&String| likeness(heading, &bare(value)) >= 0.75 || starts_with(value, heading);
        if let Some(heading) = headings.iter().filter(|heading| !site.is(heading)).find(alike) {
            // Where the heading holds more than the title (a hidden site name), the title has the words.
            let is_longer = heading.len() > bare(value).len() && heading.starts_with(bare(value).as_str());
            let (value, from) = if is_longer { (bare(value), *from) } else { (heading.clone(), "h1") };
            return Some(Named { value, from: from.to_owned() });
        }
    }
    let best = stated.iter().find(|(_, value)| !site.is(&bare(value)));
    // A page's own title says more than nothing, but less than a heading that stands alone.
    let alone = headings.iter().filter(|heading| heading.split_whitespace().count() >= 4).collect::<Vec<_>>();
    match (best, alone.as_slice()) {
        (None | Some(("title", _)), [heading]) => Some(Named { value: (*heading).clone(), from: "h1".to_owned() }),
        (Some(("title", value)), _) => Some(Named { value: head(&bare(value)).to_owned(), from: "title".to_owned() }),
        (Some((from, value)), _) => Some(Named { value: bare(value), from: (*from).to_owned() }),
        (None, _) => None,
    }
}

/// The line among the first of the article that is most of `title`: what an old page has for a heading.
pub(super) fn in_text(blocks: &[Block], title: &str) -> Option<String> {
    let lines = blocks.iter().take(3).flat_map(|block| block.text.lines().take(2)).map(clean);
    let is_most = |line: &String| {
        line.split_whitespace().count() >= 3 && line.len() * 2 > title.len() && title.contains(line.as_str())
    };
    lines.filter(|line| line != title).find(is_most)
}

/// True when `block` is the headline once more.
pub(super) fn is_same(block: &Block, headline: &str) -> bool {
    likeness(&block.text, headline) >= 0.9
}

/// `block` without the headline as its first line.
pub(super) fn below<'a>(block: &'a str, headline: &str) -> &'a str {
    match block.split_once('\n') {
        Some((first, rest)) if likeness(first, headline) >= 0.9 => rest,
        _ => block,
    }
}

fn headings(document: &Document) -> Vec<String> {
    let marked = document.select("h1, [itemprop=headline]");
    let texts = marked.nodes().iter().map(|node| clean(node.text()));
    let mut headings: Vec<String> = texts.filter(|text| !text.is_empty() && text.len() < 400).collect();
    headings.dedup();
    headings
}

/// The site as its own titles name it.
struct Site {
    name: Option<String>,
    host: String,
}

impl Site {
    fn is(&self, text: &str) -> bool {
        let text = letters(text);
        text.is_empty() || self.name.as_ref().is_some_and(|name| *name == text) || self.host == text
    }

    /// Without the site's name behind it, and the section's: " | News | The Post".
    fn strip<'a>(&self, title: &'a str) -> &'a str {
        let mut bare = title;
        while let Some((before, after)) =
            SEPARATORS.iter().filter_map(|s| bare.rsplit_once(s)).min_by_key(|(_, after)| after.len())
        {
            let part = letters(after);
            let names_site = |name: &String| {
                !part.is_empty() && !name.is_empty() && (name.contains(&part) || part.contains(name.as_str()))
            };
            let is_site = self.name.as_ref().is_some_and(names_site)
                || !part.is_empty() && (self.host.contains(&part) || self.host.len() > 3 && part.contains(&self.host));
            let words = before.split_whitespace().count();
            if before.trim().is_empty() || !is_site || words < 2 {
                break;
            }
            bare = before.trim();
        }
        bare
    }
}

/// What stands before shorter parts of a `<title>`, of which nothing else says what they are.
fn head(title: &str) -> &str {
    let parts = |title| SEPARATORS.iter().filter_map(move |s| str::rsplit_once(title, s));
    let mut head = title;
    while let Some((before, after)) = parts(head).min_by_key(|(_, after)| after.len()) {
        if before.trim().chars().count() <= after.chars().count() {
            break;
        }
        head = before.trim();
    }
    head
}

/// `post` of `https://www.post.example/…`.
fn host(url: &str) -> String {
    let host = url.split("//").nth(1).unwrap_or_default().split(['/', ':', '?']).next().unwrap_or_default();
    let parts: Vec<&str> = host.split('.').filter(|part| !matches!(*part, "www" | "edition" | "m" | "amp")).collect();
    letters(parts.iter().rev().skip(1).max_by_key(|part| part.len()).copied().unwrap_or_default())
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A title longer than a headline can be is cut: what follows is of no use, and long to compare.
fn clean(text: impl AsRef<str>) -> String {
    let text = text.as_ref().trim();
    text[..text.floor_char_boundary(2000)].split_whitespace().collect::<Vec<_>>().join(" ")
}

/// True when `title` is `heading` and more behind a separator.
fn starts_with(title: &str, heading: &str) -> bool {
    heading.split_whitespace().count() >= 3
        && title.strip_prefix(heading).is_some_and(|rest| SEPARATORS.iter().any(|s| rest.starts_with(s)))
}

/// The share of words two texts have in common: 1 when they differ in nothing but marks and case.
fn likeness(a: &str, b: &str) -> f64 {
    let count = |text: &str| {
        let mut words: BTreeMap<String, usize> = BTreeMap::new();
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            *words.entry(word.to_lowercase()).or_default() += 1;
        }
        words
    };
    let (a, b) = (count(a), count(b));
    let shared: usize = a.iter().map(|(word, n)| b.get(word).copied().unwrap_or_default().min(*n)).sum();
    let all = a.values().sum::<usize>() + b.values().sum::<usize>();
    if all == 0 { 0.0 } else { 2.0 * shared as f64 / all as f64 }
}
