//! Plain text: the article is the file.

use super::decode::decode;
use crate::{
    reading::{Reading, key},
    rejection::Rejection,
};
use crossread_corpus::article::{Format, Origin};

/// Reads a `.txt`.
pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Vec<Reading>, Rejection> {
    let decoded = decode(file, bytes, None)?;
    let origin = Origin {
        file: file.to_owned(),
        record: None,
        format: Format::PlainText,
        encoding: decoded.encoding.to_owned(),
        source: None,
    };
    Ok(vec![Reading { warnings: decoded.warnings, ..Reading::new(key(bytes), origin, decoded.text) }])
}
