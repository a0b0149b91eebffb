//! Reading any bytes as a shard.

use crossread_corpus::{index::Index, shard};

/// Reads a shard, damaged or whole; what is read can be searched.
///
/// # Panics
/// When a shard that was read can't be written again.
pub(crate) fn shard(bytes: &[u8]) {
    if let Ok(library) = shard::read(bytes) {
        let index = Index::build(library.articles());
        assert!(shard::read(&shard::write(&library.collection, &index)).is_ok());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shard() {
        let readings = crossread_analysis::read::file("a.txt", b"A headline\n\nThe story, it is told.\n");
        let collection = crossread_analysis::analyse(readings.expect("plain text can be read"), None);
        let whole = shard::write(&collection, &Index::build(&collection.articles));
        assert!(crate::run("shard", &[&whole, b"XRD\x01", b"XRD\x02"], super::shard) > 0);
    }
}
