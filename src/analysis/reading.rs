//! What a reader of one format hands on: an article's text, and what its file says about it.

use crossread_corpus::{
    article::{ArticleKey, BlockKind, Origin, Warning},
    span::Span,
};

/// One article as read, before anything is concluded from its text.
#[derive(Clone, PartialEq, Debug)]
pub struct Reading {
    /// From the bytes as given.
    pub key: ArticleKey,
    /// The file's stem; with `-N` for record N of a file of several. Not yet unique.
    pub stem: String,
    /// Where it came from.
    pub origin: Origin,
    /// Decoded, no BOM, line ends `\n`.
    pub text: String,
    /// What the file's own fields say (front matter, columns, `<meta>`).
    pub fields: Fields,
    /// What the editor says (a sidecar, `corpus.toml`); beats everything else.
    pub editor: Fields,
    /// Blocks whose kind the file's markup gives, sorted by start. Text between them is still to be told apart.
    pub marked: Vec<(Span, BlockKind)>,
    /// What was noticed.
    pub warnings: Vec<Warning>,
}

/// A value and the name of the place it was taken from: a field ("og:site_name"), or the editor's file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Named {
    /// As written there, trimmed, never blank.
    pub value: String,
    /// The field's name or the editor's file name.
    pub from: String,
}

/// The header as a file's fields or an editor give it. Dates are still as written there.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Fields {
    /// The title.
    pub headline: Option<Named>,
    /// Who published it.
    pub outlet: Option<Named>,
    /// When: ISO 8601, RFC 2822 or a date in words.
    pub date: Option<Named>,
    /// Who wrote it.
    pub authors: Vec<Named>,
    /// Where it stood.
    pub url: Option<Named>,
    /// Its language, as a BCP 47 tag.
    pub language: Option<Named>,
}
