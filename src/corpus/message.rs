//! What the page and its worker tell each other. Long things travel beside a message, so that nothing is copied: files,
//! shards, the worker's memory.
//!
//! A message is the version and then postcard's bytes, so that a page and a worker of two builds notice.

use crate::article::ArticleKey;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// The version of the messages; it goes up whenever one side would misread the other.
pub const VERSION: u8 = 5;

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
    /// To add files, handed over in parts, in order: a browser takes long to hand over many. Beside it: a file or blob
    /// for each of this part. They are read as they come, and added together when the last has been read.
    Add {
        /// How many came before this part.
        before: u32,
        /// How many there are in all parts.
        all: u32,
        /// Their names, with the folder where a folder was chosen.
        names: Vec<String>,
        /// For each what is set in the headers of its articles, where another reader did that and gave it along.
        set: Vec<Vec<Headed>>,
    },
    /// To take out the files of these names.
    Remove(Vec<String>),
    /// To take the header of an article as the reader sets it.
    Correct {
        /// Its file.
        name: String,
        /// Its 1-based number in a file of several.
        record: Option<u32>,
        /// All that the reader sets.
        set: Set,
    },
    /// To put back what was taken out last, or the header that was set last as it was before.
    Undo,
    /// To give the reader something to keep.
    Export(Export),
    /// To give all files as they were given, to be taken along.
    Files,
}

/// What is set in the header of an article, by the article's number in a file of several.
pub type Headed = (Option<u32>, Set);

/// What a reader can take along.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Export {
    /// The analysis of the reader's own articles, as JSON Lines.
    Analysis,
    /// The headers that the reader set, as a `corpus.toml`.
    Headers,
}

/// What a reader sets in an article's header; `None` leaves an entry to what the article says.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Set {
    /// Its headline.
    pub headline: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// When: ISO 8601, checked by [`Set::fault`].
    pub date: Option<String>,
}

impl Set {
    /// What is wrong with it, in a sentence for the reader.
    pub fn fault(&self) -> Option<String> {
        let date = self.date.as_ref().filter(|date| !is_date(date))?;
        Some(format!(
            "“{date}” is no date that can be read: write it as 2031-02-03 or 2031-02-03T21:47, with +05:30 behind it if the \
             zone is known."
        ))
    }
}

/// Whether this is a day that exists, with a clock time and a zone at most.
fn is_date(text: &str) -> bool {
    let (day, rest) = text.split_at_checked(10).unwrap_or_default();
    let clock = |text: &str| {
        let number = |part: Option<&str>, below: u8| {
            let part = part.filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
            part.and_then(|part| part.parse::<u8>().ok()).is_some_and(|number| number < below)
        };
        text.len() == 5 && text.get(2..3) == Some(":") && number(text.get(..2), 24) && number(text.get(3..), 60)
    };
    let Some(rest) = rest.strip_prefix(['T', ' ']) else { return rest.is_empty() && crate::day::parse(day).is_some() };
    let (time, zone) = rest.split_at_checked(5).unwrap_or_default();
    let is_zone = matches!(zone, "" | "Z") || zone.strip_prefix(['+', '-']).is_some_and(clock);
    crate::day::parse(day).is_some() && clock(time) && is_zone
}

/// What the worker tells the page.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Answer {
    /// A step of the work has begun.
    Step(Step),
    /// File `number` of those being added has been read, or refused with these words.
    Read {
        /// Its place among them.
        number: u32,
        /// What is wrong and what to do, where it was refused.
        refused: Option<String>,
    },
    /// The library is another one. Beside it: what the page holds of it, its whole shard, and the worker's memory.
    Changed(Changed),
    /// Nothing was changed.
    Unchanged,
    /// What was asked for to keep. Beside it: its bytes.
    Exported(Export),
    /// The reader's files. Beside it: the bytes of each.
    Files {
        /// Their names, and what is set in the headers of their articles.
        files: Vec<(String, Vec<Headed>)>,
        /// The names of those whose bytes are no longer to be had.
        missing: Vec<String>,
    },
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
    /// Keeping and showing what has come of it: from here on it is too late to cancel.
    Finishing,
}

/// The reader's own files after a change.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Changed {
    /// In the order they came.
    pub files: Vec<Own>,
    /// How many articles were added (below 0: taken out).
    pub articles: i32,
    /// What can be undone.
    pub undo: Option<Undo>,
}

/// The last change, where it can be undone.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Undo {
    /// Files were taken out.
    Removal,
    /// A header was set.
    Header,
}

/// One of the reader's own files.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Own {
    /// Its name.
    pub name: String,
    /// The articles in it.
    pub articles: Vec<OwnArticle>,
}

/// One of the reader's own articles.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct OwnArticle {
    /// Its lasting name.
    pub key: ArticleKey,
    /// Its 1-based number in a file of several.
    pub record: Option<u32>,
    /// What was understood, in words.
    pub understood: String,
    /// Its header as it is now, as a reader would set it.
    pub header: Set,
    /// What of it the reader set.
    pub set: Set,
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
        let order = Order::Add {
            before: 0,
            all: 1,
            names: vec!["x/a.txt".to_owned()],
            set: vec![vec![(Some(2), Set::default())]],
        };
        assert_eq!(read(&write(&order)), Some(order));
        let answer = Answer::Step(Step::Reading { done: 1, all: 2_000 });
        assert_eq!(read(&write(&answer)), Some(answer));
    }

    #[test]
    fn a_date_that_is_none_is_told() {
        for good in
            ["2031-02-03", "2031-02-03T21:47", "2031-02-03 21:47", "2031-02-03T00:00+05:30", "2031-02-03T21:47Z"]
        {
            assert!(is_date(good), "{good}");
        }
        for bad in [
            "",
            "next Monday",
            "2031-02-30",
            "2031-2-3",
            "2031-02-03T",
            "2031-02-03T24:00",
            "2031-02-03T9:00",
            "03/02/2031",
            "2031-02-03+05:30",
            "2031-02-03T21:47 IST",
            "2031-02-03T+1:47",
            "2031-02-é",
            "2031-02-03T21:47+é:1",
        ] {
            assert!(!is_date(bad), "{bad}");
        }
        let set = |date: &str| Set { date: Some(date.to_owned()), ..Set::default() };
        assert_eq!(set("2031-02-03").fault(), None);
        assert_eq!(Set::default().fault(), None);
        assert!(set("Monday").fault().unwrap().starts_with("“Monday” is no date that can be read: write it as "));
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
