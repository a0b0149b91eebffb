//! The language a text is written in, where that is plain.

use crossread_corpus::{
    article::{ArticleKey, Block, BlockKind},
    ground::{Ground, Rule, Traced},
    span::Anchor,
};

/// The language of the paragraphs as a BCP 47 tag, by their letters and trigrams; `None` where that is doubtful.
pub(super) fn language(text: &str, key: ArticleKey, blocks: &[Block]) -> Option<Traced<String>> {
    let paragraphs: Vec<_> = blocks.iter().filter(|block| block.kind == BlockKind::Paragraph).take(6).collect();
    let sample: Vec<_> = paragraphs.iter().filter_map(|block| block.span.slice(text)).collect();
    let info = whatlang::detect(&sample.join("\n")).filter(whatlang::Info::is_reliable)?;
    let spans = paragraphs.iter().map(|block| Anchor { article: key, span: block.span }).collect();
    let value = tag(info.lang()).to_owned();
    Some(Traced { value, ground: Ground::Inferred { rule: Rule::new("letters-and-trigrams"), spans } })
}

/// The two-letter tag where there is one (ISO 639-1), as BCP 47 asks; else the three letters of ISO 639-3.
fn tag(lang: whatlang::Lang) -> &'static str {
    let long = lang.code();
    let table = include_str!("../data/language-tags.txt").lines().filter(|line| !line.starts_with('#'));
    table.filter_map(|line| line.split_once(' ')).find(|(three, _)| *three == long).map_or(long, |(_, two)| two)
}
