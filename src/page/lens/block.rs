//! One block of an article, set as what it is.

use crate::{
    part::{
        erased::{flag, memo, piece, text},
        marked::marked,
    },
    state::{Page, address},
};
use crossread_corpus::{
    article::{Article, BlockKind},
    span::Span,
};
use leptos::{ev::MouseEvent, prelude::*};

/// A block.
#[component]
pub(crate) fn BlockView(
    /// Number of the article.
    number: usize,
    /// Number of the block in it.
    block: usize,
    /// What is marked in the whole article.
    marks: Memo<Vec<Span>>,
) -> impl IntoView {
    let page = Page::here();
    let library = page.library();
    let article = &library.articles()[number];
    let block = &article.blocks[block];
    let sentences =
        article.sentences_of(block).map(|sentence| view! { <Sentence number sentence all=marks /> }).collect_view();
    match block.kind {
        BlockKind::Headline => view! { <p class="headline" dir="auto">{sentences}</p> }.into_any(),
        BlockKind::Standfirst => view! { <p class="standfirst" dir="auto">{sentences}</p> }.into_any(),
        BlockKind::Crosshead => view! { <h3 class="crosshead" dir="auto">{sentences}</h3> }.into_any(),
        BlockKind::Paragraph => view! { <p dir="auto">{sentences}</p> }.into_any(),
        BlockKind::Caption => role("caption", "Caption", sentences.into_any()),
        BlockKind::Dateline => role("dateline", "Time", sentences.into_any()),
        BlockKind::Outlet => role("outlet-line", "Outlet", sentences.into_any()),
        BlockKind::Byline => role("byline", "Byline", sentences.into_any()),
        BlockKind::Credit => role("credit", "Credit", sentences.into_any()),
        BlockKind::Boilerplate => role("furniture", "Page furniture", sentences.into_any()),
        BlockKind::Repeat(of) => {
            let what = article.blocks.get(of as usize).map_or("text", |first| kind_name(first.kind));
            view! {
                <details class="role repeat">
                    <summary>{format!("The same {what} again")}</summary>
                    <p dir="auto">{sentences}</p>
                </details>
            }
            .into_any()
        }
    }
}

/// A block that is not the story, with its name beside it.
fn role(class: &'static str, name: &'static str, sentences: AnyView) -> AnyView {
    view! {
        <p class=format!("role {class}") dir="auto">
            <span class="name">{name}": "</span>
            {sentences}
        </p>
    }
    .into_any()
}

/// A kind in words, inside a sentence.
const fn kind_name(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => "headline",
        BlockKind::Standfirst => "standfirst",
        BlockKind::Dateline => "time line",
        BlockKind::Outlet => "outlet line",
        BlockKind::Byline => "byline",
        BlockKind::Crosshead => "crosshead",
        BlockKind::Paragraph | BlockKind::Repeat(_) => "paragraph",
        BlockKind::Caption => "caption",
        BlockKind::Credit => "credit",
        BlockKind::Boilerplate => "page furniture",
    }
}

/// The id of the element that holds a sentence.
pub(crate) fn sentence_id(sentence: usize) -> String {
    format!("s{sentence}")
}

/// A sentence: an anchor that can be linked to, with what was asked marked in it.
#[component]
fn Sentence(number: usize, sentence: usize, all: Memo<Vec<Span>>) -> impl IntoView {
    let page = Page::here();
    let span = page.with_article(number, |article| article.sentences[sentence]);
    let at = memo(move || page.with_view(|view| view.at.filter(|at| touches(*at, span))));
    let marks =
        memo(move || all.with(|marks| marks.iter().filter(|mark| mark.overlaps(span)).copied().collect::<Vec<_>>()));
    let words = piece(move || {
        page.with_article(number, |article: &Article| marked(article, span, &marks.get(), at.get()).into_any())
    });
    let link = text(move || {
        let key = page.with_article(number, |article| article.key);
        address::link(&page.view().reading(key, Some(span)).to_url())
    });
    let choose: Box<dyn FnMut(MouseEvent)> = Box::new(move |event: MouseEvent| {
        event.prevent_default();
        let key = page.with_article(number, |article| article.key);
        page.go(page.view_now().reading(key, Some(span)));
    });
    view! {
        <span class="sentence" id=sentence_id(sentence) tabindex="-1" class:pointed=flag(move || at.get().is_some())>
            {words}
            <a class="anchor" href=link tabindex="-1" aria-hidden="true" title="Link to this sentence" on:click=choose>
                "#"
            </a>
        </span>
        " "
    }
}

/// True when `at` points into `span`; an empty place points at the byte after it.
fn touches(at: Span, span: Span) -> bool {
    at.overlaps(span) || (at.is_empty() && span.start() <= at.start() && at.start() < span.end())
}
