//! What of a library the page itself holds: the texts, what searching and filtering them needs, and the first view.
//!
//! Annotations and links stay out: the program that works out the lenses has them from the whole shard
//! ([`super::write`]), and is fetched when a lens is first looked through.

use super::{ShardError, behind, is_large, is_tiled};
use crate::{
    annotation::Annotations,
    article::{Article, ArticleKey, Block, Header, Origin, Warning},
    collection::Collection,
    correction::Correction,
    ground::Traced,
    index::Index,
    lens::{self, Looking},
    results::{Found, Library},
    sheet::Part,
    span::Span,
    view::View,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::{borrow::Cow, sync::Arc};

/// The version of the format; it goes up whenever older readers would misread.
pub const VERSION: u8 = 1;

const MAGIC: [u8; 3] = *b"XRP";

/// An article without its annotations.
#[derive(Serialize, Deserialize)]
struct Text<'a> {
    key: ArticleKey,
    id: Cow<'a, str>,
    origin: Cow<'a, Origin>,
    header: Cow<'a, Header>,
    text: Arc<str>,
    blocks: Cow<'a, [Block]>,
    sentences: Cow<'a, [Span]>,
    warnings: Cow<'a, [Warning]>,
}

/// All of it.
#[derive(Serialize)]
struct Written<'a> {
    title: Option<Traced<String>>,
    articles: Vec<Text<'a>>,
    /// The editor's.
    corrections: Vec<Correction>,
    found: Cow<'a, Found>,
    index: Option<Cow<'a, Index>>,
    /// What the overview shows while nothing is asked, where it is shown first.
    overview: Option<Vec<Part>>,
}

/// Writes what of a library a page holds that opens with it: the overview, too.
pub fn write(library: &Library) -> Vec<u8> {
    let view = View::default();
    let results = library.answer(&view);
    encode(library, Some(lens::sheet(Looking { library, results: &results, view: &view })))
}

/// The same without the overview: a large collection's takes long.
pub fn write_quickly(library: &Library) -> Vec<u8> {
    encode(library, None)
}

fn encode(library: &Library, overview: Option<Vec<Part>>) -> Vec<u8> {
    let articles = library.articles().iter().map(|article| Text {
        key: article.key,
        id: Cow::Borrowed(&article.id),
        origin: Cow::Borrowed(&article.origin),
        header: Cow::Borrowed(&article.header),
        text: article.text.clone(),
        blocks: Cow::Borrowed(&article.blocks),
        sentences: Cow::Borrowed(&article.sentences),
        warnings: Cow::Borrowed(&article.warnings),
    });
    let written = Written {
        title: library.collection.title.clone(),
        articles: articles.collect(),
        corrections: library.collection.editor.corrections.clone(),
        found: Cow::Borrowed(library.found()),
        index: is_large(library.articles()).then(|| Cow::Borrowed(&*library.index)),
        overview,
    };
    let bytes = postcard::to_allocvec(&written).expect("plain values in memory can be written");
    [MAGIC.as_slice(), &[VERSION], &bytes].concat()
}

/// Reads what [`write`] or [`write_quickly`] wrote: the library, and the overview where it was written.
///
/// # Errors
/// When the bytes are not of this version, whole.
pub fn read(bytes: &[u8]) -> Result<(Library, Option<Vec<Part>>), ShardError> {
    let mut reading = Reading::begin(bytes.into())?;
    while reading.go_on()? {}
    reading.library()
}

/// The same in parts, in the order of [`Written`]: a page that is given a thousand articles can answer its reader in
/// between.
pub struct Reading<'a> {
    bytes: Cow<'a, [u8]>,
    /// So many bytes have been read.
    at: usize,
    next: Next,
    /// Articles that are still to come.
    left: u32,
    collection: Collection,
    found: Found,
    index: Index,
    overview: Option<Vec<Part>>,
}

/// What is read next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    Articles,
    Found,
    Index,
    Overview,
    Nothing,
}

impl<'a> Reading<'a> {
    /// Begins.
    ///
    /// # Errors
    /// When the bytes do not begin as those of this version.
    pub fn begin(bytes: Cow<'a, [u8]>) -> Result<Self, ShardError> {
        let at = bytes.len() - behind(MAGIC, VERSION, &bytes)?.len();
        let (collection, found, index) = (Collection::default(), Found::default(), Index::default());
        let mut reading = Self { bytes, at, next: Next::Articles, left: 0, collection, found, index, overview: None };
        reading.collection.title = reading.take()?;
        // A list is its length, and then what is in it.
        reading.left = reading.take()?;
        Ok(reading)
    }

    /// Reads a part, an article at most. False when all has been read.
    ///
    /// # Errors
    /// When the bytes are damaged.
    pub fn go_on(&mut self) -> Result<bool, ShardError> {
        self.next = match self.next {
            Next::Articles if self.left > 0 => {
                let article = self.take::<Text<'_>>()?.into_article();
                sound(is_tiled(&article))?;
                self.collection.articles.push(article);
                self.left -= 1;
                Next::Articles
            }
            Next::Articles => {
                self.collection.editor.corrections = self.take()?;
                Next::Found
            }
            Next::Found => {
                self.found = self.take()?;
                sound(self.found.fits(&self.collection.articles))?;
                Next::Index
            }
            Next::Index => {
                let index: Option<Index> = self.take()?;
                self.index = index.unwrap_or_else(|| Index::build(&self.collection.articles));
                sound(self.index.fits(&self.collection.articles))?;
                Next::Overview
            }
            Next::Overview => {
                self.overview = self.take()?;
                Next::Nothing
            }
            Next::Nothing => return Ok(false),
        };
        Ok(true)
    }

    /// What has been read, once all has.
    ///
    /// # Errors
    /// When there is more to read.
    pub fn library(self) -> Result<(Library, Option<Vec<Part>>), ShardError> {
        sound(self.next == Next::Nothing)?;
        Ok((Library::with(self.collection, Arc::new(self.index), self.found), self.overview))
    }

    fn take<T: DeserializeOwned>(&mut self) -> Result<T, ShardError> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let (value, after) = postcard::take_from_bytes(rest).map_err(|_| ShardError::Damaged)?;
        self.at = self.bytes.len() - after.len();
        Ok(value)
    }
}

const fn sound(is_sound: bool) -> Result<(), ShardError> {
    if is_sound { Ok(()) } else { Err(ShardError::Damaged) }
}

impl Text<'_> {
    fn into_article(self) -> Article {
        Article {
            key: self.key,
            id: self.id.into_owned(),
            origin: self.origin.into_owned(),
            header: self.header.into_owned(),
            text: self.text,
            blocks: self.blocks.into_owned(),
            sentences: self.sentences.into_owned(),
            annotations: Annotations::default(),
            warnings: self.warnings.into_owned(),
        }
    }
}
