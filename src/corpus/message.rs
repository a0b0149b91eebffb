//! What the page and its worker tell each other. Long things travel beside a message, so that nothing is copied: files,
//! shards, the worker's memory.
//!
//! A message is the version and then postcard's bytes, so that a page and a worker of two builds notice.

use crate::article::ArticleKey;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// The version of the messages; it goes up whenever one side would misread the other.
pub const VERSION: u8 = 2;

/// What the page asks of the worker.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Order {
    /// The first of all. Beside it: the shard of the collection that the page was built with, and where an earlier worker
    /// left it, that worker's memory.
    Begin {
        /// Names the page among others of its server: what is kept is kept apart for each.
        place: String,
        /// What is kept shall be read.
        read_kept: bool,
    },
    /// To add files. Beside it: a file or blob for each.
    Add {
        /// Their names, with the folder where a folder was chosen.
        names: Vec<String>,
    },
    /// To take out the files of these names.
    Remove(Vec<String>),
    /// To put back what was taken out last.
    Undo,
    /// To give the analysis of the reader's own articles as JSON Lines.
    Export,
}

/// What the worker tells the page.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Answer {
    /// A step of the work has begun.
    Step(Step),
    /// File `number` of the last [`Order::Add`] has been read, or refused with these words.
    Read {
        /// Its place in the order.
        number: u32,
        /// What is wrong and what to do, where it was refused.
        refused: Option<String>,
    },
    /// The library is another one. Beside it: what the page holds of it, its whole shard, and the worker's memory.
    Changed(Changed),
    /// Nothing was changed.
    Unchanged,
    /// The analysis of the reader's own articles. Beside it: its bytes.
    Exported,
    /// Whether files are kept: `None` when all is well, or what is wrong.
    Kept(Option<String>),
}

/// How far the work is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Step {
    /// Reading file `done` of `all`, counted from 0.
    Reading {
        /// Files read.
        done: u32,
        /// Files in all.
        all: u32,
    },
    /// Looking for what is said in article `done` of `all`.
    Finding {
        /// Articles done.
        done: u32,
        /// Articles in all.
        all: u32,
    },
    /// Comparing the articles with each other.
    Comparing,
}

/// The reader's own files after a change.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Changed {
    /// In the order they came.
    pub files: Vec<Own>,
    /// How many articles were added (below 0: taken out).
    pub articles: i32,
    /// True when the last removal can be undone.
    pub can_undo: bool,
}

/// One of the reader's own files.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Own {
    /// Its name.
    pub name: String,
    /// The articles in it.
    pub keys: Vec<ArticleKey>,
    /// What was understood, in words, a line each.
    pub understood: Vec<String>,
}

/// The bytes of a message.
pub fn write(message: &impl Serialize) -> Vec<u8> {
    let bytes = postcard::to_allocvec(message).expect("plain values in memory can be written");
    [&[VERSION], bytes.as_slice()].concat()
}

/// The message in these bytes; `None` when they are of another version.
pub fn read<M: DeserializeOwned>(bytes: &[u8]) -> Option<M> {
    let (version, rest) = bytes.split_first()?;
    if *version == VERSION { postcard::from_bytes(rest).ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_come_out_as_they_went_in() {
        let order = Order::Add { names: vec!["x/a.txt".to_owned()] };
        assert_eq!(read(&write(&order)), Some(order));
        let answer = Answer::Step(Step::Reading { done: 1, all: 2_000 });
        assert_eq!(read(&write(&answer)), Some(answer));
    }

    #[test]
    fn another_version_is_not_read() {
        let mut bytes = write(&Order::Undo);
        bytes[0] += 1;
        assert_eq!(read::<Order>(&bytes), None);
        assert_eq!(read::<Order>(&[]), None);
        assert_eq!(read::<Order>(&[VERSION, 200]), None);
    }
}
