//! A library as bytes and back: how articles and their index reach the page.
//!
//! A shard is the four bytes `XRD` and the format's version, then the collection and the index in postcard's format.

use crate::{collection::Collection, index::Index, results::Library};
use core::fmt;

/// The version of the format; it goes up whenever older readers would misread.
pub const VERSION: u8 = 1;

const MAGIC: [u8; 4] = [b'X', b'R', b'D', VERSION];

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
    let bytes = postcard::to_allocvec(&(collection, index)).expect("plain values in memory can be written");
    [&MAGIC, bytes.as_slice()].concat()
}

/// Reads what [`write`] wrote.
///
/// # Errors
/// When the bytes are not a shard of this version, whole.
pub fn read(bytes: &[u8]) -> Result<Library, ShardError> {
    let rest = match bytes {
        [b'X', b'R', b'D', VERSION, rest @ ..] => rest,
        [b'X', b'R', b'D', version, ..] => return Err(ShardError::OtherVersion(*version)),
        _ => return Err(ShardError::NotAShard),
    };
    let (collection, index): (Collection, Index) = postcard::from_bytes(rest).map_err(|_| ShardError::Damaged)?;
    let fits = index.articles() == collection.articles.len()
        && collection.articles.iter().all(|article| {
            let spans = article.blocks.iter().map(|block| block.span).chain(article.sentences.iter().copied());
            spans.into_iter().all(|span| span.slice(&article.text).is_some())
        });
    if fits { Ok(Library::new(collection, index)) } else { Err(ShardError::Damaged) }
}
