//! The findings of the seeds, through the whole pipeline, against what a reader marked in them; skipped where that is
//! absent.
//!
//! Each test prints one line `gold: NAME: RIGHT of ALL …`, which `cargo xtask eval` shows.

mod entities;
mod numbers;
mod quotes;
mod timeline;

use crate::link::tests::{gold, place};
use crossread_corpus::{article::Article, span::Span};

/// A row of a table: its cells, the article it is about, and the place of the words in one of its cells.
struct Row {
    cells: Vec<String>,
    article: usize,
    place: Span,
}

/// The seeds and the rows of `table`; `columns` are those of the article, the line and the words.
fn marked(table: &str, columns: [usize; 3]) -> Option<(Vec<Article>, Vec<Row>)> {
    let (articles, rows) = gold(table)?;
    let [article, line, exact] = columns;
    let row = |cells: Vec<String>| {
        let anchor = place(&articles, &cells[article], &cells[line], &cells[exact]);
        Row { article: anchor.article as usize, place: anchor.span, cells }
    };
    let rows = rows.into_iter().map(row).collect();
    Some((articles, rows))
}
