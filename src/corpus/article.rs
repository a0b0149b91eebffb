//! One article: where it came from, what its header says, its fixed text and that text's parts.

use crate::{
    annotation::Annotations,
    ground::{Rule, Traced},
    mention::EntityId,
    span::Span,
};
use core::{fmt, str::FromStr};
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Names an article by the first eight bytes of the SHA-256 of what was read, so that it is the same in URL,
/// shard and export, whatever else is loaded.
///
/// Hashed are the file's bytes as given; for one record of a file that holds several, the record's own text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct ArticleKey(pub u64);

impl fmt::Display for ArticleKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl FromStr for ArticleKey {
    type Err = core::num::ParseIntError;

    fn from_str(hex: &str) -> Result<Self, Self::Err> {
        u64::from_str_radix(hex, 16).map(Self)
    }
}

/// The format a file was read as.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// `.txt`
    PlainText,
    /// `.md`
    Markdown,
    /// `.html`, `.htm`
    Html,
    /// `.json`, `.jsonl`, `.ndjson`
    Json,
    /// `.csv`
    Csv,
    /// `.eml`
    Mail,
    /// `.docx`
    Word,
    /// `.epub`
    Book,
    /// `.pdf`
    Pdf,
}

/// The file an article came from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Origin {
    /// Path below the articles' folder, with `/` between its parts.
    pub file: String,
    /// 1-based number of the record, in a file that holds several articles.
    pub record: Option<u32>,
    /// What it was read as.
    pub format: Format,
    /// The encoding it was decoded from, by its WHATWG label: `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`.
    pub encoding: String,
    /// The decoded file where it differs from the article's text because of markup (Markdown); `None` where the
    /// text is the file's own, or where the file is a whole web page or table.
    pub source: Option<Arc<str>>,
}

/// When an article says it was published.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Published {
    /// The civil day, in the zone of the text.
    #[serde(with = "crate::day::date")]
    pub date: Date,
    /// The clock time, where given.
    #[serde(with = "crate::day::time")]
    pub time: Option<Time>,
    /// The time zone as written ("IST", "+05:30"), never interpreted.
    pub zone: Option<String>,
    /// True when the text calls it an update and names no earlier time.
    pub updated: bool,
}

/// What is known about an article as a whole. `None` and empty lists mean "not stated".
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Header {
    /// Who published it.
    pub outlet: Option<Traced<String>>,
    /// Its headline.
    pub headline: Option<Traced<String>>,
    /// When.
    pub published: Option<Traced<Published>>,
    /// Who wrote it.
    pub authors: Vec<Traced<String>>,
    /// Agencies and others it credits for text or pictures.
    pub agencies: Vec<Traced<String>>,
    /// Where it stood.
    pub url: Option<Traced<String>>,
    /// Its language, as a BCP 47 tag ("en").
    pub language: Option<Traced<String>>,
}

/// What a block of text is to its article.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// The article's title.
    Headline,
    /// The summary between headline and story.
    Standfirst,
    /// A line that says when the article was published or updated.
    Dateline,
    /// A line that names the outlet and nothing else.
    Outlet,
    /// A line that says who wrote it.
    Byline,
    /// A heading inside the story.
    Crosshead,
    /// The story itself.
    Paragraph,
    /// The text under a picture.
    Caption,
    /// A line that credits agencies, reporters or editors.
    Credit,
    /// Page furniture: adverts, navigation, tag lists, site titles.
    Boilerplate,
    /// The same text as the earlier block of this number (an index into [`Article::blocks`]).
    Repeat(u32),
}

impl BlockKind {
    /// Whether it tells the story: no line about the article, no page furniture, nothing said before.
    pub const fn is_story(self) -> bool {
        matches!(self, Self::Headline | Self::Standfirst | Self::Crosshead | Self::Paragraph | Self::Caption)
    }
}

/// A stretch of the article that plays one part; in plain text one line, or one paragraph of wrapped lines.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Block {
    /// Its text, white space at the ends left out.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// The rule that said so.
    pub rule: Rule,
}

/// Something that was read, but that an editor may want to look at.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Warning {
    /// Where, if it is about a place in the text.
    pub span: Option<Span>,
    /// What was seen and what to do, as a sentence.
    pub message: String,
}

/// One article. Its text never changes once read; everything else points into it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Article {
    /// Its lasting name.
    pub key: ArticleKey,
    /// The file's stem, made unique within the collection; for people and tools.
    pub id: String,
    /// Where it came from.
    pub origin: Origin,
    /// What is known about it as a whole.
    pub header: Header,
    /// The text as read: decoded, without BOM, line ends `\n`.
    pub text: Arc<str>,
    /// Sorted, not overlapping; between them only white space.
    pub blocks: Vec<Block>,
    /// Sorted, not overlapping, each within one block; between them only white space.
    pub sentences: Vec<Span>,
    /// What its text says.
    pub annotations: Annotations,
    /// What was noticed while reading.
    pub warnings: Vec<Warning>,
}

impl Article {
    /// The text of `span`; empty when it does not fit.
    pub fn slice(&self, span: Span) -> &str {
        span.slice(&self.text).unwrap_or_default()
    }

    /// The number of the sentence that holds byte `offset`, or else the one after it, or else the last.
    pub fn sentence_at(&self, offset: u32) -> Option<usize> {
        let after = self.sentences.partition_point(|sentence| sentence.end() <= offset);
        (!self.sentences.is_empty()).then(|| after.min(self.sentences.len() - 1))
    }

    /// The numbers of the sentences inside block `block`.
    pub fn sentences_of(&self, block: &Block) -> core::ops::Range<usize> {
        let from = self.sentences.partition_point(|s| s.start() < block.span.start());
        let to = self.sentences.partition_point(|s| s.start() < block.span.end());
        from..to
    }

    /// The block that holds byte `offset`.
    pub fn block_at(&self, offset: u32) -> Option<&Block> {
        let after = self.blocks.partition_point(|block| block.span.end() <= offset);
        self.blocks.get(after).filter(|block| block.span.start() <= offset)
    }

    /// Whether `span` stands in what the article tells: not in page furniture, nor in a line that is repeated.
    pub fn tells(&self, span: Span) -> bool {
        let kind = self.block_at(span.start()).map(|block| block.kind);
        !matches!(kind, None | Some(BlockKind::Boilerplate | BlockKind::Repeat(_)))
    }

    /// Whether its story names an entity: not only its page furniture and repeated lines.
    pub fn tells_of(&self, id: EntityId) -> bool {
        let mentions = self.annotations.entity(id).into_iter().flat_map(|entity| &entity.mentions);
        mentions.filter_map(|at| self.annotations.mentions.get(*at as usize)).any(|mention| self.tells(mention.span))
    }

    /// Where its title is: the headline if there is one, or else the first sentence of the story.
    pub fn title(&self) -> Title<'_> {
        if let Some(headline) = &self.header.headline {
            return Title::Headline(&headline.value);
        }
        let story = self.blocks.iter().find(|b| b.kind == BlockKind::Paragraph);
        let sentence =
            story.and_then(|block| self.sentences.get(self.sentences_of(block).start)).or(self.sentences.first());
        Title::FirstSentence(sentence.map_or("", |span| self.slice(*span)))
    }
}

/// What stands for an article in a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Title<'a> {
    /// Its own headline.
    Headline(&'a str),
    /// No headline in the file: the story's first sentence.
    FirstSentence(&'a str),
}

impl<'a> Title<'a> {
    /// The words, whichever they are.
    pub const fn text(self) -> &'a str {
        match self {
            Self::Headline(text) | Self::FirstSentence(text) => text,
        }
    }
}
