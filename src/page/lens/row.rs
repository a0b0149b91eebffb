//! One article in the list: its title, its meta line and the sentences that answer best.

use crate::{
    part::{
        erased::{memo, piece},
        link::ViewLink,
        marked::{marked, marked_text},
        meta::{Grounds, MetaLine},
    },
    state::Page,
};
use crossread_corpus::{
    article::{Article, BlockKind, Title},
    ground::Ground,
    query::Snippet,
    span::Span,
};
use leptos::prelude::*;

/// So many sentences are shown of an article.
const SENTENCES: usize = 3;

/// A row of the list.
#[component]
pub(crate) fn Row(
    /// Number of the article.
    number: usize,
) -> impl IntoView {
    let page = Page::here();
    let (id, key) = page.with_article(number, |article| (article.id.clone(), article.key));
    let untitled = page.with_article(number, |article| matches!(article.title(), Title::FirstSentence(_)));
    let snippets = memo(move || snippets(page, number));
    let title = piece(move || title(page, number).into_any());
    view! {
        <li class="row" data-article-id=id>
            <article>
                <h3 class:untitled=untitled>
                    <ViewLink to=Signal::derive(move || page.view().reading(key, None))>
                        <bdi>{title}</bdi>
                    </ViewLink>
                </h3>
                {untitled.then(|| view! { <p class="tagline"><span class="tag">"no headline in the file"</span></p> })}
                <MetaLine number />
                <ul class="snippets">
                    {piece(move || {
                        let lines = snippets.get().into_iter().map(|snippet| view! { <SnippetLine number snippet /> });
                        lines.collect_view().into_any()
                    })}
                </ul>
                <Grounds number />
            </article>
        </li>
    }
}

/// A sentence that leads to its place.
#[component]
fn SnippetLine(number: usize, snippet: Snippet) -> impl IntoView {
    let page = Page::here();
    let library = page.library();
    let article = &library.articles()[number];
    let key = article.key;
    let span = article.sentences[snippet.sentence];
    let at = snippet.marks.first().copied().unwrap_or(span);
    let caption = article.block_at(span.start()).is_some_and(|block| block.kind == BlockKind::Caption);
    let words = marked(article, span, &snippet.marks, None);
    view! {
        <li>
            {caption.then(|| view! { <span class="tag">"caption"</span> " " })}
            <ViewLink class="snippet" to=Signal::derive(move || page.view().reading(key, Some(at)))>
                <bdi>{words}</bdi>
            </ViewLink>
        </li>
    }
}

/// The sentences that answer, or when nothing is asked the beginning of the story.
fn snippets(page: Page, number: usize) -> Vec<Snippet> {
    let answer = page.answer();
    let library = page.library();
    if answer.rank.findings.iter().any(Option::is_some) {
        return answer.rank.snippets(&answer.query, &library.index, library.articles(), number, SENTENCES);
    }
    let article = &library.articles()[number];
    let title = article.title().text();
    let story = article
        .blocks
        .iter()
        .filter(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Standfirst))
        .flat_map(|block| article.sentences_of(block))
        .find(|sentence| article.slice(article.sentences[*sentence]) != title);
    story.map(|sentence| Snippet { sentence, marks: Vec::new() }).into_iter().collect()
}

/// The title with what was asked marked in it.
fn title(page: Page, number: usize) -> Vec<AnyView> {
    let answer = page.answer();
    let library = page.library();
    let article: &Article = &library.articles()[number];
    let marks = || answer.rank.marks(&answer.query, &library.index, library.articles(), number);
    match (&article.header.headline, article.title()) {
        (Some(headline), _) => match headline.ground {
            Ground::Stated(span) => marked(article, span, &marks(), None),
            _ => {
                let marks = answer.rank.title_marks(&answer.query, &library.index, library.articles(), number);
                marked_text(&headline.value, Span::of(0, headline.value.len()), &marks, None)
            }
        },
        (None, Title::FirstSentence(text) | Title::Headline(text)) => {
            let sentence = article.sentences.iter().find(|span| article.slice(**span) == text);
            sentence.map_or_else(Vec::new, |span| marked(article, *span, &marks(), None))
        }
    }
}
