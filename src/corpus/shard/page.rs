//! What of a library the page itself holds: the texts, what searching and filtering them needs, and the first view.
//!
//! Annotations and links stay out: the program that works out the lenses has them from the whole shard
//! ([`super::write`]), and is fetched when a lens is first looked through.

use super::{ShardError, behind, is_large, is_tiled};
use crate::{
    annotation::Annotations,
    article::{Article, ArticleKey, Block, Header, Origin, Warning},
    collection::Collection,
    correction::{Correction, Editor},
    ground::Traced,
    index::Index,
    lens::{self, Looking},
    results::{Found, Library},
    sheet::Part,
    span::Span,
    view::View,
};
use serde::{Deserialize, Serialize};
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
#[derive(Serialize, Deserialize)]
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
    let rest = behind(MAGIC, VERSION, bytes)?;
    let written: Written<'_> = postcard::from_bytes(rest).map_err(|_| ShardError::Damaged)?;
    let articles: Vec<Article> = written.articles.into_iter().map(Text::into_article).collect();
    if !articles.iter().all(is_tiled) || !written.found.fits(&articles) {
        return Err(ShardError::Damaged);
    }
    let index = written.index.map_or_else(|| Index::build(&articles), Cow::into_owned);
    if !index.fits(&articles) {
        return Err(ShardError::Damaged);
    }
    let editor = Editor { corrections: written.corrections, ..Editor::default() };
    let collection = Collection { title: written.title, articles, editor, ..Collection::default() };
    Ok((Library::with(collection, Arc::new(index), written.found.into_owned()), written.overview))
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
