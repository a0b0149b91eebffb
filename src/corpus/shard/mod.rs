//! A library as bytes and back: how articles and their index reach those who show and compare them.
//!
//! A shard is the four bytes `XRD` and the format's version, then the collection and the index in postcard's format. The
//! index of a small collection is left out: a browser makes it sooner than it would arrive. What of it the page itself
//! needs is another file: [`page`].

pub mod page;

use crate::{article::Article, collection::Collection, index::Index, results::Library, span::Span};
use core::fmt;

/// The version of the format; it goes up whenever older readers would misread.
pub const VERSION: u8 = 8;

/// Up to so many bytes of article text, the index is left out: 5 ms of work in a browser, and a third of the shard.
const SMALL: usize = 50_000;

const MAGIC: [u8; 3] = *b"XRD";

/// Why bytes are not a shard.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ShardError {
    /// They do not begin as one.
    NotAShard,
    /// They were written by another version.
    OtherVersion(u8),
    /// They end too early or hold something impossible.
    Damaged,
}

impl fmt::Display for ShardError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAShard => write!(f, "these bytes are not a Crossread shard"),
            Self::OtherVersion(version) => {
                write!(f, "this shard has format version {version}, and this page reads version {VERSION}")
            }
            Self::Damaged => write!(f, "this shard is damaged"),
        }
    }
}

impl core::error::Error for ShardError {}

/// Writes a collection with its index.
pub fn write(collection: &Collection, index: &Index) -> Vec<u8> {
    encode(collection, is_large(&collection.articles).then_some(index))
}

/// Whether the index of these articles goes with them.
fn is_large(articles: &[Article]) -> bool {
    articles.iter().map(|article| article.text.len()).sum::<usize>() > SMALL
}

/// The bytes, with the index or without.
pub(crate) fn encode(collection: &Collection, index: Option<&Index>) -> Vec<u8> {
    let bytes = postcard::to_allocvec(&(collection, index)).expect("plain values in memory can be written");
    [MAGIC.as_slice(), &[VERSION], &bytes].concat()
}

/// Whether `span` holds text of `article`.
fn slices(article: &Article, span: Span) -> bool {
    span.slice(&article.text).is_some_and(|text| !text.is_empty())
}

/// Whether an article's blocks and sentences slice its text, in order, every sentence within a block.
fn is_tiled(article: &Article) -> bool {
    let slices = |span: Span| slices(article, span);
    let mut tiled = 0;
    article.blocks.is_sorted_by(|one, next| one.span.end() <= next.span.start())
        && article.blocks.iter().all(|block| slices(block.span))
        && article.sentences.is_sorted_by(|one, next| one.end() <= next.start())
        && article.sentences.iter().all(|sentence| slices(*sentence))
        && article.blocks.iter().all(|block| {
            let within = article.sentences_of(block);
            let follows = within.start == tiled;
            tiled = within.end;
            follows && within.into_iter().all(|sentence| block.span.contains(article.sentences[sentence]))
        })
        && tiled == article.sentences.len()
}

/// What stands behind the mark of a shard and its version.
fn behind(magic: [u8; 3], version: u8, bytes: &[u8]) -> Result<&[u8], ShardError> {
    match bytes.strip_prefix(&magic).and_then(<[u8]>::split_first) {
        Some((found, rest)) if *found == version => Ok(rest),
        Some((found, _)) => Err(ShardError::OtherVersion(*found)),
        None => Err(ShardError::NotAShard),
    }
}

/// Reads what [`write`] wrote.
///
/// # Errors
/// When the bytes are not a shard of this version, whole.
pub fn read(bytes: &[u8]) -> Result<Library, ShardError> {
    let rest = behind(MAGIC, VERSION, bytes)?;
    let read: Result<(Collection, Option<Index>), _> = postcard::from_bytes(rest);
    let (collection, index) = read.map_err(|_| ShardError::Damaged)?;
    let is_sound = |article: &Article| is_tiled(article) && article.annotations.is_sound(|span| slices(article, span));
    if !collection.articles.iter().all(is_sound) || !collection.links.is_sound(&collection.articles) {
        return Err(ShardError::Damaged);
    }
    let index = index.unwrap_or_else(|| Index::build(&collection.articles));
    if index.fits(&collection.articles) { Ok(Library::new(collection, index)) } else { Err(ShardError::Damaged) }
}
