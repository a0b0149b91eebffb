//! Small collections for the tests of this folder, and the seeds with what a reader marked in them.

use crate::{
    analyse,
    reading::{Reading, testing::reading},
    tests::golden::seeds,
};
use crossread_corpus::{
    article::{Article, ArticleKey},
    collection::Collection,
    links::Anchor,
    span::Span,
};
use std::fs;

/// A collection of `texts`, in their order.
pub(crate) fn collection(texts: &[&str]) -> Collection {
    let read =
        |(text, number): (&&str, u64)| Reading { key: ArticleKey(number), ..reading(&format!("{number:04}"), text) };
    analyse(texts.iter().zip(0..).map(read).collect(), None)
}

/// The seeds, and the rows of a table of `../shared/gold`; `None`, with a line that says so, where that is absent.
pub(crate) fn gold(table: &str) -> Option<(Vec<Article>, Vec<Vec<String>>)> {
    let path = format!("{}/../../../shared/gold/{table}", env!("CARGO_MANIFEST_DIR"));
    let Ok(text) = fs::read_to_string(&path) else {
        println!("skipped: ../shared/gold/{table} is absent");
        return None;
    };
    let rows = text.lines().skip(1).map(|line| line.split('\t').map(String::from).collect());
    Some((analyse(seeds(), None).articles, rows.collect()))
}

/// Where `exact` stands in line `line` of the article whose id begins with `article`.
pub(crate) fn place(articles: &[Article], article: &str, line: &str, exact: &str) -> Anchor {
    let number = articles.iter().position(|found| found.id.starts_with(article)).expect("the article is there");
    let text = &articles[number].text;
    let line: usize = line.parse().expect("a line number");
    let start: usize = text.split('\n').take(line - 1).map(|line| line.len() + 1).sum();
    let end = text[start..].find('\n').map_or(text.len(), |length| start + length);
    // a no-break space is one byte longer than a space
    let at = |letters: usize| text[start..].char_indices().nth(letters).map_or(text.len(), |(at, _)| start + at);
    let plain = text[start..end].replace('\u{a0}', " ");
    let found = plain.find(exact).unwrap_or_else(|| panic!("{exact:?} is not in line {line} of {article}"));
    let letters = plain[..found].chars().count();
    let span = Span::of(at(letters), at(letters + exact.chars().count()));
    Anchor { article: u32::try_from(number).expect("few"), span }
}

/// The text at a place.
pub(crate) fn show(articles: &[Article], anchor: Anchor) -> String {
    articles[anchor.article as usize].slice(anchor.span).to_owned()
}
