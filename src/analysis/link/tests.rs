//! Small collections for the tests of this folder.

use crate::{
    analyse,
    reading::{Reading, testing::reading},
};
use crossread_corpus::{article::ArticleKey, collection::Collection};

/// A collection of `texts`, in their order.
pub(crate) fn collection(texts: &[&str]) -> Collection {
    let read =
        |(text, number): (&&str, u64)| Reading { key: ArticleKey(number), ..reading(&format!("{number:04}"), text) };
    analyse(texts.iter().zip(0..).map(read).collect(), None)
}
