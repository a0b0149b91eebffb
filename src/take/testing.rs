//! Articles made up for tests.

use crossread_corpus::{
    article::{Article, ArticleKey, Block, BlockKind, Format, Header, Origin, Published},
    ground::{Ground, Rule, Traced},
    span::Span,
};
use jiff::civil::{date, time};

/// An article whose sentences are the lines of `text`, of which the first is the headline; nothing is known about it.
pub(crate) fn article(key: u64, text: &str) -> Article {
    let mut start = 0;
    let mut sentences = Vec::new();
    for line in text.split_inclusive('\n') {
        sentences.push(Span::of(start, start + line.len()).trimmed(text));
        start += line.len();
    }
    sentences.retain(|span| !span.is_empty());
    let kind = |number| if number == 0 { BlockKind::Headline } else { BlockKind::Paragraph };
    let block = |(number, span): (usize, &Span)| Block { span: *span, kind: kind(number), rule: Rule::new("made-up") };
    Article {
        key: ArticleKey(key),
        id: format!("file-{key}"),
        origin: Origin {
            file: format!("file-{key}.txt"),
            record: None,
            format: Format::PlainText,
            encoding: "utf-8".to_owned(),
            source: None,
        },
        header: Header::default(),
        text: text.into(),
        blocks: sentences.iter().enumerate().map(block).collect(),
        sentences,
        annotations: Default::default(),
        warnings: Vec::new(),
    }
}

/// A value that a field of the file states.
pub(crate) fn field<T>(value: T) -> Traced<T> {
    Traced { value, ground: Ground::Field("made-up".to_owned()) }
}

/// A value that a rule concluded.
pub(crate) fn inferred<T>(value: T) -> Traced<T> {
    Traced { value, ground: Ground::Inferred { rule: Rule::new("made-up"), spans: Vec::new() } }
}

/// 3 March 2031, 21:47 GMT.
pub(crate) fn day() -> Published {
    Published { date: date(2031, 3, 3), time: Some(time(21, 47, 0, 0)), zone: Some("GMT".to_owned()), updated: false }
}

/// An article that states all there is to state.
pub(crate) fn stated() -> Article {
    let mut article = article(0xab, "Ferry & bridge\nThe ferry runs.\n“We are glad,” Poe said.\nRain.\n");
    article.header = Header {
        outlet: Some(field("Harbour Times".to_owned())),
        headline: Some(field("Ferry & bridge".to_owned())),
        published: Some(field(day())),
        authors: vec![field("Ann Poe".to_owned()), field("Ben Roe and Sons".to_owned())],
        agencies: Vec::new(),
        url: Some(field("https://harbour.example/ferry_1?a=b&c=%20".to_owned())),
        language: Some(field("en".to_owned())),
    };
    article
}

/// The same, with all of it concluded by rules, and no headline.
pub(crate) fn unstated() -> Article {
    let mut article = stated();
    let header = &mut article.header;
    header.headline = None;
    header.outlet = Some(inferred("Harbour Times".to_owned()));
    header.published = Some(inferred(day()));
    header.authors.clear();
    header.url = None;
    header.language = Some(inferred("en".to_owned()));
    article
}
