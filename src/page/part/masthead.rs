//! The head of the page: what this is, the search field, the lenses, colours.

use crate::{
    app::collection_title,
    own,
    part::{
        button,
        element::{Element, element},
        link::link,
        search::search,
        select, unseen,
    },
    state::{Page, settings::Theme},
};
use crossread_corpus::{
    lens::name,
    view::{Lens, View},
    wording::counted,
};

/// The head of the page.
pub(crate) fn masthead(page: Page) -> Element {
    let count = counted(page.library().articles().len(), "account", "accounts");
    let heading = element("h1")
        .child(link(page, |view| view.listing().through(Lens::Overview)).child(collection_title(page)))
        .child(" ")
        .child(element("span").class("quiet").child(count));
    let add = button("", "Add articles", own::open).set("id", own::OPENER).set("aria-haspopup", "dialog");
    let notes = button("", "Notes", own::notes).set("id", "notes").set("aria-haspopup", "dialog");
    let tools = element("div").class("masthead-tools").child(add).child(notes).child(theme_choice(page));
    let bar = element("div").class("bar").child(heading).child(search(page)).child(tools);
    let lenses = Lens::ALL.into_iter().map(|lens| lens_link(page, lens));
    let lenses = element("nav").set("aria-label", "Lenses").children(lenses);
    element("header").class("masthead").child(bar).child(lenses)
}

/// The link to one lens.
fn lens_link(page: Page, lens: Lens) -> Element {
    let link = match lens {
        Lens::Articles => link(page, View::listing),
        // Reading starts with the article that is open, or else with the first of the list.
        Lens::Read => link(page, move |view| {
            let first = page.answer().articles.first().map(|number| page.article(*number).key);
            view.article.or(first).map_or_else(|| view.clone(), |article| view.reading(article, view.at))
        }),
        _ => link(page, move |view| view.through(lens)),
    };
    link.follow("aria-current", move || (page.view().lens == lens).then(|| "page".to_owned())).child(name(lens))
}

/// System, light or dark.
fn theme_choice(page: Page) -> Element {
    let theme = page.settings().theme;
    let choose = move |name: &str| {
        if let Some(chosen) = Theme::ALL.into_iter().find(|theme| theme.name() == name) {
            leptos::prelude::Set::set(&theme, chosen);
        }
    };
    let words = Theme::ALL.map(|theme| {
        let word = match theme {
            Theme::System => "Auto",
            Theme::Light => "Light",
            Theme::Dark => "Dark",
        };
        (theme.name(), word)
    });
    let select = select(&words, move || leptos::prelude::Get::get(&theme).name(), choose);
    element("label").class("theme").child(unseen("Colours")).child(select)
}
