//! One article in the list: its title, its meta line and the sentences that answer best.

use crate::{
    part::{
        element::{Child, Element, element},
        follow::{memo, piece},
        link::link,
        marked::marked,
        meta::{grounds, meta_line},
        tag,
    },
    state::Page,
};
use crossread_corpus::{
    article::{Article, BlockKind, Title},
    ground::Ground,
    query::Snippet,
    span::Span,
};

/// So many sentences are shown of an article.
const SENTENCES: usize = 3;

/// A row of the list: article `number`.
pub(crate) fn row(page: Page, number: usize) -> Element {
    let article = page.article(number);
    let key = article.key;
    let untitled = matches!(article.title(), Title::FirstSentence(_));
    let marks = memo(move || title_marks(page, number));
    let title = piece(move || Some(element("bdi").child(title(article, &marks.get()))));
    let heading = element("h3")
        .class(if untitled { "untitled" } else { "" })
        .child(link(page, move |view| view.reading(key, None)).child(title));
    let tagline = untitled.then(|| element("p").class("tagline").child(tag("no headline in the file")));
    let snippets = memo(move || snippets(page, number));
    let snippets = piece(move || {
        let snippets = snippets.get();
        let lines = snippets.iter().map(|snippet| snippet_line(page, article, snippet));
        Some(element("ul").class("snippets").children(lines))
    });
    let content = element("article")
        .child(heading)
        .child(tagline)
        .child(meta_line(page, number))
        .child(snippets)
        .child(grounds(page, number));
    element("li").class("row").set("data-article-id", &article.id).child(content)
}

/// A sentence that leads to its place.
fn snippet_line(page: Page, article: &Article, snippet: &Snippet) -> Element {
    let key = article.key;
    let span = article.sentences[snippet.sentence];
    let at = snippet.marks.first().copied().unwrap_or(span);
    let caption = article.block_at(span.start()).is_some_and(|block| block.kind == BlockKind::Caption);
    let words = element("bdi").child(marked(&article.text, span, &snippet.marks, None));
    let caption =
        caption.then(|| -> Child { vec![element("span").class("tag").child("caption").into(), " ".into()].into() });
    let link = link(page, move |view| view.reading(key, Some(at))).class("snippet");
    element("li").child(caption).child(link.child(words))
}

/// The sentences that answer, or when nothing is asked the beginning of the story.
fn snippets(page: Page, number: usize) -> Vec<Snippet> {
    let answer = page.answer();
    let library = page.library();
    if answer.rank.findings.iter().any(Option::is_some) {
        return answer.rank.snippets(&answer.query, &library.index, library.articles(), number, SENTENCES);
    }
    let article = page.article(number);
    let title = article.title().text();
    let story = article
        .blocks
        .iter()
        .filter(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Standfirst))
        .flat_map(|block| article.sentences_of(block))
        .find(|sentence| article.slice(article.sentences[*sentence]) != title);
    story.map(|sentence| Snippet { sentence, marks: Vec::new() }).into_iter().collect()
}

/// Where the title stands in the article's text; `None` for a title that is not in it.
fn title_place(article: &Article) -> Option<Span> {
    match (&article.header.headline, article.title()) {
        (Some(headline), _) => match headline.ground {
            Ground::Stated(span) => Some(span),
            _ => None,
        },
        (None, Title::FirstSentence(text) | Title::Headline(text)) => {
            article.sentences.iter().find(|span| article.slice(**span) == text).copied()
        }
    }
}

/// What was asked, in the title: places in the text, or in a title that is not in it.
fn title_marks(page: Page, number: usize) -> Vec<Span> {
    let answer = page.answer();
    let library = page.library();
    match title_place(page.article(number)) {
        Some(place) => answer.rank.marks_within(&answer.query, &library.index, library.articles(), number, place),
        None => answer.rank.title_marks(&answer.query, &library.index, library.articles(), number),
    }
}

/// The title with `marks` in it.
fn title(article: &Article, marks: &[Span]) -> Vec<Child> {
    let words = article.title().text();
    match title_place(article) {
        Some(place) => marked(&article.text, place, marks, None),
        None => marked(words, Span::of(0, words.len()), marks, None),
    }
}
