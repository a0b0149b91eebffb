//! What is found in articles as JSON Lines: the same bytes on the command line and from a reader's own articles.

mod figures;
mod header;
mod line;
mod people;
mod sayings;
mod times;

pub use line::kind;

use crate::{outlined, reading::Reading};
use crossread_corpus::article::{Article, ArticleKey, Warning};
use line::Line;
use std::{
    collections::BTreeMap,
    io::{self, Write},
};

/// The articles of readings, still without findings. Those with the same content are all kept; the later ones say so.
pub fn outline(readings: Vec<Reading>) -> Vec<Article> {
    told_of_repeats(outlined(readings))
}

/// The same articles; those whose content an earlier one has say so.
pub(crate) fn told_of_repeats(mut articles: Vec<Article>) -> Vec<Article> {
    let mut first: BTreeMap<ArticleKey, String> = BTreeMap::new();
    for article in &mut articles {
        if let Some(id) = first.get(&article.key) {
            let message = format!("The same content as {id}: a page holds only one of the two.");
            article.warnings.push(Warning { span: None, message });
        } else {
            first.insert(article.key, article.id.clone());
        }
    }
    articles
}

/// Writes the line of an analysed article, with the line's end.
///
/// # Errors
/// Those of `out`.
pub fn write(article: &Article, out: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, &Line::of(article))?;
    out.write_all(b"\n")
}
