//! The Read lens: one article in one calm column, its roles set as such.

use crate::{
    lens::{block::BlockView, hits::Hits},
    part::{
        erased::{click, flag, memo, piece, text, truth},
        link::ViewLink,
        meta::{Grounds, MetaLine},
    },
    state::{Page, address, settings::Settings},
};
use crossread_corpus::{
    article::{BlockKind, Title},
    span::Span,
    view::View,
};
use leptos::{html, prelude::*};

/// The open article, or what to do when there is none.
#[component]
pub(crate) fn Read() -> impl IntoView {
    let page = Page::here();
    let open = memo(move || page.open_article());
    piece(move || match open.get() {
        Some(number) => view! { <Article number /> }.into_any(),
        None => view! {
            <section class="nothing">
                <h2>"This article is not in the collection"</h2>
                <p>"The link may come from another edition of this page, or the article’s text has changed since."</p>
                <p><ViewLink to=Signal::derive(move || page.view().listing())>"All articles"</ViewLink></p>
            </section>
        }
        .into_any(),
    })
}

/// One article.
#[component]
fn Article(number: usize) -> impl IntoView {
    let page = Page::here();
    let settings = Settings::here();
    let heading = NodeRef::<html::H2>::new();
    super::focus_when_chosen(heading);
    let source = memo(move || page.with_view(|view| view.source));
    let marks = memo(move || crate::lens::hits::marks(page, number));
    let size = text(move || format!("{}%", settings.percent()));
    let (id, title, untitled, in_text, language) = page.with_article(number, |article| {
        let in_text = article.blocks.iter().any(|block| block.kind == BlockKind::Headline);
        let title = article.title();
        let language = article.header.language.as_ref().map(|language| language.value.clone());
        (article.id.clone(), title.text().to_owned(), matches!(title, Title::FirstSentence(_)), in_text, language)
    });
    view! {
        <article class="reader" data-article-id=id style:font-size=size>
            <Tools number />
            <div class="about">
                <h2 tabindex="-1" node_ref=heading class:untitled=untitled>
                    <bdi>{if untitled { "No headline in the file".to_owned() } else { title }}</bdi>
                </h2>
                <MetaLine number />
                <Grounds number />
            </div>
            <div class="text" class:headline-in-text=in_text lang=language>
                {piece(move || {
                    if source.get() {
                        view! { <Source number /> }.into_any()
                    } else {
                        view! { <Text number marks /> }.into_any()
                    }
                })}
            </div>
            <Hits number found=marks />
            <Neighbours number />
        </article>
    }
}

/// The article's blocks, one after the other.
#[component]
fn Text(number: usize, marks: Memo<Vec<Span>>) -> impl IntoView {
    let page = Page::here();
    let blocks = page.with_article(number, |article| article.blocks.len());
    crate::lens::hits::show_place(number);
    (0..blocks).map(|block| view! { <BlockView number block marks /> }).collect_view()
}

/// The article as its file has it.
#[component]
fn Source(number: usize) -> impl IntoView {
    let page = Page::here();
    let text = page.with_article(number, |article| {
        article.origin.source.clone().unwrap_or_else(|| article.text.clone()).to_string()
    });
    view! { <pre class="source" tabindex="0" aria-label="The text as in the file"><bdi>{text}</bdi></pre> }
}

/// What can be done with the page an article is on.
#[component]
fn Tools(number: usize) -> impl IntoView {
    let page = Page::here();
    let settings = Settings::here();
    let (origin, file) = page.with_article(number, |article| (article.origin.source.is_some(), article.origin.format));
    let whole_page = !origin
        && matches!(
            file,
            crossread_corpus::article::Format::Html
                | crossread_corpus::article::Format::Json
                | crossread_corpus::article::Format::Csv
        );
    let source_label = if whole_page { "Plain, as read" } else { "As in the file" };
    let source = move || {
        let view = page.view_now();
        page.go(View { source: !view.source, ..view });
    };
    let copied = RwSignal::new(false);
    let copy = move || {
        let _ = window().navigator().clipboard().write_text(&address::whole(&page.view_now().to_url()));
        copied.set(true);
        set_timeout(move || copied.set(false), core::time::Duration::from_secs(2));
    };
    view! {
        <div class="tools" role="group" aria-label="Reading">
            <ViewLink to=Signal::derive(move || page.view().listing())>"← All articles"</ViewLink>
            <span class="sizes">
                <button
                    type="button"
                    disabled=flag(move || settings.at_end(false))
                    on:click=click(move || settings.step(false))
                >
                    <span aria-hidden="true">"A−"</span>
                    <span class="visually-hidden">"Smaller text"</span>
                </button>
                <button
                    type="button"
                    disabled=flag(move || settings.at_end(true))
                    on:click=click(move || settings.step(true))
                >
                    <span aria-hidden="true">"A+"</span>
                    <span class="visually-hidden">"Larger text"</span>
                </button>
            </span>
            <button
                type="button"
                aria-pressed=truth(move || page.with_view(|view| view.source))
                on:click=click(source)
            >
                {source_label}
            </button>
            <button type="button" on:click=click(copy)>
                {text(move || {
                    let words = match (copied.get(), page.with_view(|view| view.at.is_some())) {
                        (true, _) => "Link copied",
                        (false, true) => "Copy link to this sentence",
                        (false, false) => "Copy link",
                    };
                    words.to_owned()
                })}
            </button>
            <button type="button" on:click=click(|| { let _ = window().print(); })>"Print"</button>
        </div>
    }
}

/// The articles before and after this one in the list.
#[component]
fn Neighbours(number: usize) -> impl IntoView {
    let page = Page::here();
    let neighbour = move |step: isize| {
        let answer = page.answer();
        let place = answer.articles.iter().position(|other| *other == number)?;
        let other = *answer.articles.get(place.checked_add_signed(step)?)?;
        Some(page.with_article(other, |article| (article.key, article.title().text().to_owned())))
    };
    let link = move |step: isize, word: &'static str| {
        neighbour(step)
            .map(|(key, title)| {
                let to = Signal::derive(move || page.view().reading(key, None));
                view! { <span><span class="quiet">{word}</span> <ViewLink to><bdi>{title}</bdi></ViewLink></span> }
            })
            .into_any()
    };
    view! {
        <nav class="neighbours" aria-label="Articles before and after in the list">
            {piece(move || link(-1, "Before: "))} {piece(move || link(1, "Next: "))}
        </nav>
    }
}
