//! The head of the page: what this is, the search field, the lenses, colours.

use crate::{
    app::collection_title,
    part::{
        erased::{change, text},
        link::ViewLink,
        search::Search,
    },
    state::{
        Page,
        settings::{Settings, Theme},
    },
};
use crossread_corpus::{view::Lens, wording::counted};
use leptos::prelude::*;

/// The head of the page.
#[component]
pub(crate) fn Masthead() -> impl IntoView {
    let page = Page::here();
    let count = page.library().articles().len();
    view! {
        <header class="masthead">
            <div class="bar">
                <h1>
                    <ViewLink to=Signal::derive(move || page.view().listing())>{collection_title(page)}</ViewLink>
                    " "
                    <span class="quiet">{counted(count, "account", "accounts")}</span>
                </h1>
                <Search />
                <ThemeChoice />
            </div>
            <nav aria-label="Lenses">
                {Lens::ALL.into_iter().map(|lens| view! { <LensLink lens /> }).collect_view()}
            </nav>
        </header>
    }
}

/// The link to one lens.
#[component]
fn LensLink(lens: Lens) -> impl IntoView {
    let page = Page::here();
    let current = Signal::derive(move || page.with_view(|view| view.lens == lens));
    match lens {
        Lens::Articles => {
            let to = Signal::derive(move || page.view().listing());
            view! { <ViewLink to current>"Articles"</ViewLink> }
        }
        Lens::Read => {
            // Reading starts with the article that is open, or else with the first of the list.
            let to = Signal::derive(move || {
                let view = page.view();
                let first = page.answer().articles.first().copied();
                let first = first.map(|number| page.with_article(number, |article| article.key));
                match view.article.or(first) {
                    Some(article) => view.reading(article, view.at),
                    None => view,
                }
            });
            view! { <ViewLink to current>"Read"</ViewLink> }
        }
    }
}

/// System, light or dark.
#[component]
fn ThemeChoice() -> impl IntoView {
    let settings = Settings::here();
    let word = |theme| match theme {
        Theme::System => "Auto",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
    };
    let choose = change(move |event| {
        let name = event_target_value(&event);
        if let Some(theme) = Theme::ALL.into_iter().find(|theme| theme.name() == name) {
            settings.theme.set(theme);
        }
    });
    view! {
        <label class="theme">
            <span class="visually-hidden">"Colours"</span>
            <select on:change=choose prop:value=text(move || settings.theme.get().name().to_owned())>
                {Theme::ALL
                    .into_iter()
                    .map(|theme| view! { <option value=theme.name()>{word(theme)}</option> })
                    .collect_view()}
            </select>
        </label>
    }
}
