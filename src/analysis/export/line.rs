//! The line of one article in the output format, version 1; the command line's `README.md` tells what each field means.

use super::{
    figures::{FigureLine, figures},
    header::HeaderLine,
    people::{EntityLine, MentionLine, entities, mentions},
    sayings::{SayingLine, sayings},
    times::{TimeLine, times},
};
use crossread_corpus::{
    annotation::{Voice, Voices},
    article::{Article, ArticleKey, Block, BlockKind, Format},
    span::Span,
};
use serde::{Serialize, Serializer};

/// Goes up when a field is renamed, taken away or given another meaning; not when one is added.
const FORMAT: u32 = 1;

/// An article and all that was found in it.
#[derive(Serialize)]
pub(super) struct Line<'a> {
    format: u32,
    id: &'a str,
    #[serde(serialize_with = "in_hex")]
    key: ArticleKey,
    file: &'a str,
    record: Option<u32>,
    read_as: Format,
    encoding: &'a str,
    text: &'a str,
    header: HeaderLine<'a>,
    blocks: Vec<BlockLine<'a>>,
    sentences: &'a [Span],
    attributions: Vec<SayingLine<'a>>,
    mentions: Vec<MentionLine<'a>>,
    entities: Vec<EntityLine<'a>>,
    times: Vec<TimeLine<'a>>,
    figures: Vec<FigureLine<'a>>,
    warnings: Vec<WarningLine<'a>>,
}

impl<'a> Line<'a> {
    /// The line of an analysed article.
    pub(super) fn of(article: &'a Article) -> Self {
        let warnings = article.warnings.iter();
        let voices = article.annotations.voices();
        Self {
            format: FORMAT,
            id: &article.id,
            key: article.key,
            file: &article.origin.file,
            record: article.origin.record,
            read_as: article.origin.format,
            encoding: &article.origin.encoding,
            text: &article.text,
            header: HeaderLine::of(article),
            blocks: article.blocks.iter().map(BlockLine::of).collect(),
            sentences: &article.sentences,
            attributions: sayings(&article.annotations),
            mentions: mentions(&article.annotations, &voices),
            entities: entities(article),
            times: times(article, &voices),
            figures: figures(&article.text, &article.annotations, &voices),
            warnings: warnings.map(|warning| WarningLine { span: warning.span, message: &warning.message }).collect(),
        }
    }
}

#[derive(Serialize)]
struct BlockLine<'a> {
    kind: &'static str,
    span: Span,
    /// The number of the block that it repeats.
    of: Option<u32>,
    rule: &'a str,
}

impl<'a> BlockLine<'a> {
    fn of(block: &'a Block) -> Self {
        let of = match block.kind {
            BlockKind::Repeat(of) => Some(of),
            _ => None,
        };
        Self { kind: kind(block.kind), span: block.span, of, rule: &block.rule.0 }
    }
}

/// The name of a kind of block.
pub const fn kind(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => "headline",
        BlockKind::Standfirst => "standfirst",
        BlockKind::Dateline => "dateline",
        BlockKind::Outlet => "outlet",
        BlockKind::Byline => "byline",
        BlockKind::Crosshead => "crosshead",
        BlockKind::Paragraph => "paragraph",
        BlockKind::Caption => "caption",
        BlockKind::Credit => "credit",
        BlockKind::Boilerplate => "boilerplate",
        BlockKind::Repeat(_) => "repeat",
    }
}

#[derive(Serialize)]
struct WarningLine<'a> {
    span: Option<Span>,
    message: &'a str,
}

/// In whose words a finding stands, and the number of that attribution.
pub(super) fn voice(voices: &Voices, span: Span) -> (&'static str, Option<u32>) {
    let voice: Voice = voices.of_place(span);
    (voice.name(), voice.attribution())
}

/// A key as URLs have it.
pub(super) fn in_hex<S: Serializer>(key: &ArticleKey, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(key)
}
