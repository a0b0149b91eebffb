//! The language a text is written in, where that is plain.

use crossread_corpus::{
    article::{ArticleKey, Block, BlockKind},
    ground::{Ground, Rule, Traced},
    span::Anchor,
};

/// So many bytes are looked at first: more takes time and seldom changes anything.
const ENOUGH: usize = 800;

/// The language of the paragraphs as a BCP 47 tag, by their letters and trigrams; `None` where that is doubtful.
pub(super) fn language(text: &str, key: ArticleKey, blocks: &[Block]) -> Option<Traced<String>> {
    let paragraphs: Vec<_> = blocks.iter().filter(|block| block.kind == BlockKind::Paragraph).take(6).collect();
    let mut bytes = 0;
    let few = paragraphs.iter().take_while(|block| {
        let before = bytes;
        bytes += block.span.len() as usize;
        before < ENOUGH
    });
    let few = few.count();
    let read = |count: usize| {
        let sample: Vec<_> = paragraphs[..count].iter().filter_map(|block| block.span.slice(text)).collect();
        whatlang::detect(&sample.join("\n")).filter(whatlang::Info::is_reliable).map(|info| (info, count))
    };
    let (info, count) = read(few).or_else(|| read(paragraphs.len()))?;
    let spans = paragraphs[..count].iter().map(|block| Anchor { article: key, span: block.span }).collect();
    let value = tag(info.lang()).to_owned();
    Some(Traced { value, ground: Ground::Inferred { rule: Rule::new("letters-and-trigrams"), spans } })
}

/// The two-letter tag where there is one (ISO 639-1), as BCP 47 asks; else the three letters of ISO 639-3.
fn tag(lang: whatlang::Lang) -> &'static str {
    let long = lang.code();
    let table = include_str!("../data/language-tags.txt").lines().filter(|line| !line.starts_with('#'));
    table.filter_map(|line| line.split_once(' ')).find(|(three, _)| *three == long).map_or(long, |(_, two)| two)
}
