//! Citations: what an article states of itself, and nothing else. What a rule inferred, what is usual for the outlet, and
//! words for "not known" ("n.d.", "anonymous") stay out.
//!
//! An author is given as one name, since an article does not say which part of it is the family's.

mod bibtex;
mod csl;
mod quotation;
mod ris;

pub use bibtex::bibtex;
pub use csl::csl_json;
pub use quotation::{markdown, plain};
pub use ris::ris;

use crossread_corpus::{
    article::{Article, Published},
    ground::{Ground, Traced},
};

/// What was noted where the only day that is stated is that of an update.
const UPDATED: &str = "The date is that of an update.";

/// What an article states of itself, each value on one line.
struct Stated<'a> {
    /// What the article is called in files of citations.
    id: String,
    authors: Vec<String>,
    headline: Option<String>,
    outlet: Option<String>,
    published: Option<&'a Published>,
    url: Option<String>,
    language: Option<String>,
}

impl<'a> Stated<'a> {
    fn by(article: &'a Article) -> Self {
        let header = &article.header;
        let text = |traced: &Option<Traced<String>>| stated(traced.as_ref()).map(|value| on_one_line(value));
        let text = |traced| text(traced).filter(|value| !value.is_empty());
        let authors = header.authors.iter().filter_map(|author| stated(Some(author)));
        Self {
            id: format!("crossread-{}", article.key),
            authors: authors.map(|author| on_one_line(author)).filter(|author| !author.is_empty()).collect(),
            headline: text(&header.headline),
            outlet: text(&header.outlet),
            published: stated(header.published.as_ref()),
            url: text(&header.url),
            language: text(&header.language),
        }
    }
}

/// The value, unless a rule concluded it.
fn stated<T>(traced: Option<&Traced<T>>) -> Option<&T> {
    traced.filter(|traced| !matches!(traced.ground, Ground::Inferred { .. })).map(|traced| &traced.value)
}

/// White space as single spaces, without control characters: every format ends a value where a line ends.
fn on_one_line(words: &str) -> String {
    let words = words.replace(|letter: char| letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}'), " ");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
