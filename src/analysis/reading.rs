//! What a reader of one format hands on: an article's text, and what its file says about it.

use crossread_corpus::{
    article::{ArticleKey, BlockKind, Origin, Warning},
    span::Span,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// One article as read, before anything is concluded from its text.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Reading {
    /// From the file's bytes as given, or for a record of a file of several from its own text: see [`key`].
    pub key: ArticleKey,
    /// The file's stem, with `-N` for record N of a file of several; a folder's readings have unique ones.
    pub id: String,
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

impl Reading {
    /// A reading of which nothing is known but its text.
    pub fn new(key: ArticleKey, origin: Origin, text: String) -> Self {
        Self {
            key,
            id: id_at(&origin, 0),
            origin,
            text,
            fields: Fields::default(),
            editor: Fields::default(),
            marked: Vec::new(),
            warnings: Vec::new(),
        }
    }
}

/// The first eight bytes, big endian, of the SHA-256 of `hashed`.
///
/// Hashed are a file's bytes as given, BOM and line ends included. Of a record in a file of several it is the UTF-8 of
/// the field that holds the article, after the file's own decoding (encoding, JSON or CSV escapes) and before anything
/// is done to its line ends.
pub fn key(hashed: &[u8]) -> ArticleKey {
    let digest = Sha256::digest(hashed);
    let (first, _) = digest.split_first_chunk::<8>().expect("a SHA-256 has 32 bytes");
    ArticleKey(u64::from_be_bytes(*first))
}

/// What people may call the article that came from `origin`: its stem, the file's name, or its whole path
/// (`length` 0, 1, 2 or more), each with `-N` for record N.
pub(crate) fn id_at(origin: &Origin, length: usize) -> String {
    let name = origin.file.rsplit('/').next().unwrap_or_default();
    let base = match length {
        0 => name.rsplit_once('.').map_or(name, |(stem, _)| stem),
        1 => name,
        _ => &origin.file,
    };
    origin.record.map_or_else(|| base.to_owned(), |record| format!("{base}-{record}"))
}

/// A value and the name of the place it was taken from: a field ("og:site_name"), or the editor's file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Named {
    /// As written there, trimmed, never blank.
    pub value: String,
    /// The field's name or the editor's file name.
    pub from: String,
}

/// The header as a file's fields or an editor give it. Dates are still as written there.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
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

impl Fields {
    /// These, and where they say nothing what `other` says.
    #[must_use]
    pub fn or(self, other: &Self) -> Self {
        Self {
            headline: self.headline.or_else(|| other.headline.clone()),
            outlet: self.outlet.or_else(|| other.outlet.clone()),
            date: self.date.or_else(|| other.date.clone()),
            authors: if self.authors.is_empty() { other.authors.clone() } else { self.authors },
            url: self.url.or_else(|| other.url.clone()),
            language: self.language.or_else(|| other.language.clone()),
        }
    }

    /// Each value that stands alone, with the key by which an editor sets it.
    #[cfg(test)]
    pub(crate) fn single(&self) -> impl Iterator<Item = (&'static str, &Named)> {
        let single = [
            ("headline", &self.headline),
            ("outlet", &self.outlet),
            ("date", &self.date),
            ("url", &self.url),
            ("language", &self.language),
        ];
        single.into_iter().filter_map(|(key, named)| Some((key, named.as_ref()?)))
    }
}

/// Readings made by hand, for tests.
#[cfg(test)]
pub(crate) mod testing {
    use super::{Reading, key};
    use crossread_corpus::article::{Format, Origin};

    /// Plain text as a reader would hand it on, with nothing else known.
    pub(crate) fn reading(stem: &str, text: &str) -> Reading {
        let origin = Origin {
            file: format!("{stem}.txt"),
            record: None,
            format: Format::PlainText,
            encoding: "utf-8".to_owned(),
            source: None,
        };
        Reading::new(key(text.as_bytes()), origin, text.to_owned())
    }
}
