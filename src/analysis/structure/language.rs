//! The language a text is written in, where that is plain.

use crossread_corpus::{
    article::{ArticleKey, Block, BlockKind},
    ground::{Ground, Rule, Traced},
    span::{Anchor, Span},
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
    if let Some(spans) = english(text, &paragraphs[..few]) {
        let spans = spans.map(|span| Anchor { article: key, span }).collect();
        return Some(Traced {
            value: "en".to_owned(),
            ground: Ground::Inferred { rule: Rule::new("small-words"), spans },
        });
    }
    let read = |count: usize| {
        let sample: Vec<_> = paragraphs[..count].iter().filter_map(|block| block.span.slice(text)).collect();
        whatlang::detect(&sample.join("\n")).filter(whatlang::Info::is_reliable).map(|info| (info, count))
    };
    let (info, count) = read(few).or_else(|| read(paragraphs.len()))?;
    let spans = paragraphs[..count].iter().map(|block| Anchor { article: key, span: block.span }).collect();
    let value = tag(info.lang()).to_owned();
    Some(Traced { value, ground: Ground::Inferred { rule: Rule::new("letters-and-trigrams"), spans } })
}

/// The places of `paragraphs` when every fifth word is a small English one, and many are "the": no other language does
/// so, and to count is much quicker than to compare with all languages.
fn english<'a>(text: &str, paragraphs: &'a [&Block]) -> Option<impl Iterator<Item = Span> + 'a> {
    const SMALL: [&str; 30] = [
        "the", "of", "and", "to", "in", "a", "is", "that", "for", "on", "was", "with", "as", "by", "at", "from", "has",
        "have", "his", "said", "were", "an", "it", "are", "but", "he", "not", "be", "who", "this",
    ];
    let (mut all, mut small, mut articles) = (0, 0, 0);
    for word in paragraphs.iter().filter_map(|block| block.span.slice(text)).flat_map(str::split_whitespace) {
        all += 1;
        small += usize::from(word.len() <= 4 && SMALL.contains(&word));
        articles += usize::from(word == "the");
    }
    let plain = all >= 40 && small * 5 >= all && articles * 40 >= all;
    plain.then(|| paragraphs.iter().map(|block| block.span))
}

/// The two-letter tag where there is one (ISO 639-1), as BCP 47 asks; else the three letters of ISO 639-3.
fn tag(lang: whatlang::Lang) -> &'static str {
    let long = lang.code();
    let table = include_str!("../data/language-tags.txt").lines().filter(|line| !line.starts_with('#'));
    table.filter_map(|line| line.split_once(' ')).find(|(three, _)| *three == long).map_or(long, |(_, two)| two)
}
